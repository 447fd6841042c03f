package limitation

import (
	"testing"

	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
)

func day(s string) calendar.Date {
	d, err := calendar.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestPeriod(t *testing.T) {
	for _, v := range []struct {
		country   string
		nature    ledger.Nature
		transport bool
		want      Term
	}{
		{"FR", ledger.Business, false, Term{FRTrade, 5}},
		{"", ledger.Public, false, Term{FRTrade, 5}},
		{"FR", ledger.Consumer, false, Term{FRConsumer, 2}},
		{"FR", ledger.Business, true, Term{FRTransport, 1}},
		{"BE", ledger.Business, false, Term{BEContract, 10}},
		{"BE", ledger.Consumer, true, Term{BEContract, 10}},
	} {
		if got := Period(v.country, v.nature, v.transport); got != v.want {
			t.Errorf("%+v: %+v", v, got)
		}
	}
}

func TestDate(t *testing.T) {
	this, other := ledger.ItemKey{Number: "F1"}, ledger.ItemKey{Number: "F2"}
	trade, consumer, belgian := Term{FRTrade, 5}, Term{FRConsumer, 2}, Term{BEContract, 10}
	on := func(s string, c Cause) Interruption { return Interruption{On: day(s), Cause: c} }
	only := func(i Interruption, k ledger.ItemKey) Interruption { i.Items = []ledger.ItemKey{k}; return i }
	until := func(i Interruption, s string) Interruption { i.Until = day(s); return i }
	for _, v := range []struct {
		name  string
		base  string
		term  Term
		acts  []Interruption
		want  string
		cause string
	}{
		{"five years", "2021-05-31", trade, nil, "2026-05-31", ""},
		{"two years", "2025-01-15", consumer, nil, "2027-01-15", ""},
		{"leap day", "2024-02-29", trade, nil, "2029-02-28", ""},
		{"part payment", "2021-05-31", trade, []Interruption{on("2023-03-10", PartPayment)}, "2028-03-10", "part_payment"},
		{"latest counts, in any order", "2021-05-31", trade, []Interruption{on("2025-03-10", PlanSigned), on("2023-03-10", AckWritten)}, "2030-03-10", "plan_signed"},
		{"of another document", "2021-05-31", trade, []Interruption{only(on("2023-03-10", PartPayment), other)}, "2026-05-31", ""},
		{"of this document", "2021-05-31", trade, []Interruption{only(on("2023-03-10", PartPayment), this)}, "2028-03-10", "part_payment"},
		{"before the due date", "2021-05-31", trade, []Interruption{on("2021-03-10", AckWritten)}, "2026-05-31", ""},
		{"on the last day", "2021-05-31", trade, []Interruption{on("2026-05-31", OrderServed)}, "2031-05-31", "order_served"},
		{"a day too late", "2021-05-31", trade, []Interruption{on("2026-06-01", OrderServed)}, "2026-05-31", ""},
		{"paid too late", "2021-05-31", trade, []Interruption{on("2026-06-01", PartPayment)}, "2026-05-31", ""},
		{"acknowledged too late", "2021-05-31", trade, []Interruption{on("2026-06-01", AckWritten)}, "2031-06-01", "ack_written"},
		{"claim until judgment", "2021-05-31", trade, []Interruption{until(on("2023-01-10", ClaimFiled), "2024-06-30")}, "2029-06-30", "claim_filed"},
		{"proceedings under way", "2021-05-31", trade, []Interruption{on("2023-01-10", ClaimDeclared), on("2023-02-01", PartPayment)}, "", "claim_declared"},
		{"proceedings over", "2021-05-31", trade, []Interruption{until(on("2023-01-10", ClaimDeclared), "2025-01-10")}, "2030-01-10", "claim_declared"},
		{"lawyer's notice in France", "2021-05-31", trade, []Interruption{on("2026-03-10", LawyerNotice)}, "2026-05-31", ""},
		{"lawyer's notice early", "2014-05-31", belgian, []Interruption{on("2020-03-10", LawyerNotice)}, "2024-05-31", ""},
		{"lawyer's notice late", "2014-05-31", belgian, []Interruption{on("2024-03-10", LawyerNotice)}, "2025-03-10", "lawyer_notice"},
		{"lawyer's notice twice", "2014-05-31", belgian, []Interruption{on("2024-03-10", LawyerNotice), on("2025-03-01", LawyerNotice)}, "2025-03-10", "lawyer_notice"},
		{"summons after the notice", "2014-05-31", belgian, []Interruption{on("2024-03-10", LawyerNotice), on("2025-03-01", ClaimFiled)}, "2035-03-01", "claim_filed"},
	} {
		r := Date(day(v.base), v.term, this, v.acts)
		cause := ""
		if r.Interrupted {
			cause = r.Cause.Key()
		}
		if r.On.String() != v.want || cause != v.cause || r.Suspended != (v.want == "") {
			t.Errorf("%s: %v by %q, %+v", v.name, r.On, cause, r)
		}
	}
	if r := Date(0, trade, this, nil); r.On != 0 || r.State(day("2026-01-01")) != Unknown {
		t.Errorf("%+v", r)
	}
}

func TestStates(t *testing.T) {
	r := Date(day("2021-05-31"), Term{FRTrade, 5}, ledger.ItemKey{}, nil)
	if r.Warn != day("2025-11-30") {
		t.Error(r.Warn)
	}
	for on, want := range map[string]State{"2025-11-29": Running, "2025-11-30": Near, "2026-05-31": Near, "2026-06-01": Expired} {
		if got := r.State(day(on)); got != want {
			t.Errorf("%s: %s", on, got.Key())
		}
	}
	frozen := Date(day("2021-05-31"), Term{FRTrade, 5}, ledger.ItemKey{}, []Interruption{{On: day("2022-01-01"), Cause: ClaimDeclared}})
	if frozen.State(day("2040-01-01")) != Suspended || frozen.Warn != 0 {
		t.Errorf("%+v", frozen)
	}
}

func TestKeys(t *testing.T) {
	seen := map[string]bool{}
	for c := range CauseCount {
		if key := c.Key(); key == "" || seen[key] {
			t.Error(c, key)
		}
		seen[c.Key()] = true
	}
	for i := range journal.InterruptionCount {
		if _, ok := CauseOf(i); !ok {
			t.Error(i)
		}
	}
	if _, ok := CauseOf(journal.InterruptionCount); ok {
		t.Error("a cause for nothing")
	}
	if CauseCount.Key()+LawCount.Key()+StateCount.Key() != "" {
		t.Error("a key for nothing")
	}
}

// The last day never comes earlier by an interruption, and the order in which
// they are given does not matter.
func TestInterruptionsOnlyHelp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := day("2020-01-01") + calendar.Date(rapid.IntRange(0, 1000).Draw(t, "base"))
		term := Period(rapid.SampledFrom([]string{"FR", "BE"}).Draw(t, "country"), ledger.Nature(rapid.IntRange(0, 2).Draw(t, "nature")), false)
		var acts []Interruption
		taken := map[calendar.Date]bool{}
		for range rapid.IntRange(0, 6).Draw(t, "acts") {
			i := Interruption{On: base + calendar.Date(rapid.IntRange(-100, 6000).Draw(t, "on")), Cause: Cause(rapid.IntRange(0, int(CauseCount)-1).Draw(t, "cause"))}
			if rapid.Bool().Draw(t, "ended") {
				i.Until = i.On + calendar.Date(rapid.IntRange(0, 1000).Draw(t, "until"))
			}
			if !taken[i.On] {
				taken[i.On] = true
				acts = append(acts, i)
			}
		}
		r := Date(base, term, ledger.ItemKey{}, acts)
		if r.Suspended {
			if r.On != 0 || r.Cause != ClaimDeclared {
				t.Fatalf("%+v", r)
			}
		} else if first := base.AddMonths(12 * term.Years); r.On < first || !r.Interrupted && r.On != first || r.Warn >= r.On {
			t.Fatalf("%+v", r)
		}
		if again := Date(base, term, ledger.ItemKey{}, rapid.Permutation(acts).Draw(t, "order")); again != r {
			t.Fatalf("%+v %+v", r, again)
		}
	})
}
