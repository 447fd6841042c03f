package tui

import (
	"strconv"

	"relance/domain/desk"
	"relance/domain/why"
	"relance/domain/wording"
	"relance/tui/ui"
)

// whyUnder explains what the cursor of the client file stands on: its title and
// rows, or nothing where the client's place is meant.
func (m *Model) whyUnder() (title string, rows []sheetRow) {
	if m.focus == panePlan && m.file.client == m.current {
		if u, ok := m.plan.Under(); ok {
			return m.planRows(&u)
		}
	}
	if m.focus != paneFile || m.file.client != m.current {
		return "", nil
	}
	switch it, f := m.card.Under(); {
	case it != nil:
		return ui.Clean(it.Key.Number), m.itemRows(it)
	case f != nil && int(f.Field) < len(wording.LabelFields):
		return m.t(wording.LabelFields[f.Field]), m.fieldRows(f)
	}
	return "", nil
}

// itemRows are the addition behind what may be asked for of a document, and
// where its due date comes from.
func (m *Model) itemRows(it *desk.ItemRow) []sheetRow {
	money := func(n int64) string { return m.voice.Exact(n, it.Currency) }
	rows := m.termRows(m.theme.Strong, "", m.voice.Figure(why.Collectible), money(it.Collectible))
	rows = append(rows, m.termRows("", "  ", m.t(wording.LegendAmount), money(it.Amount))...)
	rest := it.Open
	term := func(name string, n int64) {
		if n != 0 {
			rest -= n
			rows = append(rows, m.termRows("", "  ", name, money(-n))...)
		}
	}
	if settled := it.Amount - it.Open; settled != 0 {
		rows = append(rows, m.termRows("", "  ", m.t(wording.WhySettled), money(-settled))...)
	}
	rows = append(rows, m.termRows("", "  ", m.t(wording.WhyOpen), money(it.Open))...)
	term(m.voice.Figure(why.DisputedPart), it.Disputed)
	term(m.voice.Figure(why.PromisedPart), it.Promised)
	term(m.voice.Figure(why.PlannedPart), it.Planned)
	switch rest -= it.Collectible; {
	case rest != 0 && it.DaysLate <= 0:
		rows = append(rows, m.termRows("", "  ", m.voice.Figure(why.NotDue), money(-rest))...)
	case rest != 0:
		rows = append(rows, m.termRows("", "  ", m.t(wording.WhyOther), money(-rest))...)
	}
	due := m.voice.LongDay(it.Due)
	if it.DaysLate > 0 {
		due += ", " + wording.WhyLate.Fill(m.opt.Lang, m.voice.Late(it.DaysLate))
	}
	rows = append(rows, textRow("", ""), textRow("", m.t(wording.LabelDue)+m.t(wording.LabelColon)+due))
	if int(it.DueSource) < len(wording.DueSources) {
		rows = append(rows, textRow(m.theme.Dim, "  "+wording.SourceOf(m.opt.Lang, wording.DueSources[it.DueSource])))
	}
	return rows
}

// fieldRows say who said a particular, and what was said before.
func (m *Model) fieldRows(f *desk.FieldRow) []sheetRow {
	value := ui.Clean(m.card.Value(f))
	if value == "" {
		value = m.t(wording.LabelEmptyField)
	}
	rows := []sheetRow{textRow(m.theme.Strong, value)}
	source := wording.FigureSource(m.opt.Lang, why.SourceLedger)
	if f.ByHand {
		source = wording.SourceOf(m.opt.Lang, wording.LabelByHand) + ", " + m.voice.LongDay(f.On)
		if f.Author != "" {
			source += ", " + ui.Clean(f.Author)
		}
	}
	rows = append(rows, textRow(m.theme.Dim, "  "+source))
	if f.ByHand && f.Ledger != "" {
		said := ui.Clean(wording.FieldValue(m.opt.Lang, f.Field, f.Ledger))
		rows = append(rows, textRow("", "  "+m.voice.Figure(why.SourceLedger)+m.t(wording.LabelColon)+said))
	}
	if len(f.History) > 0 {
		rows = append(rows, textRow("", ""), textRow("", m.t(wording.WhyBefore)+" ("+strconv.Itoa(len(f.History))+")"))
	}
	for _, h := range f.History {
		old := ui.Clean(wording.FieldValue(m.opt.Lang, f.Field, h.Value))
		if old == "" {
			old = m.t(wording.LabelEmptyField)
		}
		rows = append(rows, textRow(m.theme.Dim, "  "+m.voice.Day(h.On)+"  "+old+"  "+ui.Clean(h.Author)))
	}
	return rows
}
