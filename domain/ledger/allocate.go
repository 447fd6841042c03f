package ledger

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
)

// Standing is what an item is worth as of a day: one per item, at its index.
type Standing struct {
	// Open is what remains, in minor units: positive on a debit, negative on a
	// credit, zero when settled or not known yet.
	Open int64
	// Known reports whether the item was booked on or before the day.
	Known bool
	// SettledOn is, for a debit that is fully settled, the booking date of the
	// last credit that settled it; else zero. Only Allocate fills it.
	SettledOn calendar.Date
}

// Allocation sets part of a credit against a debit: indices into the items
// given to Allocate, and the positive amount in minor units.
type Allocation struct {
	Debit, Credit int32
	Amount        int64
}

// Allocate says what of each item is open as of a day, and which credit settles
// which debit. Items are one account's, in the order of SortItems; due holds
// the effective due date at each item's index.
//
// Only lines booked on or before the day count, so that a group settled later
// is open. A line without a matching code is open whole. Within a matching
// group (same scope, code and currency) credits, in order of booking date and
// line, are set against debits in order of due date, document date and line;
// what remains on either side is open. A positive line is a debit and a
// negative one a credit, whatever its kind. Of an item of an open-item list and
// the lines that settle it or open it again, the item bears what is open.
//
// The slices given are reused; the results hold for this call's items only.
func Allocate(items []Item, due []calendar.Date, day calendar.Date, standings []Standing, allocs []Allocation) ([]Standing, []Allocation) {
	standings = slices.Grow(standings[:0], len(items))[:len(items)]
	w := settler{items: items, due: due, standings: standings, allocs: allocs[:0], record: true}
	var buffer [32]int32
	for i := 0; i < len(items); {
		g := group(items, standings, i, day)
		if g.past {
			w.allocs = w.allocs[:0]
			w.settleAll(day)
			return standings, w.allocs
		}
		if g.end > i+1 {
			members := buffer[:0]
			for k := i; k < g.end; k++ {
				if standings[k].Known {
					members = append(members, int32(k))
				}
			}
			switch {
			case g.irregular:
				w.settleParts(members, day)
			case !w.settleListed(members):
				w.settle(members)
			}
		}
		i = g.end
	}
	return standings, w.allocs
}

// Open is Allocate without allocations and without SettledOn, for balances: it
// sorts only the groups in which the order decides what stays open.
func Open(items []Item, due []calendar.Date, day calendar.Date, standings []Standing) []Standing {
	standings = slices.Grow(standings[:0], len(items))[:len(items)]
	for i := 0; i < len(items); {
		g := group(items, standings, i, day)
		members := standings[i:g.end]
		switch {
		case g.past:
			w := settler{items: items, due: due, standings: standings}
			w.settleAll(day)
			return standings
		case g.irregular:
			openParts(items, due, day, standings, i, g.end)
		case g.debits == g.credits:
			for k := range members {
				members[k].Open = 0
			}
		case isListCode(items[i].Matching) && openListed(items, standings, i, g.end):
		case g.debits == 0 || g.credits == 0:
		case g.credits > g.debits:
			closeDebits(members, g.debits)
		default:
			openDebits(items, due, standings, i, g.end, g.credits)
		}
		i = g.end
	}
	return standings
}

// sums describes the matching group that starts at an item; an item without a
// code makes a group of its own.
type sums struct {
	end             int   // index after the last item
	debits, credits int64 // known on the day, both positive
	irregular       bool  // carried codes or several currencies: see settleParts
	past            bool  // some items were carried here after the day: see settleAll
}

// group finds the group that starts at from and writes what its items are
// worth before they are set against each other.
func group(items []Item, standings []Standing, from int, day calendar.Date) sums {
	first := &items[from]
	var g sums
	k := from
	for {
		it := &items[k]
		known := it.Booked <= day
		open := it.Amount
		if !known {
			open = 0
		}
		standings[k] = Standing{Open: open, Known: known}
		g.debits += max(open, 0)
		g.credits += max(-open, 0)
		if isCarried(it.Matching) {
			l, _ := peel(it.Matching)
			g.irregular, g.past = true, g.past || l.since > day
		} else if it.Currency != first.Currency {
			g.irregular = true
		}
		k++
		if k == len(items) || first.Matching == "" || items[k].Scope != first.Scope || !sameGroup(first.Matching, items[k].Matching) {
			g.end = k
			return g
		}
	}
}

// closeDebits settles every debit and consumes as much of the credits, in
// their order.
func closeDebits(group []Standing, consumed int64) {
	for k := range group {
		switch open := group[k].Open; {
		case open > 0:
			group[k].Open = 0
		case open < 0:
			take := min(-open, consumed)
			group[k].Open += take
			consumed -= take
		}
	}
}

// openDebits consumes every credit against several debits in their order.
func openDebits(items []Item, due []calendar.Date, standings []Standing, from, end int, credits int64) {
	var buffer [32]int32
	debits := buffer[:0]
	for k := from; k < end; k++ {
		if standings[k].Open > 0 {
			debits = append(debits, int32(k))
		} else {
			standings[k].Open = 0
		}
	}
	if len(debits) > 1 {
		sortDebits(items, due, debits)
	}
	for _, d := range debits {
		take := min(standings[d].Open, credits)
		standings[d].Open -= take
		credits -= take
	}
}

func openParts(items []Item, due []calendar.Date, day calendar.Date, standings []Standing, from, end int) {
	w := settler{items: items, due: due, standings: standings}
	var members []int32
	for k := from; k < end; k++ {
		if standings[k].Known {
			members = append(members, int32(k))
		}
	}
	w.settleParts(members, day)
}

func sortDebits(items []Item, due []calendar.Date, debits []int32) {
	slices.SortFunc(debits, func(a, b int32) int {
		x, y := &items[a], &items[b]
		return cmp.Or(
			cmp.Compare(dueOf(items, due, a), dueOf(items, due, b)),
			cmp.Compare(x.Date, y.Date),
			cmp.Compare(x.Line, y.Line),
			cmp.Compare(a, b),
		)
	})
}

func dueOf(items []Item, due []calendar.Date, i int32) calendar.Date {
	if int(i) < len(due) {
		return due[i]
	}
	return items[i].Due
}

// settler sets credits against debits within lists of items.
type settler struct {
	items     []Item
	due       []calendar.Date
	standings []Standing
	allocs    []Allocation
	record    bool // fill allocs and SettledOn
}

// settle sets the credits among members against the debits. Members are known
// items of one group in order of booking.
func (w *settler) settle(members []int32) {
	var debitBuffer, creditBuffer [32]int32
	debits, credits := debitBuffer[:0], creditBuffer[:0]
	for _, m := range members {
		switch amount := w.items[m].Amount; {
		case amount > 0:
			debits = append(debits, m)
		case amount < 0:
			credits = append(credits, m)
		}
	}
	if len(debits) > 1 {
		sortDebits(w.items, w.due, debits)
	}
	for c, d := 0, 0; c < len(credits) && d < len(debits); {
		debit, credit := &w.standings[debits[d]], &w.standings[credits[c]]
		take := min(debit.Open, -credit.Open)
		debit.Open -= take
		credit.Open += take
		if w.record {
			w.allocs = append(w.allocs, Allocation{Debit: debits[d], Credit: credits[c], Amount: take})
			if debit.Open == 0 {
				debit.SettledOn = w.items[credits[c]].Booked
			}
		}
		if debit.Open == 0 {
			d++
		}
		if credit.Open == 0 {
			c++
		}
	}
}

// settleAll settles a whole account as of a day before some of its items were
// carried into the groups of a later year: until then they belong to their old
// groups, which the order of the items no longer shows.
func (w *settler) settleAll(day calendar.Date) {
	members := make([]int32, 0, len(w.items))
	for i := range w.items {
		it := &w.items[i]
		w.standings[i] = Standing{}
		if it.Booked <= day {
			w.standings[i] = Standing{Open: it.Amount, Known: true}
			members = append(members, int32(i))
		}
	}
	w.settleParts(members, day)
}

// settleParts settles members that are not in the order of one plain group:
// several currencies under one code, or items carried into a code.
func (w *settler) settleParts(members []int32, day calendar.Date) {
	type part struct {
		scope uint32
		code  string
	}
	parts := make(map[int32]part, len(members))
	for _, m := range members {
		it := &w.items[m]
		scope, code := groupOn(it.Scope, it.Matching, day)
		parts[m] = part{scope, code}
	}
	compare := func(a, b int32) int {
		x, y := &w.items[a], &w.items[b]
		return cmp.Or(
			cmp.Compare(x.Currency.String(), y.Currency.String()),
			cmp.Compare(parts[a].scope, parts[b].scope),
			cmp.Compare(parts[a].code, parts[b].code),
		)
	}
	slices.SortFunc(members, func(a, b int32) int {
		x, y := &w.items[a], &w.items[b]
		return cmp.Or(compare(a, b), cmp.Compare(x.Booked, y.Booked), cmp.Compare(x.Line, y.Line), cmp.Compare(a, b))
	})
	for from := 0; from < len(members); {
		end := from + 1
		for end < len(members) && compare(members[from], members[end]) == 0 {
			end++
		}
		if parts[members[from]].code != "" && !w.settleListed(members[from:end]) {
			w.settle(members[from:end])
		}
		from = end
	}
}
