package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"relance/domain/desk"
	"relance/domain/ledger"
	"relance/domain/wording"
)

var names = []string{
	"Garage Lefèvre SARL", "日本電気株式会社", "Œuvres & Cie", strings.Repeat("Très long nom ", 300),
	"👨‍👩‍👧‍👦 Famille", "e\u0301te\u0301 compose\u0301", "\x1b[31mrouge\x1b[m", "a\tb\nc", "\u202egauche", "🇫🇷 Export", "ﷺ", "✈\ufe0f Avion", "한국전력공사", "",
	strings.Repeat("電", 2048), "Zoë \u200d\u200b\ufeff", "नमस्ते व्यापार", "ห้างหุ้นส่วน",
}

// check says what is wrong with a frame: every line has the screen's width by
// both usual measures, and there are as many lines as the screen has.
func check(t interface{ Fatalf(string, ...any) }, s *sim, w, h int) {
	lines := strings.Split(s.View().Content, "\n")
	if len(lines) != h {
		t.Fatalf("%d×%d: %d lines", w, h, len(lines))
	}
	for i, l := range lines {
		if a, b := ansi.StringWidth(l), ansi.StringWidthWc(l); a != w || b != w {
			t.Fatalf("%d×%d: line %d is %d or %d cells wide: %q", w, h, i, a, b, ansi.Strip(l))
		}
		if plain := ansi.Strip(l); strings.ContainsAny(plain, "\x1b\t\r\x07") {
			t.Fatalf("%d×%d: line %d holds control characters: %q", w, h, i, plain)
		}
	}
}

// TestNothingWraps types random keys on screens of every size, with names that
// are long, wide or hostile.
func TestNothingWraps(t *testing.T) {
	keys := []string{
		"j", "k", "<tab>", "<shift+tab>", "1", "2", "3", "4", "p", "m", "v", " ", "<enter>", "<esc>", "e", "6", "l", "b", "i", "é",
		"z", "h", "<ctrl+p>", ",", "<down>", "<up>", "<pgdown>", "<end>", "<home>", "<left>", "<right>", "x", "a", "n", "<backspace>", "<ctrl+t>", "u", "c", "f", "o", "r", "日",
	}
	rapid.Check(t, func(t *rapid.T) {
		f := sampleDesk()
		for i, r := range f.view.Worklist {
			r.Name = rapid.SampledFrom(names).Draw(t, "name")
			r.Overdue = rapid.Int64Range(-1e15, 1e15).Draw(t, "overdue")
			file := f.files[r.Client]
			file.Client.Name = r.Name
			file.Items[0].Key.Number = rapid.SampledFrom(names).Draw(t, "number")
			file.Items[0].Open = r.Overdue
			file.Contacts = append(file.Contacts, desk.ContactRow{Contact: ledger.Contact{Name: r.Name, Role: r.Name, Phone: r.Name, Email: r.Name}})
			file.Brief.LastWords = r.Name
			file.Fields[0].Value = r.Name
			if i == 0 {
				f.view.Header.Creditors[0].Name = r.Name
			}
		}
		w, h := rapid.IntRange(80, 230).Draw(t, "width"), rapid.IntRange(24, 60).Draw(t, "height")
		clock := func(o *Options) {
			if rapid.Bool().Draw(t, "late") {
				o.Minute = func() int16 { return 22 * 60 }
			}
		}
		s := newSim(f, w, h, wording.Lang(rapid.IntRange(0, 1).Draw(t, "lang")), clock)
		check(t, s, w, h)
		for range rapid.IntRange(1, 25).Draw(t, "keys") {
			s.press(rapid.SampledFrom(keys).Draw(t, "key"))
			if s.quit {
				return
			}
			check(t, s, w, h)
			if rapid.IntRange(0, 9).Draw(t, "resize") == 0 {
				w, h = rapid.IntRange(80, 230).Draw(t, "width"), rapid.IntRange(24, 60).Draw(t, "height")
				s.send(tea.WindowSizeMsg{Width: w, Height: h})
				check(t, s, w, h)
			}
		}
	})
}

func TestTooSmall(t *testing.T) {
	for _, size := range [][2]int{{79, 24}, {80, 23}, {1, 1}, {20, 5}, {0, 0}} {
		s := newSim(sampleDesk(), size[0], size[1], wording.French)
		s.press("jp m v<enter>")
		if size[0] > 0 {
			check(t, s, size[0], size[1])
		}
	}
}
