package desk

import (
	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/ident"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
)

// charges is what a client's late fees, limitation and direct debits rest on.
type charges struct {
	waived        map[ledger.ItemKey]Waiver
	interruptions []InterruptionRow
	mandates      []MandateRow
	debits        []DebitRow
}

// Waiver says what of a document's charges was given up, and when.
type Waiver struct {
	Interest, Indemnity bool
	On                  calendar.Date
	Author              string
	Reason              string
	Act                 journal.ID
}

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
			a.charges.waived = map[ledger.ItemKey]Waiver{}
		}
		for _, key := range c.Items {
			a.charges.waived[key] = Waiver{
				Interest: c.Interest, Indemnity: c.Indemnity, On: e.Day, Author: e.Author, Reason: c.Reason.Body, Act: e.Act,
			}
		}
	case journal.LimitationInterrupted:
		a.charges.interruptions = append(a.charges.interruptions, InterruptionRow{LimitationInterrupted: c, ID: e.ID, Act: e.Act})
	case journal.MandateSet:
		a.applyMandate(e, c)
	case journal.DebitIssued:
		a.charges.debits = append(a.charges.debits, DebitRow{DebitIssued: c, On: e.Day, Act: e.Act})
		for i := range a.charges.mandates {
			if m := &a.charges.mandates[i]; m.Reference == c.Mandate {
				m.LastUsed = max(m.LastUsed, c.CollectOn)
				m.Ended = m.Ended || c.Sequence == "FNAL" || c.Sequence == "OOFF"
			}
		}
	}
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
	if !c.Revoked {
		a.charges.mandates = append(a.charges.mandates, row)
	}
}

// decideCharge turns a command about charges or mandates into contents.
func (s *Session) decideCharge(a *account, cmd act.Command) ([]decided, error) {
	switch c := cmd.(type) {
	case act.WaiveFees:
		if len(c.Items) == 0 {
			return nil, refuse(ErrNothing, "items")
		}
		for _, key := range c.Items {
			if !a.hasItem(key) {
				return nil, refuse(ErrStale, key.Number)
			}
		}
		return one(journal.FeesWaived{Items: c.Items, Interest: c.Interest, Indemnity: c.Indemnity, Reason: s.text(c.Reason)}), nil
	case act.Interrupt:
		if c.On.IsZero() || c.On > s.cfg.Day || c.Cause >= journal.InterruptionCount {
			return nil, refuse(ErrInvalid, c.On.String())
		}
		return one(journal.LimitationInterrupted{Cause: c.Cause, On: c.On, Items: c.Items}), nil
	case act.SetMandate:
		return s.decideMandate(a, c)
	}
	return nil, refuse(ErrInvalid, "command")
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
		return nil, refuse(ErrInvalid, c.IBAN)
	case c.SignedOn.IsZero() || c.SignedOn > s.cfg.Day:
		return nil, refuse(ErrInvalid, c.SignedOn.String())
	}
	return one(journal.MandateSet{
		Reference: c.Reference, IBAN: s.text(iban), Holder: s.text(c.Holder), BIC: c.BIC, SignedOn: c.SignedOn,
		Scheme: c.Scheme, OneOff: c.OneOff,
	}), nil
}

// Rates are the rates of late-payment interest as known on the view's day: the
// shipped ones under what persons entered.
func (v *View) Rates() latefee.Rates {
	day := v.Day
	if v.AsOf != 0 {
		day = v.AsOf
	}
	known := make([]*journal.Event, 0, 8)
	for _, e := range v.shared.global {
		if e.Day <= day {
			known = append(known, e)
		}
	}
	live := journal.Live(known)
	var typed []latefee.Rate
	for _, e := range known {
		c, ok := e.Content.(journal.RateSet)
		if !ok || !live.Counts(e) {
			continue
		}
		if basis, ok := latefee.ParseBasis(c.Basis); ok {
			typed = append(typed, latefee.Rate{
				Basis: basis, From: c.From, PPM: c.PPM, Source: c.Source, Confirmed: true, EnteredBy: e.Author, EnteredOn: e.Day,
			})
		}
	}
	return latefee.Shipped().With(typed...)
}

// SetRate records a rate of late-payment interest, for all clients.
func (s *Session) SetRate(c act.SetRate) (Done, error) {
	_, known := latefee.ParseBasis(c.Basis)
	if !known || c.PPM < 0 || c.From.IsZero() {
		return Done{}, refuse(ErrInvalid, c.Basis)
	}
	return s.global([]decided{{content: journal.RateSet{Basis: c.Basis, From: c.From, PPM: c.PPM, Source: c.Source}}})
}

// global records an act that concerns no client.
func (s *Session) global(contents []decided) (Done, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cfg.Store == nil || s.cfg.ReadOnly || s.cfg.AsOf != 0 {
		return Done{}, refuse(ErrReadOnly, "read-only")
	}
	events := s.record(ledger.ClientKey{}, contents)
	if err := s.cfg.Store.Append(events); err != nil {
		return Done{}, &Error{Code: ErrStore, Detail: "append", Err: err}
	}
	last := &events[len(events)-1]
	s.seq, s.stamp, s.lastDay = last.ID.Seq, last.Stamp, max(s.lastDay, last.Day)
	old := s.View()
	sh := *old.shared
	sh.global = append([]*journal.Event(nil), sh.global...)
	for i := range events {
		sh.global = append(sh.global, &events[i])
	}
	s.material.shared = &sh
	next := *old
	next.shared = &sh
	return Done{Act: events[0].ID, Events: events, View: s.publish(&next)}, nil
}
