package ledgerfile

import (
	"testing"

	"relance/domain/ledger"
)

func TestListLines(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{
			"a client called Total",
			"Client;Nom;Facture;Date;Solde\nTOTALGAZ;Total Gaz;F1;05/01/2025;10,00\nTotal Énergies;Total Énergies;F2;05/01/2025;20,00\nC3;TOTAL ENERGIES;F3;05/01/2025;30,00\nTotal C3;;;;30,00\nTotal;;3;;60,00\n",
			"C3 invoice F3 2025-01-05 30.00 EUR\nTOTALGAZ invoice F1 2025-01-05 10.00 EUR\nTotal Énergies invoice F2 2025-01-05 20.00 EUR",
		},
		{
			"a client called Total, without dates",
			"Client;Facture;Solde\nTotal Énergies;F2;20,00\nTotal général;;20,00\nTotal;Total;20,00\n",
			"Total Énergies invoice F2  20.00 EUR",
		},
		{
			"totals and titles of pages",
			"Échéancier\n;;;;\n\nClient;Facture;Date;Échéance;Solde\nC1;F1;05/01/2025;04/02/2025;10,00\nSous-total C1;;;;10,00\n;;;;\nPage 2;;;;\nClient;Facture;Date;Échéance;Solde\nC2;F2;05/01/2025;04/02/2025;20,00\n;;;Total;20,00\n;;;;30,00\nTotaux;;;;30,00\nÉdité le 31/03/2025;;;;\n\nNombre de lignes : 2\n",
			"C1 invoice F1 2025-01-05 10.00 EUR 2025-02-04\nC2 invoice F2 2025-01-05 20.00 EUR 2025-02-04",
		},
		{
			"running balance by client",
			"Compte;Pièce;Date;Libellé;Débit;Crédit;Solde\nC1;F1;05/01/2025;Facture;1 000,00;;1 000,00\nC1;F2;06/01/2025;Facture;5,00;;1 005,00\nC1;R1;07/01/2025;Virement;;3,00;1 002,00\nC2;F3;07/01/2025;Facture;7,00;;7,00\n",
			"C1 invoice F1 2025-01-05 1000.00 EUR\nC1 invoice F2 2025-01-06 5.00 EUR\nC1 receipt R1 2025-01-07 -3.00 EUR\nC2 invoice F3 2025-01-07 7.00 EUR",
		},
		{
			"running balance of the whole",
			"Compte;Pièce;Date;Débit;Crédit;Solde\nC1;F1;05/01/2025;10,00;;10,00\nC2;F2;06/01/2025;5,00;;15,00\nC2;A1;06/01/2025;;15,00;0,00\n",
			"C1 invoice F1 2025-01-05 10.00 EUR\nC2 invoice F2 2025-01-06 5.00 EUR\nC2 credit A1 2025-01-06 -15.00 EUR",
		},
		{
			"balance of each line",
			"Compte;Pièce;Date;Débit;Crédit;Solde\nC1;F1;05/01/2025;10,00;;10,00\nC1;F2;06/01/2025;5,00;;2,00\n",
			"C1 invoice F1 2025-01-05 10.00 EUR\nC1 invoice F2 2025-01-06 5.00 EUR\nC1 receipt F2 2025-03-31 -3.00 EUR",
		},
		{
			"every sign of a credit",
			"Client;Facture;Date;Solde\nC1;F1;05/01/2025;1 234,56\nC1;F2;05/01/2025;1\u00a0234,56 €\nC1;F3;05/01/2025;1\u202f234,56\nC1;F4;05/01/2025;1.234,56\nC1;F5;05/01/2025;1'234,56\nC1;F6;05/01/2025;EUR 1234,56\nC1;F7;05/01/2025;1234,56-\nC1;F8;05/01/2025;(1 234,56)\nC1;F9;05/01/2025;- 1 234,56 €\n",
			"C1 invoice F1 2025-01-05 1234.56 EUR\nC1 invoice F2 2025-01-05 1234.56 EUR\nC1 invoice F3 2025-01-05 1234.56 EUR\nC1 invoice F4 2025-01-05 1234.56 EUR\nC1 invoice F5 2025-01-05 1234.56 EUR\nC1 invoice F6 2025-01-05 1234.56 EUR\nC1 credit F7 2025-01-05 -1234.56 EUR\nC1 credit F8 2025-01-05 -1234.56 EUR\nC1 credit F9 2025-01-05 -1234.56 EUR",
		},
		{
			"every form of a date",
			"Client;Facture;Date;Solde\nC1;F1;05/01/25;1\nC1;F2;20250105;1\nC1;F3;2025-01-05;1\nC1;F4;45662;1\nC1;F5;050125;1\nC1;F6;5/1/2025;1\nC1;F7;05.01.2025;1\nC1;F8;05/01/2025 00:00:00;1\n",
			"C1 invoice F1 2025-01-05 1.00 EUR\nC1 invoice F2 2025-01-05 1.00 EUR\nC1 invoice F3 2025-01-05 1.00 EUR\nC1 invoice F4 2025-01-05 1.00 EUR\nC1 invoice F5 2025-01-05 1.00 EUR\nC1 invoice F6 2025-01-05 1.00 EUR\nC1 invoice F7 2025-01-05 1.00 EUR\nC1 invoice F8 2025-01-05 1.00 EUR",
		},
		{
			"blank columns and rows longer by blank fields",
			";Client;;Facture;Date;;Solde;;\n;C1;;F1;05/01/2025;;10,00;;\n;C1;;F2;05/01/2025;;10,00;;;;\n",
			"C1 invoice F1 2025-01-05 10.00 EUR\nC1 invoice F2 2025-01-05 10.00 EUR",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := mustRead(t, tt.text, Options{ListDate: day(t, "2025-03-31"), Name: "liste.csv"})
			if got := shape(b); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s\n%+v", got, tt.want, b.Findings)
			}
		})
	}
}

// TestListTitles reads the titles under which packages put the same columns.
func TestListTitles(t *testing.T) {
	for _, head := range []string{
		"N° compte;Intitulé;N° pièce;Date pièce;Date d'échéance;Solde",
		"Compte;Libellé compte;Pièce;Date facture;Échéance;Solde dû",
		"Code;Nom;N° facture;Date document;Date échéance;Restant dû",
		"Code client;Raison sociale;Facture;Date;Éch.;Reste à payer",
		"Code tiers;Client;Référence;Date écriture;Date éch.;Montant dû",
		"Tiers;Désignation;Réf. pièce;Date comptable;Échéance;Montant",
		"Compte auxiliaire;Nom;Document;Date;Échéance;Solde",
		"CompAuxNum;Nom;Pièce;Date;Échéance;Solde",
		"N° tiers;Nom;Pièce;Date;Échéance;Solde",
	} {
		b := mustRead(t, head+"\nC1;Durand;F1;05/01/2025;04/02/2025;100,00\n", Options{})
		if got := shape(b); got != "C1 invoice F1 2025-01-05 100.00 EUR 2025-02-04" || b.Accounts[0].Client.Name != "Durand" || len(b.Findings) != 0 {
			t.Errorf("%s: %s %q %+v", head, got, b.Accounts[0].Client.Name, b.Findings)
		}
	}
	for _, head := range []string{
		"Compte;Pièce;Date;Débit;Crédit;Lettrage;Libellé;Mode règlement;Téléphone;E-mail",
		"Compte;Pièce;Date;Montant débit;Montant crédit;Let.;Libellé écriture;Mode de paiement;Tél.;Courriel",
		"Compte;Pièce;Date;Débit;Crédit;Code lettrage;Libellé;MR;Portable;Mail",
	} {
		b := mustRead(t, head+"\nC1;F1;05/01/2025;100,00;;AA;Facture;LCR;0143221109;a@b.fr\nC1;V1;06/01/2025;;100,00;AA;Virement;;;\nC1;F2;07/01/2025;10,00;;;Facture;;;\n", Options{})
		c := b.Accounts[0].Client
		if got := shape(b); got != "C1 invoice F2 2025-01-07 10.00 EUR" || c.PaymentMethod != "LCR" || len(c.Contacts) != 1 || codes(b)[ledger.FindingExtraColumns].Count != 0 {
			t.Errorf("%s: %s %+v %+v", head, got, c, b.Findings)
		}
	}
}
