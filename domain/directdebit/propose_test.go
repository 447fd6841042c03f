package directdebit_test

import (
	"fmt"
	"testing"

	"relance/domain/calendar"
	"relance/domain/directdebit"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// A Tuesday; 14 days on is the 8th of December.
var today = calendar.Of(2026, 11, 24)

var us = directdebit.Creditor{
	ID: "552100554", Name: "Établissements Dupré & Cie", ICS: "fr72 zzz 123456",
	IBAN: "FR14 2004 1010 0505 0001 3M02 606", BIC: "PSSTFRPPXXX",
}

func client(account string) ledger.ClientKey {
	return ledger.ClientKey{Creditor: us.ID, Account: account}
}

func key(plan uint64, no int) directdebit.Key {
	return directdebit.Key{Plan: journal.ID{Device: 0xc0ffee, Seq: plan}, No: no}
}

func instalment(plan uint64, no int, due calendar.Date) directdebit.Candidate {
	return directdebit.Candidate{
		Key: key(plan, no), Client: client("C1"), Name: "Boulangerie du Marché", Due: due,
		Amount: money.Of(12345, money.EUR), Announced: calendar.Of(2026, 11, 1), Label: "Échéance " + fmt.Sprint(no),
	}
}

func mandate() directdebit.Mandate {
	return directdebit.Mandate{
		Client: client("C1"), Reference: "RUM-C1-1", IBAN: "BE68 5390 0754 7034", BIC: "", Holder: "",
		SignedOn: calendar.Of(2026, 10, 1),
	}
}

func day(s string) calendar.Date {
	d, err := calendar.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestOneCollection(t *testing.T) {
	b := directdebit.Propose(
		[]directdebit.Candidate{instalment(42, 3, day("2026-12-05"))}, []directdebit.Mandate{mandate()}, us,
		directdebit.Options{Today: today})
	if len(b.Collections) != 1 || len(b.Skipped) != 0 || b.Total() != 12345 {
		t.Fatalf("%+v", b)
	}
	c := b.Collections[0]
	if c.CollectOn != day("2026-12-07") || c.Sequence != directdebit.First || c.Late || c.Repeat ||
		c.EndToEnd != "0000000000c0ffee-42-3" || c.Debtor != "Boulangerie du Marche" || c.Text != "Echeance 3" ||
		c.Structured != "" || c.Mandate.IBAN != "BE68539007547034" {
		t.Errorf("%+v", c)
	}
	want := directdebit.Creditor{
		ID: us.ID, Name: "Etablissements Dupre + Cie", ICS: "FR72ZZZ123456",
		IBAN: "FR1420041010050500013M02606", BIC: "PSSTFRPPXXX",
	}
	if b.Creditor != want {
		t.Errorf("creditor %+v", b.Creditor)
	}
}

// Every reason, each by one change of what could be collected.
func TestReasons(t *testing.T) {
	type scene struct {
		candidates []directdebit.Candidate
		mandates   []directdebit.Mandate
		creditor   directdebit.Creditor
		options    directdebit.Options
	}
	due := day("2026-12-01")
	for _, c := range []struct {
		reason directdebit.Reason
		from   string
		change func(*scene)
	}{
		{directdebit.NoCreditorName, "", func(s *scene) { s.creditor.Name = "東京" }},
		{directdebit.BadICS, "", func(s *scene) { s.creditor.ICS = "" }},
		{directdebit.BadICS, "", func(s *scene) { s.creditor.ICS = "FR73ZZZ123456" }},
		{directdebit.BadCreditorIBAN, "", func(s *scene) { s.creditor.IBAN = "FR1520041010050500013M02606" }},
		{directdebit.BadCreditorBIC, "", func(s *scene) { s.creditor.BIC = "PSST" }},
		{directdebit.OtherCreditor, "", func(s *scene) { s.creditor.ID = "other" }},
		{directdebit.NotEuro, "", func(s *scene) { s.candidates[0].Amount.Currency = money.USD }},
		{directdebit.NotEuro, "", func(s *scene) { s.candidates[0].Amount.Currency = money.Currency{} }},
		{directdebit.AmountOutOfRange, "", func(s *scene) { s.candidates[0].Amount.Minor = 0 }},
		{directdebit.AmountOutOfRange, "", func(s *scene) { s.candidates[0].Amount.Minor = -1 }},
		{directdebit.AmountOutOfRange, "", func(s *scene) { s.candidates[0].Amount.Minor = 100_000_000_000 }},
		{directdebit.BadReference, "", func(s *scene) { s.candidates[0].Plan.Seq = 1 << 60 }},
		{directdebit.BadReference, "", func(s *scene) { s.candidates[0].No = 0 }},
		{directdebit.AlreadyIssued, "", func(s *scene) {
			s.candidates[0].Already = []directdebit.Issue{{CollectOn: day("2026-11-20"), Message: "M1"}}
		}},
		{directdebit.AlreadyIssued, "", func(s *scene) { // an earlier draft of the plan, still under way
			s.candidates[0].Already = []directdebit.Issue{{Due: day("2026-11-24"), CollectOn: today, Message: "M1"}}
		}},
		{directdebit.NotDueInHorizon, "2026-12-09", func(s *scene) { s.candidates[0].Due = day("2026-12-09") }},
		{directdebit.NotDueInHorizon, "2026-12-01", func(s *scene) { s.options.CollectBy = day("2026-11-30") }},
		{directdebit.NotDueInHorizon, "2026-12-09", func(s *scene) { s.candidates[0].Due = day("2026-12-09"); s.mandates = nil }},
		{directdebit.NoMandate, "", func(s *scene) { s.mandates = nil }},
		{directdebit.NoMandate, "", func(s *scene) { s.mandates[0].Client = client("C2") }},
		{directdebit.Revoked, "2026-11-10", func(s *scene) { s.mandates[0].RevokedOn = day("2026-11-10") }},
		{directdebit.MandateNotSigned, "2026-11-25", func(s *scene) { s.mandates[0].SignedOn = day("2026-11-25") }},
		{directdebit.MandateNotSigned, "", func(s *scene) { s.mandates[0].SignedOn = 0 }},
		{directdebit.BadMandateRef, "", func(s *scene) { s.mandates[0].Reference = "" }},
		{directdebit.BadMandateRef, "", func(s *scene) { s.mandates[0].Reference = "RUM//1" }},
		{directdebit.BadMandateRef, "", func(s *scene) { s.mandates[0].Reference = "MANDAT-N°1" }},
		{directdebit.SharedMandateRef, "", func(s *scene) {
			other := s.mandates[0]
			other.Client = client("C2")
			s.mandates = append(s.mandates, other)
		}},
		{directdebit.Lapsed, "2026-11-30", func(s *scene) { s.mandates[0].SignedOn = day("2023-11-30") }},
		{directdebit.Lapsed, "2026-11-30", func(s *scene) {
			s.mandates[0].SignedOn, s.mandates[0].LastUsed = day("2020-01-01"), day("2023-11-30")
		}},
		{directdebit.UsedUp, "", func(s *scene) { s.mandates[0].OneOff, s.mandates[0].LastUsed = true, day("2026-11-02") }},
		{directdebit.UsedUp, "", func(s *scene) { s.mandates[0].Ended, s.mandates[0].LastUsed = true, day("2026-11-02") }},
		{directdebit.ConsumerOnB2B, "", func(s *scene) {
			s.mandates[0].Scheme, s.candidates[0].Nature = journal.B2B, ledger.Consumer
		}},
		{directdebit.BadIBAN, "", func(s *scene) { s.mandates[0].IBAN = "" }},
		{directdebit.BadIBAN, "", func(s *scene) { s.mandates[0].IBAN = "BE68539007547035" }},
		{directdebit.OutsideSEPA, "", func(s *scene) { s.mandates[0].IBAN = "TN5910006035183598478831" }},
		{directdebit.BadBIC, "", func(s *scene) { s.mandates[0].BIC = "GEBABE" }},
		{directdebit.BadBIC, "", func(s *scene) { s.mandates[0].BIC = "GEBABEBO" }},
		{directdebit.BadBIC, "", func(s *scene) { s.mandates[0].BIC = "GEBABE0B" }},
		{directdebit.MissingBIC, "", func(s *scene) { s.mandates[0].IBAN = "CH9300762011623852957" }},
		{directdebit.NoName, "", func(s *scene) { s.candidates[0].Name = "…" }},
		{directdebit.TooSoon, "2026-12-02", func(s *scene) { s.candidates[0].Announced = day("2026-11-18") }},
		{directdebit.TooSoon, "", func(s *scene) { s.candidates[0].Announced = 0 }},
	} {
		s := scene{
			candidates: []directdebit.Candidate{instalment(42, 1, due)},
			mandates:   []directdebit.Mandate{mandate()}, creditor: us, options: directdebit.Options{Today: today},
		}
		if b := directdebit.Propose(s.candidates, s.mandates, s.creditor, s.options); len(b.Collections) != 1 {
			t.Fatalf("the scene itself: %+v", b)
		}
		c.change(&s)
		b := directdebit.Propose(s.candidates, s.mandates, s.creditor, s.options)
		if len(b.Collections) != 0 || len(b.Skipped) != 1 || b.Skipped[0].Reason != c.reason || b.Skipped[0].From.String() != c.from {
			t.Errorf("want reason %d from %q: %+v", c.reason, c.from, b)
		}
	}
}

// What is just allowed, beside what is not.
func TestBorders(t *testing.T) {
	due := day("2026-12-01")
	for name, c := range map[string]struct {
		change func(*directdebit.Candidate, *directdebit.Mandate, *directdebit.Options)
		on     string
		late   bool
	}{
		"pre-notified 14 days before": {func(c *directdebit.Candidate, _ *directdebit.Mandate, _ *directdebit.Options) {
			c.Announced = day("2026-11-17")
		}, "2026-12-01", false},
		"a shorter term agreed": {func(c *directdebit.Candidate, _ *directdebit.Mandate, o *directdebit.Options) {
			c.Announced, o.Notice = day("2026-11-24"), 5
		}, "2026-12-01", false},
		"36 months to the day": {func(_ *directdebit.Candidate, m *directdebit.Mandate, _ *directdebit.Options) {
			m.SignedOn = day("2023-12-01")
		}, "2026-12-01", false},
		"old but used since": {func(_ *directdebit.Candidate, m *directdebit.Mandate, _ *directdebit.Options) {
			m.SignedOn, m.LastUsed = day("2015-01-01"), day("2024-05-02")
		}, "2026-12-01", false},
		"the last day of the horizon": {func(c *directdebit.Candidate, _ *directdebit.Mandate, _ *directdebit.Options) {
			c.Due = day("2026-12-06")
		}, "2026-12-07", false},
		"tomorrow": {func(c *directdebit.Candidate, _ *directdebit.Mandate, _ *directdebit.Options) {
			c.Due = day("2026-11-25")
		}, "2026-11-25", false},
		"today is too late for today": {func(c *directdebit.Candidate, _ *directdebit.Mandate, _ *directdebit.Options) {
			c.Due = today
		}, "2026-11-25", true},
		"an instalment missed": {func(c *directdebit.Candidate, _ *directdebit.Mandate, _ *directdebit.Options) {
			c.Due = day("2026-10-15")
		}, "2026-11-25", true},
		"lead of three days": {func(c *directdebit.Candidate, _ *directdebit.Mandate, o *directdebit.Options) {
			c.Due, o.LeadCORE = day("2026-11-25"), 3
		}, "2026-11-27", true},
		"lead of the other scheme": {func(c *directdebit.Candidate, _ *directdebit.Mandate, o *directdebit.Options) {
			c.Due, o.LeadB2B = day("2026-11-25"), 3
		}, "2026-11-25", false},
		"a file made on a Saturday": {func(c *directdebit.Candidate, _ *directdebit.Mandate, o *directdebit.Options) {
			c.Due, o.Today = day("2026-11-30"), day("2026-11-28")
		}, "2026-12-01", true},
		"Christmas and its weekend": {func(c *directdebit.Candidate, _ *directdebit.Mandate, o *directdebit.Options) {
			c.Due, o.Today = day("2026-12-25"), day("2026-12-15")
		}, "2026-12-28", false},
		"the highest amount": {func(c *directdebit.Candidate, _ *directdebit.Mandate, _ *directdebit.Options) {
			c.Amount.Minor = 99_999_999_999
		}, "2026-12-01", false},
		"a Swiss account with its bank": {func(_ *directdebit.Candidate, m *directdebit.Mandate, _ *directdebit.Options) {
			m.IBAN, m.BIC = "CH9300762011623852957", "POFICHBEXXX"
		}, "2026-12-01", false},
		"an older plan's number": {func(c *directdebit.Candidate, _ *directdebit.Mandate, _ *directdebit.Options) {
			c.Already = []directdebit.Issue{{Due: day("2026-11-02"), CollectOn: day("2026-11-02")}}
		}, "2026-12-01", false},
	} {
		cand, m, o := instalment(42, 1, due), mandate(), directdebit.Options{Today: today}
		c.change(&cand, &m, &o)
		b := directdebit.Propose([]directdebit.Candidate{cand}, []directdebit.Mandate{m}, us, o)
		if len(b.Collections) != 1 || b.Collections[0].CollectOn != day(c.on) || b.Collections[0].Late != c.late || b.Collections[0].Repeat {
			t.Errorf("%s: %+v", name, b)
		}
	}
}

func TestRepeatedByName(t *testing.T) {
	c := instalment(42, 2, day("2026-12-01"))
	c.Already = []directdebit.Issue{
		{CollectOn: day("2026-11-03"), Mandate: "RUM-C1-1", Sequence: directdebit.First, Message: "M1"},
		{CollectOn: day("2026-11-10"), Mandate: "RUM-C1-1", Sequence: directdebit.Recurrent, Message: "M2"},
	}
	o := directdebit.Options{Today: today, Again: []directdebit.Key{key(42, 1)}}
	b := directdebit.Propose([]directdebit.Candidate{c}, []directdebit.Mandate{mandate()}, us, o)
	if len(b.Skipped) != 1 || b.Skipped[0].Reason != directdebit.AlreadyIssued || b.Skipped[0].Issue.Message != "M2" {
		t.Fatalf("%+v", b)
	}
	o.Again = append(o.Again, c.Key)
	b = directdebit.Propose([]directdebit.Candidate{c}, []directdebit.Mandate{mandate()}, us, o)
	if len(b.Collections) != 1 || !b.Collections[0].Repeat || b.Collections[0].Sequence != directdebit.Recurrent ||
		b.Collections[0].EndToEnd != "0000000000c0ffee-42-2-3" {
		t.Fatalf("%+v", b)
	}
	oneOff := mandate()
	oneOff.OneOff, oneOff.LastUsed = true, day("2026-11-10")
	b = directdebit.Propose([]directdebit.Candidate{c}, []directdebit.Mandate{oneOff}, us, o)
	if len(b.Collections) != 1 || b.Collections[0].Sequence != directdebit.OneOff {
		t.Fatalf("a one-off collection that failed: %+v", b)
	}
	ended := mandate()
	ended.Ended, ended.LastUsed = true, day("2026-11-20")
	b = directdebit.Propose([]directdebit.Candidate{c}, []directdebit.Mandate{ended}, us, o)
	if len(b.Skipped) != 1 || b.Skipped[0].Reason != directdebit.UsedUp {
		t.Fatalf("after another's final collection: %+v", b)
	}
	c.Already[1].Sequence = directdebit.Final
	b = directdebit.Propose([]directdebit.Candidate{c}, []directdebit.Mandate{ended}, us, o)
	if len(b.Collections) != 1 || b.Collections[0].Sequence != directdebit.Final {
		t.Fatalf("a final collection that failed: %+v", b)
	}
}

// sequences gives the sequences collected, in order of days.
func sequences(b directdebit.Batch) string {
	out := ""
	for _, c := range b.Collections {
		out += string(c.Sequence) + " "
	}
	return out
}

func TestSequences(t *testing.T) {
	end := func(c directdebit.Candidate) directdebit.Candidate { c.End = true; return c }
	issued := func(c directdebit.Candidate, on string) directdebit.Candidate {
		c.Already = []directdebit.Issue{{CollectOn: day(on), Mandate: "RUM-C1-1", Sequence: directdebit.First}}
		return c
	}
	first, second, third := instalment(42, 1, day("2026-11-26")), instalment(42, 2, day("2026-12-01")), instalment(42, 3, day("2026-12-07"))
	far := instalment(42, 4, day("2027-02-01"))
	other := instalment(43, 1, day("2026-12-02"))
	used, oneOff := mandate(), mandate()
	used.LastUsed = day("2026-11-02")
	oneOff.OneOff = true
	for name, c := range map[string]struct {
		candidates []directdebit.Candidate
		mandate    directdebit.Mandate
		want       string
	}{
		"a whole plan":               {[]directdebit.Candidate{first, second, end(third)}, mandate(), "FRST RCUR FNAL "},
		"used before":                {[]directdebit.Candidate{first, second, end(third)}, used, "RCUR RCUR FNAL "},
		"more to come":               {[]directdebit.Candidate{first, second, third, end(far)}, used, "RCUR RCUR RCUR "},
		"the end is not there":       {[]directdebit.Candidate{first, second}, used, "RCUR RCUR "},
		"first and last at once":     {[]directdebit.Candidate{end(first)}, mandate(), "FRST "},
		"the only one left":          {[]directdebit.Candidate{end(first)}, used, "FNAL "},
		"another plan goes on":       {[]directdebit.Candidate{end(first), other}, used, "RCUR RCUR "},
		"another plan ends too":      {[]directdebit.Candidate{end(first), end(other)}, used, "RCUR FNAL "},
		"another on the same day":    {[]directdebit.Candidate{end(second), end(instalment(43, 1, day("2026-12-01")))}, used, "RCUR RCUR "},
		"the first is in a file":     {[]directdebit.Candidate{issued(first, "2026-11-26"), end(second)}, mandate(), "FNAL "},
		"the first failed":           {[]directdebit.Candidate{issued(first, "2026-11-20"), end(second)}, mandate(), "RCUR "},
		"a later one is in a file":   {[]directdebit.Candidate{second, issued(end(third), "2026-12-07")}, used, "RCUR "},
		"one-off, only the earliest": {[]directdebit.Candidate{second, end(first)}, oneOff, "OOFF "},
	} {
		b := directdebit.Propose(c.candidates, []directdebit.Mandate{c.mandate}, us, directdebit.Options{Today: today})
		if got := sequences(b); got != c.want {
			t.Errorf("%s: %s; want %s", name, got, c.want)
		}
	}
}

func TestTheMandateTaken(t *testing.T) {
	c := instalment(42, 1, day("2026-12-01"))
	older, newer, oneOff, dead := mandate(), mandate(), mandate(), mandate()
	older.Reference, older.SignedOn = "OLD", day("2025-01-01")
	newer.Reference = "NEW"
	oneOff.Reference, oneOff.SignedOn, oneOff.OneOff = "ONE", day("2026-11-01"), true
	dead.Reference, dead.SignedOn, dead.RevokedOn = "DEAD", day("2026-11-20"), day("2026-11-21")
	all := []directdebit.Mandate{dead, oneOff, older, newer}
	take := func(mandates []directdebit.Mandate) string {
		b := directdebit.Propose([]directdebit.Candidate{c}, mandates, us, directdebit.Options{Today: today})
		if len(b.Collections) == 1 {
			return b.Collections[0].Mandate.Reference
		}
		return fmt.Sprint(b.Skipped[0].Reason, b.Skipped[0].Mandate)
	}
	if got := take(all); got != "NEW" {
		t.Errorf("taken: %s", got)
	}
	all[3].IBAN = "wrong"
	if got := take(all); got != "OLD" {
		t.Errorf("beside a wrong account: %s", got)
	}
	if got, want := take([]directdebit.Mandate{dead, all[3]}), fmt.Sprint(directdebit.BadIBAN, "NEW"); got != want {
		t.Errorf("none will do: %s, want %s", got, want)
	}
}

func TestReferences(t *testing.T) {
	for reference, want := range map[string][2]string{
		"RF18 5390 0754 7034":  {"RF18539007547034", ""},
		"+++010/8068/17183+++": {"010806817183", ""},
		"RF19539007547034":     {"", "RF19539007547034 Echeance 1"},
		"":                     {"", "Echeance 1"},
	} {
		c := instalment(42, 1, day("2026-12-01"))
		c.Reference = reference
		b := directdebit.Propose([]directdebit.Candidate{c}, []directdebit.Mandate{mandate()}, us, directdebit.Options{Today: today})
		if got := [2]string{b.Collections[0].Structured, b.Collections[0].Text}; got != want {
			t.Errorf("%q: %q, want %q", reference, got, want)
		}
	}
}

func TestEndToEnd(t *testing.T) {
	for want, c := range map[string]struct {
		key     directdebit.Key
		attempt int
	}{
		"0000000000c0ffee-42-3":               {key(42, 3), 1},
		"0000000000c0ffee-42-3-2":             {key(42, 3), 2},
		"0000000000c0ffee-9999999999-120-999": {key(9_999_999_999, 120), 999},
	} {
		got, ok := directdebit.EndToEnd(c.key, c.attempt)
		if got != want || !ok || !directdebit.IsIdentifier(got) {
			t.Errorf("%+v: %q, %v", c, got, ok)
		}
		if k, n, ok := directdebit.ParseEndToEnd(got); k != c.key || n != c.attempt || !ok {
			t.Errorf("%q reads %v, %d, %v", got, k, n, ok)
		}
	}
	if k, _, ok := directdebit.ParseEndToEnd("0000000000C0FFEE-42-3"); k != key(42, 3) || !ok {
		t.Error("a bank's capital letters are not read")
	}
	for _, bad := range []string{
		"", "-", "---", "NOTPROVIDED", "0000000000c0ffee-42", "0000000000c0ffee-42-0", "0000000000c0ffee-42-03",
		"0000000000c0ffee-42-3-1", "0000000000c0ffee-42-3-0", "0000000000c0ffee-0-3", "0000000000c0ffee-42-3-2-1", "c0ffee-42-3",
	} {
		if k, n, ok := directdebit.ParseEndToEnd(bad); ok {
			t.Errorf("%q reads %v, %d", bad, k, n)
		}
	}
}
