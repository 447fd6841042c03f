// Package behaviour says how a client pays, from what it paid.
package behaviour

import "relance/domain/calendar"

// Observation is one invoice that was paid, or is overdue.
type Observation struct {
	On       calendar.Date // day of payment; of an overdue one, the day asked
	DaysLate int           // from the due date to On, negative = early
	Settled  bool
}

// Word is one promise or instalment that has fallen due and was neither
// withdrawn nor superseded.
type Word struct {
	Due      calendar.Date
	Promised int64 // minor units, reductions taken off
	Paid     int64 // in time
	Kept     bool
}

// Prior is what the portfolio says about a client that is not known yet.
type Prior struct {
	LateRatePPM int64
	KeptRatePPM int64
}

// Drift is a recent change of the delay.
type Drift struct {
	Days        int // mean of the last five less the mean of all
	Significant bool
}

// Behaviour is how a client pays.
type Behaviour struct {
	MedianDaysLate  int
	Settled         int
	LateRatePPM     int64
	PromisesKept    int
	PromisesDue     int
	KeptEstimatePPM int64
	KeptLowPPM      int64
	KeptHighPPM     int64
	Drift           Drift
}

// Of computes a client's behaviour as of a day.
func Of(observed []Observation, words []Word, prior Prior, day calendar.Date) Behaviour {
	return Behaviour{}
}
