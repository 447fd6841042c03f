package desk

import (
	"slices"

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
	judgment judgment
	limitTo  calendar.Date

	open []openLine // in the order of the items
	seen []seenReceipt

	promises  []PromiseRow
	plans     []PlanRow
	disputes  []DisputeRow
	callbacks []CallbackRow
	charges   charges
	contact   contactLog
	currs     []currencyState
	drift     behaviour.Drift
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

	limitation *Limitation // of the document whose time runs out first, while that is near
}

// seenReceipt is money seen at the bank that accounting has not booked yet.
type seenReceipt struct {
	id       journal.ID
	amount   money.Amount
	on       calendar.Date
	items    []journal.Part
	absorbed bool
	by       int32 // place of the credit that took it over among the account's items, counted from 1; 0 = none
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
	known := a.known()
	if a.live.All() {
		return known
	}
	out := make([]*journal.Event, 0, len(known))
	for _, e := range known {
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

// foldAccount folds one client as of a day, on lines whose memory is lent. An
// error means that its items cannot be read.
func foldAccount(book *ledger.Account, sh *shared, events []*journal.Event, day calendar.Date, l *lines) (*account, error) {
	creditor := sh.creditor(book.Client.Key.Creditor)
	a := l.accounts.one()
	*a = account{book: book, creditor: creditor, imports: sh.global, events: events, day: day, client: book.Client}
	a.cutoff = a.knownTo(day)
	a.zone = zoneOf(book.Client.Country, creditor)
	known := a.known()
	a.live = journal.Live(known)
	a.promises = roomForPromises(known)
	for _, e := range a.effective() {
		a.apply(e)
	}
	a.zone = zoneOf(a.client.Country, creditor)
	if err := l.lay(a, sh, false); err != nil {
		return nil, err
	}
	a.open = l.list()
	a.settle(l)
	a.watchLimitation(l, sh)
	a.drift = behaviour.DriftOf(l.observe(day))
	return a, nil
}

func roomForPromises(events []*journal.Event) []PromiseRow {
	n := 0
	for _, e := range events {
		if _, ok := e.Content.(journal.PromiseMade); ok {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return make([]PromiseRow, 0, n)
}

// knownTo is the last day of which the ledger tells anything as of a day. Entries
// tell of every day up to the cutoff; open-item lists only of their own days.
func (a *account) knownTo(day calendar.Date) calendar.Date {
	cutoff := min(a.creditor.Cutoff, day)
	lists := len(a.creditor.Scopes) > 0
	for _, s := range a.creditor.Scopes {
		lists = lists && s.Kind == ledger.OpenList
	}
	if !lists || a.creditor.Cutoff <= day {
		return cutoff
	}
	var last calendar.Date
	for _, i := range a.imports {
		if c, ok := i.Content.(journal.LedgerImported); ok && c.Creditor == a.creditor.ID && c.To <= day {
			last = max(last, c.To)
		}
	}
	return last
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
