package ui

import "strings"

// Rule is a horizontal frame line of w cells: titles set into it, and joints
// where vertical lines meet it.
type Rule struct {
	Width  int
	Titles []Title
	Joints []Joint
	Frame  Style
}

// Title is a text set into a Rule from cell At on, at most Room cells.
type Title struct {
	At, Room int
	Text     string
	Style    Style
	Tail     string // at the right end of the room
}

// Joint is where a vertical line meets a Rule.
type Joint struct {
	At       int
	Up, Down bool
}

// Draw gives the line. Titles are in order and do not overlap.
func (r Rule) Draw() string {
	var b strings.Builder
	at := 0
	for _, t := range r.Titles {
		text := Cut(Clean(t.Text), t.Room-2)
		if text == "" || t.At < at {
			continue
		}
		r.dashes(&b, at, t.At)
		b.WriteString(t.Style.Paint(" " + text + " "))
		at = t.At + Width(text) + 2
		if tail := Width(t.Tail); tail > 0 && t.At+t.Room-tail-3 > at {
			r.dashes(&b, at, t.At+t.Room-tail-3)
			b.WriteString(r.Frame.Paint(" " + t.Tail + " "))
			at = t.At + t.Room - 1
		}
	}
	r.dashes(&b, at, r.Width)
	return b.String()
}

func (r Rule) dashes(b *strings.Builder, from, to int) {
	if from >= to {
		return
	}
	b.WriteString(string(r.Frame))
	for i := from; i < to; i++ {
		b.WriteString(r.joint(i))
	}
	if r.Frame != "" {
		b.WriteString(reset)
	}
}

func (r Rule) joint(at int) string {
	for _, j := range r.Joints {
		if j.At != at {
			continue
		}
		switch {
		case j.Up && j.Down:
			return "┼"
		case j.Up:
			return "┴"
		case j.Down:
			return "┬"
		}
	}
	return "─"
}
