package sheet

import (
	"testing"

	"pgregory.net/rapid"
)

// What an export wrote reads back as it was.
func TestUndefuse(t *testing.T) {
	for _, s := range []string{"=1+1", "-Atelier", "'=quoted", "''@twice", "＝wide", " +lead", "'tis", "plain", "'", ""} {
		if got := Undefuse(Defuse(s)); got != s {
			t.Errorf("%q: %q", s, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := Clean(rapid.StringOf(rapid.SampledFrom([]rune("'=+-@ ab＝\u00A0"))).Draw(t, "text"))
		if got := Undefuse(Defuse(s)); got != s {
			t.Fatalf("%q: exported %q, read back %q", s, Defuse(s), got)
		}
	})
}
