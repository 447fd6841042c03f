// Package calendar holds days: dates without a time zone, the arithmetic of
// months and due dates, public holidays and business days of France and Belgium.
package calendar

import (
	"errors"
	"fmt"
	"time"
)

// ErrDate says that a text is no date, or one outside the years 1 to 9999.
var ErrDate = errors.New("calendar: not a date")

// Date is a day of the Gregorian calendar, counted from 0001-01-01 (day 1).
// The zero value is no date; it sorts before every day.
type Date int32

// The first and the last day that the readers of this package accept.
const (
	MinDate Date = 1       // 0001-01-01
	MaxDate Date = 3652059 // 9999-12-31
)

const unixEpoch = 719163 // 1970-01-01 as a Date

// Of gives the day of that year, month and day of month, normalised as
// time.Date does (the 31st of April is the 1st of May).
func Of(year int, month time.Month, day int) Date {
	return Date(fromCivil(int64(year), int64(month), int64(day)))
}

// FromTime gives the day shown by t in t's own time zone.
func FromTime(t time.Time) Date {
	y, m, d := t.Date()
	return Of(y, m, d)
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == 0 }

// Time gives midnight UTC of the day.
func (d Date) Time() time.Time { return time.Unix(int64(d-unixEpoch)*86400, 0).UTC() }

// YMD gives year, month and day of month.
func (d Date) YMD() (year int, month time.Month, day int) { return toCivil(int64(d)) }

// Year gives the year.
func (d Date) Year() int {
	y, _, _ := d.YMD()
	return y
}

// Weekday gives the day of the week.
func (d Date) Weekday() time.Weekday { return time.Weekday((int32(d)%7 + 7) % 7) }

// AddDays gives the day n days later (earlier for a negative n).
func (d Date) AddDays(n int) Date { return d + Date(n) }

// Sub gives the number of days from e to d.
func (d Date) Sub(e Date) int { return int(d - e) }

// AddMonths gives the same day of the month n months later, or the last day
// of that month where it is shorter (31 January + 1 month = 28 February).
func (d Date) AddMonths(n int) Date {
	y, m, day := d.YMD()
	first := Of(y, m+time.Month(n), 1)
	return min(first+Date(day-1), first.EndOfMonth())
}

// EndOfMonth gives the last day of d's month.
func (d Date) EndOfMonth() Date {
	y, m, _ := d.YMD()
	return Of(y, m+1, 1) - 1
}

// String gives the form 2006-01-02, or nothing for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return string(d.Append(make([]byte, 0, len(time.DateOnly))))
}

// Append adds the form of String to b.
func (d Date) Append(b []byte) []byte {
	if d.IsZero() {
		return b
	}
	y, m, day := d.YMD()
	if y < 0 || y > 9999 {
		return fmt.Appendf(b, "%04d-%02d-%02d", y, int(m), day)
	}
	return append(b,
		digit(y/1000), digit(y/100), digit(y/10), digit(y), '-',
		digit(int(m)/10), digit(int(m)), '-', digit(day/10), digit(day))
}

func digit(n int) byte { return byte('0' + n%10) }

// Parse reads the form 2006-01-02; any other text is ErrDate.
func Parse(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return 0, fmt.Errorf("%w: %q", ErrDate, s)
	}
	return FromTime(t), nil
}
