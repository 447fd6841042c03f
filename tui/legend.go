package tui

import (
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/wording"
)

// The legend has a word for every outcome, way of contact, standing and ending:
// a missing one does not compile.
var (
	_ = [1]struct{}{}[len(wording.LegendOutcomes)-int(journal.OutcomeCount)]
	_ = [1]struct{}{}[len(wording.LegendShort)-int(journal.OutcomeCount)]
	_ = [1]struct{}{}[len(wording.LegendShortReasons)-int(journal.ReasonCount)]
	_ = [1]struct{}{}[len(wording.LegendShortChannels)-int(journal.ChannelCount)]
	_ = [1]struct{}{}[len(wording.LegendChannels)-int(journal.ChannelCount)]
	_ = [1]struct{}{}[len(wording.LegendStatuses)-int(journal.StatusCount)]
	_ = [1]struct{}{}[len(wording.LegendEndings)-int(entry.EndingCount)]
)

// legend says what may be typed next on the entry line, in words as short as the
// width asks for.
func (m *Model) legend() []footKey {
	whole := m.legendIn(false)
	if m.fits(whole, m.lineKeys()) {
		return whole
	}
	return m.legendIn(true)
}

// legendIn says it in full or in short words. The days of the week share one
// entry.
func (m *Model) legendIn(short bool) []footKey {
	line := m.line.in.Text()
	var out []footKey
	if m.line.reading.Ready() {
		out = append(out, footKey{"⏎", m.t(wording.KeyShortTake)})
	}
	switch a := m.line.reading.Act; {
	case a == entry.None && m.line.in.Empty():
		return m.acts()
	case a == entry.Note, a == entry.Contact:
		return append(out, footKey{"", m.t(wording.DeskActForms[a])})
	}
	week := -1
	for _, n := range m.grammar.Next(line, m.line.facts) {
		switch {
		case n.Kind == entry.NextWeekday && week >= 0:
			out[week].key += " " + n.Text
			continue
		case n.Kind == entry.NextWeekday:
			week = len(out)
		}
		word := ""
		if short {
			word = m.shortWord(n)
		}
		if word == "" {
			word = m.nextWord(n)
		}
		out = append(out, footKey{n.Text, word})
	}
	return out
}

// shortWord is a shorter word where there is one.
func (m *Model) shortWord(n entry.Next) string {
	switch n.Kind {
	case entry.NextOutcome:
		return m.t(wording.LegendShort[n.N])
	case entry.NextChannel:
		return m.t(wording.LegendShortChannels[n.N])
	case entry.NextReason:
		return m.t(wording.LegendShortReasons[n.N])
	case entry.NextDay:
		return m.t(wording.LegendShortDay)
	}
	return ""
}

func (m *Model) nextWord(n entry.Next) string {
	switch n.Kind {
	case entry.NextOutcome:
		return m.t(wording.LegendOutcomes[n.N])
	case entry.NextChannel:
		return m.t(wording.LegendChannels[n.N])
	case entry.NextReason:
		return m.t(wording.LabelDisputeReasons[n.N])
	case entry.NextStatus:
		return m.t(wording.LegendStatuses[n.N])
	case entry.NextEnding:
		return m.t(wording.LegendEndings[n.N])
	case entry.NextShare:
		if n.N == 2 {
			return m.t(wording.DeskHalf)
		}
		return m.t(wording.DeskThird)
	case entry.NextHalfDay:
		if journal.Half(n.N) == journal.Morning {
			return m.t(wording.LabelMorning)
		}
		return m.t(wording.LabelAfternoon)
	case entry.NextAmount:
		if m.line.reading.Act == entry.Plan {
			return m.t(wording.LegendMonthly)
		}
	}
	return m.t(nextWords[n.Kind])
}

// nextWords are the words of the kinds that have one.
var nextWords = [entry.NextKindCount]wording.Text{
	entry.NextAmount:       wording.LegendAmount,
	entry.NextCount:        wording.LegendInstalments,
	entry.NextDown:         wording.LegendDown,
	entry.NextTomorrow:     wording.DeskTomorrow,
	entry.NextWeekday:      wording.LegendWeekday,
	entry.NextDay:          wording.LegendDayOfMonth,
	entry.NextEndOfMonth:   wording.DeskEndOfMonth,
	entry.NextToday:        wording.LegendToday,
	entry.NextYesterday:    wording.LegendYesterday,
	entry.NextHour:         wording.LegendHour,
	entry.NextBusinessDays: wording.LegendBusinessDays,
	entry.NextWeeks:        wording.LegendWeeks,
	entry.NextHours:        wording.LegendHours,
}
