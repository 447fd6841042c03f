package tui

import (
	"path"
	"strings"

	tea "charm.land/bubbletea/v2"

	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
	"relance/tui/ports"
	"relance/tui/ui"
)

const noBreak = "\u00a0"

// wholeIBAN binds the groups of an account number, so that it stays on one line.
func wholeIBAN(s string) string {
	words := strings.Split(s, " ")
	out := words[0]
	inside := isIBANHead(words[0])
	for _, w := range words[1:] {
		group := strings.TrimRight(w, ".,;")
		glue := " "
		if inside && len(group) > 0 && len(group) <= 4 && strings.Trim(group, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
			glue = noBreak
			inside = group == w
		} else {
			inside = isIBANHead(w)
		}
		out += glue + w
	}
	return out
}

// isIBANHead reports whether a word is a country's two letters and two check digits.
func isIBANHead(w string) bool {
	return len(w) == 4 && strings.Trim(w[:2], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && strings.Trim(w[2:], "0123456789") == ""
}

// confirm prepares the written confirmation of the last act, off the event loop,
// copies its text and shows it with the files that were written. Nothing is sent.
func (m *Model) confirm() tea.Cmd {
	last, client, ok := m.opt.Desk.LastAct()
	switch {
	case !ok:
		m.say(m.t(wording.DeskNoActToConfirm))
		return nil
	case m.opt.Confirm == nil, client.IsZero(): // a rate is told to nobody
		m.say(m.t(wording.DeskNothingToConfirm))
		return nil
	}
	confirm, lang, act := m.opt.Confirm, m.opt.Lang, last.Event.Act
	return m.aside(func() func() tea.Cmd {
		p, err := confirm.Prepare(act, client, lang)
		if err != nil && p.Text == "" {
			p.Text, _ = confirm.Draft(act, client)
		}
		return func() tea.Cmd { return m.prepared(p, err, msg.Client{Key: client}) }
	})
}

// prepared shows a confirmation and copies its text.
func (m *Model) prepared(p ports.Prepared, err error, of msg.Client) tea.Cmd {
	switch {
	case p.Text == "" && err != nil:
		m.warn(err.Error())
		return nil
	case p.Text == "":
		m.say(m.t(wording.DeskNothingToConfirm))
		return nil
	}
	lines := strings.Split(p.Text, "\n")
	widest := 0
	for _, line := range lines {
		widest = max(widest, ui.Width(line))
	}
	width, whole := m.sheetWidth(), false
	if widest > width-2 {
		width, whole = m.geo.width, true
	}
	rows := m.rowsOf(m.theme.Dim, m.t(wording.DeskDraftOnly), "", width)
	for i, name := range p.Files {
		if i == 0 {
			rows = append(rows, m.rowsOf(m.theme.Dim, wording.SheetWritten.Fill(m.opt.Lang, ui.Clean(folder(name))), "", width)...)
		}
		rows = append(rows, textRow("", "  "+ui.Clean(baseName(name))))
	}
	rows = append(rows, textRow("", ""))
	for _, line := range lines {
		for _, part := range ui.Wrap(wholeIBAN(ui.Clean(line)), max(width-2, 20), 0) {
			rows = append(rows, textRow("", strings.ReplaceAll(part, noBreak, " ")))
		}
	}
	m.openSheet(&sheet{
		title: m.t(wording.DeskDraft) + " · " + ui.Clean(m.nameOf(of)), rows: rows, whole: whole,
		hint: []footKey{{"c", m.t(wording.KeyCopy)}, {m.t(wording.KeyNameEsc), m.t(wording.KeyShortClose)}},
		handle: func(in keys.Intent) (tea.Cmd, bool) {
			if in != keys.Copy {
				return nil, false
			}
			m.closeSheet()
			m.say(m.t(wording.DeskCopied))
			return tea.SetClipboard(p.Text), true
		},
	})
	switch {
	case err != nil:
		m.warn(wording.SheetCopiedOnly.Fill(m.opt.Lang, err.Error()))
	case len(p.Files) > 1:
		m.say(wording.SheetWrittenCopied.Fill(m.opt.Lang, wording.SheetFiles.Fill(m.opt.Lang, len(p.Files))))
	case len(p.Files) > 0:
		m.say(wording.SheetWrittenCopied.Fill(m.opt.Lang, m.fileNames(p.Files)))
	default:
		m.say(m.t(wording.DeskCopied))
	}
	return tea.SetClipboard(p.Text)
}

// fileNames names files without their folders.
func (m *Model) fileNames(files []string) string {
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = ui.Clean(baseName(f))
	}
	return strings.Join(names, ", ")
}

func baseName(file string) string { return path.Base(strings.ReplaceAll(file, `\`, "/")) }

// folder is where a file lies.
func folder(file string) string {
	return strings.TrimRight(strings.TrimSuffix(file, baseName(file)), `/\`)
}
