// Package payfile writes files for the bank: SEPA direct debits as ISO 20022
// pain.008, in the version of 2009 and in that of 2019. The same input gives the
// same bytes.
package payfile

import (
	"errors"
	"fmt"
	"io"
	"time"

	"relance/domain/calendar"
	"relance/domain/directdebit"
	"relance/domain/ident"
	"relance/domain/journal"
	"relance/domain/money"
)

// Version is a version of the message. Which one a bank takes is asked of it.
type Version uint8

// Versions.
const (
	V02 Version = iota // pain.008.001.02, of 2009
	V08                // pain.008.001.08, of 2019, the interbank standard since 2023
	VersionCount
)

// String gives the name of the message, such as pain.008.001.02.
func (v Version) String() string {
	switch v {
	case V02:
		return "pain.008.001.02"
	case V08:
		return "pain.008.001.08"
	}
	return ""
}

// Errors of this package. Callers compare with errors.Is.
var (
	ErrVersion    = errors.New("payfile: unknown version")
	ErrEmpty      = errors.New("payfile: no collection to write")
	ErrMessageID  = errors.New("payfile: not a message identification")
	ErrCreditor   = errors.New("payfile: creditor cannot be written")
	ErrCollection = errors.New("payfile: collection cannot be written")
	ErrTotal      = errors.New("payfile: total out of range")
)

// maxTotal bounds the control sum: more minor units would exceed the eighteen
// digits of the schema.
const maxTotal = 999_999_999_999_999_999

// File is what Write writes.
type File struct {
	MessageID string    // unique for the creditor for ever; at most 35 characters with the numbers of the groups
	Created   time.Time // written as it reads in its own time zone
	Initiator string    // who hands the file in; empty = the creditor
	Batch     directdebit.Batch
}

// group is one payment information: the collections of one day, sequence and scheme.
type group struct {
	id          string
	on          calendar.Date
	sequence    directdebit.Sequence
	scheme      journal.Scheme
	total       int64
	collections []directdebit.Collection
}

// Write writes the collections of a batch, grouped by day, scheme and sequence
// in the order of the batch. Nothing is written when the file would not be one
// that a bank takes: the error then says why, ErrCollection with the end-to-end
// identifier. Skipped instalments are not looked at.
func Write(w io.Writer, v Version, f File) error {
	if v >= VersionCount {
		return ErrVersion
	}
	groups, total, err := prepare(f)
	if err != nil {
		return err
	}
	_, err = w.Write(document(v, f, groups, total))
	return err
}

// prepare checks the file and forms its groups.
func prepare(f File) ([]group, int64, error) {
	b := f.Batch
	if len(b.Collections) == 0 {
		return nil, 0, ErrEmpty
	}
	if !directdebit.IsIdentifier(f.MessageID) {
		return nil, 0, fmt.Errorf("%w: %q", ErrMessageID, f.MessageID)
	}
	if y := f.Created.Year(); y < 1 || y > 9999 {
		return nil, 0, fmt.Errorf("%w: created in the year %d", ErrMessageID, y)
	}
	if !writableCreditor(b.Creditor) || f.Initiator != "" && directdebit.Text(f.Initiator, directdebit.MaxName) == "" {
		return nil, 0, ErrCreditor
	}
	var groups []group
	place := make(map[groupKey]int)
	seen := make(map[string]bool)
	var total int64
	for _, c := range b.Collections {
		if err := checkCollection(c); err != nil {
			return nil, 0, fmt.Errorf("%w: %s: %w", ErrCollection, c.EndToEnd, err)
		}
		if seen[c.EndToEnd] {
			return nil, 0, fmt.Errorf("%w: %s: twice", ErrCollection, c.EndToEnd)
		}
		seen[c.EndToEnd] = true
		if total += c.Amount.Minor; total > maxTotal {
			return nil, 0, ErrTotal
		}
		key := groupKey{c.CollectOn, c.Mandate.Scheme, c.Sequence}
		i, ok := place[key]
		if !ok {
			i = len(groups)
			place[key] = i
			id := fmt.Sprintf("%s-%d", f.MessageID, i+1)
			if !directdebit.IsIdentifier(id) {
				return nil, 0, fmt.Errorf("%w: %q leaves no room for the number of a group", ErrMessageID, f.MessageID)
			}
			groups = append(groups, group{id: id, on: c.CollectOn, sequence: c.Sequence, scheme: c.Mandate.Scheme})
		}
		groups[i].total += c.Amount.Minor
		groups[i].collections = append(groups[i].collections, c)
	}
	return groups, total, nil
}

// groupKey is what the collections of a group have in common.
type groupKey struct {
	on       calendar.Date
	scheme   journal.Scheme
	sequence directdebit.Sequence
}

func writableCreditor(c directdebit.Creditor) bool {
	return directdebit.CheckCreditor(c) == directdebit.NoReason &&
		directdebit.IsText(c.Name, directdebit.MaxName) &&
		c.ICS == ident.NormalICS(c.ICS) && c.IBAN == ident.NormalIBAN(c.IBAN) && c.BIC == ident.NormalBIC(c.BIC)
}

// checkCollection makes sure of what the schema and the schemes ask.
func checkCollection(c directdebit.Collection) error {
	m := c.Mandate
	switch {
	case !directdebit.IsIdentifier(c.EndToEnd):
		return errors.New("end-to-end identifier")
	case c.Amount.Currency != money.EUR, c.Amount.Minor < directdebit.MinAmount, c.Amount.Minor > directdebit.MaxAmount:
		return errors.New("amount")
	case !c.Sequence.Valid(), m.Scheme >= journal.SchemeCount, (c.Sequence == directdebit.OneOff) != m.OneOff:
		return errors.New("sequence or scheme")
	case c.CollectOn < calendar.MinDate, c.CollectOn > calendar.MaxDate, !calendar.Target.IsBusinessDay(c.CollectOn):
		return errors.New("day of collection")
	case !directdebit.IsIdentifier(m.Reference), m.SignedOn < calendar.MinDate, m.SignedOn > c.CollectOn:
		return errors.New("mandate")
	case ident.CheckIBAN(m.IBAN) != nil, m.IBAN != ident.NormalIBAN(m.IBAN):
		return errors.New("account")
	case m.BIC != "" && !directdebit.IsBIC(m.BIC):
		return errors.New("bank code")
	case !directdebit.IsText(c.Debtor, directdebit.MaxName):
		return errors.New("debtor's name")
	case c.Text != "" && !directdebit.IsText(c.Text, directdebit.MaxText):
		return errors.New("text")
	case c.Structured != "" && (c.Text != "" || !directdebit.IsIdentifier(c.Structured)):
		return errors.New("reference")
	}
	return nil
}
