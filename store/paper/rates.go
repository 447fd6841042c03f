package paper

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
)

// RatePeriod is a run of days that bear one rate.
type RatePeriod struct {
	From, To    calendar.Date // both counted
	RatePPM     int64         // parts per million of a year
	Provisional bool          // the rate of the period was not published
}

// ratesNamed is how many periods are named in a sentence; more are in the annex.
const ratesNamed = 6

// RatesVary reports whether interest was computed at more than one rate.
func (a Agreement) RatesVary() bool {
	first, some, vary := int64(0), false, false
	for _, c := range a.Charges {
		for _, s := range c.Segments {
			vary = vary || some && s.RatePPM != first
			first, some = s.RatePPM, true
		}
	}
	return vary
}

// Rates are the rates at which interest was computed, each with its period, in
// order of time. Nil where there is one rate or none, where two rates ran on the
// same days, so that no sentence can name them, and where they are too many for
// one: the annex then has them.
func (a Agreement) Rates() []RatePeriod {
	if !a.RatesVary() {
		return nil
	}
	var all []RatePeriod
	for _, c := range a.Charges {
		for _, s := range c.Segments {
			all = append(all, RatePeriod{s.From, s.To, s.RatePPM, s.Provisional})
		}
	}
	slices.SortStableFunc(all, func(x, y RatePeriod) int { return cmp.Compare(x.From, y.From) })
	out := all[:1:1]
	for _, next := range all[1:] {
		last := &out[len(out)-1]
		switch {
		case next.RatePPM == last.RatePPM && next.Provisional == last.Provisional:
			last.To = max(last.To, next.To)
		case next.From <= last.To:
			return nil
		default:
			out = append(out, next)
		}
	}
	if len(out) > ratesNamed {
		return nil
	}
	return out
}

// Rate is the one rate at which interest was computed, else the one stated: 0
// where there are several or none.
func (a Agreement) Rate() int64 {
	if a.RatesVary() {
		return 0
	}
	for _, c := range a.Charges {
		for _, s := range c.Segments {
			return s.RatePPM
		}
	}
	return a.RatePPM
}
