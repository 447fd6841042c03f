package ident_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"relance/domain/ident"
)

type vectors struct {
	IBANValid    []string                     `json:"iban_valid"`
	IBANInvalid  []string                     `json:"iban_invalid"`
	RFValid      []string                     `json:"rf_creditor_reference_valid"`
	RFInvalid    []string                     `json:"rf_invalid"`
	SIRENValid   []string                     `json:"fr_siren_valid"`
	SIRENInvalid []string                     `json:"fr_siren_invalid"`
	SIRETValid   []string                     `json:"fr_siret_valid"`
	SIRETInvalid []string                     `json:"fr_siret_invalid"`
	FRVATValid   []string                     `json:"fr_tva_valid"`
	FRVATInvalid []string                     `json:"fr_tva_invalid"`
	FRVATToSIREN map[string]string            `json:"fr_tva_to_siren"`
	Monaco       string                       `json:"fr_tva_monaco_no_siren"`
	BEVATValid   []string                     `json:"be_vat_valid"`
	BEVATInvalid []string                     `json:"be_vat_invalid"`
	BEAccounts   []struct{ IBAN, BIC string } `json:"be_iban_bic_valid"`
	BICValid     []string                     `json:"bic_valid"`
	OGM          struct {
		Valid, Invalid []string
		Check          []struct{ Base, Check string }
		Computed       []string `json:"oracle_computed"`
	} `json:"be_ogm"`
}

func TestPublishedVectors(t *testing.T) {
	v := readVectors(t)
	groups := []struct {
		name           string
		check          func(string) error
		valid, invalid []string
	}{
		{"IBAN", ident.CheckIBAN, v.IBANValid, v.IBANInvalid},
		{"RF", ident.CheckRF, v.RFValid, v.RFInvalid},
		{"SIREN", ident.CheckSIREN, v.SIRENValid, v.SIRENInvalid},
		{"SIRET", ident.CheckSIRET, v.SIRETValid, v.SIRETInvalid},
		{"French VAT", ident.CheckFRVAT, append(v.FRVATValid, v.Monaco), v.FRVATInvalid},
		{"Belgian VAT", ident.CheckBEVAT, v.BEVATValid, v.BEVATInvalid},
		{"BIC", ident.CheckBIC, v.BICValid, nil},
		{"OGM", ident.CheckOGM, append(v.OGM.Valid, v.OGM.Computed...), v.OGM.Invalid},
	}
	for _, g := range groups {
		t.Logf("%s: %d valid, %d invalid", g.name, len(g.valid), len(g.invalid))
		for _, s := range g.valid {
			if err := g.check(s); err != nil {
				t.Errorf("%s %q is valid: %v", g.name, s, err)
			}
		}
		for _, s := range g.invalid {
			if g.check(s) == nil {
				t.Errorf("%s %q is not valid", g.name, s)
			}
		}
	}
}

func TestPublishedConversions(t *testing.T) {
	v := readVectors(t)
	for _, a := range v.BEAccounts {
		if ident.CheckIBAN(a.IBAN) != nil || ident.CheckBIC(a.BIC) != nil {
			t.Errorf("%v: %v, %v", a, ident.CheckIBAN(a.IBAN), ident.CheckBIC(a.BIC))
		}
	}
	for _, s := range v.IBANValid {
		n := ident.NormalIBAN(s)
		if made, err := ident.MakeIBAN(n[:2], n[4:]); err != nil || made != n {
			t.Errorf("MakeIBAN of %s = %s, %v", n, made, err)
		}
	}
	for _, s := range v.RFValid {
		if made, err := ident.MakeRF(s[4:]); err != nil || made != s {
			t.Errorf("MakeRF of %s = %s, %v", s, made, err)
		}
	}
	for vat, siren := range v.FRVATToSIREN {
		if got, err := ident.FRVATToSIREN(vat); err != nil || got != siren {
			t.Errorf("SIREN of %s = %s, %v", vat, got, err)
		}
		if got, err := ident.SIRENToFRVAT(siren); err != nil || got != ident.NormalFRVAT(vat) {
			t.Errorf("VAT number of %s = %s, %v", siren, got, err)
		}
	}
	if _, err := ident.FRVATToSIREN(v.Monaco); err == nil {
		t.Errorf("%s of Monaco holds no SIREN", v.Monaco)
	}
	for _, c := range v.OGM.Check {
		if made, err := ident.MakeOGM(c.Base); err != nil || !strings.HasSuffix(made, c.Check) {
			t.Errorf("MakeOGM of %s = %s, %v", c.Base, made, err)
		}
	}
}

func readVectors(t *testing.T) vectors {
	t.Helper()
	const name = "../../../shared/data/vectors/ids.json"
	b, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("published vectors not present: " + name)
	}
	var v vectors
	if err == nil {
		err = json.Unmarshal(b, &v)
	}
	if err != nil || len(v.IBANValid) == 0 || len(v.OGM.Computed) == 0 {
		t.Fatal("vectors not read: ", err)
	}
	return v
}
