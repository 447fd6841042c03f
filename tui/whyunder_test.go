package tui

import (
	"strings"
	"testing"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/why"
	"relance/domain/wording"
	"relance/tui/say"
)

func plainScreen(s *sim) string {
	return strings.ReplaceAll(strings.ReplaceAll(screen(s), "\u00a0", " "), "\u202f", " ")
}

// TestWhyOfADocument: on a document the addition is the document's.
func TestWhyOfADocument(t *testing.T) {
	s := newSim(sampleDesk(), 120, 40, wording.French)
	s.press("j2jj,")
	got := plainScreen(s)
	for _, want := range []string{"Pourquoi · F25-1177", "recouvrable", "= ouvert", "part en litige", "-320,00 €", "source : fichier"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

// TestWhyOfAField: on a particular it is who said so, and what was said before.
func TestWhyOfAField(t *testing.T) {
	f := sampleDesk()
	row := f.view.Worklist[0]
	f.files[row.Client].Fields = []desk.FieldRow{{
		Field: ledger.FieldLimit, Value: "30000.00", ByHand: true, On: calendar.Of(2026, 11, 20), Author: "M. Durand", Ledger: "22000.00",
		History: []desk.FieldChange{{On: calendar.Of(2026, 10, 1), Author: "s.petit", Value: "25000.00"}},
	}}
	s := newSim(f, 120, 40, wording.French)
	s.press("2<end>,")
	got := plainScreen(s)
	for _, want := range []string{"Pourquoi · plafond", "30 000,00 €", "source : à la main, vendredi 20 novembre 2026, M. Durand", "22000.00", "01/10", "s.petit"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

// TestShownProduct: the product of the chances as they are shown is the gain, to
// one euro.
func TestShownProduct(t *testing.T) {
	for _, base := range []int64{100, 1155104, 98765432, 1234567890} {
		f := why.Figure{Terms: []why.Term{
			{Of: why.Collectible, Value: base},
			{Of: why.NotPaidAnyway, Value: 798_765, Unit: why.PPM, Factor: true},
			{Of: why.ReachRate, Value: 384_615, Unit: why.PPM, Factor: true},
			{Of: why.Uplift, Value: 250_000, Unit: why.PPM, Factor: true},
		}}
		d := fineness(&f, money.EUR)
		exact, shown := base, base
		for _, term := range f.Terms[1:] {
			exact = money.MulDiv(exact, term.Value, money.PPM)
			shown = money.MulDiv(shown, say.RoundPPM(term.Value, d), money.PPM)
		}
		if gap := shown - exact; d < 1 || d > 4 || gap > 100 || gap < -100 {
			t.Errorf("%d: %d decimals, %d apart", base, d, gap)
		}
	}
	v := say.Voice{Lang: wording.French}
	if got := v.FinePercent(798_765, 2); got != "79,88\u00a0%" {
		t.Error(got)
	}
	if got := v.FinePercent(250_000, 2); got != "25\u00a0%" {
		t.Error(got)
	}
}
