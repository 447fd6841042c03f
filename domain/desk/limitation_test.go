package desk

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/limitation"
	"relance/domain/money"
	"relance/domain/priority"
)

// The clock of limitation runs from the due date, and anew from a part payment,
// a signed plan, a promise in writing and what was recorded; half a year before
// its end it is on the list, with its reason.
func TestTheClockOfLimitation(t *testing.T) {
	due := monday.AddMonths(-60).AddDays(30) // ends in 30 days
	debt := invoice("F1", due-30, due, 1_000_00)
	young := invoice("F2", monday-20, monday+10, 500_00)
	part := journal.Part{Item: debt.ItemKey, Amount: 1_000_00}
	half := debt
	half.Matching = "A"
	base := act.Base{Client: key}
	written := act.Promise{
		Base: base, Contact: act.Contact{Channel: journal.InWriting, Minute: -1}, Amount: money.Of(1_000_00, money.EUR), Due: monday + 4,
		Items: []journal.Part{part}, Origin: journal.OriginWritten,
	}
	for name, c := range map[string]struct {
		items []ledger.Item
		act   act.Command
		cause limitation.Cause
		since calendar.Date
		near  bool
	}{
		"nothing":            {[]ledger.Item{debt, young}, nil, 0, 0, true},
		"part payment":       {[]ledger.Item{half, young, receipt("B1", monday-400, 10_00, "A")}, nil, limitation.PartPayment, monday - 400, false},
		"plan signed":        {[]ledger.Item{debt, young}, savePlan(act.Signed, schedule(monday+30, 2, part)), limitation.PlanSigned, monday, false},
		"plan drafted":       {[]ledger.Item{debt, young}, savePlan(act.Draft, schedule(monday+30, 2, part)), 0, 0, true},
		"plan proposed":      {[]ledger.Item{debt, young}, savePlan(act.Proposed, schedule(monday+30, 2, part)), 0, 0, true},
		"promise in writing": {[]ledger.Item{debt, young}, written, limitation.AckWritten, monday, false},
		"order served": {
			[]ledger.Item{debt, young}, act.Interrupt{Base: base, Cause: journal.OrderServed, On: monday - 50}, limitation.OrderServed, monday - 50, false,
		},
		"another document": {
			[]ledger.Item{debt, young}, act.Interrupt{Base: base, Cause: journal.OrderServed, On: monday - 50, Items: []ledger.ItemKey{young.ItemKey}}, 0, 0, true,
		},
	} {
		s, _ := open(t, book(monday-1, c.items...), nil, monday)
		if c.act != nil {
			do(t, s, c.act)
		}
		f, want := s.View().File(key, money.EUR), due.AddMonths(60)
		if c.since != 0 {
			want = c.since.AddMonths(60)
		}
		l := f.Limitation
		if l == nil || l.Item.Number != "F1" || l.On != want || l.Interrupted != (c.since != 0) || l.Cause != c.cause || l.Since != c.since || f.Items[0].LimitationOn != want {
			t.Errorf("%s: %+v", name, l)
		}
		named := slices.ContainsFunc(append(s.View().Worklist, s.View().Held...), func(r *Row) bool {
			return r.Reasons[0].Code == priority.LimitationNear && r.Reasons[0].Date == want && r.Class == priority.LegalClock
		})
		if named != c.near {
			t.Errorf("%s: on the list %t", name, named)
		}
		if w := s.View().Why(key, money.EUR); c.near && w.Figures[3].Value != int64(want) {
			t.Errorf("%s: %+v", name, w.Figures)
		}
	}
}

// What the list says of limitation is what the file says: the first clock that
// is near, whatever was recorded.
func TestTheListAndTheFileTellOneLimitation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var items []ledger.Item
		for i := range rapid.IntRange(1, 6).Draw(t, "items") {
			due := monday - calendar.Date(rapid.IntRange(1500, 1900).Draw(t, "age"))
			items = append(items, invoice("F"+string(rune('0'+i)), due-30, due, 100_00))
		}
		m := &memory{}
		millis := int64(0)
		s, err := New(Config{
			Book: book(monday-1, items...), Device: 7, Author: "md", Day: monday, Rules: priority.DefaultRules(), Store: m,
			Millis: func() int64 { millis++; return millis }, Salt: func() [16]byte { return [16]byte{} },
		})
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(0, 5).Draw(t, "interruptions") {
			i := act.Interrupt{
				Base: act.Base{Client: key}, Cause: journal.Interruption(rapid.IntRange(0, int(journal.InterruptionCount)-1).Draw(t, "cause")),
				On: monday - calendar.Date(rapid.IntRange(0, 1900).Draw(t, "ago")),
			}
			if rapid.Bool().Draw(t, "one") {
				i.Items = []ledger.ItemKey{items[rapid.IntRange(0, len(items)-1).Draw(t, "item")].ItemKey}
			}
			if _, err := s.Do(i); err != nil {
				t.Fatal(err)
			}
		}
		f := s.View().File(key, money.EUR)
		near := f.Limitation != nil && monday >= f.Limitation.On.AddDays(-priority.DefaultRules().LimitationLeadDays)
		st := s.View().account(key).state(money.EUR)
		if near != (st.limitation != nil) || near && st.limitation.On != f.Limitation.On {
			t.Fatalf("list %+v, file %+v", st.limitation, f.Limitation)
		}
	})
}
