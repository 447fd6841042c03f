// Package priority says whom to call next and why: the classes of what cannot
// wait, then the expected gain of a call. Every rank is a sum of reasons.
package priority

import "relance/domain/calendar"

// Class is the group of the worklist that a row stands in, most urgent first.
type Class uint8

// Classes, in the order of the list.
const (
	Callback         Class = iota // an agreed callback is due, or the courtesy call before a plan begins
	BrokenPromise                 // broken, and nobody has called since
	MissedInstalment              // missed, and nobody has called since
	LegalClock                    // a deadline of the insurer, of limitation or of insolvency
	PromiseDue                    // due today or to be verified: look at the bank
	Gain                          // by expected gain of a call
	Off                           // not on today's list
	ClassCount
)

var classKeys = [...]string{"callback", "broken_promise", "missed_instalment", "legal_clock", "promise_due", "gain", "off"}

var _ = [1]struct{}{}[len(classKeys)-int(ClassCount)]

// Key is the class's name in files and commands.
func (c Class) Key() string { return classKeys[min(c, Off)] }

// Code names a reason.
type Code uint8

// Reasons why a client stands where it stands; then why it is held back.
const (
	CallbackNow          Code = iota // Date, Minute
	PromiseBroken                    // Amount, Date
	InstalmentMissed                 // Amount, Date
	ClaimDeadline                    // insolvency: declare the claim before Date
	InsurerDeadline                  // declare to the insurer before Date
	LimitationNear                   // limitation on Date
	PromiseDueToday                  // Amount
	PromiseToVerify                  // Amount, Date: the ledger is not yet that far
	PlanNotSigned                    // proposed more than ten days ago, Date
	ExpectedGain                     // Amount = collectible, PPM = chance that a call changes something
	LargeAmount                      // Amount: most of the gain is the amount
	OldDebt                          // Days
	Drifting                         // pays Days later than usual
	LimitExceeded                    // Amount over the limit
	BrokenBefore                     // Count promises broken within a year
	HardshipHeard                    // a plan is to be offered
	EscalationAsked                  // refused to pay
	DocumentsWanted                  // documents were asked for
	RecentContact                    // Days since the last contact: points off
	HeldCallback                     // off until Date: callback agreed
	HeldRetry                        // off until Date, as the last call's outcome asks
	HeldCapAttempts                  // attempts of the day or the week used up
	HeldCapConversations             // conversations of the day or the week used up
	HeldHours                        // outside calling hours
	HeldNothingDue                   // nothing collectible
	HeldNeverDun
	HeldInsolvency
	HeldLegal
	HeldOnHold // until Date
	HeldWrongNumber
	HeldAllPromised
	HeldAllDisputed
	HeldInPlan
	InstalmentToVerify // Amount, Date: as PromiseToVerify, of a plan
	PlanCourtesy       // Amount, Date: remind the debtor of a plan's first instalment
	HeldAllAgreed      // promised in part, the rest in a plan
	CodeCount
)

var codeKeys = [...]string{
	"callback_now", "promise_broken", "instalment_missed", "claim_deadline", "insurer_deadline", "limitation_near",
	"promise_due_today", "promise_to_verify", "plan_not_signed", "expected_gain", "large_amount", "old_debt",
	"drifting", "limit_exceeded", "broken_before", "hardship", "escalation", "documents_wanted", "recent_contact",
	"held_callback", "held_retry", "held_cap_attempts", "held_cap_conversations", "held_hours", "held_nothing_due",
	"held_never_dun", "held_insolvency", "held_legal", "held_on_hold", "held_wrong_number", "held_all_promised",
	"held_all_disputed", "held_in_plan", "instalment_to_verify",
	"plan_courtesy", "held_all_agreed",
}

var _ = [1]struct{}{}[len(codeKeys)-int(CodeCount)]

// Key is the reason's name in files and commands.
func (c Code) Key() string {
	if c >= CodeCount {
		return ""
	}
	return codeKeys[c]
}

// Reason is one line of the explanation. Points are whole euros of expected
// gain; Amount is in minor units of the row's currency.
type Reason struct {
	Code   Code
	Points int64
	Amount int64
	Of     int64 // what was agreed, where Amount is what is missing of it; 0 = Amount
	PPM    int64
	Days   int
	Count  int
	Minute int16
	Date   calendar.Date
}
