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
