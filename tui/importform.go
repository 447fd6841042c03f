package tui

import (
	"cmp"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"relance/domain/calendar"
	"relance/domain/entry"
	"relance/domain/ledger"
	"relance/domain/terms"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
	"relance/tui/ports"
	"relance/tui/ui"
)

// answer numbers the lines of the form.
type answer int

const (
	answerName answer = iota
	answerCountry
	answerAccounts
	answerTerms
	answers
)

// importForm is the preview of a file whose company is new: what is to be known
// of it stands above the figures. Other accounts, another country or other terms
// read the file again before anything is written.
type importForm struct {
	sheet    *sheet
	path     string
	preview  ports.Preview
	given    ports.Answers
	typed    bool   // the accounts are a person's: another country keeps them
	refused  string // why the file cannot be imported with these answers
	excluded map[ledger.ClientKey]bool
	spots    []int     // the rows that bear the cursor; the last one imports
	at       int       // which of them does
	from     time.Time // keys before it do not import: the figures were not seen
}

func (m *Model) openForm(in msg.Read) {
	f := &importForm{path: in.Path, excluded: map[ledger.ClientKey]bool{}}
	f.sheet = &sheet{form: f, whole: true}
	f.sheet.hint = []footKey{
		{"⏎", m.t(wording.ImportChange)}, {"o", m.t(wording.DeskImportIt)}, {m.t(wording.KeyNameEsc), m.t(wording.DeskImportNot)},
	}
	f.sheet.handle = func(in keys.Intent) (tea.Cmd, bool) { return m.formKey(f, in) }
	m.compared(f, in)
	m.openSheet(f.sheet)
	m.showForm(f)
	f.sheet.from = f.from
}

// compared takes over what a reading gave.
func (m *Model) compared(f *importForm, in msg.Read) {
	f.refused = ""
	if in.Err != nil {
		f.refused = in.Err.Error()
	}
	f.preview = in.Preview
	if in.Preview.Ask != nil {
		f.given = *in.Preview.Ask
	}
	f.sheet.title = ui.Clean(cmp.Or(in.Preview.Source.Name, f.sheet.title, in.Path))
	if m.opt.Now != nil {
		f.from = m.opt.Now().Add(quiet)
	}
}

// reread shows the figures for other answers. Keys typed meanwhile are applied,
// but none of them imports what was not yet on show.
func (m *Model) reread(in msg.Read) tea.Cmd {
	m.message = ""
	if m.sheet != nil && m.sheet.form != nil {
		f := m.sheet.form
		m.compared(f, in)
		if in.Err != nil && in.Preview.Ask != nil {
			f.at = int(answerAccounts) // what other answers may help
		}
		m.showForm(f)
	}
	return m.idle()
}

// readAgain reads the file for other answers, beside the event loop.
func (m *Model) readAgain(f *importForm, a ports.Answers) tea.Cmd {
	f.given = a
	m.showForm(f)
	m.busy = true
	m.say(m.t(wording.DeskReading))
	importer, lang, path := m.opt.Importer, m.opt.Lang, f.path
	return func() tea.Msg {
		p, err := importer.Read(path, lang, a)
		return msg.Read{Path: path, Again: true, Preview: p, Err: err}
	}
}

// showForm draws the form anew; the cursor stays where it was.
func (m *Model) showForm(f *importForm) {
	f.sheet.fill(m.formRows(f))
	f.at = min(max(f.at, 0), len(f.spots)-1)
	f.sheet.list.Set(f.spots[f.at])
	m.frame.dirty = true
}

// formKey handles a key of the form. The page keys scroll, so that what was
// tolerated can be read whole.
func (m *Model) formKey(f *importForm, in keys.Intent) (tea.Cmd, bool) {
	f.at = max(slices.Index(f.spots, f.sheet.list.Cursor()), 0)
	l := &f.sheet.list
	switch in {
	case keys.Yes:
		return m.importIt(f), true
	case keys.Accept:
		switch {
		case f.at < int(answers):
			m.askAnswer(f, answer(f.at))
		case f.at == len(f.spots)-1:
			return m.importIt(f), true
		default:
			f.at++
			m.showForm(f)
		}
	case keys.Tick:
		return m.tickForm(f), true
	case keys.PageDown:
		l.Scroll(l.Top() + max(l.Height()-1, 1))
	case keys.PageUp:
		l.Scroll(l.Top() - max(l.Height()-1, 1))
	default:
		return nil, false
	}
	return nil, true
}

// importIt writes what is on show; where it was refused, it is read again.
func (m *Model) importIt(f *importForm) tea.Cmd {
	switch {
	case f.refused != "":
		return m.readAgain(f, f.given)
	case m.opt.Now != nil && m.opt.Now().Before(f.from):
		return nil
	case m.shownAnswer(f.given, answerName) == "":
		f.at = int(answerName)
		m.showForm(f)
		m.askAnswer(f, answerName)
		return nil
	}
	m.sheet = nil
	return m.commit(f.preview, f.excluded)
}

// tickForm changes what has two states: the country, an account to leave out.
func (m *Model) tickForm(f *importForm) tea.Cmd {
	if f.at == int(answerCountry) {
		next := f.given
		next.Country = otherCountry(f.given.Country)
		return m.answered(f, next)
	}
	if pick := f.sheet.rows[f.spots[f.at]].pick; pick != nil && f.at < len(f.spots)-1 {
		pick()
		m.showForm(f)
	}
	return nil
}

func otherCountry(country string) string {
	if country == "BE" {
		return "FR"
	}
	return "BE"
}

// askAnswer opens the line for one line of the form, as for a field of the
// client file; Enter goes on to the next line.
func (m *Model) askAnswer(f *importForm, which answer) {
	before := m.shownAnswer(f.given, which)
	m.ask(m.t(wording.ImportAnswers[which]), before, func(text string) (tea.Cmd, string) {
		next, bad := m.readAnswer(f.given, which, text)
		switch {
		case text == before && text != "":
			next = f.given
		case bad != "":
			return nil, bad
		case which == answerAccounts:
			f.typed = true
		}
		m.closeLine()
		f.at++
		return m.answered(f, next), ""
	}, func(text string) (string, bool) {
		next, bad := m.readAnswer(f.given, which, text)
		if bad != "" {
			return bad, false
		}
		return m.sayAnswer(next, which), false
	})
}

// answered takes over an answer. A name changes no figure; everything else is
// read again.
func (m *Model) answered(f *importForm, next ports.Answers) tea.Cmd {
	was := f.given
	if next.Country != was.Country && !f.typed {
		next.Accounts = nil // those usual there
	}
	f.given = next
	f.preview.Change.Creditor.Name = next.Name
	if next.Country == was.Country && next.Terms == was.Terms && slices.Equal(next.Accounts, was.Accounts) {
		m.showForm(f)
		return nil
	}
	return m.readAgain(f, next)
}

func (m *Model) shownAnswer(a ports.Answers, which answer) string {
	switch which {
	case answerCountry:
		return a.Country
	case answerAccounts:
		return strings.Join(a.Accounts, ", ")
	case answerTerms:
		return wording.TermsOf(m.opt.Lang, a.Terms)
	}
	if a.Name == noName {
		return ""
	}
	return ui.Clean(a.Name)
}

// noName is the key that a company gets whose file bears no identifier: it is
// nobody's name.
const noName = "default"

// sayAnswer says what an answer means while it is written.
func (m *Model) sayAnswer(a ports.Answers, which answer) string {
	switch which {
	case answerCountry:
		return m.t(wording.ImportCountries[a.Country])
	case answerTerms:
		return wording.TermsOf(m.opt.Lang, a.Terms) + " · " + m.dueExample(a.Terms)
	case answerName:
		return m.t(wording.ImportNameHow)
	}
	return m.shownAnswer(a, which)
}

// dueExample shows terms at work on an invoice of the 15th of this month.
func (m *Model) dueExample(code string) string {
	t, err := terms.Parse(code)
	if err != nil {
		return ""
	}
	y, month, _ := m.today().YMD()
	invoice := calendar.Of(y, month, 15)
	return wording.ImportDueExample.Fill(m.opt.Lang, m.voice.Day(invoice), m.voice.Day(t.Due(invoice)))
}

// readAnswer reads one line of the form as it was typed, or says why not.
func (m *Model) readAnswer(a ports.Answers, which answer, text string) (ports.Answers, string) {
	text = strings.TrimSpace(text)
	refusal := [answers]wording.Text{wording.ImportBadName, wording.ImportBadCountry, wording.ImportBadAccounts, wording.ImportBadTerms}[which]
	ok := false
	switch which {
	case answerName:
		if text == "" {
			return a, m.t(refusal)
		}
		a.Name, ok = text, true
	case answerCountry:
		a.Country, _ = oneOf(ledger.FieldCountry, text)
		_, ok = wording.ImportCountries[a.Country]
	case answerAccounts:
		a.Accounts, ok = readAccounts(text)
	case answerTerms:
		a.Terms, ok = readTerms(text)
	}
	if !ok {
		return a, refusal.Fill(m.opt.Lang, ui.Clean(text))
	}
	return a, ""
}

// readAccounts reads beginnings of accounts, two digits at least, also from the
// unshifted row of a French or Belgian keyboard.
func readAccounts(text string) ([]string, bool) {
	out := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '\u00A0' || r == '\u202F' })
	for i, s := range out {
		out[i] = entry.Digits(s)
		if len(out[i]) < 2 || len(out[i]) > 12 || strings.Trim(out[i], "0123456789") != "" {
			return nil, false
		}
	}
	slices.Sort(out)
	return slices.Compact(out), len(out) > 0
}

// readTerms reads default terms into their code. Where the text means nothing,
// its beginning, then all of it, is read as typed on the unshifted row of a
// French or Belgian keyboard. A fixed date is no term for every invoice.
func readTerms(text string) (string, bool) {
	head := 0
	for i, r := range text {
		if _, digit := entry.Digit(r); !digit {
			break
		}
		head = i + len(string(r))
	}
	for _, s := range []string{text, entry.Digits(text[:head]) + text[head:], entry.Digits(text)} {
		if t, err := terms.Parse(s); err == nil && t.Kind != terms.OnFixedDay {
			return t.String(), true
		}
	}
	return "", false
}
