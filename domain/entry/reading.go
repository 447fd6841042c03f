// Package entry is the grammar of the entry line: one line of text and the facts
// about the client on screen give a Reading: the command that Enter will record,
// or the question that the line leaves open. It is a pure function, shared by
// the screen and the shell, and reads every line anew at each key.
package entry

import (
	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
)

// Act is what a line's first letter asks for.
type Act uint8

// Acts of the entry line, in the order in which help prints them.
const (
	None Act = iota // the line is empty, or its letter is no act
	Call
	Promise
	Plan
	Dispute
	Note
	Callback
	Receipt
	Contact
	Status // set aside
	Close
	Why
	Confirm // written confirmation of the last act
	Undo
	ActCount
)

var actKeys = [...]string{
	"", "call", "promise", "plan", "dispute", "note", "callback", "receipt",
	"contact", "status", "close", "why", "confirm", "undo",
}

// Every act has a key: a missing one does not compile.
var _ = [1]struct{}{}[len(actKeys)-int(ActCount)]

// Key is the act's name in commands and files, empty for None.
func (a Act) Key() string {
	if a >= ActCount {
		return ""
	}
	return actKeys[a]
}

// TokenKind says what a part of the line was taken for.
type TokenKind uint8

// Kinds of token.
const (
	TokenAct     TokenKind = iota // the act's letter
	TokenLead                     // in writing, the debtor rang
	TokenOutcome                  // outcome of a call, ending of a thing closed
	TokenAmount
	TokenDate
	TokenHour
	TokenCount    // instalments, day of the month
	TokenReason   // of a dispute
	TokenStatus   // standing of a client
	TokenText     // free words
	TokenDoubtful // the part that the question is about
)

// Token is a part of the line for highlighting: bytes Start to End.
type Token struct {
	Start, End int
	Kind       TokenKind
}

// Moved says why a date that was typed is not the date recorded.
type Moved struct {
	Weekend bool
	Holiday calendar.Holiday // NoHoliday where the weekend alone moved it
}

// Yes reports whether the date was moved.
func (m Moved) Yes() bool { return m != Moved{} }

// PlanTerms are what a line says of an instalment plan. Zero fields were not
// said, except Months, which has its default.
type PlanTerms struct {
	Months  int           // number of instalments
	Day     int           // day of the month, 0 = not said
	Monthly money.Amount  // amount of each instalment
	Down    money.Amount  // down payment, now
	First   calendar.Date // day of the first instalment
	Total   money.Amount  // principal to spread, what Items sum to
}

// Reading is what a line means.
//
// Command is set when Enter may record it; it is nil for the acts that need no
// command of a client (Why, Confirm, Undo), for an empty line, and whenever
// Question is open. For a plan it holds the schedule drawn from Terms, which is
// shown and accepted with a second Enter.
type Reading struct {
	Act      Act
	Command  act.Command
	Question act.Question

	Outcome   journal.Outcome // of the call that is logged, where Act is one of those that log it
	Channel   journal.Channel
	Amount    money.Amount  // promised, disputed, received; a plan's monthly amount
	Asked     calendar.Date // as typed, when it was moved, else zero
	Date      calendar.Date // as recorded: due, callback, receipt, judgment, on hold until
	Moved     Moved
	Minute    int16 // agreed hour, -1 = none
	Half      journal.Half
	Months    int
	Terms     PlanTerms
	Reason    journal.DisputeReason
	Status    journal.Status
	Published calendar.Date // publication of an insolvency judgment
	Items     []journal.Part
	Close     act.CloseKind
	Text      string // words of a note
	Default   bool   // the date is the default, not typed

	Tokens []Token

	// Redo: the line brings back what Undo took back last, Act is Undo.
	Redo bool
	// Immediate: the act takes effect as soon as the line reads so, without
	// Enter. True where no further key could mean anything.
	Immediate bool
	// NextClient: the next client opens by itself after this act, whatever is
	// left to collect.
	NextClient bool
	// OfferPlan: after this act the plan editor is offered (hardship).
	OfferPlan bool
	// Escalate: the client is marked for escalation (refusal).
	Escalate bool
}

// Ready reports whether the line can be taken as it stands.
func (r Reading) Ready() bool {
	if r.Question.Open() {
		return false
	}
	return r.Command != nil || r.Act == Why || r.Act == Confirm || r.Act == Undo
}
