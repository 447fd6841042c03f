package ledgerfile

import (
	"slices"
	"strings"

	"relance/domain/ledger"
)

// tally gathers findings: one per code and column, with the first line and the
// count. Lines are relative to where the tally began until it is merged.
type tally struct {
	found   []ledger.Finding
	refused []ledger.Finding
}

// note records a tolerated deviation. Details past the first are dropped.
func (t *tally) note(code ledger.FindingCode, line int, column, detail string) {
	t.noteCount(code, line, column, detail, 1)
}

func (t *tally) noteCount(code ledger.FindingCode, line int, column, detail string, count int) {
	for i := range t.found {
		f := &t.found[i]
		if f.Code == code && f.Column == column {
			f.Count += count
			return
		}
	}
	t.found = append(t.found, ledger.Finding{Code: code, Line: line, Column: column, Detail: detail, Count: count})
}

// each records a deviation on its own while there are few of its code; more of
// them become one finding that counts all, without detail.
func (t *tally) each(code ledger.FindingCode, line int, detail string) {
	const own = 10
	n, first := 0, -1
	for i := range t.found {
		if t.found[i].Code != code {
			continue
		}
		if n++; first < 0 {
			first = i
		}
	}
	switch {
	case n == 1 && t.found[first].Count > 1: // counted already
		t.found[first].Count++
		t.found[first].Line = min(t.found[first].Line, line)
	case n < own:
		t.found = append(t.found, ledger.Finding{Code: code, Line: line, Detail: detail, Count: 1})
	default:
		all := ledger.Finding{Code: code, Line: line, Count: n + 1}
		t.found = slices.DeleteFunc(t.found, func(f ledger.Finding) bool {
			if f.Code == code {
				all.Line = min(all.Line, f.Line)
			}
			return f.Code == code
		})
		t.found = append(t.found, all)
	}
}

// refuse records a reason to refuse the file.
func (t *tally) refuse(code ledger.FindingCode, line int, column, detail string) {
	if len(t.refused) < maxRefusals {
		t.refused = append(t.refused, ledger.Finding{Code: code, Line: line, Column: column, Detail: excerpt(detail), Count: 1})
	}
}

func (t *tally) full() bool { return len(t.refused) >= maxRefusals }

// add merges a tally whose lines begin base lines further down.
func (t *tally) add(o *tally, base int) {
	for _, f := range o.found {
		if f.Line > 0 {
			f.Line += base
		}
		t.noteCount(f.Code, f.Line, f.Column, f.Detail, f.Count)
	}
	for _, f := range o.refused {
		if f.Line > 0 {
			f.Line += base
		}
		if len(t.refused) < maxRefusals {
			t.refused = append(t.refused, f)
		}
	}
}

// err gives the refusal, or nil when there was no reason for one.
func (t *tally) err(file string) error {
	if len(t.refused) == 0 {
		return nil
	}
	return &Refused{File: file, Findings: t.refused}
}

// findings gives the deviations by code, then line, their details safe to show.
func (t *tally) findings() []ledger.Finding {
	slices.SortStableFunc(t.found, func(a, b ledger.Finding) int {
		if a.Code != b.Code {
			return int(a.Code) - int(b.Code)
		}
		return a.Line - b.Line
	})
	for i := range t.found {
		t.found[i].Detail = excerpt(t.found[i].Detail)
	}
	return t.found
}

// excerpt makes a piece of a file fit for a message: valid UTF-8, no controls,
// at most 80 characters.
func excerpt(s string) string {
	s = clean(strings.ToValidUTF8(s, "?"))
	n := 0
	for i := range s {
		if n++; n > 80 {
			return s[:i] + "…"
		}
	}
	return s
}

// noteFirst records count deviations, of which the first is on that line; the
// least of several such lines stands.
func (t *tally) noteFirst(code ledger.FindingCode, line, count int) {
	for i := range t.found {
		if f := &t.found[i]; f.Code == code && f.Column == "" {
			f.Count += count
			f.Line = min(f.Line, line)
			return
		}
	}
	t.found = append(t.found, ledger.Finding{Code: code, Line: line, Count: count})
}
