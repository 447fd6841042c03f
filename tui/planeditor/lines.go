package planeditor

import (
	"slices"

	"relance/domain/act"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
)

// lineIntent moves among the lines of the schedule and changes them.
func (p *Pane) lineIntent(in keys.Intent) (msg.Request, bool) {
	last := max(p.cur.sheet.Len()-1, 0)
	switch in {
	case keys.Down:
		p.line = min(p.line+1, last)
	case keys.Up:
		if p.line == 0 {
			p.at, p.field = inForm, p.shown()-1
			break
		}
		p.line--
	case keys.First:
		p.line = 0
	case keys.Last:
		p.line = last
	case keys.PageDown:
		p.line = min(p.line+max(p.height/2, 1), last)
	case keys.PageUp:
		p.line = max(p.line-max(p.height/2, 1), 0)
	case keys.Less:
		p.onDate = true
	case keys.More:
		p.onDate = false
	case keys.PinLine:
		return refuse(p.pin()), true
	case keys.AddLine:
		s, err := p.now.sheet.InsertAfter(p.line, 0, 0)
		bad := p.do(p.now.with(s), err)
		if bad == "" {
			p.line++
		}
		return refuse(bad), true
	case keys.RemoveLine:
		s, err := p.now.sheet.Remove(p.line)
		return refuse(p.do(p.now.with(s), err)), true
	default:
		return nil, false
	}
	return nil, true
}

// pin fixes the amount or the date under the cursor, or frees it.
func (p *Pane) pin() (bad string) {
	what := journal.PinAmount
	if p.onDate {
		what = journal.PinDate
	}
	var (
		s   plan.Sheet
		err error
	)
	if p.now.sheet.Line(p.line).Pinned&what != 0 {
		s, err = p.now.sheet.Unpin(p.line, what)
	} else {
		s, err = p.now.sheet.Pin(p.line, what)
	}
	return p.do(p.now.with(s), err)
}

// writeLine gives the line under the cursor the date or the amount written: what
// it asks for, charges included.
func (p *Pane) writeLine(v version, s string) (out version, bad string) {
	var (
		sheet plan.Sheet
		err   error
	)
	if p.onDate {
		d, bad := p.readDate(s)
		if bad != "" {
			return v, bad
		}
		sheet, err = v.sheet.SetDate(p.line, d)
	} else {
		n, bad := p.readAmount(s)
		if bad != "" {
			return v, bad
		}
		if l := v.sheet.Line(p.line); l.Interest+l.Fee > 0 {
			sheet, err = v.sheet.SetTotal(p.line, n)
		} else {
			sheet, err = v.sheet.SetAmount(p.line, n)
		}
	}
	if err != nil {
		return v, p.words(err)
	}
	return v.with(sheet), ""
}

// itemRow is a document of the client: covered by the draft, or free to be.
type itemRow struct {
	plan.Debt
	covered bool
}

// rowsOfItems lists the documents covered in the order of payment, then those
// that could be.
func (p *Pane) rowsOfItems() []itemRow {
	out := make([]itemRow, 0, len(p.facts.Items))
	there := make(map[ledger.ItemKey]bool, len(p.covered))
	for _, d := range p.covered {
		out = append(out, itemRow{d, true})
		there[d.Item] = true
	}
	for i := range p.latest.Items {
		it := &p.latest.Items[i]
		if room := roomOf(it); room > 0 && !there[it.Key] {
			out = append(out, itemRow{plan.Debt{Part: journal.Part{Item: it.Key, Amount: room}, Due: it.Due}, false})
		}
	}
	return out
}

// roomOf is how much of a document no dispute, promise or plan holds.
func roomOf(it *act.Item) int64 { return it.Open - it.Disputed - it.Promised - it.Planned }

// itemIntent moves among the documents, covers them or not, and orders them.
func (p *Pane) itemIntent(in keys.Intent) (msg.Request, bool) {
	rows := p.rowsOfItems()
	last := max(len(rows)-1, 0)
	switch in {
	case keys.Down:
		p.item = min(p.item+1, last)
	case keys.Up:
		p.item = max(p.item-1, 0)
	case keys.First:
		p.item = 0
	case keys.Last:
		p.item = last
	case keys.PageDown:
		p.item = min(p.item+max(p.height/2, 1), last)
	case keys.PageUp:
		p.item = max(p.item-max(p.height/2, 1), 0)
	case keys.Cover:
		return refuse(p.cover(rows)), true
	case keys.PayEarlier:
		return refuse(p.shift(-1)), true
	case keys.PayLater:
		return refuse(p.shift(1)), true
	case keys.Less, keys.More:
	default:
		return nil, false
	}
	return nil, true
}

// cover takes the document under the cursor into the plan, or out of it.
func (p *Pane) cover(rows []itemRow) (bad string) {
	if p.item >= len(rows) {
		return ""
	}
	r, v := rows[p.item], p.now
	if r.covered {
		if len(p.covered) == 1 {
			return p.voice.T(wording.EditorKeepOne)
		}
		at := slices.IndexFunc(v.debts, func(d plan.Debt) bool { return d.Part == r.Part })
		v.debts = slices.Delete(slices.Clone(v.debts), at, at+1)
	} else {
		v.debts = append(slices.Clone(v.debts), r.Debt)
	}
	order := p.order
	next, err := p.relaid(v)
	if err == nil && order != plan.AsGiven {
		var s plan.Sheet
		if s, err = next.sheet.Arrange(order); err == nil {
			next = next.with(s)
		}
	}
	bad = p.do(next, err)
	p.follow(r.Part)
	return bad
}

// shift moves the document under the cursor in the order of payment.
func (p *Pane) shift(by int) (bad string) {
	to := p.item + by
	if p.item >= len(p.covered) || to < 0 || to >= len(p.covered) {
		return ""
	}
	part := p.covered[p.item].Part
	s, err := p.now.sheet.MoveItem(p.item, by)
	bad = p.do(p.now.with(s), err)
	p.follow(part)
	return bad
}

// follow keeps the cursor on a document that moved.
func (p *Pane) follow(part journal.Part) {
	for i, r := range p.rowsOfItems() {
		if r.Part == part {
			p.item = i
		}
	}
}
