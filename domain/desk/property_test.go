package desk

import (
	"testing"

	"pgregory.net/rapid"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/priority"
)

// anyAct draws a command that a person might give on a client's items.
func anyAct(t *rapid.T, s *Session, done []journal.ID) act.Command {
	base := act.Base{Client: key}
	talk := act.Contact{Minute: -1}
	f := s.View().Facts(key, money.EUR, Selection{})
	part := func() []journal.Part {
		if len(f.Items) == 0 {
			return nil
		}
		it := f.Items[rapid.IntRange(0, len(f.Items)-1).Draw(t, "item")]
		return []journal.Part{{Item: it.Key, Amount: rapid.Int64Range(1, it.Open+100).Draw(t, "amount")}}
	}
	day := f.Today + calendar.Date(rapid.IntRange(1, 20).Draw(t, "day"))
	parts := part()
	switch rapid.IntRange(0, 8).Draw(t, "act") {
	case 0:
		return act.Call{Base: base, Contact: talk, Outcome: journal.Outcome(rapid.IntRange(0, int(journal.OutcomeCount)-1).Draw(t, "outcome"))}
	case 1:
		p := act.Promise{Base: base, Contact: talk, Amount: money.Of(sumParts(parts), money.EUR), Due: day, Items: parts}
		if rapid.Bool().Draw(t, "supersede") {
			p.Supersedes = f.Promises
		}
		return p
	case 2:
		return act.Dispute{Base: base, Contact: talk, Reason: journal.Price, Items: parts}
	case 3:
		return act.Callback{Base: base, Contact: talk, Callback: journal.CallbackSet{Day: day, Minute: -1}}
	case 4:
		return act.Receipt{Base: base, Amount: money.Of(1+sumParts(parts), money.EUR), On: f.Today, Items: parts}
	case 5:
		inst := []journal.Instalment{{Due: day, Principal: sumParts(parts)}}
		return act.Plan{
			Base: base, Contact: talk, State: act.PlanState(rapid.IntRange(0, 2).Draw(t, "state")),
			Plan: journal.Plan{Currency: money.EUR, Instalments: inst, Items: parts},
		}
	case 6:
		if len(f.Targets) > 0 {
			x := f.Targets[rapid.IntRange(0, len(f.Targets)-1).Draw(t, "target")]
			return act.Close{Base: base, What: x.Kind, Target: x.ID}
		}
	case 7:
		return act.SetStatus{Base: base, Status: journal.StatusChanged{
			Status: journal.Status(rapid.IntRange(0, int(journal.StatusCount)-1).Draw(t, "status")), Since: f.Today, Until: day,
		}}
	case 8:
		if len(done) > 0 {
			id := done[rapid.IntRange(0, len(done)-1).Draw(t, "which")]
			if rapid.Bool().Draw(t, "restore") {
				return act.Restore{Base: base, Act: id}
			}
			return act.Undo{Base: base, Act: id, Confirmed: true}
		}
	}
	return act.Note{Base: base, Text: "note"}
}

// checkFigures: what is taken out of the chase never exceeds what is open.
func checkFigures(t *rapid.T, v *View) {
	f := v.File(key, money.EUR)
	for _, s := range f.Sums {
		if s.Collectible < 0 || s.Collectible > s.Overdue || s.Disputed+s.Promised+s.Planned+s.Financed > s.Overdue {
			t.Fatalf("sums %+v", s)
		}
	}
	for _, it := range f.Items {
		if it.Open > 0 && it.Disputed+it.Promised+it.Planned+it.Collectible > it.Open {
			t.Fatalf("item %+v", it)
		}
	}
	w := v.Why(key, money.EUR)
	if w.Row == nil {
		return
	}
	var sum int64
	for _, term := range w.Figures[1].Terms {
		sum += term.Value
	}
	if sum != w.Figures[1].Value {
		t.Fatalf("the addition %+v does not give %d", w.Figures[1].Terms, w.Figures[1].Value)
	}
}

// Whatever is done, the desk kept up act by act is the desk built from the
// journal alone, in its figures and in the order of its list.
func TestActByActIsTheJournalFolded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := bigBook(6, 3, 2)
		b.Accounts = append(b.Accounts, twoInvoices().Accounts...)
		b.Creditors = append(b.Creditors, twoInvoices().Creditors...)
		m := &memory{}
		millis := int64(0)
		cfg := Config{
			Book: b, Device: 7, Author: "md", Day: monday, Rules: priority.DefaultRules(), Store: m,
			Millis: func() int64 { millis++; return millis }, Salt: func() [16]byte { return [16]byte{} },
		}
		s, err := New(cfg)
		if err != nil {
			t.Fatal(err)
		}
		var done []journal.ID
		for range rapid.IntRange(1, 25).Draw(t, "acts") {
			d, err := s.Do(anyAct(t, s, done))
			if err != nil {
				continue // refused, and nothing recorded: the journal below says so
			}
			done = append(done, d.Act)
			checkFigures(t, d.View)
		}
		cfg.Events = append([]journal.Event(nil), m.events...)
		again, err := New(cfg)
		if err != nil {
			t.Fatal(err)
		}
		same(t, s.View(), again.View())
	})
}

func same(t *rapid.T, x, y *View) {
	if len(x.Worklist) != len(y.Worklist) || len(x.Held) != len(y.Held) {
		t.Fatalf("lists of %d and %d, held %d and %d", len(x.Worklist), len(y.Worklist), len(x.Held), len(y.Held))
	}
	for i := range x.Worklist {
		a, b := x.Worklist[i], y.Worklist[i]
		if a.Client != b.Client || a.Class != b.Class || a.Score != b.Score || a.Collectible != b.Collectible {
			t.Fatalf("place %d: %+v, %+v", i, a, b)
		}
	}
	for i := range x.Held {
		if a, b := x.Held[i], y.Held[i]; a.Client != b.Client || a.Reasons[0] != b.Reasons[0] {
			t.Fatalf("held %d: %+v, %+v", i, a, b)
		}
	}
	if x.Header.Left != y.Header.Left || x.Header.PromisesDue != y.Header.PromisesDue || x.Header.Overdue[0] != y.Header.Overdue[0] {
		t.Fatalf("headers %+v, %+v", x.Header, y.Header)
	}
}
