package paper

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoadOverride(t *testing.T) {
	own := fstest.MapFS{"courtesy.fr.txt": {Data: []byte("\uFEFF# Rappel\r\n\r\nÀ payer : {{.Line.Amount}} le {{day .Line.Date}} \\\r\nMerci\r\n")}}
	tpl, err := Load(French, NameCourtesy, own)
	if err != nil || !tpl.Own {
		t.Fatal(tpl, err)
	}
	doc, err := tpl.Render(Examples(NameCourtesy, French)[0])
	if err != nil {
		t.Fatal(err)
	}
	if got, want := Text(doc), "Rappel\n══════\n\nÀ payer\u00A0: 7\u202F550,00\u00A0€ le lundi\u00A014\u00A0décembre\u00A02026\nMerci\n"; got != want {
		t.Errorf("%q\n%q", got, want)
	}
	tpl, err = Load(Dutch, NameCourtesy, own)
	if err != nil || tpl.Own {
		t.Error("the shipped Dutch one was expected:", err)
	}
	if _, err := Load(French, "../secret", own); !errors.Is(err, ErrNoPaper) {
		t.Error(err)
	}
	if _, err := Load(langCount, NameFees, nil); !errors.Is(err, ErrNoPaper) {
		t.Error(err)
	}
}

// What is wrong in a user's template is told with file and line when it is
// loaded, before a paper is wanted.
func TestBrokenTemplates(t *testing.T) {
	for _, c := range []struct {
		text string
		line int
		has  string
	}{
		{"# a\n\n{{if .Total}}\n", 4, "unexpected EOF"},
		{"# a\n{{.Totall}}\n", 2, "Totall"},
		{"a\nb\n{{.Debtor.Nom}}", 3, "Nom"},
		{"a\n{{frob .Total}}\n", 2, "frob"},
		{"a\n\n@scheduel\n", 3, "@scheduel"},
		{"a\n{{if .Automatic}}{{else}}\n@nothing\n{{end}}", 3, "@nothing"},
		{"{{range .Items}}\n@bad here\n{{end}}", 2, "@bad"},
		{"a\n\xff\n", 2, "UTF-8"},
		{"a\n\uFDD0@schedule\n", 2, "stands for nothing"},
		{"a\n{{.Items}}\n", 2, "cannot be written out"},
		{"a\n{{index .Items 99}}\n", 2, "out of range"},
		{"{{define \"x\"}}{{template \"x\" .}}{{end}}{{template \"x\" .}}", 1, "depth"},
		{"{{range .Items}}{{printf \"%999999d\" 1}}{{printf \"%999999d\" 1}}{{printf \"%999999d\" 1}}{{end}}", 0, "too long"},
		{strings.Repeat("x", maxTemplate+1), 0, "too long"},
	} {
		_, err := Load(French, NameAgreement, fstest.MapFS{"agreement.fr.txt": {Data: []byte(c.text)}})
		var at *TemplateError
		if !errors.As(err, &at) || !errors.Is(err, ErrTemplate) {
			t.Errorf("%.40q: %v", c.text, err)
			continue
		}
		if at.File != "agreement.fr.txt" || at.Line != c.line || !strings.Contains(err.Error(), c.has) {
			t.Errorf("%.40q: %.200s (line %d, want %d)", c.text, err, at.Line, c.line)
		}
	}
}

// Control characters of a template itself reach no terminal.
func TestTemplateControls(t *testing.T) {
	tpl, err := Load(French, NameCall, fstest.MapFS{"confirm-call.fr.txt": {Data: []byte("@title a\x1b[2J\tb\n# A\x1b]0;x\x07\n\n\tx\u202Ey\vz\n")}})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := tpl.Render(CallNote{})
	if err != nil {
		t.Fatal(err)
	}
	if got := doc.Title + "\n" + Text(doc); strings.ContainsFunc(got, func(r rune) bool { return r < 0x20 && r != '\n' || r == 0x202E }) {
		t.Errorf("%q", got)
	}
}

func TestRenderOtherData(t *testing.T) {
	tpl, err := Load(French, NameAgreement, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tpl.Render(Courtesy{}); !errors.Is(err, ErrTemplate) {
		t.Error(err)
	}
	// Empty data are no reason to fail: a paper is shown while it is drawn up.
	for _, p := range papers {
		tpl, err := Load(French, p.name, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := tpl.Render(p.data); err != nil {
			t.Errorf("%s: %v", p.name, err)
		}
	}
}

func TestWriteDefaults(t *testing.T) {
	dir := t.TempDir()
	kept := filepath.Join(dir, "fees.nl.txt")
	if err := os.WriteFile(kept, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	written, err := WriteDefaults(dir)
	if err != nil || len(written) != len(papers)*int(langCount)-1 {
		t.Fatal(len(written), err)
	}
	if got, _ := os.ReadFile(kept); string(got) != "mine" {
		t.Errorf("overwritten: %q", got)
	}
	again, err := WriteDefaults(dir)
	if err != nil || len(again) != 0 {
		t.Error(again, err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != len(papers)*int(langCount) {
		t.Error("left over:", len(entries), err)
	}
	for _, name := range Names() {
		for lang := range langCount {
			if name == NameFees && lang == Dutch {
				continue
			}
			if tpl, err := Load(lang, name, os.DirFS(dir)); err != nil || !tpl.Own {
				t.Error(name, lang, err)
			}
		}
	}
	if _, err := WriteDefaults(filepath.Join(dir, "none")); err == nil {
		t.Error("a folder that is not there")
	}
}

// A text of data is never read as markup, field or directive.
func TestDataIsNoMarkup(t *testing.T) {
	own := fstest.MapFS{"confirm-call.fr.txt": {Data: []byte("# Titre\n\n{{.What}}\n\nNom :: {{.Person}}\n")}}
	for _, hostile := range []string{
		"{{.Amount}}", "{{template \"x\"}}", "# Titre", "@items", "---", "- a", "a :: b", "! x", "> y", "a\\",
		"a\n@items\n# b", "a\r\n\r\n---", "\uFDD0\uFDD1@items", "\uFDD1@items", "x\u2028@items", "\x1b[31mred", "\u202Eabc", "=cmd|'/c calc'!A1",
	} {
		tpl, err := Load(French, NameCall, own)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := tpl.Render(CallNote{What: hostile, Person: hostile, Items: []Item{{Number: "F1"}}})
		if err != nil {
			t.Errorf("%q: %v", hostile, err)
			continue
		}
		if len(doc.Blocks) != 3 {
			t.Errorf("%q: %d blocks: %#v", hostile, len(doc.Blocks), doc.Blocks)
			continue
		}
		want := strings.TrimSpace(clean(hostile))
		if p, ok := doc.Blocks[1].(Paragraph); !ok || p.Text != want {
			t.Errorf("%q: %#v", hostile, doc.Blocks[1])
		}
		if kv, ok := doc.Blocks[2].(KeyValues); !ok || len(kv.Pairs) != 1 || kv.Pairs[0].Key != "Nom" || kv.Pairs[0].Value != want {
			t.Errorf("%q: %#v", hostile, doc.Blocks[2])
		}
		if strings.ContainsFunc(Text(doc), func(r rune) bool {
			return r < 0x20 && r != '\n' || r == 0x202E || r == 0x7F || r >= dataStart && r <= lineBreak
		}) {
			t.Errorf("%q: %q", hostile, Text(doc))
		}
	}
}

func FuzzTemplate(f *testing.F) {
	f.Add("# a\n{{.Total}}\n@schedule\n- b\nc :: d", "name")
	f.Add("{{range .Items}}{{.Number}}{{end}}", "@items\n{{")
	f.Fuzz(func(t *testing.T, text, name string) {
		tpl, err := Load(French, NameAgreement, fstest.MapFS{"agreement.fr.txt": {Data: []byte(text)}})
		if err != nil {
			if !errors.Is(err, ErrTemplate) {
				t.Fatal(err)
			}
			return
		}
		a := Examples(NameAgreement, French)[0].(Agreement)
		a.Debtor.Name = name
		if doc, err := tpl.Render(a); err == nil {
			Text(doc)
		}
	})
}

// A template of the user that gives nothing is named: no debtor gets an empty
// paper.
func TestEmptyTemplate(t *testing.T) {
	for _, text := range []string{"", " \n\t\n", "\uFEFF", "{{/* later */}}", "@title only\n"} {
		_, err := Load(French, NamePromise, fstest.MapFS{"confirm-promise.fr.txt": {Data: []byte(text)}})
		var wrong *TemplateError
		if !errors.As(err, &wrong) || wrong.File != "confirm-promise.fr.txt" {
			t.Errorf("%q: %v", text, err)
		}
	}
}
