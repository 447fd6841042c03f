package tui

import (
	"bytes"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/hinshun/vt10x"

	"relance/domain/wording"
)

// shown wraps the screen so that a test can ask for the frame meant.
type shown struct{ *Model }

type probe chan string

// cooked turns line feeds into new lines, as a terminal device does for a
// program that reads no keys from it.
type cooked struct{ out io.Writer }

func (c cooked) Write(b []byte) (int, error) {
	_, err := c.out.Write(bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")))
	return len(b), err
}

func (s shown) Update(in tea.Msg) (tea.Model, tea.Cmd) {
	if ask, ok := in.(probe); ok {
		ask <- s.View().Content
		return s, nil
	}
	_, cmd := s.Model.Update(in)
	return s, cmd
}

// TestRendererShowsTheFrame drives the program with a terminal emulator behind
// it: what the emulator shows is the text that was meant, accents, narrow
// no-break spaces, bars and frame lines included. The terminal library's cell
// renderer has lost accents before.
func TestRendererShowsTheFrame(t *testing.T) {
	const w, h = 120, 40
	term := vt10x.New(vt10x.WithSize(w, h))
	model := New(Options{Desk: sampleDesk(), Reader: sampleDesk(), Lang: wording.French})
	p := tea.NewProgram(shown{model}, tea.WithInput(nil), tea.WithOutput(cooked{term}), tea.WithWindowSize(w, h),
		tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithColorProfile(colorprofile.ANSI),
		tea.WithoutSignalHandler(), tea.WithFPS(framesPerSecond))
	ended := make(chan error, 1)
	go func() {
		_, err := p.Run()
		ended <- err
	}()
	defer func() {
		p.Quit()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}()
	p.Send(tea.WindowSizeMsg{Width: w, Height: h})
	rng := rand.New(rand.NewPCG(1, 2))
	keys := []string{"j", "k", "<tab>", "2", "1", "3", "h", "<esc>", "p", "m", "v", "é", "œ", "€", " ", "z", "a", "<down>", "<backspace>", "e", "6", "<enter>"}
	for step := range 60 {
		for _, k := range split(keys[rng.IntN(len(keys))]) {
			p.Send(k)
		}
		ask := make(probe, 1)
		p.Send(ask)
		want := <-ask
		if !eventually(func() bool { return same(term, want, w) }) {
			t.Fatalf("step %d: the terminal shows\n%s\nmeant was\n%s", step, term.String(), ansi.Strip(want))
		}
	}
}

func split(text string) []tea.Msg {
	if name, ok := strings.CutPrefix(text, "<"); ok {
		return []tea.Msg{named(strings.TrimSuffix(name, ">"))}
	}
	return []tea.Msg{typed([]rune(text)[0])}
}

// eventually waits for the renderer's next frame; it gives up after far longer
// than any machine needs.
func eventually(ok func() bool) bool {
	for range 5000 {
		if ok() {
			return true
		}
		time.Sleep(2 * time.Millisecond)
	}
	return false
}

func same(term vt10x.Terminal, want string, w int) bool {
	term.Lock()
	defer term.Unlock()
	for y, line := range strings.Split(ansi.Strip(want), "\n") {
		x := 0
		for _, r := range line {
			got := term.Cell(x, y).Char
			if got == 0 {
				got = ' '
			}
			if got != r {
				return false
			}
			x++
		}
		if x != w {
			return false
		}
	}
	return true
}
