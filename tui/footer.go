package tui

import (
	"strings"

	"relance/domain/entry"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/ui"
)

// entryLine draws the line and gives the cell of its cursor, -1 = none.
func (m *Model) entryLine() (string, int) {
	w := m.geo.width
	l := ui.NewLine(w, "")
	l.Put(m.theme.Accent, " › ")
	ln := &m.line
	if !ln.open() {
		first, _ := m.said()
		if m.alert && first != "" {
			l.Put(m.theme.Alert, "! "+first)
		} else {
			l.Put("", first)
		}
		return l.End(), -1
	}
	if ln.label != "" {
		l.Put(m.theme.Strong, ui.Cut(ln.label, w/2)).Put("", m.t(wording.LabelColon))
	}
	if ln.kind == lineYesNo {
		l.Put(m.theme.Accent, m.t(wording.DeskYesNo))
		return l.End(), -1
	}
	said, warning := ui.Clean(ln.sentence), ""
	if m.warnsOfHours() {
		warning = m.t(wording.DeskOutOfHours) + " · "
		said = warning + said
	}
	room := l.Room() - 1
	need := min(ui.Width(ln.in.Text())+1, room/2) // cells for what is written
	tail := max(min(ui.Width(said), room-need-2), 0)
	inputRoom := room
	if tail > 0 {
		inputRoom = room - tail - 2
	}
	text, at := ln.in.View(inputRoom)
	cursor := w - l.Room() + at
	if ln.ticking {
		cursor = -1
	}
	l.Put("", text)
	st := m.theme.Strong
	if ln.question {
		st = m.theme.Alert
	}
	if tail > 0 {
		l.Gap(l.Room() - tail - 1)
		said = ui.Cut(said, tail)
		if rest, ok := strings.CutPrefix(said, warning); ok {
			l.Put(m.theme.Alert, warning)
			said = rest
		}
		l.Put(st, said)
	}
	return l.End(), cursor
}

// said parts the message between the entry line and, where it is longer, the
// footer. Where the line is open the footer alone has it.
func (m *Model) said() (line, foot string) {
	if m.message == "" {
		return "", ""
	}
	text := ui.Clean(m.message)
	if m.line.open() {
		return "", text
	}
	parts := ui.Wrap(text, m.geo.width-6, 2)
	if len(parts) == 1 {
		return parts[0], ""
	}
	return parts[0], parts[1]
}

// footKey is one key in the footer.
type footKey struct{ key, text string }

// footer draws the keys that count now.
func (m *Model) footer() string {
	l := ui.NewLine(m.geo.width, "")
	l.Gap(1)
	if _, foot := m.said(); foot != "" {
		st := m.theme.Plain
		if m.alert {
			st = m.theme.Alert
		}
		return l.Put(st, foot).End()
	}
	left, right := m.footKeys()
	room := 0
	for _, k := range right {
		room += ui.Width(k.key) + ui.Width(k.text) + 3
	}
	for _, k := range left {
		if ui.Width(k.key)+ui.Width(k.text)+3+room > l.Room() {
			break
		}
		l.Put(m.theme.Accent, k.key).Put(m.theme.Dim, " "+k.text).Gap(2)
	}
	l.Gap(l.Room() - room)
	for i, k := range right {
		if i > 0 {
			l.Gap(2)
		}
		l.Put(m.theme.Accent, k.key).Put(m.theme.Dim, " "+k.text)
	}
	return l.End()
}

func (m *Model) footKeys() (left, right []footKey) {
	switch {
	case m.line.kind == lineYesNo:
		return nil, nil
	case m.line.ticking:
		left = m.shorts(keys.Ticks)
		if n, sum, cur := m.card.Ticked(); n > 0 {
			left = append(left, footKey{m.voice.Count(n, wording.LabelTicked, wording.LabelTickedMany), m.voice.Exact(sum, cur)})
		}
		return left, nil
	case m.line.kind == lineAct:
		return m.shorts(keys.Line), nil
	case m.line.open():
		return m.plainLine(), nil
	case m.sheet != nil && len(m.sheet.hint) > 0:
		return m.sheet.hint, nil
	case m.sheet != nil && m.sheet.fixed:
		return []footKey{{"⏎", m.t(wording.KeyTake)}, {"q", m.t(wording.KeyShortQuit)}}, nil
	case m.sheet != nil:
		return m.shorts(keys.Sheet), nil
	}
	if m.past != 0 {
		left = m.shorts(keys.Past)
	}
	switch {
	case m.focus == paneFile:
		left = append(left, m.shorts(keys.File)...)
	case m.focus == panePlan && m.plan.Editing():
		left = append(left, m.shorts(keys.Plan)...)
		left = append(left, footKey{m.t(wording.KeyNameEsc), m.t(wording.KeyShortLeave)})
	case m.focus == paneNotes:
		left = append(left, m.shorts(keys.Notes)...)
	}
	if m.past == 0 && (m.focus != panePlan || !m.plan.Editing()) {
		left = append(left, m.acts()...)
	}
	return left, []footKey{{m.letter[entry.Why], m.t(wording.KeyShortWhy)}, {"z", m.t(wording.KeyShortSearch)}, {"h", m.t(wording.KeyShortHelp)}}
}

// plainLine are the keys of a line without items to choose.
func (m *Model) plainLine() []footKey {
	return []footKey{{"⏎", m.t(wording.KeyShortTake)}, {m.t(wording.KeyNameEsc), m.t(wording.KeyShortLeave)}}
}

// acts are the letters that begin the entry line.
func (m *Model) acts() []footKey {
	var out []footKey
	acts := []entry.Act{
		entry.Call, entry.Promise, entry.Plan, entry.Dispute, entry.Callback,
		entry.Note, entry.Receipt, entry.Contact, entry.Status, entry.Undo,
	}
	for _, a := range acts {
		if m.letter[a] != "" {
			out = append(out, footKey{m.letter[a], m.t(wording.DeskActs[a])})
		}
	}
	return out
}

// shorts are the keys of a scope that have a short word.
func (m *Model) shorts(s keys.Scope) []footKey {
	var out []footKey
	for _, b := range keys.Table() {
		if b.Scope == s && b.Short != (wording.Text{}) {
			out = append(out, footKey{m.keyName(b.Keys[0]), m.t(b.Short)})
		}
	}
	return out
}

// keyName writes a key as it stands on keyboards.
func (m *Model) keyName(k string) string {
	switch k {
	case "enter":
		return "⏎"
	case "tab":
		return "⇥"
	case "shift+tab":
		return m.t(wording.KeyNameShift) + "+⇥"
	case "esc":
		return m.t(wording.KeyNameEsc)
	case "space":
		return m.t(wording.KeyNameSpace)
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	case "shift+left":
		return m.t(wording.KeyNameShift) + "+←"
	case "shift+right":
		return m.t(wording.KeyNameShift) + "+→"
	case "pgup":
		return m.t(wording.KeyNamePageUp)
	case "pgdown":
		return m.t(wording.KeyNamePageDown)
	case "home":
		return m.t(wording.KeyNameHome)
	case "end":
		return m.t(wording.KeyNameEnd)
	}
	if letter, ok := strings.CutPrefix(k, "ctrl+"); ok {
		return "Ctrl+" + strings.ToUpper(letter)
	}
	return k
}
