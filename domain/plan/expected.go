package plan

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
)

// Followed is a plan and how it stands.
type Followed struct {
	Plan     journal.Plan
	Life     Life
	Standing Standing
	Promised int64 // of the instalments missed, promised since: it is counted there
}

// Week is the cash that plans bring in one week of ISO 8601 (Monday to Sunday,
// week 1 holds the year's first Thursday).
type Week struct {
	Monday  calendar.Date
	Year    int
	Number  int
	ByState [StateCount]int64 // what is awaited of the lines due in it, by the state of their plan
}

// ISOWeek gives a day's week.
func ISOWeek(d calendar.Date) (year, week int) {
	thursday := d.AddDays(3 - (int(d.Weekday())+6)%7)
	year = thursday.Year()
	return year, thursday.Sub(calendar.Of(year, 1, 1))/7 + 1
}

// Expected gives the cash that plans of one currency are expected to bring week
// by week, from the week of a day on. What was due before and is still not paid
// is in overdue; drafts are counted under their own state, as they stand; plans
// that have ended bring nothing, nor do those that nobody signed in time.
func Expected(plans []Followed, c money.Currency, from calendar.Date, weeks int) (out []Week, overdue int64) {
	monday := from.AddDays(-(int(from.Weekday()) + 6) % 7)
	out = make([]Week, max(weeks, 0))
	for i := range out {
		out[i].Monday = monday.AddDays(7 * i)
		out[i].Year, out[i].Number = ISOWeek(out[i].Monday)
	}
	for i := range plans {
		f := &plans[i]
		if f.Plan.Currency != c || f.Standing.NotSigned || !f.Standing.lives() && f.Standing.State != Draft {
			continue
		}
		promised := f.Promised
		for n := range min(len(f.Plan.Instalments), len(f.Standing.Instalments)) {
			line := &f.Standing.Instalments[n]
			if line.settled || line.Missing <= 0 {
				continue
			}
			due, missing := f.Plan.Instalments[n].Due, line.Missing
			if line.failed() {
				again := min(promised, missing)
				promised, missing = promised-again, missing-again
			}
			if due < from {
				if f.Standing.State != Draft {
					overdue += missing
				}
				continue
			}
			if at := due.Sub(monday) / 7; at < len(out) {
				out[at].ByState[f.Standing.State] += missing
			}
		}
	}
	return out, overdue
}

// Chain gives the versions of a plan in order, the first one first: the plan,
// those that it replaced, directly or through others, and those that replaced
// it. plans are in the order in which they were made; an index is into them.
func Chain(plans []journal.Plan, id journal.ID) []int {
	in := make([]bool, len(plans))
	for i := range plans {
		in[i] = plans[i].ID == id
	}
	for changed := true; changed; {
		changed = false
		for i := range plans {
			for j := range plans {
				if in[i] != in[j] && (slices.Contains(plans[i].Supersedes, plans[j].ID) || slices.Contains(plans[j].Supersedes, plans[i].ID)) {
					in[i], in[j], changed = true, true, true
				}
			}
		}
	}
	var out []int
	for i := range plans {
		if in[i] {
			out = append(out, i)
		}
	}
	depth := make([]int, len(plans))
	for range out {
		for _, i := range out {
			for _, j := range out {
				if i != j && slices.Contains(plans[i].Supersedes, plans[j].ID) {
					depth[i] = min(max(depth[i], depth[j]+1), len(out))
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(depth[a], depth[b]) })
	return out
}
