// Package plan draws up instalment plans [échéanciers] and follows them: what
// was paid of each instalment, whether the plan holds, and what it holds back
// from collecting. A plan's amounts are minor units of its currency.
package plan

import (
	"fmt"
	"math"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
)

// Bounds of a plan.
const (
	MaxInstalments = 120 // ten years: beyond that it is no payment plan
	downDays       = 3   // business days until the down payment, as for a transfer announced
)

// Options say how a plan is to be drawn up. Count or Monthly is positive; where
// both are, Count instalments of Monthly are drawn up, the last with the rest,
// more or less than the others.
type Options struct {
	Today   calendar.Date
	Count   int           // number of equal instalments, after the down payment
	Monthly int64         // amount of each instalment; the last takes the rest
	First   calendar.Date // of the first instalment; zero = next month on Day
	Day     int           // day of the month, 1 to 31; zero = that of the first instalment
	Down    int64         // down payment [acompte]; zero = none
	DownOn  calendar.Date // zero = 3 business days after Today
	Zone    calendar.Zone // whose weekends and holidays move dates
}

// Code says why a plan cannot be drawn up.
type Code uint8

// Reasons.
const (
	NothingToPay   Code = iota // no part, or one that is not positive
	NoSchedule                 // neither a number nor an amount
	TooMany                    // more than MaxInstalments; Limit is that number
	TooSmall                   // less than one minor unit per instalment; Limit is the highest number
	DownTooLarge               // the down payment is negative or leaves nothing; Limit is the total
	FirstTooEarly              // the first date, or the down payment's, is before Today
	NoSuchDay                  // day of the month outside 1 to 31
	MonthlyTooHigh             // so many instalments of that amount leave nothing for the last; Limit is the highest amount
	CodeCount
)

// Error is a plan that cannot be drawn up. The words stand in the catalogue.
type Error struct {
	Code  Code
	Limit int64 // what would still do, where the code says so
}

// Error implements error.
func (e *Error) Error() string { return fmt.Sprintf("plan: code %d, limit %d", e.Code, e.Limit) }

// Build draws up a monthly plan over the parts given. The principal of its
// lines sums to the total of the parts to the minor unit: equal shares are
// truncated and the last line takes the remainder (10 000.00 in 7 is
// 6 × 1 428.57 + 1 428.58).
//
// Without First the first instalment falls next month, on Day or on today's day
// of the month. Each month's date counts from that anchor and is the month's
// last day where the month is shorter (31 January, 28 February, 31 March); a
// date on a weekend or a holiday moves to the next business day without moving
// those after it: Moves tells which. Interest is left at zero. An impossible
// plan is an *Error.
func Build(total []journal.Part, currency money.Currency, opt Options) (journal.Plan, error) {
	sum, err := check(total, opt)
	if err != nil {
		return journal.Plan{}, err
	}
	amounts, err := shares(sum-opt.Down, currency, opt)
	if err != nil {
		return journal.Plan{}, err
	}
	if opt.Down > 0 {
		amounts = append([]int64{opt.Down}, amounts...)
	}
	p := journal.Plan{Currency: currency, Items: append([]journal.Part(nil), total...)}
	for i, day := range anchors(opt, len(amounts)) {
		p.Instalments = append(p.Instalments, journal.Instalment{Due: opt.Zone.NextBusinessDay(day), Principal: amounts[i]})
	}
	return p, nil
}

// check gives the total of the parts.
func check(total []journal.Part, opt Options) (int64, error) {
	var sum int64
	for _, part := range total {
		if part.Amount <= 0 || sum > math.MaxInt64-part.Amount {
			return 0, &Error{Code: NothingToPay}
		}
		sum += part.Amount
	}
	switch {
	case sum == 0:
		return 0, &Error{Code: NothingToPay}
	case opt.Count == 0 && opt.Monthly == 0 || opt.Count < 0 || opt.Monthly < 0:
		return 0, &Error{Code: NoSchedule}
	case opt.Down < 0 || opt.Down >= sum:
		return 0, &Error{Code: DownTooLarge, Limit: sum}
	case opt.Day < 0 || opt.Day > 31:
		return 0, &Error{Code: NoSuchDay}
	case !opt.First.IsZero() && opt.First < opt.Today, !opt.DownOn.IsZero() && opt.DownOn < opt.Today:
		return 0, &Error{Code: FirstTooEarly}
	}
	return sum, nil
}

func shares(rest int64, currency money.Currency, opt Options) ([]int64, error) {
	if opt.Count > MaxInstalments || opt.Count == 0 && (rest-1)/opt.Monthly >= MaxInstalments {
		return nil, &Error{Code: TooMany, Limit: MaxInstalments}
	}
	if int64(opt.Count) > rest {
		return nil, &Error{Code: TooSmall, Limit: rest}
	}
	var out []int64
	if last := int64(opt.Count) - 1; last >= 0 && opt.Monthly > 0 {
		if last > 0 && opt.Monthly > (rest-1)/last {
			return nil, &Error{Code: MonthlyTooHigh, Limit: (rest - 1) / last}
		}
		for range last {
			out = append(out, opt.Monthly)
		}
		return append(out, rest-last*opt.Monthly), nil
	}
	if opt.Count > 0 {
		for _, a := range money.Split(money.Of(rest, currency), opt.Count) {
			out = append(out, a.Minor)
		}
		return out, nil
	}
	for ; rest > opt.Monthly; rest -= opt.Monthly {
		out = append(out, opt.Monthly)
	}
	return append(out, rest), nil
}

// anchors gives the dates of n lines before they move to business days.
func anchors(opt Options, n int) []calendar.Date {
	first, day := opt.First, opt.Day
	if day == 0 {
		from := opt.First
		if from.IsZero() {
			from = opt.Today
		}
		_, _, day = from.YMD()
	}
	if first.IsZero() {
		first = inMonth(opt.Today, 1, day)
	}
	out := make([]calendar.Date, 0, n)
	if opt.Down > 0 {
		on := opt.DownOn
		if on.IsZero() {
			on = min(opt.Zone.AddBusinessDays(opt.Today, downDays), first)
		}
		out = append(out, on)
	}
	for i := 0; len(out) < n; i++ {
		if i == 0 {
			out = append(out, first)
			continue
		}
		out = append(out, inMonth(first, i, day))
	}
	return out
}

// inMonth gives that day of the month n months after d's month, or the month's
// last day where it is shorter.
func inMonth(d calendar.Date, n, day int) calendar.Date {
	y, m, _ := d.YMD()
	first := calendar.Of(y, m, 1).AddMonths(n)
	return min(first.AddDays(day-1), first.EndOfMonth())
}

// Move is an instalment whose date was moved to a business day.
type Move struct {
	Index int           // of the instalment
	From  calendar.Date // the date by the calendar
	To    calendar.Date // the business day
}

// Moves tells which dates of a plan that Build drew up with these options were
// moved. Lines whose date was changed since are left out.
func Moves(p journal.Plan, opt Options) []Move {
	var out []Move
	for i, from := range anchors(opt, len(p.Instalments)) {
		if to := opt.Zone.NextBusinessDay(from); to != from && p.Instalments[i].Due == to {
			out = append(out, Move{Index: i, From: from, To: to})
		}
	}
	return out
}
