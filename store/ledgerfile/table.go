package ledgerfile

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"relance/domain/ledger"
)

// tableSeparators in the order of preference.
const tableSeparators = ";\t,|"

// dialect is how a table is cut and where its header stands.
type dialect struct {
	sep     byte
	header  int      // lines before the header
	names   []string // of the columns, folded
	titles  []string // of the columns, as written
	charset charset  // of the header, by the first chunk alone
}

// headerDepth is how many lines of titles may stand above a header.
const headerDepth = 40

// findDialect looks among the first lines and the separators for the header
// that score likes best; score 0 is no header at all.
func findDialect(head []byte, score func(names []string) int) (dialect, bool) {
	var c census
	c.count(head)
	from := c.charset()
	best, found := dialect{charset: from}, 0
	for depth := 0; depth < headerDepth && len(head) > 0; depth++ {
		var line []byte
		line, head = tableLine(head)
		text := decode(string(line[:min(len(line), 1<<14)]), from)
		for i := range len(tableSeparators) {
			sep := tableSeparators[i]
			if strings.IndexByte(text, sep) < 0 {
				continue
			}
			titles := splitRecord(nil, text, sep)
			names := make([]string, len(titles))
			for i, t := range titles {
				names[i] = fold(t)
			}
			if n := score(names); n > found {
				best, found = dialect{sep: sep, header: depth, names: names, titles: titles, charset: from}, n
			}
		}
	}
	return best, found > 0
}

// tableLine is cutLine for text whose line ends may be CR alone.
func tableLine(b []byte) (line, rest []byte) {
	at := bytes.IndexAny(b, "\r\n")
	if at < 0 {
		return b, nil
	}
	line, rest = b[:at], b[at+1:]
	if b[at] == '\r' && len(rest) > 0 && rest[0] == '\n' {
		rest = rest[1:]
	}
	return line, rest
}

// splitRecord cuts a record into fields, appended to out; a field that begins
// with a quotation mark ends with one, doubled inside.
func splitRecord(out []string, s string, sep byte) []string {
	for {
		var field string
		if t := strings.TrimLeft(s, " "); strings.HasPrefix(t, `"`) {
			field, s = cutQuoted(t[1:])
			at := strings.IndexByte(s, sep)
			if at < 0 {
				return append(out, field+strings.TrimRight(s, " "))
			}
			out, s = append(out, field+strings.TrimRight(s[:at], " ")), s[at+1:]
			continue
		}
		at := strings.IndexByte(s, sep)
		if at < 0 {
			return append(out, s)
		}
		out, s = append(out, s[:at]), s[at+1:]
	}
}

func cutQuoted(s string) (field, rest string) {
	at := strings.IndexByte(s, '"')
	if at < 0 {
		return s, ""
	}
	if at+1 >= len(s) || s[at+1] != '"' {
		return s[:at], s[at+1:]
	}
	var out strings.Builder
	for {
		out.WriteString(s[:at])
		s = s[at+1:]
		if s == "" || s[0] != '"' {
			return out.String(), s
		}
		out.WriteByte('"')
		s = s[1:]
		if at = strings.IndexByte(s, '"'); at < 0 {
			return out.String() + s, ""
		}
	}
}

// openQuote reports whether a record ends inside quotation marks, so that the
// next line belongs to it.
func openQuote(s []byte, sep byte) bool {
	open, start := false, true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case open && c == '"' && i+1 < len(s) && s[i+1] == '"':
			i++
		case open && c == '"':
			open = false
		case !open && c == '"' && start:
			open, start = true, false
		case !open && c == sep:
			start = true
		case c != ' ':
			start = false
		}
	}
	return open
}

// maxRecordLines bounds the lines that a quoted field may run over; beyond it
// the quotation mark was a character like any other.
const maxRecordLines = 50

// table reads the records of a table one after the other, undecoded.
type table struct {
	src    *source
	chunk  []byte
	sep    byte
	line   int // of the record that next gave
	lines  int // read so far
	census census
	nuls   int
	ended  bool
	ahead  [][]byte // lines read to find the end of a quoted field
}

func newTable(src *source, head []byte, d dialect) *table {
	t := &table{src: src, sep: d.sep, nuls: src.nuls}
	t.load(head)
	for range d.header + 1 {
		_, _ = t.nextLine()
	}
	return t
}

func (t *table) load(b []byte) {
	b, nuls := plainLines(b)
	t.nuls += nuls
	t.census.count(b)
	t.chunk = b
}

// nextLine gives a line that stays valid, or io.EOF.
func (t *table) nextLine() ([]byte, error) {
	if len(t.ahead) > 0 {
		line := t.ahead[0]
		t.ahead = t.ahead[1:]
		t.lines++
		return line, nil
	}
	line, err := t.rawLine()
	if err == nil {
		t.lines++
	}
	return line, err
}

func (t *table) rawLine() ([]byte, error) {
	for len(t.chunk) == 0 {
		if t.ended {
			return nil, io.EOF
		}
		b, err := t.src.next(nil)
		if err != nil {
			t.ended = true
			return nil, err
		}
		t.load(b)
	}
	line, rest := cutLine(t.chunk)
	t.chunk = rest
	if len(line) > maxLine {
		return nil, errLineTooLong
	}
	return line, nil
}

// next gives the next record that is not blank, cut into fields appended to
// out. io.EOF ends the table.
func (t *table) next(out []string) ([]string, error) {
	for {
		line, err := t.nextLine()
		if err != nil {
			return nil, err
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		t.line = t.lines
		if bytes.IndexByte(line, '"') >= 0 && openQuote(line, t.sep) {
			line, err = t.join(line)
			if err != nil {
				return nil, err
			}
		}
		return splitRecord(out, string(line), t.sep), nil
	}
}

// join adds the lines that a quoted field runs over; where none of the next
// ones closes it, the line stands alone.
func (t *table) join(line []byte) ([]byte, error) {
	whole := bytes.Clone(line)
	for i := range maxRecordLines {
		if i >= len(t.ahead) {
			more, err := t.rawLine()
			if errors.Is(err, io.EOF) {
				return line, nil
			}
			if err != nil {
				return nil, err
			}
			t.ahead = append(t.ahead, more)
		}
		whole = append(append(whole, ' '), t.ahead[i]...)
		if len(whole) > maxLine {
			return line, nil
		}
		if !openQuote(whole, t.sep) {
			t.ahead = t.ahead[i+1:]
			t.lines += i + 1
			return whole, nil
		}
	}
	return line, nil
}

// failed words the error that ended a table.
func (t *table) failed(err error, name string) error {
	if errors.Is(err, errLineTooLong) {
		return refuse(name, ledger.Finding{Code: ledger.RefuseTooLong, Line: t.lines + 1})
	}
	return refuse(name, ledger.Finding{Code: ledger.RefuseRead, Line: t.lines + 1, Detail: err.Error()})
}

// fold reduces a title to its letters and digits, without accents and capitals.
func fold(title string) string {
	var out strings.Builder
	for _, r := range clean(title) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			out.WriteRune(r)
		case r >= 'A' && r <= 'Z':
			out.WriteRune(r + 'a' - 'A')
		default:
			out.WriteString(unaccented(r))
		}
	}
	return out.String()
}

func unaccented(r rune) string {
	switch r {
	case 'é', 'è', 'ê', 'ë', 'É', 'È', 'Ê', 'Ë':
		return "e"
	case 'à', 'â', 'ä', 'À', 'Â', 'Ä':
		return "a"
	case 'î', 'ï', 'Î', 'Ï':
		return "i"
	case 'ô', 'ö', 'Ô', 'Ö':
		return "o"
	case 'ù', 'û', 'ü', 'Ù', 'Û', 'Ü':
		return "u"
	case 'ç', 'Ç':
		return "c"
	case '°', 'º':
		return "o"
	case 'œ', 'Œ':
		return "oe"
	}
	return ""
}
