package tui

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/tui/msg"
	"relance/tui/ui"
)

// weeksAhead is how many weeks of expected cash are shown.
const weeksAhead = 13

// plansShown are the lists of plans, in the order in which they are shown.
var plansShown = [...]desk.PlanFilter{
	desk.PlansDueThisWeek, desk.PlansAtRisk, desk.PlansBroken, desk.PlansNotSigned, desk.PlansRunning, desk.PlansCompleted,
}

// plansOfAll lists the plans of all clients, with the cash expected by week.
func (m *Model) plansOfAll() tea.Cmd {
	read, v := m.opt.Reader, m.view
	return m.aside(func() func() tea.Cmd {
		var lists [len(plansShown)][]desk.PlanEntry
		for i, filter := range plansShown {
			lists[i] = read.Plans(v, filter)
			if filter == desk.PlansRunning {
				lists[i] = without(lists[i], lists[:i])
			}
		}
		cash := read.Expected(v, weeksAhead)
		return func() tea.Cmd {
			m.showPlans(lists, cash)
			return nil
		}
	})
}

// without leaves out the plans that stand in other lists.
func without(list []desk.PlanEntry, others [][]desk.PlanEntry) []desk.PlanEntry {
	type name struct {
		client ledger.ClientKey
		plan   journal.ID
	}
	there := map[name]bool{}
	for _, other := range others {
		for i := range other {
			there[name{other[i].Client, other[i].Row.Plan.ID}] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(list), func(e desk.PlanEntry) bool { return there[name{e.Client, e.Row.Plan.ID}] })
}

func (m *Model) showPlans(lists [len(plansShown)][]desk.PlanEntry, cash []desk.ExpectedCash) {
	var rows []sheetRow
	found := 0
	for _, list := range lists {
		found += len(list)
	}
	for i := range cash {
		rows = append(rows, m.cashRows(&cash[i], i == 0)...)
	}
	for i, list := range lists {
		head := m.t(wording.PlanLists[plansShown[i]])
		if len(rows) > 0 {
			rows = append(rows, textRow("", ""))
		}
		rows = append(rows, m.planListHead(head, list))
		for k := range list {
			e := &list[k]
			rows = append(rows, sheetRow{
				draw: func(l *ui.Line) { m.planEntry(l, plansShown[i], e) },
				pick: func() tea.Cmd { return m.toPlan(e) },
			})
		}
	}
	if found == 0 {
		rows = append(m.advice(wording.Text{
			FR: wording.SheetPlansNone.Fill(wording.French, m.letter[entry.Plan]),
			EN: wording.SheetPlansNone.Fill(wording.English, m.letter[entry.Plan]),
		}), rows[:len(rows)-len(plansShown)*2+b2i(len(cash) == 0)]...)
	}
	s := &sheet{title: m.t(wording.SheetPlans), rows: rows, whole: true}
	s.hint = []footKey{{"⏎", m.t(wording.KeyPane2)}, {"↑↓", m.t(wording.KeyShortLine)}, {m.t(wording.KeyNameEsc), m.t(wording.KeyShortClose)}}
	m.openSheet(s)
	s.list.Scroll(0)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// planListHead names a list, with how many plans stand in it.
func (m *Model) planListHead(head string, list []desk.PlanEntry) sheetRow {
	return sheetRow{draw: func(l *ui.Line) {
		l.Gap(1).Put(m.theme.Strong, capital(head))
		if len(list) == 0 {
			l.Put(m.theme.Dim, m.t(wording.LabelColon)+m.t(wording.SheetPlansEmpty))
			return
		}
		l.Put(m.theme.Dim, " · "+strconv.Itoa(len(list)))
	}}
}

// capital writes the first letter large.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// planEntry is one plan: whose it is, how far it is paid, and what the list is
// about.
func (m *Model) planEntry(l *ui.Line, filter desk.PlanFilter, e *desk.PlanEntry) {
	wide := l.Room() > midWidth
	name := max(min(l.Room()/3, 40), nameLeast)
	l.Gap(1).Cell(m.theme.Plain, ui.Clean(e.Name), name).Gap(1)
	if wide {
		l.Cell(m.theme.Dim, ui.Clean(e.Client.Account), hitAccount).Gap(1)
	}
	paid := 0
	for _, s := range e.Row.Standing.Instalments {
		if s.State == plan.Kept {
			paid++
		}
	}
	of := strconv.Itoa(paid) + "/" + strconv.Itoa(len(e.Row.Plan.Instalments))
	if wide {
		of = wording.SheetPlansOf.Fill(m.opt.Lang, of)
	}
	l.Number(m.theme.Dim, of, max(ui.Width(wording.SheetPlansOf.Fill(m.opt.Lang, "00/00"))*b2i(wide), 5)).Gap(2)
	st, text := m.planWords(filter, e)
	l.Put(st, text)
}

// planWords say of a plan what its list is about.
func (m *Model) planWords(filter desk.PlanFilter, e *desk.PlanEntry) (ui.Style, string) {
	l, cur, s := m.opt.Lang, e.Row.Plan.Currency, &e.Row.Standing
	awaited := wording.SheetPlansAwaited.Fill(l, m.voice.Sum(e.NextAmount, cur), m.voice.Day(e.NextDue))
	switch filter {
	case desk.PlansAtRisk:
		return m.theme.Plain, awaited + " · " + wording.SheetPlansRisks[min(e.Risk, plan.RiskCount-1)].In(l)
	case desk.PlansBroken:
		return m.theme.Alert, "! " + wording.SheetPlansMissing.Fill(l, m.voice.Sum(e.Missing, cur), m.voice.Day(e.MissedDue), m.voice.Late(max(e.DaysLate, 1)))
	case desk.PlansNotSigned:
		total := m.voice.Sum(e.Row.Plan.Total(), cur) + " · "
		if s.NotSigned {
			return m.theme.Alert, total + "! " + wording.SheetPlansLate.Fill(l, m.voice.Day(s.SignBy))
		}
		return m.theme.Plain, total + wording.SheetPlansSignBy.Fill(l, m.voice.Day(s.SignBy))
	case desk.PlansCompleted:
		var last calendar.Date
		for _, one := range s.Instalments {
			last = max(last, one.PaidOn)
		}
		return m.theme.Dim, m.voice.Sum(e.Row.Plan.Total(), cur) + " · " + wording.SheetPlansPaid.Fill(l, m.voice.Day(last))
	}
	if int(s.State) < len(wording.LabelPlanStates) {
		awaited += " · " + m.t(wording.LabelPlanStates[s.State])
	}
	return m.theme.Plain, awaited
}

// toPlan goes to the client of a plan.
func (m *Model) toPlan(e *desk.PlanEntry) tea.Cmd {
	m.left = m.current
	m.open(msg.Client{Key: e.Client, Currency: e.Row.Plan.Currency})
	m.setFocus(paneFile)
	return nil
}

// The chart of expected cash: how high its columns are, and how wide each may be.
const (
	chartLow, chartHigh = 3, 6
	columnMost          = 11
)

// cashRows draw the cash expected by week in one currency: columns, the sums
// below them, and the Mondays. What is signed is solid, what is not shaded.
func (m *Model) cashRows(c *desk.ExpectedCash, first bool) []sheetRow {
	high := chartLow
	if m.geo.height >= 36 {
		high = chartHigh
	}
	head := func(l *ui.Line) {
		l.Gap(1).Put(m.theme.Strong, m.t(wording.SheetPlansExpected)+", "+c.Currency.String())
		l.Gap(2).PutIf(m.theme.Dim, m.t(wording.SheetPlansLegend))
		if c.Overdue > 0 {
			l.Gap(2).PutIf(m.theme.Alert, "! "+wording.SheetPlansOverdue.Fill(m.opt.Lang, m.voice.Sum(c.Overdue, c.Currency)))
		}
	}
	var rows []sheetRow
	if !first {
		rows = append(rows, textRow("", ""))
	}
	rows = append(rows, sheetRow{draw: head})
	var most int64
	for i := range c.Weeks {
		most = max(most, c.Weeks[i].Total())
	}
	for r := high - 1; r >= 0; r-- {
		rows = append(rows, sheetRow{draw: func(l *ui.Line) {
			w := chartColumn(l.Room(), len(c.Weeks))
			l.Gap(1)
			for i := range c.Weeks {
				m.chartCell(l, &c.Weeks[i], most, r, high, w)
			}
		}})
	}
	line := func(st ui.Style, text func(w int, week *desk.ExpectedWeek) string) sheetRow {
		return sheetRow{draw: func(l *ui.Line) {
			w := chartColumn(l.Room(), len(c.Weeks))
			l.Gap(1)
			for i := range c.Weeks {
				l.Cell(st, text(w-1, &c.Weeks[i]), w-1).Gap(1)
			}
		}}
	}
	return append(rows,
		line(m.theme.Plain, func(w int, week *desk.ExpectedWeek) string { return m.briefSum(week.Total(), c.Currency, w) }),
		line(m.theme.Dim, func(_ int, week *desk.ExpectedWeek) string { return dayMonth(week.Monday) }))
}

// chartColumn is how wide a column of the chart is, with the gap after it.
func chartColumn(room, n int) int { return max(min((room-1)/max(n, 1), columnMost), 2) }

// chartCell draws one cell of a column: row r of high, the lowest being 0.
func (m *Model) chartCell(l *ui.Line, week *desk.ExpectedWeek, most int64, r, high, w int) {
	const eighths = 8
	level := func(n int64) int { // in eighths of a cell; what is not nothing shows
		if n <= 0 || most <= 0 {
			return 0
		}
		return max(int(money.MulDiv(n, int64(high*eighths), most)), 1)
	}
	signed, all := level(week.Signed)-r*eighths, level(week.Total())-r*eighths
	cell, st := " ", m.theme.Plain
	switch {
	case signed >= eighths:
		cell = "█"
	case all >= eighths/2 && all > signed && (signed <= 0 || all >= eighths):
		cell, st = "░", m.theme.Accent
		if signed > eighths/2 {
			cell, st = "█", m.theme.Plain
		}
	case signed > 0:
		cell = string([]rune("▁▂▃▄▅▆▇█")[min(signed, eighths)-1])
	case all > 0:
		cell, st = "░", m.theme.Accent
	}
	l.Put(st, strings.Repeat(cell, w-1)).Gap(1)
}

// briefSum writes a sum in w cells: whole, else in thousands.
func (m *Model) briefSum(minor int64, cur money.Currency, w int) string {
	if minor == 0 {
		return "·"
	}
	if s := m.voice.Whole(minor, cur); ui.Width(s) <= w {
		return s
	}
	unit := int64(1000)
	for range cur.Exponent() {
		unit *= 10
	}
	tenths := (minor + unit/20) / (unit / 10)
	for _, mark := range []string{"k", "M", "G"} {
		s := strconv.FormatInt(tenths/10, 10)
		if tenths < 1000 {
			s = wording.Decimal(m.opt.Lang, s, strconv.FormatInt(tenths%10, 10))
		}
		if tenths < 10_000 && ui.Width(s)+1 <= w {
			return s + mark
		}
		tenths = (tenths + 500) / 1000
	}
	return "+"
}

func dayMonth(d calendar.Date) string {
	s := d.String() // YYYY-MM-DD
	return s[8:] + "/" + s[5:7]
}
