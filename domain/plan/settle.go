package plan

import (
	"math"

	"relance/domain/calendar"
	"relance/domain/journal"
)

// settle gives every line that is not fixed its principal, so that all sum to
// the debt, and then its charges. It changes nothing when done twice. What
// cannot be balanced around the fixed lines is left as st.fault.
func (st *state) settle() error {
	st.fault = nil
	rest := st.debt - st.terms.Down
	if st.terms.Down < 0 || rest <= 0 {
		return &Error{Code: DownTooLarge, Limit: st.debt}
	}
	if st.down() == 1 {
		st.lines[0].Principal = st.terms.Down
	}
	var fixed int64
	regular := st.regular()
	for i := range regular {
		if l := &regular[i]; l.total > 0 {
			fixed, l.Principal = fixed+l.total, l.total
		}
	}
	w := st.walker()
	solved := fixed > 0 && (w.interest || w.fees)
	var err error
	if solved {
		err = st.solve(fixed)
	} else {
		err = st.fill(fixed, fixed > 0)
	}
	if err != nil {
		return err
	}
	if st.fault == nil {
		if left := st.difference(); left != 0 {
			st.fault = &Error{Code: Unbalanced, Limit: left}
		}
	}
	if st.fault != nil || solved || st.terms.By != journal.ByCapacity {
		st.charge() // what is filled by capacity is charged on the way
	}
	return nil
}

// fill shares out what principal the fixed lines leave.
func (st *state) fill(fixed int64, pinned bool) error {
	rest := st.debt - st.terms.Down - fixed
	if st.open() {
		return st.flow(rest, pinned)
	}
	return st.shareOut(rest, pinned)
}

// regular are the lines after the down payment.
func (st *state) regular() []row { return st.lines[min(st.down(), len(st.lines)):] }

// difference is what of the debt no line pays yet, negative = too much.
func (st *state) difference() int64 {
	left := st.debt
	for i := range st.lines {
		left -= st.lines[i].Principal
	}
	return left
}

// weight is a line's share in percent of an ordinary one. A line that a person
// put into a month left out counts as an ordinary one.
func (st *state) weight(l *row) int64 {
	if st.terms.Season == [12]uint8{} {
		return 100
	}
	_, m, _ := asked(&l.Instalment).YMD()
	if s := share(&st.terms, m); s > 0 {
		return s
	}
	return 100
}

// shareOut shares a rest out among the lines that are not fixed, in equal
// shares of their seasons: truncated, the remainder on the last one.
func (st *state) shareOut(rest int64, pinned bool) error {
	lines := st.lines[st.down():]
	free := make([]*row, 0, len(lines))
	for i := range lines {
		if lines[i].Pinned&journal.PinAmount == 0 {
			free = append(free, &lines[i])
		}
	}
	n := len(free)
	if n == 0 {
		return nil
	}
	if last := st.terms.Last; last > 0 && free[n-1] == &lines[len(lines)-1] {
		switch {
		case n == 1 && !pinned && last != rest:
			return &Error{Code: LastTooLarge, Limit: rest}
		case n > 1 && !pinned && last > rest-int64(n-1):
			return &Error{Code: LastTooLarge, Limit: max(rest-int64(n-1), 0)}
		case n > 1:
			n--
			free[n].Principal = last
			rest -= last
			free = free[:n]
		}
	}
	if rest < int64(n) {
		if !pinned {
			return &Error{Code: TooSmall, Limit: rest}
		}
		for _, l := range free {
			l.Principal = 0
		}
		st.fault = &Error{Code: PinnedTooHigh, Limit: st.debt - st.terms.Down - st.lastPart(free, lines) - int64(n)}
		return nil
	}
	if st.terms.By == journal.ByAmount {
		return st.amounts(free, rest)
	}
	st.equal(free, rest)
	return nil
}

// lastPart is the last line's amount where the terms fix it.
func (st *state) lastPart(free []*row, lines []row) int64 {
	last := &lines[len(lines)-1]
	if last.Pinned&journal.PinAmount == 0 && free[len(free)-1] != last {
		return last.Principal
	}
	return 0
}

// equal shares a rest out by weight; each line gets something.
func (st *state) equal(free []*row, rest int64) {
	var sum int64
	for _, l := range free {
		sum += st.weight(l)
	}
	n := int64(len(free))
	left, low := rest, false
	for i, l := range free[:n-1] {
		l.Principal = mulFloor(rest, st.weight(free[i]), sum)
		low = low || l.Principal == 0
		left -= l.Principal
	}
	free[n-1].Principal = left
	if !low {
		return
	}
	left = rest // so few minor units that a share is none: one each first
	for _, l := range free[:n-1] {
		l.Principal = 1 + mulFloor(rest-n, st.weight(l), sum)
		left -= l.Principal
	}
	free[n-1].Principal = left
}

// amounts gives every line the amount of the terms and the last one the rest.
func (st *state) amounts(free []*row, rest int64) error {
	var sum, weights int64
	last := len(free) - 1
	for _, l := range free[:last] {
		w := st.weight(l)
		weights += w
		if l.Principal = max(mulFloor(st.terms.Amount, w, 100), 1); l.Principal >= rest-sum {
			for _, l := range free[:last] {
				weights += st.weight(l)
			}
			return &Error{Code: MonthlyTooHigh, Limit: st.highest(free[:last], rest)}
		}
		sum += l.Principal
	}
	free[last].Principal = rest - sum
	return nil
}

// highest is the largest amount that so many lines leave something to one more.
func (st *state) highest(lines []*row, rest int64) int64 {
	var sum int64
	for _, l := range lines {
		sum += st.weight(l)
	}
	return mulFloor(rest-1, 100, sum)
}

// mulFloor gives a × num / den truncated; none is negative and den is positive.
func mulFloor(a, num, den int64) int64 {
	if a <= 0 || num <= 0 {
		return 0
	}
	if a <= math.MaxInt64/num {
		return a * num / den
	}
	q := a / den * num // a beyond int64 / num: the parts one by one
	return q + a%den*num/den
}

// capacity is what can be paid at once: a month's amount for a month, 12/52 of
// it for a week, 24/52 for a fortnight, three of them for a quarter, truncated.
func capacity(t *journal.PlanTerms) int64 {
	switch t.Every {
	case journal.Weekly:
		return mulFloor(t.Amount, 12, 52)
	case journal.Fortnightly:
		return mulFloor(t.Amount, 24, 52)
	case journal.Quarterly:
		if t.Amount > math.MaxInt64/3 {
			return math.MaxInt64
		}
		return 3 * t.Amount
	}
	return t.Amount
}

// flow fills line after line up to the amount of the terms until nothing is
// left: lines that would have nothing to pay go, others are added.
func (st *state) flow(rest int64, pinned bool) error {
	if rest < 0 {
		return st.overfull(rest)
	}
	last := st.terms.Last
	if last > rest {
		if !pinned {
			return &Error{Code: LastTooLarge, Limit: rest}
		}
		last = rest
	}
	f := flow{st: st, w: st.walker(), rest: rest - last, each: st.terms.Amount}
	if f.capacity = st.terms.By == journal.ByCapacity; f.capacity {
		f.each = capacity(&st.terms)
	}
	lines := st.lines
	st.lines = st.lines[:0:cap(st.lines)]
	var spare *row // a date for the last line
	for i := range lines {
		l := lines[i]
		switch {
		case i < st.down() || l.Pinned&journal.PinAmount != 0:
			spare = nil
		case f.rest == 0:
			if spare == nil {
				spare = &l
			}
			continue
		default:
			if !f.fill(&l) {
				return f.tooLow()
			}
		}
		f.keep(l)
	}
	return f.finish(last, spare)
}

// overfull keeps the fixed lines alone: they are more than the debt.
func (st *state) overfull(rest int64) error {
	kept := st.lines[:st.down()]
	for _, l := range st.lines[st.down():] {
		if l.Pinned&journal.PinAmount != 0 {
			kept = append(kept, l)
		}
	}
	st.lines = kept
	st.fault = &Error{Code: Unbalanced, Limit: rest}
	return nil
}

// flow is the filling under way.
type flow struct {
	st       *state
	w        walker
	g        *grid
	rest     int64
	each     int64
	capacity bool
}

// fill gives a line what fits, false if nothing does.
func (f *flow) fill(l *row) bool {
	most := f.each
	if f.st.terms.Season != [12]uint8{} {
		most = mulFloor(f.each, f.st.weight(l), 100)
	}
	if f.capacity {
		l.Principal = f.w.fit(most, f.rest, l.Due)
	} else {
		l.Principal = min(max(most, 1), f.rest)
	}
	f.rest -= l.Principal
	return l.Principal > 0
}

func (f *flow) keep(l row) {
	if f.capacity {
		if l.total > 0 {
			l.Principal = f.w.wanted(l.total, l.Due)
		}
		f.w.charge(&l.Instalment)
	}
	f.st.lines = append(f.st.lines, l)
}

func (f *flow) tooLow() error { return &Error{Code: CapacityTooLow} }

// finish adds lines for what is left, and the last one.
func (f *flow) finish(last int64, spare *row) error {
	for f.rest > 0 {
		l, err := f.next()
		if err != nil {
			return err
		}
		if !f.fill(&l) {
			return f.tooLow()
		}
		f.keep(l)
	}
	if last > 0 {
		if spare == nil {
			l, err := f.next()
			if err != nil {
				return err
			}
			spare = &l
		}
		spare.Principal = last
		f.keep(*spare)
	}
	if f.capacity {
		f.st.charged(&f.w)
	}
	return nil
}

// next dates one more line.
func (f *flow) next() (row, error) {
	if len(f.st.lines) >= MaxInstalments {
		if f.capacity {
			return row{}, &Error{Code: CapacityTooSlow}
		}
		return row{}, &Error{Code: TooMany, Limit: int64(f.st.most())}
	}
	if f.g == nil {
		basis := f.st.basis
		if basis == nil {
			basis = f.st.regular()
		}
		g, err := f.st.grid(basis)
		if err != nil {
			return row{}, err
		}
		f.g = &g
	}
	return f.st.append(f.g)
}

// append dates the line after the last one.
func (st *state) append(g *grid) (row, error) {
	var (
		on calendar.Date
		ok bool
	)
	if n := len(st.lines); n > st.down() {
		on, ok = g.after(asked(&st.lines[n-1].Instalment))
	} else {
		on, ok = g.next()
	}
	if !ok {
		return row{}, g.tooLate()
	}
	l := dated(st.in, st.terms.Roll, on)
	if n := len(st.lines); n > 0 && l.Due <= st.lines[n-1].Due {
		l = moved(on, nextDay(st.in, st.terms.Roll, st.lines[n-1].Due))
	}
	return l, nil
}
