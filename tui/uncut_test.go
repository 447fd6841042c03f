package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"relance/domain/desk"
	"relance/domain/ledger"
	"relance/domain/priority"
	"relance/domain/wording"
	"relance/tui/ui"
)

// TestHelpIsWhole draws every row of the help on a screen of 80 cells and on one
// without an edge: both show the same.
func TestHelpIsWhole(t *testing.T) {
	for _, lang := range []wording.Lang{wording.French, wording.English} {
		s := newSim(sampleDesk(), 80, 24, lang)
		s.press("h")
		if s.sheet == nil {
			t.Fatal("no help")
		}
		for _, r := range s.sheet.rows {
			draw := func(w int) string {
				l := ui.NewLine(w, "").Gap(1)
				r.draw(l)
				return strings.TrimRight(ansi.Strip(l.End()), " ")
			}
			if got, want := draw(80), draw(400); got != want {
				t.Errorf("cut: %q", got)
			}
		}
	}
}

// The age stands in its own column: rows of old debts are told apart by what
// they bring.
func TestOldDebtsAreToldApart(t *testing.T) {
	for _, width := range []int{80, 100, 120, 200} {
		f := sampleDesk()
		for i, r := range f.view.Worklist {
			r.Class, r.DaysLate, r.Score = priority.Gain, 200, int64(900000-100000*i)
			r.Reasons = []priority.Reason{{Code: priority.OldDebt, Days: 200}}
		}
		s := newSim(f, width, 30, wording.English)
		for _, want := range []string{"gain €9,000", "gain €8,000"} {
			if !strings.Contains(screen(s), want) {
				t.Errorf("%d: no %q:\n%s", width, want, screen(s))
			}
		}
	}
}

// A field shows its code in words, and takes the words back.
func TestFieldsInWords(t *testing.T) {
	for _, tt := range []struct {
		lang          wording.Lang
		terms, nature string
	}{{wording.French, "45 jours fin de mois", "entreprise"}, {wording.English, "45 days end of month", "business"}} {
		f := sampleDesk()
		file := f.files[f.view.Worklist[1].Client]
		file.Fields = []desk.FieldRow{{Field: ledger.FieldTerms, Value: "EOM-A 45"}, {Field: ledger.FieldNature, Value: "b2b"}}
		s := newSim(f, 200, 50, tt.lang)
		s.press("j")
		if got := screen(s); !strings.Contains(got, tt.terms) || !strings.Contains(got, " "+tt.nature) {
			t.Errorf("not in words:\n%s", got)
		}
		for field, text := range map[ledger.Field]string{ledger.FieldTerms: tt.terms, ledger.FieldNature: tt.nature} {
			got := s.readField(field, text, s.opt.Reader.Facts(s.view, s.current.Key, s.current.Currency, desk.Selection{}))
			want := map[ledger.Field]string{ledger.FieldTerms: "EOM-A 45", ledger.FieldNature: "b2b"}[field]
			if !got.ok || got.value != want {
				t.Errorf("%q: %+v", text, got)
			}
		}
	}
}

// The cursor stays on what it was on when another width lays the lines out anew.
func TestCursorStaysOnResize(t *testing.T) {
	s := newSim(sampleDesk(), 200, 50, wording.French)
	s.press("j2j")
	before := s.card.Selection()
	for _, w := range []int{100, 80, 120, 200} {
		s.send(tea.WindowSizeMsg{Width: w, Height: 40})
		if got := s.card.Selection(); got.Item != before.Item || before.Item.IsZero() {
			t.Errorf("%d: %v, before %v", w, got.Item, before.Item)
		}
	}
}
