package tui

import (
	"strings"
	"testing"

	"relance/domain/wording"
)

// TestReasonInWords: the list says why at every size, in whole words and with
// the hour.
func TestReasonInWords(t *testing.T) {
	for _, c := range []struct {
		w, h int
		lang wording.Lang
		want []string
	}{
		{80, 24, wording.French, []string{"promesse du 18/11 non tenue", "rappel convenu à 9h"}},
		{100, 30, wording.French, []string{"Pourquoi", "non tenue", "rappel 9h"}},
		{120, 40, wording.English, []string{"call 9:00", "call 26/11", "promise not kept"}},
		{120, 40, wording.French, []string{"non tenue 18/11"}},
		{159, 40, wording.French, []string{"promesse du 18/11 non tenue"}},
		{200, 50, wording.French, []string{"promesse du 18/11 non tenue"}},
	} {
		s := newSim(sampleDesk(), c.w, c.h, c.lang)
		for _, want := range c.want {
			if got := plainScreen(s); !strings.Contains(got, want) {
				t.Errorf("at %d: %q is not in\n%s", c.w, want, got)
			}
		}
	}
}

// TestCutoffStays: the header names the cutoff at every width, on a past day the
// earlier of the two, and always the program.
func TestCutoffStays(t *testing.T) {
	for _, w := range []int{80, 100, 120, 160} {
		f := sampleDesk()
		f.view.Header.Creditors[0].Name = strings.Repeat("Très longue raison sociale ", 4)
		s := newSim(f, w, 30, wording.French)
		for _, c := range []struct{ keys, day string }{{"", "20/11"}, {"<ctrl+t>21<enter>", "20/11"}, {"<ctrl+t>16<enter>", "16/11"}} {
			s.press(c.keys)
			got := strings.Join(strings.Split(plainScreen(s), "\n")[:2], "\n")
			if !strings.Contains(got, "compta au "+c.day) && !strings.Contains(got, "compta "+c.day) || !strings.Contains(got, " relance ") {
				t.Errorf("at %d, want %s: %s", w, c.day, got)
			}
		}
	}
}

// TestTickedSumAgrees: what is ticked and cannot be promised is named beside the
// sum.
func TestTickedSumAgrees(t *testing.T) {
	s := newSim(sampleDesk(), 120, 40, wording.French)
	s.press("jp<tab>jj<space>")
	got := plainScreen(s)
	for _, want := range []string{"1 cochée 8 176,00 €", "dont 320,00 € en litige"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

// TestOnlyNotesAreAmended: the footer offers a note's keys on notes alone, and
// elsewhere the key says so.
func TestOnlyNotesAreAmended(t *testing.T) {
	s := newSim(sampleDesk(), 120, 40, wording.French)
	s.press("j4")
	if got := strings.Join(feet(s), "\n"); !strings.Contains(got, "x effacer") {
		t.Errorf("on a note: %s", got)
	}
	s.press("j")
	if got := strings.Join(feet(s), "\n"); strings.Contains(got, "x effacer") {
		t.Errorf("on a promise: %s", got)
	}
	s.press("x")
	if got := strings.Join(feet(s), "\n"); !strings.Contains(got, "n'est pas une note") {
		t.Errorf("x on a promise: %s", got)
	}
}

// TestNothingFoundSaysWhatNext: an empty answer says what to try.
func TestNothingFoundSaysWhatNext(t *testing.T) {
	s := newSim(sampleDesk(), 100, 30, wording.French)
	s.press("zqqq")
	if got := plainScreen(s); !strings.Contains(got, "essayer un début") {
		t.Errorf("search:\n%s", got)
	}
	s.press("<esc><ctrl+p>qqq")
	if got := plainScreen(s); !strings.Contains(got, "Aucune commande") {
		t.Errorf("palette:\n%s", got)
	}
}
