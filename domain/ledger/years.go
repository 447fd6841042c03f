package ledger

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
)

// A financial year may come in one file or in several: months, halves, or what
// was booked since the last one. Matching codes are given out by the year, so
// that all its files bear one scope number; each stays a scope of its own
// period, so that each can be read again. A file belongs to the year of what is
// known when nothing between them says that a year begins (opening entries), and
// when the closing dates in their names or else twelve months allow it.

// year is all that is known under one scope number.
type year struct {
	scope    uint32
	from, to calendar.Date
	closing  calendar.Date
	opens    calendar.Date // first day of the part with the opening entries; zero = none
}

// yearsOf gives what is known of each year of entries, by its first day.
func yearsOf(scopes []Scope) []year {
	var out []year
	for _, s := range scopes {
		if s.Kind != Entries {
			continue
		}
		at := slices.IndexFunc(out, func(y year) bool { return y.scope == s.ID })
		if at < 0 {
			at = len(out)
			out = append(out, year{scope: s.ID, from: s.From, to: s.To})
		}
		y := &out[at]
		y.from, y.to, y.closing = min(y.from, s.From), max(y.to, s.To), max(y.closing, s.Closing)
		if s.Opens && (y.opens.IsZero() || s.From < y.opens) {
			y.opens = s.From
		}
	}
	slices.SortFunc(out, func(a, b year) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.scope, b.scope)) })
	return out
}

// starts gives the day on which each year's opening entries count.
func starts(scopes []Scope) map[uint32]calendar.Date {
	out := map[uint32]calendar.Date{}
	for _, y := range yearsOf(scopes) {
		out[y.scope] = cmp.Or(y.opens, y.from)
	}
	return out
}

// has reports whether a file can be a part of the year.
func (y year) has(f year) bool {
	switch {
	case !y.opens.IsZero() && !f.opens.IsZero():
		if max(y.from, f.from) >= min(y.to, f.to) && y.from != f.from {
			return false
		}
	case !f.opens.IsZero() && f.from > y.from, !y.opens.IsZero() && y.opens > f.from:
		return false
	}
	return lasts(min(y.from, f.from), max(y.to, f.to), y.closing, f.closing)
}

// A financial year has twelve months; the first one and one whose closing date
// is moved may have more, at most 24 in law, seldom above 18.
const (
	yearMonths = 12
	longMonths = 18
)

// lasts reports whether one financial year can go from one day to another.
// Closing dates far apart are those of different years; different ones close
// together are no closing dates but the days of the exports.
func lasts(from, to, one, other calendar.Date) bool {
	closing := max(one, other)
	switch {
	case one == other && !one.IsZero():
		return to <= closing && from > closing.AddMonths(-longMonths) || within(from, to)
	case !one.IsZero() && !other.IsZero():
		return min(one, other) > closing.AddMonths(1-yearMonths) && within(from, to)
	case !closing.IsZero() && to <= closing:
		return from > closing.AddMonths(-yearMonths)
	}
	return within(from, to)
}

// within reports whether two days lie within twelve calendar months.
func within(from, to calendar.Date) bool {
	y, m, _ := from.YMD()
	return to < calendar.Of(y, m, 1).AddMonths(yearMonths)
}

// scopes chooses the file's scope number (that of its financial year or of a
// scope that it replaces whole, so that what does not change keeps its place;
// else a new one) and brings the creditor's scopes up to date.
func (c *comparison) scopes(r *replacement) {
	known := yearsOf(c.creditor.Scopes)
	file := year{from: r.from, to: r.to, closing: c.batch.Closing}
	if r.opens {
		file.opens = r.from
	}
	for _, y := range known { // the last that begins before it, else the first after
		if (r.scope == 0 || y.from <= r.from) && y.has(file) {
			r.scope = y.scope
		}
	}
	for _, y := range known {
		if y.from == r.from && y.to <= r.to {
			r.scope = y.scope
		}
	}
	if r.scope == 0 {
		r.scope = c.nextScope()
	}
	own := Scope{ID: r.scope, Kind: Entries, From: r.from, To: r.to, Closing: c.batch.Closing, Opens: r.opens}
	kept := c.change.Creditor.Scopes[:0]
	for _, s := range c.creditor.Scopes {
		if c.beside(&s, r, &own) {
			kept = append(kept, s)
		}
	}
	kept = append(kept, own)
	slices.SortFunc(kept, func(a, b Scope) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.From, b.From)) })
	for _, y := range known {
		if !slices.ContainsFunc(kept, func(s Scope) bool { return s.ID == y.scope }) {
			c.change.Gone = append(c.change.Gone, y.scope)
		}
	}
	slices.Sort(c.change.Gone)
	c.change.Creditor.Scopes = kept
}

// beside says what of a known scope stays beside the file's own: false when
// nothing does or when it becomes part of that.
func (c *comparison) beside(s *Scope, r *replacement, own *Scope) bool {
	switch {
	case s.Kind == OpenList:
		r.list = s.ID
		return true
	case s.To < r.from || s.From > r.to:
		return true
	case s.To == r.from && s.From < r.from:
		r.first = true
		return true
	case s.From == r.to && s.To > r.to:
		r.last = true
		return true
	}
	if s.To > r.to {
		c.doubt(Doubt{Code: DoubtOlder, Day: r.to, Known: s.To})
	}
	switch {
	case s.ID == r.scope:
		own.From, own.To = min(own.From, s.From), max(own.To, s.To)
		own.Closing, own.Opens = cmp.Or(own.Closing, s.Closing), own.Opens || s.Opens
		return false
	case s.From >= r.from && s.To <= r.to:
		return false
	case s.From >= r.from:
		s.From, s.Opens = r.to+1, false
	case s.To <= r.to:
		s.To = r.from - 1
	}
	return true
}
