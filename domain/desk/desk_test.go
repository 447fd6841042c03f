package desk

import (
	"slices"
	"testing"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/priority"
)

// memory is a store that keeps what it is given.
type memory struct {
	events  []journal.Event
	changes []ledger.Change
	fail    error
}

func (m *memory) Append(e []journal.Event) error {
	if m.fail != nil {
		return m.fail
	}
	m.events = append(m.events, e...)
	return nil
}

func (m *memory) CommitImport(c ledger.Change, e []journal.Event) error {
	if m.fail != nil {
		return m.fail
	}
	m.changes = append(m.changes, c)
	return m.Append(e)
}

var (
	monday = calendar.Of(2026, 11, 23)
	key    = ledger.ClientKey{Creditor: "NORD", Account: "C1"}
)

func invoice(number string, date, due calendar.Date, cents int64) ledger.Item {
	return ledger.Item{
		ItemKey: ledger.ItemKey{Kind: ledger.Invoice, Number: number, Date: date},
		Booked:  date, Due: due, Amount: cents, Currency: money.EUR, Scope: 1,
	}
}

func receipt(number string, date calendar.Date, cents int64, code string) ledger.Item {
	return ledger.Item{
		ItemKey: ledger.ItemKey{Kind: ledger.Receipt, Number: number, Date: date},
		Booked:  date, Amount: -cents, Currency: money.EUR, Scope: 1, Matching: code,
	}
}

func book(cutoff calendar.Date, items ...ledger.Item) ledger.Book {
	ledger.SortItems(items)
	return ledger.Book{
		Creditors: []ledger.Creditor{{ID: "NORD", Name: "Atelier du Nord", Country: "FR", Currency: money.EUR, DefaultTerms: "NET 30", Cutoff: cutoff}},
		Accounts:  []*ledger.Account{{Client: ledger.Client{Key: key, Name: "Garage Lefèvre"}, Items: items}},
	}
}

func open(t *testing.T, b ledger.Book, events []journal.Event, day calendar.Date) (*Session, *memory) {
	t.Helper()
	m := &memory{events: events}
	millis := int64(1_700_000_000_000)
	seq := uint64(len(events))
	var stamp journal.Stamp
	if len(events) > 0 {
		stamp = events[len(events)-1].Stamp
	}
	s, err := New(Config{
		Book: b, Events: append([]journal.Event(nil), events...), Device: 7, LastSeq: seq, LastStamp: stamp, Author: "md", Day: day,
		Rules: priority.DefaultRules(), Store: m,
		Millis: func() int64 { millis++; return millis },
		Salt:   func() [16]byte { return [16]byte{1} },
	})
	if err != nil {
		t.Fatal(err)
	}
	return s, m
}

func do(t *testing.T, s *Session, c act.Command) Done {
	t.Helper()
	d, err := s.Do(c)
	if err != nil {
		t.Fatalf("%T: %v", c, err)
	}
	return d
}

func twoInvoices() ledger.Book {
	return book(monday-3,
		invoice("F1", monday-90, monday-60, 1_000_00),
		invoice("F2", monday-40, monday-10, 500_00),
		invoice("F3", monday-5, monday+25, 250_00),
	)
}

func promiseAll(due calendar.Date) act.Promise {
	return act.Promise{
		Base: act.Base{Client: key}, Contact: act.Contact{Minute: -1}, Amount: money.Of(1_500_00, money.EUR), Due: due,
		Items: []journal.Part{
			{Item: ledger.ItemKey{Kind: ledger.Invoice, Number: "F1", Date: monday - 90}, Amount: 1_000_00},
			{Item: ledger.ItemKey{Kind: ledger.Invoice, Number: "F2", Date: monday - 40}, Amount: 500_00},
		},
	}
}

func TestAPromiseTakesTheClientOffTheList(t *testing.T) {
	s, m := open(t, twoInvoices(), nil, monday)
	v := s.View()
	if len(v.Worklist) != 1 || v.Worklist[0].Collectible != 1_500_00 || v.Worklist[0].Class != priority.Gain || v.Worklist[0].DaysLate != 60 {
		t.Fatalf("before: %+v", v.Worklist)
	}
	d := do(t, s, promiseAll(monday+4))
	if len(m.events) != 2 || m.events[0].Act != m.events[1].Act {
		t.Fatalf("events: %+v", m.events)
	}
	if len(d.View.Worklist) != 0 || len(d.View.Held) != 1 {
		t.Fatalf("after: list %d, held %d", len(d.View.Worklist), len(d.View.Held))
	}
	f := d.View.File(key, money.EUR)
	if f.Sums[0].Promised != 1_500_00 || f.Sums[0].Collectible != 0 || f.Items[0].State != ItemPromised {
		t.Fatalf("file: %+v %v", f.Sums[0], f.Items[0].State)
	}
	if d.View.Header.Session.Promises != 1 || d.View.Header.Session.Calls != 1 {
		t.Fatalf("tally: %+v", d.View.Header.Session)
	}
}

func TestUndoAndRestore(t *testing.T) {
	s, _ := open(t, twoInvoices(), nil, monday)
	d := do(t, s, promiseAll(monday+4))
	u := do(t, s, act.Undo{Base: act.Base{Client: key}, Act: d.Act})
	if len(u.View.Worklist) != 1 || u.View.Worklist[0].Collectible != 1_500_00 {
		t.Fatalf("after undo: %+v", u.View.Worklist)
	}
	if _, _, ok := s.LastAct(); ok {
		t.Fatal("an undone act is still the last one")
	}
	r := do(t, s, act.Restore{Base: act.Base{Client: key}, Act: d.Act})
	if len(r.View.Worklist) != 0 {
		t.Fatal("restore did not bring the promise back")
	}
	if last, k, ok := s.LastAct(); !ok || k != key || last.Event.Act != d.Act {
		t.Fatal("the restored act is not the last one")
	}
}

func TestUndoAsksWhenOthersBuiltOnIt(t *testing.T) {
	s, _ := open(t, twoInvoices(), nil, monday)
	d := do(t, s, promiseAll(monday+4))
	id := s.View().File(key, money.EUR).Promises[0].ID
	p := promiseAll(monday + 7)
	p.Supersedes = []journal.ID{id}
	do(t, s, p)
	undo := act.Undo{Base: act.Base{Client: key}, Act: d.Act}
	if _, err := s.Do(undo); !IsCode(err, ErrBuiltOn) {
		t.Fatalf("got %v", err)
	}
	undo.Confirmed = true
	v := do(t, s, undo).View
	if got := v.File(key, money.EUR).Promises; len(got) != 0 {
		t.Fatalf("the promise built on the undone one is not suspended: %+v", got)
	}
	v = do(t, s, act.Restore{Base: act.Base{Client: key}, Act: d.Act}).View
	if got := v.File(key, money.EUR).Promises; len(got) != 2 {
		t.Fatalf("it did not return: %+v", got)
	}
}

func TestAFailedStoreRecordsNothing(t *testing.T) {
	s, m := open(t, twoInvoices(), nil, monday)
	m.fail = &Error{Code: ErrStore, Detail: "disk full"}
	before := s.View()
	if _, err := s.Do(promiseAll(monday + 4)); !IsCode(err, ErrStore) {
		t.Fatalf("got %v", err)
	}
	if s.View() != before {
		t.Fatal("a view was published")
	}
	m.fail = nil
	if d := do(t, s, promiseAll(monday+4)); d.Act.Seq != 1 {
		t.Fatalf("numbers were used up: %v", d.Act)
	}
}

// A promise is open, to verify, then broken as the day and the ledger move on;
// the client comes back to the list in its class until a contact is recorded.
func TestAPromiseBreaksAndComesBack(t *testing.T) {
	s, m := open(t, twoInvoices(), nil, monday)
	do(t, s, promiseAll(monday+4)) // Friday 27th; tolerance ends Tuesday 1 December
	class := func(day, cutoff calendar.Date) priority.Class {
		b := twoInvoices()
		b.Creditors[0].Cutoff = cutoff
		s, _ := open(t, b, m.events, day)
		if rows := s.View().Worklist; len(rows) == 1 {
			return rows[0].Class
		}
		return priority.Off
	}
	for _, c := range []struct {
		day, cutoff calendar.Date
		want        priority.Class
	}{
		{monday + 1, monday, priority.Off},
		{monday + 4, monday, priority.PromiseDue},
		{monday + 7, monday + 7, priority.Off},
		{monday + 9, monday + 7, priority.PromiseDue},
		{monday + 9, monday + 9, priority.BrokenPromise},
	} {
		if got := class(c.day, c.cutoff); got != c.want {
			t.Errorf("day +%d, ledger to +%d: %s, want %s", c.day.Sub(monday), c.cutoff.Sub(monday), got.Key(), c.want.Key())
		}
	}
	b := twoInvoices()
	b.Creditors[0].Cutoff = monday + 9
	s, m = open(t, b, m.events, monday+9)
	call := act.Call{
		Base: act.Base{Client: key}, Contact: act.Contact{Minute: -1}, Outcome: journal.MessageLeft,
		FollowUp: journal.CallbackSet{Day: monday + 10, Minute: -1, Automatic: true},
	}
	if v := do(t, s, call).View; len(v.Worklist) != 0 || v.Held[0].Reasons[0].Code != priority.HeldRetry {
		t.Fatalf("after a message left: %+v", v.Held[0].Reasons)
	}
}

// The state as of a day is the state of the journal and the ledger cut at it.
func TestAsOfIsTheTruncatedJournal(t *testing.T) {
	items := []ledger.Item{
		invoice("F1", monday-90, monday-60, 1_000_00),
		invoice("F2", monday-40, monday-10, 500_00),
		receipt("B1", monday+2, 500_00, ""),
		receipt("B2", monday+3, 500_00, ""),
	}
	s, m := open(t, book(monday+5, items...), nil, monday)
	do(t, s, promiseAll(monday+4))
	later, m := open(t, book(monday+5, items...), m.events, monday+3)
	do(t, later, act.Note{Base: act.Base{Client: key}, Text: "à rappeler"})
	for d := monday - 1; d <= monday+3; d++ {
		var cut []journal.Event
		for _, e := range m.events {
			if e.Day <= d {
				cut = append(cut, e)
			}
		}
		var known []ledger.Item
		for _, it := range items {
			if it.Booked <= d {
				known = append(known, it)
			}
		}
		want, _ := open(t, book(monday+5, known...), cut, max(d, monday))
		got := later.At(d)
		a, b := got.File(key, money.EUR), want.At(d).File(key, money.EUR)
		if a.Sums[0] != b.Sums[0] || len(a.Timeline) != len(b.Timeline) || len(got.Worklist) != len(want.At(d).Worklist) {
			t.Errorf("day %v: %+v, want %+v", d, a.Sums[0], b.Sums[0])
		}
	}
}

func TestTheDayBeforeTheLastActIsRefused(t *testing.T) {
	s, m := open(t, twoInvoices(), nil, monday)
	do(t, s, promiseAll(monday+4))
	_, err := New(Config{Book: twoInvoices(), Events: m.events, Day: monday - 1, Store: m})
	if !IsCode(err, ErrPast) {
		t.Fatalf("got %v", err)
	}
}

// Disputed, promised and planned parts leave; what remains stays collectible.
func TestPartsLeaveTheRestStays(t *testing.T) {
	s, _ := open(t, twoInvoices(), nil, monday)
	f1 := ledger.ItemKey{Kind: ledger.Invoice, Number: "F1", Date: monday - 90}
	v := do(t, s, act.Dispute{
		Base: act.Base{Client: key}, Contact: act.Contact{Minute: -1}, Reason: journal.Price,
		Items: []journal.Part{{Item: f1, Amount: 320_00}},
	}).View
	f := v.File(key, money.EUR)
	if f.Sums[0].Collectible != 1_180_00 || f.Sums[0].Disputed != 320_00 {
		t.Fatalf("%+v", f.Sums[0])
	}
	if f.Items[0].Collectible != 680_00 || f.Items[0].State != ItemDisputed {
		t.Fatalf("%+v", f.Items[0])
	}
	w := v.Why(key, money.EUR)
	var sum int64
	for _, term := range w.Figures[1].Terms {
		sum += term.Value
	}
	if sum != w.Figures[1].Value || sum != 1_180_00 {
		t.Fatalf("the addition gives %d, the figure is %d", sum, w.Figures[1].Value)
	}
}

// The short way to the aged balance gives what the desk gives.
func TestAgedBalanceAgreesWithTheDesk(t *testing.T) {
	b := bigBook(40, 6, 8)
	s, _ := open(t, b, nil, monday)
	for d := monday - 400; d <= monday; d += 37 {
		want := s.At(d).Aged(ByClient)
		got, err := AgedBalance(b, nil, d, ByClient)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(want, got) {
			t.Fatalf("%v: %d rows, want %d", d, len(got), len(want))
		}
	}
}
