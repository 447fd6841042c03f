// Package desk is the portfolio in memory: it folds the ledger and the journal
// into what is open, promised, disputed and planned as of a day, ranks the
// clients, and takes commands. One writer decides; readers look at immutable
// views.
package desk

import (
	"relance/domain/act"
	"relance/domain/aging"
	"relance/domain/behaviour"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
	"relance/domain/promise"
	"relance/domain/why"
)

// View is the desk at one moment. It never changes once published; the next
// act or import publishes another with a higher Serial.
type View struct {
	Serial   uint64
	Day      calendar.Date // the desk's day
	AsOf     calendar.Date // zero, or the past day that is shown (read-only)
	Header   Header
	Worklist []*Row // today's list in order
	Held     []*Row // clients with something open that are not on it, with why
	accounts roster // by key
	shared   *shared
	minute   int16
}

// Header is what the top line shows.
type Header struct {
	Creditors   []ledger.Creditor
	Left        int            // rows still to work
	Overdue     []money.Amount // by currency, the creditor's first
	PromisesDue int            // promises due today
	Session     Tally          // since the program started
}

// Tally counts work done.
type Tally struct {
	Calls, Reached, Promises int
	Promised                 []money.Amount // by currency
}

// Row is one client and currency of the worklist. Its rank is its place in the
// list: rows never change when others move.
type Row struct {
	Client      ledger.ClientKey
	Name        string
	Currency    money.Currency
	Overdue     int64
	Collectible int64
	Open        int64 // all open debits
	DaysLate    int   // of the oldest overdue item
	Class       priority.Class
	Score       int64 // minor units of expected gain, points included; orders the class
	Reasons     []priority.Reason
	Minute      int16 // agreed callback time, -1 = none
	Contacted   bool  // a contact was recorded today
	Phone       string
}

// ItemState is the one word on an item.
type ItemState uint8

// States of an item, strongest first where several parts differ.
const (
	ItemOpen ItemState = iota
	ItemOverdue
	ItemDisputed
	ItemPromised
	ItemPlanned
	ItemSettled
	ItemStateCount
)

var itemStateKeys = [...]string{"open", "overdue", "disputed", "promised", "planned", "settled"}

var _ = [1]struct{}{}[len(itemStateKeys)-int(ItemStateCount)]

// Key is the state's name in files and commands.
func (s ItemState) Key() string {
	if s >= ItemStateCount {
		return ""
	}
	return itemStateKeys[s]
}

// DueSource tells where a due date comes from.
type DueSource uint8

// Sources of a due date.
const (
	DueFromFile DueSource = iota
	DueFromClientTerms
	DueFromDefaultTerms
	DueByHand
	DueSourceCount
)

var dueSourceKeys = [...]string{"file", "client_terms", "default_terms", "by_hand"}

var _ = [1]struct{}{}[len(dueSourceKeys)-int(DueSourceCount)]

// Key is the source's name in files and commands.
func (s DueSource) Key() string {
	if s >= DueSourceCount {
		return ""
	}
	return dueSourceKeys[s]
}

// ItemRow is an item as the client file shows it.
type ItemRow struct {
	Key                         ledger.ItemKey
	Booked, Due                 calendar.Date
	DueSource                   DueSource
	Amount, Open                int64
	Disputed, Promised, Planned int64 // parts of Open
	Collectible                 int64
	DaysLate                    int // 0 when not overdue
	State                       ItemState
	Currency                    money.Currency
	Label, Order, Matching      string
	SettledOn                   calendar.Date
	LimitationOn                calendar.Date // last day to claim it in court; zero = settled, or suspended by an insolvency
}

// PromiseRow is a promise and how it stands. In a File, Level counts the
// promises before it on the same debt that were replaced, withdrawn or broken.
type PromiseRow struct {
	promise.Promise
	promise.Standing
	Person string
	Act    journal.ID

	// Of a File alone:
	Replaces   []journal.ID // the promises whose place it took
	ReplacedBy journal.ID   // the promise or plan that took its place; zero = none
	PartsPaid  []int64      // what was paid of each of its Parts, where there are several

	endedBy journal.ID // act that withdrew it
}

// PlanRow is a plan and how it stands.
type PlanRow struct {
	Plan     journal.Plan
	Standing plan.Standing
	MadeOn   calendar.Date
	Act      journal.ID
	Life     plan.Life

	// What was recorded under the plan's identity after its signature and says
	// another schedule: it does not count, except a later signature.
	Conflicts []PlanConflict

	// Of a File and of the lists of plans alone:
	Version     int               // 1, or one more than the last version that it replaces
	Replaces    []journal.ID      // the plans that it replaces or, a draft, would
	ReplacedBy  journal.ID        // the plan that replaced it; zero = none
	Accelerated plan.Acceleration // what its breach makes due
	Risk        plan.Risk         // why it may not hold
	CourtesyOn  calendar.Date     // day of the courtesy call before the first instalment; zero = none

	Warnings []plan.Warning // of a File alone: what is unusual about it, while it stands
}

// PlanConflict is another schedule than the one signed, of somebody who had not
// seen the signature.
type PlanConflict struct {
	On     calendar.Date
	Author string
	Signed bool // it was signed too, and later: it counts
}

// DisputeState is where a dispute stands.
type DisputeState uint8

// States of a dispute.
const (
	DisputeOpen DisputeState = iota
	DisputeFounded
	DisputeUnfounded
	DisputeStateCount
)

var disputeStateKeys = [...]string{"open", "founded", "unfounded"}

var _ = [1]struct{}{}[len(disputeStateKeys)-int(DisputeStateCount)]

// Key is the state's name in files and commands.
func (s DisputeState) Key() string {
	if s >= DisputeStateCount {
		return ""
	}
	return disputeStateKeys[s]
}

// DisputeRow is a dispute.
type DisputeRow struct {
	ID         journal.ID
	Act        journal.ID
	Reason     journal.DisputeReason
	Items      []journal.Part
	Amount     int64
	State      DisputeState
	OpenedOn   calendar.Date
	Due        calendar.Date
	ResolvedOn calendar.Date
	Owner      string
}

// CallbackRow is an open callback.
type CallbackRow struct {
	journal.CallbackSet
	ID  journal.ID
	Act journal.ID
}

// ContactRow is a contact person; Source tells whether a person or a file wrote it.
type ContactRow struct {
	ledger.Contact
	ID     journal.ID // zero: from the ledger
	ByHand bool
}

// FieldRow is one particular of the client as it stands, with who said so.
type FieldRow struct {
	Field   ledger.Field
	Value   string
	ByHand  bool
	On      calendar.Date // when it was written by hand
	Author  string
	Ledger  string // what accounting says, when a person overrode it
	History []FieldChange
}

// FieldChange is one earlier value.
type FieldChange struct {
	On     calendar.Date
	Author string
	Value  string
}

// TimelineRow is one entry of what happened to the client. The catalogue makes
// the sentence from Event.
type TimelineRow struct {
	Event   *journal.Event
	Undone  bool // its act was taken back
	Undoer  *journal.Event
	Hanging bool // builds on something taken back: suspended
}

// Sums are the figures of a client in one currency.
type Sums struct {
	Currency    money.Currency
	Balance     aging.Balance
	Exposure    int64 // all open debits less unapplied credits
	Overdue     int64
	Disputed    int64
	Promised    int64
	Planned     int64
	Financed    int64
	Unapplied   int64 // negative
	Seen        int64 // seen at the bank, not booked yet; taken off what is collectible
	Collectible int64
	DaysLate    int
}

// Brief is what to know before dialling.
type Brief struct {
	LastContact   *journal.Event // the last call logged
	LastWords     string         // the last note
	LastWordsOn   calendar.Date
	OpenPromise   *PromiseRow
	Question      BriefQuestion // the one question to ask
	QuestionDate  calendar.Date
	QuestionSum   money.Amount
	QuestionOf    money.Amount // what was promised, where QuestionSum is missing of it
	QuestionItem  string
	SinceLastCall []TimelineRow
}

// BriefQuestion is the question that this call should answer.
type BriefQuestion uint8

// Questions, in the words of the catalogue.
const (
	AskWhenPaid     BriefQuestion = iota // when will QuestionSum be paid?
	AskWhyBroken                         // the promise of QuestionDate was not kept: what happened, when now?
	AskInstalment                        // the instalment of QuestionDate is missing
	AskDispute                           // what is missing to settle the dispute on QuestionItem?
	AskSigned                            // has the plan been signed?
	AskWhoDecides                        // no contact known: who decides on payments?
	AskTransferDate                      // to verify: which day did the transfer leave?
	AskWhatChanged                       // pays later than usual: what has changed?
	AskNothing                           // nothing to ask for today
	AskCourtesy                          // the plan's first instalment, of QuestionDate, is near: is all ready?
	BriefQuestionCount
)

// File is everything about one client, for the client pane and the commands.
type File struct {
	Client     ledger.Client // particulars as they stand, a person's word over the file's
	Creditor   ledger.Creditor
	Zone       calendar.Zone // the debtor's holidays
	Fields     []FieldRow
	Contacts   []ContactRow
	Status     journal.StatusChanged
	StatusOn   calendar.Date
	Limit      money.Amount // no currency = none
	LimitUntil calendar.Date
	Sums       []Sums    // by currency; the row's currency first
	Items      []ItemRow // open ones by due date, then settled ones by settlement, latest first
	OpenItems  int       // how many of Items are open
	Behaviour  behaviour.Behaviour
	Promises   []PromiseRow // latest first
	Plans      []PlanRow
	Disputes   []DisputeRow
	Callbacks  []CallbackRow
	Timeline   []TimelineRow // latest first
	Row        *Row          // its place in the worklist or among the held; nil = nothing open
	Brief      Brief
	LastAct    journal.ID  // the last live act on this client, zero = none
	Limitation *Limitation // of the open document whose time runs out first; nil = none runs
	Expired    int         // open documents that can no longer be claimed in court
}

// Gain is the addition behind the client's rank.
type Gain struct{ Figures []why.Figure }

// Target is what the screen's cursor stands on, for the closing act.
type Target struct {
	Kind act.CloseKind
	ID   journal.ID
}
