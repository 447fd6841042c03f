package ledgerfile

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"relance/domain/calendar"
	"relance/domain/ledger"
)

// readXML reads a FEC in its XML form, which the tax administration publishes
// as schemas (formatA47A-I-VII-1.xsd; VIII-3, VIII-5 and VIII-7 for the variants
// of livre des procédures fiscales, art. A47 A-1 VIII): comptabilite, exercice,
// journal, ecriture, ligne, one inside the other, with the fields of the flat
// file in the innermost one that they are true of. Each ligne becomes a line of
// the flat file, so that both forms of the same entries read alike.
func readXML(src *source, start []byte, opt Options, workers int) (*ledger.Batch, error) {
	c := &collector{opt: opt, strays: map[string]*run{}}
	x := newXMLSource(src, opt.Name)
	_, bom := cutBOM(start)
	if bom {
		_, _ = src.r.Discard(len(utf8BOM)) // they were peeked at
		c.tally.note(ledger.FindingBOM, 1, "", "")
	}
	x.inUTF8 = bom || src.utf16
	if src.utf16 {
		c.tally.note(ledger.FindingEncoding, 0, "", inUTF16)
	}
	first, err := x.next(nil)
	if errors.Is(err, io.EOF) {
		err = refuse(opt.Name, ledger.Finding{Code: ledger.RefuseEmpty})
	}
	if err != nil {
		return nil, err
	}
	l := xmlLayout(start)
	c.hire(&l, commonNumber(first, &l), workers)
	if err := c.run(x, first); err != nil {
		return nil, err
	}
	c.closing = x.closing
	x.noteTo(&c.tally)
	return c.batch()
}

// xmlSeparator stands between the fields of the lines made of XML: no XML text
// can hold it.
const xmlSeparator = 0x1F

// xmlLayout has all fields of all variants, each in its own place.
func xmlLayout(start []byte) layout {
	l := layout{sep: xmlSeparator, columns: int(fecFieldCount), least: int(fecFieldCount), placed: true}
	for f := range l.at {
		l.at[f] = f
	}
	lower := bytes.ToLower(start)
	l.cash = bytes.Contains(lower, []byte("<datergl")) || bytes.Contains(lower, []byte("<modergl"))
	return l
}

// The levels of the XML form: what an element may hold depends on them.
const (
	atTop = iota
	inLedger
	inYear
	inJournal
	inEntry
	inLine
)

var xmlLevels = [...]string{"comptabilite", "exercice", "journal", "ecriture", "ligne"}

const closingName = "DateCloture"

// maxDepth is deeper than any element of the form stands.
const maxDepth = 32

// xmlSource turns the XML form into lines of the flat one, by the chunk. It
// keeps the current element of each level and no more.
type xmlSource struct {
	dec    *xml.Decoder
	in     *xmlInput
	file   string
	inUTF8 bool  // whatever the declaration says
	failed error // comes after the lines before it

	open    []string // the elements around
	level   int
	unknown int  // elements around, from the first that is not known
	inField bool // the innermost element is a field, or DateCloture
	field   fecField
	text    []byte

	values  [inLine + 1]xmlValues // by level
	inside  [inLine + 1]int       // elements of the next level met in this one
	at      int                   // line where the token begins
	line    int                   // where the ligne begins
	closing calendar.Date
	years   int

	lines  []uint32
	last   uint32
	names  map[string]fecField // met; fecFieldCount = no field
	cased  []ledger.Finding    // fields under names spelled otherwise
	extra  []string            // elements that are no fields
	extras int                 // line of the first
}

// xmlValues are the fields given on one level.
type xmlValues struct {
	given uint32 // by field, as bits
	text  [fecFieldCount]string
}

func newXMLSource(src *source, file string) *xmlSource {
	x := &xmlSource{in: &xmlInput{r: src.r}, file: file, names: map[string]fecField{}}
	x.dec = xml.NewDecoder(x.in)
	x.dec.CharsetReader = x.charset
	return x
}

func (x *xmlSource) places() []uint32 { return x.lines }

// next implements chunker.
func (x *xmlSource) next(buf []byte) ([]byte, error) {
	buf, x.lines = buf[:0], nil
	for x.failed == nil && len(buf) < blockSize {
		x.in.left = maxLine
		x.at, _ = x.dec.InputPos()
		token, err := x.dec.RawToken()
		if err == nil {
			buf, err = x.take(token, buf)
		} else {
			err = x.broken(err)
		}
		x.failed = err
	}
	if len(buf) > 0 {
		return buf, nil
	}
	return nil, x.failed
}

// take reads one token, and adds the line that it completes to buf.
func (x *xmlSource) take(token xml.Token, buf []byte) ([]byte, error) {
	switch t := token.(type) {
	case xml.StartElement:
		return buf, x.begin(t.Name.Local)
	case xml.EndElement:
		return x.end(t.Name.Local, buf)
	case xml.CharData:
		return buf, x.characters(t)
	}
	return buf, nil // comments, instructions and document types say nothing
}

// broken words why the decoder stopped; the end of the file is no fault where
// no element is open.
func (x *xmlSource) broken(err error) error {
	x.at, _ = x.dec.InputPos()
	var charset *unknownCharset
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, io.EOF) && len(x.open) == 0:
		return io.EOF
	case errors.Is(err, io.EOF):
		return x.refuse(ledger.RefuseXML, "<"+x.open[len(x.open)-1]+">")
	case errors.As(err, &charset):
		return x.refuse(ledger.RefuseEncoding, charset.name)
	case errors.Is(err, errLineTooLong):
		return x.refuse(ledger.RefuseTooLong, "")
	case errors.As(err, &syntax) && strings.Contains(syntax.Msg, "UTF-8"):
		return x.refuse(ledger.RefuseEncoding, "UTF-8")
	case errors.As(err, &syntax), strings.HasPrefix(err.Error(), "xml:"):
		where := ""
		if n := len(x.open); n > 0 {
			where = "<" + x.open[n-1] + ">"
		}
		return x.refuse(ledger.RefuseXML, where)
	}
	return x.refuse(ledger.RefuseRead, err.Error())
}

func (x *xmlSource) refuse(code ledger.FindingCode, detail string) error {
	return refuse(x.file, ledger.Finding{Code: code, Line: x.at, Detail: excerpt(detail)})
}

func (x *xmlSource) misplaced(name string) error { return x.refuse(ledger.RefuseXML, "<"+name+">") }

func (x *xmlSource) begin(name string) error {
	if len(x.open) >= maxDepth || x.inField {
		return x.misplaced(name)
	}
	x.open = append(x.open, name)
	level := xmlLevel(name)
	switch {
	case x.unknown > 0:
		x.unknown++
	case x.level < inLine && level == x.level+1:
		return x.enter(level, name)
	case level > 0 || x.level == atTop:
		return x.misplaced(name)
	case x.level == inYear && strings.EqualFold(name, closingName):
		x.inField, x.field, x.text = true, fecFieldCount, x.text[:0]
	default:
		return x.beginField(name)
	}
	return nil
}

// xmlLevel gives the level that an element makes, 0 for none.
func xmlLevel(name string) int {
	for i, n := range xmlLevels {
		if strings.EqualFold(n, name) {
			return i + 1
		}
	}
	return 0
}

func (x *xmlSource) enter(level int, name string) error {
	x.inside[x.level]++
	x.level = level
	x.inside[level] = 0
	x.values[level].given = 0
	switch level {
	case inLedger:
		if x.inside[atTop] > 1 {
			return x.misplaced(name)
		}
	case inYear:
		if x.years++; x.years > 1 {
			return x.refuse(ledger.RefuseYears, "")
		}
	case inLine:
		x.line = x.at
	}
	return nil
}

func (x *xmlSource) characters(b []byte) error {
	switch {
	case x.inField:
		if x.text = append(x.text, b...); len(x.text) > maxText {
			return x.refuse(ledger.RefuseTooLong, "")
		}
	case x.unknown == 0 && len(bytes.TrimSpace(b)) > 0:
		where := ""
		if n := len(x.open); n > 0 {
			where = "<" + x.open[n-1] + ">"
		}
		return x.refuse(ledger.RefuseXML, where)
	}
	return nil
}

func (x *xmlSource) end(name string, buf []byte) ([]byte, error) {
	n := len(x.open)
	if n == 0 || x.open[n-1] != name {
		return buf, x.refuse(ledger.RefuseXML, "</"+name+">")
	}
	x.open = x.open[:n-1]
	switch {
	case x.unknown > 0:
		x.unknown--
	case x.inField:
		x.inField = false
		return buf, x.endField()
	default:
		if x.level == inLine {
			buf = x.emit(buf)
		}
		x.level--
	}
	return buf, nil
}

func (x *xmlSource) endField() error {
	text := oneLine(x.text)
	switch x.field {
	case fecFieldCount:
		if text == "" {
			return nil
		}
		day, err := calendar.ParseFEC([]byte(xmlDate(text)))
		if err != nil {
			return refuse(x.file, ledger.Finding{Code: ledger.RefuseDate, Line: x.at, Column: closingName, Detail: excerpt(text)})
		}
		x.closing = day
		return nil
	case fDate, fPieceDate, fDateLet, fValidDate, fDateRglt:
		text = xmlDate(text)
	case fDebit, fCredit, fMontant, fForeign:
		text = xmlNumber(text)
	}
	x.values[x.level].text[x.field] = text
	return nil
}

// oneLine trims a text and makes each of its stretches of line ends and tabs a
// space.
func oneLine(b []byte) string {
	b = bytes.TrimSpace(b)
	if !bytes.ContainsAny(b, "\t\r\n\x1f") {
		return string(b)
	}
	return strings.Join(strings.FieldsFunc(string(b), func(r rune) bool {
		return r == '\t' || r == '\r' || r == '\n' || r == xmlSeparator
	}), " ")
}

// emit writes a ligne with what its ecriture and its journal say. An amount of
// one side leaves the other side zero: the schemas let only one stand.
func (x *xmlSource) emit(buf []byte) []byte {
	for f := range fecFieldCount {
		if f > 0 {
			buf = append(buf, xmlSeparator)
		}
		bit := uint32(1) << f
		for level := inLine; level >= inJournal; level-- {
			if v := &x.values[level]; v.given&bit != 0 {
				buf = append(buf, v.text[f]...)
				break
			}
		}
		if f == fDebit && x.blank(fDebit) && !x.blank(fCredit) || f == fCredit && x.blank(fCredit) && !x.blank(fDebit) {
			buf = append(buf, "0,00"...)
		}
	}
	x.last = max(x.last+1, uint32(x.line))
	x.lines = append(x.lines, x.last)
	return append(buf, '\n')
}

func (x *xmlSource) blank(f fecField) bool {
	v := &x.values[inLine]
	return v.given&(1<<f) == 0 || v.text[f] == ""
}
