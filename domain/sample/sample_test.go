package sample

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"relance/domain/calendar"
	"relance/domain/ident"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// days are a week, the turns of years, a leap day, a leap year's end, Easter
// Monday, Ascension's bridge and the long weekend of May.
var days = []calendar.Date{
	calendar.Of(2026, time.November, 23), calendar.Of(2026, time.November, 24), calendar.Of(2026, time.November, 25),
	calendar.Of(2026, time.November, 26), calendar.Of(2026, time.November, 27), calendar.Of(2026, time.November, 28),
	calendar.Of(2026, time.November, 29), calendar.Of(2026, time.December, 31), calendar.Of(2027, time.January, 1),
	calendar.Of(2027, time.January, 4), calendar.Of(2028, time.February, 29), calendar.Of(2028, time.December, 31),
	calendar.Of(2026, time.April, 6), calendar.Of(2026, time.May, 15), calendar.Of(2026, time.May, 31), calendar.Of(2026, time.July, 31),
}

func eachDay(t *testing.T, test func(t *testing.T, today calendar.Date)) {
	t.Helper()
	for _, d := range days {
		t.Run(fmt.Sprint(d, " ", d.Weekday()), func(t *testing.T) { test(t, d) })
	}
}

func TestSameDaySameBytes(t *testing.T) {
	digest := func(today calendar.Date) [32]byte {
		book, events := Portfolio(today)
		var b strings.Builder
		fmt.Fprintf(&b, "%+v", book.Creditors)
		for _, a := range book.Accounts {
			fmt.Fprintf(&b, "%+v", *a)
		}
		fmt.Fprintf(&b, "%+v", events)
		return sha256.Sum256([]byte(b.String()))
	}
	seen := map[[32]byte]calendar.Date{}
	for _, d := range days {
		first := digest(d)
		if digest(d) != first {
			t.Errorf("%v: two portfolios for one day", d)
		}
		if other, ok := seen[first]; ok {
			t.Errorf("%v and %v give the same portfolio", d, other)
		}
		seen[first] = d
	}
}

func TestLedger(t *testing.T) {
	eachDay(t, func(t *testing.T, today calendar.Date) {
		book, _ := Portfolio(today)
		if len(book.Creditors) != 1 || len(book.Accounts) != 150 {
			t.Fatalf("%d creditors, %d clients", len(book.Creditors), len(book.Accounts))
		}
		cr := book.Creditors[0]
		if cr.Cutoff >= today || calendar.France.BusinessDaysBetween(cr.Cutoff, today-1) != 0 || !calendar.France.IsBusinessDay(cr.Cutoff) {
			t.Errorf("cutoff %v", cr.Cutoff)
		}
		items, lines := 0, map[uint32]bool{}
		for i, a := range book.Accounts {
			if want := fmt.Sprintf("C%05d", i+1); a.Client.Key != (ledger.ClientKey{Creditor: cr.ID, Account: want}) {
				t.Errorf("client %d has key %v", i, a.Client.Key)
			}
			if len(a.Items) == 0 {
				t.Errorf("%s has no item", a.Client.Name)
			}
			items += len(a.Items)
			keys := map[ledger.ItemKey]bool{}
			for _, it := range a.Items {
				checkItem(t, &it, &cr)
				if keys[it.ItemKey] || lines[it.Line] {
					t.Errorf("%s: item %v twice", a.Client.Name, it.ItemKey)
				}
				keys[it.ItemKey], lines[it.Line] = true, true
			}
		}
		if items < 1400 || items > 1650 {
			t.Errorf("%d items", items)
		}
		checkGroups(t, book)
	})
}

func checkItem(t *testing.T, it *ledger.Item, cr *ledger.Creditor) {
	t.Helper()
	sc := cr.Scopes[0]
	if it.Booked > cr.Cutoff || it.Booked < sc.From || it.Booked > sc.To || it.Scope != sc.ID {
		t.Errorf("%s booked %v in scope %d, outside %v", it.Number, it.Booked, it.Scope, sc)
	}
	if !calendar.France.IsBusinessDay(it.Booked) {
		t.Errorf("%s booked on %v", it.Number, it.Booked)
	}
	if it.Due != 0 && it.Due < it.Date {
		t.Errorf("%s due %v before %v", it.Number, it.Due, it.Date)
	}
	debit := it.Kind == ledger.Invoice || it.Kind == ledger.Bill
	if (it.Amount > 0) != debit || it.Currency != money.EUR || it.Number == "" || it.Label == "" {
		t.Errorf("%+v", *it)
	}
	if debit && (it.Amount < 200_00 || it.Amount > 40_000_00) {
		t.Errorf("%s: %d cents", it.Number, it.Amount)
	}
	if !slices.ContainsFunc(cr.Prefixes, func(p string) bool { return strings.HasPrefix(it.Account, p) }) {
		t.Errorf("%s on account %s", it.Number, it.Account)
	}
}

// checkGroups: matched groups sum to zero, but for the part payments, which
// leave something owed.
func checkGroups(t *testing.T, book ledger.Book) {
	t.Helper()
	open := 0
	for _, a := range book.Accounts {
		sums := map[string]int64{}
		for _, it := range a.Items {
			if it.Matching != "" {
				sums[it.Matching] += it.Amount
			}
		}
		for code, sum := range sums {
			if sum < 0 {
				t.Errorf("%s: group %s is overpaid", a.Client.Name, code)
			}
			if sum > 0 {
				open++
			}
		}
	}
	if open < 4 || open > 8 {
		t.Errorf("%d groups leave a rest", open)
	}
}

// TestNobodyReal: identifiers, telephone numbers and addresses lie in ranges
// that belong to nobody.
func TestNobodyReal(t *testing.T) {
	book, events := Portfolio(days[0])
	cr := book.Creditors[0]
	if cr.IBAN != "FR1420041010050500013M02606" {
		t.Errorf("IBAN %s is not the registry's example", cr.IBAN)
	}
	if cr.ICS != "FR72ZZZ123456" || ident.CheckICS(cr.ICS) != nil || cr.LateRate != 0 {
		t.Errorf("creditor identifier %s is not the example, or a rate is set: %d", cr.ICS, cr.LateRate)
	}
	names := map[string]bool{}
	siren := func(s string) {
		if !strings.HasPrefix(s, "000") || ident.CheckSIREN(s) != nil {
			t.Errorf("SIREN %q", s)
		}
	}
	siren(cr.Identifier)
	contact := func(c ledger.Contact) {
		ok := c.Phone == "" || slices.ContainsFunc(phonePrefixes[:], func(p string) bool { return strings.HasPrefix(c.Phone, p+" ") })
		if !ok || c.Email != "" && !strings.HasSuffix(c.Email, "example.com") {
			t.Errorf("contact %+v", c)
		}
	}
	for _, a := range book.Accounts {
		c := &a.Client
		if names[c.Name] {
			t.Errorf("%s twice", c.Name)
		}
		names[c.Name] = true
		switch {
		case c.Country == "BE":
			if !strings.HasPrefix(c.Identifier, "00000") || ident.CheckKBO(c.Identifier) != nil || ident.CheckBEVAT(c.VAT) != nil {
				t.Errorf("%s: %s, %s", c.Name, c.Identifier, c.VAT)
			}
		case c.Nature == ledger.Consumer:
			if c.Identifier != "" {
				t.Errorf("%s has an identifier", c.Name)
			}
		default:
			siren(c.Identifier)
		}
		for _, p := range c.Contacts {
			contact(p)
		}
	}
	for _, e := range events {
		if c, ok := e.Content.(journal.ContactSet); ok {
			contact(ledger.Contact{Phone: c.Phone.Body, Email: c.Email.Body})
		}
	}
}

// TestNotesNameTheRightAccount: notes that name an account name the one meant.
func TestNotesNameTheRightAccount(t *testing.T) {
	for account, name := range map[int]string{11: "Établissements Marchaud", 42: "Établissements Maréchaud"} {
		if got := rows[account-1].name; got != name {
			t.Errorf("C%05d is %s, want %s", account, got, name)
		}
	}
}

func TestJournal(t *testing.T) {
	eachDay(t, func(t *testing.T, today calendar.Date) {
		book, events := Portfolio(today)
		if len(events) < 300 || len(events) > 600 {
			t.Errorf("%d events", len(events))
		}
		items := map[ledger.ClientKey]map[ledger.ItemKey]int64{}
		for _, a := range book.Accounts {
			m := map[ledger.ItemKey]int64{}
			for _, it := range a.Items {
				m[it.ItemKey] = it.Amount
			}
			items[a.Client.Key] = m
		}
		kinds := map[journal.Kind]int{}
		var last *journal.Event
		for i := range events {
			e := &events[i]
			kinds[e.Content.Kind()]++
			if e.ID != (journal.ID{Device: Device, Seq: uint64(i + 1)}) {
				t.Fatalf("event %d has id %v", i, e.ID)
			}
			if last != nil && (!last.Before(e) || e.Day < last.Day || e.Stamp.Compare(last.Stamp) <= 0) {
				t.Errorf("%v is not after %v", e.ID, last.ID)
			}
			if e.Act.Seq > e.ID.Seq || e.Act != e.ID && (e.Act != last.Act || e.Day != last.Day || e.Client != last.Client) {
				t.Errorf("%v belongs to act %v", e.ID, e.Act)
			}
			if e.Day >= today || !calendar.France.IsBusinessDay(e.Day) || e.Stamp.Millis/dayMillis != e.Day.Time().UnixMilli()/dayMillis {
				t.Errorf("%v on %v, stamp %v", e.ID, e.Day, e.Stamp)
			}
			if e.Author != Author && e.Author != colleague || items[e.Client] == nil {
				t.Errorf("%v by %q on %v", e.ID, e.Author, e.Client)
			}
			for _, b := range e.Builds {
				if b.Seq >= e.ID.Seq || b.IsZero() || events[b.Seq-1].Client != e.Client {
					t.Errorf("%v builds on %v", e.ID, b)
				}
			}
			checkContent(t, e, items[e.Client])
			last = e
		}
		for _, k := range []journal.Kind{
			journal.KindCallLogged, journal.KindPromiseMade, journal.KindPromiseWithdrawn, journal.KindPlanProposed, journal.KindPlanSigned, journal.KindPlanDrafted,
			journal.KindMandateSet, journal.KindDebitIssued,
			journal.KindDisputeOpened, journal.KindDisputeResolved, journal.KindNoteWritten, journal.KindCallbackSet, journal.KindCallbackDone,
			journal.KindParticularsChanged, journal.KindContactSet, journal.KindStatusChanged, journal.KindLimitDecided,
			journal.KindReviewRecorded, journal.KindReminderIssued, journal.KindActUndone,
		} {
			if kinds[k] == 0 {
				t.Errorf("no event of kind %d", k)
			}
		}
	})
}

// checkContent: what an event names exists, sums agree, personal texts bear a
// salt, references are among what the event builds on.
func checkContent(t *testing.T, e *journal.Event, items map[ledger.ItemKey]int64) {
	t.Helper()
	sum := func(list []journal.Part) (total int64) {
		for _, p := range list {
			if p.Amount <= 0 || p.Amount > items[p.Item] {
				t.Errorf("%v: part %v of an item of %d", e.ID, p, items[p.Item])
			}
			total += p.Amount
		}
		return total
	}
	text := func(texts ...journal.Text) {
		for _, x := range texts {
			if (x.Body == "") != x.IsZero() || x.Body != "" && x.Salt == [16]byte{} {
				t.Errorf("%v: text %+v", e.ID, x)
			}
		}
	}
	names := func(ids ...journal.ID) {
		for _, id := range ids {
			if !slices.Contains(e.Builds, id) {
				t.Errorf("%v names %v and does not build on it", e.ID, id)
			}
		}
	}
	schedule := func(p journal.Plan) {
		if p.Total() != sum(p.Items) || len(p.Instalments) < 3 || p.Terms.Count == 0 {
			t.Errorf("%v: plan of %d over %d", e.ID, p.Total(), sum(p.Items))
		}
	}
	switch c := e.Content.(type) {
	case journal.CallLogged:
		text(c.Person)
		if c.Minute < 9*60 || c.Minute > 18*60 {
			t.Errorf("%v: call at minute %d", e.ID, c.Minute)
		}
	case journal.PromiseMade:
		text(c.Person)
		names(c.Supersedes...)
		if c.Amount.Minor != sum(c.Items) || c.Due <= e.Day {
			t.Errorf("%v: promise of %v by %v", e.ID, c.Amount, c.Due)
		}
	case journal.PromiseWithdrawn:
		names(c.Promise)
	case journal.PlanDrafted:
		schedule(c.Plan)
	case journal.PlanProposed:
		schedule(c.Plan)
	case journal.PlanSigned:
		schedule(c.Plan)
		names(c.Plan.ID)
	case journal.MandateSet:
		text(c.IBAN, c.Holder)
		if !strings.HasPrefix(c.IBAN.Body[4:], "99999") || ident.CheckIBAN(c.IBAN.Body) != nil || c.SignedOn > e.Day {
			t.Errorf("%v: mandate %+v", e.ID, c)
		}
	case journal.DebitIssued:
		names(c.Plan)
		if c.Amount.Minor <= 0 || c.CollectOn <= e.Day || !calendar.Target.IsBusinessDay(c.CollectOn) {
			t.Errorf("%v: %+v", e.ID, c)
		}
	case journal.DisputeOpened:
		sum(c.Items)
	case journal.DisputeResolved:
		names(c.Dispute)
	case journal.CallbackDone:
		names(c.Callback)
	case journal.NoteWritten:
		text(c.Text)
	case journal.ContactSet:
		text(c.Name, c.Role, c.Phone, c.Email)
	case journal.ReminderIssued:
		for _, k := range c.Items {
			if items[k] <= 0 {
				t.Errorf("%v: reminder for %v", e.ID, k)
			}
		}
	}
}
