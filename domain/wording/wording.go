// Package wording is the catalogue of every sentence that the product says, in
// French and in English. Rules return codes and figures; this package makes the
// words.
package wording

// Lang is a language of the catalogue.
type Lang uint8

// The languages.
const (
	French Lang = iota
	English
	LangCount
)

// Text is one text in every language. It is always written unkeyed, so that a
// missing language does not compile.
type Text struct{ FR, EN string }

// In gives the text in a language.
func (t Text) In(l Lang) string {
	if l == English {
		return t.EN
	}
	return t.FR
}
