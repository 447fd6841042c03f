package desk

import (
	"cmp"
	"errors"
	"slices"

	"relance/domain/aging"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
	"relance/domain/promise"
)

// AgedBy is what the aged balance is grouped by.
type AgedBy uint8

// Groupings of the aged balance.
const (
	ByClient AgedBy = iota
	BySegment
	ByCollector
	BySalesRep
)

// AgedRow is one line of the aged balance: a client, or a group, in one
// currency. For a group, Client.Account holds nothing and Name its name.
type AgedRow struct {
	Client   ledger.ClientKey
	Name     string
	Currency money.Currency
	aging.Balance
}

// Aged gives the aged balance [balance âgée], by client in key order. Rows with
// nothing open are left out.
func (v *View) Aged(by AgedBy) []AgedRow {
	var rows []AgedRow
	at := map[AgedRow]int{}
	for _, a := range v.accounts.all() {
		for i := range a.currs {
			s := &a.currs[i].sums
			if s.Balance.IsZero() {
				continue
			}
			row := AgedRow{Client: a.client.Key, Name: a.client.Name, Currency: s.Currency}
			if by != ByClient {
				row = AgedRow{Client: ledger.ClientKey{Creditor: a.client.Key.Creditor}, Name: a.group(by), Currency: s.Currency}
			}
			n, ok := at[row]
			if !ok {
				n = len(rows)
				at[row] = n
				rows = append(rows, row)
			}
			rows[n].Merge(s.Balance)
		}
	}
	if by != ByClient {
		slices.SortStableFunc(rows, func(x, y AgedRow) int {
			return cmp.Or(cmp.Compare(x.Client.Creditor, y.Client.Creditor), cmp.Compare(x.Name, y.Name), cmp.Compare(x.Currency.String(), y.Currency.String()))
		})
	}
	return rows
}

func (a *account) group(by AgedBy) string {
	switch by {
	case BySegment:
		return a.client.Segment
	case ByCollector:
		return a.client.Collector
	case BySalesRep:
		return a.client.SalesRep
	}
	return a.client.Name
}

// AgedBalance gives the aged balance straight from a ledger, without promises,
// ranks or histories. Of the journal only what was written by hand about
// clients counts (terms, due dates, segments); other events may be left out. An
// error means that packed items cannot be read.
func AgedBalance(book ledger.Book, events []journal.Event, day calendar.Date, by AgedBy) ([]AgedRow, error) {
	m := newMaterial(book, events, priority.Rules{})
	v := &View{Day: day, shared: m.shared}
	folded := make([]*account, len(m.accounts))
	errs := make([]error, workers())
	m.inParallel(func(worker int, l *lines, i int) {
		var err error
		if folded[i], err = foldBalance(m.accounts[i], m.shared, m.events[i], day, l); err != nil {
			errs[worker] = err
		}
	})
	v.accounts = newRoster(folded)
	return v.Aged(by), errors.Join(errs...)
}

// foldBalance folds what the aged balance needs of an account.
func foldBalance(book *ledger.Account, sh *shared, events []*journal.Event, day calendar.Date, l *lines) (*account, error) {
	a := &account{book: book, creditor: sh.creditor(book.Client.Key.Creditor), events: events, day: day, client: book.Client}
	if len(events) > 0 {
		a.live = journal.Live(a.known())
		for _, e := range a.effective() {
			if c, ok := e.Content.(journal.ParticularsChanged); ok {
				a.applyField(e, c)
			}
		}
	}
	if err := l.unpack(a, false); err != nil {
		return a, err
	}
	l.date(a, sh)
	l.standings = ledger.Open(l.items, l.due, day, l.standings)
	a.currs = make([]currencyState, 0, 1)
	for i := range l.items {
		if open := l.standings[i].Open; open != 0 {
			c := l.items[i].Currency
			st := a.state(c)
			if st == nil {
				a.currs = append(a.currs, currencyState{currency: c, sums: Sums{Currency: c}})
				st = &a.currs[len(a.currs)-1]
			}
			st.sums.Balance.Add(open, day.Sub(l.due[i]))
		}
	}
	slices.SortFunc(a.currs, func(x, y currencyState) int { return a.compareCurrencies(x.currency, y.currency) })
	return a, nil
}

// DayReport is the end-of-day report: what was done, agreed and promised, and
// what came in.
type DayReport struct {
	Day       calendar.Date
	Calls     int
	Reached   int
	Clients   int // clients contacted
	Promises  []DayLine
	Plans     []DayLine // drawn up or proposed, and not signed on the day
	Signed    []DayLine // plans signed
	Disputes  []DayLine
	Receipts  []DayLine // seen at the bank
	Notes     int
	Callbacks int
	Kept      []DayLine // promises that turned kept or broken today
	Broken    []DayLine
	Missed    []DayLine      // instalments that turned missed or partially kept today
	Rates     []latefee.Rate // entered, neither taken back nor entered over
	Imports   []journal.LedgerImported
	Collected []money.Amount // what imports of the day brought in
	ByAuthor  []AuthorDay
}

// AuthorDay is one collector's day.
type AuthorDay struct {
	Author                   string
	Calls, Reached, Promises int
}

// DayLine is one thing agreed.
type DayLine struct {
	Client ledger.ClientKey
	Name   string
	Amount money.Amount
	Date   calendar.Date

	plan journal.ID
}

// DayReport tells what the shown day brought.
func (v *View) DayReport() DayReport {
	day := v.Day
	if v.AsOf != 0 {
		day = v.AsOf
	}
	r := DayReport{Day: day}
	for _, a := range v.accounts.all() {
		contacted := false
		for _, e := range a.effective() {
			if e.Day == day {
				contacted = r.add(a, e) || contacted
			}
		}
		if contacted {
			r.Clients++
		}
		r.verdicts(a)
	}
	for _, rate := range v.RateHistory() {
		if rate.EnteredOn == day && rate.Undoer == nil && !rate.Later {
			r.Rates = append(r.Rates, rate.Rate)
		}
	}
	for _, e := range v.shared.global {
		if c, ok := e.Content.(journal.LedgerImported); ok && e.Day == day && c.Format != journal.FormatCreditor {
			r.Imports = append(r.Imports, c)
			if c.Collected.Minor != 0 {
				r.Collected = addTo(r.Collected, c.Collected)
			}
		}
	}
	slices.SortFunc(r.ByAuthor, func(x, y AuthorDay) int { return cmp.Compare(x.Author, y.Author) })
	return r
}

// add counts one event and reports whether it was a contact.
func (r *DayReport) add(a *account, e *journal.Event) bool {
	line := DayLine{Client: a.client.Key, Name: a.client.Name}
	switch c := e.Content.(type) {
	case journal.CallLogged:
		by := r.author(e.Author)
		r.Calls++
		by.Calls++
		if c.Outcome.Reached() {
			r.Reached++
			by.Reached++
		}
		return true
	case journal.PromiseMade:
		if !a.outlived(e.ID, r.Day) {
			break
		}
		line.Amount, line.Date = c.Amount, c.Due
		r.Promises = append(r.Promises, line)
		r.author(e.Author).Promises++
	case journal.PlanDrafted:
		r.plan(a, planLine(line, e, c.Plan), false)
	case journal.PlanProposed:
		r.plan(a, planLine(line, e, c.Plan), false)
	case journal.PlanSigned:
		r.plan(a, planLine(line, e, c.Plan), true)
	case journal.DisputeOpened:
		line.Amount = money.Of(sumParts(c.Items), a.creditor.Currency)
		r.Disputes = append(r.Disputes, line)
	case journal.ReceiptSeen:
		line.Amount, line.Date = c.Amount, c.On
		r.Receipts = append(r.Receipts, line)
	case journal.NoteWritten:
		r.Notes++
	case journal.CallbackSet:
		if !c.Automatic {
			r.Callbacks++
		}
	}
	return false
}

// outlived reports whether a promise was neither withdrawn nor replaced on the
// day itself: what was agreed instead is in the report.
func (a *account) outlived(id journal.ID, day calendar.Date) bool {
	for i := range a.promises {
		if p := &a.promises[i]; p.ID == id {
			return p.WithdrawnOn != day && p.SupersededOn != day
		}
	}
	return false
}

// plan lists a plan once, as it was saved last; one that was cancelled or replaced
// on the day itself is left out.
func (r *DayReport) plan(a *account, line DayLine, signed bool) {
	if row := a.planRow(line.plan); row == nil || row.Life.CancelledOn == r.Day || row.Life.SupersededOn == r.Day {
		return
	}
	same := func(o DayLine) bool { return o.plan == line.plan }
	r.Plans, r.Signed = slices.DeleteFunc(r.Plans, same), slices.DeleteFunc(r.Signed, same)
	if signed {
		r.Signed = append(r.Signed, line)
	} else {
		r.Plans = append(r.Plans, line)
	}
}

func planLine(l DayLine, e *journal.Event, p journal.Plan) DayLine {
	if l.plan = p.ID; p.ID.IsZero() {
		l.plan = e.ID
	}
	l.Amount = money.Of(p.Total(), p.Currency)
	if n := len(p.Instalments); n > 0 {
		l.Date = p.Instalments[n-1].Due
	}
	return l
}

func (r *DayReport) author(name string) *AuthorDay {
	for i := range r.ByAuthor {
		if r.ByAuthor[i].Author == name {
			return &r.ByAuthor[i]
		}
	}
	r.ByAuthor = append(r.ByAuthor, AuthorDay{Author: name})
	return &r.ByAuthor[len(r.ByAuthor)-1]
}

// verdicts lists the promises and instalments that turned on the day.
func (r *DayReport) verdicts(a *account) {
	for i := range a.promises {
		p := &a.promises[i]
		line := DayLine{Client: a.client.Key, Name: a.client.Name, Amount: money.Of(p.Amount, p.Currency), Date: p.Due}
		switch {
		case p.State == promise.Kept && p.PaidOn == r.Day:
			r.Kept = append(r.Kept, line)
		case (p.State == promise.Broken || p.State == promise.PartiallyKept) && p.BrokenOn == r.Day:
			line.Amount = money.Of(p.Missing, p.Currency)
			r.Broken = append(r.Broken, line)
		}
	}
	for i := range a.plans {
		p := &a.plans[i]
		for n, inst := range p.Standing.Instalments {
			if failed := inst.State == plan.Missed || inst.State == plan.PartiallyKept; failed && inst.MissedOn == r.Day {
				r.Missed = append(r.Missed, DayLine{
					Client: a.client.Key, Name: a.client.Name,
					Amount: money.Of(inst.Missing, p.Plan.Currency), Date: p.Plan.Instalments[n].Due,
				})
			}
		}
	}
}
