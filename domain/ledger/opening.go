package ledger

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
	"relance/domain/money"
)

// A year's file opens with what the year before left [à-nouveaux]: one line per
// open item, or one balance per account. Where the ledger knows the account's
// earlier lines, these count and the opening lines are dropped; a matching code
// on an opening line is carried over to the item that it stands for (see
// carried.go) and to the items that share that item's old group. One opening
// line that stands for no single item stands for all that was open, if the
// balances agree.
//
// Where they do not agree (the year before was read before it was complete), a
// line whose number the earlier years do not know is kept as an item of its
// own, unless it is the account's whole balance. The years may be read in any
// order as long as none between them is missing: the result is the same.

// openings resolves the opening lines of accounts and gathers the doubts.
type openings struct {
	batch  *Batch
	newest uint32                   // scope of the file being read
	starts map[uint32]calendar.Date // of each scope, see starts
	day    calendar.Date            // on which the file's opening lines count; zero = it has none
	ghosts calendar.Date            // last day of the period replaced, when lines after it were rebuilt

	alone       int // accounts of the file with one opening line and nothing before it
	aloneAmount int64
	compared    int // accounts whose balances were compared
	disagree    int
	difference  int64
	first       ClientKey
}

// dayOf is the day from which an item counts among the years: an opening line
// opens its year, whatever date it bears.
func (o *openings) dayOf(it *Item) calendar.Date {
	if it.Opening {
		if start, ok := o.starts[it.ownScope()]; ok {
			return start
		}
	}
	return it.Booked
}

// unknown notes the opening line of an account of which nothing earlier is known.
func (o *openings) unknown(items []Item) {
	count, amount := 0, int64(0)
	for i := range items {
		if items[i].Opening && items[i].Scope == o.newest {
			count++
			amount += items[i].Amount
		}
	}
	if count == 1 {
		o.alone++
		o.aloneAmount += amount
	}
}

// absent compares an account that the file does not open with what is known.
func (o *openings) absent(key ClientKey, items []Item, list uint32) {
	if o.day.IsZero() {
		return
	}
	var sum int64
	earlier := 0
	for i := range items {
		if it := &items[i]; o.dayOf(it) < o.day && (list == 0 || it.Scope != list) {
			earlier++
			sum += it.Amount
		}
	}
	if earlier > 0 {
		o.compare(key, sum)
	}
}

func (o *openings) compare(key ClientKey, difference int64) {
	o.compared++
	if difference == 0 {
		return
	}
	if o.disagree++; o.disagree == 1 {
		o.first = key
	}
	o.difference += max(difference, -difference)
}

// resolve drops and carries the opening lines among an account's items; the
// order of the result is not that of SortItems. Replaced names the keys that
// live on under that of the item they stood for.
func (o *openings) resolve(key ClientKey, items []Item, list uint32) (out []Item, replaced map[ItemKey]ItemKey) {
	days, opens := o.openingDays(items, list)
	if !slices.Contains(opens, o.day) {
		o.absent(key, items, list)
	}
	if len(days) == 0 {
		return items, nil
	}
	y := yearOpening{o: o, items: items, list: list, dropped: make([]bool, len(items)), replaced: map[ItemKey]ItemKey{}}
	for _, day := range days {
		switch known := y.at(day); {
		case !known:
			if day == o.day {
				o.unknown(items)
			}
			continue
		case len(y.opening) > 0:
			rebuilt := !o.ghosts.IsZero() && day > o.ghosts
			if !rebuilt {
				o.compare(key, y.difference())
			}
			y.match()
			y.leave(rebuilt)
			y.carry()
		}
		y.follow()
	}
	for i := range items {
		if !y.dropped[i] {
			out = append(out, items[i])
		}
	}
	return out, y.replaced
}

// openingDays gives, in order, the days of opening lines (opens) and also those
// on which opening lines dropped earlier gave their codes (days). What only
// followed is forgotten, to be found anew.
func (o *openings) openingDays(items []Item, list uint32) (days, opens []calendar.Date) {
	add := func(to *[]calendar.Date, d calendar.Date) {
		if !slices.Contains(*to, d) {
			*to = append(*to, d)
		}
	}
	for i := range items {
		it := &items[i]
		inList := list != 0 && it.Scope == list
		if it.Opening && !inList {
			add(&opens, o.dayOf(it))
			add(&days, o.dayOf(it))
		}
		if !isCarried(it.Matching) || inList {
			continue
		}
		h := historyOf(it)
		h.layers = slices.DeleteFunc(h.layers, func(s step) bool { return s.follows })
		for _, s := range h.layers {
			add(&days, s.since)
		}
		h.write(it)
	}
	slices.Sort(days)
	return days, opens
}

// doubts says what a person has to know of the opening lines.
func (o *openings) doubts(c *comparison) {
	earlierKnown := slices.ContainsFunc(c.creditor.Scopes, func(s Scope) bool { return s.Kind == Entries && s.To < o.day })
	undetailed := slices.ContainsFunc(o.batch.Findings, func(f Finding) bool { return f.Code == FindingOpening })
	if undetailed && o.alone > 0 && !earlierKnown {
		c.doubt(Doubt{Code: DoubtOpening, Count: o.alone, Of: len(o.batch.Accounts), Day: o.day, Amount: money.Of(o.aloneAmount, c.creditor.Currency)})
	}
	if o.disagree > 0 {
		c.doubt(Doubt{
			Code: DoubtBalances, Client: o.first, Name: c.nameOf(o.first), Count: o.disagree, Of: o.compared,
			Day: o.day, Amount: money.Of(o.difference, c.creditor.Currency),
		})
	}
}

// nameOf is the name of an account known or read.
func (c *comparison) nameOf(key ClientKey) string {
	for _, list := range [][]*Account{c.known, c.batch.Accounts} {
		for _, a := range list {
			if a.Client.Key.Account == key.Account && a.Client.Name != "" {
				return a.Client.Name
			}
		}
	}
	return ""
}

// yearOpening is one opening day of one account. Lines of the file that opens
// the year never stand for the year before, whatever their dates.
type yearOpening struct {
	o        *openings
	items    []Item
	list     uint32
	dropped  []bool
	replaced map[ItemKey]ItemKey

	day     calendar.Date
	opening []int         // lines of the day
	earlier []int         // items of earlier years
	open    map[int]int64 // what was open of them the day before
	stands  map[int][]int // opening line → the items that it stands for
	taken   map[int]bool  // earlier items that an opening line stands for
}

// at goes to a day; false when nothing earlier is known.
func (y *yearOpening) at(day calendar.Date) bool {
	y.day, y.opening, y.earlier = day, nil, nil
	for i := range y.items {
		it := &y.items[i]
		switch {
		case y.dropped[i] || y.list != 0 && it.Scope == y.list:
		case it.Opening && y.o.dayOf(it) == day:
			y.opening = append(y.opening, i)
		case y.o.dayOf(it) < day && y.o.starts[it.ownScope()] != day:
			y.earlier = append(y.earlier, i)
		}
	}
	if len(y.earlier) == 0 {
		return false
	}
	byFile := func(a, b int) int {
		p, q := &y.items[a], &y.items[b]
		return cmp.Or(cmp.Compare(p.Booked, q.Booked), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Ordinal, q.Ordinal))
	}
	slices.SortStableFunc(y.opening, byFile)
	slices.SortStableFunc(y.earlier, byFile)
	y.stands, y.taken, y.open = map[int][]int{}, map[int]bool{}, y.openBefore()
	return true
}

// openBefore gives what was open of the earlier items on the day before.
func (y *yearOpening) openBefore() map[int]int64 {
	type placed struct {
		at   int
		item Item
	}
	list := make([]placed, len(y.earlier))
	for n, i := range y.earlier {
		it := y.items[i]
		h := historyOf(&it)
		it.Scope, it.Matching = h.on(y.day - 1)
		list[n] = placed{i, it}
	}
	slices.SortStableFunc(list, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.item.Scope, b.item.Scope), cmp.Compare(a.item.Matching, b.item.Matching))
	})
	items := make([]Item, len(list))
	for n := range list {
		items[n] = list[n].item
	}
	out := make(map[int]int64, len(list))
	for n, s := range Open(items, nil, y.day-1, nil) {
		out[list[n].at] = s.Open
	}
	return out
}

// difference is the balance known less the balance carried forward.
func (y *yearOpening) difference() int64 {
	var d int64
	for _, i := range y.earlier {
		d += y.items[i].Amount
	}
	for _, i := range y.opening {
		d -= y.items[i].Amount
	}
	return d
}

// match finds the item that each opening line stands for: of the same number
// and amount, else of the same number and with that much open; open items and
// those of the same date first.
func (y *yearOpening) match() {
	type name struct {
		number   string
		amount   int64
		currency money.Currency
	}
	whole, rest := map[name][]int{}, map[name][]int{}
	for _, i := range y.earlier {
		it := &y.items[i]
		n := name{it.Number, it.Amount, it.Currency}
		whole[n] = append(whole[n], i)
		if open := y.open[i]; open != 0 && open != it.Amount {
			n.amount = open
			rest[n] = append(rest[n], i)
		}
	}
	for _, names := range []map[name][]int{whole, rest} {
		for _, o := range y.opening {
			line := &y.items[o]
			if y.stands[o] != nil || line.Number == "" {
				continue
			}
			best, rank := -1, -1
			for _, i := range names[name{line.Number, line.Amount, line.Currency}] {
				r := 0
				if y.open[i] != 0 {
					r += 2
				}
				if y.items[i].Date == line.Date {
					r++
				}
				if !y.taken[i] && r > rank {
					best, rank = i, r
				}
			}
			if best >= 0 {
				y.stands[o], y.taken[best] = []int{best}, true
			}
		}
	}
}

// leave decides on the opening lines that stand for no single item.
func (y *yearOpening) leave(rebuilt bool) {
	agree := !rebuilt && y.difference() == 0
	numbers := map[string]bool{}
	for _, i := range y.earlier {
		numbers[y.items[i].Number] = true
	}
	var left []int
	for _, o := range y.opening {
		if y.stands[o] == nil {
			left = append(left, o)
		}
	}
	if agree && len(left) == 1 {
		for _, i := range y.earlier {
			if y.open[i] != 0 && !y.taken[i] {
				y.stands[left[0]] = append(y.stands[left[0]], i)
			}
		}
	}
	balance := len(y.opening) == 1 && !rebuilt && y.difference()+y.items[y.opening[0]].Amount != 0
	for _, o := range y.opening {
		number := y.items[o].Number
		keep := y.stands[o] == nil && !agree && !balance && number != "" && !numbers[number]
		y.dropped[o] = !keep
		if len(y.stands[o]) == 1 {
			if to := y.items[y.stands[o][0]].ItemKey; to != y.items[o].ItemKey {
				y.replaced[y.items[o].ItemKey] = to
			}
		}
	}
}

// carry gives the codes of the opening lines dropped to the items that they
// stand for: the line's own, and those it took from later years.
func (y *yearOpening) carry() {
	for _, o := range y.opening {
		from := historyOf(&y.items[o])
		for _, i := range y.stands[o] {
			h := historyOf(&y.items[i])
			if from.code != "" {
				h.carry(step{since: y.day, scope: from.scope, code: from.code})
			}
			for _, s := range from.layers {
				h.carry(s)
			}
			h.write(&y.items[i])
		}
	}
}

// follow takes with an item that got a code on the day what was in one group
// with it and got none: the first such item leads.
func (y *yearOpening) follow() {
	type group struct {
		scope uint32
		code  string
	}
	leads := map[group]step{}
	histories := make([]history, len(y.earlier))
	groups := make([]group, len(y.earlier))
	for n, i := range y.earlier {
		histories[n] = historyOf(&y.items[i])
		groups[n].scope, groups[n].code = histories[n].on(y.day - 1)
		if s, ok := histories[n].taken(y.day); ok && groups[n].code != "" {
			if _, led := leads[groups[n]]; !led {
				leads[groups[n]] = s
			}
		}
	}
	for n, i := range y.earlier {
		lead, ok := leads[groups[n]]
		if _, own := histories[n].taken(y.day); !ok || own {
			continue
		}
		lead.follows = true
		histories[n].carry(lead)
		histories[n].write(&y.items[i])
	}
}
