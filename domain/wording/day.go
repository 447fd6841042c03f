package wording

import (
	"fmt"
	"strconv"

	"relance/domain/calendar"
	"relance/domain/money"
)

// sprintf fills a text's format in a language. Both languages take the same
// values in the same order.
func (t Text) sprintf(l Lang, args ...any) string { return fmt.Sprintf(t.In(l), args...) }

// AmountStyle is how amounts are written in a language.
func AmountStyle(l Lang) money.Style {
	if l == English {
		return money.English
	}
	return money.French
}

// Amount writes an amount with its decimals and its currency.
func Amount(l Lang, a money.Amount) string { return money.Format(a, AmountStyle(l)) }

// Short writes an amount as briefly as it is exact: without decimals when they
// are zeros ("12 450 €", "1 500,50 €").
func Short(l Lang, a money.Amount) string {
	unit := int64(1)
	for range a.Currency.Exponent() {
		unit *= 10
	}
	if a.Minor%unit != 0 {
		return Amount(l, a)
	}
	whole := money.FormatWhole(a, AmountStyle(l))
	switch {
	case a.Currency == (money.Currency{}):
		return whole
	case a.Currency != money.EUR:
		return whole + "\u00A0" + a.Currency.String()
	case l != English:
		return whole + "\u00A0€"
	case a.Minor < 0:
		return "-€" + whole[1:]
	}
	return "€" + whole
}

// Plural chooses between one and many: French counts zero as one.
func Plural(l Lang, n int, one, many Text) string {
	if n == 1 || n == -1 || n == 0 && l == French {
		return one.In(l)
	}
	return many.In(l)
}

// Counted writes a number and the word that fits it: "3 factures".
func Counted(l Lang, n int, one, many Text) string {
	return strconv.Itoa(n) + " " + Plural(l, n, one, many)
}

// Percent writes parts per million as whole hundredths: "62 %".
func Percent(l Lang, ppm int64) string {
	n := strconv.FormatInt((ppm+5000)/10000, 10)
	if l == English {
		return n + "%"
	}
	return n + "\u00A0%"
}

// Hour writes minutes since midnight: "9h", "14h30", "9:00"; nothing for none.
func Hour(l Lang, minute int16) string {
	if minute < 0 {
		return ""
	}
	h, m := int(minute)/60, int(minute)%60
	switch {
	case l == English:
		return fmt.Sprintf("%d:%02d", h, m)
	case m == 0:
		return strconv.Itoa(h) + "h"
	}
	return fmt.Sprintf("%dh%02d", h, m)
}

// Weekday names the day of the week.
func Weekday(l Lang, d calendar.Date) string { return LabelWeekdays[d.Weekday()].In(l) }

// Month names the month of a date.
func Month(l Lang, d calendar.Date) string {
	_, m, _ := d.YMD()
	return LabelMonths[m-1].In(l)
}

// Day writes a date with its weekday, "vendredi 27 novembre", "Friday 27
// November", with the year when it is not today's.
func Day(l Lang, d, today calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	s := Weekday(l, d) + " " + dayNumber(l, d) + " " + Month(l, d)
	if today.IsZero() || d.Year() != today.Year() {
		s += " " + strconv.Itoa(d.Year())
	}
	return s
}

// LongDay writes a date with its weekday and its year.
func LongDay(l Lang, d calendar.Date) string { return Day(l, d, 0) }

// ShortDay writes "18/11", with the year's last digits when it is not today's.
func ShortDay(d, today calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	y, m, day := d.YMD()
	s := fmt.Sprintf("%02d/%02d", day, int(m))
	if today.IsZero() || y != today.Year() {
		s += fmt.Sprintf("/%02d", y%100)
	}
	return s
}

func dayNumber(l Lang, d calendar.Date) string {
	_, _, n := d.YMD()
	if n == 1 && l == French {
		return "1er"
	}
	return strconv.Itoa(n)
}

// holidays are the names of calendar.Holiday, in its order.
var holidays = [...]Text{
	{"", ""},
	{"jour de l'An", "New Year's Day"},
	{"Vendredi saint", "Good Friday"},
	{"lundi de Pâques", "Easter Monday"},
	{"fête du Travail", "Labour Day"},
	{"8 mai", "Victory Day"},
	{"Ascension", "Ascension Day"},
	{"lundi de Pentecôte", "Whit Monday"},
	{"14 juillet", "Bastille Day"},
	{"fête nationale belge", "Belgian National Day"},
	{"Assomption", "Assumption Day"},
	{"Toussaint", "All Saints' Day"},
	{"11 novembre", "Armistice Day"},
	{"Noël", "Christmas Day"},
	{"Saint-Étienne", "St Stephen's Day"},
}

var _ = [1]struct{}{}[len(holidays)-1-int(calendar.SaintStephen)]

// Holiday names a public holiday.
func Holiday(l Lang, h calendar.Holiday) string {
	if int(h) >= len(holidays) {
		return ""
	}
	return holidays[h].In(l)
}

var (
	movedTo        = Text{"le %s reporté au %s", "%s moved to %s"}
	movedToHoliday = Text{"le %s, %s, reporté au %s", "%s, %s, moved to %s"}
)

// Moved says that a date was moved to a business day: "le dimanche 29 reporté
// au lundi 30". Nothing where asked is zero or the day itself.
func Moved(l Lang, asked, day calendar.Date, z calendar.Zone) string {
	if asked.IsZero() || asked == day {
		return ""
	}
	from, to := movedDay(l, asked), movedDay(l, day)
	if Month(l, asked) != Month(l, day) {
		from += " " + Month(l, asked)
		to += " " + Month(l, day)
	}
	if h, ok := z.HolidayName(asked); ok {
		return movedToHoliday.sprintf(l, from, Holiday(l, h), to)
	}
	return movedTo.sprintf(l, from, to)
}

func movedDay(l Lang, d calendar.Date) string { return Weekday(l, d) + " " + dayNumber(l, d) }
