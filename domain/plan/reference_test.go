package plan

import (
	"strings"
	"testing"

	"relance/domain/ident"
	"relance/domain/journal"
)

func TestReferences(t *testing.T) {
	id := journal.ID{Device: 0x00c0ffee00c0ffee, Seq: 412}
	for _, account := range []string{"C00231", "411GARAGELEFEVRE00000000231", "ÉÉÉ", "c-00 231/x", ""} {
		seen := map[string]bool{}
		for no := 1; no <= MaxInstalments; no++ {
			rf, ogm := Reference("FR", account, id, no), Reference("BE", account, id, no)
			if ident.CheckRF(rf) != nil || ident.CheckOGM(ogm) != nil {
				t.Fatalf("%q %d: %q and %q do not pass their checks", account, no, rf, ogm)
			}
			if seen[rf] {
				t.Fatalf("%q %d: %q was given twice", account, no, rf)
			}
			seen[rf] = true
		}
	}
	if rf := Reference("", "C00231", id, 3); !strings.HasSuffix(rf, "C00231PBGE3") {
		t.Errorf("%q does not name account, plan and instalment", rf)
	}
}

func TestReferencesDiffer(t *testing.T) {
	for _, country := range []string{"FR", "BE"} {
		seen := map[string]journal.ID{}
		for seq := uint64(1); seq < 4000; seq++ {
			id := journal.ID{Device: 0xfedcba9876543210, Seq: seq}
			for _, no := range []int{1, 2, 12, 120} {
				ref := Reference(country, "C00231", id, no)
				if other, twice := seen[ref]; twice {
					t.Fatalf("%s: %q for %v and %v", country, ref, other, id)
				}
				seen[ref] = id
			}
		}
	}
}
