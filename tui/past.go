package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"relance/domain/calendar"
	"relance/domain/entry"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
)

// askDay asks for a past day to show.
func (m *Model) askDay() {
	read := func(text string) (calendar.Date, string) {
		d, ok := readPast(text, m.view.Day)
		if !ok {
			return 0, m.t(wording.DeskDayHow)
		}
		return d, ""
	}
	m.ask(m.t(wording.DeskDay), "", func(text string) (tea.Cmd, string) {
		d, bad := read(text)
		if bad != "" {
			return nil, bad
		}
		return m.goTo(d), ""
	}, func(text string) (string, bool) {
		d, bad := read(text)
		if bad != "" {
			return bad, false
		}
		return m.voice.LongDay(d), false
	})
}

// readPast reads a day before today: "15" the last 15th, "15/11" the last such
// day, or a full date. The unshifted row of a French keyboard reads as digits.
func readPast(s string, today calendar.Date) (calendar.Date, bool) {
	s = strings.TrimSpace(s)
	if d, ok := pastDay(s, today); ok {
		return d, true
	}
	return pastDay(entry.Digits(s), today)
}

func pastDay(s string, today calendar.Date) (calendar.Date, bool) {
	if n, err := strconv.Atoi(s); err == nil && len(s) <= 2 && n >= 1 && n <= 31 {
		d := calendar.NextDayOfMonth(today.AddMonths(-1)-1, n)
		if d >= today {
			d = calendar.NextDayOfMonth(today.AddMonths(-2)-1, n)
		}
		return d, d < today
	}
	if d, err := calendar.ParseAny(s, calendar.UsualForms); err == nil {
		return d, d < today
	}
	for _, year := range []int{today.Year(), today.Year() - 1} {
		if d, err := calendar.ParseAny(s+"/"+strconv.Itoa(year), calendar.UsualForms); err == nil && d < today {
			return d, true
		}
	}
	return 0, false
}

// pastKeys are the keys of a past day. Esc goes back to the day that the desk
// was opened on; it means nothing there where that day itself is past.
func (m *Model) pastKeys() []footKey {
	home := m.opt.Desk.View().AsOf
	var out []footKey
	for _, b := range keys.Table() {
		switch {
		case b.Scope != keys.Past || b.Short == (wording.Text{}) || b.Intent == keys.Back && m.past == home:
			continue
		case b.Intent == keys.Back && home != 0:
			out = append(out, footKey{m.keyName(b.Keys[0]), m.t(wording.DeskToOpenedDay)})
			continue
		}
		out = append(out, footKey{m.keyName(b.Keys[0]), m.t(b.Short)})
	}
	return out
}

// walk shows another day, d days from the one on show.
func (m *Model) walk(d int) tea.Cmd {
	to := m.past.AddDays(d)
	if to >= m.view.Day {
		to = 0
		if m.opt.Desk.View().AsOf != 0 {
			to = m.view.Day // today is not where this desk was opened
		}
	}
	return m.goTo(to)
}

// goTo shows the desk as of a day, zero for today.
func (m *Model) goTo(day calendar.Date) tea.Cmd {
	m.busy = true
	dsk := m.opt.Desk
	return func() tea.Msg {
		v := dsk.View()
		if day != 0 {
			v = dsk.At(day)
		}
		return msg.Viewed{Day: day, View: v}
	}
}

func (m *Model) viewed(in msg.Viewed) tea.Cmd {
	m.closeLine()
	if in.View == nil {
		m.warn(m.t(wording.DeskDayHow))
		return m.idle()
	}
	m.setView(in.View)
	if m.current.Key.IsZero() {
		m.firstRow()
	}
	m.layout()
	return m.idle()
}
