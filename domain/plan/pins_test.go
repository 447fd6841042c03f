package plan

import (
	"math/rand/v2"
	"testing"

	"relance/domain/calendar"
	"relance/domain/journal"
)

// overdue is a debt over documents due so many days before 2026-11-22 that bear
// 12.15 % a year, and some 40.00 of indemnity.
func overdue(fees bool, amounts ...int64) Input {
	in := over("2026-11-22", amounts...)
	f := &flat{ppm: 121_500}
	for i := range in.Items {
		due := in.Today.AddDays(-200 + 13*i)
		in.Items[i].Due, in.Items[i].Item.Date = due, due
		f.due, f.fee = append(f.due, due), append(f.fee, 40_00)
	}
	in.Charger, in.Interest = f, journal.ChargesAsked
	if fees {
		in.Fees = journal.ChargesAsked
	}
	return in
}

// What a line was fixed at is what it asks for, charges included, wherever the
// others share the rest.
func TestFixedWithChargesAsked(t *testing.T) {
	for _, c := range []struct {
		amounts []int64
		count   uint16
		line    int
		total   int64
		fees    bool
	}{
		{[]int64{849_20}, 3, 2, 350_00, false},
		{[]int64{849_20}, 2, 1, 600_00, false},
		{[]int64{849_20}, 2, 0, 600_00, false},
		{[]int64{300_00, 200_00, 349_20}, 4, 2, 207_47, false},
		{[]int64{300_00, 200_00, 349_20}, 4, 2, 207_47, true},
		{[]int64{40_000_00, 33_580_90, 7_396_80}, 2, 1, 80_977_00, false},
	} {
		s, err := NewSheet(overdue(c.fees, c.amounts...), journal.PlanTerms{Count: c.count})
		if err != nil {
			t.Fatal(err)
		}
		if s, err = s.SetTotal(c.line, c.total); err != nil || s.Err() != nil {
			t.Fatal(err, s.Err())
		}
		if l := s.Line(c.line); l.Amount() != c.total || l.Pinned != journal.PinAmount || len(s.Shorts()) != 0 {
			t.Errorf("%v: line %d asks %+v, fixed %d", c.amounts, c.line, l, c.total)
		}
		if p := s.Draft(); p.Total() != s.Debt() {
			t.Errorf("%v: principal %d of %d", c.amounts, p.Total(), s.Debt())
		}
	}
}

// reached gives what the last line asks for with each principal that leaves the
// others something, by paying all of it anew.
func reached(in Input, due []calendar.Date, total int64) (best int64) {
	var debt int64
	for _, it := range in.Items {
		debt += it.Amount
	}
	st := &state{in: &in, interest: in.Interest, fees: in.Fees, items: arranged(in.Items, in.Order)}
	n := int64(len(due)) - 1
	for p := int64(1); p <= debt-n; p++ {
		w, rest := st.walker(), debt-p
		for i := range n {
			share := rest / n
			if i == n-1 {
				share = rest - share*(n-1)
			}
			w.pay(share, due[i])
		}
		interest, fee := w.pay(p, due[n])
		if a := p + interest + fee; a <= total {
			best = max(best, a)
		}
	}
	return best
}

// Where no principal comes to it, the last line asks for the nearest below, and
// the sheet says so.
func TestNearestBelow(t *testing.T) {
	short := 0
	for seed := range uint64(120) {
		r := rand.New(rand.NewPCG(seed, 5))
		amounts := []int64{1 + r.Int64N(60_00), 1 + r.Int64N(60_00), 50_00 + r.Int64N(60_00)}
		in := overdue(r.IntN(2) == 0, amounts...)
		s, err := NewSheet(in, journal.PlanTerms{Count: uint16(2 + r.IntN(3))})
		if err != nil {
			t.Fatal(err)
		}
		last := s.Len() - 1
		total := s.Line(last).Amount()/2 + r.Int64N(s.Line(last).Amount())
		if s, err = s.SetTotal(last, total); err != nil {
			t.Fatal(err)
		}
		if s.Err() != nil {
			continue
		}
		var due []calendar.Date
		for i := range s.Len() {
			due = append(due, s.Line(i).Due)
		}
		got, want := s.Line(last).Amount(), reached(in, due, total)
		if got > total || got < want {
			t.Errorf("seed %d: asks %d, fixed %d, %d can be had", seed, got, total, want)
		}
		if got != total {
			short++
			x := s.Shorts()
			w := s.Warnings(Limits{Today: in.Today})
			if len(x) != 1 || x[0] != (Short{last, total, got}) || w[len(w)-1] != (Warning{Code: PinMissed, Line: last, Count: 1, Bound: total, Amount: got}) {
				t.Errorf("seed %d: %+v %+v", seed, x, w)
			}
		} else if len(s.Shorts()) != 0 {
			t.Errorf("seed %d: %+v", seed, s.Shorts())
		}
	}
	if short == 0 || short > 60 {
		t.Errorf("%d amounts could not be reached", short)
	}
}

// Several lines fixed one after another, over any plan: each asks for what it
// was fixed at, or the sheet says that it does not.
func TestEveryFixedLineIsKeptOrSaid(t *testing.T) {
	kept, said := 0, 0
	for seed := range uint64(4000) {
		r := draw{rand.New(rand.NewPCG(seed, 77))}
		in := r.input()
		in.Interest, in.Fees = journal.ChargesAsked, journal.ChargeMode(r.IntN(3))
		s, err := NewSheet(in, r.terms(&in))
		if err != nil {
			continue
		}
		want := map[calendar.Date]int64{}
		for range 1 + r.IntN(3) {
			line := r.IntN(s.Len())
			if s.Down() && line == 0 {
				continue
			}
			total := s.Line(line).Amount() * int64(60+r.IntN(80)) / 100
			next, err := s.SetTotal(line, total)
			if err != nil || next.Err() != nil {
				continue
			}
			want[s.Line(line).Due] = total
			s = next
		}
		said1 := map[int]int64{}
		for _, x := range s.Shorts() {
			said1[x.Line] = x.Asked
		}
		for i := range s.Len() {
			total, fixed := want[s.Line(i).Due]
			if !fixed {
				continue
			}
			delete(want, s.Line(i).Due)
			switch asks := s.Line(i).Amount(); {
			case asks == total:
				kept++
			case said1[i] == total:
				said++
			default:
				t.Errorf("seed %d: line %d asks %d, fixed %d, nothing said", seed, i, asks, total)
			}
		}
		if len(want) != 0 {
			t.Errorf("seed %d: fixed lines gone: %v", seed, want)
		}
	}
	if said*8 > kept {
		t.Errorf("%d kept, %d said", kept, said)
	}
}

// A date that a person chose stays on a day that is no business day, and is
// spoken of; dates worked out move.
func TestChosenDateStays(t *testing.T) {
	do := done(t)
	zone := calendar.France
	s := do(fourMonths(t).SetDate(1, d("2027-01-09"))) // Saturday
	if l := s.Line(1); l.Due != d("2027-01-09") || !l.Asked.IsZero() {
		t.Errorf("%+v", l)
	}
	w := s.Warnings(Limits{Today: d("2026-11-23"), Zone: &zone})
	if len(w) != 1 || w[0] != (Warning{Code: PinnedClosed, Line: 1, Count: 1, On: d("2027-01-09")}) {
		t.Errorf("%+v", w)
	}
	if s = do(s.Unpin(1, journal.PinDate)); s.Line(1).Due != d("2027-01-04") {
		t.Errorf("by the terms: %+v", s.Line(1))
	}
	s = sheet(t, over("2026-11-23", 1000_00), journal.PlanTerms{Count: 2, Down: 100_00, DownOn: d("2026-11-28")})
	if s.Line(0).Due != d("2026-11-28") {
		t.Errorf("down payment: %+v", s.Line(0))
	}
	if s = do(s.Unpin(0, journal.PinDate)); s.Line(0).Due != d("2026-11-30") {
		t.Errorf("down payment by the terms: %+v", s.Line(0))
	}
}
