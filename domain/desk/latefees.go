package desk

import (
	"slices"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/money"
)

// FeeScope says which documents late fees are computed on.
type FeeScope struct {
	Items []ledger.ItemKey // only these; none = all
	Paid  bool             // with those that were paid late
}

// FeeTerms gives what of a client decides rate and indemnity. Between
// businesses the law is the creditor's, whose terms of sale apply; a consumer
// keeps the protection of his own country.
func (v *View) FeeTerms(key ledger.ClientKey) latefee.Terms {
	a := v.account(key)
	if a == nil {
		return latefee.Terms{}
	}
	t := latefee.Terms{
		Country: a.creditor.Country, Nature: a.client.Nature, ContractPPM: a.client.LateRate,
		NoticeOn: a.client.NoticeOn, ReminderOn: a.client.ReminderOn,
	}
	if t.Nature == ledger.Consumer && a.client.Country != "" {
		t.Country = a.client.Country
	}
	if t.ContractPPM == 0 && t.Nature == ledger.Business {
		t.ContractPPM = a.creditor.LateRate
	}
	if a.status.Status == journal.Insolvency {
		t.StopOn = a.status.Since
	}
	return t
}

// FeeClaims gives the documents of a client in one currency that may bear late
// fees on the view's day, in order of due date, each with the payments and
// credits that its matching says, and after those what is not applied yet: money
// on account pays the oldest document first (C. civ. art. 1342-10), so that no
// interest runs on what the creditor holds already.
func (v *View) FeeClaims(key ledger.ClientKey, cur money.Currency, scope FeeScope) []latefee.Claim {
	a := v.account(key)
	if a == nil {
		return nil
	}
	l := a.lines(v.shared, true)
	var out []latefee.Claim
	at := map[int32]int{}
	for _, i := range l.owing(cur) {
		at[i] = len(out)
		it := &l.items[i]
		w := a.charges.waived[it.ItemKey]
		out = append(out, latefee.Claim{
			Item: it.ItemKey, Number: it.Number, Due: l.due[i], Amount: it.Amount, Currency: cur, Kind: it.Kind,
			InterestWaived: w.Interest, FeeWaived: w.Indemnity,
		})
	}
	for _, al := range l.allocs {
		if n, ok := at[al.Debit]; ok {
			out[n].Movements = append(out[n].Movements, latefee.Movement{On: l.items[al.Credit].Booked, Amount: al.Amount})
		}
	}
	a.onAccount(l, cur, out)
	return slices.DeleteFunc(out, func(c latefee.Claim) bool {
		if len(scope.Items) > 0 && !slices.Contains(scope.Items, c.Item) {
			return true
		}
		return !scope.Paid && !slices.Contains(scope.Items, c.Item) && left(c) == 0
	})
}

// owing lists the debits of a currency that are known, by due date.
func (l *lines) owing(cur money.Currency) []int32 {
	var out []int32
	for i := range l.items {
		if it := &l.items[i]; it.Currency == cur && it.Amount > 0 && l.standings[i].Known {
			out = append(out, int32(i))
		}
	}
	slices.SortStableFunc(out, func(x, y int32) int {
		if l.due[x] != l.due[y] {
			return int(l.due[x] - l.due[y])
		}
		return int(x - y)
	})
	return out
}

// onAccount sets open credits, and receipts seen that accounting has not booked,
// against the claims, oldest money and oldest claim first.
func (a *account) onAccount(l *lines, cur money.Currency, claims []latefee.Claim) {
	type credit struct {
		on    calendar.Date
		left  int64
		items []journal.Part
	}
	var credits []credit
	for i := range l.items {
		if it := &l.items[i]; it.Currency == cur && l.standings[i].Open < 0 {
			credits = append(credits, credit{on: it.Booked, left: -l.standings[i].Open})
		}
	}
	for _, s := range a.seen {
		if s.amount.Currency == cur && !s.absorbed && s.on <= a.day {
			credits = append(credits, credit{on: s.on, left: s.amount.Minor, items: s.items})
		}
	}
	slices.SortStableFunc(credits, func(x, y credit) int { return int(x.on - y.on) })
	pay := func(c *latefee.Claim, from *credit, most int64) {
		if take := min(left(*c), from.left, most); take > 0 {
			c.Movements = append(c.Movements, latefee.Movement{On: from.on, Amount: take})
			from.left -= take
		}
	}
	for i := range credits {
		from := &credits[i]
		for _, part := range from.items {
			for n := range claims {
				if claims[n].Item == part.Item {
					pay(&claims[n], from, part.Amount)
				}
			}
		}
		for n := range claims {
			pay(&claims[n], from, from.left)
		}
	}
}

// left is what of a claim no movement has paid.
func left(c latefee.Claim) int64 {
	open := c.Amount
	for _, m := range c.Movements {
		open -= m.Amount
	}
	return max(open, 0)
}

// LateFees computes the interest and the indemnities of a client's documents up
// to a day, with the rates known on the view's day. A rate that is not known is
// a *latefee.MissingRate, unless provisional accepts the last one known.
func (v *View) LateFees(
	key ledger.ClientKey, cur money.Currency, scope FeeScope, upTo calendar.Date, provisional bool,
) ([]latefee.Claim, latefee.Statement, error) {
	claims := v.FeeClaims(key, cur, scope)
	t := v.FeeTerms(key)
	t.Provisional = provisional
	st, err := latefee.Compute(v.Rates(), t, claims, upTo)
	return claims, st, err
}
