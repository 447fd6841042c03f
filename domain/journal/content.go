package journal

import (
	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
)

// Kind numbers the kinds of event. Numbers are part of the stored format: they
// are never reused or renumbered.
type Kind uint16

// Kinds of event.
const (
	KindCallLogged         Kind = 1
	KindPromiseMade        Kind = 2
	KindPromiseWithdrawn   Kind = 3
	KindPlanDrafted        Kind = 4
	KindPlanProposed       Kind = 5
	KindPlanSigned         Kind = 6
	KindPlanCancelled      Kind = 7
	KindDisputeOpened      Kind = 8
	KindDisputeUpdated     Kind = 9
	KindDisputeResolved    Kind = 10
	KindNoteWritten        Kind = 11
	KindNoteAmended        Kind = 12
	KindNoteErased         Kind = 13
	KindCallbackSet        Kind = 14
	KindCallbackDone       Kind = 15
	KindReceiptSeen        Kind = 16
	KindParticularsChanged Kind = 17
	KindContactSet         Kind = 18
	KindStatusChanged      Kind = 19
	KindLimitDecided       Kind = 20
	KindReviewRecorded     Kind = 21
	KindReminderIssued     Kind = 22
	KindWriteOffProposed   Kind = 23
	KindWriteOffApproved   Kind = 24
	KindLedgerImported     Kind = 25
	KindActUndone          Kind = 26
	KindActRestored        Kind = 27

	KindRateSet               Kind = 28
	KindFeesWaived            Kind = 29
	KindLimitationInterrupted Kind = 30
	KindMandateSet            Kind = 31
	KindDebitIssued           Kind = 32
)

// Content is what an event says; one type per Kind, and Unknown for kinds that
// a newer version wrote.
type Content interface{ Kind() Kind }

// Outcome is how a call ended.
type Outcome uint8

// Outcomes of a call. The first twelve are the letters of the entry line.
const (
	Answered    Outcome = iota // reached, nothing more to say of it
	NoAnswer                   // n
	MessageLeft                // m
	Switchboard                // b: not put through
	WrongNumber                // f
	Documents                  // d: documents wanted
	Refusal                    // x
	Hardship                   // h
	Transfer                   // v: says a transfer is made
	Promised                   // p
	PlanAsked                  // e
	Disputed                   // l
	CallAgreed                 // r: call back agreed
	OutcomeCount
)

// Reached reports whether somebody who can decide was spoken to.
func (o Outcome) Reached() bool {
	return o != NoAnswer && o != MessageLeft && o != Switchboard && o != WrongNumber
}

// Channel is how a contact came about.
type Channel uint8

// Channels of contact.
const (
	CalledOut Channel = iota // the collector rang
	RangUs                   // the debtor rang
	InWriting                // e-mail or letter
	ChannelCount
)

// Part is the share of an item that an act is about, in minor units.
type Part struct {
	Item   ledger.ItemKey
	Amount int64
}

// CallLogged: a contact or an attempt.
type CallLogged struct {
	Outcome Outcome
	Channel Channel
	Minute  int16 // local time of day in minutes since midnight, -1 = not known
	Person  Text  // who was spoken to
}

// PromiseOrigin tells where a promise comes from.
type PromiseOrigin uint8

// Origins of a promise.
const (
	OriginSpoken    PromiseOrigin = iota // given in a conversation
	OriginWritten                        // given in writing
	OriginAnnounced                      // "the transfer is made"
	OriginCount
)

// PromiseMade: the debtor will pay Amount by Due on Items. Promises that it
// replaces are in Supersedes and in the event's Builds.
type PromiseMade struct {
	Amount     money.Amount
	Due        calendar.Date
	Items      []Part
	Origin     PromiseOrigin
	Person     Text
	Supersedes []ID
}

// PromiseWithdrawn: the promise is no longer expected.
type PromiseWithdrawn struct{ Promise ID }

// DisputeReason is why the debtor does not accept an invoice.
type DisputeReason uint8

// Reasons of dispute, in the order of their letters on the entry line: b p q l
// r d f a v g e x.
const (
	OrderNumberMissing DisputeReason = iota // b
	Price                                   // p
	Quantity                                // q
	Delivery                                // l
	Quality                                 // r: quality or return
	Duplicate                               // d
	NotReceived                             // f: invoice not received
	CreditNoteAwaited                       // a
	VATOrWording                            // v
	Retention                               // g
	Deduction                               // e
	OtherReason                             // x
	ReasonCount
)

// DisputeOpened: Items are contested for the given parts.
type DisputeOpened struct {
	Reason DisputeReason
	Items  []Part
	Due    calendar.Date // answer expected by; zero = not set
	Owner  string        // colleague who has to answer
	Note   Text
}

// DisputeUpdated changes the amount, the owner or the day of a dispute.
type DisputeUpdated struct {
	Dispute ID
	Items   []Part
	Due     calendar.Date
	Owner   string
	Note    Text
}

// Settlement is how a dispute ended.
type Settlement uint8

// Endings of a dispute.
const (
	Founded   Settlement = iota // the debtor was right: a credit note follows
	Unfounded                   // the amount is due
	SettlementCount
)

// DisputeResolved ends a dispute.
type DisputeResolved struct {
	Dispute ID
	How     Settlement
}

// NoteWritten: a free note about the client.
type NoteWritten struct{ Text Text }

// NoteAmended replaces the words of a note; the old ones stay in the history.
type NoteAmended struct {
	Note ID
	Text Text
}

// NoteErased removes a note's words for good: the only act that undo cannot
// bring back.
type NoteErased struct{ Note ID }

// Half is a part of the day.
type Half uint8

// Parts of the day.
const (
	AnyTime Half = iota
	Morning
	Afternoon
)

// CallbackSet: call this client again on Day. Automatic ones are the follow-up
// of an unanswered call, the others were agreed with the debtor.
type CallbackSet struct {
	Day       calendar.Date
	Minute    int16 // agreed hour in minutes since midnight, -1 = none
	Half      Half
	Automatic bool
}

// CallbackDone ends a callback.
type CallbackDone struct {
	Callback  ID
	Cancelled bool
}

// ReceiptSeen: money was seen at the bank before accounting booked it.
type ReceiptSeen struct {
	Amount money.Amount
	On     calendar.Date
	Items  []Part // empty = not allocated
}

// ParticularsChanged: a person set a field of the client, or the due date of
// one item. What a person wrote wins over imports.
type ParticularsChanged struct {
	Field ledger.Field
	Item  ledger.ItemKey // for FieldDue
	Value string
}

// ContactSet writes or removes a contact person. Contact is the ID of the
// event that first wrote it, zero for a new one.
type ContactSet struct {
	Contact                  ID
	Name, Role, Phone, Email Text
	Removed                  bool
}

// Status is a standing decision about a client.
type Status uint8

// Standings of a client.
const (
	Normal Status = iota
	NeverDun
	Insolvency // Since = day of the judgment, Published = day of its publication
	Doubtful   // account 416
	Legal      // handed to a lawyer, a bailiff or an agency
	OnHold     // until Until
	StatusCount
)

// StatusChanged sets the client's standing.
type StatusChanged struct {
	Status    Status
	Since     calendar.Date
	Published calendar.Date
	Until     calendar.Date
}

// LimitDecided: the credit limit agreed for a client, with the end of its validity.
type LimitDecided struct {
	Limit  money.Amount
	Until  calendar.Date
	Reason Text
}

// ReviewRecorded: the client was reviewed; Next is the next review's day.
type ReviewRecorded struct {
	Next calendar.Date
	Note Text
}

// ReminderIssued: a written reminder of that level was prepared for Items.
type ReminderIssued struct {
	Level uint8
	Items []ledger.ItemKey
}

// WriteOffProposed and WriteOffApproved: parts given up as irrecoverable.
type (
	WriteOffProposed struct{ Items []Part }
	WriteOffApproved struct{ Proposal ID }
)

// FormatCreditor is the Format of a LedgerImported that is no file: a person
// changed particulars of the own company, whose fields stand in Name.
const FormatCreditor = "creditor"

// LedgerImported: a file was read into the ledger.
type LedgerImported struct {
	Creditor  string
	Name      string // base name of the file
	Format    string
	Digest    [32]byte
	To        calendar.Date // the creditor's cutoff after it
	New       uint32
	Settled   uint32
	Changed   uint32
	Vanished  uint32
	Collected money.Amount // receipts that came in
}

// ActUndone and ActRestored set a whole act dead or live; the last stamp wins.
type (
	ActUndone   struct{ Act ID }
	ActRestored struct{ Act ID }
)

// Unknown is an event of a newer version: kept, passed on, without effect.
type Unknown struct {
	Number Kind
	Raw    []byte
}
