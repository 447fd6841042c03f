package planeditor

import (
	"strconv"

	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/tui/ui"
)

// Draw appends the pane's lines to dst.
func (p *Pane) Draw(dst []string) []string {
	if p.lines == nil {
		p.lines = p.layout()
	}
	p.top = max(min(p.top, len(p.lines)-p.height), 0)
	for i := range p.height {
		if at := p.top + i; at < len(p.lines) {
			dst = append(dst, p.lines[at])
		} else {
			dst = append(dst, ui.Spaces(p.width))
		}
	}
	return dst
}

func (p *Pane) layout() []string {
	out := []string{}
	p.heads = p.heads[:0]
	if p.open {
		out = p.form(out)
		out = p.schedule(out)
	}
	out = p.existing(out)
	if len(out) == 0 {
		l := ui.NewLine(p.width, "")
		l.Gap(1).Put(p.theme.Dim, p.voice.How(wording.LabelPlanHow, entry.Plan))
		out = append(out, l.End())
	}
	return out
}

func (p *Pane) form(out []string) []string {
	v, cur := p.voice, p.facts.Currency
	var total int64
	for _, part := range p.base.Plan.Items {
		total += part.Amount
	}
	out = append(out, ui.NewLine(p.width, "").Gap(1).
		Put(p.theme.Strong, v.Exact(total, cur)).
		Put(p.theme.Dim, " "+v.T(wording.LabelOver)+" "+v.Count(len(p.base.Plan.Items), wording.LabelInvoiceOne, wording.LabelInvoiceMany)).End())
	count := len(p.built.Instalments) - p.downLines()
	values := [fields]string{
		strconv.Itoa(max(count, 0)), v.Exact(p.monthly(), cur), v.ShortDay(p.first()),
		strconv.Itoa(p.dayOfMonth()), v.Exact(p.terms.down, cur),
	}
	for i, name := range wording.LabelPlanFields {
		out = append(out, p.formLine(i, v.T(name), values[i]))
	}
	why := p.bad
	if why == "" && p.err != nil {
		why = v.PlanError(p.err)
	}
	if why != "" {
		for _, line := range ui.Wrap(why, p.width-4, 0) {
			out = append(out, ui.NewLine(p.width, "").Gap(1).Put(p.theme.Alert, "! "+line).End())
		}
	}
	return out
}

func (p *Pane) dayOfMonth() int {
	if p.terms.day > 0 {
		return p.terms.day
	}
	_, _, day := p.first().YMD()
	return day
}

func (p *Pane) formLine(i int, name, value string) string {
	on := i == p.field && p.focused
	base := ui.Style("")
	if on {
		base = p.theme.Selected
	}
	l := ui.NewLine(p.width, base)
	if on {
		l.Put(p.theme.Accent, "▌")
	} else {
		l.Gap(1)
	}
	l.Cell("", name, 18).Gap(1)
	if on && p.typing {
		value = p.typed.Text() + "_"
	}
	l.Number(p.theme.Strong, value, min(16, l.Room()))
	return l.End()
}

func (p *Pane) schedule(out []string) []string {
	v, cur := p.voice, p.facts.Currency
	out = append(out, ui.Spaces(p.width))
	if p.err != nil {
		return out
	}
	for i, in := range p.built.Instalments {
		l := ui.NewLine(p.width, "").Gap(1)
		name := strconv.Itoa(i + 1 - p.downLines())
		if i < p.downLines() {
			name = v.T(wording.LabelDownShort)
		}
		l.Number(p.theme.Dim, name, 8).Gap(2).Cell("", v.ScheduleDay(in.Due), 14).Number("", v.Exact(in.Amount(), cur), 15)
		if in.Interest > 0 {
			l.Put(p.theme.Dim, "  "+v.T(wording.LabelInterest)+" "+v.Exact(in.Interest, cur))
		}
		out = append(out, l.End())
	}
	if len(p.built.Instalments) > 1 {
		l := ui.NewLine(p.width, "").Gap(1)
		l.Number(p.theme.Dim, v.T(wording.LabelTotal), 8).Gap(2+14).Number(p.theme.Strong, v.Exact(p.built.Total(), cur), 15)
		out = append(out, l.End())
	}
	return append(out, ui.Spaces(p.width))
}

// existing lists the client's plans with their instalments.
func (p *Pane) existing(out []string) []string {
	if p.file == nil || p.filed != p.client {
		return out
	}
	for i := range p.file.Plans {
		switch r := &p.file.Plans[i]; {
		case p.edits(r):
			continue
		case !over(r):
			p.heads = append(p.heads, len(out))
			out = p.one(out, r, len(p.heads)-1 == p.saved && p.focused && !p.open)
		default:
			out = p.one(out, r, false)
		}
	}
	return out
}

func (p *Pane) one(out []string, r *desk.PlanRow, on bool) []string {
	v, cur := p.voice, r.Plan.Currency
	st, base, mark := p.theme.Strong, ui.Style(""), " "
	if over(r) {
		st = p.theme.Dim
	}
	if on {
		base, mark = p.theme.Selected, "▌"
	}
	state := min(int(r.Standing.State), len(wording.LabelPlanStates)-1)
	l := ui.NewLine(p.width, base).Put(p.theme.Accent, mark).Put(st, v.Sum(r.Plan.Total(), cur)+" · "+v.T(wording.LabelPlanStates[state]))
	l.Put(p.theme.Dim, " · "+v.Day(r.MadeOn))
	if r.Standing.NotSigned {
		l.Put(p.theme.Alert, " ! "+v.T(wording.LabelNotSigned))
	}
	out = append(out, l.End())
	if over(r) {
		return out
	}
	for i, in := range r.Plan.Instalments {
		l := ui.NewLine(p.width, "").Gap(1)
		l.Number(p.theme.Dim, strconv.Itoa(i+1), 4).Gap(2).Cell("", v.ScheduleDay(in.Due), 14).Number("", v.Exact(in.Amount(), cur), 15).Gap(2)
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
	return append(out, ui.Spaces(p.width))
}
