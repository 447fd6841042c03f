package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/sheet"
)

// What scripts get of an import.
type (
	importOut struct {
		Files     []importFile `json:"files"`
		Diff      importDiff   `json:"diff"`
		Doubts    []importNote `json:"doubts"`
		Acts      []actOut     `json:"acts"` // that stand on items that go
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

		ClientsChanged int            `json:"clients_changed"`
		Fields         map[string]int `json:"fields"` // of the clients changed
	}
)

// changedFields sums what all files change of known clients.
func (r *importRun) changedFields() (out fieldChanges) {
	for _, f := range r.reads {
		out.add(&f.fields)
	}
	return out
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
		Files: []importFile{}, Doubts: []importNote{}, Acts: actsOut(r.stranded), Committed: committed,
		Diff: importDiff{
			New: d.New, Settled: d.Settled, Changed: d.Changed, Unchanged: d.Unchanged, Vanished: d.Vanished, ClientsNew: d.ClientsNew,
			Collected: money.FormatPlain(d.Collected), Currency: d.Collected.Currency.String(), Fields: map[string]int{},
		},
	}
	changed := r.changedFields()
	out.Diff.ClientsChanged = changed.clients
	for f, n := range changed.fields {
		if n > 0 {
			out.Diff.Fields[ledger.Field(f).Key()] = n
		}
	}
	for _, f := range r.reads {
		file := importFile{Name: f.name, Warnings: []importNote{}, Refused: []importDefect{}}
		if f.batch != nil {
			file.Format, file.Rows = f.batch.Source.Format, f.batch.Source.Rows
		}
		for _, x := range f.findings {
			code, text := r.p.finding(x)
			if x.Count > 1 {
				text += " (" + r.p.say(wording.ImportTimes, x.Count) + ")"
			}
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

var doubtKeys = [...]string{"vanished", "older", "opening", "balances", "creditor", "large_account", "partial_list", "no_entries", "currency_column"}

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
		p.tell(wording.ImportFile, f.name, p.say(wording.ImportFormats[f.batch.Kind]), p.counted(f.batch.Source.Rows, wording.ImportRows))
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
	r.showFields()
	if d.NewAmount.Minor != 0 {
		p.tell(wording.ImportNewAmount, money.Format(d.NewAmount, p.style()))
	}
	if d.Vanished > 0 {
		fmt.Fprintln(p.out, p.counted(d.Vanished, wording.ImportVanished))
	}
	r.showStranded()
	for _, f := range r.reads {
		for _, doubt := range f.change.Doubts {
			text := wording.ImportNote
			if f.needsPerson(doubt.Code) {
				text = wording.ImportDoubt
			}
			p.tell(text, p.doubt(doubt))
		}
	}
}

// showFields says in what known clients change: "3 clients changés : délai 2,
// téléphone 1."
func (r *importRun) showFields() {
	p, changed := r.p, r.changedFields()
	if n := r.edited(); n > 0 {
		fmt.Fprintln(p.out, p.counted(n, wording.ImportEdited)+".")
	}
	if changed.clients == 0 {
		return
	}
	var parts []string
	for f, n := range changed.fields {
		if n > 0 {
			parts = append(parts, p.fieldName(ledger.Field(f))+" "+p.count(n))
		}
	}
	fmt.Fprintln(p.out, p.say(wording.ImportFields, p.counted(changed.clients, wording.ImportClientsChanged), strings.Join(parts, ", ")))
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
			if f.needsPerson(d.Code) {
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
