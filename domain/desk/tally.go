package desk

import (
	"slices"
	"strings"

	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// tally counts what a session's events come to: what was taken back does not
// count, nor does a promise that another replaced or that was withdrawn.
func (v *View) tally(session map[ledger.ClientKey][]*journal.Event) Tally {
	var t Tally
	for key, events := range session {
		t = t.plus(v.tallyOf(key, events), 1)
	}
	return t
}

// tallyOf is the tally of one client's events: an act changes no other's.
func (v *View) tallyOf(key ledger.ClientKey, events []*journal.Event) Tally {
	var t Tally
	a := v.account(key)
	if a == nil {
		return t
	}
	for _, e := range events {
		if !a.live.Counts(e) {
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

// plus adds another tally, or takes it out (sign -1).
func (t Tally) plus(o Tally, sign int) Tally {
	t.Calls += sign * o.Calls
	t.Reached += sign * o.Reached
	t.Promises += sign * o.Promises
	if len(o.Promised) > 0 {
		t.Promised = slices.Clone(t.Promised)
		for _, a := range o.Promised {
			t.Promised = addTo(t.Promised, money.Of(int64(sign)*a.Minor, a.Currency))
		}
		t.Promised = slices.DeleteFunc(t.Promised, func(a money.Amount) bool { return a.Minor == 0 })
		slices.SortFunc(t.Promised, func(a, b money.Amount) int { return strings.Compare(a.Currency.String(), b.Currency.String()) })
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
