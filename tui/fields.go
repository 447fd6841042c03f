package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/ident"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/terms"
	"relance/domain/wording"
	"relance/tui/msg"
	"relance/tui/ui"
)

// fieldReading is a value as typed and as understood.
type fieldReading struct {
	value string // as recorded
	shown string // in words
	note  string // a doubt that does not hold it back
	ok    bool
}

// askField asks for a particular of the client, or an item's due date. What the
// value was read as is said while it is written.
func (m *Model) askField(r msg.EditField) {
	if !m.mayAct() {
		return
	}
	label := m.t(wording.LabelFields[min(int(r.Field), len(wording.LabelFields)-1)])
	if r.Field == ledger.FieldDue {
		label += " " + ui.Clean(r.Item.Number)
	}
	client := act.Base{Client: m.current.Key}
	facts := m.opt.Reader.Facts(m.view, m.current.Key, m.current.Currency, desk.Selection{})
	before := m.shownField(r, facts)
	m.ask(label, before, func(text string) (tea.Cmd, string) {
		if text == before || text == "" && r.Field == ledger.FieldDue && !m.dueByHand(r.Item) {
			return nil, ""
		}
		got := m.readField(r.Field, text, facts)
		if !got.ok {
			return nil, m.notAccepted(r.Field, text)
		}
		said := label + m.t(wording.LabelColon) + got.shown
		if got.note != "" {
			said += " (" + got.note + ")"
		}
		return m.do(act.SetField{Base: client, Field: r.Field, Item: r.Item, Value: got.value}, doing{sentence: said}), ""
	}, func(text string) (string, bool) {
		got := m.readField(r.Field, text, facts)
		switch {
		case got.ok && got.note != "":
			return got.note, false
		case got.ok && got.shown == text:
			return "", false // nothing that is not on the line already
		case got.ok:
			return got.shown, false
		}
		return wording.DeskAccepted.Fill(m.opt.Lang, wording.Accepted(m.opt.Lang, r.Field)), false
	})
}

// dueByHand reports whether a person set the due date of an item on show.
func (m *Model) dueByHand(k ledger.ItemKey) bool {
	f := m.card.File()
	return f != nil && slices.ContainsFunc(f.Items, func(it desk.ItemRow) bool { return it.Key == k && it.DueSource == desk.DueByHand })
}

// notAccepted says that a field does not take a value, and what it takes.
func (m *Model) notAccepted(f ledger.Field, text string) string {
	return wording.DeskNotAccepted.Fill(m.opt.Lang, ui.Clean(text), wording.Accepted(m.opt.Lang, f))
}

// shownField is the value that the line begins with: as the person would write it.
func (m *Model) shownField(r msg.EditField, facts act.Facts) string {
	if r.Field == ledger.FieldLimit || r.Field == ledger.FieldCover {
		if a, err := money.ParseWith(r.Value, m.home(facts), '.'); err == nil && r.Value != "" {
			return m.voice.Exact(a.Minor, a.Currency)
		}
	}
	return wording.FieldValue(m.opt.Lang, r.Field, r.Value)
}

// home is the currency of limits and covers: the creditor's.
func (m *Model) home(facts act.Facts) money.Currency {
	if f := m.card.File(); f != nil && f.Creditor.Currency != (money.Currency{}) {
		return f.Creditor.Currency
	}
	return facts.Currency
}

// readField reads a value as it was typed. Where it means nothing, the
// unshifted row of a French or Belgian keyboard is read as digits.
func (m *Model) readField(f ledger.Field, text string, facts act.Facts) fieldReading {
	text = strings.TrimSpace(text)
	if text == "" {
		shown := wording.DeskFieldCleared
		if f == ledger.FieldDue {
			shown = wording.DeskDueCleared
		}
		return fieldReading{shown: m.t(shown), ok: f != ledger.FieldName}
	}
	got := m.plainField(f, text, facts)
	if digits := entry.Digits(text); (!got.ok || got.note != "") && digits != text {
		if again := m.plainField(f, digits, facts); again.ok && again.note == "" {
			return again
		}
	}
	return got
}

func (m *Model) plainField(f ledger.Field, text string, facts act.Facts) fieldReading {
	same := func(s string, ok bool) fieldReading { return fieldReading{value: s, shown: s, ok: ok} }
	switch f {
	case ledger.FieldDue:
		d, ok := m.readDue(text, facts)
		return fieldReading{value: d.String(), shown: m.voice.LongDay(d), ok: ok}
	case ledger.FieldLateRate:
		ppm, ok := money.ParseRate(text)
		return fieldReading{value: money.FormatRate(ppm), shown: wording.YearlyRate(m.opt.Lang, ppm), ok: ok}
	case ledger.FieldNoticeOn, ledger.FieldReminderOn:
		d, ok := readPast(text, facts.Today+1)
		return fieldReading{value: d.String(), shown: m.voice.LongDay(d), ok: ok}
	case ledger.FieldLimit, ledger.FieldCover:
		a, err := money.Parse(text, m.home(facts))
		return fieldReading{value: money.FormatPlain(a), shown: m.voice.Exact(a.Minor, a.Currency), ok: err == nil && a.Minor >= 0}
	case ledger.FieldTerms:
		t, err := terms.Parse(text)
		return fieldReading{value: t.String(), shown: wording.Terms(m.opt.Lang, t), ok: err == nil}
	case ledger.FieldCountry, ledger.FieldLanguage, ledger.FieldNature, ledger.FieldFactored:
		got := same(oneOf(f, text))
		got.shown = wording.FieldValue(m.opt.Lang, f, got.value)
		return got
	case ledger.FieldIdentifier, ledger.FieldVAT:
		got := same(text, true)
		if m.doubtfulID(f, text) {
			got.note = m.t(wording.DeskDoubtfulID)
		}
		return got
	}
	return same(text, true)
}

// spoken are the words that stand for the values of fields with few of them.
var spoken = [...]struct {
	field        ledger.Field
	words, value string
}{
	{ledger.FieldCountry, " france ", "FR"},
	{ledger.FieldCountry, " belgique belgium belgie ", "BE"},
	{ledger.FieldLanguage, " fr francais french ", "fr"},
	{ledger.FieldLanguage, " en anglais english ", "en"},
	{ledger.FieldLanguage, " nl neerlandais dutch nederlands ", "nl"},
	{ledger.FieldNature, " b2b entreprise societe business company ", "b2b"},
	{ledger.FieldNature, " b2c particulier consommateur consumer private ", "b2c"},
	{ledger.FieldNature, " public administration ", "public"},
	{ledger.FieldFactored, " 1 oui o yes y true ", "1"},
	{ledger.FieldFactored, " 0 non n no false ", "0"},
}

// oneOf reads the value of a field that takes only a few.
func oneOf(f ledger.Field, text string) (string, bool) {
	word := fold(text)
	for _, s := range spoken {
		if s.field == f && !strings.Contains(word, " ") && strings.Contains(s.words, " "+word+" ") {
			return s.value, true
		}
	}
	letters := strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == ""
	return strings.ToUpper(text), f == ledger.FieldCountry && len(word) == 2 && letters
}

// doubtfulID reports whether a French or Belgian number cannot be right. Numbers
// of other countries are not judged.
func (m *Model) doubtfulID(f ledger.Field, text string) bool {
	checks := []func(string) error{ident.CheckSIREN, ident.CheckSIRET, ident.CheckKBO}
	if f == ledger.FieldVAT {
		s := strings.ToUpper(text)
		switch {
		case strings.HasPrefix(s, "FR"):
			checks = []func(string) error{ident.CheckFRVAT}
		case strings.HasPrefix(s, "BE"):
			checks = []func(string) error{ident.CheckBEVAT}
		default:
			return !foreignVAT(s)
		}
	}
	for _, check := range checks {
		if check(text) == nil {
			return false
		}
	}
	if file := m.card.File(); f == ledger.FieldIdentifier && file != nil {
		c := file.Client.Country
		return c == "" || c == "FR" || c == "BE"
	}
	return true
}

// foreignVAT reports whether a text begins like a VAT number: two letters, then
// something.
func foreignVAT(s string) bool {
	return len(s) > 4 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z'
}

// readComing reads a day to come, as the entry line does: a day and month that
// are over this year are of the next.
func (m *Model) readComing(text string, facts act.Facts) (calendar.Date, bool) {
	d, ok := m.readDue(text, facts)
	if _, err := calendar.ParseAny(text, calendar.UsualForms); err != nil && ok && d < facts.Today {
		d = d.AddMonths(12)
	}
	return d, ok && d > facts.Today
}

// comingStarts are the characters that begin a day to come.
func (m *Model) comingStarts() string {
	out := "+"
	for _, word := range append([]string{m.grammar.Tomorrow, m.grammar.EndOfMonth}, m.grammar.Weekdays[:]...) {
		if word != "" {
			out += word[:1]
		}
	}
	return out
}

// comingWords are the words for a day to come, for the footer.
func (m *Model) comingWords() string {
	days := m.grammar.Weekdays // from Sunday on
	return strings.Join(strings.Fields(strings.Join(append(append([]string{m.grammar.Tomorrow}, days[1:]...), days[0], m.grammar.EndOfMonth, "+3"), " ")), " ")
}

// readDue reads a due date: a full date, or what the entry line takes for a day.
// It may lie in the past, and a weekend does not move it.
func (m *Model) readDue(text string, facts act.Facts) (calendar.Date, bool) {
	if d, err := calendar.ParseAny(text, calendar.UsualForms); err == nil {
		return d, true
	}
	r := m.grammar.Read(m.letter[entry.Callback]+" "+text, facts)
	switch {
	case r.Minute >= 0 && r.Command != nil, r.Half != journal.AnyTime, r.Default:
		return 0, false
	case r.Question.Code == act.AskPast:
		return r.Question.Day, true
	case r.Question.Open() || r.Command == nil:
		return 0, false
	case !r.Asked.IsZero():
		return r.Asked, true
	}
	return r.Date, true
}
