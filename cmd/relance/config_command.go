package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"relance/domain/calendar"
	"relance/domain/entry"
	"relance/domain/wording"
	"relance/store"
	"relance/store/sheet"
)

func (p *program) configCommand() *cobra.Command {
	c := p.command("config", wording.CmdConfig, p.exactly(0), func(*cobra.Command, []string) error { return p.showConfig() })
	c.Long = p.say(wording.CmdConfig) + "\n\n" + p.say(wording.CmdConfigLong)
	var force bool
	start := p.command("init", wording.CmdConfigInit, p.exactly(0), nil)
	start.RunE = func(*cobra.Command, []string) error { // even where the file is faulty: --force replaces it
		if err := p.checkFlags(); err != nil {
			return err
		}
		return p.initConfig(force)
	}
	start.Flags().BoolVar(&force, "force", false, p.say(wording.FlagForce))
	c.AddCommand(start, p.command("check", wording.CmdConfigCheck, p.exactly(0), func(*cobra.Command, []string) error {
		text := wording.SaidConfigPlain
		if p.config.found {
			text = wording.SaidConfigGood
		}
		p.tell(text, p.config.path)
		return nil
	}))
	return c
}

// letters are those of the entry line: the set that the configuration names
// with its changes, else a set that ships.
func (p *program) letters(usual entry.Keys) entry.Mnemonics {
	f := &p.config.file
	if f.Keys == nil {
		return usual.Mnemonics()
	}
	return changed(keysNamed(*f.Keys).Mnemonics(), f.Letters)
}

// deskKeys is the set that goes with the language on screen.
func (p *program) deskKeys() entry.Keys {
	if p.lang == wording.English {
		return entry.English
	}
	return entry.French
}

// callingHours are those of the configuration, else the usual ones.
func (p *program) callingHours() calendar.Hours {
	if p.config.hours == (calendar.Hours{}) {
		return calendar.UsualHours()
	}
	return p.config.hours
}

// frenchCSV reports the dialect of the CSV that is written.
func (p *program) frenchCSV() bool {
	if p.flags.dialect != "" {
		return p.flags.dialect == "fr"
	}
	return p.config.file.Dialect != nil && *p.config.file.Dialect == "fr"
}

// backupFolder is where the backups of a database are kept. In a folder that
// the configuration names each database has its own: the backups of two would
// bear the same names.
func (p *program) backupFolder(db string) string {
	if p.config.backups == "" {
		return store.BackupFolder(db)
	}
	whole, err := filepath.Abs(db)
	if err != nil {
		whole = db
	}
	sum := sha256.Sum256([]byte(whole))
	return filepath.Join(p.config.backups, filepath.Base(db)+"-"+hex.EncodeToString(sum[:4]))
}

// origin is where a setting comes from.
type origin int

const (
	fromFlag origin = iota
	fromEnvironment
	fromFile
	fromSystem
	fromUsual
)

var originNames = [...]string{"flag", "environment", "file", "system", "usual"}

// effect is a setting in force.
type effect struct {
	key, value string
	from       origin
	letter     bool
}

// showConfig prints every setting in force and where it comes from. On a
// terminal the letters are only those that were changed: help has them all.
func (p *program) showConfig() error {
	format, err := p.format(sheet.Aligned)
	if err != nil {
		return err
	}
	t := sheet.Table{Columns: []sheet.Column{
		{Key: "key", Title: p.say(wording.ColSetting)},
		{Key: "value", Title: p.say(wording.ColValue)},
		{Key: "from", Title: p.say(wording.ColOrigins)},
	}}
	for _, e := range p.effects() {
		if format == sheet.Aligned && e.letter && e.from != fromFile {
			continue
		}
		t.Rows = append(t.Rows, []sheet.Cell{
			sheet.Text(e.key), sheet.Text(e.value), word(format, originNames[e.from], p.say(wording.ConfigOrigins[e.from])),
		})
	}
	if format == sheet.Aligned && !p.config.found {
		p.note(wording.SaidConfigNone)
	}
	return sheet.Write(p.out, t, format, p.sheetStyle())
}

func (p *program) effects() []effect {
	f := &p.config.file
	out := []effect{p.pathEffect(), p.langEffect(), p.authorEffect(), p.dbEffect()}
	said := func(key string, there bool, value string, otherwise origin) {
		if there {
			otherwise = fromFile
		}
		out = append(out, effect{key: key, value: value, from: otherwise})
	}
	keys, dialect := "fr", "standard"
	if p.deskKeys() == entry.English {
		keys = "en"
	}
	if f.Keys != nil {
		keys = *f.Keys
	}
	said("keys", f.Keys != nil, keys, fromUsual)
	if p.frenchCSV() {
		dialect = "fr"
	}
	if p.flags.dialect != "" {
		out = append(out, effect{key: "csv_dialect", value: dialect, from: fromFlag})
	} else {
		said("csv_dialect", f.Dialect != nil, dialect, fromUsual)
	}
	folder := p.config.backups
	if path, err := p.databasePath(); err == nil {
		folder = p.backupFolder(path)
	}
	papers, _ := p.papersFolder()
	said("papers", f.Papers != nil, papers, fromUsual)
	said("backup.folder", f.Backup.Folder != nil, folder, fromUsual)
	h := p.callingHours()
	said("calls.from", f.Calls.From != nil, hourText(h.From), fromUsual)
	said("calls.to", f.Calls.To != nil, hourText(h.To), fromUsual)
	said("calls.days", f.Calls.Days != nil, strings.Join(callDays(h), " "), fromUsual)
	letters := p.letters(p.deskKeys())
	for _, s := range letterSlots(&letters) {
		_, there := f.Letters[s.group][s.key]
		said(s.name(), there, *s.letter, fromUsual)
		out[len(out)-1].letter = true
	}
	return out
}

func (p *program) pathEffect() effect {
	e := effect{key: "config", value: p.config.path, from: fromUsual}
	switch p.config.named {
	case "flag":
		e.from = fromFlag
	case "environment":
		e.from = fromEnvironment
	}
	return e
}

func (p *program) langEffect() effect {
	e := effect{key: "lang", value: "fr", from: fromSystem}
	if p.lang == wording.English {
		e.value = "en"
	}
	switch {
	case p.flags.lang != "":
		e.from = fromFlag
	case p.config.file.Lang != nil:
		e.from = fromFile
	}
	return e
}

func (p *program) authorEffect() effect {
	e := effect{key: "author", value: p.author(), from: fromSystem}
	switch {
	case strings.TrimSpace(p.env("RELANCE_AUTHOR")) != "":
		e.from = fromEnvironment
	case p.config.author != "":
		e.from = fromFile
	}
	return e
}

func (p *program) dbEffect() effect {
	path, _ := p.databasePath() // "" where there is no data folder
	e := effect{key: "db", value: path, from: fromUsual}
	switch {
	case p.flags.db != "":
		e.from = fromFlag
	case p.env("RELANCE_DB") != "":
		e.from = fromEnvironment
	case p.config.db != "":
		e.from = fromFile
	}
	return e
}

// callDays are the days of calls as the file writes them, from Monday.
func callDays(h calendar.Hours) []string {
	var out []string
	for i := range h.Days {
		if day := (i + 1) % 7; h.Days[day] {
			out = append(out, dayKeys[day])
		}
	}
	return out
}

// initConfig writes the template.
func (p *program) initConfig(force bool) error {
	if err := p.writes("config init"); err != nil {
		return err
	}
	path := p.config.path
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	err := store.WriteFileAtomic(path, 0o600, force, func(w io.Writer) error {
		_, err := io.WriteString(w, p.template())
		return err
	})
	if err == nil {
		p.tell(wording.SaidWritten, path)
	}
	return err
}

// template is a configuration in which every line is commented out and gives
// the usual value.
func (p *program) template() string {
	var b strings.Builder
	about := func(t wording.Text) {
		if t != (wording.Text{}) {
			b.WriteString("# " + strings.ReplaceAll(p.say(t), "\n", "\n# ") + "\n")
		}
	}
	about(wording.ConfigTemplateHead)
	section := ""
	for _, s := range settings() {
		name, key, inside := strings.Cut(s.key, ".")
		if !inside {
			key = name
		} else if name != section {
			section = name
			b.WriteString("\n[" + section + "]")
		}
		if !inside || s.about != (wording.Text{}) {
			b.WriteString("\n")
		}
		about(s.about)
		fmt.Fprintf(&b, "#%s = %s\n", key, p.usualValue(s.key))
	}
	b.WriteString("\n")
	about(wording.ConfigAboutLetters)
	letters := p.deskKeys().Mnemonics()
	for _, s := range letterSlots(&letters) {
		if s.group != section {
			section = s.group
			b.WriteString("\n[letters." + section + "]\n")
		}
		if *s.letter != "" {
			fmt.Fprintf(&b, "#%s = %q # %s\n", s.key, *s.letter, p.say(s.what))
			continue
		}
		fmt.Fprintf(&b, "# %s = \"\" # %s\n", s.key, p.say(s.what))
	}
	return b.String()
}

// usualValue is what a setting is worth without a file, as TOML. What depends
// on the machine has an example.
func (p *program) usualValue(key string) string {
	h := calendar.UsualHours()
	switch key {
	case "lang", "keys":
		if p.lang == wording.English {
			return `"en"`
		}
		return `"fr"`
	case "author":
		return `"md"`
	case "db":
		return `"~/relance.db"`
	case "csv_dialect":
		return `"standard"`
	case "papers":
		return `"~/Documents/relance"`
	case "backup.folder":
		return `"~/relance-backups"`
	case "calls.from":
		return fmt.Sprintf("%q", hourText(h.From))
	case "calls.to":
		return fmt.Sprintf("%q", hourText(h.To))
	}
	return `["` + strings.Join(callDays(h), `", "`) + `"]`
}
