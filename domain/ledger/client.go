// Package ledger holds what accounting says: creditors, clients, the items
// booked on their accounts, and how the items settle each other as of a day.
// Imports extend or replace it; nobody edits it. What a person found out about
// a client stands in the journal and is laid over these facts.
package ledger

import (
	"relance/domain/calendar"
	"relance/domain/money"
)

// ClientKey names a client: the creditor it owes to and its account there
// (CompAuxNum of a FEC if filled, else CompteNum).
type ClientKey struct {
	Creditor string
	Account  string
}

// Less orders keys by creditor, then account, bytewise: the order of ties
// everywhere.
func (k ClientKey) Less(o ClientKey) bool {
	if k.Creditor != o.Creditor {
		return k.Creditor < o.Creditor
	}
	return k.Account < o.Account
}

// IsZero reports whether k names nobody.
func (k ClientKey) IsZero() bool { return k == ClientKey{} }

// Nature says which law of late payment a client falls under.
type Nature uint8

// The natures of a debtor.
const (
	Business Nature = iota // B2B, the default
	Consumer               // B2C: no EUR 40, legal rate only
	Public                 // public body: own terms and rates
	NatureCount
)

// Creditor is the company that is owed: one's own.
type Creditor struct {
	ID           string // stable key chosen at the first import, the SIREN or enterprise number by default
	Name         string
	Identifier   string // SIREN or Belgian enterprise number
	IBAN, BIC    string
	ICS          string // SEPA creditor identifier
	Address      string
	Country      string // FR or BE
	Currency     money.Currency
	Zone         calendar.Zone // whose holidays move dates
	DefaultTerms string        // terms code for clients without their own
	Prefixes     []string      // receivable accounts: 411, 413, 416 or 400, 407
	Cutoff       calendar.Date // last ledger date known
	Scopes       []Scope       // what was imported and is still in force

	LateRate         int64  // contractual rate of late-payment interest, parts per million a year; 0 = the law's
	Legal            string // legal form, capital, register: as papers show it
	City             string // where papers are drawn up
	Representative   string // who signs papers, and in what capacity
	RetentionOfTitle bool   // the general terms keep the goods' title until payment [réserve de propriété]
}

// ScopeKind tells how a scope was read and how a later import replaces it.
type ScopeKind uint8

// Kinds of scope.
const (
	Entries  ScopeKind = iota // ledger entries of a period (FEC): replaced by date
	OpenList                  // full open-item lists: one scope for ever, each list settles what is missing
)

// Scope is one import still in force: the period it covers and the number that
// its items bear. Files that are parts of one financial year bear one number.
// Matching codes mean something only among items of one number.
type Scope struct {
	ID       uint32
	Kind     ScopeKind
	From, To calendar.Date // both inclusive; an OpenList has only To, the last list's date
	Closing  calendar.Date // end of the financial year where the file's name said so
	Opens    bool          // with opening entries: where its financial year begins
}

// Contact is a person at a client's.
type Contact struct {
	Name, Role, Phone, Email string
}

// Client is what accounting says about a client.
type Client struct {
	Key           ClientKey
	Name          string
	Identifier    string // SIREN, SIRET or Belgian enterprise number
	VAT           string
	Address       string
	Country       string // ISO 3166 alpha-2, empty = the creditor's
	Language      string // fr, en, nl; empty = by country
	Nature        Nature
	Segment       string
	Sector        string
	SalesRep      string
	Collector     string
	Terms         string // terms code, empty = the creditor's default
	PaymentMethod string
	Limit         money.Amount // no currency = none known
	Cover         money.Amount // insurer's cover; no currency = not insured
	Factored      bool         // invoices financed by a factor: not ours to chase
	Contacts      []Contact

	LateRate       int64         // contractual rate of late-payment interest, parts per million a year; 0 = the creditor's
	NoticeOn       calendar.Date // formal notice [mise en demeure]; zero = none
	ReminderOn     calendar.Date // first reminder of a Belgian consumer; zero = none
	Representative string        // who signs papers, and in what capacity
}

// Account is a client with the items booked on it: in Items, or packed and then
// with no Items.
type Account struct {
	Client Client
	Items  []Item // in the order of SortItems
	Packed Packed // instead of Items; nil = not packed
}

// Book is the whole ledger.
type Book struct {
	Creditors []Creditor // by ID
	Accounts  []*Account // by key
}
