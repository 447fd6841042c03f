package terms_test

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/terms"
)

func day(t *testing.T, s string) calendar.Date {
	t.Helper()
	d, err := calendar.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func parse(t *testing.T, code string) terms.Terms {
	t.Helper()
	got, err := terms.Parse(code)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestParse(t *testing.T) {
	tests := []struct{ canonical, forms string }{
		{"NET 30", "NET 30|NET30|net-30|Net 30 jours|30|30j|30 j|30 jours|30 jrs|30 net|30 jours net|30 jours nets|30 jours date de facture"},
		{"NET 0", "0|NET 0"},
		{"EOM-A 45", "EOM-A 45|EOMA45|eom-a45|45fm|45 FM|45 jours fin de mois|45 j fin de mois|45 fdm|45 days EOM"},
		{"EOM-A 30 le 10", "EOM-A 30 le 10|EOMA30LE10|30fm10|30 fm 10|30 fm le 10|30 jours fin de mois le 10|EOM-A 30 10"},
		{"EOM-A 0", "fm|fin de mois|0fm|EOM-A 0"},
		{"EOM-A 0 le 10", "fin de mois le 10|fm le 10"},
		{"EOM-B 45", "EOM-B 45|EOMB45|fm45|fm+45|fm + 45|fin de mois + 45 jours|fin de mois 45 jours"},
		{"MEOM 1", "MEOM 1|meom1|1 mois fin de mois|1 mois fm"},
		{"DEC 30", "DEC 30|dec30|30 jours fin de décade|30 jours fin de DÉCADE|30 fin de décade|décade 30|30 decade"},
		{"RECEPT", "RECEPT|recept|comptant|Comptant|à réception|À RÉCEPTION|A reception|à réception de facture|a\u0300 re\u0301ception"},
		{"FIX 2026-01-31", "FIX 2026-01-31|fix 31/01/2026|FIX20260131|fix-2026-01-31"},
	}
	for _, tt := range tests {
		for _, form := range strings.Split(tt.forms, "|") {
			if got, err := terms.Parse(form); err != nil || got.String() != tt.canonical {
				t.Errorf("Parse(%q) = %v, %v; want %s", form, got, err, tt.canonical)
			}
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, code := range []string{
		"", " ", "NET", "NET -", "NET 1000", "NET 99999999999999999999", "30 x", "EOM 45", "EOM-C 45", "EOM-A",
		"EOM-A 30 le", "EOM-A 30 le 0", "EOM-A 30 le 32", "EOM-A 30 le 260", "EOM-B 45 le 10", "MEOM 37", "MEOM", "DEC",
		"FIX", "FIX 2026-02-30", "FIX demain", "30 mois", "30 1", "30-1", "1.5", "EOM-A 30 1 0", "EOM+45", "30%", "fm+", "fin de mois le", "comptant 30", "j", "-", "30fm10x", "3O",
	} {
		if got, err := terms.Parse(code); !errors.Is(err, terms.ErrTerms) || !got.IsZero() {
			t.Errorf("Parse(%q) = %v, %v", code, got, err)
		}
	}
}

// The published vectors of each rule, on the dates where they part.
func TestDue(t *testing.T) {
	codes := []string{"NET 30", "NET 60", "EOM-A 45", "EOM-B 45", "EOM-A 30", "EOM-B 30", "MEOM 1"}
	rows := [][]string{
		{"2026-01-10", "2026-02-09", "2026-03-11", "2026-02-28", "2026-03-17", "2026-02-28", "2026-03-02", "2026-02-28"},
		{"2026-01-20", "2026-02-19", "2026-03-21", "2026-03-31", "2026-03-17", "2026-02-28", "2026-03-02", "2026-02-28"},
		{"2026-01-31", "2026-03-02", "2026-04-01", "2026-03-31", "2026-03-17", "2026-03-31", "2026-03-02", "2026-02-28"},
		{"2026-04-15", "2026-05-15", "2026-06-14", "2026-05-31", "2026-06-14", "2026-05-31", "2026-05-30", "2026-05-31"},
		{"2026-04-17", "2026-05-17", "2026-06-16", "2026-06-30", "2026-06-14", "2026-05-31", "2026-05-30", "2026-05-31"},
	}
	for _, row := range rows {
		for i, code := range codes {
			if got := parse(t, code).Due(day(t, row[0])); got != day(t, row[i+1]) {
				t.Errorf("%s from %s = %v, want %s", code, row[0], got, row[i+1])
			}
		}
	}
	others := []struct{ code, invoice, want string }{
		{"EOM-A 30 le 10", "2026-01-10", "2026-03-10"},
		{"EOM-A 30 le 31", "2026-01-10", "2026-03-31"},
		{"EOM-A 30 le 31", "2023-12-12", "2024-02-29"},
		{"EOM-A 0 le 31", "2026-01-31", "2026-02-28"},
		{"EOM-A 0 le 1", "2026-12-31", "2027-01-01"},
		{"MEOM 1", "2026-12-31", "2027-01-31"},
		{"MEOM 0", "2026-02-03", "2026-02-28"},
		{"DEC 30", "2026-01-01", "2026-02-09"},
		{"DEC 30", "2026-01-10", "2026-02-09"},
		{"DEC 30", "2026-01-11", "2026-02-19"},
		{"DEC 30", "2026-01-21", "2026-03-02"},
		{"DEC 0", "2024-02-21", "2024-02-29"},
		{"RECEPT", "2026-01-10", "2026-01-10"},
		{"FIX 2026-01-31", "2026-01-10", "2026-01-31"},
	}
	for _, tt := range others {
		if got := parse(t, tt.code).Due(day(t, tt.invoice)); got != day(t, tt.want) {
			t.Errorf("%s from %s = %v, want %s", tt.code, tt.invoice, got, tt.want)
		}
	}
	if d := parse(t, "NET 30").Due(0); d != 0 {
		t.Errorf("due %v without an invoice date", d)
	}
	if d := (terms.Terms{}).Due(day(t, "2026-01-10")); d != 0 || (terms.Terms{}).String() != "" {
		t.Errorf("due %v without a term", d)
	}
}

func TestLegalCap(t *testing.T) {
	tests := []struct{ invoice, limit string }{
		{"2026-01-10", "2026-03-17"}, // 45 days after the end of the month
		{"2026-01-20", "2026-03-31"}, // the end of the month after 45 days
		{"2026-01-31", "2026-04-01"}, // 60 days
		{"2026-04-15", "2026-06-14"},
		{"2026-04-17", "2026-06-30"},
	}
	for _, tt := range tests {
		invoice, limit := day(t, tt.invoice), day(t, tt.limit)
		if terms.LegalCap(invoice) != limit || terms.ExceedsLegalCap(invoice, limit) || !terms.ExceedsLegalCap(invoice, limit+1) {
			t.Errorf("invoice of %s: limit %v, want %s", tt.invoice, terms.LegalCap(invoice), tt.limit)
		}
	}
	if on := day(t, "2026-01-31"); terms.LegalCapIn("BE", on) != day(t, "2026-04-01") || terms.LegalCapIn("FR", on) != terms.LegalCap(on) {
		t.Error("the cap of a country")
	}
	if terms.ExceedsLegalCap(0, day(t, "2026-01-10")) || terms.ExceedsLegalCap(day(t, "2026-01-10"), 0) {
		t.Error("a missing date exceeds nothing")
	}
}

func anyTerms(t *rapid.T) terms.Terms {
	x := terms.Terms{Kind: terms.Kind(rapid.Uint8Range(1, uint8(terms.OnFixedDay)).Draw(t, "kind"))}
	switch x.Kind {
	case terms.OnReceipt:
	case terms.OnFixedDay:
		x.Fixed = calendar.Date(rapid.Int32Range(1, int32(calendar.MaxDate)).Draw(t, "fixed"))
	case terms.MonthsEnd:
		x.Count = rapid.Int16Range(0, terms.MaxMonths).Draw(t, "months")
	default:
		x.Count = rapid.Int16Range(0, terms.MaxDays).Draw(t, "days")
	}
	if x.Kind == terms.EndThen {
		x.Day = rapid.Uint8Range(0, 31).Draw(t, "day")
	}
	return x
}

func TestParseReadsWhatStringWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := anyTerms(t)
		for _, text := range []string{x.String(), strings.ToLower(x.String()), strings.ReplaceAll(x.String(), " ", "")} {
			if got, err := terms.Parse(text); err != nil || got != x {
				t.Fatalf("Parse(%q) = %#v, %v; want %#v", text, got, err, x)
			}
		}
		invoice := calendar.Of(2020, 1, 1) + calendar.Date(rapid.Int32Range(0, 5000).Draw(t, "invoice"))
		due := x.Due(invoice)
		if x.Kind != terms.OnFixedDay && due < invoice {
			t.Fatalf("%v from %v is due before it: %v", x, invoice, due)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"NET30", "45fm", "30fm10", "fm+45", "à réception", "FIX 2026-01-31", "2 mois fin de mois", "DEC 30", "EOM-A 30 le 10"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x, err := terms.Parse(s)
		if err != nil {
			if !x.IsZero() {
				t.Errorf("Parse(%q) gives %v with an error", s, x)
			}
			return
		}
		if again, err := terms.Parse(x.String()); err != nil || again != x {
			t.Errorf("Parse(%q) = %v, written and read again %v, %v", s, x, again, err)
		}
	})
}

// publishedRules says of every row of the published cases of other programs
// which terms give its dates (one for each date), or why none here does.
var publishedRules = map[string]struct{ codes, why string }{
	"1": {codes: "RECEPT"}, "2": {codes: "RECEPT"},
	"4": {codes: "NET 30"}, "5": {codes: "NET 30"},
	"7": {codes: "NET 15;NET 45"}, "8": {codes: "NET 15;NET 45"},
	"10": {codes: "EOM-B 45"}, "11": {codes: "EOM-B 45"},
	"13": {why: "a number of days, then the next 15th, without the end of a month between"},
	"14": {why: "a number of days, then the next 15th, without the end of a month between"},
	"16": {codes: "fm"}, "17": {codes: "fm"},
	"19": {codes: "fm+1"}, "20": {codes: "fm+1"},
	"22": {codes: "30fm10"}, "23": {codes: "30fm31"},
	"25": {codes: "0fm31"}, "26": {codes: "15fm30"},
	"28": {codes: "30fm"}, "29": {codes: "MEOM 2"},
	"31": {codes: "NET 15"},
	"32": {why: "a contractual date is not moved off a holiday here"},
	"34": {codes: "fm+5"}, "35": {codes: "fm+14"},
	"37": {why: "payment days without the end of a month between"},
	"38": {why: "several payment days in a month"},
	"40": {why: "several payment days in a month, one line from the other"},
	"41": {why: "several payment days in a month, one line from the other"},
	"43": {codes: "MEOM 1"},
}

func TestDueDatesOfOtherPrograms(t *testing.T) {
	const name = "../../../shared/data/cases/payment_terms.csv"
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("published cases not present: " + name)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		rule, listed := publishedRules[row[0]]
		switch {
		case !listed:
			t.Errorf("row %s is not listed: %v", row[0], row)
			continue
		case rule.why != "":
			t.Logf("row %s (%s) does not apply: %s", row[0], row[1], rule.why)
			continue
		}
		invoice, want := row[2], row[3]
		if row[0] == "43" { // this row names its dates in words
			invoice, want = "2026-01-30", "2026-02-28"
		}
		var got []string
		for _, code := range strings.Split(rule.codes, ";") {
			got = append(got, parse(t, code).Due(day(t, invoice)).String())
		}
		if strings.Join(got, ";") != want {
			t.Errorf("row %s: %s (%s) from %s = %v, want %s", row[0], rule.codes, row[1], invoice, got, want)
		}
	}
}
