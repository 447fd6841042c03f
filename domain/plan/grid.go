package plan

import (
	"time"

	"relance/domain/calendar"
	"relance/domain/journal"
)

// share is what an instalment of a month is worth, in percent of an ordinary one.
func share(t *journal.PlanTerms, m time.Month) int64 {
	if s := t.Season[m-1]; s > 0 {
		return int64(s) - 1
	}
	return 100
}

// asked is the date by the calendar of a line.
func asked(l *journal.Instalment) calendar.Date {
	if l.Asked.IsZero() {
		return l.Due
	}
	return l.Asked
}

// grid gives the dates of the instalments by the calendar, one after another,
// before they move to business days. All count from one anchor, so that the
// 31st comes back after a short month.
type grid struct {
	in      *Input
	t       *journal.PlanTerms
	first   calendar.Date // zero = one period ahead
	day     int
	grace   int
	step    int // months, or days where weeks is set
	weeks   bool
	k       int // the next one
	horizon calendar.Date
}

// grid gives the dates by the terms. Where these leave the first one to the day
// of drawing, the lines given, those after the down payment, tell it: a plan
// taken up again another day goes on as it was.
func (st *state) grid(lines []row) (grid, error) {
	in, t := st.in, &st.terms
	g := grid{
		in: in, t: t, first: t.First, day: int(t.Day), grace: int(t.Grace),
		horizon: min(in.Today.AddMonths(12*MaxYears), calendar.MaxDate), step: 1,
	}
	if g.day > journal.LastDay {
		return g, &Error{Code: NoSuchDay}
	}
	switch t.Every {
	case journal.Weekly:
		g.weeks, g.step = true, 7
	case journal.Fortnightly:
		g.weeks, g.step = true, 14
	case journal.Quarterly:
		g.step = 3
	}
	g.anchor(lines)
	if g.weeks {
		g.weekly()
	} else if g.day == 0 {
		from := t.First
		if from.IsZero() {
			from = in.Today
		}
		_, _, g.day = from.YMD()
	}
	if !g.hasMonth() {
		return g, &Error{Code: NoSeason}
	}
	return g, nil
}

// anchor takes the first date from the first line whose date is not fixed.
func (g *grid) anchor(lines []row) {
	if !g.first.IsZero() {
		return
	}
	day := 0
	for i := range lines {
		on := asked(&lines[i].Instalment)
		if lines[i].Pinned&journal.PinDate != 0 || on < g.in.Today {
			continue
		}
		if _, _, d := on.YMD(); d > day {
			day = d
		}
		switch {
		case !g.first.IsZero():
		case g.weeks:
			g.first = on.AddDays(-i * g.step)
		default:
			g.first = on.AddMonths(-i * g.step)
		}
	}
	if g.first.IsZero() {
		return
	}
	if g.grace = 0; g.day == 0 {
		g.day = day
	}
}

// weekly anchors weeks: months of grace keep the weekday.
func (g *grid) weekly() {
	if g.first.IsZero() {
		g.first = g.in.Today.AddDays(g.step)
	}
	if g.grace > 0 {
		wd := g.first.Weekday()
		g.first = calendar.NextWeekday(g.first.AddMonths(g.grace)-1, wd)
	}
}

// hasMonth reports whether some month of the dates has an instalment.
func (g *grid) hasMonth() bool {
	if g.t.Season == [12]uint8{} {
		return true
	}
	step, from := 1, time.January
	if !g.weeks && g.step == 3 {
		_, from, _ = g.at(0).YMD()
		step = 3
	}
	for i := 0; i < 12; i += step {
		if share(g.t, (from-1+time.Month(i))%12+1) > 0 {
			return true
		}
	}
	return false
}

// at gives the kth date, whatever its season.
func (g *grid) at(k int) calendar.Date {
	switch {
	case g.weeks:
		return g.first.AddDays(k * g.step)
	case g.first.IsZero():
		return inMonth(g.in.Today, (k+1)*g.step+g.grace, g.day)
	case k == 0 && g.grace == 0:
		return g.first
	}
	return inMonth(g.first, k*g.step+g.grace, g.day)
}

// next gives the next date that has an instalment, false beyond the horizon.
func (g *grid) next() (calendar.Date, bool) {
	for {
		d := g.at(g.k)
		if d > g.horizon {
			return 0, false
		}
		g.k++
		if g.t.Season == [12]uint8{} {
			return d, true
		}
		if _, m, _ := d.YMD(); share(g.t, m) > 0 {
			return d, true
		}
	}
}

// after gives the next date later than one.
func (g *grid) after(d calendar.Date) (calendar.Date, bool) {
	for {
		next, ok := g.next()
		if !ok || next > d {
			return next, ok
		}
	}
}

func (g *grid) tooLate() error { return &Error{Code: TooLate, On: g.horizon} }

// inMonth gives that day of the month n months after d's month, or the month's
// last day where it is shorter.
func inMonth(d calendar.Date, n, day int) calendar.Date {
	y, m, _ := d.YMD()
	first := calendar.Of(y, m+time.Month(n), 1)
	if day <= 28 {
		return first + calendar.Date(day-1)
	}
	return min(first+calendar.Date(day-1), first.EndOfMonth())
}

// dated gives a line on a date by the calendar, moved to a business day. A date
// that would move before Today moves the other way.
func dated(in *Input, roll journal.Rolling, on calendar.Date) row {
	to := on
	switch roll {
	case journal.RollFollowing:
		to = in.Zone.NextBusinessDay(on)
	case journal.RollPreceding:
		to = in.Zone.PreviousBusinessDay(on)
	case journal.RollModified:
		to = in.Zone.Roll(on, calendar.ModifiedFollowing)
	}
	if to < in.Today {
		to = in.Zone.NextBusinessDay(on)
	}
	return moved(on, to)
}

func moved(on, to calendar.Date) row {
	if on == to {
		return row{Instalment: journal.Instalment{Due: on}}
	}
	return row{Instalment: journal.Instalment{Due: to, Asked: on}}
}

// nextDay gives the first day after d on which a line can fall.
func nextDay(in *Input, roll journal.Rolling, d calendar.Date) calendar.Date {
	if roll == journal.RollNone {
		return d + 1
	}
	return in.Zone.NextBusinessDay(d + 1)
}
