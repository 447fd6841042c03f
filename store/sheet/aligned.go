package sheet

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"relance/domain/calendar"
	"relance/domain/money"
)

// gap parts the columns of an aligned table.
const gap = "  "

// WriteAligned writes a table in columns under their titles, for reading on a
// terminal. Texts longer than their column's Max end with an ellipsis.
func WriteAligned(w io.Writer, t Table, s Style) error {
	lines := make([][]string, 0, len(t.Rows)+1)
	head := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = c.Title
	}
	lines = append(lines, head)
	for _, row := range t.Rows {
		line := make([]string, len(row))
		for i := range row {
			line[i] = cut(row[i].words(s), t.Columns[i].Max)
		}
		lines = append(lines, line)
	}
	width := make([]int, len(t.Columns))
	for _, line := range lines {
		for i, cell := range line {
			width[i] = max(width[i], displaywidth.String(cell))
		}
	}
	out := bufio.NewWriterSize(w, 64<<10)
	for _, line := range lines {
		writeLine(out, line, width, t.Columns)
	}
	return out.Flush()
}

func writeLine(out *bufio.Writer, line []string, width []int, columns []Column) {
	end := len(line)
	for end > 0 && line[end-1] == "" {
		end--
	}
	for i, cell := range line[:end] {
		if i > 0 {
			out.WriteString(gap)
		}
		pad := strings.Repeat(" ", width[i]-displaywidth.String(cell))
		switch {
		case columns[i].Right:
			out.WriteString(pad)
			out.WriteString(cell)
		case i == end-1:
			out.WriteString(cell)
		default:
			out.WriteString(cell)
			out.WriteString(pad)
		}
	}
	out.WriteByte('\n')
}

// cut shortens a text to so many cells.
func cut(s string, most int) string {
	if most <= 0 || displaywidth.String(s) <= most {
		return s
	}
	return displaywidth.TruncateString(s, most, "…")
}

// words is the cell as people read it.
func (c *Cell) words(s Style) string {
	switch c.kind {
	case text:
		return strings.TrimSpace(Clean(c.s))
	case list:
		return Clean(strings.Join(c.items, " "))
	case amount:
		return c.sum(s.Money)
	case number:
		return strconv.FormatInt(c.n, 10)
	case day:
		return dayWords(calendar.Date(c.n))
	case truth:
		if c.n != 0 {
			return s.Yes
		}
		return s.No
	}
	return ""
}

// sum writes an amount, without its currency where that stands beside it.
func (c *Cell) sum(style money.Style) string {
	s := money.Format(money.Of(c.n, c.currency), style)
	if !c.bare {
		return s
	}
	s = strings.Replace(s, "€", "", 1)
	return strings.Trim(strings.TrimSuffix(s, c.currency.String()), "\u00A0")
}

// dayWords writes a date in figures: 23/11/2026, which British English shares.
func dayWords(d calendar.Date) string {
	y, m, day := d.YMD()
	b := make([]byte, 0, 10)
	b = append(b, byte('0'+day/10), byte('0'+day%10), '/', byte('0'+int(m)/10), byte('0'+int(m)%10), '/')
	if y < 1000 {
		return d.String()
	}
	return string(strconv.AppendInt(b, int64(y), 10))
}

// Write writes a table in the format asked for.
func Write(w io.Writer, t Table, f Format, s Style) error {
	switch f {
	case CSV:
		return WriteCSV(w, t, s)
	case JSON:
		return WriteJSON(w, t)
	}
	return WriteAligned(w, t, s)
}
