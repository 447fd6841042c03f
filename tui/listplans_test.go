package tui

import (
	"errors"
	"strings"
	"testing"

	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/tui/ports"
	"relance/tui/ui"
)

// TestPlansOfAll: every list with its plans, the cash by week, and Enter goes to
// the client.
func TestPlansOfAll(t *testing.T) {
	f := sampleDesk()
	samplePlans(f)
	s := newSim(f, 120, 40, wording.French)
	s.press("P")
	got := plainScreen(s)
	for _, want := range []string{
		"Attendu par semaine", "en retard 1 750 €", "Attendus cette semaine · 2", "À risque · 1", "dernière en retard",
		"manque 1 750 € depuis le 11/11 (12 j)", "non signé depuis le 14/11", "à signer avant le 27/11", "Soldés · 1", "15/02",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	s.press("jjj<enter>")
	if s.sheet != nil || s.current.Key != key("C00309") {
		t.Errorf("on %v", s.current.Key)
	}
	s.press("<esc>k")
	if s.current.Key != key("C00118") {
		t.Errorf("k does not go back: on %v", s.current.Key)
	}
}

// TestNoPlans: an empty list says what to do next.
func TestNoPlans(t *testing.T) {
	s := newSim(sampleDesk(), 80, 24, wording.English)
	s.press("P")
	if got := plainScreen(s); !strings.Contains(got, "No plan yet. On a client, e 6 ⏎") {
		t.Errorf("\n%s", got)
	}
}

// TestChartOfOneWeek: what is signed is solid, what is not is shaded, nothing is
// empty; a small sum shows beside a large one.
func TestChartOfOneWeek(t *testing.T) {
	s := newSim(sampleDesk(), 80, 24, wording.French)
	column := func(week desk.ExpectedWeek, most int64) string {
		out := ""
		for r := 2; r >= 0; r-- {
			l := ui.NewLine(2, "")
			s.chartCell(l, &week, most, r, 3, 2)
			out += string([]rune(stripped(l.End()))[0])
		}
		return out
	}
	for _, c := range []struct {
		week desk.ExpectedWeek
		want string
	}{
		{desk.ExpectedWeek{}, "   "},
		{desk.ExpectedWeek{Signed: 3000}, "███"},
		{desk.ExpectedWeek{Promised: 3000}, "░░░"},
		{desk.ExpectedWeek{Signed: 1000, Proposed: 1000}, " ░█"},
		{desk.ExpectedWeek{Signed: 1}, "  ▁"},
		{desk.ExpectedWeek{Proposed: 1}, "  ░"},
		{desk.ExpectedWeek{Signed: 1500}, " ▄█"},
	} {
		if got := column(c.week, 3000); got != c.want {
			t.Errorf("%+v: %q, want %q", c.week, got, c.want)
		}
	}
	for sum, want := range map[int64]string{0: "·", 999_00: "999", 9_410_00: "9 410", 31_412_00: "31,4k", 980_000_00: "980k", 1_250_000_00: "1,3M"} {
		if got := strings.ReplaceAll(s.briefSum(sum, money.EUR, 5), "\u202f", " "); got != want {
			t.Errorf("%d: %q, want %q", sum, got, want)
		}
	}
}

func stripped(s string) string {
	for {
		from := strings.IndexByte(s, 0x1b)
		if from < 0 {
			return s
		}
		to := strings.IndexByte(s[from:], 'm')
		s = s[:from] + s[from+to+1:]
	}
}

// prepared is a confirmation that writes files, or fails to.
type prepared struct {
	draft
	files []string
	err   error
}

func (p prepared) Prepare(journal.ID, ledger.ClientKey, wording.Lang) (ports.Prepared, error) {
	if p.err != nil {
		return ports.Prepared{}, p.err
	}
	return ports.Prepared{Text: p.text, Files: p.files}, nil
}

// TestConfirmationFiles: the text is copied and the files are named; where they
// cannot be written the text is copied all the same, and why not is said.
func TestConfirmationFiles(t *testing.T) {
	f := sampleDesk()
	f.last, f.lastOn = f.files[key("C00231")].Timeline[1], key("C00231")
	c := prepared{draft: draft{"Bonjour,\n\nvous réglerez 12 450 €."}, files: []string{"/home/md/relance/promise-C00231.eml"}}
	s := newSim(f, 80, 24, wording.French, func(o *Options) { o.Confirm = c })
	_, cmd := s.Update(typed('c'))
	if !s.busy || s.sheet != nil {
		t.Fatal("prepared on the event loop")
	}
	s.run(cmd)
	if got := plainScreen(s); len(s.clipboard) != 1 || !strings.Contains(got, "/home/md/relance") || !strings.Contains(s.message, "promise-C00231.eml") {
		t.Errorf("copied %v, said %q\n%s", s.clipboard, s.message, got)
	}
	c.err = errors.New("le dossier est plein")
	s = newSim(f, 80, 24, wording.French, func(o *Options) { o.Confirm = c })
	s.press("c")
	if len(s.clipboard) != 1 || !s.alert || !strings.Contains(s.message, "le dossier est plein") {
		t.Errorf("copied %v, said %q", s.clipboard, s.message)
	}
	c.text = ""
	s = newSim(f, 80, 24, wording.French, func(o *Options) { o.Confirm = c })
	s.press("c")
	if len(s.clipboard) != 0 || s.sheet != nil || !s.alert {
		t.Errorf("copied %v, said %q", s.clipboard, s.message)
	}
}
