package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/priority"
	"relance/domain/wording"
	"relance/tui/ports"
)

// TestRedo takes acts back and brings them back in the opposite order; the
// footer names the key after an undo.
func TestRedo(t *testing.T) {
	d, store := session(t, 4)
	s := realSim(t, d)
	first := s.current
	s.press("an")
	s.press("k")
	s.press("iun mot<enter>uu")
	if s.row.Contacted || !strings.Contains(screen(s), "U rétablir") {
		t.Fatalf("nothing was undone, or U is not named:\n%s", screen(s))
	}
	s.press("U")
	if !s.row.Contacted || s.current != first || !strings.Contains(s.message, "Rétabli") || !strings.Contains(s.message, s.row.Name) {
		t.Fatalf("the call did not come back: %q", s.message)
	}
	if strings.Contains(s.message, wording.DeskAllRedone.FR) {
		t.Errorf("one act is still undone: %q", s.message)
	}
	s.press("U")
	if _, _, ok := d.LastUndone(); ok {
		t.Error("the note did not come back")
	}
	if !strings.Contains(s.message, wording.DeskAllRedone.FR) {
		t.Errorf("that nothing is left to redo is not said: %q", s.message)
	}
	if strings.Contains(screen(s), "U rétablir") {
		t.Error("U is named though nothing is undone")
	}
	n := len(store.events)
	s.press("U")
	if len(store.events) != n || s.message != wording.DeskNothingToRedo.FR {
		t.Errorf("said %q", s.message)
	}
	s.press("<ctrl+p>rétablir<enter>")
	if s.message != wording.DeskNothingToRedo.FR {
		t.Error("the palette does not know it")
	}
}

// TestRedoStaysOffered: an act after an undo does not take the redo away.
func TestRedoStaysOffered(t *testing.T) {
	d, _ := session(t, 4)
	s := realSim(t, d)
	s.press("iun mot<enter>uian autre<enter>")
	if !strings.Contains(screen(s), "U rétablir") {
		t.Fatalf("U is not named:\n%s", screen(s))
	}
	s.press("U")
	if !strings.Contains(s.message, "un mot") || strings.Contains(screen(s), "U rétablir") {
		t.Errorf("said %q", s.message)
	}
}

// contacted marks rows as tried today.
func contacted(f *fake, accounts ...string) {
	v := *f.view
	v.Serial++
	v.Worklist = nil
	for _, r := range f.view.Worklist {
		one := *r
		for _, a := range accounts {
			one.Contacted = one.Contacted || r.Client.Account == a
		}
		v.Worklist = append(v.Worklist, &one)
	}
	f.view = &v
}

// TestNextFollowsTheOldPlace: the first client goes to the foot of the list by
// what was agreed; Enter opens the one that stood below it.
func TestNextFollowsTheOldPlace(t *testing.T) {
	f := sampleDesk()
	f.after = func(act.Command) *desk.View {
		v := *f.view
		v.Serial++
		first := *v.Worklist[0]
		first.Contacted, first.Class = true, priority.Gain
		v.Worklist = append(append([]*desk.Row(nil), v.Worklist[1:]...), &first)
		return &v
	}
	s := newSim(f, 120, 40, wording.French)
	s.press("rd<enter>")
	if s.current.Key != key("C00118") {
		t.Fatalf("on %v", s.current.Key)
	}
	f.after = nil
	s.press("iok<enter><enter>") // a second act on the same client
	if s.current.Key != key("C00231") {
		t.Errorf("the next is %v", s.current.Key)
	}
}

// TestEndOfList: the passage skips who was tried today, and says when nobody
// else is left.
func TestEndOfList(t *testing.T) {
	f := sampleDesk()
	contacted(f, "C00231", "C00077")
	s := newSim(f, 120, 40, wording.French)
	s.press("<enter>")
	if s.current.Key != key("C00412") {
		t.Fatalf("the next is %v", s.current.Key)
	}
	contacted(f, "C00118", "C00412", "C00309", "C00520")
	s.setView(f.view)
	s.press("<enter>")
	if s.current.Key != key("C00412") || !strings.HasPrefix(s.message, "Liste finie, 6 ") || !strings.Contains(s.message, "Garage Lefèvre") {
		t.Errorf("on %v, said %q", s.current.Key, s.message)
	}
	s.press("an")
	if s.current.Key != key("C00412") || !strings.Contains(s.message, "Liste finie") {
		t.Errorf("on %v, said %q", s.current.Key, s.message)
	}
}

// TestAgreedHourComesBack: a client tried today is opened again at the hour
// that was agreed.
func TestAgreedHourComesBack(t *testing.T) {
	for minute, want := range map[int16]string{539: "C00231", 540: "C00118"} {
		f := sampleDesk()
		contacted(f, "C00118")
		f.view.Worklist[0].Minute = 540
		s := newSim(f, 120, 40, wording.French, func(o *Options) { o.Minute = func() int16 { return minute } })
		s.press("G<enter>")
		if s.current.Key != key(want) {
			t.Errorf("at %d the next is %v", minute, s.current.Key)
		}
	}
}

// TestHardshipOffersAPlan: Enter after it is the next client; the plan that was
// offered logs no second call.
func TestHardshipOffersAPlan(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("jah<enter>")
	if s.plan.Editing() || !strings.Contains(s.message, "e pour proposer") {
		t.Fatalf("said %q", s.message)
	}
	s.press("e6<enter><enter>")
	if p, ok := f.commands[1].(act.Plan); !ok || p.LogCall {
		t.Errorf("got %#v", f.commands[1])
	}
	s.press("ah<enter><enter>")
	if len(f.commands) != 3 || s.current.Key != key("C00077") {
		t.Errorf("on %v after %d commands", s.current.Key, len(f.commands))
	}
}

// TestCallsBeyondTheCap says that it is the fourth call of the day, and records it.
func TestCallsBeyondTheCap(t *testing.T) {
	f := sampleDesk()
	f.calls = 3
	s := newSim(f, 120, 40, wording.French)
	s.press("jan")
	if len(f.commands) != 1 || !strings.Contains(s.message, "4e appel du jour, plafond 3") {
		t.Errorf("said %q", s.message)
	}
	s.press("kpv")
	if !strings.Contains(s.line.sentence, "4e appel du jour, plafond 3") {
		t.Errorf("says %q", s.line.sentence)
	}
	f.calls = 2
	s.press("<esc>pv")
	if strings.Contains(s.line.sentence, "plafond") {
		t.Errorf("says %q", s.line.sentence)
	}
}

// TestEscThenKey reads what a terminal takes for Alt with a key.
func TestEscThenKey(t *testing.T) {
	s := newSim(sampleDesk(), 120, 40, wording.French)
	s.press("p")
	s.send(tea.KeyPressMsg{Code: 'j', Mod: tea.ModAlt})
	if s.line.open() || s.current.Key != key("C00231") {
		t.Errorf("line open %v, on %v", s.line.open(), s.current.Key)
	}
	s.press("p")
	s.send(tea.KeyPressMsg{Code: tea.KeyEscape, Mod: tea.ModAlt})
	if s.line.open() {
		t.Error("Esc Esc does not leave the line")
	}
	s.send(tea.KeyPressMsg{Code: 'g', Mod: tea.ModAlt | tea.ModShift})
	if s.current.Key != key("C00600") {
		t.Errorf("Esc G goes to %v", s.current.Key)
	}
}

// TestDueDates takes a due date in the forms shown and those of the entry line,
// past or to come.
func TestDueDates(t *testing.T) {
	for text, want := range map[string]calendar.Date{
		"15/11/2026": calendar.Of(2026, 11, 15), "15/11/26": calendar.Of(2026, 11, 15), "15/11": calendar.Of(2026, 11, 15),
		"2026-11-15": calendar.Of(2026, 11, 15), "15": calendar.Of(2026, 12, 15), "fm": calendar.Of(2026, 11, 30),
		"28/11": calendar.Of(2026, 11, 28), "+10": calendar.Of(2026, 12, 3), "&(/&&": calendar.Of(2026, 11, 15), "v": calendar.Of(2026, 11, 27),
	} {
		f := sampleDesk()
		s := newSim(f, 120, 40, wording.French)
		s.press("j2<enter><ctrl+u>" + text + "<enter>")
		if len(f.commands) == 0 {
			t.Errorf("%q is refused: %q", text, s.line.sentence)
			continue
		}
		if got := f.commands[0].(act.SetField); got.Value != want.String() {
			t.Errorf("%q: got %q, want %v", text, got.Value, want)
		}
	}
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("j2<enter><ctrl+u>31/02<enter>")
	if len(f.commands) != 0 || !s.line.open() || !strings.Contains(s.line.sentence, "15/11/2026") {
		t.Errorf("said %q", s.line.sentence)
	}
}

// TestFieldValues reads values as people write them, and names what is accepted
// where one does not do.
func TestFieldValues(t *testing.T) {
	for _, c := range []struct {
		field      ledger.Field
		text, want string
	}{
		{ledger.FieldLimit, "30000", "30000.00"},
		{ledger.FieldLimit, "30 000,50 €", "30000.50"},
		{ledger.FieldLimit, "(àààà", "50000.00"},
		{ledger.FieldCover, "beaucoup", ""},
		{ledger.FieldTerms, "45fm", "EOM-A 45"},
		{ledger.FieldTerms, "'(fm", "EOM-A 45"},
		{ledger.FieldTerms, "plus tard", ""},
		{ledger.FieldCountry, "be", "BE"},
		{ledger.FieldCountry, "Belgique", "BE"},
		{ledger.FieldCountry, "Pérou", ""},
		{ledger.FieldLanguage, "Français", "fr"},
		{ledger.FieldLanguage, "de", ""},
		{ledger.FieldNature, "particulier", "b2c"},
		{ledger.FieldNature, "b2b", "b2b"},
		{ledger.FieldNature, "ami", ""},
		{ledger.FieldFactored, "oui", "1"},
		{ledger.FieldFactored, "peut-être", ""},
		{ledger.FieldName, "", ""},
		{ledger.FieldSegment, "", "-"},
	} {
		s := newSim(sampleDesk(), 120, 40, wording.French)
		got := s.readField(c.field, c.text, s.opt.Reader.Facts(s.view, s.current.Key, s.current.Currency, desk.Selection{}))
		if got.ok != (c.want != "") || got.ok && !strings.EqualFold(got.value, strings.Trim(c.want, "-")) {
			t.Errorf("field %d, %q: got %+v", c.field, c.text, got)
		}
		if !got.ok && !strings.Contains(s.notAccepted(c.field, c.text), wording.Accepted(wording.French, c.field)) {
			t.Errorf("field %d: the refusal does not name what is accepted", c.field)
		}
	}
}

// TestDoubtfulNumbers warns of check digits and records all the same.
func TestDoubtfulNumbers(t *testing.T) {
	s := newSim(sampleDesk(), 120, 40, wording.French)
	for _, c := range []struct {
		field ledger.Field
		text  string
		doubt bool
	}{
		{ledger.FieldIdentifier, "404833048", false},
		{ledger.FieldIdentifier, "404 833 048", false},
		{ledger.FieldIdentifier, "404833049", true},
		{ledger.FieldIdentifier, "abc", true},
		{ledger.FieldVAT, "FR83404833048", false},
		{ledger.FieldVAT, "FR84404833048", true},
		{ledger.FieldVAT, "DE123456789", false},
		{ledger.FieldVAT, "n'importe quoi", true},
	} {
		got := s.readField(c.field, c.text, act.Facts{})
		if !got.ok || (got.note != "") != c.doubt || got.value != c.text {
			t.Errorf("%q: got %+v", c.text, got)
		}
	}
}

// TestPastOnAFrenchKeyboard reads the day without Shift, and says what it wants.
func TestPastOnAFrenchKeyboard(t *testing.T) {
	s := newSim(sampleDesk(), 120, 40, wording.French)
	s.press("<ctrl+t>&(<enter>")
	if s.past != calendar.Of(2026, 11, 15) {
		t.Errorf("shows %v, said %q", s.past, s.line.sentence)
	}
}

// TestOpenedOnAPastDay: a desk opened on a past day goes back there, not to a
// today that it does not have.
func TestOpenedOnAPastDay(t *testing.T) {
	f := sampleDesk()
	home := today.AddDays(-5)
	v := *f.view
	v.AsOf = home
	f.view = &v
	s := newSim(f, 120, 40, wording.French)
	if strings.Contains(screen(s), "Échap aujourd'hui") {
		t.Errorf("the screen offers today:\n%s", screen(s))
	}
	s.press("<esc>")
	if s.past != home || s.message == "" {
		t.Errorf("on %v, said %q", s.past, s.message)
	}
	s.press("a")
	if strings.Contains(s.message, "Échap") || !strings.Contains(s.message, "--as-of") {
		t.Errorf("Esc is said to help where it does not: %q", s.message)
	}
	s.press("<left>")
	if s.past != home.AddDays(-1) || !strings.Contains(screen(s), "Échap") {
		t.Fatalf("on %v", s.past)
	}
	s.press("<esc>")
	if s.past != home {
		t.Errorf("Esc goes to %v", s.past)
	}
}

// TestNotAsked says why a client set aside is not asked for money.
func TestNotAsked(t *testing.T) {
	for _, status := range []journal.Status{journal.NeverDun, journal.Legal, journal.OnHold, journal.Insolvency} {
		f := sampleDesk()
		f.files[key("C00231")].Status = journal.StatusChanged{Status: status, Until: today.AddDays(22)}
		s := newSim(f, 120, 40, wording.French)
		s.press("j")
		got := screen(s)
		if strings.Contains(got, "que s'est-il passé") || !strings.Contains(got, strings.Fields(wording.NotAsked[status].FR)[1]+" ") {
			t.Errorf("status %d:\n%s", status, got)
		}
	}
}

// TestStripIsClicked opens the pane whose title is clicked on a narrow screen.
func TestStripIsClicked(t *testing.T) {
	s := newSim(sampleDesk(), 80, 24, wording.French)
	line := []rune(strings.Split(screen(s), "\n")[s.geo.header])
	for want, mark := range []string{"1 ", "2 ", "3 ", "4 "} {
		x := len([]rune(string(line)[:strings.Index(string(line), mark)]))
		s.send(tea.MouseClickMsg{X: x, Y: s.geo.header, Button: tea.MouseLeft})
		if s.focus != pane(want) {
			t.Errorf("a click at %d opens pane %d", x, s.focus)
		}
	}
}

// TestUnknownKeySaysSo: a key without a meaning says where the keys are shown.
func TestUnknownKeySaysSo(t *testing.T) {
	s := newSim(sampleDesk(), 80, 24, wording.French)
	s.press("w")
	if !strings.Contains(s.message, "« w »") {
		t.Errorf("said %q", s.message)
	}
}

var _ ports.Desk = (*desk.Session)(nil)
