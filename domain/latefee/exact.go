package latefee

import (
	"math"
	"math/bits"
)

// Exact is an unrounded sum of interest: a count of minor units × parts per
// million × days, to be divided by 365 million. Never negative. The zero value
// is nothing.
type Exact struct{ hi, lo uint64 }

// yearPPM divides an Exact: the days of a year times the whole in parts per million.
const yearPPM = 365 * 1_000_000

// exact gives base × ppm × days; none of them may be negative, and ppm × days
// must be within int64.
func exact(base, ppm int64, days int) Exact {
	hi, lo := bits.Mul64(uint64(base), uint64(ppm)*uint64(days))
	return Exact{hi, lo}
}

// whole gives minor units as an Exact.
func whole(minor int64) Exact { return exact(minor, 1_000_000, 365) }

// Add gives the sum, exactly.
func (e Exact) Add(o Exact) Exact {
	lo, carry := bits.Add64(e.lo, o.lo, 0)
	hi, carry := bits.Add64(e.hi, o.hi, carry)
	if carry != 0 {
		return Exact{math.MaxUint64, math.MaxUint64}
	}
	return Exact{hi, lo}
}

// sub gives the difference, or nothing where o is the larger one.
func (e Exact) sub(o Exact) Exact {
	lo, borrow := bits.Sub64(e.lo, o.lo, 0)
	hi, borrow := bits.Sub64(e.hi, o.hi, borrow)
	if borrow != 0 {
		return Exact{}
	}
	return Exact{hi, lo}
}

// Cmp gives -1, 0 or 1.
func (e Exact) Cmp(o Exact) int {
	switch {
	case e == o:
		return 0
	case e.hi < o.hi, e.hi == o.hi && e.lo < o.lo:
		return -1
	}
	return 1
}

// IsZero reports whether e is nothing.
func (e Exact) IsZero() bool { return e == Exact{} }

// Round gives minor units, half up; beyond int64 it gives the largest.
func (e Exact) Round() int64 {
	if e.hi >= yearPPM {
		return math.MaxInt64
	}
	q, r := bits.Div64(e.hi, e.lo, yearPPM)
	if r >= yearPPM-r {
		q++
	}
	if q > math.MaxInt64 {
		return math.MaxInt64
	}
	return int64(q)
}
