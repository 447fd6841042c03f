package calendar

import "time"

// Zone names a list of public holidays. The zero value is France.
type Zone uint8

// The zones. Target is the calendar of euro payments between banks: for
// direct debits and value dates, not for legal deadlines.
const (
	France        Zone = iota // metropolitan France: code du travail, art. L3133-1
	AlsaceMoselle             // the same and two days more: art. L3134-13
	Belgium                   // the ten legal days: royal decree of 18 April 1974
	Target                    // closing days of TARGET
)

// Holiday is the code of a holiday; the zero value is none.
type Holiday uint8

// The holidays of all zones.
const (
	NoHoliday          Holiday = iota
	NewYear                    // 1 January
	GoodFriday                 // Easter − 2: Alsace-Moselle, Target
	EasterMonday               // Easter + 1
	LabourDay                  // 1 May
	VictoryDay                 // 8 May: France
	Ascension                  // Easter + 39
	WhitMonday                 // Easter + 50
	BastilleDay                // 14 July: France
	BelgianNationalDay         // 21 July
	Assumption                 // 15 August
	AllSaints                  // 1 November
	Armistice                  // 11 November
	Christmas                  // 25 December
	SaintStephen               // 26 December: Alsace-Moselle, Target
)

type zones uint8

const (
	inFrance  zones = 1<<France | 1<<AlsaceMoselle
	inAlsace  zones = 1 << AlsaceMoselle
	inBelgium zones = 1 << Belgium
	inTarget  zones = 1 << Target
	inAll     zones = inFrance | inBelgium | inTarget
)

// Easter gives Easter Sunday of a Gregorian year (Meeus/Butcher).
func Easter(year int) Date {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (b - (b+8)/25 + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	l := (32 + 2*e + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return Of(year, time.Month(n/31), n%31+1)
}

// IsHoliday reports whether d is a public holiday of the zone, on whatever
// day of the week it falls. Sundays are not holidays by themselves.
func (z Zone) IsHoliday(d Date) bool {
	_, ok := z.HolidayName(d)
	return ok
}

// HolidayName gives the holiday that d is in the zone. Where a movable feast
// falls on a fixed day (Ascension on 1 May 2008), it is the fixed one.
func (z Zone) HolidayName(d Date) (Holiday, bool) {
	if d < MinDate || d > MaxDate || z > Target {
		return NoHoliday, false
	}
	year, month, day := d.YMD()
	if h, in := fixedHoliday(month, day); in&(1<<z) != 0 {
		return h, true
	}
	if month < time.March || month > time.June {
		return NoHoliday, false
	}
	if h, in := movableHoliday(d.Sub(Easter(year))); in&(1<<z) != 0 {
		return h, true
	}
	return NoHoliday, false
}

func fixedHoliday(month time.Month, day int) (Holiday, zones) {
	switch int(month)*100 + day {
	case 101:
		return NewYear, inAll
	case 501:
		return LabourDay, inAll
	case 508:
		return VictoryDay, inFrance
	case 714:
		return BastilleDay, inFrance
	case 721:
		return BelgianNationalDay, inBelgium
	case 815:
		return Assumption, inFrance | inBelgium
	case 1101:
		return AllSaints, inFrance | inBelgium
	case 1111:
		return Armistice, inFrance | inBelgium
	case 1225:
		return Christmas, inAll
	case 1226:
		return SaintStephen, inAlsace | inTarget
	}
	return NoHoliday, 0
}

func movableHoliday(afterEaster int) (Holiday, zones) {
	switch afterEaster {
	case -2:
		return GoodFriday, inAlsace | inTarget
	case 1:
		return EasterMonday, inAll
	case 39:
		return Ascension, inFrance | inBelgium
	case 50:
		return WhitMonday, inFrance | inBelgium
	}
	return NoHoliday, 0
}
