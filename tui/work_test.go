package tui

import (
	"testing"

	"relance/domain/act"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/wording"
)

func TestTicks(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("j<tab><space><space>pv<enter>")
	p, ok := f.commands[0].(act.Promise)
	if !ok || len(p.Items) != 2 || p.Amount.Minor != 2765000 {
		t.Errorf("got %#v", f.commands[0])
	}
	f.commands = nil
	s.press("1pv<tab><space><enter>")
	if p, ok := f.commands[0].(act.Promise); !ok || len(p.Items) != 1 {
		t.Errorf("from the line: %#v", f.commands[0])
	}
}

func TestFields(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("j2<enter>") // the due date of the first invoice
	if s.line.in.Text() != "09/09/2026" {
		t.Errorf("the field reads %q", s.line.in.Text())
	}
	s.press("<ctrl+u>30/09/2026<enter>")
	want := act.SetField{
		Base: act.Base{Client: key("C00231")}, Field: ledger.FieldDue, Item: f.files[key("C00231")].Items[0].Key, Value: "2026-09-30",
	}
	if got, ok := f.commands[0].(act.SetField); !ok || got != want {
		t.Errorf("got %#v", f.commands)
	}
}

func TestPast(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("<ctrl+t>15/11<enter>")
	if s.past != today.AddDays(-8) {
		t.Fatalf("shows %v", s.past)
	}
	s.press("an")
	if len(f.commands) != 0 {
		t.Error("recorded on a past day")
	}
	s.press("<left>")
	if s.past != today.AddDays(-9) {
		t.Errorf("shows %v", s.past)
	}
	s.press("2<esc>")
	if s.past != 0 || s.view.AsOf != 0 {
		t.Error("not back to today")
	}
}

func TestSearchOpens(t *testing.T) {
	s := newSim(sampleDesk(), 80, 24, wording.French)
	s.press("zchateau<enter>")
	if s.current.Key != key("C00309") || s.sheet != nil || s.line.open() {
		t.Errorf("on %v", s.current.Key)
	}
}

func TestPaletteRuns(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("<ctrl+p>litige<enter>")
	if !s.line.open() || s.line.in.Text() != "l" {
		t.Errorf("the line reads %q", s.line.in.Text())
	}
}

func TestEnglishLetters(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.English, func(o *Options) { o.Keys = entry.English })
	s.press("cn")
	if c, ok := f.commands[0].(act.Call); !ok || c.Outcome != journal.NoAnswer {
		t.Errorf("got %#v", f.commands)
	}
}

func TestQuit(t *testing.T) {
	s := newSim(sampleDesk(), 120, 40, wording.French)
	s.press("q")
	if !s.quit {
		t.Error("q does not leave")
	}
}
