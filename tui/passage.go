package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"relance/domain/desk"
	"relance/domain/priority"
	"relance/domain/wording"
	"relance/tui/msg"
	"relance/tui/ui"
)

// passage is what the screen remembers of the client being worked, until
// another one is opened.
type passage struct {
	client    msg.Client
	following []msg.Client // those below its place before the first act, then those above
	offered   bool         // a plan was offered: the call it came from is logged already
}

// followers lists where to go after a client: from the place that it had before
// it was worked, since an act may move it.
func (m *Model) followers(c msg.Client) []msg.Client {
	if m.worked.client == c && m.worked.following != nil {
		return m.worked.following
	}
	return m.list.Following(c)
}

// nothingLeft reports whether nothing is left to collect from the current client.
func (m *Model) nothingLeft() bool { return m.row == nil || m.row.Collectible <= 0 }

// toWork reports whether the automatic passage stops at a row: it is on the
// list, no hour agreed for it lies ahead, and it was not tried today unless that
// hour is there.
func (m *Model) toWork(r *desk.Row) bool {
	if r == nil || r.Class == priority.Off || m.waits(r) {
		return false
	}
	agreed := r.Class == priority.Callback && r.Minute >= 0 && m.opt.Minute != nil
	return !r.Contacted || agreed
}

// waits reports whether a callback was agreed for an hour of today that is still
// to come.
func (m *Model) waits(r *desk.Row) bool {
	if r.Class != priority.Callback || r.Minute < 0 || m.opt.Minute == nil || m.opt.Minute() >= r.Minute {
		return false
	}
	for _, why := range r.Reasons {
		if why.Code == priority.CallbackNow {
			return why.Date.IsZero() || why.Date == m.view.Day
		}
	}
	return true
}

// pass opens the next client to work after one that was dealt with. It reports
// false at the end of the list: the client stays.
func (m *Model) pass(from msg.Client, following []msg.Client) bool {
	for _, c := range following {
		if m.toWork(m.opt.Reader.Row(m.view, c.Key, c.Currency)) {
			m.open(c)
			m.left = from
			return true
		}
	}
	for _, r := range m.view.Worklist {
		if c := (msg.Client{Key: r.Client, Currency: r.Currency}); c != from && m.toWork(r) {
			m.open(c)
			m.left = from
			return true
		}
	}
	return false
}

// next opens the next client, for Enter on an empty line.
func (m *Model) next() tea.Cmd {
	if !m.pass(m.current, m.followers(m.current)) {
		m.say(m.listDone())
	}
	return nil
}

// namedLeft is how many of the clients left are named at the end of the list.
const namedLeft = 3

// listDone says that the list is worked through, and who is left on it.
func (m *Model) listDone() string {
	n := len(m.view.Worklist)
	names := make([]string, 0, namedLeft)
	next := int16(-1) // the next hour agreed
	for i, r := range m.view.Worklist {
		name := ui.Clean(r.Name)
		if m.waits(r) {
			name += " " + m.voice.Hour(r.Minute)
			if next < 0 || r.Minute < next {
				next = r.Minute
			}
		}
		if i < namedLeft {
			names = append(names, name)
		}
	}
	who := strings.Join(names, ", ")
	if n > namedLeft {
		who += "…"
	}
	switch {
	case next >= 0:
		return wording.DeskLeftWaiting.Fill(m.opt.Lang, m.voice.Hour(next), n, who)
	case n == 0:
		return m.t(wording.DeskListDone)
	case n == 1:
		return wording.DeskLeftOverOne.Fill(m.opt.Lang, who)
	}
	return wording.DeskLeftOver.Fill(m.opt.Lang, n, who)
}
