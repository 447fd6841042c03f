package wire

import (
	"fmt"
	"sync"
	"testing"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

const (
	benchClients = 4_500
	benchItems   = 420_000
)

// benchLedger makes invoices and the receipts that settle most of them.
func benchLedger() [][]ledger.Item {
	out := make([][]ledger.Item, benchClients)
	day := calendar.Of(2026, 1, 5)
	for n := range benchItems {
		c := n % benchClients
		k := n / benchClients
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
		out[c] = append(out[c], it)
	}
	for _, items := range out {
		ledger.SortItems(items)
	}
	return out
}

func onTwo(n int, f func(from, to int)) {
	var wg sync.WaitGroup
	wg.Go(func() { f(0, n/2) })
	wg.Go(func() { f(n/2, n) })
	wg.Wait()
}

func BenchmarkDecodeItems420k(b *testing.B) {
	clients := benchLedger()
	values := make([][]byte, len(clients))
	size := 0
	for i, items := range clients {
		values[i] = EncodeItems(items)
		size += len(values[i])
	}
	b.ReportMetric(float64(size)/benchItems, "B/item")
	for b.Loop() {
		onTwo(len(values), func(from, to int) {
			for i := from; i < to; i++ {
				if _, err := DecodeItems(make([]ledger.Item, 0, CountItems(values[i])), values[i]); err != nil {
					b.Error(err)
				}
			}
		})
	}
}

func BenchmarkEncodeItems420k(b *testing.B) {
	clients := benchLedger()
	for b.Loop() {
		onTwo(len(clients), func(from, to int) {
			for i := from; i < to; i++ {
				EncodeItems(clients[i])
			}
		})
	}
}

func BenchmarkDecodeEvents100k(b *testing.B) {
	e := sampleEvent(journal.CallLogged{})
	r, err := EncodeEvent(&e, Hash{})
	if err != nil {
		b.Fatal(err)
	}
	texts := storedTexts(r)
	for b.Loop() {
		onTwo(100_000, func(from, to int) {
			var s Strings
			for range to - from {
				if _, err := s.DecodeEvent(r.Bytes, texts); err != nil {
					b.Error(err)
				}
			}
		})
	}
}
