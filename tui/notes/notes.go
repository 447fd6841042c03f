// Package notes is the fourth pane: one timeline of everything that happened
// to the current client, latest first.
package notes

import (
	"slices"

	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
	"relance/tui/say"
	"relance/tui/ui"
)

// Pane shows the timeline.
type Pane struct {
	voice  say.Voice
	theme  ui.Theme
	client msg.Client
	rows   []desk.TimelineRow // as shown
	known  []desk.TimelineRow // all
	loaded bool
	list   ui.List
	width  int
}

// New gives an empty timeline.
func New(voice say.Voice, theme ui.Theme) *Pane { return &Pane{voice: voice, theme: theme} }

// SetVoice changes language or day.
func (p *Pane) SetVoice(v say.Voice) {
	p.voice = v
	p.list.Reset(len(p.rows))
}

// SetFile shows a client's timeline.
func (p *Pane) SetFile(c msg.Client, f *desk.File) {
	same := c == p.client
	p.client, p.rows, p.known, p.loaded = c, nil, nil, f != nil
	if f != nil {
		p.rows, p.known = told(f.Timeline), f.Timeline
	}
	p.list.Reset(len(p.rows))
	if !same {
		p.list.Set(0)
	}
}

// told leaves out the undoing of what stands in the timeline marked as undone.
func told(rows []desk.TimelineRow) []desk.TimelineRow {
	var out []desk.TimelineRow
	for _, r := range rows {
		u, ok := r.Event.Content.(journal.ActUndone)
		if ok && slices.ContainsFunc(rows, func(o desk.TimelineRow) bool {
			return o.Undone && o.Event.Act == u.Act && o.Undoer != nil && o.Undoer.ID == r.Event.ID
		}) {
			continue
		}
		out = append(out, r)
	}
	return out
}

// Resize gives the pane its box.
func (p *Pane) Resize(w, h int) {
	p.width = w
	p.list.Resize(w, h)
}

// Focus tells whether the pane has the focus.
func (p *Pane) Focus(on bool) { p.list.Focus(on) }

// Title is the pane's name.
func (p *Pane) Title() string { return p.voice.T(wording.LabelNotes) }

// HandleIntent moves the cursor, amends and erases notes.
func (p *Pane) HandleIntent(in keys.Intent) (msg.Request, bool) {
	switch in {
	case keys.Down:
		p.list.Move(1)
	case keys.Up:
		p.list.Move(-1)
	case keys.PageDown:
		p.list.Page(1)
	case keys.PageUp:
		p.list.Page(-1)
	case keys.First:
		p.list.Home()
	case keys.Last:
		p.list.End()
	case keys.Accept:
		return p.amend(), true
	case keys.Erase:
		if id, _, ok := p.note(); ok {
			return msg.Erase{Note: id}, true
		}
		return msg.Refuse{Why: p.voice.How(wording.DeskNotANote, entry.Note)}, true
	default:
		return nil, false
	}
	return nil, true
}

func (p *Pane) amend() msg.Request {
	if id, words, ok := p.note(); ok {
		return msg.WriteNote{Amends: id, Text: words}
	}
	return msg.WriteNote{}
}

// note is the note under the cursor, as it was first written.
func (p *Pane) note() (id journal.ID, words string, ok bool) {
	if p.list.Cursor() >= len(p.rows) {
		return id, "", false
	}
	row := p.rows[p.list.Cursor()]
	if row.Undone || row.Hanging {
		return id, "", false
	}
	switch c := row.Event.Content.(type) {
	case journal.NoteWritten:
		return row.Event.ID, c.Text.Body, !c.Text.Erased
	case journal.NoteAmended:
		return c.Note, c.Text.Body, !c.Text.Erased
	}
	return id, "", false
}

// OnNote reports whether a note that can be amended stands under the cursor.
func (p *Pane) OnNote() bool {
	_, _, ok := p.note()
	return ok
}

// Click puts the cursor on the pane's line y.
func (p *Pane) Click(y int) (msg.Request, bool) {
	i := p.list.Top() + y
	if i < 0 || i >= len(p.rows) {
		return nil, false
	}
	p.list.Set(i)
	return nil, true
}

// Draw appends the pane's lines to dst.
func (p *Pane) Draw(dst []string) []string {
	if len(p.rows) > 0 || p.list.Height() == 0 {
		return p.list.Draw(dst, p.render)
	}
	l := ui.NewLine(p.width, "")
	if p.loaded {
		l.Gap(1).Put(p.theme.Dim, p.voice.How(wording.LabelNoHistory, entry.Note))
	}
	dst = append(dst, l.End())
	for range p.list.Height() - 1 {
		dst = append(dst, ui.Spaces(p.width))
	}
	return dst
}

func (p *Pane) render(i int, on bool) string {
	row := p.rows[i]
	on = on && p.list.Focused()
	base := ui.Style("")
	if on {
		base = p.theme.Selected
	}
	l := ui.NewLine(p.width, base)
	mark := " "
	if on {
		mark = "▌"
	}
	st := p.theme.Plain
	if row.Undone || row.Hanging {
		st = p.theme.Dim
	}
	l.Put(p.theme.Accent, mark).Gap(1).Cell(p.theme.Dim, p.voice.Day(row.Event.Day), 8).Gap(1)
	author := ui.Clean(row.Event.Author)
	tail := min(ui.Width(author), 20)
	room := l.Room() - tail - 2
	words := ui.Clean(p.voice.Event(row.Event, p.client.Currency, say.FindIn(p.known)))
	switch {
	case row.Undone:
		words = p.voice.T(wording.LabelUndone) + " " + words
	case row.Hanging:
		words = p.voice.T(wording.LabelHanging) + " " + words
	}
	if room < 20 {
		l.Put(st, words)
		return l.End()
	}
	return l.Cell(st, words, room).Gap(1).Number(p.theme.Dim, author, tail).End()
}
