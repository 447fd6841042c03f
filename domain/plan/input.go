// Package plan draws up instalment plans [échéanciers], edits them, and follows
// them: what was paid of each instalment, whether the plan holds, and what it
// holds back from collecting. A plan's amounts are minor units of its currency.
package plan

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
)

// Bounds of a plan.
const (
	MaxInstalments = 120 // ten years of months: beyond that it is no payment plan
	MaxYears       = 60  // no date lies further ahead
	downDays       = 3   // business days until the down payment, as for a transfer announced
)

// Debt is a document that a plan pays, or the part of it that it pays.
type Debt struct {
	journal.Part
	Due calendar.Date // zero = not known: it then comes last in the order of due dates
}

// Order is the order in which instalments pay the documents.
type Order uint8

// Orders of payment.
const (
	ByDueDate    Order = iota // the oldest due date first (C. civ. art. 1342-10), then the older document, then by number
	LargestFirst              // the largest amount first
	AsGiven                   // as they stand
	OrderCount
)

// Input is what a plan is drawn up over. A Sheet keeps it: do not change what
// it holds afterwards.
type Input struct {
	Today    calendar.Date
	Currency money.Currency
	Items    []Debt
	Order    Order         // in which instalments pay Items
	Zone     calendar.Zone // whose weekends and holidays move dates

	Charger   Charger            // what the items bear; nil = nothing is computed
	Interest  journal.ChargeMode // what the plan makes of the interest
	Fees      journal.ChargeMode // and of the indemnities
	ChargedTo calendar.Date      // day to which what is waived or suspended is computed; zero = Today
	Clause    journal.Clause
}

// owed is an item in its order of payment.
type owed struct {
	Debt
	at int // in Input.Items, for the Charger; -1 = not among them
}

// Parts gives debts without due dates.
func Parts(parts []journal.Part) []Debt {
	out := make([]Debt, len(parts))
	for i, p := range parts {
		out[i].Part = p
	}
	return out
}

// arranged gives the items in an order of payment; equals stay as given.
func arranged(items []Debt, order Order) []owed {
	out := make([]owed, len(items))
	for i, d := range items {
		out[i] = owed{Debt: d, at: i}
	}
	arrange(out, order)
	return out
}

func arrange(items []owed, order Order) {
	switch order {
	case ByDueDate:
		slices.SortStableFunc(items, func(a, b owed) int {
			return CompareAge(a.Debt, b.Debt)
		})
	case LargestFirst:
		slices.SortStableFunc(items, func(a, b owed) int { return cmp.Compare(b.Amount, a.Amount) })
	}
}

// CompareAge is ByDueDate: by due date, by the document's date, by its number.
// Unknown dates come last.
func CompareAge(a, b Debt) int {
	return cmp.Or(compareDue(a.Due, b.Due), compareDue(a.Item.Date, b.Item.Date), cmp.Compare(a.Item.Number, b.Item.Number))
}

// compareDue puts unknown dates last.
func compareDue(a, b calendar.Date) int {
	if a.IsZero() != b.IsZero() {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

// debt gives the total of the items.
func debt(items []owed) (int64, error) {
	var sum int64
	for i := range items {
		a := items[i].Amount
		if a <= 0 || a > money.MaxMinor || sum > money.MaxMinor*1000-a {
			return 0, &Error{Code: NothingToPay}
		}
		sum += a
	}
	if sum == 0 {
		return 0, &Error{Code: NothingToPay}
	}
	return sum, nil
}
