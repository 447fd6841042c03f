package planeditor

import (
	"slices"
	"strconv"
	"strings"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/wording"
)

// The fields of the form, in the order of the cursor.
const (
	fieldCount = iota
	fieldAmount
	fieldFirst
	fieldDay
	fieldDown
	fieldEvery
	fieldCapacity
	fieldEnd
	fieldDownOn
	fieldGrace
	fieldLast
	fieldSeason
	fieldRoll
	fieldInterest
	fieldFees
	fieldClause
	fieldOrder
	fields
)

var _ = [1]struct{}{}[len(wording.EditorFields)-fields]

// usual is how many fields are always on show.
const usual = wording.EditorUsual

// shown is how many fields are on show.
func (p *Pane) shown() int {
	if p.more {
		return fields
	}
	return usual
}

// kind is what a field takes.
type kind uint8

const (
	aNumber kind = iota
	anAmount
	aDate
	aDay
	aSeason
	aChoice
	aNotice
)

func kindOf(field int) kind {
	switch field {
	case fieldAmount, fieldDown, fieldCapacity, fieldLast:
		return anAmount
	case fieldFirst, fieldEnd, fieldDownOn:
		return aDate
	case fieldDay:
		return aDay
	case fieldSeason:
		return aSeason
	case fieldEvery, fieldRoll, fieldInterest, fieldFees, fieldOrder:
		return aChoice
	case fieldClause:
		return aNotice
	}
	return aNumber
}

// The longest grace and notice that can be written.
const (
	maxGrace  = 24
	maxNotice = 90
)

// write gives a field the text written; bad says why it cannot be.
func (p *Pane) write(v version, field int, s string) (out version, bad string) {
	n, a, d, bad := p.read(field, s)
	if bad != "" {
		return v, bad
	}
	t := v.asked()
	switch field {
	case fieldCount:
		t.By, t.Count, t.Amount = journal.ByCount, uint16(n), 0
	case fieldAmount:
		t.By, t.Amount, t.Count = journal.ByAmount, a, 0
	case fieldCapacity:
		t.By, t.Amount, t.Count = journal.ByCapacity, a, 0
	case fieldEnd:
		t.By, t.Until, t.Amount, t.Count = journal.ByEnd, d, 0, 0
	case fieldFirst:
		t.First, t.Day, t.Grace = d, 0, 0
	case fieldDay:
		if !p.monthly() {
			return v, p.voice.T(wording.EditorNoMonthDay)
		}
		t.Day, t.First = uint8(n), 0
	case fieldDown:
		t.Down = a
		if a == 0 {
			t.DownOn = 0
		}
	case fieldDownOn:
		if t.Down == 0 {
			return v, p.voice.T(wording.EditorNoDown)
		}
		t.DownOn = d
	case fieldGrace:
		t.Grace, t.First = uint8(n), 0
	case fieldLast:
		t.Last = a
	case fieldSeason:
		t.Season, _ = readSeason(s)
	case fieldClause:
		c := journal.Clause{Automatic: n == 0, Notice: uint8(n)}
		sheet, err := v.sheet.SetClause(c)
		return v.with(sheet), p.refusal(err)
	}
	out, err := p.retermed(v, t)
	if err != nil {
		return v, p.words(err)
	}
	return out, ""
}

func (p *Pane) refusal(err error) string {
	if err == nil {
		return ""
	}
	return p.words(err)
}

// read reads what was written into a field.
func (p *Pane) read(field int, s string) (n int, minor int64, d calendar.Date, bad string) {
	refuse := func(t wording.Text) string { return t.Fill(p.voice.Lang, s) }
	number := func(lo, hi int, t wording.Text) {
		var err error
		if n, err = strconv.Atoi(s); err != nil || n < lo || n > hi {
			if bad = refuse(t); strings.Contains(s, "/") {
				bad = refuse(wording.EditorDateField)
			}
		}
	}
	switch kindOf(field) {
	case anAmount:
		minor, bad = p.readAmount(s)
		if bad == "" && (minor < 0 || minor == 0 && (field == fieldAmount || field == fieldCapacity)) {
			bad = refuse(wording.PlanBadAmount)
		}
	case aDate:
		d, bad = p.readDate(s)
	case aDay:
		if strings.EqualFold(s, p.out.EndOfMonth) {
			return journal.LastDay, 0, 0, ""
		}
		number(1, 31, wording.PlanBadDay)
	case aSeason:
		if _, ok := readSeason(s); !ok {
			bad = refuse(wording.EditorBadSeason)
		}
	case aNotice:
		number(0, maxNotice, wording.EditorBadNotice)
	case aNumber:
		if field == fieldGrace {
			number(0, maxGrace, wording.EditorBadGrace)
		} else {
			number(1, plan.MaxInstalments, wording.EditorBadCount)
		}
	}
	return n, minor, d, bad
}

func (p *Pane) readAmount(s string) (minor int64, bad string) {
	a, err := money.Parse(strings.TrimSuffix(s, ","), p.facts.Currency)
	switch {
	case err != nil && strings.Contains(s, "/") && p.at == inLines:
		return 0, wording.EditorDateColumn.Fill(p.voice.Lang, s)
	case err != nil && strings.Contains(s, "/"):
		return 0, wording.EditorDateField.Fill(p.voice.Lang, s)
	case err != nil:
		return 0, wording.PlanBadAmount.Fill(p.voice.Lang, s)
	}
	return a.Minor, ""
}

func (p *Pane) readDate(s string) (calendar.Date, string) {
	if p.out.Days != nil {
		if d, ok := p.out.Days(s, p.facts); ok {
			return d, ""
		}
	}
	return 0, wording.PlanBadFirst.Fill(p.voice.Lang, s)
}

// readSeason reads months and their shares in percent: "8" is nothing in
// August, "12=50" half in December, "0" no season at all.
func readSeason(s string) (out [12]uint8, ok bool) {
	if s == "0" {
		return out, true
	}
	for _, word := range strings.Fields(s) {
		month, share, given := strings.Cut(word, "=")
		m, err := strconv.Atoi(month)
		percent := 0
		if given && err == nil {
			percent, err = strconv.Atoi(share)
		}
		if err != nil || m < 1 || m > 12 || percent < 0 || percent > 254 {
			return out, false
		}
		out[m-1] = uint8(percent + 1)
	}
	return out, true
}

// step changes the current field by one notch.
func (p *Pane) step(d int) (bad string) {
	v := p.now
	t := v.asked()
	unit := p.unit()
	notch := func(from, step int64) int64 { return max(from/step*step+int64(d)*step, 0) }
	switch p.field {
	case fieldCount:
		t.By, t.Amount = journal.ByCount, 0
		t.Count = uint16(min(max(v.sheet.Len()-v.first()+d, 1), plan.MaxInstalments))
	case fieldAmount:
		t.By, t.Count = journal.ByAmount, 0
		t.Amount = max(notch(p.ordinary(), 50*unit), 50*unit)
	case fieldCapacity:
		if t.By != journal.ByCapacity {
			t.Amount = p.ordinary()
		}
		t.By, t.Count = journal.ByCapacity, 0
		t.Amount = max(notch(t.Amount, 50*unit), 50*unit)
	case fieldEnd:
		t.By, t.Amount, t.Count = journal.ByEnd, 0, 0
		t.Until = p.end().AddMonths(d)
	case fieldFirst:
		t.First, t.Day = max(p.firstDue().AddDays(d), p.facts.Today+1), 0
	case fieldDay:
		if !p.monthly() {
			return p.voice.T(wording.EditorNoMonthDay)
		}
		t.Day, t.First = uint8(min(max(p.dayOfMonth()+d, 1), journal.LastDay)), 0
	case fieldDown:
		t.Down = notch(t.Down, 100*unit)
	case fieldDownOn:
		if t.Down == 0 {
			return p.voice.T(wording.EditorNoDown)
		}
		t.DownOn = max(v.sheet.Line(0).Due.AddDays(d), p.facts.Today)
	case fieldGrace:
		t.Grace, t.First = uint8(min(max(int(t.Grace)+d, 0), maxGrace)), 0
	case fieldLast:
		t.Last = notch(t.Last, 50*unit)
	case fieldSeason:
		return ""
	default:
		return p.cycle(d)
	}
	return p.do(p.retermed(v, t))
}

// cycle goes to the next choice of the current field.
func (p *Pane) cycle(d int) (bad string) {
	v := p.now
	t, now := v.asked(), p.plan
	next := func(at, of int) int { return ((at+d)%of + of) % of }
	var (
		s   plan.Sheet
		err error
	)
	switch p.field {
	case fieldEvery:
		t.Every = journal.Every(next(int(t.Every), int(journal.EveryCount)))
		return p.do(p.retermed(v, t))
	case fieldRoll:
		t.Roll = journal.Rolling(next(int(t.Roll), int(journal.RollingCount)))
		return p.do(p.retermed(v, t))
	case fieldInterest:
		s, err = v.sheet.SetCharges(journal.ChargeMode(next(int(now.Interest), int(journal.ChargeModeCount))), now.Fees)
	case fieldFees:
		s, err = v.sheet.SetCharges(now.Interest, journal.ChargeMode(next(int(now.Fees), int(journal.ChargeModeCount))))
	case fieldClause:
		s, err = v.sheet.SetClause(nextClause(now.Clause, d))
	case fieldOrder:
		s, err = v.sheet.Arrange(plan.Order(next(int(p.order), int(plan.OrderCount))))
	default:
		return ""
	}
	return p.do(v.with(s), err)
}

// notices are the clauses that the arrows go through: days of formal notice, 0 =
// none is needed.
var notices = []int{8, 15, 30, 0}

func nextClause(c journal.Clause, d int) journal.Clause {
	at := max(slices.Index(notices, c.NoticeDays()), 0)
	days := notices[((at+d)%len(notices)+len(notices))%len(notices)]
	return journal.Clause{Automatic: days == 0, Notice: uint8(days)}
}

// unit is how many minor units make one of the currency.
func (p *Pane) unit() int64 {
	n := int64(1)
	for range p.facts.Currency.Exponent() {
		n *= 10
	}
	return n
}
