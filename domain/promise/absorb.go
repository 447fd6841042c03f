package promise

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
)

// Spans in which accounting takes over a receipt seen at the bank: the booking
// date lies at most 5 days before the day seen (booked on the value date) and
// 15 days after it; 10 days after it the ledger is believed without a match.
const (
	bookedBefore = 5
	bookedAfter  = 15
	believedFrom = 10
)

// Seen is a receipt seen at the bank before accounting booked it.
type Seen struct {
	On     calendar.Date
	Amount int64 // positive, minor units
}

// Credit is a receipt in the ledger.
type Credit struct {
	Booked calendar.Date
	Amount int64 // positive, minor units
}

// Absorb tells which receipts seen at the bank the ledger has taken over, so
// that the same money does not count twice: those that Matched finds a credit
// for, and all those seen at least 10 days before the cutoff, since accounting has
// then booked them in some other form. Seen and credits are one client's in one
// currency; their order does not matter.
func Absorb(seen []Seen, credits []Credit, cutoff calendar.Date) []bool {
	out := make([]bool, len(seen))
	for i, by := range Matched(seen, credits) {
		out[i] = by >= 0 || cutoff >= seen[i].On.AddDays(believedFrom)
	}
	return out
}

// Matched gives, for each receipt seen, the credit that took it over, -1 = none:
// one of exactly the same amount booked from 5 days before to 15 days after the
// day seen, each credit taking over one.
func Matched(seen []Seen, credits []Credit) []int {
	out, order := make([]int, len(seen)), make([]int, len(seen))
	for i := range order {
		out[i], order[i] = -1, i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(seen[a].On, seen[b].On) })
	sorted := make([]int, len(credits))
	for i := range sorted {
		sorted[i] = i
	}
	slices.SortStableFunc(sorted, func(a, b int) int { return cmp.Compare(credits[a].Booked, credits[b].Booked) })
	used := make([]bool, len(credits))
	// The spans all have one length: taking for the earliest receipt the
	// earliest credit that fits matches as many as can be matched.
	for _, i := range order {
		s := seen[i]
		for _, k := range sorted {
			c := credits[k]
			if !used[k] && c.Amount == s.Amount && c.Booked >= s.On.AddDays(-bookedBefore) && c.Booked <= s.On.AddDays(bookedAfter) {
				used[k], out[i] = true, k
				break
			}
		}
	}
	return out
}
