package desk

import (
	"bytes"
	"cmp"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"relance/domain/behaviour"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/priority"
	"relance/domain/survival"
	"relance/domain/terms"
)

// shared is what all accounts of a view have in common.
type shared struct {
	creditors []ledger.Creditor
	global    []*journal.Event // events that concern no client
	curve     *survival.Curve
	prior     behaviour.Prior
	rules     priority.Rules
	index     index                  // places in the views' accounts
	terms     map[string]terms.Terms // the creditors' default terms
}

// creditor finds a creditor; one that the ledger does not know (yet) is a bare
// French one, so that what was said of its clients is not hidden.
func (s *shared) creditor(id string) *ledger.Creditor {
	for i := range s.creditors {
		if s.creditors[i].ID == id {
			return &s.creditors[i]
		}
	}
	return &ledger.Creditor{ID: id, Name: id, Country: "FR", Currency: money.EUR}
}

// build folds every account as of a day and ranks them. An error means that the
// items of an account cannot be read.
func (m *material) build(day calendar.Date, minute int16) (*View, error) {
	folded := make([]*account, len(m.accounts))
	learnt := make([]experience, workers())
	m.inParallel(func(worker int, l *lines, i int) {
		x := &learnt[worker]
		a, err := foldAccount(m.accounts[i], m.shared, m.events[i], day, l)
		if err != nil {
			x.err = err
			return
		}
		folded[i] = a
		x.add(a, l)
	})
	sh := *m.shared
	if err := sh.learn(learnt); err != nil {
		return nil, err
	}
	v := &View{Day: day, shared: &sh, minute: minute, accounts: newRoster(folded)}
	m.inParallel(func(_ int, l *lines, i int) { folded[i].rank(&sh, l) })
	v.list()
	v.head()
	return v, nil
}

// experience is what one worker's accounts tell of the portfolio.
type experience struct {
	curve  survival.Builder
	totals behaviour.Totals
	err    error
}

func (x *experience) add(a *account, l *lines) {
	for _, o := range l.observed {
		x.curve.Add(o.DaysLate, o.Settled)
	}
	x.totals.AddObserved(l.observed)
	x.totals.AddWords(a.words())
}

// learn draws the portfolio's curve and its rates from all accounts.
func (s *shared) learn(parts []experience) error {
	all := &parts[0]
	for i := range parts {
		if parts[i].err != nil {
			return parts[i].err
		}
		if i > 0 {
			all.curve.Merge(&parts[i].curve)
			all.totals.Merge(&parts[i].totals)
		}
	}
	s.curve, s.prior = all.curve.Curve(), all.totals.Prior()
	return nil
}

// workers is on how many processors the desk works.
func workers() int { return runtime.GOMAXPROCS(0) }

// share runs f for each worker at once.
func share(n int, f func(worker int)) {
	var wg sync.WaitGroup
	for w := 1; w < n; w++ {
		wg.Go(func() { f(w) })
	}
	f(0)
	wg.Wait()
}

// inParallel runs f for every account on all processors. Each worker takes the
// next few accounts when it is done with the last, for they differ in size, and
// lends its lines to all of them.
func (m *material) inParallel(f func(worker int, l *lines, i int)) {
	const few = 32
	var next atomic.Int64
	share(min(workers(), 1+len(m.accounts)/few), func(w int) {
		l := linesForMany()
		for {
			end := int(next.Add(few))
			for i := end - few; i < min(end, len(m.accounts)); i++ {
				f(w, l, i)
			}
			if end >= len(m.accounts) {
				return
			}
		}
	})
}

// list orders the rows: by class, then by what orders the class.
func (v *View) list() {
	v.Worklist, v.Held = v.Worklist[:0:0], v.Held[:0:0]
	for _, a := range v.accounts.all() {
		for i := range a.currs {
			row := a.currs[i].row
			switch {
			case row == nil:
			case row.Class == priority.Off:
				v.Held = append(v.Held, row)
			default:
				v.Worklist = append(v.Worklist, row)
			}
		}
	}
	slices.SortFunc(v.Worklist, compareRows)
	slices.SortFunc(v.Held, compareHeld)
}

// compareHeld is the order of what is held back: by what is overdue.
func compareHeld(x, y *Row) int {
	switch {
	case x.Overdue != y.Overdue:
		return -cmp.Compare(x.Overdue, y.Overdue)
	case x.Open != y.Open:
		return -cmp.Compare(x.Open, y.Open)
	}
	return compareTies(x, y)
}

// compareTies tells rows of equal weight apart.
func compareTies(x, y *Row) int {
	if c := compareKeys(x.Client, y.Client); c != 0 {
		return c
	}
	return bytes.Compare(x.Currency[:], y.Currency[:])
}

// replace takes an account's old rows out of the lists and puts the new ones
// where they belong, without sorting the rest again.
func (v *View) replace(old, next *account) {
	lists, mine := [2]*[]*Row{&v.Worklist, &v.Held}, [2]bool{}
	place := func(r *Row) (list *[]*Row, at int, found bool) {
		which, by := 0, compareRows
		if r.Class == priority.Off {
			which, by = 1, compareHeld
		}
		list = lists[which]
		if !mine[which] { // a copy, with room for what comes in
			mine[which] = true
			*list = append(make([]*Row, 0, len(*list)+len(next.currs)), *list...)
		}
		at, found = slices.BinarySearchFunc(*list, r, by)
		return list, at, found
	}
	for i := range old.currs {
		if r := old.currs[i].row; r != nil {
			if list, at, found := place(r); found {
				*list = slices.Delete(*list, at, at+1)
			}
		}
	}
	for i := range next.currs {
		if r := next.currs[i].row; r != nil {
			list, at, _ := place(r)
			*list = slices.Insert(*list, at, r)
		}
	}
}

// compareRows is the order of the worklist.
func compareRows(x, y *Row) int {
	if x.Class != y.Class {
		return cmp.Compare(x.Class, y.Class)
	}
	if x.Class == priority.Callback {
		if c := cmp.Or(cmp.Compare(callDay(x), callDay(y)), cmp.Compare(callTime(x), callTime(y))); c != 0 {
			return c
		}
	}
	if x.Score != y.Score {
		return -cmp.Compare(x.Score, y.Score)
	}
	return compareTies(x, y)
}

// callDay is the day agreed for a callback: who has waited longest comes first.
func callDay(r *Row) calendar.Date { return r.Reasons[0].Date }

// callTime puts callbacks with an agreed hour in its order, the others after.
func callTime(r *Row) int16 {
	if r.Minute < 0 {
		return 24 * 60
	}
	return r.Minute
}

// head fills in the header's figures.
func (v *View) head() {
	v.Header.Creditors = v.shared.creditors
	v.Header.Left = len(v.Worklist)
	v.Header.PromisesDue, v.Header.Overdue = 0, nil
	for _, a := range v.accounts.all() {
		v.count(a, 1)
	}
	v.Header.Overdue = homeFirst(v.Header.Overdue, v.shared.creditors)
}

// count adds an account to the header's sums, or takes it out (sign -1).
func (v *View) count(a *account, sign int) {
	for i := range a.currs {
		if o := a.currs[i].sums.Overdue; o != 0 {
			v.Header.Overdue = addTo(v.Header.Overdue, money.Of(int64(sign)*o, a.currs[i].currency))
		}
	}
	for i := range a.promises {
		if p := &a.promises[i]; p.Due == v.Day && p.WithdrawnOn == 0 && p.SupersededOn == 0 {
			v.Header.PromisesDue += sign
		}
	}
}

// account finds a client's folded account, nil when there is none.
func (v *View) account(key ledger.ClientKey) *account {
	if i, ok := v.shared.index.find(key); ok {
		return v.accounts.at(i)
	}
	return nil
}

// addTo adds an amount to the sum in its currency: currencies are never mixed.
func addTo(sums []money.Amount, a money.Amount) []money.Amount {
	for i := range sums {
		if sums[i].Currency == a.Currency {
			sums[i] = sums[i].Add(a)
			return sums
		}
	}
	return append(sums, a)
}

func homeFirst(sums []money.Amount, creditors []ledger.Creditor) []money.Amount {
	if len(creditors) == 0 {
		return sums
	}
	home := creditors[0].Currency
	slices.SortStableFunc(sums, func(x, y money.Amount) int {
		return cmp.Or(-cmp.Compare(b2i(x.Currency == home), b2i(y.Currency == home)), cmp.Compare(x.Currency.String(), y.Currency.String()))
	})
	return sums
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
