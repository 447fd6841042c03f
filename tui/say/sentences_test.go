package say

import (
	"strings"
	"testing"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
)

func twoOpen() act.Facts {
	day := calendar.Of(2026, 11, 23)
	item := func(n string, open, collectible int64) act.Item {
		return act.Item{
			Key: ledger.ItemKey{Number: n}, Due: day - 30, Open: open, Collectible: collectible, Ticked: true,
		}
	}
	return act.Facts{
		Client: ledger.ClientKey{Creditor: "NORD", Account: "C1"}, Today: day, Minute: -1, Currency: money.EUR, Current: -1,
		Open: 10_000_00, Unapplied: 9_061_00, Collectible: 939_00,
		Items: []act.Item{item("F1", 4_000_00, 0), item("F2", 5_000_00, 0), item("F3", 1_000_00, 939_00)},
	}
}

func said(t *testing.T, line string, f act.Facts) string {
	t.Helper()
	s, asks := Voice{Lang: wording.French, Today: f.Today}.Reading(entry.Read(line, f, entry.French), f)
	if asks {
		t.Errorf("%q is asked about: %s", line, s)
	}
	return s
}

// Credits that were taken off what is ticked are named, with all that is ticked.
func TestTickedLessCredits(t *testing.T) {
	f := twoOpen()
	if s := said(t, "p v", f); !strings.Contains(s, "939,00\u00a0€") ||
		!strings.HasSuffix(s, ", sur F1, F2 et F3, après 9\u202f061,00\u00a0€ de crédits non affectés") {
		t.Error(s)
	}
	if s := said(t, "p 500 v", f); strings.Contains(s, "crédits") {
		t.Error(s)
	}
}

// What a plan replaces is said of the line and of the command that a pane gives.
func TestAPlanNamesThePromise(t *testing.T) {
	f := twoOpen()
	f.Unapplied, f.Collectible, f.Promised = 0, 0, 10_000_00
	s := act.StandingPromise{ID: journal.ID{Device: 1, Seq: 1}, Due: f.Today + 4}
	for i := range f.Items {
		it := &f.Items[i]
		it.Ticked, it.Collectible, it.Promised = false, 0, it.Open
		s.Parts = append(s.Parts, journal.Part{Item: it.Key, Amount: it.Open})
	}
	f.Promises, f.Standing = []journal.ID{s.ID}, []act.StandingPromise{s}
	if s := said(t, "e 3", f); !strings.HasSuffix(s, ", remplace la promesse du 27/11") {
		t.Error(s)
	}
	cmd := entry.Read("e 3", f, entry.French).Command.(act.Plan)
	v := Voice{Lang: wording.French, Today: f.Today}
	if s := v.Replaces(cmd, f); s != "Remplace la promesse du 27/11." {
		t.Error(s)
	}
	cmd.State = act.Draft
	if s := v.Replaces(cmd, f); s != "" {
		t.Errorf("a draft: %s", s)
	}
}

// More than the client owes is an advance.
func TestAReceiptBeyondTheDebt(t *testing.T) {
	f := twoOpen()
	if s := said(t, "b1000", f); !strings.HasSuffix(s, ", dont 61,00\u00a0€ d'avance") {
		t.Error(s)
	}
	if s := said(t, "b900", f); strings.Contains(s, "avance") {
		t.Error(s)
	}
}
