package paper

import (
	"slices"
	"strings"
)

// leastText is the width below which a column of words is not pressed.
const leastText = 12

// table writes a table. One that is too wide wraps its columns of words; where
// that is not enough the widest of them goes below each row, and where the
// figures alone are too wide each row becomes a list of names and values.
// Figures are never broken.
func (t texter) table(table Table) {
	if table.columns() == 0 {
		return
	}
	shown := make([]int, table.columns())
	for i := range shown {
		shown[i] = i
	}
	var below []int
	for {
		for _, gap := range []int{2, 1} {
			if widths, ok := fit(table, shown, float64(Width-gap*(len(shown)-1)), 1, leastText, pitch); ok {
				t.rows(table, shown, below, widths, strings.Repeat(" ", gap))
				return
			}
		}
		out := -1
		for n, c := range shown {
			if n > 0 && table.align(c) == Left && (out < 0 || natural(table, c, pitch) > natural(table, shown[out], pitch)) {
				out = n
			}
		}
		if out < 0 {
			t.records(table)
			return
		}
		below = append(below, shown[out])
		shown = slices.Delete(slices.Clone(shown), out, out+1)
		slices.Sort(below)
	}
}

func (t texter) rows(table Table, shown, below []int, widths []float64, gap string) {
	t.row(table, shown, widths, gap, table.Head)
	rule := ""
	for n, w := range widths {
		if n > 0 {
			rule += gap
		}
		rule += strings.Repeat("─", int(w))
	}
	t.line(rule)
	for _, row := range table.Rows {
		t.row(table, shown, widths, gap, row)
		for _, c := range below {
			if value := oneLine(cell(row, c)); value != "" {
				for _, s := range lines(table.Head[c]+wordColon.in(t.lang)+value, Width-4) {
					t.line("    " + s)
				}
			}
		}
	}
	if table.Foot != nil {
		t.line(rule)
		t.row(table, shown, widths, gap, table.Foot)
	}
}

func (t texter) row(table Table, shown []int, widths []float64, gap string, row []string) {
	parts := make([][]string, len(shown))
	height := 1
	for n, c := range shown {
		parts[n] = lines(cell(row, c), int(widths[n]))
		height = max(height, len(parts[n]))
	}
	for i := range height {
		var b strings.Builder
		for n, c := range shown {
			if n > 0 {
				b.WriteString(gap)
			}
			b.WriteString(pad(at(parts[n], i), int(widths[n]), table.align(c)))
		}
		t.line(b.String())
	}
}

// records writes each row as names with their values.
func (t texter) records(table Table) {
	rows := table.Rows
	if table.Foot != nil {
		rows = append(slices.Clone(rows), table.Foot)
	}
	for i, row := range rows {
		if i > 0 {
			t.line("")
		}
		var pairs []KeyValue
		for c, head := range table.Head {
			if value := cell(row, c); value != "" {
				pairs = append(pairs, KeyValue{Key: head, Value: value})
			}
		}
		t.keyValues(KeyValues{Pairs: pairs})
	}
}
