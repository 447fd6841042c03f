// Package directdebit says which instalments can be collected by SEPA direct
// debit [prélèvement SEPA], on which day, under which mandate and with which
// sequence; and of those that cannot, why. It writes no file and remembers
// nothing: what was already put into files comes in with each instalment.
//
// The rules are those of the SEPA Direct Debit rulebooks, CORE and B2B (EPC016-06
// and EPC222-07).
package directdebit

import (
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// Bounds and terms of the schemes.
const (
	MinAmount      = 1              // EUR 0.01
	MaxAmount      = 99_999_999_999 // EUR 999 999 999.99
	MaxReference   = 35             // characters of an identifier: mandate, message, end-to-end
	MaxName        = 70             // characters of a debtor's or creditor's name
	MaxText        = 140            // characters of what the debtor reads on his statement
	DefaultLead    = 1              // TARGET days between the file at the bank and the collection, both schemes since November 2016
	DefaultNotice  = 14             // calendar days of pre-notification before the collection
	DefaultHorizon = 14             // calendar days: a bank takes collections no longer ahead
	LapseMonths    = 36             // months without collection after which a mandate is void
)

// Mandate is a debtor's mandate [mandat de prélèvement] as it stands today.
type Mandate struct {
	Client    ledger.ClientKey
	Reference string // unique mandate reference [RUM]
	IBAN      string
	BIC       string // may be empty within the European Economic Area
	Holder    string // account holder; empty = the client's name
	SignedOn  calendar.Date
	Scheme    journal.Scheme
	OneOff    bool
	RevokedOn calendar.Date // zero = in force
	LastUsed  calendar.Date // latest collection day put into a file; zero = never used
	Ended     bool          // a final collection (FNAL) was put into a file
}

// Issue is one earlier file that an instalment was put into.
type Issue struct {
	Due       calendar.Date // date of the instalment in the plan then; zero = the same as now
	CollectOn calendar.Date
	Amount    money.Amount
	Mandate   string // reference of the mandate
	Sequence  Sequence
	Message   string // identification of the file
}

// Key names an instalment: the plan and its number, from 1.
type Key struct {
	Plan journal.ID
	No   int
}

// Candidate is an instalment that is not paid yet. Callers give every unpaid
// instalment of every plan in force, far ones too: what is missing is taken
// not to exist when the last collection of a mandate is told.
type Candidate struct {
	Key
	Client    ledger.ClientKey
	Name      string // the client's name
	Nature    ledger.Nature
	Due       calendar.Date // date in the plan
	Amount    money.Amount  // what is left to pay of it
	Announced calendar.Date // day the schedule was agreed or sent: the pre-notification; zero = never
	Label     string        // what the debtor shall read on his statement
	Reference string        // creditor reference (RF) or Belgian structured communication, instead of Label; may be empty
	Address   Address       // of the debtor, for banks outside the European Economic Area; may be empty
	End       bool          // the last instalment of its plan
	Already   []Issue       // every file that an instalment of that plan and number was put into
}

// Address is where a debtor lives, as it is known.
type Address struct {
	Lines      []string // street and what else precedes the town
	PostalCode string
	Town       string
	Country    string // ISO 3166 code
}

// Known reports whether the address is one that a file can bear: a country, and
// a town or a line.
func (a Address) Known() bool {
	return len(a.Country) == 2 && (a.Town != "" || len(a.Lines) > 0)
}

// Creditor is the own company as the file names it.
type Creditor struct {
	ID   string // key of the ledger
	Name string
	ICS  string // SEPA creditor identifier
	IBAN string
	BIC  string // may be empty
}

// Options are the choices of one run. Zero values are the defaults.
type Options struct {
	Today     calendar.Date // the day the file is handed to the bank
	CollectBy calendar.Date // latest collection day wanted; zero = DefaultHorizon days after Today
	LeadCORE  int           // TARGET days; less than 1 = DefaultLead
	LeadB2B   int           // TARGET days; less than 1 = DefaultLead
	Notice    int           // calendar days of pre-notification; less than 1 = DefaultNotice; a shorter term is agreed with the debtor
	Again     []Key         // instalments to collect although a file had them before
}

// Sequence is the place of a collection in the life of its mandate.
type Sequence string

// Sequences, by their ISO 20022 code.
const (
	First     Sequence = "FRST"
	Recurrent Sequence = "RCUR"
	Final     Sequence = "FNAL"
	OneOff    Sequence = "OOFF"
)

// Valid reports whether s is one of the four sequences.
func (s Sequence) Valid() bool {
	return s == First || s == Recurrent || s == Final || s == OneOff
}

// Reason says why an instalment is not collected.
type Reason uint8

// Reasons. The zero value is none.
const (
	NoReason         Reason = iota
	NoCreditorName          // of the own company nothing can be written
	BadICS                  // the own creditor identifier is missing or wrong
	BadCreditorIBAN         // the own account is missing or wrong
	BadCreditorBIC          // the own bank's code is wrong
	OtherCreditor           // the client owes to another company than the one collecting
	Duplicate               // the same instalment was given twice
	NotEuro                 // the schemes know euros only
	AmountOutOfRange        // under MinAmount or over MaxAmount
	BadReference            // the instalment's own identifier would exceed MaxReference
	AlreadyIssued           // a file has it; Skipped.Issue says which
	NotDueInHorizon         // collected after CollectBy; Skipped.From is its collection day
	NoMandate               // the client gave none
	Revoked                 // the mandate was withdrawn
	MandateNotSigned        // no day of signature, or one to come
	BadMandateRef           // the mandate's reference is no SEPA identifier
	SharedMandateRef        // another client's mandate bears the same reference
	Lapsed                  // no collection for LapseMonths; Skipped.From is the day it lapsed
	UsedUp                  // a one-off mandate was used, or a final collection ended it
	ConsumerOnB2B           // a consumer cannot give a B2B mandate
	BadIBAN                 // the debtor's account is missing or wrong
	OutsideSEPA             // the debtor's account is in a country out of the schemes
	BadBIC                  // the debtor's bank code is wrong
	MissingBIC              // an account outside the European Economic Area needs the bank's code
	NoName                  // of the account holder nothing can be written
	TooSoon                 // the pre-notification is missing or too fresh; Skipped.From is the first day, zero if missing
	ReasonCount
)

// Collection is one instalment to collect, in the form the file needs: texts in
// the SEPA characters, identifiers in their electronic form.
type Collection struct {
	Candidate
	Mandate   Mandate       // as it stood before this collection
	CollectOn calendar.Date // a TARGET day
	Sequence  Sequence
	EndToEnd  string // identifier that comes back on the bank statement: see EndToEnd
	Debtor    string // account holder, at most MaxName characters
	Text      string // what the debtor reads, at most MaxText characters; empty where Structured is set
	// Structured is the creditor reference in its electronic form (RF…, or the
	// twelve digits of a Belgian communication); empty = none, or an invalid one,
	// which then stands in Text.
	Structured string
	Repeat     bool // asked for again: a file had it before
	Late       bool // collected after the TARGET day that its date in the plan falls on
}

// Skipped is one instalment that is not collected.
type Skipped struct {
	Candidate
	Reason  Reason
	Mandate string        // reference of the mandate concerned, where there is one
	From    calendar.Date // a date that belongs to the reason
	Issue   Issue         // the latest file, for AlreadyIssued
}

// Batch is the result of Propose: every candidate, once.
type Batch struct {
	Creditor    Creditor     // in the form the file needs
	Collections []Collection // by day, scheme, sequence, client, date in the plan, plan, number
	Skipped     []Skipped    // by client, date in the plan, plan, number
}

// Total is the sum of all collections, in euro cents.
func (b Batch) Total() int64 {
	var t int64
	for i := range b.Collections {
		t += b.Collections[i].Amount.Minor
	}
	return t
}
