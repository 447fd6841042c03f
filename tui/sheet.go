package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"relance/domain/entry"
	"relance/tui/keys"
	"relance/tui/ui"
)

// quiet is how long a sheet that opens by itself takes no keys, so that a key
// on its way cannot answer it.
const quiet = 425 * time.Millisecond

// sheet lies over the panes beside the list, or over all of them: help, the
// addition behind a figure, search, palette, a draft, an import to confirm.
type sheet struct {
	title  string
	tail   string
	rows   []sheetRow
	list   ui.List
	picks  bool // some row can be picked: the cursor is shown
	whole  bool // covers all panes
	fixed  bool // cannot be closed: the empty desk
	filter func(text string)
	handle func(in keys.Intent) (tea.Cmd, bool) // keys beyond moving and picking
	hint   []footKey
	from   time.Time                  // keys before it are not for this sheet
	form   *importForm                // what a first import asks; nil = another sheet
	scope  keys.Scope                 // of its own keys, before those of all sheets; Desk = none
	typed  func(digit string) tea.Cmd // takes a digit that is typed; nil: digits mean nothing
	fees   *feeSheet                  // the late fees on show; nil = another sheet
}

// sheetRow is one line of a sheet.
type sheetRow struct {
	draw func(l *ui.Line)
	pick func() tea.Cmd // nil: cannot be picked
}

func (m *Model) openSheet(s *sheet) {
	m.sheet = s
	s.fill(s.rows)
	m.layoutSheet()
	m.frame.dirty = true
}

// fill replaces the rows; the cursor goes to the first that can be picked.
func (s *sheet) fill(rows []sheetRow) {
	s.rows = rows
	s.picks = false
	for _, r := range rows {
		s.picks = s.picks || r.pick != nil
	}
	if s.picks {
		s.list.SetSkip(func(i int) bool { return s.rows[i].pick == nil })
	} else {
		s.list.SetSkip(nil)
	}
	s.list.Focus(true)
	s.list.Reset(len(rows))
	s.list.Set(0)
}

func textRow(st ui.Style, text string) sheetRow {
	return sheetRow{draw: func(l *ui.Line) { l.Gap(1).Put(st, text) }}
}

// closeSheet goes back to the panes.
func (m *Model) closeSheet() {
	if m.sheet == nil || m.sheet.fixed {
		return
	}
	m.sheet = nil
	if m.line.kind == lineFilter {
		m.closeLine()
	}
	if m.empty() {
		m.welcome()
	}
	m.frame.dirty = true
}

// sheetKey handles a key while a sheet without a filter is open.
func (m *Model) sheetKey(name string) tea.Cmd {
	s := m.sheet
	if m.opt.Now != nil && m.opt.Now().Before(s.from) {
		return nil
	}
	in := keys.None
	if s.scope != keys.Desk {
		in = m.keymap.Find(name, s.scope)
	}
	if in == keys.None && s.fees != nil {
		in = m.turnsBackKey(name)
	}
	if digit, ok := keys.Digit(name); ok && in == keys.None && s.typed != nil {
		return s.typed(digit)
	}
	if in == keys.None {
		in = m.keymap.Find(name, keys.Sheet)
	}
	if s.fixed {
		switch desk := m.keymap.Find(name, keys.Desk); {
		case desk == keys.Quit:
			m.quit = true
			return nil
		case desk == keys.Import:
			m.askFile()
			return nil
		}
	}
	return m.sheetIntent(in)
}

// turnsBackKey reads the keys of undo and redo, which mean the same as elsewhere.
func (m *Model) turnsBackKey(name string) keys.Intent {
	switch in := m.keymap.Find(name, keys.Desk); {
	case name == m.letter[entry.Undo]:
		return keys.Undo
	case in == keys.Redo && m.starts[name] == entry.None:
		return in
	}
	return keys.None
}

func (m *Model) sheetIntent(in keys.Intent) tea.Cmd {
	s := m.sheet
	if s == nil || in == keys.None {
		return nil
	}
	m.frame.dirty = true
	if s.handle != nil {
		if cmd, ok := s.handle(in); ok {
			return cmd
		}
	}
	switch in {
	case keys.Down:
		s.move(1)
	case keys.Up:
		s.move(-1)
	case keys.PageDown:
		s.move(max(s.list.Height()-1, 1))
	case keys.PageUp:
		s.move(-max(s.list.Height()-1, 1))
	case keys.First:
		s.move(-len(s.rows))
	case keys.Last:
		s.move(len(s.rows))
	case keys.Back:
		m.closeSheet()
	case keys.Accept:
		return m.pick()
	}
	return nil
}

func (s *sheet) move(d int) {
	if s.picks {
		s.list.Move(d)
		return
	}
	s.list.Scroll(s.list.Top() + d)
}

func (m *Model) pick() tea.Cmd {
	s := m.sheet
	if !s.picks || s.list.Cursor() >= len(s.rows) {
		if s.filter == nil {
			m.closeSheet()
		}
		return nil
	}
	pick := s.rows[s.list.Cursor()].pick
	if pick == nil {
		return nil
	}
	if !s.fixed {
		m.sheet = nil
		if m.line.kind == lineFilter {
			m.closeLine()
		}
	}
	return pick()
}

// resize gives the sheet its box.
func (s *sheet) resize(w, h int) { s.list.Resize(w, h) }

func (s *sheet) draw(dst []string, theme ui.Theme, width int) []string {
	return s.list.Draw(dst, func(i int, on bool) string {
		on = on && s.picks
		base := ui.Style("")
		if on {
			base = theme.Selected
		}
		l := ui.NewLine(width, base)
		if on {
			l.Put(theme.Accent, "▌")
		} else {
			l.Gap(1)
		}
		s.rows[i].draw(l)
		return l.End()
	})
}
