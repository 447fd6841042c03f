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
func (a *account) settle(l *lines) {
	currs := l.currencies(a)
	for i := range a.promises {
		if c := a.promises[i].Currency; !slices.Contains(currs, c) {
			currs = append(currs, c)
		}
	}
	for i := range a.plans {
		if c := a.plans[i].Plan.Currency; !slices.Contains(currs, c) {
			currs = append(currs, c)
		}
	}
	a.absorb(l)
	a.currs = l.states.take(len(currs))
	for _, c := range currs {
		a.judge(c, l)
		a.currs = append(a.currs, a.position(c, l))
	}
}

// absorb drops the receipts seen at the bank that accounting has booked since.
func (a *account) absorb(l *lines) {
	var done []money.Currency
	for _, s := range a.seen {
		if !slices.Contains(done, s.amount.Currency) {
			done = append(done, s.amount.Currency)
			a.absorbIn(s.amount.Currency, l)
		}
	}
}

func (a *account) absorbIn(cur money.Currency, l *lines) {
	var seen []promise.Seen
	var at []int
	for i, s := range a.seen {
		if s.amount.Currency == cur {
			seen, at = append(seen, promise.Seen{On: s.on, Amount: s.amount.Minor}), append(at, i)
		}
	}
	var credits []promise.Credit
	for i := range l.items {
		it := &l.items[i]
		if it.Currency == cur && it.Amount < 0 && it.Booked <= a.day && it.Kind != ledger.CreditNote {
			credits = append(credits, promise.Credit{Booked: it.Booked, Amount: -it.Amount})
		}
	}
	for i, gone := range promise.Absorb(seen, credits, a.cutoff) {
		a.seen[at[i]].absorbed = gone
	}
}

// paidFrom is the first day on which a credit can have been paid. A ledger says
// the day; of two open-item lists only the later shows that something was paid
// since the earlier, and the debtor has the benefit of the doubt: a promise is
// not called broken for the interval between two lists.
func (a *account) paidFrom(credit *ledger.Item) calendar.Date {
	if !a.isSettling(credit) {
		return credit.Booked
	}
	var before calendar.Date
	for _, i := range a.imports {
		if c, ok := i.Content.(journal.LedgerImported); ok && c.Creditor == a.creditor.ID && c.To < credit.Booked {
			before = max(before, c.To)
		}
	}
	if before == 0 {
		return credit.Booked
	}
	return before + 1
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

// claims lists the promises of one currency, then the lines of its plans.
func (a *account) claims(cur money.Currency, l *lines) []promise.Promise {
	list := l.claims[:0]
	for i := range a.promises {
		if a.promises[i].Currency == cur {
			list = append(list, a.promises[i].Promise)
		}
	}
	for i := range a.plans {
		if a.plans[i].Plan.Currency == cur {
			list = append(list, plan.Claims(a.plans[i].Plan, a.plans[i].Life)...)
		}
	}
	l.claims = list
	return list
}

// judge evaluates the promises and plans of one currency, all by the same
// money, so that no euro pays two of them.
func (a *account) judge(cur money.Currency, l *lines) {
	list := a.claims(cur, l)
	if len(list) == 0 && len(a.plans) == 0 {
		return
	}
	standings := promise.Evaluate(list, l.pay(a, cur), a.day, a.cutoff, a.zone)
	for i := range a.promises {
		if a.promises[i].Currency == cur {
			a.promises[i].Standing, standings = standings[0], standings[1:]
		}
	}
	for i := range a.plans {
		p := &a.plans[i]
		if p.Plan.Currency == cur {
			n := len(plan.Claims(p.Plan, p.Life))
			p.Standing = plan.Judge(p.Plan, p.Life, standings[:n], a.day)
			standings = standings[n:]
		}
	}
}

// position works out what is collectible in one currency.
func (a *account) position(cur money.Currency, l *lines) currencyState {
	items := l.items
	st := currencyState{currency: cur, items: l.kept.take(len(l.open)), index: l.places.take(len(l.open))}
	bal := aging.Balance{}
	var unapplied int64
	for i := range items {
		if l.standings[i].Open < 0 && items[i].Currency == cur {
			bal.Unapplied += l.standings[i].Open
			unapplied -= l.standings[i].Open
		}
	}
	for _, i := range l.open {
		it := &items[i]
		if it.Currency != cur {
			continue
		}
		open := l.standings[i].Open
		bal.Add(open, a.day.Sub(l.due[i]))
		p := position.Item{Key: it.ItemKey, Due: l.due[i], Open: open, Bill: it.Kind == ledger.Bill}
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
