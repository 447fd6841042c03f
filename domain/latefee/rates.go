package latefee

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
)

// MaxPPM is the highest rate that is read: ten times the debt a year.
const MaxPPM = 10_000_000

// Rates are the tables of rates, sorted by basis and day. They never change: a
// new line makes new Rates.
type Rates struct{ lines []Rate }

// Valid reports whether a line can stand in a table.
func (r Rate) Valid() bool {
	return r.Basis < Contract && r.From >= calendar.MinDate && r.From <= calendar.MaxDate &&
		r.PPM >= 0 && r.PPM <= MaxPPM
}

// With lays lines over the tables: a line takes the place of the one of the
// same basis and day, and a later argument that of an earlier one. Lines that
// are not Valid are left out.
func (r Rates) With(lines ...Rate) Rates {
	all := slices.Clone(r.lines)
	for _, l := range lines {
		if !l.Valid() {
			continue
		}
		i, found := slices.BinarySearchFunc(all, l, compareRates)
		if found {
			all[i] = l
		} else {
			all = slices.Insert(all, i, l)
		}
	}
	return Rates{all}
}

// Lines gives all lines, by basis and then by day.
func (r Rates) Lines() []Rate { return slices.Clone(r.lines) }

// At gives the rate of a day. Where the half-year has no line yet by that day,
// ok is false; provisional then says that there is an earlier line, the last
// one known, which is given: a caller may use it where the user accepts it.
func (r Rates) At(b Basis, day calendar.Date) (rate Rate, provisional, ok bool) {
	i := r.last(b, day)
	if i < 0 {
		return Rate{}, false, false
	}
	rate = r.lines[i]
	ok = rate.From >= b.first(day)
	return rate, !ok, ok
}

// Until gives the last day with a known rate, or no date where the table is
// empty. Days before it may be missing.
func (r Rates) Until(b Basis) calendar.Date {
	i := r.last(b, calendar.MaxDate)
	if i < 0 {
		return 0
	}
	return b.end(r.lines[i].From)
}

// last gives the index of the last line of the basis on or before the day, or -1.
func (r Rates) last(b Basis, day calendar.Date) int {
	i, _ := slices.BinarySearchFunc(r.lines, Rate{Basis: b, From: day + 1}, compareRates)
	if i == 0 || r.lines[i-1].Basis != b {
		return -1
	}
	return i - 1
}

// holdsTo gives the last day of the run of days, within the half-year, over
// which what At says of the day stays the same.
func (r Rates) holdsTo(b Basis, day calendar.Date) calendar.Date {
	end := b.end(day)
	i, _ := slices.BinarySearchFunc(r.lines, Rate{Basis: b, From: day + 1}, compareRates)
	if i < len(r.lines) && r.lines[i].Basis == b {
		end = min(end, r.lines[i].From-1)
	}
	return end
}

func compareRates(a, b Rate) int {
	return cmp.Or(cmp.Compare(a.Basis, b.Basis), cmp.Compare(a.From, b.From))
}

// first and end bound the time for which a rate of the basis is published: the
// half-year, or the calendar year for the Belgian rate in civil matters.
func (b Basis) first(day calendar.Date) calendar.Date {
	if b == BECivil {
		return calendar.Of(day.Year(), 1, 1)
	}
	return calendar.HalfYearOf(day).First()
}

func (b Basis) end(day calendar.Date) calendar.Date {
	if b == BECivil {
		return calendar.Of(day.Year()+1, 1, 1) - 1
	}
	return calendar.HalfYearOf(day).Last()
}

func (b Basis) missing(day calendar.Date) MissingRate {
	return MissingRate{Basis: b, From: b.first(day), To: b.end(day)}
}
