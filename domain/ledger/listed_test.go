package ledger

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/money"
)

// openItems lists what is open on a day by the item's own key and due date.
func openItems(book *Book, on string) string {
	var out []string
	for _, a := range book.Accounts {
		st, _ := Allocate(a.Items, dues(a.Items), day(on), nil, nil)
		quick := Open(a.Items, dues(a.Items), day(on), nil)
		for i, it := range a.Items {
			if st[i].Open != quick[i].Open {
				return fmt.Sprint("allocate and open disagree on ", it)
			}
			if st[i].Open != 0 {
				out = append(out, fmt.Sprint(it.Kind, " ", it.Number, "#", it.Ordinal, " ", it.Due, " ", st[i].Open))
			}
		}
	}
	return fmt.Sprint(out)
}

// An item that comes back owes again under its own key and due date, and what
// had settled it paid nothing.
func TestListReopens(t *testing.T) {
	const whole, rest, other = "A F1 2026-08-01 1000 1000", "A F1 2026-08-01 1000 400", "A F2 2026-08-02 7 7"
	book, _ := loadLists(t, &Book{}, list("2026-09-01", whole+"\n"+other), list("2026-10-01", rest+"\n"+other), list("2026-11-01", other))
	book, ch := loadLists(t, book, list("2026-12-01", whole+"\n"+other))
	for on, want := range map[string]string{
		"2026-09-30": "[0 F2#0 2026-09-01 7 0 F1#0 2026-08-31 1000]",
		"2026-10-31": "[0 F2#0 2026-09-01 7 0 F1#0 2026-08-31 400]",
		"2026-11-30": "[0 F2#0 2026-09-01 7]",
		"2026-12-01": "[0 F2#0 2026-09-01 7 0 F1#0 2026-08-31 1000]",
	} {
		if got := openItems(book, on); len(got) != len(want) || !sameItems(got, want) {
			t.Errorf("on %s: %s, want %s", on, got, want)
		}
	}
	if d := ch.Diff; d.Changed != 1 || d.Settled != 0 || !d.Collected.IsZero() {
		t.Errorf("diff %+v", d)
	}
	_, allocs := Allocate(book.Accounts[0].Items, nil, day("2026-12-01"), nil, nil)
	if len(allocs) != 0 {
		t.Errorf("paid by %+v", allocs)
	}
	// Half of it back: the last payment is the one that failed.
	book, _ = loadLists(t, book, list("2026-12-02", other), list("2026-12-03", "A F1 2026-08-01 1000 300\n"+other))
	items := book.Accounts[0].Items
	st, allocs := Allocate(items, dues(items), day("2026-12-03"), nil, nil)
	if len(allocs) != 1 || allocs[0].Amount != 700 || items[allocs[0].Debit].Number != "F1" || items[allocs[0].Credit].Booked != day("2026-12-02") {
		t.Errorf("allocations %+v", allocs)
	}
	if st[allocs[0].Debit].Open != 300 {
		t.Errorf("standing %+v", st)
	}
}

func sameItems(a, b string) bool {
	count := func(s string) map[rune]int {
		out := map[rune]int{}
		for _, r := range s {
			out[r]++
		}
		return out
	}
	return fmt.Sprint(count(a)) == fmt.Sprint(count(b))
}

// Several due dates under one number are told apart by due date and amount.
func TestListInstalments(t *testing.T) {
	instalments := func(on string, which ...int) *Batch {
		b := list(on, "A F0 2026-01-01 5 5")
		for n, w := range which {
			it := Item{
				ItemKey: ItemKey{Kind: Invoice, Ordinal: uint16(n), Date: day("2026-08-01"), Number: "F1"}, Booked: day("2026-08-01"),
				Due: day("2026-08-31").AddDays(30 * w), Amount: int64(1000 * (w + 1)), Currency: money.EUR, Line: uint32(n + 9), Label: "x",
			}
			it.Matching = ListCode(it.ItemKey)
			b.Accounts[0].Items = append(b.Accounts[0].Items, it)
		}
		SortItems(b.Accounts[0].Items)
		return b
	}
	book, _ := loadLists(t, &Book{}, instalments("2026-09-01", 0, 1, 2))
	before := openItems(book, "2026-09-30")
	book, ch := loadLists(t, book, instalments("2026-10-01", 1, 2))
	if d := ch.Diff; d.Settled != 1 || d.Changed+d.New != 0 || d.Collected != money.Of(1000, money.EUR) || d.SettledAmount != money.Of(1000, money.EUR) {
		t.Errorf("diff %+v", d)
	}
	if got := openItems(book, "2026-09-30"); got != before {
		t.Errorf("before: %s, was %s", got, before)
	}
	if got := openItems(book, "2026-10-01"); !sameItems(got, "[0 F1#1 2026-09-30 2000 0 F1#2 2026-10-30 3000 0 F0#0 2026-01-31 5]") {
		t.Errorf("open %s", got)
	}
	// One in the middle goes, then the first comes back, and a new one joins.
	book, _ = loadLists(t, book, instalments("2026-11-01", 2), instalments("2026-12-01", 0, 2, 3))
	if got := openItems(book, "2026-12-01"); !sameItems(got, "[0 F1#0 2026-08-31 1000 0 F1#2 2026-10-30 3000 0 F1#3 2026-11-29 4000 0 F0#0 2026-01-31 5]") {
		t.Errorf("open %s", got)
	}
	if got := openItems(book, "2026-09-30"); len(got) < len(before) {
		t.Errorf("before: %s, was %s", got, before)
	}
	if _, ch := loadLists(t, book, instalments("2026-12-01", 0, 2, 3)); len(ch.Accounts) != 0 {
		t.Errorf("again %+v", ch.Accounts)
	}
}

// A list that says only what is open shows part payments, and new amounts.
func TestListOfBalances(t *testing.T) {
	balances := func(on string, open int64) *Batch {
		b := list(on, fmt.Sprintf("A F1 2026-08-01 %d %d\nA F2 2026-08-02 7 7", open, open))
		b.Balances = true
		return b
	}
	book, _ := loadLists(t, &Book{}, balances("2026-09-01", 1000))
	book, ch := loadLists(t, book, balances("2026-10-01", 600))
	if d := ch.Diff; d.Changed != 1 || d.Collected != money.Of(400, money.EUR) {
		t.Errorf("diff %+v", d)
	}
	for on, want := range map[string]string{"2026-09-30": "A F1 1000; A F2 7", "2026-10-01": "A F1 600; A F2 7"} {
		if got := openOn(book, day(on)); got != want {
			t.Errorf("on %s: %s", on, got)
		}
	}
	for _, it := range book.Accounts[0].Items {
		if it.Number == "F1" && it.Kind == Invoice && it.Amount != 1000 {
			t.Errorf("item %+v", it)
		}
	}
	if _, ch := loadLists(t, book, balances("2026-10-01", 600)); len(ch.Accounts) != 0 {
		t.Errorf("again %+v", ch.Accounts)
	}
	book, ch = loadLists(t, book, balances("2026-11-01", 1500))
	if got := openOn(book, day("2026-11-01")); got != "A F1 1500; A F2 7" || !ch.Diff.Collected.IsZero() {
		t.Errorf("open %s, %+v", got, ch.Diff)
	}
}

// A credit note that leaves a list and comes back is no money that came in.
func TestListCreditsCollectNothing(t *testing.T) {
	with, without := "A AV 2026-08-01 -500 -500\nA F2 2026-08-02 7 7", "A F2 2026-08-02 7 7"
	book, _ := loadLists(t, &Book{}, list("2026-09-01", with))
	for i, text := range []string{without, with} {
		var ch Change
		book, ch = loadLists(t, book, list(fmt.Sprintf("2026-1%d-01", i), text))
		if !ch.Diff.Collected.IsZero() {
			t.Errorf("collected %v", ch.Diff.Collected)
		}
	}
	if got, want := openItems(book, "2026-11-01"), "[0 AV#0 2026-08-31 -500 0 F2#0 2026-09-01 7]"; !sameItems(got, want) {
		t.Errorf("open %s", got)
	}
}

// Whatever comes and goes, each item bears what the last list said of it, and
// what came in is never negative.
func TestListItemsBearTheirBalance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book := &Book{}
		for month := 3; month < 9; month++ {
			want := map[string]int64{}
			text := "A F0 2026-01-01 1 1\n"
			for n := 1; n < 4; n++ {
				if open := rapid.Int64Range(0, 3).Draw(t, "open") * 100; open > 0 {
					text += fmt.Sprintf("A F%d 2026-01-02 300 %d\n", n, open)
					want[fmt.Sprint("F", n)] = open
				}
			}
			on := fmt.Sprintf("2026-%02d-01", month)
			k := creditor()
			if len(book.Creditors) > 0 {
				k = book.Creditors[0]
			}
			ch, err := Compare(book, k, list(on, text), CompareOptions{})
			if err != nil || ch.Diff.Collected.Minor < 0 {
				t.Fatal(ch.Diff, err)
			}
			book = ch.Apply(book)
			items := book.Accounts[0].Items
			st, allocs := Allocate(items, dues(items), day(on), nil, nil)
			paid := map[int32]int64{}
			for _, al := range allocs {
				paid[al.Debit] += al.Amount
			}
			for i, it := range items {
				if it.Number == "F0" {
					continue
				}
				switch {
				case it.Kind == Receipt && st[i].Open != 0, it.Kind == Invoice && st[i].Open != want[it.Number]:
					t.Fatalf("on %s %+v: open %d, want %d", on, it, st[i].Open, want[it.Number])
				case it.Kind == Invoice && paid[int32(i)]+st[i].Open != it.Amount:
					t.Fatalf("on %s %+v: paid %d of it, open %d", on, it, paid[int32(i)], st[i].Open)
				}
			}
		}
	})
}
