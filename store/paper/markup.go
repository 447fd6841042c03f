package paper

import (
	"strings"

	"relance/store/sheet"
)

// The markup of a template, one part a blank line apart from the next:
//
//	# Title  ## Article  ### Part    headings
//	- point                          a point of a list
//	! text                           a paragraph in bold
//	> text                           a paragraph at the right
//	Name :: value                    a line of a list of values
//	---                              a line across the page
//	@name                            what the program puts there: tables, codes
//	text \                           the line ends here, the paragraph goes on
//
// Everything else is running text; its lines flow together.

// read makes blocks of a filled template.
func (d *Doc) read(text string, data Data, file string) error {
	r := reader{doc: d}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(sheet.Clean(strings.TrimSuffix(line, "\n")), " ") // a user's template may hold anything
		if line == "" {
			r.flush()
			continue
		}
		if line[0] == '@' {
			r.flush()
			if err := r.directive(line[1:], data, file); err != nil {
				return err
			}
			continue
		}
		r.line(line)
	}
	r.flush()
	return nil
}

// reader gathers the lines of the paragraph that is being read.
type reader struct {
	doc   *Doc
	text  strings.Builder
	next  Paragraph // its kind
	pairs []KeyValue
}

func (r *reader) flush() {
	if r.text.Len() > 0 {
		if r.next.Text = strings.TrimSpace(r.text.String()); r.next.Text != "" {
			r.doc.Blocks = append(r.doc.Blocks, r.next)
		}
		r.text.Reset()
	}
	r.next = Paragraph{}
	if r.pairs != nil {
		r.doc.Blocks = append(r.doc.Blocks, KeyValues{Pairs: r.pairs})
		r.pairs = nil
	}
}

func (r *reader) line(line string) {
	if line == "---" {
		r.flush()
		r.doc.Blocks = append(r.doc.Blocks, Rule{})
		return
	}
	if level, text, ok := heading(line); ok {
		r.flush()
		if r.doc.Title == "" {
			r.doc.Title = oneLine(text)
		}
		r.doc.Blocks = append(r.doc.Blocks, Heading{Level: level, Text: text})
		return
	}
	if key, value, ok := keyValue(line); ok {
		if r.text.Len() > 0 {
			r.flush()
		}
		if value != "" {
			r.pairs = append(r.pairs, KeyValue{Key: key, Value: value})
		}
		return
	}
	for _, kind := range []struct {
		mark string
		p    Paragraph
	}{{"- ", Paragraph{Bullet: true}}, {"! ", Paragraph{Strong: true}}, {"> ", Paragraph{Right: true}}} {
		if rest, ok := strings.CutPrefix(line, kind.mark); ok {
			r.flush()
			r.next, line = kind.p, rest
			break
		}
	}
	if r.pairs != nil {
		r.flush()
	}
	r.add(line)
}

// add puts a line of source behind what the paragraph has: after a space, or on
// a line of its own where the line before ended in a backslash.
func (r *reader) add(line string) {
	line = strings.TrimLeft(line, " \t")
	broken := strings.HasSuffix(line, "\\")
	line = strings.TrimRight(strings.TrimSuffix(line, "\\"), " \t")
	text := plain(frenchSpaces(r.doc.Lang, line))
	if text == "" {
		return // nothing but an empty value
	}
	if have := r.text.String(); have != "" && !strings.HasSuffix(have, "\n") {
		r.text.WriteByte(' ')
	}
	r.text.WriteString(text)
	if broken {
		r.text.WriteByte('\n')
	}
}

func heading(line string) (level int, text string, ok bool) {
	rest := strings.TrimLeft(line, "#")
	level = len(line) - len(rest)
	if level < 1 || level > 3 || !strings.HasPrefix(rest, " ") {
		return 0, "", false
	}
	text = plain(strings.TrimSpace(rest))
	return level, text, text != ""
}

// keyValue parts a line at the first " :: " that stands in the template itself.
func keyValue(line string) (key, value string, ok bool) {
	depth := 0
	for i, c := range line {
		switch {
		case c == dataStart:
			depth++
		case c == dataEnd:
			depth--
		case depth == 0 && c == ':' && i > 0 && strings.HasPrefix(line[i-1:], " ::"):
			rest := line[i+2:]
			if rest != "" && rest[0] != ' ' {
				continue
			}
			return plain(line[:i-1]), plain(strings.TrimSpace(rest)), true
		}
	}
	return "", "", false
}

// frenchSpaces makes the spaces that French sets before : ; ? ! » and after «
// hold, in the template's own words: what comes from data is left alone.
func frenchSpaces(l Lang, s string) string {
	if l != French || !strings.ContainsAny(s, ":;?!»«") {
		return s
	}
	var b strings.Builder
	for i, part := range strings.Split(s, string(dataStart)) {
		data, own, found := strings.Cut(part, string(dataEnd))
		if i == 0 {
			data, own, found = "", part, false
		} else {
			b.WriteRune(dataStart)
		}
		b.WriteString(data)
		if found {
			b.WriteRune(dataEnd)
		}
		b.WriteString(frenchMarks.Replace(own))
	}
	return b.String()
}

var frenchMarks = strings.NewReplacer(" :", nbsp+":", " ;", nbsp+";", " ?", nbsp+"?", " !", nbsp+"!", " »", nbsp+"»", "« ", "«"+nbsp)

// plain takes the marks away.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case dataStart, dataEnd:
			return -1
		case lineBreak:
			return '\n'
		}
		return r
	}, s)
	return strings.TrimSpace(s)
}

func (r *reader) directive(line string, data Data, file string) error {
	name, rest, _ := strings.Cut(line, " ")
	switch name {
	case "title":
		r.doc.Title = oneLine(plain(rest))
		return nil
	case "initials":
		r.doc.Initials = true
		return nil
	case "pagebreak":
		r.doc.Blocks = append(r.doc.Blocks, PageBreak{})
		return nil
	}
	blocks, ok := data.directive(name, r.doc.Lang)
	if !ok {
		if blocks, ok = data.head().directive(name, r.doc.Lang); !ok {
			return &TemplateError{File: file, Reason: "no directive @" + cleanLine(plain(name)) + " in this paper", Err: ErrDirective}
		}
	}
	r.doc.Blocks = append(r.doc.Blocks, blocks...)
	return nil
}

// knows reports whether a paper has a directive.
func knows(data Data, name string, l Lang) bool {
	switch name {
	case "title", "initials", "pagebreak":
		return true
	}
	if _, ok := data.directive(name, l); ok {
		return true
	}
	_, ok := data.head().directive(name, l)
	return ok
}
