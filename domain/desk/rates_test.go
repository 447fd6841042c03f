package desk

import (
	"testing"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
)

var half2026 = calendar.Of(2026, 7, 1)

func rate(ppm int64) act.SetRate {
	return act.SetRate{Basis: "fr-default", From: half2026, PPM: ppm, Source: "test"}
}

func rateOn(v *View) (ppm int64, known bool) {
	r, _, ok := v.Rates().At(latefee.FRDefault, half2026)
	return r.PPM, ok
}

// A rate is taken back by u as any act is, and what is not known is not known
// again; redo brings it back.
func TestRateTakenBack(t *testing.T) {
	s, m := open(t, twoInvoices(), nil, monday)
	if _, known := rateOn(s.View()); known {
		t.Skip("the half-year has a shipped rate")
	}
	first, err := s.SetRate(rate(121_500))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.SetRate(rate(990_000)); err != nil {
		t.Fatal(err)
	}
	undo := func() Done {
		t.Helper()
		last, client, ok := s.LastAct()
		if _, is := last.Event.Content.(journal.RateSet); !ok || !is || !client.IsZero() {
			t.Fatalf("last act %+v of %v", last.Event, client)
		}
		return do(t, s, act.Undo{Base: act.Base{Client: client}, Act: last.Event.Act})
	}
	if ppm, _ := rateOn(undo().View); ppm != 121_500 {
		t.Errorf("%d after one", ppm)
	}
	if _, known := rateOn(undo().View); known {
		t.Error("known after both were taken back")
	}
	h := s.View().RateHistory()
	if len(h) != 2 || h[0].PPM != 990_000 || h[0].Undoer == nil || h[1].Undoer == nil {
		t.Errorf("history %+v", h)
	}
	row, client, ok := s.LastUndone()
	if !ok || !client.IsZero() || row.Event.Act != first.Act {
		t.Fatalf("last undone %+v", row)
	}
	v := do(t, s, act.Restore{Act: first.Act}).View
	if ppm, known := rateOn(v); !known || ppm != 121_500 {
		t.Errorf("%d, %v after redo", ppm, known)
	}
	if got := len(v.Common()); got != 5 {
		t.Errorf("%d events of no client", got)
	}
	again, _ := open(t, twoInvoices(), m.events, monday)
	if ppm, _ := rateOn(again.View()); ppm != 121_500 {
		t.Errorf("%d from the journal", ppm)
	}
	if r := v.DayReport().Rates; len(r) != 1 || r[0].PPM != 121_500 || r[0].EnteredBy != "md" {
		t.Errorf("report %+v", r)
	}
}

// What the tables would leave out is refused, and so is taking back an import or
// what does not exist.
func TestRateRefused(t *testing.T) {
	s, m := open(t, twoInvoices(), []journal.Event{{
		ID: journal.ID{Device: 7, Seq: 1}, Act: journal.ID{Device: 7, Seq: 1}, Stamp: journal.Stamp{Millis: 1}, Day: monday, Author: "md",
		Content: journal.LedgerImported{Creditor: "NORD", To: monday - 3},
	}}, monday)
	for _, r := range []act.SetRate{rate(latefee.MaxPPM + 1), rate(-1), {Basis: "euribor", From: half2026}, {Basis: "contract", From: half2026}, {Basis: "fr-default"}} {
		if _, err := s.SetRate(r); !IsCode(err, ErrInvalid) {
			t.Errorf("%+v: %v", r, err)
		}
	}
	for _, id := range []journal.ID{{Device: 7, Seq: 1}, {Device: 7, Seq: 9}} {
		if _, err := s.Do(act.Undo{Act: id}); !IsCode(err, ErrNothing) {
			t.Errorf("%v: %v", id, err)
		}
	}
	if _, err := s.Do(act.Note{Text: "x"}); !IsCode(err, ErrNoClient) {
		t.Errorf("a note of nobody: %v", err)
	}
	if len(m.events) != 1 {
		t.Errorf("%d events", len(m.events))
	}
}

// Of two devices' rates for one half-year the later by the clocks holds,
// whatever order they came in.
func TestRateOfTwoDevices(t *testing.T) {
	set := func(device journal.Device, ms, ppm int64) journal.Event {
		e := told(device, 1, ms, journal.RateSet{Basis: "fr-default", From: half2026, PPM: ppm, Source: "test"})
		e.Client = ledger.ClientKey{}
		return e
	}
	for _, events := range [][]journal.Event{
		{set(1, 10, 121_500), set(2, 20, 124_000)},
		{set(2, 10, 121_500), set(1, 20, 124_000)},
	} {
		s, _ := open(t, twoInvoices(), events, monday)
		if ppm, _ := rateOn(s.View()); ppm != 124_000 {
			t.Errorf("%d", ppm)
		}
		if h := s.View().RateHistory(); len(h) != 2 || h[0].Later || !h[1].Later {
			t.Errorf("%+v", h)
		}
	}
}
