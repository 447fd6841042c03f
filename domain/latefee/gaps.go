package latefee

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
)

// gaps collects the half-years whose rate is not known.
type gaps struct {
	missing []MissingRate
	absent  []MissingRate // of them, those without an earlier rate
}

func (g *gaps) note(r run, law regime) {
	if !r.provisional && !r.absent {
		return
	}
	day := r.from
	if law.fixed {
		day = law.start
	}
	basis := r.basis
	if law.capped {
		basis = BEBusiness
	}
	m := basis.missing(day)
	g.missing = append(g.missing, m)
	if r.absent {
		g.absent = append(g.absent, m)
	}
}

// sorted gives each half-year once, by basis and day.
func (g *gaps) sorted() []MissingRate { return tidy(slices.Clone(g.missing)) }

func tidy(m []MissingRate) []MissingRate {
	slices.SortFunc(m, func(a, b MissingRate) int {
		return cmp.Or(cmp.Compare(a.Basis, b.Basis), cmp.Compare(a.From, b.From))
	})
	return slices.Compact(m)
}

// err gives the first half-year that stops the computation, if one does.
func (g *gaps) err(provisional bool) error {
	stops := g.missing
	if provisional {
		stops = g.absent
	}
	if stops = tidy(slices.Clone(stops)); len(stops) > 0 {
		return &stops[0]
	}
	return nil
}

// breaches compares the rate agreed with the law's floor and cap, half-year by
// half-year, over the days that bear interest.
func (s *Statement) breaches(rates Rates, t Terms) {
	if t.ContractPPM <= 0 {
		return
	}
	seen := map[calendar.HalfYear]bool{}
	for _, l := range s.Lines {
		for _, g := range l.Segments {
			for h := calendar.HalfYearOf(g.From); h <= calendar.HalfYearOf(g.To); h++ {
				if seen[h] {
					continue
				}
				seen[h] = true
				s.breach(rates, t, h, g)
			}
		}
	}
	slices.SortFunc(s.Floor, func(a, b FloorBreach) int { return cmp.Compare(a.From, b.From) })
	slices.SortFunc(s.Cap, func(a, b CapBreach) int { return cmp.Compare(a.From, b.From) })
}

func (s *Statement) breach(rates Rates, t Terms, h calendar.HalfYear, g Segment) {
	switch {
	case !t.belgian() && g.Basis == Contract:
		legal, provisional, ok := rates.At(FRLegalPro, h.First())
		if floor := floorFactor * legal.PPM; (ok || provisional) && t.ContractPPM < floor {
			s.Floor = append(s.Floor, FloorBreach{h.First(), h.Last(), t.ContractPPM, floor, provisional})
		}
	case t.belgian() && g.Basis == BEBusiness:
		s.Cap = append(s.Cap, CapBreach{h.First(), h.Last(), t.ContractPPM, g.PPM})
	}
}
