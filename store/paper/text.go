package paper

import (
	"bufio"
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// Width is the number of columns of the text form.
const Width = 78

// TextOptions say how the text form is written.
type TextOptions struct {
	Codes bool // draw QR codes in half blocks
	Dark  bool // draw the dark modules: for dark text on a light ground
}

// WriteText writes a paper as plain text of 78 columns, in UTF-8 with LF. The
// words and figures are those of the PDF; QR codes are left out unless asked
// for.
func WriteText(w io.Writer, d Doc, o TextOptions) error {
	out := bufio.NewWriter(w)
	t := texter{out: out, lang: d.Lang, options: o}
	for i, b := range d.Blocks {
		if i > 0 && !t.follows(d.Blocks[i-1], b) {
			t.line("")
		}
		if err := t.block(b); err != nil {
			return err
		}
	}
	return out.Flush()
}

// Text is WriteText into a string, without QR codes.
func Text(d Doc) string {
	var b strings.Builder
	// A strings.Builder takes everything and no codes are drawn: no error.
	_ = WriteText(&b, d, TextOptions{})
	return b.String()
}

type texter struct {
	out     *bufio.Writer
	lang    Lang
	options TextOptions
}

// follows reports whether a block stands right below the one before.
func (t texter) follows(before, b Block) bool {
	p, ok := before.(Paragraph)
	q, ok2 := b.(Paragraph)
	if ok && ok2 && p.Bullet && q.Bullet {
		return true
	}
	switch b.(type) {
	case QRCodes:
		return !t.options.Codes
	case PageBreak:
		return true
	}
	return false
}

func (t texter) line(s string) {
	t.out.WriteString(strings.TrimRight(s, " "))
	t.out.WriteByte('\n')
}

func (t texter) block(b Block) error {
	switch b := b.(type) {
	case Heading:
		t.heading(b)
	case Paragraph:
		t.paragraph(b)
	case Table:
		t.table(b)
	case KeyValues:
		t.keyValues(b)
	case QRCodes:
		return t.codes(b)
	case Signatures:
		t.signatures(b)
	case Rule:
		t.line(strings.Repeat("─", Width))
	case PageBreak:
	}
	return nil
}

func (t texter) heading(h Heading) {
	text := h.Text
	widest := 0
	for _, s := range lines(text, Width) {
		t.line(s)
		widest = max(widest, cells(s))
	}
	switch h.Level {
	case 1:
		t.line(strings.Repeat("═", widest))
	case 2:
		t.line(strings.Repeat("─", widest))
	}
}

func (t texter) paragraph(p Paragraph) {
	if p.Right {
		parts := lines(p.Text, Width/2)
		widest := 0
		for _, s := range parts {
			widest = max(widest, cells(s))
		}
		for _, s := range parts {
			t.line(strings.Repeat(" ", Width-widest) + s)
		}
		return
	}
	first, rest := "", ""
	if p.Bullet {
		first, rest = "- ", "  "
	}
	for i, s := range lines(p.Text, Width-len(first)) {
		if i == 0 {
			t.line(first + s)
		} else {
			t.line(rest + s)
		}
	}
}

func (t texter) keyValues(k KeyValues) {
	widest := 0
	for _, p := range k.Pairs {
		widest = max(widest, cells(oneLine(p.Key)))
	}
	widest = min(widest, Width/2)
	room := 0
	for _, p := range k.Pairs {
		room = max(room, min(cells(p.Value), Width-widest-3))
	}
	for _, p := range k.Pairs {
		keys, values := lines(oneLine(p.Key), widest), lines(p.Value, Width-widest-3)
		for i := range max(len(keys), len(values)) {
			value := at(values, i)
			if k.Right {
				value = pad(value, room, Right)
			}
			t.line(pad(at(keys, i), widest, Left) + "   " + value)
		}
	}
}

func (t texter) codes(q QRCodes) error {
	if !t.options.Codes {
		return nil
	}
	t.line(q.Title)
	for _, c := range q.Codes {
		t.line("")
		drawn, err := Blocks(c.Payload, t.options.Dark)
		if err != nil {
			return err
		}
		for _, s := range append(drawn, strings.Split(c.Caption, "\n")...) {
			t.line(s)
		}
	}
	return nil
}

func (t texter) signatures(s Signatures) {
	const half = (Width - 4) / 2
	for i := 0; i < len(s.Boxes); i += 2 {
		if i > 0 {
			t.line("")
		}
		left := boxLines(t.lang, s.Boxes[i], half)
		var right []string
		if i+1 < len(s.Boxes) {
			right = boxLines(t.lang, s.Boxes[i+1], half)
		}
		for n := range max(len(left), len(right)) {
			t.line(pad(at(left, n), half, Left) + "    " + at(right, n))
		}
		for range 4 {
			t.line("")
		}
		end := strings.Repeat("_", half)
		if right != nil {
			end += "    " + end
		}
		t.line(end)
	}
}

func boxLines(l Lang, b SignatureBox, width int) []string {
	var out []string
	for _, s := range []string{b.Title, b.Name, b.Capacity, b.Mention, wordSignature.in(l) + wordColonEnd.in(l)} {
		if s != "" {
			out = append(out, lines(s, width)...)
		}
	}
	return out
}

// lines breaks a text into lines of at most width cells.
func lines(text string, width int) []string { return wrap(text, float64(max(width, 1)), pitch) }

func pitch(s string) float64 { return float64(cells(s)) }

// cells is how wide a text stands in a fixed pitch.
func cells(s string) int { return displaywidth.String(s) }

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

func pad(s string, width int, a Align) string {
	blanks := strings.Repeat(" ", max(0, width-cells(s)))
	if a == Right {
		return blanks + s
	}
	return s + blanks
}
