package planeditor

import (
	"strconv"
	"strings"
	"time"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/wording"
	"relance/tui/ui"
)

// columns are the widths of the schedule's columns; 0 = not on show.
type columns struct {
	number, date, amount int
	interest, fee        int
	moved, left, sum     int
	movedBelow           bool // why dates moved has no room beside them
}

// The widths of columns.
const (
	dateWidth   = 13
	amountWidth = 14
	chargeWidth = 11
	movedWidth  = 12
	holidayMore = 8
)

// fit chooses the columns that have room in w cells: what is asked first, then
// why a date moved, then what is left, then what is paid by then.
func (p *Pane) fit(w int) columns {
	c := columns{number: 3, date: dateWidth, amount: amountWidth}
	rest := w - 1 - c.number - 1 - c.date - 1 - c.amount - 1
	charged, moved := false, 0
	for i := range p.plan.Instalments {
		in := &p.plan.Instalments[i]
		charged = charged || in.Interest+in.Fee > 0
		if !in.Asked.IsZero() && in.Asked != in.Due {
			moved = max(moved, movedWidth)
			if p.facts.Zone.IsHoliday(in.Asked) {
				moved = movedWidth + holidayMore
			}
		}
	}
	take := func(n int) int {
		if n == 0 || rest < n+1 {
			return 0
		}
		rest -= n + 1
		return n
	}
	if charged {
		if c.interest = take(chargeWidth); c.interest > 0 {
			c.fee = take(chargeWidth)
		}
	}
	c.moved = take(moved)
	c.movedBelow = moved > 0 && c.moved == 0
	c.left = take(amountWidth)
	c.sum = take(amountWidth)
	return c
}

// schedule draws the lines in h lines: the heads of the columns, as many lines
// as there is room for, and the total, which stays in sight.
func (p *Pane) schedule(out []string, w, h int) []string {
	n := len(p.plan.Instalments)
	if n == 0 || h < 2 {
		return out
	}
	c := p.fit(w)
	foot := p.total(c, w)
	if h > least+len(foot) {
		out = append(out, p.columnHeads(c, w))
		h--
	}
	room := max(h-len(foot), 1)
	if p.at == inLines && (p.reveal || p.focused) {
		p.rows = max(min(p.rows, p.line), p.line-room+1)
	}
	p.rows = max(min(p.rows, n-room), 0)
	var sum int64
	debt := p.plan.Total()
	for i := range p.rows {
		sum += p.plan.Instalments[i].Principal
	}
	for i := p.rows; i < min(p.rows+room, n); i++ {
		sum += p.plan.Instalments[i].Principal
		out = append(out, p.drawLine(i, c, w, sum, debt-sum))
	}
	if h >= len(foot)+1 {
		out = append(out, foot...)
	}
	return out
}

func (p *Pane) columnHeads(c columns, w int) string {
	v := p.voice
	l := ui.NewLine(w, "").Gap(1 + c.number + 1)
	l.Cell(p.theme.Dim, v.T(wording.EditorColDate), c.date+1).Number(p.theme.Dim, v.T(wording.EditorColAmount), c.amount).Gap(1)
	if c.interest > 0 {
		l.Number(p.theme.Dim, v.T(wording.EditorColInterest), c.interest).Gap(1)
	}
	if c.fee > 0 {
		l.Number(p.theme.Dim, v.T(wording.EditorColFee), c.fee).Gap(1)
	}
	if c.moved > 0 {
		l.Cell(p.theme.Dim, v.T(wording.EditorColMoved), c.moved).Gap(1)
	}
	if c.left > 0 {
		l.Number(p.theme.Dim, v.T(wording.EditorColLeft), c.left).Gap(1)
	}
	if c.sum > 0 {
		l.Number(p.theme.Dim, v.T(wording.EditorColSum), c.sum)
	}
	return l.End()
}

// drawLine draws one line of the schedule.
func (p *Pane) drawLine(i int, c columns, w int, sum, left int64) string {
	v, cur := p.voice, p.facts.Currency
	in := &p.plan.Instalments[i]
	on := p.at == inLines && i == p.line && p.focused
	base := ui.Style("")
	if on {
		base = p.theme.Selected
	}
	l := ui.NewLine(w, base)
	if on {
		l.Put(p.theme.Accent, "▌")
	} else {
		l.Gap(1)
	}
	name := strconv.Itoa(i + 1 - p.cur.first())
	if i < p.cur.first() {
		name = v.T(wording.EditorDown)
	}
	l.Number(p.theme.Dim, name, c.number).Gap(1)
	date, amount := v.ScheduleDay(in.Due), v.Exact(in.Amount(), cur)
	dateStyle, amountStyle := p.theme.Plain, p.theme.Plain
	if on && p.onDate {
		dateStyle = p.theme.Accent
	} else if on {
		amountStyle = p.theme.Accent
	}
	if on && p.typing {
		if p.onDate {
			date = p.typed.Text() + "_"
		} else {
			amount = p.typed.Text() + "_"
		}
	}
	l.Cell(dateStyle, date, c.date).Put(p.theme.Accent, pinMark(in.Pinned, journal.PinDate))
	l.Number(amountStyle, amount, c.amount).Put(p.theme.Accent, pinMark(in.Pinned, journal.PinAmount))
	if c.interest > 0 {
		l.Number(p.theme.Dim, v.Exact(in.Interest, cur), c.interest).Gap(1)
	}
	if c.fee > 0 {
		l.Number(p.theme.Dim, v.Exact(in.Fee, cur), c.fee).Gap(1)
	}
	if c.moved > 0 {
		l.Cell(p.theme.Dim, p.moved(in), c.moved).Gap(1)
	}
	if c.left > 0 {
		l.Number(p.theme.Dim, v.Exact(left, cur), c.left).Gap(1)
	}
	if c.sum > 0 {
		l.Number(p.theme.Dim, v.Exact(sum, cur), c.sum)
	}
	return l.End()
}

// pinMark shows what a person fixed.
func pinMark(p, what journal.Pin) string {
	if p&what != 0 {
		return "•"
	}
	return " "
}

// moved says why a date is not the one by the calendar: "sam. → lun.".
func (p *Pane) moved(in *journal.Instalment) string {
	v := p.voice
	if in.Asked.IsZero() || in.Asked == in.Due {
		return ""
	}
	to := v.T(wording.LabelShortWeekdays[in.Due.Weekday()])
	weekend := in.Asked.Weekday() == time.Saturday || in.Asked.Weekday() == time.Sunday
	if !weekend && p.facts.Zone.IsHoliday(in.Asked) {
		return wording.EditorHoliday.Fill(v.Lang, dayAndMonth(in.Asked), to)
	}
	return v.T(wording.LabelShortWeekdays[in.Asked.Weekday()]) + " → " + to
}

func dayAndMonth(d calendar.Date) string {
	_, m, day := d.YMD()
	two := func(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
	return two(day) + "/" + two(int(m))
}

// total draws what stands under the lines: their sum, what is not placed, and
// where there is no room beside the dates why they moved.
func (p *Pane) total(c columns, w int) []string {
	v, cur := p.voice, p.facts.Currency
	var interest, fee int64
	for i := range p.plan.Instalments {
		interest += p.plan.Instalments[i].Interest
		fee += p.plan.Instalments[i].Fee
	}
	l := ui.NewLine(w, "").Gap(1+c.number+1).Cell(p.theme.Dim, v.T(wording.LabelTotal), c.date+1)
	l.Number(p.theme.Strong, v.Exact(p.plan.Asked(), cur), c.amount).Gap(1)
	if c.interest > 0 {
		l.Number(p.theme.Dim, v.Exact(interest, cur), c.interest).Gap(1)
	}
	if c.fee > 0 {
		l.Number(p.theme.Dim, v.Exact(fee, cur), c.fee)
	}
	out := []string{l.End()}
	if left := p.cur.sheet.Difference(); left != 0 {
		out = append(out, ui.NewLine(w, "").Gap(1).Put(p.theme.Alert, "! "+p.gap(left)).End())
	}
	if c.movedBelow {
		for _, line := range ui.Wrap(p.movedLines(), max(w-2, 1), 2) {
			out = append(out, ui.NewLine(w, "").Gap(1).Put(p.theme.Dim, line).End())
		}
	}
	return out
}

// movedLines lists the lines whose dates moved, by why; only the line under the
// cursor where that is one.
func (p *Pane) movedLines() string {
	if p.at == inLines {
		if why := p.moved(&p.plan.Instalments[p.line]); why != "" {
			return strconv.Itoa(p.line+1-p.cur.first()) + p.voice.T(wording.LabelColon) + why
		}
	}
	var whys []string
	lines := map[string][]string{}
	for i := range p.plan.Instalments {
		if why := p.moved(&p.plan.Instalments[i]); why != "" {
			if lines[why] == nil {
				whys = append(whys, why)
			}
			lines[why] = append(lines[why], strconv.Itoa(i+1-p.cur.first()))
		}
	}
	for i, why := range whys {
		whys[i] = why + " " + strings.Join(lines[why], ", ")
	}
	return p.voice.T(wording.EditorMovedLines) + strings.Join(whys, " · ")
}
