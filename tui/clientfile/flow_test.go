package clientfile

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"relance/domain/wording"
	"relance/tui/say"
	"relance/tui/ui"
)

// Figures are never cut while one of them fits a line, and none is lost.
func TestFlow(t *testing.T) {
	words := []string{"échu 138 281 €", "en litige 320 €", "promis 9 061 €", "vu en banque 1 000 €", "recouvrable 129 221 €"}
	var figures []figure
	for _, w := range words {
		name, sum, _ := strings.Cut(w, " ")
		figures = append(figures, figure{{"", name + " "}, {"", sum}})
	}
	for width := 24; width < 130; width++ {
		p := New(say.Voice{Lang: wording.French}, ui.NewTheme())
		p.width = width
		p.flow(" · ", figures)
		var all []string
		for i := range p.entries {
			line := ansi.Strip(p.render(i, false))
			if strings.Contains(line, "…") || ui.Width(line) != width {
				t.Fatalf("%d: %q", width, line)
			}
			all = append(all, line)
		}
		whole := strings.Join(all, "\n")
		for _, w := range words {
			if !strings.Contains(whole, w) {
				t.Fatalf("%d: %q is lost:\n%s", width, w, whole)
			}
		}
		if width > 110 && len(all) != 1 {
			t.Fatalf("%d: %d lines", width, len(all))
		}
	}
}

func TestPutFirst(t *testing.T) {
	for width, want := range map[int]string{20: "promesse 27/11 ✗", 10: "promesse ✗", 9: "prom. ✗", 7: "prom. ✗"} {
		l := ui.NewLine(width, "")
		putFirst(l, figure{{"", "promesse 27/11"}, {"", " ✗"}}, figure{{"", "promesse"}, {"", " ✗"}}, figure{{"", "prom."}, {"", " ✗"}})
		if got := strings.TrimRight(ansi.Strip(l.End()), " "); got != want {
			t.Errorf("%d: %q, want %q", width, got, want)
		}
	}
}
