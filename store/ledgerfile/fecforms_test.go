package ledgerfile

import (
	"encoding/xml"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
	"relance/domain/ledger"
)

// flatEntry is one entry for both forms.
type flatEntry struct {
	journal, lib, num, date, piece, pieceDate, label, let, letDate, valid string
	lines                                                                 []flatLine
}

type flatLine struct {
	account, name, aux, auxName string
	amount                      int64 // debit − credit, cents
}

func drawEntries(t *rapid.T) []flatEntry {
	day := rapid.Custom(func(t *rapid.T) string {
		return fmt.Sprintf("2025%02d%02d", rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day"))
	})
	word := rapid.StringMatching(`[A-Za-zàéçœ€&<>'" ]{0,12}`)
	var out []flatEntry
	for i := range rapid.IntRange(1, 12).Draw(t, "entries") {
		journal := rapid.SampledFrom([]string{"VE", "BQ", "OD", "AN"}).Draw(t, "journal")
		e := flatEntry{
			journal: journal, lib: "Journal " + journal, num: fmt.Sprint(rapid.SampledFrom([]int{i + 1, i + 1, 0}).Draw(t, "num")),
			date: day.Draw(t, "date"), piece: fmt.Sprintf("F%d", rapid.IntRange(1, 9).Draw(t, "piece")), pieceDate: day.Draw(t, "piecedate"),
			label: word.Draw(t, "label"), let: rapid.SampledFrom([]string{"", "AA", "AB"}).Draw(t, "let"), valid: "20251231",
		}
		if e.let != "" {
			e.letDate = "20251130"
		}
		var sum int64
		for range rapid.IntRange(1, 4).Draw(t, "lines") {
			l := flatLine{amount: rapid.Int64Range(-500000, 500000).Draw(t, "amount")}
			l.account, l.name = rapid.SampledFrom([]string{"411000", "411000", "706000", "512000", "445710", "413000", "101000"}).Draw(t, "account"), "Compte"
			if strings.HasPrefix(l.account, "41") {
				l.aux = rapid.SampledFrom([]string{"", "C1", "C2"}).Draw(t, "aux")
				if l.aux != "" {
					l.auxName = "Client " + word.Draw(t, "name")
				}
			}
			sum += l.amount
			e.lines = append(e.lines, l)
		}
		if rapid.Bool().Draw(t, "balanced") {
			e.lines = append(e.lines, flatLine{account: "706000", name: "Ventes", amount: -sum})
		}
		out = append(out, e)
	}
	// XML groups the entries by journal; so does the flat file, to have the same order
	slices.SortStableFunc(out, func(a, b flatEntry) int { return strings.Compare(a.journal, b.journal) })
	return out
}

func (l flatLine) sides(mark string) (debit, credit string) {
	text := strings.ReplaceAll(decimal(magnitude(l.amount), 2), ".", mark)
	if l.amount < 0 {
		return "0" + mark + "00", text
	}
	return text, "0" + mark + "00"
}

func flatOf(entries []flatEntry) string {
	var out strings.Builder
	out.WriteString(fecHead)
	for _, e := range entries {
		for _, l := range e.lines {
			debit, credit := l.sides(",")
			out.WriteString(strings.Join([]string{
				e.journal, e.lib, e.num, e.date, l.account, l.name, l.aux, l.auxName, e.piece, e.pieceDate, e.label, debit, credit,
				e.let, e.letDate, e.valid, "", "",
			}, "\t") + "\n")
		}
	}
	return out.String()
}

func xmlOf(entries []flatEntry, end string) string {
	var out strings.Builder
	element := func(name, text string, always bool) {
		if text == "" && !always {
			return
		}
		out.WriteString("<" + name + ">")
		_ = xml.EscapeText(&out, []byte(text))
		out.WriteString("</" + name + ">" + end)
	}
	date := func(s string) string {
		if s == "" {
			return ""
		}
		return s[:4] + "-" + s[4:6] + "-" + s[6:]
	}
	out.WriteString("<?xml version=\"1.0\"?>" + end + "<comptabilite>" + end + "<exercice>" + end)
	for i, e := range entries {
		if i == 0 || entries[i-1].journal != e.journal {
			if i > 0 {
				out.WriteString("</journal>" + end)
			}
			out.WriteString("<journal>" + end)
			element("JournalCode", e.journal, true)
			element("JournalLib", e.lib, true)
		}
		out.WriteString("<ecriture>" + end)
		element("EcritureNum", e.num, true)
		element("EcritureDate", date(e.date), true)
		element("EcritureLib", e.label, true)
		element("PieceRef", e.piece, true)
		element("PieceDate", date(e.pieceDate), true)
		element("EcritureLet", e.let, false)
		element("DateLet", date(e.letDate), false)
		element("ValidDate", date(e.valid), true)
		for _, l := range e.lines {
			out.WriteString("<ligne>" + end)
			element("CompteNum", l.account, true)
			element("CompteLib", l.name, true)
			element("CompAuxNum", l.aux, false)
			element("CompAuxLib", l.auxName, false)
			if debit, credit := l.sides("."); l.amount < 0 {
				element("Credit", credit, true)
			} else {
				element("Debit", debit, true)
			}
			out.WriteString("</ligne>" + end)
		}
		out.WriteString("</ecriture>" + end)
	}
	out.WriteString("</journal>" + end + "</exercice>" + end + "</comptabilite>" + end)
	return out.String()
}

// TestXMLAgrees writes random entries in both forms: they read alike but for
// the lines on which they stand, and spaces around texts.
func TestXMLAgrees(t *testing.T) {
	unplaced := func(b *ledger.Batch) *ledger.Batch {
		b.Source.Digest = [32]byte{}
		for _, a := range b.Accounts {
			for i := range a.Items {
				a.Items[i].Line = 0
			}
		}
		b.Findings = slices.DeleteFunc(b.Findings, func(f ledger.Finding) bool { return f.Code == ledger.FindingPadding })
		for i := range b.Findings {
			b.Findings[i].Line = 0
		}
		for i := range b.Groups {
			b.Groups[i].Line = 0
		}
		if len(b.Findings) == 0 {
			b.Findings = nil
		}
		return b
	}
	rapid.Check(t, func(t *rapid.T) {
		entries := drawEntries(t)
		flat, err := Read(strings.NewReader(flatOf(entries)), Options{Name: fecName})
		if err != nil {
			t.Fatal(err)
		}
		unplaced(flat)
		for _, end := range []string{"\n", "", "\r\n  "} {
			got, err := Read(strings.NewReader(xmlOf(entries, end)), Options{Name: fecName})
			if err != nil {
				t.Fatal(err)
			}
			if unplaced(got); !reflect.DeepEqual(flat, got) {
				t.Fatalf("flat\n%+v\n%s\nXML\n%+v\n%s\n%s", flat, shape(flat), got, shape(got), flatOf(entries))
			}
		}
	})
}

// TestXMLLarge reads a file of several chunks with one worker and with three.
func TestXMLLarge(t *testing.T) {
	e := flatEntry{journal: "VE", lib: "Ventes", date: "20250105", piece: "F1", pieceDate: "20250105", label: "Libellé", valid: "20251231"}
	var entries []flatEntry
	for i := range 30000 {
		e.num, e.piece = fmt.Sprint(i+1), fmt.Sprint("F", i)
		e.lines = []flatLine{
			{account: "411000", name: "Clients", aux: fmt.Sprint("C", i%100), auxName: "Nom", amount: int64(100 + i)},
			{account: "706000", name: "Ventes", amount: -int64(100 + i)},
		}
		entries = append(entries, e)
	}
	text := xmlOf(entries, "\n")
	b1, err1 := read(strings.NewReader(text), Options{Name: fecName}, 1)
	b3, err3 := read(iotest.HalfReader(strings.NewReader(text)), Options{Name: fecName}, 3)
	if err1 != nil || err3 != nil || !reflect.DeepEqual(b1, b3) || b1.Source.Rows != 60000 {
		t.Fatalf("%v %v %+v", err1, err3, b1)
	}
	lines := strings.Split(text, "\n")
	for _, a := range b1.Accounts {
		for _, it := range a.Items {
			if lines[it.Line-1] != "<ligne>" {
				t.Fatalf("line %d: %q", it.Line, lines[it.Line-1])
			}
		}
	}
}

// BenchmarkXML reads a file of about 20 MB.
func BenchmarkXML(b *testing.B) {
	e := flatEntry{journal: "VE", lib: "Ventes", date: "20250105", pieceDate: "20250105", label: "Libellé", valid: "20251231"}
	var entries []flatEntry
	for i := range 30000 {
		e.num, e.piece = fmt.Sprint(i+1), fmt.Sprint("F", i)
		e.lines = []flatLine{
			{account: "411000", name: "Clients", aux: fmt.Sprint("C", i%100), auxName: "Nom", amount: int64(100 + i)},
			{account: "706000", name: "Ventes", amount: -int64(100 + i)},
		}
		entries = append(entries, e)
	}
	text := xmlOf(entries, "\n")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(strings.NewReader(text), Options{Name: fecName}); err != nil {
			b.Fatal(err)
		}
	}
}
