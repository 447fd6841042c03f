package paper

import (
	"slices"
	"strconv"
	"strings"

	"relance/domain/calendar"
	"relance/domain/ident"
	"relance/domain/money"
)

// sum adds amounts of one currency. Amounts of another currency than the first
// are left out, since two currencies are never added; Check names them.
func sum[T any](list []T, of func(T) money.Amount) money.Amount {
	var total money.Amount
	for _, each := range list {
		a := of(each)
		if total.Currency == (money.Currency{}) || a.Currency == (money.Currency{}) || a.Currency == total.Currency {
			total = total.Add(a)
		}
	}
	return total
}

// inCurrency is a column's title with the currency of its figures.
func inCurrency(title string, a money.Amount) string {
	if a.Currency == (money.Currency{}) {
		return title
	}
	return title + " (" + a.Currency.String() + ")"
}

// column builds a table column by column, leaving out those without content.
type column[T any] struct {
	title string
	align Align
	of    func(T) string
	foot  string
	blank string // what a cell without content reads
	kept  bool   // stands even when all cells are blank
}

func tableOf[T any](list []T, columns []column[T]) Table {
	var t Table
	t.Rows = make([][]string, len(list))
	foot := false
	for _, c := range columns {
		cells := make([]string, len(list))
		some := c.kept
		for i, each := range list {
			cells[i] = cleanLine(c.of(each))
			some = some || cells[i] != c.blank
		}
		if !some {
			continue
		}
		t.Head = append(t.Head, c.title)
		t.Align = append(t.Align, c.align)
		t.Foot = append(t.Foot, c.foot)
		foot = foot || c.foot != ""
		for i := range list {
			t.Rows[i] = append(t.Rows[i], cells[i])
		}
	}
	if !foot {
		t.Foot = nil
	}
	return t
}

// figures is a column of amounts with their sum below.
func figures[T any](l Lang, list []T, title words, kept bool, of func(T) money.Amount) column[T] {
	total := sum(list, of)
	zero := Number(l, money.Of(0, total.Currency))
	return column[T]{
		title: title.in(l), align: Right, kept: kept, blank: zero, foot: Number(l, total),
		of: func(t T) string {
			a := of(t)
			if a.Currency == (money.Currency{}) {
				a.Currency = total.Currency
			}
			return Number(l, a)
		},
	}
}

// itemsTable lists receivables, with their sum.
func itemsTable(l Lang, items []Item, late bool) []Block {
	if len(items) == 0 {
		return nil
	}
	title := wordInvoice
	for _, i := range items {
		if i.Kind != "" {
			title = wordDocument
		}
	}
	remaining := figures(l, items, wordRemaining, true, func(i Item) money.Amount { return i.Remaining })
	remaining.title = inCurrency(remaining.title, sum(items, func(i Item) money.Amount { return i.Remaining }))
	columns := []column[Item]{
		{title: title.in(l), kept: true, foot: wordTotal.in(l), of: func(i Item) string { return strings.TrimSpace(i.Kind + " " + i.Number) }},
		{title: wordDate.in(l), of: func(i Item) string { return ShortDate(l, i.Date) }},
		{title: wordDue.in(l), of: func(i Item) string { return ShortDate(l, i.Due) }},
		figures(l, items, wordOriginal, false, func(i Item) money.Amount { return i.Original }),
		remaining,
	}
	if slices.ContainsFunc(items, func(i Item) bool { return i.Disputed.Minor != 0 }) {
		columns = append(columns, figures(l, items, wordDisputed, true, func(i Item) money.Amount { return i.Disputed }))
	}
	if late {
		columns = append(columns, column[Item]{title: wordDaysLate.in(l), align: Right, of: func(i Item) string {
			if i.DaysLate <= 0 {
				return ""
			}
			return strconv.Itoa(i.DaysLate)
		}})
	}
	columns = append(columns, column[Item]{title: wordRemark.in(l), of: func(i Item) string { return i.Note }})
	return []Block{tableOf(items, columns)}
}

// chargesTable lists what receivables bear for being late, one line each.
func chargesTable(l Lang, charges []Charge) []Block {
	if len(charges) == 0 {
		return nil
	}
	principal := figures(l, charges, wordPrincipal, true, func(c Charge) money.Amount { return c.Principal })
	principal.title = inCurrency(principal.title, sum(charges, func(c Charge) money.Amount { return c.Principal }))
	interest := figures(l, charges, wordInterest, true, func(c Charge) money.Amount { return c.Interest })
	interest.of = func(c Charge) string {
		if c.provisional() {
			return Number(l, c.Interest) + nbsp + "*"
		}
		return Number(l, c.Interest)
	}
	return []Block{tableOf(charges, []column[Charge]{
		{title: wordInvoice.in(l), kept: true, foot: wordTotal.in(l), of: func(c Charge) string { return c.Number }},
		{title: wordDue.in(l), of: func(c Charge) string { return ShortDate(l, c.Due) }},
		principal,
		interest,
		figures(l, charges, wordIndemnity, false, func(c Charge) money.Amount { return c.Indemnity }),
		figures(l, charges, wordTotal, false, func(c Charge) money.Amount { return c.Total }),
		{title: wordWaived.in(l), of: func(c Charge) string { return c.Waived }},
	})}
}

// provisional reports whether a rate of the computation was not published.
func (c Charge) provisional() bool {
	return slices.ContainsFunc(c.Segments, func(s Segment) bool { return s.Provisional })
}

// segmentsTable shows how interest was computed, period by period.
func segmentsTable(l Lang, charges []Charge) []Block {
	type row struct {
		number string
		Segment
	}
	var rows []row
	for _, c := range charges {
		for _, s := range c.Segments {
			rows = append(rows, row{c.Number, s})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	interest := figures(l, rows, wordInterest, true, func(r row) money.Amount { return r.Interest })
	return []Block{tableOf(rows, []column[row]{
		{title: wordInvoice.in(l), kept: true, foot: wordTotal.in(l), of: func(r row) string { return r.number }},
		{title: wordPeriod.in(l), kept: true, of: func(r row) string { return ShortDate(l, r.From) + " – " + ShortDate(l, r.To) }},
		{title: wordDays.in(l), align: Right, of: func(r row) string { return strconv.Itoa(r.Days) }},
		{title: wordRate.in(l), align: Right, kept: true, of: func(r row) string {
			if r.Provisional {
				return Rate(l, r.RatePPM) + " *"
			}
			return Rate(l, r.RatePPM)
		}},
		{title: wordBase.in(l), align: Right, kept: true, of: func(r row) string { return Number(l, r.Base) }},
		interest,
		{title: wordSource.in(l), of: func(r row) string { return r.Source }},
	})}
}

// scheduleTable lists instalments. Columns that hold nothing are left out.
func scheduleTable(l Lang, lines []Line) []Block {
	if len(lines) == 0 {
		return nil
	}
	bare := func(of func(Line) money.Amount) func(Line) string {
		return func(line Line) string { return Number(l, of(line)) }
	}
	amount := figures(l, lines, wordAmount, true, func(i Line) money.Amount { return i.Amount })
	amount.title = inCurrency(amount.title, sum(lines, func(i Line) money.Amount { return i.Amount }))
	interest := figures(l, lines, wordInterest, false, func(i Line) money.Amount { return i.Interest })
	fee := figures(l, lines, wordIndemnity, false, func(i Line) money.Amount { return i.Fee })
	charged := interest.foot != interest.blank || fee.foot != fee.blank
	principal := figures(l, lines, wordPrincipal, true, func(i Line) money.Amount { return i.Principal })
	columns := []column[Line]{
		{title: wordNumber.in(l), align: Right, kept: true, of: func(i Line) string { return strconv.Itoa(i.No) }},
		{title: wordDate.in(l), kept: true, foot: wordTotal.in(l), of: func(i Line) string { return ShortDay(l, i.Date) }},
	}
	if charged {
		columns = append(columns, principal, interest, fee)
	}
	columns = append(columns, amount,
		column[Line]{
			title: wordCumulated.in(l), align: Right, of: bare(func(i Line) money.Amount { return i.Cumulated }),
			blank: Number(l, money.Of(0, amountCurrency(lines))),
		},
		column[Line]{title: wordLeft.in(l), align: Right, kept: true, of: bare(func(i Line) money.Amount { return i.Remaining })},
		column[Line]{title: wordReference.in(l), of: func(i Line) string { return printedReference(i.Reference) }},
		column[Line]{title: wordState.in(l), of: func(i Line) string { return i.State }},
	)
	return []Block{tableOf(lines, columns)}
}

func amountCurrency(lines []Line) money.Currency { return lines[0].Amount.Currency }

// movedLines tells of the dates that weekends and holidays moved.
func movedLines(l Lang, lines []Line) []Block {
	var blocks []Block
	for _, i := range lines {
		if i.Moved.IsZero() || i.Moved == i.Date {
			continue
		}
		blocks = append(blocks, Paragraph{
			Bullet: true,
			Text:   wordInstalment.in(l) + " " + strconv.Itoa(i.No) + wordColon.in(l) + Day(l, i.Date) + " " + wordInstead.in(l) + " " + Day(l, i.Moved),
		})
	}
	return blocks
}

// printedReference is a payment reference as people read it: in groups where it
// is an RF reference or a Belgian structured communication.
func printedReference(s string) string {
	switch {
	case ident.CheckRF(s) == nil:
		return ident.FormatRF(s)
	case ident.CheckOGM(s) == nil:
		return ident.FormatOGM(s)
	}
	return cleanLine(s)
}

// partyLines is a party as the head of a letter has it.
func partyLines(p Party) string {
	lines := []string{p.Name}
	lines = append(lines, p.Address...)
	if ids := identifiers(p.IDs); ids != "" {
		lines = append(lines, ids)
	}
	var out []string
	for _, each := range lines {
		if each = strings.TrimSpace(cleanLine(each)); each != "" {
			out = append(out, each)
		}
	}
	return strings.Join(out, "\n")
}

// pairs leaves out what has no value.
func pairs(list ...KeyValue) []Block {
	var out []KeyValue
	for _, p := range list {
		if p.Value = strings.TrimSpace(cleanLine(p.Value)); p.Value != "" {
			out = append(out, p)
		}
	}
	if out == nil {
		return nil
	}
	return []Block{KeyValues{Pairs: out}}
}

// sums is pairs of figures.
func sums(list ...KeyValue) []Block {
	blocks := pairs(list...)
	for i, b := range blocks {
		if kv, ok := b.(KeyValues); ok {
			kv.Right = true
			blocks[i] = kv
		}
	}
	return blocks
}

// placed writes "Lille, le 23 novembre 2026".
func placed(l Lang, place string, d calendar.Date) string {
	if place = cleanLine(place); place == "" {
		return strings.Replace(wordOn.in(l), "%s", Date(l, d), 1)
	}
	return place + wordPlaced.in(l) + Date(l, d)
}
