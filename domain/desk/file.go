package desk

import (
	"cmp"
	"slices"
	"strings"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/position"
	"relance/domain/promise"
)

// Clients gives all clients in key order.
func (v *View) Clients() []ledger.ClientKey {
	out := make([]ledger.ClientKey, v.accounts.len())
	for i, a := range v.accounts.all() {
		out[i] = a.client.Key
	}
	return out
}

// Row finds a client's row on the list or among the held, in one currency or,
// for no currency, the first. Nil when nothing is open.
func (v *View) Row(key ledger.ClientKey, cur money.Currency) *Row {
	a := v.account(key)
	if a == nil {
		return nil
	}
	if st := a.state(cur); st != nil {
		return st.row
	}
	return nil
}

// state finds the state in a currency; the zero currency means the first.
func (a *account) state(cur money.Currency) *currencyState {
	for i := range a.currs {
		if cur == (money.Currency{}) || a.currs[i].currency == cur {
			return &a.currs[i]
		}
	}
	return nil
}

// File gives everything about one client, nil when the client is unknown.
func (v *View) File(key ledger.ClientKey, cur money.Currency) *File {
	a := v.account(key)
	if a == nil {
		return nil
	}
	l := a.lines(v.shared, true)
	f := &File{
		Client: a.client, Creditor: *a.creditor, Zone: a.zone, Fields: a.fieldRows(), Contacts: a.contactRows(),
		Status: a.status, StatusOn: a.statusOn, Limit: a.client.Limit, LimitUntil: a.limitTo,
		Behaviour: a.behaviour(v.shared, l), Disputes: latestFirst(a.disputes), Callbacks: a.callbacks,
		Timeline: a.timeline(),
		Row:      v.Row(key, cur),
	}
	for i := range a.currs {
		f.Sums = append(f.Sums, a.currs[i].sums)
	}
	slices.SortStableFunc(f.Sums, func(x, y Sums) int { return -cmp.Compare(b2i(x.Currency == cur), b2i(y.Currency == cur)) })
	f.Items, f.OpenItems = a.itemRows(l, a.limits(f, l))
	a.followed(f, l, v.shared)
	f.LastAct = lastLive(f.Timeline)
	f.Brief = a.brief(f)
	return f
}

func latestFirst[T any](in []T) []T {
	out := slices.Clone(in)
	slices.Reverse(out)
	return out
}

func lastLive(rows []TimelineRow) journal.ID {
	for _, r := range rows {
		switch r.Event.Content.(type) {
		case journal.ActUndone, journal.ActRestored:
			continue
		}
		if !r.Undone {
			return r.Event.Act
		}
	}
	return journal.ID{}
}

// LastUndone is the act of the client that the author took back last and that is
// still taken back, as Session.LastUndone has it; zero = none.
func (f *File) LastUndone(author string) journal.ID {
	told := map[journal.ID]bool{} // acts on which a later word was met
	for i := range f.Timeline {
		e := f.Timeline[i].Event
		if e.ID != e.Act || e.Author != author {
			continue
		}
		switch c := e.Content.(type) {
		case journal.ActRestored:
			told[c.Act] = true
		case journal.ActUndone:
			if !told[c.Act] && f.undone(c.Act) {
				return c.Act
			}
			told[c.Act] = true
		}
	}
	return journal.ID{}
}

// undone reports whether an act is taken back.
func (f *File) undone(act journal.ID) bool {
	return slices.ContainsFunc(f.Timeline, func(r TimelineRow) bool { return r.Event.Act == act && r.Undone })
}

// fieldRows lists the particulars as they stand, with who said so.
func (a *account) fieldRows() []FieldRow {
	var out []FieldRow
	for f := range ledger.FieldCount {
		if !f.OfClient() {
			continue
		}
		r := FieldRow{Field: f, Value: fieldValue(&a.client, f)}
		for _, e := range a.fields[f] {
			c := e.Content.(journal.ParticularsChanged)
			r.History = append(r.History, FieldChange{On: e.Day, Author: e.Author, Value: c.Value})
			r.ByHand, r.On, r.Author = c.Value != "", e.Day, e.Author
		}
		if r.ByHand {
			r.Ledger = fieldValue(&a.book.Client, f)
		}
		out = append(out, r)
	}
	return out
}

// contactRows lists those written by hand, then those of the file that nobody
// wrote over (the same name).
func (a *account) contactRows() []ContactRow {
	out := slices.Clone(a.contacts)
	for _, c := range a.client.Contacts {
		if !slices.ContainsFunc(a.contacts, func(r ContactRow) bool { return strings.EqualFold(r.Name, c.Name) }) {
			out = append(out, ContactRow{Contact: c})
		}
	}
	return out
}

// itemRows lists the items: what is open by due date, credits included, then
// what is settled, the latest first.
func (a *account) itemRows(l *lines, limits []calendar.Date) (rows []ItemRow, open int) {
	parts := make(map[int32]*position.Item)
	for c := range a.currs {
		for i, at := range a.currs[c].index {
			parts[at] = &a.currs[c].items[i]
		}
	}
	for i := range l.items {
		it := &l.items[i]
		if it.Booked > a.day || a.isSettling(it) {
			continue
		}
		row := a.itemRow(l, i, parts[int32(i)])
		row.LimitationOn = limits[i]
		rows = append(rows, row)
		if l.standings[i].Open != 0 {
			open++
		}
	}
	slices.SortStableFunc(rows, func(x, y ItemRow) int {
		if xo, yo := x.Open != 0, y.Open != 0; xo != yo {
			return -cmp.Compare(b2i(xo), b2i(yo))
		} else if !xo {
			return cmp.Or(-cmp.Compare(x.Booked, y.Booked), cmp.Compare(x.Key.Number, y.Key.Number))
		}
		return cmp.Or(cmp.Compare(x.Due, y.Due), cmp.Compare(x.Key.Date, y.Key.Date), cmp.Compare(x.Key.Number, y.Key.Number))
	})
	return rows, open
}

// isSettling reports whether an item only says that another was paid in part on
// an open-item list: it is no document of its own.
func (a *account) isSettling(it *ledger.Item) bool {
	return it.Matching != "" && it.Kind == ledger.Receipt && it.Label == "" && a.scopeKind(it.Scope) == ledger.OpenList
}

func (a *account) scopeKind(id uint32) ledger.ScopeKind {
	for _, s := range a.creditor.Scopes {
		if s.ID == id {
			return s.Kind
		}
	}
	return ledger.Entries
}

func (a *account) itemRow(l *lines, i int, p *position.Item) ItemRow {
	it := &l.items[i]
	r := ItemRow{
		Key: it.ItemKey, Booked: it.Booked, Due: l.due[i], DueSource: l.source[i], Amount: it.Amount,
		Open: l.standings[i].Open, Currency: it.Currency, Label: it.Label, Order: it.Order, Matching: it.Code(),
		SettledOn: l.standings[i].SettledOn,
	}
	if r.Open > 0 {
		r.DaysLate = max(0, a.day.Sub(r.Due))
	}
	switch {
	case r.Open == 0:
		r.State = ItemSettled
	case r.DaysLate > 0:
		r.State = ItemOverdue
	}
	if p != nil {
		r.Disputed, r.Promised, r.Planned, r.Collectible = p.Disputed, p.Promised, p.Planned, p.Collectible
		switch {
		case p.Disputed > 0 && p.Disputed >= max(p.Promised, p.Planned):
			r.State = ItemDisputed
		case p.Promised > 0 && p.Promised >= p.Planned:
			r.State = ItemPromised
		case p.Planned > 0:
			r.State = ItemPlanned
		}
	}
	return r
}

// timeline lists what happened to the client, the latest first.
func (a *account) timeline() []TimelineRow { return timelineOf(a.known(), &a.live) }

func timelineOf(known []*journal.Event, live *journal.Liveness) []TimelineRow {
	rows := make([]TimelineRow, 0, len(known))
	for i := len(known) - 1; i >= 0; i-- {
		e := known[i]
		undoer := live.Undone(e.Act)
		rows = append(rows, TimelineRow{Event: e, Undone: undoer != nil, Undoer: undoer, Hanging: live.Suspended(e.ID)})
	}
	return rows
}

// brief is what to know before dialling, and the one question to ask.
func (a *account) brief(f *File) Brief {
	b := Brief{LastContact: a.contact.lastEvent}
	for i := range f.Timeline {
		r := &f.Timeline[i]
		if r.Undone || r.Hanging {
			continue
		}
		if b.LastContact != nil && r.Event.ID == b.LastContact.ID {
			break
		}
		b.SinceLastCall = append(b.SinceLastCall, *r)
	}
	b.LastWords, b.LastWordsOn = lastNote(a.effective())
	for i := range f.Promises {
		if s := f.Promises[i].State; s == promise.Open || s == promise.ToVerify {
			b.OpenPromise = &f.Promises[i]
			break
		}
	}
	a.ask(&b, f)
	return b
}

// lastNote gives the words of the last note that still has any.
func lastNote(events []*journal.Event) (string, calendar.Date) {
	erased := map[journal.ID]bool{}
	for i := len(events) - 1; i >= 0; i-- {
		switch c := events[i].Content.(type) {
		case journal.NoteErased:
			erased[c.Note] = true
		case journal.NoteAmended:
			if !erased[c.Note] && c.Text.Body != "" {
				return c.Text.Body, events[i].Day
			}
		case journal.NoteWritten:
			if !erased[events[i].ID] && c.Text.Body != "" {
				return c.Text.Body, events[i].Day
			}
		}
	}
	return "", 0
}

// ask chooses the question: what is broken first, then what is open.
func (a *account) ask(b *Brief, f *File) {
	cur := a.creditor.Currency
	if f.Row != nil {
		cur = f.Row.Currency
	}
	st := a.state(cur)
	b.Question = AskNothing
	if st == nil {
		return
	}
	in := &st.input
	set := func(q BriefQuestion, sum int64, on calendar.Date) {
		b.Question, b.QuestionSum, b.QuestionDate = q, money.Of(sum, cur), on
	}
	missed := a.missing(cur)
	switch {
	case in.Broken != nil:
		set(AskWhyBroken, in.Broken.Amount, in.Broken.Date)
		b.QuestionOf = money.Of(in.Broken.Of, cur)
	case in.Missed != nil:
		set(AskInstalment, in.Missed.Amount, in.Missed.Date)
	case in.ToVerify != nil:
		set(AskTransferDate, in.ToVerify.Amount, in.ToVerify.Date)
	case missed != nil:
		set(AskInstalment, missed.Amount, missed.Date)
	case in.Courtesy != nil:
		set(AskCourtesy, in.Courtesy.Amount, in.Courtesy.Date)
	case in.NotSigned != nil:
		set(AskSigned, in.NotSigned.Amount, in.NotSigned.Date)
	case in.Collectible > 0 && len(f.Contacts) == 0:
		set(AskWhoDecides, in.Collectible, 0)
	case in.Collectible > 0 && in.Drift > 0:
		set(AskWhatChanged, in.Collectible, 0)
	case in.Collectible > 0:
		set(AskWhenPaid, in.Collectible, 0)
	case in.Disputed > 0:
		set(AskDispute, in.Disputed, 0)
		b.QuestionItem = firstDisputed(f)
	}
}

func firstDisputed(f *File) string {
	for i := range f.Items {
		if f.Items[i].Disputed > 0 {
			return f.Items[i].Key.Number
		}
	}
	return ""
}

// live reports whether a plan still stands.
func liveState(s plan.State) bool {
	return s == plan.Draft || s == plan.Proposed || s == plan.Signed || s == plan.Breached
}
