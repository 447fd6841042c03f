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
	opens    bool // with opening entries
	scope    uint32
	list     uint32 // the creditor's open-list scope; zero = none

	// Another part of the ledger ends on the first day, or begins on the last:
	// lines of that day that the file does not name are that part's, and stay.
	first, last bool

	starts map[uint32]calendar.Date // before the import, see starts
}

func (r *replacement) covers(d calendar.Date) bool { return d >= r.from && d <= r.to }

// takes reports whether the file replaces a stored line, boundary days aside.
func (r *replacement) takes(it *Item) bool {
	if !it.Opening {
		return r.covers(it.Booked)
	}
	scope := it.ownScope()
	return r.opens && scope == r.scope || r.covers(max(it.Booked, r.starts[scope]))
}

// takesStep reports whether the file replaces the opening line that gave a code.
func (r *replacement) takesStep(s step) bool {
	return r.covers(s.since) || r.opens && s.scope == r.scope
}

// entries compares a file of ledger entries.
func (c *comparison) entries() error {
	b := c.batch
	if b.From.IsZero() || b.To < b.From {
		return &CompareError{Code: CompareNoDate}
	}
	r := replacement{from: b.From, to: b.To, opens: b.Opens || hasOpening(b), starts: starts(c.creditor.Scopes)}
	c.scopes(&r)
	c.change.Creditor.Cutoff = max(c.before, b.To)
	o := openings{batch: b, newest: r.scope, starts: starts(c.change.Creditor.Scopes)}
	if hasOpening(b) {
		o.day = o.starts[r.scope]
	}
	large := newLarge(b)
	err := c.walk(func(key ClientKey, old, in *Account) error {
		if old == nil {
			large.look(key, in)
			old = &Account{}
		}
		return c.entriesOf(key, old, in, &r, &o)
	})
	if n := len(c.change.Diff.VanishedItems); len(b.Accounts) == 0 && n > 0 {
		c.doubt(Doubt{Code: DoubtNoEntries, Count: n})
	}
	o.doubts(c)
	large.doubts(c)
	return err
}

func hasOpening(b *Batch) bool {
	for _, a := range b.Accounts {
		for i := range a.Items {
			if a.Items[i].Opening {
				return true
			}
		}
	}
	return false
}

// entriesOf compares one account; old has no key when it is new.
func (c *comparison) entriesOf(key ClientKey, old, in *Account, r *replacement, o *openings) error {
	if in == nil && !r.touches(old.Items) {
		o.absent(key, old.Items, r.list)
		c.same(old.Items)
		return nil
	}
	items, ghosts := r.next(old.Items, in)
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
	if len(c.batch.Groups) > 0 {
		c.regroup(key.Account, items, r.scope)
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
		if r.takes(&items[i]) || items[i].Scope == r.list && r.list != 0 {
			return true
		}
		if isCarried(items[i].Matching) && slices.ContainsFunc(historyOf(&items[i]).layers, r.takesStep) {
			return true
		}
	}
	return false
}

// next gives what is left of an account's items when the period is taken out.
// A line booked outside it stays, and loses the codes that opening lines inside
// it gave. Of a line inside it, the codes that opening lines of later years gave
// are kept as those lines: ghosts tells whether there are any. In is what the
// file says of the account, nil when it does not name it.
func (r *replacement) next(items []Item, in *Account) (out []Item, ghosts bool) {
	stays := r.unnamed(items, in)
	var replacedLists map[string]bool
	if r.list != 0 {
		replacedLists = r.lists(items, stays)
	}
	for i, it := range items {
		h := historyOf(&it)
		if stays[i] {
			out = append(out, it)
			continue
		}
		if it.Scope == r.list && r.list != 0 {
			if replacedLists[it.Code()] && (it.isSettling() || r.takes(&it)) {
				continue
			}
		} else if r.takes(&it) {
			for _, l := range h.layers {
				if !l.follows && !r.takesStep(l) && (r.list == 0 || l.scope != r.list) {
					ghost := it
					ghost.Opening, ghost.Booked, ghost.Scope, ghost.Matching = true, l.since, l.scope, l.code
					out = append(out, ghost)
					ghosts = true
				}
			}
			continue
		}
		if len(h.layers) > 0 {
			h.layers = slices.DeleteFunc(h.layers, r.takesStep)
			h.write(&it)
		}
		out = append(out, it)
	}
	return out, ghosts
}

// unnamed finds the stored lines of a day that the file shares with another
// part of the ledger and that the file does not name, by index.
func (r *replacement) unnamed(items []Item, in *Account) map[int]bool {
	if !r.first && !r.last {
		return nil
	}
	shared := func(it *Item) bool {
		return !it.Opening && (r.first && it.Booked == r.from || r.last && it.Booked == r.to)
	}
	type line struct {
		number, account, label string
		date, booked           calendar.Date
		amount                 int64
	}
	of := func(it *Item) line {
		return line{number: it.Number, account: it.Account, label: it.Label, date: it.Date, booked: it.Booked, amount: it.Amount}
	}
	named := map[line]int{}
	for i := 0; in != nil && i < len(in.Items); i++ {
		if shared(&in.Items[i]) {
			named[of(&in.Items[i])]++
		}
	}
	var out map[int]bool
	for i := range items {
		it := &items[i]
		if !shared(it) || it.isSettling() && it.Scope == r.list {
			continue
		}
		if l := of(it); named[l] > 0 {
			named[l]--
			continue
		}
		if out == nil {
			out = map[int]bool{}
		}
		out[i] = true
	}
	return out
}

// lists gives the codes of an open-item list whose item the entries replace:
// booked in the period, or taken into the list from entries in the period.
func (r *replacement) lists(items []Item, stays map[int]bool) map[string]bool {
	out := map[string]bool{}
	for i := range items {
		it := &items[i]
		if it.Scope != r.list || it.isSettling() || stays[i] {
			continue
		}
		replaced := r.takes(it)
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
