package plan

import (
	"slices"
	"testing"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/promise"
)

// charged is three() with 10.00 of interest on each line and 40.00 on the first.
func chargedThree() journal.Plan {
	p := three()
	for i := range p.Instalments {
		p.Instalments[i].Interest = 10_00
	}
	p.Instalments[0].Fee = 40_00
	p.Interest, p.Fees = journal.ChargesAsked, journal.ChargesAsked
	return p
}

func follow(p journal.Plan, day string, payments ...promise.Payment) Standing {
	return Follow(p, signed(), payments, d(day), d(day), calendar.France)
}

func TestChargesAreOwedAndNotSuspended(t *testing.T) {
	p := chargedThree()
	s := follow(p, "2026-11-30")
	if s.NextAmount != 350_00 || Suspended(p, s, d("2026-11-30")) != 900_00 {
		t.Errorf("next %d, suspended %d", s.NextAmount, Suspended(p, s, d("2026-11-30")))
	}
	// 350.00 pays the first line whole; then 100.00 of the second pays its interest first.
	s = follow(p, "2026-12-10", money1("2026-12-01", 350_00, 0), money1("2026-12-09", 100_00, 0))
	if s.State != Signed || s.Instalments[1].Missing != 210_00 || Suspended(p, s, d("2026-12-10")) != 510_00 {
		t.Errorf("%s, missing %d, suspended %d", s.State, s.Instalments[1].Missing, Suspended(p, s, d("2026-12-10")))
	}
	lowered := money1("2026-11-20", 300_00, 1)
	lowered.CreditNote = true
	s = follow(p, "2026-11-30", lowered) // the last line's principal is gone, its interest is not
	if got := Suspended(p, s, d("2026-11-30")); got != 600_00 {
		t.Errorf("suspended %d", got)
	}
}

func TestAccelerate(t *testing.T) {
	p := chargedThree()
	p.Interest, p.Charged = journal.ChargesSuspended, 77_00
	for i := range p.Instalments {
		p.Instalments[i].Interest = 0
	}
	if a := Accelerate(p, follow(p, "2026-12-03"), 0, d("2026-12-03")); a != (Acceleration{}) {
		t.Errorf("holds: %+v", a)
	}
	s := follow(p, "2026-12-10", money1("2026-12-01", 100_00, 0)) // 40.00 of it paid the indemnity
	want := Acceleration{
		Breached: d("2026-12-04"), Principal: 840_00, Interest: 77_00, Step: SendNotice,
	}
	if got := Accelerate(p, s, 0, d("2026-12-10")); got != want || got.Total() != 917_00 {
		t.Errorf("%+v", got)
	}
	if got := Accelerate(p, s, d("2026-12-01"), d("2026-12-10")); got != want {
		t.Errorf("a notice from before: %+v", got)
	}
	want.NoticedOn, want.By, want.Step = d("2026-12-07"), d("2026-12-15"), AwaitNotice
	if got := Accelerate(p, s, d("2026-12-07"), d("2026-12-10")); got != want {
		t.Errorf("%+v", got)
	}
	if got := Accelerate(p, follow(p, "2026-12-16", money1("2026-12-01", 100_00, 0)), d("2026-12-07"), d("2026-12-16")); got.Step != CallBalance {
		t.Errorf("%+v", got)
	}
	p.Clause.Automatic = true
	if got := Accelerate(p, s, 0, d("2026-12-10")); got.Step != CallBalance || got.By != d("2026-12-04") {
		t.Errorf("%+v", got)
	}
}

func TestCourtesy(t *testing.T) {
	p := three()
	// three business days before Tuesday 1 December
	if got := Courtesy(p, signed(), follow(p, "2026-11-20"), CourtesyDays, calendar.France); got != d("2026-11-26") {
		t.Errorf("%v", got)
	}
	if got := Courtesy(p, signed(), follow(p, "2026-11-20", money1("2026-11-19", 300_00, 0)), CourtesyDays, calendar.France); got != 0 {
		t.Errorf("paid already: %v", got)
	}
	if got := Courtesy(p, Life{ProposedOn: d("2026-11-27")}, follow(p, "2026-11-27"), CourtesyDays, calendar.France); got != 0 {
		t.Errorf("agreed later: %v", got)
	}
}

func TestDueBetween(t *testing.T) {
	p := three()
	s := follow(p, "2026-12-02", money1("2026-11-20", 100_00, 0))
	want := []DueLine{{0, d("2026-12-01"), 200_00, Due}, {1, d("2027-01-04"), 300_00, Upcoming}}
	if got := DueBetween(p, s, d("2026-12-01"), d("2027-01-04")); !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	if got := DueBetween(p, Standing{State: Cancelled, Instalments: s.Instalments}, d("2026-01-01"), d("2028-01-01")); got != nil {
		t.Errorf("%+v", got)
	}
}

func TestAtRisk(t *testing.T) {
	p := three()
	cases := []struct {
		name     string
		day      string
		broken   int64
		payments []promise.Payment
		want     Risk
	}{
		{"ahead", "2026-11-30", -1, nil, NoRisk},
		{"due", "2026-12-02", 0, nil, DueUnpaid},
		{"paid", "2026-12-10", 0, []promise.Payment{money1("2026-12-01", 300_00, 0)}, NoRisk},
		{"paid, promises broken", "2026-12-10", 500_000, []promise.Payment{money1("2026-12-01", 300_00, 0)}, BrokenPromises},
		{"paid late", "2026-12-20", 0, []promise.Payment{money1("2026-12-15", 300_00, 0)}, PaidLate},
		{"paid in part, the rest late", "2026-12-20", 0, []promise.Payment{money1("2026-12-01", 100_00, 0), money1("2026-12-15", 200_00, 0)}, PaidInPart},
		{"missed: a breach, not a risk", "2026-12-20", 900_000, nil, NoRisk},
	}
	for _, c := range cases {
		if got := AtRisk(p, follow(p, c.day, c.payments...), c.broken); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got.Key(), c.want.Key())
		}
	}
}

func TestExpected(t *testing.T) {
	p := three()
	running := Followed{Plan: p, Life: signed(), Standing: follow(p, "2026-12-10")} // the first line is missed
	draft := Followed{Plan: p, Standing: Follow(p, Life{}, nil, d("2026-12-10"), d("2026-12-10"), calendar.France)}
	dollars := running
	dollars.Plan.Currency = money.USD
	weeks, overdue := Expected([]Followed{running, draft, dollars}, money.EUR, d("2026-12-10"), 5)
	if overdue != 300_00 || len(weeks) != 5 || weeks[0].Monday != d("2026-12-07") || weeks[0].Number != 50 {
		t.Errorf("overdue %d, %+v", overdue, weeks)
	}
	// Monday 4 January 2027 opens week 1: 31 December 2026 is a Thursday
	if w := weeks[4]; w.Year != 2027 || w.Number != 1 || w.ByState[Breached] != 300_00 || w.ByState[Draft] != 300_00 {
		t.Errorf("%+v", w)
	}
}

func TestISOWeek(t *testing.T) {
	for day := d("2019-12-20"); day < d("2031-01-15"); day++ {
		year, week := ISOWeek(day)
		if y, w := day.Time().ISOWeek(); y != year || w != week {
			t.Fatalf("%v: %d-%d, want %d-%d", day, year, week, y, w)
		}
	}
}

func TestChain(t *testing.T) {
	id := func(n uint64) journal.ID { return journal.ID{Device: 1, Seq: n} }
	plans := []journal.Plan{
		{ID: id(1)},
		{ID: id(9)},
		{ID: id(5), Supersedes: []journal.ID{id(3)}},
		{ID: id(3), Supersedes: []journal.ID{id(1)}},
	}
	for _, n := range []uint64{1, 3, 5} {
		if got := Chain(plans, id(n)); !slices.Equal(got, []int{0, 3, 2}) {
			t.Errorf("%d: %v", n, got)
		}
	}
	if got := Chain(plans, id(9)); !slices.Equal(got, []int{1}) {
		t.Errorf("%v", got)
	}
	if got := Chain(plans, id(7)); got != nil {
		t.Errorf("%v", got)
	}
	loop := []journal.Plan{{ID: id(1), Supersedes: []journal.ID{id(2)}}, {ID: id(2), Supersedes: []journal.ID{id(1)}}}
	if got := Chain(loop, id(1)); len(got) != 2 {
		t.Errorf("%v", got)
	}
}
