package tui

import (
	"strings"
	"testing"

	"relance/domain/plan"
	"relance/domain/wording"
)

// TestDraftKept: Esc keeps a draft that was changed, 3 or the bare letter takes it
// up again, x forgets it; one that was not changed goes without a word.
func TestDraftKept(t *testing.T) {
	for _, back := range []string{"3", "e<enter>"} {
		f := sampleDesk()
		s := newSim(f, 120, 40, wording.French)
		s.press("je6<enter>8<enter><esc>")
		if s.plan.Editing() || !strings.Contains(s.message, "Brouillon gardé") || len(f.commands) != 0 {
			t.Fatalf("left: %q, %v", s.message, f.commands)
		}
		s.press(back)
		if u, ok := s.plan.Under(); !s.plan.Editing() || !ok || len(u.Plan.Instalments) != 8 {
			t.Errorf("%s does not take it up again", back)
		}
	}
	s := newSim(sampleDesk(), 120, 40, wording.French)
	s.press("je6<enter>8<enter><esc>x")
	if s.plan.Held() || !strings.Contains(s.message, "oublié") {
		t.Errorf("x: %q", s.message)
	}
	s.press("e6<enter><esc>3")
	if s.plan.Editing() {
		t.Error("a draft that was not changed is kept")
	}
}

// TestWhyInThePlan: the key of why opens the addition of what the cursor stands on.
func TestWhyInThePlan(t *testing.T) {
	s := newSim(sampleDesk(), 120, 40, wording.French)
	s.press("je3<enter>,")
	if got := screen(s); s.sheet == nil || !strings.Contains(got, "encours moyen") || !strings.Contains(got, "à payer en tout") {
		t.Errorf("the form:\n%s", got)
	}
	s.press("<esc><tab>,")
	if got := screen(s); s.sheet == nil || !strings.Contains(got, "échéance 1 du") || !strings.Contains(got, "F25-1043") {
		t.Errorf("a line:\n%s", got)
	}
	s, _ = planSim(plan.Signed)
	s.press("j3,")
	if got := screen(s); s.sheet == nil || !strings.Contains(got, "à payer en tout") {
		t.Errorf("a saved plan:\n%s", got)
	}
}

// TestConfirmInTheEditor says that the plan is to be saved first.
func TestConfirmInTheEditor(t *testing.T) {
	s := newSim(sampleDesk(), 120, 40, wording.French)
	s.press("je3<enter>c")
	if !strings.Contains(s.message, "Enregistrer d'abord") {
		t.Errorf("said %q", s.message)
	}
}

// TestFeesFoldAndUndo: on the sheet of late fees the key of why opens and closes
// the periods, and that of undo takes the last act back.
func TestFeesFoldAndUndo(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("jFy")
	if s.sheet == nil || s.sheet.fees == nil {
		t.Fatal("no sheet")
	}
	rows := len(s.sheet.rows)
	s.press(",")
	if s.sheet == nil || s.sheet.fees == nil || len(s.sheet.rows) == rows {
		t.Error(", does not open the periods")
	}
	s.press("u")
	if s.sheet == nil || s.sheet.fees == nil || s.message == "" && len(f.commands) == 0 {
		t.Errorf("u: %q, %v", s.message, f.commands)
	}
}
