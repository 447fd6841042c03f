package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"relance/domain/desk"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/store/sheet"
)

// planListOptions are the flags of plan list.
type planListOptions struct {
	wanted   [desk.PlanFilterCount]bool
	expected bool
}

// cashWeeks is how many weeks ahead the cash expected is shown: a quarter.
const cashWeeks = 13

func (p *program) planListCommand() *cobra.Command {
	var opt planListOptions
	c := p.command("list", wording.CmdPlanList, p.exactly(0), func(*cobra.Command, []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		return p.planList(opt, format)
	})
	f := c.Flags()
	for filter, flag := range map[desk.PlanFilter]struct {
		name string
		text wording.Text
	}{
		desk.PlansDueThisWeek: {"due-this-week", wording.FlagDueThisWeek}, desk.PlansAtRisk: {"at-risk", wording.FlagAtRisk},
		desk.PlansBroken: {"broken", wording.FlagBroken}, desk.PlansCompleted: {"completed", wording.FlagCompleted},
		desk.PlansNotSigned: {"not-signed", wording.FlagNotSigned}, desk.PlansRunning: {"running", wording.FlagRunning},
	} {
		f.BoolVar(&opt.wanted[filter], flag.name, false, p.say(flag.text))
	}
	f.BoolVar(&opt.expected, "expected", false, p.say(wording.FlagExpected))
	return c
}

func (p *program) planList(opt planListOptions, f sheet.Format) error {
	filter, asked := desk.PlansAll, 0
	for i, wanted := range opt.wanted {
		if wanted {
			filter = desk.PlanFilter(i)
			asked++
		}
	}
	if asked > 1 || opt.expected && asked > 0 {
		return p.usage(wording.FaultOneList)
	}
	o, err := p.openToRead()
	if err != nil {
		return err
	}
	defer o.close()
	cash := o.view().Expected(cashWeeks)
	switch {
	case opt.expected && f == sheet.Aligned:
		p.printCash(cash)
		return nil
	case opt.expected:
		return sheet.Write(p.out, p.cashTable(cash), f, p.sheetStyle())
	}
	rows := o.view().Plans(filter)
	if f == sheet.Aligned && len(rows) == 0 {
		p.tell(wording.SaidNoPlanList, p.say(wording.PlanLists[filter]))
	} else if err := sheet.Write(p.out, p.planListTable(rows, f), f, p.sheetStyle()); err != nil {
		return err
	}
	if f == sheet.Aligned {
		p.printCash(cash)
	}
	return nil
}

func (p *program) planListTable(rows []desk.PlanEntry, f sheet.Format) sheet.Table {
	t := sheet.Table{Columns: p.owned(
		column{key: "name", title: wording.ColName, most: 30}, column{key: "id", title: wording.ColID},
		column{key: "state", title: wording.ColState}, column{key: "currency", title: wording.ColCurrency},
		column{key: "next_due", title: wording.ColNextDue}, column{key: "next_amount", title: wording.ColAmount, right: true},
		column{key: "missing", title: wording.ColMissing, right: true}, column{key: "days_late", title: wording.ColLate, right: true},
		column{key: "total", title: wording.ColTotal, right: true}, column{key: "sign_by", title: wording.ColSignBy},
		column{key: "reason", title: wording.ColReasons},
	)}
	signs := false
	for i := range rows {
		r := &rows[i]
		cur := r.Row.Plan.Currency
		signs = signs || !r.Row.Standing.SignBy.IsZero()
		next, risk := sheet.Cell{}, ""
		if !r.NextDue.IsZero() {
			next = sheet.Minor(r.NextAmount, cur)
		}
		if r.Risk != plan.NoRisk {
			risk = r.Risk.Key()
		}
		t.Rows = append(t.Rows, ownedBy(r.Client,
			sheet.Text(r.Name), sheet.Text(r.Row.Plan.ID.String()), p.planState(f, r.Row.Standing.State), sheet.Text(cur.String()),
			sheet.Day(r.NextDue), next, sheet.Minor(r.Missing, cur), sheet.Number(int64(r.DaysLate)),
			sheet.Minor(r.Row.Plan.Asked(), cur), sheet.Day(r.Row.Standing.SignBy), word(f, risk, p.listReason(r))))
	}
	if f == sheet.Aligned {
		t = dropped(t, "creditor", "id")
		if !signs {
			t = dropped(t, "sign_by")
		}
	}
	return t
}

// listReason says what to know of a plan of the list: why it may not hold, or
// what comes after its breach.
func (p *program) listReason(r *desk.PlanEntry) string {
	if step := wording.PlanStep(p.lang, r.Row.Accelerated.Step); step != "" {
		return step
	}
	return wording.PlanRisk(p.lang, r.Risk)
}

// cashTable has a row for each week, after one for what is overdue.
func (p *program) cashTable(cash []desk.ExpectedCash) sheet.Table {
	t := sheet.Table{Columns: p.columns(
		column{key: "currency", title: wording.ColCurrency}, column{key: "week", title: wording.ColWeek},
		column{key: "monday", title: wording.ColMonday}, column{key: "signed", title: wording.ColSigned, right: true},
		column{key: "proposed", title: wording.ColProposed, right: true}, column{key: "promised", title: wording.ColPromised, right: true},
		column{key: "total", title: wording.ColTotal, right: true},
	)}
	for _, c := range cash {
		none := sheet.Cell{}
		t.Rows = append(t.Rows, []sheet.Cell{
			sheet.Text(c.Currency.String()), sheet.Text("overdue"), sheet.Day(0), none, none, none, sheet.Minor(c.Overdue, c.Currency),
		})
		for i := range c.Weeks {
			w := &c.Weeks[i]
			t.Rows = append(t.Rows, []sheet.Cell{
				sheet.Text(c.Currency.String()), sheet.Text(fmt.Sprintf("%d-W%02d", w.Year, w.Number)), sheet.Day(w.Monday),
				sheet.Minor(w.Signed, c.Currency), sheet.Minor(w.Proposed, c.Currency), sheet.Minor(w.Promised, c.Currency),
				sheet.Minor(w.Total(), c.Currency),
			})
		}
	}
	return t
}

// barWidth is how long the bar of the highest week is.
const barWidth = 24

// printCash draws what is expected week by week, as bars.
func (p *program) printCash(cash []desk.ExpectedCash) {
	if len(cash) == 0 {
		p.tell(wording.SaidNoCash)
	}
	for _, c := range cash {
		fmt.Fprintf(p.out, "\n%s\n", p.say(wording.SaidCash, c.Currency))
		highest, wide := c.Overdue, 0
		sums := []string{p.sum(c.Overdue, c.Currency)}
		for i := range c.Weeks {
			highest = max(highest, c.Weeks[i].Total())
			sums = append(sums, p.sum(c.Weeks[i].Total(), c.Currency))
		}
		for _, s := range sums {
			wide = max(wide, utf8.RuneCountInString(s))
		}
		line := func(label, sum string, signed, rest int64, note string) {
			bar := bars(signed, rest, highest)
			gap := strings.Repeat(" ", barWidth+1-utf8.RuneCountInString(bar)+wide-utf8.RuneCountInString(sum))
			fmt.Fprintln(p.out, strings.TrimRight("  "+label+"  "+bar+gap+sum+note, " "))
		}
		if c.Overdue > 0 {
			line(fmt.Sprintf("%-9s", p.say(wording.CashOverdue)), sums[0], c.Overdue, 0, "")
		}
		for i := range c.Weeks {
			w := &c.Weeks[i]
			note := ""
			if w.Proposed > 0 {
				note = "  " + p.say(wording.CashParts, p.sum(w.Proposed, c.Currency))
			}
			label := p.say(wording.CashWeek, w.Number) + " " + p.shortDay(w.Monday)[:5]
			line(label, sums[i+1], w.Signed+w.Promised, w.Proposed, note)
		}
	}
}

// bars draws two figures one after the other, the second one lighter; each that
// is not nothing shows.
func bars(dark, light, highest int64) string {
	solid := barLength(dark, highest)
	return strings.Repeat("▇", solid) + strings.Repeat("░", min(barLength(light, highest), barWidth-solid))
}

func barLength(n, highest int64) int {
	if n <= 0 || highest <= 0 {
		return 0
	}
	return int(max(1, money.MulDiv(n, barWidth, highest)))
}
