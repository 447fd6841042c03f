package planeditor

import (
	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
)

// live lists the saved plans that are not over, by their index in the file.
func (p *Pane) live() []int {
	if p.file == nil || p.filed != p.client {
		return nil
	}
	var out []int
	for i := range p.file.Plans {
		if !over(&p.file.Plans[i]) && !p.edits(&p.file.Plans[i]) {
			out = append(out, i)
		}
	}
	return out
}

// edits reports whether a saved plan is the one being changed.
func (p *Pane) edits(r *desk.PlanRow) bool {
	return p.open && !p.base.Plan.ID.IsZero() && p.base.Plan.ID == planID(r)
}

// over reports whether a plan has ended.
func over(r *desk.PlanRow) bool {
	return r.Standing.State >= plan.Completed && r.Standing.State != plan.Breached
}

func planID(r *desk.PlanRow) journal.ID {
	if r.Plan.ID.IsZero() {
		return r.Act
	}
	return r.Plan.ID
}

// selected is the saved plan that the cursor stands on, nil = none.
func (p *Pane) selected() *desk.PlanRow {
	live := p.live()
	if p.open || p.saved >= len(live) {
		return nil
	}
	return &p.file.Plans[live[p.saved]]
}

// OnSaved reports whether the cursor stands on a saved plan that can still be
// changed and signed.
func (p *Pane) OnSaved() bool {
	r := p.selected()
	return r != nil && (r.Standing.State == plan.Draft || r.Standing.State == plan.Proposed)
}

// Target is the saved plan that the cursor stands on, for the closing act.
func (p *Pane) Target() *desk.Target {
	if r := p.selected(); r != nil {
		return &desk.Target{Kind: act.ClosePlan, ID: planID(r)}
	}
	return nil
}

func (p *Pane) savedIntent(in keys.Intent) (msg.Request, bool) {
	n := len(p.live())
	switch {
	case in == keys.Down && p.saved < n-1:
		p.saved++
		p.reveal()
	case in == keys.Up && p.saved > 0 && p.top <= p.headLine():
		p.saved--
		p.reveal()
	case in == keys.Down:
		p.top++
	case in == keys.Up:
		p.top = max(p.top-1, 0)
	case in == keys.PageDown:
		p.top += max(p.height-1, 1)
	case in == keys.PageUp:
		p.top = max(p.top-max(p.height-1, 1), 0)
	case in == keys.First:
		p.top, p.saved = 0, 0
	case in == keys.OpenPlan, in == keys.Accept:
		return p.reopen()
	case in == keys.SignPlan:
		return p.sign()
	default:
		return nil, false
	}
	return nil, true
}

// headLine is the line of the plan that the cursor stands on, as last drawn.
func (p *Pane) headLine() int {
	if p.saved < len(p.heads) {
		return p.heads[p.saved]
	}
	return 0
}

// reveal scrolls the plan that the cursor stands on into sight.
func (p *Pane) reveal() {
	at := p.headLine()
	p.top = max(min(p.top, at), at-max(p.height-1, 0))
}

func (p *Pane) reopen() (msg.Request, bool) {
	r := p.selected()
	switch {
	case r == nil:
		return nil, false
	case !p.OnSaved():
		return msg.Refuse{Why: wording.PlanNotEditable.Fill(p.voice.Lang, p.voice.Letters[entry.Close])}, true
	}
	return msg.EditPlan{Row: *r}, true
}

func (p *Pane) sign() (msg.Request, bool) {
	if !p.OnSaved() {
		return nil, false
	}
	cmd := act.Close{Base: act.Base{Client: p.client.Key}, What: act.ClosePlan, Target: planID(p.selected()), Sign: true}
	return msg.Do{Command: cmd}, true
}

// Reopen edits a saved plan: it is saved again as the same plan. It reports
// false when its invoices are no longer open.
func (p *Pane) Reopen(r desk.PlanRow, facts act.Facts) bool {
	own := r.Plan
	parts := within(own.Items, facts, own.Items, r.Standing.State)
	if len(parts) == 0 {
		return false
	}
	base := act.Plan{Base: act.Base{Client: facts.Client}, Contact: act.Contact{Minute: facts.Minute}}
	base.Plan = journal.Plan{ID: planID(&r), Items: parts}
	p.proposal = proposal{base: base, facts: facts, terms: termsIn(own), proposed: r.Standing.State == plan.Proposed}
	p.open, p.typing, p.bad, p.top = true, false, "", 0
	p.build()
	if total(parts) == own.Total() && own.Instalments[0].Due > facts.Today {
		p.err, p.built = nil, own // as it was saved, until a field changes
		p.built.ID, p.built.Supersedes = base.Plan.ID, nil
	}
	return true
}

// Refit fits the proposal to what is left open after another act. A proposal
// for which nothing is left is dropped.
func (p *Pane) Refit(facts act.Facts) {
	if !p.open || facts.Client != p.base.Client {
		return
	}
	parts := within(p.base.Plan.Items, facts, nil, plan.Draft)
	switch {
	case len(parts) == 0:
		p.Drop()
		return
	case total(parts) == total(p.base.Plan.Items):
		return
	}
	p.endTyping()
	p.facts, p.base.Plan.Items = facts, parts
	p.build()
}

// within keeps of the parts what is open, neither promised nor disputed. Parts
// of a plan that was proposed are held by itself.
func within(parts []journal.Part, facts act.Facts, own []journal.Part, state plan.State) []journal.Part {
	var out []journal.Part
	for _, part := range parts {
		for i := range facts.Items {
			it := &facts.Items[i]
			if it.Key != part.Item {
				continue
			}
			room := it.Open - it.Promised - it.Disputed
			if state == plan.Proposed && covered(own, part) {
				room = it.Open - it.Disputed
			}
			if part.Amount = min(part.Amount, room); part.Amount > 0 {
				out = append(out, part)
			}
			break
		}
	}
	return out
}

func covered(own []journal.Part, part journal.Part) bool {
	for _, o := range own {
		if o.Item == part.Item {
			return true
		}
	}
	return false
}

func total(parts []journal.Part) int64 {
	var t int64
	for _, part := range parts {
		t += part.Amount
	}
	return t
}

// termsIn finds the terms that a schedule was drawn up from. Without a down
// payment all lines but the last are equal; the last takes the rest.
func termsIn(own journal.Plan) terms {
	var t terms
	lines := own.Instalments
	switch n := len(lines); {
	case n >= 3 && lines[0].Principal != lines[1].Principal,
		n == 2 && lines[1].Principal-lines[0].Principal > 1:
		t.down, lines = lines[0].Principal, lines[1:]
	}
	if len(lines) == 0 {
		return t
	}
	last := len(lines) - 1
	if gap := lines[last].Principal - lines[0].Principal; gap < 0 || gap > int64(last) {
		t.monthly = lines[0].Principal
	} else {
		t.count = len(lines)
	}
	t.first = lines[0].Due
	return t
}
