package plan

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/promise"
)

// three instalments of 300 over two items of 600 and 300, agreed on Monday 2
// November 2026: Tuesday 1 December (tolerance until Thursday 3), Monday 4
// January (until 6), Monday 1 February (until 3).
func three() journal.Plan {
	p := journal.Plan{Currency: money.EUR, Items: parts(600_00, 300_00)}
	for _, on := range []string{"2026-12-01", "2027-01-04", "2027-02-01"} {
		p.Instalments = append(p.Instalments, journal.Instalment{Due: d(on), Principal: 300_00})
	}
	return p
}

func signed() Life   { return Life{ProposedOn: d("2026-11-02"), SignedOn: d("2026-11-05")} }
func proposed() Life { return Life{ProposedOn: d("2026-11-02")} }

func money1(on string, amount int64, item int) promise.Payment {
	p := promise.Payment{On: d(on), Amount: amount}
	if item >= 0 {
		p.Item = three().Items[item].Item
	}
	return p
}

func TestFollow(t *testing.T) {
	cancelled, superseded := signed(), signed()
	cancelled.CancelledOn, superseded.SupersededOn = d("2026-12-10"), d("2026-12-10")
	justDue := signed()
	justDue.SupersededOn = d("2026-12-02")
	lowered := money1("2026-11-20", 300_00, 1)
	lowered.CreditNote = true
	cases := []struct {
		name      string
		life      Life
		payments  []promise.Payment
		day       string
		state     State
		lines     []InstalmentState
		paid      int64
		missing   int64
		next      string
		suspended int64
	}{
		{"draft", Life{}, nil, "2026-12-10", Draft, []InstalmentState{Upcoming, Upcoming, Upcoming}, 0, 0, "", 0},
		{"proposed", proposed(), nil, "2026-11-12", Proposed, []InstalmentState{Upcoming, Upcoming, Upcoming}, 0, 0, "2026-12-01", 900_00},
		{"not signed after 10 days", proposed(), nil, "2026-11-13", Proposed, []InstalmentState{Upcoming, Upcoming, Upcoming}, 0, 0, "2026-12-01", 0},
		{"signed", signed(), nil, "2026-11-30", Signed, []InstalmentState{Upcoming, Upcoming, Upcoming}, 0, 0, "2026-12-01", 900_00},
		{"due", signed(), nil, "2026-12-03", Signed, []InstalmentState{Due, Upcoming, Upcoming}, 0, 0, "2026-12-01", 900_00},
		{"missed", signed(), nil, "2026-12-04", Breached, []InstalmentState{Missed, Upcoming, Upcoming}, 0, 300_00, "2027-01-04", 600_00},
		{
			"part of it", signed(),
			[]promise.Payment{money1("2026-12-01", 100_00, 0)},
			"2026-12-04", Breached,
			[]InstalmentState{PartiallyKept, Upcoming, Upcoming},
			100_00, 200_00, "2027-01-04", 600_00,
		},
		{
			"50 short is enough", signed(),
			[]promise.Payment{money1("2026-12-01", 250_00, 0)},
			"2026-12-04", Signed,
			[]InstalmentState{Kept, Upcoming, Upcoming},
			250_00, 0, "2027-01-04", 600_00,
		},
		{
			"paid ahead", signed(),
			[]promise.Payment{money1("2026-11-20", 450_00, -1)},
			"2026-11-30", Signed,
			[]InstalmentState{Kept, Upcoming, Upcoming},
			450_00, 0, "2027-01-04", 450_00,
		},
		{
			"late money fills the oldest gap", signed(),
			[]promise.Payment{money1("2026-12-10", 300_00, 0)},
			"2026-12-11", Signed,
			[]InstalmentState{Missed, Upcoming, Upcoming},
			300_00, 0, "2027-01-04", 600_00,
		},
		{
			"complete", signed(),
			[]promise.Payment{money1("2026-12-01", 600_00, 0), money1("2027-02-01", 300_00, 1)},
			"2027-02-01", Completed,
			[]InstalmentState{Kept, Kept, Kept},
			900_00, 0, "", 0,
		},
		{
			"complete though late", signed(),
			[]promise.Payment{money1("2027-03-01", 900_00, -1)},
			"2027-03-01", Completed,
			[]InstalmentState{Missed, Missed, Missed},
			900_00, 0, "", 0,
		},
		{
			"credit note lowers the last", signed(),
			[]promise.Payment{lowered},
			"2026-11-30", Signed,
			[]InstalmentState{Upcoming, Upcoming, Kept},
			0, 0, "2026-12-01", 600_00,
		},
		{
			"cancelled", cancelled,
			[]promise.Payment{money1("2026-12-01", 300_00, 0)},
			"2026-12-10", Cancelled,
			[]InstalmentState{Kept, Upcoming, Upcoming},
			300_00, 0, "", 0,
		},
		{"superseded", superseded, nil, "2026-12-10", Superseded, []InstalmentState{Missed, Upcoming, Upcoming}, 0, 0, "", 0},
		{"superseded, much later", superseded, nil, "2027-06-10", Superseded, []InstalmentState{Missed, Upcoming, Upcoming}, 0, 0, "", 0},
		{"superseded while it was due", justDue, nil, "2027-06-10", Superseded, []InstalmentState{Due, Upcoming, Upcoming}, 0, 0, "", 0},
		{
			"cancelled after part of it", cancelled,
			[]promise.Payment{money1("2026-12-01", 100_00, 0)},
			"2027-06-10", Cancelled,
			[]InstalmentState{PartiallyKept, Upcoming, Upcoming},
			100_00, 0, "", 0,
		},
		{
			"before it was agreed", signed(),
			[]promise.Payment{money1("2026-11-01", 900_00, 0)},
			"2026-11-30", Signed,
			[]InstalmentState{Upcoming, Upcoming, Upcoming},
			0, 0, "2026-12-01", 900_00,
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := three()
			s := Follow(p, c.life, c.payments, d(c.day), d(c.day), calendar.France)
			var lines []InstalmentState
			for _, line := range s.Instalments {
				lines = append(lines, line.State)
			}
			if s.State != c.state || !slices.Equal(lines, c.lines) {
				t.Errorf("state %s, lines %v", s.State, lines)
			}
			if s.Paid != c.paid || s.Missing != c.missing || s.NextDue.String() != c.next {
				t.Errorf("paid %d, missing %d, next %v", s.Paid, s.Missing, s.NextDue)
			}
			if got := Suspended(p, s, d(c.day)); got != c.suspended {
				t.Errorf("suspended %d, want %d", got, c.suspended)
			}
		})
	}
}

func TestLedgerNotThatFar(t *testing.T) {
	s := Follow(three(), signed(), nil, d("2026-12-10"), d("2026-12-02"), calendar.France)
	if s.Instalments[0].State != ToVerify || s.State != Signed {
		t.Errorf("%s, first %s", s.State, s.Instalments[0].State)
	}
	if got := Suspended(three(), s, d("2026-12-10")); got != 900_00 {
		t.Errorf("suspended %d", got)
	}
}

func TestCover(t *testing.T) {
	cases := []struct {
		amount int64
		open   []int64
		want   []int64
	}{
		{600_00, []int64{600_00, 300_00}, []int64{300_00, 300_00}},
		{900_00, []int64{600_00, 300_00}, []int64{600_00, 300_00}},
		{300_00, []int64{300_00, 0}, []int64{300_00, 0}}, // the payment was set against the second
		{600_00, []int64{100_00, 300_00}, []int64{100_00, 300_00}},
		{0, []int64{600_00, 300_00}, []int64{0, 0}},
		{600_00, nil, []int64{0, 0}},
	}
	for _, c := range cases {
		if got := Cover(three(), c.amount, c.open, nil); !slices.Equal(got, c.want) {
			t.Errorf("%d over %v: %v, want %v", c.amount, c.open, got, c.want)
		}
	}
}

func TestKeys(t *testing.T) {
	var got []string
	for s := range StateCount {
		got = append(got, s.String())
	}
	if want := []string{"draft", "proposed", "signed", "completed", "breached", "cancelled", "superseded"}; !slices.Equal(got, want) {
		t.Errorf("states %v", got)
	}
	got = nil
	for s := range InstalmentStateCount {
		got = append(got, s.String())
	}
	if want := []string{"upcoming", "due", "to_verify", "kept", "partially_kept", "missed"}; !slices.Equal(got, want) {
		t.Errorf("instalment states %v", got)
	}
}

// Whatever comes in: no euro counts twice, and what is suspended, missed and
// paid is the plan.
func TestFollowProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var payments []promise.Payment
		var all int64
		for range rapid.IntRange(0, 8).Draw(t, "payments") {
			pay := money1("2026-11-10", rapid.Int64Range(1, 400_00).Draw(t, "amount"), rapid.IntRange(-1, 1).Draw(t, "item"))
			pay.On = pay.On.AddDays(rapid.IntRange(0, 120).Draw(t, "on"))
			payments, all = append(payments, pay), all+pay.Amount
		}
		day := d("2026-11-06").AddDays(rapid.IntRange(0, 150).Draw(t, "day"))
		p := three()
		s := Follow(p, signed(), payments, day, day, calendar.France)
		if s.Paid > all || s.Paid > p.Total() {
			t.Fatalf("%d paid of %d, %d came in", s.Paid, p.Total(), all)
		}
		if held := Suspended(p, s, day); held < 0 || held+s.Missing+s.Paid > p.Total() {
			t.Fatalf("suspended %d, missing %d, paid %d", held, s.Missing, s.Paid)
		}
	})
}
