package ledger

import "slices"

// isListCode reports whether a matching code can be a ListCode, carried or not:
// an equals sign, the kind and a dot.
func isListCode(code string) bool {
	return len(code) > 3 && code[0] == '=' && code[2] == '.'
}

// isListed reports whether an item with such a code is the one that the list
// names, and not a line that settles it.
func (it *Item) isListed() bool {
	return it.Matching[1] == '0'+byte(it.Kind) && (it.Kind != Receipt || it.Code() == ListCode(it.ItemKey))
}

// listedAmong finds the one item that the list names among those of a group;
// false when the group is no list's.
func listedAmong(items []Item, members []int32) (int32, bool) {
	at := int32(-1)
	for _, m := range members {
		if it := &items[m]; isListCode(it.Matching) && it.isListed() {
			if at >= 0 {
				return 0, false
			}
			at = m
		}
	}
	return at, at >= 0
}

// openListed lets the item of a list bear what is open of its group; false when
// the group is no list's.
func openListed(items []Item, standings []Standing, from, end int) bool {
	var buffer [32]int32
	members := buffer[:0]
	var sum int64
	for k := from; k < end; k++ {
		if standings[k].Known {
			members = append(members, int32(k))
			sum += standings[k].Open
		}
	}
	base, ok := listedAmong(items, members)
	if !ok {
		return false
	}
	for _, m := range members {
		standings[m].Open = 0
	}
	standings[base].Open = sum
	return true
}

// settleListed is settle for an item of an open-item list and its settling
// lines, in order of booking; false when the members are something else. What
// opened again takes back the payments before it, the last first: they paid
// nothing.
func (w *settler) settleListed(members []int32) bool {
	if len(members) < 2 || !isListCode(w.items[members[0]].Matching) {
		return false
	}
	base, ok := listedAmong(w.items, members)
	if !ok {
		return false
	}
	item, open := &w.items[base], &w.standings[base]
	var buffer [32]int32
	settling := buffer[:0] // what stands of them is in their standings
	for _, m := range members {
		if m == base {
			continue
		}
		amount := w.items[m].Amount
		open.Open += amount
		if (amount > 0) != (item.Amount > 0) {
			settling = append(settling, m)
			continue
		}
		w.standings[m].Open = 0
		settling = w.takeBack(settling, amount)
	}
	left := item.Amount - max(open.Open, 0)
	for _, m := range settling {
		paid := min(-w.standings[m].Open, left)
		w.standings[m].Open = 0
		if w.record && paid > 0 {
			left -= paid
			w.allocs = append(w.allocs, Allocation{Debit: base, Credit: m, Amount: paid})
			if open.Open == 0 {
				open.SettledOn = w.items[m].Booked
			}
		}
	}
	return true
}

// takeBack takes an amount off the last settling lines and gives those that
// still settle something.
func (w *settler) takeBack(settling []int32, amount int64) []int32 {
	for amount != 0 && len(settling) > 0 {
		last := &w.standings[settling[len(settling)-1]]
		if magnitude(amount) < magnitude(last.Open) {
			last.Open += amount
			break
		}
		amount += last.Open
		last.Open = 0
		settling = settling[:len(settling)-1]
	}
	return settling
}

func magnitude(v int64) int64 { return max(v, -v) }

// listedCredits gives the codes of credit notes and payments that stand on a
// list as open items: what settles these or opens them again is no money that
// came in.
func listedCredits(items []Item) map[string]bool {
	var out map[string]bool
	for i := range items {
		it := &items[i]
		if it.Amount >= 0 || !isListCode(it.Matching) || !it.isListed() {
			continue
		}
		if out == nil {
			out = map[string]bool{}
		}
		out[it.Code()] = true
	}
	return out
}

// name gives the rows of a list the ordinals under which their items are known.
// Several items of one kind, number and date (the instalments of an invoice)
// are told apart by due date and amount, so that those that stay keep their
// place when another one is gone.
func (l *listing) name(read, items []Item) {
	m := namer{read: read, items: items, left: map[string]int64{}, open: map[string]int64{}}
	known, rows := map[ItemKey][]int{}, map[ItemKey][]int{}
	for i := range items {
		it := &items[i]
		if it.Scope != l.scope || !isListCode(it.Matching) {
			continue
		}
		if it.isListed() {
			known[unordered(it.ItemKey)] = append(known[unordered(it.ItemKey)], i)
		}
		if it.isListed() || it.Booked <= l.date {
			m.left[it.Code()] += it.Amount
		}
	}
	for i := range read {
		it := &read[i]
		m.open[it.Matching] += it.Amount
		if isListCode(it.Matching) && it.isListed() {
			rows[unordered(it.ItemKey)] = append(rows[unordered(it.ItemKey)], i)
		}
	}
	renamed := map[string]string{}
	for k, list := range rows {
		old := known[k]
		if len(old) > 0 && (len(list)+len(old) > 2 || items[old[0]].Ordinal != read[list[0]].Ordinal) {
			byOrdinal(read, list)
			byOrdinal(items, old)
			m.rename(list, old, m.pairs(list, old), renamed)
		}
	}
	for i := range read {
		if to, ok := renamed[read[i].Matching]; ok && !read[i].isListed() {
			read[i].Matching = to
		}
	}
}

func unordered(k ItemKey) ItemKey {
	k.Ordinal = 0
	return k
}

func byOrdinal(items []Item, at []int) {
	slices.SortFunc(at, func(a, b int) int { return int(items[a].Ordinal) - int(items[b].Ordinal) })
}

// namer pairs the rows of one kind, number and date with the items known.
type namer struct {
	read, items []Item
	left, open  map[string]int64 // of each code, as known and as read
}

// pairs says which row is which item, the surest first: the same due date,
// amount and rest, then less of it, then whatever is open, in the order of the
// ordinals. An item that is settled comes back only under its due date.
func (m *namer) pairs(rows, known []int) map[int]int {
	pairs, taken := map[int]int{}, map[int]bool{}
	rest := func(r, k *Item) bool { return m.open[r.Matching] == m.left[k.Code()] }
	amount := func(r, k *Item) bool { return r.Amount == k.Amount || rest(r, k) }
	open := func(k *Item) bool { return m.left[k.Code()] != 0 }
	for _, fits := range []func(r, k *Item) bool{
		func(r, k *Item) bool { return open(k) && r.Due == k.Due && r.Amount == k.Amount && rest(r, k) },
		func(r, k *Item) bool { return open(k) && r.Due == k.Due && amount(r, k) },
		func(r, k *Item) bool { return r.Due == k.Due && r.Amount == k.Amount },
		func(r, k *Item) bool { return open(k) && r.Due == k.Due && !k.Due.IsZero() },
		func(r, k *Item) bool { return open(k) && amount(r, k) },
		func(r, k *Item) bool { return r.Due == k.Due && !k.Due.IsZero() },
		func(_, k *Item) bool { return open(k) },
	} {
		for _, r := range rows {
			if _, done := pairs[r]; done {
				continue
			}
			at := slices.IndexFunc(known, func(k int) bool { return !taken[k] && fits(&m.read[r], &m.items[k]) })
			if at >= 0 {
				pairs[r], taken[known[at]] = known[at], true
			}
		}
	}
	return pairs
}

// rename gives each row the ordinal of its item, or the next free one, and notes
// the codes that change.
func (m *namer) rename(rows, known []int, pairs map[int]int, renamed map[string]string) {
	next := m.items[known[len(known)-1]].Ordinal + 1
	for _, r := range rows {
		it := &m.read[r]
		was := it.Matching
		if k, ok := pairs[r]; ok {
			it.Ordinal = m.items[k].Ordinal
		} else {
			it.Ordinal = next
			next++
		}
		it.Matching = ListCode(it.ItemKey)
		renamed[was] = it.Matching
	}
}
