package calendar

import "time"

// Hours are the hours in which debtors may be called: the same on each of the
// days of the week that are named, none on public holidays of the debtor's
// calendar. Trade credit knows no legal hours; these are manners.
type Hours struct {
	From, To int16   // minutes after midnight, local time; To is not in it
	Days     [7]bool // by time.Weekday
}

// UsualHours are 8:00 to 20:00 from Monday to Saturday.
func UsualHours() Hours {
	h := Hours{From: 8 * 60, To: 20 * 60}
	for d := time.Monday; d <= time.Saturday; d++ {
		h.Days[d] = true
	}
	return h
}

// Cover reports whether one may call on d at that minute of the day, in a zone
// whose holidays are days without calls.
func (h Hours) Cover(d Date, minute int16, z Zone) bool {
	return minute >= h.From && minute < h.To && h.Days[d.Weekday()] && !z.IsHoliday(d)
}
