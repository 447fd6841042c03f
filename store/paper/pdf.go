package paper

import (
	_ "embed" // the two fonts
	"io"
	"strconv"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

//go:embed fonts/DejaVuSansCondensed.ttf
var fontRegular []byte

//go:embed fonts/DejaVuSansCondensed-Bold.ttf
var fontBold []byte

// The page, in millimetres: A4 with its margins; the foot holds page number and
// initials.
const (
	pageWidth  = 210.0
	pageHeight = 297.0
	marginSide = 20.0
	marginTop  = 18.0
	marginFoot = 24.0
	inside     = pageWidth - 2*marginSide
	lowest     = pageHeight - marginFoot

	bodySize  = 9.5 // points
	smallSize = 7.0
	leading   = 0.47 // line height in millimetres for a point of size
)

// WritePDF writes a paper as PDF, A4, with the fonts inside. Created is the date
// in the file's metadata; the zero time stands for 1970. The same arguments give
// the same bytes.
func WritePDF(w io.Writer, d Doc, created time.Time) error {
	p := newPage(d, created)
	for i, b := range d.Blocks {
		if err := p.block(b, d.Blocks[i+1:]); err != nil {
			return err
		}
	}
	p.feet(d)
	return p.f.Output(w)
}

// page is the page being written; y is where the next block begins.
type page struct {
	f     *fpdf.Fpdf
	lang  Lang
	y     float64
	style string
	size  float64
}

func newPage(d Doc, created time.Time) *page {
	if created.IsZero() {
		created = time.Unix(0, 0)
	}
	created = created.UTC().Truncate(time.Second)
	f := fpdf.New("P", "mm", "A4", "")
	f.SetCatalogSort(true)
	f.SetCreationDate(created)
	f.SetModificationDate(created)
	f.SetProducer("relance", true)
	f.SetTitle(printable(d.Title), true)
	f.SetAuthor(printable(d.Author), true)
	f.SetLang(d.Lang.String())
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(marginSide, marginTop, marginSide)
	f.SetCellMargin(0)
	f.AddUTF8FontFromBytes("dejavu", "", fontRegular)
	f.AddUTF8FontFromBytes("dejavu", "B", fontBold)
	p := &page{f: f, lang: d.Lang, y: marginTop}
	p.font("", bodySize)
	f.AddPage()
	f.SetLineWidth(0.2)
	return p
}

func (p *page) font(style string, size float64) {
	p.style, p.size = style, size
	p.f.SetFont("dejavu", style, size)
}

// printable leaves out what the font format cannot name: emoji, and what only
// turns another character into one. LeftOut names them.
func printable(s string) string {
	if !strings.ContainsFunc(s, undrawn) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if undrawn(r) {
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(strings.ReplaceAll(s, "  ", " "))
}

// undrawn reports whether the PDF has no sign for a character.
func undrawn(r rune) bool { return r > 0xFFFF || r == 0xFE0F || r == 0x20E3 }

// LeftOut gives the characters of a paper that its PDF cannot show, each once, in
// their order; its text and its message have them.
func LeftOut(d Doc) string {
	var out strings.Builder
	for _, r := range d.Title + Text(d) {
		if r > 0xFFFF && !strings.ContainsRune(out.String(), r) {
			out.WriteRune(r)
		}
	}
	return out.String()
}

func (p *page) width(s string) float64 { return p.f.GetStringWidth(printable(s)) }

func (p *page) step() float64 { return p.size * leading }

// text writes one line in a width, with its top at y.
func (p *page) text(x, y, width float64, a Align, s string) {
	s = printable(s)
	if a == Right {
		x += width - p.f.GetStringWidth(s)
	}
	p.f.Text(x, y+0.76*p.step(), s)
}

// need starts a new page unless there is room for height.
func (p *page) need(height float64) {
	if p.y+height > lowest && p.y > marginTop {
		p.newPage()
	}
}

func (p *page) newPage() {
	p.f.AddPage()
	p.f.SetLineWidth(0.2)
	p.y = marginTop
}

// lines writes lines below each other, over as many pages as they take.
func (p *page) lines(x, width float64, a Align, lines []string) {
	for _, s := range lines {
		p.need(p.step())
		p.text(x, p.y, width, a, s)
		p.y += p.step()
	}
}

func (p *page) block(b Block, rest []Block) error {
	switch b := b.(type) {
	case Heading:
		p.heading(b, rest)
	case Paragraph:
		p.paragraph(b, rest)
	case Table:
		p.table(b)
	case KeyValues:
		p.keyValues(b)
	case QRCodes:
		return p.codes(b)
	case Signatures:
		p.signatures(b)
	case Rule:
		p.need(4)
		p.f.Line(marginSide, p.y+1, marginSide+inside, p.y+1)
		p.y += 4
	case PageBreak:
		if p.y > marginTop {
			p.newPage()
		}
	}
	return nil
}

func (p *page) heading(h Heading, rest []Block) {
	size := [...]float64{14, 10.5, bodySize}[min(max(h.Level, 1), 3)-1]
	p.font("B", size)
	parts := wrap(h.Text, inside, p.width)
	above := size * 0.2
	// A heading does not stand alone at the end of a page.
	follow := 14.0
	if len(rest) == 0 {
		follow = 0
	}
	p.need(above + float64(len(parts))*p.step() + follow)
	if p.y > marginTop {
		p.y += above
	}
	p.lines(marginSide, inside, Left, parts)
	p.y += size * 0.16
	p.font("", bodySize)
}

func (p *page) paragraph(b Paragraph, rest []Block) {
	if b.Strong {
		p.font("B", bodySize)
	}
	x, width := marginSide, inside
	switch {
	case b.Bullet:
		x, width = x+5, width-5
	case b.Right:
		x, width = marginSide+inside/2, inside/2
	}
	parts := wrap(b.Text, width, p.width)
	p.need(float64(min(len(parts), 2)) * p.step())
	if b.Bullet {
		p.text(marginSide+1.5, p.y, 3, Left, "–")
	}
	if b.Right {
		p.atRight(x, width, parts)
	} else {
		p.lines(x, width, Left, parts)
	}
	p.y += p.size * 0.22
	if b.Bullet && len(rest) > 0 {
		if next, ok := rest[0].(Paragraph); ok && next.Bullet {
			p.y -= p.size * 0.14
		}
	}
	p.font("", bodySize)
}

// atRight writes lines that begin below each other and stand at the right.
func (p *page) atRight(x, width float64, parts []string) {
	widest := 0.0
	for _, s := range parts {
		widest = max(widest, p.width(s))
	}
	p.lines(x+width-widest, widest, Left, parts)
}

func (p *page) keyValues(k KeyValues) {
	widest := 0.0
	for _, pair := range k.Pairs {
		widest = max(widest, p.width(oneLine(pair.Key)))
	}
	widest = min(widest, inside*0.45)
	room := 0.0
	p.font("B", bodySize)
	for _, pair := range k.Pairs {
		room = max(room, min(p.width(oneLine(pair.Value)), inside-widest-5))
	}
	p.font("", bodySize)
	align := Left
	if k.Right {
		align = Right
	}
	for _, pair := range k.Pairs {
		keys := wrap(oneLine(pair.Key), widest, p.width)
		p.font("B", bodySize)
		values := wrap(pair.Value, inside-widest-5, p.width)
		p.font("", bodySize)
		for i := range max(len(keys), len(values)) {
			p.need(p.step())
			p.text(marginSide, p.y, widest, Left, at(keys, i))
			p.font("B", bodySize)
			p.text(marginSide+widest+5, p.y, room, align, at(values, i))
			p.font("", bodySize)
			p.y += p.step()
		}
	}
	p.y += 2
}

// codes draws QR codes, four in a row, each with its text below.
func (p *page) codes(q QRCodes) error {
	const side, across = 32.0, 4
	room := inside / across
	p.need(p.step() + side + 12)
	p.text(marginSide, p.y, inside, Left, q.Title)
	p.y += p.step()
	p.font("", smallSize)
	defer p.font("", bodySize)
	for i := 0; i < len(q.Codes); i += across {
		row := q.Codes[i:min(i+across, len(q.Codes))]
		captions := make([][]string, len(row))
		height := 0.0
		for n, c := range row {
			captions[n] = wrap(c.Caption, room-2, p.width)
			height = max(height, side+float64(len(captions[n]))*p.step()+3)
		}
		p.need(height)
		for n, c := range row {
			x := marginSide + float64(n)*room
			if err := p.code(x, p.y, side, c.Payload); err != nil {
				return err
			}
			for k, s := range captions[n] {
				p.text(x+1, p.y+side+float64(k)*p.step(), room-2, Left, s)
			}
		}
		p.y += height
	}
	return nil
}

// code draws a code with its quiet zone into a square of side millimetres.
func (p *page) code(x, y, side float64, payload string) error {
	m, err := encode(payload)
	if err != nil {
		return err
	}
	unit := side / float64(m.size+2*quiet)
	p.f.SetFillColor(0, 0, 0)
	for row := range m.size {
		for from := 0; from < m.size; from++ {
			if !m.at(from, row) {
				continue
			}
			to := from
			for m.at(to, row) {
				to++
			}
			// A hair higher than it is, so that no light line parts two rows.
			p.f.Rect(x+float64(from+quiet)*unit, y+float64(row+quiet)*unit, float64(to-from)*unit, unit*1.04, "F")
			from = to
		}
	}
	return nil
}

// signatures draws the places to sign, two in a row, each row on one page.
func (p *page) signatures(s Signatures) {
	const gap, blank = 8.0, 26.0
	width := (inside - gap) / 2
	for i := 0; i < len(s.Boxes); i += 2 {
		row := s.Boxes[i:min(i+2, len(s.Boxes))]
		parts := make([][]string, len(row))
		height := 0.0
		for n, b := range row {
			parts[n] = p.boxLines(b, width-6)
			height = max(height, float64(len(parts[n]))*p.step()+blank)
		}
		p.need(height + 4)
		for n := range row {
			x := marginSide + float64(n)*(width+gap)
			p.f.Rect(x, p.y, width, height, "D")
			for k, text := range parts[n] {
				if k == 0 {
					p.font("B", bodySize)
				}
				p.text(x+3, p.y+2+float64(k)*p.step(), width-6, Left, text)
				p.font("", bodySize)
			}
		}
		p.y += height + 4
	}
}

func (p *page) boxLines(b SignatureBox, width float64) []string {
	var out []string
	for _, s := range []string{b.Title, b.Name, b.Capacity, b.Mention, wordSignature.in(p.lang) + wordColonEnd.in(p.lang)} {
		if s != "" {
			out = append(out, wrap(s, width, p.width)...)
		}
	}
	return out
}

// feet writes the foot of every page: title, page number, box for initials.
func (p *page) feet(d Doc) {
	pages := p.f.PageCount()
	for n := 1; n <= pages; n++ {
		p.f.SetPage(n)
		// Each page keeps its own font and colour; setting two fonts in turn makes
		// the second hold.
		p.font("B", smallSize+1)
		p.font("", smallSize)
		p.f.SetFillColor(0, 0, 0)
		y := lowest + 6
		p.text(marginSide, y, inside, Left, beginning(oneLine(printable(d.Title)), inside*0.55, p.width))
		number := strconv.Itoa(n) + "/" + strconv.Itoa(pages)
		if !d.Initials {
			p.text(marginSide, y, inside, Right, number)
			continue
		}
		p.text(marginSide, y, inside-44, Right, number)
		p.text(marginSide+inside-40, y, 40, Left, wordInitials.in(d.Lang))
		p.f.Rect(marginSide+inside-24, y-2, 24, 10, "D")
	}
}
