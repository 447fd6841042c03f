package calendar

import "time"

// The Gregorian calendar repeats every 400 years of 146097 days. Counting
// years from 1 March puts the leap day at the end of the year, so that a day's
// month follows from integer division alone.
const (
	daysPer400Years = 146097
	marchShift      = 306 // days from 0000-03-01 to 0001-01-01
)

// fromCivil gives the day number (1 = 0001-01-01) of a year, month and day of
// month, any of which may be out of its range and then carries over.
func fromCivil(year, month, day int64) int64 {
	months := year*12 + month - 3 // months since 0000-03
	y, m := floorDiv(months, 12)
	era, yearOfEra := floorDiv(y, 400)
	dayOfYear := (153*m + 2) / 5
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return era*daysPer400Years + dayOfEra + day - marchShift
}

// toCivil is the inverse of fromCivil.
func toCivil(n int64) (year int, month time.Month, day int) {
	era, dayOfEra := floorDiv(n+marchShift-1, daysPer400Years)
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	mp := (5*dayOfYear + 2) / 153
	day = int(dayOfYear - (153*mp+2)/5 + 1)
	y := yearOfEra + era*400
	if mp < 10 {
		return int(y), time.Month(mp + 3), day
	}
	return int(y + 1), time.Month(mp - 9), day
}

func floorDiv(a, b int64) (quotient, remainder int64) {
	quotient, remainder = a/b, a%b
	if remainder < 0 {
		quotient--
		remainder += b
	}
	return quotient, remainder
}

// daysIn gives the number of days of a month of the years 1 to 9999.
func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// exact gives the day of that year, month and day of month when there is one
// in the years 1 to 9999.
func exact(year, month, day int) (Date, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, false
	}
	return Date(fromCivil(int64(year), int64(month), int64(day))), true
}
