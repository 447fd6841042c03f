package ledgerfile

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// charset is the encoding of a text file.
type charset uint8

const (
	inUTF8 charset = iota
	inWindows1252
	inLatin9 // ISO 8859-15
	inCP850
)

var charsetNames = [...]string{"UTF-8", "Windows-1252", "ISO 8859-15", "CP850"}

// inUTF16 names the encoding that a source turns into UTF-8.
const inUTF16 = "UTF-16"

func (c charset) String() string { return charsetNames[c] }

// census is what the bytes of a text say about its encoding.
type census struct {
	invalid bool      // not UTF-8
	high    [128]bool // bytes seen from 0x80 on
}

// count reads whole lines.
func (c *census) count(b []byte) {
	for len(b) >= 8 {
		m := binary.LittleEndian.Uint64(b) & highBits
		if m == 0 {
			b = b[8:]
			continue
		}
		b = c.countHigh(b[bits.TrailingZeros64(m)>>3:])
	}
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			b = b[1:]
			continue
		}
		b = c.countHigh(b)
	}
}

// countHigh reads the characters beyond ASCII that b begins with.
func (c *census) countHigh(b []byte) []byte {
	for len(b) > 0 && b[0] >= utf8.RuneSelf {
		if b[0] == 0xC3 && len(b) > 1 && b[1]&0xC0 == 0x80 { // À to ÿ
			c.high[0x43], c.high[b[1]&0x7F] = true, true
			b = b[2:]
			continue
		}
		r, n := utf8.DecodeRune(b)
		c.invalid = c.invalid || r == utf8.RuneError && n == 1
		for _, x := range b[:n] {
			c.high[x&0x7F] = true
		}
		b = b[n:]
	}
	return b
}

func (c *census) add(o *census) {
	c.invalid = c.invalid || o.invalid
	for i, seen := range o.high {
		c.high[i] = c.high[i] || seen
	}
}

func (c *census) saw(b byte) bool { return c.high[b&0x7F] }

func (c *census) sawAny(from, to byte) bool {
	for b := int(from); b <= int(to); b++ {
		if c.saw(byte(b)) {
			return true
		}
	}
	return false
}

// charset decides as accounting exports need it: UTF-8 where valid; CP850 where
// é, è or à of that table occur and neither é nor è of the Windows tables;
// Windows-1252 where a byte is a control in ISO 8859; else ISO 8859-15.
func (c *census) charset() charset {
	accents := c.saw(0x82) || c.saw(0x8A) || c.saw(0x85) && !c.sawAny(0xC0, 0xFF)
	switch {
	case !c.invalid:
		return inUTF8
	case accents && !c.saw(0xE8) && !c.saw(0xE9):
		return inCP850
	case c.sawAny(0x80, 0x9F):
		return inWindows1252
	}
	return inLatin9
}

// decode gives a text of that encoding in UTF-8.
func decode(s string, from charset) string {
	if isASCII(s) {
		return s
	}
	var table *charmap.Charmap
	switch from {
	case inWindows1252:
		table = charmap.Windows1252
	case inLatin9:
		table = charmap.ISO8859_15
	case inCP850:
		table = charmap.CodePage850
	default:
		return strings.ToValidUTF8(s, "\uFFFD")
	}
	var out strings.Builder
	out.Grow(2 * len(s))
	for i := range len(s) {
		out.WriteRune(table.DecodeByte(s[i]))
	}
	return out.String()
}

// clean takes escape sequences, control characters and invisible direction marks out of a text
// and brings it into normal form C. White space of any kind becomes a space at
// most; it does not stay at the ends.
func clean(s string) string {
	s = withoutEscapes(s)
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
			return ' '
		case isControl(r):
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(norm.NFC.String(s))
}

// isSimple reports whether clean would leave the UTF-8 text s as it is, for the
// texts that nearly all are: printable ASCII and letters below U+0300, no space
// at the ends.
func isSimple(s string) bool {
	return s == "" || s[0] != ' ' && s[len(s)-1] != ' ' && onlySimple(s)
}

// onlySimple is isSimple but for the spaces at the ends.
func onlySimple[T string | []byte](s T) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == 0x7F || c == 0xC2 || c >= 0xCC {
			return false
		}
	}
	return true
}

// isControl names what must not reach a terminal: C0, DEL, C1, and the marks
// that turn text or that nobody sees. Exports write the same ones as spaces: what
// they wrote reads back as what was exported.
func isControl(r rune) bool {
	switch {
	case r < ' ', r >= 0x7F && r < 0xA0:
		return true
	case r < 0xAD:
		return false
	case r == 0x2028, r == 0x2029, unicode.Is(unicode.Cf, r):
		return true
	}
	return r == 0x034F || r == 0x115F || r == 0x1160 || r == 0x17B4 || r == 0x17B5 || r == 0x3164 || r == 0xFFA0 // fillers
}

// hasControl reports whether clean would take characters out of s.
func hasControl(s string) bool { return strings.ContainsFunc(s, isControl) }

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

const (
	escape = 0x1B
	csi    = 0x9B // a control sequence in one character
	osc    = 0x9D // a command to the operating system in one character
	bell   = 0x07
	st     = 0x9C // ends a command
)

// withoutEscapes takes the escape sequences of ISO 6429 out whole, with what of
// them one could read: "\x1b[31mRed" is "Red". A command (title, link) goes as
// far as its end mark; without one only its first characters go.
func withoutEscapes(s string) string {
	if strings.IndexByte(s, escape) < 0 && !strings.ContainsAny(s, "\u0090\u009B\u009D\u009E\u009F") {
		return s
	}
	in := []rune(s)
	out := make([]rune, 0, len(in))
	for i := 0; i < len(in); {
		n := escapeLength(in[i:])
		if n == 0 {
			out = append(out, in[i])
			n = 1
		}
		i += n
	}
	return string(out)
}

// escapeLength gives the length of the escape sequence that a text begins with,
// zero where it begins with none.
func escapeLength(s []rune) int {
	kind, n := s[0], 1
	if kind == escape {
		if len(s) == 1 {
			return 1
		}
		kind, n = s[1], 2
		if kind >= 0x40 && kind <= 0x5F {
			kind += 0x40 // ESC [ is the same as the one character
		}
	}
	switch {
	case kind == csi:
		for n < len(s) && s[n] >= 0x20 && s[n] <= 0x3F {
			n++
		}
		if n < len(s) && s[n] >= 0x40 && s[n] <= 0x7E {
			n++
		}
		return n
	case kind == osc || kind == 0x90 || kind == 0x98 || kind == 0x9E || kind == 0x9F:
		for i := n; i < len(s); i++ {
			switch {
			case s[i] == bell || s[i] == st:
				return i + 1
			case s[i] == escape && i+1 < len(s) && s[i+1] == '\\':
				return i + 2
			}
		}
		return n
	case s[0] != escape:
		return 0
	}
	for n-1 < len(s) && s[n-1] >= 0x20 && s[n-1] <= 0x2F { // ESC ( B
		n++
	}
	return min(n, len(s))
}
