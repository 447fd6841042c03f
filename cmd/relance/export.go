package main

import (
	"encoding/hex"
	"io"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/wording"
	"relance/store/sheet"
)

// exportOptions are the flags of an export.
type exportOptions struct {
	out    string
	force  bool
	client string
}

func (x *exportOptions) flags(p *program, f *pflag.FlagSet) {
	f.StringVar(&x.out, "out", "", p.say(wording.FlagOut))
	f.BoolVar(&x.force, "force", false, p.say(wording.FlagForce))
	f.StringVar(&x.client, "client", "", p.say(wording.FlagClient))
}

// exporter makes one export: the table for CSV and for people, the value for
// scripts.
type exporter struct {
	table func(*program, []*desk.File, sheet.Format) sheet.Table
	value func(*program, []*desk.File) any
}

var exportNames = []string{"actions", "promises", "plans", "disputes", "notes", "clients", "items"}

func exporterOf(name string) (exporter, bool) {
	switch name {
	case "actions":
		return exporter{(*program).actionsTable, func(p *program, files []*desk.File) any { return p.actionsOut(files) }}, true
	case "promises":
		return exporter{(*program).promisesTable, func(p *program, files []*desk.File) any { return p.promisesOut(files) }}, true
	case "plans":
		return exporter{(*program).plansTable, func(p *program, files []*desk.File) any { return p.plansOut(files) }}, true
	case "disputes":
		return exporter{(*program).disputesTable, func(p *program, files []*desk.File) any { return p.disputesOut(files) }}, true
	case "notes":
		return exporter{(*program).notesTable, nil}, true
	case "clients":
		return exporter{(*program).clientsTable, func(p *program, files []*desk.File) any { return p.clientsOut(files) }}, true
	case "items":
		return exporter{(*program).itemsTable, nil}, true
	}
	return exporter{}, false
}

func (p *program) exportCommand() *cobra.Command {
	var opt exportOptions
	c := p.command("export WHAT", wording.CmdExport, p.exactly(1), func(_ *cobra.Command, args []string) error { return p.export(args[0], opt) })
	c.ValidArgs = exportNames
	opt.flags(p, c.Flags())
	return c
}

func (p *program) export(what string, opt exportOptions) error {
	x, ok := exporterOf(what)
	if !ok {
		return p.usage(wording.FaultWhat, what, joined(", ", exportNames...))
	}
	format, err := p.format(formatOf(opt.out, sheet.CSV))
	if err != nil {
		return err
	}
	o, err := p.openToRead()
	if err != nil {
		return err
	}
	defer o.close()
	files, err := p.files(o.view(), opt.client)
	if err != nil {
		return err
	}
	if what == "actions" && opt.client == "" {
		files = append(files, common(o.view()))
	}
	write := func(w io.Writer) error {
		if format == sheet.JSON && x.value != nil {
			return sheet.WriteValue(w, x.value(p, files))
		}
		return sheet.Write(w, x.table(p, files, format), format, p.sheetStyle())
	}
	if opt.out == "" {
		return write(p.out)
	}
	if err := p.keepsOff(opt.out); err != nil {
		return err
	}
	digest, err := o.db.Digest()
	if err != nil {
		return err
	}
	if err := p.writeFile(opt.out, opt.force, write); err != nil {
		return err
	}
	p.note(wording.SaidWritten, opt.out)
	p.note(wording.SaidHead, hex.EncodeToString(digest.Journal[:]))
	p.note(wording.SaidLedger, hex.EncodeToString(digest.Ledger[:]))
	return nil
}

// common is what was recorded of no client, as if it were one's: the rates and
// what became of them. Imports have their place in the day's report.
func common(v *desk.View) *desk.File {
	rows := slices.DeleteFunc(v.Common(), func(r desk.TimelineRow) bool { return r.Event.Content.Kind() == journal.KindLedgerImported })
	return &desk.File{Timeline: rows}
}

// files are the files of all clients in key order, or of one.
func (p *program) files(v *desk.View, client string) ([]*desk.File, error) {
	if client != "" {
		f, err := p.clientFile(v, client, "")
		return []*desk.File{f}, err
	}
	keys := v.Clients()
	out := make([]*desk.File, 0, len(keys))
	for _, k := range keys {
		out = append(out, v.File(k, [3]byte{}))
	}
	return out, nil
}

func ownerOf(f *desk.File) owner { return owner{f.Client.Key.Account, f.Client.Key.Creditor} }

func (p *program) promisesOut(files []*desk.File) []promiseOut {
	out := []promiseOut{}
	for _, f := range files {
		for i := range f.Promises {
			row := promiseOf(&f.Promises[i])
			row.owner = ownerOf(f)
			out = append(out, row)
		}
	}
	return out
}

func (p *program) plansOut(files []*desk.File) []planOut {
	out := []planOut{}
	for _, f := range files {
		for i := range f.Plans {
			row := p.planOfFile(f, &f.Plans[i])
			row.owner = ownerOf(f)
			out = append(out, row)
		}
	}
	return out
}

func (p *program) disputesOut(files []*desk.File) []disputeOut {
	out := []disputeOut{}
	for _, f := range files {
		for i := range f.Disputes {
			row := disputeOf(&f.Disputes[i], f.Creditor.Currency)
			row.owner = ownerOf(f)
			out = append(out, row)
		}
	}
	return out
}

func (p *program) actionsOut(files []*desk.File) []timelineOut {
	out := []timelineOut{}
	for _, f := range files {
		for i := range f.Timeline {
			row := p.timelineOf(&f.Timeline[i], f)
			row.owner = ownerOf(f)
			out = append(out, row)
		}
	}
	return out
}

func (p *program) clientsOut(files []*desk.File) []clientOut {
	out := make([]clientOut, len(files))
	for i, f := range files {
		out[i] = p.clientOf(f)
	}
	return out
}

// notesTable has the notes as they read now, the erased ones without words.
func (p *program) notesTable(files []*desk.File, _ sheet.Format) sheet.Table {
	t := sheet.Table{Columns: p.owned(
		column{key: "id", title: wording.ColID}, column{key: "day", title: wording.ColDay},
		column{key: "author", title: wording.ColAuthor}, column{key: "text", title: wording.ColText},
	)}
	for _, f := range files {
		for _, n := range notesOf(f) {
			t.Rows = append(t.Rows, ownedBy(f.Client.Key,
				sheet.Text(n.id.String()), sheet.Day(n.written.Day), sheet.Text(n.written.Author), sheet.Text(n.text)))
		}
	}
	return t
}

type note struct {
	id      journal.ID
	written *journal.Event
	text    string
}

// notesOf folds a client's live notes, the oldest first.
func notesOf(f *desk.File) []note {
	var notes []note
	for i := len(f.Timeline) - 1; i >= 0; i-- {
		r := &f.Timeline[i]
		if r.Undone || r.Hanging {
			continue
		}
		named := func(id journal.ID) int { return slices.IndexFunc(notes, func(n note) bool { return n.id == id }) }
		switch c := r.Event.Content.(type) {
		case journal.NoteWritten:
			notes = append(notes, note{r.Event.ID, r.Event, c.Text.Body})
		case journal.NoteAmended:
			if at := named(c.Note); at >= 0 {
				notes[at].text = c.Text.Body
			}
		case journal.NoteErased:
			if at := named(c.Note); at >= 0 {
				notes[at].text = ""
			}
		}
	}
	return notes
}

// clientsTable has a row for each client with the particulars as they stand and
// the first contact: what the import of a clients file reads back.
func (p *program) clientsTable(files []*desk.File, _ sheet.Format) sheet.Table {
	t := sheet.Table{Columns: p.owned()}
	var fields []ledger.Field
	for f := range ledger.FieldCount {
		if f != ledger.FieldDue {
			fields = append(fields, f)
			t.Columns = append(t.Columns, sheet.Column{Key: f.Key(), Title: p.fieldName(f), Max: 32})
		}
	}
	for _, f := range files {
		cells := make([]sheet.Cell, ledger.FieldCount)
		for _, r := range f.Fields {
			cells[r.Field] = fieldCell(f, r)
		}
		if len(f.Contacts) > 0 {
			c := f.Contacts[0].Contact
			cells[ledger.FieldContactName], cells[ledger.FieldContactRole] = sheet.Text(c.Name), sheet.Text(c.Role)
			cells[ledger.FieldContactPhone], cells[ledger.FieldContactEmail] = sheet.Text(c.Phone), sheet.Text(c.Email)
		}
		row := ownedBy(f.Client.Key)
		for _, k := range fields {
			row = append(row, cells[k])
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// fieldCell is a particular as it stands; sums are written as the dialect has
// them.
func fieldCell(f *desk.File, r desk.FieldRow) sheet.Cell {
	sum := f.Client.Limit
	switch {
	case r.Value == "", r.Field != ledger.FieldLimit && r.Field != ledger.FieldCover:
		return sheet.Text(r.Value)
	case r.Field == ledger.FieldCover:
		sum = f.Client.Cover
	}
	return sheet.Minor(sum.Minor, sum.Currency)
}
