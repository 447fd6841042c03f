package journal

import (
	"relance/domain/calendar"
	"relance/domain/money"
)

// Instalment is one line of a plan, in minor units of the plan's currency.
type Instalment struct {
	Due       calendar.Date
	Principal int64
	Interest  int64         // late-payment interest asked with it
	Fee       int64         // recovery indemnities asked with it
	Asked     calendar.Date // the date by the calendar where weekend or holiday moved it; zero = Due
	Pinned    Pin           // what a person fixed of it
}

// Amount is what the line asks for.
func (i Instalment) Amount() int64 { return i.Principal + i.Interest + i.Fee }

// Pin says what of a line a person fixed: the rest is drawn up around it.
type Pin uint8

// What can be fixed.
const (
	PinAmount Pin = 1 << iota
	PinDate
	PinNone Pin = 0
	pinAll      = PinAmount | PinDate
)

// Valid reports whether nothing is set that this version does not know.
func (p Pin) Valid() bool { return p&^pinAll == 0 }

// ChargeMode is what a plan makes of the interest and of the indemnities that
// the late invoices bear.
type ChargeMode uint8

// What becomes of charges. Where the plan says nothing they go on by the law.
const (
	ChargesReserved  ChargeMode = iota // not mentioned: the creditor keeps his rights
	ChargesWaived                      // given up at once [abandonnés]
	ChargesAsked                       // part of the instalments [maintenus]
	ChargesSuspended                   // given up once the plan is honoured, due if it is not
	ChargeModeCount
)

// Every is the time between two instalments.
type Every uint8

// Times between two instalments.
const (
	Monthly Every = iota
	Fortnightly
	Weekly
	Quarterly
	EveryCount
)

// PlanBy says which of its terms a plan was drawn up from.
type PlanBy uint8

// What draws up a plan.
const (
	ByCount    PlanBy = iota // Count equal instalments
	ByAmount                 // Amount each, the last takes the rest
	ByEnd                    // the last instalment no later than Until
	ByCapacity               // Amount a month is what the debtor can pay, charges included
	ByHand                   // every line was written
	PlanByCount
)

// Rolling says what becomes of a date that is no business day.
type Rolling uint8

// Ways of moving a date.
const (
	RollFollowing Rolling = iota // to the next business day
	RollPreceding                // to the one before
	RollModified                 // to the next, unless that is another month's: then to the one before
	RollNone                     // it stays
	RollingCount
)

// LastDay as the Day of PlanTerms is the last day of each month.
const LastDay = 32

// PlanTerms are what a plan was drawn up from, so that it can be changed as it
// was made. Zero values are the defaults of a plan by number.
type PlanTerms struct {
	By     PlanBy
	Every  Every
	Count  uint16
	Amount int64         // of each instalment, or what can be paid a month
	Until  calendar.Date // the latest end
	First  calendar.Date // zero = one period ahead
	Day    uint8         // day of the month, LastDay = its last; 0 = that of First
	Down   int64         // down payment [acompte]
	DownOn calendar.Date // zero = 3 business days ahead
	Grace  uint8         // months without instalment before the first
	Last   int64         // amount of the last instalment; 0 = the rest
	Season [12]uint8     // share of each month, January first, in percent of an ordinary one plus one; 0 = ordinary
	Roll   Rolling
}

// Clause is what a missed instalment does.
type Clause struct {
	Automatic bool  // the balance falls due without notice [de plein droit]
	Notice    uint8 // days of formal notice before it does; 0 = DefaultNotice
}

// DefaultNotice is how many days a formal notice gives where the plan says none.
const DefaultNotice = 8

// NoticeDays are the days that a formal notice gives; none where the clause is automatic.
func (c Clause) NoticeDays() int {
	switch {
	case c.Automatic:
		return 0
	case c.Notice == 0:
		return DefaultNotice
	}
	return int(c.Notice)
}

// Plan is an instalment agreement [échéancier] as drawn up. Principal sums to
// the total of Items, always. Instalments pay Items in their order.
type Plan struct {
	ID          ID // of the plan's first event; zero when this event is the first
	Currency    money.Currency
	Instalments []Instalment
	Items       []Part
	Supersedes  []ID // other plans that this one replaces

	Terms       PlanTerms
	Interest    ChargeMode
	Fees        ChargeMode
	ChargedTo   calendar.Date // interest asked runs to each instalment's date; of what is waived or suspended, to this day; zero = none was computed
	Charged     int64         // interest waived or suspended, to ChargedTo
	ChargedFee  int64         // indemnities waived or suspended
	Provisional bool          // a rate was not published yet and the last known one was used
	Clause      Clause
}

// Total is the principal of all lines.
func (p Plan) Total() int64 {
	var t int64
	for _, i := range p.Instalments {
		t += i.Principal
	}
	return t
}

// Asked is what all lines ask for, charges included.
func (p Plan) Asked() int64 {
	var t int64
	for _, i := range p.Instalments {
		t += i.Amount()
	}
	return t
}

// PlanDrafted, PlanProposed, PlanSigned: the three ways of saving a plan. The
// last recorded one holds the schedule.
type (
	PlanDrafted  struct{ Plan Plan }
	PlanProposed struct{ Plan Plan }
	PlanSigned   struct{ Plan Plan }
)

// PlanCancelled ends a plan, whatever its state.
type PlanCancelled struct{ Plan ID }
