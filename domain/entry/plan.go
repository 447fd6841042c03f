package entry

import (
	"errors"
	"math"
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

// planClaim is over what no agreement is about. Where there is nothing of that,
// a plan takes the place of the plans that stand, over what is left of them, and
// promises on other parts stay; where there is no plan either, that of the
// promises.
func (p *reader) planClaim() (claim, act.Question) {
	c, q := p.claims(false)
	if q.Open() {
		return c, q
	}
	again, q := p.replanning()
	if again.base > 0 {
		return again, q
	}
	if c = p.beside(c); c.base > 0 {
		return c, act.Question{}
	}
	if p.selected(act.ClosePlan) == nil {
		if promised := p.promised(); promised.base > 0 {
			return promised, act.Question{}
		}
	}
	if !q.Open() {
		q.Code = act.AskNothingDue
	}
	return c, q
}

// beside leaves out of a claim what was missed of signed plans, which they still
// ask for, and replaces the plans that nobody signed in time.
func (p *reader) beside(c claim) claim {
	if c.base == 0 {
		return c
	}
	var left room
	for _, s := range p.f.Plans {
		if !s.Lapsed {
			left = left.plus(p.left(s))
		}
	}
	r := slices.Clone(c.rooms[0])
	for i := range left {
		missed := max(left[i]-p.f.Items[i].Planned, 0)
		taken := min(missed, r[i])
		r[i] -= taken
		c.base -= taken
	}
	c.rooms = []room{r}
	c.base = max(c.base, 0)
	c.supersedes = p.cancelled(spread(p.f.Items, c.base, r), nil)
	return c
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
	if s.dayFirst && s.count == 0 && (s.day == 1 || s.amount.n <= (c.base-s.down.of(0)-1)/int64(s.day-1)) {
		s.count, s.day = s.day, 0
	}
	t := PlanTerms{Months: s.count, Day: s.day, Down: p.amount(s.down.of(0)), Total: p.amount(c.base)}
	if s.amount.set {
		t.Monthly = p.amount(s.amount.n)
		p.r.Amount = t.Monthly
	} else if t.Months == 0 {
		t.Months, p.r.Default = defaultMonths, true
	}
	terms, ok := p.planTerms(s, t)
	if !ok {
		return
	}
	p.r.Items = spread(p.f.Items, c.base, c.rooms[0])
	in := plan.Input{
		Today: p.f.Today, Currency: p.f.Currency, Items: plan.Parts(p.r.Items), Order: plan.AsGiven, Zone: p.f.Zone,
	}
	drawn, err := plan.Draw(in, terms)
	if err != nil {
		p.ask(p.planQuestion(err, t))
		return
	}
	first := 0
	if terms.Down > 0 {
		first = 1
	}
	if n := uint16(len(drawn.Instalments)); crumb(drawn) {
		terms.Count = n - 1
		if terms.Down > 0 {
			terms.Count--
		}
		if merged, err := plan.Draw(in, terms); err == nil {
			drawn = merged
		}
	}
	drawn.Supersedes = c.supersedes
	t.Months = len(drawn.Instalments) - first
	t.First = drawn.Instalments[first].Due
	p.r.Terms, p.r.Months, p.r.Date = t, t.Months, t.First
	if on := drawn.Instalments[first].Asked; !on.IsZero() {
		_, p.r.Asked, p.r.Moved = roll(p.f.Zone, on)
	}
	p.r.Command = act.Plan{Base: p.base(), Contact: p.conversation(), LogCall: true, State: act.Proposed, Plan: drawn}
}

// crumbShare is how many times an instalment is as large as what is left over and
// still is no instalment of its own.
const crumbShare = 20

// crumb reports whether what is left over after instalments of one amount is so
// little that the last of them takes it.
func crumb(p journal.Plan) bool {
	n := len(p.Instalments)
	first := 0
	if p.Terms.Down > 0 {
		first = 1
	}
	return p.Terms.By == journal.ByAmount && p.Terms.Count == 0 && n > first+1 && p.Instalments[n-1].Principal < p.Terms.Amount/crumbShare
}

// planTerms are what a line says of a plan, as the plan keeps them; false where
// the line leaves something open.
func (p *reader) planTerms(s said, t PlanTerms) (journal.PlanTerms, bool) {
	out := journal.PlanTerms{
		Count: uint16(min(t.Months, math.MaxUint16)), Amount: t.Monthly.Minor, Day: uint8(min(t.Day, math.MaxUint8)), Down: t.Down.Minor,
	}
	if t.Monthly.Minor > 0 {
		out.By = journal.ByAmount
	}
	if s.date.kind != noDate {
		if !p.due(s.date, false) {
			return out, false
		}
		out.First = p.r.Date
		if !p.r.Asked.IsZero() {
			out.First = p.r.Asked // the later ones count from the day that was asked for
		}
	}
	if t.Day >= journal.LastDay { // a number is a day of the month, never its last by that name
		p.ask(act.Question{Code: act.AskDayOfMonth, Number: t.Day})
		return out, false
	}
	return out, true
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
	case plan.MonthlyTooHigh:
		return act.Question{Code: act.AskAbove, Amount: t.Monthly, Other: p.amount(e.Limit)}
	case plan.TooMany, plan.TooSmall, plan.NoSchedule:
		return act.Question{Code: act.AskInstalments, Number: int(e.Limit)}
	case plan.NoSuchDay:
		return act.Question{Code: act.AskDayOfMonth, Number: t.Day}
	case plan.FirstTooEarly:
		return act.Question{Code: act.AskPast, Day: p.r.Date}
	}
	return act.Question{Code: act.AskNothingDue}
}
