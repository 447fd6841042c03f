package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/tui/ports"
)

const someLedger = "testdata/files/552100554FEC20261231.txt"

// seatedOn is the screen's side of the program on a new database.
func seatedOn(t *testing.T) *seated {
	t.Helper()
	p := &program{
		env: func(name string) string { return map[string]string{"RELANCE_AUTHOR": "m.durand"}[name] },
		now: func() time.Time { return time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC) },
		out: &bytes.Buffer{}, err: &bytes.Buffer{},
	}
	p.lang, p.flags.today, p.flags.db = wording.French, "2026-11-23", filepath.Join(t.TempDir(), "relance.db")
	o, err := p.openToWrite("relance")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(o.close)
	return &seated{p: p, office: o}
}

// TestScreenImportAsks answers what the screen asks of a first import.
func TestScreenImportAsks(t *testing.T) {
	s := seatedOn(t)
	pre, err := s.Read(someLedger, wording.French, ports.Answers{})
	if err != nil || pre.Ask == nil {
		t.Fatalf("%+v, %v", pre.Ask, err)
	}
	if a := *pre.Ask; a.Name != "552100554" || a.Country != "FR" || a.Terms != "NET 30" || !slices.Equal(a.Accounts, []string{"411", "413", "416"}) {
		t.Errorf("proposed: %+v", a)
	}
	pre, err = s.Read(someLedger, wording.French, ports.Answers{Country: "BE"})
	if err == nil || pre.Ask == nil || !slices.Equal(pre.Ask.Accounts, []string{"400", "407"}) || !strings.Contains(err.Error(), "400, 407") {
		t.Errorf("Belgian accounts: %+v, %v", pre.Ask, err)
	}
	if pre, err = s.Read("none.txt", wording.French, ports.Answers{}); err == nil || pre.Ask != nil {
		t.Errorf("no file: %+v, %v", pre.Ask, err)
	}
	pre, err = s.Read(someLedger, wording.French, ports.Answers{Name: "Atelier du Nord", Country: "BE", Accounts: []string{"411"}, Terms: "30fm"})
	if err != nil {
		t.Fatal(err)
	}
	if len(s.office.view().Header.Creditors) != 0 {
		t.Fatal("written before it was accepted")
	}
	if _, err := s.Commit(pre, nil); err != nil {
		t.Fatal(err)
	}
	c := s.office.view().Header.Creditors[0]
	if c.Name != "Atelier du Nord" || c.Country != "BE" || c.Zone != calendar.Belgium || c.DefaultTerms != "EOM-A 30" || !slices.Equal(c.Prefixes, []string{"411"}) {
		t.Errorf("written: %+v", c)
	}
	if pre, err = s.Read(someLedger, wording.French, ports.Answers{Name: "Other"}); err != nil || pre.Ask != nil || pre.Change.Creditor.Name != "Atelier du Nord" {
		t.Errorf("asked again: %+v, %v", pre.Ask, err)
	}
}

// TestCreditorOnDraft: the account that was set stands in the confirmation, in
// groups of four.
func TestCreditorOnDraft(t *testing.T) {
	s := seatedOn(t)
	pre, err := s.Read(someLedger, wording.French, ports.Answers{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err = s.Commit(pre, nil); err != nil {
		t.Fatal(err)
	}
	c := s.office.view().Header.Creditors[0]
	for _, arg := range []string{"iban=fr7630006000011234567890189", "name=Atelier du Nord"} {
		if _, err := s.p.assignCreditor(&c, arg); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.office.session.Import(ledger.Change{Creditor: c}, ledger.Source{Name: "iban, name", Format: journal.FormatCreditor}, nil); err != nil {
		t.Fatal(err)
	}
	key := ledger.ClientKey{Creditor: "552100554", Account: "C001"}
	it := s.office.view().File(key, money.Currency{}).Items[0]
	done, err := s.office.session.Do(act.Promise{
		Base: act.Base{Client: key}, Due: calendar.Of(2026, 11, 27), Amount: money.Of(it.Open, money.EUR),
		Items: []journal.Part{{Item: it.Key, Amount: it.Open}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if text, ok := s.Draft(done.Act, key); !ok || !strings.Contains(text, "FR76 3000 6000 0112 3456 7890 189") || !strings.Contains(text, "Atelier du Nord") {
		t.Errorf("draft: %s", text)
	}
}

// TestScreenRefusesAgedBalance: the screen says in two lines of 80 columns what
// to export instead.
func TestScreenRefusesAgedBalance(t *testing.T) {
	path := filepath.Join(t.TempDir(), "balance.csv")
	if err := os.WriteFile(path, []byte("Code;Nom;Total;Non échu;0-30;31-60\nC1;X;3;1;2;0\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := seatedOn(t)
	for lang, want := range map[wording.Lang]string{
		wording.French:  "balance âgée sans les pièces : exportez l'échéancier",
		wording.English: "aged balance without the documents: export the open items",
	} {
		pre, err := s.Read(path, lang, ports.Answers{})
		if err == nil || pre.Ask != nil || !strings.Contains(err.Error(), want) || utf8.RuneCountInString(err.Error()) > 2*78 {
			t.Errorf("%+v, %v", pre, err)
		}
	}
}
