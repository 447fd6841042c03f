package tui

import (
	"strconv"

	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/tui/planeditor"
	"relance/tui/ports"
	"relance/tui/ui"
)

// planRows are the additions behind a plan: those of the line under the cursor,
// or those of the whole.
func (m *Model) planRows(u *planeditor.Under) (title string, rows []sheetRow) {
	if u.Line >= 0 {
		in := &u.Plan.Instalments[u.Line]
		title = wording.WhyPlanLine.Fill(m.opt.Lang, u.Name, m.voice.Day(in.Due))
		return title, m.planLineRows(u, u.Line)
	}
	title = u.Name
	if u.Value != "" {
		rows = append(rows, m.termRows(m.theme.Strong, "", u.Name, u.Value)...)
	}
	if u.Hint != "" {
		rows = append(rows, m.remark(u.Hint)...)
	}
	if len(rows) > 0 {
		rows = append(rows, textRow("", ""))
	}
	rows = append(rows, m.balanceRows(u)...)
	rows = append(rows, m.wholeRows(u)...)
	rows = append(rows, m.averageRows(u)...)
	if u.Row != nil && u.Plan.Interest == journal.ChargesAsked {
		for i := range u.Plan.Instalments {
			rows = append(rows, textRow("", ""))
			rows = append(rows, m.planLineRows(u, i)...)
		}
	}
	return title, rows
}

func (m *Model) remark(text string) []sheetRow { return m.under("  ", text) }

// under is a dim text below a figure, on as many rows as it takes.
func (m *Model) under(indent, text string) []sheetRow {
	var rows []sheetRow
	for _, line := range ui.Wrap(text, max(m.sheetWidth()-4-len(indent), 20), 0) {
		rows = append(rows, textRow(m.theme.Dim, indent+line))
	}
	return rows
}

func (m *Model) planSum(u *planeditor.Under, n int64) string {
	return m.voice.Exact(n, u.Plan.Currency)
}

// planLineRows open one instalment: what it pays of each document, and what of
// interest and indemnity goes with that.
func (m *Model) planLineRows(u *planeditor.Under, line int) []sheetRow {
	in := &u.Plan.Instalments[line]
	name := wording.WhyPlanLine.Fill(m.opt.Lang, strconv.Itoa(line+1), m.voice.Day(in.Due))
	if line == u.Line {
		name = wording.WhyPlanLine.Fill(m.opt.Lang, u.Name, m.voice.Day(in.Due))
	}
	rows := m.termRows(m.theme.Strong, "", name, m.planSum(u, in.Amount()))
	rows = append(rows, m.chargeTerms(u, in.Principal, in.Interest, in.Fee)...)
	got := m.opt.Reader.PlanLine(m.view, m.current.Key, &u.Plan, line)
	return append(rows, m.partRows(u, &got)...)
}

// chargeTerms are the three parts of a sum; those that are nothing are left out.
func (m *Model) chargeTerms(u *planeditor.Under, principal, interest, fees int64) []sheetRow {
	var rows []sheetRow
	for _, t := range []struct {
		name wording.Text
		n    int64
	}{{wording.WhyPlanPrincipal, principal}, {wording.WhyPlanInterest, interest}, {wording.WhyPlanFees, fees}} {
		if t.n != 0 {
			rows = append(rows, m.termRows("", "  ", m.t(t.name), m.planSum(u, t.n))...)
		}
	}
	return rows
}

// partRows are the documents, with the periods of the interest and their rates.
func (m *Model) partRows(u *planeditor.Under, got *ports.Opened) []sheetRow {
	switch {
	case got.Missing != nil:
		return m.remark(wording.WhyPlanNoRate.Fill(m.opt.Lang, wording.ShortDay(got.Missing.From, 0), wording.ShortDay(got.Missing.To, 0)))
	case got.Err != nil:
		return m.remark(m.t(wording.WhyPlanCannot))
	}
	var rows []sheetRow
	charged, fee := false, false
	for i := range got.Parts {
		p := &got.Parts[i]
		name := ui.Clean(p.Item.Number)
		if !p.Due.IsZero() {
			name = wording.WhyPlanDocument.Fill(m.opt.Lang, name, m.voice.Day(p.Due))
		}
		rows = append(rows, m.termRows("", "  ", name, m.planSum(u, p.Principal))...)
		if p.Interest != 0 {
			charged = true
			rows = append(rows, m.termRows(m.theme.Dim, "    ", m.t(wording.WhyPlanInterest), m.planSum(u, p.Interest))...)
		}
		shares := latefee.Shares(p.Segments, p.Interest)
		for n := range p.Segments {
			g := &p.Segments[n]
			rows = append(rows, m.under("      ", m.segmentDays(g)+" : "+wording.FeeSegment(m.opt.Lang, g, shares[n], u.Plan.Currency))...)
			rows = append(rows, m.under("        ", m.rateSource(g))...)
		}
		if p.Fee != 0 {
			fee = true
			rows = append(rows, m.termRows(m.theme.Dim, "    ", m.t(wording.WhyPlanFees), m.planSum(u, p.Fee))...)
		}
	}
	if charged {
		rows = append(rows, m.remark(m.t(wording.WhyPlanRule))...)
	}
	if fee {
		rows = append(rows, m.remark(m.t(wording.WhyPlanFee))...)
	}
	if !got.Same {
		rows = append(rows, m.remark(m.t(wording.WhyPlanOther))...)
	}
	return rows
}

// wholeRows are what the plan asks for in all, and what it waives or suspends.
func (m *Model) wholeRows(u *planeditor.Under) []sheetRow {
	p, f := &u.Plan, &u.Figures
	rows := m.termRows(m.theme.Strong, "", m.t(wording.WhyPlanWhole), m.planSum(u, f.Principal+f.Cost))
	rows = append(rows, m.chargeTerms(u, f.Principal, f.Interest, f.Fees)...)
	if p.Interest == journal.ChargesReserved && p.Fees == journal.ChargesReserved {
		return append(append(rows, m.remark(m.t(wording.WhyPlanReserved))...), textRow("", ""))
	}
	rows = append(rows, textRow("", ""))
	if f.Cost > 0 {
		rows = append(rows, m.termRows(m.theme.Strong, "", m.t(wording.WhyPlanCost), m.planSum(u, f.Cost))...)
	}
	if !p.ChargedTo.IsZero() {
		for _, set := range []struct {
			mode journal.ChargeMode
			text wording.Text
		}{{journal.ChargesWaived, wording.WhyPlanWaived}, {journal.ChargesSuspended, wording.WhyPlanSuspended}} {
			interest, fee := int64(b2i(p.Interest == set.mode))*p.Charged, int64(b2i(p.Fees == set.mode))*p.ChargedFee
			if interest+fee != 0 {
				rows = append(rows, m.termRows(m.theme.Strong, "", set.text.Fill(m.opt.Lang, m.voice.Day(p.ChargedTo)), m.planSum(u, interest+fee))...)
				rows = append(rows, m.chargeTerms(u, 0, interest, fee)...)
			}
		}
	}
	got := m.opt.Reader.PlanCharges(m.view, m.current.Key, p)
	return append(append(rows, m.partRows(u, &got)...), textRow("", ""))
}

// averageRows are the addition behind the average exposure.
func (m *Model) averageRows(u *planeditor.Under) []sheetRow {
	rows := m.termRows(m.theme.Strong, "", m.t(wording.WhyPlanAverage), wording.WhyPlanDays.Fill(m.opt.Lang, u.Figures.AverageLife))
	for i := range u.Plan.Instalments {
		in := &u.Plan.Instalments[i]
		text := wording.WhyPlanWaits.Fill(m.opt.Lang, m.voice.Day(in.Due), m.planSum(u, in.Principal), max(in.Due.Sub(m.today()), 0))
		rows = append(rows, textRow(m.theme.Dim, "  "+text))
	}
	return rows
}

// balanceRows are the addition behind what a breach makes due.
func (m *Model) balanceRows(u *planeditor.Under) []sheetRow {
	if u.Row == nil || u.Row.Standing.State != plan.Breached {
		return nil
	}
	a := u.Row.Accelerated
	if a.Step == plan.NoStep {
		a = plan.Accelerate(u.Plan, u.Row.Standing, 0, m.today())
	}
	rows := m.termRows(m.theme.Strong, "", m.t(wording.WhyPlanBalance), m.planSum(u, a.Total()))
	for _, t := range []struct {
		name wording.Text
		n    int64
	}{{wording.WhyPlanUnpaid, a.Principal}, {wording.WhyPlanAskedLeft, a.Interest}, {wording.WhyPlanFeesLeft, a.Fees}} {
		if t.n != 0 {
			rows = append(rows, m.termRows("", "  ", m.t(t.name), m.planSum(u, t.n))...)
		}
	}
	words := wording.PlanBreach(m.opt.Lang, u.Plan.Clause, a, u.Plan.Currency, m.today())
	return append(append(rows, m.remark(words)...), textRow("", ""))
}
