package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
	"relance/domain/wording"
	"relance/tui/keys"
)

// TestPlanGolden compares the plan editor's screens with those kept: the form
// and all its fields, a line that was fixed with charges asked, the invoices, two
// drafts side by side, a breached plan.
func TestPlanGolden(t *testing.T) {
	states := []struct{ name, keys string }{
		{"more", "je6<enter>m<end><up><up><up><right><right>"},
		{"lines", "je6<enter>m<end><up><up><up><right><right><down><right><right>m<tab><down>4000<enter><down>"},
		{"invoices", "je6<enter><tab><tab><down>"},
		{"compare", "je6<enter>=12<enter>"},
		{"breached", "j3"},
	}
	for _, size := range [][2]int{{80, 24}, {120, 40}, {160, 50}, {200, 50}} {
		for _, lang := range []wording.Lang{wording.French, wording.English} {
			for _, st := range states {
				name := fmt.Sprintf("editor-%s-%dx%d-%s", st.name, size[0], size[1], [2]string{"fr", "en"}[lang])
				t.Run(name, func(t *testing.T) {
					f := sampleDesk()
					if st.name == "breached" {
						file := breachedGarage()
						f.files[key("C00231")] = &file
					}
					s := newSim(f, size[0], size[1], lang, func(o *Options) { o.Keys = entry.French })
					s.press(st.keys)
					golden(t, name, screen(s))
					check(t, s, size[0], size[1])
				})
			}
		}
	}
}

// breachedGarage is the garage's file with a plan of which the first instalment
// was missed, in the place of an older one.
func breachedGarage() desk.File {
	file := garagePlan(plan.Breached)
	r, old := &file.Plans[0], &file.Plans[1]
	for i := range r.Plan.Instalments {
		r.Plan.Instalments[i].Due = today.AddDays(-20 + 31*i)
		state := plan.InstalmentStanding{State: plan.Upcoming, Missing: 415000}
		if i == 0 {
			state.State = plan.Missed
		}
		r.Standing.Instalments = append(r.Standing.Instalments, state)
	}
	r.Standing.BreachedOn = today.AddDays(-16)
	r.Plan.Supersedes, r.Version = []journal.ID{old.Plan.ID}, 2
	r.Accelerated = plan.Accelerate(r.Plan, r.Standing, 0, today)
	old.Standing.State, old.ReplacedBy, old.Version = plan.Superseded, r.Plan.ID, 1
	return file
}

// TestRateEntered: the rate that a plan lacks is asked for with its source,
// recorded, and the plan is drawn up with it.
func TestRateEntered(t *testing.T) {
	f := sampleDesk()
	f.ratesUntil = today.AddDays(38)
	f.after = func(cmd act.Command) *desk.View {
		if _, ok := cmd.(act.SetRate); ok {
			f.ratesUntil = calendar.Date(0)
		}
		return f.view
	}
	s := newSim(f, 120, 40, wording.French)
	s.press("je6<enter>m<end><up><up><up><right><right>")
	if s.plan.Missing() == nil || !strings.Contains(plainScreen(s), "t taux") {
		t.Fatalf("no rate is missing:\n%s", plainScreen(s))
	}
	s.press("<enter>")
	if len(f.commands) != 0 || !s.alert {
		t.Fatalf("saved without the rate: %#v", f.commands)
	}
	s.press("tabc<enter>")
	if len(f.commands) != 0 || !s.line.question {
		t.Fatal("letters are taken for a rate")
	}
	s.press("<ctrl+u>12,15<enter>")
	if len(f.commands) != 0 || !s.line.open() {
		t.Fatalf("recorded without a source: %#v", f.commands)
	}
	s.press("<enter>")
	if len(f.commands) != 0 {
		t.Fatal("an empty source is taken")
	}
	s.press("Banque de France<enter>")
	c, ok := f.commands[0].(act.SetRate)
	if !ok || c.PPM != 121500 || c.Source != "Banque de France" || c.From != today.AddDays(39) || c.Basis != "fr_default" && c.Basis == "" {
		t.Fatalf("recorded %#v", f.commands)
	}
	if s.plan.Missing() != nil || !s.plan.Editing() || !strings.Contains(s.message, "12.15") && !strings.Contains(s.message, "12,15") {
		t.Errorf("the plan still lacks a rate, said %q", s.message)
	}
	s.press("<enter>")
	if p, ok := f.commands[1].(act.Plan); !ok || p.Plan.Interest != journal.ChargesAsked || p.Plan.Instalments[0].Interest == 0 || p.Plan.Provisional {
		t.Errorf("recorded %#v", f.commands[1])
	}
}

// TestRenegotiated: four keys on the entry line's letter draw up and propose a
// new version of a breached plan.
func TestRenegotiated(t *testing.T) {
	for _, keys := range []string{"e6<enter><enter>", "<enter>6<enter><enter>"} {
		f := sampleDesk()
		file := breachedGarage()
		f.files[key("C00231")] = &file
		f.standing = []act.StandingPlan{{ID: file.Plans[0].Plan.ID, Breached: true, Parts: file.Plans[0].Plan.Items}}
		s := newSim(f, 120, 40, wording.French)
		s.press("j3" + keys)
		if len(f.commands) != 1 {
			t.Fatalf("%s: recorded %#v, said %q", keys, f.commands, s.message)
		}
		p, ok := f.commands[0].(act.Plan)
		if !ok || len(p.Plan.Instalments) != 6 || len(p.Plan.Supersedes) != 1 || p.Plan.Total() != 1245000 || p.State != act.Proposed {
			t.Errorf("%s: recorded %#v", keys, f.commands)
		}
	}
}

// TestPlanPartsByTab goes from the fields to the lines, the invoices and the
// next pane; Esc leads back one level at a time.
func TestPlanPartsByTab(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("je6<enter><tab>")
	if s.plan.Part() != keys.PlanLine || s.focus != panePlan {
		t.Fatalf("part %d, focus %d", s.plan.Part(), s.focus)
	}
	s.press("<tab>")
	if s.plan.Part() != keys.Covered {
		t.Fatalf("part %d", s.plan.Part())
	}
	s.press("<tab>")
	if s.focus != paneNotes || !s.plan.Editing() {
		t.Fatalf("focus %d", s.focus)
	}
	s.press("3<esc>")
	if s.plan.Part() != keys.Plan || !s.plan.Editing() || s.focus != panePlan {
		t.Fatalf("after Esc: part %d, focus %d", s.plan.Part(), s.focus)
	}
	s.press("<esc>")
	if s.plan.Editing() || s.focus != paneList || len(f.commands) != 0 {
		t.Error("Esc does not leave the plan")
	}
}

// TestPasteNeverEdits: pasted text neither writes a field nor saves.
func TestPasteNeverEdits(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("je6<enter><tab>")
	s.send(tea.PasteMsg{Content: "500\r\ns\r\n"})
	if len(f.commands) != 0 || s.plan.Typing() {
		t.Errorf("recorded %#v", f.commands)
	}
}

// TestPlanWithoutColour: what counts is marked with signs too.
func TestPlanWithoutColour(t *testing.T) {
	s := newSim(sampleDesk(), 80, 24, wording.French)
	s.press("je6<enter><tab>4000<enter><down>4000<enter>")
	got := plainScreen(s)
	for _, want := range []string{"4 000,00 €•", "▌", "échéances     •"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

// manyItems is a real desk with one client of n late invoices.
func manyItems(tb testing.TB, n int) *sim {
	tb.Helper()
	creditor := ledger.Creditor{
		ID: "404833048", Name: "Atelier du Nord", Country: "FR", Currency: money.EUR, DefaultTerms: "NET30",
		Cutoff: today.AddDays(-3), Scopes: []ledger.Scope{{ID: 1, Kind: ledger.Entries, From: today.AddDays(-900), To: today.AddDays(-3)}},
	}
	account := &ledger.Account{Client: ledger.Client{Key: key("C00001"), Name: "Client"}}
	for k := range n {
		date := today.AddDays(-40 - k*2)
		account.Items = append(account.Items, ledger.Item{
			ItemKey: itemKey(fmt.Sprintf("F%d", k), date), Booked: date, Amount: int64(100000 + k), Currency: money.EUR,
			Scope: 1, Line: uint32(k + 1), Account: "411000",
		})
	}
	ledger.SortItems(account.Items)
	millis := int64(0)
	d, err := desk.New(desk.Config{
		Book:   ledger.Book{Creditors: []ledger.Creditor{creditor}, Accounts: []*ledger.Account{account}},
		Device: 7, Author: "md", Day: today, Rules: priority.DefaultRules(), Store: &kept{},
		Millis: func() int64 { millis++; return millis }, Salt: func() [16]byte { return [16]byte{1} },
	})
	if err != nil {
		tb.Fatal(err)
	}
	return realSim(tb, d)
}

// BenchmarkPlanKey goes from a key in the plan editor to the frame: 120
// instalments over 300 invoices, interest and indemnities asked, every date
// another one at each key.
func BenchmarkPlanKey(b *testing.B) {
	s := manyItems(b, 300)
	s.press("e12<enter>120<enter>m<end><up><up><right><right><up><right><right>y<home><down><down>")
	if s.plan.Missing() != nil || !s.plan.Editing() {
		b.Fatalf("said %q\n%s", s.message, plainScreen(s))
	}
	b.ReportAllocs()
	for b.Loop() {
		s.press("<right>")
	}
}
