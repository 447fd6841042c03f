package ledgerfile

import (
	"slices"
	"strings"
	"testing"

	"relance/domain/ledger"
)

// fecOf makes a FEC of lines "journal;label;date;piece date;amount", each with
// its counterpart.
func fecOf(lines ...string) string {
	out := []string{"JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise"}
	for i, l := range lines {
		f := strings.Split(l, ";")
		for _, half := range []string{"411000\tClients\tC1\tUn\tF%\t" + f[3] + "\tx\t" + f[4] + "\t0,00", "707000\tVentes\t\t\tF%\t" + f[3] + "\tx\t0,00\t" + f[4]} {
			out = append(out, strings.Join([]string{f[0], f[1], string(rune('1' + i)), f[2], strings.ReplaceAll(half, "%", string(rune('1'+i))), "", "", f[2], "", ""}, "\t"))
		}
	}
	return strings.Join(out, "\r\n")
}

// Opening lines that bear other dates say nothing of the time before the file.
func TestPeriodOfOpeningLines(t *testing.T) {
	for _, c := range []struct {
		name, from, to string
		opens          bool
		lines          []string
	}{
		{"first day", "2026-01-01", "2026-01-20", true, []string{"AN;A nouveaux;20260101;20260101;1,00", "VE;Ventes;20260120;20260120;2,00"}},
		{"last day of the year before", "2026-01-20", "2026-01-20", true, []string{"RAN;A nouveaux;20251231;20251231;1,00", "VE;Ventes;20260120;20260120;2,00"}},
		{"detailed", "2026-01-20", "2026-01-20", true, []string{"AD;A Nouveaux Détaillés;20250118;20250118;1,00", "AD;A Nouveaux Détaillés;20251202;20251202;1,00", "VE;Ventes;20260120;20260120;2,00"}},
		{"booked late", "2026-01-05", "2026-01-31", true, []string{"VE;Ventes;20260105;20260105;2,00", "AN;A nouveaux;20260131;20260131;1,00"}},
		{"alone", "2026-01-01", "2026-01-01", true, []string{"AN;A nouveaux;20260101;20260101;1,00"}},
		{"none", "2026-02-03", "2026-02-20", false, []string{"VE;Ventes;20260203;20260203;2,00", "VE;Ventes;20260220;20260220;2,00"}},
	} {
		b, err := Read(strings.NewReader(fecOf(c.lines...)), Options{})
		if err != nil {
			t.Fatal(c.name, err)
		}
		if b.From != day(t, c.from) || b.To != day(t, c.to) || b.Opens != c.opens {
			t.Errorf("%s: %v to %v, opens %v", c.name, b.From, b.To, b.Opens)
		}
	}
}

func TestUnusualDates(t *testing.T) {
	has := func(b *ledger.Batch) bool {
		return slices.ContainsFunc(b.Findings, func(f ledger.Finding) bool { return f.Code == ledger.FindingDate })
	}
	for text, want := range map[string]bool{
		fecOf("VE;Ventes;20260203;20260203;2,00"):            false,
		fecOf("VE;Ventes;20260203;19260203;2,00"):            true,
		fecOf("VE;Ventes;22060203;20260203;2,00"):            true,
		"Compte;N° pièce;Date;Solde\nA;F1;02/03/2026;5,00\n": false,
		"Compte;N° pièce;Date;Solde\nA;F1;02/03/1976;5,00\n": true,
	} {
		b, err := Read(strings.NewReader(text), Options{})
		if err != nil || has(b) != want {
			t.Errorf("%q: %v, %+v", text, err, b)
		}
	}
}

func TestListPaymentMethodAndBalances(t *testing.T) {
	for text, want := range map[string]struct {
		method   string
		balances bool
	}{
		"Compte;N° pièce;Date;Restant dû;Mode de paiement\nA;F1;02/03/2026;5,00;LCR\n":              {"LCR", true},
		"Compte;N° pièce;Date;Montant TTC;Solde;Mode de règlement\nA;F1;02/03/2026;9,00;5,00;VIR\n": {"VIR", false},
		"Compte;N° pièce;Date;Débit;Crédit;Solde\nA;F1;02/03/2026;9,00;;5,00\n":                     {"", false},
	} {
		b, err := Read(strings.NewReader(text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := b.Accounts[0].Client.PaymentMethod; got != want.method || b.Balances != want.balances {
			t.Errorf("%q: method %q, balances %v", text, got, b.Balances)
		}
	}
}
