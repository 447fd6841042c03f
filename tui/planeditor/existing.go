package planeditor

import (
	"slices"
	"strconv"

	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/tui/ui"
)

// existing lists the client's plans with their instalments, the versions that
// each replaced under it.
func (p *Pane) existing(out []string, w int) []string {
	p.heads = p.heads[:0]
	if p.file == nil || p.filed != p.client {
		return out
	}
	listed := map[journal.ID]bool{}
	for i := range p.file.Plans {
		r := &p.file.Plans[i]
		if p.edits(r) || over(r) || p.replaces(r) {
			continue
		}
		p.heads = append(p.heads, len(out))
		out = p.one(out, r, w, len(p.heads)-1 == p.saved && p.focused && !p.open)
		out = p.versions(out, r, w, listed)
		out = append(out, ui.Spaces(w))
	}
	if p.open {
		for _, id := range p.base.Plan.Supersedes {
			out = p.version(out, id, w, listed)
		}
	}
	for i := range p.file.Plans {
		if r := &p.file.Plans[i]; over(r) && !listed[planID(r)] && !p.edits(r) && r.ReplacedBy.IsZero() {
			out = p.one(out, r, w, false)
			out = p.versions(out, r, w, listed)
		}
	}
	for i := range p.file.Plans { // replaced by a plan that is not there any more
		if r := &p.file.Plans[i]; over(r) && !listed[planID(r)] && !p.edits(r) && !r.ReplacedBy.IsZero() {
			out = p.one(out, r, w, false)
			listed[planID(r)] = true
		}
	}
	return out
}

// replaces reports whether the proposal takes the place of a saved plan.
func (p *Pane) replaces(r *desk.PlanRow) bool {
	return p.open && slices.Contains(p.base.Plan.Supersedes, planID(r))
}

// versions lists the plans that a plan replaced, the latest first.
func (p *Pane) versions(out []string, r *desk.PlanRow, w int, listed map[journal.ID]bool) []string {
	listed[planID(r)] = true
	for _, id := range r.Plan.Supersedes {
		out = p.version(out, id, w, listed)
	}
	return out
}

func (p *Pane) version(out []string, id journal.ID, w int, listed map[journal.ID]bool) []string {
	at := slices.IndexFunc(p.file.Plans, func(o desk.PlanRow) bool { return planID(&o) == id })
	if at < 0 || listed[id] || !over(&p.file.Plans[at]) && !p.replaces(&p.file.Plans[at]) {
		return out
	}
	v, old := p.voice, &p.file.Plans[at]
	words := wording.EditorOldVersion.Fill(v.Lang, max(old.Version, 1), v.Day(old.MadeOn), v.Sum(old.Plan.Total(), old.Plan.Currency)+
		", "+strconv.Itoa(len(old.Plan.Instalments))+" "+v.T(wording.LabelInstalments))
	out = append(out, ui.NewLine(w, "").Gap(3).Put(p.theme.Dim, ui.Cut(words, max(w-4, 1))).End())
	return p.versions(out, old, w, listed)
}

func (p *Pane) one(out []string, r *desk.PlanRow, w int, on bool) []string {
	v, cur := p.voice, r.Plan.Currency
	st, base, mark := p.theme.Strong, ui.Style(""), " "
	if over(r) {
		st = p.theme.Dim
	}
	if on {
		base, mark = p.theme.Selected, "▌"
	}
	state := min(int(r.Standing.State), len(wording.LabelPlanStates)-1)
	stateStyle := st
	if r.Standing.State == plan.Breached {
		stateStyle = p.theme.Alert
	}
	l := ui.NewLine(w, base).Put(p.theme.Accent, mark).Put(st, v.Sum(r.Plan.Total(), cur)+" · ").Put(stateStyle, v.T(wording.LabelPlanStates[state]))
	l.Put(p.theme.Dim, " · "+v.Day(r.MadeOn))
	if words := wording.PlanVersion(v.Lang, r.Version); words != "" {
		l.PutIf(p.theme.Dim, " · "+words)
	}
	if r.Standing.NotSigned {
		l.Put(p.theme.Alert, " ! "+v.T(wording.LabelNotSigned))
	}
	out = append(out, l.End())
	if over(r) {
		return out
	}
	out = p.breach(out, r, w)
	number := len(strconv.Itoa(max(len(r.Plan.Instalments), 10)))
	for i, in := range r.Plan.Instalments {
		l := ui.NewLine(w, "").Gap(1)
		l.Number(p.theme.Dim, strconv.Itoa(i+1), number).Gap(1).Cell("", v.ScheduleDay(in.Due), dateWidth)
		l.Number("", v.Exact(in.Amount(), cur), amountWidth-1).Gap(1)
		if i < len(r.Standing.Instalments) {
			s := r.Standing.Instalments[i].State
			style := p.theme.Dim
			if s == plan.Missed {
				style = p.theme.Alert
			}
			l.Put(style, v.T(wording.LabelInstalmentStates[min(int(s), len(wording.LabelInstalmentStates)-1)]))
		}
		out = append(out, l.End())
	}
	for _, warn := range r.Warnings {
		out = p.alert(out, w, wording.PlanWarning(v.Lang, warn, cur, v.Today), 2)
	}
	return out
}

// breach says what a breach makes due by the clause, what comes next, and how to
// draw up another version.
func (p *Pane) breach(out []string, r *desk.PlanRow, w int) []string {
	if r.Standing.State != plan.Breached {
		if why := wording.PlanRisk(p.voice.Lang, r.Risk); why != "" {
			return p.alert(out, w, why, 1)
		}
		return out
	}
	v, cur := p.voice, r.Plan.Currency
	a := r.Accelerated
	if a.Step == plan.NoStep {
		a = plan.Accelerate(r.Plan, r.Standing, 0, v.Today)
	}
	if words := wording.PlanBreach(v.Lang, r.Plan.Clause, a, cur, v.Today); words != "" {
		out = p.alert(out, w, words, 4)
	}
	if a.Interest+a.Fees > 0 {
		words := wording.EditorOfWhich.Fill(v.Lang, v.Exact(a.Interest, cur), v.Exact(a.Fees, cur))
		out = append(out, ui.NewLine(w, "").Gap(3).Put(p.theme.Dim, ui.Cut(words, max(w-4, 1))).End())
	}
	for _, line := range ui.Wrap(wording.EditorRenew.Fill(v.Lang, v.Letters[entry.Plan]), w-4, 2) {
		out = append(out, ui.NewLine(w, "").Gap(3).Put(p.theme.Dim, line).End())
	}
	return out
}
