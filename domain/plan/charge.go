package plan

import (
	"math"
	"math/bits"

	"relance/domain/calendar"
	"relance/domain/journal"
)

// Weight is what late payment costs per minor unit: the yearly rate of each day
// in parts per million, summed over the days. Interest is
// base × PPMDays / 365 000 000.
type Weight struct {
	PPMDays     int64
	Provisional bool // a rate was not published yet and the last known one was used
}

// Opening is interest on a base that runs no more: what of an item was paid late
// before the plan.
type Opening struct {
	Base int64
	Weight
}

// Charger tells what the items of an Input bear, by their index in it.
type Charger interface {
	// Openings is what an item bears besides its Weight, whatever the plan.
	Openings(item int) []Opening
	// Weight is of the days after the item was due, up to and including day;
	// nothing where it bears no interest. A rate that is not known is an error.
	Weight(item int, day calendar.Date) (Weight, error)
	// Fee is the recovery indemnity due once for an item that is paid on a day.
	Fee(item int, day calendar.Date) (int64, error)
}

// exact is an unrounded sum of interest in minor units × ppm × days.
type exact struct{ hi, lo uint64 }

const yearPPM = 365 * 1_000_000

// plus adds the interest on a base; neither is negative.
func (e exact) plus(base, ppmDays int64) exact {
	hi, lo := bits.Mul64(uint64(base), uint64(ppmDays))
	lo, carry := bits.Add64(e.lo, lo, 0)
	hi, _ = bits.Add64(e.hi, hi, carry)
	return exact{hi, lo}
}

// round gives minor units, half up.
func (e exact) round() int64 {
	if e.hi >= yearPPM {
		return math.MaxInt64
	}
	q, r := bits.Div64(e.hi, e.lo, yearPPM)
	if r >= yearPPM-r {
		q++
	}
	return int64(min(q, math.MaxInt64))
}

// walker pays the items one after another.
type walker struct {
	items    []owed
	charger  Charger
	interest bool // asked with the instalments
	fees     bool
	at       int   // item that is being paid
	paid     int64 // of it
	err      error // the first one of the charger
	prov     bool
}

func (st *state) walker() walker {
	in := st.in
	return walker{
		items: st.items, charger: in.Charger,
		interest: in.Charger != nil && st.interest == journal.ChargesAsked,
		fees:     in.Charger != nil && st.fees == journal.ChargesAsked,
	}
}

func (w *walker) weight(item int, day calendar.Date) int64 {
	if !w.interest || w.err != nil || item < 0 {
		return 0
	}
	x, err := w.charger.Weight(item, day)
	if err != nil {
		w.err = err
		return 0
	}
	w.prov = w.prov || x.Provisional
	return max(x.PPMDays, 0)
}

// opening adds what ran on an item before the plan.
func (w *walker) opening(sum exact, item int) exact {
	if !w.interest || w.err != nil || item < 0 {
		return sum
	}
	for _, o := range w.charger.Openings(item) {
		sum = sum.plus(o.Base, max(o.PPMDays, 0))
		w.prov = w.prov || o.Provisional
	}
	return sum
}

func (w *walker) fee(item int, day calendar.Date) int64 {
	if !w.fees || w.err != nil || item < 0 {
		return 0
	}
	f, err := w.charger.Fee(item, day)
	if err != nil {
		w.err = err
		return 0
	}
	return max(f, 0)
}

// pay repays principal on a day and gives what is asked with it. The indemnity
// of an item, and its interest from before the plan, go with the instalment that
// begins to pay it: accessories are paid before the debt they belong to.
func (w *walker) pay(principal int64, day calendar.Date) (interest, fee int64) {
	var sum exact
	for principal > 0 && w.at < len(w.items) {
		it := &w.items[w.at]
		if w.paid == 0 {
			fee += w.fee(it.at, day)
			sum = w.opening(sum, it.at)
		}
		take := min(principal, it.Amount-w.paid)
		if w.interest {
			sum = sum.plus(take, w.weight(it.at, day))
		}
		principal -= take
		if w.paid += take; w.paid == it.Amount {
			w.at, w.paid = w.at+1, 0
		}
	}
	return sum.round(), fee
}

// fit gives the highest principal, most at most, that stays within an amount
// with all that is asked with it, without paying it.
func (w *walker) fit(amount, most int64, day calendar.Date) int64 {
	if !w.interest && !w.fees {
		return min(amount, most)
	}
	var (
		sum      exact
		got, fee int64
	)
	at, paid := w.at, w.paid
	for got < most && at < len(w.items) {
		it := &w.items[at]
		if paid == 0 {
			fee += w.fee(it.at, day)
			sum = w.opening(sum, it.at)
		}
		room := amount - got - fee
		weight := w.weight(it.at, day)
		take := min(most-got, it.Amount-paid)
		if whole := sum.plus(take, weight); take+whole.round() <= room {
			sum, got = whole, got+take
			at, paid = at+1, 0
			continue
		}
		low, high := int64(0), min(take, max(room, 0)) // low fits, or is nothing
		for low < high {
			mid := low + (high-low+1)/2
			if mid+sum.plus(mid, weight).round() <= room {
				low = mid
			} else {
				high = mid - 1
			}
		}
		return got + low
	}
	return got
}

// charge works out what each line asks for besides its principal.
func (st *state) charge() {
	w := st.walker()
	for i := range st.lines {
		w.charge(&st.lines[i].Instalment)
	}
	st.charged(&w)
}

// charged takes what a walk over all lines found.
func (st *state) charged(w *walker) {
	if w.err != nil {
		for i := range st.lines {
			st.lines[i].Interest, st.lines[i].Fee = 0, 0
		}
	}
	st.missing, st.provisional = w.err, w.prov || st.setAside.provisional
}

// charge writes what a line asks for besides its principal.
func (w *walker) charge(l *journal.Instalment) {
	if l.Interest, l.Fee = 0, 0; w.interest || w.fees {
		l.Interest, l.Fee = w.pay(l.Principal, l.Due)
	}
}

// setAside is what is waived or suspended, to a day.
type setAside struct {
	to            calendar.Date
	interest, fee int64
	provisional   bool
	unpriced      bool // waived interest that a rate not known keeps from being computed
	err           error
}

// aside tells whether a mode has what it concerns computed to a day.
func aside(m journal.ChargeMode) bool {
	return m == journal.ChargesWaived || m == journal.ChargesSuspended
}

// assess computes what is waived or suspended, rounded once per item.
func (st *state) assess() {
	in := st.in
	st.setAside = setAside{}
	if in.Charger == nil || !aside(st.interest) && !aside(st.fees) {
		return
	}
	s := &st.setAside
	if s.to = in.ChargedTo; s.to.IsZero() {
		s.to = in.Today
	}
	w := walker{charger: in.Charger, interest: aside(st.interest), fees: aside(st.fees)}
	for i := range st.items {
		it := &st.items[i]
		s.interest += w.opening(exact{}, it.at).plus(it.Amount, w.weight(it.at, s.to)).round()
		s.fee += w.fee(it.at, s.to)
	}
	if s.provisional, s.err = w.prov, w.err; w.err == nil {
		return
	}
	s.interest, s.fee = 0, 0
	if st.interest != journal.ChargesWaived {
		return
	}
	// What is given up needs no rate: it is left without a figure.
	s.unpriced, s.provisional, s.err = true, false, nil
	w = walker{charger: in.Charger, fees: aside(st.fees)}
	for i := range st.items {
		s.fee += w.fee(st.items[i].at, s.to)
	}
	if s.err = w.err; s.err != nil {
		s.fee = 0
	}
}

// mean divides by a number, half up; 0 for none.
func (e exact) mean(by int64) int {
	if by <= 0 || e.hi >= uint64(by) {
		return 0
	}
	q, r := bits.Div64(e.hi, e.lo, uint64(by))
	if r >= uint64(by)-r {
		q++
	}
	return int(q)
}
