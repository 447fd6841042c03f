package tui

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"relance/domain/why"
	"relance/tui/ui"
)

// figureRows writes a figure and its addition: terms, rule, source.
func (m *Model) figureRows(f *why.Figure) []sheetRow {
	cur := m.current.Currency
	rows := []sheetRow{m.termRow(m.theme.Strong, m.voice.Figure(f.Of), m.voice.Value(f.Value, f.Unit, cur))}
	for _, t := range f.Terms {
		name := m.voice.Figure(t.Of)
		if t.Text != "" {
			name = strings.TrimSpace(name + " " + ui.Clean(t.Text))
		}
		value := m.voice.Value(t.Value, t.Unit, cur)
		if t.Factor {
			value = "× " + value
		}
		rows = append(rows, m.termRow("", "  "+name, value))
	}
	for _, c := range []why.Code{f.Rule, f.Source} {
		if c == why.None {
			continue
		}
		for _, line := range ui.Wrap(m.voice.Figure(c), max(m.sheetWidth()-6, 20), 0) {
			rows = append(rows, textRow(m.theme.Dim, "  "+line))
		}
	}
	return append(rows, textRow("", ""))
}

func (m *Model) termRow(st ui.Style, name, value string) sheetRow {
	return sheetRow{draw: func(l *ui.Line) {
		l.Gap(1).Cell(st, name, min(44, max(l.Room()-18, 8))).Gap(1).Number(st, value, min(16, l.Room()))
	}}
}

// fold gives a text without case and accents, for comparing.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}
