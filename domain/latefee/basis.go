package latefee

import "relance/domain/calendar"

// Basis is the table, or the contract, that a client's interest is taken from.
// Where the law caps the rate agreed, single half-years may be of another one:
// see Segment.
func (t Terms) Basis() Basis { return t.regimeOf(Claim{}).basis }

// Open is what of the claim is not paid at the end of a day; nothing when more
// was paid than it was of.
func (c Claim) Open(day calendar.Date) int64 {
	open := c.Amount
	for _, m := range c.Movements {
		if m.On <= day {
			open -= m.Amount
		}
	}
	return max(open, 0)
}

// Starts reports whether a period of published rates begins on that day: 1
// January or 1 July, for BECivil 1 January alone.
func (b Basis) Starts(day calendar.Date) bool { return b.first(day) == day }
