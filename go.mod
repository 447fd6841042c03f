module relance

go 1.26.0

// Exact versions, chosen together; never `go get -u`. Bubble Tea above v2.0.10
// and ultraviolet above the one named do not draw right or do not build.
require (
	charm.land/bubbletea/v2 v2.0.10 // github.com/charmbracelet/bubbletea, major version 2: the terminal program's event loop and renderer
	charm.land/lipgloss/v2 v2.0.6 // github.com/charmbracelet/lipgloss, major version 2: styles; it also brings the renderer's ultraviolet to the version below
	codeberg.org/go-pdf/fpdf v0.12.0 // codeberg.org/go-pdf/fpdf: papers as PDF
	github.com/adrg/xdg v0.5.3 // where a user's data and configuration lie on each system
	github.com/boombuler/barcode v1.1.0 // QR codes for payment on papers
	github.com/charmbracelet/colorprofile v0.4.3 // how many colours a terminal has, for tests of the screen without colour
	github.com/charmbracelet/x/ansi v0.11.9 // cuts and strips styled text
	github.com/charmbracelet/x/term v0.2.2 // tells a terminal from a pipe
	github.com/clipperhouse/displaywidth v0.11.0 // cells that a text takes on a terminal, in tables that are written out
	github.com/creack/pty v1.1.24 // tests: a pseudo-terminal
	github.com/google/go-cmp v0.7.0 // tests: differences of large values
	github.com/hinshun/vt10x v0.0.0-20220301184237-5011da428d02 // tests: the terminal emulator behind it
	github.com/pelletier/go-toml/v2 v2.4.3 // the rules file, unknown keys refused
	github.com/rogpeppe/go-internal v1.16.0 // tests: scripts of command lines
	github.com/spf13/cobra v1.10.2 // subcommands, flags and their help
	github.com/spf13/pflag v1.0.10 // cobra's flags
	go.etcd.io/bbolt v1.5.0 // github.com/etcd-io/bbolt: the database, one file
	golang.org/x/sys v0.48.0 // github.com/golang/sys: file locks, read-ahead and terminal modes
	golang.org/x/text v0.43.0 // github.com/golang/text: normal forms of text, the encodings of older ledger files
	pgregory.net/rapid v1.3.0 // github.com/flyingmutant/rapid: tests by property
)

require (
	github.com/charmbracelet/ultraviolet v0.0.0-20260811164956-006e29f97886 // indirect
	github.com/charmbracelet/x/termios v0.1.1 // indirect
	github.com/charmbracelet/x/windows v0.2.2 // indirect
	github.com/clipperhouse/uax29/v2 v2.7.0 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/lucasb-eyer/go-colorful v1.4.1 // indirect
	github.com/mattn/go-runewidth v0.0.31 // indirect
	github.com/muesli/cancelreader v0.2.2 // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/xo/terminfo v0.0.0-20220910002029-abceb7e1c41e // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/tools v0.51.0 // indirect
)
