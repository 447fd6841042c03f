package ledger

import (
	"fmt"
	"testing"

	"relance/domain/calendar"
	"relance/domain/money"
)

// half is a file of one client: an invoice or a receipt with a matching code.
func half(code string, from, to calendar.Date, it Item, rest int64) *Batch {
	it.Matching, it.Currency = code, money.EUR
	g := MatchGroup{Account: "C1", Code: code, Rest: rest, Line: int(it.Line)}
	return &Batch{
		Kind: BatchEntries, From: from, To: to, Closing: calendar.Of(2026, 12, 31),
		Accounts: []*Account{{Client: Client{Key: ClientKey{Account: "C1"}}, Items: []Item{it}}},
		Groups:   []MatchGroup{g}, Findings: GroupFindings([]MatchGroup{g}, money.EUR),
	}
}

// A matching group whose halves stand in two files balances with both known,
// whichever of them says it; a creditor that is new collects nothing by it.
func TestGroupsAcrossFiles(t *testing.T) {
	c := Creditor{ID: "1", Currency: money.EUR}
	invoice := Item{ItemKey: ItemKey{Number: "F1", Date: calendar.Of(2026, 2, 1)}, Booked: calendar.Of(2026, 2, 1), Amount: 10000, Line: 2}
	receipt := Item{ItemKey: ItemKey{Kind: Receipt, Number: "R1", Date: calendar.Of(2026, 8, 1)}, Booked: calendar.Of(2026, 8, 1), Amount: -10000, Line: 2}
	for _, history := range []bool{false, true} {
		first := half("AA", calendar.Of(2026, 1, 1), calendar.Of(2026, 6, 30), invoice, 10000)
		one, err := Compare(&Book{}, c, first, CompareOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if len(first.Findings) != 1 {
			t.Fatalf("alone the group is open: %+v", first.Findings)
		}
		book := one.Apply(&Book{})
		second := half("AA", calendar.Of(2026, 7, 1), calendar.Of(2026, 12, 31), receipt, -10000)
		two, err := Compare(book, one.Creditor, second, CompareOptions{History: history})
		if err != nil {
			t.Fatal(err)
		}
		if len(second.Findings) != 0 || len(second.Groups) != 0 {
			t.Errorf("the balance matches it, the findings do not: %+v", second.Findings)
		}
		Regroup(two.Apply(book), one.Creditor, first)
		if len(first.Findings) != 0 {
			t.Errorf("the first half is still open: %+v", first.Findings)
		}
		want := int64(10000)
		if history {
			want = 0
		}
		if got := two.Diff.Collected.Minor; got != want {
			t.Errorf("history %v: collected %d, want %d", history, got, want)
		}
	}
}

// Open groups are named one by one or counted, never both.
func TestGroupFindings(t *testing.T) {
	for _, n := range []int{0, 1, 10, 11, 40} {
		var groups []MatchGroup
		for i := range n {
			groups = append(groups, MatchGroup{Account: "C1", Code: fmt.Sprint("A", i), Rest: 1250, Line: 50 - i})
		}
		got := GroupFindings(groups, money.EUR)
		switch {
		case n <= 10 && len(got) != n:
			t.Errorf("%d groups: %+v", n, got)
		case n == 1 && got[0].Detail != "C1 A0 12.50":
			t.Errorf("%+v", got)
		case n > 10 && (len(got) != 1 || got[0].Count != n || got[0].Detail != "" || got[0].Line != 51-n):
			t.Errorf("%d groups: %+v", n, got)
		}
	}
}
