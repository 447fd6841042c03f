package entry

import (
	"slices"
	"testing"

	"relance/domain/act"
	"relance/domain/journal"
)

// planned is the desk of these tests with all that was collectible under one
// plan, of which the first invoice's part is left in full.
func planned() act.Facts {
	f := desk()
	s := act.StandingPlan{ID: journal.ID{Device: 1, Seq: 40}, MadeOn: f.Today.AddDays(-11), State: act.Signed}
	for i := range f.Items {
		if it := &f.Items[i]; it.Collectible > 0 {
			s.Parts = append(s.Parts, journal.Part{Item: it.Key, Amount: it.Collectible})
			it.Planned, it.Collectible = it.Collectible, 0
		}
	}
	f.Collectible, f.Promised, f.Promises = 0, 0, nil
	f.Plans = []act.StandingPlan{s}
	return f
}

// Where all stands under a plan, a new one takes its place, over what is left.
func TestAPlanReplacesAPlan(t *testing.T) {
	f := planned()
	r := Read("e 6", f, French)
	p, ok := r.Command.(act.Plan)
	if !ok || !slices.Equal(p.Plan.Supersedes, []journal.ID{f.Plans[0].ID}) || !slices.Equal(p.Plan.Items, f.Plans[0].Parts) {
		t.Fatalf("%+v, asked %v", p.Plan, r.Question)
	}
	if r.Terms.Total.Minor != partsSum(f.Plans[0].Parts) || r.Terms.Months != 6 {
		t.Errorf("%+v", r.Terms)
	}
	if q := Read("p", f, French).Question; q.Code != act.AskInSignedPlan || q.Day != f.Plans[0].MadeOn || q.Text != "f a" {
		t.Errorf("a promise over what is in a signed plan: %v", q)
	}
}

// A missed instalment can be asked for again: the new plan is over it too.
func TestAPlanReplacesABreachedPlan(t *testing.T) {
	f := planned()
	f.Plans[0].Breached = true
	f.Items[0].Collectible, f.Items[0].Planned = f.Items[0].Planned, 0
	f.Collectible = f.Items[0].Collectible
	parts, supersedes, q := PlanClaim(f)
	if q.Open() || len(supersedes) != 1 || partsSum(parts) != partsSum(f.Plans[0].Parts) {
		t.Errorf("%v %v %v", parts, supersedes, q)
	}
}

// What no plan is about is drawn up beside the plan that stands.
func TestAPlanBesideAPlan(t *testing.T) {
	f := planned()
	f.Plans[0].Parts = f.Plans[0].Parts[:1]
	last := &f.Items[1]
	last.Collectible, last.Planned = last.Planned, 0
	f.Collectible = last.Collectible
	parts, supersedes, q := PlanClaim(f)
	if q.Open() || len(supersedes) != 0 || len(parts) != 1 || parts[0].Item != last.Key {
		t.Errorf("%v %v %v", parts, supersedes, q)
	}
	// the selected plan is replaced only where nothing else is left
	f.Targets = []act.Target{{Kind: act.ClosePlan, ID: f.Plans[0].ID, Selected: true}}
	if _, supersedes, _ = PlanClaim(f); len(supersedes) != 0 {
		t.Error("a plan was replaced though something else can be asked for")
	}
}

func TestAPlanOverTickedItemsOfAPlan(t *testing.T) {
	f := planned()
	if len(f.Plans[0].Parts) < 2 {
		t.Fatal("one item only")
	}
	f.Items[0].Ticked = true
	if q := Read("e 3", f, French).Question; q.Code != act.AskWholePlan || q.Day != f.Plans[0].MadeOn {
		t.Errorf("%v", q)
	}
	for i := range f.Items {
		f.Items[i].Ticked = f.Items[i].Planned > 0
	}
	if p, ok := Read("e 3", f, French).Command.(act.Plan); !ok || len(p.Plan.Supersedes) != 1 {
		t.Errorf("%+v", p.Plan)
	}
}

func TestPlansOver(t *testing.T) {
	f := planned()
	if ids, q := PlansOver(f, f.Plans[0].Parts); q.Open() || len(ids) != 1 {
		t.Errorf("%v %v", ids, q)
	}
	if ids, q := PlansOver(f, f.Plans[0].Parts[:1]); q.Code != act.AskWholePlan || ids != nil {
		t.Errorf("%v %v", ids, q)
	}
	if ids, q := PlansOver(f, nil); q.Open() || ids != nil {
		t.Errorf("%v %v", ids, q)
	}
}

// U alone brings back what u took back; its case counts, and only then.
func TestRedoLetter(t *testing.T) {
	for line, want := range map[string]bool{"U": true, " U ": true, "u": false, "U 3": false} {
		if r := Read(line, desk(), French); r.Redo != want || want && (r.Act != Undo || !r.Immediate) {
			t.Errorf("%q: %+v", line, r)
		}
	}
}
