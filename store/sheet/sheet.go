// Package sheet writes tables out: as comma-separated values that a spreadsheet
// opens, as JSON for scripts, and as aligned columns for a terminal. Text in a
// table is data: no form that is written lets it act on a spreadsheet or on a
// terminal.
package sheet

import (
	"relance/domain/calendar"
	"relance/domain/money"
)

// Column is one column of a table: its key in files, its title for people.
type Column struct {
	Key   string
	Title string
	Right bool // figures stand at the right
	Max   int  // greatest width on a terminal, in cells; 0 = no limit
}

// Table is rows under columns. Every row has one cell for each column.
type Table struct {
	Columns []Column
	Rows    [][]Cell
}

type kind uint8

const (
	blank kind = iota
	text
	amount
	number
	day
	truth
	list
)

// Cell is one value of a table. The zero value is blank.
type Cell struct {
	kind     kind
	currency money.Currency
	n        int64
	s        string
	items    []string
	bare     bool
}

// Text is a cell of words.
func Text(s string) Cell { return Cell{kind: text, s: s} }

// Amount is a sum of money, in JSON a decimal string.
func Amount(a money.Amount) Cell { return Cell{kind: amount, n: a.Minor, currency: a.Currency} }

// Minor is Amount for minor units whose currency stands in another column: an
// aligned table does not repeat it.
func Minor(minor int64, c money.Currency) Cell {
	return Cell{kind: amount, n: minor, currency: c, bare: true}
}

// Number is a whole number.
func Number(n int64) Cell { return Cell{kind: number, n: n} }

// Day is a date; no date is a blank cell, in JSON null.
func Day(d calendar.Date) Cell {
	if d.IsZero() {
		return Cell{}
	}
	return Cell{kind: day, n: int64(d)}
}

// Truth is yes or no.
func Truth(yes bool) Cell {
	c := Cell{kind: truth}
	if yes {
		c.n = 1
	}
	return c
}

// List is several texts, in JSON an array, elsewhere parted by spaces.
func List(items []string) Cell { return Cell{kind: list, items: items} }

// Format is a way of writing a table.
type Format uint8

// The formats.
const (
	Aligned Format = iota
	CSV
	JSON
)

// ParseFormat reads table, csv or json.
func ParseFormat(s string) (Format, bool) {
	switch s {
	case "table":
		return Aligned, true
	case "csv":
		return CSV, true
	case "json":
		return JSON, true
	}
	return Aligned, false
}

// Style says how figures are written where people read them: Aligned follows
// Money and the words for yes and no, CSV follows French.
type Style struct {
	Money  money.Style
	French bool   // CSV: semicolons, decimal commas and a byte order mark
	Yes    string // words for Truth in an aligned table
	No     string
}
