package desk

import "relance/domain/journal"

// tally counts what a session's events come to: what was taken back does not
// count, nor does a promise that another replaced or that was withdrawn.
func (v *View) tally(session []*journal.Event) Tally {
	var t Tally
	for _, e := range session {
		a := v.account(e.Client)
		if a == nil || !a.live.Counts(e) {
			continue
		}
		switch c := e.Content.(type) {
		case journal.CallLogged:
			t.Calls++
			if c.Outcome.Reached() {
				t.Reached++
			}
		case journal.PromiseMade:
			if a.stands(e.ID) {
				t.Promises++
				t.Promised = addTo(t.Promised, c.Amount)
			}
		}
	}
	return t
}

// stands reports whether a promise was neither withdrawn nor replaced.
func (a *account) stands(id journal.ID) bool {
	for i := range a.promises {
		if p := &a.promises[i]; p.ID == id {
			return p.WithdrawnOn == 0 && p.SupersededOn == 0
		}
	}
	return false
}
