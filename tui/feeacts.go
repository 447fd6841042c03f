package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/wording"
	"relance/tui/msg"
	"relance/tui/ports"
	"relance/tui/ui"
)

// askFeesDay asks up to which day the interest runs.
func (m *Model) askFeesDay(st *feeSheet, begun string) {
	m.ask(m.t(wording.SheetFeesDay), begun, func(text string) (tea.Cmd, string) {
		d, ok := readAnyDay(text, m.today())
		if !ok {
			return nil, m.t(wording.SheetFeesDayHow)
		}
		st.day = d
		return m.countFees(st), ""
	}, func(text string) (string, bool) {
		if d, ok := readAnyDay(text, m.today()); ok {
			return m.voice.LongDay(d), false
		}
		return m.t(wording.SheetFeesDayHow), false
	})
}

// readAnyDay reads a day, past or to come: "15" and "15/12" are of the month and
// of the year on show. The unshifted row of a French keyboard reads as digits.
func readAnyDay(s string, today calendar.Date) (calendar.Date, bool) {
	s = strings.TrimSpace(s)
	for _, text := range []string{s, entry.Digits(s)} {
		y, month, _ := today.YMD()
		if n, err := strconv.Atoi(text); err == nil && len(text) <= 2 {
			text += "/" + strconv.Itoa(int(month))
			if n < 1 {
				continue
			}
		}
		for _, t := range []string{text, text + "/" + strconv.Itoa(y)} {
			if d, err := calendar.ParseAny(t, calendar.UsualForms); err == nil {
				return d, true
			}
		}
	}
	return 0, false
}

// askFeesRate asks for the first rate that is missing, and where it was read.
func (m *Model) askFeesRate(st *feeSheet) {
	if len(st.got.Statement.Missing) == 0 {
		m.correctRate(st)
		return
	}
	miss := st.got.Statement.Missing[0]
	m.askRate(msg.EnterRate{Basis: miss.Basis, From: miss.From})
}

// correctRate asks anew for the rate that a person entered last, of those that
// the statement rests on.
func (m *Model) correctRate(st *feeSheet) {
	last := st.got.Entered
	if last.From.IsZero() {
		m.say(m.t(wording.SheetFeesAllKnown))
		return
	}
	m.askRate(msg.EnterRate{Basis: last.Basis, From: last.From, PPM: last.PPM})
}

// waive gives up the interest or the indemnity of the document under the cursor,
// which asks for the reason, or asks for it again.
func (m *Model) waive(s *sheet, interest bool) tea.Cmd {
	st := s.fees
	line := st.under(s)
	switch {
	case line < 0:
		m.say(m.t(wording.SheetFeesPick))
		return nil
	case !m.mayAct():
		return nil
	}
	c := &st.got.Claims[line]
	cmd := act.WaiveFees{
		Base: act.Base{Client: st.of.Key}, Items: []ledger.ItemKey{c.Item}, Interest: c.InterestWaived, Indemnity: c.FeeWaived,
	}
	given, label, again := &cmd.Interest, wording.SheetFeesWaive, wording.SheetFeesAgain
	if !interest {
		given, label, again = &cmd.Indemnity, wording.SheetFeesWaiveFee, wording.SheetFeesFeeAgain
	}
	*given = !*given
	if !*given {
		return m.do(cmd, doing{sentence: again.Fill(m.opt.Lang, ui.Clean(c.Number))})
	}
	m.ask(label.Fill(m.opt.Lang, ui.Clean(c.Number)), "", func(text string) (tea.Cmd, string) {
		cmd.Reason = strings.TrimSpace(text)
		if cmd.Reason == "" {
			return nil, m.t(wording.SheetFeesWhy)
		}
		return m.do(cmd, doing{sentence: m.waived(cmd, interest)}), ""
	}, func(string) (string, bool) { return m.t(wording.SheetFeesWhy), false })
	return nil
}

// waived says what a waiver will record.
func (m *Model) waived(cmd act.WaiveFees, interest bool) string {
	w := journal.FeesWaived{Items: cmd.Items, Reason: journal.Text{Body: cmd.Reason}}
	if interest {
		w.Interest = journal.WaivingGiven
	} else {
		w.Indemnity = journal.WaivingGiven
	}
	return m.voice.Event(&journal.Event{Content: w}, m.current.Currency, nil)
}

// writeFees writes the statement as a paper, off the event loop.
func (m *Model) writeFees(st *feeSheet) tea.Cmd {
	papers := m.opt.Papers
	switch {
	case papers == nil:
		m.say(m.t(wording.SheetFeesNoPaper))
		return nil
	case st.got.Missing != nil || st.got.Err != nil || !st.owed():
		m.say(m.t(wording.SheetFeesNothing))
		return nil
	}
	asked := ports.FeesAsked{Client: st.of.Key, Currency: st.of.Currency, UpTo: st.day, Provisional: m.stands}
	if !st.item.IsZero() {
		asked.Items = []ledger.ItemKey{st.item}
	}
	v, lang := m.view, m.opt.Lang
	return m.aside(func() func() tea.Cmd {
		p, err := papers.FeesPaper(v, asked, lang)
		return func() tea.Cmd {
			if err != nil {
				m.warn(err.Error())
				return nil
			}
			m.say("✓ " + wording.SheetWritten.Fill(lang, m.fileNames(p.Files)))
			return nil
		}
	})
}

// owed reports whether some document on show bears anything.
func (st *feeSheet) owed() bool {
	for _, i := range st.at {
		if l := &st.got.Statement.Lines[i]; l.Interest != 0 || l.Fee != 0 {
			return true
		}
	}
	return false
}
