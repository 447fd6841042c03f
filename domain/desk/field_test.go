package desk

import (
	"slices"
	"testing"

	"relance/domain/ledger"
	"relance/domain/money"
)

func TestCheckField(t *testing.T) {
	for _, c := range []struct {
		field ledger.Field
		value string
		want  string
		ok    bool
	}{
		{ledger.FieldTerms, "45fm", "EOM-A 45", true},
		{ledger.FieldTerms, "garbage", "", false},
		{ledger.FieldTerms, "  ", "", true},
		{ledger.FieldName, "", "", true}, // a blank cell says nothing
		{ledger.FieldLanguage, "NL", "nl", true},
		{ledger.FieldLanguage, "xx", "xx", false},
		{ledger.FieldCountry, "be", "BE", true},
		{ledger.FieldLimit, "12500,50", "12500.50", true},
		{ledger.FieldLimit, "-1", "-1.00", false},
		{ledger.FieldNature, "Entreprise", "b2b", true},
		{ledger.FieldNature, "sphere", "b2b", false},
		{ledger.FieldFactored, "x", "1", true},
		{ledger.FieldFactored, "perhaps", "0", false},
		{ledger.FieldContactEmail, "zzz", "zzz", true},
	} {
		got, ok := CheckField(c.field, c.value, money.EUR)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%s %q: %q %v", c.field.Key(), c.value, got, ok)
		}
	}
}

// The numbers are those of La Poste (SIREN 356 000 000, SIRET of its seat, VAT
// FR 39 356 000 000) and of the Belgian Federal Public Service Finance (0308.357.159).
func TestSuspect(t *testing.T) {
	for _, c := range []struct {
		field          ledger.Field
		value, country string
		want           bool
	}{
		{ledger.FieldIdentifier, "356 000 000", "FR", false},
		{ledger.FieldIdentifier, "35600000000048", "FR", false},
		{ledger.FieldIdentifier, "356000001", "FR", true},
		{ledger.FieldIdentifier, "0308.357.159", "BE", false},
		{ledger.FieldIdentifier, "0308.357.150", "BE", true},
		{ledger.FieldIdentifier, "HRB 12345", "DE", false},
		{ledger.FieldVAT, "FR39356000000", "", false},
		{ledger.FieldVAT, "FR38356000000", "", true},
		{ledger.FieldVAT, "BE 0308.357.159", "FR", false},
		{ledger.FieldVAT, "DE123456789", "FR", false},
		{ledger.FieldVAT, "12", "FR", true},
		{ledger.FieldContactEmail, "compta@lefevre.fr", "FR", false},
		{ledger.FieldContactEmail, "zzz", "FR", true},
		{ledger.FieldContactEmail, "a@b@c.fr", "FR", true},
		{ledger.FieldContactEmail, "a b@c.fr", "FR", true},
		{ledger.FieldContactEmail, "a@fr.", "FR", true},
		{ledger.FieldContactEmail, "", "FR", false},
		{ledger.FieldName, "zzz", "FR", false},
	} {
		if got := Suspect(c.field, c.value, c.country); got != c.want {
			t.Errorf("%s %q in %q: %v", c.field.Key(), c.value, c.country, got)
		}
	}
}

func TestChangedFields(t *testing.T) {
	was := ledger.Client{Name: "Garage", Terms: "NET 30", Contacts: []ledger.Contact{{Name: "Petit", Phone: "01"}}}
	is := ledger.Client{Name: "Garage", Terms: "NET 45", Limit: money.Of(1, money.EUR), Contacts: []ledger.Contact{
		{Name: "Petit", Phone: "02"}, {Name: "Durand"},
	}}
	want := []ledger.Field{ledger.FieldTerms, ledger.FieldLimit, ledger.FieldContactName, ledger.FieldContactPhone}
	if got := ChangedFields(&was, &is); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if got := ChangedFields(&was, &was); len(got) != 0 {
		t.Errorf("the same: %v", got)
	}
}
