package ui

import "strings"

// Wrap breaks a text at spaces into lines of at most w cells, at most limit of
// them (0 = as many as it takes); what is left over is cut.
func Wrap(s string, w, limit int) []string {
	if Width(s) <= w || w < 1 {
		return []string{Cut(s, w)}
	}
	var out []string
	line := ""
	words := strings.Split(s, " ")
	for i, word := range words {
		switch {
		case line == "":
			line = word
		case limit > 0 && len(out) == limit-1:
			return append(out, Cut(line+" "+strings.Join(words[i:], " "), w))
		case Width(line)+1+Width(word) <= w:
			line += " " + word
		default:
			out = append(out, Cut(line, w))
			line = word
		}
	}
	return append(out, Cut(line, w))
}
