// Package why holds the addition behind a figure: what it is of, the terms that
// make it, the rule that was applied and where the rule comes from. Rules return
// it beside their result; the catalogue gives each code its words.
package why

// Code names a figure, a term, a formula, a rule or a source.
type Code uint16

// Codes of figures and terms.
const (
	None Code = iota
	Collectible
	Overdue
	NotDue
	OpenDebits
	Unapplied
	DisputedPart
	PromisedPart
	PlannedPart
	FinancedPart
	BarredPart // debt from before an insolvency judgment
	BillsPart
	Gain
	ExpectedGain
	NotPaidAnyway
	ReachRate
	Uplift
	PointsBrokenPromise
	PointsLimit
	PointsDrift
	PointsRecentContact
	Exposure
	Limit
	LimitExcess
	Cover
	DaysLate
	KeptEstimate
	PromisesKept
	PromisesDue
	LateRate
	Bucket0
	Bucket1
	Bucket2
	Bucket3
	Bucket4
	Bucket5
	Bucket6
	ItemLine // Text names the item
	RuleCollectible
	RuleGain
	RuleAged
	RuleClass
	RuleKept
	RuleExposure
	SourceDesign   // the product's own rule
	SourceRules    // the user's rules file
	SourceLedger   // what accounting says
	SourceJournal  // what the collector recorded
	SourceEstimate // estimated from the portfolio's own history
	LateFees       // late-payment interest and indemnities
	LateInterest
	Indemnity        // lump sum for recovery costs
	InterestSegment  // interest of a run of days with one base and one rate
	InterestBase     // open, including VAT
	InterestRate     // of a year
	InterestDays     // both ends counted
	RuleInterest     // base × rate × days ÷ 365, rounded once
	RuleIndemnity    // lump sum by invoice
	SourceContract   // the rate agreed
	SourceFRBusiness // code de commerce, art. L441-10 and D441-5
	SourceFRConsumer // C. civ. art. 1231-6, C. mon. fin. art. L313-2
	SourceFRPublic   // code de la commande publique
	SourceBEBusiness // law of 2 August 2002
	SourceBEConsumer // code de droit économique, book XIX
	LimitationOn     // last day to claim a document in court
	LimitationBase   // day from which the time ran at first
	LimitationYears  // the period
	AnewFrom         // started anew, by cause in the order of package limitation: acknowledged in writing
	AnewPartPayment
	AnewPlanSigned
	AnewOrderServed
	AnewClaimFiled
	AnewEnforcement
	AnewClaimDeclared
	AnewLawyersNotice
	RuleLimitation         // base + period, anew from each interruption
	SourceLimitFRTrade     // code de commerce, art. L110-4
	SourceLimitFRConsumer  // code de la consommation, art. L218-2
	SourceLimitFRTransport // code de commerce, art. L133-6
	SourceLimitBE          // old civil code, art. 2262bis
	CodeCount
)

// Unit tells how a value is written.
type Unit uint8

// Units of a value.
const (
	Money Unit = iota // minor units of the figure's currency
	Days              // calendar days
	PPM               // parts per million, shown as a percentage
	Count
	Points // 1 point = 1 euro of expected gain
	Day    // a calendar.Date
)

// Term is one line of an addition. Text is data (an item's number), never a
// sentence. A term with Factor set multiplies instead of adding.
type Term struct {
	Of     Code
	Text   string
	Value  int64
	Unit   Unit
	Factor bool
}

// Figure is a number and the addition behind it.
type Figure struct {
	Of     Code
	Value  int64
	Unit   Unit
	Terms  []Term
	Rule   Code
	Source Code
}
