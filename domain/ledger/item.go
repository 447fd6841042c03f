package ledger

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
	"relance/domain/money"
)

// Kind is what an item is.
type Kind uint8

// Kinds of item, after the entry that booked them: an invoice is a debit whose
// entry credits sales (70x), a credit note the reverse, a receipt a credit
// whose entry debits cash (51x, 53x), a bill stands on 413.
const (
	Invoice Kind = iota
	CreditNote
	Receipt
	Bill
	Other
	KindCount
)

// ItemKey names an item within its client for ever: an import that changes the
// amount or the due date changes the item, it does not make another.
type ItemKey struct {
	Kind    Kind
	Ordinal uint16        // among items of the same kind, number and date
	Date    calendar.Date // document date (PieceDate)
	Number  string        // document number (PieceRef)
}

// IsZero reports whether k names nothing.
func (k ItemKey) IsZero() bool { return k == ItemKey{} }

// OlderThan reports whether k's document is older than a judgment: its date is
// before the judgment's day. Nothing is older than no day.
func (k ItemKey) OlderThan(judgment calendar.Date) bool {
	return !judgment.IsZero() && k.Date < judgment
}

// Item is one line on a client's account. Amounts are minor units of Currency,
// debits (what the client owes) positive, credits negative.
type Item struct {
	ItemKey
	Booked   calendar.Date // accounting date: known from this day on
	Due      calendar.Date // as the file gives it; zero = by the client's terms
	Amount   int64         // including VAT
	VAT      int64         // included in Amount; zero = not known
	Currency money.Currency
	Scope    uint32 // which Scope it came with
	Matching string // matching code (lettrage), empty = open
	Line     uint32 // line of the file, the last tie-break
	Account  string // general account (411000, 416000 …)
	Label    string
	Order    string // the client's order number
	Opening  bool   // carried forward (à-nouveau)
}

// SortItems brings items into the order that the store keeps and allocation
// expects: by scope, matching code, booking date, line.
func SortItems(items []Item) {
	slices.SortFunc(items, func(a, b Item) int {
		return cmp.Or(
			cmp.Compare(a.Scope, b.Scope),
			cmp.Compare(a.Matching, b.Matching),
			cmp.Compare(a.Booked, b.Booked),
			cmp.Compare(a.Line, b.Line),
		)
	})
}
