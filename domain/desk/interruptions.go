package desk

import (
	"cmp"
	"slices"

	"relance/domain/ledger"
	"relance/domain/limitation"
	"relance/domain/money"
)

// OpenLimitation is until when an open document can be claimed in court, and
// where that stands on the day shown.
type OpenLimitation struct {
	Limitation
	Currency money.Currency
	State    limitation.State
}

// Limitations tells of every open document of a client, in all currencies, until
// when it can be claimed in court: those whose time runs out first come first,
// those whose time stands still last. Nothing for an unknown client.
func (v *View) Limitations(key ledger.ClientKey) []OpenLimitation {
	a := v.account(key)
	if a == nil {
		return nil
	}
	l := a.lines(v.shared, true)
	term, acts := a.limitationTerm(), a.interruptions(l)
	var out []OpenLimitation
	for i := range l.items {
		it := &l.items[i]
		if l.standings[i].Open <= 0 || a.isSettling(it) {
			continue
		}
		r := limitation.Date(l.due[i], term, it.ItemKey, acts.of(int32(i)))
		out = append(out, OpenLimitation{
			Limitation: Limitation{Item: it.ItemKey, Open: l.standings[i].Open, Result: r},
			Currency:   it.Currency, State: r.State(a.day),
		})
	}
	slices.SortStableFunc(out, func(x, y OpenLimitation) int {
		return cmp.Or(cmp.Compare(b2i(x.On.IsZero()), b2i(y.On.IsZero())), cmp.Compare(x.On, y.On),
			cmp.Compare(x.Item.Number, y.Item.Number), cmp.Compare(x.Item.Date, y.Item.Date))
	})
	return out
}
