package msg

import (
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/latefee"
	"relance/domain/money"
)

// Charges are what the client file says beside what the file itself holds.
type Charges struct {
	Mandate  desk.MandateRow
	Mandated bool // there is a mandate, in force or not

	Counted        bool  // Interest and Indemnities were computed
	Interest, Fees int64 // of all that is overdue, minor units
	Currency       money.Currency
	Stands         bool          // with the last known rate where one is missing
	NoRateFrom     calendar.Date // the rate from that day is not known, nothing was computed; zero = known
}

// Count takes the figures of a statement of late fees.
func (c *Charges) Count(s *latefee.Statement, missing *latefee.MissingRate) {
	c.Counted = true
	c.Interest, c.Fees, c.Currency, c.Stands = s.Interest, s.Fees, s.Currency, s.Provisional
	if missing != nil {
		c.NoRateFrom = missing.From
	}
}
