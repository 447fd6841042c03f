package tui

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/entry"
	"relance/domain/wording"
)

// feet gives the lines from the entry line on.
func feet(s *sim) []string {
	lines := strings.Split(strings.TrimRight(screen(s), "\n"), "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		if strings.HasPrefix(lines[i], " ›") {
			return lines[i:]
		}
	}
	return nil
}

func TestLegend(t *testing.T) {
	for _, c := range []struct {
		w, h int
		lang wording.Lang
		keys entry.Keys
		line string
		want []string
	}{
		{80, 24, wording.French, entry.French, "a", []string{"n absent", "f faux n°", "x refus", "v virement", "l litige", "r rappel", "Échap quitter"}},
		{80, 24, wording.English, entry.English, "c", []string{"n none", "d dispute", "b later", "Esc leave"}},
		{160, 45, wording.French, entry.French, "a", []string{"n pas de réponse", "t il appelle", "r rappel"}},
		{120, 40, wording.English, entry.English, "c", []string{"n no answer", "s switchboard", "b callback", "Esc leave"}},
		{120, 40, wording.French, entry.French, "l", []string{"b n° de commande", "f non reçue", "x autre", "⇥ factures"}},
		{80, 24, wording.French, entry.French, "o", []string{"n ne pas relancer", "i procédure", "d douteux", "c contentieux"}},
		{80, 24, wording.French, entry.French, "p", []string{"⏎ valider", "m moitié", "1500 montant", "l ma me j v s jour"}},
		{80, 24, wording.French, entry.French, "p1500", []string{"d demain", "fm fin de mois"}},
		{80, 24, wording.English, entry.English, "p3", []string{"d business days", "w weeks"}},
		{80, 24, wording.French, entry.French, "f", []string{"f litige fondé", "i litige non fondé"}},
		{80, 24, wording.French, entry.French, "n", []string{"nom, fonction, téléphone, courriel"}},
	} {
		s := newSim(sampleDesk(), c.w, c.h, c.lang, func(o *Options) { o.Keys = c.keys })
		s.press("j" + c.line)
		got := strings.Join(feet(s)[1:], "\n")
		for _, want := range c.want {
			if !strings.Contains(strings.ReplaceAll(got, "\u00a0", " "), want) {
				t.Errorf("%s at %d: %q is not in\n%s", c.line, c.w, want, got)
			}
		}
	}
}

// TestLegendNamesEveryLetter: at no width does a legend end before its letters
// do; in a dispute the amounts may be left out, the reasons not.
func TestLegendNamesEveryLetter(t *testing.T) {
	for _, w := range []int{80, 90, 100, 120} {
		for lang, lines := range map[wording.Lang]string{wording.French: "apeofnl", wording.English: "cpid"} {
			for _, line := range lines {
				s := newSim(sampleDesk(), w, 24, lang, func(o *Options) { o.Keys = entry.Keys(lang) })
				s.press("j" + string(line))
				got := strings.Join(feet(s)[1:], "\n")
				last := map[string]string{"l": "x autre", "d": "x other"}[string(line)]
				if last == "" && strings.Contains(got, "…") || !strings.Contains(got, last) {
					t.Errorf("%c at %d:\n%s", line, w, got)
				}
			}
		}
	}
}

// TestLegendIsWhole: no key of the legend is cut, whatever the width.
func TestLegendIsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(80, 200).Draw(t, "width")
		lang := wording.Lang(rapid.IntRange(0, 1).Draw(t, "lang"))
		s := newSim(sampleDesk(), w, 24, lang, func(o *Options) { o.Keys = entry.Keys(lang) })
		s.press("j" + rapid.SampledFrom([]string{"a", "p", "pm", "e", "l", "o", "r", "b", "c", "i", "d", "s", "e6", "p1500 "}).Draw(t, "line"))
		legend, right := s.footKeys()
		got := strings.Join(s.flow(legend, right, true), "\n")
		if n := strings.Count(got, "\n"); n > 1 {
			t.Fatalf("%d lines at %d", n+1, w)
		}
		missing := false
		for _, k := range legend {
			there := strings.Contains(got, k.key) && strings.Contains(got, k.text)
			if missing && there && !strings.Contains(got, "…") {
				t.Fatalf("%s %s stands after one that was left out", k.key, k.text)
			}
			missing = missing || !there
		}
		if missing && !strings.Contains(got, "…") {
			t.Fatalf("something is left out without a mark at %d:\n%s", w, got)
		}
		for _, k := range right {
			if !strings.Contains(got, k.text) {
				t.Fatalf("%s is left out at %d", k.text, w)
			}
		}
	})
}

// TestSentenceIsWhole: what will be recorded is never cut.
func TestSentenceIsWhole(t *testing.T) {
	for _, w := range []int{80, 100, 120, 160} {
		for _, line := range []string{"e", "e6", "p1500 15", "pm v", "lb", "ah", "o15/12"} {
			s := newSim(sampleDesk(), w, 40, wording.French)
			s.press("j" + line)
			said := strings.Join(strings.Fields(s.line.sentence), " ")
			got := strings.Join(strings.Fields(strings.Join(feet(s), " ")), " ")
			if said == "" || !strings.Contains(got, said) {
				t.Errorf("%s at %d: %q is not in\n%s", line, w, said, got)
			}
		}
	}
}

// TestQuestionIsWhole: the words of a question that cannot be undone are read
// before it is answered.
func TestQuestionIsWhole(t *testing.T) {
	for _, w := range []int{80, 100, 120} {
		for _, lang := range []wording.Lang{wording.French, wording.English} {
			s := newSim(sampleDesk(), w, 30, lang)
			s.askYes(wording.DeskErase.In(lang), nil)
			s.frame.dirty = true
			s.draw()
			got := strings.Join(strings.Fields(strings.Join(feet(s), " ")), " ")
			for _, want := range []string{wording.DeskErase.In(lang), strings.Join(strings.Fields(wording.DeskYesNo.In(lang)), " ")} {
				if !strings.Contains(got, want) {
					t.Errorf("at %d: %q is not in %q", w, want, got)
				}
			}
		}
	}
}

// TestCursorStaysInSight: the current client's row is never hidden by a long
// foot.
func TestCursorStaysInSight(t *testing.T) {
	f := sampleDesk()
	for range 40 {
		f.view.Worklist = append(f.view.Worklist, f.view.Worklist[0])
	}
	s := newSim(f, 80, 24, wording.French)
	s.press("<end>e6")
	if !strings.Contains(screen(s), "▌") || len(feet(s)) < 4 {
		t.Errorf("the cursor is not in sight:\n%s", screen(s))
	}
}
