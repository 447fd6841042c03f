package desk

import (
	"testing"

	"relance/domain/act"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
)

// write reads a line and does what it says.
func write(t *testing.T, s *Session, line string) Done {
	t.Helper()
	r := entry.Read(line, s.View().Facts(key, money.EUR, Selection{}), entry.French)
	if r.Command == nil {
		t.Fatalf("%q: %+v", line, r.Question)
	}
	return do(t, s, r.Command)
}

func states(s *Session) []plan.State {
	var out []plan.State
	for _, p := range s.View().File(key, money.EUR).Plans {
		out = append(out, p.Standing.State)
	}
	return out
}

// TestAPlanTakesAPlansPlace: e 6 where all stands under a plan replaces it; the
// undo of that brings the old one back.
func TestAPlanTakesAPlansPlace(t *testing.T) {
	s, _ := open(t, twoInvoices(), nil, monday)
	first := write(t, s, "e 3")
	f := s.View().Facts(key, money.EUR, Selection{})
	if f.Collectible != 0 || len(f.Plans) != 1 || f.Plans[0].MadeOn != monday || f.Plans[0].State != act.Proposed || sumParts(f.Plans[0].Parts) != 1_500_00 {
		t.Fatalf("facts: %+v", f)
	}
	second := write(t, s, "e 6")
	if got := states(s); len(got) != 2 || got[0] != plan.Proposed || got[1] != plan.Superseded {
		t.Fatalf("states %v", got)
	}
	if sums := s.View().File(key, money.EUR).Sums[0]; sums.Planned != 1_500_00 || sums.Collectible != 0 {
		t.Errorf("%+v", sums)
	}
	if _, err := s.Do(act.Undo{Base: act.Base{Client: key}, Act: first.Act}); !IsCode(err, ErrBuiltOn) {
		t.Errorf("the old plan is taken back without a word: %v", err)
	}
	do(t, s, act.Undo{Base: act.Base{Client: key}, Act: second.Act})
	if got := states(s); len(got) != 1 || got[0] != plan.Proposed {
		t.Errorf("after the undo: %v", got)
	}
}

// TestADraftTakesNobodysPlace: the old plan stands until the new one is proposed
// or signed, and then ends on that day.
func TestADraftTakesNobodysPlace(t *testing.T) {
	s, _ := open(t, twoInvoices(), nil, monday)
	write(t, s, "e 3")
	r := entry.Read("e 6", s.View().Facts(key, money.EUR, Selection{}), entry.French)
	cmd := r.Command.(act.Plan)
	cmd.State = act.Draft
	do(t, s, cmd)
	if got := states(s); len(got) != 2 || got[0] != plan.Draft || got[1] != plan.Proposed {
		t.Fatalf("states %v", got)
	}
	draft := s.View().File(key, money.EUR).Plans[0].Plan
	do(t, s, act.Close{Base: act.Base{Client: key}, What: act.ClosePlan, Target: draft.ID, Sign: true})
	if got := states(s); got[0] != plan.Signed || got[1] != plan.Superseded {
		t.Errorf("signed: %v", got)
	}
	cmd.Plan.ID = journal.ID{}
	if _, err := s.Do(cmd); !IsCode(err, ErrStale) {
		t.Errorf("a plan replaced twice: %v", err)
	}
}

// TestClearedDueDate: an empty value brings the computed due date back, and the
// timeline keeps what was set.
func TestClearedDueDate(t *testing.T) {
	s, _ := open(t, twoInvoices(), nil, monday)
	item := ledger.ItemKey{Kind: ledger.Invoice, Number: "F1", Date: monday - 90}
	set := func(value string) error {
		_, err := s.Do(act.SetField{Base: act.Base{Client: key}, Field: ledger.FieldDue, Item: item, Value: value})
		return err
	}
	due := func() ItemRow { return s.View().File(key, money.EUR).Items[0] }
	if err := set(""); !IsCode(err, ErrNothing) {
		t.Errorf("nothing to clear: %v", err)
	}
	if err := set((monday - 20).String()); err != nil {
		t.Fatal(err)
	}
	if r := due(); r.Due != monday-20 || r.DueSource != DueByHand {
		t.Fatalf("set: %+v", r)
	}
	if err := set(""); err != nil {
		t.Fatal(err)
	}
	if r := due(); r.Due != monday-60 || r.DueSource != DueFromFile {
		t.Errorf("cleared: %+v", r)
	}
	if n := len(s.View().File(key, money.EUR).Timeline); n != 2 {
		t.Errorf("%d rows of history", n)
	}
	if err := set((monday - 30).String()); err != nil || due().Due != monday-30 {
		t.Errorf("set again: %v %+v", err, due())
	}
}

// TestLastUndoneOfAClient: redo from the shell finds the own act taken back last.
func TestLastUndoneOfAClient(t *testing.T) {
	s, _ := open(t, twoInvoices(), nil, monday)
	base := act.Base{Client: key}
	one := do(t, s, act.Note{Base: base, Text: "un"})
	two := do(t, s, act.Note{Base: base, Text: "deux"})
	file := func() *File { return s.View().File(key, money.EUR) }
	if id := file().LastUndone("md"); !id.IsZero() {
		t.Errorf("undone: %v", id)
	}
	do(t, s, act.Undo{Base: base, Act: two.Act})
	do(t, s, act.Undo{Base: base, Act: one.Act})
	if id := file().LastUndone("somebody else"); !id.IsZero() {
		t.Errorf("another's act: %v", id)
	}
	for _, want := range []journal.ID{one.Act, two.Act} {
		if id := file().LastUndone("md"); id != want {
			t.Fatalf("got %v, want %v", id, want)
		}
		do(t, s, act.Restore{Base: base, Act: want})
	}
	if id := file().LastUndone("md"); !id.IsZero() {
		t.Errorf("still undone: %v", id)
	}
}

// TestInstalmentToVerify: an instalment that the ledger cannot show yet is not
// called a promise.
func TestInstalmentToVerify(t *testing.T) {
	b := twoInvoices()
	b.Creditors[0].Cutoff = monday - 20
	items := []journal.Part{{Item: ledger.ItemKey{Kind: ledger.Invoice, Number: "F1", Date: monday - 90}, Amount: 1_000_00}}
	signed := journal.PlanSigned{Plan: journal.Plan{
		Currency: money.EUR, Items: items, Instalments: []journal.Instalment{{Due: monday - 10, Principal: 500_00}, {Due: monday + 20, Principal: 500_00}},
	}}
	id := journal.ID{Device: 7, Seq: 1}
	events := []journal.Event{{ID: id, Act: id, Day: monday - 40, Author: "md", Client: key, Content: signed}}
	s, _ := open(t, b, events, monday)
	r := s.View().Row(key, money.EUR)
	if r == nil || r.Class != priority.PromiseDue || r.Reasons[0].Code != priority.InstalmentToVerify {
		t.Errorf("%+v", r)
	}
}
