package sheet

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"relance/domain/calendar"
	"relance/domain/money"
)

// WriteCSV writes a table as RFC 4180 has it but for the line ends, which are
// LF: UTF-8, commas and decimal dots; in the French dialect semicolons, decimal
// commas and a byte order mark, which is what a French spreadsheet expects. The
// first line holds the columns' keys.
//
// A text that a spreadsheet would take for a formula gets an apostrophe in
// front (OWASP, CSV injection); figures and dates never do.
func WriteCSV(w io.Writer, t Table, s Style) error {
	out := bufio.NewWriterSize(w, 64<<10)
	sep := byte(',')
	if s.French {
		sep = ';'
		out.WriteString("\uFEFF")
	}
	for i, c := range t.Columns {
		if i > 0 {
			out.WriteByte(sep)
		}
		out.WriteString(c.Key)
	}
	out.WriteByte('\n')
	var buf []byte
	for _, row := range t.Rows {
		for i := range row {
			if i > 0 {
				out.WriteByte(sep)
			}
			buf = row[i].appendCSV(buf[:0], sep, s)
			out.Write(buf)
		}
		out.WriteByte('\n')
	}
	return out.Flush()
}

func (c *Cell) appendCSV(b []byte, sep byte, s Style) []byte {
	switch c.kind {
	case text:
		return appendQuoted(b, c.s, sep)
	case list:
		return appendQuoted(b, strings.Join(c.items, " "), sep)
	case amount:
		a := money.Of(c.n, c.currency)
		if s.French {
			return money.AppendComma(b, a)
		}
		return money.AppendPlain(b, a)
	case number:
		return strconv.AppendInt(b, c.n, 10)
	case day:
		return calendar.Date(c.n).Append(b)
	case truth:
		return strconv.AppendInt(b, c.n, 10)
	}
	return b
}

func appendQuoted(b []byte, s string, sep byte) []byte {
	s = Defuse(s)
	if !strings.ContainsAny(s, "\",;\n\r\t") && strings.IndexByte(s, sep) < 0 && strings.TrimSpace(s) == s {
		return append(b, s...)
	}
	b = append(b, '"')
	for i := range len(s) {
		if s[i] == '"' {
			b = append(b, '"')
		}
		b = append(b, s[i])
	}
	return append(b, '"')
}

// Defuse makes a text harmless in a spreadsheet and on a terminal: control
// characters become spaces, and a beginning that a spreadsheet takes for a
// formula gets an apostrophe in front, behind apostrophes of its own too, so
// that Undefuse gives it back. The beginning is looked for behind blanks too,
// since spreadsheets skip them.
func Defuse(s string) string {
	starts := s != "" && (s[0] == '\t' || s[0] == '\r')
	s = Clean(s)
	if starts || dangerous(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

// Undefuse takes off the apostrophe that Defuse put before a text.
func Undefuse(s string) string {
	if len(s) > 1 && s[0] == '\'' && dangerous(strings.TrimLeft(s, "'")) {
		return s[1:]
	}
	return s
}

func dangerous(s string) bool {
	s = strings.TrimLeft(s, " \u00A0\u202F")
	if s == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	switch r {
	case '=', '+', '-', '@', '＝', '＋', '－', '＠':
		return true
	}
	return false
}
