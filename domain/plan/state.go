package plan

import (
	"slices"

	"relance/domain/calendar"
	"relance/domain/journal"
)

// row is a line of a plan being drawn up.
type row struct {
	journal.Instalment
	total int64 // what it is to ask for, charges included; 0 = it takes its share
}

// state is a plan being drawn up. Lines are in order of their dates, no two on
// one day; the first is the down payment where the terms have one.
type state struct {
	in         *Input
	id         journal.ID
	supersedes []journal.ID
	terms      journal.PlanTerms
	clause     journal.Clause
	interest   journal.ChargeMode
	fees       journal.ChargeMode
	items      []owed
	debt       int64
	lines      []row

	basis       []row // while lines are redrawn: those before, where they tell the dates
	setAside    setAside
	provisional bool
	missing     error  // of the charger, for the lines
	fault       *Error // why the amounts cannot be saved
}

func (st *state) clone() *state {
	out := *st
	out.lines = append(make([]row, 0, len(st.lines)+2), st.lines...)
	return &out
}

// down is the number of down payments: 0 or 1.
func (st *state) down() int {
	if st.terms.Down > 0 {
		return 1
	}
	return 0
}

// open reports whether the number of lines follows from the debt.
func (st *state) open() bool {
	return st.terms.By == journal.ByAmount && st.terms.Count == 0 || st.terms.By == journal.ByCapacity
}

// kept is a line that a redrawing keeps: its amount, its date or both.
type kept struct {
	line row
	at   int // among the lines after the down payment
	date bool
}

// pinned gives the lines of which something is fixed; with dates, all of them
// with their dates.
func (st *state) pinned(dates bool) []kept {
	var out []kept
	for i, l := range st.lines[st.down():] {
		if dates || l.Pinned != 0 {
			out = append(out, kept{l, i, dates || l.Pinned&journal.PinDate != 0})
		}
	}
	return out
}

// check refuses terms from which nothing can be drawn.
func (st *state) check() error {
	t, in := &st.terms, st.in
	var err error
	if st.debt, err = debt(st.items); err != nil {
		return err
	}
	hasDown := t.Down > 0
	switch {
	case t.Amount < 0, t.Last < 0, t.By >= journal.PlanByCount, t.Every >= journal.EveryCount, t.Roll >= journal.RollingCount,
		t.By == journal.ByCount && t.Count == 0,
		(t.By == journal.ByAmount || t.By == journal.ByCapacity) && t.Amount == 0,
		t.By == journal.ByEnd && t.Until.IsZero():
		return &Error{Code: NoSchedule}
	case t.Down < 0 || t.Down >= st.debt:
		return &Error{Code: DownTooLarge, Limit: st.debt}
	case !t.First.IsZero() && t.First < in.Today, hasDown && !t.DownOn.IsZero() && t.DownOn < in.Today:
		return &Error{Code: FirstTooEarly}
	case int(t.Count) > st.most() && (t.By == journal.ByCount || t.By == journal.ByAmount || t.By == journal.ByHand):
		return &Error{Code: TooMany, Limit: int64(st.most())}
	case t.By == journal.ByCount && int64(t.Count) > st.debt-t.Down:
		return &Error{Code: TooSmall, Limit: st.debt - t.Down}
	}
	return nil
}

// most is how many lines there may be after the down payment.
func (st *state) most() int { return MaxInstalments - st.down() }

// redraw draws up all lines that are not kept from the terms. An amount that is
// too low to ever pay the debt, or takes too many lines, is refused with the
// lowest one that does.
func (st *state) redraw(keeps []kept) error {
	err := st.redrawOnce(keeps)
	if e, ok := err.(*Error); ok { //nolint:errorlint // made here, never wrapped
		switch {
		case e.Code == CapacityTooLow || e.Code == CapacityTooSlow:
			e.Limit = st.leastAmount(keeps)
		case e.Code == TooMany && st.open():
			e.Least = st.leastAmount(keeps)
		}
	}
	return err
}

func (st *state) redrawOnce(keeps []kept) error {
	if err := st.check(); err != nil {
		return err
	}
	g, err := st.grid(st.basis)
	if err != nil {
		return err
	}
	if hasDown := st.terms.Down > 0; st.terms.First > g.horizon || hasDown && st.terms.DownOn > g.horizon {
		return g.tooLate()
	}
	n, err := st.count(g, keeps)
	if err != nil {
		return err
	}
	st.lines = make([]row, 0, max(n+1, 12))
	if st.terms.Down > 0 {
		if err := st.downLine(g, keeps); err != nil {
			return err
		}
	}
	if err := st.dates(&g, keeps, n); err != nil {
		return err
	}
	if err := st.place(keeps); err != nil {
		return err
	}
	return st.settle()
}

// leastAmount searches the lowest amount of whole units that pays the debt.
func (st *state) leastAmount(keeps []kept) int64 {
	unit := int64(1)
	for range st.in.Currency.Exponent() {
		unit *= 10
	}
	try := *st
	fits := func(units int64) bool {
		try.terms.Amount = units * unit
		return try.redrawOnce(keeps) == nil
	}
	low, high := st.terms.Amount/unit, st.terms.Amount/unit+1 // low does not fit
	for !fits(high) {
		if low = high; high > st.debt {
			return 0
		}
		high *= 2
	}
	for high-low > 1 {
		if mid := low + (high-low)/2; fits(mid) {
			high = mid
		} else {
			low = mid
		}
	}
	return high * unit
}

// count gives the number of lines after the down payment that are drawn before
// amounts are looked at.
func (st *state) count(g grid, keeps []kept) (int, error) {
	n := int(st.terms.Count)
	switch {
	case st.open():
		n = 0
		for _, k := range keeps {
			n = max(n, k.at+1)
		}
	case st.terms.By == journal.ByHand && n == 0:
		n = max(len(keeps), 1)
	case st.terms.By == journal.ByEnd:
		n = 0
		for {
			on, ok := g.next()
			if !ok {
				break
			}
			if to := dated(st.in, st.terms.Roll, on).Due; to > st.terms.Until {
				if n == 0 {
					return 0, &Error{Code: EndTooEarly, On: to}
				}
				break
			}
			if n++; n > st.most() {
				return 0, &Error{Code: TooMany, Limit: int64(st.most())}
			}
		}
		if int64(n) > st.debt-st.terms.Down {
			return 0, &Error{Code: TooSmall, Limit: st.debt - st.terms.Down}
		}
	}
	return min(max(n, len(keeps)), st.most()), nil
}

// downLine begins the schedule with the down payment. A date that a person gave it
// stays.
func (st *state) downLine(g grid, keeps []kept) error {
	on := st.terms.DownOn
	l := fixedOn(on)
	if on.IsZero() {
		first, ok := g.next()
		if !ok {
			return g.tooLate()
		}
		on = min(st.in.Zone.AddBusinessDays(st.in.Today, downDays), first)
		for _, k := range keeps {
			if k.date {
				on = max(min(on, k.line.Due-1), st.in.Today)
			}
		}
		l = st.dated(on)
	}
	l.Principal = st.terms.Down
	st.lines = append(st.lines, l)
	return nil
}

// dates appends n lines: those kept at their place, the others on the grid.
func (st *state) dates(g *grid, keeps []kept, n int) error {
	for i := range n {
		if len(keeps) > 0 && min(keeps[0].at, n-len(keeps)) <= i {
			k := keeps[0]
			keeps = keeps[1:]
			on, ok := g.next()
			if !ok && !k.date {
				return g.tooLate()
			}
			l := k.line
			if !k.date {
				l = dated(st.in, st.terms.Roll, on)
				l.Pinned, l.total = k.line.Pinned, k.line.total
			}
			l.Principal = l.total
			st.lines = append(st.lines, l)
			continue
		}
		next := g.next
		if st.terms.By == journal.ByHand && i > 0 {
			next = func() (calendar.Date, bool) { return g.after(asked(&st.lines[len(st.lines)-1].Instalment)) }
		}
		on, ok := next()
		if !ok {
			return g.tooLate()
		}
		st.lines = append(st.lines, dated(st.in, st.terms.Roll, on))
	}
	return nil
}

// place brings the lines into order, no two on one day. What a person fixed
// stays; another line that falls on a day taken moves to the next one.
func (st *state) place(keeps []kept) error {
	inOrder := true
	for i := 1; i < len(st.lines); i++ {
		inOrder = inOrder && st.lines[i-1].Due < st.lines[i].Due
	}
	if inOrder {
		return nil
	}
	taken := make([]calendar.Date, 0, len(st.lines))
	if st.down() == 1 {
		first := st.lines[0].Due
		for i := range st.lines[1:] {
			if st.lines[1+i].Due < first {
				return &Error{Code: DownAfterFirst, On: st.lines[1+i].Due}
			}
		}
		taken = append(taken, first)
	}
	for _, k := range keeps {
		if k.date {
			if st.down() == 1 && k.line.Due == taken[0] {
				return &Error{Code: DownAfterFirst, On: k.line.Due}
			}
			taken = append(taken, k.line.Due)
		}
	}
	fixed := len(taken)
	for i := st.down(); i < len(st.lines); i++ {
		l := &st.lines[i]
		if isKept(keeps, l) && slices.Contains(taken[:fixed], l.Due) {
			continue
		}
		on := asked(&l.Instalment)
		for slices.Contains(taken, l.Due) {
			l.Due = nextDay(st.in, st.terms.Roll, l.Due)
			l.Asked = on
		}
		taken = append(taken, l.Due)
	}
	slices.SortStableFunc(st.lines, func(a, b row) int { return int(a.Due - b.Due) })
	return nil
}

// isKept reports whether a line is one whose date was kept.
func isKept(keeps []kept, l *row) bool {
	for i := range keeps {
		k := &keeps[i]
		if k.date && k.line.Due == l.Due && k.line.Asked == l.Asked && k.line.Pinned == l.Pinned {
			return true
		}
	}
	return false
}

// plan gives the plan as it stands.
func (st *state) plan() journal.Plan {
	p := journal.Plan{
		ID: st.id, Supersedes: st.supersedes, Currency: st.in.Currency, Terms: st.terms, Clause: st.clause,
		Interest: st.interest, Fees: st.fees, Provisional: st.provisional,
		ChargedTo: st.setAside.to, Charged: st.setAside.interest, ChargedFee: st.setAside.fee,
		Instalments: make([]journal.Instalment, len(st.lines)), Items: make([]journal.Part, len(st.items)),
	}
	for i := range st.lines {
		p.Instalments[i] = st.lines[i].Instalment
	}
	for i := range st.items {
		p.Items[i] = st.items[i].Part
	}
	return p
}
