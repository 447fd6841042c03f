package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"relance/domain/wording"
	"relance/tui/ui"
)

// formRows are the answers, the figures, what to check, and the line that
// imports; the rows that bear the cursor are noted.
func (m *Model) formRows(f *importForm) []sheetRow {
	rows := []sheetRow{textRow(m.theme.Strong, m.t(wording.ImportNewCompany))}
	for which := range answers {
		rows = append(rows, m.answerRow(f, which))
	}
	rows = append(rows, textRow("", ""))
	goOn := m.t(wording.DeskImportIt)
	if f.refused != "" {
		goOn = m.t(wording.ImportReread)
		rows = append(rows, textRow(m.theme.Alert, m.t(wording.ImportRefused)))
		for _, line := range ui.Wrap(ui.Clean(f.refused), max(m.geo.width-6, 20), 0) {
			rows = append(rows, textRow(m.theme.Alert, "  "+line))
		}
	} else {
		rows = append(rows, m.newFigures(f)...)
		rows = append(rows, m.checkRows(f.preview, f.excluded)...)
	}
	rows = append(rows, textRow("", ""), sheetRow{
		draw: func(l *ui.Line) { l.Gap(1).Put(m.theme.Accent, "⏎ ").Put(m.theme.Strong, goOn) },
		pick: func() tea.Cmd { return nil },
	})
	f.spots = f.spots[:0]
	for i, r := range rows {
		if r.pick != nil {
			f.spots = append(f.spots, i)
		}
	}
	return rows
}

// answerRow is one line of the form.
func (m *Model) answerRow(f *importForm, which answer) sheetRow {
	value, more := m.shownAnswer(f.given, which), ""
	switch which {
	case answerName:
		if value == "" {
			value, more = m.t(wording.LabelEmptyField), m.t(wording.ImportNameHow)
		}
	case answerCountry:
		value += " " + m.t(wording.ImportCountries[value])
		more = wording.ImportOther.Fill(m.opt.Lang, m.t(wording.ImportCountries[otherCountry(f.given.Country)]))
	case answerTerms:
		more = m.dueExample(f.given.Terms)
	}
	return sheetRow{
		draw: func(l *ui.Line) {
			l.Gap(1).Cell("", m.t(wording.ImportAnswers[which]), 22).Put(m.theme.Strong, value)
			if more != "" {
				l.Put(m.theme.Dim, "  "+more)
			}
		},
		pick: func() tea.Cmd { return nil },
	}
}

// newFigures are the figures of a first import: what stays at zero is left out.
func (m *Model) newFigures(f *importForm) []sheetRow {
	c := &f.preview.Change
	d := c.Diff
	rows := []sheetRow{textRow("", m.t(wording.LabelCutoff)+" "+m.voice.LongDay(c.Creditor.Cutoff))}
	for i, n := range []int{d.New, d.Settled, d.Changed, d.Unchanged, d.Vanished, d.ClientsNew} {
		if n != 0 || i == 0 {
			rows = append(rows, m.termRow("", m.t(wording.DeskDiffRows[i]), strconv.Itoa(n)))
		}
	}
	if !d.Collected.IsZero() {
		rows = append(rows, m.termRow(m.theme.Strong, m.t(wording.DeskCollected), m.voice.Sum(d.Collected.Minor, d.Collected.Currency)))
	}
	return rows
}
