// Package say gives the panes their words and figures in the user's language:
// short forms for dense columns, and the catalogue's sentences.
package say

import (
	"strconv"
	"strings"

	"relance/domain/calendar"
	"relance/domain/entry"
	"relance/domain/money"
	"relance/domain/wording"
)

// Voice is a language on screen and the day that short dates are told from.
type Voice struct {
	Lang    wording.Lang
	Today   calendar.Date
	Letters [entry.ActCount]string // of the entry line
}

// How gives a text that names the letter of an act.
func (v Voice) How(t wording.Text, a entry.Act) string {
	return strings.ReplaceAll(t.In(v.Lang), "%s", v.Letters[a])
}

// T gives a text in the language.
func (v Voice) T(t wording.Text) string { return t.In(v.Lang) }

// Style is how amounts are written.
func (v Voice) Style() money.Style {
	if v.Lang == wording.English {
		return money.English
	}
	return money.French
}

// Whole writes minor units in whole units without currency, for columns.
func (v Voice) Whole(minor int64, cur money.Currency) string {
	return money.FormatWhole(money.Of(minor, cur), v.Style())
}

// Sum writes minor units in whole units with the currency: "12 450 €".
func (v Voice) Sum(minor int64, cur money.Currency) string {
	whole := v.Whole(minor, cur)
	switch {
	case cur == (money.Currency{}):
		return whole
	case cur == money.EUR && v.Lang == wording.English:
		if minor < 0 && whole[0] == '-' {
			return "-€" + whole[1:]
		}
		return "€" + whole
	case cur == money.EUR:
		return whole + "\u00a0€"
	}
	return whole + "\u00a0" + cur.String()
}

// Exact writes an amount with its decimals and its currency.
func (v Voice) Exact(minor int64, cur money.Currency) string {
	return money.Format(money.Of(minor, cur), v.Style())
}

// Day writes a date as short as it can be told: "09/09", with the year's last
// digits when it is more than half a year away.
func (v Voice) Day(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	y, m, day := d.YMD()
	s := two(day) + "/" + two(int(m))
	if gap := d.Sub(v.Today); v.Today != 0 && (gap > 183 || gap < -183) {
		s += "/" + two(y%100)
	}
	return s
}

// LongDay writes "lundi 23 novembre 2026" or "Monday 23 November 2026".
func (v Voice) LongDay(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	y, m, day := d.YMD()
	n := strconv.Itoa(day)
	if day == 1 && v.Lang == wording.French {
		n = "1er"
	}
	return v.T(wording.LabelWeekdays[d.Weekday()]) + " " + n + " " + v.T(wording.LabelMonths[m-1]) + " " + strconv.Itoa(y)
}

// ShortDay writes "lun. 23/11" or "Mon 23/11".
func (v Voice) ShortDay(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return v.T(wording.LabelShortWeekdays[d.Weekday()]) + " " + v.Day(d)
}

// ScheduleDay is ShortDay with the year wherever it is not today's, as a schedule
// needs it that runs past the year's end.
func (v Voice) ScheduleDay(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return v.T(wording.LabelShortWeekdays[d.Weekday()]) + " " + wording.ShortDay(d, v.Today)
}

// Late writes a number of days: "75 j".
func (v Voice) Late(days int) string {
	if days == 0 {
		return ""
	}
	return strconv.Itoa(days) + "\u00a0" + v.T(wording.LabelDayUnit)
}

// Hour writes minutes since midnight: "9h", "14h30", "9:00".
func (v Voice) Hour(minute int16) string {
	if minute < 0 {
		return ""
	}
	h, m := strconv.Itoa(int(minute)/60), two(int(minute)%60)
	switch {
	case v.Lang == wording.English:
		return h + ":" + m
	case m == "00":
		return h + "h"
	}
	return h + "h" + m
}

// Percent writes parts per million as whole hundredths: "62 %".
func (v Voice) Percent(ppm int64) string {
	n := strconv.FormatInt((ppm+5000)/10000, 10)
	if v.Lang == wording.English {
		return n + "%"
	}
	return n + "\u00a0%"
}

// RoundPPM rounds parts per million to what a percentage with that many decimals
// says.
func RoundPPM(ppm int64, decimals int) int64 {
	step := int64(10000)
	for range decimals {
		step = max(step/10, 1)
	}
	return (ppm + step/2) / step * step
}

// FinePercent writes parts per million, zero or more, as a percentage with that
// many decimals, four at most, without zeros at the end: "80,05 %".
func (v Voice) FinePercent(ppm int64, decimals int) string {
	ppm = RoundPPM(ppm, decimals)
	s := strconv.FormatInt(ppm/10000, 10)
	if rest := ppm % 10000; rest > 0 {
		mark := ","
		if v.Lang == wording.English {
			mark = "."
		}
		s += mark + strings.TrimRight(strconv.FormatInt(10000+rest, 10)[1:], "0")
	}
	if v.Lang == wording.English {
		return s + "%"
	}
	return s + "\u00a0%"
}

// Count writes a number with the word that fits it.
func (v Voice) Count(n int, one, many wording.Text) string {
	word := many
	if n == 1 || n == 0 && v.Lang == wording.French {
		word = one
	}
	return strconv.Itoa(n) + " " + v.T(word)
}

func two(n int) string { return string([]byte{byte('0' + n/10%10), byte('0' + n%10)}) }

// Kept writes "promesses 11 sur 16".
func (v Voice) Kept(kept, of int) string {
	return v.T(wording.LabelKeptOf) + " " + strconv.Itoa(kept) + " " + v.T(wording.LabelOf) + " " + strconv.Itoa(of)
}

// Quote puts a text in the language's quotation marks.
func (v Voice) Quote(s string) string {
	if v.Lang == wording.English {
		return "“" + s + "”"
	}
	return "«\u00a0" + s + "\u00a0»"
}
