package entry

import (
	"time"

	"relance/domain/act"
	"relance/domain/calendar"
)

// dateKind is a way of naming a day.
type dateKind uint8

const (
	noDate         dateKind = iota
	dateInDays              // n calendar days from today; signed
	dateBusiness            // n business days
	dateWeeks               // n weeks
	dateWeekday             // n is a time.Weekday
	dateOfMonth             // n is a day of the month
	dateDayMonth            // n/month, and year unless 0
	dateEndOfMonth          // last day of a month
)

// dateSpec is a day as it was typed.
type dateSpec struct {
	kind           dateKind
	n, month, year int
	text           string
}

const (
	// halfYear is how far a day and month without a year may lie in the next
	// year (the last, for receipts) before it is taken for a day that is over.
	// What is agreed to be paid is never over: it is the next such day.
	halfYear  = 183
	wholeYear = 366
	farthest  = 3660 // days: nobody agrees anything for later than in ten years
)

// future finds the day meant by s after today (orToday: or today). A day and
// month without a year may lie so many days in the next one.
func (s dateSpec) future(f *act.Facts, orToday bool, reach int) (calendar.Date, act.Question) {
	today := f.Today
	var d calendar.Date
	switch s.kind {
	case dateInDays:
		d = today.AddDays(s.n)
	case dateBusiness:
		d = f.Zone.AddBusinessDays(today, s.n)
	case dateWeeks:
		d = today.AddDays(7 * s.n)
	case dateWeekday:
		d = calendar.NextWeekday(today, time.Weekday(s.n))
	case dateOfMonth:
		d = calendar.NextDayOfMonth(today, s.n)
	case dateEndOfMonth:
		if d = today.EndOfMonth(); d == today {
			d = today.AddDays(1).EndOfMonth()
		}
	case dateDayMonth:
		var ok bool
		if d, ok = s.inYears(today, 1, reach); !ok {
			return 0, act.Question{Code: act.AskNoSuchDay, Text: s.text}
		}
	}
	switch {
	case d < today || d == today && !orToday:
		return 0, act.Question{Code: act.AskPast, Text: s.text, Day: d}
	case d.Sub(today) > farthest || d > calendar.MaxDate:
		return 0, act.Question{Code: act.AskNoSuchDay, Text: s.text}
	}
	return d, act.Question{}
}

// past finds the day meant by s on or before today.
func (s dateSpec) past(f *act.Facts) (calendar.Date, act.Question) {
	today := f.Today
	var d calendar.Date
	switch s.kind {
	case dateInDays:
		d = today.AddDays(s.n)
	case dateBusiness:
		d = f.Zone.AddBusinessDays(today, -s.n)
	case dateWeeks:
		d = today.AddDays(-7 * s.n)
	case dateWeekday:
		d = calendar.NextWeekday(today, time.Weekday(s.n)).AddDays(-7)
	case dateOfMonth:
		d = lastDayOfMonth(today, s.n)
	case dateEndOfMonth:
		if d = today.EndOfMonth(); d != today {
			y, m, _ := today.YMD()
			d = calendar.Of(y, m, 1).AddDays(-1)
		}
	case dateDayMonth:
		var ok bool
		if d, ok = s.inYears(today, -1, halfYear); !ok {
			return 0, act.Question{Code: act.AskNoSuchDay, Text: s.text}
		}
	}
	switch {
	case d > today:
		return 0, act.Question{Code: act.AskFuture, Text: s.text, Day: d}
	case today.Sub(d) > farthest || d < calendar.MinDate:
		return 0, act.Question{Code: act.AskNoSuchDay, Text: s.text}
	}
	return d, act.Question{}
}

// inYears places a day and month: in the year given, or in today's, or in the
// year beside it (step 1 = next, -1 = last) where that is at most so many days
// away. Today itself, and a day on the wrong side of it, are given back as they
// are, for the question.
func (s dateSpec) inYears(today calendar.Date, step, reach int) (calendar.Date, bool) {
	if s.year != 0 {
		return exactDay(s.year, s.month, s.n)
	}
	this, ok := exactDay(today.Year(), s.month, s.n)
	if ok && (step > 0 && this >= today || step < 0 && this <= today) {
		return this, true
	}
	beside, okBeside := exactDay(today.Year()+step, s.month, s.n)
	if okBeside && step*beside.Sub(today) <= reach {
		return beside, true
	}
	return this, ok
}

func exactDay(year, month, day int) (calendar.Date, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 {
		return 0, false
	}
	d := calendar.Of(year, time.Month(month), day)
	_, m, _ := d.YMD()
	return d, int(m) == month
}

// lastDayOfMonth gives the last date on or before d that bears that day of the
// month, or is its month's last day where the month is shorter.
func lastDayOfMonth(d calendar.Date, day int) calendar.Date {
	y, m, _ := d.YMD()
	for {
		first := calendar.Of(y, m, 1)
		if on := min(first.AddDays(day-1), first.EndOfMonth()); on <= d {
			return on
		}
		m--
	}
}

// roll moves a day to a business day of the debtor's calendar and says why.
// Asked is zero where nothing moved.
func roll(z calendar.Zone, d calendar.Date) (day, asked calendar.Date, why Moved) {
	day = z.NextBusinessDay(d)
	if day == d {
		return d, 0, Moved{}
	}
	wd := d.Weekday()
	why.Weekend = wd == time.Saturday || wd == time.Sunday
	why.Holiday, _ = z.HolidayName(d)
	return day, d, why
}

// defaultFriday gives the Friday at least two business days away.
func defaultFriday(z calendar.Zone, today calendar.Date) calendar.Date {
	friday := calendar.NextWeekday(today, time.Friday)
	for z.BusinessDaysBetween(today, z.NextBusinessDay(friday)) < 2 {
		friday = friday.AddDays(7)
	}
	return friday
}
