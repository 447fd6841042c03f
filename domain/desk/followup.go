package desk

import (
	"slices"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
	"relance/domain/promise"
)

// courtesy is the first instalment of a signed plan while it is so near that the
// debtor is reminded of it, and nobody was spoken to since.
func (a *account) courtesy(p *PlanRow) *priority.Dated {
	if p.Standing.State != plan.Signed || len(p.Plan.Instalments) == 0 || a.day >= p.Plan.Instalments[0].Due {
		return nil
	}
	on := a.courtesyOn(p)
	if on.IsZero() || a.day < on || a.contact.lastReached >= on {
		return nil
	}
	return &priority.Dated{Amount: p.Standing.Instalments[0].Missing, Date: p.Plan.Instalments[0].Due, Since: on}
}

func (a *account) courtesyOn(p *PlanRow) calendar.Date {
	return plan.Courtesy(p.Plan, p.Life, p.Standing, plan.CourtesyDays, a.zone)
}

// missing is the first instalment of a broken plan that is still not paid,
// whether it was spoken of or not.
func (a *account) missing(cur money.Currency) *priority.Dated {
	var out *priority.Dated
	for i := range a.plans {
		p := &a.plans[i]
		if p.Plan.Currency != cur || p.Standing.State != plan.Breached {
			continue
		}
		for n, s := range p.Standing.Instalments {
			due := p.Plan.Instalments[n].Due
			if s.MissedOn != 0 && s.Missing > 0 && (out == nil || due < out.Date) {
				out = &priority.Dated{Amount: s.Missing, Date: due, Since: s.MissedOn}
			}
		}
	}
	return out
}

// noticed is the day of the last formal notice; zero = none.
func (a *account) noticed() calendar.Date {
	var day calendar.Date
	if a.client.NoticeOn <= a.day {
		day = a.client.NoticeOn
	}
	for i := range a.charges.interruptions {
		if r := &a.charges.interruptions[i]; r.Cause == journal.LawyersNotice && r.On <= a.day {
			day = max(day, r.On)
		}
	}
	return day
}

// planRows gives the client's plans with their versions, what a breach makes due
// and why they may not hold, in the order in which they were made.
func (a *account) planRows() []PlanRow {
	if len(a.plans) == 0 {
		return nil
	}
	rows := slices.Clone(a.plans)
	noticed, broken := a.noticed(), a.brokenShare()
	for i := range rows {
		r := &rows[i]
		r.Replaces = r.Plan.Supersedes
		r.Accelerated = plan.Accelerate(r.Plan, r.Standing, noticed, a.day)
		r.Risk = plan.AtRisk(r.Plan, r.Standing, broken)
		if r.Standing.State == plan.Signed {
			r.CourtesyOn = a.courtesyOn(r)
		}
		for k := range rows {
			old := &rows[k]
			takes := !r.Life.ProposedOn.IsZero() || !r.Life.SignedOn.IsZero() // a draft takes nobody's place
			if takes && old.ReplacedBy.IsZero() && !old.Life.SupersededOn.IsZero() && slices.Contains(r.Plan.Supersedes, old.Plan.ID) {
				old.ReplacedBy = r.Plan.ID
			}
		}
	}
	number(rows)
	return rows
}

// number counts the versions: one more than the highest that a plan replaces.
// Plans may name each other in a circle, which a person cannot mean: counting
// ends after as many rounds as there are plans.
func number(rows []PlanRow) {
	for i := range rows {
		rows[i].Version = 1
	}
	for range rows {
		changed := false
		for i := range rows {
			for k := range rows {
				after := min(rows[k].Version+1, len(rows))
				if i != k && rows[i].Version < after && slices.Contains(rows[i].Plan.Supersedes, rows[k].Plan.ID) {
					rows[i].Version, changed = after, true
				}
			}
		}
		if !changed {
			return
		}
	}
}

// brokenShare is the share of the client's earlier promises that were broken, in
// parts per million; negative where there are too few to tell.
func (a *account) brokenShare() int64 {
	var broken, due int64
	for i := range a.promises {
		switch a.promises[i].State {
		case promise.Broken, promise.PartiallyKept:
			broken++
			due++
		case promise.Kept:
			due++
		}
	}
	if due < 2 {
		return -1
	}
	return money.MulDiv(broken, money.PPM, due)
}

// warnings tells what is unusual about a plan that stands, as of the day on
// which it was made: it ends after the debts can be claimed (unless it is
// signed), after the insurer wants to hear of them, gives an invoice that was
// not due yet more time than the law lets parties agree, or is long.
func (a *account) warnings(f *File, r *PlanRow, due map[ledger.ItemKey]calendar.Date, limits map[ledger.ItemKey]calendar.Date, sh *shared) []plan.Warning {
	if !liveState(r.Standing.State) {
		return nil
	}
	l := plan.Limits{
		Today: r.MadeOn, CreditUntil: a.limitTo, Consumer: a.client.Nature == ledger.Consumer, LegalCap: f.LegalCap(r.MadeOn),
		Zone: &f.Zone,
	}
	insured := a.client.Cover.Currency != (money.Currency{})
	for _, part := range r.Plan.Items {
		l.LimitationOn = firstOf(l.LimitationOn, limits[part.Item])
		if d, known := due[part.Item]; insured && known {
			l.InsurerOn = firstOf(l.InsurerOn, d.AddDays(sh.rules.InsurerNoticeDays))
		}
	}
	out := plan.Warnings(r.Plan, l)
	if n := len(r.Conflicts); n > 0 {
		out = append(out, plan.Warning{Code: plan.ChangedElsewhere, Count: n, On: r.Conflicts[n-1].On})
	}
	return out
}

// followed gives the plans and promises of a file, as they hang together.
func (a *account) followed(f *File, l *lines, sh *shared) {
	plans := a.planRows()
	if len(plans) > 0 {
		due, limits := map[ledger.ItemKey]calendar.Date{}, map[ledger.ItemKey]calendar.Date{}
		for i := range f.Items {
			due[f.Items[i].Key], limits[f.Items[i].Key] = f.Items[i].Due, f.Items[i].LimitationOn
		}
		for i := range plans {
			plans[i].Warnings = a.warnings(f, &plans[i], due, limits, sh)
		}
	}
	f.Plans = latestFirst(plans)
	f.Promises = latestFirst(a.promiseRows(l))
}

// promiseRows gives the client's promises with the chains that they stand in.
func (a *account) promiseRows(l *lines) []PromiseRow {
	if len(a.promises) == 0 {
		return nil
	}
	rows := slices.Clone(a.promises)
	named, instead := a.replacements()
	for i := range rows {
		r := &rows[i]
		r.Level = 0
		for k := range i {
			old := &rows[k]
			if !old.ReplacedBy.IsZero() || !slices.Contains(named[r.ID], old.ID) && !r.follows(old) {
				continue
			}
			old.ReplacedBy = r.ID
			r.Replaces = append(r.Replaces, old.ID)
			r.Level = max(r.Level, old.Level+1)
		}
		if by, ok := instead[r.ID]; ok && r.State == promise.Withdrawn {
			r.ReplacedBy = by
		}
	}
	a.partsPaid(rows, l)
	return rows
}

// follows reports whether a promise is the next one on the same debt after one
// that had come to nothing by then.
func (r *PromiseRow) follows(old *PromiseRow) bool {
	if old.Currency != r.Currency {
		return false
	}
	switch old.State {
	case promise.Broken, promise.PartiallyKept:
		if old.BrokenOn > r.Made || old.Missing == 0 {
			return false
		}
	case promise.Withdrawn:
		if old.WithdrawnOn > r.Made {
			return false
		}
	default:
		return false
	}
	if len(old.Parts) == 0 || len(r.Parts) == 0 {
		return true
	}
	for i := range r.Parts {
		for k := range old.Parts {
			if r.Parts[i].Item == old.Parts[k].Item {
				return true
			}
		}
	}
	return false
}

// replacements gives the promises that each promise names as replaced, and the
// plan in whose act a promise was withdrawn.
func (a *account) replacements() (named map[journal.ID][]journal.ID, instead map[journal.ID]journal.ID) {
	named, instead = map[journal.ID][]journal.ID{}, map[journal.ID]journal.ID{}
	withdrawn := map[journal.ID][]journal.ID{} // by act
	events := a.effective()
	for _, e := range events {
		switch c := e.Content.(type) {
		case journal.PromiseMade:
			if len(c.Supersedes) > 0 {
				named[e.ID] = c.Supersedes
			}
		case journal.PromiseWithdrawn:
			withdrawn[e.Act] = append(withdrawn[e.Act], c.Promise)
		}
	}
	if len(withdrawn) == 0 {
		return named, instead
	}
	for _, e := range events {
		if id, ok := plannedBy(e); ok {
			for _, p := range withdrawn[e.Act] {
				instead[p] = id
			}
		}
	}
	return named, instead
}

// plannedBy gives the plan that an event saved.
func plannedBy(e *journal.Event) (journal.ID, bool) {
	var id journal.ID
	switch c := e.Content.(type) {
	case journal.PlanDrafted:
		id = c.Plan.ID
	case journal.PlanProposed:
		id = c.Plan.ID
	case journal.PlanSigned:
		id = c.Plan.ID
	default:
		return id, false
	}
	if id.IsZero() {
		id = e.ID
	}
	return id, true
}

// partsPaid judges each part of the promises on several documents.
func (a *account) partsPaid(rows []PromiseRow, l *lines) {
	var done []money.Currency
	for i := range rows {
		c := rows[i].Currency
		if len(rows[i].Parts) < 2 || slices.Contains(done, c) {
			continue
		}
		done = append(done, c)
		paid := promise.Shares(a.claims(c, l), l.pay(a, c), a.day, a.zone)
		for k := range rows {
			if rows[k].Currency != c {
				continue
			}
			if len(rows[k].Parts) > 1 {
				rows[k].PartsPaid = paid[0]
			}
			paid = paid[1:]
		}
	}
}
