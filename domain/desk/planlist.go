package desk

import (
	"bytes"
	"cmp"
	"slices"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/promise"
)

// PlanFilter is a list of plans.
type PlanFilter uint8

// Lists of plans. A plan can stand in several.
const (
	PlansAll         PlanFilter = iota // whatever their state
	PlansDueThisWeek                   // something is awaited from Monday to Sunday of the day's week
	PlansAtRisk                        // signed, holds, and may not go on doing so
	PlansBroken                        // signed, and an instalment is missing
	PlansCompleted                     // all paid
	PlansNotSigned                     // proposed, not signed yet
	PlansRunning                       // signed, not all paid yet, broken or not
	PlanFilterCount
)

var planFilterKeys = [...]string{"all", "due_this_week", "at_risk", "broken", "completed", "not_signed", "running"}

var _ = [1]struct{}{}[len(planFilterKeys)-int(PlanFilterCount)]

// Key is the list's name in files and commands.
func (f PlanFilter) Key() string {
	if f >= PlanFilterCount {
		return ""
	}
	return planFilterKeys[f]
}

// PlanEntry is a line of a list of plans, in minor units of the plan's currency.
type PlanEntry struct {
	Client     ledger.ClientKey
	Name       string
	Creditor   string
	Row        PlanRow
	NextDue    calendar.Date // of what is awaited next, in the week for PlansDueThisWeek; zero = nothing
	NextAmount int64         // what is missing of it, the whole week's for PlansDueThisWeek
	Missing    int64         // of the instalments missed
	MissedDue  calendar.Date // due date of the first one missed and not paid; zero = none
	DaysLate   int           // calendar days since
	Risk       plan.Risk
}

// shown is the day that the view shows.
func (v *View) shown() calendar.Date {
	if v.AsOf != 0 {
		return v.AsOf
	}
	return v.Day
}

// Plans gives a list of plans over all clients. Those of the week, at risk and
// running come by what is awaited next, those at risk by how much they are;
// broken ones the longest missing first, completed ones the latest first, those
// not signed by the last day on which they wait; ties go by client and plan.
func (v *View) Plans(filter PlanFilter) []PlanEntry {
	var out []PlanEntry
	for _, a := range v.accounts.all() {
		rows := a.planRows()
		for i := range rows {
			if e := a.planEntry(&rows[i]); e.in(filter, a.day) {
				out = append(out, e)
			}
		}
	}
	slices.SortFunc(out, func(x, y PlanEntry) int {
		return cmp.Or(
			comparePlans(&x, &y, filter), compareKeys(x.Client, y.Client), cmp.Compare(x.Row.Plan.ID.Device, y.Row.Plan.ID.Device),
			cmp.Compare(x.Row.Plan.ID.Seq, y.Row.Plan.ID.Seq),
		)
	})
	return out
}

func (a *account) planEntry(r *PlanRow) PlanEntry {
	e := PlanEntry{
		Client: a.client.Key, Name: a.client.Name, Creditor: a.creditor.Name, Row: *r, Risk: r.Risk,
		NextDue: r.Standing.NextDue, NextAmount: r.Standing.NextAmount, Missing: r.Standing.Missing,
	}
	for i, s := range r.Standing.Instalments {
		failed := s.State == plan.Missed || s.State == plan.PartiallyKept
		if failed && s.Missing > 0 && liveState(r.Standing.State) && r.Standing.Missing > 0 {
			e.MissedDue = r.Plan.Instalments[i].Due
			e.DaysLate = max(a.day.Sub(e.MissedDue), 0)
			break
		}
	}
	return e
}

// in reports whether a plan belongs to a list; for that of the week it says what
// the week awaits.
func (e *PlanEntry) in(filter PlanFilter, day calendar.Date) bool {
	state := e.Row.Standing.State
	switch filter {
	case PlansDueThisWeek:
		monday := mondayOf(day)
		due := plan.DueBetween(e.Row.Plan, e.Row.Standing, monday, monday+6)
		if len(due) == 0 {
			return false
		}
		e.NextDue, e.NextAmount = due[0].Due, 0
		for _, d := range due {
			e.NextAmount += d.Missing
		}
		return true
	case PlansAtRisk:
		return e.Risk != plan.NoRisk
	case PlansBroken:
		return state == plan.Breached
	case PlansCompleted:
		return state == plan.Completed
	case PlansNotSigned:
		return state == plan.Proposed
	case PlansRunning:
		return state == plan.Signed || state == plan.Breached
	}
	return true
}

func mondayOf(d calendar.Date) calendar.Date { return d - calendar.Date((int(d.Weekday())+6)%7) }

func comparePlans(x, y *PlanEntry, filter PlanFilter) int {
	switch filter {
	case PlansAtRisk:
		return cmp.Or(cmp.Compare(x.Risk, y.Risk), compareDays(x.NextDue, y.NextDue))
	case PlansBroken:
		return cmp.Or(-cmp.Compare(x.DaysLate, y.DaysLate), -cmp.Compare(x.Missing, y.Missing))
	case PlansCompleted:
		return -cmp.Compare(x.lastPaid(), y.lastPaid())
	case PlansNotSigned:
		return cmp.Compare(x.Row.Standing.SignBy, y.Row.Standing.SignBy)
	case PlansDueThisWeek, PlansRunning:
		return compareDays(x.NextDue, y.NextDue)
	}
	return 0
}

// compareDays puts no date last.
func compareDays(x, y calendar.Date) int {
	if x.IsZero() != y.IsZero() {
		return b2i(x.IsZero()) - b2i(y.IsZero())
	}
	return cmp.Compare(x, y)
}

func (e *PlanEntry) lastPaid() calendar.Date {
	var day calendar.Date
	for _, s := range e.Row.Standing.Instalments {
		day = max(day, s.PaidOn)
	}
	return day
}

// ExpectedCash is what plans and promises are expected to bring in one currency.
type ExpectedCash struct {
	Currency money.Currency
	Overdue  int64 // due before the day and still missing: instalments, and promises that stand; none of promises broken
	Weeks    []ExpectedWeek
}

// ExpectedWeek is what one week of ISO 8601 is expected to bring, in minor units.
type ExpectedWeek struct {
	Monday   calendar.Date
	Year     int
	Number   int
	Signed   int64 // instalments of signed plans, broken or not
	Proposed int64 // of plans that wait for their signature
	Promised int64 // promises that stand
}

// Total is the week's cash, plans not signed included.
func (w *ExpectedWeek) Total() int64 { return w.Signed + w.Proposed + w.Promised }

// Expected gives the cash expected by week, the day's week first, in each
// currency in which something is expected, the first creditor's first. What was
// due before the day is in Overdue, whatever its week; a missed instalment that
// was promised since is expected on the day promised alone. Plans that nobody
// signed in time bring nothing: their debt is asked for again.
func (v *View) Expected(weeks int) []ExpectedCash {
	day := v.shown()
	plans := map[money.Currency][]plan.Followed{}
	promises := map[money.Currency][]promisedCash{}
	for _, a := range v.accounts.all() {
		again := a.promisedAgain()
		room := a.openBesidePlans(again)
		for i := range a.plans {
			if p := &a.plans[i]; liveState(p.Standing.State) && p.Standing.State != plan.Draft && !p.Standing.NotSigned {
				plans[p.Plan.Currency] = append(plans[p.Plan.Currency], plan.Followed{
					Plan: p.Plan, Life: p.Life, Standing: p.Standing, Promised: again[i],
				})
			}
		}
		for i := range a.promises {
			p := &a.promises[i]
			if p.State != promise.Open && p.State != promise.ToVerify {
				continue
			}
			if sum := min(p.Missing, room[p.Currency]); sum > 0 {
				room[p.Currency] -= sum
				promises[p.Currency] = append(promises[p.Currency], promisedCash{p.Due, sum})
			}
		}
	}
	var out []ExpectedCash
	for _, c := range v.expectedIn(plans, promises) {
		e := ExpectedCash{Currency: c, Weeks: make([]ExpectedWeek, max(weeks, 0))}
		list, overdue := plan.Expected(plans[c], c, day, weeks)
		e.Overdue = overdue
		for i, w := range list {
			e.Weeks[i] = ExpectedWeek{
				Monday: w.Monday, Year: w.Year, Number: w.Number,
				Signed: w.ByState[plan.Signed] + w.ByState[plan.Breached], Proposed: w.ByState[plan.Proposed],
			}
		}
		for _, p := range promises[c] {
			if p.due < day {
				e.Overdue += p.sum
			} else if at := p.due.Sub(mondayOf(day)) / 7; at < len(e.Weeks) {
				e.Weeks[at].Promised += p.sum
			}
		}
		out = append(out, e)
	}
	return out
}

// promisedCash is what a promise brings, and when.
type promisedCash struct {
	due calendar.Date
	sum int64
}

// openBesidePlans is what is open in each currency beside what the plans that
// stand bring: promises that contradict each other or a plan, as two devices may
// record them, bring no more than that.
func (a *account) openBesidePlans(again []int64) map[money.Currency]int64 {
	room := make(map[money.Currency]int64, len(a.currs))
	for i := range a.currs {
		room[a.currs[i].currency] = a.currs[i].pos.Open
	}
	for i := range a.plans {
		p := &a.plans[i]
		if !liveState(p.Standing.State) || p.Standing.State == plan.Draft || p.Standing.NotSigned {
			continue
		}
		var left int64
		for n, line := range p.Standing.Instalments {
			left += min(line.Missing, p.Plan.Instalments[n].Principal)
		}
		room[p.Plan.Currency] -= max(left-again[i], 0)
	}
	return room
}

// promisedAgain tells for each plan what of its missed instalments a promise that
// stands is about.
func (a *account) promisedAgain() []int64 {
	out := make([]int64, len(a.plans))
	for i := range a.promises {
		p := &a.promises[i]
		if p.Missing <= 0 || p.State != promise.Open && p.State != promise.ToVerify {
			continue
		}
		left := p.Missing
		for k := range a.plans {
			r := &a.plans[k]
			if r.Plan.Currency != p.Currency {
				continue
			}
			room := left
			if len(p.Parts) > 0 {
				room = 0
				for _, part := range p.Parts {
					if slices.ContainsFunc(r.Plan.Items, func(own journal.Part) bool { return own.Item == part.Item }) {
						room += part.Amount
					}
				}
			}
			take := max(min(left, room, r.Standing.Missing-out[k]), 0)
			out[k], left = out[k]+take, left-take
		}
	}
	return out
}

// expectedIn lists the currencies in which something is expected.
func (v *View) expectedIn(plans map[money.Currency][]plan.Followed, promises map[money.Currency][]promisedCash) []money.Currency {
	var out []money.Currency
	for c := range plans {
		out = append(out, c)
	}
	for c := range promises {
		if _, both := plans[c]; !both {
			out = append(out, c)
		}
	}
	var home money.Currency
	if len(v.shared.creditors) > 0 {
		home = v.shared.creditors[0].Currency
	}
	slices.SortFunc(out, func(x, y money.Currency) int {
		return cmp.Or(-cmp.Compare(b2i(x == home), b2i(y == home)), bytes.Compare(x[:], y[:]))
	})
	return out
}

// Versions gives the chain of versions that a plan of a file stands in, the
// first one first; the plan alone where it was never renegotiated.
func (f *File) Versions(id journal.ID) []*PlanRow {
	plans := make([]journal.Plan, len(f.Plans))
	for i := range f.Plans {
		plans[len(plans)-1-i] = f.Plans[i].Plan
	}
	var out []*PlanRow
	for _, i := range plan.Chain(plans, id) {
		out = append(out, &f.Plans[len(plans)-1-i])
	}
	return out
}
