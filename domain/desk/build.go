package desk

import (
	"bytes"
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"

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
	index     map[ledger.ClientKey]int // place in the views' accounts
	terms     map[string]terms.Terms   // the creditors' default terms
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

// material is what views are built from: the ledger and the journal by client.
type material struct {
	accounts []*ledger.Account // by key
	events   map[ledger.ClientKey][]*journal.Event
	shared   *shared
}

// newMaterial sorts a journal by client. Events name clients that the ledger may
// not know (yet): they get an empty account, so that nothing said is hidden.
func newMaterial(book ledger.Book, events []journal.Event, rules priority.Rules) *material {
	m := &material{
		accounts: book.Accounts,
		events:   make(map[ledger.ClientKey][]*journal.Event),
		shared:   &shared{creditors: book.Creditors, rules: rules},
	}
	known := make(map[ledger.ClientKey]bool, len(book.Accounts))
	for _, a := range book.Accounts {
		known[a.Client.Key] = true
	}
	var orphans []*ledger.Account
	for i := range events {
		e := &events[i]
		if e.Client.IsZero() {
			m.shared.global = append(m.shared.global, e)
			continue
		}
		if !known[e.Client] {
			known[e.Client] = true
			orphans = append(orphans, &ledger.Account{Client: ledger.Client{Key: e.Client, Name: e.Client.Account}})
		}
		m.events[e.Client] = append(m.events[e.Client], e)
	}
	if len(orphans) > 0 {
		m.accounts = append(slices.Clone(m.accounts), orphans...)
	}
	slices.SortFunc(m.accounts, func(x, y *ledger.Account) int { return compareKeys(x.Client.Key, y.Client.Key) })
	m.shared.terms = defaultTerms(book.Creditors)
	m.shared.index = make(map[ledger.ClientKey]int, len(m.accounts))
	for i, a := range m.accounts {
		m.shared.index[a.Client.Key] = i
	}
	return m
}

// defaultTerms reads the creditors' terms once; what cannot be read, and what
// nobody said, is thirty days net.
func defaultTerms(creditors []ledger.Creditor) map[string]terms.Terms {
	out := make(map[string]terms.Terms, len(creditors))
	for _, c := range creditors {
		t, err := terms.Parse(c.DefaultTerms)
		if err != nil || t.IsZero() {
			t = thirtyDays
		}
		out[c.ID] = t
	}
	return out
}

func compareKeys(x, y ledger.ClientKey) int {
	if x.Creditor != y.Creditor {
		return strings.Compare(x.Creditor, y.Creditor)
	}
	return strings.Compare(x.Account, y.Account)
}

// build folds every account as of a day and ranks them.
func (m *material) build(day calendar.Date, minute int16) *View {
	folded := make([]*account, len(m.accounts))
	m.inParallel(func(i int) {
		b := m.accounts[i]
		folded[i] = foldAccount(b, m.shared, m.events[b.Client.Key], day)
	})
	sh := *m.shared
	sh.learn(folded)
	v := &View{Day: day, shared: &sh, minute: minute, accounts: folded}
	m.inParallel(func(i int) { folded[i].rank(&sh) })
	v.list()
	v.head()
	return v
}

// learn draws the portfolio's curve and its rates from all accounts.
func (s *shared) learn(accounts []*account) {
	var all survival.Builder
	var totals behaviour.Totals
	for _, a := range accounts {
		for _, o := range a.observed {
			all.Add(o.DaysLate, o.Settled)
		}
		totals.AddObserved(a.observed)
		totals.AddWords(a.words())
	}
	s.curve, s.prior = all.Curve(), totals.Prior()
}

// inParallel runs f for every account on all processors.
func (m *material) inParallel(f func(i int)) {
	workers := max(1, min(runtime.GOMAXPROCS(0), len(m.accounts)/64))
	if workers == 1 {
		for i := range m.accounts {
			f(i)
		}
		return
	}
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(m.accounts); i += workers {
				f(i)
			}
		})
	}
	wg.Wait()
}

// list orders the rows: by class, then by what orders the class.
func (v *View) list() {
	v.Worklist, v.Held = v.Worklist[:0:0], v.Held[:0:0]
	for _, a := range v.accounts {
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
	lists := [2]*[]*Row{&v.Worklist, &v.Held}
	for _, l := range lists {
		*l = slices.Clone(*l)
	}
	place := func(r *Row) (*[]*Row, int, bool) {
		list, by := lists[0], compareRows
		if r.Class == priority.Off {
			list, by = lists[1], compareHeld
		}
		at, found := slices.BinarySearchFunc(*list, r, by)
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
		if c := cmp.Compare(callTime(x), callTime(y)); c != 0 {
			return c
		}
	}
	if x.Score != y.Score {
		return -cmp.Compare(x.Score, y.Score)
	}
	return compareTies(x, y)
}

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
	for _, a := range v.accounts {
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
	if i, ok := v.shared.index[key]; ok {
		return v.accounts[i]
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
