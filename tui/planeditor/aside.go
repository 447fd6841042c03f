package planeditor

import (
	"strconv"

	"relance/domain/journal"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/tui/ui"
)

// aside says what the draft does: when it ends, what it costs, what it leaves
// open month by month, what is unusual about it, and how it compares.
func (p *Pane) aside(w int) []string {
	if len(p.plan.Instalments) == 0 {
		return nil
	}
	v, cur, f := p.voice, p.facts.Currency, &p.figures
	dim := func(out []string, text string) []string {
		for _, line := range ui.Wrap(text, w-2, 2) {
			out = append(out, ui.NewLine(w, "").Gap(1).Put(p.theme.Dim, line).End())
		}
		return out
	}
	var out []string
	if p.other != nil { // it is asked for: before all else
		out = p.comparison(out, w)
	}
	out = dim(out, wording.EditorEnd.Fill(v.Lang, v.ScheduleDay(f.End), p.length(f)))
	if f.Cost > 0 {
		out = dim(out, wording.EditorCost.Fill(v.Lang, v.Exact(f.Cost, cur), v.Exact(f.Interest, cur), v.Exact(f.Fees, cur)))
	}
	out = p.setAside(out, dim)
	out = append(out, p.exposure(w))
	for _, warn := range p.warnings {
		out = p.alert(out, w, wording.PlanWarning(v.Lang, warn, cur, v.Today), 3)
	}
	return out
}

// setAside says what is waived and what is suspended, each by itself.
func (p *Pane) setAside(out []string, dim func([]string, string) []string) []string {
	v, b := p.voice, &p.plan
	if b.ChargedTo.IsZero() {
		return out
	}
	if p.cur.sheet.Unpriced() {
		out = dim(out, v.T(wording.EditorUnpriced))
	}
	for _, set := range []struct {
		mode journal.ChargeMode
		text wording.Text
	}{{journal.ChargesWaived, wording.EditorWaived}, {journal.ChargesSuspended, wording.EditorSuspended}} {
		var sum int64
		if b.Interest == set.mode {
			sum += b.Charged
		}
		if b.Fees == set.mode {
			sum += b.ChargedFee
		}
		if sum > 0 {
			out = dim(out, set.text.Fill(v.Lang, v.Day(b.ChargedTo), v.Exact(sum, p.facts.Currency)))
		}
	}
	return out
}

// length writes how long a plan lasts.
func (p *Pane) length(f *plan.Figures) string {
	v := p.voice
	days := wording.EditorDays.Fill(v.Lang, f.Days)
	switch {
	case f.Months == 0:
		return days
	case f.Days == 0:
		return p.months(f.Months)
	}
	return p.months(f.Months) + " " + days
}

func (p *Pane) months(n int) string { return wording.EditorMonths.Fill(p.voice.Lang, n) }

// exposure draws what stays open at the end of each month.
func (p *Pane) exposure(w int) string {
	v, f := p.voice, &p.figures
	l := ui.NewLine(w, "").Gap(1)
	tail := wording.EditorAverage.Fill(v.Lang, f.AverageLife)
	l.Put(p.theme.Dim, v.T(wording.EditorExposure)+" ")
	l.Put(p.theme.Plain, ui.Spark(f.Open, p.cur.sheet.Debt(), max(min(len(f.Open), l.Room()-ui.Width(tail)-3), 0)))
	return l.Gap(min(2, l.Room())).Put(p.theme.Dim, tail).End()
}

// shortName is the least room for the words of a comparison.
const shortName = 9

// comparison sets draft A beside the present one.
func (p *Pane) comparison(out []string, w int) []string {
	v, cur := p.voice, p.facts.Currency
	c := plan.Compare(p.other.sheet.Draft(), p.plan, p.facts.Today)
	row := func(st ui.Style, words, a, b string) {
		l := ui.NewLine(w, "").Gap(1)
		each := max(min(amountWidth+1, (w-1-shortName)/2), 1)
		out = append(out, l.Cell(p.theme.Dim, words, min(max(w-1-2*each, 1), nameWidth)).Number(p.theme.Plain, a, each).Number(st, b, each).End())
	}
	row(p.theme.Accent, "", "A", "B")
	for i, pair := range [len(wording.EditorCompare)][2]string{
		{strconv.Itoa(c.A.Lines), strconv.Itoa(c.B.Lines)},
		{p.length(&c.A), p.length(&c.B)},
		{wording.ShortDay(c.A.First, 0), wording.ShortDay(c.B.First, 0)},
		{wording.ShortDay(c.A.End, 0), wording.ShortDay(c.B.End, 0)},
		{v.Exact(c.A.Highest, cur), v.Exact(c.B.Highest, cur)},
		{v.Exact(c.A.Cost, cur), v.Exact(c.B.Cost, cur)},
		{wording.EditorDays.Fill(v.Lang, c.A.AverageLife), wording.EditorDays.Fill(v.Lang, c.B.AverageLife)},
	} {
		st := p.theme.Plain
		if pair[0] != pair[1] {
			st = p.theme.Strong
		}
		row(st, v.T(wording.EditorCompare[i]), pair[0], pair[1])
	}
	return out
}

// items draws the documents, in h lines with what stands above.
func (p *Pane) items(out []string, w, h int) []string {
	v, cur := p.voice, p.facts.Currency
	out = append(out, ui.NewLine(w, "").Gap(1).Put(p.theme.Strong, v.T(wording.EditorInvoices)).End())
	b := box{cursor: p.item}
	for i, r := range p.rowsOfItems() {
		on := i == p.item && p.focused
		base := ui.Style("")
		if on {
			base = p.theme.Selected
		}
		l := ui.NewLine(w, base)
		if on {
			l.Put(p.theme.Accent, "▌")
		} else {
			l.Gap(1)
		}
		mark, st := "   ", p.theme.Dim
		if r.covered {
			mark, st = strconv.Itoa(i+1), p.theme.Plain
			mark = ui.Right(mark, 3)
		}
		l.Put(p.theme.Accent, mark).Gap(1)
		l.Cell(st, ui.Clean(r.Item.Number), max(min(14, w-1-4-9-amountWidth-1), 6)).Gap(1)
		l.Cell(st, v.Day(r.Due), 9).Number(st, v.Exact(r.Amount, cur), min(amountWidth, l.Room()))
		b.lines = append(b.lines, l.End())
	}
	lines, _ := p.sight(b, w, 0, max(h-len(out), 1))
	return append(out, lines...)
}

// itemRows is how many lines the documents take.
func (p *Pane) itemRows() int { return 1 + len(p.rowsOfItems()) }
