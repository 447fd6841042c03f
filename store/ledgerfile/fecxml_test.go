package ledgerfile

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"relance/domain/ledger"
)

func xmlSample(t *testing.T) string {
	t.Helper()
	raw, err := os.ReadFile("testdata/732829320FEC20251231.xml")
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

const sampleItems = `C1 invoice F1 2025-01-04 120.00 EUR
C1 receipt V1 2025-02-06 -120.00 EUR
C2 invoice F2 2025-03-01 1200.50 EUR`

func TestXML(t *testing.T) {
	b, err := ReadFile("testdata/732829320FEC20251231.xml", Options{})
	if err != nil {
		t.Fatalf("%+v", err)
	}
	if got := shape(b); got != sampleItems {
		t.Errorf("got\n%s", got)
	}
	if b.Source.Format != FormatFEC || b.Source.Rows != 7 || b.Identifier != "732829320" || b.Closing != day(t, "2025-12-31") ||
		b.From != day(t, "2025-01-05") || b.To != day(t, "2025-03-01") || b.Source.Digest != digestOf([]byte(xmlSample(t))) {
		t.Errorf("%+v", b)
	}
	one, two := b.Accounts[0], b.Accounts[1]
	if one.Client.Name != "Garage Lefèvre" || two.Client.Name != "Menuiserie Château" || one.Items[0].VAT != 2000 ||
		one.Items[0].Label != "Facture F1 & port" || two.Items[0].Label != "Facture <F2>" ||
		one.Items[0].Matching != "AA" || one.Items[1].Matching != "AA" || two.Items[0].Matching != "" {
		t.Errorf("%+v %+v", one, two)
	}
	if lines := []uint32{one.Items[0].Line, one.Items[1].Line, two.Items[0].Line}; !slices.Equal(lines, []uint32{17, 78, 43}) {
		t.Errorf("lines %v", lines)
	}
	want := []ledger.Finding{{Code: ledger.FindingCurrency, Line: 43, Column: "Idevise", Detail: "USD", Count: 1}}
	if !slices.Equal(b.Findings, want) {
		t.Errorf("findings %+v", b.Findings)
	}
	if b = mustRead(t, xmlSample(t), Options{Name: "grand livre.xml"}); b.Closing != day(t, "2025-12-31") {
		t.Errorf("closing of the file itself: %v", b.Closing)
	}
}

// TestXMLWritten reads the same entries as programs write them.
func TestXMLWritten(t *testing.T) {
	plain := xmlSample(t)
	encoded := func(name string, with func(string) string) string {
		return with(strings.Replace(plain, "UTF-8", name, 1))
	}
	table := func(m *charmap.Charmap) func(string) string {
		return func(s string) string { out, _ := m.NewEncoder().String(s); return out }
	}
	utf16 := func(e unicode.Endianness) func(string) string {
		return func(s string) string { out, _ := unicode.UTF16(e, unicode.UseBOM).NewEncoder().String(s); return out }
	}
	tests := []struct {
		name, text string
		code       ledger.FindingCode
	}{
		{"no declaration", plain[strings.Index(plain, "\n")+1:], ledger.FindingCodeCount},
		{"byte order mark", "\xEF\xBB\xBF" + plain, ledger.FindingBOM},
		{"byte order mark and another declaration", "\xEF\xBB\xBF" + encoded("ISO-8859-1", strings.Clone), ledger.FindingBOM},
		{"ISO 8859-1", encoded("ISO-8859-1", table(charmap.ISO8859_1)), ledger.FindingCodeCount},
		{"ISO 8859-15", encoded("iso-8859-15", table(charmap.ISO8859_15)), ledger.FindingCodeCount},
		{"Windows-1252", encoded("windows-1252", table(charmap.Windows1252)), ledger.FindingCodeCount},
		{"UTF-16 LE", encoded("UTF-16", utf16(unicode.LittleEndian)), ledger.FindingEncoding},
		{"UTF-16 BE", encoded("utf-16", utf16(unicode.BigEndian)), ledger.FindingEncoding},
		{"CRLF", strings.ReplaceAll(plain, "\n", "\r\n"), ledger.FindingCodeCount},
		{"one line", strings.ReplaceAll(plain, "\n", ""), ledger.FindingCodeCount},
		{"empty elements", strings.ReplaceAll(plain, "<ValidDate>2025-03-31</ValidDate>", "<EcritureLet/><DateLet></DateLet><ValidDate>2025-03-31</ValidDate>"), ledger.FindingCodeCount},
		{"matching on the ligne", strings.NewReplacer("<EcritureLet>AA</EcritureLet>", "", "<Debit>120.00", "<EcritureLet>AA</EcritureLet><Debit>120.00", "<Credit>120.00", "<EcritureLet>AA</EcritureLet><Credit>120.00").Replace(plain), ledger.FindingCodeCount},
		{"dates as in the flat file", strings.ReplaceAll(plain, "2025-01-05", "20250105"), ledger.FindingCodeCount},
		{"dates with a zone", strings.ReplaceAll(plain, "2025-01-05", "2025-01-05+01:00"), ledger.FindingCodeCount},
		{"decimal comma", strings.ReplaceAll(plain, "120.00", "120,00"), ledger.FindingCodeCount},
		{"prefix", strings.NewReplacer("<comptabilite ", "<f:comptabilite xmlns:f=\"urn:x\" ", "</comptabilite>", "</f:comptabilite>").Replace(plain), ledger.FindingCodeCount},
		{"document type", strings.Replace(plain, "<comptabilite ", "<!DOCTYPE comptabilite [<!ENTITY a \"b\">]>\n<comptabilite ", 1), ledger.FindingCodeCount},
		{"names in capitals", strings.ReplaceAll(plain, "EcritureNum", "ECRITURENUM"), ledger.FindingHeaderCase},
		{"more elements", strings.ReplaceAll(plain, "<ligne>", "<ligne><Analytique><Axe>1</Axe></Analytique>"), ledger.FindingExtraColumns},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := mustRead(t, tt.text, Options{Name: "732829320FEC20251231.xml"})
			if got := shape(b); got != sampleItems || b.Accounts[1].Client.Name != "Menuiserie Château" {
				t.Errorf("got\n%s\n%q", got, b.Accounts[1].Client.Name)
			}
			found := codes(b)
			delete(found, ledger.FindingCurrency)
			if _, ok := found[tt.code]; len(found) > 1 || len(found) == 1 && !ok || len(found) == 0 && tt.code != ledger.FindingCodeCount {
				t.Errorf("findings %+v", b.Findings)
			}
		})
	}
}

func TestXMLRefused(t *testing.T) {
	plain := xmlSample(t)
	replace := func(old, to string) string { return strings.Replace(plain, old, to, 1) }
	tests := []struct {
		name, text string
		code       ledger.FindingCode
		line       int
	}{
		{"cut off", plain[:strings.Index(plain, "<EcritureNum>2")], ledger.RefuseXML, 36},
		{"no entries", "<comptabilite><exercice></exercice></comptabilite>", ledger.RefuseEmpty, 0},
		{"another root", replace("<comptabilite ", "<compta ") + "<exercice/>", ledger.RefuseXML, 2},
		{"wrong end", replace("</ecriture>", "</journal>"), ledger.RefuseXML, 34},
		{"ligne outside an ecriture", replace("<ecriture>", "<ligne></ligne><ecriture>"), ledger.RefuseXML, 8},
		{"field after the lignes", replace("</ecriture>", "<EcritureLet>AB</EcritureLet></ecriture>"), ledger.RefuseXML, 34},
		{"field twice", replace("<Debit>120.00</Debit>", "<Debit>120.00</Debit><Debit>1.00</Debit>"), ledger.RefuseXML, 22},
		{"element in a field", replace("120.00", "1<b>2</b>"), ledger.RefuseXML, 22},
		{"text between elements", replace("<ligne>", "<ligne>x"), ledger.RefuseXML, 17},
		{"entity", replace("&amp;", "&nbsp;"), ledger.RefuseXML, 11},
		{"entity of the document type", strings.Replace(replace("&amp;", "&a;"), "<comptabilite ", "<!DOCTYPE c [<!ENTITY a \"b\">]><comptabilite ", 1), ledger.RefuseXML, 11},
		{"unknown encoding", replace("UTF-8", "EBCDIC-FR"), ledger.RefuseEncoding, 1},
		{"not in UTF-8", replace("Lefèvre", "Lef\xE8vre"), ledger.RefuseEncoding, 21},
		{"control character", replace("Lefèvre", "Lef\x1bvre"), ledger.RefuseXML, 21},
		{"two years", replace("</exercice>", "</exercice><exercice/>"), ledger.RefuseYears, 87},
		{"two roots", plain + "<comptabilite/>", ledger.RefuseXML, 89},
		{"closing date", replace("2025-12-31", "31/12/2025"), ledger.RefuseDate, 4},
		{"date", replace("2025-01-05", "2025-02-30"), ledger.RefuseDate, 17},
		{"no date", replace("<EcritureDate>2025-01-05</EcritureDate>", ""), ledger.RefuseDate0, 17},
		{"amount", replace("120.00", "cent"), ledger.RefuseAmount, 17},
		{"no amount", replace("<Debit>120.00</Debit>", ""), ledger.RefuseAmount, 17},
		{"direction", replace("<Sens>D", "<Sens>X"), ledger.RefuseSens, 43},
		{"account", replace("<CompteNum>706000", "<CompteNum>ventes"), ledger.RefuseAccount, 24},
		{"text too long", replace("Garage", strings.Repeat("x", maxText+1)), ledger.RefuseTooLong, 21},
		{"element without end", replace("<ligne>", "<ligne "+strings.Repeat("x", maxLine)), ledger.RefuseTooLong, 17},
		{"deep", replace("<ligne>", strings.Repeat("<x>", 100)), ledger.RefuseXML, 17},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantRefused(t, tt.text, Options{Name: fecName}, tt.code, tt.line) })
	}
	_, err := Read(iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader(plain))), Options{})
	if r := (*Refused)(nil); !errors.As(err, &r) || r.Findings[0].Code != ledger.RefuseRead {
		t.Errorf("failing reader: %v", err)
	}
}

func TestXMLNumbers(t *testing.T) {
	for in, want := range map[string]string{
		"120.50": "120,50", "120,50": "120,50", "1.2345E3": "1234,5", "1.2345e+2": "123,45", "-12E-1": "-01,2", "5e0": "5,", ".5": ",5",
		"1e999999999": "1e999999999", "e5": "e5", "1.2.3e4": "1.2.3e4", "": "", "E": "e", "INF": "INF",
	} {
		got := xmlNumber(in)
		if in == "E" {
			continue // no number either way
		}
		if strings.Contains(want, "e") {
			want = strings.Replace(want, ".", ",", 1)
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func FuzzXML(f *testing.F) {
	raw, err := os.ReadFile("testdata/732829320FEC20251231.xml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(raw))
	f.Add(string(bytes.ReplaceAll(raw, []byte("UTF-8"), []byte("ISO-8859-15"))))
	f.Add(`<!DOCTYPE c [<!ENTITY a "b">]><comptabilite><exercice><DateCloture>2025-12-31</DateCloture><journal><JournalCode>V</JournalCode><x/></journal></exercice></comptabilite>`)
	f.Fuzz(func(t *testing.T, raw string) {
		sameTwice(t, raw, "")
		sameTwice(t, "<comptabilite><exercice>"+raw, FormatFEC)
	})
}
