package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/plan"
)

// TestPlanReplacesPlanOnScreen: four keys draw a plan in place of the one that
// all stands under, and the sentence, the ✓ line and the timeline say so.
func TestPlanReplacesPlanOnScreen(t *testing.T) {
	d, store := session(t, 3)
	s := realSim(t, d)
	first := s.current
	s.press("e6<enter><enter>")
	if s.current == first {
		t.Fatal("all is planned and the client stays")
	}
	s.press("ke4")
	if !strings.Contains(s.line.sentence, "remplace l'échéancier du 23/11") {
		t.Fatalf("said %q", s.line.sentence)
	}
	s.press("<enter><enter>")
	if !strings.Contains(s.message, "remplace l'échéancier du 23/11") {
		t.Errorf("recorded: %q", s.message)
	}
	last := store.events[len(store.events)-1]
	if p, ok := last.Content.(journal.PlanProposed); !ok || len(p.Plan.Supersedes) != 1 || len(p.Plan.Instalments) != 4 {
		t.Fatalf("%#v", last.Content)
	}
	s.press("k")
	if plans := s.card.File().Plans; len(plans) != 2 || plans[1].Standing.State != plan.Superseded || !strings.Contains(plainScreen(s), "remplace l'échéancier") {
		t.Errorf("%+v\n%s", plans, plainScreen(s))
	}
}

// promisedAll makes the facts of a client all of whose first invoice is promised.
func promisedAll(f *fake) {
	it := &f.files[key("C00231")].Items[0]
	it.Promised, it.Collectible = it.Open, 0
}

// TestDraftOverPromisedPartsReopens: the plan takes the promise's place when it
// is saved, so a promise over the same invoices does not keep it shut.
func TestDraftOverPromisedPartsReopens(t *testing.T) {
	s, f := planSim(plan.Draft)
	promisedAll(f)
	s.press("j3<enter>")
	if !s.plan.Editing() || s.alert {
		t.Fatalf("not opened: %q", s.message)
	}
	facts := s.opt.Reader.Facts(s.view, s.current.Key, s.current.Currency, desk.Selection{})
	s.plan.Refit(facts)
	if !s.plan.Editing() {
		t.Fatal("dropped by itself")
	}
	facts.Items[0].Disputed = facts.Items[0].Open
	s.plan.Refit(facts)
	if s.plan.Editing() {
		t.Error("a plan over what is disputed is kept")
	}
}

// TestRefitKeepsWhatItTakesOver: a proposal over promised parts outlives other
// acts; one over free parts gives way to a promise made meanwhile.
func TestRefitKeepsWhatItTakesOver(t *testing.T) {
	s, f := planSim(plan.Cancelled)
	s.press("j")
	it := &f.files[key("C00231")].Items[0]
	facts := func() act.Facts {
		return s.opt.Reader.Facts(s.view, s.current.Key, s.current.Currency, desk.Selection{})
	}
	base := act.Plan{Base: act.Base{Client: key("C00231")}}
	base.Plan.Items = []journal.Part{{Item: it.Key, Amount: it.Open}}
	terms := s.grammar.Read("e3", facts()).Terms
	for _, over := range []bool{true, false} {
		it.Promised = 0
		if over {
			promisedAll(f)
		}
		s.plan.Open(base, terms, facts())
		it.Promised = it.Open
		s.plan.Refit(facts())
		if s.plan.Editing() != over {
			t.Errorf("drawn over the promise %v: kept %v", over, s.plan.Editing())
		}
		s.plan.Drop()
	}
}

// TestSearchKeepsTheAmount: at no width is the sum that was looked for cut.
func TestSearchKeepsTheAmount(t *testing.T) {
	d, _ := session(t, 3)
	for _, w := range []int{80, 100, 120, 160} {
		s := realSim(t, d)
		s.send(tea.WindowSizeMsg{Width: w, Height: 40})
		s.press("z1010,01")
		if got := plainScreen(s); !strings.Contains(got, "montant 1 010,01 € · F1-1") || !strings.Contains(got, "Client n° 1") {
			t.Errorf("at %d:\n%s", w, got)
		}
	}
}
