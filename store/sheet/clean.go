package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes a text harmless on a terminal: control characters (C0, DEL, C1),
// line and paragraph separators, marks that turn the direction of writing and
// characters that nobody sees become spaces, broken UTF-8 the replacement
// character.
func Clean(s string) string {
	plain := true
	for i := range len(s) {
		if s[i] < 0x20 || s[i] >= 0x7F {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	if utf8.ValidString(s) && strings.IndexFunc(s, acts) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if acts(r) {
			return ' '
		}
		return r
	}, s)
}

// acts reports whether a terminal may act on the character instead of showing
// it, or shows nothing at all: two names that look the same would not be.
func acts(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7F && r < 0xA0:
		return true
	case r < 0xAD:
		return false
	case r == 0x2028, r == 0x2029, unicode.Is(unicode.Cf, r):
		return true
	case r == 0x034F, r == 0x115F, r == 0x1160, r == 0x17B4, r == 0x17B5, r == 0x3164, r == 0xFFA0: // fillers
		return true
	}
	return false
}
