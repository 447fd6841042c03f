// Package position says what of a client's debt can be asked for today: the
// overdue debits less what is disputed, promised, covered by a plan or financed
// by a factor, and less the credits not yet set against anything.
package position

import (
	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/why"
)

// Item is one open debit with the parts of it that acts have taken out of the
// chase, in minor units. Callers give the parts as recorded; Compute caps them
// so that together they never exceed Open, in the order financed, disputed,
// planned, promised.
type Item struct {
	Key         ledger.ItemKey
	Due         calendar.Date
	Open        int64 // > 0
	Bill        bool  // exposure, never collectible
	Barred      bool  // may not be asked for (debt from before an insolvency judgment)
	Financed    int64
	Disputed    int64
	Planned     int64
	Promised    int64
	Collectible int64 // set by Compute
}

// Position is a client's situation in one currency, in minor units.
type Position struct {
	Open        int64 // all open debits
	Overdue     int64 // due before the day
	Bills       int64 // of Overdue
	Barred      int64 // of Overdue
	Financed    int64 // of Overdue, as are the next three
	Disputed    int64
	Planned     int64
	Promised    int64
	Unapplied   int64 // credits not set against debits, positive
	Collectible int64
	DaysLate    int // of the oldest overdue item; 0 = nothing overdue
}

// Compute fills in the collectible part of each item and adds them up. Items
// are in order of due date; unapplied credits are set against the oldest first.
func Compute(items []Item, unapplied int64, day calendar.Date) Position {
	p := Position{Unapplied: unapplied}
	left := unapplied
	for i := range items {
		it := &items[i]
		p.Open += it.Open
		rest := capParts(it)
		if it.Due >= day {
			it.Collectible = 0
			continue
		}
		p.DaysLate = max(p.DaysLate, day.Sub(it.Due))
		p.Overdue += it.Open
		switch {
		case it.Bill:
			p.Bills += it.Open
			it.Financed, it.Disputed, it.Planned, it.Promised = 0, 0, 0, 0
			rest = 0
		case it.Barred:
			p.Barred += rest
			rest = 0
		}
		p.Financed += it.Financed
		p.Disputed += it.Disputed
		p.Planned += it.Planned
		p.Promised += it.Promised
		used := min(rest, left)
		left -= used
		it.Collectible = rest - used
		p.Collectible += it.Collectible
	}
	return p
}

// capParts cuts the parts so that they fit into Open and gives what is left.
func capParts(it *Item) int64 {
	rest := it.Open
	for _, part := range []*int64{&it.Financed, &it.Disputed, &it.Planned, &it.Promised} {
		*part = min(max(*part, 0), rest)
		rest -= *part
	}
	return rest
}

// Why is the addition behind the collectible amount.
func (p Position) Why() why.Figure {
	f := why.Figure{Of: why.Collectible, Value: p.Collectible, Rule: why.RuleCollectible, Source: why.SourceDesign}
	f.Terms = append(f.Terms, why.Term{Of: why.Overdue, Value: p.Overdue})
	rest := p.Overdue
	for _, t := range []why.Term{
		{Of: why.BillsPart, Value: -p.Bills},
		{Of: why.FinancedPart, Value: -p.Financed},
		{Of: why.DisputedPart, Value: -p.Disputed},
		{Of: why.PlannedPart, Value: -p.Planned},
		{Of: why.PromisedPart, Value: -p.Promised},
		{Of: why.BarredPart, Value: -p.Barred},
	} {
		if t.Value != 0 {
			f.Terms = append(f.Terms, t)
			rest += t.Value
		}
	}
	if p.Unapplied != 0 {
		f.Terms = append(f.Terms, why.Term{Of: why.Unapplied, Value: p.Collectible - rest})
	}
	return f
}
