package main

import (
	"bytes"
	"encoding/csv"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store"
	"relance/store/paper"
)

// seatedOnSample is the screen's side of the program on the sample portfolio,
// with a folder for papers.
func seatedOnSample(t *testing.T) *seated {
	t.Helper()
	day := calendar.Of(2026, 11, 23)
	p := &program{
		env: func(name string) string { return map[string]string{"RELANCE_AUTHOR": "m.durand"}[name] },
		now: func() time.Time { return time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC) },
		out: &bytes.Buffer{}, err: &bytes.Buffer{},
	}
	dir := t.TempDir()
	p.lang, p.flags.today, p.flags.db = wording.French, day.String(), filepath.Join(dir, "relance.db")
	p.config.path, p.config.papers = filepath.Join(dir, "config.toml"), filepath.Join(dir, "filed")
	db, err := store.Open(p.flags.db, store.Options{Now: p.now})
	if err != nil {
		t.Fatal(err)
	}
	if err := fillSample(db, day); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	o, err := p.openToWrite("relance")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(o.close)
	return &seated{p: p, office: o}
}

func (s *seated) client(t *testing.T, account string) ledger.ClientKey {
	t.Helper()
	key, err := s.p.who(s.office.view(), account)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// installed finds a program that only some machines have.
func installed(t *testing.T, name, from string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s not present: install %s", name, from)
	}
	return path
}

// writtenPlan draws up a plan of the sample portfolio and writes its papers.
func writtenPlan(t *testing.T, opt draftOptions, language string) (*seated, []string) {
	t.Helper()
	s := seatedOnSample(t)
	opt.every, opt.roll, opt.order = "month", "following", "due"
	if opt.interest == "" {
		opt.interest, opt.fees = "reserved", "reserved"
	}
	f := s.office.view().Facts(s.client(t, opt.client), money.EUR, desk.Selection{})
	drawn, _, err := s.p.drawPlan(s.office.view(), f, opt)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.office.session.Do(act.Plan{Base: act.Base{Client: f.Client}, Contact: act.Contact{Minute: -1}, State: act.Proposed, Plan: drawn}); err != nil {
		t.Fatal(err)
	}
	file := s.office.view().File(f.Client, money.EUR)
	c, err := s.p.paperCase(s.office.view(), file, language)
	if err != nil {
		t.Fatal(err)
	}
	papers, err := c.planPapers(file.Plan(journal.ID{}), "")
	if err != nil {
		t.Fatal(err)
	}
	written, err := s.p.writePapers(s.p.config.papers, "plan", papers.files, false)
	if err != nil {
		t.Fatal(err)
	}
	return s, written
}

// scheduleRows are the amounts and references of a schedule written as CSV.
func scheduleRows(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// The space between thousands, in a text and as pdftotext gives it; any blank.
var (
	grouped = regexp.MustCompile(`(\d)[\x{a0}\x{202f}](\d)`)
	spaced  = regexp.MustCompile(`(\d) (\d{3})`)
	blanks  = regexp.MustCompile(`[\s\x{a0}\x{202f}]+`)
	figure  = regexp.MustCompile(`\d[\d.,]*[.,]\d\d\b`)
)

// figures lists the amounts of a text, each once: a code's caption repeats some.
func figures(s string) []string {
	got := figure.FindAllString(s, -1)
	slices.Sort(got)
	return slices.Compact(got)
}

// TestAgreementAsPDF: the PDF says what the text says, to the figure, in each
// language, be the schedule of 60 lines.
func TestAgreementAsPDF(t *testing.T) {
	bin := installed(t, "pdftotext", "poppler-utils")
	for _, language := range []string{"fr", "nl", "en"} {
		_, written := writtenPlan(t, draftOptions{
			client: "C00058", months: 60, interest: "asked", fees: "asked", provisional: true,
		}, language)
		text, err := os.ReadFile(written[2])
		if err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(bin, "-layout", written[1], "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		said, drawn := figures(grouped.ReplaceAllString(string(text), "$1$2")), figures(spaced.ReplaceAllString(string(out), "$1$2"))
		if !slices.Equal(said, drawn) {
			t.Errorf("%s: figures of the text and of the PDF differ:\n%v\n%v", language, said, drawn)
		}
		whole := blanks.ReplaceAllString(string(out), "")
		rows := scheduleRows(t, written[4])
		if len(rows) != 60 {
			t.Fatalf("%d lines in the schedule", len(rows))
		}
		for _, row := range rows {
			if !strings.Contains(whole, row[10]) {
				t.Errorf("%s: reference %s is not in the PDF", language, row[10])
			}
		}
	}
}

var read = regexp.MustCompile(`(?s)<!\[CDATA\[(.*?)\]\]>`)

// TestAgreementCodes: an independent decoder reads, for each instalment, the
// payment that the schedule asks for.
func TestAgreementCodes(t *testing.T) {
	draw, decode := installed(t, "pdftoppm", "poppler-utils"), installed(t, "zbarimg", "zbar-tools")
	s, written := writtenPlan(t, draftOptions{client: "C00058", months: 24}, "fr")
	pages := filepath.Join(t.TempDir(), "page")
	if out, err := exec.Command(draw, "-r", "150", "-png", written[1], pages).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	files, err := filepath.Glob(pages + "*.png")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, file := range files {
		out, _ := exec.Command(decode, "--quiet", "--xml", "-Sdisable", "-Sqr.enable", file).Output() // a page without a code is a failure to it
		for _, m := range read.FindAllStringSubmatch(string(out), -1) {
			got[m[1]]++
		}
	}
	own := s.office.view().Header.Creditors[0]
	rows := scheduleRows(t, written[4])
	for _, row := range rows {
		amount, err := money.Parse(row[6], money.EUR)
		if err != nil {
			t.Fatal(err)
		}
		want, err := paper.EPC{Name: own.Name, IBAN: own.IBAN, BIC: own.BIC, Amount: amount, Reference: row[10]}.Payload()
		if err != nil {
			t.Fatal(err)
		}
		if got[want] != 1 {
			t.Errorf("instalment %s: read %d times:\n%s", row[0], got[want], want)
		}
	}
	if len(got) != len(rows) {
		t.Errorf("%d codes for %d instalments", len(got), len(rows))
	}
}

// TestPlanMessage: the message goes to the client, and brings the agreement and
// the statement of account.
func TestPlanMessage(t *testing.T) {
	_, written := writtenPlan(t, draftOptions{client: "C00061", months: 3}, "")
	f, err := os.Open(written[0])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := mail.ReadMessage(f)
	if err != nil {
		t.Fatal(err)
	}
	if to := m.Header.Get("To"); !strings.Contains(to, "@") || m.Header.Get("X-Unsent") != "1" {
		t.Errorf("to %q, unsent %q", to, m.Header.Get("X-Unsent"))
	}
	_, param, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	parts := multipart.NewReader(m.Body, param["boundary"])
	var names []string
	for {
		part, err := parts.NextPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if part.FileName() != "" {
			names = append(names, part.FileName())
		}
	}
	if want := []string{"accord-C00061-2026-11-23.pdf", "releve-C00061-2026-11-23.pdf"}; !slices.Equal(names, want) {
		t.Errorf("attached: %v", names)
	}
}

// TestConfirmations: every act that agrees on something has its text and its
// message, for the owner alone, in the debtor's language.
func TestConfirmations(t *testing.T) {
	for _, c := range []struct {
		line, name, text string
		files            int
	}{
		{"p v", "promise-C00061-2026-11-23.eml", "11760,85€auplustardlevendredi27novembre2026", 1},
		{"e6", "plan-C00061-2026-11-23.eml", "23/12/2026", 5},
		{"lb", "dispute-C00061-2026-11-23.eml", "numérodecommandemanquant", 1},
		{"r d 9h30", "call-C00061-2026-11-23.eml", "09:30", 1},
		{"b1500 20/11", "receipt-C00061-2026-11-23.eml", "paiementde1500,00€du20novembre2026", 1},
		{"ad", "call-C00061-2026-11-23.eml", "lesdocumentsquevousavezdemandés", 1},
	} {
		s := seatedOnSample(t)
		key := s.client(t, "C00061")
		act := s.acted(t, key, c.line)
		draft, ok := s.Draft(act, key)
		got, err := s.Prepare(act, key, wording.English)
		if err != nil || !ok || len(got.Files) != c.files {
			t.Fatalf("%s: %v %v %+v", c.line, err, ok, got)
		}
		if got.Text != draft || !strings.Contains(blanks.ReplaceAllString(got.Text, ""), c.text) {
			t.Errorf("%s: %q is not in\n%s\ndraft:\n%s", c.line, c.text, got.Text, draft)
		}
		if name := filepath.Base(got.Files[0]); name != c.name {
			t.Errorf("%s: %s", c.line, name)
		}
		for _, file := range append(got.Files, filepath.Dir(got.Files[0])) {
			if info, err := os.Stat(file); err != nil || info.Mode().Perm()&0o077 != 0 {
				t.Errorf("%s: %v", file, err)
			}
		}
		// The same again is written beside, and nothing over.
		again, err := s.Prepare(act, key, wording.French)
		if want := strings.TrimSuffix(got.Files[0], ".eml") + "-2.eml"; err != nil || again.Files[0] != want || len(again.Files) != c.files {
			t.Errorf("%s: again %v, %v", c.line, again.Files, err)
		}
	}
}

// TestNothingToConfirm: other acts have no confirmation, and write nothing.
func TestNothingToConfirm(t *testing.T) {
	s := seatedOnSample(t)
	key := s.client(t, "C00061")
	for _, line := range []string{"an", "i a promis de rappeler"} {
		act := s.acted(t, key, line)
		if _, ok := s.Draft(act, key); ok {
			t.Errorf("%s has a draft", line)
		}
		if got, err := s.Prepare(act, key, wording.French); err != nil || got.Text != "" || got.Files != nil {
			t.Errorf("%s: %+v %v", line, got, err)
		}
	}
	if _, err := os.Stat(s.p.config.papers); err == nil {
		t.Error("a folder was made for nothing")
	}
}

// TestBrokenTemplateIsNamed: a confirmation says which of the user's templates
// is wrong, and writes nothing; the draft is there all the same.
func TestBrokenTemplateIsNamed(t *testing.T) {
	s := seatedOnSample(t)
	if err := os.MkdirAll(s.p.templates(), 0o700); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(s.p.templates(), "confirm-promise.fr.txt")
	if err := os.WriteFile(broken, []byte("@title x\n\n{{.Sum}}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	key := s.client(t, "C00061")
	act := s.acted(t, key, "p v")
	if text, ok := s.Draft(act, key); !ok || !strings.Contains(text, "Cordialement") {
		t.Errorf("no draft: %q", text)
	}
	_, err := s.Prepare(act, key, wording.English)
	if err == nil || !strings.Contains(err.Error(), broken+":3") || !strings.Contains(err.Error(), "template") {
		t.Errorf("%v", err)
	}
	if s.p.lang != wording.French {
		t.Error("the program's language changed")
	}
	if _, err := os.Stat(s.p.config.papers); err == nil {
		t.Error("something was written")
	}
}

// acted records a line as the screen would and gives the act.
func (s *seated) acted(t *testing.T, key ledger.ClientKey, line string) journal.ID {
	t.Helper()
	letters := s.p.letters(s.p.deskKeys())
	f := s.office.view().Facts(key, money.EUR, desk.Selection{})
	r := letters.Read(line, f)
	if r.Command == nil {
		t.Fatalf("%s: %+v", line, r)
	}
	done, err := s.office.session.Do(r.Command)
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	return done.Act
}

func TestNamesOfFiles(t *testing.T) {
	for in, want := range map[string]string{
		"C00231": "C00231", "../etc/passwd": "_etc_passwd", "a b\x00c": "a_b_c", "": "_", "..": "_", "Œuvre-1.x": "Œuvre-1.x",
		strings.Repeat("x", 300): strings.Repeat("x", 80), "CON\n": "CON_",
	} {
		if got := safeName(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestPostalLines(t *testing.T) {
	for in, want := range map[string][]string{
		"":                                   nil,
		"12, quai des Exemples, 59000 Lille": {"12, quai des Exemples", "59000 Lille"},
		"1 rue A\n59000 Lille\n":             {"1 rue A", "59000 Lille"},
		"Zone Nord, Bât. 3, 59000 Lille, FR": {"Zone Nord, Bât. 3", "59000 Lille", "FR"},
		"Kouter 1, B-9000 Gent":              {"Kouter 1", "B-9000 Gent"},
		"Rue Haute 5,1000 Bruxelles":         {"Rue Haute 5", "1000 Bruxelles"},
		"quelque part":                       {"quelque part"},
	} {
		if got := postalLines(in); !slices.Equal(got, want) {
			t.Errorf("%q: %q", in, got)
		}
	}
	if city := cityOf("12, quai des Exemples, 59000 Lille"); city != "Lille" {
		t.Errorf("%q", city)
	}
}
