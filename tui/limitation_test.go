package tui

import (
	"strings"
	"testing"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/wording"
)

// TestInterruptionByName: what interrupts limitation is chosen by name, then
// dated; a day to come is refused.
func TestInterruptionByName(t *testing.T) {
	for lang, words := range map[wording.Lang][2]string{
		wording.French:  {"prescription", "injonction de payer signifiée"},
		wording.English: {"limitation", "order to pay served"},
	} {
		f := sampleDesk()
		s := newSim(f, 100, 30, lang)
		s.press("<ctrl+p>" + words[0] + "<enter>")
		if !strings.Contains(plainScreen(s), words[1]) {
			t.Fatalf("no causes:\n%s", plainScreen(s))
		}
		s.press("<down><enter>")
		if !s.line.open() || s.sheet != nil {
			t.Fatalf("no day is asked for:\n%s", plainScreen(s))
		}
		s.press("demain<enter>")
		if len(f.commands) != 0 || !s.line.question {
			t.Fatalf("recorded %#v", f.commands)
		}
		s.press("<ctrl+u>" + today.AddDays(1).String() + "<enter>")
		if len(f.commands) != 0 || !s.line.question {
			t.Fatalf("recorded %#v", f.commands)
		}
		s.press("<ctrl+u>" + today.AddDays(-3).String())
		if !strings.Contains(s.line.sentence, words[1]) {
			t.Errorf("live: %q", s.line.sentence)
		}
		s.press("<enter>")
		want := act.Interrupt{Base: act.Base{Client: s.current.Key}, Cause: journal.OrderServed, On: today.AddDays(-3)}
		if len(f.commands) != 1 {
			t.Fatalf("recorded %#v", f.commands)
		}
		if c, ok := f.commands[0].(act.Interrupt); !ok || c.Client != want.Client || c.Cause != want.Cause || c.On != want.On || c.Items != nil {
			t.Errorf("recorded %#v", f.commands[0])
		}
		if !strings.Contains(s.message, words[1]) {
			t.Errorf("said %q", s.message)
		}
	}
}

// TestRateUndone: a rate is one's own last act as any other, of no client: u takes
// it back, and c has nobody to tell of it.
func TestRateUndone(t *testing.T) {
	f := sampleDesk()
	e := &journal.Event{
		ID: journal.ID{Device: 1, Seq: 9}, Act: journal.ID{Device: 1, Seq: 9}, Author: "MD",
		Content: journal.RateSet{Basis: "fr-default", From: calendar.Of(2026, 7, 1), PPM: 990_000, Source: "JO"},
	}
	f.last, f.lastOn = desk.TimelineRow{Event: e}, ledger.ClientKey{}
	s := newSim(f, 120, 40, wording.French)
	before := s.current
	s.press("u")
	u, ok := f.commands[0].(act.Undo)
	if !ok || u.Act != e.Act || !u.Client.IsZero() {
		t.Fatalf("recorded %#v", f.commands)
	}
	if s.current != before || !strings.Contains(s.message, "99") || strings.HasSuffix(strings.TrimSpace(s.message), "—") {
		t.Errorf("client %v, said %q", s.current, s.message)
	}
	s.press("c")
	if s.sheet != nil || s.message == "" {
		t.Errorf("confirmed to nobody: %q", s.message)
	}
}
