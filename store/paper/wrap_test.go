package paper

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Wrapping loses nothing but spaces, and no line is wider than asked unless one
// character alone is.
func TestWrap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := clean(rapid.String().Draw(t, "text") + rapid.StringMatching(`[a-z €é\x{202F}]{0,80}`).Draw(t, "more"))
		width := rapid.IntRange(2, 40).Draw(t, "width")
		parts := lines(text, width)
		for _, s := range parts {
			if cells(s) > width {
				t.Fatalf("%d cells: %q", cells(s), s)
			}
		}
		keep := func(r rune) rune {
			if r == ' ' || r == '\n' {
				return -1
			}
			return r
		}
		if got, want := strings.Map(keep, strings.Join(parts, "")), strings.Map(keep, text); got != want {
			t.Fatalf("%q\n%q", got, want)
		}
	})
}

// Every table fits the width, and no figure is broken.
func TestTableFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "columns")
		var table Table
		for range n {
			table.Head = append(table.Head, rapid.StringMatching(`[A-Z][a-zé ]{0,12}`).Draw(t, "head"))
			table.Align = append(table.Align, Align(rapid.IntRange(0, 1).Draw(t, "align")))
		}
		for range rapid.IntRange(0, 4).Draw(t, "rows") {
			var row []string
			for i := range n {
				if table.Align[i] == Right {
					row = append(row, Number(French, euros(rapid.Int64Range(0, 9_999_999_999).Draw(t, "amount"))))
				} else {
					row = append(row, rapid.StringMatching(`[a-z]{0,30}( [a-z]{1,9}){0,6}`).Draw(t, "text"))
				}
			}
			table.Rows = append(table.Rows, row)
		}
		text := Text(Doc{Blocks: []Block{table}})
		for _, line := range strings.Split(text, "\n") {
			if cells(line) > Width {
				t.Fatalf("%d cells: %q", cells(line), line)
			}
		}
		for _, row := range table.Rows {
			for i, s := range row {
				if table.Align[i] == Right && !strings.Contains(text, s) {
					t.Fatalf("%q is broken in\n%s", s, text)
				}
			}
		}
	})
}
