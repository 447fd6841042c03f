package plan

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// lines writes a schedule: date, date by the calendar where it moved, principal.
func lines(p journal.Plan) []string {
	var out []string
	for _, l := range p.Instalments {
		s := l.Due.String()
		if !l.Asked.IsZero() {
			s += " (" + l.Asked.String() + ")"
		}
		out = append(out, s+" "+money.FormatPlain(money.Of(l.Principal, p.Currency)))
	}
	return out
}

func over(today string, amounts ...int64) Input {
	in := Input{Today: d(today), Currency: money.EUR, Order: AsGiven}
	for _, p := range parts(amounts...) {
		in.Items = append(in.Items, Debt{Part: p})
	}
	return in
}

// seasons gives the months named in percent, January first; -1 = ordinary.
func seasons(percent ...int) (out [12]uint8) {
	for i, p := range percent {
		out[i] = uint8(p + 1)
	}
	return out
}

func TestDraw(t *testing.T) {
	monday := over("2026-11-23", 1000_00)
	cases := []struct {
		name  string
		in    Input
		terms journal.PlanTerms
		want  []string
	}{
		{"10 000 in 7", over("2026-11-23", 6000_00, 4000_00), journal.PlanTerms{Count: 7, Day: 15}, []string{
			"2026-12-15 1428.57", "2027-01-15 1428.57", "2027-02-15 1428.57", "2027-03-15 1428.57",
			"2027-04-15 1428.57", "2027-05-18 (2027-05-15) 1428.57", "2027-06-15 1428.58",
		}},
		{"31st, not rolled", over("2026-12-31", 300_00), journal.PlanTerms{Count: 4, Roll: journal.RollNone}, []string{
			"2027-01-31 75.00", "2027-02-28 75.00", "2027-03-31 75.00", "2027-04-30 75.00",
		}},
		{"31st, preceding", over("2026-12-31", 300_00), journal.PlanTerms{Count: 3, Roll: journal.RollPreceding}, []string{
			"2027-01-29 (2027-01-31) 100.00", "2027-02-26 (2027-02-28) 100.00", "2027-03-31 100.00",
		}},
		{"last day, modified", over("2026-12-10", 300_00), journal.PlanTerms{Count: 3, Day: journal.LastDay, Roll: journal.RollModified}, []string{
			"2027-01-29 (2027-01-31) 100.00", "2027-02-26 (2027-02-28) 100.00", "2027-03-31 100.00",
		}},
		{"preceding never before today", over("2026-11-21", 100_00), journal.PlanTerms{Count: 1, First: d("2026-11-22"), Roll: journal.RollPreceding}, []string{
			"2026-11-23 (2026-11-22) 100.00",
		}},
		{"weekly", monday, journal.PlanTerms{Count: 4, Every: journal.Weekly, First: d("2026-12-18")}, []string{
			"2026-12-18 250.00", "2026-12-28 (2026-12-25) 250.00", "2027-01-04 (2027-01-01) 250.00", "2027-01-08 250.00",
		}},
		{"fortnightly, ahead by one", monday, journal.PlanTerms{Count: 3, Every: journal.Fortnightly}, []string{
			"2026-12-07 333.33", "2026-12-21 333.33", "2027-01-04 333.34",
		}},
		{"quarterly, ahead by one", monday, journal.PlanTerms{Count: 2, Every: journal.Quarterly}, []string{
			"2027-02-23 500.00", "2027-05-24 (2027-05-23) 500.00",
		}},
		{"grace", monday, journal.PlanTerms{Count: 2, Day: 10, Grace: 2}, []string{"2027-02-10 500.00", "2027-03-10 500.00"}},
		{"grace after a first date", monday, journal.PlanTerms{Count: 2, First: d("2026-12-10"), Grace: 2}, []string{
			"2027-02-10 500.00", "2027-03-10 500.00",
		}},
		{"weekly grace keeps the weekday", monday, journal.PlanTerms{Count: 2, Every: journal.Weekly, First: d("2026-12-04"), Grace: 1}, []string{
			"2027-01-08 500.00", "2027-01-15 500.00",
		}},
		{"by amount, last line larger", over("2026-11-23", 10_000_00), journal.PlanTerms{By: journal.ByAmount, Amount: 2000_00, Day: 1, Last: 3500_00}, []string{
			"2026-12-01 2000.00", "2027-01-04 (2027-01-01) 2000.00", "2027-02-01 2000.00", "2027-03-01 500.00", "2027-04-01 3500.00",
		}},
		{"by number, last line smaller", monday, journal.PlanTerms{Count: 4, Day: 1, Last: 100_00}, []string{
			"2026-12-01 300.00", "2027-01-04 (2027-01-01) 300.00", "2027-02-01 300.00", "2027-03-01 100.00",
		}},
		{"by end", monday, journal.PlanTerms{By: journal.ByEnd, Until: d("2027-02-28"), Day: 1}, []string{
			"2026-12-01 333.33", "2027-01-04 (2027-01-01) 333.33", "2027-02-01 333.34",
		}},
		{"by end, the last would roll past it", monday, journal.PlanTerms{By: journal.ByEnd, Until: d("2027-01-01"), Day: 1}, []string{
			"2026-12-01 1000.00",
		}},
		{"by what can be paid", monday, journal.PlanTerms{By: journal.ByCapacity, Amount: 400_00, Day: 1}, []string{
			"2026-12-01 400.00", "2027-01-04 (2027-01-01) 400.00", "2027-02-01 200.00",
		}},
		// 400.00 × 12 / 52 is 92.307…
		{"by what can be paid, weekly", over("2026-11-23", 200_00), journal.PlanTerms{By: journal.ByCapacity, Amount: 400_00, Every: journal.Weekly}, []string{
			"2026-11-30 92.30", "2026-12-07 92.30", "2026-12-14 15.40",
		}},
		{"by what can be paid, quarterly", monday, journal.PlanTerms{By: journal.ByCapacity, Amount: 300_00, Every: journal.Quarterly, Day: 1}, []string{
			"2027-02-01 900.00", "2027-05-03 (2027-05-01) 100.00",
		}},
		{"seasons", over("2026-12-23", 1000_00), journal.PlanTerms{Count: 3, Day: 5, Season: seasons(100, 0, 50)}, []string{
			"2027-01-05 400.00", "2027-03-05 200.00", "2027-04-05 400.00",
		}},
		{"30 % / 50 % / 20 %", over("2026-12-23", 100_00), journal.PlanTerms{Count: 3, Day: 5, Season: seasons(30, 50, 20)}, []string{
			"2027-01-05 30.00", "2027-02-05 50.00", "2027-03-05 20.00",
		}},
		{"by amount, half in winter", over("2026-12-23", 100_00), journal.PlanTerms{By: journal.ByAmount, Amount: 40_00, Day: 5, Season: seasons(50, 50)}, []string{
			"2027-01-05 20.00", "2027-02-05 20.00", "2027-03-05 40.00", "2027-04-05 20.00",
		}},
		{"down payment on the first day of all", over("2026-11-23", 1000_00), journal.PlanTerms{Count: 1, First: d("2026-11-24"), Down: 100_00}, []string{
			"2026-11-24 100.00", "2026-11-25 (2026-11-24) 900.00",
		}},
		{"by hand", monday, journal.PlanTerms{By: journal.ByHand, Count: 2, Day: 1}, []string{"2026-12-01 500.00", "2027-01-04 (2027-01-01) 500.00"}},
		{"few cents, uneven seasons", over("2026-12-23", 4), journal.PlanTerms{Count: 3, Day: 5, Season: seasons(1, 200, 1)}, []string{
			"2027-01-05 0.01", "2027-02-05 0.01", "2027-03-05 0.02",
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, err := Draw(c.in, c.terms)
			if err != nil {
				t.Fatal(err)
			}
			if got := lines(p); !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
			if p.Terms != c.terms {
				t.Errorf("terms %+v", p.Terms)
			}
		})
	}
}

func TestDrawRefuses(t *testing.T) {
	in := over("2026-11-23", 1000_00)
	cases := []struct {
		name  string
		in    Input
		terms journal.PlanTerms
		want  Error
	}{
		{"nothing", over("2026-11-23"), journal.PlanTerms{Count: 3}, Error{Code: NothingToPay}},
		{"no number", in, journal.PlanTerms{}, Error{Code: NoSchedule}},
		{"no amount", in, journal.PlanTerms{By: journal.ByAmount}, Error{Code: NoSchedule}},
		{"no end", in, journal.PlanTerms{By: journal.ByEnd}, Error{Code: NoSchedule}},
		{"121", in, journal.PlanTerms{Count: 121}, Error{Code: TooMany, Limit: 120}},
		{"121 with the down payment", in, journal.PlanTerms{Count: 120, Down: 1}, Error{Code: TooMany, Limit: 119}},
		{"end years ahead, weekly", in, journal.PlanTerms{By: journal.ByEnd, Every: journal.Weekly, Until: d("2036-01-01")}, Error{Code: TooMany, Limit: 120}},
		{"less than a cent each", over("2026-11-23", 2), journal.PlanTerms{Count: 3}, Error{Code: TooSmall, Limit: 2}},
		{"end before the first date", in, journal.PlanTerms{By: journal.ByEnd, Day: 6, Until: d("2026-12-05")}, Error{Code: EndTooEarly, On: d("2026-12-07")}},
		// 120 × 9.00 is enough, 120 × 8.00 is not
		{"more lines than there may be", in, journal.PlanTerms{By: journal.ByCapacity, Amount: 5_00}, Error{Code: CapacityTooSlow, Limit: 9_00}},
		{"too low to ever pay", overdue(true, 1000_00), journal.PlanTerms{By: journal.ByCapacity, Amount: 30_00}, Error{Code: CapacityTooLow, Limit: 41_00}},
		{"last line of all", in, journal.PlanTerms{Count: 3, Last: 999_99}, Error{Code: LastTooLarge, Limit: 999_98}},
		{"last line alone", in, journal.PlanTerms{Count: 1, Last: 500_00}, Error{Code: LastTooLarge, Limit: 1000_00}},
		{"last line by amount", in, journal.PlanTerms{By: journal.ByAmount, Amount: 100_00, Last: 1000_01}, Error{Code: LastTooLarge, Limit: 1000_00}},
		{"no month", in, journal.PlanTerms{Count: 3, Season: seasons(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)}, Error{Code: NoSeason}},
		{"no month of its quarters", in, journal.PlanTerms{Count: 3, Every: journal.Quarterly, Season: seasons(100, 0, 100, 100, 0, 100, 100, 0, 100, 100, 0, 100)}, Error{Code: NoSeason}},
		{"down payment after the first", in, journal.PlanTerms{Count: 3, First: d("2026-12-01"), Down: 1, DownOn: d("2026-12-02")}, Error{Code: DownAfterFirst, On: d("2026-12-01")}},
		{"down payment yesterday", in, journal.PlanTerms{Count: 3, Down: 1, DownOn: d("2026-11-22")}, Error{Code: FirstTooEarly}},
		{"33rd", in, journal.PlanTerms{Count: 3, Day: 33}, Error{Code: NoSuchDay}},
		{"too far", in, journal.PlanTerms{Count: 3, First: d("2099-01-01")}, Error{Code: TooLate, On: d("2086-11-23")}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Draw(c.in, c.terms)
			var refusal *Error
			if !errors.As(err, &refusal) || *refusal != c.want {
				t.Errorf("got %v, want %v", err, &c.want)
			}
		})
	}
}

func TestOrderOfPayment(t *testing.T) {
	in := over("2026-11-23", 100_00, 300_00, 200_00)
	in.Items[1].Item.Date, in.Items[2].Item.Date = d("2026-08-02"), d("2026-08-01") // due together: the older first
	for i, due := range []string{"2026-10-01", "2026-09-01", "2026-09-01"} {
		in.Items[i].Due = d(due)
	}
	for order, want := range map[Order]string{ByDueDate: "CBA", LargestFirst: "BCA", AsGiven: "ABC"} {
		in.Order = order
		p, err := Draw(in, journal.PlanTerms{Count: 2})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, part := range p.Items {
			got += part.Item.Number
		}
		if got != want {
			t.Errorf("order %d: %s, want %s", order, got, want)
		}
	}
	in.Order = ByDueDate
	p, _ := Draw(in, journal.PlanTerms{Count: 2})
	want := [][]Slice{{{0, 200_00}, {1, 100_00}}, {{1, 200_00}, {2, 100_00}}}
	for i, got := range Slices(p) {
		if !slices.Equal(got, want[i]) {
			t.Errorf("line %d pays %v, want %v", i, got, want[i])
		}
	}
}

// What can be paid a month: the number of lines is the smallest that any
// schedule of as many dates can do with. The oracle tries them by paying as
// much as possible cent by cent.
func TestCapacityIsSmallest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := over("2026-11-23", rapid.SliceOfN(rapid.Int64Range(1, 400), 1, 5).Draw(t, "items")...)
		f := &flat{ppm: 5_000_000}
		for i := range in.Items {
			in.Items[i].Due = in.Today.AddDays(-rapid.IntRange(0, 300).Draw(t, "late"))
			f.due = append(f.due, in.Items[i].Due)
			f.fee = append(f.fee, rapid.Int64Range(0, 40).Draw(t, "fee"))
		}
		in.Charger, in.Interest, in.Fees = f, journal.ChargesAsked, journal.ChargesAsked
		most := rapid.Int64Range(60, 300).Draw(t, "capacity")
		p, err := Draw(in, journal.PlanTerms{By: journal.ByCapacity, Amount: most})
		if err != nil {
			return
		}
		paid := journal.Plan{Items: p.Items}
		for i, line := range p.Instalments {
			best := int64(0)
			for try := int64(1); try <= p.Total()-paid.Total(); try++ {
				with := paid
				with.Instalments = append(slices.Clone(paid.Instalments), journal.Instalment{Principal: try})
				asks := try
				var sum exact
				for _, s := range Slices(with)[i] {
					sum = sum.plus(s.Amount, f.ppm*int64(line.Due.Sub(in.Items[s.Item].Due)))
					begun := int64(0)
					for _, before := range Slices(paid) {
						for _, b := range before {
							if b.Item == s.Item {
								begun = b.Amount
							}
						}
					}
					if begun == 0 {
						asks += f.fee[s.Item]
					}
				}
				if asks+sum.round() <= most {
					best = try
				}
			}
			if best != line.Principal {
				t.Fatalf("line %d repays %d, could repay %d", i, line.Principal, best)
			}
			paid.Instalments = append(paid.Instalments, line)
		}
	})
}

// A plan drawn again from its own terms is the same plan.
func TestDrawAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := over("2026-11-23", rapid.SliceOfN(rapid.Int64Range(1, 1_000_000), 1, 6).Draw(t, "items")...)
		terms := journal.PlanTerms{
			By: journal.PlanBy(rapid.IntRange(0, 4).Draw(t, "by")), Every: journal.Every(rapid.IntRange(0, 3).Draw(t, "every")),
			Count: uint16(rapid.IntRange(0, 30).Draw(t, "count")), Amount: rapid.Int64Range(0, 500_000).Draw(t, "amount"),
			Until: in.Today.AddDays(rapid.IntRange(0, 900).Draw(t, "until")), Day: uint8(rapid.IntRange(0, 32).Draw(t, "day")),
			Down: rapid.Int64Range(0, 1000).Draw(t, "down"), Grace: uint8(rapid.IntRange(0, 3).Draw(t, "grace")),
			Roll: journal.Rolling(rapid.IntRange(0, 3).Draw(t, "roll")),
		}
		s, err := NewSheet(in, terms)
		if err != nil {
			return
		}
		if err := sound(s, &in); err != nil {
			t.Fatal(err)
		}
		again, err := s.SetTerms(terms)
		if err != nil || !alike(again.now, s.now) {
			t.Fatalf("drawn again: %v\n%v\n%v", err, s.now.lines, again.now.lines)
		}
	})
}

func BenchmarkRedraw(b *testing.B) {
	in := Input{Today: d("2026-11-23"), Currency: money.EUR, Interest: journal.ChargesAsked, Fees: journal.ChargesAsked}
	in.Charger = lateOver(&in, 300)
	s, err := NewSheet(in, journal.PlanTerms{Count: 120})
	if err != nil {
		b.Fatal(err)
	}
	capacity, err := NewSheet(in, journal.PlanTerms{By: journal.ByCapacity, Amount: s.Draft().Asked()/119 + 500_00})
	if err != nil {
		b.Fatal(err)
	}
	days := make([]calendar.Date, 28)
	for i := range days {
		days[i] = d("2026-12-01").AddDays(i)
	}
	for name, s := range map[string]Sheet{"count": s, "capacity": capacity} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				t := s.Terms()
				t.First = days[i%len(days)]
				i++
				if _, err := s.SetTerms(t); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("refused", func(b *testing.B) { // the lowest amount that does is searched
		t := capacity.Terms()
		for b.Loop() {
			t.Amount = 5_00
			if _, err := capacity.SetTerms(t); err == nil {
				b.Fatal("drawn")
			}
		}
	})
	b.Run("amount", func(b *testing.B) {
		b.ReportAllocs()
		i := int64(0)
		for b.Loop() {
			i++
			if _, err := s.SetAmount(60, 100_00+i%1000); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// lateOver gives an input so many documents, and their charger by French law.
func lateOver(in *Input, n int) *LateFees {
	claims := claimsOf(n, d("2024-01-15"))
	for _, c := range claims {
		in.Items = append(in.Items, Debt{Part: journal.Part{Item: c.Item, Amount: c.Amount}, Due: c.Due})
	}
	l, err := NewLateFees(shipped(), provisionally(ledger.Business), claims)
	if err != nil {
		panic(err)
	}
	return l
}
