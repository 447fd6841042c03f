package ledger

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/calendar"
)

// balanceOn is the aged balance by document date, from the lines alone: what is
// open on each account by the day of the debit, and the credits in one sum.
func balanceOn(book *Book, d calendar.Date) string {
	sums := map[string]int64{}
	for _, a := range book.Accounts {
		st, _ := Allocate(a.Items, nil, d, nil, nil)
		quick := Open(a.Items, nil, d, nil)
		for i, s := range st {
			if s.Open != quick[i].Open {
				return fmt.Sprintf("allocate says %d and open %d of %+v", s.Open, quick[i].Open, a.Items[i])
			}
			switch {
			case s.Open > 0:
				sums[fmt.Sprint(a.Client.Key.Account, " ", a.Items[i].Date)] += s.Open
			case s.Open < 0:
				sums[a.Client.Key.Account+" credits"] += s.Open
			}
		}
	}
	return fmt.Sprint(sums)
}

// importAll imports in that order and asks no questions.
func importAll(t interface{ Fatal(...any) }, files ...string) *Book {
	return importNamed(t, false, files...)
}

// importNamed is importAll of files whose names say when their year closes.
func importNamed(t interface{ Fatal(...any) }, named bool, files ...string) *Book {
	book := &Book{}
	for _, f := range files {
		k := creditor()
		if len(book.Creditors) > 0 {
			k = book.Creditors[0]
		}
		b := rows(f)
		if named {
			b.Closing = calendar.Of(b.To.Year(), 12, 31)
		}
		ch, err := Compare(book, k, b, CompareOptions{})
		if err != nil {
			t.Fatal(err)
		}
		book = ch.Apply(book)
	}
	return book
}

// draw draws the lines of one year, in the order of their days.
func draw(t *rapid.T, n int) []string {
	var lines []string
	for i := range rapid.IntRange(4, n).Draw(t, "lines") {
		on := calendar.Of(2026, 1, 1).AddDays(rapid.IntRange(0, 364).Draw(t, "day"))
		kind := rapid.SampledFrom([]string{"FAC", "FAC", "REG", "AV"}).Draw(t, "kind")
		amount := rapid.Int64Range(1, 9).Draw(t, "amount") * 100
		if kind != "FAC" {
			amount = -amount
		}
		code := rapid.SampledFrom([]string{"-", "A", "B", "AA"}).Draw(t, "code")
		account := rapid.SampledFrom([]string{"K1", "K2"}).Draw(t, "account")
		lines = append(lines, fmt.Sprintf("%s %s N%d %s %d %s", account, kind, i, on, amount, code))
	}
	slices.SortStableFunc(lines, func(a, b string) int { return strings.Compare(strings.Fields(a)[3], strings.Fields(b)[3]) })
	return lines
}

func sameEveryDay(t *rapid.T, what string, got, want *Book) {
	days := map[calendar.Date]bool{}
	for _, book := range []*Book{got, want} {
		for _, a := range book.Accounts {
			for i := range a.Items {
				days[a.Items[i].Booked], days[a.Items[i].Booked-1] = true, true
			}
		}
	}
	for d := range days {
		if a, b := balanceOn(got, d), balanceOn(want, d); a != b {
			t.Fatalf("%s, on %s:\n%s\nthe whole file:\n%s", what, d, a, b)
		}
	}
}

// Twelve monthly files in any order, some of them read again, say what the
// year's file says.
func TestMonthsInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := draw(t, 25)
		months := map[string][]string{}
		for _, l := range lines {
			m := strings.Fields(l)[3][:7]
			months[m] = append(months[m], l)
		}
		var files []string
		for _, m := range months {
			files = append(files, strings.Join(m, "\n"))
		}
		slices.SortFunc(files, func(a, b string) int { return strings.Compare(strings.Fields(a)[3], strings.Fields(b)[3]) })
		order := rapid.Permutation(files).Draw(t, "order")
		order = append(order, rapid.SampledFrom(files).Draw(t, "again"))
		whole := importAll(t, strings.Join(lines, "\n"))
		parts := importAll(t, order...)
		sameEveryDay(t, strings.Join(order, "\n--\n"), parts, whole)
		if last, err := Compare(parts, parts.Creditors[0], rows(order[0]), CompareOptions{}); err != nil || len(last.Accounts) != 0 {
			t.Fatalf("again: %+v %v", last.Accounts, err)
		}
		// The year's file takes the place of its parts.
		sameEveryDay(t, "whole after parts", importAll(t, append(order, strings.Join(lines, "\n"))...), whole)
	})
}

// Parts cut anywhere, inside a day and between lines of one number too.
func TestPartsCutInsideADay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := draw(t, 25)
		for i := range lines { // many on one day, under few numbers
			f := strings.Fields(lines[i])
			if rapid.IntRange(0, 2).Draw(t, "crowded") > 0 {
				f[3], f[2], f[4] = "2026-06-15", rapid.SampledFrom([]string{"X", "Y"}).Draw(t, "number"), strings.TrimSuffix(f[4], "00")+fmt.Sprintf("%02d", i)
			}
			lines[i] = strings.Join(f, " ")
		}
		slices.SortStableFunc(lines, func(a, b string) int { return strings.Compare(strings.Fields(a)[3], strings.Fields(b)[3]) })
		at := rapid.IntRange(1, len(lines)-1).Draw(t, "cut")
		first, second := strings.Join(lines[:at], "\n"), strings.Join(lines[at:], "\n")
		if strings.Fields(lines[0])[3] == strings.Fields(lines[len(lines)-1])[3] {
			return
		}
		if spans(lines[:at]) == 0 || spans(lines[at:]) == 0 {
			return // a file of one day replaces what another one says of its first or last day
		}
		whole := importAll(t, strings.Join(lines, "\n"))
		for _, order := range [][]string{{first, second}, {second, first}, {first, second, first}, {first, second, second}} {
			sameEveryDay(t, strings.Join(order, "\n--\n"), importAll(t, order...), whole)
		}
	})
}

func spans(lines []string) int {
	return day(strings.Fields(lines[len(lines)-1])[3]).Sub(day(strings.Fields(lines[0])[3]))
}

// The first part opens the year; the year before counts on as one file.
func TestPartsAfterAYear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tr := trade{open: map[string][]openLine{}}
		before, text := tr.year(t, 2025, true), tr.year(t, 2026, true)
		parts := map[string][]string{}
		for _, l := range strings.Split(strings.TrimSpace(text), "\n") {
			if f := strings.Fields(l); len(f) == 6 {
				parts[f[3][:7]] = append(parts[f[3][:7]], l)
			}
		}
		files := []string{before}
		for _, m := range []string{"2026-01", "2026-03", "2026-09", "2026-12"} {
			if len(parts[m]) > 0 {
				files = append(files, strings.Join(parts[m], "\n"))
			}
		}
		order := rapid.Permutation(files).Draw(t, "order")
		sameEveryDay(t, strings.Join(order, "\n--\n"), importNamed(t, true, order...), importNamed(t, true, before, text))
	})
}

func TestPartsShareTheScopeOfTheirYear(t *testing.T) {
	const (
		january  = "A FAC F1 2026-01-10 10000 AA"
		february = "A REG R1 2026-02-10 -10000 AA"
		opened   = "A AN F0 2027-01-01 500 -\nA FAC F9 2027-01-10 700 AA"
	)
	for _, order := range [][]string{{january, february}, {february, january}} {
		book := importAll(t, order...)
		if got := openOn(book, day("2026-02-10")); got != "" {
			t.Errorf("open %s", got)
		}
		book, _ = load(t, book, opened)
		ids := map[uint32]bool{}
		for _, s := range book.Creditors[0].Scopes {
			ids[s.ID] = true
		}
		if len(ids) != 2 {
			t.Errorf("scopes %+v", book.Creditors[0].Scopes)
		}
	}
	// Closing dates tell years apart, and hold a long one together.
	for _, c := range []struct {
		one, other string
		same       bool
	}{{"2026-06-30", "2026-06-30", true}, {"2026-01-31", "2027-01-31", false}, {"", "2026-01-31", false}} {
		a, b := rows(january), rows(february)
		a.Closing, b.Closing = date(c.one), date(c.other)
		book, _ := commit(t, &Book{}, a, CompareOptions{})
		book, _ = commit(t, book, b, CompareOptions{})
		if got := openOn(book, day("2026-02-10")) == ""; got != c.same && c.one != "" {
			t.Errorf("%s and %s: one year %v", c.one, c.other, got)
		}
	}
}

func date(s string) calendar.Date {
	if s == "" {
		return 0
	}
	return day(s)
}

// A file replaces the days that it tells of and no other.
func TestReplacedPeriodIsExact(t *testing.T) {
	book := importAll(t, "A FAC F1 2026-03-02 100 -\nA FAC F2 2026-03-20 200 -", "A FAC F3 2026-03-10 300 -\nA FAC F4 2026-04-20 400 -")
	if got, want := openOn(book, day("2026-12-31")), "A F1 100; A F3 300; A F4 400"; got != want {
		t.Errorf("open %s, want %s", got, want)
	}
}

// Opening lines that bear the dates of the year before [à-nouveaux détaillés]
// are given up only for a file of that year.
func TestOpeningLinesOfEarlierDates(t *testing.T) {
	const detailed = `
A AN F1 2025-01-18 40000 -
A AN F2 2025-01-31 30000 AA
A AN R9 2025-02-28 -5000 AA
A AN F3 2025-12-31 34450 -
A FAC F8 2026-01-10 10300 -
A REG R2 2026-02-02 -25000 AA`
	file := func() *Batch {
		b := rows(detailed)
		b.From = day("2026-01-10") // as readers give it
		return b
	}
	alone, ch := commit(t, &Book{}, file(), CompareOptions{})
	if got, want := openOn(alone, day("2026-12-31")), "A F1 40000; A F3 34450; A F8 10300"; got != want || len(ch.Doubts) != 0 {
		t.Errorf("open %s, doubts %+v", got, ch.Doubts)
	}
	if _, ch := commit(t, alone, file(), CompareOptions{}); len(ch.Accounts) != 0 {
		t.Errorf("again %+v", ch.Accounts)
	}
	const before = `
A FAC F0 2025-01-05 700 B
A REG R0 2025-01-06 -700 B
A FAC F1 2025-01-18 40000 -
A FAC F2 2025-01-31 30000 C
A REG R9 2025-02-28 -5000 C
A FAC F3 2025-12-31 34450 -`
	year := importAll(t, before)
	for _, d := range []string{"2025-01-31", "2025-06-30", "2025-12-31", "2026-01-15", "2026-02-02"} {
		forward, ch := commit(t, year, file(), CompareOptions{})
		backward, _ := load(t, alone, before)
		a, b := openOn(forward, day(d)), openOn(backward, day(d))
		if a != b || len(ch.Doubts) != 0 {
			t.Errorf("on %s: %s, in the other order %s; doubts %+v", d, a, b, ch.Doubts)
		}
		if want := openOn(year, day(d)); d < "2026" && a != want {
			t.Errorf("on %s: %s, was %s", d, a, want)
		}
		if want := "A F1 40000; A F3 34450; A F8 10300"; d == "2026-02-02" && a != want {
			t.Errorf("at the end %s", a)
		}
		if _, ch := commit(t, forward, file(), CompareOptions{}); len(ch.Accounts) != 0 {
			t.Errorf("again %+v", ch.Accounts)
		}
	}
}

// Opening lines dated after the first entry are no year of their own.
func TestOpeningLinesBookedLate(t *testing.T) {
	book := importAll(t, "A FAC F1 2026-01-05 100 -\nA AN F0 2026-01-31 900 -\nA AN F7 2026-02-28 50 -")
	if got, want := openOn(book, day("2026-12-31")), "A F0 900; A F1 100; A F7 50"; got != want {
		t.Errorf("open %s", got)
	}
}

// Opening lines never give way to lines of their own file: what it says is the
// balance of the account.
func TestOpeningLinesOfOneFile(t *testing.T) {
	book, _ := load(t, &Book{}, year25+year26)
	var sum, file int64
	for _, a := range book.Accounts {
		for _, it := range a.Items {
			sum += it.Amount
		}
	}
	for _, a := range rows(year25 + year26).Accounts {
		for _, it := range a.Items {
			file += it.Amount
		}
	}
	if sum != file {
		t.Errorf("balance %d, the file says %d", sum, file)
	}
	if _, ch := load(t, book, year25+year26); len(ch.Accounts) != 0 {
		t.Errorf("again: %+v", ch.Accounts)
	}
}
