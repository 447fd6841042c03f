// Package worklist is the first pane: whom to call next and why. Its cursor is
// the current client of the whole screen.
package worklist

import (
	"strconv"

	"relance/domain/desk"
	"relance/domain/money"
	"relance/domain/priority"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
	"relance/tui/say"
	"relance/tui/ui"
)

// Pane is the worklist. Rows that are held back stand below the list.
type Pane struct {
	voice   say.Voice
	theme   ui.Theme
	lines   []line
	list    ui.List
	width   int
	height  int
	widths  []int // of the columns
	figure  int   // cells of the widest amount
	foreign bool  // some amount is not in the first row's currency
	away    bool  // the current client is not on the list: the cursor is not shown
}

// line is a row of the list, or the heading of a class when row is nil.
type line struct {
	row   *desk.Row
	class priority.Class
	count int
}

// New gives an empty list.
func New(voice say.Voice, theme ui.Theme) *Pane {
	p := &Pane{voice: voice, theme: theme}
	p.list.SetSkip(func(i int) bool { return p.lines[i].row == nil })
	return p
}

// SetVoice changes language or day.
func (p *Pane) SetVoice(v say.Voice) {
	p.voice = v
	p.list.Reset(len(p.lines))
}

// SetView shows another view; the cursor goes to keep when it is there and
// stays at its height otherwise.
func (p *Pane) SetView(v *desk.View, keep msg.Client) {
	p.lines = p.lines[:0]
	p.add(v.Worklist, func(r *desk.Row) priority.Class { return r.Class })
	p.add(v.Held, func(*desk.Row) priority.Class { return priority.Off })
	p.measure()
	p.list.Reset(len(p.lines))
	p.Select(keep)
}

func (p *Pane) add(rows []*desk.Row, class func(*desk.Row) priority.Class) {
	head := -1
	for _, r := range rows {
		c := min(class(r), priority.Off)
		if head < 0 || p.lines[head].class != c {
			head = len(p.lines)
			p.lines = append(p.lines, line{class: c})
		}
		p.lines[head].count++
		p.lines = append(p.lines, line{row: r, class: c})
	}
}

// measure finds how wide the amounts are.
func (p *Pane) measure() {
	var top int64
	var first money.Currency
	p.foreign = false
	for _, l := range p.lines {
		if l.row == nil {
			continue
		}
		if first == (money.Currency{}) {
			first = l.row.Currency
		}
		p.foreign = p.foreign || l.row.Currency != first
		top = max(top, l.row.Overdue, -l.row.Overdue)
	}
	p.figure = max(ui.Width(p.voice.Whole(top, money.EUR)), ui.Width(p.voice.T(wording.LabelAmount)))
	p.columns()
}

const (
	marks = 3 // cursor, action, space
	gap   = 2
)

// The columns.
const (
	colName = iota
	colAmount
	colCurrency
	colLate
	colWhy
)

func (p *Pane) columns() {
	currency := 0
	if p.foreign {
		currency = 3
	}
	p.widths = ui.Columns(p.width-marks-1, gap, []ui.Column{
		{Min: 14, Want: 19, Grow: 3},
		{Min: p.figure, Want: p.figure},
		{Min: currency, Want: currency},
		{Min: 6, Want: 6, Drop: 2},
		{Min: 12, Want: 26, Grow: 2, Drop: 1},
	})
}

// Resize gives the pane its box.
func (p *Pane) Resize(w, h int) {
	p.height = h
	if w != p.width {
		p.width = w
		p.columns()
	}
	p.list.Resize(w, max(h-1, 0))
}

// Focus tells whether the pane has the focus.
func (p *Pane) Focus(on bool) { p.list.Focus(on) }

// Title is the pane's name.
func (p *Pane) Title() string { return p.voice.T(wording.LabelWorklist) }

// Current is the row under the cursor.
func (p *Pane) Current() (*desk.Row, bool) {
	i := p.list.Cursor()
	if p.away || i >= len(p.lines) || p.lines[i].row == nil {
		return nil, false
	}
	return p.lines[i].row, true
}

// Select puts the cursor on a client, in any currency when the currency is zero.
func (p *Pane) Select(c msg.Client) bool {
	i := p.find(c)
	if away := i < 0 && !c.Key.IsZero(); away != p.away {
		p.away = away
		p.list.Touch(p.list.Cursor())
	}
	if i < 0 {
		return false
	}
	p.list.Set(i)
	return true
}

func (p *Pane) find(c msg.Client) int {
	for i := range p.lines {
		if r := p.lines[i].row; r != nil && r.Client == c.Key && (r.Currency == c.Currency || c.Currency == (money.Currency{})) {
			return i
		}
	}
	return -1
}

// Top is the first line in sight, and Restore puts it back where that keeps the
// cursor in sight.
func (p *Pane) Top() int { return p.list.Top() }

// CursorLine is the line of the pane on which the cursor stands.
func (p *Pane) CursorLine() int { return p.list.Cursor() - p.list.Top() + 1 }

// Restore scrolls back to a Top of before.
func (p *Pane) Restore(top int) { p.list.ScrollTo(top) }

// Following lists the clients below c on today's list, then those above it:
// where to go after c. A client that is not on the list is followed by the
// first.
func (p *Pane) Following(c msg.Client) []msg.Client {
	at := p.find(c)
	var below, above []msg.Client
	for i := range p.lines {
		r := p.lines[i].row
		if r == nil || i == at || p.lines[i].class == priority.Off {
			continue
		}
		next := msg.Client{Key: r.Client, Currency: r.Currency}
		if i > at {
			below = append(below, next)
		} else {
			above = append(above, next)
		}
		if len(below) >= 64 {
			break
		}
	}
	return append(below, above...)
}

// HandleIntent moves the cursor.
func (p *Pane) HandleIntent(in keys.Intent) (msg.Request, bool) {
	moved := p.away
	if p.away {
		p.away = false
		p.list.Touch(p.list.Cursor())
	}
	switch in {
	case keys.Down:
		moved = p.list.Move(1) || moved
	case keys.Up:
		moved = p.list.Move(-1) || moved
	case keys.PageDown:
		moved = p.list.Page(1) || moved
	case keys.PageUp:
		moved = p.list.Page(-1) || moved
	case keys.First:
		moved = p.list.Home() || moved
	case keys.Last:
		moved = p.list.End() || moved
	default:
		return nil, false
	}
	if moved {
		return msg.Moved{}, true
	}
	return nil, true
}

// Click puts the cursor on the pane's line y.
func (p *Pane) Click(y int) (msg.Request, bool) {
	i := p.list.Top() + y - 1
	if y < 1 || i >= len(p.lines) || p.lines[i].row == nil {
		return nil, false
	}
	p.away = false
	p.list.Set(i)
	return msg.Moved{}, true
}

// Draw appends the pane's lines to dst.
func (p *Pane) Draw(dst []string) []string {
	if p.height <= 0 {
		return dst
	}
	return p.list.Draw(append(dst, p.head()), p.render)
}

func (p *Pane) head() string {
	l := ui.NewLine(p.width, "")
	l.Gap(marks)
	t := p.voice.T
	p.cells(l, p.theme.Dim, p.theme.Dim, t(wording.LabelClient), t(wording.LabelAmount), "", t(wording.LabelLate), t(wording.LabelWhy))
	return l.End()
}

// cells writes the columns of one line.
func (p *Pane) cells(l *ui.Line, st, why ui.Style, name, amount, currency, late, reason string) {
	w := p.widths
	l.Cell(st, name, w[colName])
	number := func(s string, n int) {
		if n > 0 {
			l.Gap(gap).Number(st, s, n)
		}
	}
	number(amount, w[colAmount])
	number(currency, w[colCurrency])
	number(late, w[colLate])
	if w[colWhy] > 0 {
		l.Gap(gap).Cell(why, reason, w[colWhy])
	}
}

func (p *Pane) render(i int, on bool) string {
	ln := p.lines[i]
	if ln.row == nil {
		return p.heading(ln)
	}
	r := ln.row
	base, mark := ui.Style(""), " "
	on = on && !p.away
	if on {
		mark = "▌"
		if p.list.Focused() {
			base = p.theme.Selected
		}
	}
	l := ui.NewLine(p.width, base)
	l.Put(p.theme.Accent, mark)
	st := p.theme.Plain
	switch {
	case ln.class == priority.Off:
		st = p.theme.Dim
		l.Put(st, "·")
	case ln.class < priority.Gain:
		l.Put(p.theme.Alert, "!")
	case r.Contacted:
		l.Put(st, "✓")
	default:
		l.Gap(1)
	}
	l.Gap(1)
	if on && st == "" {
		st = p.theme.Strong
	}
	p.cells(l, st, p.whyStyle(ln), ui.Clean(r.Name), p.voice.Whole(r.Overdue, r.Currency), p.code(r), p.voice.Late(r.DaysLate), p.reason(r))
	return l.End()
}

func (p *Pane) whyStyle(ln line) ui.Style {
	if ln.class == priority.Off {
		return p.theme.Dim
	}
	return p.theme.Plain
}

func (p *Pane) code(r *desk.Row) string {
	if p.foreign {
		return r.Currency.String()
	}
	return ""
}

func (p *Pane) reason(r *desk.Row) string {
	if len(r.Reasons) == 0 {
		return ""
	}
	first, w := r.Reasons[0], p.widths[colWhy]
	if first.Code == priority.OldDebt && p.widths[colLate] > 0 && r.Score > 0 {
		// The age stands beside it on every row: what tells the rows apart is
		// the gain by which they are ordered.
		gain := p.voice.Sum(r.Score, r.Currency)
		for _, t := range []wording.Text{wording.LabelOldGain, wording.LabelGain} {
			if s := t.Fill(p.voice.Lang, gain); ui.Width(s) <= w {
				return s
			}
		}
	}
	return p.voice.ReasonIn(first, r.Currency, w)
}

func (p *Pane) heading(ln line) string {
	l := ui.NewLine(p.width, "")
	l.Gap(1).Put(p.theme.Dim, p.voice.T(wording.LabelClasses[ln.class])+" · "+strconv.Itoa(ln.count))
	return l.End()
}
