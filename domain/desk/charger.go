package desk

import (
	"slices"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
)

// Charger gives what tells a plan over these parts the interest and the
// indemnities that late payment costs, by the rates known on the view's day.
// With provisional the last known rate stands for those not published yet. A
// document that the ledger does not know bears nothing. One charger must not be
// used by several goroutines at once.
func (v *View) Charger(key ledger.ClientKey, cur money.Currency, parts []journal.Part, provisional bool) plan.Charger {
	terms := v.FeeTerms(key)
	terms.Provisional = provisional
	claims, before := v.planned(key, cur, parts, journal.ID{})
	fees, err := plan.NewLateFees(v.Rates(), terms, claims)
	for i := 0; err == nil && i < len(before); i++ {
		err = fees.PaidBefore(i, before[i])
	}
	if err != nil {
		return unknownRate{err}
	}
	return fees
}

// planned gives the documents of a plan as claims, at the index of its parts,
// whatever plans say of them now, and the payments on each before the plan whose
// interest it takes: where it is over all that was open, and no plan signed
// before it dealt with that interest. A document that the ledger does not know
// is a claim of nothing.
func (v *View) planned(key ledger.ClientKey, cur money.Currency, parts []journal.Part, id journal.ID) ([]latefee.Claim, [][]latefee.Movement) {
	claims, before := make([]latefee.Claim, len(parts)), make([][]latefee.Movement, len(parts))
	a := v.account(key)
	if a == nil {
		return claims, before
	}
	l := a.lines(v.shared, true)
	known := a.feeClaims(l, cur)
	at, matched := make(map[ledger.ItemKey]int, len(known)), make([]int, len(known))
	for i := range known {
		at[known[i].Item], matched[i] = i, len(known[i].Movements)
	}
	a.onAccount(l, cur, known)
	for i, p := range parts {
		n, ok := at[p.Item]
		if !ok {
			continue
		}
		claims[i] = known[n]
		claims[i].Plans = nil
		if a.dealtWith(p.Item, id) {
			continue
		}
		c := known[n]
		c.Movements = c.Movements[:matched[n]]
		before[i] = c.Before(p.Amount)
	}
	return claims, before
}

// dealtWith reports whether a plan signed before another (before now where it is
// none of the client's) said what becomes of a document's interest.
func (a *account) dealtWith(item ledger.ItemKey, id journal.ID) bool {
	for i := range a.plans {
		switch p := &a.plans[i]; {
		case p.Plan.ID == id:
			return false
		case p.Life.SignedOn.IsZero() || p.Plan.Interest == journal.ChargesReserved:
		case slices.ContainsFunc(p.Plan.Items, func(part journal.Part) bool { return part.Item == item }):
			return true
		}
	}
	return false
}

// unknownRate is the charger of a plan whose rates are not known even today.
type unknownRate struct{ err error }

// Weight implements plan.Charger.
func (u unknownRate) Weight(int, calendar.Date) (plan.Weight, error) { return plan.Weight{}, u.err }

// Openings implements plan.Charger.
func (unknownRate) Openings(int) []plan.Opening { return nil }

// Fee implements plan.Charger.
func (u unknownRate) Fee(int, calendar.Date) (int64, error) { return 0, u.err }
