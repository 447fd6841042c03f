package desk

import (
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
	known := v.FeeClaims(key, cur, FeeScope{Paid: true})
	at := make(map[ledger.ItemKey]int, len(known))
	for i := range known {
		at[known[i].Item] = i
	}
	claims := make([]latefee.Claim, len(parts))
	for i, p := range parts {
		if n, ok := at[p.Item]; ok {
			claims[i] = known[n]
		}
	}
	fees, err := plan.NewLateFees(v.Rates(), terms, claims)
	if err != nil {
		return unknownRate{err}
	}
	return fees
}

// unknownRate is the charger of a plan whose rates are not known even today.
type unknownRate struct{ err error }

// Weight implements plan.Charger.
func (u unknownRate) Weight(int, calendar.Date) (plan.Weight, error) { return plan.Weight{}, u.err }

// Fee implements plan.Charger.
func (u unknownRate) Fee(int, calendar.Date) (int64, error) { return 0, u.err }
