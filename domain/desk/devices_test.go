package desk

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
)

// sorted gives events in the order in which every device folds them.
func sorted(events []journal.Event) []journal.Event {
	out := slices.Clone(events)
	slices.SortFunc(out, func(x, y journal.Event) int {
		if x.Before(&y) {
			return -1
		}
		return 1
	})
	return out
}

func folded(t *rapid.T, b ledger.Book, events []journal.Event) *View {
	s, err := New(Config{Book: b, Events: sorted(events), Device: 7, Author: "md", Day: monday, Rules: priority.DefaultRules()})
	if err != nil {
		t.Fatal(err)
	}
	return s.View()
}

// Devices that do not see each other waive, ask again and enter rates. Whatever
// order the events arrive in, every desk comes to the same: of each charge what
// its own last change says, of each half-year the last rate.
func TestDevicesAgreeOnCharges(t *testing.T) {
	inv := invoice("F1", monday-90, monday-60, 600_00)
	keys := []ledger.ItemKey{inv.ItemKey}
	rapid.Check(t, func(t *rapid.T) {
		var events []journal.Event
		for n := range rapid.IntRange(1, 8).Draw(t, "events") {
			device := journal.Device(rapid.IntRange(1, 3).Draw(t, "device"))
			var c journal.Content = journal.FeesWaived{
				Items: keys, Interest: journal.Waiving(rapid.IntRange(0, 2).Draw(t, "interest")), Indemnity: journal.Waiving(rapid.IntRange(0, 2).Draw(t, "indemnity")),
			}
			if rapid.Bool().Draw(t, "rate") {
				c = journal.RateSet{Basis: "fr-default", From: half2026, PPM: rapid.Int64Range(1, 200_000).Draw(t, "ppm"), Source: "test"}
			}
			e := told(device, uint64(n+1), rapid.Int64Range(1, 5).Draw(t, "clock"), c)
			if _, common := c.(journal.RateSet); common {
				e.Client = ledger.ClientKey{}
			}
			events = append(events, e)
		}
		x := folded(t, book(monday, inv), events)
		y := folded(t, book(monday, inv), rapid.Permutation(events).Draw(t, "arrival"))
		same(t, x, y)
		var interest, indemnity bool
		var ppm int64
		for _, e := range sorted(events) {
			switch c := e.Content.(type) {
			case journal.FeesWaived:
				interest, indemnity = c.Interest.After(interest), c.Indemnity.After(indemnity)
			case journal.RateSet:
				ppm = c.PPM
			}
		}
		claim := x.FeeClaims(key, money.EUR, FeeScope{})[0]
		if claim.InterestWaived != interest || claim.FeeWaived != indemnity {
			t.Fatalf("waived %v %v, want %v %v", claim.InterestWaived, claim.FeeWaived, interest, indemnity)
		}
		if got, _ := rateOn(x); ppm != 0 && got != ppm {
			t.Fatalf("rate %d, want %d", got, ppm)
		}
	})
}

// A plan that was signed keeps the schedule of its last signature, whatever other
// devices made of the proposal and whenever it arrives.
func TestDevicesAgreeOnASignedPlan(t *testing.T) {
	inv := invoice("F1", monday-90, monday-60, 600_00)
	part := journal.Part{Item: inv.ItemKey, Amount: 600_00}
	rapid.Check(t, func(t *rapid.T) {
		first := told(1, 1, 1, journal.PlanProposed{Plan: schedule(monday.AddMonths(1), 12, part)})
		events := []journal.Event{first}
		for n := range rapid.IntRange(1, 6).Draw(t, "versions") {
			p := schedule(monday.AddMonths(1), rapid.SampledFrom([]int{2, 3, 4, 12}).Draw(t, "lines"), part)
			p.ID = first.ID
			c := []journal.Content{journal.PlanDrafted{Plan: p}, journal.PlanProposed{Plan: p}, journal.PlanSigned{Plan: p}}[rapid.IntRange(0, 2).Draw(t, "state")]
			events = append(events, told(journal.Device(rapid.IntRange(1, 3).Draw(t, "device")), uint64(n+2), rapid.Int64Range(2, 6).Draw(t, "clock"), c, first.ID))
		}
		x := folded(t, book(monday, inv), events)
		same(t, x, folded(t, book(monday, inv), rapid.Permutation(events).Draw(t, "arrival")))
		lines, state, signed := 12, plan.Proposed, false
		for _, e := range sorted(events)[1:] {
			switch c := e.Content.(type) {
			case journal.PlanSigned:
				lines, state, signed = len(c.Plan.Instalments), plan.Signed, true
			case journal.PlanProposed:
				if !signed {
					lines = len(c.Plan.Instalments)
				}
			case journal.PlanDrafted:
				if !signed {
					lines = len(c.Plan.Instalments)
				}
			}
		}
		if row := x.File(key, money.EUR).Plans[0]; len(row.Plan.Instalments) != lines || row.Standing.State != state {
			t.Fatalf("%d lines, %v; want %d, %v", len(row.Plan.Instalments), row.Standing.State, lines, state)
		}
	})
}
