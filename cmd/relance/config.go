package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adrg/xdg"
	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"relance/domain/calendar"
	"relance/domain/wording"
)

// configFile is the configuration as a person wrote it; nil was not said.
type configFile struct {
	Lang    *string `toml:"lang"`
	Author  *string `toml:"author"`
	DB      *string `toml:"db"`
	Papers  *string `toml:"papers"`
	Keys    *string `toml:"keys"`
	Dialect *string `toml:"csv_dialect"`
	Backup  struct {
		Folder *string `toml:"folder"`
	} `toml:"backup"`
	Calls struct {
		From *string   `toml:"from"`
		To   *string   `toml:"to"`
		Days *[]string `toml:"days"`
	} `toml:"calls"`
	Letters map[string]map[string]string `toml:"letters"`
}

// config is a configuration that was found good. The zero value says nothing.
type config struct {
	path  string // of the file, whether it is there or not
	named string // "flag" or "environment" where the file was named
	found bool
	file  configFile

	author, db, backups, papers string // "" = not said
	hours                       calendar.Hours
}

// configError is the first thing wrong with a file: where, and the words with
// what they take. Line 0 is the whole file.
type configError struct {
	path string
	line int
	key  string
	text wording.Text
	args []any // a wording.Text among them is worded too
}

// say puts the error into words.
func (e *configError) say(p *program) error {
	args := make([]any, len(e.args))
	for i, a := range e.args {
		if t, ok := a.(wording.Text); ok {
			a = p.say(t)
		}
		args[i] = a
	}
	words := p.say(e.text, args...)
	switch {
	case e.line == 0:
		return p.usage(wording.FaultConfigFile, e.path, words)
	case e.key == "":
		return p.usage(wording.FaultConfigLine, e.path, e.line, words)
	}
	return p.usage(wording.FaultConfigAt, e.path, e.line, e.key, words)
}

// configure finds and reads the configuration before anything is said: it may
// set the language. What is wrong with it is said by the command that needs it.
func (p *program) configure(args []string) {
	p.config = config{path: filepath.Join(xdg.ConfigHome, "relance", "config.toml")}
	if path := p.env("RELANCE_CONFIG"); path != "" {
		p.config.path, p.config.named = path, "environment"
	}
	if path := early(args, "config"); path != "" {
		p.config.path, p.config.named = path, "flag"
	}
	if path, err := filepath.Abs(p.config.path); err == nil {
		p.config.path = path // what it names may start from its folder
	}
	text, err := os.ReadFile(p.config.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if p.config.named != "" {
			p.configFault = &configError{path: p.config.path, text: wording.ConfigNone}
		}
		return
	case err != nil:
		p.configFault = &configError{path: p.config.path, text: wording.ConfigUnreadable, args: []any{err}}
		return
	}
	p.config.found = true
	p.configFault = p.config.read(bytes.TrimPrefix(text, []byte("\ufeff")))
}

// early finds the value of a flag before the flags are read, the last one given.
func early(args []string, name string) (value string) {
	for i, a := range args {
		if a == "--" {
			break
		}
		if v, ok := strings.CutPrefix(a, "--"+name+"="); ok {
			value = v
		}
		if a == "--"+name && i+1 < len(args) {
			value = args[i+1]
		}
	}
	return value
}

// read reads the text of the file. On an error nothing of it counts.
func (c *config) read(text []byte) *configError {
	var file configFile
	d := toml.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&file); err != nil {
		return c.undecoded(err)
	}
	checks := []func(*configFile) *configError{c.readWords, c.readPaths, c.readHours, c.readLetters}
	for _, check := range checks {
		if fault := check(&file); fault != nil {
			fault.path = c.path
			fault.line = lineOf(text, fault.key)
			*c = config{path: c.path, named: c.named, found: true}
			return fault
		}
	}
	c.file = file
	return nil
}

// undecoded tells a setting that does not exist, a value of another kind and a
// text that is no TOML apart.
func (c *config) undecoded(err error) *configError {
	out := &configError{path: c.path, text: wording.ConfigSyntax, args: []any{err}}
	var strict *toml.StrictMissingError
	var decode *toml.DecodeError
	switch {
	case errors.As(err, &strict) && len(strict.Errors) > 0:
		first := &strict.Errors[0]
		out.line, _ = first.Position()
		out.key = strings.Join(first.Key(), ".")
		out.text, out.args = wording.ConfigUnknown, []any{strings.Join(settingsIn(out.key), ", ")}
	case errors.As(err, &decode):
		out.line, _ = decode.Position()
		if len(decode.Key()) > 0 && strings.Contains(err.Error(), "cannot") {
			out.key = strings.Join(decode.Key(), ".")
			out.text, out.args = wording.ConfigKind, []any{takes(out.key)}
		} else {
			out.args = []any{strings.TrimPrefix(err.Error(), "toml: ")}
		}
	}
	return out
}

// setting is one line of the file that is no letter.
type setting struct {
	key          string
	takes, about wording.Text
}

// settings are those of the file, in the order of the template.
func settings() []setting {
	return []setting{
		{"lang", wording.ConfigTakesLang, wording.ConfigAboutLang},
		{"author", wording.ConfigTakesAuthor, wording.ConfigAboutAuthor},
		{"db", wording.ConfigTakesPath, wording.ConfigAboutDB},
		{"papers", wording.ConfigTakesPath, wording.ConfigAboutPaper},
		{"keys", wording.ConfigTakesLang, wording.ConfigAboutKeys},
		{"csv_dialect", wording.ConfigTakesDialect, wording.ConfigAboutDialect},
		{"backup.folder", wording.ConfigTakesPath, wording.ConfigAboutBackup},
		{"calls.from", wording.ConfigTakesHour, wording.ConfigAboutCalls},
		{"calls.to", wording.ConfigTakesHour, wording.Text{}},
		{"calls.days", wording.ConfigTakesDays, wording.ConfigAboutDays},
	}
}

// takes says what a setting takes.
func takes(key string) wording.Text {
	for _, s := range settings() {
		if s.key == key {
			return s.takes
		}
	}
	if strings.Count(key, ".") == 2 {
		return wording.ConfigTakesLetter
	}
	return wording.ConfigTakesTable
}

// settingsIn are the settings that could stand where an unknown one stands.
func settingsIn(key string) []string {
	section, _, inside := strings.Cut(key, ".")
	var out []string
	for _, s := range settings() {
		if name, ok := strings.CutPrefix(s.key, section+"."); ok && inside {
			out = append(out, name)
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, s := range settings() {
		name, _, section := strings.Cut(s.key, ".")
		if section {
			name = "[" + name + "]"
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	for _, group := range letterGroups() {
		out = append(out, "[letters."+group+"]")
	}
	return out
}

// lineOf gives the line of a key, else of the section that it would stand in.
func lineOf(text []byte, key string) int {
	var parser unstable.Parser
	parser.Reset(text)
	line, best := 1, 0
	section := ""
	for parser.NextExpression() {
		e := parser.Expression()
		var path []string
		at := 0
		for it := e.Key(); it.Next(); {
			if at == 0 {
				at = parser.Shape(it.Node().Raw).Start.Line
			}
			path = append(path, string(it.Node().Data))
		}
		name := strings.Join(path, ".")
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			section = name + "."
		case unstable.KeyValue:
			if section != "" {
				name = section + name
			}
		default:
			continue
		}
		if (key == name || strings.HasPrefix(key, name+".")) && len(name) > best {
			line, best = at, len(name)
		}
	}
	return line
}
