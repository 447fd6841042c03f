package ledger

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/money"
)

var start = calendar.Of(2026, 1, 1)

// line makes a line booked d days after the start, due 30 days later.
func line(d int, amount int64, code string) Item {
	it := Item{Booked: start.AddDays(d), Due: start.AddDays(d + 30), Amount: amount, Currency: money.EUR, Scope: 1, Matching: code}
	it.Date = it.Booked
	it.Kind = Invoice
	if amount < 0 {
		it.Kind = Receipt
	}
	return it
}

func numbered(items []Item) []Item {
	for i := range items {
		items[i].Line = uint32(i + 2)
		items[i].Number = fmt.Sprint("N", i)
	}
	SortItems(items)
	return items
}

func dues(items []Item) []calendar.Date {
	out := make([]calendar.Date, len(items))
	for i := range items {
		out[i] = items[i].Due
	}
	return out
}

func TestOpenAsOfADay(t *testing.T) {
	late := func(it Item, due int) Item { it.Due = start.AddDays(due); return it }
	cases := []struct {
		name  string
		items []Item
		day   int
		open  map[string]int64 // by number; zero left out
	}{
		{"unmatched", []Item{line(0, 10000, ""), line(1, -4000, "")}, 9, map[string]int64{"N0": 10000, "N1": -4000}},
		{"closed group", []Item{line(0, 10000, "A"), line(5, -10000, "A")}, 5, nil},
		{"settled later is open", []Item{line(0, 10000, "A"), line(5, -10000, "A")}, 4, map[string]int64{"N0": 10000}},
		{"partial", []Item{line(0, 10000, "a"), line(5, -4000, "a")}, 9, map[string]int64{"N0": 6000}},
		{"one cent stays", []Item{line(0, 10000, "A"), line(5, -9999, "A")}, 9, map[string]int64{"N0": 1}},
		{"overpaid", []Item{line(0, 10000, "A"), line(5, -11000, "A")}, 9, map[string]int64{"N1": -1000}},
		{"first credit is used first", []Item{line(0, 10000, "A"), line(5, -8000, "A"), line(6, -8000, "A")}, 9, map[string]int64{"N2": -6000}},
		{"oldest due first", []Item{late(line(0, 10000, "A"), 60), late(line(1, 5000, "A"), 20), line(9, -7000, "A")}, 9, map[string]int64{"N0": 8000}},
		{"then document date", []Item{late(line(1, 10000, "A"), 60), late(line(0, 5000, "A"), 60), line(9, -7000, "A")}, 9, map[string]int64{"N0": 8000}},
		{"adjusting line is a debit", []Item{line(0, 10000, "A"), line(3, -10000, "A"), line(6, 10000, "A")}, 9, map[string]int64{"N2": 10000}},
		{"credits alone", []Item{line(0, -100, "A"), line(1, -200, "A")}, 9, map[string]int64{"N0": -100, "N1": -200}},
		{"two scopes", []Item{line(0, 100, "A"), func() Item { it := line(1, -100, "A"); it.Scope = 2; return it }()}, 9, map[string]int64{"N0": 100, "N1": -100}},
		{"two currencies under one code", []Item{
			line(0, 100, "A"), func() Item { it := line(1, 700, "A"); it.Currency = money.USD; return it }(),
			line(2, -100, "A"),
		}, 9, map[string]int64{"N1": 700}},
		{"not known yet", []Item{line(5, 100, "")}, 4, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			items := numbered(c.items)
			day := start.AddDays(c.day)
			quick := Open(items, dues(items), day, nil)
			full, _ := Allocate(items, dues(items), day, nil, nil)
			for i, it := range items {
				if full[i].Open != c.open[it.Number] || quick[i].Open != c.open[it.Number] {
					t.Errorf("%s: allocate %d, open %d, want %d", it.Number, full[i].Open, quick[i].Open, c.open[it.Number])
				}
			}
		})
	}
}

func TestAllocateSaysWhichCreditSettles(t *testing.T) {
	items := numbered([]Item{line(0, 100, "A"), line(1, 50, "A"), line(2, -120, "A"), line(3, -30, "A"), line(4, 70, "")})
	st, allocs := Allocate(items, dues(items), start.AddDays(9), nil, nil)
	at := func(number string) int32 {
		return int32(slices.IndexFunc(items, func(it Item) bool { return it.Number == number }))
	}
	want := []Allocation{{at("N0"), at("N2"), 100}, {at("N1"), at("N2"), 20}, {at("N1"), at("N3"), 30}}
	if !slices.Equal(allocs, want) {
		t.Errorf("allocations %v, want %v", allocs, want)
	}
	if got := st[at("N0")].SettledOn; got != start.AddDays(2) {
		t.Errorf("first settled on %v", got)
	}
	if got := st[at("N1")].SettledOn; got != start.AddDays(3) {
		t.Errorf("second settled on %v", got)
	}
	if got := st[at("N4")].SettledOn; !got.IsZero() {
		t.Errorf("open one settled on %v", got)
	}
}

// An item carried into next year's group belongs to its old group until then.
func TestCarriedCodeKeepsTheOldBalance(t *testing.T) {
	opening := start.AddDays(365)
	invoice, part := line(10, 100, "b"), line(20, -40, "b")
	alone := line(30, 70, "")
	old := numbered([]Item{invoice, part, alone})
	carried := slices.Clone(old)
	for i := range carried {
		carried[i].Matching = carriedCode(layer{code: "AA", since: opening, scope: 1, matching: carried[i].Matching})
		carried[i].Scope = 2
	}
	receipt := line(380, -130, "AA")
	receipt.Scope, receipt.Line, receipt.Number = 2, 9, "R"
	carried = append(carried, receipt)
	SortItems(carried)
	sum := func(items []Item, day calendar.Date) map[string]int64 {
		out := map[string]int64{}
		st, _ := Allocate(items, dues(items), day, nil, nil)
		for i, s := range Open(items, dues(items), day, nil) {
			if s.Open != st[i].Open {
				t.Errorf("%v: Open %d, Allocate %d", day, s.Open, st[i].Open)
			}
			if s.Open != 0 {
				out[items[i].Number] = s.Open
			}
		}
		return out
	}
	for _, d := range []int{0, 10, 20, 30, 364} {
		day := start.AddDays(d)
		if a, b := fmt.Sprint(sum(old, day)), fmt.Sprint(sum(carried, day)); a != b {
			t.Errorf("day %d: %s before, %s after the later year", d, a, b)
		}
	}
	if got := sum(carried, start.AddDays(400)); len(got) != 0 {
		t.Errorf("still open: %v", got)
	}
	if c := carried[0].Code(); c != "AA" {
		t.Errorf("code %q", c)
	}
}

func drawItems(t *rapid.T) []Item {
	n := rapid.IntRange(0, 40).Draw(t, "n")
	items := make([]Item, n)
	for i := range items {
		it := line(rapid.IntRange(0, 60).Draw(t, "day"), rapid.Int64Range(-500, 500).Draw(t, "amount"),
			rapid.SampledFrom([]string{"", "A", "B", "a"}).Draw(t, "code"))
		it.Due = it.Booked.AddDays(rapid.IntRange(0, 9).Draw(t, "term"))
		it.Scope = uint32(rapid.IntRange(1, 2).Draw(t, "scope"))
		if rapid.IntRange(0, 9).Draw(t, "usd") == 0 {
			it.Currency = money.USD
		}
		if it.Matching != "" && rapid.IntRange(0, 9).Draw(t, "carried") == 0 {
			it.Matching = carriedCode(layer{code: it.Matching, since: start.AddDays(30), scope: 1, matching: rapid.SampledFrom([]string{"", "z"}).Draw(t, "old")})
		}
		items[i] = it
	}
	return numbered(items)
}

func TestAllocationProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := drawItems(t)
		day := start.AddDays(rapid.IntRange(-1, 61).Draw(t, "asof"))
		st, allocs := Allocate(items, dues(items), day, nil, nil)
		quick := Open(items, dues(items), day, nil)
		known, open := map[money.Currency]int64{}, map[money.Currency]int64{}
		used := make([]int64, len(items))
		for _, a := range allocs {
			if a.Amount <= 0 || items[a.Debit].Amount <= 0 || items[a.Credit].Amount >= 0 || items[a.Debit].Currency != items[a.Credit].Currency {
				t.Fatalf("allocation %+v", a)
			}
			used[a.Debit] += a.Amount
			used[a.Credit] -= a.Amount
		}
		for i, it := range items {
			if st[i].Open != quick[i].Open || st[i].Known != quick[i].Known {
				t.Fatalf("item %d: Allocate %+v, Open %+v", i, st[i], quick[i])
			}
			if st[i].Known != (it.Booked <= day) {
				t.Fatalf("item %d known: %v", i, st[i].Known)
			}
			if !st[i].Known {
				continue
			}
			known[it.Currency] += it.Amount
			open[it.Currency] += st[i].Open
			if it.Amount != st[i].Open+used[i] {
				t.Fatalf("item %d: %d = %d open + %d used", i, it.Amount, st[i].Open, used[i])
			}
		}
		if fmt.Sprint(known) != fmt.Sprint(open) {
			t.Fatalf("balance %v, open %v", known, open)
		}
		earlier := slices.DeleteFunc(slices.Clone(items), func(it Item) bool { return it.Booked > day })
		again := Open(earlier, dues(earlier), day, nil)
		k := 0
		for i := range items {
			if st[i].Known {
				if again[k].Open != st[i].Open {
					t.Fatalf("item %d: %d, without later lines %d", i, st[i].Open, again[k].Open)
				}
				k++
			}
		}
	})
}
