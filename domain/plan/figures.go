package plan

import (
	"slices"

	"relance/domain/calendar"
	"relance/domain/journal"
)

// Figures are a plan in numbers, seen from a day.
type Figures struct {
	Lines     int
	First     calendar.Date // of the first payment, the down payment included
	End       calendar.Date // of the last one
	Months    int           // whole months from the day to End
	Days      int           // and the days beyond them
	Length    int           // the same in days altogether
	Principal int64
	Interest  int64
	Fees      int64
	Cost      int64 // Interest and Fees
	Highest   int64 // the highest amount asked at once
	// AverageLife is how many days a unit of principal waits on average,
	// rounded half up: what a plan ties up, whatever its form.
	AverageLife int
	Open        []int64 // principal open at the end of each month, the day's own first, up to and including End's
	Provisional bool
}

// Measure gives the figures of a plan seen from a day.
func Measure(p journal.Plan, from calendar.Date) Figures {
	f := Figures{Lines: len(p.Instalments), Provisional: p.Provisional}
	if f.Lines == 0 {
		return f
	}
	f.First, f.End = p.Instalments[0].Due, p.Instalments[0].Due
	var waited exact
	for i := range p.Instalments {
		l := &p.Instalments[i]
		f.First, f.End = min(f.First, l.Due), max(f.End, l.Due)
		f.Principal += l.Principal
		f.Interest += l.Interest
		f.Fees += l.Fee
		f.Highest = max(f.Highest, l.Amount())
		waited = waited.plus(max(l.Principal, 0), int64(max(l.Due.Sub(from), 0)))
	}
	f.Cost = f.Interest + f.Fees
	f.AverageLife = waited.mean(f.Principal)
	f.Length = max(f.End.Sub(from), 0)
	f.Months, f.Days = between(from, f.End)
	open := f.Principal
	next := 0
	sorted := slices.Clone(p.Instalments)
	slices.SortStableFunc(sorted, func(a, b journal.Instalment) int { return int(a.Due - b.Due) })
	for end := from.EndOfMonth(); len(f.Open) <= 12*2*MaxYears; end = (end + 1).EndOfMonth() {
		for ; next < len(sorted) && sorted[next].Due <= end; next++ {
			open -= sorted[next].Principal
		}
		f.Open = append(f.Open, open)
		if next == len(sorted) {
			break
		}
	}
	return f
}

// between gives whole months and the days beyond them, nothing backwards.
func between(from, to calendar.Date) (months, days int) {
	if to <= from {
		return 0, 0
	}
	y, m, _ := from.YMD()
	y2, m2, _ := to.YMD()
	months = (y2-y)*12 + int(m2) - int(m)
	for months > 0 && from.AddMonths(months) > to {
		months--
	}
	return months, to.Sub(from.AddMonths(months))
}

// Comparison is two plans side by side.
type Comparison struct {
	A, B Figures
	// What B has more than A, negative = less.
	Lines, Length, AverageLife int
	Cost, Highest, Principal   int64
	End, First                 int // days later
	Open                       []int64
}

// Compare sets two plans side by side, both seen from a day.
func Compare(a, b journal.Plan, from calendar.Date) Comparison {
	c := Comparison{A: Measure(a, from), B: Measure(b, from)}
	c.Lines, c.Length, c.AverageLife = c.B.Lines-c.A.Lines, c.B.Length-c.A.Length, c.B.AverageLife-c.A.AverageLife
	c.Cost, c.Highest, c.Principal = c.B.Cost-c.A.Cost, c.B.Highest-c.A.Highest, c.B.Principal-c.A.Principal
	c.End, c.First = c.B.End.Sub(c.A.End), c.B.First.Sub(c.A.First)
	at := func(open []int64, i int) int64 {
		if i < len(open) {
			return open[i]
		}
		return 0
	}
	for i := range max(len(c.A.Open), len(c.B.Open)) {
		c.Open = append(c.Open, at(c.B.Open, i)-at(c.A.Open, i))
	}
	return c
}

// Slice is the part of an instalment that pays one document.
type Slice struct {
	Item   int // in the plan's Items
	Amount int64
}

// Slices tells which documents each instalment pays, in their order.
func Slices(p journal.Plan) [][]Slice {
	out := make([][]Slice, len(p.Instalments))
	at, paid := 0, int64(0)
	for i := range p.Instalments {
		for rest := p.Instalments[i].Principal; rest > 0 && at < len(p.Items); {
			take := min(rest, p.Items[at].Amount-paid)
			if take > 0 {
				out[i] = append(out[i], Slice{at, take})
			}
			rest -= take
			if paid += take; paid >= p.Items[at].Amount {
				at, paid = at+1, 0
			}
		}
	}
	return out
}
