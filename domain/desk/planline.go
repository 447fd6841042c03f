package desk

import (
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/plan"
)

// PlanPart is what an instalment asks for of one document.
type PlanPart struct {
	Item      ledger.ItemKey
	Due       calendar.Date // of the document
	Principal int64
	Interest  int64
	Fee       int64             // the indemnity goes with the instalment that begins to pay the document
	Segments  []latefee.Segment // behind Interest, of which latefee.Shares gives each its part
}

// PlanLine opens an instalment of a plan, at its index: what it asks for of each
// document, in the order of payment, which sums to the instalment. Of a plan
// whose interest is not what the rates known now come to, same is false and there
// are no Segments. A rate that is not known is a *latefee.MissingRate; no such
// instalment gives nothing.
func (v *View) PlanLine(key ledger.ClientKey, p *journal.Plan, line int) (parts []PlanPart, same bool, err error) {
	c := planCharges{plan: p, rates: v.Rates(), terms: v.FeeTerms(key), paid: plan.Slices(*p)}
	c.terms.Provisional = p.Provisional
	if line < 0 || line >= len(c.paid) {
		return nil, true, nil
	}
	c.find(v.planned(key, p.Currency, p.Items, p.ID))
	begun := map[int]bool{}
	for _, earlier := range c.paid[:line] {
		for _, s := range earlier {
			begun[s.Item] = true
		}
	}
	var (
		in    = &p.Instalments[line]
		sum   latefee.Exact
		given int64
		left  = in.Fee
	)
	for k, s := range c.paid[line] {
		part := PlanPart{Item: p.Items[s.Item].Item, Due: c.out[s.Item].Due, Principal: s.Amount}
		if p.Interest == journal.ChargesAsked {
			l, err := c.slice(s, in.Due, !begun[s.Item])
			if err != nil {
				return nil, false, err
			}
			sum, part.Segments = sum.Add(l.Exact), l.Segments
			part.Interest = in.Interest - given
			if k < len(c.paid[line])-1 {
				part.Interest = min(sum.Round(), in.Interest) - given
			}
			given += part.Interest
		}
		if p.Fees == journal.ChargesAsked && !begun[s.Item] {
			if err := c.fee(s.Item, in.Due, &left); err != nil {
				return nil, false, err
			}
			part.Fee = c.out[s.Item].Fee
		}
		parts = append(parts, part)
	}
	if same = p.Interest != journal.ChargesAsked || sum.Round() == in.Interest; !same {
		for i := range parts {
			parts[i].Segments = nil
		}
	}
	return parts, same, nil
}

// slice is the interest of the part of a document that an instalment pays, with
// what ran before the plan where it begins to pay it.
func (c *planCharges) slice(s plan.Slice, to calendar.Date, begins bool) (latefee.Line, error) {
	claim := c.claims[s.Item]
	if claim.Amount == 0 {
		return latefee.Line{}, nil
	}
	claim.Amount, claim.Movements = s.Amount, nil
	if begins {
		for _, m := range c.before[s.Item] {
			if !m.Credit && m.Amount > 0 {
				claim.Amount, claim.Movements = claim.Amount+m.Amount, append(claim.Movements, m)
			}
		}
	}
	st, err := latefee.Compute(c.rates, c.terms, []latefee.Claim{claim}, to)
	if err != nil {
		return latefee.Line{}, err
	}
	return st.Lines[0], nil
}
