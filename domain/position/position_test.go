package position

import (
	"testing"

	"pgregory.net/rapid"

	"relance/domain/calendar"
)

var today = calendar.Of(2026, 11, 23)

// 1 000 late, 500 of it disputed; 800 late, all promised; a late bill of 300;
// 400 not yet due; a credit of 120 unapplied: 1000 − 500 − 120 = 380.
func TestCollectible(t *testing.T) {
	items := []Item{
		{Due: today - 50, Open: 1_000_00, Disputed: 500_00},
		{Due: today - 40, Open: 800_00, Promised: 900_00},
		{Due: today - 30, Open: 300_00, Bill: true},
		{Due: today, Open: 400_00, Promised: 100_00},
	}
	p := Compute(items, 120_00, today)
	want := Position{
		Open: 2_500_00, Overdue: 2_100_00, Bills: 300_00, Disputed: 500_00, Promised: 800_00,
		Unapplied: 120_00, Collectible: 380_00, DaysLate: 50,
	}
	if p != want {
		t.Fatalf("got  %+v\nwant %+v", p, want)
	}
	if items[0].Collectible != 380_00 || items[1].Collectible != 0 || items[3].Collectible != 0 {
		t.Fatalf("items %+v", items)
	}
}

func TestDebtFromBeforeAJudgmentMayNotBeAsked(t *testing.T) {
	items := []Item{{Due: today - 50, Open: 1_000_00, Barred: true}, {Due: today - 5, Open: 200_00}}
	if p := Compute(items, 0, today); p.Collectible != 200_00 || p.Barred != 1_000_00 {
		t.Fatalf("%+v", p)
	}
}

func TestPartsNeverExceedWhatIsOpen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(t, "items")
		items := make([]Item, n)
		part := rapid.Int64Range(-100, 2_000)
		for i := range items {
			items[i] = Item{
				Due: today + calendar.Date(rapid.IntRange(-90, 5).Draw(t, "due")), Open: rapid.Int64Range(1, 1_500).Draw(t, "open"),
				Bill: rapid.Bool().Draw(t, "bill"), Barred: rapid.Bool().Draw(t, "barred"),
				Financed: part.Draw(t, "f"), Disputed: part.Draw(t, "d"), Planned: part.Draw(t, "pl"), Promised: part.Draw(t, "pr"),
			}
		}
		p := Compute(items, rapid.Int64Range(0, 5_000).Draw(t, "unapplied"), today)
		var collectible int64
		for _, it := range items {
			if it.Financed+it.Disputed+it.Planned+it.Promised+it.Collectible > it.Open || it.Collectible < 0 {
				t.Fatalf("%+v", it)
			}
			collectible += it.Collectible
		}
		used := p.Overdue - p.Bills - p.Barred - p.Financed - p.Disputed - p.Planned - p.Promised
		if collectible != p.Collectible || p.Collectible != max(0, used-p.Unapplied) {
			t.Fatalf("%+v: items give %d, the formula %d", p, collectible, used-p.Unapplied)
		}
		var sum int64
		for _, term := range p.Why().Terms {
			sum += term.Value
		}
		if sum != p.Collectible {
			t.Fatalf("why gives %d", sum)
		}
	})
}
