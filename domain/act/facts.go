package act

import (
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// Item is an open debit of the client as the entry line needs it: how much of
// it may still be asked for, in minor units.
type Item struct {
	Key         ledger.ItemKey
	Due         calendar.Date
	Open        int64
	Collectible int64 // overdue part not disputed, promised, planned or financed
	Promised    int64 // part under open promises
	Planned     int64 // part that a proposed or signed plan holds back
	Disputed    int64
	Ticked      bool // chosen with the space bar
}

// Target is an open dispute, promise, plan or callback that f can close.
type Target struct {
	Kind     CloseKind
	ID       journal.ID
	Selected bool // the one that the cursor stands on
	Amount   money.Amount
	Date     calendar.Date

	// Of a plan: what is left of it, whatever else is agreed on those documents,
	// and the plans whose place it takes once it is signed.
	Parts      []journal.Part
	Supersedes []journal.ID
	Signed     bool // it is signed already
}

// StandingPlan is a plan that was proposed or signed and has not ended. Parts
// are what is left of it, missed instalments included: what a new plan in its
// place is drawn over.
type StandingPlan struct {
	ID       journal.ID
	MadeOn   calendar.Date
	State    PlanState
	Breached bool // an instalment was missed and is not made up for
	Lapsed   bool // proposed so long ago that it holds nothing back any more
	Parts    []journal.Part
	Whole    []journal.Part // the same, what is disputed or promised of it included
}

// StandingPromise is a promise that is awaited. Parts are what is left of it.
type StandingPromise struct {
	ID    journal.ID
	Due   calendar.Date
	Parts []journal.Part
}

// Facts are what the reading of a line rests on: the client on screen, the day
// and the client's items. Items are in order of due date.
type Facts struct {
	Client      ledger.ClientKey
	Name        string
	Today       calendar.Date
	Minute      int16         // local time of day in minutes, -1 = not known
	Zone        calendar.Zone // the debtor's calendar
	Currency    money.Currency
	Collectible int64
	Open        int64 // open debits in all, due or not
	Unapplied   int64 // credits not yet set against debits, positive
	Items       []Item
	Current     int // index of the current invoice in Items, -1 = none
	Promises    []journal.ID
	Standing    []StandingPromise // the same, with what is left of each
	Promised    int64             // sum under open promises
	Plans       []StandingPlan
	Targets     []Target
}
