package desk

import (
	"slices"

	"relance/domain/act"
	"relance/domain/journal"
	"relance/domain/ledger"
)

// LastUndone gives the act that one took back last and that is still taken
// back, with its client: what a redo brings back, by act.Restore. Asked again
// after that it gives the one before.
func (s *Session) LastUndone() (TimelineRow, ledger.ClientKey, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	told := map[journal.ID]bool{} // acts on which a later word was met
	for i := len(s.cfg.Events) + len(s.done) - 1; i >= 0; i-- {
		e := s.own(i)
		if e.ID != e.Act || e.Author != s.cfg.Author {
			continue
		}
		var id journal.ID
		switch c := e.Content.(type) {
		case journal.ActRestored:
			told[c.Act] = true
			continue
		case journal.ActUndone:
			id = c.Act
		default:
			continue
		}
		if told[id] {
			continue
		}
		told[id] = true
		// A colleague may have brought it back meanwhile.
		if !s.undone(e.Client, id) {
			continue
		}
		if found := s.find(e.Client, id); found != nil {
			return TimelineRow{Event: found, Undone: true, Undoer: e}, e.Client, true
		}
	}
	return TimelineRow{}, ledger.ClientKey{}, false
}

// undone reports whether an act of a client, or of none, is taken back.
func (s *Session) undone(key ledger.ClientKey, id journal.ID) bool {
	if key.IsZero() {
		live := journal.Live(s.View().shared.global)
		return live.Undone(id) != nil
	}
	a := s.View().account(key)
	return a != nil && a.live.Undone(id) != nil
}

// undo takes an act back. Erased words cannot come back, and an import is taken
// back by another import. Acts on the same client that build on it, others'
// among them, ask for a confirmation.
func undo(known []*journal.Event, live *journal.Liveness, c act.Undo) ([]decided, error) {
	var found bool
	ids := map[journal.ID]bool{}
	for _, e := range known {
		if e.Act != c.Act {
			continue
		}
		switch e.Content.(type) {
		case journal.NoteErased, journal.LedgerImported, journal.ActUndone, journal.ActRestored:
			return nil, refuse(ErrNothing, c.Act.String())
		}
		found, ids[e.ID] = true, true
	}
	if !found || live.Undone(c.Act) != nil {
		return nil, refuse(ErrNothing, c.Act.String())
	}
	for _, e := range known {
		if !c.Confirmed && e.Act != c.Act && live.Counts(e) && leans(e, ids) {
			return nil, refuse(ErrBuiltOn, e.Act.String())
		}
	}
	return one(journal.ActUndone{Act: c.Act}), nil
}

// leans reports whether an event rests on one of those. A direct debit is a fact
// of its own once the bank has its file, and still one asks before its plan goes.
func leans(e *journal.Event, on map[journal.ID]bool) bool {
	if d, ok := e.Content.(journal.DebitIssued); ok && on[d.Plan] {
		return true
	}
	return slices.ContainsFunc(e.Builds, func(id journal.ID) bool { return on[id] })
}

// restore brings back an act that was taken back.
func restore(live *journal.Liveness, c act.Restore) ([]decided, error) {
	if live.Undone(c.Act) == nil {
		return nil, refuse(ErrNothing, c.Act.String())
	}
	return one(journal.ActRestored{Act: c.Act}), nil
}

// Calls counts today's calls to a client, whatever came of them, and gives the
// most that the rules allow in a day (0 = no bound). Contacts in writing and
// calls of the debtor do not count. An unknown client has none.
func (v *View) Calls(key ledger.ClientKey) (today, most int) {
	a := v.account(key)
	if a == nil {
		return 0, 0
	}
	return a.contact.today.Attempts, v.shared.rules.AttemptsPerDay
}
