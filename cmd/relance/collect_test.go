package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/directdebit"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store"
)

// failing is a store that takes nothing, and says why.
type failing struct{ err error }

func (f failing) Append([]journal.Event) error { return f.err }

func (f failing) CommitImport(ledger.Change, []journal.Event) error { return f.err }

// oneDebit is a batch of one instalment, on a desk that records in a store.
func oneDebit(t *testing.T, into desk.Store) (*program, *office, *proposal) {
	t.Helper()
	today := calendar.Of(2026, time.November, 23)
	client := ledger.ClientKey{Creditor: "us", Account: "C1"}
	plan := journal.ID{Device: 1, Seq: 1}
	stamp := journal.Stamp{Millis: 1}
	signed := journal.Event{
		ID: plan, Act: plan, Stamp: stamp, Day: today.AddDays(-30), Client: client, Author: "x",
		Content: journal.PlanSigned{Plan: journal.Plan{
			Currency: money.EUR, Instalments: []journal.Instalment{{Due: today.AddDays(10), Principal: 100_00}},
			Items: []journal.Part{{Amount: 100_00}},
		}},
	}
	session, err := desk.New(desk.Config{
		Book: ledger.Book{
			Creditors: []ledger.Creditor{{ID: "us", Name: "Us", Country: "FR", Currency: money.EUR}},
			Accounts:  []*ledger.Account{{Client: ledger.Client{Key: client, Name: "Them"}}},
		},
		Events: []journal.Event{signed}, Device: 1, LastSeq: 1, LastStamp: stamp, Day: today, Author: "x", Store: into,
		Millis: func() int64 { return 1 }, Salt: salt,
	})
	if err != nil {
		t.Fatal(err)
	}
	p := &program{
		in: strings.NewReader(""), out: io.Discard, err: io.Discard, lang: wording.English, now: time.Now,
		env: func(string) string { return "" },
	}
	p.flags.db = filepath.Join(t.TempDir(), "relance.db")
	own := directdebit.Creditor{ID: "us", Name: "Us", ICS: "FR72ZZZ123456", IBAN: "FR1420041010050500013M02606"}
	key := directdebit.Key{Plan: plan, No: 1}
	b := &proposal{
		options: directdebit.Options{Today: today},
		batch: directdebit.Propose([]directdebit.Candidate{{
			Key: key, Client: client, Name: "Them", Due: today.AddDays(10), Amount: money.Of(100_00, money.EUR), Announced: today.AddDays(-30),
		}}, []directdebit.Mandate{{Client: client, Reference: "R1", IBAN: "BE68539007547034", SignedOn: today.AddDays(-40)}},
			own, directdebit.Options{Today: today}),
	}
	if len(b.batch.Collections) != 1 {
		t.Fatalf("%+v", b.batch.Skipped)
	}
	return p, &office{session: session}, b
}

// When the journal cannot take what is in the file, nothing is written, what was
// there stays, and it is said that there is nothing to hand to the bank.
func TestFileOfWhichNothingIsRecorded(t *testing.T) {
	p, o, b := oneDebit(t, failing{errors.New("no space left")})
	dir := t.TempDir()
	out := filepath.Join(dir, "debits.xml")
	for _, before := range []string{"", "<Document>handed in before</Document>"} {
		if before != "" {
			if err := os.WriteFile(out, []byte(before), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		err := p.issue(o, b, collectOptions{out: out, force: before != ""})
		var f *fault
		if !errors.As(err, &f) || f.code != exitFailed || !strings.Contains(f.words, "No file was written") || !strings.Contains(f.words, "no space left") {
			t.Errorf("%v", err)
		}
		switch there, err := os.ReadFile(out); {
		case before == "" && !errors.Is(err, os.ErrNotExist):
			t.Errorf("a file is there: %v", err)
		case before != "" && string(there) != before:
			t.Errorf("the earlier file reads %q", there)
		}
		if left, _ := filepath.Glob(filepath.Join(dir, "*.part")); left != nil {
			t.Errorf("left behind: %v", left)
		}
	}
}

// When it is not known whether the journal took it, the file is kept beside its
// place: the journal may hold it for handed in.
func TestFileOfWhichNobodyKnows(t *testing.T) {
	p, o, b := oneDebit(t, failing{&store.Error{Code: store.Broken, Path: "x.db"}})
	dir := t.TempDir()
	out := filepath.Join(dir, "debits.xml")
	if err := os.WriteFile(out, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := p.issue(o, b, collectOptions{out: out, force: true})
	kept, _ := filepath.Glob(filepath.Join(dir, "debits.xml.*.part"))
	var f *fault
	if !errors.As(err, &f) || len(kept) != 1 || !strings.Contains(f.words, kept[0]) {
		t.Fatalf("%v, kept %v", err, kept)
	}
	if text, _ := os.ReadFile(kept[0]); !strings.Contains(string(text), "<EndToEndId>") {
		t.Errorf("kept: %.80q", text)
	}
	if there, _ := os.ReadFile(out); string(there) != "before" {
		t.Errorf("the earlier file reads %q", there)
	}
}

// What is recorded takes the place of the earlier file.
func TestFileTakesItsName(t *testing.T) {
	p, o, b := oneDebit(t, failing{})
	dir := t.TempDir()
	out := filepath.Join(dir, "debits.xml")
	if err := os.WriteFile(out, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := p.issue(o, b, collectOptions{out: out, force: true}); err != nil {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(out); !strings.Contains(string(text), b.message) {
		t.Errorf("%.80q", text)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*.part")); left != nil {
		t.Errorf("left behind: %v", left)
	}
}
