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
	"relance/domain/priority"
	"relance/domain/terms"
)

// account is one client folded as of a day. It is built whole and never changed
// once it is part of a view.
type account struct {
	book     *ledger.Account
	creditor *ledger.Creditor
	imports  []*journal.Event // of all creditors, in order
	events   []*journal.Event // all of the client's, in order; later days included
	live     journal.Liveness
	day      calendar.Date
	cutoff   calendar.Date
	zone     calendar.Zone

	client   ledger.Client // the ledger's particulars under what persons wrote
	fields   map[ledger.Field][]*journal.Event
	contacts []ContactRow
	status   journal.StatusChanged
	statusOn calendar.Date
	limitTo  calendar.Date

	due       []calendar.Date // by item
	dueSource []DueSource     // by item
	standings []ledger.Standing
	open      []int32 // indices of open debits by due date
	seen      []seenReceipt

	promises  []PromiseRow
	plans     []PlanRow
	disputes  []DisputeRow
	callbacks []CallbackRow
	contact   contactLog
	currs     []currencyState
	behaviour behaviour.Behaviour
	observed  []behaviour.Observation
}

// currencyState is what a client owes in one currency.
type currencyState struct {
	currency money.Currency
	sums     Sums
	items    []position.Item // open debits by due date
	index    []int32         // their places among the account's items
	pos      position.Position
	input    priority.Input
	row      *Row
}

// seenReceipt is money seen at the bank that accounting has not booked yet.
type seenReceipt struct {
	id       journal.ID
	amount   money.Amount
	on       calendar.Date
	items    []journal.Part
	absorbed bool
}

// contactLog is what the rank needs to know of past contacts.
type contactLog struct {
	attempts, reached int
	last              calendar.Date // last contact or attempt
	lastReached       calendar.Date
	lastOutcome       journal.Outcome
	lastEvent         *journal.Event
	today, week       priority.Contacts
	wrongNumber       bool
}

// effective gives the client's events that count on the account's day, in order.
func (a *account) effective() []*journal.Event {
	out := make([]*journal.Event, 0, len(a.events))
	for _, e := range a.known() {
		if a.live.Counts(e) {
			out = append(out, e)
		}
	}
	return out
}

// known gives the events recorded on or before the account's day.
func (a *account) known() []*journal.Event {
	for _, e := range a.events {
		if e.Day > a.day {
			return slices.DeleteFunc(slices.Clone(a.events), func(e *journal.Event) bool { return e.Day > a.day })
		}
	}
	return a.events
}

// foldAccount folds one client as of a day.
func foldAccount(book *ledger.Account, sh *shared, events []*journal.Event, day calendar.Date) *account {
	creditor := sh.creditor(book.Client.Key.Creditor)
	a := &account{book: book, creditor: creditor, imports: sh.global, events: events, day: day, client: book.Client}
	a.cutoff = min(creditor.Cutoff, day)
	a.zone = zoneOf(book.Client.Country, creditor)
	a.live = journal.Live(a.known())
	for _, e := range a.effective() {
		a.apply(e)
	}
	a.zone = zoneOf(a.client.Country, creditor)
	a.dates(sh)
	a.settle(a.allocate())
	a.learn()
	return a
}

// knownUpTo is the creditor's cutoff when an event was recorded: what was
// booked up to then was known to those who spoke. Zero when no import says it.
func (a *account) knownUpTo(e *journal.Event) calendar.Date {
	var day calendar.Date
	for _, i := range a.imports {
		if c, ok := i.Content.(journal.LedgerImported); ok && c.Creditor == a.creditor.ID && i.Before(e) {
			day = min(c.To, e.Day)
		}
	}
	return day
}

// zoneOf gives the debtor's calendar of holidays.
func zoneOf(country string, creditor *ledger.Creditor) calendar.Zone {
	switch country {
	case "BE":
		return calendar.Belgium
	case "FR":
		if creditor.Zone == calendar.AlsaceMoselle {
			return calendar.AlsaceMoselle
		}
		return calendar.France
	}
	return creditor.Zone
}

// dates gives each item its due date: a person's word, the file's, the client's
// terms, the creditor's, thirty days net. A credit is due on its own date.
func (a *account) dates(sh *shared) {
	items := a.book.Items
	a.due = make([]calendar.Date, len(items))
	a.dueSource = make([]DueSource, len(items))
	own, source := a.terms(sh)
	for i := range items {
		switch it := &items[i]; {
		case it.Due != 0:
			a.due[i], a.dueSource[i] = it.Due, DueFromFile
		case it.Amount > 0:
			a.due[i], a.dueSource[i] = own.Due(it.Date), source
		default:
			a.due[i], a.dueSource[i] = it.Date, source
		}
	}
	for _, e := range a.fields[ledger.FieldDue] {
		c := e.Content.(journal.ParticularsChanged)
		due, err := calendar.Parse(c.Value)
		if err != nil {
			continue
		}
		for i := range items {
			if items[i].ItemKey == c.Item {
				a.due[i], a.dueSource[i] = due, DueByHand
			}
		}
	}
}

// thirtyDays are the terms when nothing was agreed (C. com. art. L441-10 I).
var thirtyDays = terms.Terms{Kind: terms.Net, Count: 30}

// terms gives the terms that date the client's invoices, and whose they are.
func (a *account) terms(sh *shared) (terms.Terms, DueSource) {
	if a.client.Terms != "" {
		if own, err := terms.Parse(a.client.Terms); err == nil && !own.IsZero() {
			return own, DueFromClientTerms
		}
	}
	if t, ok := sh.terms[a.creditor.ID]; ok {
		return t, DueFromDefaultTerms
	}
	return thirtyDays, DueFromDefaultTerms
}

// allocate settles the items against each other, lists the open debits and
// gives which credit settled which debit.
func (a *account) allocate() []ledger.Allocation {
	items := a.book.Items
	standings, allocs := ledger.Allocate(items, a.due, a.day, make([]ledger.Standing, 0, len(items)), nil)
	a.standings = standings
	n := 0
	for i := range items {
		if a.standings[i].Open > 0 {
			n++
		}
	}
	a.open = make([]int32, 0, n)
	for i := range items {
		if a.standings[i].Open > 0 {
			a.open = append(a.open, int32(i))
		}
	}
	slices.SortFunc(a.open, func(x, y int32) int {
		switch p, q := &items[x], &items[y]; {
		case a.due[x] != a.due[y]:
			return cmp.Compare(a.due[x], a.due[y])
		case p.Date != q.Date:
			return cmp.Compare(p.Date, q.Date)
		default:
			return cmp.Or(strings.Compare(p.Number, q.Number), cmp.Compare(p.Line, q.Line))
		}
	})
	return allocs
}

// currencies lists the currencies in which something is open, the creditor's
// first, then by code.
func (a *account) currencies() []money.Currency {
	out := make([]money.Currency, 0, 2)
	for i := range a.book.Items {
		if a.standings[i].Open == 0 {
			continue
		}
		if c := a.book.Items[i].Currency; !slices.Contains(out, c) {
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
