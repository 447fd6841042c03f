package ledgerfile

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
	"relance/domain/calendar"
	"relance/domain/ledger"
)

// dialect of a FEC: everything that exports differ in and that means nothing.
type fecDialect struct {
	sep           string
	end           string // of lines
	sens          []string
	header        func(string) string
	encode        func(string) (string, error)
	padded        bool
	trailing      int // separator after the last field: 1 = of rows, 2 = of the header too
	sign          int // of credits: 0 = in their column, 1 = debits with the sign left, 2 = right
	zero          string
	width         int // amounts filled up with zeros
	extra, blanks bool
	noEnd         bool
}

func drawDialect(t *rapid.T) fecDialect {
	accents := strings.NewReplacer("Debit", "Débit", "Credit", "Crédit", "PieceRef", "PièceRef", "Ecriture", "écriture")
	d := fecDialect{
		sep:      rapid.SampledFrom([]string{"\t", "|", ";"}).Draw(t, "separator"),
		end:      rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "line end"),
		sens:     rapid.SampledFrom([][]string{nil, {"D", "C"}, {"+1", "-1"}}).Draw(t, "sens"),
		header:   rapid.SampledFrom([]func(string) string{strings.Clone, strings.ToUpper, strings.ToLower, accents.Replace}).Draw(t, "header"),
		padded:   rapid.Bool().Draw(t, "padded"),
		trailing: rapid.IntRange(0, 2).Draw(t, "trailing"),
		sign:     rapid.IntRange(0, 2).Draw(t, "sign"),
		zero:     rapid.SampledFrom([]string{"0,00", "", "0"}).Draw(t, "zero"),
		width:    rapid.SampledFrom([]int{0, 13}).Draw(t, "width"),
		extra:    rapid.Bool().Draw(t, "extra"),
		blanks:   rapid.Bool().Draw(t, "blank lines"),
		noEnd:    rapid.Bool().Draw(t, "no final line end"),
	}
	d.encode = rapid.SampledFrom([]func(string) (string, error){
		func(s string) (string, error) { return s, nil },
		func(s string) (string, error) { return "\uFEFF" + s, nil },
		func(s string) (string, error) { return charmap.ISO8859_15.NewEncoder().String(s) },
		func(s string) (string, error) { return charmap.Windows1252.NewEncoder().String(s) },
		func(s string) (string, error) {
			return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(s)
		},
	}).Draw(t, "encoding")
	return d
}

// amounts writes debit − credit into the two columns.
func (d fecDialect) amounts(cents int64) []string {
	text := strings.ReplaceAll(decimal(magnitude(cents), 2), ".", ",")
	for len(text) < d.width {
		text = "0" + text
	}
	switch {
	case d.sens != nil && cents < 0:
		return []string{text, d.sens[1]}
	case d.sens != nil:
		return []string{text, d.sens[0]}
	case cents >= 0:
		return []string{text, d.zero}
	case d.sign == 1:
		return []string{"-" + text, d.zero}
	case d.sign == 2:
		return []string{text + "-", d.zero}
	}
	return []string{d.zero, text}
}

func (d fecDialect) write(t *rapid.T, entries []flatEntry) string {
	names := strings.Split(strings.TrimSpace(fecHead), "\t")
	if d.sens != nil {
		names[11], names[12] = "Montant", "Sens"
	}
	for i := range names {
		names[i] = d.header(names[i])
	}
	var out []string
	add := func(fields []string, last string, trailing bool) {
		if d.extra {
			fields = append(fields, last)
		}
		if trailing {
			fields = append(fields, "")
		}
		out = append(out, strings.Join(fields, d.sep))
		if d.blanks {
			out = append(out, "")
		}
	}
	add(names, "Section", d.trailing == 2)
	for _, e := range entries {
		for _, l := range e.lines {
			fields := slices.Concat([]string{e.journal, e.lib, e.num, e.date, l.account, l.name, l.aux, l.auxName, e.piece, e.pieceDate, e.label},
				d.amounts(l.amount), []string{e.let, e.letDate, e.valid, "", ""})
			for i := range fields {
				if d.padded && fields[i] != "" {
					fields[i] = fmt.Sprintf("%-9s", fields[i])
				}
			}
			add(fields, "S1", d.trailing > 0)
		}
	}
	text, err := d.encode(strings.Join(out, d.end) + map[bool]string{false: d.end}[d.noEnd])
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// openByHand is what a person with a calculator would find: by client, the lines
// without a code, and of each code what its lines do not come to.
func openByHand(entries []flatEntry) (lines map[string]int, open map[string]int64) {
	lines, open = map[string]int{}, map[string]int64{}
	groups := map[[2]string]int64{}
	for _, e := range entries {
		for _, l := range e.lines {
			if !strings.HasPrefix(l.account, "411") && !strings.HasPrefix(l.account, "413") && !strings.HasPrefix(l.account, "416") || l.amount == 0 {
				continue
			}
			client := l.aux
			if client == "" {
				client = l.account
			}
			lines[fmt.Sprint(client, " ", e.piece, " ", e.pieceDate, " ", e.date, " ", l.amount, " ", e.let, " ", strings.TrimSpace(e.label))]++
			if e.let == "" {
				open[client] += l.amount
			} else {
				groups[[2]string{client, e.let}] += l.amount
			}
		}
	}
	for g, rest := range groups {
		open[g[0]] += rest
	}
	maps.DeleteFunc(open, func(_ string, v int64) bool { return v == 0 })
	return lines, open
}

// TestDialects writes random entries in random dialects: each says the same.
func TestDialects(t *testing.T) {
	compact := func(d calendar.Date) string { return strings.ReplaceAll(d.String(), "-", "") }
	rapid.Check(t, func(t *rapid.T) {
		entries := drawEntries(t)
		for i := range entries {
			entries[i].label = rapid.StringMatching(`[A-Zéèàç€œ][a-zéèàç€œ ]{0,10}`).Draw(t, "text") + "."
			for k := range entries[i].lines {
				if l := &entries[i].lines[k]; l.aux != "" {
					l.auxName = "Société " + l.aux
				}
			}
		}
		wantLines, wantOpen := openByHand(entries)
		text := drawDialect(t).write(t, entries)
		b, err := Read(strings.NewReader(text), Options{Name: fecName})
		if err != nil {
			t.Fatalf("%+v\n%s", err, text)
		}
		lines, open := map[string]int{}, map[string]int64{}
		for _, a := range b.Accounts {
			key := a.Client.Key.Account
			if strings.HasPrefix(key, "C") && a.Client.Name != "Société "+key {
				t.Fatalf("name of %s: %q\n%q", key, a.Client.Name, text)
			}
			for i, s := range ledger.Open(a.Items, nil, calendar.Of(2025, 12, 31), nil) {
				it := &a.Items[i]
				lines[fmt.Sprint(key, " ", it.Number, " ", compact(it.Date), " ", compact(it.Booked), " ", it.Amount, " ", it.Matching, " ", it.Label)]++
				open[key] += s.Open
			}
		}
		maps.DeleteFunc(open, func(_ string, v int64) bool { return v == 0 })
		if !maps.Equal(lines, wantLines) || !maps.Equal(open, wantOpen) {
			t.Fatalf("lines %v\nwant %v\nopen %v, want %v\n%q", lines, wantLines, open, wantOpen, text)
		}
	})
}
