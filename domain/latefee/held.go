package latefee

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
)

// held gives what of the debt open after a day is spared interest because of
// payment plans. A plan over all that was open when it was made takes the
// interest on the payments before it too, and spares the whole document. One
// over a part spares what of its part is not paid.
func (c Claim) held() func(after calendar.Date, open int64) int64 {
	if len(c.Plans) == 0 {
		return func(calendar.Date, int64) int64 { return 0 }
	}
	var parts []Held
	for _, p := range c.Plans {
		switch {
		case p.Interest == Due:
		case p.whole(c):
			return func(_ calendar.Date, open int64) int64 { return open }
		default:
			parts = append(parts, p)
		}
	}
	return func(after calendar.Date, open int64) int64 {
		var spared int64
		for _, p := range parts {
			left := p.Part
			for _, m := range c.Movements {
				if m.On >= p.From && m.On <= after {
					left -= m.Amount
				}
			}
			spared += max(left, 0)
		}
		return min(spared, max(open, 0))
	}
}

// whole reports whether a plan is over all that was open of a document.
func (p Held) whole(c Claim) bool { return p.Part >= c.Open(p.From) }

// spared reports whether a plan over the whole document spares it interest.
func (c Claim) spared() bool {
	return slices.ContainsFunc(c.Plans, func(p Held) bool { return p.Interest != Due && p.whole(c) })
}

// Before gives the payments on a document, the earliest first, that were made
// before all that is then open of it, rest, was put into a payment plan; none
// where no run of its payments leaves that much.
func (c Claim) Before(rest int64) []Movement {
	moves := slices.Clone(c.Movements)
	slices.SortStableFunc(moves, func(a, b Movement) int { return cmp.Compare(a.On, b.On) })
	open := c.Amount
	for i, m := range moves {
		if open == rest {
			return moves[:i]
		}
		open -= m.Amount
	}
	if open == rest {
		return moves
	}
	return nil
}
