package tui

import (
	"fmt"
	"strings"
	"testing"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/priority"
	"relance/domain/wording"
	"relance/tui/ports"
	"relance/tui/say"
)

// TestEveryConfirmationNamesItsClient: whatever is recorded, the line says of
// whom, at the narrowest width and where the client stays open too.
func TestEveryConfirmationNamesItsClient(t *testing.T) {
	for _, keys := range []string{
		"an", "am<enter>", "ad<enter>", "ax<enter>", "pv<enter>", "pm15<enter>", "lb<enter>", "iun mot<enter>", "rd<enter>",
		"b1500 12/11<enter>", "nMme Petit 0143221109<enter>", "on<enter>", "e6<enter><enter>", "e6<enter>d", "e6<enter>s",
		"2<enter><ctrl+u>30/09/2026<enter>",
	} {
		s := newSim(sampleDesk(), 80, 24, wording.French)
		s.press("j" + keys)
		line, foot := s.said()
		if said := strings.Join(strings.Fields(line+" "+foot), " "); !strings.Contains(said, "✓") || !strings.Contains(said, " — Garage Lefèvre SARL") {
			t.Errorf("%s: %q", keys, said)
		}
	}
}

// TestLongConfirmationKeepsTheName: the words are cut, not the name.
func TestLongConfirmationKeepsTheName(t *testing.T) {
	s := newSim(sampleDesk(), 80, 24, wording.French)
	s.press("ji" + strings.Repeat("des mots bien longs ", 12) + "<enter>")
	line, foot := s.said()
	if !strings.Contains(line+foot, "Garage Lefèvre SARL") || !strings.Contains(line+foot, "…") {
		t.Errorf("said %q / %q", line, foot)
	}
}

// TestTickedSentence: what is ticked and what is promised are brought together.
func TestTickedSentence(t *testing.T) {
	item := func(due calendar.Date, open, collectible, disputed, promised, planned int64) act.Item {
		return act.Item{
			Key: itemKey(fmt.Sprint("F", open), due.AddDays(-30)), Due: due, Open: open, Collectible: collectible,
			Disputed: disputed, Promised: promised, Planned: planned, Ticked: true,
		}
	}
	f := act.Facts{Client: key("C1"), Today: today, Currency: [3]byte{'E', 'U', 'R'}, Current: -1}
	f.Items = []act.Item{
		item(today.AddDays(-40), 1000_00, 700_00, 300_00, 0, 0),
		item(today.AddDays(-30), 900_00, 500_00, 0, 400_00, 0),
		item(today.AddDays(-20), 800_00, 200_00, 0, 0, 600_00),
		item(today.AddDays(20), 250_00, 0, 0, 0, 0),
	}
	f.Collectible = 1400_00
	s := newSim(sampleDesk(), 80, 24, wording.French)
	v := say.Voice{Lang: wording.French, Today: today}
	got, _ := v.Reading(s.grammar.Read("pv", f), f)
	got = strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(got)
	for _, want := range []string{
		"Promesse de 1 650,00 €", "coché : 2 950,00 €", "300,00 € en litige", "400,00 € déjà promis", "600,00 € en échéancier", "250,00 € pas encore échus",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	for i := range f.Items {
		f.Items[i].Ticked = i == 1
	}
	f.Items[1].Promised, f.Items[1].Collectible = 0, 900_00
	if got, _ = v.Reading(s.grammar.Read("pv", f), f); strings.Contains(got, "coché") {
		t.Errorf("nothing to explain: %q", got)
	}
}

// TestCallbackWaitsForItsHour: the automatic passage does not open a callback
// agreed for later today; at its hour it does.
func TestCallbackWaitsForItsHour(t *testing.T) {
	minute := int16(13 * 60)
	f := sampleDesk()
	for i, r := range f.view.Worklist {
		one := *r
		if i < 2 {
			one.Class, one.Minute = priority.Callback, int16(14*60+30+i*60)
			one.Reasons = []priority.Reason{{Code: priority.CallbackNow, Date: today, Minute: one.Minute}}
		}
		f.view.Worklist[i] = &one
	}
	late := f.view.Worklist[2] // agreed for an hour of an earlier day: it is overdue
	late.Class, late.Minute = priority.Callback, 17*60
	late.Reasons = []priority.Reason{{Code: priority.CallbackNow, Date: today.AddDays(-1), Minute: late.Minute}}
	s := newSim(f, 120, 40, wording.French, func(o *Options) { o.Minute = func() int16 { return minute } })
	if !strings.Contains(plainScreen(s), "14h30") {
		t.Errorf("the hour is not on the list:\n%s", screen(s))
	}
	s.press("<enter>")
	if s.current.Key != key("C00077") {
		t.Fatalf("at 13:00 on %v", s.current.Key)
	}
	contacted(f, "C00077", "C00412", "C00309", "C00520")
	s.setView(f.view)
	s.press("<enter>")
	if s.current.Key != key("C00077") || !strings.Contains(s.message, "14h30") {
		t.Errorf("on %v, said %q", s.current.Key, s.message)
	}
	minute = 14*60 + 30
	s.press("<enter>")
	if s.current.Key != key("C00118") {
		t.Errorf("at 14:30 on %v, said %q", s.current.Key, s.message)
	}
}

// TestAccountNumberStaysWhole: no line of a draft breaks within an IBAN.
func TestAccountNumberStaysWhole(t *testing.T) {
	for text, want := range map[string]string{
		"sur l'IBAN FR14 2004 1010 0505 0001 3M02 606, en": "sur l'IBAN FR14~2004~1010~0505~0001~3M02~606, en",
		"BE68 5390 0754 7034":                              "BE68~5390~0754~7034",
		"F25 1043 du 09/09, FR14 est un début":             "F25 1043 du 09/09, FR14 est un début",
		"":                                                 "",
	} {
		if got := strings.ReplaceAll(wholeIBAN(text), noBreak, "~"); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// unnamed is the file of a company that bears no identifier.
type unnamed struct{ firstFile }

func (f *unnamed) Read(path string, l wording.Lang, a ports.Answers) (ports.Preview, error) {
	p, err := f.firstFile.Read(path, l, a)
	if a.Name == "" && p.Ask != nil {
		p.Ask.Name = noName
		p.Change.Creditor.Name = noName
	}
	p.Change.Doubts = nil
	p.Findings = []ledger.Finding{
		{Code: ledger.FindingGroupOpen, Line: 1900, Detail: "C1 AA -10.00"},
		{Code: ledger.FindingDate, Line: 43, Detail: "1900-01-01"},
		{Code: ledger.FindingBOM, Line: 1},
		{Code: ledger.FindingFileName, Detail: "x.txt"},
	}
	return p, err
}

// TestUnnamedCompany: a file without a name asks for one before it imports; its
// findings stand in the order of the lines, with days as people write them.
func TestUnnamedCompany(t *testing.T) {
	f := &unnamed{}
	s := newSim(emptyDesk(), 80, 40, wording.French, func(o *Options) { o.Importer = f })
	s.press("<ctrl+o>x.txt<enter>")
	got := plainScreen(s)
	at := -1
	for _, want := range []string{"nom de fichier", "1 : marque", "43 : date hors de tout usage : 01/01/1900", "1900 : lettrage"} {
		if i := strings.Index(got, want); i <= at {
			t.Errorf("%q is missing or out of order in\n%s", want, got)
		} else {
			at = i
		}
	}
	if strings.Contains(got, noName) || !strings.Contains(got, "pièces nouvelles") {
		t.Errorf("on show:\n%s", got)
	}
	s.press("o")
	if len(f.committed) != 0 || !s.line.open() {
		t.Fatalf("imported for nobody: %+v", f.committed)
	}
	s.press("<enter>")
	if !s.line.open() || !s.line.question {
		t.Fatal("an empty name is taken")
	}
	s.press("Atelier du Nord<enter>o")
	if len(f.committed) != 1 || f.committed[0].Change.Creditor.Name != "Atelier du Nord" {
		t.Errorf("committed %+v", f.committed)
	}
}

// TestEditedDueDateInWords: the day is written as people do, and a cleared one is
// said to be computed again.
func TestEditedDueDateInWords(t *testing.T) {
	v := say.Voice{Lang: wording.French, Today: today}
	c := journal.ParticularsChanged{Field: ledger.FieldDue, Item: itemKey("F1", today), Value: "2026-12-31"}
	if got := v.Event(&journal.Event{Content: c}, [3]byte{}, nil); got != "échéance F1 : 31/12" {
		t.Errorf("set: %q", got)
	}
	c.Value = ""
	if got := v.Event(&journal.Event{Content: c}, [3]byte{}, nil); !strings.Contains(got, "de nouveau celle du fichier") {
		t.Errorf("cleared: %q", got)
	}
	f := sampleDesk()
	file := f.files[key("C00231")]
	s := newSim(f, 120, 40, wording.French)
	s.press("j2<enter><ctrl+u><enter>")
	if len(f.commands) != 0 || s.line.open() {
		t.Fatalf("a computed date was cleared: %#v", f.commands)
	}
	file.Items[0].DueSource = 3 // by hand
	s.press("<enter><ctrl+u><enter>")
	if len(f.commands) != 1 || f.commands[0].(act.SetField).Value != "" {
		t.Errorf("%#v", f.commands)
	}
}
