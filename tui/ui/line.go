package ui

// Line builds one screen line of a known width, span after span. What does not
// fit is cut; End fills the rest.
type Line struct {
	b    []byte
	room int
	base Style
}

// NewLine begins a line of w cells; base lies under every span.
func NewLine(w int, base Style) *Line {
	return &Line{b: make([]byte, 0, w+64), room: max(w, 0), base: base}
}

// Room is how many cells are left.
func (l *Line) Room() int { return l.room }

// Put adds s, made safe to draw and cut to the room that is left.
func (l *Line) Put(st Style, s string) *Line {
	if l.room == 0 || s == "" {
		return l
	}
	s = Clean(s)
	w := Width(s)
	if w > l.room {
		s = Cut(s, l.room)
		w = Width(s)
	}
	l.room -= w
	l.write(st, s)
	return l
}

// PutIf adds s only when it fits whole.
func (l *Line) PutIf(st Style, s string) bool {
	if Width(s) > l.room {
		return false
	}
	l.Put(st, s)
	return true
}

// Cell adds s in exactly w cells, filled on the right.
func (l *Line) Cell(st Style, s string, w int) *Line { return l.Put(st, Left(s, min(w, l.room))) }

// Number adds s in exactly w cells, filled on the left.
func (l *Line) Number(st Style, s string, w int) *Line { return l.Put(st, Right(s, min(w, l.room))) }

// Gap adds n spaces.
func (l *Line) Gap(n int) *Line { return l.Put("", Spaces(n)) }

// Tail puts s at the right edge, when it fits with a space before it.
func (l *Line) Tail(st Style, s string) *Line {
	w := Width(s)
	if s == "" || w+1 > l.room {
		return l
	}
	return l.Gap(l.room-w).Put(st, s)
}

func (l *Line) write(st Style, s string) {
	if st == "" && l.base == "" {
		l.b = append(l.b, s...)
		return
	}
	l.b = append(l.b, l.base...)
	l.b = append(l.b, st...)
	l.b = append(l.b, s...)
	l.b = append(l.b, reset...)
}

// End fills the line and gives it.
func (l *Line) End() string {
	if l.room > 0 {
		n := l.room
		l.room = 0
		l.write("", Spaces(n))
	}
	return string(l.b)
}
