package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/sheet"
)

func (p *program) worklistCommand() *cobra.Command {
	var explain, held bool
	var limit int
	c := p.command("worklist", wording.CmdWorklist, p.exactly(0), func(*cobra.Command, []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		if limit < 0 {
			return p.usage(wording.FaultFlagValue, "limit", p.quoted(strconv.Itoa(limit)))
		}
		o, err := p.openToRead()
		if err != nil {
			return err
		}
		defer o.close()
		rows := o.view().Worklist
		if held {
			rows = append(rows[:len(rows):len(rows)], o.view().Held...)
		}
		if limit > 0 {
			rows = rows[:min(limit, len(rows))]
		}
		return p.writeWorklist(rows, shownDay(o.view()), explain, format)
	})
	c.Flags().BoolVar(&explain, "explain", false, p.say(wording.FlagExplain))
	c.Flags().BoolVar(&held, "held", false, p.say(wording.FlagHeld))
	c.Flags().IntVar(&limit, "limit", 0, p.say(wording.FlagLimitOfRows))
	return c
}

// worklistRow is a row of the list as scripts get it.
type worklistRow struct {
	Rank        int              `json:"rank"`
	Client      string           `json:"client"`
	Creditor    string           `json:"creditor"`
	Name        string           `json:"name"`
	Currency    string           `json:"currency"`
	Overdue     string           `json:"overdue"`
	Collectible string           `json:"collectible"`
	DaysLate    int              `json:"days_late"`
	Class       string           `json:"class"`
	Score       string           `json:"score"`
	Reasons     []worklistReason `json:"reasons"`
}

type worklistReason struct {
	Code   string `json:"code"`
	Text   string `json:"text"`
	Points int64  `json:"points"`
}

func (p *program) writeWorklist(rows []*desk.Row, today calendar.Date, explain bool, f sheet.Format) error {
	if f != sheet.JSON {
		return p.write(p.worklistTable(rows, today, explain, f), f, wording.SaidNothingDue)
	}
	out := make([]worklistRow, len(rows))
	for i, r := range rows {
		out[i] = worklistRow{
			Rank: i + 1, Client: r.Client.Account, Creditor: r.Client.Creditor, Name: r.Name, Currency: r.Currency.String(),
			Overdue: plain(r.Overdue, r.Currency), Collectible: plain(r.Collectible, r.Currency), DaysLate: r.DaysLate,
			Class: r.Class.Key(), Score: plain(r.Score, r.Currency), Reasons: make([]worklistReason, len(r.Reasons)),
		}
		for j, why := range r.Reasons {
			out[i].Reasons[j] = worklistReason{Code: why.Code.Key(), Text: p.reason(why, r.Currency, today), Points: why.Points}
		}
	}
	return sheet.WriteValue(p.out, out)
}

// plain is an amount as scripts get it.
func plain(minor int64, c money.Currency) string { return money.FormatPlain(money.Of(minor, c)) }

func (p *program) worklistTable(rows []*desk.Row, today calendar.Date, explain bool, f sheet.Format) sheet.Table {
	t := sheet.Table{Columns: []sheet.Column{
		{Key: "rank", Title: p.say(wording.ColRank), Right: true},
		{Key: "client", Title: p.say(wording.ColClient), Max: 20},
		{Key: "creditor", Title: p.say(wording.ColCreditor)},
		{Key: "name", Title: p.say(wording.ColName), Max: 32},
		{Key: "currency", Title: p.say(wording.ColCurrency)},
		{Key: "overdue", Title: p.say(wording.ColOverdue), Right: true},
		{Key: "collectible", Title: p.say(wording.ColToCollect), Right: true},
		{Key: "days_late", Title: p.say(wording.ColLate), Right: true},
		{Key: "class", Title: p.say(wording.ColClass)},
		{Key: "score", Title: p.say(wording.ColScore), Right: true},
		{Key: "reasons", Title: p.say(wording.ColReasons)},
	}}
	for i, r := range rows {
		class := r.Class.Key()
		if f == sheet.Aligned {
			class = wording.Class(p.lang, r.Class)
		}
		t.Rows = append(t.Rows, []sheet.Cell{
			sheet.Number(int64(i + 1)), sheet.Text(r.Client.Account), sheet.Text(r.Client.Creditor), sheet.Text(r.Name),
			sheet.Text(r.Currency.String()), sheet.Minor(r.Overdue, r.Currency), sheet.Minor(r.Collectible, r.Currency),
			sheet.Number(int64(r.DaysLate)), sheet.Text(class), sheet.Minor(r.Score, r.Currency),
			sheet.Text(p.reasons(r, today, explain)),
		})
	}
	return t
}

// reasons puts the strongest reason of a row into words, or all of them.
func (p *program) reasons(r *desk.Row, today calendar.Date, all bool) string {
	var words []string
	for _, why := range r.Reasons {
		words = append(words, p.reason(why, r.Currency, today))
		if !all {
			break
		}
	}
	return strings.Join(words, " · ")
}

// shownDay is the day that a view shows: the past day asked for, else the desk's.
func shownDay(v *desk.View) calendar.Date {
	if v.AsOf != 0 {
		return v.AsOf
	}
	return v.Day
}
