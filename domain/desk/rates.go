package desk

import (
	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
)

// Rates are the rates of late-payment interest as known on the view's day: the
// shipped ones under what persons entered.
func (v *View) Rates() latefee.Rates {
	known := v.shared.knownBy(v.shown())
	live := journal.Live(known)
	var typed []latefee.Rate
	for _, e := range known {
		if r, ok := rateOf(e); ok && live.Counts(e) {
			typed = append(typed, r)
		}
	}
	return latefee.Shipped().With(typed...)
}

// rateOf reads the rate that an event enters; false for any other event, and for
// a table that this version does not know.
func rateOf(e *journal.Event) (latefee.Rate, bool) {
	c, ok := e.Content.(journal.RateSet)
	if !ok {
		return latefee.Rate{}, false
	}
	basis, ok := latefee.ParseBasis(c.Basis)
	return latefee.Rate{
		Basis: basis, From: c.From, PPM: c.PPM, Source: c.Source, Confirmed: true, EnteredBy: e.Author, EnteredOn: e.Day,
	}, ok
}

// RateRow is a rate that a person entered, whether it still counts or not.
type RateRow struct {
	latefee.Rate
	Act    journal.ID
	Undoer *journal.Event // took it back; nil = none
	Later  bool           // another rate of the same day was entered over it
}

// RateHistory lists the rates that were entered, the latest first: those taken
// back and those entered over too.
func (v *View) RateHistory() []RateRow {
	known := v.shared.knownBy(v.shown())
	live := journal.Live(known)
	type line struct {
		basis latefee.Basis
		from  calendar.Date
	}
	var out []RateRow
	over := map[line]bool{}
	for i := len(known) - 1; i >= 0; i-- {
		r, ok := rateOf(known[i])
		if !ok {
			continue
		}
		row := RateRow{Rate: r, Act: known[i].Act, Undoer: live.Undone(known[i].Act)}
		if at := (line{r.Basis, r.From}); row.Undoer == nil {
			row.Later, over[at] = over[at], true
		}
		out = append(out, row)
	}
	return out
}

// SetRate records a rate of late-payment interest, for all clients. It is taken
// back as any act is: by act.Undo, of no client.
func (s *Session) SetRate(c act.SetRate) (Done, error) { return s.Do(c) }

// decideRate checks a rate before it is recorded: what the tables would leave
// out is refused.
func decideRate(c act.SetRate) ([]decided, error) {
	basis, known := latefee.ParseBasis(c.Basis)
	if !known || c.From.IsZero() || !(latefee.Rate{Basis: basis, From: c.From, PPM: c.PPM}).Valid() {
		return nil, refuse(ErrInvalid, c.Basis)
	}
	return one(journal.RateSet{Basis: c.Basis, From: c.From, PPM: c.PPM, Source: c.Source}), nil
}

// knownBy gives the events of no client recorded on or before a day.
func (s *shared) knownBy(day calendar.Date) []*journal.Event {
	out := make([]*journal.Event, 0, len(s.global))
	for _, e := range s.global {
		if e.Day <= day {
			out = append(out, e)
		}
	}
	return out
}

// Common lists what was recorded of no client, the latest first: rates and what
// became of them, imports.
func (v *View) Common() []TimelineRow {
	known := v.shared.knownBy(v.shown())
	live := journal.Live(known)
	return timelineOf(known, &live)
}

// doCommon records an act that concerns no client. The caller holds the lock.
func (s *Session) doCommon(cmd act.Command) (Done, error) {
	known := s.View().shared.global
	live := journal.Live(known)
	var contents []decided
	var err error
	switch c := cmd.(type) {
	case act.SetRate:
		contents, err = decideRate(c)
	case act.Undo:
		contents, err = undo(known, &live, c)
	case act.Restore:
		contents, err = restore(&live, c)
	default:
		err = &Error{Code: ErrNoClient}
	}
	if err != nil {
		return Done{}, err
	}
	events := s.record(ledger.ClientKey{}, contents)
	if err := s.cfg.Store.Append(events); err != nil {
		return Done{}, &Error{Code: ErrStore, Detail: "append", Err: err}
	}
	last := &events[len(events)-1]
	s.seq, s.stamp, s.lastDay = last.ID.Seq, last.Stamp, max(s.lastDay, last.Day)
	s.done = append(s.done, &events[0])
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
