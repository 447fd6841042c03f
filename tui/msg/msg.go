// Package msg holds the messages between the panes and the root of the screen.
// A pane answers an intent with a Request; the root alone acts on it, so that
// panes know nothing of each other.
package msg

import (
	tea "charm.land/bubbletea/v2"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/tui/ports"
)

// Client names a row: a client in one currency.
type Client struct {
	Key      ledger.ClientKey
	Currency money.Currency
}

// Request is what a pane asks of the root.
type Request interface{ request() }

// Moved says that the pane's cursor stands elsewhere: the current client or
// item may have changed.
type Moved struct{}

// Do records a command.
type Do struct{ Command act.Command }

// EditField asks for the value of a field.
type EditField struct {
	Field ledger.Field
	Item  ledger.ItemKey // for the due date of an item
	Value string
}

// EditContact asks for a contact's particulars.
type EditContact struct{ Contact desk.ContactRow }

// WriteNote asks for the words of a note; Amends is zero for a new one.
type WriteNote struct {
	Amends journal.ID
	Text   string
}

// Erase asks whether a note's words are to be erased for good.
type Erase struct{ Note journal.ID }

// EditPlan opens a saved plan for changing, Refuse says why nothing was done.
type (
	EditPlan struct{ Row desk.PlanRow }
	Refuse   struct{ Why string }
)

// RenewPlan draws up a new version of a plan that was breached; Tell says what
// was done; LeavePane goes to the pane beside.
type (
	RenewPlan struct{ Row desk.PlanRow }
	Tell      struct{ Text string }
	LeavePane struct{ Back bool }
)

// EnterRate asks for a rate of late-payment interest that is not known, from the
// first day of a half-year on.
type EnterRate struct {
	Basis latefee.Basis
	From  calendar.Date
	PPM   int64 // as it was entered, to be corrected; 0 = never
}

// StartLine puts text on the entry line, as if it had been typed.
type StartLine struct{ Text string }

func (Moved) request()       {}
func (Do) request()          {}
func (EditField) request()   {}
func (EditContact) request() {}
func (WriteNote) request()   {}
func (Erase) request()       {}
func (StartLine) request()   {}
func (EditPlan) request()    {}
func (Refuse) request()      {}
func (RenewPlan) request()   {}
func (Tell) request()        {}
func (LeavePane) request()   {}
func (EnterRate) request()   {}

// Completed comes back when the name of a file was completed.
type Completed struct {
	From, To string
	Names    []string // when there are several
}

// Done comes back from the desk when a command is recorded or refused.
type Done struct {
	Command act.Command
	Done    desk.Done
	Err     error
	// From is the row that the command was given on, Advance that the next
	// client opens by itself, MayAdvance that it opens when nothing is left.
	From                Client
	Advance, MayAdvance bool
	OfferPlan           bool
	FromLine            bool   // the entry line gave the command
	Sentence            string // what was said of it before it was recorded
}

// Viewed comes back with the view of a past day.
type Viewed struct {
	Day  calendar.Date
	View *desk.View
}

// Filed comes back with a client file that took long to build.
type Filed struct {
	View    *desk.View
	Client  Client
	File    *desk.File
	Charges Charges
}

// Read comes back when a file was read and compared; Again says that it was for
// other answers to what a first import asks.
type Read struct {
	Path    string
	Again   bool
	Preview ports.Preview
	Err     error
}

// Committed comes back when an import was written.
type Committed struct {
	Preview ports.Preview
	Done    desk.Done
	Err     error
}

// Sampled comes back with the sample portfolio.
type Sampled struct {
	Desk ports.Desk
	Err  error
}

// Computed comes back with what was worked out beside the event loop; Then shows
// it.
type Computed struct{ Then func() tea.Cmd }

// Compose asks for a new frame: the pause between two frames is over.
type Compose struct{}
