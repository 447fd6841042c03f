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
)

// failing is a store that takes nothing.
type failing struct{}

func (failing) Append([]journal.Event) error { return errors.New("no space left") }

func (failing) CommitImport(ledger.Change, []journal.Event) error { return errors.New("no space left") }

// When the journal cannot take what is in the file, the file goes, and it is
// said that there is nothing to hand to the bank.
func TestFileOfWhichNothingIsRecorded(t *testing.T) {
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
		Events: []journal.Event{signed}, Device: 1, LastSeq: 1, LastStamp: stamp, Day: today, Author: "x", Store: failing{},
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
	out := filepath.Join(t.TempDir(), "debits.xml")
	err = p.issue(&office{session: session}, b, collectOptions{out: out})
	var f *fault
	if !errors.As(err, &f) || f.code != exitFailed || !strings.Contains(f.words, "was removed") || !strings.Contains(f.words, "no space left") {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(out); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the file is still there: %v", err)
	}
}
