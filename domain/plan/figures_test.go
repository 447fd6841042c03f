package plan

import (
	"slices"
	"testing"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
)

func TestCompare(t *testing.T) {
	short := three()
	long := three()
	long.Instalments = nil
	for i, on := range []string{"2026-12-15", "2027-01-15", "2027-02-15", "2027-03-15", "2027-04-15", "2027-05-18"} {
		long.Instalments = append(long.Instalments, journal.Instalment{Due: d(on), Principal: 150_00, Interest: int64(i) * 100})
	}
	long.Instalments[0].Fee = 40_00
	c := Compare(short, long, d("2026-11-20"))
	a := Figures{
		Lines: 3, First: d("2026-12-01"), End: d("2027-02-01"), Months: 2, Days: 12, Length: 73, Principal: 900_00, Highest: 300_00,
		AverageLife: 43, Open: []int64{900_00, 600_00, 300_00, 0}, // (11 + 45 + 73) / 3
	}
	if got := c.A; got.Lines != a.Lines || got.First != a.First || got.End != a.End || got.Months != a.Months || got.Days != a.Days ||
		got.Length != a.Length || got.Highest != a.Highest || got.AverageLife != a.AverageLife || got.Cost != 0 || !slices.Equal(got.Open, a.Open) {
		t.Errorf("%+v", got)
	}
	if c.B.Interest != 15_00 || c.B.Fees != 40_00 || c.Cost != 55_00 || c.B.Highest != 190_00 || c.Lines != 3 || c.First != 14 || c.End != 106 ||
		c.B.Months != 5 || c.B.Days != 28 {
		t.Errorf("%+v", c)
	}
	if want := []int64{0, 150_00, 300_00, 450_00, 300_00, 150_00, 0}; !slices.Equal(c.Open, want) {
		t.Errorf("open %v", c.Open)
	}
}

func TestWarnings(t *testing.T) {
	p := three()
	p.Items[0].Item = ledger.ItemKey{Number: "A", Date: d("2026-10-02")}
	p.Items[1].Item = ledger.ItemKey{Number: "B", Date: d("2026-10-20")}
	l := Limits{Today: d("2026-11-20"), LegalCap: func(item ledger.ItemKey) calendar.Date { return item.Date.AddDays(60) }}
	codes := func(p journal.Plan, l Limits) (out []WarningCode) {
		for _, w := range Warnings(p, l) {
			out = append(out, w.Code)
		}
		return out
	}
	// A may be paid up to 1 December: its second half is later; B up to 19 December
	if got := Warnings(p, l); len(got) != 1 || got[0] != (Warning{Code: BeyondLegalCap, Line: 1, Count: 2, On: d("2026-12-01")}) {
		t.Errorf("%+v", got)
	}
	overdue := func(item ledger.ItemKey) calendar.Date {
		if item.Number == "A" {
			return 0
		}
		return item.Date.AddDays(60)
	}
	l.LegalCap = overdue
	if got := Warnings(p, l); len(got) != 1 || got[0] != (Warning{Code: BeyondLegalCap, Line: 2, Count: 1, On: d("2026-12-19")}) {
		t.Errorf("%+v", got)
	}
	l.LegalCap = nil
	if got := codes(p, l); got != nil {
		t.Errorf("%v", got)
	}
	l = Limits{
		Today: d("2024-01-01"), LimitationOn: d("2027-01-04"), InsurerOn: d("2026-12-31"), CreditUntil: d("2026-11-30"), Least: 300_01, Consumer: true,
	}
	p.Instalments[2].Principal = 450_01
	p.Provisional = true
	want := []Warning{
		{Code: LongerThan, Line: 2, Count: 37, Bound: 24, On: d("2027-02-01")},
		{Code: PastLimitation, Line: 2, Count: 1, On: d("2027-01-04")},
		{Code: PastInsurer, Line: 1, Count: 2, On: d("2026-12-31")},
		{Code: PastCredit, Line: 0, Count: 3, On: d("2026-11-30")},
		{Code: FirstFar, Count: 1065, Bound: 45, On: d("2026-12-01")},
		{Code: BelowMinimum, Line: 0, Count: 2, Bound: 300_01, Amount: 300_00},
		{Code: LastMuchLarger, Line: 2, Bound: 300_00, Amount: 450_01, On: d("2027-02-01")},
		{Code: ConsumerDebtor},
		{Code: ProvisionalRate},
	}
	if got := Warnings(p, l); !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	p.Instalments[2].Principal = 450_00
	if slices.Contains(codes(p, l), LastMuchLarger) {
		t.Error("one and a half times is not much larger")
	}
}
