package ledger

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/money"
)

// list makes an open-item list of lines "account number dated amount open".
func list(on, text string) *Batch {
	b := &Batch{Kind: BatchOpenList, To: day(on)}
	if strings.TrimSpace(text) == "" {
		return b
	}
	for n, line := range strings.Split(strings.TrimSpace(text), "\n") {
		var account, number, dated string
		var amount, open int64
		if _, err := fmt.Sscan(line, &account, &number, &dated, &amount, &open); err != nil {
			panic(line + ": " + err.Error())
		}
		at := slices.IndexFunc(b.Accounts, func(a *Account) bool { return a.Client.Key.Account == account })
		if at < 0 {
			at = len(b.Accounts)
			b.Accounts = append(b.Accounts, &Account{Client: Client{Key: ClientKey{Account: account}, Name: "Client " + account}})
		}
		a := b.Accounts[at]
		it := Item{ItemKey: ItemKey{Kind: Invoice, Number: number, Date: day(dated)}, Booked: day(dated), Due: day(dated).AddDays(30), Amount: amount, Currency: money.EUR, Line: uint32(n + 2), Label: "facture"}
		it.Matching = ListCode(it.ItemKey)
		a.Items = append(a.Items, it)
		if rest := open - amount; rest != 0 {
			a.Items = append(a.Items, Item{ItemKey: ItemKey{Kind: Receipt, Number: number, Date: day(on)}, Booked: day(on), Amount: rest, Currency: money.EUR, Matching: it.Matching, Line: it.Line})
		}
	}
	for _, a := range b.Accounts {
		SortItems(a.Items)
	}
	return b
}

const (
	october = `
A F1 2026-09-01 10000 10000
A F2 2026-09-10 20000 15000
A F3 2026-09-20 5000 5000
B F4 2026-09-25 7000 7000
B F5 2026-09-26 1000 1000`
	november = `
A F3 2026-09-20 5000 5000
A F2 2026-09-10 20000 12000
A F6 2026-10-20 3000 3000
B F4 2026-09-25 7500 7500
B F5 2026-09-26 1000 1000`
	december = `
A F1 2026-09-01 10000 10000
A F2 2026-09-10 20000 12000
A F3 2026-09-20 5000 5000
A F6 2026-10-20 3000 3000
B F4 2026-09-25 7500 7500
B F5 2026-09-26 1000 1000`
)

func loadLists(t testing.TB, book *Book, lists ...*Batch) (*Book, Change) {
	t.Helper()
	var ch Change
	for _, l := range lists {
		book, ch = commit(t, book, l, CompareOptions{})
	}
	return book, ch
}

func TestLists(t *testing.T) {
	book, ch := loadLists(t, &Book{}, list("2026-10-01", october))
	if d := ch.Diff; d.New != 5 || d.ClientsNew != 2 || d.NewAmount != money.Of(38000, money.EUR) || !d.Collected.IsZero() {
		t.Errorf("first %+v", d)
	}
	book, ch = loadLists(t, book, list("2026-11-01", november))
	// F1 is gone: paid. 3000 came in on F2, F4 was corrected, F6 is new.
	if d := ch.Diff; d.Settled != 1 || d.Changed != 2 || d.New != 1 || d.Unchanged != 2 || d.Vanished != 0 || d.Collected != money.Of(13000, money.EUR) {
		t.Errorf("second %+v", d)
	}
	if len(ch.Doubts) != 0 {
		t.Errorf("a fifth is not more than a fifth: %+v", ch.Doubts)
	}
	book, ch = loadLists(t, book, list("2026-12-01", december))
	if d := ch.Diff; d.Changed != 1 || d.Unchanged != 5 || !d.Collected.IsZero() {
		t.Errorf("reopened %+v", d)
	}
	for on, want := range map[string]string{
		"2026-09-30": "A F1 10000; A F2 20000; A F3 5000; B F4 7500; B F5 1000",
		"2026-10-01": "A F1 10000; A F2 15000; A F3 5000; B F4 7500; B F5 1000",
		"2026-11-01": "A F2 12000; A F3 5000; A F6 3000; B F4 7500; B F5 1000",
		"2026-12-01": "A F1 10000; A F2 12000; A F3 5000; A F6 3000; B F4 7500; B F5 1000",
	} {
		if got := openOn(book, day(on)); !sameOpen(got, want) {
			t.Errorf("on %s: %s, want %s", on, got, want)
		}
	}
	if k := book.Creditors[0]; len(k.Scopes) != 1 || k.Scopes[0] != (Scope{ID: 1, Kind: OpenList, To: day("2026-12-01")}) {
		t.Errorf("scopes %+v", k.Scopes)
	}
}

// sameOpen compares what is open of each item in all: an item that opened again
// shows on its settling line.
func sameOpen(got, want string) bool {
	sums := func(text string) map[string]int64 {
		out := map[string]int64{}
		for _, part := range strings.Split(text, "; ") {
			var account, number string
			var amount int64
			if _, err := fmt.Sscan(part, &account, &number, &amount); err == nil {
				out[account+" "+number] += amount
			}
		}
		return out
	}
	return fmt.Sprint(sums(got)) == fmt.Sprint(sums(want))
}

func TestListTwiceChangesNothing(t *testing.T) {
	book, _ := loadLists(t, &Book{}, list("2026-10-01", october), list("2026-11-01", november))
	_, ch := loadLists(t, book, list("2026-11-01", november))
	if len(ch.Accounts) != 0 || ch.Diff.Settled+ch.Diff.New+ch.Diff.Changed != 0 || ch.Diff.Unchanged != 5 {
		t.Errorf("%+v", ch)
	}
	// The same items in another order neither.
	lines := strings.Split(strings.TrimSpace(november), "\n")
	slices.Reverse(lines)
	_, ch = loadLists(t, book, list("2026-12-01", strings.Join(lines, "\n")))
	if len(ch.Accounts) != 0 || ch.Creditor.Cutoff != day("2026-12-01") {
		t.Errorf("%+v", ch.Accounts)
	}
}

func TestListDoubts(t *testing.T) {
	book, _ := loadLists(t, &Book{}, list("2026-10-01", october))
	_, ch := loadLists(t, book, list("2026-11-01", "A F3 2026-09-20 5000 5000"))
	if len(ch.Doubts) != 1 || ch.Doubts[0].Code != DoubtVanished || ch.Doubts[0].Count != 4 || ch.Doubts[0].Of != 5 || ch.Doubts[0].Amount != money.Of(33000, money.EUR) {
		t.Errorf("%+v", ch.Doubts)
	}
	_, ch = loadLists(t, book, list("2026-09-30", october))
	if got := codes(ch); !slices.Equal(got, []DoubtCode{DoubtOlder}) {
		t.Errorf("%v", got)
	}
}

// A list of an earlier day says what was open then and changes nothing now.
func TestOlderList(t *testing.T) {
	book, _ := loadLists(t, &Book{}, list("2026-11-01", november))
	now := openOn(book, day("2026-11-01"))
	book, _ = loadLists(t, book, list("2026-10-01", october))
	if got := openOn(book, day("2026-11-01")); !sameOpen(got, now) {
		t.Errorf("now %s, was %s", got, now)
	}
	if got, want := openOn(book, day("2026-10-01")), "A F1 10000; A F2 15000; A F3 5000; B F4 7000; B F5 1000"; !sameOpen(got, want) {
		t.Errorf("on its day %s", got)
	}
	if book.Creditors[0].Cutoff != day("2026-11-01") {
		t.Errorf("cutoff %v", book.Creditors[0].Cutoff)
	}
}

// A list after ledger entries takes over what they left open.
func TestListAfterEntries(t *testing.T) {
	book, _ := load(t, &Book{}, year25)
	before := openOn(book, day("2025-12-31"))
	next := list("2026-01-31", `
A F2 2025-10-01 20000 20000
B F3 2025-11-01 10000 2500
C F9 2026-01-15 800 800`)
	book, ch := loadLists(t, book, next)
	if got, want := openOn(book, day("2026-01-31")), "A F2 20000; B F3 2500; C F9 800"; !sameOpen(got, want) {
		t.Errorf("open %s", got)
	}
	if got := openOn(book, day("2025-12-31")); got != before {
		t.Errorf("before %s, now %s", before, got)
	}
	if d := ch.Diff; d.New != 1 || d.Settled != 2 || d.Changed != 2 || d.Unchanged != 0 { // F2 has a due date now
		t.Errorf("%+v", d)
	}
	if _, ch = loadLists(t, book, list("2026-01-31", `
A F2 2025-10-01 20000 20000
B F3 2025-11-01 10000 2500
C F9 2026-01-15 800 800`)); len(ch.Accounts) != 0 {
		t.Errorf("again: %+v", ch.Accounts)
	}
	// Entries of the whole time take its place again.
	book, _ = load(t, book, year25+"\nA REG R9 2026-02-02 -20000 -")
	if got, want := openOn(book, day("2026-02-02")), "A F2 20000; A R9 -20000; B F3 6000; C F4 5000; C F5 7000"; !sameOpen(got, want) {
		t.Errorf("open %s", got)
	}
}

// Whatever lists come, each day shows what the list of that day said.
func TestListProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book := &Book{}
		said := map[calendar.Date]string{}
		var texts []string
		days := []string{"2026-03-01", "2026-03-15", "2026-04-01", "2026-05-01"}
		for _, on := range days {
			var b strings.Builder
			for n := range 6 {
				// The first list has them all: what a list does not know yet is open from its date on.
				if open := rapid.Int64Range(0, 3).Draw(t, "open"); open > 0 || on == days[0] {
					open = max(open, 1)
					fmt.Fprintf(&b, "%c F%d 2026-01-%02d 300 %d\n", 'A'+n%3, n, n+1, open*100)
				}
			}
			texts = append(texts, b.String())
			var open []string
			for _, line := range strings.Split(strings.TrimSpace(b.String()), "\n") {
				if f := strings.Fields(line); len(f) == 5 {
					open = append(open, f[0]+" "+f[1]+" "+f[4])
				}
			}
			said[day(on)] = strings.Join(open, "; ")
		}
		order := rapid.Permutation([]int{0, 1, 2, 3}).Draw(t, "order")
		for _, i := range order {
			k := creditor()
			if len(book.Creditors) > 0 {
				k = book.Creditors[0]
			}
			ch, err := Compare(book, k, list(days[i], texts[i]), CompareOptions{})
			if err != nil {
				t.Fatal(err)
			}
			book = ch.Apply(book)
			again, err := Compare(book, book.Creditors[0], list(days[i], texts[i]), CompareOptions{})
			if err != nil || len(again.Accounts) != 0 {
				t.Fatalf("list of %s again: %+v, %v", days[i], again.Accounts, err)
			}
		}
		last := slices.Max(order)
		if got := openOn(book, day(days[last])); !sameOpen(got, said[day(days[last])]) {
			t.Fatalf("order %v, on %s: %s, want %s", order, days[last], got, said[day(days[last])])
		}
		if slices.IsSorted(order) {
			for on, want := range said {
				if got := openOn(book, on); !sameOpen(got, want) {
					t.Fatalf("on %s: %s, want %s", on, got, want)
				}
			}
		}
	})
}
