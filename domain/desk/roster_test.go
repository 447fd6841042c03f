package desk

import (
	"testing"

	"pgregory.net/rapid"
)

// TestRoster replaces accounts beside a plain slice, and sees that no roster
// given out before changes.
func TestRoster(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 3*rosterChunk+1).Draw(t, "accounts")
		plain := make([]*account, n)
		for i := range plain {
			plain[i] = &account{}
		}
		r := newRoster(plain)
		for range rapid.IntRange(0, 20).Draw(t, "changes") {
			before := append([]*account(nil), plain...)
			old, i, a := r, rapid.IntRange(0, n-1).Draw(t, "place"), &account{}
			r, plain[i] = r.with(i, a), a
			sameAccounts(t, old, before)
			sameAccounts(t, r, plain)
		}
	})
}

func sameAccounts(t *rapid.T, r roster, want []*account) {
	t.Helper()
	if r.len() != len(want) {
		t.Fatalf("%d accounts, want %d", r.len(), len(want))
	}
	next := 0
	for i, a := range r.all() {
		if i != next || a != want[i] || r.at(i) != a {
			t.Fatalf("another account at %d", i)
		}
		next++
	}
	if next != len(want) {
		t.Fatalf("%d accounts met, want %d", next, len(want))
	}
}
