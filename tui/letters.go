package tui

import (
	"strings"

	"relance/domain/journal"
	"relance/domain/wording"
	"relance/tui/ui"
)

// letterRows print the letters of the entry line as they are set: outcomes,
// reasons, standings, endings, dates and shares.
func (m *Model) letterRows() []sheetRow {
	k, l := &m.grammar, m.opt.Lang
	var outcomes, leads, reasons, standings, endings, dates, shares []string
	add := func(to *[]string, letter, word string) {
		if letter != "" && word != "" {
			*to = append(*to, letter+" "+word)
		}
	}
	for o, letter := range k.Outcomes {
		add(&outcomes, letter, wording.Outcome(l, journal.Outcome(o)))
	}
	for r, letter := range k.Reasons {
		add(&reasons, letter, wording.DisputeReason(l, journal.DisputeReason(r)))
	}
	for s, letter := range k.Statuses {
		add(&standings, letter, wording.Status(l, journal.Status(s)))
	}
	add(&leads, k.InWriting, m.t(wording.DeskInWriting))
	add(&leads, k.RangUs, m.t(wording.DeskRangUs))
	for _, e := range []struct {
		letter      string
		thing, word wording.Text
	}{
		{k.Founded, wording.DeskActs[4], wording.LabelDisputeStates[1]},
		{k.Unfounded, wording.DeskActs[4], wording.LabelDisputeStates[2]},
		{k.Withdrawn, wording.DeskActs[2], wording.LabelPromiseStates[5]},
		{k.SignedCopy, wording.DeskActs[3], wording.LabelPlanStates[2]},
		{k.PlanCancelled, wording.DeskActs[3], wording.LabelPlanStates[5]},
		{k.CallbackMade, wording.DeskActs[6], wording.DeskMade},
		{k.CallbackCalledOf, wording.DeskActs[6], wording.DeskCalledOff},
	} {
		add(&endings, e.letter, m.t(e.thing)+" "+m.t(e.word))
	}
	add(&dates, k.Tomorrow, m.t(wording.DeskTomorrow))
	for day, letter := range k.Weekdays {
		add(&dates, letter, m.t(wording.LabelWeekdays[day]))
	}
	add(&dates, "3"+k.BusinessDays, m.t(wording.DeskBusinessDays))
	add(&dates, "2"+k.Weeks, m.t(wording.DeskWeeks))
	add(&dates, k.EndOfMonth, m.t(wording.DeskEndOfMonth))
	add(&dates, k.Today, m.t(wording.KeyShortToday))
	add(&shares, k.Half, m.t(wording.DeskHalf))
	add(&shares, k.Third, m.t(wording.DeskThird))
	add(&shares, k.Down+"1000", m.t(wording.LabelPlanFields[4]))
	var rows []sheetRow
	for _, g := range []struct {
		name  wording.Text
		words []string
	}{
		{wording.DeskActs[1], outcomes},
		{wording.DeskBefore, leads},
		{wording.DeskActs[4], reasons},
		{wording.DeskActs[9], standings},
		{wording.DeskActs[10], endings},
		{wording.DeskDates, dates},
		{wording.DeskAmounts, shares},
	} {
		rows = append(rows, m.wrapped("  "+m.t(g.name)+m.t(wording.LabelColon)+strings.Join(g.words, " · "))...)
	}
	return rows
}

// wrapped gives a dim text on as many rows as it takes.
func (m *Model) wrapped(text string) []sheetRow {
	var rows []sheetRow
	for i, line := range ui.Wrap(strings.TrimLeft(text, " "), max(m.geo.width-8, 20), 0) {
		indent := "  "
		if i > 0 {
			indent = "    "
		}
		rows = append(rows, textRow(m.theme.Dim, indent+line))
	}
	return rows
}
