package tui

import "relance/tui/ui"

// The smallest screen, and the widths from which more panes stand side by side.
const (
	minWidth, minHeight = 80, 24
	midWidth            = 100
	wideWidth           = 160
)

// box is where a pane stands, its rule not included.
type box struct {
	x, y, w, h int
	shown      bool
}

// geometry is where everything stands.
type geometry struct {
	width, height int
	header        int // lines
	panes         [paneCount]box
	sheet         box
	tooSmall      bool
}

// at finds the pane under a cell, and the line within it.
func (g *geometry) at(x, y int) (p pane, row int, ok bool) {
	for i, b := range g.panes {
		if b.shown && x >= b.x && x < b.x+b.w && y >= b.y && y < b.y+b.h {
			return pane(i), y - b.y, true
		}
	}
	return 0, 0, false
}

// right is the pane that shares the screen with the list at middle widths: the
// plan editor takes the client file's place.
func (m *Model) right() pane {
	if m.focus == panePlan {
		return panePlan
	}
	return paneFile
}

// layout gives every pane its box.
func (m *Model) layout() {
	g := &m.geo
	g.tooSmall = g.width < minWidth || g.height < minHeight
	g.panes = [paneCount]box{}
	if g.tooSmall {
		return
	}
	g.header = 2
	if g.width >= wideWidth {
		g.header = 1
	}
	y := g.header + 1
	body := g.height - y - 2 // entry line and footer
	switch {
	case g.width >= wideWidth:
		m.layoutWide(y, body)
	case g.width >= midWidth:
		m.layoutMid(y, body)
	default:
		g.panes[m.focus] = box{0, y, g.width, body, true}
		g.sheet = g.panes[m.focus]
	}
	if m.sheet != nil && m.sheet.whole {
		g.sheet = box{0, y, g.width, body, true}
	}
	for i, b := range g.panes {
		if b.shown {
			m.resize(pane(i), b.w, b.h)
		}
	}
	m.layoutSheet()
}

func (m *Model) layoutWide(y, body int) {
	g := &m.geo
	rows := ui.Split(body, ui.Fill(1), ui.Fixed(1), ui.Percent(28, 5, 16))
	cols := ui.Split(g.width, ui.Percent(38, 0, 90), ui.Fixed(1), ui.Fill(1), ui.Fixed(1), ui.Percent(25, 40, 60))
	x := cols[0] + 1
	g.panes[paneList] = box{0, y, cols[0], rows[0], true}
	g.panes[paneFile] = box{x, y, cols[2], rows[0], true}
	g.panes[panePlan] = box{x + cols[2] + 1, y, cols[4], rows[0], true}
	g.panes[paneNotes] = box{0, y + rows[0] + 1, g.width, rows[2], true}
	g.sheet = box{x, y, g.width - x, rows[0], true}
}

func (m *Model) layoutMid(y, body int) {
	g := &m.geo
	rows := ui.Split(body, ui.Fill(1), ui.Fixed(1), ui.Percent(26, 4, 12))
	cols := ui.Split(g.width, ui.Percent(49, 0, 76), ui.Fixed(1), ui.Fill(1))
	x := cols[0] + 1
	g.panes[paneList] = box{0, y, cols[0], rows[0], true}
	g.panes[m.right()] = box{x, y, cols[2], rows[0], true}
	g.panes[paneNotes] = box{0, y + rows[0] + 1, g.width, rows[2], true}
	g.sheet = box{x, y, cols[2], rows[0], true}
}

func (m *Model) resize(p pane, w, h int) {
	switch p {
	case paneList:
		m.list.Resize(w, h)
	case paneFile:
		m.card.Resize(w, h)
	case panePlan:
		m.plan.Resize(w, h)
	case paneNotes:
		m.notes.Resize(w, h)
	}
}

func (m *Model) layoutSheet() {
	if m.sheet == nil || m.geo.tooSmall {
		return
	}
	g := &m.geo
	if m.sheet.whole {
		y := g.header + 1
		g.sheet = box{0, y, g.width, g.height - y - 2, true}
	} else if g.sheet.w == g.width && g.width >= midWidth {
		m.regular()
	}
	m.sheet.resize(g.sheet.w, g.sheet.h)
}

// regular puts the sheet back beside the list after one that covered all.
func (m *Model) regular() {
	g := &m.geo
	list := g.panes[paneList]
	g.sheet = box{list.w + 1, list.y, g.width - list.w - 1, list.h, true}
}

// sheetWidth is how wide a sheet beside the list is.
func (m *Model) sheetWidth() int {
	if list := m.geo.panes[paneList]; m.geo.width >= midWidth {
		return m.geo.width - list.w - 1
	}
	return m.geo.width
}
