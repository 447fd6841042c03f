package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"relance/domain/entry"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
	"relance/tui/ui"
)

// key routes one key: to the sheet, to the line, else by its meaning in the
// focused pane and on the desk.
func (m *Model) key(k tea.KeyPressMsg) tea.Cmd {
	name := k.String()
	switch {
	case m.line.open():
		return m.lineKey(k, name)
	case m.sheet != nil:
		return m.sheetKey(name)
	}
	if m.focus == panePlan && m.planKey(k, name) {
		return nil
	}
	if in := m.keymap.Find(name, m.scopes()...); in != keys.None {
		return m.intent(in)
	}
	if m.renews(k.Text) {
		return nil
	}
	if a, ok := m.starts[k.Text]; ok && k.Text != "" {
		return m.start(a, k.Text)
	}
	switch in := m.keymap.Find(name, keys.Desk); in {
	case keys.None, keys.Why, keys.Confirm, keys.Undo: // these three have the letters of the set in use, above
		if text := strings.TrimSpace(ui.Clean(k.Text)); text != "" {
			m.say(wording.DeskNoSuchKey.Fill(m.opt.Lang, text))
		}
		return nil
	default:
		return m.intent(in)
	}
}

// planKey gives a key to the field of the plan that is being written. No letter
// is a command before the field is accepted or left.
func (m *Model) planKey(k tea.KeyPressMsg, name string) bool {
	text := k.Text
	if k.Mod&(tea.ModCtrl|tea.ModAlt) != 0 {
		text = ""
	}
	switch {
	case m.plan.HandleText(text), m.plan.HandleEdit(name):
	case m.plan.Typing() && text != "":
		m.say(m.t(wording.PlanFieldOpen))
	default:
		return false
	}
	return true
}

// scopes gives where keys are looked for before the letters of the entry line,
// nearest first.
func (m *Model) scopes() []keys.Scope {
	out := make([]keys.Scope, 0, 2)
	if m.past != 0 {
		out = append(out, keys.Past)
	}
	switch m.focus {
	case paneFile:
		out = append(out, keys.File)
	case panePlan:
		switch {
		case m.plan.Editing():
			out = append(out, m.plan.Part())
		case m.past == 0 && m.plan.OnBroken():
			out = append(out, keys.Broken)
		case m.past == 0 && m.plan.OnSaved():
			out = append(out, keys.Saved)
		}
	case paneNotes:
		out = append(out, keys.Notes)
	default:
		out = append(out, keys.List)
	}
	return out
}

// intent does what a key means.
func (m *Model) intent(in keys.Intent) tea.Cmd {
	if in == keys.Up && m.focus == paneList && !m.left.Key.IsZero() {
		back := m.left
		m.left = msg.Client{}
		m.open(back)
		return nil
	}
	if cmd, ok := m.global(in); ok {
		return cmd
	}
	var req msg.Request
	switch m.focus {
	case paneFile:
		req, _ = m.card.HandleIntent(in)
	case panePlan:
		req, _ = m.plan.HandleIntent(in)
	case paneNotes:
		req, _ = m.notes.HandleIntent(in)
	default:
		if in == keys.Accept {
			return m.next()
		}
		req, _ = m.list.HandleIntent(in)
	}
	return m.request(req)
}

// global does what means the same in every pane.
func (m *Model) global(in keys.Intent) (tea.Cmd, bool) {
	switch in {
	case keys.NextPane:
		m.step(1)
	case keys.PrevPane:
		m.step(-1)
	case keys.Pane1, keys.Pane2, keys.Pane3, keys.Pane4:
		if in == keys.Pane3 {
			m.resumePlan()
		}
		m.setFocus(pane(in - keys.Pane1))
	case keys.DropHeld:
		m.forgetPlan()
	case keys.Back:
		return m.back(), true
	case keys.Why:
		m.why()
	case keys.Confirm:
		if m.focus == panePlan && m.plan.Editing() {
			m.say(m.t(wording.EditorSaveFirst))
			return nil, true
		}
		return m.confirm(), true
	case keys.Fees:
		return m.lateFees(), true
	case keys.Plans:
		return m.plansOfAll(), true
	case keys.Undo:
		return m.undo(), true
	case keys.Redo:
		return m.redo(), true
	case keys.Help:
		m.help()
	case keys.Palette:
		m.palette()
	case keys.Search:
		m.search()
	case keys.AsOf:
		m.askDay()
	case keys.DayBefore:
		return m.walk(-1), true
	case keys.DayAfter:
		return m.walk(1), true
	case keys.WeekBefore:
		return m.walk(-7), true
	case keys.WeekAfter:
		return m.walk(7), true
	case keys.Import:
		m.askFile()
	case keys.Redraw:
		return tea.ClearScreen, true
	case keys.Quit:
		m.quit = true
	default:
		return nil, false
	}
	return nil, true
}

// back leaves what is nearest: a field, the past, a proposal, the pane.
func (m *Model) back() tea.Cmd {
	home := m.opt.Desk.View().AsOf // the day that the desk was opened on, zero = today
	switch {
	case m.focus == panePlan && m.plan.Back():
	case m.past != home:
		return m.goTo(0)
	case m.focus == panePlan && m.plan.Editing():
		if m.plan.Leave() {
			m.say(m.t(wording.EditorDraftKept))
		}
		m.setFocus(paneList)
	case m.focus != paneList:
		m.setFocus(paneList)
	case home != 0:
		m.say(m.t(wording.DeskOpenedPast))
	default:
		m.card.ClearTicks()
	}
	return nil
}

// step moves the focus among the panes.
func (m *Model) step(d int) {
	m.setFocus(pane((int(m.focus) + d + int(paneCount)) % int(paneCount)))
}

// request acts on what a pane asks for.
func (m *Model) request(r msg.Request) tea.Cmd {
	switch r := r.(type) {
	case msg.Moved:
		if m.focus == paneList {
			m.left = msg.Client{}
			m.follow()
		}
		m.line.stale = true
	case msg.Do:
		return m.do(r.Command, doing{sentence: m.inFull(r.Command)})
	case msg.EditField:
		m.askField(r)
	case msg.EditContact:
		m.askContact(r.Contact)
	case msg.WriteNote:
		m.askNote(r)
	case msg.Erase:
		m.askErase(r.Note)
	case msg.EditPlan:
		m.reopenPlan(r)
	case msg.RenewPlan:
		m.renewPlan(r.Row, false)
	case msg.LeavePane:
		if r.Back {
			m.step(-1)
		} else {
			m.step(1)
		}
	case msg.EnterRate:
		m.askRate(r)
	case msg.Tell:
		m.say(r.Text)
	case msg.Refuse:
		m.warn(r.Why)
	case msg.StartLine:
		return m.startText(r.Text)
	}
	return nil
}

// follow makes the row under the list's cursor the current client.
func (m *Model) follow() {
	if r, ok := m.list.Current(); ok {
		m.open(msg.Client{Key: r.Client, Currency: r.Currency})
	}
}

// start begins the entry line with the letter of an act, or does the acts that
// take no line.
func (m *Model) start(a entry.Act, text string) tea.Cmd {
	switch a {
	case entry.Why:
		return m.intent(keys.Why)
	case entry.Confirm:
		return m.intent(keys.Confirm)
	case entry.Undo:
		return m.intent(keys.Undo)
	}
	return m.startText(text)
}

// paste writes pasted text on the line. It never acts: Enter is needed even
// where a typed line would do without.
func (m *Model) paste(text string) {
	if m.sheet != nil && !m.line.open() {
		return
	}
	if m.focus == panePlan && m.plan.Editing() && !m.line.open() {
		return
	}
	if !m.line.open() {
		if !m.mayAct() {
			return
		}
		m.line = lineState{kind: lineAct, stale: true}
	}
	m.line.in.Insert(text)
	m.line.pasted = true
	m.changed()
}

func (m *Model) click(x, y int) tea.Cmd {
	if m.line.open() || m.sheet != nil {
		return nil
	}
	p, row, ok := m.geo.at(x, y)
	if !ok {
		if p, ok = m.stripAt(x, y); ok {
			m.setFocus(p)
		}
		return nil
	}
	if p != m.focus {
		m.setFocus(p)
	}
	var req msg.Request
	switch p {
	case paneFile:
		req, _ = m.card.Click(row)
	case paneNotes:
		req, _ = m.notes.Click(row)
	case paneList:
		req, _ = m.list.Click(row)
	}
	return m.request(req)
}

func (m *Model) wheel(in tea.MouseWheelMsg) tea.Cmd {
	step := keys.Down
	if in.Button == tea.MouseWheelUp {
		step = keys.Up
	}
	if m.sheet != nil {
		return m.sheetIntent(step)
	}
	p, _, ok := m.geo.at(in.X, in.Y)
	if !ok || m.line.open() {
		return nil
	}
	if p != m.focus {
		m.setFocus(p)
	}
	return m.intent(step)
}
