package desk

import (
	"testing"

	"pgregory.net/rapid"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
)

// expectedIn13 sums what is expected in euros.
func expectedIn13(v *View) (overdue, weeks int64) {
	for _, c := range v.Expected(60) {
		if c.Currency != money.EUR {
			continue
		}
		overdue += c.Overdue
		for i := range c.Weeks {
			weeks += c.Weeks[i].Total()
		}
	}
	return overdue, weeks
}

// A missed instalment that is promised anew is expected once, on the day
// promised; of the documents of the plan, the first ones are those late.
func TestAMissedInstalmentIsExpectedOnce(t *testing.T) {
	parts := promiseAll(0).Items // F1 1000.00, F2 500.00
	s, m := open(t, twoInvoices(), nil, monday)
	do(t, s, savePlan(act.Signed, schedule(monday+1, 3, parts...)))
	b := twoInvoices()
	b.Creditors[0].Cutoff = monday + 20
	s, _ = open(t, b, m.events, monday+12)
	if overdue, weeks := expectedIn13(s.View()); overdue != 500_00 || weeks != 1_000_00 {
		t.Errorf("missed: %d and %d", overdue, weeks)
	}
	for _, it := range s.View().File(key, money.EUR).Items {
		if it.Key.Number != "F3" && it.Planned != 500_00 {
			t.Errorf("%s: %d still under the plan", it.Key.Number, it.Planned)
		}
	}
	again := promiseAll(monday + 15)
	again.Amount, again.Items = money.Of(500_00, money.EUR), []journal.Part{{Item: parts[0].Item, Amount: 500_00}}
	do(t, s, again)
	if overdue, weeks := expectedIn13(s.View()); overdue != 0 || weeks != 1_500_00 {
		t.Errorf("promised anew: %d and %d", overdue, weeks)
	}
}

// A plan that nobody signed in time brings nothing.
func TestAPlanNotSignedInTimeIsNotExpected(t *testing.T) {
	s, m := open(t, twoInvoices(), nil, monday)
	do(t, s, savePlan(act.Proposed, schedule(monday+30, 3, promiseAll(0).Items...)))
	if _, weeks := expectedIn13(s.View()); weeks != 1_500_00 {
		t.Errorf("waiting: %d", weeks)
	}
	s, _ = open(t, twoInvoices(), m.events, monday+plan.SignWithin+1)
	if overdue, weeks := expectedIn13(s.View()); overdue != 0 || weeks != 0 {
		t.Errorf("not signed: %d and %d", overdue, weeks)
	}
}

// Whatever is promised and planned over what no agreement holds, no more is
// expected than is open; promises may contradict each other, as those of two
// devices do.
func TestNoMoreIsExpectedThanIsOpen(t *testing.T) {
	numbers := map[string]calendar.Date{"F1": monday - 90, "F2": monday - 40, "F3": monday - 5}
	amounts := map[string]int64{"F1": 1_000_00, "F2": 500_00, "F3": 250_00}
	rapid.Check(t, func(rt *rapid.T) {
		b := twoInvoices()
		b.Creditors[0].Cutoff = monday + 400
		s, m := open(t, b, nil, monday)
		day := monday
		for range rapid.IntRange(1, 4).Draw(rt, "acts") {
			var parts []journal.Part
			for _, n := range []string{"F1", "F2", "F3"} {
				if rapid.Bool().Draw(rt, n) {
					parts = append(parts, journal.Part{
						Item: ledger.ItemKey{Kind: ledger.Invoice, Number: n, Date: numbers[n]}, Amount: rapid.Int64Range(1, amounts[n]).Draw(rt, "part"),
					})
				}
			}
			if len(parts) > 0 && rapid.Bool().Draw(rt, "promise") {
				p := promiseAll(day + calendar.Date(rapid.IntRange(1, 10).Draw(rt, "due")))
				p.Items, p.Amount = parts, money.Of(sumParts(parts), money.EUR)
				s.Do(p)
			} else if len(parts) > 0 && len(s.View().Facts(key, money.EUR, Selection{}).Plans) == 0 {
				state := act.PlanState(rapid.IntRange(1, 2).Draw(rt, "state"))
				first := day + calendar.Date(rapid.IntRange(1, 10).Draw(rt, "first"))
				s.Do(savePlan(state, schedule(first, rapid.IntRange(1, 3).Draw(rt, "lines"), parts...)))
			}
			day += calendar.Date(rapid.IntRange(0, 20).Draw(rt, "later"))
			s, m = open(t, b, m.events, day)
			if overdue, weeks := expectedIn13(s.View()); overdue+weeks > 1_750_00 {
				rt.Fatalf("on %v %d overdue and %d to come of 1750.00", day, overdue, weeks)
			}
		}
	})
}
