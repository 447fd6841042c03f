package latefee

import (
	"time"

	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
)

// lumpSum is the indemnity between businesses: EUR 40 for each invoice (code de
// commerce, art. D441-5; Belgian law of 2 August 2002, art. 6). No VAT.
const lumpSum = 40_00

// Days after, or from, which the lump sum exists.
var (
	frenchSince  = calendar.Of(2013, time.January, 1) // the payment period began after it (décret n° 2012-1115)
	belgianSince = calendar.Of(2013, time.March, 16)  // on it or later
)

// indemnity gives the indemnity of a claim on a day, and why. It is due once,
// whatever was paid since.
func (t Terms) indemnity(c Claim, upTo calendar.Date) (int64, Reason) {
	switch {
	case !c.owes():
		return 0, NotDebt
	case c.Kind != ledger.Invoice:
		return 0, NotInvoice
	case c.Currency != money.EUR:
		return 0, NotEuro
	case t.Nature == ledger.Consumer && !t.belgian():
		return 0, ConsumerNone
	case t.Freezes(c) && c.Due >= t.StopOn && upTo >= t.StopOn:
		return 0, InsolvencyNone // art. L441-10 II: its payment was forbidden when it fell due
	case c.lateOn(upTo).IsZero():
		return 0, NotLate
	}
	switch {
	case t.belgian() && t.Nature == ledger.Consumer:
		return 0, NoClause
	case t.belgian() && c.issued() < belgianSince, !t.belgian() && c.issued() <= frenchSince:
		return 0, BeforeLaw
	case c.FeeWaived:
		return 0, Waived
	}
	for _, p := range c.Plans {
		if p.Fee != Due {
			return 0, p.Fee
		}
	}
	return lumpSum, Due
}

// issued is the document's date, the due date where it has none.
func (c Claim) issued() calendar.Date {
	if c.Item.Date.IsZero() {
		return c.Due
	}
	return c.Item.Date
}
