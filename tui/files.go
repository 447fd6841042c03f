package tui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"relance/domain/ledger"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
	"relance/tui/ports"
	"relance/tui/ui"
)

// askFile asks which file to import.
func (m *Model) askFile() {
	switch {
	case m.opt.Importer == nil:
		m.warn(m.t(wording.DeskNoImport))
		return
	case m.past != 0:
		m.warn(m.readOnly())
		return
	}
	m.ask(m.t(wording.DeskFile), "", func(path string) (tea.Cmd, string) {
		path = strings.Trim(strings.TrimSpace(path), `"'`)
		if path == "" {
			return nil, m.t(wording.DeskFileHow)
		}
		m.busy = true
		m.say(m.t(wording.DeskReading))
		importer, lang := m.opt.Importer, m.opt.Lang
		return func() tea.Msg {
			p, err := importer.Read(path, lang, ports.Answers{})
			return msg.Read{Path: path, Preview: p, Err: err}
		}, ""
	}, func(string) (string, bool) { return m.t(wording.DeskFileHow), false })
	m.line.path = m.opt.Paths != nil
}

// complete completes the name of a file that is being written, beside the event
// loop. Keys typed meanwhile wait.
func (m *Model) complete() tea.Cmd {
	m.busy = true
	paths, from := m.opt.Paths, m.line.in.Text()
	return func() tea.Msg {
		to, names := paths.Complete(from)
		return msg.Completed{From: from, To: to, Names: names}
	}
}

// completed writes what all names share, and shows where they part.
func (m *Model) completed(in msg.Completed) tea.Cmd {
	if m.line.path && m.line.in.Text() == in.From {
		if in.To != in.From {
			m.line.in.Set(in.To)
			m.changed()
		}
		switch {
		case len(in.Names) > 1:
			m.line.sentence = strings.Join(in.Names, "  ")
		case len(in.Names) == 0:
			m.line.sentence = m.t(wording.DeskNoSuchFile)
		}
	}
	return m.idle()
}

// imported shows what a file would change. Keys typed while it was read are
// dropped: none of them can have meant this.
func (m *Model) imported(in msg.Read) tea.Cmd {
	if in.Again {
		return m.reread(in)
	}
	m.queue = nil
	if in.Err != nil && in.Preview.Ask == nil {
		m.warn(in.Err.Error())
		return m.idle()
	}
	m.closeLine()
	m.message = ""
	if in.Preview.Ask != nil {
		m.openForm(in)
	} else {
		m.preview(in.Preview)
	}
	return m.idle()
}

func (m *Model) preview(p ports.Preview) {
	excluded := map[ledger.ClientKey]bool{}
	s := &sheet{title: ui.Clean(p.Source.Name), rows: m.previewRows(p, excluded)}
	s.hint = []footKey{{"⏎", m.t(wording.DeskImportIt)}, {m.t(wording.KeyNameEsc), m.t(wording.DeskImportNot)}}
	s.handle = func(in keys.Intent) (tea.Cmd, bool) {
		switch in {
		case keys.Yes, keys.Accept:
			m.sheet = nil
			return m.commit(p, excluded), true
		case keys.Tick:
			m.exclude(s, p, excluded)
			return nil, true
		}
		return nil, false
	}
	if m.opt.Now != nil {
		s.from = m.opt.Now().Add(quiet)
	}
	m.openSheet(s)
}

func (m *Model) exclude(s *sheet, p ports.Preview, excluded map[ledger.ClientKey]bool) {
	at := s.list.Cursor()
	if !s.picks || at >= len(s.rows) {
		return
	}
	if pick := s.rows[at].pick; pick != nil {
		pick()
		s.rows = m.previewRows(p, excluded)
		s.list.Reset(len(s.rows))
	}
}

func (m *Model) previewRows(p ports.Preview, excluded map[ledger.ClientKey]bool) []sheetRow {
	d := p.Change.Diff
	rows := []sheetRow{
		textRow(m.theme.Strong, ui.Clean(p.Change.Creditor.Name)),
		textRow("", m.t(wording.LabelCutoff)+" "+m.voice.LongDay(p.Change.Creditor.Cutoff)),
		textRow("", ""),
	}
	for i, n := range []int{d.New, d.Settled, d.Changed, d.Unchanged, d.Vanished, d.ClientsNew} {
		rows = append(rows, m.termRow("", m.t(wording.DeskDiffRows[i]), strconv.Itoa(n)))
	}
	if !d.Collected.IsZero() {
		rows = append(rows, m.termRow(m.theme.Strong, m.t(wording.DeskCollected), m.voice.Sum(d.Collected.Minor, d.Collected.Currency)))
	}
	return append(rows, m.checkRows(p, excluded)...)
}

// checkRows are what to check before an import, and what was tolerated.
func (m *Model) checkRows(p ports.Preview, excluded map[ledger.ClientKey]bool) []sheetRow {
	var rows []sheetRow
	if len(p.Change.Doubts) > 0 {
		rows = append(rows, textRow("", ""), textRow(m.theme.Alert, m.t(wording.DeskDoubts)))
	}
	for _, doubt := range p.Change.Doubts {
		row := textRow(m.theme.Alert, "! "+m.voice.Doubt(doubt))
		if doubt.Code == ledger.DoubtLarge {
			row = m.largeRow(doubt, excluded)
		}
		rows = append(rows, row)
	}
	if len(p.Findings) > 0 {
		rows = append(rows, textRow("", ""), textRow(m.theme.Dim, m.t(wording.DeskFindings)))
	}
	for _, f := range inLineOrder(p.Findings) {
		rows = append(rows, textRow("", m.voice.Finding(f)))
	}
	return rows
}

// inLineOrder sorts findings by the line of the file, those of the whole file
// first.
func inLineOrder(in []ledger.Finding) []ledger.Finding {
	return slices.SortedStableFunc(slices.Values(in), func(a, b ledger.Finding) int { return cmp.Compare(a.Line, b.Line) })
}

// largeRow is an account that may be no client: it can be ticked to be left alone.
func (m *Model) largeRow(d ledger.Doubt, excluded map[ledger.ClientKey]bool) sheetRow {
	return sheetRow{
		draw: func(l *ui.Line) {
			mark := "[ ] "
			if excluded[d.Client] {
				mark = "[x] "
			}
			l.Put(m.theme.Accent, mark).Put(m.theme.Alert, m.voice.Doubt(d))
		},
		pick: func() tea.Cmd {
			excluded[d.Client] = !excluded[d.Client]
			return nil
		},
	}
}

func (m *Model) commit(p ports.Preview, excluded map[ledger.ClientKey]bool) tea.Cmd {
	m.busy = true
	m.say(m.t(wording.DeskWriting))
	var keys []ledger.ClientKey
	for _, d := range p.Change.Doubts {
		if d.Code == ledger.DoubtLarge && excluded[d.Client] {
			keys = append(keys, d.Client)
		}
	}
	importer := m.opt.Importer
	return func() tea.Msg {
		done, err := importer.Commit(p, keys)
		return msg.Committed{Preview: p, Done: done, Err: err}
	}
}

func (m *Model) committed(in msg.Committed) tea.Cmd {
	if in.Err != nil {
		m.fail(in.Err)
		if m.empty() {
			m.welcome()
		}
		return m.idle()
	}
	v := in.Done.View
	if v == nil {
		v = m.opt.Desk.View()
	}
	m.setView(v)
	if m.current.Key.IsZero() {
		m.firstRow()
	}
	d := in.Preview.Change.Diff
	words := "✓ " + ui.Clean(in.Preview.Source.Name) + m.t(wording.LabelColon) + strconv.Itoa(d.New) + " " + m.t(wording.DeskDiff[0]) + ", " +
		strconv.Itoa(d.Settled) + " " + m.t(wording.DeskDiff[1])
	if !d.Collected.IsZero() {
		words += ", " + m.voice.Sum(d.Collected.Minor, d.Collected.Currency) + " " + m.t(wording.DeskCameIn)
	}
	m.say(words)
	return m.idle()
}

// welcome is what an empty desk shows: what to do next.
func (m *Model) welcome() {
	rows := []sheetRow{
		textRow("", ""),
		textRow(m.theme.Strong, m.t(wording.DeskEmpty)),
		textRow("", ""),
		{draw: func(l *ui.Line) {
			l.Gap(1).Put("", m.t(wording.DeskEmptyImport)).Put(m.theme.Accent, "  Ctrl+O")
		}, pick: func() tea.Cmd { m.askFile(); return nil }},
	}
	if m.opt.Sample != nil {
		rows = append(rows, sheetRow{
			draw: func(l *ui.Line) { l.Gap(1).Put("", m.t(wording.DeskEmptySample)) },
			pick: m.sample,
		})
	}
	rows = append(rows, textRow("", ""), textRow(m.theme.Dim, m.t(wording.DeskEmptyNote)))
	m.openSheet(&sheet{title: "relance", rows: rows, whole: true, fixed: true})
}

func (m *Model) sample() tea.Cmd {
	m.busy = true
	open := m.opt.Sample
	return func() tea.Msg {
		d, err := open()
		return msg.Sampled{Desk: d, Err: err}
	}
}

func (m *Model) sampled(in msg.Sampled) tea.Cmd {
	if in.Err != nil || in.Desk == nil {
		m.warn(m.t(wording.DeskNoSample))
		return m.idle()
	}
	m.opt.Desk = in.Desk
	m.opt.Minute = nil   // nobody of the sample is called
	m.opt.Importer = nil // files go into one's own database, not into the sample
	m.sheet = nil
	m.setView(in.Desk.View())
	m.firstRow()
	m.setFocus(paneList)
	return m.idle()
}
