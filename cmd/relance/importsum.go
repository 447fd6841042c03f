package main

import (
	"relance/domain/ledger"
	"relance/domain/money"
)

// regroup judges the matching groups of the files before the last by all that
// will be known: one half of a group may stand in a later file.
func (r *importRun) regroup() {
	if len(r.reads) < 2 {
		return
	}
	r.final = r.reads[len(r.reads)-1].change.Apply(r.book)
	for _, f := range r.reads[:len(r.reads)-1] {
		ledger.Regroup(r.final, f.change.Creditor, f.batch)
		f.findings = f.batch.Findings
	}
}

// total sums the differences of all files. Amounts of another currency than
// the first are left out: they are never added. Of a creditor of whom nothing
// was known, only what is open in the end is new: what one file opens and the
// next settles was never open here.
func (r *importRun) total() (d ledger.Diff) {
	counted := map[string]bool{}
	for _, f := range r.reads {
		x := &f.change.Diff
		d.ClientsNew += x.ClientsNew
		d.VanishedItems = append(d.VanishedItems, x.VanishedItems...)
		d.Collected = addSame(d.Collected, money.Of(x.Collected.Minor, f.change.Creditor.Currency))
		if r.final != nil && r.founded[f.change.Creditor.ID] {
			if !counted[f.change.Creditor.ID] {
				counted[f.change.Creditor.ID] = true
				r.countOpen(&d, f.change.Creditor)
			}
			continue
		}
		d.New += x.New
		d.Settled += x.Settled
		d.Changed += x.Changed
		d.Unchanged += x.Unchanged
		d.Vanished += x.Vanished
		d.NewAmount = addSame(d.NewAmount, x.NewAmount)
	}
	return d
}

// countOpen counts what a creditor's clients leave open once every file is in.
func (r *importRun) countOpen(d *ledger.Diff, c ledger.Creditor) {
	var standing []ledger.Standing
	var sum int64
	cutoff := c.Cutoff
	for _, k := range r.final.Creditors {
		if k.ID == c.ID {
			cutoff = k.Cutoff
		}
	}
	for _, a := range r.final.Accounts {
		if a.Client.Key.Creditor != c.ID {
			continue
		}
		items, _ := a.Lines(nil, false) // a file just read is not packed
		standing = ledger.Open(items, nil, cutoff, standing)
		for i, s := range standing {
			if s.Open == 0 {
				continue
			}
			d.New++
			if items[i].Currency == c.Currency {
				sum += s.Open
			}
		}
	}
	d.NewAmount = addSame(d.NewAmount, money.Of(sum, c.Currency))
}
