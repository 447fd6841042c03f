package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/priority"
	"relance/domain/why"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
	"relance/tui/ui"
)

// hitAccount is how wide the account of a hit may be.
const hitAccount = 12

// searchLimit is how many hits a search shows.
const searchLimit = 100

// why shows the addition behind the current client's place.
func (m *Model) why() {
	if m.current.Key.IsZero() {
		m.warn(m.t(wording.DeskNoClient))
		return
	}
	if title, rows := m.whyUnder(); rows != nil {
		m.openSheet(&sheet{title: m.t(wording.LabelWhy) + " · " + title, rows: rows})
		return
	}
	w := m.opt.Reader.Why(m.view, m.current.Key, m.current.Currency)
	var rows []sheetRow
	if w.Row != nil {
		for i, r := range w.Row.Reasons {
			st := m.theme.Plain
			if i == 0 {
				st = m.theme.Strong
			}
			lines := ui.Wrap(m.voice.Reason(r, w.Row.Currency), max(m.sheetWidth()-14, 20), 0)
			points := ""
			switch gain, known := gainOf(w.Figures); {
			case r.Code == priority.ExpectedGain && known:
				points = "+" + m.voice.Exact(gain, w.Row.Currency)
			case r.Points != 0:
				points = m.voice.Points(r.Points)
			}
			rows = append(rows, m.reasonRow(st, lines[0], points))
			for _, line := range lines[1:] {
				rows = append(rows, textRow(st, "  "+line))
			}
		}
		rows = append(rows, textRow("", ""))
	}
	for i := range w.Figures {
		rows = append(rows, m.figureRows(&w.Figures[i])...)
	}
	if !w.Above.IsZero() {
		rows = append(rows, textRow(m.theme.Dim, m.t(wording.DeskAbove)+" "+ui.Clean(m.nameOf(msg.Client{Key: w.Above, Currency: m.current.Currency}))+
			m.t(wording.LabelColon)+m.voice.Sum(w.Missing, m.current.Currency)))
	}
	m.openSheet(&sheet{title: m.t(wording.LabelWhy) + " · " + ui.Clean(m.title()), rows: rows})
}

func (m *Model) reasonRow(st ui.Style, text, points string) sheetRow {
	return sheetRow{draw: func(l *ui.Line) {
		l.Gap(1).Put(st, text)
		if points != "" {
			l.Tail(m.theme.Dim, points+" ")
		}
	}}
}

// gainOf finds the expected gain in the addition behind a rank.
func gainOf(figures []why.Figure) (int64, bool) {
	for _, f := range figures {
		for _, t := range f.Terms {
			if t.Of == why.ExpectedGain {
				return t.Value, true
			}
		}
	}
	return 0, false
}

// help shows every key, by scope, and the grammar of the entry line.
func (m *Model) help() {
	var rows []sheetRow
	rows = append(rows, textRow(m.theme.Strong, m.t(wording.DeskHelpActs)))
	for a := entry.Call; a < entry.ActCount; a++ {
		if m.letter[a] != "" {
			rows = append(rows, m.keyRows(m.letter[a], m.t(wording.DeskActs[a])+"   "+m.t(wording.DeskActForms[a]))...)
		}
	}
	rows = append(rows, m.letterRows()...)
	for _, line := range wording.DeskHelpGrammar {
		rows = append(rows, m.wrapped("  "+m.t(line))...)
	}
	scope := keys.ScopeCount
	for _, b := range keys.Table() {
		if b.Scope != scope {
			scope = b.Scope
			rows = append(rows, textRow("", ""), textRow(m.theme.Strong, m.t(wording.DeskScopes[scope])))
		}
		rows = append(rows, m.keyRows(m.keyNames(m.keysOf(b)), m.t(b.Help))...)
	}
	m.openSheet(&sheet{title: m.t(wording.KeyHelp), rows: rows, whole: true})
}

// keysOf gives a binding's keys, with the letters of the set in use for those
// that the grammar of the entry line names, and without those that begin an act.
func (m *Model) keysOf(b keys.Binding) []string {
	if b.Scope != keys.Desk {
		return b.Keys
	}
	switch b.Intent {
	case keys.Why:
		return []string{m.letter[entry.Why]}
	case keys.Confirm:
		return []string{m.letter[entry.Confirm]}
	case keys.Undo:
		return []string{m.letter[entry.Undo]}
	}
	return slices.DeleteFunc(slices.Clone(b.Keys), func(k string) bool { return m.starts[k] != entry.None })
}

// keyRows are a key and what it does, on as many rows as the words take.
func (m *Model) keyRows(key, text string) []sheetRow {
	const keyWidth, inset = 16, 20 // of the words: the sheet's edge, the gaps and the key
	var rows []sheetRow
	if ui.Width(key) > keyWidth {
		rows = append(rows, sheetRow{draw: func(l *ui.Line) { l.Gap(2).Put(m.theme.Accent, key) }})
		key = ""
	}
	for i, line := range ui.Wrap(text, max(m.geo.width-inset-1, 20), 0) {
		name := key
		if i > 0 {
			name = ""
		}
		rows = append(rows, sheetRow{draw: func(l *ui.Line) { l.Gap(2).Cell(m.theme.Accent, name, keyWidth).Gap(1).Put("", line) }})
	}
	return rows
}

func (m *Model) keyNames(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = m.keyName(n)
	}
	return strings.Join(out, " ")
}

// palette lists every command by name.
func (m *Model) palette() {
	s := &sheet{title: m.t(wording.KeyPalette)}
	s.filter = func(text string) { s.fill(m.paletteRows(text)) }
	m.line = lineState{kind: lineFilter, label: m.t(wording.DeskCommand)}
	m.openSheet(s)
	m.changed()
}

func (m *Model) paletteRows(filter string) []sheetRow {
	var rows []sheetRow
	add := func(key, name string, pick func() tea.Cmd) {
		if matches(name, filter) {
			rows = append(rows, sheetRow{
				draw: func(l *ui.Line) { l.Cell(m.theme.Accent, " "+key, 10).Gap(1).Put("", name) },
				pick: pick,
			})
		}
	}
	for a := entry.Call; a < entry.Why; a++ {
		if letter := m.letter[a]; letter != "" {
			add(letter, m.t(wording.DeskActs[a]), func() tea.Cmd { return m.startText(letter) })
		}
	}
	for _, b := range keys.Table() {
		if !b.Command || !m.planScope(b.Scope) {
			continue
		}
		in, scope := b.Intent, b.Scope
		add(m.keyName(m.keysOf(b)[0]), m.t(b.Help), func() tea.Cmd {
			if scope == keys.Plan || scope == keys.Saved || scope == keys.Broken {
				m.setFocus(panePlan)
			}
			return m.intent(in)
		})
	}
	add("", m.t(wording.KeyInterrupt), m.askInterruption) // too rare for a key
	if len(rows) == 0 {
		return m.advice(wording.DeskNoCommand)
	}
	return rows
}

// advice says what to do where nothing is shown, on as many rows as it takes.
func (m *Model) advice(t wording.Text) []sheetRow {
	var rows []sheetRow
	for _, line := range ui.Wrap(m.t(t), max(m.sheetWidth()-4, 20), 0) {
		rows = append(rows, textRow(m.theme.Dim, line))
	}
	return rows
}

// matches reports whether every word of filter stands in name, whatever the
// case and the accents.
func matches(name, filter string) bool {
	name = fold(name)
	for _, word := range strings.Fields(fold(filter)) {
		if !strings.Contains(name, word) {
			return false
		}
	}
	return true
}

// search finds clients by name, account, invoice, amount or telephone.
func (m *Model) search() {
	s := &sheet{title: m.t(wording.KeyShortSearch)}
	s.filter = func(text string) { s.fill(m.hitRows(text)) }
	m.line = lineState{kind: lineFilter, label: m.t(wording.KeyShortSearch)}
	m.openSheet(s)
	m.changed()
}

func (m *Model) hitRows(text string) []sheetRow {
	text = strings.TrimSpace(text)
	if text == "" {
		return []sheetRow{textRow(m.theme.Dim, m.t(wording.KeySearch))}
	}
	hits := m.opt.Reader.Search(m.view, text, searchLimit)
	if len(hits) == 0 {
		return m.advice(wording.DeskNoHit)
	}
	rows := make([]sheetRow, len(hits))
	said, account := 0, 0 // the widest words and accounts: names give way to them
	for _, h := range hits {
		said, account = max(said, ui.Width(m.hitWords(h))), min(max(account, ui.Width(ui.Clean(h.Client.Account))), hitAccount)
	}
	for i, h := range hits {
		rows[i] = sheetRow{
			draw: func(l *ui.Line) {
				name := l.Room() - 1 - 1 - account - 2 - said
				l.Gap(1).Cell(m.theme.Strong, ui.Clean(h.Name), max(min(name, l.Room()/2), nameLeast)).Gap(1)
				l.Cell("", ui.Clean(h.Client.Account), account).Gap(2)
				l.Put(m.theme.Dim, m.hitWords(h))
			},
			pick: func() tea.Cmd { return m.found(h) },
		}
	}
	return rows
}

// Every kind of hit has its words: a missing one does not compile.
var _ = [1]struct{}{}[len(wording.DeskHits)-int(desk.HitKindCount)]

// hitWords say what of a client a search found.
func (m *Model) hitWords(h desk.Hit) string {
	if h.What >= desk.HitKindCount {
		return ""
	}
	words := m.t(wording.DeskHits[h.What])
	if !h.Sum.IsZero() {
		words += " " + m.voice.Exact(h.Sum.Minor, h.Sum.Currency)
	}
	if h.Text != "" {
		words += " · " + ui.Clean(h.Text)
	}
	if h.Sum.IsZero() {
		words = strings.Replace(words, " · ", " ", 1)
	}
	return strings.TrimSpace(words)
}

func (m *Model) found(h desk.Hit) tea.Cmd {
	m.left = m.current
	m.open(msg.Client{Key: h.Client})
	return nil
}
