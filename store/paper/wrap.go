package paper

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// wrap breaks a text at spaces into lines of at most width, as measure has it;
// a word that is longer is broken where the line ends. No-break spaces hold.
// There is always a line.
func wrap(text string, width float64, measure func(string) float64) []string {
	var out []string
	blank := measure(" ")
	for part := range strings.SplitSeq(text, "\n") {
		line, used := "", 0.0
		for word := range strings.SplitSeq(part, " ") {
			if word == "" {
				continue
			}
			n := measure(word)
			switch {
			case line == "":
			case used+blank+n <= width:
				line += " " + word
				used += blank + n
				continue
			default:
				out = append(out, line)
			}
			for n > width {
				head := beginning(word, width, measure)
				if head == word {
					break
				}
				out = append(out, head)
				word = word[len(head):]
				n = measure(word)
			}
			line, used = word, n
		}
		out = append(out, line)
	}
	return out
}

// beginning gives what of a word fills at most width, one character at least.
func beginning(word string, width float64, measure func(string) float64) string {
	end, used := 0, 0.0
	g := displaywidth.StringGraphemes(word)
	for g.Next() {
		if used += measure(g.Value()); used > width && end > 0 {
			break
		}
		end += len(g.Value())
	}
	return word[:end]
}

// column widths ---------------------------------------------------------------

// natural is the width of a column's longest cell.
func natural(t Table, c int, measure func(string) float64) float64 {
	n := 0.0
	each(t, c, func(s string) { n = max(n, measure(oneLine(s))) })
	return n
}

// least is the width below which a column is not pressed: figures are never
// broken, words neither unless they are wider than most.
func least(t Table, c int, most float64, measure func(string) float64) float64 {
	n := longest(t.Head[c], measure)
	for i := range len(t.Rows) + 1 {
		row := t.Foot
		if i < len(t.Rows) {
			row = t.Rows[i]
		}
		s := cell(row, c)
		if t.align(c) == Right {
			n = max(n, measure(s))
		} else {
			n = max(n, min(longest(s, measure), most))
		}
	}
	return n
}

func each(t Table, c int, do func(string)) {
	do(t.Head[c])
	for _, row := range t.Rows {
		do(cell(row, c))
	}
	do(cell(t.Foot, c))
}

func longest(s string, measure func(string) float64) float64 {
	n := 0.0
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == '\n' }) {
		n = max(n, measure(word))
	}
	return n
}

// fit shares out the room among the columns shown: what each wants, less from
// the widest columns of words, step by step, where that is too much. False
// where it cannot be done.
func fit(t Table, shown []int, room, step, most float64, measure func(string) float64) (widths []float64, ok bool) {
	total := 0.0
	floor := make([]float64, len(shown))
	for n, c := range shown {
		floor[n] = least(t, c, most, measure)
		w := natural(t, c, measure)
		if t.align(c) == Right {
			w = floor[n] // a title of two words stands on two lines
		}
		widths = append(widths, w)
		total += w
	}
	for total > room {
		widest := -1
		for n, c := range shown {
			if t.align(c) == Left && widths[n]-step >= floor[n] && (widest < 0 || widths[n] > widths[widest]) {
				widest = n
			}
		}
		if widest < 0 {
			return nil, false
		}
		widths[widest] -= step
		total -= step
	}
	return widths, true
}
