package ledger

import (
	"encoding/json"
	"os"
	"slices"
	"testing"
)

// What another program's receivables report shows of the same facts. Each case
// is entered as accounting would: one line per due date, matched by a code. The
// expected figures are the report's "outstanding" column, in cents, largest
// first; the words of each case stand in the file.
func TestSharedReceivableReports(t *testing.T) {
	const path = "../../../shared/data/cases/receivable_report.json"
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Skip("shared cases not present: " + path)
	}
	var file struct{ Cases []struct{ ID string } }
	if err := json.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}
	due := func(it Item, n int) Item { it.Due = start.AddDays(n); return it }
	terms := func(code string, amounts ...int64) []Item {
		var out []Item
		for i, a := range amounts {
			out = append(out, due(line(0, a*100, code), 30*(i+1)))
		}
		return out
	}
	today, tomorrow := 5, 6
	cases := map[string]struct {
		items []Item
		want  []int64
	}{
		"ar1":  {append(terms("A", 30, 50, 20), line(today, -4000, "A")), []int64{4000, 2000}},
		"ar3":  {append(terms("A", 30, 50, 20), line(today, -10000, "A")), nil},
		"ar4":  {append(terms("A", 60, 100, 40), line(today, -4000, "A")), []int64{10000, 4000, 2000}},
		"ar5":  {append(terms("A", 60, 100, 40), line(2, -4000, "A"), line(today, -10000, "A")), []int64{4000, 2000}},
		"ar6":  {append(terms("A", 100), line(2, -4000, "A"), line(today, -10000, "")), []int64{6000, -10000}},
		"ar7":  {[]Item{line(today, -100000, "")}, []int64{-100000}},
		"ar8":  {append(terms("A", 100), line(2, -10000, "A"), line(3, 10000, "B"), line(4, -10000, "B")), nil},
		"ar9":  {append(terms("A", 100), line(today, -4000, "A")), []int64{6000}},
		"ar10": {append(terms("A", 100), line(today, -10000, "A")), nil},
		"ar11": {[]Item{line(today, -10000, "")}, []int64{-10000}},
		"ar12": {append(terms("A", 100), line(today, -9999, "A")), []int64{1}},
		"ar13": {[]Item{line(0, 10000, ""), line(1, 8500, "")}, []int64{10000, 8500}},
		"ar14": {append(terms("A", 100), line(today, -1000, ""), line(tomorrow, -8000, "A")), []int64{10000, -1000}},
		"ar15": {append(terms("A", 100), line(tomorrow, -10000, "A")), []int64{10000}},
		"ar17": {append(terms("A", 50, 50), line(tomorrow, -10000, "A")), []int64{5000, 5000}},
		"ar18": {append(terms("A", 200), line(today, -10000, "A")), []int64{10000}},
	}
	elsewhere := map[string]string{
		"ar2":  "keeps a matched credit note open beside a partly paid invoice; here a matching code settles, and without one it is ar6",
		"ar16": "shows the overpaid part of a payment dated tomorrow today already; here nothing dated later is known",
	}
	for _, c := range file.Cases {
		test, ok := cases[c.ID]
		if !ok {
			if elsewhere[c.ID] == "" {
				t.Errorf("case %s is neither tested nor explained", c.ID)
			}
			continue
		}
		items := numbered(test.items)
		var got []int64
		for _, s := range Open(items, dues(items), start.AddDays(today), nil) {
			if s.Open != 0 {
				got = append(got, s.Open)
			}
		}
		slices.SortFunc(got, func(a, b int64) int { return int(b - a) })
		if !slices.Equal(got, test.want) {
			t.Errorf("case %s: open %v, want %v", c.ID, got, test.want)
		}
	}
}
