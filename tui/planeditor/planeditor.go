// Package planeditor is the third pane: an instalment plan drawn up while the
// debtor is on the telephone, its schedule shown at every change.
package planeditor

import (
	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/tui/msg"
	"relance/tui/say"
	"relance/tui/ui"
)

// Pane edits one proposal and lists the client's plans. A proposal under way is
// kept while other clients are looked at.
type Pane struct {
	voice say.Voice
	theme ui.Theme
	days  func(text string, facts act.Facts) (calendar.Date, bool)
	begin string // the characters other than digits that begin a date

	client msg.Client
	file   *desk.File
	filed  msg.Client // whose file it is
	saved  int        // the saved plan that the cursor stands on, among those that live
	proposal
	open bool // the proposal is being edited
	kept map[msg.Client]proposal

	typed   ui.Input
	typing  bool
	before  terms        // as they were before the field was written
	was     journal.Plan // what they made
	wasErr  error
	bad     string // why what is written does not do
	focused bool
	top     int
	width   int
	height  int
	lines   []string // nil = to be drawn
	heads   []int    // lines of the saved plans that live
}

// proposal is a plan being drawn up.
type proposal struct {
	facts    act.Facts
	base     act.Plan // the command that is being filled: contact, items
	terms    terms
	built    journal.Plan
	err      error
	field    int
	proposed bool // a saved plan that was proposed already
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

// New gives an empty editor. Days reads a day to come as the entry line does;
// begin holds the characters, digits apart, that begin one.
func New(voice say.Voice, theme ui.Theme, days func(string, act.Facts) (calendar.Date, bool), begin string) *Pane {
	return &Pane{voice: voice, theme: theme, days: days, begin: begin, kept: map[msg.Client]proposal{}}
}

// SetVoice changes language or day.
func (p *Pane) SetVoice(v say.Voice) { p.voice, p.lines = v, nil }

// SetClient turns to a client. A proposal under way for another one is kept, with
// what was written in a field if it can be read, and comes back with its client;
// nothing of it was recorded.
func (p *Pane) SetClient(c msg.Client) {
	if c == p.client {
		return
	}
	if p.open {
		p.endTyping()
		p.kept[p.client] = p.proposal
	}
	p.client, p.lines, p.top, p.saved = c, nil, 0, 0
	p.proposal, p.open = p.kept[c]
	delete(p.kept, c)
}

// SetFile shows the plans of a client.
func (p *Pane) SetFile(c msg.Client, f *desk.File) {
	p.SetClient(c)
	p.file, p.filed, p.lines = f, c, nil
	p.saved = max(min(p.saved, len(p.live())-1), 0)
}

// Open starts a proposal from what the entry line says, or from the defaults.
func (p *Pane) Open(base act.Plan, t entry.PlanTerms, facts act.Facts) {
	p.proposal = proposal{base: base, facts: facts, terms: termsOf(t), field: fieldCount}
	p.open, p.typing, p.bad, p.top = true, false, "", 0
	p.build()
}

// Editing reports whether a proposal is under way.
func (p *Pane) Editing() bool { return p.open }

// Drop leaves the proposal.
func (p *Pane) Drop() {
	p.proposal, p.open, p.typing, p.bad, p.lines = proposal{}, false, false, "", nil
}

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

// step changes the current field by one notch.
func (p *Pane) step(d int) {
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
