// Package act holds what a person may decide at the desk: the commands that the
// entry line, the panes and the shell produce, and the facts about a client that
// a decision rests on. The desk turns a command into events.
package act

import (
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// Command is one decision. Each names its client; amounts, dates and items are
// resolved, so that what was shown is what is recorded.
type Command interface{ Subject() ledger.ClientKey }

// Base names the client of a command.
type Base struct{ Client ledger.ClientKey }

// Subject gives the client.
func (b Base) Subject() ledger.ClientKey { return b.Client }

// Contact says how the conversation came about in which a thing was agreed.
type Contact struct {
	Channel journal.Channel
	Minute  int16 // local time of day in minutes, -1 = not known
	Person  string
}

// Call logs a contact or an attempt; FollowUp (zero Day = none) is the callback
// that goes with its outcome.
type Call struct {
	Base
	Contact
	Outcome  journal.Outcome
	FollowUp journal.CallbackSet
}

// Promise logs an answered call and the promise given in it. Asked is the date
// typed when it fell on a weekend or a holiday, else zero.
type Promise struct {
	Base
	Contact
	Amount     money.Amount
	Due        calendar.Date
	Asked      calendar.Date
	Items      []journal.Part
	Origin     journal.PromiseOrigin
	Supersedes []journal.ID
	Cancels    []journal.ID // plans not signed whose place it takes
}

// PlanState is the way in which a plan is saved.
type PlanState uint8

// Ways of saving a plan.
const (
	Draft PlanState = iota
	Proposed
	Signed
)

// Plan saves an instalment plan. Drafting one on the telephone logs the call
// (LogCall); changing it in the editor later does not.
type Plan struct {
	Base
	Contact
	LogCall bool
	State   PlanState
	Plan    journal.Plan
}

// Dispute opens a dispute.
type Dispute struct {
	Base
	Contact
	Reason journal.DisputeReason
	Items  []journal.Part
}

// Note writes a note; Amends (zero = new) names the note it replaces.
type Note struct {
	Base
	Text   string
	Amends journal.ID
}

// EraseNote removes a note's words for good.
type EraseNote struct {
	Base
	Note journal.ID
}

// Callback agrees a callback.
type Callback struct {
	Base
	Contact
	Callback journal.CallbackSet
	Asked    calendar.Date
}

// Receipt notes money seen at the bank.
type Receipt struct {
	Base
	Amount money.Amount
	On     calendar.Date
	Items  []journal.Part
}

// SetContact writes, changes or removes a contact person.
type SetContact struct {
	Base
	Contact journal.ID // zero = new
	Person  ledger.Contact
	Remove  bool
}

// SetField sets a particular of the client, or an item's due date.
type SetField struct {
	Base
	Field ledger.Field
	Item  ledger.ItemKey
	Value string
}

// SetStatus sets the client's standing.
type SetStatus struct {
	Base
	Status journal.StatusChanged
}

// CloseKind is what a Close ends.
type CloseKind uint8

// Things that the entry line can close.
const (
	CloseDispute CloseKind = iota
	ClosePromise
	ClosePlan
	CloseCallback
)

// Close ends the dispute, promise, plan or callback named by Target.
type Close struct {
	Base
	What      CloseKind
	Target    journal.ID
	Founded   journal.Settlement // disputes
	Cancelled bool               // callbacks: not made, called off
	Sign      bool               // plans: the signed copy came back, instead of cancelling
}

// Undo takes an act back. When others built on it, it is refused unless
// Confirmed.
type Undo struct {
	Base
	Act       journal.ID
	Confirmed bool
}

// Restore brings an act back that was undone.
type Restore struct {
	Base
	Act journal.ID
}
