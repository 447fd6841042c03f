package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"relance/domain/calendar"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/store/sheet"
)

func (p *program) planCompareCommand() *cobra.Command {
	var client string
	c := p.command("compare PLAN1 PLAN2 --client ID", wording.CmdPlanCompare, p.exactly(2), func(_ *cobra.Command, args []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		o, err := p.openToRead()
		if err != nil {
			return err
		}
		defer o.close()
		file, err := p.clientFile(o.view(), client, "")
		if err != nil {
			return err
		}
		var rows [2]comparedPlan
		for i, name := range args {
			row, err := p.planNamed(file, name)
			if err != nil {
				return err
			}
			rows[i] = comparedPlan{row.Plan.ID.String(), row.Plan.Currency}
			if i == 1 && rows[0].currency != rows[1].currency {
				return p.usage(wording.FaultPlanMoneys)
			}
		}
		a, _ := p.planNamed(file, rows[0].id)
		b, _ := p.planNamed(file, rows[1].id)
		day := shownDay(o.view())
		return p.writeComparison(plan.Compare(a.Plan, b.Plan, day), rows, day, format)
	})
	c.Flags().StringVar(&client, "client", "", p.say(wording.FlagClient))
	return c
}

type comparedPlan struct {
	id       string
	currency money.Currency
}

// What scripts get of a comparison.
type (
	figuresOut struct {
		ID          string   `json:"id,omitempty"`
		Lines       int      `json:"lines"`
		First       *string  `json:"first,omitempty"`
		End         *string  `json:"end,omitempty"`
		LengthDays  int      `json:"length_days"`
		Principal   string   `json:"principal"`
		Interest    string   `json:"interest,omitempty"`
		Fees        string   `json:"fees,omitempty"`
		Cost        string   `json:"cost"`
		Highest     string   `json:"highest"`
		AverageLife int      `json:"average_life_days"`
		Provisional bool     `json:"provisional,omitempty"`
		Open        []string `json:"open"` // principal open at the end of each month, the day's own first
		FirstLater  *int     `json:"first_days_later,omitempty"`
		EndLater    *int     `json:"end_days_later,omitempty"`
	}
	comparisonOut struct {
		Currency   string     `json:"currency"`
		A          figuresOut `json:"a"`
		B          figuresOut `json:"b"`
		Difference figuresOut `json:"difference"` // what b has more than a
	}
)

func figuresOf(id string, f *plan.Figures, cur money.Currency) figuresOut {
	return figuresOut{
		ID: id, Lines: f.Lines, First: dateOut(f.First), End: dateOut(f.End), LengthDays: f.Length, Principal: plain(f.Principal, cur),
		Interest: plain(f.Interest, cur), Fees: plain(f.Fees, cur), Cost: plain(f.Cost, cur), Highest: plain(f.Highest, cur),
		AverageLife: f.AverageLife, Provisional: f.Provisional, Open: plains(f.Open, cur),
	}
}

func plains(minors []int64, cur money.Currency) []string {
	out := make([]string, len(minors))
	for i, m := range minors {
		out[i] = plain(m, cur)
	}
	return out
}

func (p *program) writeComparison(c plan.Comparison, names [2]comparedPlan, day calendar.Date, f sheet.Format) error {
	cur := names[0].currency
	if f == sheet.JSON {
		return sheet.WriteValue(p.out, comparisonOut{
			Currency: cur.String(), A: figuresOf(names[0].id, &c.A, cur), B: figuresOf(names[1].id, &c.B, cur),
			Difference: figuresOut{
				Lines: c.Lines, LengthDays: c.Length, Principal: plain(c.Principal, cur), Cost: plain(c.Cost, cur),
				Highest: plain(c.Highest, cur), AverageLife: c.AverageLife, Open: plains(c.Open, cur), FirstLater: &c.First, EndLater: &c.End,
			},
		})
	}
	t := sheet.Table{Columns: []sheet.Column{
		{Key: "measure", Title: p.say(wording.ColMeasure)},
		{Key: "a", Title: "A", Right: true},
		{Key: "b", Title: "B", Right: true},
		{Key: "difference", Title: p.say(wording.ColGap), Right: true},
	}}
	row := func(key, more string, a, b, gap sheet.Cell) {
		name := sheet.Text(joined("_", key, more))
		if f == sheet.Aligned {
			name = sheet.Text(p.measure(key, more))
		}
		t.Rows = append(t.Rows, []sheet.Cell{name, a, b, gap})
	}
	count := func(key string, a, b int) {
		row(key, "", sheet.Number(int64(a)), sheet.Number(int64(b)), sheet.Number(int64(b-a)))
	}
	sum := func(key, more string, a, b int64) {
		row(key, more, sheet.Minor(a, cur), sheet.Minor(b, cur), sheet.Minor(b-a, cur))
	}
	count("lines", c.A.Lines, c.B.Lines)
	row("first", "", sheet.Day(c.A.First), sheet.Day(c.B.First), sheet.Number(int64(c.First)))
	row("end", "", sheet.Day(c.A.End), sheet.Day(c.B.End), sheet.Number(int64(c.End)))
	count("length", c.A.Length, c.B.Length)
	sum("principal", "", c.A.Principal, c.B.Principal)
	sum("interest", "", c.A.Interest, c.B.Interest)
	sum("fees", "", c.A.Fees, c.B.Fees)
	sum("cost", "", c.A.Cost, c.B.Cost)
	sum("highest", "", c.A.Highest, c.B.Highest)
	count("average_life", c.A.AverageLife, c.B.AverageLife)
	for i := range c.Open {
		month := day.AddMonths(i).String()[:7]
		sum("open", month, openAt(c.A.Open, i), openAt(c.B.Open, i))
	}
	return sheet.Write(p.out, t, f, p.sheetStyle())
}

func openAt(open []int64, i int) int64 {
	if i < len(open) {
		return open[i]
	}
	return 0
}

// measure names a row of the comparison for people.
func (p *program) measure(key, month string) string {
	if month == "" {
		return p.say(wording.PlanMeasures[key])
	}
	year, _ := strconv.Atoi(month[:4])
	return p.say(wording.PlanMeasures[key], month[5:]+"/"+strconv.Itoa(year))
}
