package ident_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/ident"
)

func TestChecks(t *testing.T) {
	tests := []struct {
		name  string
		check func(string) error
		text  string
		want  error
	}{
		{"IBAN", ident.CheckIBAN, "FR1420041010050500013M02606", nil},
		{"IBAN", ident.CheckIBAN, "iban be68 5390 0754 7034", nil},
		{"IBAN", ident.CheckIBAN, "BE68\u00a05390\u202f0754-7034", nil},
		{"IBAN", ident.CheckIBAN, "", ident.ErrLength},
		{"IBAN", ident.CheckIBAN, "FR1420041010050500013M0260", ident.ErrLength},
		{"IBAN", ident.CheckIBAN, "FR1420041010050500013M02607", ident.ErrChecksum},
		{"IBAN", ident.CheckIBAN, "FR14X0041010050500013M02606", ident.ErrStructure},
		{"IBAN", ident.CheckIBAN, "1234567890123456", ident.ErrStructure},
		{"IBAN", ident.CheckIBAN, "BE68 5390 0754 703é", ident.ErrCharacters},
		{"IBAN", ident.CheckIBAN, "XX431234", ident.ErrLength},
		{"RIB", ident.CheckRIB, "20041 01005 0500013M026 06", nil},
		{"RIB", ident.CheckRIB, "20041 01005 0500013M026 07", ident.ErrChecksum},
		{"RIB", ident.CheckRIB, "2004A 01005 0500013M026 06", ident.ErrStructure},
		{"RIB", ident.CheckRIB, "20041", ident.ErrLength},
		{"BIC", ident.CheckBIC, "BNPAFRPP", nil},
		{"BIC", ident.CheckBIC, "bnpa fr pp xxx", nil},
		{"BIC", ident.CheckBIC, "BNPAFRPPX", ident.ErrLength},
		{"BIC", ident.CheckBIC, "BNP1FRPP", ident.ErrStructure},
		{"BIC", ident.CheckBIC, "BNPAFRP_", ident.ErrCharacters},
		{"SIREN", ident.CheckSIREN, "404833048", nil},
		{"SIREN", ident.CheckSIREN, "732 829 320", nil},
		{"SIREN", ident.CheckSIREN, "732829321", ident.ErrChecksum},
		{"SIREN", ident.CheckSIREN, "000000000", ident.ErrChecksum},
		{"SIREN", ident.CheckSIREN, "73282932", ident.ErrLength},
		{"SIREN", ident.CheckSIREN, "73282932A", ident.ErrCharacters},
		{"SIRET", ident.CheckSIRET, "73282932000074", nil},
		{"SIRET", ident.CheckSIRET, "73282932000075", ident.ErrChecksum},
		{"SIRET", ident.CheckSIRET, "35600000000048", nil},
		{"SIRET", ident.CheckSIRET, "35600000049837", nil},
		{"SIRET", ident.CheckSIRET, "35600000049838", ident.ErrChecksum},
		{"French VAT", ident.CheckFRVAT, "FR83404833048", nil},
		{"French VAT", ident.CheckFRVAT, "FR 83 404 833 048", nil},
		{"French VAT", ident.CheckFRVAT, "83404833048", nil},
		{"French VAT", ident.CheckFRVAT, "FR84404833048", ident.ErrChecksum},
		{"French VAT", ident.CheckFRVAT, "FR83404833049", ident.ErrChecksum},
		{"French VAT", ident.CheckFRVAT, "FRI3404833048", ident.ErrCharacters},
		{"French VAT", ident.CheckFRVAT, "BE83404833048", ident.ErrStructure},
		{"French VAT", ident.CheckFRVAT, "FR8340483304", ident.ErrLength},
		{"French VAT", ident.CheckFRVAT, "FR 53 0000 04605", nil},
		{"French VAT", ident.CheckFRVAT, "FR K7 399 859 412", nil},
		{"French VAT", ident.CheckFRVAT, "FR K8 399 859 412", ident.ErrChecksum},
		{"KBO", ident.CheckKBO, "0403.019.261", nil},
		{"KBO", ident.CheckKBO, "403019261", nil},
		{"KBO", ident.CheckKBO, "0403.019.262", ident.ErrChecksum},
		{"KBO", ident.CheckKBO, "2403019261", ident.ErrStructure},
		{"KBO", ident.CheckKBO, "04030192", ident.ErrLength},
		{"Belgian VAT", ident.CheckBEVAT, "BE 0403.019.261", nil},
		{"Belgian VAT", ident.CheckBEVAT, "FR0403019261", ident.ErrCharacters},
		{"RF", ident.CheckRF, "RF18 5390 0754 7034", nil},
		{"RF", ident.CheckRF, "RF18539007547035", ident.ErrChecksum},
		{"RF", ident.CheckRF, "RG18539007547034", ident.ErrStructure},
		{"RF", ident.CheckRF, "RF18", ident.ErrLength},
		{"OGM", ident.CheckOGM, "+++010/8068/17183+++", nil},
		{"OGM", ident.CheckOGM, "***010/8068/17183***", nil},
		{"OGM", ident.CheckOGM, "000/0000/09797", nil},
		{"OGM", ident.CheckOGM, "010/8068/17180", ident.ErrChecksum},
		{"OGM", ident.CheckOGM, "0108068171", ident.ErrLength},
		{"OGM", ident.CheckOGM, "01080681718A", ident.ErrCharacters},
		{"ICS", ident.CheckICS, "FR72ZZZ123456", nil},
		{"ICS", ident.CheckICS, "FR72 ABC 123456", nil},
		{"ICS", ident.CheckICS, "FR73ZZZ123456", ident.ErrChecksum},
		{"ICS", ident.CheckICS, "FR72ZZZ12345", ident.ErrLength},
		{"ICS", ident.CheckICS, "1272ZZZ123456", ident.ErrStructure},
	}
	for _, tt := range tests {
		if err := tt.check(tt.text); !errors.Is(err, tt.want) {
			t.Errorf("%s %q: %v, want %v", tt.name, tt.text, err, tt.want)
		}
	}
}

func TestForms(t *testing.T) {
	tests := []struct {
		name   string
		format func(string) string
		text   string
		want   string
	}{
		{"IBAN", ident.FormatIBAN, "fr1420041010050500013M02606", "FR14 2004 1010 0505 0001 3M02 606"},
		{"normal IBAN", ident.NormalIBAN, " be68.5390-0754 7034", "BE68539007547034"},
		{"RIB", ident.FormatRIB, "20041010050500013M02606", "20041 01005 0500013M026 06"},
		{"BIC", ident.NormalBIC, "bnpa fr pp", "BNPAFRPP"},
		{"SIREN", ident.FormatSIREN, "732829320", "732 829 320"},
		{"SIRET", ident.FormatSIRET, "732.829.320.00074", "732 829 320 00074"},
		{"French VAT", ident.FormatFRVAT, "83404833048", "FR 83 404 833 048"},
		{"KBO", ident.FormatKBO, "BE403019261", "0403.019.261"},
		{"Belgian VAT", ident.FormatBEVAT, "403019261", "BE 0403.019.261"},
		{"normal Belgian VAT", ident.NormalBEVAT, "BE 0403.019.261", "BE0403019261"},
		{"RF", ident.FormatRF, "rf18539007547034", "RF18 5390 0754 7034"},
		{"OGM", ident.FormatOGM, "010806817183", "+++010/8068/17183+++"},
		{"short OGM", ident.FormatOGM, "12/3", "123"},
		{"empty IBAN", ident.FormatIBAN, "", ""},
		{"ICS", ident.NormalICS, "fr72 zzz 123456", "FR72ZZZ123456"},
	}
	for _, tt := range tests {
		if got := tt.format(tt.text); got != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.name, tt.text, got, tt.want)
		}
	}
}

func TestConversions(t *testing.T) {
	tests := []struct {
		name    string
		convert func(string) (string, error)
		text    string
		want    string
		err     error
	}{
		{"SIRET to SIREN", ident.SIRETToSIREN, "73282932000074", "732829320", nil},
		{"SIREN to VAT", ident.SIRENToFRVAT, "404 833 048", "FR83404833048", nil},
		{"SIREN to VAT", ident.SIRENToFRVAT, "404 833 049", "", ident.ErrChecksum},
		{"VAT to SIREN", ident.FRVATToSIREN, "FR83404833048", "404833048", nil},
		{"VAT to SIREN", ident.FRVATToSIREN, "FR 53 0000 04605", "", ident.ErrStructure},
		{"RIB to IBAN", ident.RIBToIBAN, "20041010050500013M02606", "FR1420041010050500013M02606", nil},
		{"IBAN to RIB", ident.IBANToRIB, "FR1420041010050500013M02606", "20041010050500013M02606", nil},
		{"IBAN to RIB", ident.IBANToRIB, "BE68539007547034", "", ident.ErrStructure},
		{"make RF", ident.MakeRF, "FA-2026/0123", "RF30FA20260123", nil},
		{"make RF", ident.MakeRF, "f2026-00042", "RF93F202600042", nil},
		{"make RF", ident.MakeRF, "n° 12 é", "RF48N12", nil},
		{"make RF", ident.MakeRF, "-/-", "", ident.ErrLength},
		{"make RF", ident.MakeRF, "1234567890123456789012", "", ident.ErrLength},
		{"make OGM", ident.MakeOGM, "0108068171", "010806817183", nil},
		{"make OGM", ident.MakeOGM, "97", "000000009797", nil},
		{"make OGM", ident.MakeOGM, "1", "000000000101", nil},
		{"make OGM", ident.MakeOGM, "12345678901", "", ident.ErrLength},
		{"make OGM", ident.MakeOGM, "", "", ident.ErrLength},
		{"make OGM", ident.MakeOGM, "F12", "", ident.ErrCharacters},
	}
	for _, tt := range tests {
		if got, err := tt.convert(tt.text); got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("%s %q: %q, %v; want %q, %v", tt.name, tt.text, got, err, tt.want, tt.err)
		}
	}
	if got, err := ident.MakeIBAN("be", "539 0075470 34"); got != "BE68539007547034" || err != nil {
		t.Errorf("MakeIBAN = %q, %v", got, err)
	}
	if got, err := ident.MakeIBAN("BE", "53900754703"); got != "" || !errors.Is(err, ident.ErrLength) {
		t.Errorf("MakeIBAN of a short number = %q, %v", got, err)
	}
}

func TestWhatIsMadePasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rf, err := ident.MakeRF(rapid.StringMatching(`[A-Za-z0-9]{1,21}`).Draw(t, "reference"))
		if err != nil || ident.CheckRF(rf) != nil || ident.CheckRF(ident.FormatRF(rf)) != nil {
			t.Fatalf("RF %q: %v, %v", rf, err, ident.CheckRF(rf))
		}
		ogm, err := ident.MakeOGM(rapid.StringMatching(`[0-9]{1,10}`).Draw(t, "base"))
		if err != nil || ident.CheckOGM(ident.FormatOGM(ogm)) != nil {
			t.Fatalf("OGM %q: %v", ogm, err)
		}
	})
}

// One digit changed is always caught by a modulus 97.
func TestOneWrongDigitIsCaught(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		valid := rapid.SampledFrom([]string{"FR7630006000011234567890189", "BE68539007547034", "DE89370400440532013000"}).Draw(t, "iban")
		at := rapid.IntRange(2, len(valid)-1).Draw(t, "at")
		b := []byte(valid)
		b[at] = byte('0' + (int(b[at]-'0')+rapid.IntRange(1, 9).Draw(t, "plus"))%10)
		if err := ident.CheckIBAN(string(b)); !errors.Is(err, ident.ErrChecksum) {
			t.Fatalf("%s for %s: %v", b, valid, err)
		}
	})
}

func FuzzChecks(f *testing.F) {
	for _, s := range []string{"FR1420041010050500013M02606", "RF18539007547034", "+++010/8068/17183+++", "FRK7399859412", "é", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, check := range map[string]func(string) error{
			"IBAN": ident.CheckIBAN, "RIB": ident.CheckRIB, "BIC": ident.CheckBIC, "SIREN": ident.CheckSIREN,
			"SIRET": ident.CheckSIRET, "FR VAT": ident.CheckFRVAT, "KBO": ident.CheckKBO, "BE VAT": ident.CheckBEVAT,
			"RF": ident.CheckRF, "OGM": ident.CheckOGM, "ICS": ident.CheckICS,
		} {
			err := check(s)
			if err != nil && !errors.Is(err, ident.ErrLength) && !errors.Is(err, ident.ErrCharacters) &&
				!errors.Is(err, ident.ErrStructure) && !errors.Is(err, ident.ErrChecksum) {
				t.Errorf("%s %q: untyped error %v", name, s, err)
			}
		}
		for _, format := range []func(string) string{
			ident.FormatIBAN, ident.FormatRIB, ident.FormatSIREN, ident.FormatSIRET,
			ident.FormatFRVAT, ident.FormatKBO, ident.FormatBEVAT, ident.FormatRF, ident.FormatOGM,
		} {
			if once := format(s); format(once) != once && ident.CheckIBAN(s) == nil {
				t.Errorf("the form of %q changes: %q", s, once)
			}
		}
		_, _ = ident.MakeRF(s)
		_, _ = ident.MakeOGM(s)
		_, _ = ident.MakeIBAN("FR", s)
	})
}
