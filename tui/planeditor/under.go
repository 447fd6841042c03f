package planeditor

import (
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/plan"
	"relance/domain/wording"
)

// Under is what the cursor stands on, for the addition behind it.
type Under struct {
	Plan    journal.Plan
	Figures plan.Figures
	Line    int    // of the schedule, -1 = the plan as a whole
	Name    string // of the line or the field
	Value   string
	Hint    string        // what the field takes; empty on a line
	Row     *desk.PlanRow // a plan that was saved; nil = the draft
}

// Under tells what the cursor stands on; false where no plan is.
func (p *Pane) Under() (Under, bool) {
	if !p.open {
		r := p.selected()
		if r == nil {
			return Under{}, false
		}
		return Under{
			Plan: r.Plan, Figures: plan.Measure(r.Plan, p.voice.Today), Line: -1, Row: r,
			Name: p.voice.T(wording.LabelPlan), Value: p.voice.Exact(r.Plan.Total(), r.Plan.Currency),
		}, true
	}
	if len(p.plan.Instalments) == 0 {
		return Under{}, false
	}
	u := Under{Plan: p.plan, Figures: p.figures, Line: -1, Name: p.voice.T(wording.LabelPlan)}
	switch p.at {
	case inLines:
		u.Line, u.Name = p.line, p.lineName(p.line)
	case inForm:
		u.Name, u.Value, u.Hint = p.voice.T(wording.EditorFields[p.field]), p.value(p.field), p.Hint()
	}
	return u, true
}
