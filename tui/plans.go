package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
	"relance/tui/planeditor"
	"relance/tui/ports"
	"relance/tui/ui"
)

// planOutside is what the plan editor asks of the desk.
func (m *Model) planOutside() planeditor.Outside {
	return planeditor.Outside{
		Days: m.readComing, Begin: m.comingStarts(), EndOfMonth: m.grammar.EndOfMonth,
		Charger: func(c msg.Client, parts []journal.Part, provisional bool) plan.Charger {
			return m.opt.Reader.Charger(m.view, c.Key, c.Currency, parts, provisional)
		},
		InsurerDays: priority.DefaultRules().InsurerNoticeDays,
	}
}

// reopenPlan opens a saved plan for changing.
func (m *Model) reopenPlan(r msg.EditPlan) {
	if !m.mayAct() {
		return
	}
	facts := m.opt.Reader.Facts(m.view, m.current.Key, m.current.Currency, desk.Selection{})
	if !m.plan.Reopen(r.Row, facts) {
		m.warn(m.t(wording.PlanNoneOpen))
	}
}

// resumePlan takes up again the proposal that was left; false = none is kept.
func (m *Model) resumePlan() bool {
	if m.past != 0 || !m.plan.Resume() {
		return false
	}
	m.refit()
	m.say(m.t(wording.EditorDraftBack))
	return true
}

// forgetPlan drops the proposal that was left.
func (m *Model) forgetPlan() {
	if m.plan.Forget() {
		m.say(m.t(wording.EditorDraftGone))
		return
	}
	m.say(m.t(wording.EditorNoDraft))
}

// renewPlan draws up a new version of a plan that was breached.
func (m *Model) renewPlan(r desk.PlanRow, called bool) {
	if !m.mayAct() {
		return
	}
	facts := m.opt.Reader.Facts(m.view, m.current.Key, m.current.Currency, desk.Selection{})
	if !m.plan.Renew(r, facts, called) {
		m.warn(m.t(wording.PlanNoneOpen))
	}
}

// renews takes the letter of a plan on a breached plan: what follows it goes into
// the editor, as many keys as on the entry line.
func (m *Model) renews(text string) bool {
	if m.focus != panePlan || m.past != 0 || m.plan.Editing() || text == "" || text != m.letter[entry.Plan] || !m.plan.OnBroken() {
		return false
	}
	req, _ := m.plan.HandleIntent(keys.Renew)
	if r, ok := req.(msg.RenewPlan); ok {
		m.renewPlan(r.Row, m.worked.client != m.current || !m.worked.offered)
	}
	return true
}

// record sends a command where it belongs.
func record(d ports.Desk, cmd act.Command) (desk.Done, error) {
	if r, ok := cmd.(act.SetRate); ok {
		return d.SetRate(r)
	}
	return d.Do(cmd)
}

// askRate asks for a rate that is not known, then for where it was read.
func (m *Model) askRate(r msg.EnterRate) {
	if m.past != 0 {
		m.warn(m.readOnly())
		return
	}
	known := ""
	if r.PPM != 0 {
		known = m.voice.FinePercent(r.PPM, 4)
	}
	m.ask(wording.EditorRateAsk.Fill(m.opt.Lang, wording.ShortDay(r.From, 0)), known, func(text string) (tea.Cmd, string) {
		ppm, ok := money.ParseRate(entry.Digits(strings.TrimSpace(text)))
		if !ok {
			return nil, wording.EditorRateBad.Fill(m.opt.Lang, ui.Clean(text))
		}
		cmd := act.SetRate{Basis: r.Basis.Key(), From: r.From, PPM: ppm}
		m.askSource(cmd)
		return func() tea.Msg { return nil }, ""
	}, nil)
}

func (m *Model) askSource(cmd act.SetRate) {
	said := wording.EditorRateSaid.Fill(m.opt.Lang, m.voice.FinePercent(cmd.PPM, 4), m.voice.Day(cmd.From))
	m.ask(m.t(wording.EditorRateSource), "", func(text string) (tea.Cmd, string) {
		cmd.Source = strings.TrimSpace(ui.Clean(text))
		if cmd.Source == "" {
			return nil, m.t(wording.EditorSourceBad)
		}
		return m.do(cmd, doing{sentence: said}), ""
	}, func(string) (string, bool) { return said, false })
}

// planScope reports whether the keys of a scope mean something to the plan
// editor now; those of other panes always do.
func (m *Model) planScope(s keys.Scope) bool {
	switch s {
	case keys.Plan:
		return m.plan.Editing()
	case keys.Saved:
		return m.plan.OnSaved()
	case keys.Broken:
		return m.plan.OnBroken()
	}
	return true
}

// planKeys are the keys that count while a plan is drawn up.
func (m *Model) planKeys() (left, right []footKey) {
	esc := footKey{m.t(wording.KeyNameEsc), m.t(wording.KeyShortLeave)}
	right = []footKey{{"h", m.t(wording.KeyShortHelp)}}
	switch {
	case m.plan.Typing():
		left = m.plainLine()
		if hint := m.plan.Hint(); hint != "" {
			left = append(left, footKey{"", hint})
		}
		return left, nil
	case m.plan.OnDate():
		left = []footKey{
			{"⏎", m.t(wording.KeyShortPropose)},
			{m.comingWords(), m.t(wording.KeyShortDay)},
			{"↑↓", m.t(wording.KeyShortField)},
			{"⇥", m.t(wording.KeyShortPart)},
			esc,
		}
		return left, right
	}
	if hint := m.plan.Hint(); hint != "" {
		left = append(left, footKey{"", hint})
	}
	left = append(left, esc)
	if m.plan.Missing() != nil {
		left = append(left, footKey{"t", m.t(wording.KeyShortRate)}, footKey{"y", m.t(wording.KeyShortProvisional)})
	}
	if m.plan.Compares() {
		left = append(left, footKey{"w", m.t(wording.KeyShortSwap)}, footKey{"o", m.t(wording.KeyShortDrop)})
	}
	left = append(left, m.shorts(m.plan.Part())...)
	return left, append([]footKey{{m.letter[entry.Why], m.t(wording.KeyShortWhy)}}, right...)
}
