package sheet

import (
	"strings"
	"unicode/utf8"
)

// Clean makes a text harmless on a terminal: control characters (C0, DEL, C1),
// line and paragraph separators and marks that turn the direction of writing
// become spaces, broken UTF-8 the replacement character.
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
// it.
func acts(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7F && r < 0xA0:
		return true
	case r == 0x2028, r == 0x2029, r == 0x061C, r == 0x200E, r == 0x200F:
		return true
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0xFEFF:
		return true
	}
	return false
}
