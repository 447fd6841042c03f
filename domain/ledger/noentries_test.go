package ledger

import (
	"testing"

	"relance/domain/calendar"
	"relance/domain/money"
)

// A part-year file without any receivable line takes the lines of its period
// away, which a person must confirm; where there are none it changes nothing
// but the cutoff.
func TestNoEntries(t *testing.T) {
	creditor := Creditor{ID: "X", Currency: money.EUR}
	october := func() *Batch {
		return &Batch{Kind: BatchEntries, From: calendar.Of(2026, 10, 1), To: calendar.Of(2026, 10, 31), Accounts: []*Account{{
			Client: Client{Key: ClientKey{Account: "C1"}},
			Items: []Item{{
				ItemKey: ItemKey{Number: "F1", Date: calendar.Of(2026, 10, 5)}, Booked: calendar.Of(2026, 10, 5),
				Amount: 100, Currency: money.EUR, Line: 2,
			}},
		}}}
	}
	first, err := Compare(&Book{}, creditor, october(), CompareOptions{})
	if err != nil {
		t.Fatal(err)
	}
	book := first.Apply(&Book{})
	for _, tt := range []struct {
		from, to calendar.Date
		doubts   int
		cutoff   calendar.Date
	}{
		{calendar.Of(2026, 11, 1), calendar.Of(2026, 11, 30), 0, calendar.Of(2026, 11, 30)},
		{calendar.Of(2026, 10, 6), calendar.Of(2026, 10, 20), 0, calendar.Of(2026, 10, 31)},
		{calendar.Of(2026, 10, 1), calendar.Of(2026, 10, 31), 1, calendar.Of(2026, 10, 31)},
	} {
		got, err := Compare(book, first.Creditor, &Batch{Kind: BatchEntries, From: tt.from, To: tt.to}, CompareOptions{})
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, d := range got.Doubts {
			if d.Code == DoubtNoEntries {
				n += d.Count
			}
		}
		if n != tt.doubts || got.Diff.Vanished != tt.doubts || got.Creditor.Cutoff != tt.cutoff {
			t.Errorf("%v to %v: %+v", tt.from, tt.to, got)
		}
	}
}
