//go:build linux

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
	"golang.org/x/sys/unix"
)

// These tests run the built program in a pseudo-terminal and look at the screen
// that a person would see. They wait for what they expect, never for a time;
// patience only bounds a failure.
const patience = 60 * time.Second

// built is the program under test.
type built struct{ path string }

// TestTerminal builds the program, with the race detector where the tests have
// it, and works it as a person would.
func TestTerminal(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("go command not present: the program cannot be built for a terminal test")
	}
	master, slave, err := pty.Open()
	if err != nil {
		t.Skipf("pseudo-terminal not present here: %v", err)
	}
	_, _ = slave.Close(), master.Close()
	p := built{filepath.Join(t.TempDir(), "relance")}
	args := []string{"build", "-o", p.path}
	if raceDetector {
		args = append(args, "-race")
	}
	if out, err := exec.Command("go", append(args, ".")...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Run("demo", p.demo)
	t.Run("demo in English", p.demoInEnglish)
	t.Run("empty desk", p.emptyDesk)
	t.Run("pasted text", p.pastedText)
	t.Run("every size", p.everySize)
	t.Run("without colour", p.withoutColour)
	t.Run("own ledger, kill, again", p.ownLedger)
	t.Run("second instance", p.secondInstance)
}

// surroundings is an environment that knows nothing of the person who runs the
// tests.
func surroundings(home string, more ...string) []string {
	return append([]string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + home, "XDG_DATA_HOME=" + home, "XDG_CONFIG_HOME=" + home,
		"TMPDIR=" + home, "TERM=xterm-256color", "LANG=fr_FR.UTF-8", "RELANCE_AUTHOR=m.durand",
	}, more...)
}

// command is a subcommand that is not yet run.
func (p built) command(home string, args ...string) *exec.Cmd {
	cmd := exec.Command(p.path, args...)
	cmd.Env = surroundings(home)
	return cmd
}

// run runs a subcommand without a terminal and gives what it printed.
func (p built) run(t *testing.T, home string, args ...string) string {
	t.Helper()
	cmd := p.command(home, args...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("relance %s: %v\n%s%s", strings.Join(args, " "), err, out, &said)
	}
	return string(out)
}

// terminal is the program in a pseudo-terminal.
type terminal struct {
	t      *testing.T
	cmd    *exec.Cmd
	tty    *os.File
	slave  *os.File      // kept open, so that nothing written is lost when the program ends
	before *unix.Termios // of the terminal before the program

	mu      sync.Mutex
	screen  vt10x.Terminal
	raw     []byte        // all that was written
	drained chan struct{} // closed when all output is read
	change  chan struct{}
	ended   chan error
}

// open starts the program in a terminal of that size.
func (p built) open(t *testing.T, cols, rows int, env []string, args ...string) *terminal {
	t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	x := &terminal{t: t, tty: master, slave: slave, drained: make(chan struct{}), change: make(chan struct{}, 1), ended: make(chan error, 1)}
	x.screen = vt10x.New(vt10x.WithSize(cols, rows), vt10x.WithWriter(master))
	if err := pty.Setsize(master, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		t.Fatal(err)
	}
	if x.before, err = unix.IoctlGetTermios(int(slave.Fd()), unix.TCGETS); err != nil {
		t.Fatal(err)
	}
	x.cmd = exec.Command(p.path, args...)
	x.cmd.Env = env
	x.cmd.Stdin, x.cmd.Stdout, x.cmd.Stderr = slave, slave, slave
	x.cmd.SysProcAttr = &unix.SysProcAttr{Setsid: true, Setctty: true}
	if err := x.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go x.read()
	go func() {
		err := x.cmd.Wait()
		x.ended <- err
	}()
	t.Cleanup(func() {
		_ = x.cmd.Process.Kill()
		_ = slave.Close()
		_ = master.Close()
	})
	return x
}

func (x *terminal) read() {
	b := make([]byte, 64<<10)
	for {
		n, err := x.tty.Read(b)
		x.mu.Lock()
		x.raw = append(x.raw, b[:n]...)
		x.mu.Unlock()
		_, _ = x.screen.Write(b[:n])
		select {
		case x.change <- struct{}{}:
		default:
		}
		if err != nil {
			close(x.drained)
			return
		}
	}
}

// lines is the screen's text without trailing blanks.
func (x *terminal) lines() []string {
	x.screen.Lock()
	defer x.screen.Unlock()
	cols, rows := x.screen.Size()
	out := make([]string, rows)
	for y := range rows {
		var line strings.Builder
		for c := range cols {
			r := x.screen.Cell(c, y).Char
			if r == 0 {
				r = ' '
			}
			line.WriteRune(r)
		}
		out[y] = strings.TrimRight(oneSpace(line.String()), " ")
	}
	return out
}

// oneSpace makes every space an ordinary one, so that tests can be written.
func oneSpace(s string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s)
}

func (x *terminal) text() string { return strings.Join(x.lines(), "\n") }

// wait waits until the screen is as wanted.
func (x *terminal) wait(what string, wanted func(screen string) bool) {
	x.t.Helper()
	limit := time.After(patience)
	for {
		if wanted(x.text()) {
			return
		}
		select {
		case <-x.change:
		case err := <-x.ended:
			x.t.Fatalf("the program ended (%v) before it showed %s:\n%s", err, what, x.text())
		case <-limit:
			x.t.Fatalf("not seen: %s; the screen:\n%s", what, x.text())
		}
	}
}

// see waits until all these texts stand on the screen.
func (x *terminal) see(texts ...string) {
	x.t.Helper()
	for _, s := range texts {
		x.wait(fmt.Sprintf("%q", s), func(screen string) bool { return strings.Contains(screen, s) })
	}
}

// seeNo waits until a text has left the screen.
func (x *terminal) seeNo(s string) {
	x.t.Helper()
	x.wait("no "+s, func(screen string) bool { return !strings.Contains(screen, s) })
}

// keys types.
func (x *terminal) keys(s string) {
	x.t.Helper()
	if _, err := io.WriteString(x.tty, s); err != nil {
		x.t.Fatal(err)
	}
}

func (x *terminal) resize(cols, rows int) {
	x.t.Helper()
	x.screen.Resize(cols, rows)
	var stops strings.Builder // the emulator forgets the tab stops of new columns
	for c := 1; c <= cols; c += 8 {
		fmt.Fprintf(&stops, "\x1b[%dG\x1bH", c)
	}
	_, _ = io.WriteString(x.screen, "\x1b7"+stops.String()+"\x1b8")
	if err := pty.Setsize(x.tty, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		x.t.Fatal(err)
	}
}

// written is all that the program has sent so far.
func (x *terminal) written() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return string(x.raw)
}

// quit leaves with q and checks that the terminal is as it was.
func (x *terminal) quit() {
	x.t.Helper()
	x.keys("q")
	select {
	case err := <-x.ended:
		if err != nil {
			x.t.Fatalf("q ended the program with %v:\n%s", err, x.text())
		}
	case <-time.After(patience):
		x.t.Fatalf("q did not end the program:\n%s", x.text())
	}
	now, err := unix.IoctlGetTermios(int(x.slave.Fd()), unix.TCGETS)
	if err != nil {
		x.t.Fatal(err)
	}
	_ = x.slave.Close()
	<-x.drained
	if now.Iflag != x.before.Iflag || now.Oflag != x.before.Oflag || now.Lflag != x.before.Lflag || now.Cflag != x.before.Cflag {
		x.t.Errorf("the terminal's modes are not as before: %+v, were %+v", now, x.before)
	}
	end := x.written()
	for _, pair := range [][2]string{{"\x1b[?1049h", "\x1b[?1049l"}, {"\x1b[?25l", "\x1b[?25h"}, {"\x1b[?2004h", "\x1b[?2004l"}} {
		if set, reset := strings.LastIndex(end, pair[0]), strings.LastIndex(end, pair[1]); set > reset {
			x.t.Errorf("the program set %q and never took it back", pair[0])
		}
	}
}

// kill ends the program as a power cut would.
func (x *terminal) kill() {
	x.t.Helper()
	if err := x.cmd.Process.Signal(unix.SIGKILL); err != nil {
		x.t.Fatal(err)
	}
	var killed *exec.ExitError
	if err := <-x.ended; !errors.As(err, &killed) {
		x.t.Fatalf("the program ended by itself: %v", err)
	}
}

// fits fails where a line is wider than the screen or a frame is broken: the
// screen's own size is kept by the emulator, so only what the program wrote
// past the edge can show, as a line of its own.
func (x *terminal) fits(cols, rows int) {
	x.t.Helper()
	lines := x.lines()
	if len(lines) != rows {
		x.t.Fatalf("%d lines on a screen of %d", len(lines), rows)
	}
	for i, l := range lines {
		if n := len([]rune(l)); n > cols {
			x.t.Errorf("line %d is %d cells wide on a screen of %d:\n%s", i+1, n, cols, l)
		}
	}
	if strings.TrimSpace(lines[0]) == "" || strings.TrimSpace(lines[rows-1]) == "" {
		x.t.Errorf("no header or no footer:\n%s", x.text())
	}
}
