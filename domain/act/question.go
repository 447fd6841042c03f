package act

import (
	"relance/domain/calendar"
	"relance/domain/money"
)

// QuestionCode says why a line cannot be recorded as it stands. The words stand
// in the catalogue.
type QuestionCode uint8

// What a line may leave open. The comments name the fields of Question that the
// words use.
const (
	NoQuestion        QuestionCode = iota
	AskAct                         // the first letter is no act: Text
	AskOutcome                     // no such outcome of a call: Text
	AskToken                       // not understood in this act: Text
	AskDayOrAmount                 // a bare number that is no day and small for an amount: Number
	AskThousands                   // a space that may part thousands: Text, Amount when joined, else Number and Other
	AskNumber                      // too many decimals, or too large: Text
	AskTwoAmounts                  // a second amount: Text
	AskTwoDates                    // a second date: Text
	AskTwoLetters                  // a second reason, outcome or status: Text
	AskNoSuchDay                   // no day of the calendar: Text
	AskPast                        // Day is not after today
	AskFuture                      // Day is after today where only the past makes sense
	AskHour                        // no hour of the day: Text
	AskHourPast                    // that hour of today is over: Text
	AskZero                        // an amount of nothing
	AskAbove                       // Amount is more than Other, the most that it may be
	AskNothingDue                  // nothing is due: an amount or a ticked invoice is needed
	AskNothingOpen                 // no invoice left that could be meant
	AskAmount                      // an amount is needed
	AskReason                      // a dispute needs its reason
	AskStatus                      // setting aside needs a letter or a date
	AskJudgment                    // insolvency needs the day of the judgment
	AskText                        // a note needs words
	AskContact                     // a contact needs a name, a telephone or an e-mail
	AskNothingToClose              // no dispute, promise, plan or callback that fits
	AskWhich                       // several fit: Number
	AskEnding                      // the ending's letter is needed
	AskInstalments                 // the number of instalments is out of range: Number
	AskDayOfMonth                  // no day of the month: Number
	AskClient                      // no client is chosen
	AskWholePlan                   // ticked items share a plan with others that are not: Day when it was made
	AskInSignedPlan                // all is in a signed plan: Day when it was made, Text = the line that cancels it
	QuestionCount
)

// Question is what a line leaves open, with the figures that the words need.
type Question struct {
	Code   QuestionCode
	Text   string // the part of the line concerned, as typed
	Number int
	Amount money.Amount
	Other  money.Amount
	Day    calendar.Date

	Endings Endings // the letters that would close something
}

// Endings are letters that close a thing, each at the place of what it does:
// dispute founded, unfounded, promise withdrawn, plan signed, cancelled, callback
// made, called off; empty where there is no such thing.
type Endings [7]string

// Open reports whether something is left open.
func (q Question) Open() bool { return q.Code != NoQuestion }
