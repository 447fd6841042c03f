package ledgerfile

import (
	"errors"
	"strings"
	"testing"

	"relance/domain/ledger"
)

func TestCurrencyColumn(t *testing.T) {
	tests := []struct {
		title, cells string // of the last column, one cell a row
		currency     string // of the second row
		taken        bool   // by its content, with a warning
		doubt        string
	}{
		{"Devise", "EUR USD", "USD", false, ""},
		{"Dev.", "EUR USD", "USD", false, ""},
		{"Dev", "EUR USD", "USD", false, ""},
		{"Cur", "EUR USD", "USD", false, ""},
		{"Mon.", "EUR USD", "USD", false, ""},
		{"Curr.", "EUR USD", "USD", false, ""},
		{"Devise compta", "EUR USD", "USD", true, ""},
		{"CCY code", "EUR USD", "USD", true, ""},
		{"Unité", "EUR USD", "EUR", false, "USD"},
		{"", "GBP USD", "EUR", false, "GBP, USD"},
		{"Unité", "EUR EUR", "EUR", false, ""}, // nothing foreign
		{"Pays", "FRA USA", "EUR", false, ""},  // no currencies
		{"Devise compta", "EUR x", "EUR", false, ""},
	}
	for _, tt := range tests {
		cells := strings.Fields(tt.cells)
		b := mustRead(t, "Client;Nom;Facture;Date;Montant;"+tt.title+"\nA;Aa;F1;01/08/2026;100,00;"+cells[0]+"\nB;Bb;F2;01/08/2026;50,00;"+cells[1]+"\n",
			Options{ListDate: day(t, "2026-10-31")})
		if got := b.Accounts[1].Items[0].Currency.String(); got != tt.currency {
			t.Errorf("%q: %s, want %s", tt.title, got, tt.currency)
		}
		if _, taken := codes(b)[ledger.FindingCurrencyTaken]; taken != tt.taken {
			t.Errorf("%q: findings %+v", tt.title, b.Findings)
		}
		doubt := ""
		if len(b.Doubts) > 0 {
			doubt = b.Doubts[0].Details
		}
		if doubt != tt.doubt || len(b.Doubts) > 1 || doubt != "" && (b.Doubts[0].Code != ledger.DoubtCurrency || b.Doubts[0].Name != tt.title) {
			t.Errorf("%q: doubts %+v", tt.title, b.Doubts)
		}
	}
}

func TestClientOfTheBlock(t *testing.T) {
	const head = "Client;Nom;Facture;Date;Montant\n"
	tests := []struct{ name, rows, want string }{
		{"blocks", "A;Aa;F1;01/08/2026;10,00\n;;F2;02/08/2026;20,00\nB;Bb;F3;03/08/2026;30,00\n;;F4;04/08/2026;40,00\n;;F5;05/08/2026;50,00\n", "A F1, A F2, B F3, B F4, B F5"},
		{"blocks with totals", "A;Aa;F1;01/08/2026;10,00\n;;F2;02/08/2026;20,00\nTotal A;;;;30,00\nB;Bb;F3;03/08/2026;30,00\n", "A F1, A F2, B F3"},
		{"a gap", "A;Aa;F1;01/08/2026;10,00\nA;Aa;F2;02/08/2026;20,00\n;;F3;03/08/2026;30,00\n", ""},
		{"first row", ";;F1;01/08/2026;10,00\nB;Bb;F3;03/08/2026;30,00\n", ""},
		{"after a total", "A;Aa;F1;01/08/2026;10,00\nTotal;;;;10,00\n;;F2;02/08/2026;20,00\n", ""},
		{"after a blank line", "A;Aa;F1;01/08/2026;10,00\n\n;;F2;02/08/2026;20,00\n", ""},
		{"another name", "A;Aa;F1;01/08/2026;10,00\n;Bb;F2;02/08/2026;20,00\n", ""},
	}
	for _, tt := range tests {
		b, err := Read(strings.NewReader(head+tt.rows), Options{ListDate: day(t, "2026-10-31")})
		if tt.want == "" {
			if r := (*Refused)(nil); !errors.As(err, &r) || r.Findings[0].Code != ledger.RefuseClient {
				t.Errorf("%s: %v", tt.name, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		var got []string
		for _, a := range b.Accounts {
			for _, it := range a.Items {
				got = append(got, a.Client.Key.Account+" "+it.Number)
			}
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%s: %s", tt.name, s)
		}
		if f, ok := codes(b)[ledger.FindingClientAbove]; !ok || f.Line != 3 {
			t.Errorf("%s: findings %+v", tt.name, b.Findings)
		}
	}
}

func TestAmountsByAge(t *testing.T) {
	const head = "Client;Nom;Facture;Date;Échéance;Non échu;1-30 j;31-60 j;> 60 j\n"
	b := mustRead(t, head+"A;Aa;F1;01/08/2026;31/08/2026;;;1 200,50;\nA;Aa;AV2;02/08/2026;;;-20,00;;\nB;Bb;F3;03/10/2026;02/11/2026;300,00;0,00;0,00;0,00\nTotal;;;;;300,00;-20,00;1 200,50;\n",
		Options{ListDate: day(t, "2026-10-31")})
	want := "A invoice F1 2026-08-01 1200.50 EUR 2026-08-31\nA credit AV2 2026-08-02 -20.00 EUR\nB invoice F3 2026-10-03 300.00 EUR 2026-11-02"
	if got := shape(b); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if f, ok := codes(b)[ledger.FindingBuckets]; !ok || f.Detail != "Non échu, 1-30 j, 31-60 j, > 60 j" {
		t.Errorf("findings %+v", b.Findings)
	}
	_, err := Read(strings.NewReader(head+"A;Aa;F1;01/08/2026;31/08/2026;10,00;;1 200,50;\n"), Options{ListDate: day(t, "2026-10-31")})
	if r := (*Refused)(nil); !errors.As(err, &r) || r.Findings[0].Code != ledger.RefuseBands || r.Findings[0].Line != 2 {
		t.Errorf("two bands filled: %v", err)
	}
	// without documents it stays an aged balance
	_, err = Read(strings.NewReader("Client;Nom;Non échu;1-30 j;31-60 j\nA;Aa;1,00;;\n"), Options{})
	if r := (*Refused)(nil); !errors.As(err, &r) || r.Findings[0].Code != ledger.RefuseAged {
		t.Errorf("an aged balance: %v", err)
	}
}

func TestDatesInWords(t *testing.T) {
	for text, want := range map[string]string{
		"09-Jun-2026": "2026-06-09", "9 juin 2026": "2026-06-09", "1er août 2026": "2026-08-01", "9 Juil. 2026": "2026-07-09",
		"15-févr.-26": "2026-02-15", "June 9, 2026": "2026-06-09", "31 DÉCEMBRE 2026": "2026-12-31", "9\u00A0mars\u00A02026": "2026-03-09",
		"9 jui 2026": "", "31 juin 2026": "", "juin 2026": "", "9 truc 2026": "", "9-6-Jun": "",
	} {
		got, err := parseDate(text)
		if want == "" && err == nil || want != "" && got.String() != want {
			t.Errorf("%q: %v, %v; want %q", text, got, err, want)
		}
	}
	b := mustRead(t, "Client;Facture;Date;Montant\nA;F1;09-Jun-2026;10,00\n", Options{ListDate: day(t, "2026-10-31")})
	if got := shape(b); got != "A invoice F1 2026-06-09 10.00 EUR" {
		t.Errorf("%s", got)
	}
}

func TestEscapeSequences(t *testing.T) {
	for text, want := range map[string]string{
		"\x1b[31mRouge\x1b[0m SARL":  "Rouge SARL",
		"\x1b]0,pwned\x07Titre":      "Titre",
		"\x1b]8;;http://x\x1b\\Lien": "Lien",
		"\u009b31mC1 csi":            "C1 csi",
		"\x1b[2JH10":                 "H10",
		"\x1b(Bplain":                "plain",
		"\x1b]0;open ended":          "0;open ended",
		"end\x1b":                    "end",
		"end\x1b[":                   "end",
		"[31m":                       "[31m", // no escape: text
		"👩\u200d👧 zero\u200bwidth":   "👩👧 zerowidth",
	} {
		if got := clean(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
