package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
	"relance/tui/ports"
	"relance/tui/ui"
)

// feesAtOnce is up to how many documents late fees are computed on the event
// loop, or with the client file; more are computed beside it, when asked for.
const feesAtOnce = 200

// feeSheet is what a sheet of late fees shows.
type feeSheet struct {
	of      msg.Client
	item    ledger.ItemKey // the one document on show; zero = all that are overdue
	chosen  ledger.ItemKey // the document that the sheet was opened on; zero = none
	day     calendar.Date  // last day counted
	got     ports.Fees
	at      []int // lines on show
	counted bool  // documents were on show when it was drawn last
	opened  map[ledger.ItemKey]bool
	lines   []int // which line of the statement a row belongs to, -1 = none
}

// lateFees shows the interest and the indemnities of the document under the
// cursor of the client file, or of all that is overdue.
func (m *Model) lateFees() tea.Cmd {
	if m.current.Key.IsZero() {
		m.warn(m.t(wording.DeskNoClient))
		return nil
	}
	st := &feeSheet{of: m.current, day: m.today(), opened: map[ledger.ItemKey]bool{}}
	if m.focus == paneFile && m.file.client == m.current {
		if it, _ := m.card.Under(); it != nil && it.Amount > 0 {
			st.item, st.chosen = it.Key, it.Key
			st.opened[it.Key] = true
		}
	}
	return m.countFees(st)
}

// countFees computes what a sheet shows and shows it, at once where that is soon
// done.
func (m *Model) countFees(st *feeSheet) tea.Cmd {
	read, v, stands := m.opt.Reader, m.view, m.stands
	var scope desk.FeeScope
	if !st.item.IsZero() {
		scope.Items = []ledger.ItemKey{st.item}
	}
	count := func() ports.Fees { return read.Fees(v, st.of.Key, st.of.Currency, scope, st.day, stands) }
	show := func(got ports.Fees) tea.Cmd {
		st.take(got)
		m.showFees(st)
		return nil
	}
	if f := m.card.File(); m.file.client == st.of && f != nil && len(f.Items) <= feesAtOnce {
		return show(count())
	}
	m.say(m.t(wording.SheetFeesWorking))
	return m.aside(func() func() tea.Cmd {
		got := count()
		return func() tea.Cmd {
			m.message = ""
			return show(got)
		}
	})
}

// take keeps what was computed and chooses the lines to show: of all documents
// those that are overdue. A few are opened by themselves.
func (st *feeSheet) take(got ports.Fees) {
	st.got, st.at = got, st.at[:0]
	for i := range got.Statement.Lines {
		l := &got.Statement.Lines[i]
		if st.item.IsZero() && l.InterestReason == latefee.NotLate && l.Fee == 0 {
			continue
		}
		st.at = append(st.at, i)
	}
}

// refreshFees counts a sheet of late fees anew after an act; nil where nothing is
// to be waited for.
func (m *Model) refreshFees() tea.Cmd {
	if m.sheet == nil || m.sheet.fees == nil {
		return nil
	}
	return m.countFees(m.sheet.fees)
}

// showFees draws the sheet anew, or opens it. The cursor stays where it was.
func (m *Model) showFees(st *feeSheet) {
	if m.sheet != nil && m.sheet.fees == st {
		m.fillFees(m.sheet)
		return
	}
	s := &sheet{fees: st, scope: keys.Charges, whole: m.geo.width < wideWidth}
	s.title = m.t(wording.SheetFees) + " · " + ui.Clean(m.title())
	s.handle = func(in keys.Intent) (tea.Cmd, bool) { return m.feesIntent(s, in) }
	s.typed = func(digit string) tea.Cmd {
		m.askFeesDay(st, digit)
		return nil
	}
	m.openSheet(s)
	m.fillFees(s)
}

// feesIntent does what a key asks of a sheet of late fees.
func (m *Model) feesIntent(s *sheet, in keys.Intent) (tea.Cmd, bool) {
	st := s.fees
	switch in {
	case keys.Tick:
		if line := st.under(s); line >= 0 {
			key := st.got.Claims[line].Item
			st.opened[key] = !st.opened[key]
			m.fillFees(s)
			s.toLine(line, 0)
		}
	case keys.FeesAll:
		return m.allFees(s), true
	case keys.Undo:
		return m.undo(), true
	case keys.Redo:
		return m.redo(), true
	case keys.FeesDay:
		m.askFeesDay(st, "")
	case keys.EnterRate:
		m.askFeesRate(st)
	case keys.AcceptProvisional:
		if len(st.got.Statement.Missing) == 0 && !m.stands {
			m.say(m.t(wording.SheetFeesAllKnown))
			return nil, true
		}
		m.stands = !m.stands
		m.file.view = nil // the client file says it too
		return m.countFees(st), true
	case keys.WaiveInterest, keys.WaiveFee:
		return m.waive(s, in == keys.WaiveInterest), true
	case keys.Copy:
		m.say(m.t(wording.DeskCopied))
		return tea.SetClipboard(m.feesText(st)), true
	case keys.Export:
		return m.writeFees(st), true
	default:
		return nil, false
	}
	return nil, true
}

// allFees goes between one document and all of the client's.
func (m *Model) allFees(s *sheet) tea.Cmd {
	st := s.fees
	switch line := st.under(s); {
	case !st.item.IsZero():
		st.item = ledger.ItemKey{}
	case line >= 0:
		st.item = st.got.Claims[line].Item
		st.opened[st.item] = true
	case !st.chosen.IsZero():
		st.item = st.chosen
	default:
		m.say(m.t(wording.SheetFeesPick))
		return nil
	}
	return m.countFees(st)
}

// under is the line of the statement under the cursor, -1 = none.
func (st *feeSheet) under(s *sheet) int {
	if at := s.list.Cursor(); at < len(st.lines) {
		return st.lines[at]
	}
	return -1
}

// toLine puts the cursor on the n-th row of a line, or its first one.
func (s *sheet) toLine(line, n int) {
	at := slices.Index(s.fees.lines, line)
	if at < 0 {
		return
	}
	if to := at + n; to < len(s.fees.lines) && s.fees.lines[to] == line {
		at = to
	}
	s.list.Set(at)
}
