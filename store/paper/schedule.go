package paper

import (
	"io"

	"relance/domain/money"
	"relance/store/sheet"
)

// ScheduleTable is a schedule as a table of data, for CSV and other forms. Its
// keys are never renamed.
func ScheduleTable(l Lang, lines []Line) sheet.Table {
	t := sheet.Table{Columns: []sheet.Column{
		{Key: "no", Title: wordNumber.in(l), Right: true},
		{Key: "date", Title: wordDate.in(l)},
		{Key: "moved_from", Title: wordInstead.in(l)},
		{Key: "principal", Title: wordPrincipal.in(l), Right: true},
		{Key: "interest", Title: wordInterest.in(l), Right: true},
		{Key: "fee", Title: wordIndemnity.in(l), Right: true},
		{Key: "amount", Title: wordAmount.in(l), Right: true},
		{Key: "cumulated", Title: wordCumulated.in(l), Right: true},
		{Key: "remaining", Title: wordLeft.in(l), Right: true},
		{Key: "currency", Title: "€"},
		{Key: "reference", Title: wordReference.in(l)},
		{Key: "state", Title: wordState.in(l)},
	}}
	for _, i := range lines {
		moved := i.Moved
		if moved == i.Date {
			moved = 0
		}
		minor := func(a money.Amount) sheet.Cell { return sheet.Minor(a.Minor, i.Amount.Currency) }
		t.Rows = append(t.Rows, []sheet.Cell{
			sheet.Number(int64(i.No)), sheet.Day(i.Date), sheet.Day(moved),
			minor(i.Principal), minor(i.Interest), minor(i.Fee), minor(i.Amount), minor(i.Cumulated), minor(i.Remaining),
			sheet.Text(i.Amount.Currency.String()), sheet.Text(i.Reference), sheet.Text(i.State),
		})
	}
	return t
}

// WriteScheduleCSV writes a schedule as CSV, in the French dialect (semicolons,
// decimal commas, byte order mark) where french is set. Texts cannot act as
// formulas.
func WriteScheduleCSV(w io.Writer, l Lang, lines []Line, french bool) error {
	return sheet.WriteCSV(w, ScheduleTable(l, lines), sheet.Style{French: french})
}
