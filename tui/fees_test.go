package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/ledger"
	"relance/domain/wording"
	"relance/tui/ports"
)

// TestLateFees: F shows what is owed beside the debt. A missing rate is asked for
// or stood for, never guessed.
func TestLateFees(t *testing.T) {
	s := newSim(sampleDesk(), 80, 24, wording.French)
	s.press("jF")
	if got := plainScreen(s); !strings.Contains(got, "Taux inconnu du 01/07/26 au 31/12/26") || strings.Contains(got, "F25-1043") {
		t.Fatalf("a rate was guessed:\n%s", got)
	}
	s.press("y")
	// 12 450 × 12,15 % × 75 ÷ 365 = 310,824; 15 200 × 12,15 % × 54 ÷ 365 = 273,225;
	// 8 176 × 12,15 % × 39 ÷ 365 = 106,142
	for _, want := range []string{"intérêts 690,19 €, indemnités 120,00 €, ensemble 810,19 €", "* Taux provisoire : 12,15 %", "310,82", "273,23", "106,14"} {
		if got := plainScreen(s); !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if strings.Contains(plainScreen(s), "75 j ×") {
		t.Error("the documents are open by themselves")
	}
	s.press("<enter>")
	for _, want := range []string{"10/09/26 – 23/11/26  75 j × 12 450,00 € × 12,15 %* = 310,82 €", "40,00 € : 40 € par facture"} {
		if got := plainScreen(s); !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	s.press("<esc>")
	if s.sheet != nil {
		t.Error("Esc does not close the sheet")
	}
	s.press("2")
	if got := plainScreen(s); !strings.Contains(got, "intérêts 690,19 €, indemnités 120,00 € au jour") {
		t.Errorf("the client file does not say it:\n%s", got)
	}
}

// TestFeesOfAnotherDay: digits begin a day, on any keyboard; a goes between a
// document and all.
func TestFeesOfAnotherDay(t *testing.T) {
	s := newSim(sampleDesk(), 120, 40, wording.French)
	s.press("j2Fy")
	if got := plainScreen(s); strings.Contains(got, "F25-1102") || !strings.Contains(got, "75 j ×") {
		t.Fatalf("not of the document alone:\n%s", got)
	}
	s.press("&(!&é<enter>") // no date
	if !s.line.open() || !s.line.question {
		t.Error("nonsense is taken for a day")
	}
	s.press("<esc>&(/&é<enter>")
	if got := plainScreen(s); s.sheet.fees.day != calendar.Of(2026, 12, 15) || !strings.Contains(got, "97 j ×") {
		t.Errorf("to %v:\n%s", s.sheet.fees.day, got)
	}
	s.press("a")
	if got := plainScreen(s); !strings.Contains(got, "F25-1102") {
		t.Errorf("a does not show all:\n%s", got)
	}
	s.press("d30/09/2026<enter>")
	if got := plainScreen(s); !strings.Contains(got, "21 j ×") || strings.Contains(got, "F25-1177") {
		t.Errorf("a past day:\n%s", got)
	}
}

// TestEnterMissingRate: the rate entered takes effect on the sheet at once.
func TestEnterMissingRate(t *testing.T) {
	d, _ := session(t, 4)
	s := realSim(t, d)
	s.press("Ft10<enter>Banque de France<enter>")
	got := plainScreen(s)
	if strings.Contains(got, "Taux inconnu") || strings.Contains(got, "provisoire :") || !strings.Contains(s.message, "taux de retard") {
		t.Fatalf("said %q\n%s", s.message, got)
	}
	s.press("<enter>")
	if got = plainScreen(s); !strings.Contains(got, "× 10,00 % =") || !strings.Contains(got, "Banque de France") {
		t.Errorf("not computed with it:\n%s", got)
	}
	s.press("<esc>2")
	if got = plainScreen(s); !strings.Contains(got, "au jour · F pour le détail") || strings.Contains(got, "taux inconnu") {
		t.Errorf("the client file:\n%s", got)
	}
}

// TestWaiveFees: a waiver needs its reason, leaves the other charge alone, and is
// taken back by the same key or by u.
func TestWaiveFees(t *testing.T) {
	d, store := session(t, 4)
	s := realSim(t, d)
	s.press("Fyi<enter>")
	if len(store.events) != 0 || !s.line.open() {
		t.Fatal("waived without a reason")
	}
	s.press("notre retard<enter>")
	w := waiverOf(t, s)
	if len(store.events) != 1 || !w.InterestWaived || w.FeeWaived || !strings.Contains(s.message, "notre retard") {
		t.Fatalf("%d events, %+v, said %q", len(store.events), w, s.message)
	}
	if got := plainScreen(s); !strings.Contains(got, "intérêts abandonnés") {
		t.Errorf("not on show:\n%s", got)
	}
	s.press("fgeste<enter>")
	if w = waiverOf(t, s); !w.InterestWaived || !w.FeeWaived {
		t.Errorf("%+v", w)
	}
	s.press("i")
	if w = waiverOf(t, s); w.InterestWaived || !w.FeeWaived || !strings.Contains(s.message, "de nouveau demandés") {
		t.Errorf("%+v, said %q", w, s.message)
	}
	s.press("<esc>uuu")
	if s.press("F"); waiverOf(t, s).InterestWaived || waiverOf(t, s).FeeWaived {
		t.Error("u does not take the waivers back")
	}
}

// waiverOf is the first document on the sheet.
func waiverOf(t *testing.T, s *sim) (c struct{ InterestWaived, FeeWaived bool }) {
	t.Helper()
	if s.sheet == nil || s.sheet.fees == nil || len(s.sheet.fees.got.Claims) == 0 {
		t.Fatal("no documents on show")
	}
	first := s.sheet.fees.got.Claims[0]
	c.InterestWaived, c.FeeWaived = first.InterestWaived, first.FeeWaived
	return c
}

// papers keeps what statement was asked for.
type papers struct{ asked []ports.FeesAsked }

func (p *papers) FeesPaper(_ *desk.View, f ports.FeesAsked, _ wording.Lang) (ports.Prepared, error) {
	p.asked = append(p.asked, f)
	return ports.Prepared{Text: "x", Files: []string{"/home/md/papers/fees-C00231.pdf"}}, nil
}

// TestFeesLeaveTheScreen: c copies every period, e has the statement written; where
// nothing is computed neither does anything.
func TestFeesLeaveTheScreen(t *testing.T) {
	p := &papers{}
	s := newSim(sampleDesk(), 80, 24, wording.French, func(o *Options) { o.Papers = p })
	s.press("jFe")
	if len(p.asked) != 0 || s.message == "" {
		t.Error("a statement without a rate was written")
	}
	s.press("ye")
	if len(p.asked) != 1 || p.asked[0].UpTo != today || !p.asked[0].Provisional || !strings.Contains(s.message, "fees-C00231.pdf") {
		t.Errorf("asked %+v, said %q", p.asked, s.message)
	}
	st := s.sheet.fees
	s.press("c")
	if len(s.clipboard) != 1 || s.clipboard[0] != tea.SetClipboard(s.feesText(st))() {
		t.Errorf("copied %v", s.clipboard)
	}
	text := strings.ReplaceAll(s.feesText(st), "\u00a0", " ")
	if strings.Count(text, " × ") != 6 || !strings.Contains(text, "F25-1177") || !strings.Contains(text, "provisoire") {
		t.Errorf("copied:\n%s", text)
	}
}

// TestNothingLate: a client that owes nothing on that day is told so.
func TestNothingLate(t *testing.T) {
	s := newSim(sampleDesk(), 80, 24, wording.English)
	s.press("jF1/9/2026<enter>")
	if got := plainScreen(s); !strings.Contains(got, "Nothing is overdue") {
		t.Errorf("on a day before:\n%s", got)
	}
	s.press("ic<enter><space>af")
	if s.sheet == nil {
		t.Error("a key closed the sheet")
	}
}

// TestFeesOfThePast: on a past day nothing is waived.
func TestFeesOfThePast(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("j<ctrl+t>20<enter>Fyi")
	if len(f.commands) != 0 || s.line.open() || s.sheet.fees.day != today.AddDays(-3) {
		t.Errorf("%v, line open: %v", f.commands, s.line.open())
	}
}

// TestManyDocuments: above the limit the client file does not count, and the key
// counts beside the event loop.
func TestManyDocuments(t *testing.T) {
	f := bigDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("2<home>")
	if got := plainScreen(s); !strings.Contains(got, "F pour les calculer") {
		t.Errorf("counted:\n%s", got)
	}
	_, cmd := s.Update(typed('F'))
	if !s.busy || s.sheet != nil {
		t.Fatal("counted on the event loop")
	}
	s.run(cmd)
	if s.busy || s.sheet == nil {
		t.Error("not shown")
	}
}

// TestChargesInTheFile: mandate, limitation and the level of a promise.
func TestChargesInTheFile(t *testing.T) {
	f := sampleDesk()
	f.mandated = key("C00231")
	file := f.files[f.mandated]
	file.Limitation = &desk.Limitation{Item: ledger.ItemKey{Number: "F21-0044"}}
	file.Limitation.On, file.Limitation.Base = today.AddDays(100), today.AddDays(-1726)
	file.Limitation.Term.Years = 5
	file.Expired = 2
	file.Promises[0].Level = 1
	s := newSim(f, 120, 40, wording.French)
	s.press("j2")
	got := plainScreen(s)
	for _, want := range []string{
		"prélèvement RUM-0231 · FR…0189 · Core", "F21-0044 : prescription le", "2 pièces prescrites", "2e promesse",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if strings.Contains(got, "30006000011234567890189") {
		t.Error("the whole account number is on show")
	}
	file.Limitation.On = today.AddDays(300)
	s = newSim(f, 120, 40, wording.French)
	s.press("j2")
	if got = plainScreen(s); strings.Contains(got, "F21-0044") {
		t.Errorf("a limitation far away:\n%s", got)
	}
}

// TestEditLateRate: the contract's rate and the formal notice are particulars
// that can be written by hand.
func TestEditLateRate(t *testing.T) {
	d, store := session(t, 2)
	s := realSim(t, d)
	for _, c := range []struct{ keys, name, shown string }{
		{"10,5 %<enter>", "taux de retard", "10,50 %"},
		{"12/11/2026<enter>", "mise en demeure", "jeudi 12 novembre 2026"},
	} {
		s.press("2<end>")
		for range 8 {
			if it, f := s.card.Under(); it == nil && f != nil && wording.LabelFields[f.Field].FR == c.name {
				break
			}
			s.press("k")
		}
		n := len(store.events)
		s.press("<enter><ctrl+u>" + c.keys)
		if got := plainScreen(s); len(store.events) != n+1 || !strings.Contains(got, c.shown) {
			t.Errorf("%s: %d events, said %q\n%s", c.name, len(store.events), s.message, got)
		}
	}
	s.press("<esc>Fy")
	if got := plainScreen(s); !strings.Contains(got, "sous trois fois l'intérêt légal") && !strings.Contains(got, "taux du contrat") {
		t.Errorf("not computed with the contract's rate:\n%s", got)
	}
}
