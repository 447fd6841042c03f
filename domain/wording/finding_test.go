package wording

import (
	"testing"

	"relance/domain/ledger"
)

// The details of findings are written for people.
func TestFindingDetails(t *testing.T) {
	for _, tt := range []struct {
		f      ledger.Finding
		fr, en string
	}{
		{
			ledger.Finding{Code: ledger.FindingClosing, Detail: "2022-12-31 2023-01-01 2023-07-31"},
			"la date de clôture du nom contredit les écritures : 31/12/2022, écritures du 01/01/2023 au 31/07/2023",
			"the closing date in the name disagrees with the entries: 31/12/2022, entries from 01/01/2023 to 31/07/2023",
		},
		{ledger.Finding{Code: ledger.FindingDate, Detail: "1900-01-01"}, "date hors de tout usage : 01/01/1900", "date out of any use: 01/01/1900"},
		{
			ledger.Finding{Code: ledger.FindingUnbalanced, Detail: "OD 2026-03-02 1250.50"},
			"écriture non équilibrée : OD 02/03/2026 1\u202f250,50", "entry does not balance: OD 02/03/2026 1,250.50",
		},
		{ledger.Finding{Code: ledger.FindingSeparator, Detail: ";"}, "séparateur que la norme n'admet pas : « ; »", `separator that the standard does not allow: ";"`},
		{
			ledger.Finding{Code: ledger.FindingNoReceivables, Detail: "411, 413"},
			"aucune écriture sur les comptes clients : rien à reprendre de ce fichier (411, 413)",
			"no entry on the receivable accounts: nothing to take from this file (411, 413)",
		},
		{ledger.Finding{Code: ledger.RefuseXML}, "XML mal formé, ou qui ne suit pas le schéma du FEC", "malformed XML, or not of the schema of the FEC"},
	} {
		if fr, en := Finding(French, tt.f), Finding(English, tt.f); fr != tt.fr || en != tt.en {
			t.Errorf("got %q, %q", fr, en)
		}
	}
}
