package desk

import (
	"errors"
	"sync/atomic"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/priority"
	"relance/domain/why"
)

// Store is where the desk makes acts and imports durable. Both methods return
// only when what they were given survives a power cut.
type Store interface {
	Append(events []journal.Event) error
	CommitImport(change ledger.Change, events []journal.Event) error
}

// Code is what went wrong with a command.
type Code uint8

// Reasons why the desk refuses.
const (
	ErrReadOnly Code = iota // shown as of a past day, or opened read-only
	ErrNoClient             // no such client
	ErrNothing              // nothing to undo, close or promise
	ErrBuiltOn              // others built on the act: confirm
	ErrNotOwn               // another author's act
	ErrPast                 // the desk's day lies before the database's last act
	ErrInvalid              // a value that the field does not take
	ErrStore                // the act could not be made durable; nothing was recorded
	ErrStale                // what the command names has changed meanwhile
	ErrBarred               // a debt older than the judgment that opened the debtor's insolvency: nobody may have it paid
	CodeCount
)

// Error is a refusal of the desk.
type Error struct {
	Code   Code
	Detail string
	Err    error
}

func (e *Error) Error() string {
	if e.Err != nil {
		return "desk: " + e.Detail + ": " + e.Err.Error()
	}
	return "desk: " + e.Detail
}

func (e *Error) Unwrap() error { return e.Err }

// IsCode reports whether err is a refusal with that code.
func IsCode(err error, c Code) bool {
	var e *Error
	return errors.As(err, &e) && e.Code == c
}

// Config opens a session.
type Config struct {
	Book      ledger.Book
	Events    []journal.Event // in order of Before
	Device    journal.Device
	LastSeq   uint64
	LastStamp journal.Stamp
	Author    string
	Day       calendar.Date
	AsOf      calendar.Date // zero, or the past day to show
	ReadOnly  bool
	Rules     priority.Rules
	Store     Store           // nil: nothing can be recorded
	Millis    func() int64    // wall clock, for stamps
	Minute    func() int16    // local time of day, for calls and callbacks; nil = not known
	Salt      func() [16]byte // random bytes for personal texts
}

// Session is the desk at work: one writer, any number of readers of its views.
type Session struct {
	state
	cfg  Config
	view atomic.Pointer[View]
}

// Done is what a command recorded. A command that is refused records nothing.
type Done struct {
	Act    journal.ID
	Client ledger.ClientKey
	Events []journal.Event
	View   *View
}

// Selection is what the screen adds to the facts: the row under the cursor, the
// ticked items and the promise, plan, dispute or callback stood on.
type Selection struct {
	Item   ledger.ItemKey // zero = none
	Ticked []ledger.ItemKey
	Target *Target
}

// Hit is one result of a search.
type Hit struct {
	Client ledger.ClientKey
	Name   string
	What   HitKind
	Text   string       // the account, invoice number or telephone that matched
	Sum    money.Amount // that matched
}

// HitKind is what a search found.
type HitKind uint8

// Kinds of hit.
const (
	HitName HitKind = iota
	HitAccount
	HitInvoice
	HitAmount
	HitPhone
	HitContact
	HitOverdue     // the client's overdue total: Sum
	HitOpen        // the client's open debits: Sum
	HitExposure    // the same less unapplied credits: Sum
	HitCollectible // what may be asked for today: Sum
	HitKindCount
)

// Why is the addition behind a client's place in the list.
type Why struct {
	Row     *Row
	Figures []why.Figure
	// Next is the client that stands one place higher, and how much gain is
	// missing to pass it; zero key when the client stands first of its class.
	Above   ledger.ClientKey
	Missing int64
}
