package planeditor

import (
	"slices"
	"strconv"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/plan"
	"relance/domain/wording"
)

func (p *Pane) firstDue() calendar.Date {
	if d := p.cur.sheet.Line(p.cur.first()).Due; !d.IsZero() {
		return d
	}
	return p.facts.Today + 1
}

// ordinary is the amount of an ordinary instalment: the first one that nobody
// fixed and that is not the last.
func (p *Pane) ordinary() int64 {
	s := p.cur.sheet
	for i := p.cur.first(); i < s.Len()-1; i++ {
		if l := s.Line(i); l.Pinned&journal.PinAmount == 0 {
			return l.Amount()
		}
	}
	l := s.Line(p.cur.first())
	return l.Amount()
}

// monthly reports whether instalments go by the day of the month.
func (p *Pane) monthly() bool {
	e := p.cur.asked().Every
	return e != journal.Weekly && e != journal.Fortnightly
}

func (p *Pane) end() calendar.Date {
	if n := p.cur.sheet.Len(); n > 0 {
		return p.cur.sheet.Line(n - 1).Due
	}
	return p.facts.Today
}

func (p *Pane) dayOfMonth() int {
	if t := p.cur.asked(); t.Day > 0 {
		return int(t.Day)
	}
	l := p.cur.sheet.Line(p.cur.first())
	d := l.Due
	if !l.Asked.IsZero() {
		d = l.Asked
	}
	if d.IsZero() {
		d = p.firstDue()
	}
	_, _, day := d.YMD()
	return day
}

// orderOf tells in which order documents stand.
func orderOf(debts []plan.Debt) plan.Order {
	for _, o := range []plan.Order{plan.ByDueDate, plan.LargestFirst} {
		if slices.IsSortedFunc(debts, func(a, b plan.Debt) int { return compareBy(o, a, b) }) {
			return o
		}
	}
	return plan.AsGiven
}

func compareBy(o plan.Order, a, b plan.Debt) int {
	if o == plan.LargestFirst {
		return int(min(max(b.Amount-a.Amount, -1), 1))
	}
	return plan.CompareAge(a, b)
}

// inOrder gives the documents covered, in the order of payment.
func (p *Pane) inOrder() []plan.Debt {
	due := make(map[journal.Part]calendar.Date, len(p.cur.debts))
	for _, d := range p.cur.debts {
		due[d.Part] = d.Due
	}
	out := make([]plan.Debt, len(p.plan.Items))
	for i, part := range p.plan.Items {
		out[i] = plan.Debt{Part: part, Due: due[part]}
	}
	return out
}

// drives reports whether a field is what the lines are drawn up from.
func (p *Pane) drives(field int) bool {
	t := p.cur.asked()
	switch field {
	case fieldCount:
		return t.By == journal.ByCount || t.By == journal.ByAmount && t.Count > 0
	case fieldAmount:
		return t.By == journal.ByAmount
	case fieldCapacity:
		return t.By == journal.ByCapacity
	case fieldEnd:
		return t.By == journal.ByEnd
	case fieldFirst:
		return !t.First.IsZero()
	case fieldDay:
		return t.Day > 0 && t.First.IsZero() && p.monthly()
	case fieldDown:
		return t.Down > 0
	case fieldDownOn:
		return !t.DownOn.IsZero()
	}
	return p.unusual(field)
}

// unusual reports whether a field of those that may be hidden says something.
func (p *Pane) unusual(field int) bool {
	t := p.cur.asked()
	switch field {
	case fieldCapacity, fieldEnd, fieldDownOn:
		return p.drives(field)
	case fieldGrace:
		return t.Grace > 0
	case fieldLast:
		return t.Last > 0
	case fieldSeason:
		return wording.Season(t.Season) != ""
	case fieldRoll:
		return t.Roll != journal.RollFollowing
	case fieldInterest:
		return p.plan.Interest != journal.ChargesReserved
	case fieldFees:
		return p.plan.Fees != journal.ChargesReserved
	case fieldClause:
		return p.plan.Clause.NoticeDays() != journal.DefaultNotice
	case fieldOrder:
		return p.order != plan.ByDueDate
	}
	return false
}

// value writes a field.
func (p *Pane) value(field int) string {
	v, cur, t := p.voice, p.facts.Currency, p.cur.asked()
	pick := func(words []wording.Text, at int) string { return v.T(words[max(min(at, len(words)-1), 0)]) }
	sum := func(n int64, none wording.Text) string {
		if n == 0 {
			return v.T(none)
		}
		return v.Exact(n, cur)
	}
	switch field {
	case fieldCount:
		return strconv.Itoa(max(p.cur.sheet.Len()-p.cur.first(), 0))
	case fieldAmount:
		return v.Exact(p.ordinary(), cur)
	case fieldFirst:
		return v.ScheduleDay(p.firstDue())
	case fieldDay:
		if !p.monthly() {
			return v.T(wording.EditorNone)
		}
		if day := p.dayOfMonth(); day < journal.LastDay {
			return strconv.Itoa(day)
		}
		return v.T(wording.EditorLastDay)
	case fieldDown:
		return sum(t.Down, wording.EditorNone)
	case fieldEvery:
		return pick(wording.Periods[:], int(t.Every))
	case fieldCapacity:
		if t.By == journal.ByCapacity {
			return v.Exact(t.Amount, cur)
		}
		return v.T(wording.EditorNone)
	case fieldEnd:
		if t.By == journal.ByEnd {
			return v.ScheduleDay(t.Until)
		}
		return v.T(wording.EditorNone)
	case fieldDownOn:
		if t.Down > 0 {
			return v.ScheduleDay(p.cur.sheet.Line(0).Due)
		}
		return v.T(wording.EditorNone)
	case fieldGrace:
		if t.Grace == 0 {
			return v.T(wording.EditorNone)
		}
		return wording.EditorMonths.Fill(v.Lang, t.Grace)
	case fieldLast:
		return sum(t.Last, wording.EditorRest)
	case fieldSeason:
		if s := wording.Season(t.Season); s != "" {
			return s
		}
		return v.T(wording.EditorNone)
	case fieldRoll:
		return pick(wording.EditorRolling[:], int(t.Roll))
	case fieldInterest:
		return pick(wording.EditorModes[:], int(p.plan.Interest))
	case fieldFees:
		return pick(wording.EditorFeeModes[:], int(p.plan.Fees))
	case fieldClause:
		if p.plan.Clause.Automatic {
			return v.T(wording.EditorAutomatic)
		}
		return wording.EditorNotice.Fill(v.Lang, p.plan.Clause.NoticeDays())
	case fieldOrder:
		return pick(wording.EditorOrder[:], int(p.order))
	}
	return ""
}
