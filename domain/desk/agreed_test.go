package desk

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
	"relance/domain/promise"
)

func oneInvoice() ledger.Book {
	return book(monday-3, invoice("G1", monday-90, monday-60, 1_000_00))
}

func facts(s *Session) act.Facts { return s.View().Facts(key, money.EUR, Selection{}) }

func promiseStates(s *Session) []promise.State {
	var out []promise.State
	for _, p := range s.View().File(key, money.EUR).Promises {
		out = append(out, p.State)
	}
	return out
}

// committed is what open promises and plans that stand ask for of each item.
func committed(s *Session) map[ledger.ItemKey]int64 {
	out := map[ledger.ItemKey]int64{}
	file := s.View().File(key, money.EUR)
	for _, p := range file.Promises {
		if p.State == promise.Open || p.State == promise.ToVerify {
			for _, part := range p.Parts {
				out[part.Item] += part.Amount
			}
		}
	}
	for _, p := range file.Plans {
		if liveState(p.Standing.State) && p.Standing.State != plan.Draft {
			for _, part := range p.Plan.Items {
				out[part.Item] += part.Amount
			}
		}
	}
	return out
}

// Whatever is promised, planned, signed, closed and taken back within a day, no
// euro is awaited twice.
func TestNoEuroIsAwaitedTwice(t *testing.T) {
	lines := []string{
		"p v", "p m v", "p 400 v", "p 1000 v", "p 1500 2s", "a v", "e 3", "e 6", "e 500 15", "e 2 a100", "f s", "f a", "f a p", "f a e", "f", "u", "l b", "l b 300", "f i", "f f",
	}
	rapid.Check(t, func(t *rapid.T) {
		millis := int64(0)
		s, err := New(Config{
			Book: twoInvoices(), Device: 7, Author: "md", Day: monday, Rules: priority.DefaultRules(), Store: &memory{},
			Millis: func() int64 { millis++; return millis }, Salt: func() [16]byte { return [16]byte{} },
		})
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 15).Draw(t, "acts") {
			f := facts(s)
			for i := range f.Items {
				f.Items[i].Ticked = rapid.IntRange(0, 3).Draw(t, "ticked") == 0
			}
			if n := len(f.Targets); n > 0 && rapid.IntRange(0, 2).Draw(t, "selected") == 0 {
				f.Targets[rapid.IntRange(0, n-1).Draw(t, "target")].Selected = true
			}
			line := rapid.SampledFrom(lines).Draw(t, "line")
			cmd := entry.Read(line, f, entry.French).Command
			if p, ok := cmd.(act.Plan); ok {
				p.State = act.PlanState(rapid.IntRange(0, 2).Draw(t, "state"))
				cmd = p
			}
			if line == "u" {
				last, _, ok := s.LastAct()
				if !ok {
					continue
				}
				cmd = act.Undo{Base: act.Base{Client: key}, Act: last.Event.Act, Confirmed: true}
			}
			if cmd == nil {
				continue
			}
			if _, err := s.Do(cmd); err != nil {
				t.Fatalf("%q: %v", line, err)
			}
			sum := committed(s)
			for _, it := range facts(s).Items {
				if sum[it.Key] > it.Open {
					t.Fatalf("after %q %d are awaited of %s, %d are open", line, sum[it.Key], it.Key.Number, it.Open)
				}
			}
		}
	})
}

// A plan where a promise and a signed plan share a document takes the plan's
// place; the promise stays.
func TestAPlanBesideAPromiseTakesThePlansPlace(t *testing.T) {
	s, _ := open(t, oneInvoice(), nil, monday)
	write(t, s, "p 400 v")
	write(t, s, "e 6")
	write(t, s, "f s")
	done := write(t, s, "e 3")
	if got := states(s); len(got) != 2 || got[0] != plan.Proposed || got[1] != plan.Superseded {
		t.Fatalf("plans %v", got)
	}
	if got := promiseStates(s); len(got) != 1 || got[0] != promise.Open {
		t.Errorf("promises %v", got)
	}
	if p := s.View().File(key, money.EUR).Plans[0].Plan; p.Total() != 600_00 {
		t.Errorf("over %d", p.Total())
	}
	if len(done.Events) != 2 {
		t.Errorf("%d events", len(done.Events))
	}
}

// Where only promises are left, a plan takes their place, and what says so before
// is what is done.
func TestAPlanTakesPromisesPlace(t *testing.T) {
	s, _ := open(t, oneInvoice(), nil, monday)
	write(t, s, "p 400 v")
	write(t, s, "p 600 s")
	f := facts(s)
	r := entry.Read("e 3", f, entry.French)
	said, plans := f.Replaced(r.Command)
	if len(said) != 2 || len(plans) != 0 {
		t.Fatalf("said %v %v", said, plans)
	}
	do(t, s, r.Command)
	if got := promiseStates(s); !slices.Equal(got, []promise.State{promise.Withdrawn, promise.Withdrawn}) {
		t.Errorf("promises %v", got)
	}
}

// All is under a plan that nobody signed, and the debtor pays: the promise takes
// the plan's place; money that the ledger shows later pays the promise.
func TestAPromiseTakesAnUnsignedPlansPlace(t *testing.T) {
	for line, want := range map[string]int64{"p v": 1_000_00, "p 500 v": 500_00, "a v": 1_000_00, "p m v": 500_00} {
		s, _ := open(t, oneInvoice(), nil, monday)
		write(t, s, "e 3")
		f := facts(s)
		r := entry.Read(line, f, entry.French)
		c, ok := r.Command.(act.Promise)
		if !ok || c.Amount.Minor != want {
			t.Errorf("%q: %+v, asked %v", line, r.Command, r.Question)
			continue
		}
		if _, plans := f.Replaced(c); len(plans) != 1 || plans[0].State != act.Proposed {
			t.Errorf("%q says of plans %v", line, plans)
		}
		done := do(t, s, c)
		if got := states(s); got[0] != plan.Cancelled {
			t.Errorf("%q: %v", line, got)
		}
		if e := telling(s.material.events[0], done.Act); e == nil || e.Content.Kind() != journal.KindPromiseMade {
			t.Errorf("%q is told as %v", line, e)
		}
		do(t, s, act.Undo{Base: act.Base{Client: key}, Act: done.Act})
		if got := states(s); got[0] != plan.Proposed {
			t.Errorf("%q undone: %v", line, got)
		}
	}
	s, _ := open(t, twoInvoices(), nil, monday)
	write(t, s, "e 3")
	f := facts(s)
	f.Items[1].Ticked = true
	if c, ok := entry.Read("p v", f, entry.French).Command.(act.Promise); !ok || c.Amount.Minor != 500_00 || len(c.Cancels) != 1 {
		t.Errorf("ticked: %+v", c)
	}
}

// A signed plan stands: the question names it and what cancels it.
func TestAPromiseUnderASignedPlan(t *testing.T) {
	s, _ := open(t, oneInvoice(), nil, monday)
	write(t, s, "e 3")
	write(t, s, "f s")
	q := entry.Read("p v", facts(s), entry.French).Question
	if q.Code != act.AskInSignedPlan || q.Day != monday || q.Text != "f a" {
		t.Errorf("%+v", q)
	}
	if q := entry.Read("p", facts(s), entry.English).Question; q.Text != "f c" {
		t.Errorf("%+v", q)
	}
}

// A plan drawn up over what was promised since takes the promise's place when it
// is signed, and that of another plan.
func TestSigningADraft(t *testing.T) {
	s, _ := open(t, oneInvoice(), nil, monday)
	p := entry.Read("e 3", facts(s), entry.French).Command.(act.Plan)
	p.State = act.Draft
	do(t, s, p)
	write(t, s, "p 400 v")
	write(t, s, "e 2")
	f := facts(s)
	draft := f.Targets[slices.IndexFunc(f.Targets, func(t act.Target) bool { return t.Kind == act.ClosePlan && sumParts(t.Parts) == 1_000_00 })]
	c := act.Close{Base: act.Base{Client: key}, What: act.ClosePlan, Target: draft.ID, Sign: true}
	if promises, plans := f.Replaced(c); len(promises) != 1 || len(plans) != 1 {
		t.Fatalf("said %v %v", promises, plans)
	}
	do(t, s, c)
	if got := states(s); got[0] != plan.Superseded || got[1] != plan.Signed {
		t.Errorf("plans %v", got)
	}
	if got := promiseStates(s); got[0] != promise.Withdrawn {
		t.Errorf("promises %v", got)
	}
}

// A plan that was not signed in time holds nothing back; the next plan over the
// same invoices takes its place though other invoices come in.
func TestALapsedPlanGivesWay(t *testing.T) {
	s, m := open(t, oneInvoice(), nil, monday)
	write(t, s, "e 3")
	b := oneInvoice()
	b.Accounts[0].Items = append(b.Accounts[0].Items, invoice("G2", monday-80, monday-50, 300_00))
	ledger.SortItems(b.Accounts[0].Items)
	later, _ := open(t, b, m.events, monday+20)
	c := entry.Read("e 4", facts(later), entry.French).Command.(act.Plan)
	if c.Plan.Total() != 1_300_00 || len(c.Plan.Supersedes) != 1 {
		t.Fatalf("over %d, replaces %v", c.Plan.Total(), c.Plan.Supersedes)
	}
	pr := entry.Read("p v", facts(later), entry.French).Command.(act.Promise)
	if pr.Amount.Minor != 1_300_00 || len(pr.Cancels) != 1 {
		t.Errorf("promise of %d cancels %v", pr.Amount.Minor, pr.Cancels)
	}
}

// A dispute can be opened on what is promised or planned: of a promise that is
// disputed in full nothing is awaited, a plan stays and is named.
func TestADisputeOnWhatIsAgreed(t *testing.T) {
	s, _ := open(t, twoInvoices(), nil, monday)
	write(t, s, "p 1000 v")
	write(t, s, "e 3")
	f := facts(s)
	d := entry.Read("l b", f, entry.French).Command.(act.Dispute)
	if len(d.Items) != 1 || d.Items[0].Item.Number != "F1" || d.Items[0].Amount != 1_000_00 {
		t.Fatalf("%+v", d.Items)
	}
	if gone, _ := f.Replaced(d); len(gone) != 1 {
		t.Errorf("withdraws %v", gone)
	}
	do(t, s, d)
	if got := promiseStates(s); got[0] != promise.Withdrawn {
		t.Errorf("promises %v", got)
	}
	f = facts(s)
	f.Current = 1
	d = entry.Read("l b", f, entry.French).Command.(act.Dispute)
	if promises, plans := f.Touched(d); len(promises) != 0 || len(plans) != 1 {
		t.Errorf("touches %v %v", promises, plans)
	}
}

// The day's report counts what stands at its end.
func TestDayReportLeavesOutWhatWasReplaced(t *testing.T) {
	s, _ := open(t, oneInvoice(), nil, monday)
	write(t, s, "p v")
	write(t, s, "e 3")
	write(t, s, "e 6")
	r := s.View().DayReport()
	if len(r.Promises) != 0 || len(r.Plans) != 1 || r.Plans[0].Date != calendar.Of(2027, 5, 24) || len(r.ByAuthor) != 1 || r.ByAuthor[0].Promises != 0 {
		t.Errorf("%+v", r)
	}
}

// Promised in part and the rest in a plan: held back as such.
func TestHeldAsPromisedOrPlanned(t *testing.T) {
	s, _ := open(t, oneInvoice(), nil, monday)
	write(t, s, "p 400 v")
	write(t, s, "e 3")
	if r := s.View().Row(key, money.EUR); r.Class != priority.Off || r.Reasons[0].Code != priority.HeldAllAgreed {
		t.Errorf("%+v", r)
	}
}

// What is still missing of a broken promise is not told as what was promised.
func TestBrokenInPart(t *testing.T) {
	b := oneInvoice()
	b.Creditors[0].Cutoff = monday
	b.Accounts[0].Items = append(b.Accounts[0].Items, receipt("B1", monday-10, 900_00, ""))
	ledger.SortItems(b.Accounts[0].Items)
	id := journal.ID{Device: 7, Seq: 1}
	made := journal.PromiseMade{
		Amount: money.Of(1_000_00, money.EUR), Due: monday - 9,
		Items: []journal.Part{{Item: ledger.ItemKey{Kind: ledger.Invoice, Number: "G1", Date: monday - 90}, Amount: 1_000_00}},
	}
	s, _ := open(t, b, []journal.Event{{ID: id, Act: id, Day: monday - 20, Author: "md", Client: key, Content: made}}, monday)
	r := s.View().Row(key, money.EUR)
	if r.Reasons[0].Code != priority.PromiseBroken || r.Reasons[0].Amount != 100_00 || r.Reasons[0].Of != 1_000_00 {
		t.Errorf("%+v", r.Reasons)
	}
	if b := s.View().File(key, money.EUR).Brief; b.Question != AskWhyBroken || b.QuestionSum.Minor != 100_00 || b.QuestionOf.Minor != 1_000_00 {
		t.Errorf("%+v", b)
	}
}

// A receipt that was seen and is confirmed by the ledger, on whatever day and set
// against whatever, goes on paying the promise that it paid.
func TestConfirmingAReceiptKeepsThePromise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := rapid.Int64Range(1, 1_000_00).Draw(t, "amount")
		seenOn := monday + calendar.Date(rapid.IntRange(1, 6).Draw(t, "seen"))
		booked := seenOn + calendar.Date(rapid.IntRange(-5, 15).Draw(t, "booked"))
		g1 := ledger.ItemKey{Kind: ledger.Invoice, Number: "G1", Date: monday - 90}
		events := []journal.Event{
			{Day: monday, Content: journal.PromiseMade{
				Amount: money.Of(amount, money.EUR), Due: monday + 4, Items: []journal.Part{{Item: g1, Amount: amount}},
			}},
			{Day: seenOn, Content: journal.ReceiptSeen{Amount: money.Of(amount, money.EUR), On: seenOn}},
		}
		if rapid.Bool().Draw(t, "allocated") {
			events[1].Content = journal.ReceiptSeen{Amount: money.Of(amount, money.EUR), On: seenOn, Items: []journal.Part{{Item: g1, Amount: amount}}}
		}
		for i := range events {
			e := &events[i]
			e.ID = journal.ID{Device: 7, Seq: uint64(i) + 1}
			e.Act, e.Author, e.Client, e.Stamp.Millis = e.ID, "md", key, int64(i)+1
		}
		at := func(b ledger.Book) promise.State {
			b.Creditors[0].Cutoff = monday + 30
			s, err := New(Config{
				Book: b, Events: slices.Clone(events), Device: 7, LastSeq: 2, Author: "md", Day: monday + 30, Rules: priority.DefaultRules(),
				Store: &memory{}, Millis: func() int64 { return 1 }, Salt: func() [16]byte { return [16]byte{} },
			})
			if err != nil {
				t.Fatal(err)
			}
			return s.View().File(key, money.EUR).Promises[0].State
		}
		before := seenOn <= promise.Deadline(monday+4, calendar.France)
		b := oneInvoice()
		code := rapid.SampledFrom([]string{"", "A"}).Draw(t, "code")
		b.Accounts[0].Items = append(b.Accounts[0].Items, receipt("B1", booked, amount, code))
		if code != "" { // set against another invoice of the same amount
			b.Accounts[0].Items = append(b.Accounts[0].Items, invoice("G0", monday-200, monday-170, amount))
			b.Accounts[0].Items[len(b.Accounts[0].Items)-1].Matching = code
		}
		ledger.SortItems(b.Accounts[0].Items)
		if after := at(b); before && after != promise.Kept {
			t.Fatalf("kept by what was seen, %v once it is booked", after)
		}
	})
}

// A bounced payment that was seen pays nothing.
func TestAConfirmedReceiptThatCameBack(t *testing.T) {
	b := oneInvoice()
	b.Creditors[0].Cutoff = monday + 30
	back := receipt("B2", monday+5, -1_000_00, "R")
	b.Accounts[0].Items = append(b.Accounts[0].Items, receipt("B1", monday+2, 1_000_00, "R"), back)
	ledger.SortItems(b.Accounts[0].Items)
	g1 := []journal.Part{{Item: ledger.ItemKey{Kind: ledger.Invoice, Number: "G1", Date: monday - 90}, Amount: 1_000_00}}
	var events []journal.Event
	for i, c := range []journal.Content{
		journal.PromiseMade{Amount: money.Of(1_000_00, money.EUR), Due: monday + 4, Items: g1},
		journal.ReceiptSeen{Amount: money.Of(1_000_00, money.EUR), On: monday + 2, Items: g1},
	} {
		id := journal.ID{Device: 7, Seq: uint64(i) + 1}
		events = append(events, journal.Event{ID: id, Act: id, Day: monday + calendar.Date(2*i), Author: "md", Client: key, Content: c, Stamp: journal.Stamp{Millis: int64(i) + 1}})
	}
	s, _ := open(t, b, events, monday+30)
	if got := promiseStates(s); got[0] != promise.Broken {
		t.Errorf("%v", got)
	}
}

// Of two lists only the later shows that something was paid: its date is given.
func TestPaidOnIsTheListsDate(t *testing.T) {
	e := promise.Evaluate([]promise.Promise{{
		Amount: 100_00, Currency: money.EUR, Made: monday - 20, Due: monday - 12, Parts: []journal.Part{{Amount: 100_00}},
	}}, []promise.Payment{{On: monday - 13, Amount: 100_00, Shown: monday}}, monday, monday, calendar.France)
	if e[0].State != promise.Kept || e[0].PaidOn != monday {
		t.Errorf("%+v", e[0])
	}
}

// What was seen at the bank is told beside what is collectible.
func TestSeenIsToldInTheSums(t *testing.T) {
	s, _ := open(t, oneInvoice(), nil, monday)
	write(t, s, "b1000")
	if sums := s.View().File(key, money.EUR).Sums[0]; sums.Seen != 1_000_00 || sums.Overdue-sums.Seen != sums.Collectible {
		t.Errorf("%+v", sums)
	}
}
