package tui

import (
	"strings"

	"relance/domain/wording"
	"relance/tui/ui"
)

// footDrawn is what stands below the panes: the entry line, the footer, and between
// them the sentence where it does not fit beside what is written.
type footDrawn struct {
	lines []string
	x     int // cell of the cursor in the first line, -1 = none
}

// footRows is how many lines the foot has unless the line says more.
const footRows = 2

// foot draws the lines below the panes. While a line is open it never becomes
// lower, so that the entry line does not dance.
func (m *Model) foot() footDrawn {
	ln := &m.line
	switch ln.kind {
	case lineIdle:
		return footDrawn{[]string{m.messageLine(), m.footer()}, -1}
	case lineYesNo:
		return footDrawn{m.question(), -1}
	}
	entryLine, below, x := m.entryLine()
	var end []string
	if m.message != "" {
		end = m.messageLines()
	} else {
		left, right := m.footKeys()
		end = m.flow(left, right, m.line.kind == lineAct)
	}
	ln.tall = max(ln.tall, 1+len(below)+len(end))
	for len(below) < ln.tall-1-len(end) {
		below = append(below, ui.Spaces(m.geo.width))
	}
	return footDrawn{append(append([]string{entryLine}, below...), end...), x}
}

// messageLine is the entry line while nothing is written: what was just done.
func (m *Model) messageLine() string {
	l := ui.NewLine(m.geo.width, "")
	l.Put(m.theme.Accent, " › ")
	first, _ := m.said()
	if m.alert && first != "" {
		return l.Put(m.theme.Alert, "! "+first).End()
	}
	return l.Put("", first).End()
}

// messageLines are a message in place of the keys, while a line is open.
func (m *Model) messageLines() []string {
	st := m.theme.Plain
	if m.alert {
		st = m.theme.Alert
	}
	var out []string
	for _, part := range ui.Wrap(ui.Clean(m.message), m.geo.width-2, 2) {
		out = append(out, ui.NewLine(m.geo.width, "").Gap(1).Put(st, part).End())
	}
	return out
}

// question asks for one key. The words are never cut: the keys stand after them
// or below.
func (m *Model) question() []string {
	w := m.geo.width
	words := ui.Wrap(ui.Clean(m.line.label), w-5, 0)
	var out []string
	for i, part := range words {
		l := ui.NewLine(w, "")
		if i == 0 {
			l.Put(m.theme.Accent, " › ")
		} else {
			l.Gap(3)
		}
		l.Put(m.theme.Strong, part)
		if i == len(words)-1 && l.PutIf(m.theme.Accent, "   "+m.t(wording.DeskYesNo)) {
			return pad(append(out, l.End()), w)
		}
		out = append(out, l.End())
	}
	return pad(append(out, ui.NewLine(w, "").Gap(3).Put(m.theme.Accent, m.t(wording.DeskYesNo)).End()), w)
}

func pad(lines []string, w int) []string {
	for len(lines) < footRows {
		lines = append(lines, ui.Spaces(w))
	}
	return lines
}

// sentenceRows is how many lines a sentence may take below the entry line.
const sentenceRows = 3

// entryLine draws the line that is being written, the lines of its sentence
// where it does not fit beside it, and the cell of its cursor.
func (m *Model) entryLine() (line string, below []string, cursor int) {
	w := m.geo.width
	l := ui.NewLine(w, "")
	l.Put(m.theme.Accent, " › ")
	ln := &m.line
	if ln.label != "" {
		l.Put(m.theme.Strong, ui.Cut(ln.label, w/2)).Put("", m.t(wording.LabelColon))
	}
	said, warning := ui.Clean(ln.sentence), ""
	if m.warnsOfHours() {
		warning = m.t(wording.DeskOutOfHours) + " · "
	}
	st := m.theme.Strong
	if ln.question {
		st = m.theme.Alert
	}
	put := func(l *ui.Line, part string) {
		if rest, ok := strings.CutPrefix(part, warning); ok {
			l.Put(m.theme.Alert, warning)
			part = rest
		}
		l.Put(st, part)
	}
	said = warning + said
	room := l.Room() - 1
	tail := ui.Width(said)
	beside := said != "" && ui.Width(ln.in.Text())+1+2+tail <= room
	inputRoom := room
	if beside {
		inputRoom = room - tail - 2
	}
	text, at := ln.in.View(inputRoom)
	cursor = w - l.Room() + at
	if ln.ticking {
		cursor = -1
	}
	l.Put("", text)
	switch {
	case beside:
		put(l.Gap(l.Room()-tail-1), said)
	case said != "":
		for _, part := range ui.Wrap(said, w-4, sentenceRows) {
			b := ui.NewLine(w, "").Gap(3)
			put(b, part)
			below = append(below, b.End())
			warning = ""
		}
	}
	return l.End(), below, cursor
}
