package ledgerfile

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// xmlInput hands a decoder its bytes. It stops where one element or text takes
// more than a line may: the decoder keeps each of them whole.
type xmlInput struct {
	r    *bufio.Reader
	left int // bytes that the current token may still take
}

// ReadByte implements io.ByteReader.
func (x *xmlInput) ReadByte() (byte, error) {
	if x.left--; x.left < 0 {
		return 0, errLineTooLong
	}
	return x.r.ReadByte()
}

// Read implements io.Reader, which the decoder asks for and does not use.
func (x *xmlInput) Read(p []byte) (int, error) { return readBytes(x, p) }

func readBytes(r io.ByteReader, p []byte) (n int, err error) {
	for n < len(p) {
		if p[n], err = r.ReadByte(); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// tableInput is xmlInput for text of one byte a character.
type tableInput struct {
	in      *xmlInput
	table   *charmap.Charmap
	buf     [utf8.UTFMax]byte
	pending []byte // of buf
}

// ReadByte implements io.ByteReader.
func (t *tableInput) ReadByte() (byte, error) {
	if len(t.pending) == 0 {
		c, err := t.in.ReadByte()
		if err != nil || c < utf8.RuneSelf {
			return c, err
		}
		t.pending = t.buf[:utf8.EncodeRune(t.buf[:], t.table.DecodeByte(c))]
	}
	c := t.pending[0]
	t.pending = t.pending[1:]
	return c, nil
}

// Read implements io.Reader.
func (t *tableInput) Read(p []byte) (int, error) { return readBytes(t, p) }

// unknownCharset is a declaration of an encoding that is not read.
type unknownCharset struct{ name string }

func (u *unknownCharset) Error() string { return fmt.Sprintf("ledgerfile: encoding %q", u.name) }

// charset is xml.Decoder.CharsetReader. ISO 8859-1 is read as Windows-1252,
// which has characters where the former has controls that no ledger holds.
func (x *xmlSource) charset(name string, _ io.Reader) (io.Reader, error) {
	if x.inUTF8 { // the byte order mark says more than the declaration
		return x.in, nil
	}
	switch plain := strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(name)); plain {
	case "utf8", "usascii", "ascii":
		return x.in, nil
	case "iso88591", "latin1", "l1", "windows1252", "cp1252":
		return &tableInput{in: x.in, table: charmap.Windows1252}, nil
	case "iso885915", "latin9":
		return &tableInput{in: x.in, table: charmap.ISO8859_15}, nil
	}
	return nil, &unknownCharset{name: name}
}

// xmlDate turns a day of XML (AAAA-MM-JJ, a time or a zone behind it or none)
// into the form of the flat file. Other texts stay as they are.
func xmlDate(s string) string {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' || len(s) > 10 && strings.IndexByte("TZ+-", s[10]) < 0 {
		return s
	}
	day := s[:4] + s[5:7] + s[8:10]
	if !digits(day) {
		return s
	}
	return day
}

// xmlNumber turns a number of XML (decimal dot, xs:float with an exponent) into
// the form of the flat file. Other texts stay as they are.
func xmlNumber(s string) string {
	mantissa, exponent, floating := strings.Cut(strings.Replace(s, "E", "e", 1), "e")
	if floating {
		if shifted, ok := shift(mantissa, exponent); ok {
			s = shifted
		}
	}
	if strings.IndexByte(s, ',') >= 0 {
		return s
	}
	return strings.Replace(s, ".", ",", 1)
}

// shift moves the decimal mark of a number by an exponent of one digit or two.
func shift(mantissa, exponent string) (string, bool) {
	sign := ""
	if mantissa != "" && (mantissa[0] == '-' || mantissa[0] == '+') {
		sign, mantissa = mantissa[:1], mantissa[1:]
	}
	by, negative := strings.CutPrefix(exponent, "-")
	by = strings.TrimPrefix(by, "+")
	whole, part, _ := strings.Cut(mantissa, ".")
	if by == "" || len(by) > 2 || !digits(by) || whole+part == "" || !digits(whole+part) {
		return "", false
	}
	n := 0
	for _, c := range []byte(by) {
		n = n*10 + int(c-'0')
	}
	if negative {
		whole = strings.Repeat("0", n) + whole
		return sign + whole[:len(whole)-n] + "." + strings.TrimRight(whole[len(whole)-n:]+part, "0"), true
	}
	part += strings.Repeat("0", max(n-len(part), 0))
	return sign + whole + part[:n] + "." + strings.TrimRight(part[n:], "0"), true
}
