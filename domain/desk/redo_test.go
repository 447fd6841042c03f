package desk

import (
	"testing"

	"relance/domain/act"
	"relance/domain/journal"
)

// What is taken back comes back in the opposite order, each act once.
func TestLastUndone(t *testing.T) {
	s, _ := open(t, twoInvoices(), nil, monday)
	if _, _, ok := s.LastUndone(); ok {
		t.Fatal("something is undone on a fresh desk")
	}
	base := act.Base{Client: key}
	first := do(t, s, act.Note{Base: base, Text: "un"})
	second := do(t, s, act.Note{Base: base, Text: "deux"})
	do(t, s, act.Undo{Base: base, Act: second.Act})
	do(t, s, act.Undo{Base: base, Act: first.Act})
	for _, want := range []journal.ID{first.Act, second.Act} {
		last, k, ok := s.LastUndone()
		if !ok || k != key || last.Event.Act != want || !last.Undone {
			t.Fatalf("got %+v of %v, %v", last.Event, k, ok)
		}
		do(t, s, act.Restore{Base: base, Act: want})
	}
	if last, _, ok := s.LastUndone(); ok {
		t.Fatalf("still undone: %+v", last.Event)
	}
	do(t, s, act.Undo{Base: base, Act: second.Act})
	if last, _, ok := s.LastUndone(); !ok || last.Event.Act != second.Act {
		t.Fatal("an act taken back twice is not the last undone one")
	}
}

func TestCallsOfTheDay(t *testing.T) {
	s, _ := open(t, twoInvoices(), nil, monday)
	call := act.Call{Base: act.Base{Client: key}, Contact: act.Contact{Minute: -1}, Outcome: journal.NoAnswer}
	call.FollowUp.Minute = -1
	do(t, s, call)
	written := call
	written.Channel, written.Outcome = journal.InWriting, journal.Answered
	do(t, s, written)
	if n, most := s.View().Calls(key); n != 1 || most != 3 {
		t.Errorf("%d calls of %d", n, most)
	}
}
