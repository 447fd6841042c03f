package main

import (
	"bufio"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/terms"
	"relance/domain/wording"
	"relance/store/sheet"
)

// What scripts get of an import.
type (
	importOut struct {
		Files     []importFile `json:"files"`
		Diff      importDiff   `json:"diff"`
		Doubts    []importNote `json:"doubts"`
		Committed bool         `json:"committed"`
	}
	importFile struct {
		Name     string         `json:"name"`
		Format   string         `json:"format"`
		Rows     int            `json:"rows"`
		Warnings []importNote   `json:"warnings"`
		Refused  []importDefect `json:"refused"`
	}
	importNote struct {
		Line int    `json:"line"`
		Code string `json:"code"`
		Text string `json:"text"`
	}
	importDefect struct {
		Line   int    `json:"line"`
		Column string `json:"column"`
		Code   string `json:"code"`
		Text   string `json:"text"`
	}
	importDiff struct {
		New        int    `json:"new"`
		Settled    int    `json:"settled"`
		Changed    int    `json:"changed"`
		Unchanged  int    `json:"unchanged"`
		Vanished   int    `json:"vanished"`
		ClientsNew int    `json:"clients_new"`
		Collected  string `json:"collected"`
		Currency   string `json:"currency"`
	}
)

// total sums the differences of all files. Amounts of another currency than
// the first are left out: they are never added.
func (r *importRun) total() (d ledger.Diff) {
	for _, f := range r.reads {
		x := &f.change.Diff
		d.New += x.New
		d.Settled += x.Settled
		d.Changed += x.Changed
		d.Unchanged += x.Unchanged
		d.Vanished += x.Vanished
		d.ClientsNew += x.ClientsNew
		d.NewAmount = addSame(d.NewAmount, x.NewAmount)
		d.Collected = addSame(d.Collected, x.Collected)
		d.VanishedItems = append(d.VanishedItems, x.VanishedItems...)
	}
	return d
}

func addSame(a, b money.Amount) money.Amount {
	if a.Currency != (money.Currency{}) && b.Currency != (money.Currency{}) && a.Currency != b.Currency {
		return a
	}
	return a.Add(b)
}

func (r *importRun) out(committed bool) importOut {
	d := r.total()
	out := importOut{
		Files: []importFile{}, Doubts: []importNote{}, Committed: committed,
		Diff: importDiff{
			d.New, d.Settled, d.Changed, d.Unchanged, d.Vanished, d.ClientsNew,
			money.FormatPlain(d.Collected), d.Collected.Currency.String(),
		},
	}
	for _, f := range r.reads {
		file := importFile{Name: f.name, Warnings: []importNote{}, Refused: []importDefect{}}
		if f.batch != nil {
			file.Format, file.Rows = f.batch.Source.Format, f.batch.Source.Rows
		}
		for _, x := range f.findings {
			code, text := r.p.finding(x)
			if x.Code.Refused() {
				file.Refused = append(file.Refused, importDefect{x.Line, x.Column, code, text})
			} else {
				file.Warnings = append(file.Warnings, importNote{x.Line, code, text})
			}
		}
		for _, d := range f.change.Doubts {
			out.Doubts = append(out.Doubts, importNote{Code: doubtKeys[d.Code], Text: r.p.doubt(d)})
		}
		out.Files = append(out.Files, file)
	}
	return out
}

var doubtKeys = [...]string{"vanished", "older", "opening", "balances", "creditor", "large_account", "partial_list"}

var _ = [1]struct{}{}[len(doubtKeys)-int(ledger.DoubtCount)]

// finish writes the result where a script or a spreadsheet asked for it.
func (r *importRun) finish(committed bool) error {
	switch r.format {
	case sheet.JSON:
		return sheet.WriteValue(r.p.out, r.out(committed))
	case sheet.CSV:
		return r.writeCSV(committed)
	}
	if committed {
		r.sayDone()
	}
	return nil
}

func (r *importRun) writeCSV(committed bool) error {
	d := r.total()
	t := sheet.Table{Columns: r.p.columns(
		column{key: "new"}, column{key: "settled"}, column{key: "changed"}, column{key: "unchanged"}, column{key: "vanished"},
		column{key: "clients_new"}, column{key: "collected"}, column{key: "currency"}, column{key: "committed"})}
	t.Rows = [][]sheet.Cell{{
		sheet.Number(int64(d.New)), sheet.Number(int64(d.Settled)), sheet.Number(int64(d.Changed)), sheet.Number(int64(d.Unchanged)),
		sheet.Number(int64(d.Vanished)), sheet.Number(int64(d.ClientsNew)), sheet.Amount(d.Collected),
		sheet.Text(d.Collected.Currency.String()), sheet.Truth(committed),
	}}
	return sheet.WriteCSV(r.p.out, t, r.p.sheetStyle())
}

// refuse says why the files are refused: every reason with its place.
func (r *importRun) refuse(err error) error {
	if r.format != sheet.Aligned {
		if failed := r.finish(false); failed != nil {
			return failed
		}
		return err
	}
	for _, f := range r.reads {
		for _, x := range f.findings {
			if x.Code.Refused() {
				fmt.Fprintln(r.p.err, "  "+sheet.Clean(f.name+": "+r.p.findingLine(x)))
			}
		}
	}
	return err
}

const findingsShown = 8

// show says what was read and what would change.
func (r *importRun) show() {
	if r.format != sheet.Aligned {
		return
	}
	p := r.p
	for _, f := range r.reads {
		p.tell(wording.ImportFile, f.name, p.say(wording.ImportFormats[f.batch.Kind]), p.count(f.batch.Source.Rows))
		if f.isNew && !r.ask {
			c := f.creditor
			p.tell(wording.ImportNewCreditor, c.Name, c.ID, c.Country, strings.Join(c.Prefixes, ","), c.DefaultTerms)
		}
		if n := len(f.findings); n > 0 {
			fmt.Fprintln(p.out, p.counted(n, wording.ImportWarnings))
			for _, x := range f.findings[:min(n, findingsShown)] {
				fmt.Fprintln(p.out, "  "+sheet.Clean(p.findingLine(x)))
			}
			if n > findingsShown {
				fmt.Fprintln(p.out, "  "+p.counted(n-findingsShown, wording.ImportMore))
			}
		}
	}
	r.showDiff()
}

func (r *importRun) showDiff() {
	p, d := r.p, r.total()
	if r.changesNothing() {
		p.tell(wording.ImportNothing)
		return
	}
	var parts []string
	for _, part := range []struct {
		n     int
		words [2]wording.Text
	}{{d.New, wording.ImportNew}, {d.Settled, wording.ImportSettled}, {d.Changed, wording.ImportChanged}, {d.Unchanged, wording.ImportUnchanged}} {
		if part.n > 0 {
			parts = append(parts, p.counted(part.n, part.words))
		}
	}
	if len(parts) > 0 {
		fmt.Fprintln(p.out, strings.Join(parts, ", ")+".")
	}
	if d.ClientsNew > 0 {
		fmt.Fprintln(p.out, p.counted(d.ClientsNew, wording.ImportClientsNew))
	}
	if d.NewAmount.Minor != 0 {
		p.tell(wording.ImportNewAmount, money.Format(d.NewAmount, p.style()))
	}
	if d.Vanished > 0 {
		fmt.Fprintln(p.out, p.counted(d.Vanished, wording.ImportVanished))
	}
	for _, f := range r.reads {
		for _, doubt := range f.change.Doubts {
			text := wording.ImportNote
			if needsPerson(doubt.Code) {
				text = wording.ImportDoubt
			}
			p.tell(text, p.doubt(doubt))
		}
	}
}

// sayDone says what came in.
func (r *importRun) sayDone() {
	p, d := r.p, r.total()
	if d.Settled > 0 || d.Collected.Minor != 0 {
		p.tell(wording.ImportCameIn, p.counted(d.Settled, wording.ImportSettled), money.Format(d.Collected, p.style()))
	}
	if path, err := p.databasePath(); err == nil && !r.changesNothing() {
		p.tell(wording.ImportDone, path)
	}
}

// doubts counts those that stop an import without a person.
func (r *importRun) doubts() (n int) {
	for _, f := range r.reads {
		for _, d := range f.change.Doubts {
			if needsPerson(d.Code) {
				n++
			}
		}
	}
	return n
}

// excluded are the accounts never to be dunned: those of the flag, and on a
// terminal those that the person picks among the large ones of a first import.
func (r *importRun) excluded() ([]ledger.ClientKey, error) {
	var out []ledger.ClientKey
	for _, account := range r.opt.exclude {
		key, ok := r.accountIn(account)
		if !ok {
			return nil, r.p.usage(wording.FaultNoClient, account)
		}
		out = append(out, key)
	}
	if r.ask && len(out) == 0 && !r.opt.dryRun {
		return r.askExclude()
	}
	return out, nil
}

// accountIn finds an account by its number in the files or in the ledger.
func (r *importRun) accountIn(account string) (ledger.ClientKey, bool) {
	for _, f := range r.reads {
		for _, a := range f.change.Accounts {
			if a.Key.Account == account {
				return a.Key, true
			}
		}
	}
	if r.book != nil {
		for _, a := range r.book.Accounts {
			if a.Client.Key.Account == account {
				return a.Client.Key, true
			}
		}
	}
	return ledger.ClientKey{}, false
}

// line reads one answer; the end of input is an empty one.
func (r *importRun) line(prompt string) string {
	fmt.Fprint(r.p.err, prompt)
	if r.p.answers == nil {
		r.p.answers = bufio.NewReader(r.p.in)
	}
	text, _ := r.p.answers.ReadString('\n')
	return strings.TrimSpace(text)
}

// confirm asks whether to go ahead: Enter means yes, but no where there is a
// doubt.
func (r *importRun) confirm(doubtful bool) (bool, error) {
	prompt, usual := r.p.say(wording.AskImport), true
	if doubtful {
		prompt, usual = r.p.say(wording.AskImportDoubt), false
	}
	switch strings.ToLower(r.line(prompt)) {
	case "":
		return usual, nil
	case "o", "oui", "y", "yes":
		return true, nil
	}
	return false, nil
}

// askCreditor asks what a first import needs to know.
func (r *importRun) askCreditor(c ledger.Creditor) (ledger.Creditor, error) {
	p := r.p
	ask := func(t wording.Text, usual string) string {
		if v := r.line(p.say(t, usual)); v != "" {
			return v
		}
		return usual
	}
	if r.opt.id == "" {
		c.ID = strings.ReplaceAll(ask(wording.AskCreditorID, c.ID), "/", "-")
	}
	if r.opt.name == "" {
		c.Name = ask(wording.AskCreditorName, c.ID)
	}
	for r.opt.country == "" {
		country := strings.ToUpper(ask(wording.AskCountry, c.Country))
		if country == "FR" || country == "BE" {
			c.Country, c.Zone, c.Prefixes = country, zoneOf(country), usualAccounts(country)
			break
		}
		p.note(wording.AskAgain, country)
	}
	if len(r.opt.accounts) == 0 {
		c.Prefixes = fields(ask(wording.AskAccounts, strings.Join(c.Prefixes, ",")))
	}
	for r.opt.terms == "" {
		typed := ask(wording.AskTerms, c.DefaultTerms)
		if t, err := terms.Parse(typed); err == nil {
			c.DefaultTerms = t.String()
			break
		}
		p.note(wording.AskAgain, typed)
	}
	return c, nil
}

// fields cuts an answer at commas and spaces.
func fields(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' || r == ';' })
}

// askExclude lists the large accounts that may be no clients and asks which.
func (r *importRun) askExclude() ([]ledger.ClientKey, error) {
	var large []ledger.Doubt
	for _, f := range r.reads {
		for _, d := range f.change.Doubts {
			if d.Code == ledger.DoubtLarge {
				large = append(large, d)
			}
		}
	}
	if len(large) == 0 {
		return nil, nil
	}
	for i, d := range large {
		fmt.Fprintf(r.p.err, "  %d. %s %s  %s\n", i+1, sheet.Clean(d.Client.Account), sheet.Clean(d.Name), money.Format(d.Amount, r.p.style()))
	}
	for {
		var out []ledger.ClientKey
		answer := fields(r.line(r.p.say(wording.AskExclude)))
		for _, s := range answer {
			n, err := strconv.Atoi(s)
			if err != nil || n < 1 || n > len(large) {
				r.p.note(wording.AskAgain, s)
				out = nil
				break
			}
			out = append(out, large[n-1].Client)
		}
		if len(out) == len(answer) {
			return out, nil
		}
	}
}

const progressFrom = 8 << 20 // bytes: smaller files are read before one could look

// progress shows how far the reading of a long file is, on a terminal.
func (p *program) progress(path string) func(done, total int64) {
	if !isTerminal(p.err) {
		return nil
	}
	last := int64(-1)
	return func(done, total int64) {
		if total < progressFrom {
			return
		}
		percent := done * 100 / max(total, 1)
		if percent == last {
			return
		}
		last = percent
		end := ""
		if done >= total {
			end = "\r\x1b[K"
		}
		fmt.Fprintf(p.err, "\r%s %d %%%s", sheet.Clean(p.say(wording.ImportReading, filepath.Base(path))), percent, end)
	}
}
