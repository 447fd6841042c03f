// Package terms holds payment terms: from the date of an invoice to the date
// on which it is due, and the legal limit of French law on that delay.
package terms

import (
	"errors"
	"strconv"

	"relance/domain/calendar"
)

// ErrTerms says that a text is not a payment term.
var ErrTerms = errors.New("terms: not a payment term")

// Kind is the rule of a payment term.
type Kind uint8

// The rules. "45 jours fin de mois" has two readings, both admitted (opinion
// of the CEPC on art. L441-10): the contract decides which is meant.
const (
	Unknown    Kind = iota
	Net             // n days from the invoice date
	EndThen         // method A: the end of the month that holds invoice date + n days
	EndPlus         // method B: the end of the invoice's month, + n days
	MonthsEnd       // the end of the month k months after the invoice's
	Decade          // the end of the ten-day period of the invoice date, + n days
	OnReceipt       // the invoice date
	OnFixedDay      // a date that the invoice gives
)

// The largest number of days and of months that Parse accepts.
const (
	MaxDays   = 999
	MaxMonths = 36
)

// Terms is one payment term. Values compare with ==; the zero value is no term.
type Terms struct {
	Kind  Kind
	Count int16         // days; months for MonthsEnd
	Day   uint8         // EndThen: day of the following month, 0 for none
	Fixed calendar.Date // OnFixedDay only
}

// IsZero reports whether t is no term.
func (t Terms) IsZero() bool { return t.Kind == Unknown }

// Due gives the calendar day on which an invoice of that date is due. It is not
// moved off weekends and holidays: no rule of French law moves a contractual
// date. No invoice date, or no term, gives no date; a fixed date needs none.
func (t Terms) Due(invoice calendar.Date) calendar.Date {
	if t.Kind == OnFixedDay {
		return t.Fixed
	}
	if invoice.IsZero() {
		return 0
	}
	n := int(t.Count)
	switch t.Kind {
	case Net:
		return invoice.AddDays(n)
	case EndThen:
		end := invoice.AddDays(n).EndOfMonth()
		if t.Day == 0 {
			return end
		}
		return calendar.NextDayOfMonth(end, int(t.Day))
	case EndPlus:
		return invoice.EndOfMonth().AddDays(n)
	case MonthsEnd:
		return invoice.AddMonths(n).EndOfMonth()
	case Decade:
		return endOfDecade(invoice).AddDays(n)
	case OnReceipt:
		return invoice
	}
	return 0
}

// endOfDecade gives the 10th, the 20th or the last day of the month.
func endOfDecade(d calendar.Date) calendar.Date {
	switch _, _, day := d.YMD(); {
	case day <= 10:
		return d.AddDays(10 - day)
	case day <= 20:
		return d.AddDays(20 - day)
	}
	return d.EndOfMonth()
}

// String gives the canonical code, which Parse reads back: NET 30, EOM-A 45,
// EOM-A 30 le 10, EOM-B 45, MEOM 1, DEC 30, RECEPT, FIX 2026-01-31; nothing for
// no term.
func (t Terms) String() string {
	n := strconv.Itoa(int(t.Count))
	switch t.Kind {
	case Net:
		return "NET " + n
	case EndThen:
		if t.Day != 0 {
			return "EOM-A " + n + " le " + strconv.Itoa(int(t.Day))
		}
		return "EOM-A " + n
	case EndPlus:
		return "EOM-B " + n
	case MonthsEnd:
		return "MEOM " + n
	case Decade:
		return "DEC " + n
	case OnReceipt:
		return "RECEPT"
	case OnFixedDay:
		return "FIX " + t.Fixed.String()
	}
	return ""
}

// LegalCap gives the latest date that the general rule of the code de commerce,
// art. L441-10 I, lets the parties agree on: 60 days from the invoice date, or
// 45 days end of month in the later of its two readings. Sector rules
// (art. L441-11) are shorter.
func LegalCap(invoice calendar.Date) calendar.Date {
	return max(
		invoice.AddDays(60),
		Terms{Kind: EndThen, Count: 45}.Due(invoice),
		Terms{Kind: EndPlus, Count: 45}.Due(invoice),
	)
}

// belgianCap is the longest term between businesses in Belgium, whatever they
// agreed (law of 2 August 2002, art. 4, as of 1 February 2022).
const belgianCap = 60

// LegalCapIn is LegalCap by the law of a country: 60 days from the invoice date
// in Belgium (BE), the French rule elsewhere.
func LegalCapIn(country string, invoice calendar.Date) calendar.Date {
	if country == "BE" {
		return invoice.AddDays(belgianCap)
	}
	return LegalCap(invoice)
}

// ExceedsLegalCap reports whether a due date is later than LegalCap allows. It
// is false when either date is missing.
func ExceedsLegalCap(invoice, due calendar.Date) bool {
	return !invoice.IsZero() && !due.IsZero() && due > LegalCap(invoice)
}
