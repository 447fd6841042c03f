package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// texts draws texts with everything that a name may hold.
func texts() *rapid.Generator[string] {
	runes := rapid.RuneFrom([]rune("abcÉéœŒ€ \u00a0\u202f\u00ad日本電👨👩\u200d\u200b\ufe0f🇫🇷e\u0301\x1b[31m\x07\t\n█▇│नमस्ते한국\u202e\u1100\u1161"))
	return rapid.StringOfN(runes, 0, 60, -1)
}

func TestCleanIsSafe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := texts().Draw(t, "text")
		c := Clean(s)
		if strings.ContainsFunc(c, func(r rune) bool { return r < 0x20 || r >= 0x7f && r < 0xa0 }) {
			t.Fatalf("control characters in %q", c)
		}
		if a, b := ansi.StringWidth(c), ansi.StringWidthWc(c); a != b {
			t.Fatalf("%q is %d or %d cells wide", c, a, b)
		}
		if Clean(c) != c {
			t.Fatalf("cleaning %q again gives %q", c, Clean(c))
		}
		if Width(c) != ansi.StringWidth(c) {
			t.Fatalf("Width(%q) = %d, want %d", c, Width(c), ansi.StringWidth(c))
		}
	})
}

func TestCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Clean(texts().Draw(t, "text"))
		w := rapid.IntRange(0, 40).Draw(t, "width")
		if got := Width(Cut(s, w)); got > w {
			t.Fatalf("Cut(%q, %d) takes %d cells", s, w, got)
		}
		if w > 0 && Width(s) <= w && Cut(s, w) != s {
			t.Fatalf("Cut(%q, %d) = %q, though it fits", s, w, Cut(s, w))
		}
		for _, out := range []string{Left(s, w), Right(s, w)} {
			if Width(out) != w {
				t.Fatalf("%q takes %d cells, want %d", out, Width(out), w)
			}
		}
		l := NewLine(w, NewTheme().Selected)
		l.Put(NewTheme().Alert, s).Cell("", s, 7).Number("", s, 5).Tail("", s)
		if got := ansi.StringWidth(l.End()); got != w {
			t.Fatalf("a line of %d cells takes %d", w, got)
		}
		for _, line := range Wrap(s, max(w, 1), 2) {
			if Width(line) > max(w, 1) {
				t.Fatalf("wrapped line %q is too wide", line)
			}
		}
	})
}

func TestColumnsFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var cols []Column
		for range rapid.IntRange(1, 6).Draw(t, "columns") {
			lo := rapid.IntRange(1, 15).Draw(t, "min")
			cols = append(cols, Column{
				Min: lo, Want: lo + rapid.IntRange(0, 20).Draw(t, "more"),
				Grow: rapid.IntRange(0, 3).Draw(t, "grow"), Drop: rapid.IntRange(0, 2).Draw(t, "drop"),
			})
		}
		total := rapid.IntRange(20, 200).Draw(t, "total")
		w := Columns(total, 1, cols)
		if got := used(w, 1); got > total {
			t.Fatalf("%v take %d of %d cells", w, got, total)
		}
		for i, c := range cols {
			if c.Drop == 0 && w[i] < 1 {
				t.Fatalf("column %d left: %v", i, w)
			}
		}
	})
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		total int
		sizes []Size
		want  []int
	}{
		{100, []Size{Percent(30, 0, 0), Fixed(1), Fill(1)}, []int{30, 1, 69}},
		{100, []Size{Percent(10, 20, 0), Fill(1), Fill(1)}, []int{20, 40, 40}},
		{100, []Size{Percent(90, 0, 50), Fill(3), Fill(2)}, []int{50, 30, 20}},
		{5, []Size{Fixed(4), Fixed(4), Fill(1)}, []int{4, 1, 0}},
		{-3, []Size{Fixed(4), Fill(1)}, []int{0, 0}},
	} {
		got := Split(c.total, c.sizes...)
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("Split(%d) = %v, want %v", c.total, got, c.want)
				break
			}
		}
	}
}

func TestInput(t *testing.T) {
	var in Input
	in.Insert("Société")
	in.Insert(" e\u0301")
	if in.Text() != "Société é" {
		t.Errorf("%q is not composed", in.Text())
	}
	in.Edit("ctrl+w")
	in.Edit("left")
	in.Edit("backspace")
	if in.Text() != "Société"[:len("Société")-len("é")]+" " && in.Text() != "Sociét " {
		t.Errorf("got %q", in.Text())
	}
	in.Edit("home")
	in.Insert("La ")
	if in.Text() != "La Sociét " {
		t.Errorf("got %q", in.Text())
	}
	in.Edit("ctrl+u")
	in.Edit("end")
	if _, at := in.View(20); at != len("Sociét ")-1 {
		t.Errorf("cursor in cell %d of %q", at, in.Text())
	}
	in.Set(strings.Repeat("a", 2*MaxInput))
	if len(in.Text()) != MaxInput {
		t.Errorf("%d characters taken", len(in.Text()))
	}
	if text, at := in.View(10); Width(text) > 10 || at > 9 {
		t.Errorf("%q with the cursor in cell %d", text, at)
	}
}

// TestInputNeverPanics edits at random; the cursor stays inside the text.
func TestInputNeverPanics(t *testing.T) {
	keys := []string{"backspace", "delete", "left", "right", "home", "end", "ctrl+left", "ctrl+right", "ctrl+u", "ctrl+k", "ctrl+w"}
	rapid.Check(t, func(t *rapid.T) {
		var in Input
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			if rapid.Bool().Draw(t, "type") {
				in.Insert(texts().Draw(t, "text"))
			} else {
				in.Edit(rapid.SampledFrom(keys).Draw(t, "key"))
			}
			w := rapid.IntRange(2, 60).Draw(t, "width")
			if text, at := in.View(w); Width(text) > w || at < 0 || at >= w {
				t.Fatalf("in %d cells: %q with the cursor in cell %d", w, text, at)
			}
		}
	})
}

func TestListKeepsTheCursorInSight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var l List
		n := rapid.IntRange(0, 80).Draw(t, "lines")
		l.SetSkip(func(i int) bool { return i%7 == 0 })
		l.Resize(20, rapid.IntRange(1, 30).Draw(t, "height"))
		l.Reset(n)
		l.Set(0)
		for range rapid.IntRange(0, 30).Draw(t, "moves") {
			l.Move(rapid.IntRange(-40, 40).Draw(t, "by"))
			if n > 1 && (l.Cursor() < l.Top() || l.Cursor() >= l.Top()+l.Height()) {
				t.Fatalf("cursor %d outside %d to %d", l.Cursor(), l.Top(), l.Top()+l.Height())
			}
			if n > 1 && l.Cursor()%7 == 0 {
				t.Fatalf("cursor on line %d, which cannot bear it", l.Cursor())
			}
			if got := l.Draw(nil, func(int, bool) string { return "x" }); len(got) != l.Height() {
				t.Fatalf("%d lines drawn in %d", len(got), l.Height())
			}
		}
	})
}

func TestBars(t *testing.T) {
	if Bar(1, 1000, 10) != "▇" || Bar(1000, 1000, 10) != strings.Repeat("▇", 10) || Bar(0, 10, 5) != "" {
		t.Error("bars are not to scale")
	}
}
