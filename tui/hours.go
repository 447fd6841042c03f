package tui

import (
	"strings"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/priority"
	"relance/tui/msg"
)

// debtorZone is the calendar of the client it was last asked for.
type debtorZone struct {
	client msg.Client
	view   *desk.View
	zone   calendar.Zone
}

// outOfHours reports whether the current client may not be called now. Without
// a clock, and on a past day, there is no now. The list does not depend on it:
// it is the same all day.
func (m *Model) outOfHours() bool {
	if m.opt.Minute == nil || m.past != 0 {
		return false
	}
	return !m.opt.Hours.Cover(m.view.Day, m.opt.Minute(), m.zone())
}

// zone is the current client's calendar, where holidays are asked for.
func (m *Model) zone() calendar.Zone {
	if m.current.Key.IsZero() {
		return calendar.France
	}
	if z := &m.debtor; z.view != m.view || z.client != m.current {
		facts := m.opt.Reader.Facts(m.view, m.current.Key, m.current.Currency, desk.Selection{})
		*z = debtorZone{client: m.current, view: m.view, zone: facts.Zone}
	}
	return m.debtor.zone
}

// warnsOfHours reports whether the line begins a call to somebody outside the
// calling hours, unless the call was agreed for now.
func (m *Model) warnsOfHours() bool {
	ln := &m.line
	if ln.kind != lineAct || ln.reading.Channel != journal.CalledOut || !m.outOfHours() {
		return false
	}
	tokens := ln.reading.Tokens
	if len(tokens) == 0 || tokens[0].Kind != entry.TokenAct {
		return false
	}
	if letter := ln.in.Text()[tokens[0].Start:tokens[0].End]; m.starts[strings.ToLower(letter)] != entry.Call {
		return false
	}
	return m.row == nil || m.row.Class != priority.Callback
}
