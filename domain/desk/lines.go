package desk

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"relance/domain/behaviour"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/position"
	"relance/domain/promise"
)

// lines is what is known of each item of one account as of a day. A portfolio
// has hundreds of thousands of items, most of them settled long ago: an account
// keeps only what is open, and the lines are worked out again where somebody
// looks at them. The memory of one lines serves many accounts, one after the
// other.
type lines struct {
	items     []ledger.Item // lent by the account
	buffer    []ledger.Item
	due       []calendar.Date
	source    []DueSource
	standings []ledger.Standing
	allocs    []ledger.Allocation // which credit settled which debit
	open      []int32             // open debits by due date
	payments  []promise.Payment
	claims    []promise.Promise
	observed  []behaviour.Observation

	// what an account keeps
	accounts slab[account]
	states   slab[currencyState]
	kept     slab[position.Item]
	places   slab[int32]
	lists    slab[openLine]
	rows     slab[Row]
}

// linesForMany is lines that many accounts are folded on.
func linesForMany() *lines {
	l := &lines{}
	l.accounts.size, l.states.size, l.rows.size = 32, 32, 64
	l.kept.size, l.places.size, l.lists.size = 256, 1024, 512
	return l
}

// openLine is an item that is open, a debit or a credit.
type openLine struct {
	number       string
	open, amount int64
}

// lay works out the lines of an account whose particulars are known.
func (l *lines) lay(a *account, sh *shared, texts bool) error {
	if err := l.unpack(a, texts); err != nil {
		return err
	}
	l.date(a, sh)
	l.standings, l.allocs = ledger.Allocate(l.items, l.due, a.day, l.standings, l.allocs)
	return nil
}

func (l *lines) unpack(a *account, texts bool) (err error) {
	l.items, err = a.book.Lines(l.buffer, texts)
	if a.book.Packed != nil {
		l.buffer = l.items
	}
	return err
}

// date gives each item its due date: a person's word, the file's, the client's
// terms, the creditor's, thirty days net. A credit is due on its own date.
func (l *lines) date(a *account, sh *shared) {
	n := len(l.items)
	l.due, l.source = slices.Grow(l.due[:0], n)[:n], slices.Grow(l.source[:0], n)[:n]
	own, source := a.terms(sh)
	for i := range l.items {
		switch it := &l.items[i]; {
		case it.Due != 0:
			l.due[i], l.source[i] = it.Due, DueFromFile
		case it.Amount > 0:
			l.due[i], l.source[i] = own.Due(it.Date), source
		default:
			l.due[i], l.source[i] = it.Date, source
		}
	}
	for _, e := range a.fields[ledger.FieldDue] {
		c := e.Content.(journal.ParticularsChanged)
		due, err := calendar.Parse(c.Value)
		if err != nil {
			continue
		}
		for i := range l.items {
			if l.items[i].ItemKey == c.Item {
				l.due[i], l.source[i] = due, DueByHand
			}
		}
	}
}

// list lists the open debits by due date, and gives all that is open in the
// order of the items.
func (l *lines) list() []openLine {
	l.open = l.open[:0]
	n := 0
	for i := range l.standings {
		if open := l.standings[i].Open; open != 0 {
			n++
			if open > 0 {
				l.open = append(l.open, int32(i))
			}
		}
	}
	slices.SortFunc(l.open, func(x, y int32) int {
		switch p, q := &l.items[x], &l.items[y]; {
		case l.due[x] != l.due[y]:
			return cmp.Compare(l.due[x], l.due[y])
		case p.Date != q.Date:
			return cmp.Compare(p.Date, q.Date)
		default:
			return cmp.Or(strings.Compare(p.Number, q.Number), cmp.Compare(p.Line, q.Line))
		}
	})
	out := l.lists.take(n)
	for i := range l.standings {
		if open := l.standings[i].Open; open != 0 {
			out = append(out, openLine{number: l.items[i].Number, open: open, amount: l.items[i].Amount})
		}
	}
	return out
}

// currencies lists the currencies in which something is open, the creditor's
// first, then by code.
func (l *lines) currencies(a *account) []money.Currency {
	out := make([]money.Currency, 0, 1)
	for i := range l.items {
		if l.standings[i].Open == 0 {
			continue
		}
		if c := l.items[i].Currency; !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, a.compareCurrencies)
	return out
}

// compareCurrencies puts the creditor's own first, then goes by code.
func (a *account) compareCurrencies(x, y money.Currency) int {
	switch home := a.creditor.Currency; {
	case x == y:
		return 0
	case x == home:
		return -1
	case y == home:
		return 1
	}
	return bytes.Compare(x[:], y[:])
}

// pay lists the money that can pay promises and plans in one currency.
func (l *lines) pay(a *account, cur money.Currency) []promise.Payment {
	out := l.payments[:0]
	confirmed, instead := a.confirmed(cur, l)
	for _, al := range l.allocs {
		credit := &l.items[al.Credit]
		if credit.Currency == cur && !slices.Contains(instead, int(al.Credit)) {
			pay := promise.Payment{
				On: a.paidFrom(credit), Amount: al.Amount, Item: l.items[al.Debit].ItemKey, CreditNote: credit.Kind == ledger.CreditNote,
			}
			if pay.On != credit.Booked {
				pay.Shown = credit.Booked
			}
			out = append(out, pay)
		}
	}
	for i := range l.items {
		if it := &l.items[i]; it.Currency == cur && l.standings[i].Open < 0 && !slices.Contains(instead, i) {
			out = append(out, promise.Payment{On: it.Booked, Amount: -l.standings[i].Open, CreditNote: it.Kind == ledger.CreditNote})
		}
	}
	out = append(l.withoutReversed(out, cur), confirmed...)
	for _, s := range a.seen {
		if !s.absorbed && s.amount.Currency == cur {
			out = append(out, seenPayments(s)...)
		}
	}
	l.payments = out
	return out
}

// cameBack reports whether a receipt was reversed: a debit that is a receipt was
// set against it, or one of its amount is open.
func (l *lines) cameBack(credit int) bool {
	for _, al := range l.allocs {
		if int(al.Credit) == credit && l.items[al.Debit].Kind == ledger.Receipt {
			return true
		}
	}
	it := &l.items[credit]
	for i := range l.items {
		back := &l.items[i]
		if back.Kind == ledger.Receipt && back.Currency == it.Currency && l.standings[i].Open == -it.Amount && back.Booked >= it.Booked {
			return true
		}
	}
	return false
}

// withoutReversed takes out the unapplied receipts that came back: a debit that
// reverses a receipt (a bounced payment) cancels the last one of its amount.
func (l *lines) withoutReversed(payments []promise.Payment, cur money.Currency) []promise.Payment {
	for i := range l.items {
		back := &l.items[i]
		if back.Kind != ledger.Receipt || back.Currency != cur || l.standings[i].Open <= 0 {
			continue
		}
		last := -1
		for n, p := range payments {
			unapplied := p.Item.IsZero() && !p.CreditNote && p.Amount == l.standings[i].Open && p.On <= back.Booked
			if unapplied && (last < 0 || p.On > payments[last].On) {
				last = n
			}
		}
		if last >= 0 {
			payments = slices.Delete(payments, last, last+1)
		}
	}
	return payments
}

// observe notes how the client has paid: what the portfolio's curve and the
// client's own behaviour are made of. An open invoice that is not yet due says
// nothing.
func (l *lines) observe(day calendar.Date) []behaviour.Observation {
	out := l.observed[:0]
	for i := range l.standings {
		it, s := &l.items[i], &l.standings[i]
		if it.Kind != ledger.Invoice || !s.Known || it.Amount <= 0 {
			continue
		}
		switch {
		case s.SettledOn != 0:
			out = append(out, behaviour.Observation{On: s.SettledOn, DaysLate: s.SettledOn.Sub(l.due[i]), Settled: true})
		case s.Open > 0 && l.due[i] < day:
			out = append(out, behaviour.Observation{On: day, DaysLate: day.Sub(l.due[i])})
		}
	}
	l.observed = out
	return out
}

// lines works out an account's lines for somebody who looks at them.
func (a *account) lines(sh *shared, texts bool) *lines {
	l := &lines{}
	_ = l.lay(a, sh, texts) // the fold has read them before: what is damaged was said then
	return l
}
