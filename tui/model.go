// Package tui is the screen: panes around a current client, one entry line, and
// the keys. It shows a view of the desk and sends it commands; it decides
// nothing of the trade.
package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/wording"
	"relance/tui/clientfile"
	"relance/tui/keys"
	"relance/tui/msg"
	"relance/tui/notes"
	"relance/tui/planeditor"
	"relance/tui/ports"
	"relance/tui/say"
	"relance/tui/ui"
	"relance/tui/worklist"
)

// Options open the screen. Desk is needed, the rest may be left out.
type Options struct {
	Desk     ports.Desk
	Reader   ports.Reader        // nil: the view answers itself
	Importer ports.Importer      // nil: no imports
	Confirm  ports.Confirmations // nil: no drafts of confirmations
	Papers   ports.Papers        // nil: no papers are written
	Paths    ports.Paths         // nil: names of files are not completed
	Sample   ports.Sampler       // nil: no sample portfolio is offered
	Lang     wording.Lang
	Keys     entry.Keys
	Letters  *entry.Mnemonics // in place of those of Keys, where a person changed some; nil = Keys
	// Minute is the local time of day in minutes. nil: there is none, and nothing
	// is said of calling hours.
	Minute func() int16
	Hours  calendar.Hours // calling hours; the zero value is the usual ones
	// Now is the clock that frames are paced by; nil draws every change at once
	// and builds every client file at once, which makes tests repeatable.
	Now func() time.Time
}

// pane numbers the four panes.
type pane int

const (
	paneList pane = iota
	paneFile
	panePlan
	paneNotes
	paneCount
)

// Model is the root of the screen.
type Model struct {
	opt     Options
	voice   say.Voice
	theme   ui.Theme
	keymap  *keys.Keymap
	starts  map[string]entry.Act // keys that start the entry line
	letter  [entry.ActCount]string
	grammar entry.Mnemonics // all the letters of the entry line

	view    *desk.View
	past    calendar.Date // the past day on show, zero = today
	current msg.Client
	row     *desk.Row
	left    msg.Client // the client left by an automatic passage: k goes back to it
	worked  passage    // what was done on the current client
	undone  bool       // the last act was an undo: U brings back what it took
	file    fileState
	debtor  debtorZone

	list  *worklist.Pane
	card  *clientfile.Pane
	plan  *planeditor.Pane
	notes *notes.Pane
	focus pane

	line    lineState
	sheet   *sheet
	stands  bool // late fees are computed with the last known rate where one is missing
	message string
	alert   bool // the message is an error

	busy  bool      // a command is under way: keys wait
	queue []tea.Msg // and stand here

	geo   geometry
	frame frameState
	quit  bool
}

// fileState is which client file is on show and which is being built.
type fileState struct {
	view     *desk.View
	client   msg.Client
	building bool
}

// New makes the screen of a desk.
func New(opt Options) *Model {
	if opt.Reader == nil {
		opt.Reader = ports.Direct{}
	}
	m := &Model{opt: opt, theme: ui.NewTheme(), keymap: keys.New()}
	if m.opt.Hours == (calendar.Hours{}) {
		m.opt.Hours = calendar.UsualHours()
	}
	m.findStarts()
	m.voice = say.Voice{Lang: opt.Lang, Letters: m.letter}
	m.list = worklist.New(m.voice, m.theme)
	m.card = clientfile.New(m.voice, m.theme)
	m.plan = planeditor.New(m.voice, m.theme, m.planOutside())
	m.notes = notes.New(m.voice, m.theme)
	m.setView(opt.Desk.View())
	m.firstRow()
	m.setFocus(paneList)
	if m.empty() {
		m.welcome()
	}
	m.frame.view = m.compose()
	m.frame.dirty = true
	return m
}

// findStarts takes the letters that begin a line from the grammar.
func (m *Model) findStarts() {
	m.starts = map[string]entry.Act{}
	m.grammar = m.opt.Keys.Mnemonics()
	if m.opt.Letters != nil {
		m.grammar = *m.opt.Letters
	}
	m.letter = m.grammar.Acts
	for a, letter := range m.letter {
		if letter != "" {
			m.starts[letter] = entry.Act(a)
		}
	}
}

// Init implements tea.Model.
func (m *Model) Init() tea.Cmd { return nil }

// today is the day that the screen shows.
func (m *Model) today() calendar.Date {
	if m.view.AsOf != 0 {
		return m.view.AsOf
	}
	return m.view.Day
}

// setView shows another view; the current client stays.
func (m *Model) setView(v *desk.View) {
	if v == nil {
		return
	}
	m.view, m.past = v, v.AsOf
	if v := (say.Voice{Lang: m.opt.Lang, Today: m.today(), Letters: m.letter}); v != m.voice {
		m.voice = v
		m.list.SetVoice(v)
		m.card.SetVoice(v)
		m.plan.SetVoice(v)
		m.notes.SetVoice(v)
	}
	m.list.SetView(v, m.current)
	if !m.current.Key.IsZero() {
		m.row = m.opt.Reader.Row(v, m.current.Key, m.current.Currency)
	}
	m.line.stale = true
	m.frame.dirty = true
}

// firstRow makes the first row of the list the current client.
func (m *Model) firstRow() {
	if r, ok := m.list.Current(); ok {
		m.open(msg.Client{Key: r.Client, Currency: r.Currency})
	}
}

// open makes a client the current one of all panes.
func (m *Model) open(c msg.Client) {
	if c.Key.IsZero() {
		return
	}
	m.list.Select(c)
	row := m.opt.Reader.Row(m.view, c.Key, c.Currency)
	if r, ok := m.list.Current(); ok && r.Client == c.Key {
		row = r
		c.Currency = r.Currency
	}
	m.row = row
	if c != m.current {
		m.worked = passage{}
		if m.plan.Editing() {
			m.say(wording.DeskPlanKept.Fill(m.opt.Lang, ui.Clean(m.nameOf(m.current))))
		}
		m.plan.SetClient(c)
		if m.focus == panePlan {
			m.setFocus(paneList)
		}
	}
	if c != m.current {
		m.current = c
		m.refit()
	}
	m.line.stale = true
	m.frame.dirty = true
}

// title is the current client's name, as far as it is known.
func (m *Model) title() string {
	switch f := m.card.File(); {
	case m.row != nil:
		return m.row.Name
	case f != nil && m.file.client == m.current:
		return f.Client.Name
	}
	return m.current.Key.Account
}

func (m *Model) setFocus(p pane) {
	m.focus = p
	m.list.Focus(p == paneList)
	m.card.Focus(p == paneFile)
	m.plan.Focus(p == panePlan)
	m.notes.Focus(p == paneNotes)
	m.layout()
	m.frame.dirty = true
}

// say shows a message until the next key.
func (m *Model) say(text string) { m.message, m.alert = text, false }

// warn shows an error until the next key.
func (m *Model) warn(text string) { m.message, m.alert = text, true }

func (m *Model) t(t wording.Text) string { return t.In(m.opt.Lang) }

func (m *Model) empty() bool {
	return len(m.view.Worklist) == 0 && len(m.view.Held) == 0 && len(m.view.Header.Creditors) == 0
}
