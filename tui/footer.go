package tui

import (
	"strings"

	"relance/domain/entry"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/ui"
)

// said parts the message between the entry line and, where it is longer, the
// footer.
func (m *Model) said() (line, foot string) {
	if m.message == "" {
		return "", ""
	}
	parts := ui.Wrap(ui.Clean(m.message), m.messageWidth(), messageRows)
	if len(parts) == 1 {
		return parts[0], ""
	}
	return parts[0], parts[1]
}

// messageRows is how many lines a message may take, and messageWidth how wide
// they are.
const messageRows = 2

func (m *Model) messageWidth() int { return max(m.geo.width-6, 1) }

// footKey is one key in the footer.
type footKey struct{ key, text string }

func (k footKey) width() int {
	if k.key == "" {
		return ui.Width(k.text)
	}
	return ui.Width(k.key) + 1 + ui.Width(k.text)
}

func (m *Model) putKey(l *ui.Line, k footKey) {
	if k.key != "" {
		l.Put(m.theme.Accent, k.key).Gap(1)
	}
	l.Put(m.theme.Dim, k.text)
}

// footer draws the keys that count now.
func (m *Model) footer() string {
	if _, more := m.said(); more != "" {
		st := m.theme.Plain
		if m.alert {
			st = m.theme.Alert
		}
		return ui.NewLine(m.geo.width, "").Gap(1).Put(st, more).End()
	}
	left, right := m.footKeys()
	return m.flow(left, right, false)[0]
}

// flow writes keys from the left and others at the right end of the last line,
// on one line, or on two where two are allowed and needed. A key is never cut;
// what has no room is left out, with a mark where the legend is not whole.
func (m *Model) flow(left, right []footKey, two bool) []string {
	lines, _ := m.flowed(left, right, two)
	return lines
}

// fits reports whether a legend has room on two lines.
func (m *Model) fits(left, right []footKey) bool {
	_, whole := m.flowed(left, right, true)
	return whole
}

func (m *Model) flowed(left, right []footKey, two bool) (out []string, whole bool) {
	w := m.geo.width
	end := 0
	for _, k := range right {
		end += k.width() + 2
	}
	all := end + 1
	for _, k := range left {
		all += k.width() + 2
	}
	l := ui.NewLine(w, "").Gap(1)
	reserve := end
	if two && all > w {
		reserve = 0
	}
	whole = true
	for _, k := range left {
		if k.width()+reserve > l.Room() && two && len(out) == 0 && all > w {
			out = append(out, l.End())
			l = ui.NewLine(w, "").Gap(1)
			reserve = end + 2
		}
		if k.width()+reserve > l.Room() {
			whole = false
			if two {
				l.Put(m.theme.Dim, "…")
			}
			break
		}
		m.putKey(l, k)
		l.Gap(min(2, l.Room()))
	}
	if two && len(out) == 0 && end > l.Room() {
		out = append(out, l.End())
		l = ui.NewLine(w, "").Gap(1)
	}
	if len(right) > 0 {
		l.Gap(max(l.Room()-end+1, 0))
	}
	for i, k := range right {
		if i > 0 {
			l.Gap(2)
		}
		m.putKey(l, k)
	}
	return append(out, l.End()), whole
}

func (m *Model) footKeys() (left, right []footKey) {
	switch {
	case m.line.ticking:
		left = m.shorts(keys.Ticks)
		if n, sum, cur := m.card.Ticked(); n > 0 {
			left = append(left, footKey{m.voice.Count(n, wording.LabelTicked, wording.LabelTickedMany), m.voice.Exact(sum, cur)})
			left = append(left, m.notFree(cur)...)
		}
		return left, nil
	case m.line.kind == lineAct:
		return m.legend(), m.lineKeys()
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
		left = m.pastKeys()
	}
	switch {
	case m.focus == paneFile:
		left = append(left, m.shorts(keys.File)...)
	case m.focus == panePlan && m.plan.Editing():
		return m.planKeys()
	case m.focus == panePlan && m.past == 0 && m.plan.OnSaved():
		left = append(left, m.shorts(keys.Saved)...)
	case m.focus == panePlan && m.past == 0 && m.plan.OnBroken():
		left = append(left, m.shorts(keys.Broken)...)
	case m.focus == paneNotes && m.notes.OnNote():
		left = append(left, m.shorts(keys.Notes)...)
	}
	if m.past == 0 && (m.focus != panePlan || !m.plan.Editing()) {
		if m.undone {
			left = append(left, footKey{"U", m.t(wording.KeyShortRedo)})
		}
		left = append(left, m.acts()...)
		left = append(left, footKey{"F", m.t(wording.KeyShortFees)}, footKey{"P", m.t(wording.KeyShortPlans)})
	}
	return left, []footKey{{m.letter[entry.Why], m.t(wording.KeyShortWhy)}, {"z", m.t(wording.KeyShortSearch)}, {"h", m.t(wording.KeyShortHelp)}}
}

// notFree says how much of the ticked items is disputed or promised already, so
// that the sentence and the sum of what is ticked agree.
func (m *Model) notFree(cur money.Currency) []footKey {
	var disputed, promised int64
	for _, it := range m.line.facts.Items {
		if it.Ticked {
			disputed += it.Disputed
			promised += it.Promised
		}
	}
	var out []footKey
	for _, part := range []struct {
		sum  int64
		word wording.Text
	}{{disputed, wording.LabelDisputed}, {promised, wording.LabelPromised}} {
		if part.sum > 0 {
			out = append(out, footKey{"", m.t(wording.LabelOfWhich) + " " + m.voice.Exact(part.sum, cur) + " " + m.t(part.word)})
		}
	}
	return out
}

// plainLine are the keys of a line without items to choose.
func (m *Model) plainLine() []footKey {
	out := []footKey{{"⏎", m.t(wording.KeyShortTake)}}
	if m.line.path {
		out = append(out, footKey{"⇥", m.t(wording.KeyShortPath)})
	}
	return append(out, footKey{m.t(wording.KeyNameEsc), m.t(wording.KeyShortLeave)})
}

// lineKeys are the keys that count whatever is written.
func (m *Model) lineKeys() []footKey {
	var out []footKey
	for _, b := range keys.Table() {
		if b.Scope == keys.Line && b.Short != (wording.Text{}) && b.Intent != keys.Accept && (b.Intent != keys.ToItems || m.takesItems()) {
			out = append(out, footKey{m.keyName(b.Keys[0]), m.t(b.Short)})
		}
	}
	return out
}

// takesItems reports whether the act on the line can be about chosen invoices.
func (m *Model) takesItems() bool {
	switch m.line.reading.Act {
	case entry.Promise, entry.Plan, entry.Dispute, entry.Receipt:
		return true
	}
	return false
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
	case "shift+up":
		return m.t(wording.KeyNameShift) + "+↑"
	case "shift+down":
		return m.t(wording.KeyNameShift) + "+↓"
	case "delete":
		return m.t(wording.KeyNameDelete)
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
