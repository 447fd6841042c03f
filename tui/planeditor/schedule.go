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
	bare                 bool // figures without their currency, dates without their weekday
}

// The widths of columns where there is room.
const (
	dateWidth   = 13
	amountWidth = 14
	chargeWidth = 11
	movedWidth  = 12
)

// widths measures what the schedule shows.
func (p *Pane) widths(bare bool) columns {
	v, cur := p.voice, p.facts.Currency
	var interest, fee, amount int64
	c := columns{number: 2, bare: bare}
	if len(p.plan.Instalments) > 99 || p.cur.first() > 0 {
		c.number = 3
	}
	for i := range p.plan.Instalments {
		in := &p.plan.Instalments[i]
		interest, fee, amount = interest+in.Interest, fee+in.Fee, max(amount, in.Amount())
		c.date = max(c.date, ui.Width(p.day(in.Due, bare)))
		c.moved = max(c.moved, ui.Width(p.moved(in)))
	}
	wide := func(n int64, head wording.Text) int { return max(ui.Width(p.sum(n, bare)), ui.Width(v.T(head))) }
	c.amount = max(wide(max(p.plan.Asked(), amount), wording.EditorColAmount), ui.Width(v.Exact(amount, cur))*b2i(!bare)) + 1
	c.date = max(c.date, ui.Width(v.T(wording.LabelTotal)))
	if interest > 0 || p.plan.Interest == journal.ChargesAsked {
		c.interest = wide(interest, wording.EditorColInterest)
	}
	if fee > 0 || p.plan.Fees == journal.ChargesAsked {
		c.fee = wide(fee, wording.EditorColFee)
	}
	return c
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// day and sum write dates and amounts, bare without weekday and currency.
func (p *Pane) day(d calendar.Date, bare bool) string {
	if bare {
		return wording.ShortDay(d, p.voice.Today)
	}
	return p.voice.ScheduleDay(d)
}

func (p *Pane) sum(minor int64, bare bool) string {
	s := p.voice.Exact(minor, p.facts.Currency)
	if bare {
		s = strings.TrimSuffix(strings.TrimSuffix(s, "€"), p.facts.Currency.String())
		s = strings.Trim(strings.Replace(s, "€", "", 1), "\u00a0\u202f ")
	}
	return s
}

// used is how many cells the columns that are always shown take.
func (c *columns) used() int {
	n := 1 + c.number + 1 + c.date + 1 + c.amount + 1
	for _, w := range []int{c.interest, c.fee} {
		if w > 0 {
			n += w + 1
		}
	}
	return n
}

// fit chooses the columns that have room in w cells: what is asked always, in
// fewer words where it must be, then why a date moved, then what is left, then
// what is paid by then.
func (p *Pane) fit(w int) columns {
	c := p.widths(false)
	if c.used() > w+1 { // nothing need follow the last column
		c = p.widths(true)
	}
	moved := c.moved
	c.moved = 0
	rest := w - c.used()
	grow := func(col *int, to int) {
		if d := min(to-*col, rest); *col > 0 && d > 0 {
			*col, rest = *col+d, rest-d
		}
	}
	grow(&c.number, 3)
	grow(&c.date, dateWidth)
	grow(&c.amount, amountWidth)
	grow(&c.interest, chargeWidth)
	grow(&c.fee, chargeWidth)
	take := func(n int) int {
		if n == 0 || rest < n+1 {
			return 0
		}
		rest -= n + 1
		return n
	}
	if moved > 0 {
		moved = max(moved, movedWidth)
		c.moved = take(moved)
		c.movedBelow = c.moved == 0
	}
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
	foot := p.total(c, w, 0)
	headed := h > least+len(foot)
	if headed {
		h--
	}
	room := max(h-len(foot), 1)
	if p.at == inLines && (p.reveal || p.focused) {
		p.rows = max(min(p.rows, p.line), p.line-room+1)
	}
	p.rows = max(min(p.rows, n-room), 0)
	if headed {
		out = append(out, p.columnHeads(c, w))
	}
	if below := n - p.rows - room; below > 0 {
		foot = p.total(c, w, below)
	}
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

// above is a mark where lines are hidden above.
func (p *Pane) above() string {
	if p.rows == 0 {
		return ""
	}
	return "↑" + strconv.Itoa(p.rows)
}

func (p *Pane) columnHeads(c columns, w int) string {
	v := p.voice
	l := ui.NewLine(w, "").Cell(p.theme.Dim, p.above(), 1+c.number).Gap(1)
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
	l.Number(p.theme.Dim, p.lineName(i), c.number)
	date, amount := p.day(in.Due, c.bare), p.sum(in.Amount(), c.bare)
	dateStyle, amountStyle, here := p.theme.Plain, p.theme.Plain, " "
	if on && p.onDate {
		dateStyle, here = p.theme.Accent, "▸"
	} else if on {
		amountStyle = p.theme.Accent
	}
	l.Put(p.theme.Accent, here)
	if on && p.typing {
		if p.onDate {
			date = p.typed.Text() + "_"
		} else {
			amount = p.typed.Text() + "_"
		}
	}
	if on && !p.onDate {
		amount = "▸" + amount
	}
	l.Cell(dateStyle, date, c.date).Put(p.theme.Accent, pinMark(in.Pinned, journal.PinDate))
	l.Number(amountStyle, amount, c.amount).Put(p.theme.Accent, pinMark(in.Pinned, journal.PinAmount))
	if c.interest > 0 {
		l.Number(p.theme.Dim, p.sum(in.Interest, c.bare), c.interest).Gap(1)
	}
	if c.fee > 0 {
		l.Number(p.theme.Dim, p.sum(in.Fee, c.bare), c.fee).Gap(1)
	}
	if c.moved > 0 {
		l.Cell(p.theme.Dim, p.moved(in), c.moved).Gap(1)
	}
	if c.left > 0 {
		l.Number(p.theme.Dim, p.sum(left, c.bare), c.left).Gap(1)
	}
	if c.sum > 0 {
		l.Number(p.theme.Dim, p.sum(sum, c.bare), c.sum)
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

// moved says why a date is not the one by the calendar: "sam. → lun.", and which
// holiday it went over besides.
func (p *Pane) moved(in *journal.Instalment) string {
	v := p.voice
	if in.Asked.IsZero() || in.Asked == in.Due {
		return ""
	}
	from, to := v.T(wording.LabelShortWeekdays[in.Asked.Weekday()]), v.T(wording.LabelShortWeekdays[in.Due.Weekday()])
	step := 1
	if in.Due < in.Asked {
		step = -1
	}
	for d := in.Asked; d != in.Due; d = d.AddDays(step) {
		switch weekend := d.Weekday() == time.Saturday || d.Weekday() == time.Sunday; {
		case weekend || !p.facts.Zone.IsHoliday(d):
		case d == in.Asked:
			return wording.EditorHoliday.Fill(v.Lang, dayAndMonth(d), to)
		default:
			return wording.EditorMovedOver.Fill(v.Lang, from, dayAndMonth(d), to)
		}
	}
	return from + " → " + to
}

func dayAndMonth(d calendar.Date) string {
	_, m, day := d.YMD()
	two := func(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
	return two(day) + "/" + two(int(m))
}

// total draws what stands under the lines: their sum, what is not placed, and
// where there is no room beside the dates why they moved.
func (p *Pane) total(c columns, w, hidden int) []string {
	v := p.voice
	var interest, fee int64
	for i := range p.plan.Instalments {
		interest += p.plan.Instalments[i].Interest
		fee += p.plan.Instalments[i].Fee
	}
	below := ""
	if hidden > 0 {
		below = "↓" + strconv.Itoa(hidden)
	}
	l := ui.NewLine(w, "").Cell(p.theme.Accent, below, 1+c.number).Gap(1).Cell(p.theme.Dim, v.T(wording.LabelTotal), c.date+1)
	l.Number(p.theme.Strong, p.sum(p.plan.Asked(), c.bare), c.amount).Gap(1)
	if c.interest > 0 {
		l.Number(p.theme.Dim, p.sum(interest, c.bare), c.interest).Gap(1)
	}
	if c.fee > 0 {
		l.Number(p.theme.Dim, p.sum(fee, c.bare), c.fee)
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
			return wording.EditorMovedOf.Fill(p.voice.Lang, p.lineName(p.line), why)
		}
	}
	var whys []string
	lines := map[string][]string{}
	for i := range p.plan.Instalments {
		if why := p.moved(&p.plan.Instalments[i]); why != "" {
			if lines[why] == nil {
				whys = append(whys, why)
			}
			lines[why] = append(lines[why], p.lineName(i))
		}
	}
	for i, why := range whys {
		whys[i] = wording.EditorMovedOf.Fill(p.voice.Lang, strings.Join(lines[why], ", "), why)
	}
	return p.voice.T(wording.EditorMovedLines) + p.voice.T(wording.LabelColon) + strings.Join(whys, " · ")
}

// lineName is the number of a line as it is shown.
func (p *Pane) lineName(i int) string {
	if i < p.cur.first() {
		return p.voice.T(wording.EditorDown)
	}
	return strconv.Itoa(i + 1 - p.cur.first())
}
