// Package planeditor is the third pane: an instalment plan drawn up while the
// debtor is on the telephone, its schedule shown at every change.
package planeditor

import (
	"errors"

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

// Outside is what the pane asks of the screen around it.
type Outside struct {
	// Days reads a day to come as the entry line does; Begin holds the
	// characters, digits apart, that begin one, EndOfMonth the word for the last
	// day of a month.
	Days       func(text string, facts act.Facts) (calendar.Date, bool)
	Begin      string
	EndOfMonth string
	// Charger tells what late payment of a client's documents costs; nil where
	// nobody knows.
	Charger func(c msg.Client, parts []journal.Part, provisional bool) plan.Charger
	// InsurerDays is how long after a due date the insurer lets terms run.
	InsurerDays int
}

// Pane edits one proposal and lists the client's plans. A proposal under way is
// kept while other clients are looked at.
type Pane struct {
	voice say.Voice
	theme ui.Theme
	out   Outside

	client msg.Client
	file   *desk.File
	filed  msg.Client // whose file it is
	saved  int        // the saved plan that the cursor stands on, among those that live
	proposal
	open bool // the proposal is being edited
	kept map[msg.Client]proposal

	typed  ui.Input
	typing bool
	bad    string // why what is written does not do

	cur      version // on show: what is written in a field included
	plan     journal.Plan
	figures  plan.Figures
	warnings []plan.Warning
	limited  limited
	covered  []plan.Debt // in the order of payment
	order    plan.Order

	focused bool
	reveal  bool // the cursor is to be brought into sight
	top     int  // of the saved plans, and of the form where it is higher than its box
	rows    int  // first line of the schedule in sight
	width   int
	height  int
	lines   []string // nil = to be drawn
	heads   []int    // lines of the saved plans that live
}

// proposal is a plan being drawn up.
type proposal struct {
	facts      act.Facts // as they were when the debt was laid down
	latest     act.Facts // as they are now
	base       act.Plan  // the command that is being filled: contact, what it replaces
	now        version
	past, next []version // what can be taken back, and brought back
	other      *version  // draft A, while B is edited; nil = none
	at         part
	field      int
	line       int
	onDate     bool // the cursor stands on the date of the line
	item       int
	more       bool // all fields are on show
	proposed   bool // a saved plan that was proposed already
	replaced   calendar.Date
	left       bool // the editor was left: it is taken up again when it is asked for
}

// part is where in the editor the cursor stands.
type part uint8

const (
	inForm part = iota
	inLines
	inItems
)

// New gives an empty editor.
func New(voice say.Voice, theme ui.Theme, out Outside) *Pane {
	return &Pane{voice: voice, theme: theme, out: out, kept: map[msg.Client]proposal{}}
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
	p.client, p.lines, p.top, p.rows, p.saved, p.bad = c, nil, 0, 0, 0, ""
	p.proposal, p.open = proposal{}, false
	if !p.kept[c].left {
		p.takeUp()
	}
}

// takeUp goes on with what is kept for the client.
func (p *Pane) takeUp() {
	if p.proposal, p.open = p.kept[p.client]; p.open {
		p.left = false
		p.show(p.now)
	}
	delete(p.kept, p.client)
}

// Leave leaves the editor. A proposal that was changed is kept, as when another
// client is looked at, and Leave reports it; one that was not is dropped.
func (p *Pane) Leave() (kept bool) {
	if !p.open {
		return false
	}
	p.endTyping()
	if len(p.past)+len(p.next) == 0 && p.other == nil {
		p.close()
		return false
	}
	pr := p.proposal
	pr.left = true
	p.close()
	p.kept[p.client] = pr
	return true
}

// Held reports whether a proposal that was left is kept for the client.
func (p *Pane) Held() bool { return !p.open && p.kept[p.client].left }

// Resume takes up again the proposal that was left; false = there is none.
func (p *Pane) Resume() bool {
	if !p.Held() {
		return false
	}
	p.typing, p.bad, p.top, p.rows, p.lines = false, "", 0, 0, nil
	p.takeUp()
	return true
}

// Forget drops the proposal that was left; false = there is none.
func (p *Pane) Forget() bool {
	if !p.Held() {
		return false
	}
	delete(p.kept, p.client)
	p.lines = nil
	return true
}

// SetFile shows the plans of a client.
func (p *Pane) SetFile(c msg.Client, f *desk.File) {
	p.SetClient(c)
	p.file, p.filed, p.lines = f, c, nil
	p.saved = max(min(p.saved, len(p.live())-1), 0)
	if p.open {
		p.show(p.cur) // the limits come from the file
	}
}

// Open starts a proposal from what the entry line says, or from the defaults.
func (p *Pane) Open(base act.Plan, t entry.PlanTerms, facts act.Facts) {
	p.begin(proposal{base: base, facts: facts})
	debts := p.debts(base.Plan.Items)
	terms := termsOf(base, t)
	v := p.drawn(debts, terms)
	if e := (*plan.Error)(nil); errors.As(v.err, &e) && e.Code == plan.TooSmall && e.Limit > 0 && e.Limit < int64(terms.Count) {
		said := p.words(v.err)
		terms.Count = uint16(e.Limit)
		if v = p.drawn(debts, terms); v.err == nil {
			p.bad = said + ", " + p.voice.T(wording.EditorFewer)
		}
	}
	if auto := terms; v.err == nil && v.sheet.Len() > 0 && terms.First > 0 {
		auto.First = 0 // said or not, it is the same day: other terms may move it
		if a := p.drawn(debts, auto); a.err == nil && a.sheet.Len() > 0 && a.sheet.Line(a.first()).Due == v.sheet.Line(v.first()).Due {
			v = a
		}
	}
	p.start(v)
}

func (p *Pane) begin(pr proposal) {
	pr.latest = pr.facts
	p.proposal, p.open, p.typing, p.bad, p.top, p.rows = pr, true, false, "", 0, 0
}

func (p *Pane) start(v version) {
	p.now, p.past, p.next = v, nil, nil
	p.show(v)
}

// Editing reports whether a proposal is under way.
func (p *Pane) Editing() bool { return p.open }

// Drop gives up the proposal, and what was kept for the client.
func (p *Pane) Drop() {
	p.close()
	delete(p.kept, p.client)
}

func (p *Pane) close() {
	p.proposal, p.open, p.typing, p.bad, p.lines = proposal{}, false, false, "", nil
	p.cur, p.plan, p.figures, p.warnings = version{}, journal.Plan{}, plan.Figures{}, nil
}

// Draft draws up what a line of the entry line asks for, as proposed.
func Draft(base act.Plan, t entry.PlanTerms, facts act.Facts) (act.Plan, error) {
	in := plan.Input{
		Today: facts.Today, Currency: facts.Currency, Items: plan.Parts(base.Plan.Items), Order: plan.AsGiven, Zone: facts.Zone,
	}
	built, err := plan.Draw(in, termsOf(base, t))
	built.ID, built.Supersedes = base.Plan.ID, base.Plan.Supersedes
	base.State, base.Plan = act.Proposed, built
	return base, err
}

// defaultCount is how many instalments are proposed when none is said.
const defaultCount = 3

// termsOf gives the terms that a line says. The later dates count from the day
// that was asked for, not from the one that it was moved to.
func termsOf(base act.Plan, t entry.PlanTerms) journal.PlanTerms {
	if base.Plan.Terms != (journal.PlanTerms{}) {
		return base.Plan.Terms // the line was drawn up from them: the same months' ends
	}
	out := journal.PlanTerms{
		Count: count16(t.Months), First: t.First, Day: uint8(max(min(t.Day, 31), 0)), Down: t.Down.Minor,
	}
	for _, l := range base.Plan.Instalments {
		if l.Due == t.First && !l.Asked.IsZero() {
			out.First = l.Asked
		}
	}
	switch {
	case t.Monthly.Minor > 0:
		out.By, out.Amount = journal.ByAmount, t.Monthly.Minor
	case out.Count == 0:
		out.Count = defaultCount
	}
	return out
}

func count16(n int) uint16 { return uint16(max(min(n, plan.MaxInstalments), 0)) }

// Resize gives the pane its box.
func (p *Pane) Resize(w, h int) {
	if w != p.width || h != p.height {
		p.width, p.height, p.lines, p.reveal = w, h, nil, true
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
