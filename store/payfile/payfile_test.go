package payfile_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"relance/domain/calendar"
	"relance/domain/directdebit"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/store/payfile"
)

const smallFile = "testdata/small.xml" // written by hand

var (
	today   = calendar.Of(2026, 11, 24)
	created = time.Date(2026, 11, 24, 9, 5, 7, 123, time.UTC)
	us      = directdebit.Creditor{
		ID: "us", Name: "Dupré & Cie", ICS: "FR72ZZZ123456", IBAN: "FR1420041010050500013M02606", BIC: "PSSTFRPPXXX",
	}
)

func candidate(plan uint64, no int, account string, due calendar.Date, cents int64) directdebit.Candidate {
	return directdebit.Candidate{
		Key: directdebit.Key{Plan: journal.ID{Device: 1, Seq: plan}, No: no}, Client: ledger.ClientKey{Creditor: "us", Account: account},
		Name: "Client " + account, Due: due, Amount: money.Of(cents, money.EUR), Announced: today.AddDays(-30),
		Label: fmt.Sprintf("Échéance %d", no),
	}
}

func mandate(account string) directdebit.Mandate {
	return directdebit.Mandate{
		Client: ledger.ClientKey{Creditor: "us", Account: account}, Reference: "RUM/" + account,
		IBAN: "BE68539007547034", SignedOn: calendar.Of(2026, 1, 15),
	}
}

func write(t interface{ Fatal(...any) }, v payfile.Version, f payfile.File) []byte {
	var b bytes.Buffer
	if err := payfile.Write(&b, v, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A small file, letter by letter.
func TestTheFile(t *testing.T) {
	withBank := mandate("C2")
	withBank.BIC = "GEBABEBB"
	withBank.Scheme = journal.B2B
	reference := candidate(2, 1, "C2", calendar.Of(2026, 12, 1), 100_000)
	reference.Reference = "RF18539007547034"
	b := directdebit.Propose([]directdebit.Candidate{
		candidate(1, 1, "C1", calendar.Of(2026, 11, 28), 5), reference,
	}, []directdebit.Mandate{mandate("C1"), withBank}, us, directdebit.Options{Today: today})
	f := payfile.File{MessageID: "REL-20261124-1", Created: created, Batch: b}

	golden, err := os.ReadFile(smallFile)
	if err != nil {
		t.Fatal(err)
	}
	small := string(golden)
	got := string(write(t, payfile.V02, f))
	if got != small {
		t.Errorf("version 02:\n%s", got)
	}
	newer := strings.NewReplacer("pain.008.001.02", "pain.008.001.08", "<BIC>", "<BICFI>", "</BIC>", "</BICFI>").Replace(small)
	if got := string(write(t, payfile.V08, f)); got != newer {
		t.Errorf("version 08:\n%s", got)
	}
}

func TestRefusals(t *testing.T) {
	good := func() payfile.File {
		b := directdebit.Propose(
			[]directdebit.Candidate{candidate(1, 1, "C1", today.AddDays(3), 500), candidate(1, 2, "C1", today.AddDays(9), 500)},
			[]directdebit.Mandate{mandate("C1")}, us, directdebit.Options{Today: today})
		return payfile.File{MessageID: "M1", Created: created, Batch: b}
	}
	for name, c := range map[string]struct {
		version payfile.Version
		want    error
		change  func(*payfile.File)
	}{
		"version":          {payfile.VersionCount, payfile.ErrVersion, func(*payfile.File) {}},
		"nothing":          {payfile.V08, payfile.ErrEmpty, func(f *payfile.File) { f.Batch.Collections = nil }},
		"no message id":    {payfile.V08, payfile.ErrMessageID, func(f *payfile.File) { f.MessageID = "" }},
		"slash":            {payfile.V08, payfile.ErrMessageID, func(f *payfile.File) { f.MessageID = "/M1" }},
		"markup":           {payfile.V08, payfile.ErrMessageID, func(f *payfile.File) { f.MessageID = "<M1>" }},
		"no room":          {payfile.V08, payfile.ErrMessageID, func(f *payfile.File) { f.MessageID = strings.Repeat("M", 34) }},
		"year":             {payfile.V08, payfile.ErrMessageID, func(f *payfile.File) { f.Created = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC) }},
		"initiator":        {payfile.V08, payfile.ErrCreditor, func(f *payfile.File) { f.Initiator = "…" }},
		"creditor":         {payfile.V08, payfile.ErrCreditor, func(f *payfile.File) { f.Batch.Creditor = directdebit.Creditor{} }},
		"creditor, spaces": {payfile.V08, payfile.ErrCreditor, func(f *payfile.File) { f.Batch.Creditor.IBAN = "FR14 2004 1010 0505 0001 3M02 606" }},
		"twice":            {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1] = f.Batch.Collections[0] }},
		"end-to-end":       {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1].EndToEnd = "" }},
		"currency":         {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1].Amount.Currency = money.USD }},
		"amount":           {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1].Amount.Minor = 0 }},
		"high amount":      {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1].Amount.Minor = 1e11 }},
		"Sunday":           {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1].CollectOn = calendar.Of(2026, 11, 29) }},
		"no day":           {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1].CollectOn = 0 }},
		"sequence":         {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1].Sequence = "RPRE" }},
		"one-off":          {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1].Sequence = directdebit.OneOff }},
		"scheme":           {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1].Mandate.Scheme = 7 }},
		"mandate":          {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1].Mandate.Reference = "a//b" }},
		"signature":        {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1].Mandate.SignedOn = 0 }},
		"account":          {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1].Mandate.IBAN = "BE68539007547035" }},
		"bank":             {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1].Mandate.BIC = "x" }},
		"name":             {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1].Debtor = "Œuvre" }},
		"text":             {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1].Text = "a & b" }},
		"text and ref":     {payfile.V08, payfile.ErrCollection, func(f *payfile.File) { f.Batch.Collections[1].Structured = "RF18539007547034" }},
	} {
		f := good()
		c.change(&f)
		var b bytes.Buffer
		if err := payfile.Write(&b, c.version, f); !errors.Is(err, c.want) || b.Len() != 0 {
			t.Errorf("%s: %v, %d bytes written; want %v", name, err, b.Len(), c.want)
		}
	}
	if err := payfile.Write(full{}, payfile.V08, good()); !errors.Is(err, errFull) {
		t.Errorf("a full disk: %v", err)
	}
}

var errFull = errors.New("full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

// The debtor's address stands in the file where his account is held outside the
// European Economic Area, and only there; what is not known is left out.
func TestAddressBeyondTheEEA(t *testing.T) {
	home := directdebit.Address{Lines: []string{"Bahnhofstraße 12"}, PostalCode: "8001", Town: "Zürich", Country: "CH"}
	want := "<PstlAdr><PstCd>8001</PstCd><TwnNm>Zurich</TwnNm><Ctry>CH</Ctry><AdrLine>Bahnhofstrasse 12</AdrLine></PstlAdr>"
	for _, v := range []payfile.Version{payfile.V02, payfile.V08} {
		for _, c := range []struct {
			iban, bic string
			home      directdebit.Address
			want      int
		}{
			{"CH9300762011623852957", "POFICHBEXXX", home, 1},
			{"CH9300762011623852957", "POFICHBEXXX", directdebit.Address{Town: "Bern"}, 0},
			{"BE68539007547034", "", home, 0},
		} {
			m, one := mandate("C1"), candidate(1, 1, "C1", calendar.Of(2026, 12, 1), 100_000)
			m.IBAN, m.BIC, one.Address = c.iban, c.bic, c.home
			b := directdebit.Propose([]directdebit.Candidate{one}, []directdebit.Mandate{m}, us, directdebit.Options{Today: today})
			out := string(write(t, v, payfile.File{MessageID: "M1", Created: created, Batch: b}))
			var flat strings.Builder
			for line := range strings.Lines(out) {
				flat.WriteString(strings.TrimSpace(line))
			}
			if n := strings.Count(flat.String(), want); n != c.want || strings.Count(out, "<PstlAdr>") != c.want {
				t.Errorf("%s, %s: %d addresses\n%s", v, c.iban, n, out)
			}
		}
	}
}
