package ledgerfile

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"relance/domain/ledger"
)

const fecHead = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\t" +
	"PieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n"

// fecRow writes a line: journal, number, day, account, auxiliary account, piece,
// debit, credit and matching code; the other fields are filled in.
func fecRow(journal, num, day, account, aux, piece, debit, credit, let string) string {
	auxLib := ""
	if aux != "" {
		auxLib = "Client " + aux
	}
	return strings.Join([]string{
		journal, "Journal " + journal, num, day, account, "Compte " + account, aux, auxLib,
		piece, day, "Libelle " + piece, debit, credit, let, "", "20251231", "", "",
	}, "\t") + "\n"
}

// sale is an invoice of 120 with 20 of VAT, receipt its payment.
func sale(num, day, aux, piece, let string) string {
	return fecRow("VE", num, day, "411000", aux, piece, "120,00", "0,00", let) +
		fecRow("VE", num, day, "706000", "", piece, "0,00", "100,00", "") +
		fecRow("VE", num, day, "445710", "", piece, "0,00", "20,00", "")
}

func receipt(num, day, aux, piece, let string) string {
	return fecRow("BQ", num, day, "512000", "", piece, "120,00", "0,00", "") +
		fecRow("BQ", num, day, "411000", aux, piece, "0,00", "120,00", let)
}

const fecName = "732829320FEC20251231.txt"

func TestFECItems(t *testing.T) {
	text := fecHead +
		sale("1", "20250105", "C1", "F1", "AA") +
		receipt("2", "20250206", "C1", "V1", "AA") +
		// two instalments share the VAT, the credit note carries its own
		fecRow("VE", "3", "20250301", "411000", "C2", "F2", "80,00", "0,00", "") +
		fecRow("VE", "3", "20250301", "411000", "C2", "F2", "40,00", "0,00", "") +
		fecRow("VE", "3", "20250301", "701000", "", "F2", "0,00", "100,00", "") +
		fecRow("VE", "3", "20250301", "445710", "", "F2", "0,00", "20,00", "") +
		fecRow("VE", "4", "20250302", "411000", "C2", "A1", "0,00", "12,00", "") +
		fecRow("VE", "4", "20250302", "706000", "", "A1", "10,00", "0,00", "") +
		fecRow("VE", "4", "20250302", "445710", "", "A1", "2,00", "0,00", "") +
		// bill, doubtful, unbilled, customers in credit
		fecRow("OD", "5", "20250303", "413000", "C2", "LCR", "10,00", "0,00", "") +
		fecRow("OD", "5", "20250303", "411000", "C2", "LCR", "0,00", "10,00", "") +
		fecRow("OD", "6", "20250304", "416000", "C2", "D", "5,00", "0,00", "") +
		fecRow("OD", "6", "20250304", "418000", "C2", "D", "0,00", "3,00", "") +
		fecRow("OD", "6", "20250304", "419100", "C2", "D", "0,00", "2,00", "") +
		// a cheque that bounced
		fecRow("BQ", "7", "20250305", "411000", "C1", "V1", "120,00", "0,00", "") +
		fecRow("BQ", "7", "20250305", "512000", "", "V1", "0,00", "120,00", "")
	b := mustRead(t, text, Options{Name: fecName})
	want := `C1 receipt V1 2025-03-05 120.00 EUR
C1 invoice F1 2025-01-05 120.00 EUR
C1 receipt V1 2025-02-06 -120.00 EUR
C2 invoice F2 2025-03-01 80.00 EUR
C2 invoice F2 2025-03-01 40.00 EUR
C2 credit A1 2025-03-02 -12.00 EUR
C2 bill LCR 2025-03-03 10.00 EUR
C2 other LCR 2025-03-03 -10.00 EUR
C2 invoice D 2025-03-04 5.00 EUR`
	if got := shape(b); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var vat, ordinals []string
	for _, a := range b.Accounts {
		for _, it := range a.Items {
			vat = append(vat, strconv.FormatInt(it.VAT, 10))
			ordinals = append(ordinals, strconv.Itoa(int(it.Ordinal)))
		}
	}
	if got := strings.Join(vat, " "); got != "0 2000 0 1333 667 -200 0 0 0" {
		t.Errorf("VAT %s", got)
	}
	if got := strings.Join(ordinals, " "); got != "0 0 0 0 1 0 0 0 0" {
		t.Errorf("ordinals %s", got)
	}
	if len(b.Findings) != 0 {
		t.Errorf("findings %+v", b.Findings)
	}
	if b.Identifier != "732829320" || b.Closing != day(t, "2025-12-31") || b.From != day(t, "2025-01-05") || b.To != day(t, "2025-03-05") {
		t.Errorf("%q %v %v %v", b.Identifier, b.Closing, b.From, b.To)
	}
	if b.Source.Rows != 19 || b.Source.Digest != digestOf([]byte(text)) || b.Accounts[0].Client.Name != "Client C1" {
		t.Errorf("%+v %q", b.Source, b.Accounts[0].Client.Name)
	}
}

func TestFECPrefixes(t *testing.T) {
	text := fecHead + sale("1", "20250105", "C1", "F1", "") +
		fecRow("OD", "2", "20250106", "419100", "C1", "X", "0,00", "2,00", "") +
		fecRow("OD", "2", "20250106", "411700", "C1", "X", "2,00", "0,00", "")
	for _, tt := range []struct {
		prefixes []string
		items    int
	}{{nil, 2}, {[]string{"411", "419"}, 3}, {[]string{"4117"}, 1}, {[]string{"41"}, 3}} {
		b := mustRead(t, text, Options{Prefixes: tt.prefixes, Name: fecName})
		if got := len(b.Accounts[0].Items); got != tt.items {
			t.Errorf("%v: %d items, want %d", tt.prefixes, got, tt.items)
		}
	}
	b := mustRead(t, text, Options{Prefixes: []string{"400", "407"}, Name: fecName})
	if f := codes(b)[ledger.FindingNoReceivables]; len(b.Accounts) != 0 || f.Count != 1 || f.Detail != "400, 407" {
		t.Errorf("no receivables: %+v", b)
	}
}

func TestFECBelgianChart(t *testing.T) {
	text := fecHead +
		fecRow("VE", "1", "20250105", "400000", "C1", "F1", "121,00", "0,00", "") +
		fecRow("VE", "1", "20250105", "700000", "", "F1", "0,00", "100,00", "") +
		fecRow("VE", "1", "20250105", "451000", "", "F1", "0,00", "21,00", "") +
		fecRow("BQ", "2", "20250106", "550000", "", "V1", "121,00", "0,00", "") +
		fecRow("BQ", "2", "20250106", "400000", "C1", "V1", "0,00", "121,00", "")
	b := mustRead(t, text, Options{Prefixes: []string{"400", "407"}, Name: fecName})
	if got, want := shape(b), "C1 invoice F1 2025-01-05 121.00 EUR\nC1 receipt V1 2025-01-06 -121.00 EUR"; got != want || b.Accounts[0].Items[0].VAT != 2100 {
		t.Errorf("got\n%s, VAT %d", got, b.Accounts[0].Items[0].VAT)
	}
}

func TestFECOpening(t *testing.T) {
	text := fecHead +
		fecRow("AN", "1", "20250101", "101000", "", "RAN", "0,00", "150,00", "") +
		fecRow("AN", "1", "20250101", "411000", "C1", "RAN", "200,00", "0,00", "") +
		fecRow("AN", "1", "20250101", "411000", "C2", "RAN", "0,00", "50,00", "") +
		sale("2", "20250101", "C1", "F1", "")
	want := "C1 invoice RAN 2025-01-01 200.00 EUR\nC1 invoice F1 2025-01-01 120.00 EUR\nC2 receipt RAN 2025-01-01 -50.00 EUR"
	for _, journal := range []string{"AN", "XX"} { // by the journal, then by day and accounts alone
		b := mustRead(t, strings.ReplaceAll(text, "AN\tJournal AN", journal+"\tJournal "+journal), Options{Name: fecName})
		if got := shape(b); got != want {
			t.Errorf("%s: got\n%s", journal, got)
		}
		if it := b.Accounts[0].Items; !it[0].Opening || it[1].Opening || !b.Accounts[1].Items[0].Opening {
			t.Errorf("%s: opening flags", journal)
		}
		if f := codes(b)[ledger.FindingOpening]; f.Count != 2 {
			t.Errorf("%s: %+v", journal, b.Findings)
		}
	}
	detailed := strings.Replace(text, "C1\tClient C1\tRAN", "C1\tClient C1\tF9", 1)
	if f := codes(mustRead(t, detailed, Options{Name: fecName}))[ledger.FindingOpening]; f.Count != 1 {
		t.Errorf("detailed: %+v", f)
	}
}

func TestFECScatteredEntry(t *testing.T) {
	lines := strings.SplitAfter(sale("1", "20250105", "C1", "F1", ""), "\n")
	text := fecHead + lines[0] + sale("2", "20250106", "C2", "F2", "") + lines[1] + lines[2]
	b := mustRead(t, text, Options{Name: fecName})
	if it := b.Accounts[0].Items[0]; it.Kind != ledger.Invoice || it.VAT != 2000 || len(b.Findings) != 0 {
		t.Errorf("%+v %+v", it, b.Findings)
	}
}

func TestFECTolerances(t *testing.T) {
	plain := fecHead + sale("1", "20250105", "C1", "F1", "") + receipt("2", "20250106", "C2", "V1", "")
	want := shape(mustRead(t, plain, Options{Name: fecName}))
	replace := func(old, to string) string { return strings.ReplaceAll(plain, old, to) }
	eachLine := func(f func(string) string) string {
		lines := strings.SplitAfter(plain, "\n")
		for i := range lines[:len(lines)-1] {
			lines[i] = f(strings.TrimSuffix(lines[i], "\n")) + "\n"
		}
		return strings.Join(lines, "")
	}
	pad := func(s string) string {
		fields := strings.Split(s, "\t")
		if fields[0] != "JournalCode" {
			for i := range fields {
				fields[i] = fmt.Sprintf("%-12s", fields[i])
			}
		}
		return strings.Join(fields, "|")
	}
	none := ledger.FindingCodeCount
	tests := []struct {
		name, text string
		code       ledger.FindingCode
		line       int
	}{
		{"BOM", "\xEF\xBB\xBF" + plain, ledger.FindingBOM, 1},
		{"NUL", strings.Replace(plain, "Libelle V1", "Lib\x00elle V1", 1), ledger.FindingNUL, 1},
		{"CRLF", replace("\n", "\r\n"), none, 0},
		{"CR", replace("\n", "\r"), none, 0},
		{"no final newline", strings.TrimSuffix(plain, "\n"), none, 0},
		{"blank lines", replace("\n", "\n\n"), none, 0},
		{"pipe", replace("\t", "|"), none, 0},
		{"semicolon", replace("\t", ";"), ledger.FindingSeparator, 1},
		{"comma", strings.NewReplacer(",00", ".00", "\t", ",").Replace(plain), ledger.FindingSeparator, 1},
		{"comma, dots", strings.NewReplacer(",00", ".00", "\t", ",").Replace(plain), ledger.FindingDecimalDot, 2},
		{"comma, quoted amounts", strings.ReplaceAll(strings.NewReplacer("0,00", "\"0;00\"", "120,00", "\"120;00\"", "100,00", "\"100;00\"", "20,00", "\"20;00\"", "\t", ",").Replace(plain), ";", ","), ledger.FindingSeparator, 1},
		{"header in capitals", strings.ToUpper(fecHead) + plain[len(fecHead):], ledger.FindingHeaderCase, 1},
		{"header accents", replace("Debit\tCredit", "D\xE9bit\tCr\xC3\xA9dit"), ledger.FindingHeaderCase, 1},
		{"trailing separator, header too", eachLine(func(s string) string { return s + "\t" }), ledger.FindingTrailingSeparator, 1},
		{"trailing separator, rows only", strings.ReplaceAll(plain, "20251231\t\t\n", "20251231\t\t\t\n"), ledger.FindingTrailingSeparator, 2},
		{"extra columns", eachLine(func(s string) string { return s + "\tX1" }), ledger.FindingExtraColumns, 1},
		{"short rows", strings.ReplaceAll(plain, "20251231\t\t\n", "20251231\n"), ledger.FindingShortRow, 2},
		{"padding", eachLine(pad), ledger.FindingPadding, 2},
		{"zero padded amounts", replace("120,00", "0000000120,00"), none, 0},
		{"sign on the right", replace("\t120,00\t0,00", "\t0,00\t120,00-"), ledger.FindingNegativeDebit, 2},
		{"sign on the left", replace("\t120,00\t0,00", "\t0,00\t-120,00"), ledger.FindingNegativeDebit, 2},
		{"plus sign", replace("120,00", "+120,00"), none, 0},
		{"empty amounts", replace("\t0,00", "\t"), ledger.FindingEmptyAmount, 2},
		{"no decimals", replace(",00", ""), none, 0},
		{"draft", replace("20251231", ""), ledger.FindingValidDate, 2},
		{"zero dates", replace("\t\t20251231", "\t00000000\t20251231"), none, 0},
		{"blank piece date", replace("\t20250105\tLibelle", "\t\tLibelle"), ledger.FindingBlankField, 2},
		{"blank label", replace("Libelle F1", ""), ledger.FindingBlankField, 2},
		{"zero line", plain + fecRow("OD", "3", "20250107", "411000", "C9", "Z", "0,00", "0,00", ""), ledger.FindingZeroLine, 7},
		{"entry numbers zero", replace("\t2\t2025", "\t0\t2025")[:0] + strings.NewReplacer("\t1\t20250105", "\t0\t20250105", "\t2\t20250106", "\t0\t20250106").Replace(plain), ledger.FindingEntryZero, 0},
		{"foreign currency", strings.ReplaceAll(plain, "20251231\t\t\n", "20251231\t130,00\tUSD\n"), ledger.FindingCurrency, 2},
		{"foreign amount unreadable", strings.ReplaceAll(plain, "20251231\t\t\n", "20251231\t1 3x\t\n"), ledger.FindingCurrency, 2},
		{"own currency", strings.ReplaceAll(plain, "20251231\t\t\n", "20251231\t\tEUR\n"), none, 0},
		{"the other separator in a text", replace("Libelle F1", "Libelle|F1"), ledger.FindingSeparator, 2},
		{"control characters", replace("Libelle F1", "Lib\x1b[2Jelle"), ledger.FindingControl, 2},
		{"formula", replace("Libelle F1", "=1+1"), ledger.FindingFormula, 2},
		{"repeated", plain, none, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := mustRead(t, tt.text, Options{Name: fecName})
			if got := shape(b); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			f, ok := codes(b)[tt.code]
			if tt.code == none && len(b.Findings) > 0 || tt.code != none && (!ok || f.Line != tt.line || f.Count < 1) {
				t.Errorf("findings %+v, want code %d on line %d", b.Findings, tt.code, tt.line)
			}
		})
	}
}

func TestFECWarnings(t *testing.T) {
	plain := fecHead + sale("1", "20250105", "C1", "F1", "AA") + receipt("2", "20250106", "C1", "V1", "AA")
	tests := []struct {
		name, text, file string
		want             ledger.Finding
	}{
		{"unbalanced", strings.Replace(plain, "100,00", "99,00", 1), fecName, ledger.Finding{Code: ledger.FindingUnbalanced, Line: 2, Detail: "VE 1 1.00", Count: 1}},
		{"group", strings.Replace(strings.Replace(plain, "\t120,00\t0,00\tAA", "\t121,00\t0,00\tAA", 1), "100,00", "101,00", 1), fecName, ledger.Finding{Code: ledger.FindingGroupOpen, Line: 2, Detail: "C1 AA 1.00", Count: 1}},
		{"name", plain, "grand livre.txt", ledger.Finding{Code: ledger.FindingFileName, Detail: "grand livre.txt", Count: 1}},
		{"identifier", plain, "123456789FEC20251231.txt", ledger.Finding{Code: ledger.FindingIdentifier, Detail: "123456789", Count: 1}},
		{"closing before", plain, "732829320FEC20241231.txt", ledger.Finding{Code: ledger.FindingClosing, Detail: "2024-12-31 2025-01-05 2025-01-06", Count: 1}},
		{"closing long after", plain, "732829320FEC20271231.txt", ledger.Finding{Code: ledger.FindingClosing, Detail: "2027-12-31 2025-01-05 2025-01-06", Count: 1}},
		{"duplicate", plain + strings.Repeat(fecRow("OD", "9", "20250107", "411000", "C1", "D", "1,00", "0,00", ""), 2) + fecRow("OD", "9", "20250107", "471000", "", "D", "0,00", "2,00", ""), fecName, ledger.Finding{Code: ledger.FindingDuplicate, Line: 8, Count: 1}},
		{"Windows-1252", strings.ReplaceAll(plain, "Libelle F1", "L\x9Cil \xE9t\xE9"), fecName, ledger.Finding{Code: ledger.FindingEncoding, Detail: "Windows-1252", Count: 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := mustRead(t, tt.text, Options{Name: tt.file})
			if len(b.Findings) != 1 || b.Findings[0] != tt.want {
				t.Errorf("got %+v, want %+v", b.Findings, tt.want)
			}
		})
	}
	if b := mustRead(t, plain, Options{Name: "732829320fec20251231_2.csv"}); len(b.Findings) != 0 || b.Identifier == "" {
		t.Errorf("split file: %+v", b.Findings)
	}
}

func TestFECEncodings(t *testing.T) {
	for _, tt := range []struct{ name, raw, want string }{
		{"UTF-8", "Caf\xC3\xA9 \xC5\x93", "Café œ"},
		{"ISO 8859-15", "Caf\xE9 \xBD \xA4", "Café œ €"},
		{"Windows-1252", "Caf\xE9 \x9C \x80", "Café œ €"},
		{"CP850", "Caf\x82 \x8A \x85", "Café è à"},
		{"decomposed", "Cafe\xCC\x81", "Café"},
		{"hidden direction marks", "Caf\xC3\xA9\xE2\x80\xAE", "Café"},
		{"C1 control in UTF-8", "Caf\xC3\xA9\xC2\x9B", "Café"},
	} {
		text := fecHead + strings.ReplaceAll(sale("1", "20250105", "C1", "F1", ""), "Client C1", tt.raw)
		if got := mustRead(t, text, Options{Name: fecName}).Accounts[0].Client.Name; got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestFECMontantSens(t *testing.T) {
	head := strings.Replace(fecHead, "Debit\tCredit", "Montant\tSens", 1)
	for _, s := range [][2]string{{"D", "C"}, {"+1", "-1"}} {
		text := head + fecRow("VE", "1", "20250105", "411000", "C1", "F1", "120,00", s[0], "") + fecRow("VE", "1", "20250105", "706000", "", "F1", "120,00", s[1], "")
		b := mustRead(t, text, Options{Name: fecName})
		if got := shape(b); got != "C1 invoice F1 2025-01-05 120.00 EUR" || len(b.Findings) != 0 {
			t.Errorf("%v: %s %+v", s, got, b.Findings)
		}
	}
	wantRefused(t, head+fecRow("VE", "1", "20250105", "411000", "C1", "F1", "120,00", "X", ""), Options{}, ledger.RefuseSens, 2)
}

func TestFECRefused(t *testing.T) {
	plain := fecHead + sale("1", "20250105", "C1", "F1", "")
	tests := []struct {
		name, text string
		code       ledger.FindingCode
		line       int
	}{
		{"empty", "", ledger.RefuseEmpty, 0},
		{"blank", " \r\n\x00", ledger.RefuseEmpty, 0},
		{"header alone", fecHead, ledger.RefuseEmpty, 0},
		{"XML", "<?xml version=\"1.0\"?><Document><Stmt/></Document>", ledger.RefuseFormat, 0},
		{"workbook", "PK\x03\x04....", ledger.RefuseFormat, 0},
		{"UTF-16 without a header", "\xFF\xFEJ\x00o\x00", ledger.RefuseFormat, 1},
		{"UTF-32", "\xFF\xFE\x00\x00J\x00\x00\x00", ledger.RefuseEncoding, 0},
		{"prose", "Bonjour,\nvoici le fichier.\n", ledger.RefuseFormat, 1},
		{"column missing", strings.Replace(plain, "CompteNum", "Compte", 1), ledger.RefuseHeader, 1},
		{"no matching column", strings.Replace(plain, "EcritureLet", "X", 1), ledger.RefuseHeader, 1},
		{"no amount column", strings.Replace(plain, "Credit", "X", 1), ledger.RefuseHeader, 1},
		{"date", strings.Replace(plain, "20250105", "20250230", 1), ledger.RefuseDate, 2},
		{"piece date", strings.Replace(plain, "20250105\tLibelle", "05/01/25\tLibelle", 1), ledger.RefuseDate, 2},
		{"matching date", strings.Replace(plain, "\t\t\t20251231", "\t\t20251\t20251231", 1), ledger.RefuseDate, 2},
		{"no date", strings.Replace(plain, "\t1\t20250105", "\t1\t", 1), ledger.RefuseDate0, 2},
		{"amount", strings.Replace(plain, "100,00", "1 00,00", 1), ledger.RefuseAmount, 3},
		{"three decimals", strings.Replace(plain, "100,00", "100,001", 1), ledger.RefuseAmount, 3},
		{"amount too large", strings.Replace(plain, "100,00", "99999999999999999999,00", 1), ledger.RefuseAmount, 3},
		{"no amount on a receivable", strings.Replace(plain, "120,00\t0,00", "\t", 1), ledger.RefuseAmount, 2},
		{"no account", strings.Replace(plain, "445710", "", 1), ledger.RefuseAccount, 4},
		{"account not in digits", strings.Replace(plain, "445710", "TVA", 1), ledger.RefuseAccount, 4},
		{"separator in a text", strings.Replace(plain, "Libelle F1", "Libelle\tF1", 1), ledger.RefuseSeparatorText, 2},
		{"fields missing", plain + "VE\tVentes\t1\n", ledger.RefuseFields, 5},
		{"line without end", fecHead + strings.Repeat("x", 3*maxLine), ledger.RefuseTooLong, 2},
		{"line too long", plain + strings.Repeat("x", maxLine+1) + "\n" + plain, ledger.RefuseTooLong, 5},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantRefused(t, tt.text, Options{Name: fecName}, tt.code, tt.line) })
	}
}

func TestFECRefusalsAreCollected(t *testing.T) {
	bad := strings.Replace(fecRow("VE", "1", "20250105", "411000", "C1", "F1", "1,00", "0,00", ""), "1,00", "un", 1)
	_, err := Read(strings.NewReader(fecHead+strings.Repeat(bad, 50)), Options{Name: "a/b/" + fecName})
	r, ok := err.(*Refused)
	if !ok || len(r.Findings) != maxRefusals || r.File != fecName {
		t.Fatalf("%+v", err)
	}
	for i, f := range r.Findings {
		if f.Line != i+2 || f.Column != "Debit" || f.Detail != "un" {
			t.Errorf("%d: %+v", i, f)
		}
	}
}

func TestReadFileMissing(t *testing.T) {
	folder := t.TempDir()
	_, err := ReadFile(filepath.Join(folder, "none.txt"), Options{})
	if r, ok := err.(*Refused); !ok || r.Findings[0].Code != ledger.RefuseMissing || r.File != "none.txt" {
		t.Errorf("%+v", err)
	}
	_, err = ReadFile(folder, Options{})
	if r, ok := err.(*Refused); !ok || r.Findings[0].Code != ledger.RefuseNoFile {
		t.Errorf("%+v", err)
	}
}

func TestReadFileProgress(t *testing.T) {
	path := filepath.Join(t.TempDir(), fecName)
	text := fecHead + strings.Repeat(sale("1", "20250105", "C1", "F1", ""), 10000)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var last, size int64
	b, err := ReadFile(path, Options{Progress: func(done, total int64) { last, size = done, total }})
	if err != nil || last != int64(len(text)) || size != last || b.Source.Name != fecName || b.Source.Rows != 30000 {
		t.Errorf("%v %d/%d %+v", err, last, size, b)
	}
}
