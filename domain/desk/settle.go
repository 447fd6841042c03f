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
	var places []int32
	for i := range l.items {
		it := &l.items[i]
		if it.Currency == cur && it.Amount < 0 && it.Booked <= a.day && it.Kind != ledger.CreditNote {
			credits, places = append(credits, promise.Credit{Booked: it.Booked, Amount: -it.Amount}), append(places, int32(i)+1)
		}
	}
	for i, gone := range promise.Absorb(seen, credits, a.cutoff) {
		a.seen[at[i]].absorbed = gone
	}
	for i, by := range promise.Matched(seen, credits) {
		if a.seen[at[i]].by = 0; by >= 0 {
			a.seen[at[i]].by = places[by]
		}
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

// confirmed gives the receipts seen at the bank that the ledger shows now, as
// they were seen: money that was known to pay a promise goes on paying it,
// whatever its day in the ledger and whatever it was set against there. It is the
// ledger that counts where it set the money against what is agreed elsewhere, or
// where the money went back.
func (a *account) confirmed(cur money.Currency, l *lines) (out []promise.Payment, instead []int) {
	for i := range a.seen {
		s := &a.seen[i]
		if s.by == 0 || s.amount.Currency != cur || l.cameBack(int(s.by)-1) || a.setElsewhere(s, l) {
			continue
		}
		instead = append(instead, int(s.by)-1)
		for _, p := range seenPayments(*s) {
			p.On, p.Seen = a.seenOn(s, l.items[s.by-1].Booked), false
			out = append(out, p)
		}
	}
	return out, instead
}

// seenOn is the day on which money counts that was seen and is booked: the day
// in the ledger, unless something was agreed between the two.
func (a *account) seenOn(s *seenReceipt, booked calendar.Date) calendar.Date {
	between := func(made calendar.Date) bool { return booked <= made && made <= s.on }
	if booked > s.on || slices.ContainsFunc(a.promises, func(p PromiseRow) bool { return between(p.Made) }) ||
		slices.ContainsFunc(a.plans, func(p PlanRow) bool { return between(p.MadeOn) }) {
		return s.on
	}
	return booked
}

// setElsewhere reports whether the ledger set a receipt against a document on
// which something else was agreed than what it was seen to pay.
func (a *account) setElsewhere(s *seenReceipt, l *lines) bool {
	for _, al := range l.allocs {
		if int(al.Credit) != int(s.by)-1 {
			continue
		}
		on := func(p journal.Part) bool { return p.Item == l.items[al.Debit].ItemKey }
		if !slices.ContainsFunc(s.items, on) && a.agreedOn(on) {
			return true
		}
	}
	return false
}

// agreedOn reports whether a promise or a plan is about a document.
func (a *account) agreedOn(on func(journal.Part) bool) bool {
	return slices.ContainsFunc(a.promises, func(p PromiseRow) bool { return slices.ContainsFunc(p.Parts, on) }) ||
		slices.ContainsFunc(a.plans, func(p PlanRow) bool { return slices.ContainsFunc(p.Plan.Items, on) })
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
		p.Barred = a.judgment.bars(it.ItemKey)
		st.items, st.index = append(st.items, p), append(st.index, i)
	}
	a.suspend(st.items, cur)
	for _, s := range a.seen {
		if !s.absorbed && s.amount.Currency == cur {
			unapplied += s.amount.Minor
			st.sums.Seen += s.amount.Minor
		}
	}
	pos, seen := position.Compute(st.items, unapplied, a.day), st.sums.Seen
	st.sums = Sums{
		Currency: cur, Balance: bal, Exposure: bal.Total(), Overdue: pos.Overdue, Disputed: pos.Disputed,
		Promised: pos.Promised, Planned: pos.Planned, Financed: pos.Financed, Unapplied: bal.Unapplied, Seen: seen,
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
			planned(items, p.Plan, plan.Suspended(p.Plan, p.Standing, a.day))
		}
	}
	for i := range a.promises {
		p := &a.promises[i]
		if p.Currency == cur && (p.State == promise.Open || p.State == promise.ToVerify) {
			spread(items, p.Parts, p.Amount-p.Paid-p.Reduced, func(it *position.Item) *int64 { return &it.Promised })
		}
	}
}

// planned puts what a plan holds back onto its items: instalments pay them in
// their order, so what is still to come is the last ones'.
func planned(items []position.Item, p journal.Plan, suspended int64) {
	if suspended <= 0 {
		return
	}
	if len(p.Items) == 0 {
		spread(items, nil, suspended, func(it *position.Item) *int64 { return &it.Planned })
		return
	}
	at, room := make([]int, len(p.Items)), make([]int64, len(p.Items))
	for i, part := range p.Items {
		at[i] = slices.IndexFunc(items, func(it position.Item) bool { return it.Key == part.Item })
		if at[i] >= 0 {
			it := &items[at[i]]
			room[i] = it.Open - it.Financed - it.Disputed - it.Planned - it.Promised
		}
	}
	for i, share := range plan.Cover(p, suspended, room, nil) {
		if at[i] >= 0 {
			items[at[i]].Planned += share
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
