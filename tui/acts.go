package tui

import (
	tea "charm.land/bubbletea/v2"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/priority"
	"relance/domain/wording"
	"relance/tui/msg"
	"relance/tui/ui"
)

// doing is what happens on the screen after a command.
type doing struct {
	fromLine            bool // the entry line gave it
	sentence            string
	advance, mayAdvance bool
	offerPlan           bool
}

// do sends a command to the desk, off the event loop. Keys typed meanwhile wait.
func (m *Model) do(cmd act.Command, d doing) tea.Cmd {
	if m.past != 0 {
		m.warn(m.t(wording.DeskPastReadOnly))
		return nil
	}
	m.busy = true
	from, dsk := m.current, m.opt.Desk
	return func() tea.Msg {
		done, err := dsk.Do(cmd)
		return msg.Done{
			Command: cmd, Done: done, Err: err, From: from,
			Advance: d.advance, MayAdvance: d.mayAdvance, OfferPlan: d.offerPlan, Sentence: d.sentence, FromLine: d.fromLine,
		}
	}
}

// done shows what became of a command.
func (m *Model) done(in msg.Done) tea.Cmd {
	if in.Err != nil {
		m.refused(in)
		return m.idle()
	}
	m.closeLine()
	wasPlan := false
	if _, ok := in.Command.(act.Plan); ok {
		wasPlan = true
		m.plan.Drop()
		if m.focus == panePlan {
			m.setFocus(paneList)
		}
	}
	if in.FromLine && m.focus != paneList {
		m.setFocus(paneList)
	}
	m.card.ClearTicks()
	following, top := m.list.Following(in.From), m.list.Top()
	v := in.Done.View
	if v == nil {
		v = m.opt.Desk.View()
	}
	m.setView(v)
	m.say(m.recorded(in))
	switch {
	case in.OfferPlan:
		m.offerPlan()
	case in.Advance, (in.MayAdvance || wasPlan) && m.nothingLeft():
		m.pass(in.From, following)
	case isUndo(in.Command):
		m.left = msg.Client{}
		m.open(msg.Client{Key: in.Done.Client})
	}
	m.list.Restore(top)
	return m.idle()
}

// refused says why a command was not recorded; the line stays as it was.
func (m *Model) refused(in msg.Done) {
	if u, ok := in.Command.(act.Undo); ok && desk.IsCode(in.Err, desk.ErrBuiltOn) && !u.Confirmed {
		u.Confirmed = true
		m.askYes(m.t(wording.DeskBuiltOn), func() tea.Cmd { return m.do(u, doing{sentence: in.Sentence}) })
		return
	}
	what, rest := m.voice.Error(in.Err)
	if m.line.open() {
		m.line.sentence, m.line.question = what, true
		m.warn(rest)
		return
	}
	m.warn(what + " " + rest)
}

// fail says what went wrong.
func (m *Model) fail(err error) {
	what, rest := m.voice.Error(err)
	m.warn(what + " " + rest)
}

// recorded says what was recorded.
func (m *Model) recorded(in msg.Done) string {
	words := in.Sentence
	if u, ok := in.Command.(act.Undo); ok {
		return m.t(wording.DeskUndone) + " " + words + " — " + m.nameOf(msg.Client{Key: u.Client})
	}
	if words == "" {
		words = m.voice.Command(in.Command)
	}
	if in.Done.Client != m.current.Key || in.Advance {
		words += " — " + m.nameOf(in.From)
	}
	return "✓ " + words
}

func isUndo(cmd act.Command) bool {
	_, ok := cmd.(act.Undo)
	return ok
}

func (m *Model) nameOf(c msg.Client) string {
	if r := m.opt.Reader.Row(m.view, c.Key, c.Currency); r != nil {
		return r.Name
	}
	return c.Key.Account
}

// nothingLeft reports whether nothing is left to collect from the current client.
func (m *Model) nothingLeft() bool { return m.row == nil || m.row.Collectible <= 0 }

// pass opens the next client after one that was dealt with: the first of those
// that stood after it and are still on the list.
func (m *Model) pass(from msg.Client, following []msg.Client) {
	m.left = from
	for _, c := range following {
		if r := m.opt.Reader.Row(m.view, c.Key, c.Currency); r != nil && r.Class != priority.Off {
			m.open(c)
			return
		}
	}
	for _, r := range m.view.Worklist {
		if c := (msg.Client{Key: r.Client, Currency: r.Currency}); c != from {
			m.open(c)
			return
		}
	}
}

// next opens the next client, for Enter on an empty line.
func (m *Model) next() tea.Cmd {
	m.pass(m.current, m.list.Following(m.current))
	return nil
}

// undo takes back one's own last act.
func (m *Model) undo() tea.Cmd {
	last, client, ok := m.opt.Desk.LastAct()
	if !ok {
		m.say(m.t(wording.DeskNothingToUndo))
		return nil
	}
	words := m.voice.Event(last.Event, m.current.Currency, nil)
	return m.do(act.Undo{Base: act.Base{Client: client}, Act: last.Event.Act}, doing{sentence: words})
}

// offerPlan opens the plan editor with the defaults, after a hardship was heard.
func (m *Model) offerPlan() {
	facts := m.opt.Reader.Facts(m.view, m.current.Key, m.current.Currency, m.selection())
	r := m.grammar.Read(m.letter[entry.Plan], facts)
	cmd, ok := r.Command.(act.Plan)
	if !ok {
		return
	}
	cmd.LogCall = false // the call was logged by the act before
	m.plan.Open(cmd, r.Terms, facts)
	m.setFocus(panePlan)
}

// askField asks for a particular of the client, or an item's due date.
func (m *Model) askField(r msg.EditField) {
	if !m.mayAct() {
		return
	}
	label := m.t(wording.LabelFields[min(int(r.Field), len(wording.LabelFields)-1)])
	if r.Field == ledger.FieldDue {
		label += " " + ui.Clean(r.Item.Number)
	}
	client := act.Base{Client: m.current.Key}
	m.ask(label, r.Value, func(text string) (tea.Cmd, string) {
		if text == r.Value {
			return nil, ""
		}
		return m.do(act.SetField{Base: client, Field: r.Field, Item: r.Item, Value: text}, doing{}), ""
	}, nil)
}

// askContact edits a contact in the words of the entry line.
func (m *Model) askContact(c desk.ContactRow) {
	if !m.mayAct() {
		return
	}
	value := c.Name
	for _, part := range []string{c.Role, c.Phone, c.Email} {
		if part != "" {
			value += " " + part
		}
	}
	facts := m.opt.Reader.Facts(m.view, m.current.Key, m.current.Currency, desk.Selection{})
	read := func(text string) entry.Reading {
		return m.grammar.Read(m.letter[entry.Contact]+" "+text, facts)
	}
	client := act.Base{Client: m.current.Key}
	m.ask(m.t(wording.LabelFields[ledger.FieldContactName]), value, func(text string) (tea.Cmd, string) {
		if text == "" {
			return m.do(act.SetContact{Base: client, Contact: c.ID, Remove: true}, doing{}), ""
		}
		r := read(text)
		cmd, ok := r.Command.(act.SetContact)
		if !ok || !r.Ready() {
			said, _ := m.voice.Reading(r, facts)
			return nil, said
		}
		cmd.Contact = c.ID
		return m.do(cmd, doing{}), ""
	}, func(text string) (string, bool) {
		if text == "" {
			return m.t(wording.DeskContactRemoved), false
		}
		return m.voice.Reading(read(text), facts)
	})
}

// askNote writes a note or amends one.
func (m *Model) askNote(r msg.WriteNote) {
	if r.Amends.IsZero() {
		m.startText(m.letter[entry.Note])
		return
	}
	if !m.mayAct() {
		return
	}
	client := act.Base{Client: m.current.Key}
	m.ask(m.t(wording.DeskNote), r.Text, func(text string) (tea.Cmd, string) {
		if text == "" {
			return nil, m.t(wording.DeskNoteEmpty)
		}
		if text == r.Text {
			return nil, ""
		}
		return m.do(act.Note{Base: client, Text: text, Amends: r.Amends}, doing{}), ""
	}, nil)
}

// askErase asks before a note's words go for good.
func (m *Model) askErase(note journal.ID) {
	if !m.mayAct() {
		return
	}
	cmd := act.EraseNote{Base: act.Base{Client: m.current.Key}, Note: note}
	m.askYes(m.t(wording.DeskErase), func() tea.Cmd { return m.do(cmd, doing{}) })
}
