package clientfile

import "relance/tui/ui"

// span is a piece of a text in one style; a figure is spans that stay together.
type span struct {
	st   ui.Style
	text string
}

type figure []span

func (f figure) width() int {
	n := 0
	for _, s := range f {
		n += ui.Width(ui.Clean(s.text))
	}
	return n
}

// flow writes figures one after the other, with a gap between them, on as many
// lines as they take: none is cut that a line of its own can hold. Lines after
// the first are set in.
func (p *Pane) flow(gap string, figures []figure) {
	const edge, inset = 1, 3 // what begins the first line, and those after it
	var line []figure
	used := edge
	end := func(first bool) {
		in, held := edge, line
		if !first {
			in = inset
		}
		p.add(func(l *ui.Line) {
			l.Gap(in)
			for i, f := range held {
				if i > 0 {
					l.Put("", gap)
				}
				for _, s := range f {
					l.Put(s.st, s.text)
				}
			}
		})
	}
	first := true
	for _, f := range figures {
		need := f.width()
		if len(line) > 0 && used+ui.Width(gap)+need > p.width {
			end(first)
			first, line, used = false, nil, inset
		}
		if len(line) > 0 {
			used += ui.Width(gap)
		}
		line, used = append(line, f), used+need
	}
	if len(line) > 0 {
		end(first)
	}
}

// putFirst writes the longest of several ways to say a thing that fits; where
// none does, the last is cut.
func putFirst(l *ui.Line, forms ...figure) {
	for i, f := range forms {
		if f.width() > l.Room() && i < len(forms)-1 {
			continue
		}
		for _, s := range f {
			l.Put(s.st, s.text)
		}
		return
	}
}
