package calendar

import "time"

// IsBusinessDay reports whether d is a Monday to Friday that is no holiday of
// the zone (jour ouvré).
func (z Zone) IsBusinessDay(d Date) bool {
	wd := d.Weekday()
	return wd != time.Saturday && wd != time.Sunday && !z.IsHoliday(d)
}

// NextBusinessDay gives d itself when it is a business day, else the first
// business day after it. No date stays no date, here and below.
func (z Zone) NextBusinessDay(d Date) Date { return z.seek(d, 1) }

// PreviousBusinessDay gives d itself when it is a business day, else the last
// business day before it.
func (z Zone) PreviousBusinessDay(d Date) Date { return z.seek(d, -1) }

func (z Zone) seek(d, step Date) Date {
	for !d.IsZero() && !z.IsBusinessDay(d) {
		d += step
	}
	return d
}

// AddBusinessDays gives the nth business day after d, or before it for a
// negative n; d itself, business day or not, for n = 0. The result stays
// within MinDate and MaxDate.
func (z Zone) AddBusinessDays(d Date, n int) Date {
	if d.IsZero() {
		return d
	}
	step := Date(1)
	if n < 0 {
		step, n = -1, -n
	}
	for n != 0 && d+step >= MinDate && d+step <= MaxDate {
		d += step
		if z.IsBusinessDay(d) {
			n--
		}
	}
	return d
}

// BusinessDaysBetween counts the business days after from, up to and including
// to; it is negative when to is earlier, and then counts those before from,
// down to and including to. Hence it undoes AddBusinessDays.
func (z Zone) BusinessDaysBetween(from, to Date) int {
	from, to = min(max(from, MinDate), MaxDate), min(max(to, MinDate), MaxDate)
	count := 0
	for d := from + 1; d <= to; d++ {
		if z.IsBusinessDay(d) {
			count++
		}
	}
	for d := from - 1; d >= to; d-- {
		if z.IsBusinessDay(d) {
			count--
		}
	}
	return count
}

// Rolling says where a date goes that is no business day.
type Rolling uint8

// The rolling modes. A contractual due date is not rolled (French law has no
// general rule that moves it); bills, instalments and debits may be.
const (
	NoRolling         Rolling = iota
	Following                 // the next business day
	Preceding                 // the business day before
	ModifiedFollowing         // the next one, unless it is in the next month: then the one before
)

// Roll applies a rolling mode with the zone's business days.
func (z Zone) Roll(d Date, r Rolling) Date {
	switch r {
	case Following:
		return z.NextBusinessDay(d)
	case Preceding:
		return z.PreviousBusinessDay(d)
	case ModifiedFollowing:
		if next := z.NextBusinessDay(d); next <= d.EndOfMonth() {
			return next
		}
		return z.PreviousBusinessDay(d)
	}
	return d
}

// NextWeekday gives the first such weekday strictly after d.
func NextWeekday(d Date, wd time.Weekday) Date {
	return d + 1 + Date((int(wd-(d+1).Weekday())%7+7)%7)
}

// NextDayOfMonth gives the first date strictly after d that bears that day of
// the month, or is its month's last day where the month is shorter. A day
// under 1 counts as 1.
func NextDayOfMonth(d Date, day int) Date {
	day = min(max(day, 1), 31)
	y, m, _ := d.YMD()
	if this := onDay(y, m, day); this > d {
		return this
	}
	return onDay(y, m+1, day)
}

func onDay(year int, month time.Month, day int) Date {
	first := Of(year, month, 1)
	return min(first+Date(day-1), first.EndOfMonth())
}
