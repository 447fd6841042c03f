package tui

import (
	tea "charm.land/bubbletea/v2"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/wording"
	"relance/tui/ui"
)

// askInterruption asks what started the limitation of the client's debt anew:
// of the documents ticked, or of all.
func (m *Model) askInterruption() tea.Cmd {
	if !m.mayAct() {
		return nil
	}
	cmd := act.Interrupt{Base: act.Base{Client: m.current.Key}, Items: m.selection().Ticked}
	s := &sheet{title: m.t(wording.SheetInterrupt) + " · " + ui.Clean(m.title())}
	rows := []sheetRow{textRow(m.theme.Dim, wording.SheetCauseHow.Fill(m.opt.Lang, len(cmd.Items))), textRow("", "")}
	for cause := range journal.InterruptionCount {
		rows = append(rows, sheetRow{
			draw: func(l *ui.Line) { l.Gap(1).Put("", m.t(wording.Interruptions[cause])) },
			pick: func() tea.Cmd {
				cmd.Cause = cause
				m.askInterruptedOn(cmd)
				return nil
			},
		})
	}
	s.rows = rows
	m.openSheet(s)
	return nil
}

// askInterruptedOn asks on which day it happened; the sentence says what will be
// recorded.
func (m *Model) askInterruptedOn(cmd act.Interrupt) {
	on := func(text string) (calendar.Date, string) {
		d, ok := readAnyDay(text, m.today())
		switch {
		case !ok:
			return 0, m.t(wording.SheetFeesDayHow)
		case d > m.today():
			return 0, m.t(wording.SheetCauseAhead)
		}
		return d, ""
	}
	said := func(d calendar.Date) string {
		return m.voice.Event(&journal.Event{Content: journal.LimitationInterrupted{Cause: cmd.Cause, On: d, Items: cmd.Items}}, m.current.Currency, nil)
	}
	m.ask(m.t(wording.SheetCauseDay), "", func(text string) (tea.Cmd, string) {
		d, bad := on(text)
		if bad != "" {
			return nil, bad
		}
		cmd.On = d
		return m.do(cmd, doing{sentence: said(d)}), ""
	}, func(text string) (string, bool) {
		d, bad := on(text)
		if bad != "" {
			return bad, false
		}
		return said(d), false
	})
}
