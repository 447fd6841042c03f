package desk

import (
	"errors"
	"testing"

	"relance/domain/act"
	"relance/domain/directdebit"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// collecting is a session with a signed plan of three instalments of 40 euros
// and a mandate.
func collecting(t *testing.T, do func(*Session)) (*Session, *memory, journal.ID) {
	t.Helper()
	due := monday.AddDays(-30)
	s, m := open(t, book(monday, invoice("F1", due.AddDays(-30), due, 120_00)), nil, monday)
	parts := []journal.Part{{Item: invoice("F1", due.AddDays(-30), due, 0).ItemKey, Amount: 120_00}}
	p := journal.Plan{Currency: money.EUR, Items: parts}
	for i := range 3 {
		p.Instalments = append(p.Instalments, journal.Instalment{Due: monday.AddMonths(i + 1), Principal: 40_00})
	}
	base := act.Base{Client: key}
	done, err := s.Do(act.Plan{Base: base, Contact: act.Contact{Minute: -1}, State: act.Signed, Plan: p})
	if err != nil {
		t.Fatal(err)
	}
	do(s)
	for _, e := range done.Events {
		if _, ok := e.Content.(journal.PlanSigned); ok {
			return s, m, e.ID
		}
	}
	t.Fatal("no plan")
	return nil, nil, journal.ID{}
}

func mandated(t *testing.T) func(*Session) {
	return func(s *Session) {
		_, err := s.Do(act.SetMandate{
			Base: act.Base{Client: key}, Reference: "R1", IBAN: "BE68539007547034", SignedOn: monday.AddDays(-40),
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func issue(plan journal.ID, no int) act.IssueDebits {
	return act.IssueDebits{Debits: []act.Debit{{Client: key, Issued: journal.DebitIssued{
		Plan: plan, Number: uint16(no), Due: monday.AddMonths(no), Amount: money.Of(40_00, money.EUR), Mandate: "R1",
		CollectOn: monday.AddMonths(no), Sequence: "FRST", Message: "M1",
	}}}}
}

func TestCollectable(t *testing.T) {
	s, _, plan := collecting(t, func(*Session) {})
	if lines, mandates := s.View().Collectable("NORD"); len(lines)+len(mandates) != 0 {
		t.Errorf("without a mandate: %v %v", lines, mandates)
	}
	mandated(t)(s)
	lines, mandates := s.View().Collectable("NORD")
	if len(lines) != 3 || len(mandates) != 1 || mandates[0].Client != key || mandates[0].Reference != "R1" {
		t.Fatalf("%v %v", lines, mandates)
	}
	for i, l := range lines {
		want := directdebit.Key{Plan: plan, No: i + 1}
		if l.Key != want || l.Amount != money.Of(40_00, money.EUR) || l.End != (i == 2) || l.Announced != monday || l.Of != 3 ||
			len(l.Items) != 1 || l.Items[0] != "F1" || l.Already != nil {
			t.Errorf("%d: %+v", i, l)
		}
	}
	if lines, mandates := s.View().Collectable("SUD"); len(lines)+len(mandates) != 0 {
		t.Error("another creditor's")
	}
	if holder, ok := s.View().MandateHolder("NORD", "R1"); !ok || holder != key {
		t.Error("holder", holder)
	}
	if _, ok := s.View().MandateHolder("SUD", "R1"); ok {
		t.Error("another creditor's reference")
	}
}

// What a file had is known until its act is taken back, and what is paid is not
// asked for.
func TestCollectableAfterAFile(t *testing.T) {
	s, m, plan := collecting(t, mandated(t))
	done, err := s.IssueDebits(issue(plan, 1))
	if err != nil {
		t.Fatal(err)
	}
	lines, mandates := s.View().Collectable("NORD")
	if len(lines) != 3 || len(lines[0].Already) != 1 || lines[0].Already[0].Message != "M1" || lines[1].Already != nil {
		t.Fatalf("%+v", lines)
	}
	if mandates[0].LastUsed != monday.AddMonths(1) {
		t.Error("mandate not used:", mandates[0].LastUsed)
	}
	if told, ok := s.View().DebitMessage("M1"); !ok || told.Count != 1 || told.Sum != 40_00 || told.On != monday {
		t.Errorf("%+v %v", told, ok)
	}
	if _, err := s.Do(act.Undo{Base: act.Base{Client: key}, Act: done.Act}); err != nil {
		t.Fatal(err)
	}
	lines, mandates = s.View().Collectable("NORD")
	if lines[0].Already != nil || !mandates[0].LastUsed.IsZero() {
		t.Errorf("still issued: %+v %+v", lines[0], mandates[0])
	}
	if _, ok := s.View().DebitMessage("M1"); ok {
		t.Error("message still there")
	}
	due := monday.AddDays(-30)
	s, _ = open(t, book(monday, invoice("F1", due.AddDays(-30), due, 120_00)), m.events, monday+1)
	_, err = s.Do(act.Receipt{Base: act.Base{Client: key}, Amount: money.Of(55_00, money.EUR), On: monday + 1})
	if err != nil {
		t.Fatal(err)
	}
	lines, _ = s.View().Collectable("NORD")
	if len(lines) != 2 || lines[0].No != 2 || lines[0].Amount.Minor != 25_00 {
		t.Errorf("after 55 euros: %+v", lines)
	}
}

// A collection under way is told of when its plan ends.
func TestPendingDebits(t *testing.T) {
	s, _, plan := collecting(t, mandated(t))
	if _, err := s.IssueDebits(issue(plan, 1)); err != nil {
		t.Fatal(err)
	}
	if p := s.View().PendingDebits("NORD"); p != nil {
		t.Errorf("in force: %+v", p)
	}
	if _, err := s.Do(act.Close{Base: act.Base{Client: key}, What: act.ClosePlan, Target: plan}); err != nil {
		t.Fatal(err)
	}
	if p := s.View().PendingDebits("NORD"); len(p) != 1 || p[0].Message != "M1" || p[0].Name != "Garage Lefèvre" {
		t.Errorf("cancelled: %+v", p)
	}
	if lines, _ := s.View().Collectable("NORD"); lines != nil {
		t.Errorf("still collected: %+v", lines)
	}
}

func TestIssueDebitsThatFails(t *testing.T) {
	s, m, plan := collecting(t, mandated(t))
	m.fail = errors.New("disk full")
	if _, err := s.IssueDebits(issue(plan, 1)); !IsCode(err, ErrStore) {
		t.Fatal(err)
	}
	if lines, _ := s.View().Collectable("NORD"); lines[0].Already != nil {
		t.Error("recorded all the same")
	}
}

// What the bank was handed it collects, whatever becomes of the plan here: undone
// or only its signature, shortened, paid by another way.
func TestPendingDebitsOutliveTheirPlan(t *testing.T) {
	signedAct := func(s *Session) journal.ID {
		for _, r := range s.View().File(key, money.Currency{}).Timeline {
			if _, ok := r.Event.Content.(journal.PlanSigned); ok {
				return r.Event.Act
			}
		}
		t.Fatal("no signature")
		return journal.ID{}
	}
	for name, end := range map[string]func(t *testing.T, s *Session, plan journal.ID){
		"undone": func(t *testing.T, s *Session, _ journal.ID) {
			u := act.Undo{Base: act.Base{Client: key}, Act: signedAct(s)}
			if _, err := s.Do(u); !IsCode(err, ErrBuiltOn) {
				t.Errorf("without a word: %v", err)
			}
			u.Confirmed = true
			do(t, s, u)
		},
		"cancelled": func(t *testing.T, s *Session, plan journal.ID) {
			do(t, s, act.Close{Base: act.Base{Client: key}, What: act.ClosePlan, Target: plan})
		},
		"insolvent": func(t *testing.T, s *Session, _ journal.ID) { do(t, s, insolvent(monday)) },
		"paid": func(t *testing.T, s *Session, _ journal.ID) {
			do(t, s, act.Receipt{Base: act.Base{Client: key}, Amount: money.Of(45_00, money.EUR), On: monday + 1})
		},
		"paid in full": func(t *testing.T, s *Session, _ journal.ID) {
			do(t, s, act.Receipt{Base: act.Base{Client: key}, Amount: money.Of(120_00, money.EUR), On: monday + 1})
		},
		"asked twice": func(t *testing.T, s *Session, plan journal.ID) {
			if _, err := s.IssueDebits(issue(plan, 1)); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, m, id := collecting(t, mandated(t))
			if _, err := s.IssueDebits(issue(id, 1)); err != nil {
				t.Fatal(err)
			}
			if p := s.View().PendingDebits("NORD"); p != nil {
				t.Errorf("before: %+v", p)
			}
			due := monday.AddDays(-30)
			s, m = open(t, book(monday+1, invoice("F1", due.AddDays(-30), due, 120_00)), m.events, monday+1)
			end(t, s, id)
			p := s.View().PendingDebits("NORD")
			if len(p) != 1 || p[0].Message != "M1" || p[0].Amount.Minor != 40_00 {
				t.Errorf("pending %+v", p)
			}
			if told, ok := s.View().DebitMessage("M1"); !ok {
				t.Errorf("the file is not known: %+v", told)
			}
			if ms := s.View().Mandates(key); ms[0].LastUsed != monday.AddMonths(1) {
				t.Errorf("the mandate was last used on %v", ms[0].LastUsed)
			}
			after := monday.AddMonths(1) + 1
			s, _ = open(t, book(after, invoice("F1", due.AddDays(-30), due, 120_00)), m.events, after)
			if p := s.View().PendingDebits("NORD"); p != nil {
				t.Errorf("after its day: %+v", p)
			}
		})
	}
}

// What comes in on the day of the debit may be the debit.
func TestDebitOfTheDay(t *testing.T) {
	s, m, id := collecting(t, mandated(t))
	if _, err := s.IssueDebits(issue(id, 1)); err != nil {
		t.Fatal(err)
	}
	due, on := monday.AddDays(-30), monday.AddMonths(1)
	items := []ledger.Item{invoice("F1", due.AddDays(-30), due, 120_00), receipt("B1", on, 40_00, "")}
	s, _ = open(t, book(on, items...), m.events, on)
	if p := s.View().PendingDebits("NORD"); p != nil {
		t.Errorf("%+v", p)
	}
}

// A file that used a mandate counts for it even where another device's clock
// dates the mandate later.
func TestMandateUsedBeforeItWasSet(t *testing.T) {
	p := schedule(monday.AddMonths(1), 1, journal.Part{Item: invoice("F1", monday-90, monday-60, 0).ItemKey, Amount: 40_00})
	plan := told(1, 1, 10, journal.PlanSigned{Plan: p})
	debit := issue(plan.ID, 1).Debits[0].Issued
	set := journal.MandateSet{Reference: "R1", IBAN: journal.Text{Body: "BE68539007547034"}, SignedOn: monday - 40}
	s, _ := open(t, twoInvoices(), []journal.Event{plan, told(1, 2, 20, debit), told(2, 1, 30, set)}, monday)
	if m := s.View().Mandates(key); len(m) != 1 || m[0].LastUsed != debit.CollectOn {
		t.Errorf("%+v", m)
	}
}
