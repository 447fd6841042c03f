// Package latefee computes what a late payment costs the debtor beside the
// debt: interest at the rate of the law or of the contract, half-year by
// half-year, and the lump sum for recovery costs, for France and Belgium. Every
// figure comes with the segments that make it. Amounts are minor units; rates
// are parts per million of a year (12.15 % is 121 500); a year has 365 days,
// always; rounding is half up, once, at the end.
package latefee

import (
	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
)

// Basis names a table of rates.
type Basis uint8

// Bases. Contract has no table: its rate stands in Terms.
const (
	FRDefault         Basis = iota // rate of the ECB plus 10 points (code de commerce, art. L441-10 II)
	FRLegalPro                     // French legal rate where the creditor is a professional (C. mon. fin., art. L313-2)
	FRLegalIndividual              // French legal rate where the creditor is a person acting for private needs
	FRPublic                       // rate of the ECB plus 8 points, fixed in the half-year in which interest began
	BEBusiness                     // Belgian law of 2 August 2002: rate of the ECB plus 8 points, up to the next half point
	BECivil                        // Belgian legal rate in civil matters, by calendar year
	Contract                       // the rate agreed
	BasisCount
)

var basisKeys = [...]string{
	"fr-default", "fr-legal-pro", "fr-legal-individual", "fr-public", "be-business", "be-civil", "contract",
}

var _ = [1]struct{}{}[len(basisKeys)-int(BasisCount)]

// Key is the basis's name in files and commands; nothing for no basis.
func (b Basis) Key() string {
	if b >= BasisCount {
		return ""
	}
	return basisKeys[b]
}

// ParseBasis reads a Key.
func ParseBasis(key string) (Basis, bool) {
	for i, k := range basisKeys {
		if k == key {
			return Basis(i), true
		}
	}
	return 0, false
}

// Rate is one line of a table: what a year costs from that day until the end
// of the half-year (of the year for BECivil), or until the next line in it.
type Rate struct {
	Basis     Basis
	From      calendar.Date
	PPM       int64
	Source    string        // who publishes it, or where it was read
	Confirmed bool          // read at a source, not deduced or remembered
	EnteredBy string        // empty = shipped with the program
	EnteredOn calendar.Date // zero = shipped with the program
}

// Terms are what of a client decides rate and indemnity.
type Terms struct {
	Country     string        // whose law: BE, or anything else for FR
	Nature      ledger.Nature // of the debtor
	ContractPPM int64         // rate agreed between businesses, or with a Belgian consumer; 0 = none
	// StopOn is the judgment opening insolvency: what is older bears interest up
	// to this day (Ccom. art. L622-28), and no indemnity where its payment was
	// forbidden when it fell due (art. L441-10 II).
	StopOn calendar.Date
	// Notices are the formal notices [mises en demeure] to a French consumer. He
	// owes interest from the day after the first one that followed the due date:
	// a notice is about what is due when it is sent (C. civ. art. 1231-6, 1344-1).
	Notices []calendar.Date
	// Reminders are the first reminders to a Belgian consumer, of what was overdue
	// then: nothing is due before the 14 days of the one about a document are over
	// (code de droit économique, art. XIX.2).
	Reminders   []calendar.Date
	Provisional bool // where a rate is not known yet, compute with the last one known
}

// Movement is a payment or a credit against one claim, positive where it
// reduces it. The day itself still bears interest on what was open before.
type Movement struct {
	On     calendar.Date
	Amount int64
	Credit bool // a credit note: it reduces the debt itself and pays nothing
}

// Claim is one document with what reduced it.
type Claim struct {
	Item           ledger.ItemKey
	Number         string // as shown
	Due            calendar.Date
	Amount         int64 // including VAT, before any movement
	Currency       money.Currency
	Movements      []Movement // in any order
	Kind           ledger.Kind
	InterestWaived bool
	FeeWaived      bool
	Plans          []Held // payment plans that stand and say what becomes of its charges
}

// Held is what a payment plan makes of the charges of a document, or of the part
// of it that the plan pays.
type Held struct {
	Part     int64         // what of the document it pays
	From     calendar.Date // first day whose payments pay the plan
	Interest Reason        // why it is not to be asked beside the plan; Due = it is
	Fee      Reason
}

// Segment is a run of days with one base and one rate.
type Segment struct {
	From, To    calendar.Date // both counted
	Days        int
	Base        int64 // open, including VAT
	PPM         int64 // of a year
	Basis       Basis
	Rate        Rate  // the line that PPM was taken from; empty for Contract
	Provisional bool  // Rate is an earlier half-year's
	Exact       Exact // unrounded interest
}

// Line is what one claim bears.
type Line struct {
	Claim          int // index of the claim
	Item           ledger.ItemKey
	Number         string
	Segments       []Segment // in order of time; none where nothing is due or it was waived
	Exact          Exact     // sum of the segments
	Interest       int64     // Exact, rounded once; with InterestFirst, less InterestPaid
	Fee            int64     // with InterestFirst, less FeePaid
	InterestPaid   int64     // taken from part payments: with InterestFirst alone
	FeePaid        int64
	InterestReason Reason
	FeeReason      Reason
}

// Statement is what a list of claims bears up to a day.
type Statement struct {
	UpTo        calendar.Date // last day counted
	Order       Order         // what part payments paid first
	Currency    money.Currency
	Lines       []Line // one per claim, in their order
	Interest    int64
	Fees        int64
	Total       int64
	Provisional bool          // some line rests on a rate not known yet
	Missing     []MissingRate // rates that were not known, each once, in order
	Floor       []FloorBreach // half-years in which the rate agreed is under the law's floor
	Cap         []CapBreach   // half-years in which the rate agreed is above the law's cap, which was applied
}

// MissingRate is the error of a half-year without a rate, From and To its first
// and its last day (a year's for BECivil).
type MissingRate struct {
	Basis    Basis
	From, To calendar.Date
}

// Error implements error.
func (m *MissingRate) Error() string {
	return "latefee: no rate " + m.Basis.Key() + " from " + m.From.String() + " to " + m.To.String()
}

// FloorBreach is a half-year in which the rate agreed between French businesses
// is less than three times the legal rate: the clause cannot be relied on
// (code de commerce, art. L441-10 II).
type FloorBreach struct {
	From, To    calendar.Date // first and last day of the half-year
	ContractPPM int64
	FloorPPM    int64
	Provisional bool // the legal rate of that half-year is not known yet
}

// CapBreach is a half-year in which the rate agreed with a Belgian consumer is
// above that of the law of 2 August 2002 (code de droit économique, art. XIX.4).
type CapBreach struct {
	From, To    calendar.Date
	ContractPPM int64
	CapPPM      int64
}

// Reason says why interest or an indemnity is due or not.
type Reason uint8

// Reasons, for interest and indemnity alike.
const (
	Due             Reason = iota
	Waived                 // given up by the creditor
	NotLate                // not due yet, or paid in time
	NotDebt                // a credit note, a receipt, nothing owed
	NotInvoice             // indemnity: due for invoices only
	ConsumerNone           // indemnity: none is owed by a consumer
	InsolvencyNone         // indemnity: the judgment forbade payment on the due date
	Stopped                // interest: due, and stopped by the judgment
	BeforeLaw              // indemnity: the document is older than the law
	NoNotice               // interest of a French consumer: no formal notice since it was due
	NoReminder             // Belgian consumer: no first reminder yet of what is overdue
	ReminderRunning        // Belgian consumer: the 14 days are not over
	NoClause               // indemnity of a Belgian consumer: none but by a clause of the terms, which is not known here
	NotEuro                // indemnity: fixed in euros, and the document is not
	PlanWaived             // given up in a payment plan
	PlanSuspended          // suspended while a payment plan is kept
	InPlan                 // asked in the instalments of a payment plan
	ReasonCount
)

var reasonKeys = [...]string{
	"due", "waived", "not_late", "not_debt", "not_invoice", "consumer_none", "insolvency_none", "stopped",
	"before_law", "no_notice", "no_reminder", "reminder_running", "no_clause", "not_euro",
	"plan_waived", "plan_suspended", "in_plan",
}

var _ = [1]struct{}{}[len(reasonKeys)-int(ReasonCount)]

// Key is the reason's name in files and commands.
func (r Reason) Key() string {
	if r >= ReasonCount {
		return ""
	}
	return reasonKeys[r]
}

// Order is what a part payment pays first.
type Order uint8

// Orders of imputation. The law's own is InterestFirst (C. civ. art. 1343-1);
// PrincipalFirst is a favour, usual between businesses before a court is seised.
const (
	InterestFirst  Order = iota // interest, indemnity, principal
	PrincipalFirst              // principal, interest, indemnity
	OrderCount
)

var orderKeys = [...]string{"interest-first", "principal-first"}

var _ = [1]struct{}{}[len(orderKeys)-int(OrderCount)]

// Key is the order's name in files and commands.
func (o Order) Key() string {
	if o >= OrderCount {
		return ""
	}
	return orderKeys[o]
}

// ParseOrder reads a Key.
func ParseOrder(key string) (Order, bool) {
	for i, k := range orderKeys {
		if k == key {
			return Order(i), true
		}
	}
	return 0, false
}

// Imputed is what one payment paid, and what is left after it. Interest, Fee,
// Principal and Surplus sum to Paid.
type Imputed struct {
	On            calendar.Date
	Paid          int64
	Interest      int64
	Fee           int64
	Principal     int64
	Surplus       int64 // beyond all that was owed that day
	InterestLeft  int64
	FeeLeft       int64
	PrincipalLeft int64
}

// Accrual is the exact interest of a run of days.
type Accrual struct {
	Exact       Exact
	Provisional bool // a rate was not known and the last one known was used
}
