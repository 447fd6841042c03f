package store

import (
	"fmt"
	"path/filepath"
	"testing"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

const testCreditor = "732829320"

func openAt(t testing.TB, path string) *DB {
	t.Helper()
	db, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func openNew(t testing.TB) *DB {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "data", "relance.db"))
}

func wantCode(t testing.TB, err error, want Code) {
	t.Helper()
	if got, ok := CodeOf(err); !ok || got != want {
		t.Fatalf("error %v, want code %q", err, want)
	}
}

func load(t testing.TB, db *DB) *Loaded {
	t.Helper()
	l, err := db.LoadItems()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func sound(t testing.TB, db *DB) Report {
	t.Helper()
	r, err := db.Check(true)
	if err != nil {
		t.Fatal(err)
	}
	if !r.Sound() {
		t.Fatalf("problems: %v", r.Problems)
	}
	return r
}

func appendAll(t testing.TB, db *DB, events ...journal.Event) {
	t.Helper()
	if err := db.Append(events); err != nil {
		t.Fatal(err)
	}
}

func commit(t testing.TB, db *DB, change ledger.Change, events ...journal.Event) {
	t.Helper()
	if err := db.CommitImport(change, events); err != nil {
		t.Fatal(err)
	}
}

// event is number seq of the database's own device.
func event(db *DB, seq uint64, c journal.Content, builds ...journal.ID) journal.Event {
	id := journal.ID{Device: db.Device(), Seq: seq}
	return journal.Event{
		ID: id, Act: id, Stamp: journal.Stamp{Millis: 1_795_000_000_000 + int64(seq)},
		Day: calendar.Of(2026, 11, 23), Author: "md",
		Client: ledger.ClientKey{Creditor: testCreditor, Account: "C00231"}, Builds: builds, Content: c,
	}
}

func note(db *DB, seq uint64, body string) journal.Event {
	return event(db, seq, journal.NoteWritten{Text: journal.Text{Body: body, Salt: [16]byte{byte(seq), 1}}})
}

// portfolio is an import of that many clients with ten items each.
func portfolio(clients int) ledger.Change {
	ch := ledger.Change{Creditor: ledger.Creditor{
		ID: testCreditor, Name: "Atelier du Nord", Currency: money.EUR, Country: "FR",
		Cutoff: calendar.Of(2026, 11, 20),
		Scopes: []ledger.Scope{{ID: 1, From: calendar.Of(2026, 1, 1), To: calendar.Of(2026, 11, 20)}},
	}}
	for i := range clients {
		key := ledger.ClientKey{Creditor: testCreditor, Account: fmt.Sprintf("C%05d", i)}
		client := &ledger.Client{Key: key, Name: fmt.Sprintf("Garage Lefèvre %d", i), Country: "FR"}
		ch.Accounts = append(ch.Accounts, ledger.AccountChange{
			Key: key, Client: client, New: true, Scopes: []ledger.ScopeItems{{Scope: 1, Items: itemsOf(i, 10)}},
		})
	}
	return ch
}

func itemsOf(client, n int) []ledger.Item {
	items := make([]ledger.Item, n)
	for k := range items {
		day := calendar.Of(2026, 1, 5).AddDays(7 * k)
		items[k] = ledger.Item{
			ItemKey: ledger.ItemKey{Date: day, Number: fmt.Sprintf("F26-%05d-%d", client, k)},
			Booked:  day, Due: day.AddDays(30), Amount: int64(10_000 + 37*k), Currency: money.EUR,
			Scope: 1, Line: uint32(client*n + k), Account: "411000",
		}
	}
	ledger.SortItems(items)
	return items
}

// book is what a database holds after an import into an empty one.
func book(ch ledger.Change) ledger.Book {
	b := ledger.Book{Creditors: []ledger.Creditor{ch.Creditor}}
	for _, a := range ch.Accounts {
		acc := &ledger.Account{Client: ledger.Client{Key: a.Key}}
		if a.Client != nil {
			acc.Client = *a.Client
		}
		for _, s := range a.Scopes {
			acc.Items = append(acc.Items, s.Items...)
		}
		b.Accounts = append(b.Accounts, acc)
	}
	return b
}
