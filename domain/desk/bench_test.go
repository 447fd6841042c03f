package desk

import (
	"fmt"
	"testing"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/priority"
)

// bigBook makes clients with open items each, and settled ones behind them.
func bigBook(clients, open, settled int) ledger.Book {
	b := ledger.Book{Creditors: []ledger.Creditor{{ID: "N", Name: "N", Country: "FR", Currency: money.EUR, DefaultTerms: "NET 30", Cutoff: monday - 1}}}
	for c := range clients {
		a := &ledger.Account{Client: ledger.Client{
			Key: ledger.ClientKey{Creditor: "N", Account: fmt.Sprintf("C%05d", c)}, Name: fmt.Sprintf("Établissements Béranger %d", c),
		}}
		for i := range open {
			it := invoice(fmt.Sprintf("FA%d-%d", c, i), monday-calendar.Date(20+(i*37+c)%200), 0, int64(100_00+(i*7919+c*104729)%900_000))
			it.Line = uint32(i)
			a.Items = append(a.Items, it)
		}
		for i := range settled {
			day := monday - calendar.Date(100+(i*13+c)%300)
			it := invoice(fmt.Sprintf("FS%d-%d", c, i), day, 0, 500_00)
			it.Matching = fmt.Sprintf("A%04d", i)
			r := receipt(fmt.Sprintf("B%d-%d", c, i), day+calendar.Date(25+i%30), 500_00, it.Matching)
			a.Items = append(a.Items, it, r)
		}
		ledger.SortItems(a.Items)
		b.Accounts = append(b.Accounts, a)
	}
	return b
}

// bigJournal makes acts spread over the clients of bigBook, an unanswered call
// or a promise each.
func bigJournal(b ledger.Book, acts int) []journal.Event {
	var out []journal.Event
	stamp := journal.Stamp{}
	for i := range acts {
		a := b.Accounts[i*7919%len(b.Accounts)]
		day := monday - calendar.Date(1+(acts-i)*300/acts)
		stamp = stamp.Next(int64(i) * 1000)
		e := journal.Event{ID: journal.ID{Device: 7, Seq: uint64(len(out) + 1)}, Stamp: stamp, Day: day, Author: "md", Client: a.Client.Key}
		e.Act = e.ID
		e.Content = journal.CallLogged{Outcome: journal.Outcome(i % int(journal.OutcomeCount)), Minute: 600}
		if i%5 == 0 {
			it := a.Items[0]
			e.Content = journal.PromiseMade{Amount: money.Of(it.Amount, money.EUR), Due: day + 5, Items: []journal.Part{{Item: it.ItemKey, Amount: it.Amount}}}
		}
		out = append(out, e)
	}
	return out
}

// BenchmarkRebuild: 50,000 open items in 5,000 clients, ranked with reasons.
func BenchmarkRebuild(b *testing.B) {
	book := bigBook(5_000, 10, 0)
	m := newMaterial(book, nil, priority.DefaultRules())
	for b.Loop() {
		if _, err := m.build(monday, -1); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpenLarge: what 420,000 ledger lines and 100,000 acts cost in memory
// before the first screen, once they are read from the file.
func BenchmarkOpenLarge(b *testing.B) {
	book := bigBook(4_500, 10, 42)
	events := bigJournal(book, 100_000)
	for b.Loop() {
		if _, err := newMaterial(book, events, priority.DefaultRules()).build(monday, -1); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAct: from command to published view in the same portfolio, with a
// store that keeps nothing.
func BenchmarkAct(b *testing.B) {
	book := bigBook(5_000, 10, 0)
	millis := int64(0)
	s, err := New(Config{
		Book: book, Device: 7, Author: "md", Day: monday, Rules: priority.DefaultRules(), Store: &memory{},
		Millis: func() int64 { millis++; return millis }, Salt: func() [16]byte { return [16]byte{} },
	})
	if err != nil {
		b.Fatal(err)
	}
	i := 0
	for b.Loop() {
		i++
		_, err := s.Do(act.Call{
			Base: act.Base{Client: book.Accounts[i%5_000].Client.Key}, Contact: act.Contact{Minute: 600}, Outcome: journal.NoAnswer,
			FollowUp: journal.CallbackSet{Day: monday + 2, Minute: -1, Automatic: true},
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAgedBalance: the aged balance of 420,000 ledger lines as of a day.
func BenchmarkAgedBalance(b *testing.B) {
	book := bigBook(4_500, 10, 42)
	for b.Loop() {
		if _, err := AgedBalance(book, nil, monday, ByClient); err != nil {
			b.Fatal(err)
		}
	}
}
