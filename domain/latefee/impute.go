package latefee

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
)

// Impute says what each payment on a claim paid: interest, indemnity,
// principal (C. civ. art. 1343-1), or the principal first where the creditor
// agreed. Payments come in any order and are not negative; one of nothing shows
// what is owed that day. c.Movements hold what else reduced the debt (credit
// notes). Interest accrues on the principal left; it is rounded at each
// payment, and what is paid in full starts anew from nothing. Errors are as of
// Compute.
func Impute(rates Rates, t Terms, c Claim, payments []Movement, order Order) ([]Imputed, error) {
	if err := t.check([]Claim{c}); err != nil {
		return nil, err
	}
	payments = slices.Clone(payments)
	byDay := func(a, b Movement) int { return cmp.Compare(a.On, b.On) }
	slices.SortStableFunc(payments, byDay)
	moves := slices.Clone(c.Movements)
	slices.SortStableFunc(moves, byDay)

	p := imputation{rates: rates, terms: t, claim: c, open: max(c.Amount, 0), day: c.Due}
	p.claim.Movements = nil
	done := make([]Imputed, 0, len(payments))
	for _, pay := range payments {
		if pay.Amount < 0 || !sane(pay.Amount) || pay.On > calendar.MaxDate {
			return nil, ErrRange
		}
		for len(moves) > 0 && moves[0].On <= pay.On {
			if err := p.reduce(moves[0]); err != nil {
				return nil, err
			}
			moves = moves[1:]
		}
		if err := p.reach(pay.On); err != nil {
			return nil, err
		}
		done = append(done, p.pay(pay, order))
	}
	return done, nil
}

// imputation is a claim on the way through its payments.
type imputation struct {
	rates   Rates
	terms   Terms
	claim   Claim         // its Movements are what reduced the principal so far
	open    int64         // principal left; negative where credit notes exceed it
	accrued Exact         // interest not paid yet
	feePaid int64         // of the indemnity
	day     calendar.Date // accrued up to here
}

// reach lets interest run up to a day.
func (p *imputation) reach(day calendar.Date) error {
	if day <= p.day {
		return nil
	}
	a, err := p.terms.accrue(p.rates, p.claim, p.open, p.day, day)
	if err != nil {
		return err
	}
	p.accrued, p.day = p.accrued.Add(a.Exact), day
	return nil
}

// reduce takes a movement off the principal.
func (p *imputation) reduce(m Movement) error {
	if err := p.reach(m.On); err != nil {
		return err
	}
	p.open -= m.Amount
	p.claim.Movements = append(p.claim.Movements, m)
	return nil
}

// pay spreads one payment.
func (p *imputation) pay(m Movement, order Order) Imputed {
	fee, _ := p.terms.indemnity(p.claim, m.On)
	out := Imputed{
		On: m.On, Paid: m.Amount,
		InterestLeft: p.accrued.Round(), FeeLeft: max(fee-p.feePaid, 0), PrincipalLeft: max(p.open, 0),
	}
	rest := m.Amount
	take := func(left, into *int64) {
		part := min(rest, *left)
		rest, *left, *into = rest-part, *left-part, *into+part
	}
	if order == PrincipalFirst {
		take(&out.PrincipalLeft, &out.Principal)
	}
	take(&out.InterestLeft, &out.Interest)
	take(&out.FeeLeft, &out.Fee)
	take(&out.PrincipalLeft, &out.Principal)
	out.Surplus = rest

	p.feePaid += out.Fee
	if out.InterestLeft == 0 && out.Interest > 0 {
		p.accrued = Exact{}
	} else {
		p.accrued = p.accrued.sub(whole(out.Interest))
	}
	p.open -= out.Principal
	p.claim.Movements = append(p.claim.Movements, Movement{On: m.On, Amount: out.Principal})
	return out
}
