package tui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"relance/domain/entry"
	"relance/domain/wording"
)

var update = flag.Bool("update", false, "write the golden screens anew")

func screen(s *sim) string {
	lines := strings.Split(ansi.Strip(s.View().Content), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// TestGolden compares whole screens, without styles, with those kept.
func TestGolden(t *testing.T) {
	states := []struct{ name, keys string }{
		{"desk", ""},
		{"garage", "j"},
		{"promise", "jp m v"},
		{"plan", "je 6<enter>"},
		{"why", "j,"},
		{"help", "h"},
		{"search", "zga"},
		{"items", "j2"},
		{"fees", "jFy"},
		{"fees-item", "j2FyG"},
		{"plans", "P"},
	}
	langs := []struct {
		name string
		lang wording.Lang
		keys entry.Keys
	}{{"fr", wording.French, entry.French}, {"en", wording.English, entry.French}}
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 50}} {
		for _, l := range langs {
			for _, st := range states {
				name := fmt.Sprintf("%s-%dx%d-%s", st.name, size[0], size[1], l.name)
				t.Run(name, func(t *testing.T) {
					f := sampleDesk()
					samplePlans(f)
					s := newSim(f, size[0], size[1], l.lang, func(o *Options) { o.Keys = l.keys })
					s.press(st.keys)
					golden(t, name, screen(s))
				})
			}
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("screen differs from %s:\n%s", path, got)
	}
}
