package main

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/sample"
	"relance/domain/wording"
	"relance/store"
	"relance/store/sheet"
)

func (p *program) demoCommand() *cobra.Command {
	c := p.command("demo", wording.CmdDemo, p.exactly(0), func(*cobra.Command, []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		o, remove, err := p.openSample()
		if err != nil {
			return err
		}
		defer remove()
		if p.flags.format == "" && p.flags.output == "" && !p.flags.json && isTerminal(p.out) && isTerminal(p.in) {
			return p.sit(o)
		}
		if format == sheet.Aligned {
			p.tell(wording.SaidDemoDay, p.longDay(o.view().Day))
		}
		return p.writeWorklist(o.view().Worklist, o.view().Day, false, format)
	})
	c.Long = p.say(wording.CmdDemo) + "\n\n" + p.say(wording.CmdDemoLong)
	return c
}

// openSample opens the desk on the sample portfolio in a temporary database.
// The function given removes it.
func (p *program) openSample() (o *office, remove func(), err error) {
	day, err := p.day()
	if err != nil {
		return nil, nil, err
	}
	folder, err := os.MkdirTemp("", "relance-demo-")
	if err != nil {
		return nil, nil, err
	}
	drop := func() { _ = os.RemoveAll(folder) }
	db, err := store.Open(filepath.Join(folder, "relance.db"), store.Options{Now: p.now})
	if err != nil {
		drop()
		return nil, nil, err
	}
	if err := fillSample(db, day); err != nil {
		_ = db.Close()
		drop()
		return nil, nil, err
	}
	if o, err = p.seat(db, false); err != nil {
		drop()
		return nil, nil, err
	}
	o.temporary = true
	return o, func() { o.close(); drop() }, nil
}

// fillSample writes the sample portfolio into an empty database.
func fillSample(db *store.DB, day calendar.Date) error {
	book, events := sample.Portfolio(day)
	for i := range book.Creditors {
		if err := db.CommitImport(wholeBook(&book, book.Creditors[i]), nil); err != nil {
			return err
		}
	}
	slices.SortStableFunc(events, func(a, b journal.Event) int {
		return cmp.Or(cmp.Compare(a.ID.Device, b.ID.Device), cmp.Compare(a.ID.Seq, b.ID.Seq))
	})
	return db.Append(events)
}

// wholeBook is the change that writes all that a book holds of a creditor.
func wholeBook(book *ledger.Book, c ledger.Creditor) ledger.Change {
	change := ledger.Change{Creditor: c}
	for _, a := range book.Accounts {
		if a.Client.Key.Creditor != c.ID {
			continue
		}
		ac := ledger.AccountChange{Key: a.Client.Key, Client: &a.Client, New: true}
		for _, it := range a.Items {
			at := slices.IndexFunc(ac.Scopes, func(s ledger.ScopeItems) bool { return s.Scope == it.Scope })
			if at < 0 {
				at = len(ac.Scopes)
				ac.Scopes = append(ac.Scopes, ledger.ScopeItems{Scope: it.Scope})
			}
			ac.Scopes[at].Items = append(ac.Scopes[at].Items, it)
		}
		change.Accounts = append(change.Accounts, ac)
	}
	return change
}
