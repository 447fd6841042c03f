package plan

import (
	"fmt"

	"relance/domain/calendar"
)

// Code says why a plan cannot be drawn up, changed or saved.
type Code uint8

// Reasons. Limit is what would still do, On a date that would, Line the line
// concerned, each where the comment says so.
const (
	NothingToPay    Code = iota // no part, or one that is not positive
	NoSchedule                  // neither a number, nor an amount, nor an end
	TooMany                     // more than MaxInstalments; Limit is that number, Least the lowest amount of each that needs no more
	TooSmall                    // less than one minor unit per instalment; Limit is the highest number
	DownTooLarge                // the down payment is negative or leaves nothing; Limit is the total
	FirstTooEarly               // a date is before Today
	NoSuchDay                   // day of the month outside 1 to 31 and LastDay
	MonthlyTooHigh              // so many instalments of that amount leave nothing for the last; Limit is the highest amount
	LastTooLarge                // the last line as asked leaves nothing for the others, or stands alone; Limit is the highest amount
	EndTooEarly                 // no instalment by the end asked; On is the first date there is
	CapacityTooLow              // what can be paid a month never pays it off; Limit is the lowest amount of whole units that does, 0 = none
	NoSeason                    // every month is left out
	DownAfterFirst              // the down payment comes after another line; On is that line's date
	TooLate                     // a date lies beyond MaxYears; On is the last one
	PinnedTooHigh               // what is fixed leaves nothing for the other lines; Limit is what it may come to
	Unbalanced                  // every line is fixed and they do not sum to the debt; Limit is what is left to place, negative = too much
	NoSuchLine                  // no line of that number
	NotPositive                 // an amount that is not positive
	OutOfOrder                  // the date is not between those of the lines around; On is the one in the way
	OnlyLine                    // the only line cannot be taken out
	NothingLeft                 // another line without an amount would have nothing to pay
	NoSuchItem                  // no document of that number in the order of payment
	CapacityTooSlow             // what can be paid a month takes more than MaxInstalments; Limit as of CapacityTooLow
	CodeCount
)

// Error is a plan that cannot be drawn up, changed or saved. The words stand in
// the catalogue.
type Error struct {
	Code  Code
	Limit int64         // what would still do, where the code says so
	Least int64         // the lowest amount that would, where the code says so
	On    calendar.Date // a date, where the code says so
}

// Error implements error.
func (e *Error) Error() string {
	return fmt.Sprintf("plan: code %d, limit %d, on %v", e.Code, e.Limit, e.On)
}
