package latefee

import (
	"relance/domain/ledger"
	"relance/domain/why"
)

// Why is the addition behind the total: interest and indemnity of each claim
// that bears one, by its number.
func (s Statement) Why(t Terms) why.Figure {
	f := why.Figure{Of: why.LateFees, Value: s.Total, Rule: why.RuleInterest, Source: t.source()}
	for _, l := range s.Lines {
		if l.Interest != 0 {
			f.Terms = append(f.Terms, why.Term{Of: why.LateInterest, Text: l.Number, Value: l.Interest})
		}
		if l.Fee != 0 {
			f.Terms = append(f.Terms, why.Term{Of: why.Indemnity, Text: l.Number, Value: l.Fee})
		}
	}
	return f
}

// Why is the addition behind the interest of a claim: one term for each of its
// Segments, in their order, which sum to the interest (Shares); a last one takes
// off what part payments paid of it.
func (l Line) Why(t Terms) why.Figure {
	f := why.Figure{Of: why.LateInterest, Value: l.Interest, Rule: why.RuleInterest, Source: t.source()}
	var told int64
	for _, share := range l.Shares() {
		f.Terms = append(f.Terms, why.Term{Of: why.InterestSegment, Value: share})
		told += share
	}
	if paid := l.Interest - told; paid != 0 { // part payments, and the cents of their rounding
		f.Terms = append(f.Terms, why.Term{Of: why.LateInterest, Value: paid})
	}
	return f
}

// WhyFee is the rule behind the indemnity of a claim.
func (l Line) WhyFee(t Terms) why.Figure {
	return why.Figure{Of: why.Indemnity, Value: l.Fee, Rule: why.RuleIndemnity, Source: t.lawOf()}
}

// Why is the product behind a segment: base × rate × days, over a year of 365
// days. The rate's term names where the rate was read.
func (g Segment) Why(t Terms) why.Figure {
	source := t.lawOf()
	if g.Basis == Contract {
		source = why.SourceContract
	}
	return why.Figure{
		Of: why.InterestSegment, Value: g.Exact.Round(), Rule: why.RuleInterest, Source: source,
		Terms: []why.Term{
			{Of: why.InterestBase, Value: g.Base},
			{Of: why.InterestRate, Text: g.Rate.Source, Value: g.PPM, Unit: why.PPM, Factor: true},
			{Of: why.InterestDays, Value: int64(g.Days), Unit: why.Days, Factor: true},
		},
	}
}

// source is where the rate of a client comes from.
func (t Terms) source() why.Code {
	if t.regimeOf(Claim{}).basis == Contract {
		return why.SourceContract
	}
	return t.lawOf()
}

// lawOf is the law that a client falls under.
func (t Terms) lawOf() why.Code {
	switch {
	case t.belgian() && t.Nature == ledger.Consumer:
		return why.SourceBEConsumer
	case t.belgian():
		return why.SourceBEBusiness
	case t.Nature == ledger.Consumer:
		return why.SourceFRConsumer
	case t.Nature == ledger.Public:
		return why.SourceFRPublic
	}
	return why.SourceFRBusiness
}
