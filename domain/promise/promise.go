// Package promise judges promises to pay: what came in for each, and whether it
// was kept. Nothing here is stored; a promise is judged on the day asked.
package promise

import (
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// State is how a promise stands.
type State uint8

// States of a promise.
const (
	Open          State = iota // until its date plus the tolerance
	ToVerify                   // the tolerance is over, the ledger does not reach that far
	Kept                       // paid, to the tolerances
	PartiallyKept              // something was paid in time
	Broken                     // nothing was paid in time
	Withdrawn                  // no longer expected
	Superseded                 // another promise replaced it
	StateCount
)

var stateKeys = [StateCount]string{"open", "to_verify", "kept", "partially_kept", "broken", "withdrawn", "superseded"}

// String is the state's key in files.
func (s State) String() string {
	if s < StateCount {
		return stateKeys[s]
	}
	return ""
}

// Promise is a promise as it was given. Amounts are minor units of Currency.
type Promise struct {
	ID       journal.ID
	Amount   int64
	Currency money.Currency
	Made     calendar.Date
	Due      calendar.Date
	Parts    []journal.Part // items covered; none = the account as a whole
	Origin   journal.PromiseOrigin
	// Since is the creditor's cutoff when the promise was made: what was booked
	// up to that day was known and is in the amounts, what came later pays.
	// Zero = the day before Made.
	Since        calendar.Date
	WithdrawnOn  calendar.Date // zero = never
	SupersededOn calendar.Date // zero = never
	// Handed is, of a promise that another agreement replaced, the last day of which
	// that one knew what was booked: money booked later is in its amounts and pays
	// it, not this one. Zero = the day before this one ended.
	Handed     calendar.Date
	Level      int  // how many promises it replaces, one after another
	Instalment bool // a line of a plan: takes late money before the lines after it
}

// ended gives the day on which p was withdrawn or superseded as of day, and the
// state it is then in; zero when it still stands.
func (p *Promise) ended(day calendar.Date) (calendar.Date, State) {
	w, s := p.WithdrawnOn, p.SupersededOn
	if w > day {
		w = 0
	}
	if s > day {
		s = 0
	}
	if !s.IsZero() && (w.IsZero() || s <= w) {
		return s, Superseded
	}
	return w, Withdrawn
}

// Payment is one credit of the client in the promise's currency: the part of it
// set against an item, or what is not set against any.
type Payment struct {
	On         calendar.Date
	Amount     int64          // positive; others are ignored
	Item       ledger.ItemKey // zero = unapplied
	CreditNote bool
	Seen       bool // seen at the bank, not yet booked
	// Shown is the first day on which it is known, where that is not On: a list of
	// open items shows that something was paid since the list before. Zero = On.
	Shown calendar.Date
}

// known is the day on which a payment is known.
func (p *Payment) known() calendar.Date {
	if p.Shown.IsZero() {
		return p.On
	}
	return p.Shown
}

// Standing is how a promise stands. Amounts are minor units.
type Standing struct {
	State    State
	Paid     int64         // what came in for it, late or not
	Late     int64         // of which after the tolerance
	PaidOn   calendar.Date // day of the last payment counted, or of the list that shows it
	Reduced  int64         // taken off by credit notes
	Missing  int64         // promised, not reduced, not paid
	Deadline calendar.Date // last day on which a payment counts
	BrokenOn calendar.Date // first day on which it reads broken or partially kept
}
