package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"relance/domain/entry"
	"relance/domain/latefee"
	"relance/domain/money"
	"relance/domain/why"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/ui"
)

// fillFees writes the rows of a sheet of late fees.
func (m *Model) fillFees(s *sheet) {
	st := s.fees
	before, within := st.under(s), 0 // where the cursor stands, to find it again
	if before >= 0 {
		within = s.list.Cursor() - slices.Index(st.lines, before)
	}
	st.lines = st.lines[:0]
	var rows []sheetRow
	nothing := func() tea.Cmd { return nil }
	add := func(line int, more ...sheetRow) {
		for _, r := range more {
			r.pick = nothing
			rows, st.lines = append(rows, r), append(st.lines, line)
		}
	}
	for _, n := range m.feeNotes(st) {
		add(-1, m.noteRows(n.st, n.text)...)
	}
	if len(st.at) > 0 {
		widths := m.feeColumns(st)
		add(-1, textRow("", ""), m.feeHead(widths))
		for _, i := range st.at {
			add(i, m.feeRows(st, i, widths)...)
		}
	}
	s.tail = wording.SheetFeesTo.Fill(m.opt.Lang, m.voice.Day(st.day))
	s.hint = m.feeKeys(st)
	s.rows, s.picks = rows, len(rows) > 0
	s.list.SetSkip(nil)
	s.list.Reset(len(rows))
	switch {
	case len(st.at) > 0 && !st.counted:
		s.toLine(st.at[0], 0)
	case before >= 0:
		s.toLine(before, within)
	}
	st.counted = len(st.at) > 0
	m.frame.dirty = true
}

// feeKeys are the keys that count on a sheet of late fees, those that its notes
// name already last.
func (m *Model) feeKeys(st *feeSheet) []footKey {
	short := map[keys.Intent]footKey{}
	for _, b := range keys.Table() {
		if b.Scope == keys.Charges {
			short[b.Intent] = footKey{m.keyName(b.Keys[0]), m.t(b.Short)}
		}
	}
	var out []footKey
	if len(st.at) > 0 {
		out = append(out, short[keys.Tick])
	}
	out = append(out, short[keys.FeesAll], short[keys.FeesDay])
	rates := []footKey{short[keys.EnterRate], short[keys.AcceptProvisional]}
	if st.got.Missing != nil {
		out = append(out, rates...)
	}
	if len(st.at) > 0 {
		waive := footKey{short[keys.WaiveInterest].key + " " + short[keys.WaiveFee].key, m.t(wording.KeyShortWaiver)}
		out = append(out, short[keys.Copy], waive, short[keys.Export])
	}
	out = append(out, footKey{m.t(wording.KeyNameEsc), m.t(wording.KeyShortClose)}, footKey{m.letter[entry.Undo], m.t(wording.KeyShortUndo)})
	if st.got.Missing == nil && (m.stands || len(st.got.Statement.Missing) > 0) {
		out = append(out, rates...)
	}
	return out
}

// feeNote is a sentence about a statement.
type feeNote struct {
	st   ui.Style
	text string
}

// noteRows are a text on as many rows as it takes; indented are such rows below a
// document.
func (m *Model) noteRows(st ui.Style, text string) []sheetRow {
	return m.rowsOf(st, text, "", m.feesWidth())
}

func (m *Model) indented(st ui.Style, text string) []sheetRow {
	return m.rowsOf(st, text, "   ", m.feesWidth())
}

func (m *Model) rowsOf(st ui.Style, text, indent string, width int) []sheetRow {
	var rows []sheetRow
	for _, line := range ui.Wrap(text, max(width-4-len(indent), 20), 0) {
		rows = append(rows, textRow(st, indent+line))
	}
	return rows
}

// feesWidth is how wide a sheet of late fees is: it covers all panes unless the
// screen is wide.
func (m *Model) feesWidth() int {
	if m.geo.width < wideWidth {
		return m.geo.width
	}
	return m.sheetWidth()
}

// feeNotes say the sums and what to know of them: the rate's table, what is
// missing, provisional, under the floor or above the cap.
func (m *Model) feeNotes(st *feeSheet) []feeNote {
	l, today, sum := m.opt.Lang, m.today(), &st.got.Statement
	rate := func(ppm int64) string { return wording.YearlyRate(l, ppm) }
	var out []feeNote
	if st.got.Err != nil {
		return []feeNote{{m.theme.Alert, m.t(wording.SheetFeesCannot)}}
	}
	if miss := st.got.Missing; miss != nil {
		out = append(out, feeNote{m.theme.Alert, "! " + wording.SheetFeesNoRate.Fill(l,
			wording.ShortDay(miss.From, 0), wording.ShortDay(miss.To, 0), m.t(wording.Bases[miss.Basis]))},
			feeNote{"", m.t(wording.SheetFeesAskRate)})
		if before := st.got.Before; !before.From.IsZero() {
			out = append(out, feeNote{"", wording.SheetFeesOrBefore.Fill(l, rate(before.PPM), wording.ShortDay(before.From, 0))})
		}
		return out
	}
	day := wording.SheetFeesTo.Fill(l, m.voice.LongDay(st.day))
	if len(st.at) == 0 {
		return []feeNote{{m.theme.Strong, day}, {"", m.t(wording.SheetFeesNone)}}
	}
	exact := func(n int64) string { return m.voice.Exact(n, sum.Currency) }
	var interest, fees int64
	for _, i := range st.at {
		interest, fees = interest+sum.Lines[i].Interest, fees+sum.Lines[i].Fee
	}
	out = append(out, feeNote{m.theme.Strong, wording.SheetFeesSum.Fill(l, exact(interest), exact(fees), exact(interest+fees))},
		feeNote{m.theme.Dim, day + " · " + m.t(wording.Bases[min(st.got.Terms.Basis(), latefee.BasisCount-1)])})
	for _, miss := range sum.Missing {
		out = append(out, feeNote{m.theme.Alert, wording.SheetFeesStands.Fill(l, rate(st.got.Before.PPM),
			wording.ShortDay(miss.From, 0), wording.ShortDay(miss.To, 0))})
	}
	if st.partPaid() {
		out = append(out, feeNote{m.theme.Dim, m.t(wording.SheetFeesPrincipal)})
	}
	if m.unconfirmed(st) {
		out = append(out, feeNote{m.theme.Dim, m.t(wording.FeesUnconfirmed)})
	}
	if len(sum.Floor) > 0 {
		worst := slices.MinFunc(sum.Floor, func(a, b latefee.FloorBreach) int { return int(b.FloorPPM - a.FloorPPM) })
		worst.From, worst.To = sum.Floor[0].From, sum.Floor[len(sum.Floor)-1].To
		out = append(out, feeNote{m.theme.Alert, wording.FeeFloor(l, worst, today)})
	}
	for _, b := range sum.Cap {
		out = append(out, feeNote{m.theme.Alert, wording.FeeCap(l, b, today)})
	}
	return out
}

// partPaid reports whether something was paid of a document on show.
func (st *feeSheet) partPaid() bool {
	for _, i := range st.at {
		for _, p := range st.got.Claims[i].Movements {
			if !p.Credit && p.On <= st.day {
				return true
			}
		}
	}
	return false
}

// unconfirmed reports whether a rate on show was not read at its source.
func (m *Model) unconfirmed(st *feeSheet) bool {
	for _, i := range st.at {
		for n := range st.got.Statement.Lines[i].Segments {
			if doubtfulRate(&st.got.Statement.Lines[i].Segments[n]) {
				return true
			}
		}
	}
	return false
}

func doubtfulRate(g *latefee.Segment) bool {
	return g.Basis != latefee.Contract && !g.Provisional && !g.Rate.Confirmed
}

// The columns of a statement.
const (
	feeNumber = iota
	feeDue
	feeOpen
	feeInterest
	feeIndemnity
	feeTogether
	feeColumnCount
)

// feeColumns are the widths of the columns: the figures as wide as they are.
func (m *Model) feeColumns(st *feeSheet) []int {
	var most [feeColumnCount]int
	for i, t := range wording.SheetFeesColumns {
		most[i] = ui.Width(m.t(t))
	}
	var sums [feeColumnCount]int64
	for _, i := range st.at {
		c := &st.got.Claims[i]
		most[feeNumber] = max(most[feeNumber], ui.Width(ui.Clean(c.Number)))
		most[feeDue] = max(most[feeDue], ui.Width(m.voice.Day(c.Due)))
		for k, n := range st.sums(i) {
			sums[k] = max(sums[k], n)
		}
	}
	for k := feeOpen; k < feeColumnCount; k++ {
		most[k] = max(most[k], ui.Width(m.plainSum(sums[k], st.of.Currency)))
	}
	cols := make([]ui.Column, feeColumnCount)
	for i, w := range most {
		cols[i] = ui.Column{Min: w, Want: w}
	}
	cols[feeNumber].Min = min(most[feeNumber], 10)
	cols[feeTogether].Drop = 2
	cols[feeDue].Drop = 1
	return ui.Columns(m.feesWidth()-5, 2, cols)
}

// sums are the figures of a document's row, in minor units.
func (st *feeSheet) sums(i int) [feeColumnCount]int64 {
	l := &st.got.Statement.Lines[i]
	return [feeColumnCount]int64{
		feeOpen: st.got.Claims[i].Open(st.day), feeInterest: l.Interest, feeIndemnity: l.Fee, feeTogether: l.Interest + l.Fee,
	}
}

// feeCells are the words of a document's row.
func (m *Model) feeCells(st *feeSheet, i int) [feeColumnCount]string {
	c := &st.got.Claims[i]
	out := [feeColumnCount]string{ui.Clean(c.Number), m.voice.Day(c.Due)}
	for k, n := range st.sums(i) {
		if k >= feeOpen {
			out[k] = m.plainSum(n, c.Currency)
		}
	}
	return out
}

// plainSum writes an amount with its decimals, without its currency.
func (m *Model) plainSum(minor int64, cur money.Currency) string {
	s := m.voice.Exact(minor, cur)
	s = strings.TrimSuffix(strings.TrimSuffix(s, "€"), cur.String())
	return strings.Trim(strings.Replace(s, "€", "", 1), "\u00a0\u202f ")
}

func (m *Model) feeHead(w []int) sheetRow {
	return sheetRow{draw: func(l *ui.Line) {
		l.Gap(2)
		for i, t := range wording.SheetFeesColumns {
			putColumn(l, m.theme.Dim, m.t(t), w[i], i)
		}
	}}
}

// putColumn writes one cell: a name on the left, a figure on the right.
func putColumn(l *ui.Line, st ui.Style, text string, w, i int) {
	switch {
	case w == 0:
		return
	case i == feeNumber:
		l.Cell(st, text, w)
	default:
		l.Gap(2).Number(st, text, w)
	}
}

// feeRows are a document and, opened, its periods and why nothing is due.
func (m *Model) feeRows(st *feeSheet, i int, w []int) []sheetRow {
	line := &st.got.Statement.Lines[i]
	open := st.opened[line.Item]
	mark := "▸ "
	if open {
		mark = "▾ "
	}
	remark := wording.FeeRemark(m.opt.Lang, line)
	used := 2 // cells of the row
	for _, n := range w {
		if n > 0 {
			used += n + 2
		}
	}
	beside := remark != "" && !open && used+ui.Width(remark) <= m.feesWidth()-1
	rows := []sheetRow{{draw: func(l *ui.Line) {
		l.Put(m.theme.Accent, mark)
		for c, text := range m.feeCells(st, i) {
			style := m.theme.Plain
			if c == feeInterest || c == feeIndemnity {
				style = m.theme.Strong
			}
			putColumn(l, style, text, w[c], c)
		}
		if beside {
			l.Gap(2).Put(m.theme.Dim, remark)
		}
	}}}
	if remark != "" && !beside {
		rows = append(rows, m.indented(m.theme.Dim, remark)...)
	}
	if !open {
		return rows
	}
	shares := line.Shares()
	for n := range line.Segments {
		rows = append(rows, m.segmentRow(st, &line.Segments[n], shares[n]))
	}
	if line.Fee != 0 {
		f := line.WhyFee(st.got.Terms)
		text := m.voice.Figure(why.Indemnity) + " " + m.voice.Exact(line.Fee, st.got.Statement.Currency)
		if f.Rule != why.None {
			text += m.t(wording.LabelColon) + m.voice.Figure(f.Rule)
		}
		rows = append(rows, m.indented("", text)...)
		rows = append(rows, m.indented(m.theme.Dim, wording.FigureSource(m.opt.Lang, f.Source))...)
	}
	return rows
}

// segmentRow is a run of days, its product and where its rate comes from.
func (m *Model) segmentRow(st *feeSheet, g *latefee.Segment, interest int64) sheetRow {
	days, product := m.segmentDays(g), wording.FeeSegment(m.opt.Lang, g, interest, st.got.Statement.Currency)
	source := m.rateSource(g)
	return sheetRow{draw: func(l *ui.Line) {
		l.Gap(4).Put(m.theme.Dim, days).Gap(2).Put("", product)
		if l.Room() > 12 {
			l.Gap(2).Put(m.theme.Dim, source)
		}
	}}
}

func (m *Model) segmentDays(g *latefee.Segment) string {
	return wording.SheetFeesSegment.Fill(m.opt.Lang, wording.ShortDay(g.From, 0), wording.ShortDay(g.To, 0))
}

// rateSource says where a rate comes from and who entered it.
func (m *Model) rateSource(g *latefee.Segment) string {
	if g.Basis == latefee.Contract {
		return m.t(wording.Bases[latefee.Contract])
	}
	s := ui.Clean(g.Rate.Source)
	if g.Rate.EnteredBy != "" {
		s += ", " + ui.Clean(g.Rate.EnteredBy)
	}
	if doubtfulRate(g) {
		s = "? " + s
	}
	return s
}

// feesText is the statement as plain text, every period of every document.
func (m *Model) feesText(st *feeSheet) string {
	var b strings.Builder
	line := func(parts ...string) { b.WriteString(strings.Join(parts, "") + "\n") }
	f := &st.got.Statement
	line(m.t(wording.SheetFees), " · ", ui.Clean(m.nameOf(st.of)), " (", ui.Clean(st.of.Key.Account), ")")
	for _, n := range m.feeNotes(st) {
		line(n.text)
	}
	exact := func(n int64) string { return m.voice.Exact(n, f.Currency) }
	for _, i := range st.at {
		c, l := &st.got.Claims[i], &f.Lines[i]
		line()
		line(ui.Clean(c.Number), ", ", m.t(wording.LabelDue), " ", wording.ShortDay(c.Due, 0), ", ",
			m.t(wording.LabelOpen), " ", exact(c.Open(st.day)), m.t(wording.LabelColon),
			wording.SheetFeesSum.Fill(m.opt.Lang, exact(l.Interest), exact(l.Fee), exact(l.Interest+l.Fee)))
		if remark := wording.FeeRemark(m.opt.Lang, l); remark != "" {
			line("  ", remark)
		}
		shares := l.Shares()
		for n := range l.Segments {
			g := &l.Segments[n]
			line("  ", m.segmentDays(g), "  ", wording.FeeSegment(m.opt.Lang, g, shares[n], f.Currency), "  (", m.rateSource(g), ")")
		}
	}
	return b.String()
}
