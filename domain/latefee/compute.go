package latefee

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"relance/domain/calendar"
)

// Errors of this package, beside MissingRate.
var (
	ErrCurrency = errors.New("latefee: two currencies in one statement")
	ErrRange    = errors.New("latefee: amount, rate or date out of range")
)

// Compute gives the interest and the indemnities of claims up to a day, that
// day counted. Payments reduce the debt itself (PrincipalFirst); ComputeBy can
// read them the other way. Without t.Provisional a half-year without a rate is
// the error *MissingRate, and the statement then holds only what is Missing;
// where no earlier rate is known either it is that error in any case. Other
// errors are ErrCurrency and ErrRange.
func Compute(rates Rates, t Terms, claims []Claim, upTo calendar.Date) (Statement, error) {
	if err := t.check(claims); err != nil {
		return Statement{}, err
	}
	upTo = min(upTo, calendar.MaxDate)
	s := Statement{UpTo: upTo, Order: PrincipalFirst, Lines: make([]Line, len(claims))}
	var g gaps
	for i, c := range claims {
		s.Currency = c.Currency
		l := &s.Lines[i]
		*l = Line{Claim: i, Item: c.Item, Number: c.Number}
		t.interest(rates, c, upTo, l, &g)
		l.Fee, l.FeeReason = t.indemnity(c, upTo)
		l.Interest = l.Exact.Round()
		if l.Interest > math.MaxInt64/2-s.Interest {
			return Statement{}, ErrRange
		}
		s.Interest += l.Interest
		s.Fees += l.Fee
	}
	s.Missing = g.sorted()
	if err := g.err(t.Provisional); err != nil {
		return Statement{UpTo: upTo, Order: s.Order, Currency: s.Currency, Missing: s.Missing}, err
	}
	s.Total = s.Interest + s.Fees
	s.Provisional = len(s.Missing) > 0
	s.breaches(rates, t)
	return s, nil
}

// interest fills in the segments of a line, their sum and the reason.
func (t Terms) interest(rates Rates, c Claim, upTo calendar.Date, l *Line, g *gaps) {
	switch {
	case !c.owes():
		l.InterestReason = NotDebt
		return
	case c.lateOn(upTo).IsZero():
		l.InterestReason = NotLate
		return
	}
	law := t.regimeOf(c)
	switch {
	case law.start > upTo:
		l.InterestReason = law.waits
		return
	case c.InterestWaived:
		l.InterestReason = Waived
		return
	case upTo > law.stop:
		l.InterestReason = Stopped
	}
	held := c.held()
	c.spans(upTo, func(after, to calendar.Date, open int64) {
		if open -= held(after, open); open <= 0 {
			return
		}
		law.runs(rates, after, to, func(r run) {
			g.note(r, law)
			l.add(r, open)
		})
	})
	if len(l.Segments) == 0 && l.InterestReason == Due {
		l.InterestReason = NotLate // paid before interest began
		for _, p := range c.Plans {
			if p.Interest != Due {
				l.InterestReason = p.Interest
			}
		}
	}
}

// add lays a run on the line.
func (l *Line) add(r run, open int64) {
	e := exact(open, r.ppm, r.days())
	l.Segments = append(l.Segments, Segment{
		From: r.from, To: r.to, Days: r.days(), Base: open, PPM: r.ppm,
		Basis: r.basis, Rate: r.rate, Provisional: r.provisional, Exact: e,
	})
	l.Exact = l.Exact.Add(e)
}

// spans cuts the days after the due date up to `to` where a movement changes
// what is open, and gives what was open on the days of each piece.
func (c Claim) spans(to calendar.Date, visit func(after, to calendar.Date, open int64)) {
	moves := slices.Clone(c.Movements)
	slices.SortStableFunc(moves, func(a, b Movement) int { return cmp.Compare(a.On, b.On) })
	open, after := c.Amount, c.Due
	for _, m := range moves {
		if m.On > to {
			break
		}
		if m.On > after {
			visit(after, m.On, open)
			after = m.On
		}
		open -= m.Amount
	}
	if after < to {
		visit(after, to, open)
	}
}

// lateOn gives the first day, up to a day, on which the claim was unpaid after
// its due date, or no date.
func (c Claim) lateOn(upTo calendar.Date) calendar.Date {
	var first calendar.Date
	if !c.Due.IsZero() && c.owes() {
		c.spans(upTo, func(after, _ calendar.Date, open int64) {
			if open > 0 && first.IsZero() {
				first = after + 1
			}
		})
	}
	return first
}

// Accrue gives the exact interest on base minor units of a claim for the days
// after `after`, up to and including `to`, as far as that claim bears interest
// on them; the claim's own amount and movements do not count. Slices of time
// and of base add up without loss. Errors are as of Compute.
func Accrue(rates Rates, t Terms, c Claim, base int64, after, to calendar.Date) (Accrual, error) {
	c.Amount, c.Movements = base, nil
	if base < 0 {
		return Accrual{}, ErrRange
	}
	if err := t.check([]Claim{c}); err != nil {
		return Accrual{}, err
	}
	return t.accrue(rates, c, base, max(after, c.Due), min(to, calendar.MaxDate))
}

// accrue is Accrue of what was checked.
func (t Terms) accrue(rates Rates, c Claim, base int64, after, to calendar.Date) (Accrual, error) {
	if base <= 0 || c.InterestWaived || c.Due.IsZero() || !c.owes() {
		return Accrual{}, nil
	}
	var (
		a   Accrual
		g   gaps
		law = t.regimeOf(c)
	)
	law.runs(rates, after, to, func(r run) {
		g.note(r, law)
		a.Exact = a.Exact.Add(exact(base, r.ppm, r.days()))
		a.Provisional = a.Provisional || r.provisional
	})
	if err := g.err(t.Provisional); err != nil {
		return Accrual{}, err
	}
	return a, nil
}
