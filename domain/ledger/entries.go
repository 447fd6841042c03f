package ledger

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
)

// replacement is an import of ledger entries: the period that it replaces and
// the scope that it becomes.
type replacement struct {
	from, to calendar.Date
	scope    uint32
	list     uint32 // the creditor's open-list scope; zero = none
}

func (r *replacement) covers(d calendar.Date) bool { return d >= r.from && d <= r.to }

// entries compares a file of ledger entries.
func (c *comparison) entries() error {
	b := c.batch
	if b.From.IsZero() || b.To < b.From {
		return &CompareError{Code: CompareNoDate}
	}
	y, m, _ := b.From.YMD()
	r := replacement{from: calendar.Of(y, m, 1), to: b.To}
	c.scopes(&r)
	c.change.Creditor.Cutoff = max(c.before, b.To)
	o := openings{batch: b, newest: r.scope}
	o.start()
	large := newLarge(b)
	err := c.walk(func(key ClientKey, old, in *Account) error {
		if old == nil {
			large.look(key, in)
			old = &Account{}
		}
		return c.entriesOf(key, old, in, &r, &o)
	})
	o.doubts(c)
	large.doubts(c)
	return err
}

// entriesOf compares one account; old has no key when it is new.
func (c *comparison) entriesOf(key ClientKey, old, in *Account, r *replacement, o *openings) error {
	if in == nil && !r.touches(old.Items) {
		o.absent(key, old.Items, r.list)
		c.same(old.Items)
		return nil
	}
	items, ghosts := r.next(old.Items)
	o.ghosts = 0
	if ghosts {
		o.ghosts = r.to
	}
	merged := len(items) > 0
	switch {
	case in == nil:
	case merged:
		items = append(items, r.take(in.Items)...)
	default:
		items = r.take(in.Items)
	}
	items, replaced := o.resolve(key, items, r.list)
	if merged {
		if err := number(key, items, c.change.Creditor.Scopes); err != nil {
			return err
		}
	}
	if merged || replaced != nil {
		SortItems(items)
	}
	if len(old.Items) > 0 && slices.Equal(items, old.Items) {
		c.same(old.Items)
	} else {
		c.tally(key, old.Items, items, replaced)
	}
	if old.Client.Key.IsZero() {
		old = nil
	}
	c.accountOf(key, old, in, items)
	return nil
}

// scopes chooses the scope's number (that of a scope of the same start which the
// file replaces whole, so that what does not change keeps its place; else a new
// one) and brings the creditor's scopes up to date.
func (c *comparison) scopes(r *replacement) {
	kept := c.change.Creditor.Scopes[:0]
	for _, s := range c.creditor.Scopes {
		switch {
		case s.Kind == OpenList:
			r.list = s.ID
		case s.From >= r.from && s.To <= r.to:
			if s.From == r.from && r.scope == 0 {
				r.scope = s.ID
			} else {
				c.change.Gone = append(c.change.Gone, s.ID)
			}
			continue
		case s.From <= r.to && s.To >= r.from:
			if s.To > r.to {
				c.doubt(Doubt{Code: DoubtOlder, Day: r.to, Known: s.To})
			}
			if s.From >= r.from {
				s.From = r.to + 1
			} else if s.To <= r.to {
				s.To = r.from - 1
			}
		}
		kept = append(kept, s)
	}
	if r.scope == 0 {
		r.scope = c.nextScope()
	}
	kept = append(kept, Scope{ID: r.scope, Kind: Entries, From: r.from, To: r.to})
	slices.SortFunc(kept, func(a, b Scope) int { return cmp.Compare(a.ID, b.ID) })
	c.change.Creditor.Scopes = kept
}

// take puts the items read into the scope.
func (r *replacement) take(items []Item) []Item {
	sorted := true
	for i := range items {
		items[i].Scope = r.scope
		sorted = sorted && (i == 0 || items[i-1].Matching <= items[i].Matching)
	}
	if !sorted {
		SortItems(items)
	}
	return items
}

// touches reports whether the import changes anything of an account that it
// does not name.
func (r *replacement) touches(items []Item) bool {
	for i := range items {
		if r.covers(items[i].Booked) || items[i].Scope == r.list && r.list != 0 {
			return true
		}
		for matching := items[i].Matching; ; {
			l, ok := peel(matching)
			if !ok {
				break
			}
			if r.covers(l.since) {
				return true
			}
			matching = l.matching
		}
	}
	return false
}

// next gives what is left of an account's items when the period is taken out.
// A line booked outside it stays, and loses the codes that opening lines inside
// it gave. Of a line inside it, the codes that opening lines of later years gave
// are kept as those lines: ghosts tells whether there are any.
func (r *replacement) next(items []Item) (out []Item, ghosts bool) {
	var replacedLists map[string]bool
	if r.list != 0 {
		replacedLists = r.lists(items)
	}
	for _, it := range items {
		h := historyOf(&it)
		if it.Scope == r.list && r.list != 0 {
			if replacedLists[it.Code()] && (it.isSettling() || r.covers(it.Booked)) {
				continue
			}
		} else if r.covers(it.Booked) {
			for _, l := range h.layers {
				if !l.follows && !r.covers(l.since) && (r.list == 0 || l.scope != r.list) {
					ghost := it
					ghost.Opening, ghost.Booked, ghost.Scope, ghost.Matching = true, l.since, l.scope, l.code
					out = append(out, ghost)
					ghosts = true
				}
			}
			continue
		}
		if len(h.layers) > 0 {
			h.layers = slices.DeleteFunc(h.layers, func(l step) bool { return r.covers(l.since) })
			h.write(&it)
		}
		out = append(out, it)
	}
	return out, ghosts
}

// lists gives the codes of an open-item list whose item the entries replace:
// booked in the period, or taken into the list from entries in the period.
func (r *replacement) lists(items []Item) map[string]bool {
	out := map[string]bool{}
	for i := range items {
		it := &items[i]
		if it.Scope != r.list || it.isSettling() {
			continue
		}
		replaced := r.covers(it.Booked)
		for _, l := range historyOf(it).layers {
			replaced = replaced || l.scope == r.list && r.covers(l.since)
		}
		if replaced {
			out[it.Code()] = true
		}
	}
	return out
}

// number counts the ordinals of equal keys anew where imports of different
// periods bring the same one: by period, then as each file counted.
func number(key ClientKey, items []Item, scopes []Scope) error {
	first := make(map[ItemKey]bool, len(items))
	clash := false
	for i := range items {
		clash = clash || first[items[i].ItemKey]
		first[items[i].ItemKey] = true
	}
	if !clash {
		return nil
	}
	period := func(it *Item) calendar.Date {
		var from calendar.Date
		for _, s := range scopes {
			if s.Kind == Entries && s.From <= it.Booked && s.To >= it.Booked {
				from = max(from, s.From)
			}
		}
		return from
	}
	order := make([]int, len(items))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		x, y := &items[a], &items[b]
		return cmp.Or(cmp.Compare(period(x), period(y)), cmp.Compare(x.Ordinal, y.Ordinal),
			cmp.Compare(x.Booked, y.Booked), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Amount, y.Amount))
	})
	next := make(map[ItemKey]int, len(items))
	for _, i := range order {
		base := items[i].ItemKey
		base.Ordinal = 0
		if next[base] > 1<<16-1 {
			return &CompareError{Code: CompareNumbers, Account: key.Account, Value: base.Number}
		}
		items[i].Ordinal = uint16(next[base])
		next[base]++
	}
	return nil
}
