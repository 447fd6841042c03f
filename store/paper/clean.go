package paper

import (
	"strings"

	"relance/store/sheet"
)

// Three characters that Unicode reserves for a program's own use (they are no
// characters and stand in no text) mark what comes from data in the text that a
// template gives, so that no name is ever read as markup.
const (
	dataStart = '\uFDD0'
	dataEnd   = '\uFDD1'
	lineBreak = '\uFDD2'
)

// clean makes a text of data harmless: control characters, marks that turn the
// direction of writing and invisible characters become spaces, broken UTF-8 and
// the marks above the replacement character. Line breaks stay.
func clean(s string) string {
	if strings.ContainsAny(s, "\r\n") {
		lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"), "\n")
		for i, line := range lines {
			lines[i] = clean(line)
		}
		return strings.TrimRight(strings.Join(lines, "\n"), "\n")
	}
	return strings.Map(func(r rune) rune {
		if r >= '\uFDD0' && r <= '\uFDEF' || r&0xFFFE == 0xFFFE {
			return '\uFFFD'
		}
		return r
	}, sheet.Clean(s))
}

// cleanLine is clean on one line.
func cleanLine(s string) string { return oneLine(clean(s)) }
