package ledgerfile

import (
	"strings"
	"testing"

	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
)

func mustRead(t *testing.T, text string, opt Options) *ledger.Batch {
	t.Helper()
	b, err := Read(strings.NewReader(text), opt)
	if err != nil {
		t.Fatalf("refused: %v", err)
	}
	return b
}

func day(t *testing.T, s string) calendar.Date {
	t.Helper()
	d, err := calendar.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// shape writes items compactly: kind number date amount [due].
func shape(b *ledger.Batch) string {
	kinds := [...]string{"invoice", "credit", "receipt", "bill", "other"}
	var out []string
	for _, a := range b.Accounts {
		for _, it := range a.Items {
			out = append(out, strings.TrimSpace(strings.Join([]string{
				a.Client.Key.Account, kinds[it.Kind], it.Number, it.Date.String(), decimal(it.Amount, it.Currency.Exponent()), it.Currency.String(), it.Due.String(),
			}, " ")))
		}
	}
	return strings.Join(out, "\n")
}

func codes(b *ledger.Batch) map[ledger.FindingCode]ledger.Finding {
	m := map[ledger.FindingCode]ledger.Finding{}
	for _, f := range b.Findings {
		if _, ok := m[f.Code]; !ok {
			m[f.Code] = f
		}
	}
	return m
}

func TestItemLists(t *testing.T) {
	tests := []struct {
		name, text, want string
		findings         []ledger.FindingCode
	}{
		{
			"french, semicolon, decimal comma, partly open",
			"Client;Nom;Facture;Date;Échéance;Montant TTC;Solde\nC1;Durand;F1;05/01/2025;04/02/2025;1 200,50;1 200,50\nC1;Durand;F2;06/01/2025;05/02/2025;100,00;60,00\n",
			"C1 invoice F1 2025-01-05 1200.50 EUR 2025-02-04\nC1 invoice F2 2025-01-06 100.00 EUR 2025-02-05\nC1 receipt F2 2025-03-31 -40.00 EUR",
			nil,
		},
		{
			"english, comma, decimal dot, quoted thousands",
			"Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Balance\nA7,\"Smith, Ltd\",1001,2025-01-05,2025-02-04,\"1,200.50\",\"1,200.50\"\n",
			"A7 invoice 1001 2025-01-05 1200.50 EUR 2025-02-04",
			nil,
		},
		{
			"title lines, repeated header, totals",
			"Échéancier clients\nÉdité le 31/03/2025\n\nCompte;Intitulé;N° pièce;Date pièce;Date échéance;Reste à payer\nC1;Durand;F1;05/01/2025;04/02/2025;10,00\n;;;;Total C1;10,00\nCompte;Intitulé;N° pièce;Date pièce;Date échéance;Reste à payer\nC2;Petit;F2;06/01/2025;05/02/2025;20,00\nTotal général;;;;;30,00\n",
			"C1 invoice F1 2025-01-05 10.00 EUR 2025-02-04\nC2 invoice F2 2025-01-06 20.00 EUR 2025-02-05",
			[]ledger.FindingCode{ledger.FindingTotalLine},
		},
		{
			"debit and credit, no due date",
			"Code client\tRéf. pièce\tDate\tDébit\tCrédit\nC1\tF1\t05/01/2025\t100,00\t\nC1\tRèglement 3\t06/01/2025\t\t40,00\n",
			"C1 invoice F1 2025-01-05 100.00 EUR\nC1 receipt Règlement 3 2025-01-06 -40.00 EUR",
			[]ledger.FindingCode{ledger.FindingNoDue},
		},
		{
			"sens, trailing minus, parentheses, euro sign",
			"Tiers|Pièce|Date|Montant|Sens\nC1|F1|05/01/2025|100,00 €|D\nC1|AV1|05/01/2025|30,00|C\nC1|F2|05/01/2025|20,00-|D\nC1|F3|05/01/2025|(10,00)|D\n",
			"C1 invoice F1 2025-01-05 100.00 EUR\nC1 credit AV1 2025-01-05 -30.00 EUR\nC1 credit F2 2025-01-05 -20.00 EUR\nC1 credit F3 2025-01-05 -10.00 EUR",
			nil,
		},
		{
			"credit notes written without a sign",
			"client;type;numero;date;montant\nC1;Facture;F1;05/01/2025;100\nC1;Avoir;A1;05/01/2025;30\n",
			"C1 invoice F1 2025-01-05 100.00 EUR\nC1 credit A1 2025-01-05 -30.00 EUR",
			nil,
		},
		{
			"credit notes written with a sign, a reversed one without",
			"client;type;numero;date;montant\nC1;Avoir;A1;05/01/2025;-30\nC1;Avoir;A2;05/01/2025;30\n",
			"C1 credit A1 2025-01-05 -30.00 EUR\nC1 credit A2 2025-01-05 30.00 EUR",
			nil,
		},
		{
			"the column decides the decimal mark",
			"client;facture;solde\nC1;F1;1.234\nC1;F2;1.234,56\n",
			"C1 invoice F1  1234.00 EUR\nC1 invoice F2  1234.56 EUR",
			nil,
		},
		{
			"currencies, CR line ends, no final one",
			"client;facture;date;devise;solde\rC1;F1;20250105;USD;10,00\rC1;F2;2025-01-05;;11,00",
			"C1 invoice F1 2025-01-05 10.00 USD\nC1 invoice F2 2025-01-05 11.00 EUR",
			nil,
		},
		{
			"equal keys, Excel dates, six digits",
			"client;facture;date;solde\nC1;F1;45662;10,00\nC1;F1;050125;11,00\n",
			"C1 invoice F1 2025-01-05 10.00 EUR\nC1 invoice F1 2025-01-05 11.00 EUR",
			nil,
		},
		{
			"customer ledger: matched groups that balance are left out",
			"Compte;Pièce;Date;Libellé;Débit;Crédit;Lettrage\nC1;F1;05/01/2025;Facture;10,00;;AA\nC1;R1;06/01/2025;Virement;;10,00;AA\nC1;F2;07/01/2025;Facture;5,00;;\n",
			"C1 invoice F2 2025-01-07 5.00 EUR",
			nil,
		},
		{
			"open above amount, nothing open",
			"client;facture;date;montant;solde\nC1;F1;05/01/2025;10,00;12,00\nC1;F2;05/01/2025;10,00;0,00\n",
			"C1 invoice F1 2025-01-05 10.00 EUR\nC1 receipt F1 2025-03-31 2.00 EUR",
			[]ledger.FindingCode{ledger.FindingOpenAboveAmount, ledger.FindingZeroLine},
		},
		{
			"Windows-1252 and a quoted line break",
			"Client;Nom;Facture;Date;Libell\xe9;Solde\nC1;\"Caf\xe9\nde la gare\";F1;05/01/2025;\"dit \"\"X\"\"\";10,00\n",
			"C1 invoice F1 2025-01-05 10.00 EUR",
			nil,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := mustRead(t, tt.text, Options{ListDate: day(t, "2025-03-31"), Name: "liste.csv"})
			if got := shape(b); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			if b.Kind != ledger.BatchOpenList || b.Source.Format != FormatItems || b.To != day(t, "2025-03-31") {
				t.Errorf("kind %v, format %q, to %v", b.Kind, b.Source.Format, b.To)
			}
			found := codes(b)
			for _, c := range tt.findings {
				if _, ok := found[c]; !ok {
					t.Errorf("finding %d missing in %+v", c, b.Findings)
				}
			}
		})
	}
}

func TestItemListText(t *testing.T) {
	b := mustRead(t, "Client;Nom;Facture;Date;Libell\xe9;Solde;T\xe9l\xe9phone;E-mail\nC1;\"Caf\xe9\nde la gare\";F1;05/01/2025;\"dit \"\"X\"\"\";10,00;0143221109;a@b.fr\n", Options{})
	c := b.Accounts[0].Client
	if c.Name != "Café de la gare" || b.Accounts[0].Items[0].Label != `dit "X"` || len(c.Contacts) != 1 || c.Contacts[0].Email != "a@b.fr" {
		t.Errorf("%+v %+v", c, b.Accounts[0].Items[0])
	}
}

func TestItemListCP850(t *testing.T) {
	b := mustRead(t, "Client;Nom;Facture;Solde\nC1;Soci\x82t\x82 g\x82n\x82rale;F1;10,00\n", Options{})
	if got := b.Accounts[0].Client.Name; got != "Société générale" {
		t.Errorf("got %q", got)
	}
}

func TestItemListCodesPairItemAndSettling(t *testing.T) {
	b := mustRead(t, "client;facture;date;montant;solde\nC1;F1;05/01/2025;100,00;60,00\nC1;F1;05/01/2025;50,00;10,00\n", Options{ListDate: day(t, "2025-03-31")})
	sums := map[string]int64{}
	for _, it := range b.Accounts[0].Items {
		sums[it.Matching] += it.Amount
		if it.Kind == ledger.Receipt && (it.Booked != day(t, "2025-03-31") || it.Label != "" || it.Number != "F1") {
			t.Errorf("settling line %+v", it)
		}
	}
	if len(sums) != 2 || len(b.Accounts[0].Items) != 4 {
		t.Fatalf("%v", sums)
	}
	for code, sum := range sums {
		if sum != 6000 && sum != 1000 || code == "" {
			t.Errorf("code %q has %d open", code, sum)
		}
	}
}

func TestListDateFromName(t *testing.T) {
	tests := []struct{ name, want string }{
		{"echeancier_2025-03-31.csv", "2025-03-31"},
		{"echeancier 31-03-2025.csv", "2025-03-31"},
		{"echeancier_20250331.csv", "2025-03-31"},
		{"31_03_2025.txt", "2025-03-31"},
		{"liste 123456789.csv", ""},
		{"liste.csv", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := dateInName(tt.name).String(); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestTablesRefused(t *testing.T) {
	const head = "client;facture;date;solde\n"
	tests := []struct {
		name, text string
		code       ledger.FindingCode
		line       int
	}{
		{"amount", head + "C1;F1;05/01/2025;dix\n", ledger.RefuseAmount, 2},
		{"no amount", head + "C1;F1;05/01/2025;1,00\nC1;F2;05/01/2025;\n", ledger.RefuseAmount, 3},
		{"date", head + "C1;F1;31/02/2025;1,00\n", ledger.RefuseDate, 2},
		{"client", head + ";F1;05/01/2025;1,00\n", ledger.RefuseClient, 2},
		{"fields", head + "C1;F1;05/01/2025;1,00;x\n", ledger.RefuseFields, 2},
		{"header alone", head, ledger.RefuseEmpty, 0},
		{"sens", "client;facture;montant;sens\nC1;F1;1,00;Z\n", ledger.RefuseSens, 2},
		{"aged balance", "client,name,currency,not_due,d1_30,total\nC1,X,EUR,1.00,2.00,3.00\n", ledger.RefuseAged, 1},
		{"aged balance under titles", "Balance âgée au 31/03/2025\n\nCode client;Nom;Solde;Non échu;0-30;31-60;61-90;> 90 j\nC1;X;3;1;2;0;0;0\n", ledger.RefuseAged, 3},
		{"aged balance, two buckets", "Client;Nom;Solde;Non échu;Échu\nC1;X;3;1;2\n", ledger.RefuseAged, 1},
		{"aged balance by month", "Tiers;Raison sociale;Total;Antérieur;janv. 2025;févr. 2025;mars 2025\nC1;X;3;1;2;0;0\n", ledger.RefuseAged, 1},
		{"aged balance by period", "N° compte;Intitulé;Antérieur;Période 1;Période 2;Période 3;Période 4;Postérieur;Total\n411X;X;3;1;2;0;0;0;6\n", ledger.RefuseAged, 1},
		{"aged balance, days", "Compte,Nom,Solde dû,+ de 90 jours,< 30 j,30 jours\nC1,X,3,1,1,1\n", ledger.RefuseAged, 1},
		{"clients without account", "client;nom;siren\n;X;1\n", ledger.RefuseClient, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantRefused(t, tt.text, Options{}, tt.code, tt.line) })
	}
}

func TestClients(t *testing.T) {
	b := mustRead(t, "\xEF\xBB\xBFclient;nom;siren;plafond;conditions;courriel;téléphone;inconnu\nC1;Durand & Cie;732829320;10 000;NET30;a@b.fr;'+33143221109;x\nC2;;;;45fm;;;\n", Options{Name: "clients.csv"})
	want := []ledger.Particular{
		{Account: "C1", Field: ledger.FieldName, Value: "Durand & Cie", Line: 2},
		{Account: "C1", Field: ledger.FieldIdentifier, Value: "732829320", Line: 2},
		{Account: "C1", Field: ledger.FieldTerms, Value: "NET30", Line: 2},
		{Account: "C1", Field: ledger.FieldLimit, Value: "10 000", Line: 2},
		{Account: "C1", Field: ledger.FieldContactPhone, Value: "+33143221109", Line: 2},
		{Account: "C1", Field: ledger.FieldContactEmail, Value: "a@b.fr", Line: 2},
		{Account: "C2", Field: ledger.FieldTerms, Value: "45fm", Line: 3},
	}
	if b.Kind != ledger.BatchParticulars || len(b.Changed) != len(want) {
		t.Fatalf("kind %v, %+v", b.Kind, b.Changed)
	}
	for i := range want {
		if b.Changed[i] != want[i] {
			t.Errorf("%d: got %+v, want %+v", i, b.Changed[i], want[i])
		}
	}
	if f := codes(b)[ledger.FindingExtraColumns]; f.Detail != "inconnu" {
		t.Errorf("extra columns: %+v", f)
	}
}

func TestClientsEveryKey(t *testing.T) {
	for f := ledger.Field(0); f < ledger.FieldDue; f++ {
		b := mustRead(t, "client,"+f.Key()+"\nC1,value\n", Options{})
		if len(b.Changed) != 1 || b.Changed[0].Field != f || b.Changed[0].Value != "value" {
			t.Errorf("%s: %+v", f.Key(), b.Changed)
		}
	}
}

func TestItemCurrencyOption(t *testing.T) {
	b := mustRead(t, "client;facture;solde\nC1;F1;10,00\n", Options{Currency: money.CHF})
	if got := b.Accounts[0].Items[0].Currency; got != money.CHF {
		t.Errorf("got %v", got)
	}
}
