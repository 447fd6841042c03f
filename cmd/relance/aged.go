package main

import (
	"slices"

	"github.com/spf13/cobra"

	"relance/domain/aging"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/wording"
	"relance/store"
	"relance/store/sheet"
)

var agedBy = []string{"client", "segment", "collector", "salesrep"}

func (p *program) agedCommand() *cobra.Command {
	var by string
	c := p.command("aged", wording.CmdAged, p.exactly(0), func(*cobra.Command, []string) error {
		group := slices.Index(agedBy, by)
		if group < 0 {
			return p.choice("by", by, agedBy...)
		}
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		return p.aged(desk.AgedBy(group), format)
	})
	c.Flags().StringVar(&by, "by", agedBy[0], p.say(wording.FlagBy))
	return c
}

func (p *program) aged(by desk.AgedBy, format sheet.Format) error {
	short()
	db, err := p.openStore(true)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	day, loaded, err := p.loadForBalance(db)
	if err != nil {
		return err
	}
	rows, err := desk.AgedBalance(loaded.Book, loaded.Events, day, by)
	if err != nil {
		return err
	}
	return p.write(p.agedTable(rows, by, len(loaded.Book.Creditors) > 1, format), format, wording.SaidNothingOpen)
}

// loadForBalance reads no more than the balance rests on, unless the day that
// was set has to be compared with the last act's.
func (p *program) loadForBalance(db *store.DB) (calendar.Date, *store.Loaded, error) {
	day, err := p.day()
	if err != nil {
		return 0, nil, err
	}
	asOf, err := p.asOf()
	switch {
	case err != nil:
		return 0, nil, err
	case asOf != 0:
		day = asOf
	case p.flags.today != "":
		loaded, err := db.Load()
		if err == nil && day < loaded.LastDay {
			err = p.pastFault(day, loaded.LastDay)
		}
		return day, loaded, err
	}
	loaded, err := db.LoadKinds(journal.KindParticularsChanged, journal.KindActUndone, journal.KindActRestored)
	return day, loaded, err
}

// agedTable has the columns that the aged balance promises; a leading creditor
// where there are several.
func (p *program) agedTable(rows []desk.AgedRow, by desk.AgedBy, creditors bool, f sheet.Format) sheet.Table {
	var t sheet.Table
	if creditors {
		t.Columns = append(t.Columns, sheet.Column{Key: "creditor", Title: p.say(wording.ColCreditor)})
	}
	group := []wording.Text{wording.ColClient, wording.ColSegment, wording.ColCollector, wording.ColSalesRep}[by]
	t.Columns = append(t.Columns, sheet.Column{Key: agedBy[by], Title: p.say(group), Max: 24})
	if by == desk.ByClient {
		t.Columns = append(t.Columns, sheet.Column{Key: "name", Title: p.say(wording.ColName), Max: 32})
	}
	t.Columns = append(t.Columns, sheet.Column{Key: "currency", Title: p.say(wording.ColCurrency)})
	titles := [aging.BucketCount]string{p.say(wording.ColNotDue), "1-30", "31-60", "61-90", "91-120", "121-180", p.say(wording.ColOver180)}
	for b := range aging.BucketCount {
		t.Columns = append(t.Columns, sheet.Column{Key: b.Key(), Title: titles[b], Right: true})
	}
	t.Columns = append(t.Columns,
		sheet.Column{Key: "unapplied", Title: p.say(wording.ColUnapplied), Right: true},
		sheet.Column{Key: "total", Title: p.say(wording.ColTotal), Right: true})
	cells := make([]sheet.Cell, 0, len(rows)*len(t.Columns))
	t.Rows = make([][]sheet.Cell, len(rows))
	for i := range rows {
		start := len(cells)
		cells = agedCells(cells, &rows[i], by, creditors)
		t.Rows[i] = cells[start:len(cells):len(cells)]
	}
	if f == sheet.Aligned {
		p.agedTotals(&t, rows, len(t.Columns)-int(aging.BucketCount)-2)
	}
	return t
}

func agedCells(cells []sheet.Cell, r *desk.AgedRow, by desk.AgedBy, creditors bool) []sheet.Cell {
	if creditors {
		cells = append(cells, sheet.Text(r.Client.Creditor))
	}
	if by == desk.ByClient {
		cells = append(cells, sheet.Text(r.Client.Account), sheet.Text(r.Name))
	} else {
		cells = append(cells, sheet.Text(r.Name))
	}
	cells = append(cells, sheet.Text(r.Currency.String()))
	for _, v := range r.Buckets {
		cells = append(cells, sheet.Minor(v, r.Currency))
	}
	return append(cells, sheet.Minor(r.Unapplied, r.Currency), sheet.Minor(r.Total(), r.Currency))
}

// agedTotals adds a last line for each currency to the table that people read.
func (p *program) agedTotals(t *sheet.Table, rows []desk.AgedRow, lead int) {
	var sums []desk.AgedRow
	for i := range rows {
		at := slices.IndexFunc(sums, func(s desk.AgedRow) bool { return s.Currency == rows[i].Currency })
		if at < 0 {
			at = len(sums)
			sums = append(sums, desk.AgedRow{Currency: rows[i].Currency})
		}
		sums[at].Merge(rows[i].Balance)
	}
	if len(rows) < 2 {
		return
	}
	for i := range sums {
		row := make([]sheet.Cell, lead-1, len(t.Columns))
		row[0] = sheet.Text(p.say(wording.ColTotal))
		s := &sums[i]
		row = append(row, sheet.Text(s.Currency.String()))
		for _, v := range s.Buckets {
			row = append(row, sheet.Minor(v, s.Currency))
		}
		t.Rows = append(t.Rows, append(row, sheet.Minor(s.Unapplied, s.Currency), sheet.Minor(s.Total(), s.Currency)))
	}
}
