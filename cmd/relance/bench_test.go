//go:build bench

// What .ci/bench needs beyond the program's commands: a database with a long
// journal, and the time of a durable act in it. Both work on a database file
// that the caller names, so that the program is measured on the same one.

package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/priority"
	"relance/store"
)

// benchDatabase opens the database that RELANCE_BENCH_DB names.
func benchDatabase(tb testing.TB, load func(*store.DB) (*store.Loaded, error)) (*store.DB, *store.Loaded) {
	tb.Helper()
	path := os.Getenv("RELANCE_BENCH_DB")
	if path == "" {
		tb.Skip("RELANCE_BENCH_DB names no database: see .ci/bench")
	}
	db, err := store.Open(path, store.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = db.Close() })
	loaded, err := load(db)
	if err != nil {
		tb.Fatal(err)
	}
	return db, loaded
}

func benchDay(tb testing.TB) calendar.Date {
	tb.Helper()
	day, err := calendar.Parse(os.Getenv("RELANCE_BENCH_DAY"))
	if err != nil {
		tb.Fatal(err)
	}
	return day
}

// TestBenchJournal adds RELANCE_BENCH_ACTS acts to the database, spread over
// its clients and over the 300 days before RELANCE_BENCH_DAY: calls of every
// outcome, every fifth act a promise on the client's oldest item, every
// seventh a note.
func TestBenchJournal(t *testing.T) {
	db, loaded := benchDatabase(t, (*store.DB).LoadItems)
	day := benchDay(t)
	acts, err := strconv.Atoi(os.Getenv("RELANCE_BENCH_ACTS"))
	if err != nil {
		t.Skip("RELANCE_BENCH_ACTS asks for no acts: see .ci/bench")
	}
	seq, stamp := loaded.LastSeq, loaded.LastStamp
	var batch []journal.Event
	for i := range acts {
		seq++
		on := day - calendar.Date(1+(acts-i)*300/acts)
		stamp = stamp.Next(int64(on-calendar.Of(1970, time.January, 1))*86_400_000 + int64(i))
		account := loaded.Book.Accounts[i*7919%len(loaded.Book.Accounts)]
		e := journal.Event{ID: journal.ID{Device: loaded.Device, Seq: seq}, Stamp: stamp, Day: on, Author: "bench", Client: account.Client.Key}
		e.Act = e.ID
		switch {
		case i%5 == 0 && len(account.Items) > 0:
			it := &account.Items[0]
			e.Content = journal.PromiseMade{
				Amount: money.Of(max(it.Amount, 1), money.EUR), Due: on + 5,
				Items: []journal.Part{{Item: it.ItemKey, Amount: max(it.Amount, 1)}},
			}
		case i%7 == 0:
			e.Content = journal.NoteWritten{Text: journal.Text{Body: "virement annoncé, attend la signature du gérant", Salt: [16]byte{byte(i), byte(i >> 8)}}}
		default:
			e.Content = journal.CallLogged{Outcome: journal.Outcome(i % int(journal.OutcomeCount)), Minute: int16(540 + i%480)}
		}
		if batch = append(batch, e); len(batch) == 5_000 || i == acts-1 {
			if err := db.Append(batch); err != nil {
				t.Fatal(err)
			}
			batch = batch[:0]
		}
	}
}

// BenchmarkDurableAct is one key press as the desk takes it, from command to
// published view, on the database and the disk that it lies on. Memory is
// managed as the program does it: collectInPause stands between two acts, and
// does not count.
func BenchmarkDurableAct(b *testing.B) {
	db, loaded := benchDatabase(b, (*store.DB).Load)
	daylong()
	s, err := desk.New(desk.Config{
		Book: loaded.Book, Events: loaded.Events, Device: loaded.Device, LastSeq: loaded.LastSeq, LastStamp: loaded.LastStamp,
		Author: "bench", Day: benchDay(b), Rules: priority.DefaultRules(), Store: db,
		Millis: func() int64 { return time.Now().UnixMilli() }, Salt: salt,
	})
	if err != nil {
		b.Fatal(err)
	}
	rows := s.View().Worklist
	if len(rows) == 0 {
		b.Fatal("nothing to collect in this database")
	}
	var took []time.Duration
	for b.Loop() {
		row := rows[len(took)%len(rows)]
		start := time.Now()
		_, err := s.Do(act.Call{
			Base: act.Base{Client: row.Client}, Contact: act.Contact{Minute: -1}, Outcome: journal.NoAnswer,
			FollowUp: journal.CallbackSet{Day: benchDay(b) + 2, Minute: -1, Automatic: true},
		})
		took = append(took, time.Since(start))
		collectInPause()
		if err != nil {
			b.Fatal(err)
		}
	}
	slices.Sort(took)
	for _, p := range []int{50, 99} {
		b.ReportMetric(float64(took[len(took)*p/100].Nanoseconds())/1000, fmt.Sprintf("µs-p%d", p))
	}
}
