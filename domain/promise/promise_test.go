package promise

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

func d(s string) calendar.Date {
	day, err := calendar.Parse(s)
	if err != nil {
		panic(err)
	}
	return day
}

func item(number string) ledger.ItemKey {
	return ledger.ItemKey{Kind: ledger.Invoice, Number: number, Date: d("2026-09-01")}
}

// given on Monday 16 November 2026 for Friday 20 November: the tolerance ends
// on Tuesday 24.
func given(seq uint64, amount int64, items ...string) Promise {
	p := Promise{ID: journal.ID{Device: 1, Seq: seq}, Amount: amount, Currency: money.EUR, Made: d("2026-11-16"), Due: d("2026-11-20")}
	for _, n := range items {
		p.Parts = append(p.Parts, journal.Part{Item: item(n), Amount: amount / int64(len(items))})
	}
	return p
}

func paid(on string, amount int64, number string) Payment {
	p := Payment{On: d(on), Amount: amount}
	if number != "" {
		p.Item = item(number)
	}
	return p
}

func note(on string, amount int64, number string) Payment {
	p := paid(on, amount, number)
	p.CreditNote = true
	return p
}

func TestEvaluateOne(t *testing.T) {
	ended := func(p Promise, withdrawn, superseded string) Promise {
		if withdrawn != "" {
			p.WithdrawnOn = d(withdrawn)
		}
		if superseded != "" {
			p.SupersededOn = d(superseded)
		}
		return p
	}
	const amount = 1_000_00
	one := given(1, amount, "A")
	cases := []struct {
		name        string
		promise     Promise
		payments    []Payment
		day, cutoff string
		state       State
		paid        int64
		reduced     int64
		missing     int64
	}{
		{"waiting", one, nil, "2026-11-20", "2026-11-20", Open, 0, 0, amount},
		{"open to the end of the tolerance", one, nil, "2026-11-24", "2026-11-24", Open, 0, 0, amount},
		{"broken after it", one, nil, "2026-11-25", "2026-11-24", Broken, 0, 0, amount},
		{"ledger not that far", one, nil, "2026-11-25", "2026-11-23", ToVerify, 0, 0, amount},
		{"paid early", one, []Payment{paid("2026-11-17", amount, "A")}, "2026-11-17", "2026-11-17", Kept, amount, 0, 0},
		{"part before the deadline", one, []Payment{paid("2026-11-17", 99_000, "A")}, "2026-11-18", "2026-11-17", Open, 99_000, 0, 1_000},
		{"98 per cent", one, []Payment{paid("2026-11-20", 98_000, "A")}, "2026-11-25", "2026-11-25", Kept, 98_000, 0, 2_000},
		{"50 euros short", one, []Payment{paid("2026-11-20", 95_000, "A")}, "2026-11-25", "2026-11-25", Kept, 95_000, 0, 5_000},
		{"a cent more short", one, []Payment{paid("2026-11-20", 94_999, "A")}, "2026-11-25", "2026-11-25", PartiallyKept, 94_999, 0, 5_001},
		{"40 euros, nothing paid", given(1, 40_00, "A"), nil, "2026-11-25", "2026-11-25", Broken, 0, 0, 40_00},
		{"on the last day of the tolerance", one, []Payment{paid("2026-11-24", amount, "A")}, "2026-11-30", "2026-11-30", Kept, amount, 0, 0},
		{"a day late stays broken, nothing missing", one, []Payment{paid("2026-11-25", amount, "A")}, "2026-11-30", "2026-11-30", Broken, amount, 0, 0},
		{"not known yet on the day", one, []Payment{paid("2026-11-26", amount, "A")}, "2026-11-25", "2026-11-30", Broken, 0, 0, amount},
		{"on another item", one, []Payment{paid("2026-11-20", amount, "B")}, "2026-11-25", "2026-11-25", Broken, 0, 0, amount},
		{"unapplied", one, []Payment{paid("2026-11-20", amount, "")}, "2026-11-25", "2026-11-25", Kept, amount, 0, 0},
		{"unapplied on the day given", one, []Payment{paid("2026-11-16", amount, "")}, "2026-11-25", "2026-11-25", Broken, 0, 0, amount},
		{"set against the item on the day given", one, []Payment{paid("2026-11-16", amount, "A")}, "2026-11-25", "2026-11-25", Kept, amount, 0, 0},
		{"before it was given", one, []Payment{paid("2026-11-13", amount, "A")}, "2026-11-25", "2026-11-25", Broken, 0, 0, amount},
		{"credit note reduces", one, []Payment{note("2026-11-18", 40_000, "A"), paid("2026-11-19", 60_000, "A")}, "2026-11-25", "2026-11-25", Kept, 60_000, 40_000, 0},
		{"credit note does not pay", one, []Payment{note("2026-11-18", 40_000, "A")}, "2026-11-25", "2026-11-25", Broken, 0, 40_000, 60_000},
		{"credit note on all of it", one, []Payment{note("2026-11-27", amount, "A")}, "2026-11-30", "2026-11-30", Kept, 0, amount, 0},
		{"credit note set against nothing", one, []Payment{note("2026-11-18", amount, "")}, "2026-11-25", "2026-11-25", Broken, 0, 0, amount},
		{"withdrawn", ended(one, "2026-11-18", ""), nil, "2026-11-25", "2026-11-25", Withdrawn, 0, 0, amount},
		{"not yet withdrawn", ended(one, "2026-11-18", ""), nil, "2026-11-17", "2026-11-25", Open, 0, 0, amount},
		{"superseded first", ended(one, "2026-11-19", "2026-11-18"), nil, "2026-11-25", "2026-11-25", Superseded, 0, 0, amount},
		{"money after the end is not its", ended(one, "", "2026-11-18"), []Payment{paid("2026-11-18", amount, "A")}, "2026-11-25", "2026-11-25", Superseded, 0, 0, amount},
		{"kept before the end", ended(one, "2026-11-19", ""), []Payment{paid("2026-11-18", amount, "A")}, "2026-11-25", "2026-11-25", Kept, amount, 0, 0},
		{"matched on one of two items", given(1, amount, "A", "B"), []Payment{paid("2026-11-20", amount, "B")}, "2026-11-25", "2026-11-25", Kept, amount, 0, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := Evaluate([]Promise{c.promise}, c.payments, d(c.day), d(c.cutoff), calendar.France)[0]
			if got.State != c.state || got.Paid != c.paid || got.Reduced != c.reduced || got.Missing != c.missing {
				t.Errorf("got %s paid %d reduced %d missing %d; want %s %d %d %d",
					got.State, got.Paid, got.Reduced, got.Missing, c.state, c.paid, c.reduced, c.missing)
			}
			if failed := c.state == Broken || c.state == PartiallyKept; failed != !got.BrokenOn.IsZero() || failed && got.BrokenOn != d("2026-11-25") {
				t.Errorf("broken on %v", got.BrokenOn)
			}
		})
	}
}

// What was booked before the promise was given but after the last import was
// not known: the debtor who says "the transfer is made" is right.
func TestMoneyUnknownWhenPromised(t *testing.T) {
	p := given(1, 1000_00, "A")
	p.Since = d("2026-11-10")
	for on, want := range map[string]State{"2026-11-10": Broken, "2026-11-11": Kept} {
		if got := Evaluate([]Promise{p}, []Payment{paid(on, 1000_00, "A")}, d("2026-12-01"), d("2026-12-01"), calendar.France)[0]; got.State != want {
			t.Errorf("booked %s: %s, want %s", on, got.State, want)
		}
	}
}

func TestEarliestPromiseFirst(t *testing.T) {
	first, second := given(1, 300_00, "A"), given(2, 500_00, "A")
	second.Made, second.Due = d("2026-11-17"), d("2026-12-04")
	st := Evaluate([]Promise{second, first}, []Payment{paid("2026-11-19", 400_00, "A")}, d("2026-11-25"), d("2026-11-25"), calendar.France)
	if st[1].State != Kept || st[1].Paid != 300_00 || st[0].State != Open || st[0].Paid != 100_00 {
		t.Errorf("first %+v\nsecond %+v", st[1], st[0])
	}
}

// A broken promise is followed by a new one: the money that comes in time for
// the new one is the new one's.
func TestLateMoneyPaysTheNextPromise(t *testing.T) {
	broken, next := given(1, 300_00, "A"), given(2, 300_00, "A")
	next.Made, next.Due = d("2026-11-26"), d("2026-12-04")
	st := Evaluate([]Promise{broken, next}, []Payment{paid("2026-12-03", 300_00, "A")}, d("2026-12-10"), d("2026-12-10"), calendar.France)
	if st[0].State != Broken || st[0].Paid != 0 || st[1].State != Kept {
		t.Errorf("broken %+v\nnext %+v", st[0], st[1])
	}
}

func TestAbsorb(t *testing.T) {
	on := d("2026-11-12")
	cases := []struct {
		name    string
		seen    []Seen
		credits []Credit
		cutoff  string
		want    []bool
	}{
		{"nothing booked", []Seen{{on, 100}}, nil, "2026-11-13", []bool{false}},
		{"booked 5 days before", []Seen{{on, 100}}, []Credit{{on - 5, 100}}, "2026-11-13", []bool{true}},
		{"booked 6 days before", []Seen{{on, 100}}, []Credit{{on - 6, 100}}, "2026-11-13", []bool{false}},
		{"booked another amount", []Seen{{on, 100}}, []Credit{{on, 101}}, "2026-11-13", []bool{false}},
		{"one credit takes over one", []Seen{{on, 100}, {on, 100}}, []Credit{{on, 100}}, "2026-11-13", []bool{true, false}},
		{"two and two, crossed", []Seen{{on + 10, 100}, {on, 100}}, []Credit{{on + 12, 100}, {on + 6, 100}}, "2026-11-13", []bool{true, true}},
		{"believed after 10 days", []Seen{{on, 100}}, nil, "2026-11-22", []bool{true}},
		{"not after 9", []Seen{{on, 100}}, nil, "2026-11-21", []bool{false}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := Absorb(c.seen, c.credits, d(c.cutoff)); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestStateKeys(t *testing.T) {
	want := []string{"open", "to_verify", "kept", "partially_kept", "broken", "withdrawn", "superseded"}
	for i, w := range want {
		if got := State(i).String(); got != w {
			t.Errorf("%d: %q, want %q", i, got, w)
		}
	}
	if StateCount.String() != "" {
		t.Error("a state without key")
	}
}

func drawCase(t *rapid.T) ([]Promise, []Payment) {
	numbers := []string{"A", "B", "C", ""}
	promises := make([]Promise, rapid.IntRange(0, 6).Draw(t, "promises"))
	for i := range promises {
		p := given(uint64(i+1), rapid.Int64Range(1, 500_00).Draw(t, "amount"), rapid.SampledFrom(numbers).Draw(t, "item"))
		p.Made = p.Made.AddDays(rapid.IntRange(0, 20).Draw(t, "made"))
		p.Due = p.Made.AddDays(rapid.IntRange(1, 20).Draw(t, "due"))
		if rapid.IntRange(0, 3).Draw(t, "ends") == 0 {
			p.WithdrawnOn = p.Made.AddDays(rapid.IntRange(0, 30).Draw(t, "end"))
		}
		promises[i] = p
	}
	payments := make([]Payment, rapid.IntRange(0, 12).Draw(t, "payments"))
	for i := range payments {
		pay := paid("2026-11-10", rapid.Int64Range(1, 500_00).Draw(t, "euros"), rapid.SampledFrom(numbers).Draw(t, "on"))
		pay.On = pay.On.AddDays(rapid.IntRange(0, 60).Draw(t, "when"))
		pay.CreditNote = rapid.IntRange(0, 3).Draw(t, "note") == 0
		payments[i] = pay
	}
	return promises, payments
}

func TestEvaluateProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		promises, payments := drawCase(t)
		day := d("2026-11-10").AddDays(rapid.IntRange(0, 70).Draw(t, "day"))
		cutoff := day.AddDays(-rapid.IntRange(0, 5).Draw(t, "behind"))
		st := Evaluate(promises, payments, day, cutoff, calendar.France)
		var money, given int64
		for _, p := range payments {
			if !p.CreditNote && p.On <= day {
				money += p.Amount
			}
		}
		for i, s := range st {
			given += s.Paid
			if s.Paid < 0 || s.Late > s.Paid || s.Missing < 0 || s.Paid+s.Reduced+s.Missing != promises[i].Amount {
				t.Fatalf("promise %d of %d: %+v", i, promises[i].Amount, s)
			}
		}
		if given > money {
			t.Fatalf("%d came in, %d were counted", money, given)
		}
		// Neither order matters.
		order := rapid.Permutation(seq(len(promises))).Draw(t, "order")
		shuffled := make([]Promise, len(promises))
		for i, k := range order {
			shuffled[i] = promises[k]
		}
		again := Evaluate(shuffled, rapid.Permutation(payments).Draw(t, "payments order"), day, cutoff, calendar.France)
		for i, k := range order {
			if again[i] != st[k] {
				t.Fatalf("promise %d: %+v, in another order %+v", k, st[k], again[i])
			}
		}
		// What comes later does not matter.
		known := slices.DeleteFunc(slices.Clone(payments), func(p Payment) bool { return p.On > day })
		if got := Evaluate(promises, known, day, cutoff, calendar.France); !slices.Equal(got, st) {
			t.Fatalf("with later payments %+v, without %+v", st, got)
		}
	})
}

func seq(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
