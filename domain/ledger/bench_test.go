package ledger

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"relance/domain/calendar"
)

// tradingYear makes accounts as a year of trading leaves them: pairs, partial
// payments, collective payments, open invoices.
func tradingYear(accounts, lines int) [][]Item {
	r := rand.New(rand.NewPCG(1, 2))
	out := make([][]Item, accounts)
	n := uint32(0)
	for a := range out {
		var items []Item
		for g := 0; len(items) < lines/accounts; g++ {
			code := fmt.Sprintf("%c%c%c", 'A'+g/676%26, 'A'+g/26%26, 'A'+g%26)
			d, v := r.IntN(330), r.Int64N(100000)+1
			switch r.IntN(10) {
			case 0:
				items = append(items, line(d, v, ""))
			case 1:
				items = append(items, line(d, v, code), line(d+20, -v/2, code))
			case 2:
				items = append(items, line(d, v, code), line(d+3, v, code), line(d+5, v, code), line(d+30, -2*v, code))
			default:
				items = append(items, line(d, v, code), line(d+30, -v, code))
			}
		}
		for i := range items {
			n++
			items[i].Line = n
		}
		SortItems(items)
		out[a] = items
	}
	return out
}

func BenchmarkOpen(b *testing.B) {
	accounts := tradingYear(4500, 420000)
	var st []Standing
	due := make([][]calendar.Date, len(accounts))
	for i := range accounts {
		due[i] = dues(accounts[i])
	}
	for b.Loop() {
		for i := range accounts {
			st = Open(accounts[i], due[i], start.AddDays(200), st)
		}
	}
}

func BenchmarkAllocate(b *testing.B) {
	accounts := tradingYear(4500, 420000)
	var st []Standing
	var al []Allocation
	due := make([][]calendar.Date, len(accounts))
	for i := range accounts {
		due[i] = dues(accounts[i])
	}
	b.ReportAllocs()
	for b.Loop() {
		for i := range accounts {
			st, al = Allocate(accounts[i], due[i], start.AddDays(200), st, al)
		}
	}
}

// A year of a large company, read for the first time and once more.
func BenchmarkCompare(b *testing.B) {
	accounts := tradingYear(4500, 420000)
	batch := func() *Batch {
		out := &Batch{Kind: BatchEntries, From: start, To: start.AddDays(364)}
		for i, items := range accounts {
			out.Accounts = append(out.Accounts, &Account{Client: Client{Key: ClientKey{Account: fmt.Sprintf("C%05d", i)}, Name: "Client"}, Items: slices.Clone(items)})
		}
		for _, a := range out.Accounts {
			for i := range a.Items {
				a.Items[i].Number = fmt.Sprint(a.Items[i].Line)
			}
		}
		return out
	}
	first, again := batch(), batch()
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			if _, err := Compare(&Book{}, creditor(), first, CompareOptions{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	ch, err := Compare(&Book{}, creditor(), first, CompareOptions{})
	if err != nil {
		b.Fatal(err)
	}
	book := ch.Apply(&Book{})
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			if _, err := Compare(book, book.Creditors[0], again, CompareOptions{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
