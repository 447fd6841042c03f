package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/priority"
	"relance/domain/wording"
)

// kept is a store in memory.
type kept struct{ events []journal.Event }

func (k *kept) Append(events []journal.Event) error {
	k.events = append(k.events, events...)
	return nil
}

func (k *kept) CommitImport(_ ledger.Change, events []journal.Event) error { return k.Append(events) }

// session is a real desk with n clients of ten items each.
func session(tb testing.TB, n int) (*desk.Session, *kept) {
	tb.Helper()
	creditor := ledger.Creditor{
		ID: "404833048", Name: "Atelier du Nord", Country: "FR", Currency: money.EUR, DefaultTerms: "NET30",
		Cutoff: today.AddDays(-3), Scopes: []ledger.Scope{{ID: 1, Kind: ledger.Entries, From: today.AddDays(-400), To: today.AddDays(-3)}},
	}
	book := ledger.Book{Creditors: []ledger.Creditor{creditor}}
	for i := range n {
		account := &ledger.Account{Client: ledger.Client{Key: key(fmt.Sprintf("C%05d", i)), Name: fmt.Sprintf("Client n° %d", i)}}
		for k := range 10 {
			date := today.AddDays(-40 - 7*k - i%30)
			account.Items = append(account.Items, ledger.Item{
				ItemKey: itemKey(fmt.Sprintf("F%d-%d", i, k), date), Booked: date, Amount: int64(100000 + 1000*i + k), Currency: money.EUR,
				Scope: 1, Line: uint32(i*10 + k + 1), Account: "411000",
			})
		}
		ledger.SortItems(account.Items)
		book.Accounts = append(book.Accounts, account)
	}
	store := &kept{}
	millis := int64(0)
	s, err := desk.New(desk.Config{
		Book: book, Device: 7, Author: "md", Day: today, Rules: priority.DefaultRules(), Store: store,
		Millis: func() int64 { millis++; return millis }, Salt: func() [16]byte { return [16]byte{1} },
	})
	if err != nil {
		tb.Fatal(err)
	}
	return s, store
}

func realSim(tb testing.TB, s *desk.Session) *sim {
	tb.Helper()
	out := &sim{Model: New(Options{Desk: s, Lang: wording.French})}
	out.send(tea.WindowSizeMsg{Width: 200, Height: 50})
	return out
}

// TestRealDesk works a morning on a real desk: what is recorded is on show, and
// what is taken back is gone.
func TestRealDesk(t *testing.T) {
	d, store := session(t, 5)
	s := realSim(t, d)
	first := s.current
	s.press("an")
	if len(store.events) == 0 || s.current == first {
		t.Fatalf("%d events, on %v", len(store.events), s.current)
	}
	s.press("k")
	if s.current != first || !strings.Contains(screen(s), "pas de réponse") {
		t.Errorf("k opens %v:\n%s", s.current, screen(s))
	}
	s.press("u")
	if s.current != first || s.view.Header.Session.Calls != 0 && s.row.Contacted {
		t.Errorf("the call was not taken back: %+v", s.row)
	}
	s.press("pv<enter>")
	if len(s.card.File().Promises) != 0 && s.current == first {
		t.Error("all is promised, but the account is still on show")
	}
	s.press("k")
	if n := len(s.card.File().Promises); n != 1 {
		t.Fatalf("%d promises", n)
	}
	s.press("<ctrl+t>20/11<enter>")
	if s.past != calendar.Of(2026, 11, 20) || len(s.card.File().Promises) != 0 {
		t.Error("the past shows what was not yet known")
	}
	s.press("<esc>")
	s.press("iune note<enter>z" + first.Key.Account + "<enter>")
	if s.current.Key != first.Key {
		t.Errorf("the search opens %v", s.current.Key)
	}
	check(t, s, 200, 50)
}

// BenchmarkRealKey goes through a real portfolio of 5,000 clients and 50,000
// items, from a key to the frame.
func BenchmarkRealKey(b *testing.B) {
	d, _ := session(b, 5000)
	s := realSim(b, d)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%2 == 0 {
			s.press("j")
		} else {
			s.press("k")
		}
	}
}
