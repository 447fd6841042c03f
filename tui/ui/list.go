package ui

// List shows a window of many lines around a cursor and keeps the lines that
// were drawn. Lines are drawn by the pane when they come into sight.
type List struct {
	n, cursor, top int
	width, height  int
	focused        bool
	cache          []string
	cursorLine     string // the line under the cursor, drawn with its mark
	drawnCursor    int    // which line cursorLine is, -1 = none
	skip           func(i int) bool
}

// SetSkip names the lines on which the cursor cannot stand.
func (l *List) SetSkip(skip func(i int) bool) { l.skip = skip }

// Reset forgets the lines that were drawn; the list now has n of them.
func (l *List) Reset(n int) {
	l.n = max(n, 0)
	if cap(l.cache) >= l.n {
		l.cache = l.cache[:l.n]
		clear(l.cache)
	} else {
		l.cache = make([]string, l.n)
	}
	l.drawnCursor = -1
	l.cursor = min(max(l.cursor, 0), max(l.n-1, 0))
	l.settle(1)
	l.scroll()
}

// Resize gives the list its box; lines are drawn again when the width changes.
func (l *List) Resize(w, h int) {
	h = max(h, 0)
	if w != l.width {
		l.width = w
		clear(l.cache)
		l.drawnCursor = -1
	}
	l.height = h
	l.scroll()
}

// Focus tells whether the list has the focus.
func (l *List) Focus(on bool) {
	if on != l.focused {
		l.focused = on
		l.drawnCursor = -1
	}
}

// Focused reports whether the list has the focus.
func (l *List) Focused() bool { return l.focused }

// Len is the number of lines.
func (l *List) Len() int { return l.n }

// Cursor is the line that the cursor stands on.
func (l *List) Cursor() int { return l.cursor }

// Top is the first line in sight.
func (l *List) Top() int { return l.top }

// Height is the number of lines in sight.
func (l *List) Height() int { return l.height }

// Touch draws line i again at the next look.
func (l *List) Touch(i int) {
	if i >= 0 && i < l.n {
		l.cache[i] = ""
	}
	l.drawnCursor = -1
}

// Set moves the cursor to line i, or the nearest one that can bear it.
func (l *List) Set(i int) {
	l.cursor = min(max(i, 0), max(l.n-1, 0))
	l.settle(1)
	l.scroll()
}

// Move moves the cursor by d lines, over lines that cannot bear it. It reports
// whether the cursor moved.
func (l *List) Move(d int) bool {
	from := l.cursor
	step := 1
	if d < 0 {
		step = -1
	}
	for range max(d*step, 0) {
		next := l.cursor + step
		for next >= 0 && next < l.n && l.skipped(next) {
			next += step
		}
		if next < 0 || next >= l.n {
			break
		}
		l.cursor = next
	}
	l.scroll()
	return l.cursor != from
}

// Page moves by d screens.
func (l *List) Page(d int) bool { return l.Move(d * max(l.height-1, 1)) }

// Home and End move to the first and the last line.
func (l *List) Home() bool { return l.Move(-l.n) }

// End moves to the last line.
func (l *List) End() bool { return l.Move(l.n) }

func (l *List) skipped(i int) bool { return l.skip != nil && l.skip(i) }

func (l *List) settle(step int) {
	if l.n == 0 || !l.skipped(l.cursor) {
		return
	}
	for _, s := range []int{step, -step} {
		for i := l.cursor; i >= 0 && i < l.n; i += s {
			if !l.skipped(i) {
				l.cursor = i
				return
			}
		}
	}
}

// scroll keeps the cursor in sight with one line of context, and headings
// above the first line visible.
func (l *List) scroll() {
	if l.height <= 0 {
		return
	}
	margin := 0
	if l.height > 4 {
		margin = 1
	}
	if l.cursor-margin < l.top {
		l.top = l.cursor - margin
	}
	if l.cursor+margin >= l.top+l.height {
		l.top = l.cursor + margin - l.height + 1
	}
	if first := l.cursor; first > 0 && l.allSkipped(first) {
		l.top = 0
	}
	l.top = max(min(l.top, l.n-l.height), 0)
}

func (l *List) allSkipped(before int) bool {
	if before >= l.height {
		return false
	}
	for i := range before {
		if !l.skipped(i) {
			return false
		}
	}
	return true
}

// Draw appends the lines in sight to dst, blank ones below the last, and gives
// it back. render draws line i in the list's width; on says that the cursor is
// on it.
func (l *List) Draw(dst []string, render func(i int, on bool) string) []string {
	for row := range l.height {
		i := l.top + row
		switch {
		case i >= l.n:
			dst = append(dst, Spaces(l.width))
		case i == l.cursor && !l.skipped(i):
			if l.drawnCursor != i {
				l.cursorLine, l.drawnCursor = render(i, true), i
			}
			dst = append(dst, l.cursorLine)
		default:
			if l.cache[i] == "" {
				l.cache[i] = render(i, false)
			}
			dst = append(dst, l.cache[i])
		}
	}
	return dst
}

// Scroll shows line top first, wherever the cursor stands.
func (l *List) Scroll(top int) { l.top = max(min(top, l.n-l.height), 0) }

// ScrollTo shows line top first, or as near to it as keeps the cursor in sight.
func (l *List) ScrollTo(top int) {
	l.top = top
	l.scroll()
}
