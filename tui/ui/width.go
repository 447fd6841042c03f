// Package ui holds the widgets of the screen: text cut and filled by cell
// width, lists with cached lines, frame lines, bars, the line editor. Nothing
// here knows the trade.
package ui

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// Width is the number of terminal cells that s takes. s holds no control
// sequence.
func Width(s string) int {
	n := 0
	for _, r := range s {
		if !narrow(r) {
			return ansi.StringWidth(s)
		}
		n++
	}
	return n
}

// narrow reports whether r surely takes one cell, whatever stands beside it.
func narrow(r rune) bool {
	switch {
	case r < 0x20, r == 0x7f:
		return false
	case r < 0x7f:
		return true
	case r < 0xa0, r == 0xad:
		return false
	case r < 0x300:
		return true
	case r >= 0x2010 && r <= 0x2027, r == 0x202f, r == '€', r == '↵', r == '⏎', r == '⇥', r == '›', r == '✗', r == '✓':
		return true
	case r >= 0x2190 && r <= 0x2193, r >= 0x2500 && r <= 0x25a1:
		return true
	}
	return false
}

// Clean makes a text safe to draw: no control character, no escape sequence,
// no joiner or selector whose width terminals dispute. Line ends and tabs
// become spaces. Texts that are fine are returned as they are.
func Clean(s string) string {
	for _, r := range s {
		if !narrow(r) {
			return clean(s)
		}
	}
	return s
}

func clean(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, "�"))
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		b.WriteString(plain(r))
	}
	s = norm.NFC.String(b.String()) // what stood between a letter and its mark is gone
	if ansi.StringWidth(s) != ansi.StringWidthWc(s) {
		return disputed(s)
	}
	return s
}

// plain gives what is drawn for r: itself, a space, or nothing.
func plain(r rune) string {
	switch {
	case r == '\n', r == '\t', r == '\r', r == 0x2028, r == 0x2029:
		return " "
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
		return ""
	case r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0100 && r <= 0xe01ef, r >= 0x1f3fb && r <= 0x1f3ff:
		return ""
	case r >= 0x1f1e6 && r <= 0x1f1ff:
		return string('A' + (r - 0x1f1e6))
	}
	return string(r)
}

// disputed replaces the runes on whose width the two usual measures disagree.
func disputed(s string) string {
	var b strings.Builder
	for _, r := range s {
		one := string(r)
		if w := ansi.StringWidthWc(one); w != ansi.StringWidth(one) {
			one = "?"
		} else if w == 0 && !unicode.Is(unicode.Mn, r) {
			one = ""
		}
		b.WriteString(one)
	}
	s = b.String()
	if ansi.StringWidth(s) == ansi.StringWidthWc(s) {
		return s
	}
	b.Reset()
	for _, r := range s {
		if !unicode.Is(unicode.M, r) {
			b.WriteRune(r)
		}
	}
	s = b.String()
	if ansi.StringWidth(s) == ansi.StringWidthWc(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if narrow(r) {
			return r
		}
		return '?'
	}, s)
}

// Cut shortens s to at most w cells, with an ellipsis when something is lost.
func Cut(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if len(s) <= w {
		return s // no text takes more cells than bytes
	}
	n := 0
	cutAt := 0
	for i, r := range s {
		if !narrow(r) {
			return ansi.Truncate(s, w, "…")
		}
		if n == w-1 {
			cutAt = i
		}
		if n++; n > w {
			return s[:cutAt] + "…"
		}
	}
	return s
}

const blanks = "                                                                                                                                "

// Spaces gives n spaces.
func Spaces(n int) string {
	switch {
	case n <= 0:
		return ""
	case n <= len(blanks):
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

// Left gives s in exactly w cells, cut or filled on the right.
func Left(s string, w int) string {
	s = Cut(s, w)
	return s + Spaces(w-Width(s))
}

// Right gives s in exactly w cells, cut or filled on the left.
func Right(s string, w int) string {
	s = Cut(s, w)
	return Spaces(w-Width(s)) + s
}
