package tui

import (
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"relance/domain/desk"
	"relance/tui/msg"
)

// pace is the least time between two frames.
const pace = 8 * time.Millisecond

// patience is how long a frame waits for a client file before it is drawn
// without: with the drawing itself the loop stays under 4 ms, and most large
// files need one frame instead of two.
const patience = 3500 * time.Microsecond

// frameState is the frame on show and when the next one may be drawn.
type frameState struct {
	view    tea.View
	dirty   bool
	last    time.Time
	waiting bool // a message will come when the pause is over
}

// Update implements tea.Model.
func (m *Model) Update(in tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.handle(in)
	if m.quit {
		return m, tea.Quit
	}
	return m, join(cmd, m.draw())
}

// View implements tea.Model. Frames are drawn in Update, at once after a pause
// and every few milliseconds while keys pour in.
func (m *Model) View() tea.View { return m.frame.view }

// draw composes a frame when something changed and the pause since the last one
// is over; else it asks to be called when it is.
func (m *Model) draw() tea.Cmd {
	if !m.frame.dirty {
		return nil
	}
	if m.opt.Now != nil {
		if since := m.opt.Now().Sub(m.frame.last); since < pace {
			if m.frame.waiting {
				return nil
			}
			m.frame.waiting = true
			return tea.Tick(pace-since, func(time.Time) tea.Msg { return msg.Compose{} })
		}
	}
	cmd := m.fetch()
	m.frame.view = m.compose()
	m.frame.dirty = false
	if m.opt.Now != nil {
		m.frame.last = m.opt.Now()
	}
	return cmd
}

// fetch sees to it that the panes have the current client's file. One that
// takes long is built beside the event loop and shown when it is there.
func (m *Model) fetch() tea.Cmd {
	if m.file.view == m.view && m.file.client == m.current || m.current.Key.IsZero() {
		return nil
	}
	if m.opt.Now == nil {
		f, charges := m.read(m.view, m.current)
		m.show(m.view, m.current, f, charges)
		return nil
	}
	if m.file.building {
		m.loading()
		return nil
	}
	got := make(chan msg.Filed, 1)
	v, c := m.view, m.current
	read := m.reader()
	go func() {
		defer func() {
			if recover() != nil {
				got <- msg.Filed{View: v, Client: c} // shown as a file that cannot be read
			}
		}()
		f, charges := read(v, c)
		got <- msg.Filed{View: v, Client: c, File: f, Charges: charges}
	}()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case f := <-got:
		m.show(v, c, f.File, f.Charges)
		return nil
	case <-timer.C:
	}
	m.file.building = true
	m.loading()
	return func() tea.Msg { return <-got }
}

// loading shows the row's figures alone while another client's file is built.
// The old file of the same client stays until the new one is there.
func (m *Model) loading() {
	if m.file.client != m.current {
		m.show(nil, m.current, nil, msg.Charges{})
	}
}

// reader reads a client's file and what is shown beside it, from any goroutine.
// Late fees are counted with it unless there are many documents.
func (m *Model) reader() func(v *desk.View, c msg.Client) (*desk.File, msg.Charges) {
	from, stands := m.opt.Reader, m.stands
	return func(v *desk.View, c msg.Client) (*desk.File, msg.Charges) {
		f := from.File(v, c.Key, c.Currency)
		var out msg.Charges
		if f == nil {
			return f, out
		}
		out.Mandate, out.Mandated = from.Mandate(v, c.Key)
		if len(f.Items) <= feesAtOnce && len(f.Sums) > 0 && f.Sums[0].Overdue > 0 {
			day := v.Day
			if v.AsOf != 0 {
				day = v.AsOf
			}
			got := from.Fees(v, c.Key, f.Sums[0].Currency, desk.FeeScope{}, day, stands)
			if got.Err == nil {
				out.Count(&got.Statement, got.Missing)
			}
		}
		return f, out
	}
}

func (m *Model) read(v *desk.View, c msg.Client) (*desk.File, msg.Charges) {
	return m.reader()(v, c)
}

func (m *Model) show(v *desk.View, c msg.Client, f *desk.File, charges msg.Charges) {
	m.file.view, m.file.client = v, c
	m.card.SetCharges(charges)
	m.card.SetFile(c, m.title(), f)
	m.plan.SetFile(c, f)
	m.notes.SetFile(c, f)
	m.frame.dirty = true
}

// handle acts on one message.
func (m *Model) handle(in tea.Msg) tea.Cmd {
	switch in := in.(type) {
	case tea.WindowSizeMsg:
		m.geo.width, m.geo.height = in.Width, in.Height
		m.layout()
		m.frame.dirty = true
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		return m.input(in)
	case msg.Compose:
		m.frame.waiting = false
	case msg.Filed:
		m.file.building = false
		if in.View == m.view && in.Client == m.current {
			m.show(in.View, in.Client, in.File, in.Charges)
		}
		m.frame.dirty = true
	case msg.Done:
		return m.done(in)
	case msg.Viewed:
		return m.viewed(in)
	case msg.Read:
		return m.imported(in)
	case msg.Completed:
		return m.completed(in)
	case msg.Committed:
		return m.committed(in)
	case msg.Computed:
		return m.computed(in)
	case msg.Sampled:
		return m.sampled(in)
	}
	return nil
}

// input takes a key, a paste or the mouse; while a command is under way they
// wait in order.
func (m *Model) input(in tea.Msg) tea.Cmd {
	if k, ok := in.(tea.KeyPressMsg); ok && k.String() == "ctrl+c" {
		m.quit = true // even while a command hangs: what was acknowledged is safe
		return nil
	}
	if m.busy {
		m.queue = append(m.queue, in)
		return nil
	}
	m.frame.dirty = true
	switch in := in.(type) {
	case tea.KeyPressMsg:
		if after, ok := afterEsc(in); ok {
			return join(m.input(tea.KeyPressMsg{Code: tea.KeyEscape}), m.input(after))
		}
		m.message = ""
		return m.key(in)
	case tea.PasteMsg:
		m.message = ""
		m.paste(in.Content)
	case tea.MouseClickMsg:
		return m.click(in.X, in.Y)
	case tea.MouseWheelMsg:
		return m.wheel(in)
	}
	return nil
}

// afterEsc gives the key that was pressed right after Esc: the terminal sends
// the two as one key with Alt, which no key of the desk needs.
func afterEsc(k tea.KeyPressMsg) (after tea.KeyPressMsg, ok bool) {
	if k.Mod&tea.ModAlt == 0 || k.Text != "" {
		return k, false
	}
	after = k
	after.Mod &^= tea.ModAlt
	if after.Mod&^tea.ModShift == 0 && k.Code <= unicode.MaxRune && unicode.IsPrint(k.Code) {
		letter := k.Code
		if after.Mod&tea.ModShift != 0 {
			letter = unicode.ToUpper(letter)
		}
		if k.ShiftedCode != 0 {
			letter = k.ShiftedCode
		}
		after.Text = string(letter)
	}
	return after, true
}

// idle ends a command: what was typed meanwhile is applied in order.
func (m *Model) idle() tea.Cmd {
	m.busy = false
	m.frame.dirty = true
	var cmds []tea.Cmd
	for len(m.queue) > 0 && !m.busy && !m.quit {
		next := m.queue[0]
		m.queue = m.queue[1:]
		cmds = append(cmds, m.input(next))
	}
	return join(cmds...)
}

// aside works something out beside the event loop and shows it when it is there.
// Keys typed meanwhile wait.
func (m *Model) aside(work func() (then func() tea.Cmd)) tea.Cmd {
	m.busy = true
	return func() tea.Msg { return msg.Computed{Then: work()} }
}

func (m *Model) computed(in msg.Computed) tea.Cmd {
	m.busy = false
	m.frame.dirty = true
	cmd := in.Then()
	if m.busy {
		return cmd
	}
	return join(cmd, m.idle())
}

// join is tea.Batch without the empty ones.
func join(cmds ...tea.Cmd) tea.Cmd {
	var out []tea.Cmd
	for _, c := range cmds {
		if c != nil {
			out = append(out, c)
		}
	}
	switch len(out) {
	case 0:
		return nil
	case 1:
		return out[0]
	}
	return tea.Batch(out...)
}
