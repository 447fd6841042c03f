package money_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/money"
)

// What is written reads back to the cent, by readers that know the words alone.
func TestWordsReadBack(t *testing.T) {
	readers := map[string]func(*rapid.T, string) int64{
		"fr": readFrench, "fr-BE": readFrench, "nl": readDutch, "en": readEnglish,
	}
	units := map[string][2]string{"fr": {" et ", "centime"}, "fr-BE": {" et ", "centime"}, "nl": {" en ", "cent"}, "en": {" and ", "cent"}}
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.IntRange(1, 14).Draw(t, "digits")
		limit := int64(1)
		for range digits {
			limit *= 10
		}
		n := rapid.Int64Range(0, limit-1).Draw(t, "cents")
		for lang, read := range readers {
			got, ok := money.InWords(money.Of(n, money.EUR), lang)
			if !ok {
				t.Fatalf("%s %d refused", lang, n)
			}
			whole, part := "", got
			if i := strings.Index(got, "euro"); i >= 0 {
				whole, part = got[:i], strings.TrimLeft(got[i+len("euro"):], "s")
				part = strings.TrimPrefix(part, units[lang][0])
			}
			back := int64(0)
			if whole != "" {
				back = 100 * read(t, strings.TrimSuffix(strings.TrimSpace(whole), " d'"))
			}
			if part != "" {
				cents, tail, found := cutLast(part, " "+units[lang][1])
				if !found || tail != "" && tail != "s" {
					t.Fatalf("%s %d: %q", lang, n, got)
				}
				back += read(t, cents)
			}
			if back != n {
				t.Fatalf("%s %d: %q reads %d", lang, n, got, back)
			}
		}
	})
}

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// group adds up words of which some multiply what stands before them.
type group struct{ total, current int64 }

func (g *group) multiply(by int64) {
	g.current = max(g.current, 1) * by
	if by > 100 {
		g.total, g.current = g.total+g.current, 0
	}
}

func readFrench(t *rapid.T, s string) int64 {
	values := map[string]int64{
		"zéro": 0, "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
		"dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20,
		"trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "nonante": 90,
	}
	var g group
	for _, w := range strings.FieldsFunc(strings.TrimSuffix(s, "d'"), func(r rune) bool { return r == ' ' || r == '-' }) {
		if w != "trois" {
			w = strings.TrimSuffix(w, "s")
		}
		switch v, known := values[w]; {
		case w == "et":
		case w == "cent":
			g.multiply(100)
		case w == "mille":
			g.multiply(1000)
		case w == "million":
			g.multiply(1_000_000)
		case w == "milliard":
			g.multiply(1_000_000_000)
		case w == "vingt" && g.current%100 == 4:
			g.current += 76
		case known:
			g.current += v
		default:
			t.Fatalf("%q in %q", w, s)
		}
	}
	return g.total + g.current
}

func readEnglish(t *rapid.T, s string) int64 {
	values := map[string]int64{
		"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
		"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
		"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
		"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	}
	times := map[string]int64{"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
	var g group
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		v, known := values[w]
		switch by := times[w]; {
		case w == "and":
		case by > 0:
			g.multiply(by)
		case known:
			g.current += v
		default:
			t.Fatalf("%q in %q", w, s)
		}
	}
	return g.total + g.current
}

// readDutch takes the longest word that fits, again and again.
func readDutch(t *rapid.T, s string) int64 {
	values := map[string]int64{
		"nul": 0, "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
		"negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16,
		"zeventien": 17, "achttien": 18, "negentien": 19, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50,
		"zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90, "en": 0, "ën": 0, " ": 0,
	}
	times := map[string]int64{"honderd": 100, "duizend": 1000, "miljoen": 1_000_000, "miljard": 1_000_000_000}
	var g group
	for rest := s; rest != ""; {
		best := ""
		for _, words := range []map[string]int64{values, times} {
			for w := range words {
				if strings.HasPrefix(rest, w) && len(w) > len(best) {
					best = w
				}
			}
		}
		if best == "" {
			t.Fatalf("%q in %q", rest, s)
		}
		rest = rest[len(best):]
		if by := times[best]; by > 0 {
			g.multiply(by)
		} else {
			g.current += values[best]
		}
	}
	return g.total + g.current
}
