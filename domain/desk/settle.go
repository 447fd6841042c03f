package desk

import (
	"cmp"
	"slices"

	"relance/domain/aging"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/position"
	"relance/domain/promise"
)

// settle judges promises and plans and works out the position by currency.
func (a *account) settle(allocs []ledger.Allocation) {
	currs := a.currencies()
	for _, p := range a.promises {
		if !slices.Contains(currs, p.Currency) {
			currs = append(currs, p.Currency)
		}
	}
	a.absorb()
	a.currs = make([]currencyState, 0, len(currs))
	for _, c := range currs {
		a.judge(c, allocs)
		a.currs = append(a.currs, a.position(c))
	}
}

// absorb drops the receipts seen at the bank that accounting has booked since.
func (a *account) absorb() {
	var done []money.Currency
	for _, s := range a.seen {
		if !slices.Contains(done, s.amount.Currency) {
			done = append(done, s.amount.Currency)
			a.absorbIn(s.amount.Currency)
		}
	}
}

func (a *account) absorbIn(cur money.Currency) {
	var seen []promise.Seen
	var at []int
	for i, s := range a.seen {
		if s.amount.Currency == cur {
			seen, at = append(seen, promise.Seen{On: s.on, Amount: s.amount.Minor}), append(at, i)
		}
	}
	var credits []promise.Credit
	for i := range a.book.Items {
		it := &a.book.Items[i]
		if it.Currency == cur && it.Amount < 0 && it.Booked <= a.day && it.Kind != ledger.CreditNote {
			credits = append(credits, promise.Credit{Booked: it.Booked, Amount: -it.Amount})
		}
	}
	for i, gone := range promise.Absorb(seen, credits, a.cutoff) {
		a.seen[at[i]].absorbed = gone
	}
}

// payments lists the money that can pay promises and plans in one currency.
func (a *account) payments(cur money.Currency, allocs []ledger.Allocation) []promise.Payment {
	items := a.book.Items
	var out []promise.Payment
	for _, al := range allocs {
		credit := &items[al.Credit]
		if credit.Currency == cur {
			out = append(out, promise.Payment{
				On: credit.Booked, Amount: al.Amount, Item: items[al.Debit].ItemKey, CreditNote: credit.Kind == ledger.CreditNote,
			})
		}
	}
	for i := range items {
		if it := &items[i]; it.Currency == cur && a.standings[i].Open < 0 {
			out = append(out, promise.Payment{On: it.Booked, Amount: -a.standings[i].Open, CreditNote: it.Kind == ledger.CreditNote})
		}
	}
	for _, s := range a.seen {
		if !s.absorbed && s.amount.Currency == cur {
			out = append(out, seenPayments(s)...)
		}
	}
	return out
}

func seenPayments(s seenReceipt) []promise.Payment {
	var out []promise.Payment
	left := s.amount.Minor
	for _, p := range s.items {
		if take := min(p.Amount, left); take > 0 {
			out = append(out, promise.Payment{On: s.on, Amount: take, Item: p.Item, Seen: true})
			left -= take
		}
	}
	if left > 0 {
		out = append(out, promise.Payment{On: s.on, Amount: left, Seen: true})
	}
	return out
}

// judge evaluates the promises and plans of one currency, all by the same
// money, so that no euro pays two of them.
func (a *account) judge(cur money.Currency, allocs []ledger.Allocation) {
	var list []promise.Promise
	var promises, plans []int
	for i := range a.promises {
		if a.promises[i].Currency == cur {
			promises, list = append(promises, i), append(list, a.promises[i].Promise)
		}
	}
	first := map[int]int{}
	for i := range a.plans {
		if a.plans[i].Plan.Currency == cur {
			plans, first[i] = append(plans, i), len(list)
			list = append(list, plan.Claims(a.plans[i].Plan, a.plans[i].Life)...)
		}
	}
	if len(promises)+len(plans) == 0 {
		return
	}
	standings := promise.Evaluate(list, a.payments(cur, allocs), a.day, a.cutoff, a.zone)
	for n, i := range promises {
		a.promises[i].Standing = standings[n]
	}
	for _, i := range plans {
		p := &a.plans[i]
		claims := standings[first[i]:]
		p.Standing = plan.Judge(p.Plan, p.Life, claims[:len(plan.Claims(p.Plan, p.Life))], a.day)
	}
}

// position works out what is collectible in one currency.
func (a *account) position(cur money.Currency) currencyState {
	items := a.book.Items
	st := currencyState{currency: cur, items: make([]position.Item, 0, len(a.open)), index: make([]int32, 0, len(a.open))}
	bal := aging.Balance{}
	var unapplied int64
	for i := range items {
		if items[i].Currency == cur && a.standings[i].Open < 0 {
			bal.Unapplied += a.standings[i].Open
			unapplied -= a.standings[i].Open
		}
	}
	for _, i := range a.open {
		it := &items[i]
		if it.Currency != cur {
			continue
		}
		open := a.standings[i].Open
		bal.Add(open, a.day.Sub(a.due[i]))
		p := position.Item{Key: it.ItemKey, Due: a.due[i], Open: open, Bill: it.Kind == ledger.Bill}
		if a.client.Factored {
			p.Financed = open
		}
		p.Barred = a.status.Status == journal.Insolvency && it.Date < a.status.Since
		st.items, st.index = append(st.items, p), append(st.index, i)
	}
	a.suspend(st.items, cur)
	for _, s := range a.seen {
		if !s.absorbed && s.amount.Currency == cur {
			unapplied += s.amount.Minor
		}
	}
	pos := position.Compute(st.items, unapplied, a.day)
	st.sums = Sums{
		Currency: cur, Balance: bal, Exposure: bal.Total(), Overdue: pos.Overdue, Disputed: pos.Disputed,
		Promised: pos.Promised, Planned: pos.Planned, Financed: pos.Financed, Unapplied: bal.Unapplied,
		Collectible: pos.Collectible, DaysLate: pos.DaysLate,
	}
	st.pos = pos
	return st
}

// suspend writes the disputed, planned and promised parts into the items.
func (a *account) suspend(items []position.Item, cur money.Currency) {
	for i := range a.disputes {
		if d := &a.disputes[i]; d.State == DisputeOpen {
			spread(items, d.Items, d.Amount, func(it *position.Item) *int64 { return &it.Disputed })
		}
	}
	for i := range a.plans {
		p := &a.plans[i]
		if p.Plan.Currency == cur {
			spread(items, p.Plan.Items, plan.Suspended(p.Plan, p.Standing, a.day), func(it *position.Item) *int64 { return &it.Planned })
		}
	}
	for i := range a.promises {
		p := &a.promises[i]
		if p.Currency == cur && (p.State == promise.Open || p.State == promise.ToVerify) {
			spread(items, p.Parts, p.Amount-p.Paid-p.Reduced, func(it *position.Item) *int64 { return &it.Promised })
		}
	}
}

// spread puts an amount onto the items that an act named, each up to its part
// and to what is still open on it. An act that named no item is about the whole
// debt, oldest first.
func spread(items []position.Item, parts []journal.Part, amount int64, field func(*position.Item) *int64) {
	put := func(it *position.Item, most int64) {
		room := it.Open - it.Financed - it.Disputed - it.Planned - it.Promised
		take := max(min(most, amount, room), 0)
		*field(it) += take
		amount -= take
	}
	if len(parts) == 0 {
		for i := range items {
			put(&items[i], items[i].Open)
		}
		return
	}
	for _, p := range parts {
		for i := range items {
			if items[i].Key == p.Item {
				put(&items[i], p.Amount)
			}
		}
	}
}

// firstOf gives the earlier of two dates, taking zero as none.
func firstOf(a, b calendar.Date) calendar.Date {
	if a == 0 || (b != 0 && cmp.Less(b, a)) {
		return b
	}
	return a
}
