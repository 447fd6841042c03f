package tui

import (
	"strconv"

	"relance/domain/calendar"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/tui/ui"
)

// headItem is one figure of the header. A name may be cut when the line is full.
type headItem struct {
	st   ui.Style
	text string
	name bool
}

// header draws day, creditor, cutoff, what is left, and the session: one line
// on wide screens, two on others. Where the figures do not fit, words are
// shortened and the promises of the day move to the first line; then the day is
// written short. The cutoff always stays.
func (m *Model) header(lines []string) []string {
	w := m.geo.width
	late := m.outOfHours()
	who := func(more ...headItem) []headItem {
		for level := headFull; ; level++ {
			items := append(m.headWho(late, level), more...)
			if level == headNobody || !headTight(items, w, level, late) {
				return items
			}
		}
	}
	work := m.headWork(false)
	if m.geo.header == 1 {
		items := append(m.headWho(late, headFull), work...)
		if headWidth(items) > w {
			items = who(m.headWork(true)...)
		}
		return append(lines, m.headLine(items, w))
	}
	first := who()
	if headWidth(work) > w {
		work = m.headWork(true)
		if headWidth(work) > w {
			first = who(work[headDue])
			work = append(work[:headDue:headDue], work[headDue+1:]...)
		}
	}
	return append(lines, m.headLine(first, w), m.headLine(work, w))
}

// headDue is where the promises of the day stand in headWork.
const headDue = 2

// How much the words of the header are shortened.
const (
	headFull   = iota
	headShort  // the day without its month's name
	headBrief  // as few words as do
	headNobody // without the creditor's name
)

// headWho says when and for whom. late: outside the calling hours.
func (m *Model) headWho(late bool, level int) []headItem {
	v, short, brief := m.view, level >= headShort, level >= headBrief
	out := []headItem{{m.theme.Accent, "relance", false}}
	if v.AsOf != 0 {
		day := m.voice.LongDay(v.AsOf)
		if short {
			day = m.voice.ShortDay(v.AsOf)
		}
		mark := " " + m.t(wording.LabelAsOf) + " " + day + " "
		if !brief {
			mark += "· " + m.t(wording.LabelReadOnly) + " "
		}
		out = append(out, headItem{m.theme.Selected, mark, false})
	} else if short {
		out = append(out, headItem{m.theme.Strong, m.voice.ShortDay(v.Day), false})
	} else {
		out = append(out, headItem{m.theme.Strong, m.voice.LongDay(v.Day), false})
	}
	if late {
		word := wording.DeskOutOfHours
		if brief {
			word = wording.DeskOutOfHoursBrief
		}
		out = append(out, headItem{m.theme.Alert, m.t(word), false})
	}
	known := func(day calendar.Date) headItem {
		word := wording.LabelCutoff
		if brief {
			word = wording.LabelCutoffBrief
		}
		return headItem{m.theme.Dim, m.t(word) + " " + m.voice.Day(day), false}
	}
	switch c := v.Header.Creditors; len(c) {
	case 0:
	case 1:
		if level < headNobody {
			out = append(out, headItem{"", ui.Clean(c[0].Name), true})
		}
		out = append(out, known(min(c[0].Cutoff, m.today())))
	default:
		cutoff := m.today() // what is known of later days is not shown
		for _, one := range c {
			cutoff = min(cutoff, one.Cutoff)
		}
		out = append(out,
			headItem{"", strconv.Itoa(len(c)) + " " + m.t(wording.LabelCreditors), false}, known(cutoff))
	}
	return out
}

func (m *Model) headWork(short bool) []headItem {
	h, s := m.view.Header, m.view.Header.Session
	word := func(full, abbreviated wording.Text) wording.Text {
		if short {
			return abbreviated
		}
		return full
	}
	due := m.voice.Count(h.PromisesDue,
		word(wording.LabelPromiseToday, wording.LabelPromisesTodayShort), word(wording.LabelPromisesDay, wording.LabelPromisesTodayShort))
	session := m.voice.Count(s.Calls, word(wording.LabelCall, wording.LabelCallShort), word(wording.LabelCalls, wording.LabelCallsShort)) + ", " +
		m.voice.Count(s.Reached, wording.LabelReached, wording.LabelReachedMany) + ", " +
		m.voice.Count(s.Promises, word(wording.LabelPromise, wording.LabelPromisesShort), word(wording.LabelPromises, wording.LabelPromisesShort))
	if len(s.Promised) > 0 {
		session += " " + m.sums(s.Promised)
	}
	return []headItem{
		{m.theme.Strong, strconv.Itoa(h.Left) + " " + m.t(wording.LabelLeft), false},
		{"", m.sums(h.Overdue) + " " + m.t(wording.LabelOverdue), false},
		{"", due, false},
		{m.theme.Dim, session, false},
	}
}

func (m *Model) sums(sums []money.Amount) string {
	if len(sums) == 0 {
		return m.voice.Sum(0, money.EUR)
	}
	s := ""
	for i, a := range sums {
		if i > 0 {
			s += " + "
		}
		s += m.voice.Sum(a.Minor, a.Currency)
	}
	return s
}

const headSep = " · "

func headWidth(items []headItem) int {
	total := 1
	for i, it := range items {
		total += ui.Width(it.text)
		switch {
		case i == 1:
			total += 2
		case i > 1:
			total += ui.Width(headSep)
		}
	}
	return total
}

// A name is cut to nameLeast before other words are shortened, and to nameStub
// before it is left out.
const nameLeast, nameStub = 12, 8

// headLeast is how wide the items are once the names are cut to that width.
func headLeast(items []headItem, name int) int {
	w := headWidth(items)
	for _, it := range items {
		if it.name {
			w -= max(ui.Width(it.text)-name, 0)
		}
	}
	return w
}

// headTight reports whether the items do not fit, with the names cut as far as
// they may be at that level. A warning is worth more than the end of a name.
func headTight(items []headItem, w, level int, late bool) bool {
	switch level {
	case headFull:
		return headLeast(items, nameLeast) > w || late && headWidth(items) > w
	}
	return headLeast(items, nameStub) > w
}

// headLine joins the items with dots; when they do not fit, names are cut.
func (m *Model) headLine(items []headItem, w int) string {
	over := headWidth(items) - w
	l := ui.NewLine(w, "")
	l.Gap(1)
	for i, it := range items {
		text := it.text
		if over > 0 && it.name {
			n := ui.Width(text)
			text = ui.Cut(text, max(n-over, nameStub))
			over -= n - ui.Width(text)
		}
		switch {
		case i == 1:
			l.Gap(2)
		case i > 1:
			l.Put(m.theme.Dim, headSep)
		}
		l.Put(it.st, text)
	}
	return l.End()
}
