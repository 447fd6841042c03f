package desk

import (
	"strconv"
	"testing"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
)

// spring is a day up to which the rates of all tables are shipped.
var spring = calendar.Of(2026, 5, 29)

func creditNote(number string, booked calendar.Date, cents int64, code string) ledger.Item {
	it := receipt(number, booked, cents, code)
	it.Kind = ledger.CreditNote
	return it
}

func matched(it ledger.Item, code string) ledger.Item {
	it.Matching = code
	return it
}

// fees computes what the client's documents bear on the view's day.
func fees(t *testing.T, v *View, scope FeeScope) ([]latefee.Claim, latefee.Statement) {
	t.Helper()
	claims, st, err := v.LateFees(key, money.EUR, scope, v.shown(), false, latefee.PrincipalFirst)
	if err != nil {
		t.Fatal(err)
	}
	return claims, st
}

// A credit note says that less was owed from the start, whenever it comes, and
// whether it is matched or not.
func TestCreditNotesAreNoLatePayments(t *testing.T) {
	due := calendar.Of(2026, 1, 31)
	whole, most := invoice("F1", due-30, due, 1_000_00), invoice("F2", due-30, due, 1_000_00)
	for name, items := range map[string][]ledger.Item{
		"matched": {
			matched(whole, "A"), creditNote("C1", due+60, 1_000_00, "A"),
			matched(most, "B"), creditNote("C2", due+60, 900_00, "B"),
		},
		"on account": {whole, most, creditNote("C1", due+60, 1_000_00, ""), creditNote("C2", due+60, 900_00, "")},
	} {
		s, _ := open(t, book(spring, items...), nil, spring)
		claims, st := fees(t, s.View(), FeeScope{Paid: true})
		// 100 at 12.15 % for the 118 days from 1 February to 29 May
		if len(claims) != 2 || st.Lines[0].Interest != 0 || st.Lines[0].Fee != 0 || st.Lines[0].InterestReason != latefee.NotLate ||
			st.Lines[1].Interest != 3_93 || st.Fees != 40_00 {
			t.Errorf("%s: %+v", name, st)
		}
		if claims, _ = fees(t, s.View(), FeeScope{}); len(claims) != 1 || claims[0].Number != "F2" {
			t.Errorf("%s: %+v", name, claims)
		}
	}
}

// Of two open-item lists only the later shows a payment: it counts from the day
// after the earlier one.
func TestListsGivePaymentsTheBenefitOfTheDoubt(t *testing.T) {
	due := calendar.Of(2026, 1, 31)
	first, second := due+5, due+100
	paid := matched(invoice("F1", due-30, due, 1_000_00), "F1")
	settling := ledger.Item{
		ItemKey: ledger.ItemKey{Kind: ledger.Receipt, Number: "F1", Date: second}, Booked: second, Amount: -1_000_00,
		Currency: money.EUR, Scope: 1, Matching: "F1",
	}
	b := book(second, paid, settling)
	b.Creditors[0].Scopes = []ledger.Scope{{ID: 1, Kind: ledger.OpenList}}
	s, _ := open(t, b, []journal.Event{imported(1, first, first), imported(2, second, second)}, second)
	_, st := fees(t, s.View(), FeeScope{Paid: true})
	if len(st.Lines) != 1 || len(st.Lines[0].Segments) != 1 || st.Lines[0].Segments[0].Days != 6 || st.Interest != 2_00 {
		t.Errorf("%+v", st)
	}
}

// What was open on an earlier day decides what a statement to it is about.
func TestFeesToAnEarlierDay(t *testing.T) {
	due := calendar.Of(2026, 1, 31)
	paid := matched(invoice("F1", due-30, due, 1_000_00), "A")
	open1 := invoice("F2", due-20, due+20, 500_00)
	s, _ := open(t, book(spring, paid, receipt("B1", due+40, 1_000_00, "A"), open1), nil, spring)
	on := due + 10
	claims, st, err := s.View().LateFees(key, money.EUR, FeeScope{}, on, false, latefee.PrincipalFirst)
	if err != nil || claims[0].Number != "F1" || st.Lines[0].Interest != 3_33 || claims[0].Open(on) != 1_000_00 {
		t.Errorf("%+v %+v %v", claims, st, err)
	}
	if claims, _ := fees(t, s.View(), FeeScope{}); len(claims) != 1 || claims[0].Number != "F2" {
		t.Errorf("%+v", claims)
	}
}

// What a plan says of charges holds in the statement: to the breach for what is
// suspended, to the cancellation for the rest.
func TestPlansSayWhatBecomesOfFees(t *testing.T) {
	due := calendar.Of(2026, 1, 31)
	inv := invoice("F1", due-30, due, 1_000_00)
	for _, v := range []struct {
		mode                              journal.ChargeMode
		proposed, signed, broken, finally latefee.Reason // finally: cancelled
	}{
		{journal.ChargesReserved, latefee.Due, latefee.Due, latefee.Due, latefee.Due},
		{journal.ChargesWaived, latefee.Due, latefee.PlanWaived, latefee.PlanWaived, latefee.Due},
		{journal.ChargesSuspended, latefee.Due, latefee.PlanSuspended, latefee.Due, latefee.Due},
		{journal.ChargesAsked, latefee.Due, latefee.InPlan, latefee.InPlan, latefee.Due},
	} {
		made := due + 30
		s, m := open(t, book(made, inv), nil, made)
		told := func(what string, s *Session, want latefee.Reason) {
			t.Helper()
			_, st := fees(t, s.View(), FeeScope{})
			l := st.Lines[0]
			if l.InterestReason != want || l.FeeReason != want || (l.Interest == 0) != (want != latefee.Due) || (l.Fee == 0) != (want != latefee.Due) {
				t.Errorf("mode %d, %s: %s and %s, %d and %d", v.mode, what, l.InterestReason.Key(), l.FeeReason.Key(), l.Interest, l.Fee)
			}
		}
		p := schedule(made+10, 4, journal.Part{Item: inv.ItemKey, Amount: 1_000_00})
		p.Interest, p.Fees = v.mode, v.mode
		save := func(state act.PlanState) {
			t.Helper()
			done, err := s.Do(savePlan(state, p))
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range done.Events {
				if _, ok := e.Content.(journal.PlanProposed); ok {
					p.ID = e.ID
				}
			}
		}
		save(act.Proposed)
		told("proposed", s, v.proposed)
		save(act.Signed)
		told("signed", s, v.signed)

		late := made + 30
		s, m = open(t, book(late, inv), m.events, late)
		if state := s.View().File(key, money.EUR).Plans[0].Standing.State; state != plan.Breached {
			t.Fatal(state)
		}
		told("breached", s, v.broken)
		if _, err := s.Do(act.Close{Base: act.Base{Client: key}, What: act.ClosePlan, Target: p.ID}); err != nil {
			t.Fatal(err)
		}
		told("cancelled", s, v.finally)
		_ = m
	}
}

// What a plan sets aside is what the statement asked the moment before, payments
// that came late and credit notes included; once it is signed nothing is left
// between the two.
func TestPlanAndStatementAgree(t *testing.T) {
	due := calendar.Of(2026, 1, 31)
	for n, items := range [][]ledger.Item{
		{matched(invoice("F1", due-30, due, 10_000_00), "A"), receipt("B1", due+45, 4_000_00, "A")},
		{matched(invoice("F1", due-30, due, 10_000_00), "A"), receipt("B1", due+45, 4_000_00, "A"), receipt("B2", due-5, 100_00, "A"), creditNote("C1", due+70, 333_33, "A")},
		{matched(invoice("F1", due-30, due, 9_000_00), "A"), receipt("B1", due+45, 1_00, "A"), invoice("F2", due-20, due+10, 777_77)},
	} {
		s, _ := open(t, book(spring, items...), nil, spring)
		f := s.View().File(key, money.EUR)
		in := plan.Input{Today: spring, Currency: money.EUR, Interest: journal.ChargesWaived, Fees: journal.ChargesWaived}
		var parts []journal.Part
		for i := range f.Items {
			if f.Items[i].Open > 0 {
				part := journal.Part{Item: f.Items[i].Key, Amount: f.Items[i].Open}
				parts = append(parts, part)
				in.Items = append(in.Items, plan.Debt{Part: part, Due: f.Items[i].Due})
			}
		}
		_, before := fees(t, s.View(), FeeScope{})
		in.Charger = s.View().Charger(key, money.EUR, parts, false)
		p, err := plan.Draw(in, journal.PlanTerms{Count: 3})
		if err != nil {
			t.Fatal(err)
		}
		if p.Charged != before.Interest || p.ChargedFee != before.Fees || n == 0 && before.Interest != 295_59 { // 4 000 for 45 days 59.9178…, 6 000 for 118 days 235.6767…
			t.Errorf("%d: the plan says %d and %d, the statement %d and %d", n, p.Charged, p.ChargedFee, before.Interest, before.Fees)
		}
		if _, err := s.Do(savePlan(act.Signed, p)); err != nil {
			t.Fatal(err)
		}
		if _, after := fees(t, s.View(), FeeScope{}); after.Total != 0 {
			t.Errorf("%d: waived, and %d is asked", n, after.Total)
		}
		stored := s.View().File(key, money.EUR).Plans[0].Plan
		list, same, err := s.View().PlanCharges(key, &stored)
		var interest int64
		for _, c := range list {
			interest += c.Interest
		}
		if err != nil || !same || interest != p.Charged {
			t.Errorf("%d: opened %d of %d, same %v, %v", n, interest, p.Charged, same, err)
		}
		// asked, the same interest runs on to the instalments
		in.Interest = journal.ChargesAsked
		if p, err = plan.Draw(in, journal.PlanTerms{Count: 3, First: spring + 1, Every: journal.Weekly}); err != nil {
			t.Fatal(err)
		}
		if sum := p.Asked() - p.Total(); sum <= before.Interest {
			t.Errorf("%d: %d asked, %d were due", n, sum, before.Interest)
		}
		// a plan after a signed one does not take the interest of before again
		if _, moves := s.View().planned(key, money.EUR, parts, journal.ID{}); moves[0] != nil {
			t.Errorf("%d: %+v", n, moves)
		}
	}
}

// Notices come one beside the other: a later one moves nothing that runs.
func TestNoticesStayBesideEachOther(t *testing.T) {
	due := calendar.Of(2026, 1, 10)
	items := []ledger.Item{invoice("F1", due-30, due, 1_000_00), invoice("F2", due-10, due+20, 1_000_00)}
	set := func(seq uint64, on calendar.Date, field ledger.Field, value string) journal.Event {
		id := journal.ID{Device: 1, Seq: seq}
		return journal.Event{
			ID: id, Act: id, Stamp: journal.Stamp{Millis: int64(seq)}, Day: on, Client: key,
			Content: journal.ParticularsChanged{Field: field, Value: value},
		}
	}
	consumer := set(1, due, ledger.FieldNature, "b2c")
	notice := func(seq uint64, on calendar.Date, day int) journal.Event {
		value := ""
		if day != 0 {
			value = (due + calendar.Date(day)).String()
		}
		return set(seq, on, ledger.FieldNoticeOn, value)
	}
	for name, v := range map[string]struct {
		events        []journal.Event
		first, second int // days after the first due date on which interest begins; 0 = it does not
	}{
		"none":               {nil, 0, 0},
		"one":                {[]journal.Event{notice(2, due+5, 5)}, 6, 0},
		"a second":           {[]journal.Event{notice(2, due+5, 5), notice(3, due+60, 60)}, 6, 61},
		"on the due date":    {[]journal.Event{notice(2, due+20, 20)}, 21, 0},
		"corrected that day": {[]journal.Event{notice(2, due+5, 5), notice(3, due+5, 4)}, 5, 0},
		"corrected later on": {[]journal.Event{notice(2, due+5, 5), notice(3, due+50, 4)}, 5, 0},
		"taken back":         {[]journal.Event{notice(2, due+5, 5), notice(3, due+50, 0), notice(4, due+50, 50)}, 51, 51},
	} {
		s, _ := open(t, book(spring, items...), append([]journal.Event{consumer}, v.events...), spring)
		_, st := fees(t, s.View(), FeeScope{})
		for i, want := range []int{v.first, v.second} {
			got := 0
			if seg := st.Lines[i].Segments; len(seg) > 0 {
				got = seg[0].From.Sub(due)
			}
			if got != want {
				t.Errorf("%s, %s: begins after %d days, not %d", name, st.Lines[i].Number, got, want)
			}
		}
	}
}

// The judgment stops interest whatever is decided afterwards, and leaves the
// indemnity of what was late before it.
func TestFeesAfterTheJudgment(t *testing.T) {
	due := calendar.Of(2026, 1, 31)
	judged := due + 29
	s, _ := open(t, book(spring, invoice("F1", due-30, due, 1_000_00), invoice("F2", due-30, judged, 1_000_00)), nil, spring)
	for _, status := range []journal.StatusChanged{{Status: journal.Insolvency, Since: judged}, {Status: journal.Doubtful}} {
		if _, err := s.Do(act.SetStatus{Base: act.Base{Client: key}, Status: status}); err != nil {
			t.Fatal(err)
		}
		_, st := fees(t, s.View(), FeeScope{})
		// 29 days at 12.15 %, and EUR 40 for what was due before alone
		if a, b := st.Lines[0], st.Lines[1]; a.Interest != 9_65 || a.Fee != 40_00 || b.Interest+b.Fee != 0 || b.FeeReason != latefee.InsolvencyNone {
			t.Errorf("%s: %+v", strconv.Itoa(int(status.Status)), st)
		}
	}
}

// Twelve instalments of which each is paid by a little: what a breach makes due
// is all that is missing, to the cent.
func TestSmallPaymentsForgiveNothing(t *testing.T) {
	due := monday.AddDays(-30)
	inv := matched(invoice("F1", due.AddDays(-30), due, 600_00), "A")
	s, m := open(t, book(monday, inv), nil, monday)
	if _, err := s.Do(savePlan(act.Signed, schedule(monday.AddMonths(1), 12, journal.Part{Item: inv.ItemKey, Amount: 600_00}))); err != nil {
		t.Fatal(err)
	}
	items := []ledger.Item{inv}
	for i := range 12 {
		items = append(items, receipt("B"+strconv.Itoa(i), monday.AddMonths(i+1), 1_00, "A"))
	}
	end := monday.AddMonths(13)
	s, _ = open(t, book(end, items...), m.events, end)
	row := s.View().File(key, money.EUR).Plans[0]
	if row.Standing.State != plan.Breached || row.Accelerated.Principal != 588_00 {
		t.Errorf("%s, %d of 588.00 due", row.Standing.State, row.Accelerated.Principal)
	}
}
