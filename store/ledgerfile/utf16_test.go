package ledgerfile

import (
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/unicode"
	"relance/domain/ledger"
)

// utf16Of writes a text as spreadsheets save "Unicode text".
func utf16Of(t *testing.T, e unicode.Endianness, text string) string {
	t.Helper()
	out, err := unicode.UTF16(e, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestUTF16(t *testing.T) {
	list := "Client;Nom;Facture;Date;Échéance;Montant TTC;Solde\r\nC1;Lefèvre Œuvre 😀;F1;05/01/2025;04/02/2025;1\u202f200,50;60,00\r\n"
	clients := "client\tnom\tsiren\r\nC1;\tÉtoile\t732829320\r\n"
	fec := fecHead + strings.ReplaceAll(sale("1", "20250105", "C1", "F1", ""), "Client C1", "Société générale")
	large := fecHead + strings.Repeat(sale("1", "20250105", "C1", "Fé", ""), 12000)
	for _, text := range []string{list, clients, fec, large, strings.ReplaceAll(list, "\r\n", "\r"), strings.TrimRight(fec, "\n")} {
		want := mustRead(t, text, Options{Name: fecName})
		for _, e := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
			raw := utf16Of(t, e, text)
			got, err := Read(iotest.HalfReader(strings.NewReader(raw)), Options{Name: fecName})
			if err != nil {
				t.Fatalf("%v", err)
			}
			if shape(got) != shape(want) || len(got.Changed) != len(want.Changed) || got.Source.Rows != want.Source.Rows {
				t.Errorf("got\n%s\nwant\n%s", shape(got), shape(want))
			}
			for i, a := range got.Accounts {
				if a.Client.Name != want.Accounts[i].Client.Name {
					t.Errorf("name %q", a.Client.Name)
				}
			}
			if got.Source.Digest != digestOf([]byte(raw)) {
				t.Error("the digest is not that of the file")
			}
			if f := codes(got)[ledger.FindingEncoding]; f.Detail != "UTF-16" || len(got.Findings) != len(want.Findings)+1 {
				t.Errorf("findings %+v", got.Findings)
			}
		}
	}
	wantRefused(t, utf16Of(t, unicode.LittleEndian, fecHead+strings.Repeat("x", 3*maxLine)), Options{}, ledger.RefuseTooLong, 2)
	wantRefused(t, utf16Of(t, unicode.BigEndian, ""), Options{}, ledger.RefuseEmpty, 0)
	for _, cut := range []int{1, 3} { // half a character at the end is a sign that stands for it
		raw := utf16Of(t, unicode.LittleEndian, fec+"é")
		if _, err := Read(strings.NewReader(raw[:len(raw)-cut]), Options{}); err != nil && cut == 3 {
			t.Errorf("cut: %v", err)
		}
	}
}
