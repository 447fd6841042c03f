package desk

import (
	"slices"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/ident"
	"relance/domain/journal"
	"relance/domain/ledger"
)

// charges is what a client's late fees, limitation and direct debits rest on.
type charges struct {
	waived        map[ledger.ItemKey]waiver
	interruptions []InterruptionRow
	mandates      []MandateRow
	debits        []DebitRow
}

// waiver says what of a document's charges is given up.
type waiver struct{ Interest, Indemnity bool }

// InterruptionRow is something that started limitation anew.
type InterruptionRow struct {
	journal.LimitationInterrupted
	ID, Act journal.ID
}

// MandateRow is a direct-debit mandate as it stands.
type MandateRow struct {
	Reference string
	IBAN      string
	BIC       string
	Holder    string
	SignedOn  calendar.Date
	Scheme    journal.Scheme
	OneOff    bool
	RevokedOn calendar.Date // zero = in force
	LastUsed  calendar.Date // of the last collection asked for; zero = never used
	Ended     bool          // its last collection (FNAL, OOFF) was asked for
	Act       journal.ID
}

// DebitRow is an instalment that went into a direct-debit file.
type DebitRow struct {
	journal.DebitIssued
	On  calendar.Date // day of the file
	Act journal.ID
}

// applyCharge folds an event about charges or direct debits.
func (a *account) applyCharge(e *journal.Event) {
	switch c := e.Content.(type) {
	case journal.FeesWaived:
		if a.charges.waived == nil {
			a.charges.waived = map[ledger.ItemKey]waiver{}
		}
		for _, key := range c.Items {
			was := a.charges.waived[key]
			a.charges.waived[key] = waiver{c.Interest.After(was.Interest), c.Indemnity.After(was.Indemnity)}
		}
	case journal.LimitationInterrupted:
		a.charges.interruptions = append(a.charges.interruptions, InterruptionRow{LimitationInterrupted: c, ID: e.ID, Act: e.Act})
	case journal.MandateSet:
		a.applyMandate(e, c)
	case journal.DebitIssued:
		a.charges.debits = append(a.charges.debits, DebitRow{DebitIssued: c, On: e.Day, Act: e.Act})
		for i := range a.charges.mandates {
			a.charges.mandates[i].use(&c)
		}
	}
}

// use notes a collection under the mandate.
func (m *MandateRow) use(d *journal.DebitIssued) {
	if m.Reference != d.Mandate {
		return
	}
	m.LastUsed = max(m.LastUsed, d.CollectOn)
	m.Ended = m.Ended || d.Sequence == "FNAL" || d.Sequence == "OOFF"
}

func (a *account) applyMandate(e *journal.Event, c journal.MandateSet) {
	row := MandateRow{
		Reference: c.Reference, IBAN: c.IBAN.Body, BIC: c.BIC, Holder: c.Holder.Body, SignedOn: c.SignedOn,
		Scheme: c.Scheme, OneOff: c.OneOff, Act: e.Act,
	}
	for i := range a.charges.mandates {
		m := &a.charges.mandates[i]
		switch {
		case m.Reference != c.Reference:
		case c.Revoked:
			m.RevokedOn = e.Day
			return
		default:
			row.LastUsed = m.LastUsed
			*m = row
			return
		}
	}
	if c.Revoked {
		return
	}
	// A colleague's clock may date the mandate after a file that used it.
	for i := range a.charges.debits {
		row.use(&a.charges.debits[i].DebitIssued)
	}
	a.charges.mandates = append(a.charges.mandates, row)
}

// decideCharge turns a command about charges or mandates into contents.
func (s *Session) decideCharge(a *account, cmd act.Command) ([]decided, error) {
	switch c := cmd.(type) {
	case act.WaiveFees:
		return s.decideWaiver(a, c)
	case act.Interrupt:
		if c.On.IsZero() || c.On > s.cfg.Day || c.Cause >= journal.InterruptionCount {
			return nil, refuse(ErrInvalid, c.On.String())
		}
		for _, key := range c.Items {
			if !a.hasItem(key) {
				return nil, refuse(ErrStale, key.Number)
			}
		}
		return one(journal.LimitationInterrupted{Cause: c.Cause, On: c.On, Items: c.Items}), nil
	case act.SetMandate:
		return s.decideMandate(a, c)
	}
	return nil, refuse(ErrInvalid, "command")
}

// decideWaiver records of what is asked for only what it changes: a waiver of
// interest says nothing of an indemnity that a colleague gives up meanwhile.
// Documents of which the same changes share an event.
func (s *Session) decideWaiver(a *account, c act.WaiveFees) ([]decided, error) {
	if len(c.Items) == 0 {
		return nil, refuse(ErrNothing, "items")
	}
	change := func(was, then bool) journal.Waiving {
		switch {
		case was == then:
			return journal.WaivingUnchanged
		case then:
			return journal.WaivingGiven
		}
		return journal.WaivingAsked
	}
	var list []journal.FeesWaived
	for _, key := range c.Items {
		if !a.hasItem(key) {
			return nil, refuse(ErrStale, key.Number)
		}
		was := a.charges.waived[key]
		w := journal.FeesWaived{Interest: change(was.Interest, c.Interest), Indemnity: change(was.Indemnity, c.Indemnity)}
		if w.Interest == journal.WaivingUnchanged && w.Indemnity == journal.WaivingUnchanged {
			continue
		}
		at := slices.IndexFunc(list, func(o journal.FeesWaived) bool { return o.Interest == w.Interest && o.Indemnity == w.Indemnity })
		if at < 0 {
			at, list = len(list), append(list, w)
		}
		list[at].Items = append(list[at].Items, key)
	}
	if len(list) == 0 {
		return nil, refuse(ErrNothing, "waiver")
	}
	out := make([]decided, len(list))
	for i := range list {
		list[i].Reason = s.text(c.Reason)
		out[i] = decided{content: list[i]}
	}
	return out, nil
}

// decideMandate checks a mandate before it is recorded: its reference is that
// of the bank's file, its IBAN must be one.
func (s *Session) decideMandate(a *account, c act.SetMandate) ([]decided, error) {
	if c.Reference == "" || len(c.Reference) > 35 {
		return nil, refuse(ErrInvalid, c.Reference)
	}
	if c.Revoked {
		for _, m := range a.charges.mandates {
			if m.Reference == c.Reference && m.RevokedOn.IsZero() {
				return one(journal.MandateSet{Reference: c.Reference, Revoked: true}), nil
			}
		}
		return nil, refuse(ErrNothing, c.Reference)
	}
	iban := ident.NormalIBAN(c.IBAN)
	switch {
	case ident.CheckIBAN(iban) != nil:
		return nil, refuse(ErrInvalid, "IBAN") // the number itself is nothing for a log
	case c.SignedOn.IsZero() || c.SignedOn > s.cfg.Day:
		return nil, refuse(ErrInvalid, c.SignedOn.String())
	}
	return one(journal.MandateSet{
		Reference: c.Reference, IBAN: s.text(iban), Holder: s.text(c.Holder), BIC: c.BIC, SignedOn: c.SignedOn,
		Scheme: c.Scheme, OneOff: c.OneOff,
	}), nil
}
