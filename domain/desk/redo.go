package desk

import (
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
		if a := s.View().account(e.Client); a == nil || a.live.Undone(id) == nil {
			continue
		}
		if found := s.find(e.Client, id); found != nil {
			return TimelineRow{Event: found, Undone: true, Undoer: e}, e.Client, true
		}
	}
	return TimelineRow{}, ledger.ClientKey{}, false
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
