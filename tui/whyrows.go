package tui

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"relance/domain/money"
	"relance/domain/why"
	"relance/domain/wording"
	"relance/tui/say"
	"relance/tui/ui"
)

// figureRows writes a figure and its addition: terms, rule, source. Chances are
// written so finely that the product of what is shown is the figure, to one unit
// of the currency.
func (m *Model) figureRows(f *why.Figure) []sheetRow {
	cur := m.current.Currency
	digits := fineness(f, cur)
	value := func(n int64, u why.Unit) string {
		if u == why.PPM {
			return m.voice.FinePercent(n, digits)
		}
		return m.voice.Value(n, u, cur)
	}
	rows := m.termRows(m.theme.Strong, "", m.voice.Figure(f.Of), value(f.Value, f.Unit))
	for _, t := range f.Terms {
		name := m.voice.Figure(t.Of)
		if t.Text != "" {
			name = strings.TrimSpace(name + " " + ui.Clean(t.Text))
		}
		v := value(t.Value, t.Unit)
		if t.Factor {
			v = "× " + v
		}
		rows = append(rows, m.termRows("", "  ", name, v)...)
	}
	say := func(text string) {
		for _, line := range ui.Wrap(text, max(m.sheetWidth()-6, 20), 0) {
			rows = append(rows, textRow(m.theme.Dim, "  "+line))
		}
	}
	if f.Rule != why.None {
		say(m.voice.Figure(f.Rule))
	}
	if f.Source != why.None {
		say(wording.FigureSource(m.opt.Lang, f.Source))
	}
	return append(rows, textRow("", ""))
}

// finest is how many decimals a percentage has that says parts per million.
const finest = 4

// fineness is how many decimals the percentages of a figure need: one at least.
func fineness(f *why.Figure, cur money.Currency) int {
	unit := int64(1)
	for range cur.Exponent() {
		unit *= 10
	}
	exact, shown := int64(0), [finest + 1]int64{}
	begun := false
	for _, t := range f.Terms {
		switch {
		case t.Factor && t.Unit == why.PPM:
			exact = money.MulDiv(exact, t.Value, money.PPM)
			for d := range shown {
				shown[d] = money.MulDiv(shown[d], say.RoundPPM(t.Value, d), money.PPM)
			}
		case t.Unit == why.Money && !begun:
			begun, exact = true, t.Value
			for d := range shown {
				shown[d] = t.Value
			}
		}
	}
	for d := 1; d < finest; d++ {
		if gap := shown[d] - exact; gap <= unit && gap >= -unit {
			return d
		}
	}
	return finest
}

// termRows writes a name and its value; a name that is too long goes on below.
func (m *Model) termRows(st ui.Style, indent, name, value string) []sheetRow {
	var rows []sheetRow
	for i, part := range ui.Wrap(name, max(min(m.sheetWidth()-24, 60), 20), 0) {
		if i == 0 {
			rows = append(rows, m.termRow(st, indent+part, value))
		} else {
			rows = append(rows, textRow(st, indent+"  "+part))
		}
	}
	return rows
}

func (m *Model) termRow(st ui.Style, name, value string) sheetRow {
	return sheetRow{draw: func(l *ui.Line) {
		l.Gap(1).Cell(st, name, min(62, max(l.Room()-18, 8))).Gap(1).Number(st, value, min(16, l.Room()))
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
