package ledger

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// trade draws three years of one company's ledger as its accounting would
// export them: each year's file opens with what the year before left open, line
// by line, and matching codes start anew each year.
type trade struct {
	open map[string][]openLine // by account
	seq  int
}

type openLine struct {
	number string
	amount int64
	code   string // of the year
}

func (tr *trade) year(t *rapid.T, y int, detailed bool) string {
	var b strings.Builder
	code := 0
	for _, account := range []string{"A", "B"} {
		lines := tr.open[account]
		var carried []string // written once codes are known
		var text []string
		opening := len(lines)
		for range rapid.IntRange(0, 4).Draw(t, "invoices") {
			tr.seq++
			l := openLine{number: fmt.Sprint("F", tr.seq), amount: rapid.Int64Range(1, 9).Draw(t, "amount") * 100}
			lines = append(lines, l)
		}
		var receipts []string
		for range rapid.IntRange(0, 3).Draw(t, "matchings") {
			var free []int
			for i, l := range lines {
				if l.code == "" && l.amount > 0 {
					free = append(free, i)
				}
			}
			if len(free) == 0 {
				break
			}
			code++
			name := fmt.Sprint("L", code)
			var sum int64
			for _, i := range free[:rapid.IntRange(1, len(free)).Draw(t, "matched")] {
				lines[i].code = name
				sum += lines[i].amount
			}
			paid := sum
			if rapid.IntRange(0, 2).Draw(t, "partial") == 0 {
				paid = sum/200*100 + 0
			}
			if paid > 0 {
				tr.seq++
				lines = append(lines, openLine{number: fmt.Sprint("R", tr.seq), amount: -paid, code: name})
			}
		}
		for i, l := range lines {
			c := l.code
			if c == "" {
				c = "-"
			}
			switch {
			case i < opening:
				carried = append(carried, fmt.Sprintf("%s AN %s %d-01-01 %d %s", account, l.number, y, l.amount, c))
			case l.amount > 0:
				text = append(text, fmt.Sprintf("%s FAC %s %d-03-%02d %d %s", account, l.number, y, i+1, l.amount, c))
			default:
				receipts = append(receipts, fmt.Sprintf("%s REG %s %d-09-%02d %d %s", account, l.number, y, i+1, l.amount, c))
			}
		}
		if !detailed && len(carried) > 0 {
			var sum int64
			for _, l := range lines[:opening] {
				sum += l.amount
			}
			carried = []string{fmt.Sprintf("%s REP SOLDE %d-01-01 %d -", account, y, sum)}
		}
		b.WriteString(strings.Join(slices.Concat(carried, text, receipts), "\n") + "\n")
		tr.open[account] = left(lines)
	}
	// A line that closes each year's file at the same day, so that no year ends early.
	fmt.Fprintf(&b, "Z FAC Z%d %d-12-31 1 Z\nZ REG Z%d %d-12-31 -1 Z\n", y, y, y, y)
	return strings.ReplaceAll(b.String(), "\n\n", "\n")
}

// left is what a year hands on: groups that do not balance and what is
// unmatched, without the year's codes.
func left(lines []openLine) []openLine {
	sums := map[string]int64{}
	for _, l := range lines {
		sums[l.code] += l.amount
	}
	var out []openLine
	for _, l := range lines {
		if l.code == "" || sums[l.code] != 0 {
			out = append(out, openLine{number: l.number, amount: l.amount})
		}
	}
	return out
}

func TestYearsProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tr := trade{open: map[string][]openLine{}}
		var files []string
		for y := 2024; y <= 2026; y++ {
			files = append(files, tr.year(t, y, true))
		}
		in := func(order ...int) *Book {
			book := &Book{}
			for _, i := range order {
				k := creditor()
				if len(book.Creditors) > 0 {
					k = book.Creditors[0]
				}
				ch, err := Compare(book, k, rows(files[i]), CompareOptions{})
				if err != nil {
					t.Fatal(err)
				}
				for _, d := range ch.Doubts {
					t.Fatalf("order %v, file %d: doubt %+v", order, i, d)
				}
				book = ch.Apply(book)
			}
			return book
		}
		forward := in(0, 1, 2)
		want := canonical(forward)
		// Any order without a gap, and any file read again.
		for _, order := range [][]int{{2, 1, 0}, {1, 0, 2}, {1, 2, 0}, {0, 1, 2, 1}, {0, 1, 2, 0}, {2, 1, 0, 2, 1, 0}} {
			if got := canonical(in(order...)); got != want {
				t.Fatalf("order %v\n%s\nforward\n%s\nfiles\n%s", order, got, want, strings.Join(files, "\n"))
			}
		}
		// The books balance, and a later year leaves an earlier day alone.
		for n, y := range []string{"2024-12-31", "2025-12-31"} {
			before := in([]int{0, 1}[:n+1]...)
			if a, b := openOn(before, day(y)), openOn(forward, day(y)); a != b {
				t.Fatalf("on %s: %s, with the later years %s", y, a, b)
			}
		}
		var open int64
		for _, a := range forward.Accounts {
			for _, it := range a.Items {
				if it.Opening {
					t.Fatalf("an opening line is left: %+v", it)
				}
				open += it.Amount
			}
		}
		var want2 int64
		for _, lines := range tr.open {
			for _, l := range lines {
				want2 += l.amount
			}
		}
		if open != want2 {
			t.Fatalf("balance %d, accounting says %d", open, want2)
		}
	})
}

// Balances carried forward in one line give way to the items all the same.
func TestYearsWithoutDetail(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tr := trade{open: map[string][]openLine{}}
		first := tr.year(t, 2025, true)
		owed := map[string]int64{}
		for account, lines := range tr.open {
			for _, l := range lines {
				owed[account] += l.amount
			}
			tr.open[account] = nil
		}
		second := ""
		for _, account := range []string{"A", "B"} {
			if owed[account] != 0 {
				second += fmt.Sprintf("%s REP SOLDE 2026-01-01 %d -\n", account, owed[account])
			}
		}
		second += "Z FAC Z9 2026-12-31 1 Z\nZ REG Z9 2026-12-31 -1 Z\n"
		var books []string
		for _, order := range [][]string{{first, second}, {second, first}} {
			book := &Book{}
			for _, f := range order {
				k := creditor()
				if len(book.Creditors) > 0 {
					k = book.Creditors[0]
				}
				ch, err := Compare(book, k, rows(f), CompareOptions{})
				if err != nil {
					t.Fatal(err)
				}
				book = ch.Apply(book)
			}
			books = append(books, canonical(book))
		}
		if books[0] != books[1] || strings.Contains(books[0], "SOLDE") {
			t.Fatalf("forward\n%s\nbackward\n%s", books[0], books[1])
		}
	})
}
