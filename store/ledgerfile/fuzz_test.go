package ledgerfile

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
	"relance/domain/ledger"
)

// sameTwice reads bytes twice and reports what every reading must satisfy.
func sameTwice(t *testing.T, raw string, format string) {
	opt := Options{Format: format, Name: fecName}
	b1, err1 := read(strings.NewReader(raw), opt, 1)
	b2, err2 := read(strings.NewReader(raw), opt, 2)
	if !reflect.DeepEqual(b1, b2) || !reflect.DeepEqual(err1, err2) {
		t.Fatalf("two readings differ:\n%+v %+v\n%+v %+v", b1, err1, b2, err2)
	}
	if err1 != nil {
		var r *Refused
		if b1 != nil || !errors.As(err1, &r) || len(r.Findings) == 0 || len(r.Findings) > maxRefusals {
			t.Fatalf("refusal %+v with batch %v", err1, b1)
		}
		return
	}
	for _, f := range b1.Findings {
		if f.Code.Refused() || f.Count < 1 || strings.ContainsFunc(f.Detail, isControl) {
			t.Fatalf("finding %+v", f)
		}
	}
	for i, a := range b1.Accounts {
		if i > 0 && b1.Accounts[i-1].Client.Key.Account >= a.Client.Key.Account {
			t.Fatalf("accounts out of order")
		}
		checkItems(t, a)
	}
}

func checkItems(t *testing.T, a *ledger.Account) {
	seen := map[ledger.ItemKey]bool{}
	for _, it := range a.Items {
		if seen[it.ItemKey] {
			t.Fatalf("key twice: %+v", it.ItemKey)
		}
		seen[it.ItemKey] = true
		for _, s := range []string{it.Number, it.Label, it.Matching, it.Account, it.Order, a.Client.Name, a.Client.Key.Account} {
			if strings.ContainsFunc(s, isControl) || strings.ToValidUTF8(s, "") != s {
				t.Fatalf("text %q", s)
			}
		}
	}
	sorted := append([]ledger.Item(nil), a.Items...)
	ledger.SortItems(sorted)
	if len(sorted) > 0 && !reflect.DeepEqual(sorted, a.Items) {
		t.Fatalf("items out of order")
	}
}

func FuzzFEC(f *testing.F) {
	f.Add(fecHead + sale("1", "20250105", "C1", "F1", "AA") + receipt("2", "20250206", "C1", "V1", "AA"))
	f.Add(strings.ReplaceAll(fecHead+sale("0", "20250105", "C1", "", ""), "\t", "|"))
	f.Add(strings.Replace(fecHead, "Debit\tCredit", "Montant\tSens", 1) + fecRow("VE", "1", "20250105", "411000", "C1", "F1", "120,00", "+1", ""))
	f.Fuzz(func(t *testing.T, raw string) { sameTwice(t, raw, FormatFEC) })
}

func FuzzItems(f *testing.F) {
	f.Add("Client;Nom;Facture;Date;Échéance;Montant TTC;Solde\nC1;Durand;F2;06/01/2025;05/02/2025;100,00;60,00\n")
	f.Add("customer,invoice,date,debit,credit,currency\nA,\"1\n2\",2025-01-05,\"1,200.50\",,USD\n")
	f.Fuzz(func(t *testing.T, raw string) { sameTwice(t, raw, FormatItems) })
}

func FuzzClients(f *testing.F) {
	f.Add("client;nom;siren\nC1;Durand;732829320\n")
	f.Add("client,name,phone\nC1,\"D \"\"X\"\"\",'+33143221109\n")
	f.Fuzz(func(t *testing.T, raw string) { sameTwice(t, raw, FormatClients) })
}

// TestWorkersAgree reads files of several chunks with one goroutine and with
// two: entries straddle the chunks, stand apart, do not balance.
func TestWorkersAgree(t *testing.T) {
	for seed := range uint64(4) {
		text := randomFEC(seed, 14000+int(seed)*5000)
		b1, err1 := read(strings.NewReader(text), Options{Name: fecName}, 1)
		b2, err2 := read(iotest.HalfReader(strings.NewReader(text)), Options{Name: fecName}, 2)
		b3, err3 := read(strings.NewReader(text), Options{Name: fecName}, 3)
		if err1 != nil || err2 != nil || err3 != nil {
			t.Fatal(err1, err2, err3)
		}
		if !reflect.DeepEqual(b1, b2) || !reflect.DeepEqual(b1, b3) {
			t.Errorf("seed %d: readings differ", seed)
		}
		for _, a := range b1.Accounts {
			checkItems(t, a)
		}
	}
}

// randomFEC writes entries of random length, some of them long, some torn
// apart, some unbalanced.
func randomFEC(seed uint64, lines int) string {
	r := rand.New(rand.NewPCG(seed, 7))
	var out strings.Builder
	out.WriteString(fecHead)
	var later []string
	for num, n := 1, 0; n < lines; num++ {
		day := fmt.Sprintf("2025%02d%02d", 1+num*11/(lines+1)%12, 1+r.IntN(28))
		id, client, piece := fmt.Sprint(num), fmt.Sprintf("C%03d", r.IntN(40)), fmt.Sprintf("F%d", r.IntN(500))
		let := []string{"", "", "AA", "AB", "b"}[r.IntN(5)]
		entry := strings.SplitAfter(sale(id, day, client, piece, let), "\n")[:3]
		switch k := r.IntN(100); {
		case k < 30:
			entry = strings.SplitAfter(receipt(id, day, client, piece, let), "\n")[:2]
		case k == 31:
			entry = entry[:2]
		case k == 32:
			later = append(later, entry[1])
			entry = append(entry[:1], entry[2])
		case k == 33:
			for range 1 + r.IntN(300) {
				entry = append(entry, entry[:3]...)
			}
		}
		for _, line := range entry {
			out.WriteString(line)
			n++
		}
		if len(later) > 20 {
			out.WriteString(strings.Join(later, ""))
			later = later[:0]
		}
	}
	return out.String()
}

func TestAmountsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Int64Range(-99999999, 99999999).Draw(t, "cents")
		text := strings.ReplaceAll(decimal(v, 2), ".", ",")
		b, err := Read(strings.NewReader(fecHead+fecRow("VE", "1", "20250105", "411000", "C1", "F1", text, "0,00", "")), Options{Name: fecName})
		if v == 0 {
			return
		}
		if err != nil || b.Accounts[0].Items[0].Amount != v {
			t.Fatalf("%s: %v %+v", text, err, b)
		}
	})
}

// BenchmarkFEC reads a file of about 20 MB.
func BenchmarkFEC(b *testing.B) {
	text := randomFEC(1, 130000)
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprint(workers), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := read(strings.NewReader(text), Options{Name: fecName}, workers); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkItems reads a list of 50,000 open items.
func BenchmarkItems(b *testing.B) {
	var text strings.Builder
	text.WriteString("Client;Nom;Facture;Date;Échéance;Montant TTC;Solde\n")
	for i := range 50000 {
		fmt.Fprintf(&text, "C%05d;Établissements %d;FA%06d;%02d/%02d/2025;%02d/%02d/2025;%d,%02d;%d,%02d\n",
			i%5000, i%5000, i, 1+i%28, 1+i%12, 1+i%28, 1+i%12, i+1, i%100, i+1, i%100)
	}
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		if _, err := Read(strings.NewReader(text.String()), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
