package ledger

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"relance/domain/calendar"
	"relance/domain/money"
)

func day(s string) calendar.Date {
	d, err := calendar.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

func creditor() Creditor { return Creditor{ID: "K", Currency: money.EUR} }

// rows reads lines "account kind number booked amount code", where kind is one
// of FAC, AV, REG, AN (an opening line) and REP (an opening balance); "-" is no
// code.
func rows(text string) *Batch {
	b := &Batch{Kind: BatchEntries}
	accounts := map[string]*Account{}
	for n, line := range strings.Split(strings.TrimSpace(text), "\n") {
		var account, kind, number, booked, code string
		var amount int64
		if _, err := fmt.Sscan(line, &account, &kind, &number, &booked, &amount, &code); err != nil {
			panic(line + ": " + err.Error())
		}
		it := Item{Booked: day(booked), Amount: amount, Currency: money.EUR, Line: uint32(n + 2)}
		it.Number, it.Date = number, it.Booked
		if code != "-" {
			it.Matching = code
		}
		it.Kind = map[string]Kind{"FAC": Invoice, "AV": CreditNote, "REG": Receipt, "AN": Invoice, "REP": Other}[kind]
		it.Opening = kind == "AN" || kind == "REP"
		if it.Opening && amount < 0 {
			it.Kind = Receipt
		}
		if kind == "REP" {
			b.Findings = append(b.Findings, Finding{Code: FindingOpening, Count: 1})
		}
		if b.From.IsZero() || it.Booked < b.From {
			b.From = it.Booked
		}
		b.To = max(b.To, it.Booked)
		a := accounts[account]
		if a == nil {
			a = &Account{Client: Client{Key: ClientKey{Account: account}, Name: "Client " + account}}
			accounts[account] = a
			b.Accounts = append(b.Accounts, a)
		}
		for _, o := range a.Items {
			if o.Kind == it.Kind && o.Number == it.Number && o.Date == it.Date {
				it.Ordinal++
			}
		}
		a.Items = append(a.Items, it)
	}
	for _, a := range b.Accounts {
		SortItems(a.Items)
	}
	slices.SortFunc(b.Accounts, func(a, b *Account) int { return strings.Compare(a.Client.Key.Account, b.Client.Key.Account) })
	return b
}

// load imports one file after another.
func load(t testing.TB, book *Book, files ...string) (*Book, Change) {
	t.Helper()
	var ch Change
	for _, f := range files {
		book, ch = commit(t, book, rows(f), CompareOptions{})
	}
	return book, ch
}

func commit(t testing.TB, book *Book, b *Batch, opt CompareOptions) (*Book, Change) {
	t.Helper()
	k := creditor()
	if len(book.Creditors) > 0 {
		k = book.Creditors[0]
	}
	ch, err := Compare(book, k, b, opt)
	if err != nil {
		t.Fatal(err)
	}
	return ch.Apply(book), ch
}

// openOn lists what is open on a day: "account number amount".
func openOn(book *Book, d calendar.Date) string {
	var out []string
	for _, a := range book.Accounts {
		st, _ := Allocate(a.Items, nil, d, nil, nil)
		for i, s := range st {
			if s.Open != 0 {
				out = append(out, fmt.Sprint(a.Client.Key.Account, " ", a.Items[i].Number, " ", s.Open))
			}
		}
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

// canonical is a book without the accidents of the order of imports: scopes are
// named by their first day.
func canonical(book *Book) string {
	names := map[uint32]string{}
	for _, k := range book.Creditors {
		for _, s := range k.Scopes {
			names[s.ID] = fmt.Sprint(s.Kind, s.From, "..", s.To)
		}
	}
	var b strings.Builder
	for _, a := range book.Accounts {
		var lines []string
		for _, it := range a.Items {
			h := historyOf(&it)
			text := fmt.Sprint(it.Kind, it.Ordinal, it.Date, it.Number, " ", it.Booked, it.Amount, " ", names[h.scope], "/", h.code)
			for _, l := range h.layers {
				text += fmt.Sprint(" > ", l.since, names[l.scope], "/", l.code)
			}
			lines = append(lines, text)
		}
		slices.Sort(lines)
		fmt.Fprintln(&b, a.Client.Key.Account, a.Client.Name, "\n ", strings.Join(lines, "\n  "))
	}
	return b.String()
}

func codes(ch Change) []DoubtCode {
	var out []DoubtCode
	for _, d := range ch.Doubts {
		out = append(out, d.Code)
	}
	return out
}

const year25 = `
A FAC F1 2025-03-01 10000 AA
A REG F1 2025-04-01 -10000 AA
A FAC F2 2025-10-01 20000 -
B FAC F3 2025-11-01 10000 b
B REG R1 2025-12-15 -4000 b
C FAC F4 2025-12-20 5000 -
C FAC F5 2025-12-21 7000 -`

const year26 = `
A AN F2 2026-01-01 20000 AA
B AN F3 2026-01-01 10000 AB
B AN R1 2026-01-01 -4000 AB
C REP SOLDE 2026-01-01 12000 AC
A REG R2 2026-01-20 -20000 AA
B REG R3 2026-02-01 -6000 AB
C REG R4 2026-02-10 -5000 AC
A FAC F6 2026-02-15 3000 -`

func TestFirstImport(t *testing.T) {
	book, ch := load(t, &Book{}, year25)
	if got, want := openOn(book, day("2025-12-31")), "A F2 20000; B F3 6000; C F4 5000; C F5 7000"; got != want {
		t.Errorf("open: %s", got)
	}
	d := ch.Diff
	if d.New != 4 || d.NewAmount != money.Of(38000, money.EUR) || d.ClientsNew != 3 || d.Settled+d.Changed+d.Unchanged+d.Vanished != 0 || !d.Collected.IsZero() {
		t.Errorf("diff %+v", d)
	}
	if k := book.Creditors[0]; k.Cutoff != day("2025-12-21") || len(k.Scopes) != 1 || k.Scopes[0] != (Scope{ID: 1, From: day("2025-03-01"), To: day("2025-12-21")}) {
		t.Errorf("creditor %+v", k)
	}
}

func TestSameFileChangesNothing(t *testing.T) {
	for _, files := range [][]string{{year25}, {year25, year26}, {year26, year25}} {
		book, _ := load(t, &Book{}, files...)
		for _, f := range files {
			ch, err := Compare(book, book.Creditors[0], rows(f), CompareOptions{})
			if err != nil || len(ch.Accounts) != 0 || len(ch.Gone) != 0 {
				t.Errorf("changes %+v, %v", ch, err)
			}
			if d := ch.Diff; d.New+d.Settled+d.Changed+d.Vanished+d.ClientsNew != 0 || d.Unchanged == 0 || !d.Collected.IsZero() {
				t.Errorf("diff %+v", d)
			}
			if !slices.Equal(ch.Creditor.Scopes, book.Creditors[0].Scopes) {
				t.Errorf("scopes %+v, were %+v", ch.Creditor.Scopes, book.Creditors[0].Scopes)
			}
		}
	}
}

func TestYearsInEitherOrder(t *testing.T) {
	forward, ch := load(t, &Book{}, year25, year26)
	backward, _ := load(t, &Book{}, year26, year25)
	if a, b := canonical(forward), canonical(backward); a != b {
		t.Errorf("forward\n%s\nbackward\n%s", a, b)
	}
	if len(ch.Doubts) != 0 {
		t.Errorf("doubts %+v", ch.Doubts)
	}
	alone, _ := load(t, &Book{}, year25)
	for _, d := range []string{"2025-03-31", "2025-12-10", "2025-12-31"} {
		if a, b := openOn(alone, day(d)), openOn(forward, day(d)); a != b {
			t.Errorf("on %s: %s, with the later year %s", d, a, b)
		}
	}
	// C's balance of 120 stands for both its invoices; 50 pay the older one.
	if got, want := openOn(forward, day("2026-02-15")), "A F6 3000; C F5 7000"; got != want {
		t.Errorf("open at the end: %s", got)
	}
}

func TestDiffOfTheNextYear(t *testing.T) {
	_, ch := load(t, &Book{}, year25, year26)
	d := ch.Diff
	// F2, F3 and F4 are paid, F5 stays, F6 is new.
	if d.Settled != 3 || d.Unchanged != 1 || d.New != 1 || d.Changed != 0 || d.Vanished != 0 {
		t.Errorf("diff %+v", d)
	}
	if d.Collected != money.Of(31000, money.EUR) || d.SettledAmount != money.Of(31000, money.EUR) {
		t.Errorf("collected %v, settled %v", d.Collected, d.SettledAmount)
	}
}

func TestUndetailedOpeningAlone(t *testing.T) {
	book, ch := load(t, &Book{}, year26)
	if got := codes(ch); !slices.Equal(got, []DoubtCode{DoubtOpening}) {
		t.Errorf("doubts %v", got)
	}
	if got, want := openOn(book, day("2026-02-15")), "A F6 3000; C SOLDE 7000"; got != want {
		t.Errorf("open %s", got)
	}
}

func TestBalancesThatDisagree(t *testing.T) {
	interim := `
A FAC F1 2025-03-01 10000 -`
	next := `
A AN F1 2026-01-01 10000 AA
A AN F2 2026-01-01 5000 -
A REG R1 2026-01-09 -10000 AA`
	book, ch := load(t, &Book{}, interim, next)
	if got := codes(ch); !slices.Equal(got, []DoubtCode{DoubtBalances}) || ch.Doubts[0].Amount != money.Of(5000, money.EUR) {
		t.Errorf("doubts %+v", ch.Doubts)
	}
	if got, want := openOn(book, day("2026-01-09")), "A F2 5000"; got != want {
		t.Errorf("open %s", got)
	}
	// The complete year takes the place of what was kept.
	book, ch = load(t, book, interim+"\nA FAC F2 2025-12-03 5000 -")
	if got, want := openOn(book, day("2026-01-09")), "A F2 5000"; got != want || len(book.Accounts[0].Items) != 3 {
		t.Errorf("open %s, items %+v", got, book.Accounts[0].Items)
	}
	if ch.Diff.Unchanged != 1 || ch.Diff.New != 0 {
		t.Errorf("diff %+v", ch.Diff)
	}
}

func TestExtendedFile(t *testing.T) {
	january := `
A FAC F1 2026-01-05 10000 -
B FAC F2 2026-01-06 4000 -`
	february := `
A FAC F1 2026-01-05 10000 AA
B FAC F2 2026-01-06 4000 -
A REG R1 2026-02-01 -10000 AA
B FAC F3 2026-02-02 1000 -`
	book, _ := load(t, &Book{}, january)
	book, ch := load(t, book, february)
	if d := ch.Diff; d.Settled != 1 || d.New != 1 || d.Unchanged != 1 || d.Collected != money.Of(10000, money.EUR) {
		t.Errorf("diff %+v", d)
	}
	if len(book.Creditors[0].Scopes) != 1 || book.Creditors[0].Scopes[0].ID != 1 {
		t.Errorf("scopes %+v", book.Creditors[0].Scopes)
	}
	// An older file of the same period asks first.
	_, ch = load(t, book, january)
	if got := codes(ch); !slices.Equal(got, []DoubtCode{DoubtOlder}) || ch.Creditor.Cutoff != day("2026-02-02") {
		t.Errorf("doubts %v, cutoff %v", got, ch.Creditor.Cutoff)
	}
}

func TestPeriodWithinAScope(t *testing.T) {
	book, _ := load(t, &Book{}, `
A FAC F1 2026-01-05 100 -
A FAC F2 2026-02-05 200 -
A FAC F3 2026-03-05 300 -`, `
A FAC F2 2026-02-05 250 -
A FAC F4 2026-02-28 50 -`)
	if got, want := openOn(book, day("2026-12-31")), "A F1 100; A F2 250; A F3 300; A F4 50"; got != want {
		t.Errorf("open %s", got)
	}
	// Then the whole.
	_, ch := load(t, book, `
A FAC F1 2026-01-05 100 -
A FAC F2 2026-02-05 250 -
A FAC F3 2026-03-05 300 -`)
	if len(ch.Gone) != 0 || len(ch.Creditor.Scopes) != 1 || ch.Diff.Vanished != 1 || len(ch.Diff.VanishedItems) != 1 || ch.Diff.VanishedItems[0].Item.Number != "F4" {
		t.Errorf("gone %v, diff %+v", ch.Gone, ch.Diff)
	}
}

func TestEqualKeysOfTwoPeriods(t *testing.T) {
	first, second := rows("A FAC F1 2025-12-30 100 -"), rows("A FAC F1 2026-01-02 200 -")
	second.Accounts[0].Items[0].Date = day("2025-12-30")
	book, _ := commit(t, &Book{}, second, CompareOptions{})
	book, _ = commit(t, book, first, CompareOptions{})
	got := map[uint16]int64{}
	for _, it := range book.Accounts[0].Items {
		got[it.Ordinal] = it.Amount
	}
	if got[0] != 100 || got[1] != 200 {
		t.Errorf("by ordinal: %v", got)
	}
}

func TestOtherCreditorsFile(t *testing.T) {
	k := creditor()
	k.Identifier = "732829320"
	b := rows(year25)
	b.Identifier = "552100554"
	ch, err := Compare(&Book{}, k, b, CompareOptions{})
	if err != nil || !slices.Equal(codes(ch), []DoubtCode{DoubtCreditor}) {
		t.Errorf("doubts %v, %v", ch.Doubts, err)
	}
}

func TestTill(t *testing.T) {
	var b strings.Builder
	for i := range 60 {
		fmt.Fprintf(&b, "T FAC T%d 2026-01-%02d 1000 -\n", i, i%28+1)
	}
	b.WriteString("A FAC F1 2026-01-05 100 -\n")
	batch := rows(b.String())
	batch.Accounts[1].Client.Name = "VENTES COMPTOIR"
	book, ch := commit(t, &Book{}, batch, CompareOptions{})
	if len(ch.Doubts) != 1 || ch.Doubts[0].Code != DoubtLarge || ch.Doubts[0].Client.Account != "T" || ch.Doubts[0].Count != 60 {
		t.Errorf("doubts %+v", ch.Doubts)
	}
	if _, ch = load(t, book, b.String()); len(ch.Doubts) != 0 {
		t.Errorf("asked again: %+v", ch.Doubts)
	}
}

func TestParticulars(t *testing.T) {
	book, _ := load(t, &Book{}, year25)
	b := &Batch{Kind: BatchParticulars, Changed: []Particular{
		{"A", FieldTerms, "45fm", 2},
		{"A", FieldLimit, "30 000,00", 2},
		{"A", FieldNature, "public", 2},
		{"A", FieldContactName, "Mme Petit", 2},
		{"A", FieldContactPhone, "0143221109", 2},
		{"A", FieldContactName, "M. Roy", 3},
		{"A", FieldContactRole, "direction", 3},
		{"Z", FieldName, "Nouveau", 4},
	}}
	after, ch := commit(t, book, b, CompareOptions{})
	a := after.Accounts[0].Client
	if a.Terms != "45fm" || a.Limit != money.Of(3000000, money.EUR) || a.Nature != Public || a.Name != "Client A" {
		t.Errorf("client %+v", a)
	}
	if !slices.Equal(a.Contacts, []Contact{{Name: "Mme Petit", Phone: "0143221109"}, {Name: "M. Roy", Role: "direction"}}) {
		t.Errorf("contacts %+v", a.Contacts)
	}
	if ch.Diff.ClientsNew != 1 || after.Accounts[3].Client.Name != "Nouveau" || len(book.Accounts[0].Client.Contacts) != 0 {
		t.Errorf("diff %+v", ch.Diff)
	}
	if _, ch = commit(t, after, b, CompareOptions{}); len(ch.Accounts) != 0 {
		t.Errorf("read again: %+v", ch.Accounts)
	}
	b.Changed = []Particular{{"A", FieldLimit, "beaucoup", 7}}
	var refusal *CompareError
	if _, err := Compare(after, after.Creditors[0], b, CompareOptions{}); !errors.As(err, &refusal) || refusal.Line != 7 || refusal.Field != FieldLimit {
		t.Errorf("error %v", err)
	}
}
