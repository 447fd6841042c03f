package tui

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/tui/ports"
)

// firstFile is the file of a company that is new: 12 items on French accounts,
// 5 on Belgian ones, none on others.
type firstFile struct {
	asked     []ports.Answers
	committed []ports.Preview
	excluded  []ledger.ClientKey
}

func (f *firstFile) Read(_ string, _ wording.Lang, a ports.Answers) (ports.Preview, error) {
	f.asked = append(f.asked, a)
	got := ports.Answers{Name: "111111111", Country: "FR", Accounts: []string{"411", "413", "416"}, Terms: "NET 30"}
	if a.Name != "" {
		got.Name = a.Name
	}
	if a.Country == "BE" {
		got.Country, got.Accounts = "BE", []string{"400", "407"}
	}
	if len(a.Accounts) > 0 {
		got.Accounts = a.Accounts
	}
	if a.Terms != "" {
		got.Terms = a.Terms
	}
	p := ports.Preview{Ask: &got}
	var n int
	switch got.Accounts[0] {
	case "411":
		n = 12
	case "400":
		n = 5
	default:
		return p, errors.New("rien sur ces comptes : " + strings.Join(got.Accounts, ", "))
	}
	p.Source = ledger.Source{Name: "111111111FEC20261231.txt", Format: "fec"}
	p.Change = ledger.Change{
		Creditor: ledger.Creditor{ID: "111111111", Name: got.Name, Country: got.Country, Prefixes: got.Accounts, DefaultTerms: got.Terms, Cutoff: calendar.Of(2026, 11, 20)},
		Diff:     ledger.Diff{New: n, ClientsNew: 3},
		Doubts: []ledger.Doubt{
			{Code: ledger.DoubtLarge, Client: key("CBOUTIQUE"), Name: "Ventes comptoir", Amount: money.Of(9000000, money.EUR)},
			{Code: ledger.DoubtLarge, Client: key("CCARTE"), Name: "Cartes", Amount: money.Of(8000000, money.EUR)},
		},
	}
	return p, nil
}

func (f *firstFile) Commit(p ports.Preview, exclude []ledger.ClientKey) (desk.Done, error) {
	f.committed = append(f.committed, p)
	f.excluded = exclude
	return desk.Done{View: sampleDesk().view}, nil
}

func firstImport(t *testing.T, w, h int, lang wording.Lang, change ...func(*Options)) (*sim, *firstFile) {
	t.Helper()
	files := &firstFile{}
	s := newSim(emptyDesk(), w, h, lang, append(change, func(o *Options) { o.Importer = files })...)
	s.press("<enter>ledger.txt<enter>")
	if s.sheet == nil || s.sheet.form == nil {
		t.Fatalf("nothing is asked:\n%s", screen(s))
	}
	return s, files
}

func TestFirstImportAsks(t *testing.T) {
	s, files := firstImport(t, 80, 24, wording.French)
	golden(t, "import-first-80x24-fr", screen(s))
	check(t, s, 80, 24)
	s.press("<enter><ctrl+u>Atelier du Nord<enter>") // the name: nothing is read again
	if len(files.asked) != 1 || !strings.Contains(screen(s), "Atelier du Nord") {
		t.Fatalf("asked %v", files.asked)
	}
	s.press("<enter><ctrl+u>Belgique<enter>") // proposes the accounts usual there
	if got := s.sheet.form.given; got.Country != "BE" || !slices.Equal(got.Accounts, []string{"400", "407"}) || got.Name != "Atelier du Nord" {
		t.Fatalf("got %+v", got)
	}
	if d := s.sheet.form.preview.Change.Diff; d.New != 5 || !strings.Contains(screen(s), "400, 407") {
		t.Errorf("the figures are those of before: %+v", d)
	}
	s.press("<enter><enter>") // the accounts as proposed
	s.press("<enter><ctrl+u>30fm")
	if !strings.Contains(screen(s), "30 jours fin de mois · facture du 15/11 → échéance 31/12") {
		t.Errorf("the example is not shown:\n%s", screen(s))
	}
	s.press("<enter>")
	s.press("<enter><space>") // the second large account is left out
	if len(files.committed) != 0 {
		t.Fatal("written before it was asked for")
	}
	s.press("j<enter>")
	if len(files.committed) != 1 {
		t.Fatalf("not imported:\n%s", screen(s))
	}
	c := files.committed[0].Change.Creditor
	if c.Name != "Atelier du Nord" || c.Country != "BE" || c.DefaultTerms != "EOM-A 30" || !slices.Equal(c.Prefixes, []string{"400", "407"}) {
		t.Errorf("written: %+v", c)
	}
	if len(files.excluded) != 1 || files.excluded[0].Account != "CCARTE" {
		t.Errorf("left out: %v", files.excluded)
	}
	if s.sheet != nil || s.current.Key != key("C00118") {
		t.Error("the desk is not shown")
	}
}

// Enter alone goes down the form to the line that imports, and takes what is
// proposed.
func TestFirstImportByEnterAlone(t *testing.T) {
	s, files := firstImport(t, 120, 40, wording.English)
	golden(t, "import-first-120x40-en", screen(s))
	s.press(strings.Repeat("<enter><enter>", int(answers)) + "<enter><enter>")
	if len(files.committed) != 0 || len(files.asked) != 1 {
		t.Fatalf("asked %v, committed %d", files.asked, len(files.committed))
	}
	s.press("<enter>")
	if len(files.committed) != 1 || len(files.excluded) != 0 {
		t.Errorf("committed %d, left out %v", len(files.committed), files.excluded)
	}
}

func TestAnswersAreRead(t *testing.T) {
	s, _ := firstImport(t, 80, 24, wording.French)
	cases := []struct {
		which answer
		text  string
		want  string // as shown; empty = refused
	}{
		{answerName, "  Dupont & Fils ", "Dupont & Fils"},
		{answerName, "  ", ""},
		{answerCountry, "be", "BE"},
		{answerCountry, "france", "FR"},
		{answerCountry, "DE", ""},
		{answerCountry, "", ""},
		{answerAccounts, "411;416", "411, 416"},
		{answerAccounts, "'&&, '&-", "411, 416"}, // the unshifted row of an AZERTY keyboard
		{answerAccounts, "411000 4116 411000", "411000, 4116"},
		{answerAccounts, "4", ""},
		{answerAccounts, "clients", ""},
		{answerAccounts, ",", ""},
		{answerTerms, "45 jours fin de mois", "45 jours fin de mois"},
		{answerTerms, "45 days eom", "45 jours fin de mois"},
		{answerTerms, "fm+45", "fin de mois + 45 jours"},
		{answerTerms, "\"àfm", "30 jours fin de mois"},
		{answerTerms, "\"à jours fin de décade", "30 jours fin de décade"},
		{answerTerms, "30fm&à", "30 jours fin de mois le 10"},
		{answerTerms, "à réception", "à réception"},
		{answerTerms, "FIX 2026-12-31", ""},
		{answerTerms, "bientôt", ""},
		{answerTerms, "", ""},
	}
	for _, c := range cases {
		got, bad := s.readAnswer(ports.Answers{}, c.which, c.text)
		if shown := s.shownAnswer(got, c.which); (bad == "") != (c.want != "") || bad == "" && shown != c.want {
			t.Errorf("%q: %q, refused %q, want %q", c.text, shown, bad, c.want)
		}
	}
	s.press("jjj<enter><ctrl+u>bientôt<enter>")
	if s.line.kind != lineAsk || !strings.Contains(screen(s), "« bientôt » n'est pas un délai") {
		t.Errorf("not refused in words:\n%s", screen(s))
	}
	s.press("<esc>")
	if s.sheet == nil || s.sheet.form.given.Terms != "NET 30" {
		t.Error("Esc does not leave the field as it was")
	}
}

// Accounts that a person wrote stay when the country changes, and a file without
// them is refused on the form, where they can be changed.
func TestAccountsRefused(t *testing.T) {
	s, files := firstImport(t, 80, 24, wording.French)
	s.press("jj<enter><ctrl+u>467<enter>")
	if f := s.sheet.form; f.refused == "" || !strings.Contains(screen(s), "rien sur ces comptes : 467") {
		t.Fatalf("the refusal is not shown:\n%s", screen(s))
	}
	s.press("k<space>")
	if got := s.sheet.form.given; got.Country != "BE" || !slices.Equal(got.Accounts, []string{"467"}) {
		t.Errorf("got %+v", got)
	}
	s.press("o")
	if len(files.committed) != 0 || s.sheet == nil {
		t.Fatal("a refused file was imported")
	}
	check(t, s, 80, 24)
	s.press("<enter><ctrl+u>400<enter>o")
	if len(files.committed) != 1 {
		t.Errorf("not imported:\n%s", screen(s))
	}
}

// A key typed while the figures are computed does not import them unseen.
func TestFirstImportUnseen(t *testing.T) {
	now := time.Unix(0, 0)
	s, files := firstImport(t, 80, 24, wording.French, func(o *Options) {
		o.Now = func() time.Time { now = now.Add(10 * time.Millisecond); return now }
	})
	now = now.Add(time.Second)
	s.press("j")
	_, read := s.Update(named("space"))
	s.Update(typed('o'))
	s.run(read)
	if len(files.committed) != 0 || s.sheet == nil || s.sheet.form.given.Country != "BE" {
		t.Fatal("a key in flight imported")
	}
	now = now.Add(time.Second)
	s.press("o")
	if len(files.committed) != 1 {
		t.Error("o does not import")
	}
}

// TestFormNeverWraps draws the form at every size with hostile answers.
func TestFormNeverWraps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(80, 230).Draw(t, "width"), rapid.IntRange(24, 60).Draw(t, "height")
		files := &firstFile{}
		s := newSim(emptyDesk(), w, h, wording.Lang(rapid.IntRange(0, 1).Draw(t, "lang")), func(o *Options) { o.Importer = files })
		s.press("<enter>x<enter><enter><ctrl+u>")
		s.send(tea.PasteMsg{Content: rapid.SampledFrom(names).Draw(t, "name")})
		check(t, s, w, h)
		for range rapid.IntRange(1, 25).Draw(t, "keys") {
			s.press(rapid.SampledFrom([]string{"<enter>", "j", "k", "<space>", "<esc>", "<pgdown>", "<pgup>", "<end>", "4", "é", "日", "<ctrl+u>", "G", "o"}).Draw(t, "key"))
			check(t, s, w, h)
			if rapid.IntRange(0, 9).Draw(t, "resize") == 0 {
				w, h = rapid.IntRange(80, 230).Draw(t, "width"), rapid.IntRange(24, 60).Draw(t, "height")
				s.send(tea.WindowSizeMsg{Width: w, Height: h})
				check(t, s, w, h)
			}
		}
	})
}
