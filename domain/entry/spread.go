package entry

import (
	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
)

// room is how much of each item (by its index in the facts) an act may take.
type room []int64

func (r room) sum() int64 {
	var t int64
	for _, n := range r {
		t += max(n, 0)
	}
	return t
}

// plus adds another room, of the same items.
func (r room) plus(other room) room {
	out := make(room, len(other))
	copy(out, r)
	for i := range other {
		out[i] += other[i]
	}
	return out
}

// spread takes an amount out of the rooms, the oldest item first, room after
// room, and gives the parts in the order of the items. What no room holds is
// left over.
func spread(items []act.Item, amount int64, rooms ...room) []journal.Part {
	taken := make([]int64, len(items))
	for _, r := range rooms {
		for i := range r {
			n := min(max(r[i], 0), amount)
			taken[i] += n
			amount -= n
		}
	}
	var out []journal.Part
	for i, n := range taken {
		if n > 0 {
			out = append(out, journal.Part{Item: items[i].Key, Amount: n})
		}
	}
	return out
}

// rooms makes a room of what size gives for each item.
func (p *reader) rooms(size func(it *act.Item) int64) room {
	r := make(room, len(p.f.Items))
	for i := range p.f.Items {
		r[i] = max(size(&p.f.Items[i]), 0)
	}
	return r
}

func (p *reader) anyTicked() bool {
	for i := range p.f.Items {
		if p.f.Items[i].Ticked {
			return true
		}
	}
	return false
}

// free is the part of an item that nothing is said about yet.
func free(it *act.Item) int64 { return it.Open - it.Disputed - it.Promised - it.Planned }

// early reports whether the item is not overdue: nobody has to pay it yet, but
// a debtor may say when he will.
func early(it *act.Item, today calendar.Date) bool { return it.Due >= today }

// claim is what a promise or a plan may be about. Where that is nothing, why says
// what stands in the way.
type claim struct {
	base       int64 // what is meant when no amount is said
	most       int64
	rooms      []room
	supersedes []journal.ID
	why        act.Question
}

// claims finds what may be promised: the ticked items, else all that is
// collectible and, beyond that, what is not yet due. Where everything is
// promised already, the promises are replaced, where all is in a plan that
// nobody signed, that plan (if mayReplace).
func (p *reader) claims(mayReplace bool) (claim, act.Question) {
	ticked := p.anyTicked()
	due := p.rooms(func(it *act.Item) int64 {
		switch {
		case ticked && !it.Ticked:
			return 0
		case ticked && early(it, p.f.Today):
			return min(free(it), it.Open)
		}
		return it.Collectible
	})
	c := claim{base: p.f.Collectible, rooms: []room{due}}
	if ticked {
		c.base = due.sum()
	}
	var planned room
	if mayReplace {
		planned = p.unsigned(ticked)
	}
	if c.base <= 0 && mayReplace {
		if p.promisedOf(ticked) > 0 && len(p.f.Promises) > 0 {
			return p.replacing(ticked, planned)
		}
		if c.base = planned.sum(); c.base > 0 {
			c.rooms, planned = []room{planned}, nil
		} else {
			c.why = p.inSignedPlan(ticked)
		}
	}
	c.base = max(c.base, 0)
	c.most = c.base
	if !ticked {
		later := p.later()
		c.rooms = append(c.rooms, later)
		c.most += later.sum()
	}
	c.rooms = append(c.rooms, planned)
	c.most += planned.sum()
	return c, act.Question{}
}

// later is the room of items not yet due.
func (p *reader) later() room {
	return p.rooms(func(it *act.Item) int64 {
		if early(it, p.f.Today) {
			return min(free(it), it.Open) - it.Collectible
		}
		return 0
	})
}

// of gives the amount that a share asks for out of a base.
func (s share) of(base int64) int64 {
	switch {
	case !s.set:
		return base
	case s.fixed:
		return s.n
	}
	return money.MulDiv(base, s.n, s.den)
}

// take settles the amount of a promise: its parts, or the question.
func (p *reader) take(s share, c claim) bool {
	if c.base == 0 && (!s.fixed || c.most == 0) {
		if !c.why.Open() {
			c.why.Code = act.AskNothingDue
		}
		p.ask(c.why)
		return false
	}
	n := s.of(c.base)
	p.r.Amount = p.amount(n)
	switch {
	case n <= 0:
		p.ask(act.Question{Code: act.AskZero})
		return false
	case n > c.most:
		p.ask(act.Question{Code: act.AskAbove, Amount: p.amount(n), Other: p.amount(c.most)})
		return false
	}
	p.r.Items = spread(p.f.Items, n, c.rooms...)
	return true
}

func (p *reader) promise(s said) {
	c, q := p.claims(true)
	if q.Open() {
		p.ask(q)
		return
	}
	taken := p.take(s.amount, c)
	origin := journal.OriginSpoken
	switch {
	case p.r.Outcome == journal.Transfer:
		origin = journal.OriginAnnounced
	case p.r.Channel == journal.InWriting:
		origin = journal.OriginWritten
	}
	if !p.promiseDay(s.date) || !taken {
		return
	}
	if p.r.Outcome != journal.Transfer {
		p.r.Outcome = journal.Promised
	}
	p.r.Command = act.Promise{
		Base: p.base(), Contact: p.conversation(), Amount: p.r.Amount, Due: p.r.Date, Asked: p.r.Asked,
		Items: p.r.Items, Origin: origin, Supersedes: c.supersedes, Cancels: p.cancelled(p.r.Items, c.supersedes),
	}
}

// cancelled are the plans that nobody signed and that have no room beside a
// promise.
func (p *reader) cancelled(parts []journal.Part, supersedes []journal.ID) []journal.ID {
	var out []journal.ID
	for _, s := range p.f.PlansUnder(parts, supersedes, false) {
		out = append(out, s.ID)
	}
	return out
}

func (p *reader) promiseDay(d dateSpec) bool {
	if d.kind != noDate {
		return p.due(d, false)
	}
	p.r.Default = true
	if p.r.Outcome == journal.Transfer {
		p.r.Date = p.f.Zone.AddBusinessDays(p.f.Today, transferAfter)
		return true
	}
	p.r.Date, p.r.Asked, p.r.Moved = roll(p.f.Zone, defaultFriday(p.f.Zone, p.f.Today))
	return true
}

// contested gives the room that a dispute has: the ticked items, else the
// current one, else the oldest collectible; where all is promised or planned, the
// oldest that is not disputed in full.
func (p *reader) contested() room {
	ticked := p.anyTicked()
	only := -1
	switch {
	case ticked:
	case p.f.Current >= 0 && p.f.Current < len(p.f.Items):
		only = p.f.Current
	default:
		for i := range p.f.Items {
			if p.f.Items[i].Collectible > 0 {
				only = i
				break
			}
		}
		for i := 0; i < len(p.f.Items) && only < 0; i++ {
			if p.f.Items[i].Open > p.f.Items[i].Disputed {
				only = i
			}
		}
	}
	r := make(room, len(p.f.Items))
	for i := range p.f.Items {
		it := &p.f.Items[i]
		if ticked && it.Ticked || i == only {
			r[i] = max(it.Open-it.Disputed, 0)
		}
	}
	return r
}

func (p *reader) dispute(s said) {
	r := p.contested()
	most := r.sum()
	n := s.amount.of(most)
	p.r.Reason, p.r.Amount = s.reason, p.amount(n)
	switch {
	case most == 0:
		p.ask(act.Question{Code: act.AskNothingOpen})
	case n == 0:
		p.ask(act.Question{Code: act.AskZero})
	case n > most:
		p.ask(act.Question{Code: act.AskAbove, Amount: p.amount(n), Other: p.amount(most)})
	case !s.hasWhy:
		p.ask(act.Question{Code: act.AskReason})
	}
	if p.r.Question.Open() {
		return
	}
	p.r.Outcome = journal.Disputed
	p.r.Items = spread(p.f.Items, n, r)
	p.r.Command = act.Dispute{Base: p.base(), Contact: p.conversation(), Reason: s.reason, Items: p.r.Items}
}

// receipt notes money seen at the bank. It is set against the ticked items, else
// against the one item that it pays exactly, else against what is promised, then
// what is collectible, then the rest; what is too much stays unallocated.
func (p *reader) receipt(s said) {
	ticked := p.anyTicked()
	open := p.rooms(func(it *act.Item) int64 {
		if ticked && !it.Ticked {
			return 0
		}
		return it.Open
	})
	base := p.f.Collectible
	switch {
	case ticked:
		base = open.sum()
	case base <= 0:
		base = p.f.Promised
	}
	if base <= 0 && !s.amount.fixed {
		p.ask(act.Question{Code: act.AskAmount})
		return
	}
	n := s.amount.of(base)
	p.r.Amount = p.amount(n)
	if n <= 0 {
		p.ask(act.Question{Code: act.AskZero})
		return
	}
	p.r.Date, p.r.Default = p.f.Today, true
	if s.date.kind != noDate {
		d, q := s.date.past(p.f)
		if q.Open() {
			p.ask(q)
			return
		}
		p.r.Date, p.r.Default = d, false
	}
	p.r.Items = spread(p.f.Items, n, p.receiptRooms(n, open)...)
	p.r.Command = act.Receipt{Base: p.base(), Amount: p.r.Amount, On: p.r.Date, Items: p.r.Items}
}

func (p *reader) receiptRooms(n int64, open room) []room {
	exact := make(room, len(open))
	for i := range open {
		if open[i] == n {
			exact[i] = n
			return []room{exact}
		}
	}
	promised, due, rest := make(room, len(open)), make(room, len(open)), make(room, len(open))
	for i := range open {
		it := &p.f.Items[i]
		promised[i] = min(max(it.Promised, 0), open[i])
		due[i] = min(max(it.Collectible, 0), open[i]-promised[i])
		rest[i] = open[i] - promised[i] - due[i]
	}
	return []room{promised, due, rest}
}
