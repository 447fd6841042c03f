package wording

import (
	"testing"

	"relance/domain/ledger"
	"relance/domain/terms"
)

func TestTermsInWords(t *testing.T) {
	for _, tt := range []struct{ code, fr, en string }{
		{"NET 30", "30 jours", "30 days"},
		{"NET 1", "1 jour", "1 day"},
		{"NET 0", "0 jour", "0 days"},
		{"EOM-A 45", "45 jours fin de mois", "45 days end of month"},
		{"EOM-A 0", "fin de mois", "end of month"},
		{"EOM-A 30 le 10", "30 jours fin de mois le 10", "30 days end of month on the 10th"},
		{"EOM-A 0 le 1", "fin de mois le 1", "end of month on the 1st"},
		{"EOM-B 45", "fin de mois + 45 jours", "end of month + 45 days"},
		{"MEOM 1", "1 mois fin de mois", "1 month end of month"},
		{"MEOM 2", "2 mois fin de mois", "2 months end of month"},
		{"DEC 30", "30 jours fin de décade", "30 days end of ten-day period"},
		{"RECEPT", "à réception", "on receipt"},
		{"FIX 2026-01-31", "FIX 2026-01-31", "FIX 2026-01-31"},
	} {
		for l, want := range map[Lang]string{French: tt.fr, English: tt.en} {
			got := FieldValue(l, ledger.FieldTerms, tt.code)
			if got != want {
				t.Errorf("%s: %q, want %q", tt.code, got, want)
			}
			if back, err := terms.Parse(got); err != nil || back.String() != tt.code {
				t.Errorf("%q reads back as %v, %v; want %s", got, back, err, tt.code)
			}
		}
	}
}

func TestNatureInWords(t *testing.T) {
	for code, want := range map[string][2]string{"b2b": {"entreprise", "business"}, "b2c": {"particulier", "consumer"}, "public": {"public", "public"}} {
		if fr, en := FieldValue(French, ledger.FieldNature, code), FieldValue(English, ledger.FieldNature, code); fr != want[0] || en != want[1] {
			t.Errorf("%s: %q %q", code, fr, en)
		}
	}
}
