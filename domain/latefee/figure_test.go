package latefee

import (
	"testing"

	"pgregory.net/rapid"

	"relance/domain/ledger"
	"relance/domain/why"
)

func sum(f why.Figure) (total int64) {
	for _, t := range f.Terms {
		total += t.Value
	}
	return total
}

// Every figure is the sum of its terms.
func TestFiguresAddUp(t *testing.T) {
	rates := Shipped()
	rapid.Check(t, func(t *rapid.T) {
		terms := drawTerms(t)
		s, err := Compute(rates, terms, []Claim{drawClaim(t), drawClaim(t)}, drawDay(t, "up to"))
		if err != nil {
			t.Fatal(err)
		}
		if f := s.Why(terms); f.Value != s.Total || sum(f) != s.Total {
			t.Fatalf("%+v", f)
		}
		for _, l := range s.Lines {
			if f := l.Why(terms); f.Value != l.Interest || sum(f) != l.Interest || len(f.Terms) != len(l.Segments) {
				t.Fatalf("%+v", f)
			}
			for _, g := range l.Segments {
				f := g.Why(terms)
				if f.Terms[0].Value != g.Base || f.Terms[1].Value != g.PPM || f.Terms[2].Value != int64(g.Days) {
					t.Fatalf("%+v", f)
				}
			}
		}
	})
}

func TestSourcesOfFigures(t *testing.T) {
	l, s := one(t, Terms{}, invoice("2025-05-31", 12_000_00), "2026-02-15")
	f := l.Why(Terms{})
	if want := []int64{129_70, 734_99, 183_75}; f.Terms[0].Value != want[0] || f.Terms[1].Value != want[1] || f.Terms[2].Value != want[2] {
		t.Errorf("%+v", f)
	}
	if f = l.Segments[0].Why(Terms{}); f.Value != 129_70 || f.Terms[1].Text != l.Segments[0].Rate.Source || f.Source != why.SourceFRBusiness {
		t.Errorf("%+v", f)
	}
	if f = s.Why(Terms{}); len(f.Terms) != 2 || f.Terms[1] != (why.Term{Of: why.Indemnity, Text: "F1", Value: 40_00}) {
		t.Errorf("%+v", f)
	}
	for _, v := range []struct {
		terms Terms
		want  why.Code
	}{
		{Terms{ContractPPM: 1}, why.SourceContract},
		{Terms{Nature: ledger.Consumer, ContractPPM: 1}, why.SourceFRConsumer},
		{Terms{Nature: ledger.Public}, why.SourceFRPublic},
		{Terms{Country: "BE"}, why.SourceBEBusiness},
		{Terms{Country: "BE", Nature: ledger.Consumer}, why.SourceBEConsumer},
	} {
		if f := (Statement{}).Why(v.terms); f.Source != v.want {
			t.Errorf("%+v: %d", v.terms, f.Source)
		}
	}
	if f = l.WhyFee(Terms{ContractPPM: 1}); f.Value != 40_00 || f.Source != why.SourceFRBusiness || f.Rule != why.RuleIndemnity {
		t.Errorf("%+v", f)
	}
}
