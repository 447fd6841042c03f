package journal

import (
	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
)

// RateSet: a rate of late-payment interest was entered, for all clients. It
// holds from From until the next line of the same basis.
type RateSet struct {
	Basis  string        // key of the table: see package latefee
	From   calendar.Date // first day of a half-year
	PPM    int64         // parts per million of a year: 12.15 % is 121 500
	Source string        // where it was read
}

// Waiving is what an event changes of a charge. What it leaves as it is stays
// what another event, perhaps of another device, made of it.
type Waiving uint8

// Changes of a charge.
const (
	WaivingUnchanged Waiving = iota
	WaivingGiven             // given up [abandon]
	WaivingAsked             // asked again
	WaivingCount
)

// After gives whether the charge is given up once the change is made.
func (w Waiving) After(given bool) bool {
	switch w {
	case WaivingGiven:
		return true
	case WaivingAsked:
		return false
	}
	return given
}

// FeesWaived: interest, indemnity or both of some documents are given up, or
// asked again.
type FeesWaived struct {
	Items     []ledger.ItemKey
	Interest  Waiving
	Indemnity Waiving
	Reason    Text
}

// Interruption is what makes the time of limitation [prescription] start anew.
type Interruption uint8

// Causes that start limitation anew (C. civ. art. 2240, 2241, 2244; a signed
// plan and a part payment are read from plans and ledger).
const (
	AcknowledgedInWriting Interruption = iota
	OrderServed                        // order to pay, served
	ClaimFiled                         // summons, summary proceedings
	Enforcement                        // protective measure or enforcement
	ClaimDeclared                      // in the debtor's insolvency, until it ends
	LawyersNotice                      // Belgium: formal notice of a lawyer or bailiff, one year, once
	InterruptionCount
)

// LimitationInterrupted: something happened on On that starts limitation anew
// for Items, or for all that was open then where Items is empty.
type LimitationInterrupted struct {
	Cause Interruption
	On    calendar.Date
	Items []ledger.ItemKey
}

// Scheme is a scheme of SEPA direct debits.
type Scheme uint8

// Schemes.
const (
	CORE Scheme = iota
	B2B
	SchemeCount
)

// MandateSet writes a client's direct-debit mandate [mandat de prélèvement];
// with Revoked it ends the one of that reference. A later mandate of the same
// reference replaces the earlier one.
type MandateSet struct {
	Reference string // unique mandate reference [RUM], at most 35 characters
	IBAN      Text
	Holder    Text // account holder, empty = the client's name
	BIC       string
	SignedOn  calendar.Date
	Scheme    Scheme
	OneOff    bool
	Revoked   bool
}

// DebitIssued: an instalment was put into a direct-debit file.
type DebitIssued struct {
	Plan      ID
	Number    uint16        // of the instalment, from 1
	Due       calendar.Date // its date in the plan
	Amount    money.Amount
	Mandate   string // reference of the mandate
	CollectOn calendar.Date
	Sequence  string // FRST, RCUR, FNAL or OOFF
	Message   string // identification of the file
}
