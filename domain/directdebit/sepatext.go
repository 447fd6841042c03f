package directdebit

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// isSEPA reports whether a byte belongs to the characters that every bank of
// the schemes takes (EPC217-08): a-z A-Z 0-9 / - ? : ( ) . , ' + and space.
func isSEPA(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ||
		strings.IndexByte("/-?:().,'+ ", c) >= 0
}

// IsText reports whether s can stand in a file as it is: SEPA characters only,
// 1 to limit of them, no space at either end, and a letter or digit among them.
func IsText(s string, limit int) bool {
	if len(s) > limit || s != strings.TrimSpace(s) || !readable(s) {
		return false
	}
	for i := range len(s) {
		if !isSEPA(s[i]) {
			return false
		}
	}
	return true
}

// IsIdentifier reports whether s can be an identifier of a file, such as a
// mandate's reference: a text of at most MaxReference characters that neither
// starts nor ends with '/' and has no '//'.
func IsIdentifier(s string) bool {
	return IsText(s, MaxReference) && s[0] != '/' && s[len(s)-1] != '/' && !strings.Contains(s, "//")
}

// Text puts a text in SEPA characters: accents are dropped, ligatures and some
// signs spelt out (œ oe, ß ss, € EUR, & +), spaces of all kinds become one,
// invisible characters nothing, and what has no equivalent a full stop. At
// most limit characters are kept. A text of which no letter and no digit is
// left gives nothing.
func Text(s string, limit int) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFKD.String(s) {
		t := latin(r)
		if t == "" {
			continue
		}
		if t == " " {
			space = true
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteString(t)
		if b.Len() > limit {
			break
		}
	}
	out := b.String()
	out = strings.TrimRight(out[:min(len(out), max(limit, 0))], " ")
	if !readable(out) {
		return ""
	}
	return out
}

func readable(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	})
}

// latin gives what stands for one decomposed character: nothing, a space for
// any space, or SEPA characters.
func latin(r rune) string {
	switch {
	case r < 0x80 && r != ' ' && isSEPA(byte(r)):
		return string(r)
	case unicode.In(r, unicode.M, unicode.Cf):
		return ""
	case unicode.IsSpace(r), unicode.IsControl(r), r == ' ':
		return " "
	}
	if t := spelt(r); t != "" {
		return t
	}
	return "."
}

// spelt gives the letters and signs that have an equivalent but no
// decomposition; nothing for others.
func spelt(r rune) string {
	const from = "œŒæÆøØðÐþÞłŁđĐħĦıŋŊŧŦßẞĸ"
	to := [...]string{
		"oe", "OE", "ae", "AE", "o", "O", "d", "D", "th", "TH", "l", "L", "d", "D",
		"h", "H", "i", "n", "N", "t", "T", "ss", "SS", "k",
	}
	i := 0
	for _, f := range from {
		if f == r {
			return to[i]
		}
		i++
	}
	switch r {
	case '&':
		return "+"
	case '@':
		return "(at)"
	case '€':
		return "EUR"
	case '£':
		return "GBP"
	case '×':
		return "x"
	case ';':
		return ","
	case '÷':
		return ":"
	case '_', '~', '‐', '‒', '–', '—', '―', '−':
		return "-"
	case '"', '`', '‘', '’', '‚', '‛', '“', '”', '„', '«', '»', '‹', '›', '′', 'ʼ':
		return "'"
	case '[', '{', '<':
		return "("
	case ']', '}', '>':
		return ")"
	case '\\', '|', '⁄', '∕':
		return "/"
	}
	return ""
}
