package latefee

import (
	"errors"
	"math"

	"relance/domain/calendar"
)

// ComputeBy is Compute with part payments read in an order. With InterestFirst
// what a payment finds due of interest and indemnity is paid by it first (C. civ.
// art. 1343-1): the claims given back hold what each payment paid of the debt
// itself, so that Open is the principal left, and the lines what is left of
// interest and indemnity. Credit notes reduce the debt in either order. A
// document that a payment plan spares interest is read principal first.
func ComputeBy(order Order, rates Rates, t Terms, claims []Claim, upTo calendar.Date) ([]Claim, Statement, error) {
	if order == PrincipalFirst {
		s, err := Compute(rates, t, claims, upTo)
		return claims, s, err
	}
	if err := t.check(claims); err != nil {
		return claims, Statement{}, err
	}
	upTo = min(upTo, calendar.MaxDate)
	read, paid := make([]Claim, len(claims)), make([]settled, len(claims))
	for i, c := range claims {
		var err error
		if read[i], paid[i], err = t.impute(rates, c, upTo); err != nil {
			s := Statement{UpTo: upTo, Order: order, Currency: c.Currency}
			if m := (*MissingRate)(nil); errors.As(err, &m) {
				s.Missing = []MissingRate{*m}
			}
			return claims, s, err
		}
	}
	s, err := Compute(rates, t, read, upTo)
	if s.Order = order; err != nil {
		return claims, s, err
	}
	return read, s, s.settle(paid)
}

// settled is what part payments paid of a claim beside the debt, and what they
// left; it is nothing where none was imputed.
type settled struct {
	interest, fee int64
	left          Imputed
	any           bool
}

// impute turns the payments of a claim into what they paid of the debt itself.
func (t Terms) impute(rates Rates, c Claim, upTo calendar.Date) (Claim, settled, error) {
	var payments, rest, later []Movement
	for _, m := range c.Movements {
		switch {
		case m.On > upTo:
			later = append(later, m)
		case m.Credit || m.Amount < 0:
			rest = append(rest, m)
		default:
			payments = append(payments, m)
		}
	}
	if len(payments) == 0 || !c.owes() || c.spared() {
		return c, settled{}, nil
	}
	t.Provisional = true // Compute says afterwards which rates are missing
	c.Movements = rest
	got, err := Impute(rates, t, c, append(payments, Movement{On: upTo}), InterestFirst)
	if err != nil {
		return c, settled{}, err
	}
	out := settled{left: got[len(got)-1], any: true}
	for _, p := range got {
		out.interest += p.Interest
		out.fee += p.Fee
		if p.Principal > 0 {
			later = append(later, Movement{On: p.On, Amount: p.Principal})
		}
	}
	c.Movements = append(append([]Movement(nil), rest...), later...)
	return c, out, nil
}

// settle takes what was paid off the lines, and adds up anew.
func (s *Statement) settle(paid []settled) error {
	s.Interest, s.Fees = 0, 0
	for i := range s.Lines {
		l := &s.Lines[i]
		if p := &paid[i]; p.any {
			l.InterestPaid, l.FeePaid = p.interest, p.fee
			l.Interest, l.Fee = p.left.InterestLeft, p.left.FeeLeft
		}
		if l.Interest > math.MaxInt64/2-s.Interest {
			return ErrRange
		}
		s.Interest += l.Interest
		s.Fees += l.Fee
	}
	s.Total = s.Interest + s.Fees
	return nil
}
