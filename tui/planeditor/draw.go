package planeditor

import (
	"slices"

	"relance/domain/entry"
	"relance/domain/wording"
	"relance/tui/ui"
)

// From sideWidth cells on the form stands beside the schedule; from pairWidth on
// the fields stand two by two.
const (
	sideWidth = 76
	pairWidth = 56
	formWidth = 32
	sideRoomy = 88 // from here on the form grows too
)

// least is how many lines of the schedule are kept in sight under the form.
const least = 5

// Draw appends the pane's lines to dst.
func (p *Pane) Draw(dst []string) []string {
	if p.lines == nil {
		p.lines = p.layout()
	}
	return append(dst, p.lines...)
}

// layout draws the pane: as many lines as it is high.
func (p *Pane) layout() []string {
	var out []string
	switch {
	case p.height <= 0:
		return []string{}
	case !p.open:
		out = p.quiet()
	case p.width >= sideWidth:
		out = p.beside()
	default:
		out = p.stacked()
	}
	p.reveal = false
	for len(out) < p.height {
		out = append(out, ui.Spaces(p.width))
	}
	return out[:p.height]
}

// quiet lists the saved plans while nothing is being drawn up.
func (p *Pane) quiet() []string {
	out := p.existing(nil, p.width)
	if len(out) == 0 {
		for _, line := range ui.Wrap(p.voice.How(wording.LabelPlanHow, entry.Plan), max(p.width-2, 1), 0) {
			out = append(out, ui.NewLine(p.width, "").Gap(1).Put(p.theme.Dim, line).End())
		}
		return out
	}
	p.top = max(min(p.top, len(out)-p.height), 0)
	return p.cut(out[p.top:], p.width, p.height)
}

// cut gives at most h lines, the last of them saying how many are below it.
func (p *Pane) cut(lines []string, w, h int) []string {
	if len(lines) <= h || h < 2 {
		return lines[:min(len(lines), max(h, 0))]
	}
	mark := wording.EditorBelow.Fill(p.voice.Lang, len(lines)-h+1)
	return append(slices.Clone(lines[:h-1]), ui.NewLine(w, "").Gap(1).Put(p.theme.Accent, mark).End())
}

// box is a run of lines of which only some may be in sight.
type box struct {
	lines  []string
	cursor int // line to be kept in sight, -1 = none
}

// sight gives at most h lines of a box, from top on, with its cursor among them
// and a mark where there are more below.
func (p *Pane) sight(b box, w, top, h int) ([]string, int) {
	if len(b.lines) <= h {
		return b.lines, 0
	}
	if b.cursor >= 0 {
		seen := h
		if h > 2 && b.cursor < len(b.lines)-1 {
			seen--
		}
		top = max(min(top, b.cursor), b.cursor-seen+1)
	}
	top = max(min(top, len(b.lines)-h), 0)
	if h <= 2 {
		return b.lines[top : top+h], top
	}
	return p.cut(b.lines[top:], w, h), top
}

// fewFields is how many lines of fields stay in sight beside a comparison.
const fewFields = 3

// compared is how many lines a comparison takes.
func (p *Pane) compared() int {
	if p.other == nil {
		return 0
	}
	return 1 + len(wording.EditorCompare)
}

// stacked puts the form above the schedule.
func (p *Pane) stacked() []string {
	w, h := p.width, p.height
	head := p.head(w)
	form := p.form(w)
	aside := p.aside(w)
	if p.at == inItems {
		rows := min(p.itemRows(), max(h-len(head)-2*least, least))
		out := append(p.items(head, w, len(head)+rows), ui.Spaces(w))
		return p.schedule(out, w, h-len(out))
	}
	room := h - len(head) - least
	inForm := room // lines for the fields
	switch {
	case p.at == inLines && len(form.lines)+len(aside) > room-min(p.cur.sheet.Len(), 2*least):
		form = box{cursor: -1}
		aside = p.cut(aside, w, max(room-least, p.compared()))
	case p.other != nil:
		inForm = max(room-len(aside), fewFields)
		aside = p.cut(aside, w, max(room-inForm, p.compared()))
	case len(form.lines) >= room:
		aside = nil
	default:
		aside = p.cut(aside, w, room-len(form.lines))
	}
	var lines []string
	lines, p.top = p.sight(form, w, p.top, max(min(inForm, len(form.lines)), 1))
	out := append(append(head, lines...), aside...)
	out = p.schedule(out, w, h-len(out))
	if len(out) < h-2 {
		out = p.existing(append(out, ui.Spaces(w)), w)
	}
	return out
}

// beside puts the form to the left of the schedule.
func (p *Pane) beside() []string {
	left := formWidth + max((p.width-sideRoomy)/3, 0)
	right := p.width - left - 1
	head := p.head(p.width)
	h := max(p.height-len(head), 1)
	form, aside := p.form(left), p.aside(left)
	kept := min(len(aside), 3)
	if p.other != nil {
		kept = min(len(aside), max(h-fewFields, p.compared()))
	}
	col, top := p.sight(form, left, p.top, max(h-kept, 1))
	p.top = top
	col = append(slices.Clip(col), p.cut(aside, left, h-len(col))...)
	if len(col) < h-2 {
		col = p.existing(append(col, ui.Spaces(left)), left)
	}
	var lines []string
	if p.at == inItems {
		lines = p.items(nil, right, h)
	} else {
		lines = p.schedule(nil, right, h)
	}
	out := append(make([]string, 0, p.height), head...)
	bar := p.theme.Frame.Paint("│")
	for i := range h {
		out = append(out, lineAt(col, i, left)+bar+lineAt(lines, i, right))
	}
	return out
}

// lineAt is a line of a block that is w wide, blank below its last.
func lineAt(lines []string, i, w int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ui.Spaces(w)
}

// head says over what the plan is, and what keeps it from being saved.
func (p *Pane) head(w int) []string {
	v, cur := p.voice, p.facts.Currency
	n := len(p.cur.debts)
	var sum int64
	for i := range p.cur.debts {
		sum += p.cur.debts[i].Amount
	}
	l := ui.NewLine(w, "").Gap(1).Put(p.theme.Strong, v.Exact(sum, cur)).
		Put(p.theme.Dim, " "+v.T(wording.LabelOver)+" "+v.Count(n, wording.LabelInvoiceOne, wording.LabelInvoiceMany))
	if p.other != nil {
		l.PutIf(p.theme.Accent, "  B")
	}
	out := []string{l.End()}
	if !p.replaced.IsZero() {
		out = append(out, ui.NewLine(w, "").Gap(1).Put(p.theme.Dim, wording.EditorRenewing.Fill(v.Lang, v.Day(p.replaced))).End())
	}
	switch m := p.cur.missing(); {
	case p.bad != "":
		out = p.alert(out, w, p.bad, 2)
	case m != nil:
		out = p.alert(out, w, wording.MissingRate(v.Lang, m, v.Today), 2)
		for _, line := range ui.Wrap(v.T(wording.EditorNoRateKeys), w-4, 2) {
			out = append(out, ui.NewLine(w, "").Gap(3).Put(p.theme.Accent, line).End())
		}
	case p.cur.fault() != nil:
		out = p.alert(out, w, p.words(p.cur.fault()), 2)
	}
	return out
}

// alert adds a text that needs action, on at most so many lines.
func (p *Pane) alert(out []string, w int, text string, most int) []string {
	for i, line := range ui.Wrap(text, w-4, most) {
		mark := "! "
		if i > 0 {
			mark = "  "
		}
		out = append(out, ui.NewLine(w, "").Gap(1).Put(p.theme.Alert, mark+line).End())
	}
	return out
}

// form draws the fields.
func (p *Pane) form(w int) box {
	b := box{cursor: -1}
	n := p.shown()
	if w < pairWidth || w >= sideWidth {
		for i := range n {
			if i == p.field && p.at == inForm {
				b.cursor = len(b.lines)
			}
			b.lines = append(b.lines, p.fieldLine(i, w))
		}
	} else {
		half := (w - 1) / 2
		for _, group := range [][2]int{{0, usual}, {usual, n}} {
			rows := (group[1] - group[0] + 1) / 2
			for r := range rows {
				i, k := group[0]+r, group[0]+r+rows
				if (i == p.field || k == p.field) && p.at == inForm {
					b.cursor = len(b.lines)
				}
				line := p.fieldLine(i, half) + " "
				if k < group[1] {
					line += p.fieldLine(k, w-half-1)
				} else {
					line += ui.Spaces(w - half - 1)
				}
				b.lines = append(b.lines, line)
			}
		}
	}
	if !p.more {
		b.lines = append(b.lines, p.moreLine(w))
	}
	return b
}

// nameWidth is how wide the name of a field is; valueWidth its value.
const (
	nameWidth  = 14
	valueWidth = 15
)

func (p *Pane) fieldLine(i, w int) string {
	on := i == p.field && p.focused && p.at == inForm
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
	l.Cell("", p.voice.T(wording.EditorFields[i]), nameWidth)
	mark, st := " ", p.theme.Plain
	if p.drives(i) {
		mark, st = "•", p.theme.Strong
	}
	l.Put(st, mark)
	value := p.value(i)
	if on && p.typing {
		value, st = p.typed.Text()+"_", p.theme.Strong
	}
	width := min(max(valueWidth, ui.Width(value)), l.Room())
	if on && p.typing && ui.Width(value) > width {
		value, _ = p.typed.View(width - 1)
		value += "_"
	}
	return l.Number(st, value, width).End()
}

// moreLine names the fields that are hidden, with those that say something.
func (p *Pane) moreLine(w int) string {
	l := ui.NewLine(w, "").Gap(1).Put(p.theme.Accent, "m").Put(p.theme.Dim, " "+p.voice.T(wording.EditorMore))
	sep := p.voice.T(wording.LabelColon)
	for i := usual; i < fields; i++ {
		if p.unusual(i) && l.PutIf("", sep+p.voice.T(wording.EditorFields[i])+" "+p.value(i)) {
			sep = " · "
		}
	}
	return l.End()
}
