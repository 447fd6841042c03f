package sample

import (
	"testing"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
	"relance/domain/promise"
)

func open(t *testing.T, today calendar.Date) *desk.View {
	t.Helper()
	book, events := Portfolio(today)
	s, err := desk.New(desk.Config{
		Book: book, Events: events, Device: Device, LastSeq: uint64(len(events)), LastStamp: events[len(events)-1].Stamp,
		Author: Author, Day: today, Rules: priority.DefaultRules(),
	})
	if err != nil {
		t.Fatal(err)
	}
	return s.View()
}

func TestTheListIsWorthWorking(t *testing.T) {
	least := map[priority.Class]int{
		priority.Callback: 4, priority.BrokenPromise: 4, priority.MissedInstalment: 1,
		priority.LegalClock: 3, priority.PromiseDue: 3, priority.Gain: 20,
	}
	eachDay(t, func(t *testing.T, today calendar.Date) {
		v := open(t, today)
		if n := len(v.Worklist); n < 35 || n > 46 {
			t.Errorf("%d rows", n)
		}
		if len(v.Header.Overdue) != 1 || v.Header.Overdue[0].Minor < 200_000_00 || v.Header.Overdue[0].Minor > 400_000_00 {
			t.Errorf("overdue %v", v.Header.Overdue)
		}
		classes := map[priority.Class]int{}
		reasons := map[priority.Code]int{}
		keys := map[ledger.ClientKey]bool{}
		for _, r := range append(append([]*desk.Row{}, v.Worklist...), v.Held...) {
			classes[r.Class]++
			for _, why := range r.Reasons {
				reasons[why.Code]++
			}
			if keys[r.Client] {
				t.Errorf("%s stands twice", r.Name)
			}
			keys[r.Client] = true
		}
		for c, n := range least {
			if classes[c] < n {
				t.Errorf("class %s: %d rows, want %d", c.Key(), classes[c], n)
			}
		}
		for _, c := range []priority.Code{
			priority.CallbackNow, priority.PromiseBroken, priority.InstalmentMissed, priority.ClaimDeadline, priority.InsurerDeadline,
			priority.LimitationNear, priority.PromiseDueToday, priority.PlanNotSigned, priority.LargeAmount, priority.OldDebt,
			priority.Drifting, priority.LimitExceeded, priority.BrokenBefore, priority.HardshipHeard, priority.EscalationAsked,
			priority.DocumentsWanted, priority.HeldCallback, priority.HeldRetry, priority.HeldNeverDun, priority.HeldLegal,
			priority.HeldOnHold, priority.HeldWrongNumber, priority.HeldAllPromised, priority.HeldAllDisputed, priority.HeldInPlan,
		} {
			if reasons[c] == 0 {
				t.Errorf("no row for reason %s", c.Key())
			}
		}
	})
}

func TestTheStoriesAreTrue(t *testing.T) {
	eachDay(t, func(t *testing.T, today calendar.Date) {
		v := open(t, today)
		promises := map[promise.State]int{}
		plans := map[plan.State]int{}
		instalments := map[plan.InstalmentState]int{}
		disputes := map[desk.DisputeState]int{}
		hanging := 0
		for _, k := range v.Clients() {
			f := v.File(k, money.Currency{})
			for _, p := range f.Promises {
				promises[p.State]++
			}
			for _, p := range f.Plans {
				plans[p.Standing.State]++
				for _, i := range p.Standing.Instalments {
					instalments[i.State]++
				}
			}
			for _, d := range f.Disputes {
				disputes[d.State]++
			}
			for _, row := range f.Timeline {
				if row.Hanging {
					hanging++
				}
			}
		}
		for _, s := range []promise.State{promise.Open, promise.Kept, promise.PartiallyKept, promise.Broken, promise.Withdrawn, promise.Superseded} {
			if promises[s] == 0 {
				t.Errorf("no promise is %v", s)
			}
		}
		if promises[promise.Kept] < promises[promise.Broken] {
			t.Errorf("%d promises kept, %d broken", promises[promise.Kept], promises[promise.Broken])
		}
		if plans[plan.Signed] != 2 || plans[plan.Breached] != 1 || plans[plan.Proposed] != 2 || plans[plan.Draft] != 1 || plans[plan.Completed] != 1 {
			t.Errorf("plans: %v", plans)
		}
		if instalments[plan.Kept] != 7 || instalments[plan.Missed] != 1 {
			t.Errorf("instalments: %v", instalments)
		}
		if disputes[desk.DisputeOpen] != 4 || disputes[desk.DisputeFounded] != 1 {
			t.Errorf("disputes: %v", disputes)
		}
		if hanging != 0 {
			t.Errorf("%d events build on something taken back", hanging)
		}
	})
}

// TestBothCollectorsHaveWork: neither portfolio is empty, and the two together
// are the list.
func TestBothCollectorsHaveWork(t *testing.T) {
	v := open(t, days[0])
	by := map[string]int{}
	for _, r := range v.Worklist {
		by[v.File(r.Client, money.Currency{}).Client.Collector]++
	}
	if by[Author] < 12 || by[colleague] < 12 || by[Author]+by[colleague] != len(v.Worklist) {
		t.Errorf("%v", by)
	}
}
