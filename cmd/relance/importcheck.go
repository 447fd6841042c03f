package main

import (
	"slices"
	"strings"

	"relance/domain/desk"
	"relance/domain/ledger"
	"relance/store/ledgerfile"
)

const (
	refusalsGiven = 20 // of one file, as the readers give them
	suspectsGiven = 10 // of one kind; the others are counted
)

// checkParticulars sees that every value of a clients file is one that `set`
// would take, and puts it into the form in which it is kept. Values that only
// look wrong are noted.
func (im *importer) checkParticulars(f *fileRead) error {
	var refused []ledger.Finding
	countries := im.countries(f)
	for i := range f.batch.Changed {
		row := &f.batch.Changed[i]
		at := ledger.Finding{Line: row.Line, Column: row.Field.Key(), Detail: row.Value, Count: 1}
		value, ok := desk.CheckField(row.Field, row.Value, f.creditor.Currency)
		if !ok {
			at.Code = ledger.RefuseValue
			if refused = append(refused, at); len(refused) == refusalsGiven {
				break
			}
			continue
		}
		if desk.Suspect(row.Field, value, countries[row.Account]) {
			at.Code = ledger.FindingIdentifier
			if row.Field == ledger.FieldContactEmail {
				at.Code = ledger.FindingEmail
			}
			f.batch.Findings = suspected(f.batch.Findings, at)
		}
		row.Value = value
	}
	if len(refused) > 0 {
		return &ledgerfile.Refused{File: f.name, Findings: refused}
	}
	return nil
}

// suspected adds a finding, or counts it with others of its kind.
func suspected(findings []ledger.Finding, one ledger.Finding) []ledger.Finding {
	n := 0
	for i := range findings {
		if findings[i].Code != one.Code {
			continue
		}
		if n++; n > suspectsGiven {
			findings[i].Count++
			return findings
		}
	}
	if n == suspectsGiven {
		one.Detail, one.Column = "", ""
	}
	return append(findings, one)
}

// countries gives each client of a file the country whose numbers it bears: as
// the file says, else as is known, else the creditor's.
func (im *importer) countries(f *fileRead) map[string]string {
	out := make(map[string]string, len(f.batch.Changed))
	for i := range f.batch.Changed {
		row := &f.batch.Changed[i]
		if row.Field == ledger.FieldCountry {
			out[row.Account] = strings.ToUpper(strings.TrimSpace(row.Value))
		}
		if out[row.Account] != "" {
			continue
		}
		out[row.Account] = f.creditor.Country
		if known := clientIn(im.book, ledger.ClientKey{Creditor: f.creditor.ID, Account: row.Account}); known != nil && known.Country != "" {
			out[row.Account] = known.Country
		}
	}
	return out
}

// clientIn finds a client in a book, nil where there is none.
func clientIn(b *ledger.Book, key ledger.ClientKey) *ledger.Client {
	if b == nil {
		return nil
	}
	at, found := slices.BinarySearchFunc(b.Accounts, key, func(a *ledger.Account, k ledger.ClientKey) int {
		switch {
		case a.Client.Key.Less(k):
			return -1
		case k.Less(a.Client.Key):
			return 1
		}
		return 0
	})
	if !found {
		return nil
	}
	return &b.Accounts[at].Client
}

// fieldChanges says how many known clients a file changes, and in what.
type fieldChanges struct {
	clients int
	fields  [ledger.FieldCount]int
}

func (c *fieldChanges) add(o *fieldChanges) {
	c.clients += o.clients
	for f, n := range o.fields {
		c.fields[f] += n
	}
}

// changedFields compares the clients of a change with those known before.
func changedFields(book *ledger.Book, change *ledger.Change) (out fieldChanges) {
	for i := range change.Accounts {
		a := &change.Accounts[i]
		if a.Client == nil || a.New {
			continue
		}
		was := clientIn(book, a.Key)
		if was == nil {
			continue
		}
		fields := desk.ChangedFields(was, a.Client)
		if len(fields) > 0 {
			out.clients++
		}
		for _, f := range fields {
			out.fields[f]++
		}
	}
	return out
}
