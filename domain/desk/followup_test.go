package desk

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
	"relance/domain/promise"
)

// schedule is a plan over parts in lines of equal amounts, a month apart.
func schedule(first calendar.Date, lines int, parts ...journal.Part) journal.Plan {
	p := journal.Plan{Currency: money.EUR, Items: parts}
	left := sumParts(parts)
	for i := range lines {
		amount := left / int64(lines-i)
		p.Instalments = append(p.Instalments, journal.Instalment{Due: first.AddMonths(i), Principal: amount})
		left -= amount
	}
	return p
}

func savePlan(state act.PlanState, p journal.Plan) act.Plan {
	return act.Plan{Base: act.Base{Client: key}, Contact: act.Contact{Minute: -1}, State: state, Plan: p}
}

func imported(seq uint64, to, on calendar.Date) journal.Event {
	id := journal.ID{Device: 9, Seq: seq}
	return journal.Event{ID: id, Act: id, Stamp: journal.Stamp{Millis: int64(seq)}, Day: on, Content: journal.LedgerImported{Creditor: "NORD", To: to}}
}

// A plan that replaces another is paid by what was booked after the ledger that
// it was drawn up on, the old one by what came before, and no euro pays twice:
// when all is paid, the new one is completed.
func TestMoneyPaysOneVersionOfAPlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		begin := monday - 30
		debt := invoice("F1", begin-60, begin-30, 1_000_00)
		debt.Matching = "A"
		known := monday - calendar.Date(rapid.IntRange(0, 12).Draw(t, "ledger behind"))
		var before, after int64
		early, all := []ledger.Item{debt}, []ledger.Item{debt}
		for i := range rapid.IntRange(0, 6).Draw(t, "receipts") {
			on := begin + calendar.Date(rapid.IntRange(1, 70).Draw(t, "on"))
			r := receipt("B"+string(rune('0'+i)), on, rapid.Int64Range(1, 300_00).Draw(t, "cents"), "A")
			if before+after-r.Amount >= 1_000_00 {
				continue
			}
			all = append(all, r)
			if on <= known {
				early, before = append(early, r), before-r.Amount
			} else {
				after -= r.Amount
			}
		}
		events := []journal.Event{imported(1, begin-1, begin)}
		record := func(b ledger.Book, day calendar.Date, p journal.Plan) {
			m := &memory{events: events}
			s, err := New(Config{
				Book: b, Events: slices.Clone(events), Device: 7, Author: "md", Day: day, Rules: priority.DefaultRules(), Store: m,
				LastSeq: uint64(len(events)), LastStamp: events[len(events)-1].Stamp,
				Millis: func() int64 { return 1_000 }, Salt: func() [16]byte { return [16]byte{} },
			})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.Do(savePlan(act.Signed, p)); err != nil {
				t.Fatal(err)
			}
			events = m.events
		}
		record(book(begin-1, debt), begin, schedule(begin+10, rapid.IntRange(1, 5).Draw(t, "old lines"), journal.Part{Item: debt.ItemKey, Amount: debt.Amount}))
		old := events[len(events)-1].ID
		second := imported(2, known, monday)
		second.Stamp = events[len(events)-1].Stamp.Next(2_000)
		events = append(events, second)
		p := schedule(monday+10, rapid.IntRange(1, 5).Draw(t, "new lines"), journal.Part{Item: debt.ItemKey, Amount: debt.Amount - before})
		p.Supersedes = []journal.ID{old}
		record(book(known, early...), monday, p)

		s, err := New(Config{Book: book(monday+200, all...), Events: events, Device: 7, Day: monday + 200, Rules: priority.DefaultRules(), ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		f := s.View().File(key, money.EUR)
		was, is := f.Plans[1], f.Plans[0]
		if was.Standing.Paid != before || is.Standing.Paid != after || was.Standing.State != plan.Superseded && before < debt.Amount {
			t.Fatalf("old %v %d of %d, new %d of %d", was.Standing.State, was.Standing.Paid, before, is.Standing.Paid, after)
		}
		if before+after == debt.Amount && is.Standing.State != plan.Completed {
			t.Fatalf("all is paid, the new one is %v", is.Standing.State)
		}
		if is.Version != 2 || was.Version != 1 || was.ReplacedBy != is.Plan.ID || !slices.Equal(is.Replaces, []journal.ID{old}) {
			t.Fatalf("versions %d, %d, replaced by %v", was.Version, is.Version, was.ReplacedBy)
		}
		if chain := f.Versions(old); len(chain) != 2 || chain[0].Plan.ID != old || chain[1].Plan.ID != is.Plan.ID {
			t.Fatalf("chain %v", chain)
		}
	})
}

// Three business days before its first instalment a signed plan asks for a
// courtesy call, until somebody was spoken to or the day has come.
func TestTheCourtesyCallBeforeTheFirstInstalment(t *testing.T) {
	first := monday + 28 // a Monday
	p := schedule(first, 3, journal.Part{Item: ledger.ItemKey{Kind: ledger.Invoice, Number: "F1", Date: monday - 90}, Amount: 900_00})
	for _, state := range []act.PlanState{act.Signed, act.Proposed} {
		s, m := open(t, twoInvoices(), nil, monday)
		do(t, s, savePlan(state, p))
		on := func(day calendar.Date) bool {
			s, m = open(t, twoInvoices(), m.events, day)
			r := s.View().Row(key, money.EUR)
			named := r.Reasons[0].Code == priority.PlanCourtesy
			if b := s.View().File(key, money.EUR).Brief; named && (b.Question != AskCourtesy || b.QuestionDate != first) {
				t.Fatalf("asks %v", b)
			}
			if named && (r.Class != priority.Callback || r.Reasons[0].Date != first || r.Reasons[0].Amount != 300_00) {
				t.Fatalf("%+v", r)
			}
			return named
		}
		for day, want := range map[calendar.Date]bool{first - 6: false, first - 5: true, first - 1: true, first: false, first + 1: false} {
			if got := on(day); got != (want && state == act.Signed) {
				t.Errorf("state %d, day %+d: %t", state, day-first, got)
			}
		}
		if state != act.Signed {
			continue
		}
		on(first - 5)
		call := act.Call{
			Base: act.Base{Client: key}, Contact: act.Contact{Minute: -1}, Outcome: journal.NoAnswer,
			FollowUp: journal.CallbackSet{Day: first - 3, Minute: -1, Automatic: true},
		}
		if d := do(t, s, call); d.View.Row(key, money.EUR).Class == priority.Callback {
			t.Error("still called on the day of an unanswered call")
		}
		if !on(first - 3) {
			t.Error("nobody was reached: it comes back")
		}
		do(t, s, act.Call{Base: act.Base{Client: key}, Contact: act.Contact{Minute: -1}, Outcome: journal.Answered})
		if on(first - 2) {
			t.Error("it comes back although somebody was reached")
		}
	}
}

// A breach says what falls due by the clause, and what comes next.
func TestABreachSaysWhatFallsDue(t *testing.T) {
	part := journal.Part{Item: ledger.ItemKey{Kind: ledger.Invoice, Number: "F1", Date: monday - 90}, Amount: 900_00}
	for _, c := range []struct {
		clause  journal.Clause
		notice  calendar.Date
		by      calendar.Date
		step    plan.Step
		missing int64
	}{
		{journal.Clause{Automatic: true}, 0, monday + 4, plan.CallBalance, 300_00},
		{journal.Clause{}, 0, 0, plan.SendNotice, 300_00},
		{journal.Clause{}, monday + 7, monday + 15, plan.AwaitNotice, 300_00},
		{journal.Clause{Notice: 2}, monday + 7, monday + 9, plan.CallBalance, 300_00},
	} {
		p := schedule(monday+3, 3, part) // Thursday 26; the tolerance ends on Monday 30, missed from 1 December
		p.Instalments[0].Due = monday + 1
		p.Clause = c.clause
		s, m := open(t, twoInvoices(), nil, monday)
		do(t, s, savePlan(act.Signed, p))
		b := twoInvoices()
		b.Creditors[0].Cutoff = monday + 20
		if c.notice != 0 {
			s, m = open(t, b, m.events, monday+7)
			do(t, s, act.SetField{Base: act.Base{Client: key}, Field: ledger.FieldNoticeOn, Value: c.notice.String()})
		}
		s, _ = open(t, b, m.events, monday+12)
		f := s.View().File(key, money.EUR)
		a := f.Plans[0].Accelerated
		want := plan.Acceleration{
			Breached: f.Plans[0].Standing.BreachedOn, Automatic: c.clause.Automatic, NoticedOn: c.notice, By: c.by, Principal: 900_00, Step: c.step,
		}
		if a != want || f.Plans[0].Standing.State != plan.Breached || f.Plans[0].Standing.Missing != c.missing {
			t.Errorf("%+v\nwant %+v", a, want)
		}
		if f.Brief.Question != AskInstalment || f.Brief.QuestionSum.Minor != c.missing || f.Brief.QuestionDate != monday+1 {
			t.Errorf("question %v %v %v", f.Brief.Question, f.Brief.QuestionSum, f.Brief.QuestionDate)
		}
		if f.Row.Class != priority.MissedInstalment || f.Row.Reasons[0].Date != monday+1 {
			t.Errorf("%+v", f.Row)
		}
	}
}

func TestTheListsOfPlans(t *testing.T) {
	b := bigBook(6, 2, 0)
	b.Creditors[0].Cutoff = monday + 100
	millis := int64(0)
	m := &memory{}
	cfg := Config{
		Book: b, Device: 7, Author: "md", Rules: priority.DefaultRules(), Store: m,
		Millis: func() int64 { millis++; return millis }, Salt: func() [16]byte { return [16]byte{} },
	}
	at := func(day calendar.Date) *Session {
		c := cfg
		c.Day, c.Events = day, slices.Clone(m.events)
		if n := len(m.events); n > 0 {
			c.LastSeq, c.LastStamp = m.events[n-1].ID.Seq, m.events[n-1].Stamp
		}
		s, err := New(c)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	s := at(monday)
	save := func(client int, state act.PlanState, first calendar.Date) {
		a := b.Accounts[client]
		p := savePlan(state, schedule(first, 2, journal.Part{Item: a.Items[0].ItemKey, Amount: 100_00}))
		p.Client = a.Client.Key
		do(t, s, p)
	}
	save(0, act.Signed, monday+14)
	save(1, act.Signed, monday+11)
	save(2, act.Proposed, monday+12)
	save(3, act.Signed, monday+1)
	save(4, act.Draft, monday+12)
	save(5, act.Signed, monday+9)
	v := at(monday + 10).View() // Thursday of the week from monday+7 to monday+13
	names := func(f PlanFilter) (out []string) {
		for _, e := range v.Plans(f) {
			out = append(out, e.Client.Account)
		}
		return out
	}
	for f, want := range map[PlanFilter][]string{
		PlansDueThisWeek: {"C00005", "C00001", "C00002"},
		PlansAtRisk:      {"C00005"},
		PlansBroken:      {"C00003"},
		PlansCompleted:   nil,
		PlansNotSigned:   {"C00002"},
		PlansRunning:     {"C00005", "C00001", "C00000", "C00003"},
		PlansAll:         {"C00000", "C00001", "C00002", "C00003", "C00004", "C00005"},
	} {
		if got := names(f); !slices.Equal(got, want) && f != PlansRunning || len(got) != len(want) {
			t.Errorf("%s: %v, want %v", f.Key(), got, want)
		}
	}
	if e := v.Plans(PlansBroken)[0]; e.DaysLate != 9 || e.Missing != 50_00 || e.MissedDue != monday+1 {
		t.Errorf("%+v", e)
	}
	cash := v.Expected(3)
	if len(cash) != 1 || cash[0].Overdue != 100_00 || cash[0].Weeks[0] != (ExpectedWeek{monday + 7, 2026, 49, 50_00, 50_00, 0}) ||
		cash[0].Weeks[1] != (ExpectedWeek{monday + 14, 2026, 50, 50_00, 0, 0}) {
		t.Errorf("%+v", cash)
	}
}

// A promise on the same debt after one that came to nothing is the next of its
// chain; one that a plan took the place of names the plan.
func TestTheChainOfPromises(t *testing.T) {
	b := twoInvoices()
	b.Creditors[0].Cutoff = monday + 60
	s, m := open(t, b, nil, monday)
	do(t, s, promiseAll(monday+1))
	first := s.View().File(key, money.EUR).Promises[0].ID
	s, _ = open(t, b, m.events, monday+10) // broken
	do(t, s, promiseAll(monday+11))
	second := s.View().File(key, money.EUR).Promises[0].ID
	again := promiseAll(monday + 14)
	again.Supersedes = []journal.ID{second}
	do(t, s, again)
	other := act.Promise{
		Base: act.Base{Client: key}, Contact: act.Contact{Minute: -1}, Amount: money.Of(250_00, money.EUR), Due: monday + 30,
		Items: []journal.Part{{Item: ledger.ItemKey{Kind: ledger.Invoice, Number: "F3", Date: monday - 5}, Amount: 250_00}},
	}
	do(t, s, other)
	third := s.View().File(key, money.EUR).Promises[1]
	do(t, s, savePlan(act.Signed, schedule(monday+20, 3, again.Items...)))
	f := s.View().File(key, money.EUR)
	if got := f.Promises; got[0].Level != 0 || got[1].Level != 2 || got[2].Level != 1 || got[3].Level != 0 {
		t.Errorf("levels %d %d %d %d", got[0].Level, got[1].Level, got[2].Level, got[3].Level)
	}
	if f.Promises[3].ReplacedBy != second || f.Promises[2].ReplacedBy != third.ID || f.Promises[1].ReplacedBy != f.Plans[0].Plan.ID {
		t.Errorf("%v %v %v", f.Promises[3].ReplacedBy, f.Promises[2].ReplacedBy, f.Promises[1].ReplacedBy)
	}
	if !slices.Equal(f.Promises[1].Replaces, []journal.ID{second}) || !slices.Equal(f.Promises[2].Replaces, []journal.ID{first}) {
		t.Errorf("%v %v", f.Promises[1].Replaces, f.Promises[2].Replaces)
	}
	if f.Promises[1].State != promise.Withdrawn || f.Promises[2].State != promise.Superseded || f.Promises[0].State != promise.Open {
		t.Errorf("%v %v %v", f.Promises[1].State, f.Promises[2].State, f.Promises[0].State)
	}
}

// Each document of a promise on several is judged by itself.
func TestThePartsOfAPromise(t *testing.T) {
	s, m := open(t, twoInvoices(), nil, monday)
	do(t, s, promiseAll(monday+4))
	items := slices.Clone(twoInvoices().Accounts[0].Items)
	for i := range items {
		if items[i].Number == "F2" {
			items[i].Matching = "A"
		}
	}
	items = append(items, receipt("B1", monday+2, 500_00, "A"), receipt("B2", monday+3, 120_00, ""))
	s, _ = open(t, book(monday+3, items...), m.events, monday+4)
	if p := s.View().File(key, money.EUR).Promises[0]; !slices.Equal(p.PartsPaid, []int64{120_00, 500_00}) || p.Paid != 620_00 {
		t.Errorf("%v of %d", p.PartsPaid, p.Paid)
	}
}

// A saved plan is told what is unusual about it.
func TestTheWarningsOfASavedPlan(t *testing.T) {
	due := monday.AddMonths(-58)
	debt := invoice("F1", due-30, due, 1_000_00)
	p := schedule(monday+30, 30, journal.Part{Item: debt.ItemKey, Amount: 1_000_00})
	b := book(monday-1, debt)
	b.Accounts[0].Client.Cover = money.Of(5_000_00, money.EUR)
	codes := func(state act.PlanState) (out []plan.WarningCode) {
		s, _ := open(t, b, nil, monday)
		do(t, s, savePlan(state, p))
		for _, w := range s.View().File(key, money.EUR).Plans[0].Warnings {
			out = append(out, w.Code)
		}
		return out
	}
	if got := codes(act.Proposed); !slices.Equal(got, []plan.WarningCode{plan.LongerThan, plan.PastLimitation, plan.PastInsurer}) {
		t.Errorf("proposed: %v", got)
	}
	if got := codes(act.Signed); !slices.Equal(got, []plan.WarningCode{plan.LongerThan, plan.PastInsurer}) {
		t.Errorf("signed: %v", got)
	}
}

// The day's report tells what was signed, and what fell through.
func TestTheDayTellsPlansSignedAndInstalmentsMissed(t *testing.T) {
	part := journal.Part{Item: ledger.ItemKey{Kind: ledger.Invoice, Number: "F1", Date: monday - 90}, Amount: 900_00}
	b := twoInvoices()
	b.Creditors[0].Cutoff = monday + 60
	s, m := open(t, b, nil, monday)
	p := schedule(monday+1, 3, part)
	do(t, s, savePlan(act.Proposed, p))
	id := s.View().File(key, money.EUR).Plans[0].Plan.ID
	if r := s.View().DayReport(); len(r.Plans) != 1 || len(r.Signed) != 0 {
		t.Errorf("proposed: %+v", r)
	}
	do(t, s, act.Close{Base: act.Base{Client: key}, What: act.ClosePlan, Target: id, Sign: true})
	if r := s.View().DayReport(); len(r.Plans) != 0 || len(r.Signed) != 1 || r.Signed[0].Amount.Minor != 900_00 {
		t.Errorf("signed: %+v", r)
	}
	s, _ = open(t, b, m.events, monday+4) // due on Tuesday, missed from Friday on
	if r := s.View().DayReport(); len(r.Missed) != 1 || len(r.Broken) != 0 || r.Missed[0].Amount.Minor != 300_00 || r.Missed[0].Date != monday+1 {
		t.Errorf("missed: %+v", r)
	}
}

// Money that the ledger did not show yet when a plan took a promise's place pays
// the plan, in whose amounts it is; a second saving of the same plan over less
// than before begins anew.
func TestMoneyNotYetKnownPaysTheNewAgreement(t *testing.T) {
	debt := invoice("F1", monday-90, monday-60, 1_000_00)
	debt.Matching = "A"
	part := journal.Part{Item: debt.ItemKey, Amount: 1_000_00}
	s, m := open(t, book(monday-9, debt), []journal.Event{imported(1, monday-9, monday-9)}, monday-5)
	do(t, s, act.Promise{
		Base: act.Base{Client: key}, Contact: act.Contact{Minute: -1}, Amount: money.Of(1_000_00, money.EUR), Due: monday + 4, Items: []journal.Part{part},
	})
	s, m = open(t, book(monday-9, debt), m.events, monday)
	do(t, s, savePlan(act.Proposed, schedule(monday+7, 2, part)))
	items := []ledger.Item{debt, receipt("B1", monday-2, 400_00, "A")}
	s, m = open(t, book(monday+1, items...), m.events, monday+1)
	f := s.View().File(key, money.EUR)
	if p := f.Plans[0]; p.Standing.Paid != 400_00 || f.Promises[0].Paid != 0 {
		t.Fatalf("plan %d, promise %d", p.Standing.Paid, f.Promises[0].Paid)
	}
	late := imported(2, monday+1, monday+1)
	late.Stamp = m.events[len(m.events)-1].Stamp.Next(1 << 41)
	s, _ = open(t, book(monday+1, items...), append(m.events, late), monday+2)
	p := schedule(monday+7, 2, journal.Part{Item: debt.ItemKey, Amount: 600_00})
	p.ID = f.Plans[0].Plan.ID
	do(t, s, savePlan(act.Signed, p))
	if got := s.View().File(key, money.EUR).Plans[0].Standing; got.Paid != 0 || got.NextAmount != 300_00 {
		t.Fatalf("saved anew over what was left: %+v", got)
	}
}
