package paper

import (
	"relance/domain/calendar"
	"relance/domain/money"
)

// Identifier is a legal number with its name: SIREN, BCE, TVA, RCS.
type Identifier struct{ Label, Number string }

// Party is one side of a paper.
type Party struct {
	Name           string
	Form           string       // legal form and capital: "SARL au capital de 10 000 €"
	IDs            []Identifier // as they are printed
	Registry       string       // "RCS Lille Métropole", "RPM Bruxelles"
	Address        []string
	Country        string // ISO 3166 code, empty = the paper's country
	Representative string // who signs
	Capacity       string // as what: "gérant"
	Email          string
	Telephone      string
	Natural        bool // a natural person: the paper informs about personal data
	Consumer       bool // outside any trade: no lump-sum indemnity, courts by law
}

// Head is what every paper bears. Country chooses the law, not the language:
// "BE" Belgian, anything else French.
type Head struct {
	Country     string
	Creditor    Party
	Debtor      Party
	Place       string
	Date        calendar.Date
	Reference   string // of the file, quoted by both sides
	Account     string // the debtor's number at the creditor's
	Writer      string // who writes: name, and below it how to reach the writer
	WriterTitle string
	Telephone   string
	Email       string
	IBAN        string // of the creditor
	BIC         string
	Holder      string // account holder, empty = the creditor's name
	DataContact string // where a natural person asks about personal data; empty = the creditor's address
}

// Item is one receivable on a paper.
type Item struct {
	Kind      string // "facture", in the paper's language; empty = invoice
	Number    string
	Date      calendar.Date
	Due       calendar.Date
	Original  money.Amount // incl. VAT
	Remaining money.Amount
	Disputed  money.Amount // of Remaining; without a currency = not said
	DaysLate  int
	Note      string // state or remark: "litige"
}

// Segment is the interest of one stretch of days at one rate and one base.
type Segment struct {
	From        calendar.Date // first day that bears interest
	To          calendar.Date // last day that bears interest
	Days        int
	RatePPM     int64 // parts per million of a year
	Base        money.Amount
	Interest    money.Amount
	Source      string // of the rate
	Provisional bool   // the rate of the period was not published
}

// Charge is what one receivable bears for being late, up to the paper's day.
type Charge struct {
	Number    string
	Due       calendar.Date
	Principal money.Amount
	Segments  []Segment
	Interest  money.Amount
	Indemnity money.Amount
	Waived    string // what was given up and why, empty = nothing
	Total     money.Amount
}

// Mode is what becomes of charges.
type Mode string

// Modes, as templates compare them.
const (
	Reserved  Mode = "reserved"  // not mentioned: the creditor keeps his rights
	Waived    Mode = "waived"    // given up at once
	Asked     Mode = "asked"     // part of the instalments
	Suspended Mode = "suspended" // given up once the plan is honoured, due if it is not
)

// Line is one instalment.
type Line struct {
	No        int
	Date      calendar.Date
	Moved     calendar.Date // the date by the calendar where weekend or holiday moved it; zero = Date
	Principal money.Amount
	Interest  money.Amount
	Fee       money.Amount
	Amount    money.Amount // what is paid: the three together
	Cumulated money.Amount
	Remaining money.Amount // after this instalment
	Reference string       // to quote: RF reference or Belgian structured communication
	State     string       // in the paper's language, on papers about a running plan
}

// Agreement is an instalment agreement [protocole d'échelonnement], and its
// first half an acknowledgment of debt.
type Agreement struct {
	Head
	Items       []Item
	Principal   money.Amount // what remains of all items
	Charges     []Charge     // interest and indemnities of the items up to ChargedTo
	ChargedTo   calendar.Date
	Interest    money.Amount // of Charges
	Indemnity   money.Amount // of Charges
	Total       money.Amount // acknowledged and paid by the schedule
	TotalWords  string       // Total in words, in the paper's language
	Schedule    []Line
	Mandate     string // direct-debit mandate that collects the instalments, empty = transfers
	InterestIs  Mode
	FeesAre     Mode
	RatePPM     int64  // rate at which interest runs where it does, 0 = not stated
	RateFixed   bool   // that rate was agreed; else it is the law's, which changes with time
	RateBasis   string // "taux légal B2B", in the paper's language
	Provisional bool   // a rate was not published yet and the last known one was used
	Automatic   bool   // acceleration without notice
	NoticeDays  int    // of the formal notice where it is not automatic
	// PrincipalFirst imputes payments on principal before charges.
	PrincipalFirst   bool
	RetentionOfTitle bool
	Securities       []string
	Guarantors       []Party
	FirstPayment     bool // in force on the first payment and not on signature
	SignBy           calendar.Date
	Supersedes       calendar.Date // date of the agreement that this one replaces, zero = none
	Court            string        // agreed court, for traders; empty = by law
}

// Fees is a statement of late-payment charges [décompte d'intérêts et
// d'indemnités] up to a day.
type Fees struct {
	Head
	UpTo             calendar.Date
	Charges          []Charge
	Principal        money.Amount
	Interest         money.Amount
	Indemnity        money.Amount
	Total            money.Amount // principal and charges
	Due              money.Amount // charges alone
	Order            string       // what part payments paid first: principal-first, interest-first; empty = nothing was paid
	PaidInterest     money.Amount // by them, of interest
	PaidIndemnity    money.Amount
	PayBy            calendar.Date
	Provisional      bool
	Basis            string // of the rate, in the paper's language
	PaymentReference string // payment reference of Total
}

// Statement is a statement of account [relevé de compte] as of Date.
type Statement struct {
	Head
	AsOf             calendar.Date
	Items            []Item
	NotDue           money.Amount
	Overdue          money.Amount
	Unapplied        money.Amount // credits not set against anything, positive
	Total            money.Amount
	PaymentReference string
}

// PromiseNote confirms a promise to pay.
type PromiseNote struct {
	Head
	MadeOn           calendar.Date
	Person           string // who promised
	Amount           money.Amount
	Due              calendar.Date
	Items            []Item
	PaymentReference string // to quote on the payment
}

// PlanNote confirms a plan: proposed, to be signed, or signed.
type PlanNote struct {
	Head
	MadeOn   calendar.Date
	Person   string
	Total    money.Amount
	Schedule []Line
	SignBy   calendar.Date
	Signed   bool
	Mandate  string
	Attached bool // the agreement goes with the message
}

// DisputeNote confirms that a dispute was taken down.
type DisputeNote struct {
	Head
	MadeOn     calendar.Date
	Person     string
	Items      []Item
	Amount     money.Amount // in dispute
	Undisputed money.Amount // of these items, to be paid all the same
	DueNow     bool         // the undisputed part is due already
	Reason     string       // in the paper's language
	AnswerBy   calendar.Date
	Wanted     []string // documents that the creditor waits for
}

// CallNote confirms anything else that was agreed on: a call back, documents.
type CallNote struct {
	Head
	MadeOn calendar.Date
	Person string
	What   string // a sentence, in the paper's language
	NextOn calendar.Date
	At     string // hour, as it is written
	Items  []Item
}

// Breach is the notice after a missed instalment: formal notice to pay it
// within NoticeDays, or the whole balance at once where the clause is automatic.
type Breach struct {
	Head
	SignedOn         calendar.Date
	Missed           []Line
	MissedSum        money.Amount
	Balance          money.Amount // all that the plan leaves to pay
	Automatic        bool
	NoticeDays       int
	PayBy            calendar.Date
	Interest         money.Amount  // suspended or reserved charges that revive
	ChargedTo        calendar.Date // day up to which they were computed; zero = Date
	Indemnity        money.Amount
	Total            money.Amount // due if the notice is not obeyed
	PaymentReference string
}

// Courtesy reminds of an instalment that falls due soon.
type Courtesy struct {
	Head
	SignedOn calendar.Date
	Line     Line
	Count    int // of instalments in all
	Mandate  string
}
