package desk

import (
	"testing"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
	"relance/domain/promise"
)

// The session's count follows what is taken back and what is replaced.
func TestTheTallyTellsTheTruth(t *testing.T) {
	s, _ := open(t, twoInvoices(), nil, monday)
	d := do(t, s, promiseAll(monday+4))
	if h := do(t, s, act.Undo{Base: act.Base{Client: key}, Act: d.Act}).View.Header.Session; h.Calls != 0 || h.Promises != 0 {
		t.Fatalf("after undo: %+v", h)
	}
	do(t, s, promiseAll(monday+4))
	p := promiseAll(monday + 7)
	p.Supersedes = []journal.ID{s.View().File(key, money.EUR).Promises[0].ID}
	h := do(t, s, p).View.Header.Session
	if h.Calls != 2 || h.Promises != 1 || h.Promised[0] != money.Of(1_500_00, money.EUR) {
		t.Fatalf("after a promise replaced another: %+v", h)
	}
}

// Erased words are gone from memory at once, amendments included.
func TestErasedWordsAreGone(t *testing.T) {
	s, _ := open(t, twoInvoices(), nil, monday)
	base := act.Base{Client: key}
	note := do(t, s, act.Note{Base: base, Text: "premier mot"}).Act
	do(t, s, act.Note{Base: base, Text: "second mot", Amends: note})
	v := do(t, s, act.EraseNote{Base: base, Note: note}).View
	for _, r := range v.File(key, money.EUR).Timeline {
		switch c := r.Event.Content.(type) {
		case journal.NoteWritten:
			if c.Text.Body != "" || !c.Text.Erased {
				t.Errorf("written: %+v", c.Text)
			}
		case journal.NoteAmended:
			if c.Text.Body != "" || !c.Text.Erased {
				t.Errorf("amended: %+v", c.Text)
			}
		}
	}
}

// A plan whose client owes nothing any more is completed, not forgotten.
func TestAPaidPlanIsCompleted(t *testing.T) {
	inv := invoice("F1", monday-90, monday-60, 600_00)
	s, m := open(t, book(monday-3, inv), nil, monday)
	do(t, s, act.Plan{Base: act.Base{Client: key}, Contact: act.Contact{Minute: -1}, State: act.Signed, Plan: journal.Plan{
		Currency:    money.EUR,
		Instalments: []journal.Instalment{{Due: monday + 10, Principal: 300_00}, {Due: monday + 40, Principal: 300_00}},
		Items:       []journal.Part{{Item: inv.ItemKey, Amount: 600_00}},
	}})
	inv.Matching = "A"
	s, _ = open(t, book(monday+45, inv, receipt("B1", monday+9, 300_00, "A"), receipt("B2", monday+39, 300_00, "A")), m.events, monday+46)
	if p := s.View().File(key, money.EUR).Plans[0].Standing; p.State != plan.Completed || p.Paid != 600_00 {
		t.Fatalf("%+v", p)
	}
}

// Between two lists the day of payment is not known: a promise due in between
// is kept when the later list shows it paid, and broken when it does not.
func TestBetweenTwoListsTheDebtorHasTheBenefitOfTheDoubt(t *testing.T) {
	for paid, want := range map[bool]promise.State{true: promise.Kept, false: promise.Broken} {
		imported := func(seq uint64, to calendar.Date) journal.Event {
			id := journal.ID{Device: 7, Seq: seq}
			return journal.Event{ID: id, Act: id, Stamp: journal.Stamp{Millis: int64(seq)}, Day: to, Content: journal.LedgerImported{Creditor: "NORD", To: to}}
		}
		item := invoice("F1", monday-60, monday-30, 1_000_00)
		item.Matching = ledger.ListCode(item.ItemKey)
		s, m := open(t, book(monday-3, item), []journal.Event{imported(1, monday-3)}, monday)
		p := promiseAll(monday + 2)
		p.Amount, p.Items = money.Of(1_000_00, money.EUR), []journal.Part{{Item: item.ItemKey, Amount: 1_000_00}}
		do(t, s, p)
		items := []ledger.Item{item}
		if paid {
			items = append(items, receipt("F1", monday+11, 1_000_00, item.Matching))
		}
		b := book(monday+11, items...)
		b.Creditors[0].Scopes = []ledger.Scope{{ID: 1, Kind: ledger.OpenList, To: monday + 11}}
		later := imported(uint64(len(m.events)+1), monday+11)
		later.Stamp = journal.Stamp{Millis: 1 << 50}
		s, _ = open(t, b, append(m.events, later), monday+12)
		if got := s.View().File(key, money.EUR).Promises[0].State; got != want {
			t.Errorf("paid %t: %v, want %v", paid, got, want)
		}
	}
}

// A receipt that comes back from the bank no longer pays the promise.
func TestAReversedReceiptReevaluates(t *testing.T) {
	s, m := open(t, twoInvoices(), nil, monday)
	do(t, s, promiseAll(monday+2))
	items := twoInvoices().Accounts[0].Items
	items = append(items, receipt("B1", monday+2, 1_500_00, ""))
	state := func(items []ledger.Item) promise.State {
		s, _ := open(t, book(monday+12, items...), m.events, monday+12)
		return s.View().File(key, money.EUR).Promises[0].State
	}
	if got := state(items); got != promise.Kept {
		t.Fatalf("paid: %v", got)
	}
	back := receipt("B1R", monday+5, -1_500_00, "")
	if got := state(append(items, back)); got != promise.Broken {
		t.Fatalf("reversed: %v", got)
	}
}

// What u takes back is named by what was agreed, not by the call in which it was.
func TestTheLastActIsNamedByWhatWasAgreed(t *testing.T) {
	s, _ := open(t, twoInvoices(), nil, monday)
	d := do(t, s, promiseAll(monday+4))
	last, _, ok := s.LastAct()
	if _, is := last.Event.Content.(journal.PromiseMade); !ok || !is || last.Event.Act != d.Act {
		t.Fatalf("%+v", last.Event)
	}
}

// Trying again does not cancel an hour agreed with the debtor.
func TestAnAgreedCallbackSurvivesAnUnansweredCall(t *testing.T) {
	s, m := open(t, twoInvoices(), nil, monday)
	base, talk := act.Base{Client: key}, act.Contact{Minute: -1}
	do(t, s, act.Callback{Base: base, Contact: talk, Callback: journal.CallbackSet{Day: monday + 4, Minute: 9 * 60}})
	s, m = open(t, twoInvoices(), m.events, monday+1)
	do(t, s, act.Call{Base: base, Contact: talk, Outcome: journal.NoAnswer, FollowUp: journal.CallbackSet{Day: monday + 3, Minute: -1, Automatic: true}})
	s, _ = open(t, twoInvoices(), m.events, monday+4)
	if rows := s.View().Worklist; len(rows) != 1 || rows[0].Class != priority.Callback || rows[0].Minute != 9*60 {
		t.Fatalf("%+v", rows)
	}
}

// A promise that broke while nothing was left to collect still asks for a call.
func TestABrokenPromiseIsPinnedThoughNothingIsCollectible(t *testing.T) {
	s, m := open(t, twoInvoices(), nil, monday)
	do(t, s, promiseAll(monday+1))
	items := append(twoInvoices().Accounts[0].Items, receipt("B0", monday-1, 1_500_00, ""))
	s, _ = open(t, book(monday+11, items...), m.events, monday+11)
	if rows := s.View().Worklist; len(rows) != 1 || rows[0].Class != priority.BrokenPromise || rows[0].Collectible != 0 {
		t.Fatalf("%+v", rows)
	}
}

// Between two lists the ledger knows nothing: as of a day in between a promise is
// to be verified, as it was on that day.
func TestAsOfADayBetweenTwoListsIsToVerify(t *testing.T) {
	id := journal.ID{Device: 7, Seq: 1}
	first := journal.Event{ID: id, Act: id, Stamp: journal.Stamp{Millis: 1}, Day: monday - 3, Content: journal.LedgerImported{Creditor: "NORD", To: monday - 3}}
	b := twoInvoices()
	b.Creditors[0].Scopes = []ledger.Scope{{ID: 1, Kind: ledger.OpenList, To: monday - 3}}
	s, m := open(t, b, []journal.Event{first}, monday)
	do(t, s, promiseAll(monday+2))
	second := first
	second.ID = journal.ID{Device: 7, Seq: 9}
	second.Act, second.Stamp, second.Day = second.ID, journal.Stamp{Millis: 1 << 50}, monday+11
	second.Content = journal.LedgerImported{Creditor: "NORD", To: monday + 11}
	b.Creditors[0].Cutoff, b.Creditors[0].Scopes[0].To = monday+11, monday+11
	s, _ = open(t, b, append(m.events, second), monday+12)
	if got := s.At(monday+8).File(key, money.EUR).Promises[0].State; got != promise.ToVerify {
		t.Errorf("between the lists: %v", got)
	}
	if got := s.View().File(key, money.EUR).Promises[0].State; got != promise.Broken {
		t.Errorf("after the second: %v", got)
	}
}

// A plan over what was promised takes the promise's place, and gives it back
// when it is undone.
func TestAPlanReplacesThePromiseOnItsItems(t *testing.T) {
	s, _ := open(t, twoInvoices(), nil, monday)
	p := promiseAll(monday + 4)
	do(t, s, p)
	d := do(t, s, act.Plan{Base: act.Base{Client: key}, Contact: act.Contact{Minute: -1}, State: act.Proposed, Plan: journal.Plan{
		Currency: money.EUR, Instalments: []journal.Instalment{{Due: monday + 30, Principal: 1_500_00}}, Items: p.Items,
	}})
	f := d.View.File(key, money.EUR)
	if f.Promises[0].State != promise.Withdrawn || f.Sums[0].Planned != 1_500_00 || f.Sums[0].Promised != 0 {
		t.Fatalf("%v %+v", f.Promises[0].State, f.Sums[0])
	}
	f = do(t, s, act.Undo{Base: act.Base{Client: key}, Act: d.Act}).View.File(key, money.EUR)
	if f.Promises[0].State != promise.Open || f.Sums[0].Promised != 1_500_00 {
		t.Fatalf("undone: %v %+v", f.Promises[0].State, f.Sums[0])
	}
}
