package planeditor

import (
	"slices"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/ledger"
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

// OnBroken reports whether the cursor stands on a plan that was breached.
func (p *Pane) OnBroken() bool {
	r := p.selected()
	return r != nil && r.Standing.State == plan.Breached
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
		p.revealSaved()
	case in == keys.Up && p.saved > 0 && p.top <= p.headLine():
		p.saved--
		p.revealSaved()
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
	case in == keys.OpenPlan, in == keys.Accept, in == keys.Renew:
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

// revealSaved scrolls the plan that the cursor stands on into sight.
func (p *Pane) revealSaved() {
	at := p.headLine()
	p.top = max(min(p.top, at), at-max(p.height-1, 0))
}

func (p *Pane) reopen() (msg.Request, bool) {
	r := p.selected()
	switch {
	case r == nil:
		return nil, false
	case p.OnBroken():
		return msg.RenewPlan{Row: *r}, true
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
	replaces := standing(own.Supersedes, facts)
	parts := within(own.Items, facts, func(it *act.Item) int64 {
		if r.Standing.State == plan.Draft && len(replaces) == 0 {
			return it.Promised // of which the plan takes the place when it is saved
		}
		return it.Promised + it.Planned // its own part, or that of the plan that it replaces
	})
	if len(parts) == 0 {
		return false
	}
	base := act.Plan{Base: act.Base{Client: facts.Client}, Contact: act.Contact{Minute: facts.Minute}}
	base.Plan = journal.Plan{ID: planID(&r), Items: parts, Supersedes: replaces}
	p.begin(proposal{base: base, facts: facts, proposed: r.Standing.State == plan.Proposed})
	p.start(p.taken(own, parts))
	return true
}

// taken lays a saved plan over what is left of its documents: as it was saved
// while nothing changed, else by its terms.
func (p *Pane) taken(own journal.Plan, parts []journal.Part) version {
	v := version{debts: p.debts(parts), terms: own.Terms, provisional: own.Provisional}
	if v.terms == (journal.PlanTerms{}) {
		v.terms = plan.Infer(own)
	}
	if total(parts) == own.Total() && own.Instalments[0].Due > p.facts.Today {
		if s, err := plan.Reopen(p.input(v), own); err == nil {
			return v.with(s)
		}
	}
	if v.terms.First <= p.facts.Today {
		v.terms.First, v.terms.Grace = 0, 0
	}
	if v.terms.Until <= p.facts.Today && v.terms.By == journal.ByEnd {
		v.terms.By, v.terms.Until, v.terms.Count = journal.ByCount, 0, count16(max(len(own.Instalments), 1))
	}
	out := p.drawn(v.debts, v.terms)
	out.provisional = own.Provisional
	return p.charging(out, own)
}

// charging gives a version the clause and the modes of charges of another plan.
func (p *Pane) charging(v version, own journal.Plan) version {
	if v.sheet.Len() == 0 {
		return v
	}
	if s, err := v.sheet.SetClause(own.Clause); err == nil {
		v.sheet = s
	}
	if own.Interest != journal.ChargesReserved || own.Fees != journal.ChargesReserved {
		if s, err := v.sheet.SetCharges(own.Interest, own.Fees); err == nil {
			v.sheet = s
		}
	}
	return v
}

// Renew draws up a new version of a plan that was breached, over what is left of
// it: the new plan takes its place when it is saved. It reports false when
// nothing is left. With called, an answered call is recorded with it.
func (p *Pane) Renew(r desk.PlanRow, facts act.Facts, called bool) bool {
	id := planID(&r)
	at := slices.IndexFunc(facts.Plans, func(s act.StandingPlan) bool { return s.ID == id })
	if at < 0 {
		return false
	}
	parts := within(facts.Plans[at].Parts, facts, func(it *act.Item) int64 { return it.Promised + it.Planned })
	if len(parts) == 0 {
		return false
	}
	base := act.Plan{Base: act.Base{Client: facts.Client}, Contact: act.Contact{Minute: facts.Minute}, LogCall: called}
	base.Plan = journal.Plan{Items: parts, Supersedes: []journal.ID{id}}
	terms := r.Plan.Terms
	if terms == (journal.PlanTerms{}) {
		terms = plan.Infer(r.Plan)
	}
	left := 0
	for i := range r.Standing.Instalments {
		if r.Standing.Instalments[i].Missing > 0 {
			left++
		}
	}
	terms = journal.PlanTerms{
		By: journal.ByCount, Count: count16(max(left, 1)), Every: terms.Every, Day: terms.Day, Roll: terms.Roll, Season: terms.Season,
	}
	p.begin(proposal{base: base, facts: facts, replaced: r.MadeOn})
	p.start(p.charging(p.drawn(p.debts(parts), terms), r.Plan))
	return true
}

// Refit fits the proposal to what is left open after another act. A proposal
// for which nothing is left is dropped.
func (p *Pane) Refit(facts act.Facts) {
	if !p.open || facts.Client != p.base.Client {
		return
	}
	was := partsOf(p.now.debts)
	p.latest = facts
	parts := within(was, facts, p.takenOver(p.now.debts))
	replaces := standing(p.base.Plan.Supersedes, facts)
	switch {
	case len(parts) == 0:
		p.Drop()
		return
	case total(parts) == total(was) && len(replaces) == len(p.base.Plan.Supersedes):
		p.forget(facts)
		return
	}
	p.endTyping()
	p.base.Plan.Supersedes, p.other = replaces, nil
	v := p.now
	v.debts = p.debts(parts)
	next, err := p.relaid(v)
	if err != nil {
		next = p.drawn(v.debts, p.now.asked())
	}
	p.facts = facts
	p.start(next)
}

// forget drops the versions that cover what is no longer open.
func (p *Pane) forget(facts act.Facts) {
	fits := func(v version) bool {
		was := partsOf(v.debts)
		return total(within(was, facts, p.takenOver(v.debts))) == total(was)
	}
	if p.other != nil && !fits(*p.other) {
		p.other, p.lines = nil, nil
	}
	for _, v := range append(slices.Clip(p.past), p.next...) {
		if !fits(v) {
			p.past, p.next = nil, nil
			return
		}
	}
}

// takenOver is how much of what is promised and planned of an item the proposal
// was drawn over: it takes the place of that when it is saved.
func (p *Pane) takenOver(debts []plan.Debt) func(now *act.Item) int64 {
	return func(now *act.Item) int64 {
		for i := range p.facts.Items {
			it := &p.facts.Items[i]
			if it.Key != now.Key {
				continue
			}
			free := max(it.Open-it.Disputed-it.Promised-it.Planned, 0)
			return max(partOf(debts, it.Key)-free, 0)
		}
		return 0
	}
}

func partOf(debts []plan.Debt, item ledger.ItemKey) int64 {
	var sum int64
	for _, part := range debts {
		if part.Item == item {
			sum += part.Amount
		}
	}
	return sum
}

// within keeps of the parts what is open and not disputed, nor promised or
// planned beyond what the plan itself takes of that.
func within(parts []journal.Part, facts act.Facts, taken func(*act.Item) int64) []journal.Part {
	var out []journal.Part
	for _, part := range parts {
		for i := range facts.Items {
			it := &facts.Items[i]
			if it.Key != part.Item {
				continue
			}
			room := it.Open - it.Disputed - max(it.Promised+it.Planned-taken(it), 0)
			if part.Amount = min(part.Amount, room); part.Amount > 0 {
				out = append(out, part)
			}
			break
		}
	}
	return out
}

// standing keeps of the plans to be replaced those that have not ended meanwhile.
func standing(ids []journal.ID, facts act.Facts) []journal.ID {
	var out []journal.ID
	for _, s := range facts.Plans {
		if slices.Contains(ids, s.ID) {
			out = append(out, s.ID)
		}
	}
	return out
}

func total(parts []journal.Part) int64 {
	var t int64
	for _, part := range parts {
		t += part.Amount
	}
	return t
}
