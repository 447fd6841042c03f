package ui

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// MaxInput is how many characters an Input takes.
const MaxInput = 4096

// Input is a line of text being written. Its cursor never stands between a
// letter and its combining marks.
type Input struct {
	text   []rune
	cursor int
	left   int // first character in sight
}

// Text is what was written.
func (in *Input) Text() string { return string(in.text) }

// Empty reports whether nothing was written.
func (in *Input) Empty() bool { return len(in.text) == 0 }

// Set replaces the text; the cursor goes to its end.
func (in *Input) Set(s string) {
	in.text = clip([]rune(Clean(norm.NFC.String(s))), MaxInput)
	in.cursor = len(in.text)
	in.left = 0
}

// Clear empties the line.
func (in *Input) Clear() { in.Set("") }

// Insert writes s at the cursor. Control characters are left out, line ends
// become spaces.
func (in *Input) Insert(s string) {
	add := clip([]rune(Clean(s)), MaxInput-len(in.text))
	tail := in.text[in.cursor:]
	head := string(in.text[:in.cursor]) + string(add)
	runes := []rune(norm.NFC.String(head))
	in.cursor = len(runes)
	in.text = append(runes, tail...)
}

func clip(r []rune, n int) []rune { return r[:min(len(r), max(n, 0))] }

// Edit applies an editing key and reports whether it was one.
func (in *Input) Edit(key string) bool {
	switch key {
	case "backspace", "ctrl+h", "shift+backspace":
		in.remove(in.before(), in.cursor)
	case "delete":
		in.remove(in.cursor, in.after())
	case "left", "ctrl+b":
		in.cursor = in.before()
	case "right", "ctrl+f":
		in.cursor = in.after()
	case "home", "ctrl+a":
		in.cursor = 0
	case "end", "ctrl+e":
		in.cursor = len(in.text)
	case "ctrl+left", "alt+b":
		in.cursor = in.wordStart()
	case "ctrl+right", "alt+f":
		in.cursor = in.wordEnd()
	case "ctrl+u":
		in.remove(0, in.cursor)
	case "ctrl+k":
		in.remove(in.cursor, len(in.text))
	case "ctrl+w", "alt+backspace", "ctrl+backspace":
		in.remove(in.wordStart(), in.cursor)
	default:
		return false
	}
	return true
}

func (in *Input) remove(from, to int) {
	in.text = append(in.text[:from:from], in.text[to:]...)
	in.cursor = from
}

func (in *Input) before() int {
	i := max(in.cursor-1, 0)
	for i > 0 && unicode.Is(unicode.M, in.text[i]) {
		i--
	}
	return i
}

func (in *Input) after() int {
	i := min(in.cursor+1, len(in.text))
	for i < len(in.text) && unicode.Is(unicode.M, in.text[i]) {
		i++
	}
	return i
}

func (in *Input) wordStart() int {
	i := in.cursor
	for i > 0 && in.text[i-1] == ' ' {
		i--
	}
	for i > 0 && in.text[i-1] != ' ' {
		i--
	}
	return i
}

func (in *Input) wordEnd() int {
	i := in.cursor
	for i < len(in.text) && in.text[i] == ' ' {
		i++
	}
	for i < len(in.text) && in.text[i] != ' ' {
		i++
	}
	return i
}

// View gives the part of the text in sight in at most w cells, and the cell of
// the cursor within it.
func (in *Input) View(w int) (text string, cursor int) {
	if w <= 1 {
		return "", 0
	}
	in.left = min(in.left, in.cursor)
	for Width(string(in.text[in.left:in.cursor])) > w-1 {
		in.left++
	}
	for in.left < len(in.text) && in.left > 0 && unicode.Is(unicode.M, in.text[in.left]) {
		in.left++
	}
	head := string(in.text[in.left:max(in.cursor, in.left)])
	return Cut(string(in.text[in.left:]), w), Width(head)
}
