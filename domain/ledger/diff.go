package ledger

import (
	"relance/domain/calendar"
	"relance/domain/money"
)

// tally counts what happens to the open items of one account: known items as
// of the old cutoff, against those to come as of the new one. Both lists are
// sorted. Replaced names items that live on under another key.
func (c *comparison) tally(key ClientKey, was, is []Item, replaced map[ItemKey]ItemKey) {
	d := &c.change.Diff
	after := c.change.Creditor.Cutoff
	c.standing[1] = Open(is, nil, after, c.standing[1])
	if len(was) == 0 {
		for i, s := range c.standing[1] {
			if s.Open != 0 {
				d.New++
				c.add(&d.NewAmount, s.Open, &is[i])
			}
		}
		c.collect(is, nil)
		return
	}
	c.standing[0] = Open(was, nil, c.before, c.standing[0])
	known := make(map[ItemKey]int, len(was))
	for i := range was {
		known[was[i].ItemKey] = i
	}
	stays := make(map[ItemKey]bool, len(is))
	for i := range is {
		it, open := &is[i], c.standing[1][i].Open
		stays[it.ItemKey] = true
		k, ok := known[it.ItemKey]
		switch {
		case !ok && open != 0:
			if !livesOn(it.ItemKey, replaced) {
				d.New++
				c.add(&d.NewAmount, open, it)
			}
		case !ok:
		case open == 0 && c.standing[0][k].Open != 0:
			d.Settled++
			c.add(&d.SettledAmount, c.standing[0][k].Open, it)
		case open == 0:
		case open != c.standing[0][k].Open || it.Amount != was[k].Amount || it.Due != was[k].Due:
			d.Changed++
		default:
			d.Unchanged++
		}
	}
	for i := range was {
		if k := was[i].ItemKey; !stays[k] {
			d.VanishedItems = append(d.VanishedItems, ClientItem{Client: key, Item: k})
			switch {
			case c.standing[0][i].Open == 0:
			case stays[replaced[k]]:
				d.Unchanged++
			default:
				d.Vanished++
			}
		}
	}
	c.collect(is, known)
}

func livesOn(key ItemKey, replaced map[ItemKey]ItemKey) bool {
	for _, k := range replaced {
		if k == key {
			return true
		}
	}
	return false
}

// same counts an account that does not change.
func (c *comparison) same(items []Item) {
	c.standing[0] = Open(items, nil, c.before, c.standing[0])
	for _, s := range c.standing[0] {
		if s.Open != 0 {
			c.change.Diff.Unchanged++
		}
	}
}

// collect adds up the receipts that came in: those not known before, booked
// after the old cutoff or in a period that was known already. What the first
// import or that of an earlier year brings did not come in now; what goes back
// [impayé, extourne] takes nothing from what came in.
func (c *comparison) collect(is []Item, known map[ItemKey]int) {
	if c.before.IsZero() || c.history {
		return
	}
	credits := listedCredits(is)
	for i := range is {
		it := &is[i]
		if it.Kind != Receipt || it.Amount >= 0 || it.Opening || !c.fresh(it.Booked) || credits[it.Code()] && it.isSettling() {
			continue
		}
		if _, ok := known[it.ItemKey]; !ok {
			c.add(&c.change.Diff.Collected, -it.Amount, it)
		}
	}
}

func (c *comparison) fresh(booked calendar.Date) bool {
	if booked > c.before {
		return true
	}
	for _, s := range c.creditor.Scopes {
		if s.Kind == Entries && booked >= s.From && booked <= s.To {
			return true
		}
	}
	return false
}

// add adds an amount in the creditor's currency; others are left out, for
// currencies are never added.
func (c *comparison) add(sum *money.Amount, minor int64, it *Item) {
	if it.Currency == c.creditor.Currency {
		*sum = sum.Add(money.Of(minor, it.Currency))
	}
}
