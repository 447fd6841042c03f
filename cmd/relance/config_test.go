package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/entry"
	"relance/domain/wording"
)

var commented = regexp.MustCompile(`(?m)^#([a-z_]+ = )`)

// Every line of the template can be taken into use: the file is good, and says
// what holds without it.
func TestTemplate(t *testing.T) {
	for _, lang := range []wording.Lang{wording.French, wording.English} {
		p := &program{lang: lang}
		text := commented.ReplaceAllString(p.template(), "$1")
		c := config{path: filepath.Join(t.TempDir(), "config.toml")}
		if fault := c.read([]byte(text)); fault != nil {
			t.Fatalf("%v\n%s", fault.say(p), text)
		}
		if c.hours != calendar.UsualHours() {
			t.Errorf("hours %v", c.hours)
		}
		p.config = c
		if got, want := p.letters(entry.French), p.deskKeys().Mnemonics(); got != want {
			t.Errorf("letters %v, want %v", got, want)
		}
		if *c.file.Lang != *c.file.Keys || p.frenchCSV() {
			t.Error("language, letters or dialect")
		}
		if n, all := strings.Count(p.template(), "\n#"), len(settings()); n < all {
			t.Errorf("%d lines for %d settings", n, all)
		}
	}
}

// Every field of the letters can be changed under a name of its own.
func TestLetterSlots(t *testing.T) {
	m := entry.FrenchKeys()
	var names []string
	for _, s := range letterSlots(&m) {
		if s.what.FR == "" || s.what.EN == "" || slices.Contains(names, s.name()) {
			t.Errorf("%s: %v", s.name(), s.what)
		}
		names = append(names, s.name())
		*s.letter = ""
	}
	if m != (entry.Mnemonics{}) {
		t.Errorf("letters without a name: %v", m)
	}
}

func TestReadHour(t *testing.T) {
	for text, want := range map[string]int16{
		"8:00": 480, "08:00": 480, "8h": 480, "8h30": 510, "0:00": 0, "24:00": 1440, "23:59": 1439,
		"": -1, "8": -1, "25:00": -1, "24:01": -1, "8:60": -1, "8:5": -1, "-1:00": -1, "+8:00": -1, "8:00:00": -1, "008:00": -1, "h": -1, "８:00": -1,
	} {
		got, ok := readHour(text)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// Two letters may change places: the set is judged as a whole.
func TestLettersChangePlaces(t *testing.T) {
	c := config{path: "/config.toml"}
	if fault := c.read([]byte("keys = 'fr'\n[letters.acts]\npromise = 'e'\nplan = 'p'\n")); fault != nil {
		t.Fatalf("%+v", fault)
	}
	p := &program{config: c}
	m := p.letters(entry.English)
	if m.Acts[entry.Promise] != "e" || m.Acts[entry.Plan] != "p" || m.Acts[entry.Call] != "a" {
		t.Errorf("%v", m.Acts)
	}
}

// The line that a fault names is the one at fault, wherever it stands.
func TestFaultLine(t *testing.T) {
	for text, want := range map[string]struct {
		line int
		key  string
	}{
		"lang = 'xx'":                                         {1, "lang"},
		"\n\r\n# x\nkeys = 'xx'":                              {4, "keys"},
		"calls.to = '7:00'":                                   {1, "calls.to"},
		"[calls]\ndays = [\n 'mon',\n 'nope']":                {2, "calls.days"},
		"\ncalls = {to = 'x'}":                                {2, "calls.to"},
		"keys = 'en'\n\n[letters.reasons]\nprice='o'":         {4, "letters.reasons.price"},
		"keys = 'fr'\n[letters.dates]\nx='y'":                 {3, "letters.dates.x"},
		"keys = 'fr'\n[letters.x]\n":                          {2, "letters.x"},
		"keys = 'fr'\n[letters.outcomes]\nrefusal = ''":       {3, "letters.outcomes.refusal"},
		"keys = 'fr'\n[letters.acts]\nnote = 'É'":             {3, "letters.acts.note"},
		"keys = 'fr'\n[letters.acts]\nnote = 'no'":            {3, "letters.acts.note"},
		"keys = 'fr'\n[letters.amounts]\nhalf = 'ma'":         {3, "letters.amounts.half"},
		"keys = 'fr'\n[letters.dates]\nhours = 'j'":           {3, "letters.dates.hours"},
		"author = ' '":                                        {1, "author"},
		"author = '" + strings.Repeat("x", authorMax+1) + "'": {1, "author"},
		"db = ''":         {1, "db"},
		"[[calls]]\n":     {1, "calls"},
		"a = 1\nlang = 3": {0, ""},
	} {
		c := config{path: "config.toml"}
		fault := c.read([]byte(text))
		if fault == nil {
			t.Errorf("%q: accepted", text)
			continue
		}
		if want.line != 0 && (fault.line != want.line || fault.key != want.key) {
			t.Errorf("%q: line %d, key %q", text, fault.line, fault.key)
		}
		if words := fault.say(&program{}).Error(); strings.Contains(words, "%!") || !strings.Contains(words, "config.toml") {
			t.Errorf("%q: %s", text, words)
		}
	}
}

// No text of a file makes the program fail, and a refusal has its words.
func TestAnyText(t *testing.T) {
	parts := []string{
		"lang", "keys", "letters", "acts", "promise", "calls", "from", "days", "=", " = ", "'fr'", `"en"`, "'8:00'", "[", "]", "[[", "{", "}",
		".", ",", "\n", "#", "1", "true", "1979-05-27", "\x00", "é", "\"\"\"", "'''", "\\u0000", "\xff",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(t, "parts"), "")
		c := config{path: "config.toml"}
		fault := c.read([]byte(text))
		if fault == nil {
			return
		}
		if words := fault.say(&program{}).Error(); strings.Contains(words, "%!") {
			t.Fatalf("%q: %s", text, words)
		}
	})
}

// Two databases of the same name do not share their backups.
func TestBackupFolders(t *testing.T) {
	p := &program{config: config{backups: "/copies"}}
	a, b := p.backupFolder("/one/relance.db"), p.backupFolder("/two/relance.db")
	if a == b || filepath.Dir(a) != filepath.Dir(b) {
		t.Errorf("%s and %s", a, b)
	}
	p.config.backups = ""
	if got := p.backupFolder("/one/relance.db"); got != "/one/relance.db.backups" {
		t.Error(got)
	}
}

// A file of another program on Windows begins with a mark of byte order.
func TestByteOrderMark(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte("\ufefflang = \"en\"\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p := &program{env: func(string) string { return "" }, now: time.Now}
	p.configure([]string{"worklist", "--config", path})
	if p.configFault != nil || *p.config.file.Lang != "en" {
		t.Errorf("%+v", p.configFault)
	}
}
