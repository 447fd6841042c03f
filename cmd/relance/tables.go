package main

import (
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/store/sheet"
)

// columns makes columns of keys and titles; those marked > stand at the right.
func (p *program) columns(cols ...column) []sheet.Column {
	out := make([]sheet.Column, len(cols))
	for i, c := range cols {
		out[i] = sheet.Column{Key: c.key, Title: p.say(c.title), Right: c.right, Max: c.most}
	}
	return out
}

type column struct {
	key   string
	title wording.Text
	right bool
	most  int
}

var ownerColumns = []column{{key: "client", title: wording.ColClient}, {key: "creditor", title: wording.ColCreditor}}

func (p *program) owned(cols ...column) []sheet.Column {
	return p.columns(append(ownerColumns[:2:2], cols...)...)
}

func ownedBy(k ledger.ClientKey, cells ...sheet.Cell) []sheet.Cell {
	return append([]sheet.Cell{sheet.Text(k.Account), sheet.Text(k.Creditor)}, cells...)
}

func (p *program) itemsTable(files []*desk.File, f sheet.Format) sheet.Table {
	t := sheet.Table{Columns: p.owned(
		column{key: "number", title: wording.ColNumber, most: 28}, column{key: "kind", title: wording.ColKind},
		column{key: "date", title: wording.ColDate}, column{key: "due", title: wording.ColDue},
		column{key: "due_source", title: wording.ColDueSource}, column{key: "currency", title: wording.ColCurrency},
		column{key: "amount", title: wording.ColAmount, right: true}, column{key: "open", title: wording.ColOpen, right: true},
		column{key: "days_late", title: wording.ColLate, right: true}, column{key: "state", title: wording.ColState},
	)}
	for _, file := range files {
		for i := range file.Items {
			r := &file.Items[i]
			t.Rows = append(t.Rows, ownedBy(file.Client.Key,
				sheet.Text(r.Key.Number), p.itemKind(f, r.Key.Kind), sheet.Day(r.Key.Date), sheet.Day(r.Due),
				p.dueSource(f, r.DueSource), sheet.Text(r.Currency.String()), sheet.Minor(r.Amount, r.Currency),
				sheet.Minor(r.Open, r.Currency), sheet.Number(int64(r.DaysLate)), p.itemState(f, r.State)))
		}
	}
	return t
}

func (p *program) promisesTable(files []*desk.File, f sheet.Format) sheet.Table {
	t := sheet.Table{Columns: p.owned(
		column{key: "id", title: wording.ColID}, column{key: "currency", title: wording.ColCurrency},
		column{key: "amount", title: wording.ColAmount, right: true}, column{key: "due", title: wording.ColDue},
		column{key: "state", title: wording.ColState}, column{key: "paid", title: wording.ColPaid, right: true},
		column{key: "paid_on", title: wording.ColPaidOn}, column{key: "origin", title: wording.ColOrigin},
		column{key: "items", title: wording.ColItems, most: 40}, column{key: "made_on", title: wording.ColMadeOn},
		column{key: "person", title: wording.ColPerson, most: 28},
		column{key: "level", title: wording.ColLevel}, column{key: "replaced_by", title: wording.ColReplacedBy},
	)}
	for _, file := range files {
		for i := range file.Promises {
			r := &file.Promises[i]
			t.Rows = append(t.Rows, ownedBy(file.Client.Key,
				sheet.Text(r.ID.String()), sheet.Text(r.Currency.String()), sheet.Minor(r.Amount, r.Currency), sheet.Day(r.Due),
				p.promiseState(f, r.State), sheet.Minor(r.Paid, r.Currency), sheet.Day(r.PaidOn), p.promiseOrigin(f, r.Origin),
				sheet.List(numbers(r.Parts)), sheet.Day(r.Made), sheet.Text(r.Person),
				p.promiseLevel(f, r.Level), p.replacedBy(f, file, r.ReplacedBy)))
		}
	}
	return t
}

// plansTable has a row for each instalment.
func (p *program) plansTable(files []*desk.File, f sheet.Format) sheet.Table {
	t := p.planColumns()
	var plans []*journal.Plan
	for _, file := range files {
		for i := range file.Plans {
			r := &file.Plans[i]
			plans = append(plans, &r.Plan)
			for n := range r.Plan.Instalments {
				var line plan.InstalmentStanding
				if n < len(r.Standing.Instalments) {
					line = r.Standing.Instalments[n]
				}
				t.Rows = append(t.Rows, ownedBy(file.Client.Key, p.planCells(&r.Plan, r.Standing.State, n, line, file.Zone, f)...))
			}
		}
	}
	if f == sheet.Aligned {
		return dropped(withFee(t), bareColumns(plans...)...)
	}
	return t
}

func (p *program) planColumns() sheet.Table {
	return sheet.Table{Columns: p.owned(
		column{key: "id", title: wording.ColID}, column{key: "plan_state", title: wording.ColState},
		column{key: "currency", title: wording.ColCurrency}, column{key: "total", title: wording.ColTotal, right: true},
		column{key: "no", title: wording.ColInstalment, right: true}, column{key: "due", title: wording.ColDue},
		column{key: "principal", title: wording.ColPrincipal, right: true}, column{key: "interest", title: wording.ColInterest, right: true},
		column{key: "amount", title: wording.ColAmount, right: true}, column{key: "paid", title: wording.ColPaid, right: true},
		column{key: "state", title: wording.ColState}, column{key: "fee", title: wording.ColIndemnity, right: true},
		column{key: "asked_on", title: wording.ColAsked}, column{key: "moved", title: wording.ColRemark},
	)}
}

func (p *program) planCells(pl *journal.Plan, state plan.State, n int, now plan.InstalmentStanding, z calendar.Zone, f sheet.Format) []sheet.Cell {
	line, cur := pl.Instalments[n], pl.Currency
	return []sheet.Cell{
		sheet.Text(pl.ID.String()), p.planState(f, state), sheet.Text(cur.String()), sheet.Minor(pl.Total(), cur),
		sheet.Number(int64(n + 1)), sheet.Day(line.Due), sheet.Minor(line.Principal, cur), sheet.Minor(line.Interest, cur),
		sheet.Minor(line.Amount(), cur), sheet.Minor(now.Paid, cur), p.instalmentState(f, now.State),
		sheet.Minor(line.Fee, cur), sheet.Day(movedFrom(&line)), p.moved(&line, z, f),
	}
}

func (p *program) disputesTable(files []*desk.File, f sheet.Format) sheet.Table {
	t := sheet.Table{Columns: p.owned(
		column{key: "id", title: wording.ColID}, column{key: "reason", title: wording.ColReason},
		column{key: "currency", title: wording.ColCurrency}, column{key: "amount", title: wording.ColAmount, right: true},
		column{key: "items", title: wording.ColItems, most: 40}, column{key: "state", title: wording.ColState},
		column{key: "opened_on", title: wording.ColOpenedOn}, column{key: "due", title: wording.ColDue},
	)}
	for _, file := range files {
		home := file.Creditor.Currency
		for i := range file.Disputes {
			r := &file.Disputes[i]
			t.Rows = append(t.Rows, ownedBy(file.Client.Key,
				sheet.Text(r.ID.String()), p.disputeReason(f, r.Reason), sheet.Text(home.String()), sheet.Minor(r.Amount, home),
				sheet.List(numbers(r.Items)), p.disputeState(f, r.State), sheet.Day(r.OpenedOn), sheet.Day(r.Due)))
		}
	}
	return t
}

// actionsTable has a row for each thing recorded of the clients.
func (p *program) actionsTable(files []*desk.File, f sheet.Format) sheet.Table {
	t := sheet.Table{Columns: p.owned(
		column{key: "id", title: wording.ColID}, column{key: "act", title: wording.ColAct}, column{key: "day", title: wording.ColDay},
		column{key: "kind", title: wording.ColKind}, column{key: "author", title: wording.ColAuthor},
		column{key: "state", title: wording.ColState}, column{key: "text", title: wording.ColText},
	)}
	for _, file := range files {
		for i := range file.Timeline {
			r := p.timelineOf(&file.Timeline[i], file)
			t.Rows = append(t.Rows, ownedBy(file.Client.Key,
				sheet.Text(r.ID), sheet.Text(r.Act), sheet.Day(file.Timeline[i].Event.Day), sheet.Text(r.Kind),
				sheet.Text(r.Author), word(f, r.State, p.say(wording.ActStates[r.State])), sheet.Text(r.Text)))
		}
	}
	if f == sheet.Aligned {
		return dropped(t, "id", "act", "kind")
	}
	return t
}

// dropped gives a table without some columns.
func dropped(t sheet.Table, keys ...string) sheet.Table {
	var keep []int
	out := sheet.Table{Rows: make([][]sheet.Cell, len(t.Rows))}
columns:
	for i, c := range t.Columns {
		for _, k := range keys {
			if c.Key == k {
				continue columns
			}
		}
		keep = append(keep, i)
		out.Columns = append(out.Columns, c)
	}
	for r, row := range t.Rows {
		for _, i := range keep {
			out.Rows[r] = append(out.Rows[r], row[i])
		}
	}
	return out
}

// sum writes an amount for people.
func (p *program) sum(minor int64, c money.Currency) string {
	return money.Format(money.Of(minor, c), p.style())
}
