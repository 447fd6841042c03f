package store

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// bigPortfolio is what a ledger of 1,000,000 lines leaves: 420,000 items of
// 4,500 clients.
func bigPortfolio() ledger.Change {
	const clients, items = 4_500, 420_000
	ch := portfolio(clients)
	day := calendar.Of(2026, 1, 5)
	for i := range ch.Accounts {
		list := make([]ledger.Item, 0, items/clients+1)
		for n := i; n < items; n += clients {
			k := n / clients
			it := ledger.Item{
				ItemKey: ledger.ItemKey{Date: day + calendar.Date(k*3), Number: fmt.Sprintf("F26-%06d", n&^1)},
				Booked:  day + calendar.Date(k*3), Amount: int64(100_00 + n%50_000), Currency: money.EUR,
				Scope: 1, Line: uint32(n), Account: "411000",
			}
			if k%10 < 8 {
				it.Matching = fmt.Sprintf("A%03d", k/2)
			}
			if k%2 == 1 {
				it.Kind, it.Amount, it.Label = ledger.Receipt, -it.Amount, "VIREMENT RECU"
			}
			list = append(list, it)
		}
		ledger.SortItems(list)
		ch.Accounts[i].Scopes = []ledger.ScopeItems{{Scope: 1, Items: list}}
	}
	return ch
}

func acts(db *DB, n int) []journal.Event {
	out := make([]journal.Event, n)
	for i := range out {
		seq := uint64(i + 1)
		switch i % 4 {
		case 0:
			out[i] = note(db, seq, "rappelle mercredi, attend la signature du gérant")
		case 1:
			out[i] = event(db, seq, journal.CallbackSet{Day: calendar.Of(2026, 11, 25), Minute: -1})
		case 2:
			out[i] = event(db, seq, journal.PromiseMade{
				Amount: money.Of(12_450_00, money.EUR), Due: calendar.Of(2026, 11, 27),
				Items: []journal.Part{{Item: ledger.ItemKey{Date: calendar.Of(2026, 9, 9), Number: "F26-001043"}, Amount: 12_450_00}},
			})
		default:
			out[i] = event(db, seq, journal.CallLogged{
				Minute: 570, Person: journal.Text{Body: "Mme Petit", Salt: [16]byte{byte(i)}},
			})
		}
		out[i].Client.Account = fmt.Sprintf("C%05d", i*7%4500)
	}
	return out
}

// BenchmarkAppend is one durable act on a large database; beside it, in the
// same run, two overwrites with fdatasync on the same disk.
func BenchmarkAppend(b *testing.B) {
	db := openNew(b)
	commit(b, db, bigPortfolio())
	events := acts(db, 100_000+2000)
	appendAll(b, db, events[:100_000]...)
	f, err := os.Create(filepath.Join(b.TempDir(), "overwritten"))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	block := make([]byte, 4096)
	overwrite := func() {
		if _, err := f.WriteAt(block, 0); err != nil {
			b.Fatal(err)
		}
		if err := syncData(f); err != nil {
			b.Fatal(err)
		}
	}
	overwrite()
	var mine, limit []time.Duration
	next := 100_000
	for b.Loop() {
		if next == len(events) {
			b.StopTimer()
			break
		}
		start := time.Now()
		appendAll(b, db, events[next])
		middle := time.Now()
		overwrite()
		overwrite()
		mine, limit = append(mine, middle.Sub(start)), append(limit, time.Since(middle))
		next++
	}
	for _, p := range []int{50, 99} {
		slices.Sort(mine)
		slices.Sort(limit)
		a, l := mine[len(mine)*p/100], limit[len(limit)*p/100]
		b.ReportMetric(float64(a.Microseconds()), fmt.Sprintf("µs-p%d", p))
		b.ReportMetric(float64(l.Microseconds()), fmt.Sprintf("µs-limit-p%d", p))
		b.ReportMetric(float64(a)/float64(l), fmt.Sprintf("ratio-p%d", p))
	}
}

func BenchmarkCommitImport1M(b *testing.B) {
	ch := bigPortfolio()
	dir := b.TempDir()
	n := 0
	for b.Loop() {
		b.StopTimer()
		n++
		db := openAt(b, filepath.Join(dir, fmt.Sprint(n)))
		b.StartTimer()
		commit(b, db, ch)
		b.StopTimer()
		_ = db.Close()
		_ = os.Remove(db.Path())
		b.StartTimer()
	}
}

func BenchmarkCommitImportUnchanged(b *testing.B) {
	ch := bigPortfolio()
	db := openNew(b)
	commit(b, db, ch)
	for b.Loop() {
		commit(b, db, ch)
	}
}

// BenchmarkLoad reads 420,000 items and 100,000 events.
func BenchmarkLoad(b *testing.B) {
	db := openNew(b)
	commit(b, db, bigPortfolio())
	appendAll(b, db, acts(db, 100_000)...)
	for name, f := range map[string]func() (*Loaded, error){
		"all": db.Load, "items": db.LoadItems, "book": db.LoadBook,
		"kinds": func() (*Loaded, error) { return db.LoadKinds(journal.KindParticularsChanged) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := f(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			if _, err := db.Check(true); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("digest", func(b *testing.B) {
		for b.Loop() {
			if _, err := db.Digest(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
