package ledger

import (
	"slices"
	"strconv"

	"relance/domain/calendar"
	"relance/domain/money"
)

// A full open-item list says what is open of each item on its date. All lists
// of a creditor make one scope. An item stands there whole, together with the
// lines that bring it down to what is open, under a matching code of its own
// (ListCode). Each list adds settling lines, booked on its date, for what has
// changed since: below zero what was paid, above zero what opened again, which
// takes back the last payments (see listed.go); an item that the list no longer
// names is settled. Nothing else is ever taken away, so
// that every earlier day shows what the list of that day said of the items known
// then; an item that only a later list knows is open from its own date on.
//
// A list that is older than the last one tells of its own day only: what it
// changes then is set right again on the date of the last one.
//
// Items that came with ledger entries pass into the list on its date, by a
// carried code (see carried.go), when they or their matching group are still
// open.

// ListCode is the matching code that an item of an open-item list shares with
// the lines that settle it: made of its key, hence the same in every list.
func ListCode(k ItemKey) string {
	return "=" + strconv.Itoa(int(k.Kind)) + "." + strconv.Itoa(int(k.Date)) + "." + strconv.Itoa(int(k.Ordinal)) + "." + k.Number
}

// isSettling reports whether an item of the list's scope is a settling line.
func (it *Item) isSettling() bool {
	return it.Kind == Receipt && it.Label == "" && it.Code() != ListCode(it.ItemKey)
}

// Bounds beyond which a list needs a person's word.
const (
	vanishedShare = 5  // more than a fifth of the open items
	partialOf     = 10 // clients known before a list can look partial
)

// listing is the comparison of one list.
type listing struct {
	c      *comparison
	scope  uint32
	date   calendar.Date // of the list
	newest calendar.Date // of the last list known, or date

	open, vanished  int // items open before, and of these not on the list
	amount          int64
	clients, listed int // clients with open items before, and of these on the list
}

func (c *comparison) list(opt CompareOptions) error {
	l := listing{c: c, date: opt.ListDate}
	if l.date.IsZero() {
		l.date = c.batch.To
	}
	if l.date.IsZero() {
		return &CompareError{Code: CompareNoDate}
	}
	l.newest = l.date
	known := false
	scopes := c.change.Creditor.Scopes
	for i := range scopes {
		if s := &scopes[i]; s.Kind == OpenList {
			known, l.scope, l.newest = true, s.ID, max(s.To, l.date)
			s.To = l.newest
		}
	}
	if !known {
		l.scope = c.nextScope()
		c.change.Creditor.Scopes = append(scopes, Scope{ID: l.scope, Kind: OpenList, To: l.date})
	}
	if l.date < c.before {
		c.doubt(Doubt{Code: DoubtOlder, Day: l.date, Known: c.before})
	}
	c.change.Creditor.Cutoff = max(c.before, l.date)
	large := newLarge(c.batch)
	err := c.walk(func(key ClientKey, old, in *Account) error { return l.account(key, old, in, large) })
	l.doubts()
	large.doubts(c)
	return err
}

func (l *listing) account(key ClientKey, old, in *Account, large *large) error {
	var was, read []Item
	if old != nil {
		was = old.Items
	} else {
		large.look(key, in)
	}
	if in != nil {
		read = in.Items
	}
	items, err := l.next(key, was, read)
	if err != nil {
		return err
	}
	SortItems(items)
	if old != nil && slices.Equal(items, was) {
		l.c.same(was)
	} else {
		l.c.tally(key, was, items, nil)
	}
	l.c.accountOf(key, old, in, items)
	return nil
}

// listed is what is known and read of one item of the list.
type listed struct {
	base  int   // index of the item; -1 = not known yet
	lines []int // settling lines
	sum   int64 // of what was booked by the list's date, the item included
	read  *Item // as the list has it; nil = not on it
	open  int64 // what the list says is open
}

// next gives an account's items after the list.
func (l *listing) next(key ClientKey, was, read []Item) ([]Item, error) {
	items := slices.Clone(was)
	l.takeOver(items)
	groups := map[string]*listed{}
	var order []string // of the codes, as met
	at := func(code string) *listed {
		g := groups[code]
		if g == nil {
			g = &listed{base: -1}
			groups[code] = g
			order = append(order, code)
		}
		return g
	}
	for i := range items {
		it := &items[i]
		if it.Scope != l.scope {
			continue
		}
		g := at(it.Code())
		if it.isSettling() {
			g.lines = append(g.lines, i)
		} else {
			g.base = i
		}
		if it.Booked <= l.date {
			g.sum += it.Amount
		}
	}
	l.name(read, items)
	l.read(read, at)
	l.count(items, groups, len(read) > 0)
	for _, code := range order {
		l.settle(&items, groups[code], code)
	}
	items = slices.DeleteFunc(items, func(it Item) bool { return it.Amount == 0 && it.Scope == l.scope && it.isSettling() })
	return items, numberLines(key, items, l.scope)
}

// read enters what the list says.
func (l *listing) read(read []Item, at func(code string) *listed) {
	for i := range read {
		it := &read[i]
		code := it.Matching
		if code == "" {
			code = ListCode(it.ItemKey)
		}
		g := at(code)
		g.open += it.Amount
		if code == ListCode(it.ItemKey) || it.Kind != Receipt || it.Label != "" {
			g.read = it
		}
	}
}

// count gathers what the doubts rest on.
func (l *listing) count(items []Item, groups map[string]*listed, onList bool) {
	open := false
	for _, g := range groups {
		if g.base < 0 || g.sum == 0 || items[g.base].Booked > l.date {
			continue
		}
		open = true
		l.open++
		if g.read == nil {
			l.vanished++
			if items[g.base].Currency == l.c.creditor.Currency {
				l.amount += g.sum
			}
		}
	}
	if open {
		l.clients++
		if onList {
			l.listed++
		}
	}
}

func (l *listing) doubts() {
	if l.vanished*vanishedShare > l.open {
		l.c.doubt(Doubt{Code: DoubtVanished, Count: l.vanished, Of: l.open, Day: l.date, Amount: money.Of(l.amount, l.c.creditor.Currency)})
	}
	if l.clients >= partialOf && l.listed*2 < l.clients {
		l.c.doubt(Doubt{Code: DoubtListPartial, Count: l.listed, Of: l.clients, Day: l.date})
	}
}

// settle brings one item to what the list says.
func (l *listing) settle(items *[]Item, g *listed, code string) {
	switch {
	case g.base < 0 && g.read == nil: // settling lines whose item is gone
		return
	case g.base < 0:
		base := *g.read
		base.Scope, base.Matching = l.scope, code
		*items = append(*items, base)
		g.base = len(*items) - 1
		if base.Booked <= l.date {
			g.sum += base.Amount
		} else {
			g.open = 0 // dated after the list: nothing can be said of the list's day
		}
		l.book(items, g, l.date, g.open-g.sum)
		if l.newest > l.date { // the last list did not name it
			l.book(items, g, l.newest, -g.open)
		}
		return
	case (*items)[g.base].Booked > l.date:
		return
	case g.read != nil && l.newest == l.date:
		g.sum += l.update(&(*items)[g.base], g)
	case g.read != nil: // the newest list knows the amount better
		g.open = nearer(g.open, (*items)[g.base].Amount)
	}
	if delta := g.open - g.sum; delta != 0 {
		l.book(items, g, l.date, delta)
		if l.newest > l.date {
			l.book(items, g, l.newest, -delta)
		}
	}
}

// nearer gives what is open, at most the amount.
func nearer(open, amount int64) int64 {
	if amount >= 0 {
		return min(open, amount)
	}
	return max(open, amount)
}

// update takes the item as the newest list has it and gives the change of its
// amount. Where it stands in the file, and what the list leaves blank, is no
// change. Where the list says only what is open, less than the amount known is a
// part payment and more a change of the amount.
func (l *listing) update(it *Item, g *listed) int64 {
	read, amount := g.read, g.read.Amount
	if l.c.batch.Balances && nearer(g.open, it.Amount) == g.open {
		amount = it.Amount
	}
	delta := amount - it.Amount
	it.Amount = amount
	it.Currency = read.Currency
	if !read.Due.IsZero() {
		it.Due = read.Due
	}
	if read.VAT != 0 {
		it.VAT = read.VAT
	}
	for _, t := range []struct {
		to   *string
		from string
	}{{&it.Account, read.Account}, {&it.Label, read.Label}, {&it.Order, read.Order}} {
		if t.from != "" {
			*t.to = t.from
		}
	}
	return delta
}

// book adds an amount to the settling line of a date, or makes one.
func (l *listing) book(items *[]Item, g *listed, on calendar.Date, amount int64) {
	if amount == 0 {
		return
	}
	for _, i := range g.lines {
		if line := &(*items)[i]; line.Booked == on {
			line.Amount += amount
			return
		}
	}
	base := &(*items)[g.base]
	line := Item{
		ItemKey: ItemKey{Kind: Receipt, Ordinal: unnumbered, Date: on, Number: base.Number}, Booked: on, Amount: amount,
		Currency: base.Currency, Scope: l.scope, Matching: base.Code(), Line: base.Line, Account: base.Account,
	}
	*items = append(*items, line)
	g.lines = append(g.lines, len(*items)-1)
}

// unnumbered marks a settling line that has no ordinal yet.
const unnumbered = 1<<16 - 1

// numberLines gives new settling lines their ordinals, after those of their
// number and date.
func numberLines(key ClientKey, items []Item, scope uint32) error {
	next := map[ItemKey]int{}
	for i := range items {
		if k := items[i].ItemKey; k.Ordinal != unnumbered {
			n := int(k.Ordinal) + 1
			k.Ordinal = 0
			next[k] = max(next[k], n)
		}
	}
	for i := range items {
		it := &items[i]
		if it.Ordinal != unnumbered || it.Scope != scope {
			continue
		}
		k := it.ItemKey
		k.Ordinal = 0
		if next[k] >= unnumbered {
			return &CompareError{Code: CompareNumbers, Account: key.Account, Value: k.Number}
		}
		it.Ordinal = uint16(next[k])
		next[k]++
	}
	return nil
}

// takeOver carries the items that came with entries into the list: those open
// on its date, and all of a group that is.
func (l *listing) takeOver(items []Item) {
	day := l.date
	var entries []int
	for i := range items {
		if items[i].Scope != l.scope && items[i].Booked <= day {
			entries = append(entries, i)
		}
	}
	if len(entries) == 0 || l.newest > l.date {
		return
	}
	type group struct {
		scope    uint32
		code     string
		currency money.Currency
	}
	sums := map[group]int64{}
	of := func(i int) group {
		h := historyOf(&items[i])
		scope, code := h.on(day)
		if code == "" {
			code = "\x00" + strconv.Itoa(i)
		}
		return group{scope, code, items[i].Currency}
	}
	for _, i := range entries {
		sums[of(i)] += items[i].Amount
	}
	groups := make([]group, len(entries))
	for n, i := range entries {
		groups[n] = of(i)
	}
	for n, i := range entries {
		if sums[groups[n]] != 0 {
			h := historyOf(&items[i])
			h.carry(step{since: day, scope: l.scope, code: ListCode(items[i].ItemKey)})
			h.write(&items[i])
		}
	}
}
