package calendar

import "time"

// HalfYear is January to June or July to December of a year, the period over
// which the rates of late-payment interest hold (code de commerce,
// art. L441-10 II). Half-years compare and count as numbers; the zero value is
// none.
type HalfYear int32

// HalfYearOf gives the half-year that d falls in.
func HalfYearOf(d Date) HalfYear {
	y, m, _ := d.YMD()
	h := HalfYear(y * 2)
	if m >= time.July {
		h++
	}
	return h
}

// Year gives the year of the half-year.
func (h HalfYear) Year() int { return int(h >> 1) }

// First gives 1 January or 1 July.
func (h HalfYear) First() Date { return Of(h.Year(), time.January+6*time.Month(h&1), 1) }

// Last gives 30 June or 31 December.
func (h HalfYear) Last() Date { return h.Next().First() - 1 }

// Next gives the half-year that follows.
func (h HalfYear) Next() HalfYear { return h + 1 }
