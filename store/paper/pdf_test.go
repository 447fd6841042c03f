package paper

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"relance/domain/calendar"
	"relance/domain/ident"
)

var stamp = time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)

func pdf(t testing.TB, d Doc) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WritePDF(&b, d, stamp); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// tool finds a program that only tests need.
func tool(t testing.TB, name, debian string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s not present: install the package %s", name, debian)
	}
	return path
}

// extracted is the text of a PDF as an independent reader has it.
func extracted(t testing.TB, data []byte) string {
	t.Helper()
	bin := tool(t, "pdftotext", "poppler-utils")
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(bin, "-layout", "-enc", "UTF-8", file, "-").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return string(out)
}

func TestPDFSameBytes(t *testing.T) {
	doc := render(t, French, NameAgreement, Examples(NameAgreement, French)[0])
	first := pdf(t, doc)
	if !bytes.Equal(first, pdf(t, doc)) {
		t.Error("two runs differ")
	}
	var other, zero bytes.Buffer
	if err := WritePDF(&other, doc, stamp.In(time.FixedZone("x", 3600))); err != nil || !bytes.Equal(first, other.Bytes()) {
		t.Error("the time zone shows", err)
	}
	if err := WritePDF(&zero, doc, time.Time{}); err != nil || !bytes.Contains(zero.Bytes(), []byte("D:19700101000000")) {
		t.Error("no date is not 1970", err)
	}
	if !bytes.HasPrefix(first, []byte("%PDF-1.")) || !bytes.Contains(first, []byte("D:20261123093000")) {
		t.Error("no PDF, or not its date")
	}
}

var figure = regexp.MustCompile(`-?\b[0-9]{1,3}(?:[ .,][0-9]{3})*[.,][0-9]{2}\b|[0-9]{2}/[0-9]{2}/[0-9]{4}|[0-9]{2} [A-Z][a-z]{2} 20[0-9]{2}`)

// figuresOf gives the amounts and dates of a text in order of size, with one
// kind of space: a PDF reader may give them in another order.
func figuresOf(text string) []string {
	out := figure.FindAllString(strings.NewReplacer(nnbsp, " ", nbsp, " ").Replace(text), -1)
	slices.Sort(out)
	return out
}

// A PDF and the plain text of a paper hold the same figures, page numbers and
// the captions of codes apart.
func TestPDFHoldsTheFigures(t *testing.T) {
	for _, name := range Names() {
		for lang := range langCount {
			for _, data := range Examples(name, lang) {
				doc := render(t, lang, name, data)
				doc.Blocks = slices.DeleteFunc(doc.Blocks, func(b Block) bool { _, ok := b.(QRCodes); return ok })
				doc.Title = "" // it stands again in the foot of every page
				got, want := figuresOf(extracted(t, pdf(t, doc))), figuresOf(Text(doc))
				if !slices.Equal(got, want) {
					t.Errorf("%s.%s:\n%q\n%q", name, lang, got, want)
				}
			}
		}
	}
}

func TestPDFWords(t *testing.T) {
	doc := render(t, French, NameAgreement, Examples(NameAgreement, French)[0])
	text := extracted(t, pdf(t, doc))
	pages := strings.Count(text, "\f")
	for n := 1; n <= pages; n++ {
		if !strings.Contains(text, fmt.Sprintf("%d/%d", n, pages)) {
			t.Errorf("page %d of %d has no number", n, pages)
		}
	}
	if strings.Count(text, "Paraphes") != pages {
		t.Errorf("%d boxes for initials on %d pages", strings.Count(text, "Paraphes"), pages)
	}
	flat := strings.Join(strings.Fields(text), " ")
	for _, want := range []string{"Déchéance du terme", "Garage Lefèvre", "vingt-trois mille deux cent vingt-quatre euros", "23 224,17 €"} {
		if !strings.Contains(flat, want) && !strings.Contains(strings.NewReplacer(nnbsp, " ", nbsp, " ").Replace(flat), want) {
			t.Errorf("%q is missing", want)
		}
	}
	bin := tool(t, "pdfinfo", "poppler-utils")
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, pdf(t, doc), 0o600); err != nil {
		t.Fatal(err)
	}
	info, err := exec.Command(bin, "-enc", "UTF-8", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Reconnaissance de dette et accord de paiement échelonné – Garage Lefèvre", "Atelier du Nord", "A4"} {
		if !strings.Contains(string(info), want) {
			t.Errorf("%q is missing in %s", want, info)
		}
	}
}

// longSchedule has n instalments.
func longSchedule(n int) []Line {
	var out []Line
	for i := range n {
		ref, _ := ident.MakeRF(fmt.Sprintf("P20260042%03d", i+1))
		out = append(out, Line{
			No: i + 1, Date: calendar.Of(2027, 1, 15).AddMonths(i), Principal: euros(100_000), Amount: euros(100_000),
			Cumulated: euros(int64(i+1) * 100_000), Remaining: euros(int64(n-i-1) * 100_000), Reference: ref,
		})
	}
	return out
}

func TestLongSchedule(t *testing.T) {
	a := Examples(NameAgreement, French)[0].(Agreement)
	a.Schedule = longSchedule(120)
	a.Total, a.Principal = euros(12_000_000), euros(12_000_000)
	doc := render(t, French, NameAgreement, a)
	text := Text(doc)
	for _, line := range strings.Split(text, "\n") {
		if cells(line) > Width {
			t.Errorf("%q", line)
		}
	}
	out := extracted(t, pdf(t, doc))
	pages := strings.Split(out, "\f")
	heads, with := 0, 0
	for _, page := range pages {
		has := strings.Contains(page, "RF") && strings.Contains(page, "/20") && regexp.MustCompile(`(?m)^ *\d+ +\w+\. `).MatchString(page)
		if has {
			with++
			if strings.Contains(page, "Cumul") && strings.Contains(page, "Référence") {
				heads++
			}
		}
	}
	if with < 3 || heads != with {
		t.Errorf("%d pages with lines of the schedule, %d with its head", with, heads)
	}
	for _, want := range []string{"RF", "15/12/2036", "120 000,00"} {
		if !strings.Contains(strings.ReplaceAll(out, nnbsp, " "), want) {
			t.Errorf("%q is missing", want)
		}
	}
}

// Names that nobody has do no harm and stay on the page.
func TestHostileNames(t *testing.T) {
	long := strings.Repeat("Société anonyme des établissements ", 12)
	word := strings.Repeat("Donaudampfschifffahrts", 20)
	for _, name := range []string{
		long, word, "شركة الاختبار", "\u202Eevil\u202C", "日本株式会社", "👩‍🚀 Rocket", "=HYPERLINK(\"x\")", "a\x00\x07\x1b[2Jb",
		"{{.Total}}", "@schedule", "\xff\xfe", "e\u0301\u0301\u0301\u0301", "𐍈𐌰", strings.Repeat("x\n", 50),
	} {
		a := Examples(NameAgreement, French)[0].(Agreement)
		a.Debtor.Name, a.Creditor.Name = name, name
		a.Items[0].Number, a.Items[1].Note = name, name
		doc := render(t, French, NameAgreement, a)
		text := Text(doc)
		for _, line := range strings.Split(text, "\n") {
			if cells(line) > Width {
				t.Errorf("%.20q: %d columns: %q", name, cells(line), line)
			}
		}
		if strings.ContainsFunc(text, func(r rune) bool { return r < 0x20 && r != '\n' || r >= 0x7F && r < 0xA0 || r == 0x202E }) {
			t.Errorf("%.20q: control characters", name)
		}
		if strings.Count(text, "23\u202F224,17\u00A0€") != strings.Count(Text(render(t, French, NameAgreement, Examples(NameAgreement, French)[0])), "23\u202F224,17\u00A0€") {
			t.Errorf("%.20q: a name was executed", name)
		}
		pdf(t, doc)
	}
}

// On the page nothing stands outside the margins.
func TestPDFInsideMargins(t *testing.T) {
	bin := tool(t, "pdftotext", "poppler-utils")
	a := Examples(NameAgreement, French)[0].(Agreement)
	a.Debtor.Name = strings.Repeat("Société anonyme des établissements ", 8)
	a.Items[0].Number = strings.Repeat("F", 120)
	a.Items[0].Note = "litige en cours"
	a.Items[0].Original = euros(999_999_999_999_99)
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, pdf(t, render(t, French, NameAgreement, a)), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(bin, "-bbox", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	word := regexp.MustCompile(`xMin="([-0-9.]+)".* xMax="([-0-9.]+)" yMax="([-0-9.]+)">(.*)</word>`)
	n := 0
	for _, m := range word.FindAllStringSubmatch(string(out), -1) {
		var left, right, bottom float64
		fmt.Sscan(m[1], &left)
		fmt.Sscan(m[2], &right)
		fmt.Sscan(m[3], &bottom)
		if n++; left < 55 || right > 541 || bottom > 830 {
			t.Errorf("%q at %v–%v, %v", m[4], left, right, bottom)
		}
	}
	if n < 500 {
		t.Errorf("%d words", n)
	}
}

// What the PDF has no sign for is left out of it and named; no sign stands in
// its place.
func TestLeftOut(t *testing.T) {
	doc := Doc{Title: "Garage 🚗", Blocks: []Block{Paragraph{Text: "Merci 🙂 beaucoup 🙂"}}}
	if got := LeftOut(doc); got != "🚗🙂" {
		t.Errorf("left out: %q", got)
	}
	if got := printable("Merci 🙂 beaucoup ❤️"); got != "Merci beaucoup ❤" {
		t.Errorf("%q", got)
	}
	if got := CheckPDF(doc); len(got) != 1 || got[0].Code != CharactersLeftOut {
		t.Errorf("%v", got)
	}
	if got := CheckPDF(Doc{Title: "Société œuvre – 12 €"}); got != nil {
		t.Errorf("%v", got)
	}
}
