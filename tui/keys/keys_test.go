package keys

import (
	"testing"
)

func TestNoKeyTwiceInAScope(t *testing.T) {
	seen := map[Scope]map[string]bool{}
	for _, b := range Table() {
		if seen[b.Scope] == nil {
			seen[b.Scope] = map[string]bool{}
		}
		for _, k := range b.Keys {
			if seen[b.Scope][k] {
				t.Errorf("key %q stands twice in scope %d", k, b.Scope)
			}
			seen[b.Scope][k] = true
		}
	}
}

func TestEveryBindingIsExplained(t *testing.T) {
	for _, b := range Table() {
		if b.Help.FR == "" || b.Help.EN == "" {
			t.Errorf("%v in scope %d has no help", b.Keys, b.Scope)
		}
		if (b.Short.FR == "") != (b.Short.EN == "") {
			t.Errorf("%v in scope %d has a short word in one language", b.Keys, b.Scope)
		}
		if b.Intent == None || b.Intent >= IntentCount || b.Scope >= ScopeCount || len(b.Keys) == 0 {
			t.Errorf("%v in scope %d means nothing", b.Keys, b.Scope)
		}
	}
}

func TestEveryIntentHasAKey(t *testing.T) {
	bound := map[Intent]bool{}
	for _, b := range Table() {
		bound[b.Intent] = true
	}
	for in := None + 1; in < IntentCount; in++ {
		if !bound[in] {
			t.Errorf("intent %d has no key", in)
		}
	}
}

func TestNoAltGr(t *testing.T) {
	for _, b := range Table() {
		for _, k := range b.Keys {
			switch k {
			case "[", "]", "{", "}", "\\", "@", "~", "`", "#", "|":
				t.Errorf("%q needs AltGr on a French keyboard", k)
			}
		}
	}
}

func TestDigit(t *testing.T) {
	for i, row := range []string{"à&é\"'(-è_ç", "à&é\"'(§è!ç"} {
		n := 0
		for _, r := range row {
			if got, ok := Digit(string(r)); !ok || got != string(rune('0'+n)) {
				t.Errorf("row %d: %q reads %q, want %d", i, r, got, n)
			}
			n++
		}
	}
	if _, ok := Digit("a"); ok {
		t.Error("a reads as a digit")
	}
}
