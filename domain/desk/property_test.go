package desk

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
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
	switch rapid.IntRange(0, 13).Draw(t, "act") {
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
	case 9, 10, 11, 12:
		return anyCharge(t, f, s.View().File(key, money.EUR), parts)
	case 13:
		return anyPlan(t, f, parts)
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
			if common(s, id) {
				base.Client = ledger.ClientKey{}
			}
			if rapid.Bool().Draw(t, "restore") {
				return act.Restore{Base: base, Act: id}
			}
			return act.Undo{Base: base, Act: id, Confirmed: true}
		}
	}
	return act.Note{Base: base, Text: "note"}
}

// common reports whether an act concerns no client.
func common(s *Session, id journal.ID) bool {
	return slices.ContainsFunc(s.View().Common(), func(r TimelineRow) bool { return r.Event.Act == id })
}

// anyCharge draws a command about charges, limitation or direct debits.
func anyCharge(t *rapid.T, f act.Facts, file *File, parts []journal.Part) act.Command {
	base := act.Base{Client: key}
	switch rapid.IntRange(0, 4).Draw(t, "charge") {
	case 4:
		return act.SetRate{
			Basis: rapid.SampledFrom([]string{"fr-default", "be-civil"}).Draw(t, "basis"), From: calendar.Of(2026, 1, 1),
			PPM: rapid.Int64Range(0, 200_000).Draw(t, "ppm"), Source: "test",
		}
	case 0:
		return act.WaiveFees{
			Base: base, Items: keysOf(parts), Interest: rapid.Bool().Draw(t, "interest"), Indemnity: rapid.Bool().Draw(t, "indemnity"), Reason: "geste",
		}
	case 1:
		i := act.Interrupt{
			Base: base, Cause: journal.Interruption(rapid.IntRange(0, int(journal.InterruptionCount)-1).Draw(t, "cause")),
			On: f.Today - calendar.Date(rapid.IntRange(0, 3000).Draw(t, "ago")),
		}
		if rapid.Bool().Draw(t, "of items") {
			i.Items = keysOf(parts)
		}
		return i
	case 2:
		return act.SetMandate{
			Base: base, Reference: "RUM" + rapid.SampledFrom([]string{"1", "2"}).Draw(t, "mandate"), IBAN: "FR7630006000011234567890189",
			SignedOn: f.Today, Revoked: rapid.Bool().Draw(t, "revoked"),
		}
	}
	if len(file.Plans) == 0 {
		return act.IssueDebits{}
	}
	p := file.Plans[rapid.IntRange(0, len(file.Plans)-1).Draw(t, "plan")].Plan
	n := rapid.IntRange(1, len(p.Instalments)).Draw(t, "number")
	line := p.Instalments[n-1]
	return act.IssueDebits{Debits: []act.Debit{{Client: key, Issued: journal.DebitIssued{
		Plan: p.ID, Number: uint16(n), Due: line.Due, Amount: money.Of(line.Amount(), p.Currency), Mandate: "RUM1",
		CollectOn: line.Due, Sequence: rapid.SampledFrom([]string{"FRST", "RCUR", "FNAL"}).Draw(t, "sequence"), Message: "M1",
	}}}}
}

// anyPlan draws a plan with charges and a clause, new or another version.
func anyPlan(t *rapid.T, f act.Facts, parts []journal.Part) act.Command {
	p := journal.Plan{
		Currency: money.EUR, Items: parts, Interest: journal.ChargeMode(rapid.IntRange(0, 3).Draw(t, "interest mode")),
		Fees:   journal.ChargeMode(rapid.IntRange(0, 3).Draw(t, "fee mode")),
		Clause: journal.Clause{Automatic: rapid.Bool().Draw(t, "automatic")},
	}
	left, day := sumParts(parts), f.Today
	for left > 0 {
		line := journal.Instalment{Principal: max(left/3, 1), Interest: rapid.Int64Range(0, 50).Draw(t, "interest"), Fee: rapid.Int64Range(0, 40).Draw(t, "fee")}
		if len(p.Instalments) == 4 {
			line.Principal = left
		}
		day += calendar.Date(rapid.IntRange(1, 9).Draw(t, "gap"))
		line.Due, left = day, left-line.Principal
		p.Instalments = append(p.Instalments, line)
	}
	p.Charged, p.ChargedFee = rapid.Int64Range(0, 90).Draw(t, "charged"), rapid.Int64Range(0, 90).Draw(t, "charged fee")
	if len(f.Plans) > 0 && rapid.Bool().Draw(t, "again") {
		p.Supersedes = []journal.ID{f.Plans[rapid.IntRange(0, len(f.Plans)-1).Draw(t, "which plan")].ID}
	}
	return act.Plan{Base: act.Base{Client: key}, Contact: act.Contact{Minute: -1}, State: act.PlanState(rapid.IntRange(0, 2).Draw(t, "state")), Plan: p}
}

// give gives a command to the session, whichever way it goes in.
func give(s *Session, c act.Command) (Done, error) {
	if d, ok := c.(act.IssueDebits); ok {
		return s.IssueDebits(d)
	}
	return s.Do(c)
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
			d, err := give(s, anyAct(t, s, done))
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

// Whatever was done since, a past day is shown as the journal up to that day
// tells it.
func TestAsOfIsTheJournalCutOff(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := twoInvoices()
		b.Accounts[0].Items = append(b.Accounts[0].Items, invoice("F0", monday-1900, monday-1700, 700_00))
		for i := range rapid.IntRange(0, 4).Draw(t, "receipts") {
			on := monday + calendar.Date(rapid.IntRange(-9, 30).Draw(t, "on"))
			r := receipt("B"+string(rune('0'+i)), on, rapid.Int64Range(1, 900_00).Draw(t, "cents"), "")
			b.Accounts[0].Items = append(b.Accounts[0].Items, r)
		}
		ledger.SortItems(b.Accounts[0].Items)
		b.Creditors[0].Cutoff = monday + 30
		m := &memory{}
		millis := int64(0)
		cfg := Config{
			Book: b, Device: 7, Author: "md", Rules: priority.DefaultRules(), Store: m,
			Millis: func() int64 { millis++; return millis }, Salt: func() [16]byte { return [16]byte{} },
		}
		at := func(day calendar.Date, events []journal.Event) *Session {
			c := cfg
			c.Day, c.Events = day, append([]journal.Event(nil), events...)
			if n := len(events); n > 0 {
				c.LastSeq, c.LastStamp = events[n-1].ID.Seq, events[n-1].Stamp
			}
			s, err := New(c)
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		day := monday
		var done []journal.ID
		for range rapid.IntRange(1, 5).Draw(t, "days") {
			s := at(day, m.events)
			for range rapid.IntRange(0, 6).Draw(t, "acts") {
				if d, err := give(s, anyAct(t, s, done)); err == nil {
					done = append(done, d.Act)
				}
			}
			day += calendar.Date(rapid.IntRange(1, 9).Draw(t, "later"))
		}
		past := monday + calendar.Date(rapid.IntRange(0, 40).Draw(t, "past"))
		var cut []journal.Event
		for _, e := range m.events {
			if e.Day <= past {
				cut = append(cut, e)
			}
		}
		same(t, at(max(day, past), m.events).At(past), at(past, cut).View())
	})
}

// sameFile compares two files; the client's behaviour leans on the portfolio's
// rates, which an act leaves as they were until the next start.
func sameFile(t *rapid.T, x, y *File) {
	t.Helper()
	a, b := reflect.ValueOf(*x), reflect.ValueOf(*y)
	for i := range a.NumField() {
		name := a.Type().Field(i).Name
		if name != "Behaviour" && !reflect.DeepEqual(a.Field(i).Interface(), b.Field(i).Interface()) {
			t.Fatalf("%s of the file:\n%+v\n%+v", name, a.Field(i).Interface(), b.Field(i).Interface())
		}
	}
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
	sameFile(t, x.File(key, money.EUR), y.File(key, money.EUR))
	for f := range PlanFilterCount {
		if a, b := x.Plans(f), y.Plans(f); !reflect.DeepEqual(a, b) {
			t.Fatalf("plans %s:\n%+v\n%+v", f.Key(), a, b)
		}
	}
	for name, both := range map[string][2]any{
		"rates":       {x.Rates(), y.Rates()},
		"history":     {x.RateHistory(), y.RateHistory()},
		"common":      {x.Common(), y.Common()},
		"limitations": {x.Limitations(key), y.Limitations(key)},
		"pending":     {x.PendingDebits("NORD"), y.PendingDebits("NORD")},
		"mandates":    {x.Mandates(key), y.Mandates(key)},
		"claims":      {x.FeeClaims(key, money.EUR, FeeScope{Paid: true}), y.FeeClaims(key, money.EUR, FeeScope{Paid: true})},
		"terms":       {x.FeeTerms(key), y.FeeTerms(key)},
	} {
		if !reflect.DeepEqual(both[0], both[1]) {
			t.Fatalf("%s:\n%+v\n%+v", name, both[0], both[1])
		}
	}
	if a, b := x.Expected(9), y.Expected(9); !reflect.DeepEqual(a, b) {
		t.Fatalf("expected %+v, %+v", a, b)
	}
	if x.Header.Left != y.Header.Left || x.Header.PromisesDue != y.Header.PromisesDue || x.Header.Overdue[0] != y.Header.Overdue[0] {
		t.Fatalf("headers %+v, %+v", x.Header, y.Header)
	}
}
