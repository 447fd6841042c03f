package payfile_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/directdebit"
	"relance/domain/journal"
	"relance/store/payfile"
)

const schemas = "../../../shared/data/sepa"

// read is what a bank would read; the names of elements are those of the standard.
type read struct {
	XMLName xml.Name
	Header  struct {
		ID   string `xml:"MsgId"`
		At   string `xml:"CreDtTm"`
		N    int    `xml:"NbOfTxs"`
		Sum  string `xml:"CtrlSum"`
		Name string `xml:"InitgPty>Nm"`
	} `xml:"CstmrDrctDbtInitn>GrpHdr"`
	Groups []readGroup `xml:"CstmrDrctDbtInitn>PmtInf"`
}

type readGroup struct {
	ID       string `xml:"PmtInfId"`
	N        int    `xml:"NbOfTxs"`
	Sum      string `xml:"CtrlSum"`
	Scheme   string `xml:"PmtTpInf>LclInstrm>Cd"`
	Sequence string `xml:"PmtTpInf>SeqTp"`
	On       string `xml:"ReqdColltnDt"`
	Name     string `xml:"Cdtr>Nm"`
	IBAN     string `xml:"CdtrAcct>Id>IBAN"`
	ICS      string `xml:"CdtrSchmeId>Id>PrvtId>Othr>Id"`
	Lines    []struct {
		EndToEnd string `xml:"PmtId>EndToEndId"`
		Amount   struct {
			Value    string `xml:",chardata"`
			Currency string `xml:"Ccy,attr"`
		} `xml:"InstdAmt"`
		Mandate string `xml:"DrctDbtTx>MndtRltdInf>MndtId"`
		Signed  string `xml:"DrctDbtTx>MndtRltdInf>DtOfSgntr"`
		BIC     string `xml:"DbtrAgt>FinInstnId>BIC"`
		BICFI   string `xml:"DbtrAgt>FinInstnId>BICFI"`
		NoBank  string `xml:"DbtrAgt>FinInstnId>Othr>Id"`
		Name    string `xml:"Dbtr>Nm"`
		IBAN    string `xml:"DbtrAcct>Id>IBAN"`
		Text    string `xml:"RmtInf>Ustrd"`
		Ref     string `xml:"RmtInf>Strd>CdtrRefInf>Ref"`
	} `xml:"DrctDbtTxInf"`
}

// cents reads 12.34 without any arithmetic but that of whole numbers.
func cents(t *rapid.T, s string) int64 {
	var n int64
	whole, part, found := strings.Cut(s, ".")
	if !found || len(part) != 2 || whole == "" || len(whole) > 1 && whole[0] == '0' {
		t.Fatalf("not an amount: %q", s)
	}
	for _, r := range whole + part {
		if r < '0' || r > '9' {
			t.Fatalf("not an amount: %q", s)
		}
		n = n*10 + int64(r-'0')
	}
	return n
}

func someFile(t *rapid.T) payfile.File {
	accounts := []string{"BE68539007547034", "FR1420041010050500013M02606", "DE89370400440532013000"}
	var candidates []directdebit.Candidate
	var mandates []directdebit.Mandate
	for i := range rapid.IntRange(1, 8).Draw(t, "clients") {
		account := fmt.Sprint("C", i)
		m := mandate(account)
		m.IBAN = rapid.SampledFrom(accounts).Draw(t, "account")
		m.BIC = rapid.SampledFrom([]string{"", "GEBABEBB", "PSSTFRPPXXX"}).Draw(t, "bank")
		m.Holder = rapid.SampledFrom([]string{"", "Café <Crème> & Cie", "O'Neill"}).Draw(t, "holder")
		m.OneOff = rapid.Bool().Draw(t, "one-off")
		m.Scheme = rapid.SampledFrom([]journal.Scheme{journal.CORE, journal.B2B}).Draw(t, "scheme")
		if !m.OneOff && rapid.Bool().Draw(t, "used") {
			m.LastUsed = today.AddDays(-30)
		}
		mandates = append(mandates, m)
		n := rapid.IntRange(1, 5).Draw(t, "instalments")
		for no := 1; no <= n; no++ {
			c := candidate(uint64(i+1), no, account, today.AddDays(rapid.IntRange(0, 12).Draw(t, "due")), 1)
			c.Amount.Minor = rapid.OneOf(rapid.Int64Range(1, 200), rapid.Int64Range(1, 99_999_999_999)).Draw(t, "cents")
			c.Label = rapid.String().Draw(t, "label")
			c.Reference = rapid.SampledFrom([]string{"", "", "RF18539007547034", "+++010/8068/17183+++", "x<y"}).Draw(t, "reference")
			c.End = no == n
			candidates = append(candidates, c)
		}
	}
	creditor := us
	creditor.BIC = rapid.SampledFrom([]string{"", "PSSTFRPPXXX"}).Draw(t, "own bank")
	b := directdebit.Propose(candidates, mandates, creditor, directdebit.Options{Today: today})
	return payfile.File{MessageID: "REL-2026/0042", Created: created, Initiator: rapid.SampledFrom([]string{"", "Réseau d'Encaissement"}).Draw(t, "initiator"), Batch: b}
}

// Read back, a file holds what the batch holds: every collection once, in the
// batch's order within its group, with counts and sums that are exact.
func TestReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := someFile(t)
		for v := range payfile.VersionCount {
			written := write(t, v, f)
			if !bytes.Equal(written, write(t, v, f)) {
				t.Fatal("twice the same, and not the same bytes")
			}
			var r read
			if err := xml.Unmarshal(written, &r); err != nil {
				t.Fatal(err)
			}
			checkRead(t, v, f, r)
		}
	})
}

func checkRead(t *rapid.T, v payfile.Version, f payfile.File, r read) {
	if r.XMLName.Local != "Document" || r.XMLName.Space != "urn:iso:std:iso:20022:tech:xsd:"+v.String() || r.Header.ID != f.MessageID ||
		r.Header.At != "2026-11-24T09:05:07" || r.Header.N != len(f.Batch.Collections) || cents(t, r.Header.Sum) != f.Batch.Total() {
		t.Fatalf("header %+v", r)
	}
	left := make(map[string]directdebit.Collection)
	for _, c := range f.Batch.Collections {
		left[c.EndToEnd] = c
	}
	groups := make(map[string]bool)
	count, sum := 0, int64(0)
	for _, g := range r.Groups {
		if key := g.On + g.Scheme + g.Sequence; groups[key] || groups[g.ID] || len(g.Lines) != g.N || g.ICS != us.ICS || g.IBAN != us.IBAN {
			t.Fatalf("group %+v", g)
		} else {
			groups[key], groups[g.ID] = true, true
		}
		subtotal := int64(0)
		for _, l := range g.Lines {
			c, ok := left[l.EndToEnd]
			delete(left, l.EndToEnd)
			scheme := map[journal.Scheme]string{journal.CORE: "CORE", journal.B2B: "B2B"}[c.Mandate.Scheme]
			bank := map[payfile.Version]string{payfile.V02: l.BIC, payfile.V08: l.BICFI}[v]
			if !ok || l.Amount.Currency != "EUR" || cents(t, l.Amount.Value) != c.Amount.Minor || l.Mandate != c.Mandate.Reference ||
				l.Signed != c.Mandate.SignedOn.String() || bank != c.Mandate.BIC || (l.NoBank == "NOTPROVIDED") != (bank == "") ||
				l.Name != c.Debtor || l.IBAN != c.Mandate.IBAN || l.Text != c.Text || l.Ref != c.Structured ||
				g.On != c.CollectOn.String() || g.Scheme != scheme || g.Sequence != string(c.Sequence) {
				t.Fatalf("line %+v of %+v for %+v", l, g, c)
			}
			subtotal += cents(t, l.Amount.Value)
		}
		if cents(t, g.Sum) != subtotal {
			t.Fatalf("sum of a group %s, of its lines %d", g.Sum, subtotal)
		}
		count, sum = count+g.N, sum+subtotal
	}
	if count != r.Header.N || sum != f.Batch.Total() || len(left) != 0 {
		t.Fatalf("%d lines of %d, sum %d of %d, left %v", count, r.Header.N, sum, f.Batch.Total(), left)
	}
}

// Every file is valid by the schema of its version, as an independent program
// reads it.
func TestSchema(t *testing.T) {
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not present: files are not validated against the schema")
	}
	for v := range payfile.VersionCount {
		schema := filepath.Join(schemas, v.String()+".xsd")
		if _, err := os.Stat(schema); err != nil {
			t.Skip("the schema is not present:", err)
		}
		dir := t.TempDir()
		args := []string{"--noout", "--nonet", "--schema", schema}
		rapid.Check(t, func(r *rapid.T) {
			name := filepath.Join(dir, fmt.Sprintf("%d.xml", len(args)))
			if err := os.WriteFile(name, write(r, v, someFile(r)), 0o600); err != nil {
				r.Fatal(err)
			}
			args = append(args, name)
		})
		if out, err := exec.Command(xmllint, args...).CombinedOutput(); err != nil {
			t.Errorf("%v: %v\n%.2000s", v, err, out)
		}
		small, err := os.ReadFile(smallFile)
		if err != nil {
			t.Fatal(err)
		}
		wrong := filepath.Join(dir, "wrong.xml")
		if err := os.WriteFile(wrong, []byte(strings.ReplaceAll(string(small), "DrctDbtTxInf", "DrctDbtTx")), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := exec.Command(xmllint, "--noout", "--nonet", "--schema", schema, wrong).Run(); err == nil {
			t.Errorf("%v: xmllint takes what is wrong", v)
		}
	}
}
