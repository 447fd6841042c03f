// Package behaviour says how a client pays, from what it paid and promised:
// how late, how often late, how often it keeps its word, and whether that
// changes. Probabilities are parts per million, computed in whole numbers, so
// that every machine says the same.
package behaviour

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
	"relance/domain/money"
)

// Observation is one invoice that was paid, or that is overdue. Invoices that
// are not due yet say nothing and are left out by the caller.
type Observation struct {
	On       calendar.Date // day of payment; of an overdue one, the day asked
	DaysLate int           // from the due date to On, negative = early
	Settled  bool
}

// Word is one promise or instalment that has been judged: kept, partially kept
// or broken. Those withdrawn or superseded are left out by the caller.
type Word struct {
	Due      calendar.Date
	Promised int64 // minor units, reductions taken off
	Paid     int64 // in time
	Kept     bool
}

// share is how much of what was promised came in time, in parts per million; a
// promise kept to the tolerances counts whole.
func (w Word) share() int64 {
	if w.Kept || w.Promised <= 0 {
		return money.PPM
	}
	return min(money.MulDiv(max(w.Paid, 0), money.PPM, w.Promised), money.PPM)
}

// Prior is what the portfolio says of a client of whom nothing is known yet.
type Prior struct {
	LateRatePPM int64 // share of invoices paid late or overdue
	KeptRatePPM int64 // share of promised money paid in time
}

// Drift is a recent change of the delay.
type Drift struct {
	Days        int  // mean days late of the last five less the mean of all, rounded to zero
	Significant bool // at least 5 days, and more than two standard errors
}

// Behaviour is how a client pays.
type Behaviour struct {
	MedianDaysLate  int // of the invoices paid; 0 without any
	Settled         int // invoices paid
	LateRatePPM     int64
	PromisesKept    int
	PromisesDue     int   // fallen due and judged
	KeptEstimatePPM int64 // expected share of the next promise; to be hidden below MinWords
	KeptLowPPM      int64 // bounds that hold in four cases of five
	KeptHighPPM     int64
	Drift           Drift
}

// MinWords is how many promises must have fallen due before an estimate of the
// next one is worth showing.
const MinWords = 3

// strength is how many observations the portfolio's rate counts for. Measured
// by walking forward over a public sample: 81.1 % right against 80.2 % without.
const strength = 4

// Of computes a client's behaviour as of a day. The order of the observations
// does not matter, and they are left as they are.
//
//   - Late rate: (late + 4 × portfolio's rate) / (all + 4), an unpaid overdue
//     invoice counting as late.
//   - Kept estimate: (4 × portfolio's rate + Σ w × share paid) / (4 + Σ w), with
//     w halving every 365 days; bounds by Wilson's interval at 80 %.
//   - Drift: last five against all, see Drift; from ten observations on.
func Of(observed []Observation, words []Word, prior Prior, day calendar.Date) Behaviour {
	b := Behaviour{}
	settled := make([]int, 0, len(observed))
	var late int64
	for _, o := range observed {
		if o.DaysLate > 0 || !o.Settled {
			late++
		}
		if o.Settled {
			settled = append(settled, o.DaysLate)
		}
	}
	b.Settled = len(settled)
	b.MedianDaysLate = median(settled)
	b.LateRatePPM = (late*money.PPM + strength*prior.LateRatePPM) / (int64(len(observed)) + strength)
	b.Drift = DriftOf(observed)
	b.keep(words, prior, day)
	return b
}

// median sorts; of an even number it is the mean of the middle two, rounded down.
func median(days []int) int {
	if len(days) == 0 {
		return 0
	}
	slices.Sort(days)
	return (days[(len(days)-1)/2] + days[len(days)/2]) >> 1
}

// keep fills in what is known of promises.
func (b *Behaviour) keep(words []Word, prior Prior, day calendar.Date) {
	b.PromisesDue = len(words)
	weights, shares := int64(strength*money.PPM), strength*prior.KeptRatePPM
	for _, w := range words {
		if w.Kept {
			b.PromisesKept++
		}
		weight := weightPPM(day.Sub(w.Due))
		weights += weight
		shares += money.MulDiv(weight, w.share(), money.PPM)
	}
	b.KeptEstimatePPM = money.MulDiv(shares, money.PPM, weights)
	b.KeptLowPPM, b.KeptHighPPM = wilson(b.KeptEstimatePPM, weights)
}

// halves holds 2^(−2^k/365) in units of 2^−32: the weight left after 2^k days.
var halves = [...]uint64{
	4286818749, 4278685662, 4262465750, 4230210156, 4166429388, 4041738306, 3803439562,
	3368163598, 2641353296, 1624400549, 614364898, 87880582, 1798150,
}

// weightPPM is 0.5^(age/365) in parts per million; 1 for an age below 0.
func weightPPM(age int) int64 {
	if age < 0 {
		age = 0
	}
	if age >= 1<<len(halves) {
		return 0
	}
	w := uint64(1) << 32
	for k, half := range halves {
		if age&(1<<k) != 0 {
			w = (w*half + 1<<31) >> 32
		}
	}
	return int64((w*money.PPM + 1<<31) >> 32)
}

// The quantile 0.9 of the normal distribution and its square, in parts per million.
const (
	z   = 1_281_552
	zSq = 1_642_374
)

// wilson gives the bounds of a share p that rests on n observations, both in
// parts per million (E. B. Wilson, 1927): (p·n + z²/2 ± z·√(p(1−p)n + z²/4)) / (n + z²).
func wilson(p, n int64) (low, high int64) {
	centre := money.MulDiv(p, n, money.PPM) + zSq/2
	spread := money.MulDiv(money.MulDiv(p, money.PPM-p, money.PPM), n, money.PPM) + zSq/4
	half := money.MulDiv(z, root(spread*money.PPM), money.PPM)
	low = money.MulDiv(centre-half, money.PPM, n+zSq)
	high = money.MulDiv(centre+half, money.PPM, n+zSq)
	return max(low, 0), min(high, money.PPM)
}

// root is the whole part of the square root; 0 for a negative number.
func root(n int64) int64 {
	if n <= 0 {
		return 0
	}
	x := n
	for y := x/2 + 1; y < x; y = (x + n/x) / 2 {
		x = y
	}
	return x
}

// Bounds of the search for drift.
const (
	recent    = 5
	minDrift  = 10     // observations before drift can be told
	maxDrift  = 50_000 // beyond this the sums could overflow; no client comes near
	maxDays   = 3650
	driftDays = 5
	driftSq   = 20 // 5 × 2², two standard errors of a mean of five, squared
)

// DriftOf compares the last five observations with all: z = (mean of the last
// five − mean) / (σ/√5) above 2, and at least 5 days. With sums over n
// observations that is (n·S5 − 5·S)² > 20·(n·ΣD² − S²).
func DriftOf(observed []Observation) Drift {
	n := int64(len(observed))
	if n < minDrift || n > maxDrift {
		return Drift{}
	}
	var last [recent]Observation
	var sum, squares int64
	for i, o := range observed {
		o.DaysLate = min(max(o.DaysLate, -maxDays), maxDays)
		sum += int64(o.DaysLate)
		squares += int64(o.DaysLate) * int64(o.DaysLate)
		keepLast(&last, min(i, recent), o)
	}
	var lastSum int64
	for _, o := range last {
		lastSum += int64(o.DaysLate)
	}
	difference := n*lastSum - recent*sum // the difference of the means × 5n
	return Drift{
		Days:        int(difference / (recent * n)),
		Significant: difference >= driftDays*recent*n && difference*difference > driftSq*(n*squares-sum*sum),
	}
}

// keepLast keeps the latest observations in ascending order; held of the array
// are filled.
func keepLast(last *[recent]Observation, held int, o Observation) {
	if held == recent {
		if compare(o, last[0]) <= 0 {
			return
		}
		copy(last[:], last[1:])
		held--
	}
	at := held
	for at > 0 && compare(o, last[at-1]) < 0 {
		last[at] = last[at-1]
		at--
	}
	last[at] = o
}

func compare(a, b Observation) int {
	return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.DaysLate, b.DaysLate))
}

// Totals gathers what the whole portfolio did, for the Prior of its clients.
type Totals struct {
	Late, Observed int64 // invoices paid late or overdue, of all observed
	words          int64
	shares         int64 // of promises paid in time, parts per million each
}

// AddObserved counts one client's observations.
func (t *Totals) AddObserved(observed []Observation) {
	for _, o := range observed {
		if o.DaysLate > 0 || !o.Settled {
			t.Late++
		}
	}
	t.Observed += int64(len(observed))
}

// AddWords counts one client's promises.
func (t *Totals) AddWords(words []Word) {
	for _, w := range words {
		t.shares += w.share()
	}
	t.words += int64(len(words))
}

// Merge adds what other totals gathered.
func (t *Totals) Merge(o *Totals) {
	t.Late += o.Late
	t.Observed += o.Observed
	t.words += o.words
	t.shares += o.shares
}

// Prior gives the portfolio's rates. Common experience counts for 20
// observations more: of a public sample of invoices 36 % were late; of promises
// no public figure exists, one in two is assumed.
func (t *Totals) Prior() Prior {
	const assumed, late, kept = 20, 360_000, 500_000
	return Prior{
		LateRatePPM: (t.Late*money.PPM + assumed*late) / (t.Observed + assumed),
		KeptRatePPM: (t.shares + assumed*kept) / (t.words + assumed),
	}
}
