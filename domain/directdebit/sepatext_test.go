package directdebit_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/directdebit"
)

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"Société Générale d'Élevage":   "Societe Generale d'Elevage",
		"Cœur de bœuf, ŒUVRE":          "Coeur de boeuf, OEUVRE",
		"Straße, STRAẞE":               "Strasse, STRASSE",
		"Ça coûte 12 €":                "Ca coute 12 EUR",
		"Müller & Söhne":               "Muller + Sohne",
		"Łódź Øresund Æsir þorn ðal":   "Lodz Oresund AEsir thorn dal",
		"naïve façade à l’envers":      "naive facade a l'envers",
		"e\u0301te\u0301":              "ete",
		"  trop\t d'espaces\u00A0\n ":  "trop d'espaces",
		"«Le Petit» – “Grand”":         "'Le Petit' - 'Grand'",
		"a_b;c\\d|e[f]{g}<h>\"i\"":     "a-b,c/d/e(f)(g)(h)'i'",
		"compta@exemple.fr":            "compta(at)exemple.fr",
		"100 % #1 *2 = 3!":             "100 . .1 .2 . 3.",
		"F2026/0042 (solde) +1:2?":     "F2026/0042 (solde) +1:2?",
		"zéro\u200Blargeur\u00ADdouce": "zerolargeurdouce",
		"ﬁn ½ ² №":                     "fin 1/2 2 No",
		"Dvořák Šťastný Ğ ı İ":         "Dvorak Stastny G i I",
		"東京":                           "",
		"東京 2":                         ".. 2",
		"…":                            "",
		"":                             "",
		"\xff\xfe":                     "",
		"a\xffb":                       "a.b",
		"---":                          "",
	} {
		if got := directdebit.Text(in, 140); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for _, c := range []struct {
		in    string
		limit int
		want  string
	}{
		{"Société anonyme", 7, "Societe"},
		{"Société anonyme", 8, "Societe"},
		{"Société anonyme", 9, "Societe a"},
		{"Cœur", 2, "Co"},
		{"abc", 0, ""},
		{"abc", -1, ""},
	} {
		if got := directdebit.Text(c.in, c.limit); got != c.want {
			t.Errorf("%q in %d: %q, want %q", c.in, c.limit, got, c.want)
		}
	}
}

func TestIdentifier(t *testing.T) {
	for _, bad := range []string{
		"", "/a", "a/", "a//b", " a", "a ", "é", "a_b", "a&b", "<a>", "-", "a\nb", "a\x00", strings.Repeat("a", 36),
	} {
		if directdebit.IsIdentifier(bad) {
			t.Errorf("%q taken for an identifier", bad)
		}
	}
	for _, good := range []string{"RUM-2026/001", strings.Repeat("a", 35), "++A/b-C?:(1).,'"} {
		if !directdebit.IsIdentifier(good) {
			t.Errorf("%q refused", good)
		}
	}
}

var sepaCharacters = regexp.MustCompile(`^[a-zA-Z0-9/\-?:().,'+ ]*$`)

func checkText(t interface{ Errorf(string, ...any) }, in string, limit int) {
	text := directdebit.Text(in, limit)
	switch {
	case len(text) > max(limit, 0), !sepaCharacters.MatchString(text), text != strings.TrimSpace(text):
		t.Errorf("Text(%q, %d) = %q", in, limit, text)
	case directdebit.Text(text, limit) != text:
		t.Errorf("Text(%q, %d) = %q, again %q", in, limit, text, directdebit.Text(text, limit))
	case text != "" && !directdebit.IsText(text, limit):
		t.Errorf("%q, of %q, is no text", text, in)
	}
}

func TestNaughtyStrings(t *testing.T) {
	raw, err := os.ReadFile("../../../shared/data/hostile/blns.json")
	if err != nil {
		t.Skip("the list of naughty strings is not present:", err)
	}
	var all []string
	if err := json.Unmarshal(raw, &all); err != nil || len(all) < 500 {
		t.Fatalf("%d strings: %v", len(all), err)
	}
	for _, s := range all {
		for _, limit := range []int{1, 16, 35, 70, 140} {
			checkText(t, s, limit)
		}
	}
}

func TestTextOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkText(t, rapid.String().Draw(t, "text"), rapid.IntRange(-1, 150).Draw(t, "limit"))
	})
}
