package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"

	"relance/domain/calendar"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/sheet"
)

// program is one run: its streams and surroundings, and the flags that all
// commands share.
type program struct {
	in       io.Reader
	out, err io.Writer
	answers  *bufio.Reader // over in, once something was asked
	env      func(string) string
	now      func() time.Time

	lang        wording.Lang
	flags       flags
	config      config
	configFault *configError // what is wrong with the configuration, nil = nothing
}

// flags are the global flags as typed, and the days that they name.
type flags struct {
	db       string
	config   string
	today    string
	asOf     string
	lang     string
	readOnly bool
	format   string
	output   string
	json     bool
	dialect  string
}

// say words a text of the catalogue.
func (p *program) say(t wording.Text, args ...any) string {
	if len(args) == 0 {
		return t.In(p.lang)
	}
	return fmt.Sprintf(t.In(p.lang), args...)
}

// tell writes a line to the standard output, note one to the error stream.
func (p *program) tell(t wording.Text, args ...any) {
	fmt.Fprintln(p.out, sheet.Clean(p.say(t, args...)))
}

func (p *program) note(t wording.Text, args ...any) {
	fmt.Fprintln(p.err, sheet.Clean(p.say(t, args...)))
}

// style is how figures are written.
func (p *program) style() money.Style {
	if p.lang == wording.English {
		return money.English
	}
	return money.French
}

// language finds the language before anything is said: --lang wherever it
// stands, else that of the configuration, else the locale. Without a locale it
// is French.
func language(args []string, env func(string) string, configured *string) wording.Lang {
	asked := early(args, "lang")
	if l, ok := languageByKey(asked); ok {
		return l
	}
	if configured != nil {
		l, _ := languageByKey(*configured)
		return l
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		locale := env(name)
		switch base, _, _ := strings.Cut(locale, "."); {
		case locale == "":
			continue
		case asked != "" && (base == "C" || base == "POSIX"):
			continue
		case base == "C", base == "POSIX", strings.HasPrefix(base, "fr"):
			return wording.French
		}
		return wording.English
	}
	if asked != "" { // no language that is spoken here, and no locale says that French is
		return wording.English
	}
	return wording.French
}

func languageByKey(s string) (wording.Lang, bool) {
	switch s {
	case "fr":
		return wording.French, true
	case "en":
		return wording.English, true
	}
	return wording.French, false
}

// day is the desk's day: --today, else the machine's.
func (p *program) day() (calendar.Date, error) {
	if p.flags.today == "" {
		return calendar.FromTime(p.now()), nil
	}
	return p.dateFlag("today", p.flags.today)
}

// asOf is the past day to show, zero for none.
func (p *program) asOf() (calendar.Date, error) {
	if p.flags.asOf == "" {
		return 0, nil
	}
	return p.dateFlag("as-of", p.flags.asOf)
}

// dateFlag reads a date as the shell or a person writes it.
func (p *program) dateFlag(name, value string) (calendar.Date, error) {
	d, err := calendar.ParseAny(value, calendar.UsualForms)
	if err != nil {
		return 0, p.usage(wording.FaultDate, name, value)
	}
	return d, nil
}

// interactive reports whether a person sits at both ends.
func (p *program) interactive() bool { return isTerminal(p.in) && isTerminal(p.err) }

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}
