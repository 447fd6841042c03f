package paper

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"relance/domain/money"
)

// render fills a shipped template.
func render(t testing.TB, lang Lang, name string, data Data) Doc {
	t.Helper()
	tpl, err := Load(lang, name, nil)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := tpl.Render(data)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// Every shipped paper fills in every language under both laws, and gives the
// text kept in testdata. UPDATE_GOLDEN=1 writes it anew.
func TestShippedPapers(t *testing.T) {
	for _, name := range Names() {
		for lang := range langCount {
			for i, data := range Examples(name, lang) {
				doc := render(t, lang, name, data)
				if doc.Title == "" || doc.Title == name || strings.Contains(doc.Title, "\n") {
					t.Errorf("%s.%s: title %q", name, lang, doc.Title)
				}
				text := Text(doc)
				for _, bad := range []string{"{{", "<no value>", "%!", "@", string(dataStart), string(lineBreak)} {
					if strings.Contains(strings.ReplaceAll(text, "@atelier.example", ""), bad) {
						t.Errorf("%s.%s: %q in the text", name, lang, bad)
					}
				}
				for _, line := range strings.Split(text, "\n") {
					if cells(line) > Width {
						t.Errorf("%s.%s: %d columns: %q", name, lang, cells(line), line)
					}
				}
				golden(t, filepath.Join("testdata", name+"."+lang.String()+"."+[]string{"fr", "be"}[i]+".txt"), text)
			}
		}
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ReplaceAll(string(want), "\r\n", "\n") != got {
		t.Errorf("%s differs; it reads now:\n%s", path, got)
	}
}

// The law named is that of the country, whatever the language.
func TestLawByCountry(t *testing.T) {
	for lang := range langCount {
		for i, data := range Examples(NameAgreement, lang) {
			text := strings.Join(strings.Fields(Text(render(t, lang, NameAgreement, data))), " ")
			if got, want := strings.Contains(text, "2240"), i == 0; got != want {
				t.Errorf("%s: article 2240 named: %v", lang, got)
			}
			if got, want := strings.Contains(text, "2248"), i == 1; got != want {
				t.Errorf("%s: article 2248 named: %v", lang, got)
			}
			if got, want := strings.Contains(text, "BODACC"), i == 0; got != want {
				t.Errorf("%s: BODACC named: %v", lang, got)
			}
		}
	}
}

// An agreement holds what it must, by the ways it can be drawn up.
func TestAgreementClauses(t *testing.T) {
	base := Examples(NameAgreement, French)[0].(Agreement)
	for _, c := range []struct {
		name     string
		change   func(*Agreement)
		has, not string
	}{
		{"automatic", func(a *Agreement) { a.Automatic = true }, "sans mise en demeure préalable", "8 jours après une mise en demeure"},
		{"notice", func(a *Agreement) { a.NoticeDays = 15 }, "15 jours après une mise en demeure", "sans mise en demeure préalable"},
		{"one day", func(a *Agreement) { a.NoticeDays = 1 }, "1 jour après", "1 jours"},
		{"waived", func(a *Agreement) { a.InterestIs = Waived }, "renonce aux intérêts de retard", "sont maintenus"},
		{"suspended", func(a *Agreement) { a.InterestIs = Suspended }, "définitivement abandonnés", "sont maintenus"},
		{"reserved", func(a *Agreement) { a.InterestIs = Reserved }, "continuent de courir au taux en vigueur à chaque date (BCE + 10), soit 12,15 % l'an à ce jour", "sont maintenus"},
		{"reserved, agreed", func(a *Agreement) { a.InterestIs, a.RateFixed = Reserved, true }, "continuent de courir au taux de 12,15 % l'an (BCE + 10).", "à ce jour"},
		{"one instalment", func(a *Agreement) { a.Schedule = a.Schedule[:1] }, "en une seule fois, au plus tard à la date ci-après", "chacune"},
		{"no account", func(a *Agreement) { a.IBAN = "" }, "sur le compte que le débiteur demande au créancier", "ci-dessous"},
		{"no retention", func(a *Agreement) { a.RetentionOfTitle = false }, "Prescription", "réserve de propriété"},
		{"principal first", func(a *Agreement) { a.PrincipalFirst = true }, "d'abord sur le principal", "1343-1"},
		{"first payment", func(a *Agreement) { a.FirstPayment = true }, "prend effet au paiement de la première échéance", "à sa signature par toutes"},
		{"mandate", func(a *Agreement) { a.Mandate = "RUM-1" }, "Mandat de prélèvement RUM-1", "FR14 2004"},
		{"court", func(a *Agreement) { a.Court = "tribunal de commerce de Lille" }, "relève de : tribunal de commerce de Lille", "compétent selon la loi"},
		{"consumer", func(a *Agreement) { a.Debtor.Consumer = true; a.Court = "x" }, "compétent selon la loi", "indemnités forfaitaires pour frais"},
		{"company alone", func(a *Agreement) { a.Guarantors = nil }, "Fait en 2 exemplaires", "caractère personnel"},
		{"no deadline", func(a *Agreement) { a.SignBy = 0 }, "Prise d'effet", "caduque"},
	} {
		a := base
		c.change(&a)
		text := strings.Join(strings.Fields(Text(render(t, French, NameAgreement, a))), " ")
		if !strings.Contains(text, c.has) {
			t.Errorf("%s: %q is missing", c.name, c.has)
		}
		if strings.Contains(text, c.not) {
			t.Errorf("%s: %q stands there", c.name, c.not)
		}
	}
}

func TestCheck(t *testing.T) {
	a := Examples(NameAgreement, French)[0].(Agreement)
	codes := func(a Agreement) string {
		var out []string
		for _, f := range a.Check() {
			out = append(out, string(f.Code))
		}
		return strings.Join(out, " ")
	}
	if got := codes(a); got != "provisional_rate" {
		t.Errorf("example: %s", got)
	}
	a.Provisional = false
	for _, c := range []struct {
		change func(*Agreement)
		want   string
	}{
		{func(a *Agreement) { a.Total = euros(2_322_418) }, "sum_differs"},
		{func(a *Agreement) { a.Principal = euros(1) }, "principal_differs"},
		{func(a *Agreement) { a.TotalWords = "" }, "words_missing"},
		{func(a *Agreement) { a.Debtor.Address = nil }, "identity_missing"},
		{func(a *Agreement) { a.Debtor.Representative = "" }, "signatory_missing"},
		{func(a *Agreement) { a.Debtor.Consumer = true; a.Automatic = true; a.FeesAre = Waived }, "consumer_automatic"},
		{func(a *Agreement) { a.Debtor.Consumer = true }, "consumer_indemnity"},
		{func(a *Agreement) { a.NoticeDays = 0 }, "notice_missing"},
		{func(a *Agreement) { a.IBAN = "" }, "account_missing"},
		{func(a *Agreement) { a.IBAN = "FR1420041010050500013M02607" }, "code_missing code_missing code_missing"},
		{func(a *Agreement) { a.Total.Currency = money.Currency{'U', 'S', 'D'} }, "currencies_mixed"},
	} {
		b := a
		c.change(&b)
		if got := codes(b); got != c.want {
			t.Errorf("%s: %s", c.want, got)
		}
	}
}
