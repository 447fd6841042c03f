package sheet

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"relance/domain/calendar"
	"relance/domain/money"
)

// WriteJSON writes a table as an array of objects, one a line, with the
// columns' keys in their order. Amounts are decimal strings, dates YYYY-MM-DD,
// blank cells null.
func WriteJSON(w io.Writer, t Table) error {
	out := bufio.NewWriterSize(w, 64<<10)
	keys := make([][]byte, len(t.Columns))
	for i, c := range t.Columns {
		keys[i] = append(appendString(nil, c.Key), ':')
	}
	out.WriteByte('[')
	var buf []byte
	for r, row := range t.Rows {
		if r > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n{")
		for i := range row {
			if i > 0 {
				out.WriteByte(',')
			}
			out.Write(keys[i])
			buf = row[i].appendJSON(buf[:0])
			out.Write(buf)
		}
		out.WriteByte('}')
	}
	if len(t.Rows) > 0 {
		out.WriteByte('\n')
	}
	out.WriteString("]\n")
	return out.Flush()
}

func (c *Cell) appendJSON(b []byte) []byte {
	switch c.kind {
	case text:
		return appendString(b, c.s)
	case amount:
		b = append(b, '"')
		b = money.AppendPlain(b, money.Of(c.n, c.currency))
		return append(b, '"')
	case number:
		return strconv.AppendInt(b, c.n, 10)
	case day:
		b = append(b, '"')
		b = calendar.Date(c.n).Append(b)
		return append(b, '"')
	case truth:
		return strconv.AppendBool(b, c.n != 0)
	case list:
		b = append(b, '[')
		for i, s := range c.items {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendString(b, s)
		}
		return append(b, ']')
	}
	return append(b, "null"...)
}

const hex = "0123456789abcdef"

// appendString writes a JSON string in which everything that a terminal might
// act on is escaped.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c < 0x7F {
			if c == '"' || c == '\\' {
				b = append(b, '\\')
			}
			b = append(b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b = append(b, "\uFFFD"...)
		case r == '\n':
			b = append(b, '\\', 'n')
		case r == '\t':
			b = append(b, '\\', 't')
		case acts(r):
			b = appendEscaped(b, r)
		default:
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return append(b, '"')
}

// appendEscaped writes a character as \uXXXX, beyond the basic plane as two.
func appendEscaped(b []byte, r rune) []byte {
	if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
		return appendEscaped(appendEscaped(b, high), low)
	}
	return append(b, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
}

// WriteValue writes any value as indented JSON, with what a terminal might act
// on escaped.
func WriteValue(w io.Writer, v any) error {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("sheet: %w", err)
	}
	_, err := w.Write(escapeActing(buf.Bytes()))
	return err
}

// escapeActing escapes characters that encoding/json leaves as they are. They
// occur within strings only.
func escapeActing(b []byte) []byte {
	if bytes.IndexFunc(b, actsInJSON) < 0 {
		return b
	}
	out := make([]byte, 0, len(b)+64)
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if actsInJSON(r) {
			out = appendEscaped(out, r)
		} else {
			out = append(out, b[:n]...)
		}
		b = b[n:]
	}
	return out
}

func actsInJSON(r rune) bool { return r != '\n' && acts(r) }
