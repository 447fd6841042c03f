package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/priority"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/planeditor"
	"relance/tui/ui"
)

// lineKind is what the line at the foot of the screen is used for.
type lineKind uint8

const (
	lineIdle   lineKind = iota
	lineAct             // the entry line: an act in the collector's grammar
	lineAsk             // one value is asked for
	lineYesNo           // one key is asked for
	lineFilter          // words that narrow the sheet above
)

// lineState is the line and what it says.
type lineState struct {
	kind     lineKind
	in       ui.Input
	label    string // of a question
	pasted   bool   // something was pasted: only Enter acts
	tall     int    // lines that the foot has had since the line was opened
	path     bool   // of a file: Tab completes it
	ticking  bool   // the focus is on the items, the line waits
	from     pane   // where the focus was before
	facts    act.Facts
	stale    bool // facts are to be read anew
	reading  entry.Reading
	sentence string
	question bool
	take     func(text string) (tea.Cmd, string)       // what Enter does with a value; a text = why not
	live     func(text string) (said string, bad bool) // what is said while a value is written
}

func (l *lineState) open() bool { return l.kind != lineIdle }

// closeLine leaves the line; nothing of it is recorded.
func (m *Model) closeLine() {
	m.line = lineState{}
	m.frame.dirty = true
}

// mayAct reports whether acts can be recorded now, and says why not.
func (m *Model) mayAct() bool {
	switch {
	case m.past != 0:
		m.warn(m.readOnly())
	case m.current.Key.IsZero():
		m.warn(m.t(wording.DeskNoClient))
	default:
		return true
	}
	return false
}

// readOnly says that nothing is recorded on a past day, and what Esc does there.
func (m *Model) readOnly() string {
	switch home := m.opt.Desk.View().AsOf; {
	case home == 0:
		return m.t(wording.DeskPastReadOnly)
	case home == m.past:
		return m.t(wording.DeskOpenedReadOnly)
	}
	return m.t(wording.DeskBackReadOnly)
}

// startText opens the entry line with a text, as if it had been typed.
func (m *Model) startText(text string) tea.Cmd {
	if !m.mayAct() {
		return nil
	}
	m.line = lineState{kind: lineAct, stale: true}
	m.line.in.Set(text)
	m.changed()
	return m.immediate()
}

// ask opens the line for one value.
func (m *Model) ask(label, value string, take func(string) (tea.Cmd, string), live func(string) (string, bool)) {
	m.line = lineState{kind: lineAsk, label: label, take: take, live: live}
	m.line.in.Set(value)
	m.changed()
}

// askYes asks a question that y or o accepts and any other key refuses.
func (m *Model) askYes(question string, yes func() tea.Cmd) {
	m.line = lineState{kind: lineYesNo, label: question, take: func(string) (tea.Cmd, string) { return yes(), "" }}
}

// selection is what the client file adds to the facts.
func (m *Model) selection() desk.Selection {
	if m.file.client != m.current {
		return desk.Selection{}
	}
	sel := m.card.Selection()
	if m.focus == panePlan {
		sel.Target = m.plan.Target()
	}
	return sel
}

// changed reads the line anew.
func (m *Model) changed() {
	l := &m.line
	switch l.kind {
	case lineAct:
		if l.stale {
			l.facts = m.opt.Reader.Facts(m.view, m.current.Key, m.current.Currency, m.selection())
			l.stale = false
		}
		l.reading = m.grammar.Read(l.in.Text(), l.facts)
		l.sentence, l.question = m.voice.Reading(m.drafted(l.reading, l.facts), l.facts)
		if over := m.callsOfDay(l.reading); over != "" && !l.question {
			l.sentence += " · " + over
		}
	case lineAsk:
		if l.live != nil {
			l.sentence, l.question = l.live(l.in.Text())
		}
	case lineFilter:
		if m.sheet != nil && m.sheet.filter != nil {
			m.sheet.filter(l.in.Text())
		}
	}
	m.frame.dirty = true
}

// callsOfDay says that a call goes beyond the day's cap. It does not hold the
// call back; one that was agreed is exempt.
func (m *Model) callsOfDay(r entry.Reading) string {
	switch r.Act {
	case entry.Call, entry.Promise, entry.Plan, entry.Dispute, entry.Callback:
	default:
		return ""
	}
	if !r.Ready() || r.Channel != journal.CalledOut || m.row != nil && m.row.Class == priority.Callback {
		return ""
	}
	n, most := m.opt.Reader.Calls(m.view, m.current.Key)
	if most == 0 || n < most {
		return ""
	}
	return wording.DeskCallsOfDay.Fill(m.opt.Lang, n+1, most)
}

// drafted gives a reading with the schedule of its plan drawn up, for the
// sentence.
func (m *Model) drafted(r entry.Reading, facts act.Facts) entry.Reading {
	if cmd, ok := r.Command.(act.Plan); ok && !r.Question.Open() {
		if full, err := planeditor.Draft(cmd, r.Terms, facts); err == nil {
			r.Command = full
		}
	}
	return r
}

// immediate acts on a line that no further key could change, unless it was
// pasted.
func (m *Model) immediate() tea.Cmd {
	if l := &m.line; l.kind != lineAct || !l.reading.Immediate || !l.reading.Ready() || l.pasted {
		return nil
	}
	return m.take()
}

// lineKey handles a key while a line is open.
func (m *Model) lineKey(k tea.KeyPressMsg, name string) tea.Cmd {
	l := &m.line
	if l.kind == lineYesNo {
		return m.answer(name)
	}
	if l.ticking {
		return m.tickKey(k, name)
	}
	switch in := m.keymap.Find(name, keys.Line); in {
	case keys.Accept:
		return m.take()
	case keys.Back:
		if l.kind == lineFilter {
			m.sheet = nil
		}
		m.closeLine()
		return nil
	case keys.ToItems:
		if l.kind == lineAct && m.card.File() != nil {
			l.ticking, l.from = true, m.focus
			m.setFocus(paneFile)
		}
		if l.path {
			return m.complete()
		}
		return nil
	case keys.Down, keys.Up, keys.PageDown, keys.PageUp:
		if l.kind == lineFilter {
			return m.sheetIntent(in)
		}
		return nil
	}
	if !l.in.Edit(name) {
		if k.Text == "" || k.Mod&(tea.ModCtrl|tea.ModAlt) != 0 {
			return nil
		}
		l.in.Insert(k.Text)
	}
	if l.in.Empty() {
		l.pasted = false
	}
	m.changed()
	return m.immediate()
}

func (m *Model) answer(name string) tea.Cmd {
	yes := m.line.take
	m.closeLine()
	if m.keymap.Find(name, keys.Sheet) == keys.Yes {
		cmd, _ := yes("")
		return cmd
	}
	m.say(m.t(wording.DeskNotDone))
	return nil
}

// tickKey handles a key while items are chosen for the line.
func (m *Model) tickKey(k tea.KeyPressMsg, name string) tea.Cmd {
	in := m.keymap.Find(name, keys.Ticks)
	switch in {
	case keys.Accept:
		return m.take()
	case keys.Back:
		m.endTicking()
		return nil
	case keys.None:
		m.endTicking() // the person writes on
		return m.lineKey(k, name)
	}
	if _, ok := m.card.HandleIntent(in); ok {
		m.line.stale = true
		m.changed()
	}
	return nil
}

func (m *Model) endTicking() {
	if m.line.ticking {
		m.line.ticking = false
		m.setFocus(m.line.from)
	}
}

// take does what Enter does on the line.
func (m *Model) take() tea.Cmd {
	l := &m.line
	switch l.kind {
	case lineAct:
		return m.takeAct()
	case lineAsk:
		take := l.take
		text := l.in.Text()
		cmd, refused := take(text)
		if refused != "" {
			l.sentence, l.question = refused, true
			return nil
		}
		if m.line.kind == lineAsk && cmd == nil && !m.busy {
			m.closeLine()
		}
		return cmd
	case lineFilter:
		return m.sheetIntent(keys.Accept)
	}
	return nil
}

// takeAct records what the entry line says, or opens what it asks for.
func (m *Model) takeAct() tea.Cmd {
	l := &m.line
	r := l.reading
	if l.in.Empty() {
		m.closeLine()
		return m.next()
	}
	if !r.Ready() {
		if !l.question {
			l.sentence, l.question = m.t(wording.DeskNotUnderstood), true
		}
		return nil
	}
	switch r.Act {
	case entry.Why, entry.Confirm, entry.Undo:
		m.closeLine()
		if r.Redo {
			return m.redo()
		}
		return m.start(r.Act, "")
	case entry.Plan:
		if cmd, ok := r.Command.(act.Plan); ok {
			facts := l.facts
			cmd.LogCall = cmd.LogCall && (m.worked.client != m.current || !m.worked.offered)
			bare := strings.TrimSpace(l.in.Text()) == m.letter[entry.Plan]
			m.closeLine()
			if bare && m.resumePlan() {
				m.setFocus(panePlan)
				return nil
			}
			m.plan.Open(cmd, r.Terms, facts)
			m.setFocus(panePlan)
			return nil
		}
	}
	d := doing{
		fromLine: true, sentence: l.sentence, advance: r.NextClient, offerPlan: r.OfferPlan,
		mayAdvance: endsCall(r.Act),
	}
	m.endTicking()
	return m.do(r.Command, d)
}

// endsCall reports whether the collector is done with a client after the act,
// when nothing is left to collect.
func endsCall(a entry.Act) bool {
	switch a {
	case entry.Call, entry.Promise, entry.Plan, entry.Dispute, entry.Callback, entry.Status:
		return true
	}
	return false
}
