package desk

import (
	"testing"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
)

func insolvent(since calendar.Date) act.SetStatus {
	return act.SetStatus{Base: act.Base{Client: key}, Status: journal.StatusChanged{Status: journal.Insolvency, Since: since}}
}

func standing(s journal.Status) act.SetStatus {
	return act.SetStatus{Base: act.Base{Client: key}, Status: journal.StatusChanged{Status: s}}
}

// After the judgment nothing can be agreed on what is older: no plan, proposed
// or signed, no signature of an earlier draft, no promise. What is younger can.
func TestNothingAgreedOnBarredDebt(t *testing.T) {
	due := monday.AddDays(-30)
	old, young := invoice("F1", due.AddDays(-30), due, 600_00), invoice("F2", monday-4, monday+26, 300_00)
	part := journal.Part{Item: old.ItemKey, Amount: 600_00}
	later := journal.Part{Item: young.ItemKey, Amount: 300_00}
	s, _ := open(t, book(monday, old, young), nil, monday)
	mandated(t)(s)
	draft := do(t, s, savePlan(act.Draft, schedule(monday.AddMonths(1), 2, part)))
	do(t, s, insolvent(monday-5))
	for name, c := range map[string]act.Command{
		"proposed": savePlan(act.Proposed, schedule(monday.AddMonths(1), 2, part)),
		"signed":   savePlan(act.Signed, schedule(monday.AddMonths(1), 2, part)),
		"mixed":    savePlan(act.Proposed, schedule(monday.AddMonths(1), 2, later, part)),
		"copy":     act.Close{Base: act.Base{Client: key}, What: act.ClosePlan, Target: draft.Act, Sign: true},
		"promise": act.Promise{
			Base: act.Base{Client: key}, Contact: act.Contact{Minute: -1}, Amount: money.Of(100_00, money.EUR), Due: monday + 3, Items: []journal.Part{part},
		},
	} {
		_, err := s.Do(c)
		if name == "copy" && IsCode(err, ErrStale) { // the judgment ended the draft
			continue
		}
		if !IsCode(err, ErrBarred) {
			t.Errorf("%s: %v", name, err)
		}
	}
	done := do(t, s, savePlan(act.Signed, schedule(monday.AddMonths(1), 3, later)))
	lines, _ := done.View.Collectable("NORD")
	if len(lines) != 3 || lines[0].Items[0] != "F2" {
		t.Errorf("of the younger invoice: %+v", lines)
	}
}

// A plan that a colleague signed without knowing of the judgment is not debited.
func TestBarredPlanOfAColleague(t *testing.T) {
	due := monday.AddDays(-30)
	inv := invoice("F1", due.AddDays(-30), due, 600_00)
	p := schedule(monday.AddMonths(1), 2, journal.Part{Item: inv.ItemKey, Amount: 600_00})
	events := []journal.Event{
		told(1, 1, 10, journal.MandateSet{Reference: "R1", IBAN: journal.Text{Body: "BE68539007547034"}, SignedOn: monday - 40}),
		told(1, 2, 20, journal.StatusChanged{Status: journal.Insolvency, Since: monday - 5}),
		told(2, 1, 30, journal.PlanSigned{Plan: p}),
	}
	s, _ := open(t, book(monday, inv), events, monday)
	if lines, _ := s.View().Collectable("NORD"); len(lines) > 0 {
		t.Errorf("%d direct debits on a debt older than the judgment", len(lines))
	}
	if _, err := s.IssueDebits(issue(events[2].ID, 1)); !IsCode(err, ErrBarred) {
		t.Errorf("issued: %v", err)
	}
}

// told is an event of a device's own clock.
func told(device journal.Device, seq uint64, ms int64, c journal.Content, builds ...journal.ID) journal.Event {
	id := journal.ID{Device: device, Seq: seq}
	return journal.Event{ID: id, Act: id, Stamp: journal.Stamp{Millis: ms}, Day: monday, Author: "md", Client: key, Builds: builds, Content: c}
}

// What is decided of the client afterwards leaves the judgment as it is: what is
// older stays barred, bears no interest, its claim stays to be declared. Only
// the return to the ordinary ends it.
func TestJudgmentOutlivesTheStatus(t *testing.T) {
	due := monday.AddDays(-60)
	inv := invoice("F1", due.AddDays(-30), due, 1_000_00)
	for _, after := range []journal.Status{journal.Insolvency, journal.Doubtful, journal.Legal, journal.NeverDun, journal.OnHold} {
		s, _ := open(t, book(monday, inv), nil, monday)
		before := do(t, s, insolvent(monday-20)).View
		v := before
		if after != journal.Insolvency {
			v = do(t, s, standing(after)).View
		}
		row := v.Row(key, money.EUR)
		if row == nil || row.Class != priority.LegalClock || row.Reasons[0].Code != priority.ClaimDeadline || row.Collectible != 0 {
			t.Errorf("status %d: %+v", after, row)
		}
		if x, y := v.FeeTerms(key).StopOn, before.FeeTerms(key).StopOn; x != y || x != monday-20 {
			t.Errorf("status %d: interest stops on %v", after, x)
		}
		v = do(t, s, standing(journal.Normal)).View
		if row = v.Row(key, money.EUR); row.Collectible != 1_000_00 || !v.FeeTerms(key).StopOn.IsZero() {
			t.Errorf("status %d, then normal: %+v, interest stops on %v", after, row, v.FeeTerms(key).StopOn)
		}
	}
}

// A claim that was declared keeps the time from running until the proceedings
// end, whatever else is decided of the client meanwhile.
func TestDeclaredClaimUntilTheEnd(t *testing.T) {
	due := monday.AddDays(-60)
	s, m := open(t, book(monday, invoice("F1", due.AddDays(-30), due, 1_000_00)), nil, monday)
	do(t, s, insolvent(monday-20))
	do(t, s, act.Interrupt{Base: act.Base{Client: key}, Cause: journal.ClaimDeclared, On: monday})
	v := do(t, s, standing(journal.Doubtful)).View
	if l := v.Limitations(key); len(l) != 1 || !l[0].Suspended {
		t.Errorf("doubtful: %+v", l)
	}
	s, _ = open(t, book(monday, invoice("F1", due.AddDays(-30), due, 1_000_00)), m.events, monday+100)
	v = do(t, s, standing(journal.Normal)).View
	if l := v.Limitations(key); len(l) != 1 || l[0].Suspended || l[0].On != (monday+100).AddMonths(60) {
		t.Errorf("ended: %+v", l)
	}
}

// Two proceedings: a claim declared in the first ran until its end, one in the
// second has not ended.
func TestJudgments(t *testing.T) {
	var j judgment
	j.told(journal.StatusChanged{Status: journal.Insolvency, Since: 100, Published: 110}, 120)
	j.told(journal.StatusChanged{Status: journal.Doubtful}, 130)
	if !j.stands() || j.since != 100 || j.published != 110 || j.over(125) != 0 {
		t.Errorf("%+v", j)
	}
	j.told(journal.StatusChanged{Status: journal.Normal}, 200)
	j.told(journal.StatusChanged{Status: journal.Normal}, 210)
	if j.stands() || j.over(125) != 200 {
		t.Errorf("%+v", j)
	}
	j.told(journal.StatusChanged{Status: journal.Insolvency}, 300)
	if j.since != 300 || j.over(125) != 200 || j.over(305) != 0 {
		t.Errorf("%+v", j)
	}
}

// What was signed on one device stands against what another, which had not seen
// the signature, made of the proposal, in either order of their clocks.
func TestSignedHereChangedThere(t *testing.T) {
	due := monday.AddDays(-30)
	inv := invoice("F1", due.AddDays(-30), due, 600_00)
	part := journal.Part{Item: inv.ItemKey, Amount: 600_00}
	first := told(1, 1, 10, journal.PlanProposed{Plan: schedule(monday.AddMonths(1), 12, part)})
	signed, changed, same := schedule(monday.AddMonths(1), 12, part), schedule(monday.AddMonths(1), 2, part), schedule(monday.AddMonths(1), 12, part)
	signed.ID, changed.ID, same.ID = first.ID, first.ID, first.ID
	for _, c := range []struct {
		name      string
		events    []journal.Event
		conflicts int
	}{
		{"proposed after", []journal.Event{
			first, told(2, 1, 20, journal.PlanSigned{Plan: signed}, first.ID), told(1, 2, 21, journal.PlanProposed{Plan: changed}, first.ID),
		}, 1},
		{"drafted after", []journal.Event{
			first, told(2, 1, 20, journal.PlanSigned{Plan: signed}, first.ID), told(1, 2, 21, journal.PlanDrafted{Plan: changed}, first.ID),
		}, 1},
		{"the same after", []journal.Event{
			first, told(2, 1, 20, journal.PlanSigned{Plan: signed}, first.ID), told(1, 2, 21, journal.PlanProposed{Plan: same}, first.ID),
		}, 0},
		{"proposed before", []journal.Event{
			first, told(1, 2, 19, journal.PlanProposed{Plan: changed}, first.ID), told(2, 1, 20, journal.PlanSigned{Plan: signed}, first.ID),
		}, 0},
		{"signed too", []journal.Event{
			first, told(1, 2, 19, journal.PlanSigned{Plan: changed}, first.ID), told(2, 1, 20, journal.PlanSigned{Plan: signed}, first.ID),
		}, 1},
	} {
		s, _ := open(t, book(monday, inv), c.events, monday)
		row := s.View().File(key, money.EUR).Plans[0]
		if row.Standing.State != plan.Signed || len(row.Plan.Instalments) != 12 || len(row.Conflicts) != c.conflicts {
			t.Errorf("%s: %v, %d lines, %+v", c.name, row.Standing.State, len(row.Plan.Instalments), row.Conflicts)
		}
		if told := len(row.Warnings) > 0 && row.Warnings[len(row.Warnings)-1].Code == plan.ChangedElsewhere; told != (c.conflicts > 0) {
			t.Errorf("%s: warnings %+v", c.name, row.Warnings)
		}
	}
}

// A plan that was signed is not drawn anew under its own name.
func TestRedrawnAfterSignature(t *testing.T) {
	due := monday.AddDays(-30)
	inv := invoice("F1", due.AddDays(-30), due, 600_00)
	part := journal.Part{Item: inv.ItemKey, Amount: 600_00}
	s, _ := open(t, book(monday, inv), nil, monday)
	d := do(t, s, savePlan(act.Signed, schedule(monday.AddMonths(1), 12, part)))
	for _, state := range []act.PlanState{act.Draft, act.Proposed, act.Signed} {
		q := schedule(monday.AddMonths(1), 2, part)
		q.ID = d.Act
		if _, err := s.Do(savePlan(state, q)); !IsCode(err, ErrStale) {
			t.Errorf("saved as %d: %v", state, err)
		}
	}
}

// Each of two colleagues gives up one half, and one of them takes his back.
func TestWaivedByTwo(t *testing.T) {
	due := monday.AddDays(-30)
	inv := invoice("F1", due.AddDays(-30), due, 600_00)
	s, _ := open(t, book(monday, inv), nil, monday)
	waive := func(interest, indemnity bool) Done {
		return do(t, s, act.WaiveFees{
			Base: act.Base{Client: key}, Items: keysOf([]journal.Part{{Item: inv.ItemKey}}), Interest: interest, Indemnity: indemnity, Reason: "geste",
		})
	}
	check := func(v *View, interest, fee bool) {
		t.Helper()
		if c := v.FeeClaims(key, money.EUR, FeeScope{}); c[0].InterestWaived != interest || c[0].FeeWaived != fee {
			t.Errorf("interest %v indemnity %v", c[0].InterestWaived, c[0].FeeWaived)
		}
	}
	a := waive(true, false)
	check(a.View, true, false)
	b := waive(true, true)
	w, ok := b.Events[0].Content.(journal.FeesWaived)
	if !ok || w.Interest != journal.WaivingUnchanged || w.Indemnity != journal.WaivingGiven {
		t.Errorf("recorded %+v", b.Events[0].Content)
	}
	check(b.View, true, true)
	check(do(t, s, act.Undo{Base: act.Base{Client: key}, Act: a.Act}).View, false, true)
	check(waive(false, false).View, false, false)
	if _, err := s.Do(act.WaiveFees{Base: act.Base{Client: key}, Items: keysOf([]journal.Part{{Item: inv.ItemKey}})}); !IsCode(err, ErrNothing) {
		t.Errorf("nothing changed: %v", err)
	}
	events := []journal.Event{
		told(1, 1, 10, journal.FeesWaived{Items: w.Items, Interest: journal.WaivingGiven}),
		told(2, 1, 11, journal.FeesWaived{Items: w.Items, Indemnity: journal.WaivingGiven}),
	}
	for range 2 {
		s, _ = open(t, book(monday, inv), events, monday)
		check(s.View(), true, true)
		events[0], events[1] = events[1], events[0]
		events[0].Stamp, events[1].Stamp = events[1].Stamp, events[0].Stamp
	}
}

// A mandate is refused without its IBAN going into the refusal.
func TestRefusedIBANStaysUntold(t *testing.T) {
	s, _ := open(t, twoInvoices(), nil, monday)
	_, err := s.Do(act.SetMandate{Base: act.Base{Client: key}, Reference: "R1", IBAN: "FR7630006000011234567890188", SignedOn: monday})
	if !IsCode(err, ErrInvalid) || err.Error() != "desk: IBAN" {
		t.Errorf("%v", err)
	}
}

// What interrupts limitation names documents of the client.
func TestInterruptedItemsAreKnown(t *testing.T) {
	s, _ := open(t, twoInvoices(), nil, monday)
	unknown := invoice("X9", monday, monday, 0).ItemKey
	_, err := s.Do(act.Interrupt{Base: act.Base{Client: key}, Cause: journal.OrderServed, On: monday, Items: keysOf([]journal.Part{{Item: unknown}})})
	if !IsCode(err, ErrStale) {
		t.Errorf("%v", err)
	}
}
