package paper

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"text/template"

	"relance/domain/calendar"
	"relance/domain/ident"
	"relance/domain/money"
)

// Data is what a paper is filled with: one of the structures of this package.
type Data interface {
	// head is the part that all papers have.
	head() Head
	// directive gives what stands in the place of @name; false where the paper
	// has no such directive.
	directive(name string, l Lang) ([]Block, bool)
}

// Render fills the template. Data of another paper, or a template that asks for
// a field that there is not, is a *TemplateError with its line.
func (t *Template) Render(data Data) (Doc, error) {
	run, err := t.t.Clone()
	if err != nil {
		return Doc{}, located(t.file, err)
	}
	run.Funcs(functions(t.Lang, new(int)))
	out := bounded{left: maxText}
	if err := run.Execute(&out, data); err != nil {
		return Doc{}, located(t.file, err)
	}
	doc := Doc{Lang: t.Lang, Author: cleanLine(data.head().Creditor.Name)}
	if err := doc.read(out.buf.String(), data, t.file); err != nil {
		return Doc{}, err
	}
	if doc.Title == "" {
		doc.Title = t.Name
	}
	return doc, nil
}

// bounded keeps a template from filling the memory.
type bounded struct {
	buf  bytes.Buffer
	left int
}

func (b *bounded) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, ErrTooLong
	}
	return b.buf.Write(p)
}

// functions are what templates can call. Article numbers are counted in next.
func functions(l Lang, article *int) template.FuncMap {
	return template.FuncMap{
		"data":   func(v any) (string, error) { return mask(l, v) },
		"amount": func(a money.Amount) string { return Amount(l, a) },
		"number": func(a money.Amount) string { return Number(l, a) },
		"date":   func(d calendar.Date) string { return Date(l, d) },
		"day":    func(d calendar.Date) string { return Day(l, d) },
		"short":  func(d calendar.Date) string { return ShortDate(l, d) },
		"rate":   func(ppm int64) string { return Rate(l, ppm) },
		"iban":   ident.FormatIBAN,
		"some":   func(a money.Amount) bool { return !a.IsZero() },
		"known":  func(d calendar.Date) bool { return !d.IsZero() },
		"next":   func() int { *article++; return *article },
		"join":   func(sep string, list []string) string { return strings.Join(list, sep) },
		"lines":  func(list []string) string { return strings.Join(list, "\n") },
		"many":   func(n int, one, more string) string { return many(l, n, one, more) },
		"ids":    identifiers,
	}
}

// many chooses between one and more; French counts zero as one.
func many(l Lang, n int, one, more string) string {
	if n == 1 || n == 0 && l == French {
		return one
	}
	return more
}

// identifiers writes the legal numbers of a party: "SIREN 732 829 320, TVA …".
func identifiers(ids []Identifier) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = strings.TrimSpace(id.Label + nbsp + id.Number)
	}
	return strings.Join(parts, ", ")
}

// mask writes a value between marks, so that no part of it is read as markup.
func mask(l Lang, v any) (string, error) {
	var s string
	switch v := v.(type) {
	case string:
		s = v
	case Mode:
		s = string(v)
	case money.Amount:
		s = Amount(l, v)
	case calendar.Date:
		s = Date(l, v)
	case int:
		s = strconv.Itoa(v)
	case int64:
		s = strconv.FormatInt(v, 10)
	default:
		return "", fmt.Errorf("%w: a %T cannot be written out", ErrField, v)
	}
	s = strings.ReplaceAll(clean(s), "\n", string(lineBreak))
	return string(dataStart) + s + string(dataEnd), nil
}
