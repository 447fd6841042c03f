package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"relance/domain/desk"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/sheet"
)

func (p *program) clientCommand() *cobra.Command {
	var currency string
	c := p.command("client ID", wording.CmdClient, p.exactly(1), func(_ *cobra.Command, args []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		o, err := p.openToRead()
		if err != nil {
			return err
		}
		defer o.close()
		f, err := p.clientFile(o.view(), args[0], currency)
		if err != nil {
			return err
		}
		switch format {
		case sheet.JSON:
			return sheet.WriteValue(p.out, p.fileOf(f))
		case sheet.CSV:
			return sheet.Write(p.out, p.itemsTable([]*desk.File{f}, format), format, p.sheetStyle())
		}
		return p.printFile(f, o.view())
	})
	c.Flags().StringVar(&currency, "currency", "", p.say(wording.FlagCurrency))
	return c
}

// clientFile finds the file of the client named.
func (p *program) clientFile(v *desk.View, name, currency string) (*desk.File, error) {
	key, err := p.who(v, name)
	if err != nil {
		return nil, err
	}
	cur, err := p.currency(v, key, currency)
	if err != nil {
		return nil, err
	}
	return v.File(key, cur), nil
}

// printFile writes a client file for people: who, how much, what is open, what
// was agreed, what happened.
func (p *program) printFile(f *desk.File, v *desk.View) error {
	w := p.out
	fmt.Fprintf(w, "%s  %s\n", sheet.Clean(f.Client.Key.Account), sheet.Clean(f.Client.Name))
	for _, c := range f.Contacts {
		fmt.Fprintf(w, "  %s\n", sheet.Clean(joined(", ", c.Name, c.Role, c.Phone, c.Email)))
	}
	for _, r := range f.Fields {
		if r.Value != "" && r.Field.Key() != "name" {
			fmt.Fprintf(w, "  %s: %s\n", p.fieldName(r.Field), sheet.Clean(p.fieldWords(f, r)))
		}
	}
	for i := range f.Sums {
		s := &f.Sums[i]
		fmt.Fprintf(w, "  %s %s, %s %s, %s %s\n",
			strings.ToLower(p.say(wording.ColTotal)), p.sum(s.Exposure, s.Currency),
			strings.ToLower(p.say(wording.ColOverdue)), p.sum(s.Overdue, s.Currency),
			strings.ToLower(p.say(wording.ColToCollect)), p.sum(s.Collectible, s.Currency))
	}
	p.printLimitation(f)
	p.printFees(f, v)
	open := *f
	open.Items = f.Items[:f.OpenItems]
	files := []*desk.File{&open}
	for _, part := range []struct {
		title wording.Text
		table sheet.Table
	}{
		{wording.ColItems, p.itemsTable(files, sheet.Aligned)},
		{wording.TitlePromises, p.promisesHere(f)},
		{wording.TitlePlans, p.plansTable(files, sheet.Aligned)},
		{wording.TitleDisputes, p.disputesTable(files, sheet.Aligned)},
		{wording.TitleTimeline, p.actionsTable(files, sheet.Aligned)},
	} {
		if len(part.table.Rows) == 0 {
			continue
		}
		fmt.Fprintf(w, "\n%s\n", p.say(part.title))
		if err := sheet.WriteAligned(w, withoutOwner(part.table), p.sheetStyle()); err != nil {
			return err
		}
	}
	p.printFollowUp(f, shownDay(v))
	return nil
}

// withoutOwner drops the columns that say the same on every row of one client.
func withoutOwner(t sheet.Table) sheet.Table {
	n := 0
	for n < len(t.Columns) && (t.Columns[n].Key == "client" || t.Columns[n].Key == "creditor") {
		n++
	}
	out := sheet.Table{Columns: t.Columns[n:], Rows: make([][]sheet.Cell, len(t.Rows))}
	for i := range t.Rows {
		out.Rows[i] = t.Rows[i][n:]
	}
	return out
}

// fieldWords writes a particular for people.
func (p *program) fieldWords(f *desk.File, r desk.FieldRow) string {
	switch r.Field {
	case ledger.FieldLimit:
		return money.Format(f.Client.Limit, p.style())
	case ledger.FieldCover:
		return money.Format(f.Client.Cover, p.style())
	case ledger.FieldFactored:
		return p.say(wording.WordYes) // blank where it is not
	}
	return wording.FieldValue(p.lang, r.Field, r.Value)
}

func joined(sep string, parts ...string) string {
	var kept []string
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, sep)
}
