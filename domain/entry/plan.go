package entry

import (
	"errors"
	"slices"

	"relance/domain/act"
	"relance/domain/journal"
	"relance/domain/plan"
)

// defaultMonths is how many instalments a plan has when none are said.
const defaultMonths = 3

// PlanClaim gives what a plan is drawn over: the ticked items, else all that is
// collectible, else what is overdue and promised. Where all of that stands under
// plans already, it is what is left of them, and they are superseded.
func PlanClaim(f act.Facts) (parts []journal.Part, supersedes []journal.ID, q act.Question) {
	p := reader{f: &f}
	c, q := p.planClaim()
	if q.Open() {
		return nil, nil, q
	}
	return spread(f.Items, c.base, c.rooms...), c.supersedes, q
}

// PlansOver lists the plans that stand over documents, which a new plan over all
// that is open of those replaces; a plan that is also about others cannot be.
func PlansOver(f act.Facts, parts []journal.Part) ([]journal.ID, act.Question) {
	var out []journal.ID
	for _, s := range f.Plans {
		in := 0
		for _, own := range s.Parts {
			if slices.ContainsFunc(parts, func(part journal.Part) bool { return part.Item == own.Item }) {
				in++
			}
		}
		switch {
		case in == 0:
		case in < len(s.Parts):
			return nil, act.Question{Code: act.AskWholePlan, Day: s.MadeOn}
		default:
			out = append(out, s.ID)
		}
	}
	return out, act.Question{}
}

func (p *reader) planClaim() (claim, act.Question) {
	c, q := p.claims(false)
	if q.Open() {
		return c, q
	}
	if c.base == 0 && p.selected(act.ClosePlan) == nil {
		c = p.promised()
		if c.base > 0 {
			return c, q
		}
	}
	again, q := p.replanning()
	switch {
	case again.base > 0:
		return again, q
	case c.base > 0:
		c.rooms = c.rooms[:1]
		return c, act.Question{}
	case !q.Open():
		q.Code = act.AskNothingDue
	}
	return c, q
}

// plan draws up an instalment plan. It is proposed: it holds its part back from
// collecting until the signed copy is due.
func (p *reader) plan(s said) {
	c, q := p.planClaim()
	if q.Open() {
		p.ask(q)
		return
	}
	p.r.Outcome = journal.PlanAsked
	t := PlanTerms{Months: s.count, Day: s.day, Down: p.amount(s.down.of(0)), Total: p.amount(c.base)}
	if s.amount.set {
		t.Monthly = p.amount(s.amount.n)
		p.r.Amount = t.Monthly
	} else if t.Months == 0 {
		t.Months, p.r.Default = defaultMonths, true
	}
	opt := plan.Options{Today: p.f.Today, Count: t.Months, Day: t.Day, Down: t.Down.Minor, Zone: p.f.Zone}
	if t.Months == 0 {
		opt.Monthly = t.Monthly.Minor
	}
	if s.date.kind != noDate {
		if !p.due(s.date, false) {
			return
		}
		opt.First = p.r.Date
		if !p.r.Asked.IsZero() {
			opt.First = p.r.Asked // the later ones count from the day that was asked for
		}
	}
	p.r.Items = spread(p.f.Items, c.base, c.rooms[0])
	drawn, err := plan.Build(p.r.Items, p.f.Currency, opt)
	if err != nil {
		p.ask(p.planQuestion(err, t))
		return
	}
	first := 0
	if opt.Down > 0 {
		first = 1
	}
	if t.Monthly.Minor > 0 && t.Months > 0 && !p.fixMonthly(drawn.Instalments[first:], t) {
		return
	}
	drawn.Supersedes = c.supersedes
	t.Months = len(drawn.Instalments) - first
	t.First = drawn.Instalments[first].Due
	p.r.Terms, p.r.Months, p.r.Date = t, t.Months, t.First
	for _, m := range plan.Moves(drawn, opt) {
		if m.Index == first {
			_, p.r.Asked, p.r.Moved = roll(p.f.Zone, m.From)
		}
	}
	p.r.Command = act.Plan{Base: p.base(), Contact: p.conversation(), LogCall: true, State: act.Proposed, Plan: drawn}
}

// fixMonthly gives every instalment the amount said and the last one the rest.
func (p *reader) fixMonthly(lines []journal.Instalment, t PlanTerms) bool {
	var total int64
	for _, l := range lines {
		total += l.Principal
	}
	last := len(lines) - 1
	if last > 0 && t.Monthly.Minor > (total-1)/int64(last) {
		p.ask(act.Question{Code: act.AskAbove, Amount: t.Monthly, Other: p.amount((total - 1) / int64(last))})
		return false
	}
	for i := range lines[:last] {
		lines[i].Principal = t.Monthly.Minor
	}
	lines[last].Principal = total - int64(last)*t.Monthly.Minor
	return true
}

// planQuestion says what to change in a plan that cannot be drawn up.
func (p *reader) planQuestion(err error, t PlanTerms) act.Question {
	var e *plan.Error
	if !errors.As(err, &e) {
		return act.Question{Code: act.AskNothingDue}
	}
	switch e.Code {
	case plan.DownTooLarge:
		return act.Question{Code: act.AskAbove, Amount: t.Down, Other: p.amount(e.Limit - 1)}
	case plan.TooMany, plan.TooSmall, plan.NoSchedule:
		return act.Question{Code: act.AskInstalments, Number: int(e.Limit)}
	case plan.NoSuchDay:
		return act.Question{Code: act.AskDayOfMonth, Number: t.Day}
	case plan.FirstTooEarly:
		return act.Question{Code: act.AskPast, Day: p.r.Date}
	}
	return act.Question{Code: act.AskNothingDue}
}
