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
	case t.freezes(c) && upTo >= t.StopOn:
		return 0, InsolvencyNone
	case c.lateOn(upTo).IsZero():
		return 0, NotLate
	}
	fee, reason := int64(lumpSum), Due
	switch {
	case t.belgian() && t.Nature == ledger.Consumer:
		fee, reason = t.consumerIndemnity(c, upTo)
	case t.belgian() && c.issued() < belgianSince, !t.belgian() && c.issued() <= frenchSince:
		return 0, BeforeLaw
	}
	if reason == Due && c.FeeWaived {
		return 0, Waived
	}
	return fee, reason
}

// issued is the document's date, the due date where it has none.
func (c Claim) issued() calendar.Date {
	if c.Item.Date.IsZero() {
		return c.Due
	}
	return c.Item.Date
}

// consumerIndemnity is the highest indemnity that terms agreed with a Belgian
// consumer may ask, on what was open when the days of the reminder were over.
func (t Terms) consumerIndemnity(c Claim, upTo calendar.Date) (int64, Reason) {
	first := max(t.afterReminder(), c.Due+1)
	switch {
	case !t.IndemnityClause:
		return 0, NoClause
	case t.ReminderOn.IsZero():
		return 0, NoReminder
	case first > upTo:
		return 0, ReminderRunning
	}
	var open int64
	c.spans(upTo, func(after, to calendar.Date, left int64) {
		if after < first && first <= to {
			open = left
		}
	})
	if open <= 0 {
		return 0, NotLate
	}
	return ConsumerCap(open), Due
}

// ConsumerCap is the most that a Belgian consumer can owe as indemnity on a
// balance in euro cents (code de droit économique, art. XIX.4): EUR 20 up to
// EUR 150; EUR 30 and 10 % of what is above 150 up to EUR 500; EUR 65 and 5 %
// of what is above 500, EUR 2 000 at most. Half a cent counts as one.
func ConsumerCap(open int64) int64 {
	switch {
	case open <= 0:
		return 0
	case open <= 150_00:
		return 20_00
	case open <= 500_00:
		return 30_00 + money.MulDiv(open-150_00, 10, 100)
	}
	return min(65_00+money.MulDiv(open-500_00, 5, 100), 2_000_00)
}
