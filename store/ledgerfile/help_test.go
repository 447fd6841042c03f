package ledgerfile

import (
	"errors"
	"strings"
	"testing"

	"relance/domain/ledger"
)

// wantRefused reads a text that must be refused for that reason on that line.
func wantRefused(t *testing.T, text string, opt Options, code ledger.FindingCode, line int) {
	t.Helper()
	b, err := Read(strings.NewReader(text), opt)
	var r *Refused
	if !errors.As(err, &r) || b != nil {
		t.Fatalf("read: batch %v, error %v", b, err)
	}
	if len(r.Findings) == 0 || r.Findings[0].Code != code || r.Findings[0].Line != line {
		t.Errorf("refused for %+v, want code %d on line %d", r.Findings, code, line)
	}
	for _, f := range r.Findings {
		if !f.Code.Refused() {
			t.Errorf("refused for a tolerated deviation: %+v", f)
		}
	}
}
