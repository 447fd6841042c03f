package tui

import (
	tea "charm.land/bubbletea/v2"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/ledger"
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
		m.warn(m.readOnly())
		return nil
	}
	m.busy = true
	from, dsk := m.current, m.opt.Desk
	return func() tea.Msg {
		done, err := record(dsk, cmd)
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
	name := ui.Clean(m.nameOf(in.From))
	if in.From == m.current {
		name = ui.Clean(m.title())
	}
	following, top := m.followers(in.From), m.list.Top()
	v := in.Done.View
	if v == nil {
		v = m.opt.Desk.View()
	}
	m.setView(v)
	m.refit()
	if in.Command.Subject().IsZero() { // a rate, or one taken back
		m.plan.Reprice()
		m.say(m.ofAll(in))
	} else {
		m.say(m.after(in, name, following, wasPlan))
	}
	m.list.Restore(top)
	if cmd := m.refreshFees(); cmd != nil {
		return cmd
	}
	return m.idle()
}

// ofAll says what was recorded that concerns every client.
func (m *Model) ofAll(in msg.Done) string {
	if turnsBack(in.Command) {
		_, _, m.undone = m.opt.Desk.LastUndone()
	}
	switch in.Command.(type) {
	case act.Undo:
		return m.t(wording.DeskUndone) + " " + in.Sentence
	case act.Restore:
		return m.t(wording.DeskRedone) + " " + in.Sentence
	}
	return "✓ " + in.Sentence
}

// after goes on after a recorded command, and gives what to say.
func (m *Model) after(in msg.Done, name string, following []msg.Client, wasPlan bool) string {
	said := m.recorded(in, name)
	if turnsBack(in.Command) {
		_, _, m.undone = m.opt.Desk.LastUndone()
		if _, redone := in.Command.(act.Restore); redone && !m.undone {
			said += " · " + m.t(wording.DeskAllRedone)
		}
		m.worked, m.left = passage{}, msg.Client{}
		if in.Done.Client != m.current.Key {
			m.open(msg.Client{Key: in.Done.Client})
		}
		return said
	}
	offered := in.OfferPlan || m.worked.client == in.From && m.worked.offered
	m.worked = passage{client: in.From, following: following, offered: offered}
	switch {
	case in.OfferPlan:
		said += " · " + wording.DeskOfferPlan.Fill(m.opt.Lang, m.letter[entry.Plan])
	case in.Advance, (in.MayAdvance || wasPlan) && m.nothingLeft():
		if !m.pass(in.From, following) {
			said += " · " + m.listDone()
		}
	}
	return said
}

// refused says why a command was not recorded; the line stays as it was.
func (m *Model) refused(in msg.Done) {
	if u, ok := in.Command.(act.Undo); ok && desk.IsCode(in.Err, desk.ErrBuiltOn) && !u.Confirmed {
		u.Confirmed = true
		m.askYes(m.t(wording.DeskBuiltOn), func() tea.Cmd { return m.do(u, doing{sentence: in.Sentence}) })
		return
	}
	what, rest := m.voice.Error(in.Err)
	if c, ok := in.Command.(act.SetField); ok && desk.IsCode(in.Err, desk.ErrInvalid) && wording.Accepted(m.opt.Lang, c.Field) != "" {
		what = m.notAccepted(c.Field, c.Value)
	}
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

// recorded says what was recorded, and of whom. The name is never cut: long
// words are.
func (m *Model) recorded(in msg.Done, name string) string {
	words := in.Sentence
	switch c := in.Command.(type) {
	case act.Undo:
		words = m.t(wording.DeskUndone) + " " + words
		name = ui.Clean(m.nameOf(msg.Client{Key: c.Client}))
	case act.Restore:
		words = m.t(wording.DeskRedone) + " " + words
		name = ui.Clean(m.nameOf(msg.Client{Key: c.Client}))
	default:
		if words == "" {
			words = m.voice.Command(in.Command)
		}
		words = "✓ " + words
	}
	tail := " — " + name
	room := messageRows*m.messageWidth() - ui.Width(tail)
	if parts := ui.Wrap(ui.Clean(words)+tail, m.messageWidth(), messageRows+1); len(parts) > messageRows {
		words = ui.Cut(words, max(room-lineEnds, nameStub))
	}
	return words + tail
}

// lineEnds is what the ends of a message's lines may leave empty, where no word
// fits any more.
const lineEnds = 14

// turnsBack reports whether a command takes an act back or brings it back.
func turnsBack(cmd act.Command) bool {
	switch cmd.(type) {
	case act.Undo, act.Restore:
		return true
	}
	return false
}

func (m *Model) nameOf(c msg.Client) string {
	if r := m.opt.Reader.Row(m.view, c.Key, c.Currency); r != nil {
		return r.Name
	}
	return c.Key.Account
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

// refit fits the plan being drawn up to what is open now.
func (m *Model) refit() {
	if m.plan.Editing() && m.past == 0 {
		m.plan.Refit(m.opt.Reader.Facts(m.view, m.current.Key, m.current.Currency, desk.Selection{}))
	}
}

// inFull says what a pane closes, with its amount and date, and which plan a new
// one replaces; nothing of other commands, which say it by themselves.
func (m *Model) inFull(cmd act.Command) string {
	switch cmd.(type) {
	case act.Close, act.Plan:
	default:
		return ""
	}
	facts := m.opt.Reader.Facts(m.view, m.current.Key, m.current.Currency, desk.Selection{})
	said, _ := m.voice.Reading(entry.Reading{Command: cmd}, facts)
	return said
}

// redo brings back the own act that was taken back last.
func (m *Model) redo() tea.Cmd {
	last, client, ok := m.opt.Desk.LastUndone()
	if !ok {
		m.say(m.t(wording.DeskNothingToRedo))
		return nil
	}
	words := m.voice.Event(last.Event, m.current.Currency, nil)
	return m.do(act.Restore{Base: act.Base{Client: client}, Act: last.Event.Act}, doing{sentence: words})
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
