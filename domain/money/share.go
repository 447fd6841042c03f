package money

import (
	"math"
	"math/bits"
)

// PPM is the whole in parts per million, the unit of rates and shares.
const PPM = 1_000_000

// MulDiv gives a × num / den rounded half up on the magnitude (2.5 is 3, −2.5
// is −3), computed in 128 bits so that nothing is lost on the way. A result
// beyond int64 is the nearest int64; den = 0 gives 0.
func MulDiv(a, num, den int64) int64 {
	q, r, negative := mulDiv(a, num, den)
	if d := magnitude(den); r != 0 && r >= d-r && q != math.MaxUint64 {
		q++
	}
	return signed(q, negative)
}

// mulDiv gives quotient and remainder of the magnitudes and the sign.
func mulDiv(a, num, den int64) (q, r uint64, negative bool) {
	d := magnitude(den)
	if d == 0 {
		return 0, 0, false
	}
	negative = (a < 0) != (num < 0) != (den < 0)
	hi, lo := bits.Mul64(magnitude(a), magnitude(num))
	if hi >= d {
		return math.MaxUint64, 0, negative
	}
	q, r = bits.Div64(hi, lo, d)
	return q, r, negative
}

func signed(m uint64, negative bool) int64 {
	switch {
	case negative && m > math.MaxInt64:
		return math.MinInt64
	case m > math.MaxInt64:
		return math.MaxInt64
	case negative:
		return -int64(m)
	}
	return int64(m)
}

// Percent gives a share of the amount in parts per million (30 % is 300 000),
// rounded half up on the magnitude.
func (a Amount) Percent(ppm int64) Amount {
	return Amount{Minor: MulDiv(a.Minor, ppm, PPM), Currency: a.Currency}
}

// Split cuts an amount into n equal parts, truncated to the minor unit; the
// last takes the remainder (10 000.00 in 7 is 6 × 1 428.57 + 1 428.58). The
// parts sum to the amount exactly. n under 1 gives none.
func Split(a Amount, n int) []Amount {
	if n < 1 {
		return nil
	}
	parts := make([]Amount, n)
	part := a.Minor / int64(n)
	for i := range parts {
		parts[i] = Amount{Minor: part, Currency: a.Currency}
	}
	parts[n-1].Minor = a.Minor - part*int64(n-1)
	return parts
}

// SplitWeights cuts minor units in proportion to weights, each part truncated;
// the last part with a weight takes the remainder, so that the parts sum to the
// total exactly. Negative weights, weights that are all zero or none, and
// weights whose sum is beyond int64 give nil.
func SplitWeights(total int64, weights []int64) []int64 {
	var sum int64
	last := -1
	for i, w := range weights {
		if w < 0 || sum > math.MaxInt64-w {
			return nil
		}
		sum += w
		if w > 0 {
			last = i
		}
	}
	if last < 0 {
		return nil
	}
	parts := make([]int64, len(weights))
	rest := total
	for i, w := range weights[:last] {
		q, _, negative := mulDiv(total, w, sum)
		parts[i] = signed(q, negative)
		rest -= parts[i]
	}
	parts[last] = rest
	return parts
}
