// Package planeditor is the third pane: an instalment plan drawn up while the
// debtor is on the telephone, its schedule shown at every change.
package planeditor

import (
	"strconv"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
	"relance/tui/say"
	"relance/tui/ui"
)

// Pane edits one proposal and lists the client's plans.
type Pane struct {
	voice say.Voice
	theme ui.Theme
	file  *desk.File

	client msg.Client
	facts  act.Facts
	base   act.Plan // the command that is being filled: contact, items
	terms  terms
	built  journal.Plan
	err    error
	open   bool // a proposal is being edited

	field   int
	typed   ui.Input
	typing  bool
	focused bool
	top     int
	width   int
	height  int
	lines   []string // nil = to be drawn
}

// terms are the fields of the form.
type terms struct {
	count   int
	monthly int64
	first   calendar.Date
	day     int
	down    int64
}

// The fields, in order.
const (
	fieldCount = iota
	fieldMonthly
	fieldFirst
	fieldDay
	fieldDown
	fields
)

// New gives an empty editor.
func New(voice say.Voice, theme ui.Theme) *Pane { return &Pane{voice: voice, theme: theme} }

// SetVoice changes language or day.
func (p *Pane) SetVoice(v say.Voice) { p.voice, p.lines = v, nil }

// SetFile shows the plans of a client. A proposal under way for another client
// is dropped: nothing of it was recorded.
func (p *Pane) SetFile(c msg.Client, f *desk.File) {
	if c != p.client {
		p.open, p.typing, p.top = false, false, 0
	}
	p.client, p.file, p.lines = c, f, nil
}

// Open starts a proposal from what the entry line says, or from the defaults.
func (p *Pane) Open(base act.Plan, t entry.PlanTerms, facts act.Facts) {
	p.base, p.facts, p.open = base, facts, true
	p.field, p.typing, p.top = fieldCount, false, 0
	p.terms = termsOf(t)
	p.build()
}

// Editing reports whether a proposal is under way.
func (p *Pane) Editing() bool { return p.open }

// Drop leaves the proposal.
func (p *Pane) Drop() { p.open, p.typing, p.lines = false, false, nil }

func (p *Pane) build() {
	p.lines = nil
	built, err := draw(p.base, p.terms, p.facts)
	p.err = err
	if err == nil {
		p.built = built
	}
}

// Draft draws up what a line of the entry line asks for, as proposed.
func Draft(base act.Plan, t entry.PlanTerms, facts act.Facts) (act.Plan, error) {
	built, err := draw(base, termsOf(t), facts)
	base.State, base.Plan = act.Proposed, built
	return base, err
}

func termsOf(t entry.PlanTerms) terms {
	out := terms{count: t.Months, monthly: t.Monthly.Minor, first: t.First, day: t.Day, down: t.Down.Minor}
	if out.count == 0 && out.monthly == 0 {
		out.count = defaultCount
	}
	return out
}

// defaultCount is how many instalments are proposed when none is said.
const defaultCount = 3

func draw(base act.Plan, t terms, facts act.Facts) (journal.Plan, error) {
	opt := plan.Options{Today: facts.Today, First: t.first, Day: t.day, Down: t.down, Zone: facts.Zone}
	if t.monthly > 0 {
		opt.Monthly = t.monthly
	} else {
		opt.Count = t.count
	}
	built, err := plan.Build(base.Plan.Items, facts.Currency, opt)
	if err != nil {
		return journal.Plan{}, err
	}
	built.ID, built.Supersedes = base.Plan.ID, base.Plan.Supersedes
	return built, nil
}

// Resize gives the pane its box.
func (p *Pane) Resize(w, h int) {
	if w != p.width || h != p.height {
		p.width, p.height, p.lines = w, h, nil
	}
}

// Focus tells whether the pane has the focus.
func (p *Pane) Focus(on bool) {
	if on != p.focused {
		p.focused, p.lines = on, nil
	}
}

// Title is the pane's name.
func (p *Pane) Title() string { return p.voice.T(wording.LabelPlan) }

// Command is the plan as it stands, to be saved in that state; nil when there is
// no schedule.
func (p *Pane) Command(s act.PlanState) act.Command {
	p.settle()
	if !p.open || p.err != nil || len(p.built.Instalments) == 0 {
		return nil
	}
	cmd := p.base
	cmd.State, cmd.Plan = s, p.built
	return cmd
}

// HandleIntent moves between fields and changes them.
func (p *Pane) HandleIntent(in keys.Intent) (msg.Request, bool) {
	p.lines = nil
	if !p.open {
		return p.scroll(in)
	}
	switch in {
	case keys.Down:
		p.settle()
		p.field = min(p.field+1, fields-1)
	case keys.Up:
		p.settle()
		p.field = max(p.field-1, 0)
	case keys.First:
		p.settle()
		p.field = 0
	case keys.Last:
		p.settle()
		p.field = fields - 1
	case keys.PageDown:
		p.top += max(p.height-2, 1)
	case keys.PageUp:
		p.top = max(p.top-max(p.height-2, 1), 0)
	case keys.More:
		p.step(1)
	case keys.Less:
		p.step(-1)
	case keys.SaveDraft:
		return p.save(act.Draft), true
	case keys.SaveProposed:
		return p.save(act.Proposed), true
	case keys.SaveSigned:
		return p.save(act.Signed), true
	default:
		return nil, false
	}
	return nil, true
}

func (p *Pane) scroll(in keys.Intent) (msg.Request, bool) {
	switch in {
	case keys.Down:
		p.top++
	case keys.Up:
		p.top = max(p.top-1, 0)
	case keys.PageDown:
		p.top += max(p.height-1, 1)
	case keys.PageUp:
		p.top = max(p.top-max(p.height-1, 1), 0)
	case keys.First:
		p.top = 0
	default:
		return nil, false
	}
	return nil, true
}

func (p *Pane) save(s act.PlanState) msg.Request {
	if cmd := p.Command(s); cmd != nil {
		return msg.Do{Command: cmd}
	}
	return nil
}

// HandleText writes into the current field: digits, a comma, a slash.
func (p *Pane) HandleText(s string) bool {
	if !p.open {
		return false
	}
	d, ok := keys.Digit(s)
	switch {
	case ok:
		s = d
	case !p.typing, s != "," && s != "." && s != "/" && s != " ":
		return false
	}
	if !p.typing {
		p.typed.Clear()
		p.typing = true
	}
	p.typed.Insert(s)
	p.live()
	return true
}

// HandleEdit applies an editing key to the field being written.
func (p *Pane) HandleEdit(key string) bool {
	if !p.typing || !p.typed.Edit(key) {
		return false
	}
	p.live()
	return true
}

// settle ends the writing of a field.
func (p *Pane) settle() {
	if p.typing {
		p.typing = false
		p.lines = nil
	}
}

// live takes over what has been written so far, when it can be read.
func (p *Pane) live() {
	p.lines = nil
	s := p.typed.Text()
	cur := p.facts.Currency
	sum := func() (int64, bool) {
		if s == "" {
			return 0, true
		}
		a, err := money.Parse(s, cur)
		return a.Minor, err == nil && a.Minor >= 0
	}
	n, numErr := strconv.Atoi(s)
	switch p.field {
	case fieldCount:
		if numErr == nil && n >= 1 && n <= 60 {
			p.terms.count, p.terms.monthly = n, 0
		}
	case fieldMonthly:
		if m, ok := sum(); ok {
			p.terms.monthly = m
		}
	case fieldFirst:
		if d, ok := ReadDay(s, p.facts.Today); ok {
			p.terms.first = d
		}
	case fieldDay:
		if numErr == nil && n >= 1 && n <= 31 {
			p.terms.day, p.terms.first = n, 0
		}
	case fieldDown:
		if m, ok := sum(); ok {
			p.terms.down = m
		}
	}
	p.build()
}

// ReadDay reads a date to come: "15" the next 15th, "15/12" the next such day,
// or a full date.
func ReadDay(s string, today calendar.Date) (calendar.Date, bool) {
	if n, err := strconv.Atoi(s); err == nil && len(s) <= 2 {
		if n < 1 || n > 31 {
			return 0, false
		}
		return calendar.NextDayOfMonth(today, n), true
	}
	if d, err := calendar.ParseAny(s, calendar.UsualForms); err == nil {
		return d, d > today
	}
	for _, year := range []int{today.Year(), today.Year() + 1} {
		if d, err := calendar.ParseAny(s+"/"+strconv.Itoa(year), calendar.UsualForms); err == nil && d > today {
			return d, true
		}
	}
	return 0, false
}

// step changes the current field by one notch.
func (p *Pane) step(d int) {
	p.settle()
	t := &p.terms
	switch p.field {
	case fieldCount:
		t.count, t.monthly = min(max(len(p.built.Instalments)-p.downLines()+d, 1), 60), 0
	case fieldMonthly:
		step := 50 * p.unit()
		t.monthly = max(p.monthly()/step*step+int64(d)*step, step)
	case fieldFirst:
		t.first = max(p.first().AddDays(d), p.facts.Today+1)
	case fieldDay:
		day := t.day
		if day == 0 {
			_, _, day = p.first().YMD()
		}
		t.day, t.first = min(max(day+d, 1), 31), 0
	case fieldDown:
		t.down = max(t.down+int64(d)*100*p.unit(), 0)
	}
	p.build()
}

// unit is how many minor units make one of the currency.
func (p *Pane) unit() int64 {
	n := int64(1)
	for range p.facts.Currency.Exponent() {
		n *= 10
	}
	return n
}

func (p *Pane) downLines() int {
	if p.terms.down > 0 {
		return 1
	}
	return 0
}

func (p *Pane) first() calendar.Date {
	if n := p.downLines(); len(p.built.Instalments) > n {
		return p.built.Instalments[n].Due
	}
	return p.facts.Today + 1
}

func (p *Pane) monthly() int64 {
	if n := p.downLines(); len(p.built.Instalments) > n {
		return p.built.Instalments[n].Amount()
	}
	return 0
}
