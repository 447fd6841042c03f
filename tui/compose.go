package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"relance/domain/wording"
	"relance/tui/ui"
)

// compose draws the whole screen.
func (m *Model) compose() tea.View {
	v := tea.View{AltScreen: true, MouseMode: tea.MouseModeCellMotion, WindowTitle: "relance"}
	g := &m.geo
	switch {
	case g.width <= 0 || g.height <= 0:
		return v
	case g.tooSmall:
		v.Content = m.small()
		return v
	}
	lines := make([]string, 0, g.height)
	lines = m.header(lines)
	head := len(lines)
	lines = m.body(lines)
	foot := m.foot()
	lines = m.cover(lines, head, len(foot.lines)-footRows)
	if foot.x >= 0 {
		v.Cursor = tea.NewCursor(foot.x, len(lines))
		v.Cursor.Shape = tea.CursorBar
		v.Cursor.Blink = false
	}
	lines = append(lines, foot.lines...)
	v.Content = strings.Join(lines, "\n")
	return v
}

// cover takes away n lines of the panes, which a longer foot needs: the last
// ones, or the first rows of the list where it alone is shown and its cursor
// would be hidden.
func (m *Model) cover(lines []string, head, n int) []string {
	if n <= 0 {
		return lines
	}
	n = min(n, len(lines)-head-2)
	first := head + 2 // below the rule and the names of the columns
	if m.sheet == nil && m.geo.width < midWidth && m.focus == paneList && head+1+m.list.CursorLine() >= len(lines)-n {
		return append(lines[:first], lines[first+n:]...)
	}
	return lines[:len(lines)-n]
}

func (m *Model) small() string {
	lines := make([]string, m.geo.height)
	lines[0] = ui.Left(m.t(wording.DeskTooSmall)+" "+strconv.Itoa(minWidth)+"×"+strconv.Itoa(minHeight), m.geo.width)
	for i := range lines[1:] {
		lines[i+1] = ui.Spaces(m.geo.width)
	}
	return strings.Join(lines, "\n")
}

// body draws rules and panes, or the sheet in their place.
func (m *Model) body(lines []string) []string {
	g := &m.geo
	switch {
	case m.sheet != nil && (m.sheet.whole || g.width < midWidth):
		lines = append(lines, m.sheetRule())
		return m.sheet.draw(lines, m.theme, g.width)
	case g.width < midWidth:
		lines = append(lines, m.strip())
		return m.pane(m.focus, lines)
	}
	lines = append(lines, m.topRule())
	lines = m.beside(lines)
	lines = append(lines, m.midRule())
	return m.pane(paneNotes, lines)
}

func (m *Model) pane(p pane, dst []string) []string {
	switch p {
	case paneFile:
		return m.card.Draw(dst)
	case panePlan:
		return m.plan.Draw(dst)
	case paneNotes:
		return m.notes.Draw(dst)
	}
	return m.list.Draw(dst)
}

// beside joins the panes that stand side by side.
func (m *Model) beside(lines []string) []string {
	g := &m.geo
	h := g.panes[paneList].h
	cols := [][]string{m.list.Draw(make([]string, 0, h))}
	switch {
	case m.sheet != nil:
		cols = append(cols, m.sheet.draw(make([]string, 0, h), m.theme, g.sheet.w))
	case g.width >= wideWidth:
		cols = append(cols, m.card.Draw(make([]string, 0, h)), m.plan.Draw(make([]string, 0, h)))
	default:
		cols = append(cols, m.pane(m.right(), make([]string, 0, h)))
	}
	bar := m.theme.Frame.Paint("│")
	var b strings.Builder
	for i := range h {
		b.Reset()
		for k, col := range cols {
			if k > 0 {
				b.WriteString(bar)
			}
			b.WriteString(col[i])
		}
		lines = append(lines, b.String())
	}
	return lines
}

func (m *Model) titleStyle(p pane) ui.Style {
	if m.focus == p && m.sheet == nil {
		return m.theme.Accent
	}
	return m.theme.Strong
}

func (m *Model) paneTitle(p pane) string {
	n := strconv.Itoa(int(p) + 1)
	switch p {
	case paneFile:
		return n + " " + m.card.Title()
	case panePlan:
		return n + " " + m.plan.Title()
	case paneNotes:
		return n + " " + m.notes.Title()
	}
	return n + " " + m.list.Title()
}

func (m *Model) topRule() string {
	g := &m.geo
	r := ui.Rule{Width: g.width, Frame: m.theme.Frame}
	list := g.panes[paneList]
	r.Titles = append(r.Titles, ui.Title{At: 0, Room: list.w, Text: m.paneTitle(paneList), Style: m.titleStyle(paneList)})
	r.Joints = append(r.Joints, ui.Joint{At: list.w, Down: true})
	if m.sheet != nil {
		r.Titles = append(r.Titles, ui.Title{At: g.sheet.x, Room: g.sheet.w, Text: m.sheet.title, Style: m.theme.Accent, Tail: m.sheet.tail})
		return r.Draw()
	}
	for _, p := range []pane{paneFile, panePlan} {
		b := g.panes[p]
		if !b.shown {
			continue
		}
		t := ui.Title{At: b.x, Room: b.w, Text: m.paneTitle(p), Style: m.titleStyle(p)}
		if p == paneFile {
			t.Tail = ui.Cut(m.card.Tail(), 20)
			if b.x+b.w < g.width {
				r.Joints = append(r.Joints, ui.Joint{At: b.x + b.w, Down: true})
			}
		}
		r.Titles = append(r.Titles, t)
	}
	return r.Draw()
}

func (m *Model) midRule() string {
	g := &m.geo
	r := ui.Rule{Width: g.width, Frame: m.theme.Frame}
	r.Titles = []ui.Title{{At: 0, Room: g.panes[paneList].w, Text: m.paneTitle(paneNotes), Style: m.titleStyle(paneNotes)}}
	r.Joints = []ui.Joint{{At: g.panes[paneList].w, Up: true}}
	if b := g.panes[panePlan]; b.shown && g.width >= wideWidth && m.sheet == nil {
		r.Joints = append(r.Joints, ui.Joint{At: b.x - 1, Up: true})
	}
	return r.Draw()
}

func (m *Model) sheetRule() string {
	r := ui.Rule{Width: m.geo.width, Frame: m.theme.Frame}
	r.Titles = []ui.Title{{At: 0, Room: m.geo.width, Text: m.sheet.title, Style: m.theme.Accent, Tail: m.sheet.tail}}
	return r.Draw()
}

// strip is the rule over a single pane, with the titles of the others.
func (m *Model) strip() string {
	r := ui.Rule{Width: m.geo.width, Frame: m.theme.Frame}
	at := 0
	for p, title := range m.stripTitles() {
		st := m.theme.Dim
		if pane(p) == m.focus {
			st = m.theme.Accent
		}
		w := ui.Width(title)
		r.Titles = append(r.Titles, ui.Title{At: at, Room: w + 2, Text: title, Style: st})
		at += w + 3
	}
	return r.Draw()
}

// stripTitles are the titles of the panes; only the client's name is cut.
func (m *Model) stripTitles() [paneCount]string {
	titles, others := [paneCount]string{}, 0
	for p := range paneCount {
		titles[p] = m.paneTitle(p)
		if p == paneNotes {
			titles[p] = strconv.Itoa(int(p)+1) + " " + m.t(wording.LabelNotesShort)
		}
		if p != paneFile {
			others += ui.Width(titles[p]) + 3
		}
	}
	titles[paneFile] = ui.Cut(titles[paneFile], max(m.geo.width-others-3, 8))
	return titles
}

// stripAt finds the pane whose title in the strip stands under a cell.
func (m *Model) stripAt(x, y int) (pane, bool) {
	if m.geo.tooSmall || m.geo.width >= midWidth || y != m.geo.header {
		return 0, false
	}
	at := 0
	for p, title := range m.stripTitles() {
		w := ui.Width(title) + 2
		if x >= at && x < at+w {
			return pane(p), true
		}
		at += w + 1
	}
	return 0, false
}
