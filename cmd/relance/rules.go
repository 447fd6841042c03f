package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/adrg/xdg"
	"github.com/pelletier/go-toml/v2"
	"github.com/spf13/cobra"

	"relance/domain/desk"
	"relance/domain/priority"
	"relance/domain/wording"
	"relance/store/sheet"
)

// rulesSetting is where a database keeps the rules that were adopted. The file
// is only what a person edits: a change counts once its effect was shown.
const rulesSetting = "rules"

func (p *program) rulesCommand() *cobra.Command {
	var file string
	c := p.command("rules", wording.CmdRules, p.exactly(0), func(*cobra.Command, []string) error { return p.showRules(file) })
	c.PersistentFlags().StringVar(&file, "file", "", p.say(wording.FlagRuleFile))
	var force bool
	start := p.command("init", wording.CmdRulesInit, p.exactly(0), func(*cobra.Command, []string) error { return p.initRules(file, force) })
	start.Flags().BoolVar(&force, "force", false, p.say(wording.FlagForce))
	c.AddCommand(
		start,
		p.command("check", wording.CmdRulesCheck, p.exactly(0), func(*cobra.Command, []string) error { return p.checkRules(file) }),
		p.command("adopt", wording.CmdRulesAdopt, p.exactly(0), func(*cobra.Command, []string) error { return p.adoptRules(file) }),
	)
	return c
}

// rulesInForce are those that the database adopted, else the usual ones. Rules
// that a later version added have their usual values.
func (p *program) rulesInForce(settings map[string]string) (priority.Rules, error) {
	text, ok := settings[rulesSetting]
	if !ok {
		return priority.DefaultRules(), nil
	}
	return p.parseRules([]byte(text), rulesSetting)
}

func (p *program) parseRules(text []byte, path string) (priority.Rules, error) {
	r := priority.DefaultRules()
	d := toml.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	err := d.Decode(&r)
	if err == nil {
		return r, nil
	}
	words := err.Error()
	var strict *toml.StrictMissingError
	var syntax *toml.DecodeError
	switch {
	case errors.As(err, &strict):
		words = strict.String()
	case errors.As(err, &syntax):
		row, column := syntax.Position()
		words = fmt.Sprintf("%d:%d %s", row, column, syntax.Error())
	}
	return r, p.fail(exitRefused, wording.FaultRulesFile, path, words)
}

func rulesPath(file string) string {
	if file != "" {
		return file
	}
	return filepath.Join(xdg.ConfigHome, "relance", "rules.toml")
}

// rulesFile reads the file that a person edits.
func (p *program) rulesFile(file string) (priority.Rules, error) {
	path := rulesPath(file)
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return priority.Rules{}, p.fail(exitFailed, wording.FaultNoRulesFile, path)
	}
	if err != nil {
		return priority.Rules{}, err
	}
	return p.parseRules(text, path)
}

// standing gives the rules in force; without a database the usual ones.
func (p *program) standing() (priority.Rules, error) {
	path, err := p.databasePath()
	if err != nil || !exists(path) {
		return priority.DefaultRules(), err
	}
	db, err := p.openStore(true)
	if err != nil {
		return priority.Rules{}, err
	}
	defer func() { _ = db.Close() }()
	text, ok, err := db.Setting(rulesSetting)
	if err != nil || !ok {
		return priority.DefaultRules(), err
	}
	return p.parseRules([]byte(text), path)
}

// rulesOut is what scripts get of the rules: those in force by their keys in the
// file, where the file is, and whether it says the same ("none", "same",
// "differs").
type rulesOut struct {
	File   string         `json:"file"`
	Edited string         `json:"edited"`
	Rules  map[string]any `json:"rules"`
}

// showRules prints the rules in force and where the file is.
func (p *program) showRules(file string) error {
	now, err := p.standing()
	if err != nil {
		return err
	}
	format, err := p.format(sheet.Aligned)
	if err != nil {
		return err
	}
	text, err := toml.Marshal(now)
	if err != nil {
		return err
	}
	path := rulesPath(file)
	state, said := "differs", wording.SaidRulesDiffer
	switch edited, err := p.rulesFile(file); {
	case !exists(path):
		state, said = "none", wording.SaidRulesNone
	case err != nil:
		return err
	case edited == now:
		state, said = "same", wording.SaidRulesSame
	}
	if format == sheet.Aligned {
		fmt.Fprintf(p.out, "# %s\n# %s\n", p.say(wording.SaidRulesPath, path), p.say(said))
		_, err = p.out.Write(text)
		return err
	}
	out := rulesOut{File: path, Edited: state}
	if err := toml.Unmarshal(text, &out.Rules); err != nil {
		return err
	}
	if format == sheet.JSON {
		return sheet.WriteValue(p.out, out)
	}
	return p.write(p.rulesTable(out.Rules), format, wording.SaidNoMove)
}

// rulesTable is the rules in force, one a row, by key.
func (p *program) rulesTable(rules map[string]any) sheet.Table {
	t := sheet.Table{Columns: []sheet.Column{{Key: "rule", Title: "rule"}, {Key: "value", Title: "value"}}}
	for _, key := range slices.Sorted(maps.Keys(rules)) {
		n, _ := rules[key].(int64) // every rule is a whole number
		t.Rows = append(t.Rows, []sheet.Cell{sheet.Text(key), sheet.Number(n)})
	}
	return t
}

func (p *program) initRules(file string, force bool) error {
	if err := p.writes("rules init"); err != nil {
		return err
	}
	now, err := p.standing()
	if err != nil {
		return err
	}
	text, err := toml.Marshal(now)
	if err != nil {
		return err
	}
	path := rulesPath(file)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	err = p.writeFile(path, force, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
	if err == nil {
		p.tell(wording.SaidWritten, path)
	}
	return err
}

// checkRules shows how today's list would move under the file's rules.
func (p *program) checkRules(file string) error {
	edited, err := p.rulesFile(file)
	if err != nil {
		return err
	}
	format, err := p.format(sheet.Aligned)
	if err != nil {
		return err
	}
	o, err := p.openToRead()
	if err != nil {
		return err
	}
	defer o.close()
	moves, _ := o.session.Reweigh(edited)
	return p.write(p.movesTable(moves), format, wording.SaidNoMove)
}

func (p *program) movesTable(moves []desk.Move) sheet.Table {
	t := sheet.Table{Columns: []sheet.Column{
		{Key: "client", Title: p.say(wording.ColClient)},
		{Key: "creditor", Title: p.say(wording.ColCreditor)},
		{Key: "name", Title: p.say(wording.ColName), Max: 40},
		{Key: "from", Title: p.say(wording.ColFrom), Right: true},
		{Key: "to", Title: p.say(wording.ColTo), Right: true},
	}}
	for _, m := range moves {
		t.Rows = append(t.Rows, []sheet.Cell{
			sheet.Text(m.Client.Account), sheet.Text(m.Client.Creditor), sheet.Text(m.Name), place(m.From), place(m.To),
		})
	}
	return t
}

// place is blank for a client that is not on the list.
func place(n int) sheet.Cell {
	if n == 0 {
		return sheet.Cell{}
	}
	return sheet.Number(int64(n))
}

// adoptRules puts the file's rules in force.
func (p *program) adoptRules(file string) error {
	edited, err := p.rulesFile(file)
	if err != nil {
		return err
	}
	o, err := p.openToWrite("rules adopt")
	if err != nil {
		return err
	}
	defer o.close()
	moves, _ := o.session.Reweigh(edited)
	text, err := toml.Marshal(edited)
	if err != nil {
		return err
	}
	if err := o.db.SetSetting(rulesSetting, string(text)); err != nil {
		return err
	}
	p.tell(wording.SaidAdopted)
	p.tell(wording.SaidMoves, len(moves))
	return nil
}
