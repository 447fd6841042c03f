// Package sample makes the fictional portfolio on which relance shows itself:
// a French workshop that fits out shops, its clients, two years of ledger and
// what its two collectors have recorded. The same day gives the same portfolio,
// to the byte; another day moves it in time.
//
// Names are invented. Identifiers are well formed but lie in ranges that no
// company was given; telephone numbers are those kept for fiction; the bank
// accounts are the example of the IBAN registry and those of a bank that does not
// exist.
package sample

import (
	"slices"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
)

// Device is the installation that recorded the sample's journal.
const Device journal.Device = 0x5a3b1e0de0000001

// Author is the collector at whose desk the sample opens.
const Author = "m.durand"

const colleague = "s.petit"

// Portfolio gives the ledger and the journal as they stand on the morning of a
// day: the ledger up to the last business day before it, the acts recorded
// before it, in order of Before.
func Portfolio(today calendar.Date) (ledger.Book, []journal.Event) {
	w := newWorld(today)
	w.tell()
	w.fillHistories()
	w.recall()
	w.number()
	w.limits()
	return w.book(), w.diary.events()
}

// world is the portfolio in the making.
type world struct {
	today   calendar.Date
	cutoff  calendar.Date
	clients []*client
	byName  map[string]*client
	diary   diary
}

func newWorld(today calendar.Date) *world {
	w := &world{
		today:  today,
		cutoff: calendar.France.AddBusinessDays(today, -1),
		byName: make(map[string]*client, len(rows)),
		diary:  diary{r: 0x0d1a4},
	}
	for i := range rows {
		c := newClient(i+1, &rows[i])
		c.world = w
		w.clients = append(w.clients, c)
		w.byName[c.Name] = c
	}
	return w
}

// bd gives the nth French business day from today, before it when negative.
func (w *world) bd(n int) calendar.Date { return calendar.France.AddBusinessDays(w.today, n) }

// known gives d or the last business day that the ledger knows, if earlier.
func (w *world) known(d calendar.Date) calendar.Date {
	return min(calendar.France.NextBusinessDay(d), w.cutoff)
}

// book puts the portfolio into the ledger's form.
func (w *world) book() ledger.Book {
	b := ledger.Book{Creditors: []ledger.Creditor{w.creditor()}}
	for _, c := range w.clients {
		a := &ledger.Account{Client: c.Client}
		for _, it := range c.items {
			a.Items = append(a.Items, *it)
		}
		ledger.SortItems(a.Items)
		b.Accounts = append(b.Accounts, a)
	}
	slices.SortFunc(b.Accounts, func(x, y *ledger.Account) int {
		if x.Client.Key.Less(y.Client.Key) {
			return -1
		}
		return 1
	})
	return b
}
