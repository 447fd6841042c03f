package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/wording"
)

// garagePlan is the garage's file with a saved plan of three instalments.
func garagePlan(state plan.State) desk.File {
	f := sampleDesk()
	file := *f.files[key("C00231")]
	items := []journal.Part{{Item: file.Items[0].Key, Amount: 1245000}}
	row := desk.PlanRow{
		Plan: journal.Plan{ID: journal.ID{Device: 1, Seq: 20}, Currency: money.EUR, Items: items, Instalments: []journal.Instalment{
			{Due: today.AddDays(22), Principal: 415000}, {Due: today.AddDays(53), Principal: 415000}, {Due: today.AddDays(84), Principal: 415000},
		}},
		Standing: plan.Standing{State: state}, MadeOn: today,
	}
	file.Plans = append([]desk.PlanRow{row}, file.Plans...)
	return file
}

func planSim(state plan.State) (*sim, *fake) {
	f := sampleDesk()
	file := garagePlan(state)
	f.files[key("C00231")] = &file
	return newSim(f, 120, 40, wording.French), f
}

// TestSavedPlanSigned signs the plan under the cursor with s.
func TestSavedPlanSigned(t *testing.T) {
	for _, state := range []plan.State{plan.Draft, plan.Proposed} {
		s, f := planSim(state)
		s.press("j3")
		if !strings.Contains(screen(s), "s signé") {
			t.Errorf("the footer does not name s:\n%s", screen(s))
		}
		s.press("s")
		c, ok := f.commands[0].(act.Close)
		if !ok || c.What != act.ClosePlan || !c.Sign || c.Target.Seq != 20 {
			t.Errorf("got %#v", f.commands)
		}
	}
	s, f := planSim(plan.Signed)
	s.press("j3<enter>")
	if s.plan.Editing() || !s.alert {
		t.Error("a signed plan opens for changing")
	}
	if len(f.commands) != 0 {
		t.Errorf("got %#v", f.commands)
	}
}

// TestSavedPlanReopened saves a plan again as the same plan: as it was, then
// with five instalments.
func TestSavedPlanReopened(t *testing.T) {
	s, f := planSim(plan.Draft)
	s.press("j3<enter>")
	if !s.plan.Editing() {
		t.Fatal("Enter does not open the plan")
	}
	s.press("<enter>")
	p, ok := f.commands[0].(act.Plan)
	if !ok || p.Plan.ID.Seq != 20 || p.State != act.Proposed || p.LogCall || len(p.Plan.Instalments) != 3 || p.Plan.Instalments[0].Due != today.AddDays(22) {
		t.Fatalf("got %#v", f.commands)
	}
	s.press("3<enter>5<enter>d")
	p, ok = f.commands[1].(act.Plan)
	if !ok || p.Plan.ID.Seq != 20 || p.State != act.Draft || len(p.Plan.Instalments) != 5 || p.Plan.Total() != 1245000 {
		t.Errorf("got %#v", f.commands[1])
	}
	s, f = planSim(plan.Proposed)
	s.press("j3<enter>d")
	if len(f.commands) != 0 || !s.alert {
		t.Errorf("a proposed plan became a draft: %#v", f.commands)
	}
}

// TestPlanRefusesWhatItCannotRead: nothing else than what is written is saved.
func TestPlanRefusesWhatItCannotRead(t *testing.T) {
	for _, c := range []struct{ name, keys, want string }{
		{"too many instalments", "150", "échéances"},
		{"no amount", "j1500,505", "montant"},
		{"a day that is over", "jj12/11/2026", "date"},
		{"no day of the month", "jj<down>40", "jour du mois"},
		{"a down payment above the total", "jj<down><down>99000", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := sampleDesk()
			s := newSim(f, 120, 40, wording.French)
			s.press("je6<enter>" + c.keys + "<enter><enter>")
			if len(f.commands) != 0 || !s.alert || !strings.Contains(s.message, c.want) {
				t.Fatalf("recorded %#v, said %q", f.commands, s.message)
			}
			s.press("s")
			if len(f.commands) != 0 {
				t.Fatalf("s recorded %#v", f.commands)
			}
			s.press("<esc>")
			if !s.plan.Editing() || s.plan.Typing() {
				t.Fatal("Esc does not leave the field alone")
			}
			s.press("<enter>")
			if p, ok := f.commands[0].(act.Plan); !ok || len(p.Plan.Instalments) != 6 {
				t.Errorf("then got %#v", f.commands)
			}
		})
	}
}

// TestPlanDates takes the entry line's forms for the first date.
func TestPlanDates(t *testing.T) {
	for text, want := range map[string]int{"15": 22, "15/12": 22, "15/12/26": 22, "3j": 3, "&(/&é": 22} {
		f := sampleDesk()
		s := newSim(f, 120, 40, wording.French)
		s.press("je6<enter>jj" + text + "<enter><enter>")
		if p, ok := f.commands[0].(act.Plan); !ok || p.Plan.Instalments[0].Due != today.AddDays(want) {
			t.Errorf("%q: got %#v", text, f.commands)
		}
	}
}

// TestPlanLettersAreNoCommands: a letter typed into a field neither records nor
// opens anything.
func TestPlanLettersAreNoCommands(t *testing.T) {
	for _, text := range []string{"12 s", "5d", "5q", "5e", "j800,s", "jj<down>15d", "jj<down><down>1000s", "5,", "5h"} {
		f := sampleDesk()
		s := newSim(f, 120, 40, wording.French)
		s.press("je6<enter>" + text)
		if len(f.commands) != 0 || !s.plan.Typing() || s.line.open() || s.sheet != nil || s.quit {
			t.Errorf("%q: recorded %#v, typing %v", text, f.commands, s.plan.Typing())
		}
		s.press("<esc><enter>")
		if p, ok := f.commands[0].(act.Plan); !ok || len(p.Plan.Instalments) != 6 || p.State != act.Proposed {
			t.Errorf("%q: then got %#v", text, f.commands)
		}
	}
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("je6<enter>5")
	s.send(tea.KeyPressMsg{Code: 'u', ShiftedCode: 'U', Text: "U", Mod: tea.ModShift})
	if !s.plan.Typing() || s.alert || !strings.Contains(s.message, "Champ en cours") {
		t.Errorf("U while writing: %q", s.message)
	}
	s.press("<enter>s")
	if p, ok := f.commands[0].(act.Plan); !ok || len(p.Plan.Instalments) != 5 || p.State != act.Signed {
		t.Errorf("after Enter s got %#v", f.commands)
	}
}

// TestPlanDateLetters: on the first date every letter that begins a day is text,
// and the footer says so. Today is a Monday, 23 November; a Saturday goes to Monday.
func TestPlanDateLetters(t *testing.T) {
	for text, want := range map[string]int{"d": 1, "l": 7, "ma": 1, "me": 2, "j": 3, "v": 4, "s": 7, "fm": 7, "+3": 3} {
		f := sampleDesk()
		s := newSim(f, 120, 40, wording.French)
		s.press("je6<enter>jj")
		if shown := screen(s); strings.Contains(shown, "brouillon") || strings.Contains(shown, "s signé") || !strings.Contains(shown, "d l ma me j v s fm +3 date") {
			t.Fatalf("the footer:\n%s", shown)
		}
		s.press(text)
		if len(f.commands) != 0 || !s.plan.Typing() || s.line.open() {
			t.Errorf("%q acted: %#v", text, f.commands)
			continue
		}
		s.press("<enter><enter>")
		if len(f.commands) != 1 {
			t.Errorf("%q: recorded %#v, said %q", text, f.commands, s.message)
			continue
		}
		if p, ok := f.commands[0].(act.Plan); !ok || p.Plan.Instalments[0].Due != today.AddDays(want) {
			t.Errorf("%q: got %#v", text, f.commands)
		}
	}
}

// TestPlanEscRestores: a saved plan that was only looked into is saved as it was.
func TestPlanEscRestores(t *testing.T) {
	for _, text := range []string{"5<esc>", "5<backspace><enter>", "<down>900<esc>", "<down><down>v<esc>"} {
		s, f := planSim(plan.Draft)
		s.press("j3<enter>" + text + "<enter>")
		if p, ok := f.commands[0].(act.Plan); !ok || len(p.Plan.Instalments) != 3 || p.Plan.Instalments[0].Due != today.AddDays(22) || p.Plan.Instalments[2].Due != today.AddDays(84) {
			t.Errorf("%q: got %#v", text, f.commands)
		}
	}
}

// TestPlanIsKept leaves a plan being drawn up for another client and comes back.
func TestPlanIsKept(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("je6<enter>4") // a field that is being written is kept too
	y := s.geo.panes[paneList].y
	s.send(tea.MouseClickMsg{X: 5, Y: y + 6, Button: tea.MouseLeft})
	if s.current.Key == key("C00231") || s.plan.Editing() || !strings.Contains(s.message, "Garage Lefèvre") {
		t.Fatalf("on %v, said %q", s.current.Key, s.message)
	}
	s.press("zgarage<enter>3<enter>")
	if p, ok := f.commands[0].(act.Plan); !ok || p.Client != key("C00231") || len(p.Plan.Instalments) != 4 {
		t.Errorf("got %#v", f.commands)
	}
	if s.plan.Editing() {
		t.Error("the plan is still being drawn up after it was saved")
	}
}

// TestPlanFollowsOtherActs: what another act took is no longer in the plan.
func TestPlanFollowsOtherActs(t *testing.T) {
	d, _ := session(t, 3)
	s := realSim(t, d)
	s.press("e6<enter><tab>p1000,<enter>3<enter>")
	s.press("k")
	file := s.card.File()
	if len(file.Plans) != 1 || file.Plans[0].Plan.Total()+100000 != file.Sums[0].Overdue {
		t.Errorf("plans %+v of %d", file.Plans, file.Sums[0].Overdue)
	}
}
