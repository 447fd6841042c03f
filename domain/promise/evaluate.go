package promise

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// Tolerances of a promise.
const (
	ToleranceDays = 2       // business days after the date during which a payment counts
	keptPPM       = 980_000 // share from which a promise counts as kept
	keptShort     = 50      // or so many whole units of the currency short
)

// Deadline is the last day on which a payment counts for a promise due on that
// day: the second business day after it.
func Deadline(due calendar.Date, zone calendar.Zone) calendar.Date {
	return zone.AddBusinessDays(due, ToleranceDays)
}

// Enough reports whether paid fulfils an amount promised, both in minor units:
// 98 %, or at most 50 units of the currency short with something paid.
func Enough(paid, promised int64, c money.Currency) bool {
	if promised <= 0 || paid >= promised {
		return true
	}
	short := int64(keptShort)
	for range c.Exponent() {
		short *= 10
	}
	return paid > 0 && (promised-paid <= short || paid >= money.MulDiv(promised, keptPPM, money.PPM))
}

// Evaluate judges the promises of one client in one currency as of a day, with
// the ledger known up to the cutoff. The result has one standing per promise,
// at its index, and does not depend on the order of promises or payments.
//
// Money goes first to promises that cover the item it was set against, then, if
// it is set against nothing and dated after the promise, to any promise; each
// time to the earliest made first (then by ID, then, for the lines of a plan,
// in their order), and each euro once. Money dated before the promise was made
// does not pay it. Money that comes after the tolerance pays a promise only when
// no other takes it in time; it is shown in Paid and Late and does not change
// the state: a promise paid late stays broken, with nothing missing. A credit
// note set against a covered item lowers what was promised, by at most the part
// promised of that item, whenever it comes; it never pays.
//
// A promise that is paid in full is kept at once; the tolerances count once the
// deadline is over. A promise withdrawn or superseded keeps the money that came
// before that day, and is kept if that was all of it.
func Evaluate(promises []Promise, payments []Payment, day, cutoff calendar.Date, zone calendar.Zone) []Standing {
	if len(promises) == 0 {
		return nil
	}
	e := evaluation{promises: promises, day: day, standings: make([]Standing, len(promises)), timely: make([]int64, len(promises))}
	e.order(zone)
	e.sortPayments(payments)
	e.reduce()
	e.distribute()
	for i := range promises {
		e.judge(i, cutoff)
	}
	return e.standings
}

// Shares judges as Evaluate does and gives what was paid of each part of each
// promise, at the indices of the promises and of their Parts; a promise without
// parts has none. Money set against no document fills the parts in their order.
func Shares(promises []Promise, payments []Payment, day calendar.Date, zone calendar.Zone) [][]int64 {
	if len(promises) == 0 {
		return nil
	}
	e := evaluation{
		promises: promises, day: day, standings: make([]Standing, len(promises)), timely: make([]int64, len(promises)),
		shares: make([][]int64, len(promises)),
	}
	for i := range promises {
		e.shares[i] = make([]int64, len(promises[i].Parts))
	}
	e.order(zone)
	e.sortPayments(payments)
	e.reduce()
	e.distribute()
	return e.shares
}

// distribute gives out all money.
func (e *evaluation) distribute() {
	for _, stage := range []stage{{covered: true}, {}, {covered: true, late: true}, {late: true}} {
		e.spread(stage)
	}
}

// share notes which parts of promise i a payment pays: those of its document
// first, beyond them the others in their order.
func (e *evaluation) share(i int, item ledger.ItemKey, amount int64) {
	parts := e.promises[i].Parts
	for _, own := range []bool{true, false} {
		for k := range parts {
			if own && parts[k].Item != item {
				continue
			}
			take := max(min(amount, parts[k].Amount-e.shares[i][k]), 0)
			e.shares[i][k] += take
			amount -= take
		}
	}
}

type evaluation struct {
	promises  []Promise
	standings []Standing
	timely    []int64 // paid by the deadline
	sequence  []int   // promises, earliest first
	payments  []Payment
	day       calendar.Date
	shares    [][]int64 // paid by part, where it is asked for
}

// stage is one round of giving out money.
type stage struct {
	covered bool // money set against an item; else money set against none
	late    bool // also after the deadline
}

func (e *evaluation) order(zone calendar.Zone) {
	e.sequence = make([]int, len(e.promises))
	for i := range e.sequence {
		e.sequence[i] = i
		e.standings[i].Deadline = Deadline(e.promises[i].Due, zone)
	}
	slices.SortStableFunc(e.sequence, func(a, b int) int {
		p, q := &e.promises[a], &e.promises[b]
		return cmp.Or(
			cmp.Compare(p.Made, q.Made),
			cmp.Compare(p.ID.Device, q.ID.Device),
			cmp.Compare(p.ID.Seq, q.ID.Seq),
			cmp.Compare(p.Due, q.Due),
		)
	})
}

// sortPayments copies what is known on the day and can count for a promise, in
// an order that depends on nothing but the payments.
func (e *evaluation) sortPayments(payments []Payment) {
	e.payments = make([]Payment, 0, 2*len(e.promises))
	for i := range payments {
		if p := &payments[i]; p.Amount > 0 && p.On <= e.day && (p.Item.IsZero() || e.covered(p.Item)) {
			e.payments = append(e.payments, *p)
		}
	}
	slices.SortFunc(e.payments, func(a, b Payment) int {
		return cmp.Or(
			cmp.Compare(a.On, b.On), compareItems(a.Item, b.Item), cmp.Compare(a.Amount, b.Amount),
			compareBool(a.Seen, b.Seen), cmp.Compare(a.Shown, b.Shown),
		)
	})
}

func compareItems(a, b ledger.ItemKey) int {
	return cmp.Or(cmp.Compare(a.Number, b.Number), cmp.Compare(a.Date, b.Date), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Ordinal, b.Ordinal))
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// since is the last day whose money does not pay the promise.
func (p *Promise) since(covered bool) calendar.Date {
	switch {
	case !covered:
		return p.Made
	case !p.Since.IsZero():
		return min(p.Since, p.Made)
	}
	return p.Made - 1
}

// part is how much of the item the promise covers.
func (p *Promise) part(item ledger.ItemKey) int64 {
	var amount int64
	for i := range p.Parts {
		if p.Parts[i].Item == item {
			amount += p.Parts[i].Amount
		}
	}
	return amount
}

func (p *Promise) covers(item ledger.ItemKey) bool {
	for i := range p.Parts {
		if part := &p.Parts[i].Item; part.Date == item.Date && *part == item {
			return true
		}
	}
	return false
}

// covered reports whether any promise covers the item.
func (e *evaluation) covered(item ledger.ItemKey) bool {
	for i := range e.promises {
		if e.promises[i].covers(item) {
			return true
		}
	}
	return false
}

// reduce takes credit notes off what was promised. The lines of a plan are
// lowered from the last backwards, so that none already due changes.
func (e *evaluation) reduce() {
	type share struct { // of an item: one promise's, or that of all lines of a plan
		promise int
		plan    journal.ID
		item    ledger.ItemKey
	}
	taken := map[share]int64{}
	for _, pay := range e.payments {
		if !pay.CreditNote || pay.Item.IsZero() {
			continue
		}
		rest := pay.Amount
		for _, i := range e.takers() {
			p := &e.promises[i]
			if !e.takes(i, pay, stage{covered: true, late: true}) {
				continue
			}
			key := share{promise: i, item: pay.Item}
			if p.Instalment {
				key = share{promise: -1, plan: p.ID, item: pay.Item}
			}
			take := min(rest, p.part(pay.Item)-taken[key], p.Amount-e.standings[i].Reduced)
			if take > 0 {
				taken[key] += take
				e.standings[i].Reduced += take
				rest -= take
			}
		}
	}
}

// takers is the sequence with the lines of each plan backwards.
func (e *evaluation) takers() []int {
	out := slices.Clone(e.sequence)
	for from := 0; from < len(out); {
		end := from + 1
		p := &e.promises[out[from]]
		for end < len(out) && p.Instalment && e.promises[out[end]].Instalment && e.promises[out[end]].ID == p.ID {
			end++
		}
		slices.Reverse(out[from:end])
		from = end
	}
	return out
}

// takes reports whether a payment can count for promise i at that stage.
func (e *evaluation) takes(i int, pay Payment, s stage) bool {
	p := &e.promises[i]
	if pay.On <= p.since(s.covered) || !s.late && !p.Instalment && pay.On > e.standings[i].Deadline {
		return false
	}
	if end, _ := p.ended(e.day); !end.IsZero() {
		last := end - 1
		if s.covered && !p.Handed.IsZero() {
			last = p.Handed
		}
		if pay.On > last {
			return false
		}
	}
	return !s.covered || p.covers(pay.Item)
}

// spread gives out what is left of the payments that the stage is about.
func (e *evaluation) spread(s stage) {
	for k := range e.payments {
		pay := &e.payments[k]
		if pay.CreditNote || pay.Amount == 0 || pay.Item.IsZero() == s.covered {
			continue
		}
		for _, i := range e.sequence {
			if pay.Amount == 0 {
				break
			}
			st := &e.standings[i]
			take := min(pay.Amount, e.promises[i].Amount-st.Reduced-st.Paid)
			if take <= 0 || !e.takes(i, *pay, s) {
				continue
			}
			pay.Amount -= take
			st.Paid += take
			if e.shares != nil {
				e.share(i, pay.Item, take)
			}
			st.PaidOn = max(st.PaidOn, pay.known())
			if pay.On > st.Deadline {
				st.Late += take
			} else {
				e.timely[i] += take
			}
		}
	}
}

func (e *evaluation) judge(i int, cutoff calendar.Date) {
	p, st := &e.promises[i], &e.standings[i]
	owed := max(p.Amount-st.Reduced, 0)
	st.Missing = max(owed-st.Paid, 0)
	end, ended := p.ended(e.day)
	switch {
	case e.timely[i] >= owed:
		st.State = Kept
	case !end.IsZero():
		st.State = ended
	case e.day <= st.Deadline:
		st.State = Open
	case Enough(e.timely[i], owed, p.Currency):
		st.State = Kept
	case cutoff < st.Deadline:
		st.State = ToVerify
	case e.timely[i] > 0:
		st.State = PartiallyKept
	default:
		st.State = Broken
	}
	if st.State == Broken || st.State == PartiallyKept {
		st.BrokenOn = st.Deadline + 1
	}
}
