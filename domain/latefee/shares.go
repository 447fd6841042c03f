package latefee

import (
	"cmp"
	"math/bits"
	"slices"
)

// Shares writes the interest of runs of days in minor units so that they sum to
// a total: each is its exact interest rounded down, and the units that are left
// go to those that lost most by it (largest remainder). A total that is further
// from the exact sum than one unit for each run is spread on all of them alike.
// The shares of a total below zero or of no runs are nothing.
func Shares(runs []Segment, total int64) []int64 {
	out := make([]int64, len(runs))
	if len(runs) == 0 || total < 0 {
		return out
	}
	lost, order := make([]uint64, len(runs)), make([]int, len(runs))
	left := total
	for i := range runs {
		out[i], lost[i] = runs[i].Exact.down()
		left -= out[i]
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(lost[b], lost[a]) })
	n := int64(len(runs))
	each, rest := left/n, left%n
	for at, i := range order {
		out[i] += each
		switch {
		case rest > 0 && int64(at) < rest:
			out[i]++
		case rest < 0 && int64(at) >= n+rest: // those that lost least give first
			out[i]--
		}
	}
	return out
}

// Shares are the amounts that the segments of a line are shown with: they sum to
// its interest before part payments.
func (l *Line) Shares() []int64 { return Shares(l.Segments, l.Exact.Round()) }

// down gives whole minor units and what is left of one, in parts of yearPPM.
func (e Exact) down() (minor int64, rest uint64) {
	whole := e.Round()
	if e.hi >= yearPPM {
		return whole, 0
	}
	q, r := bits.Div64(e.hi, e.lo, yearPPM)
	if uint64(whole) > q { // rounded up
		whole--
	}
	return whole, r
}
