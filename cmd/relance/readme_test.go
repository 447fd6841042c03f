package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"relance/domain/entry"
	"relance/domain/wording"
	"relance/tui"
	"relance/tui/keys"
)

const readme = "../../README.md"

// TestReadmePicture: the picture in README.md is what the demo draws. With
// UPDATE_README=1 it is drawn again.
func TestReadmePicture(t *testing.T) {
	keep(t, "screen", "```text\n"+demoScreen(t, 120, 40)+"\n```")
}

// TestReadmeKeys: the table of keys is that of the program.
func TestReadmeKeys(t *testing.T) {
	var b strings.Builder
	b.WriteString("| where | key | what it does |\n| --- | --- | --- |\n")
	for _, k := range keys.Table() {
		if k.Scope != keys.Desk && k.Intent >= keys.Down && k.Intent <= keys.Last {
			continue // the cursor moves alike everywhere
		}
		names := make([]string, len(k.Keys))
		for i, name := range k.Keys {
			names[i] = "`" + name + "`"
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", scopeNames[k.Scope], strings.Join(names, " "), k.Help.In(wording.English))
	}
	keep(t, "keys", strings.TrimSuffix(b.String(), "\n"))
}

var scopeNames = [keys.ScopeCount]string{
	keys.Desk: "anywhere", keys.List: "worklist", keys.File: "client file", keys.Plan: "plan editor", keys.Notes: "notes",
	keys.Line: "entry line", keys.Ticks: "ticking invoices", keys.Sheet: "help, why, search, palette", keys.Past: "a past day",
	keys.Saved: "saved plan", keys.PlanLine: "plan editor, lines", keys.Covered: "plan editor, invoices", keys.Broken: "breached plan", keys.Charges: "late fees",
}

// keep compares the part of README.md between two comments with what it shall be.
func keep(t *testing.T, part, want string) {
	t.Helper()
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	open, shut := "<!-- "+part+" -->\n", "\n<!-- end of "+part+" -->"
	before, rest, ok := strings.Cut(string(text), open)
	got, after, ok2 := strings.Cut(rest, shut)
	if !ok || !ok2 {
		t.Fatalf("README.md has no part %q", part)
	}
	if got == want {
		return
	}
	if os.Getenv("UPDATE_README") == "" {
		t.Fatalf("README.md is behind in its part %q; UPDATE_README=1 go test ./cmd/relance -run Readme brings it up to date. It shall be:\n%s", part, want)
	}
	if err := os.WriteFile(readme, []byte(before+open+want+shut+after), 0o644); err != nil {
		t.Fatal(err)
	}
}

// demoScreen draws the first screen of the demo, without colours.
func demoScreen(t *testing.T, cols, rows int) string {
	t.Helper()
	t.Setenv("TMPDIR", t.TempDir())
	p := &program{
		env: func(name string) string { return map[string]string{"RELANCE_AUTHOR": "m.durand"}[name] },
		now: func() time.Time { return time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC) },
	}
	p.lang, p.flags.today = wording.French, "2026-11-23"
	office, remove, err := p.openSample()
	if err != nil {
		t.Fatal(err)
	}
	defer remove()
	var model tea.Model = tui.New(tui.Options{Desk: office.session, Lang: p.lang, Keys: entry.French})
	model, _ = model.Update(tea.WindowSizeMsg{Width: cols, Height: rows})
	lines := strings.Split(ansi.Strip(model.View().Content), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}
