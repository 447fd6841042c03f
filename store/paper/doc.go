// Package paper writes the papers of collecting: the instalment agreement, the
// acknowledgment of debt, the statements of late-payment charges and of account,
// the confirmations of what was agreed, and what goes with them: the EPC QR code
// of a payment, a message to send, calendar entries, the schedule as CSV.
//
// A paper is made in two steps. A template, a text file that the user may edit,
// and the data of the case give a Doc; the Doc is written as PDF or as plain
// text. Both forms hold the same words and figures. The package computes no
// money: it adds up columns and writes figures the way each language does.
//
// The same input always gives the same bytes: dates come in as arguments and
// nothing is drawn by lot.
package paper

import (
	"strings"
)

// Doc is a paper before it gets its form.
type Doc struct {
	Lang   Lang
	Title  string // of the file's metadata and the subject of a message
	Author string // the creditor's name
	Blocks []Block

	Initials bool // a box for initials on every page
}

// Block is one part of a Doc, from top to bottom: Heading, Paragraph, Table,
// KeyValues, QRCodes, Signatures, Rule or PageBreak. Texts hold no control
// characters but "\n", which breaks a line.
type Block interface{ block() }

// Heading starts a part. Level 1 is the paper's title, 2 an article, 3 a part
// of an article.
type Heading struct {
	Level int
	Text  string
}

// Paragraph is running text, or one point of a list.
type Paragraph struct {
	Text   string
	Bullet bool
	Strong bool // in bold
	Right  bool // set at the right: place and date
}

// Align says where the cells of a column stand.
type Align uint8

// The alignments. Figures stand at the right.
const (
	Left Align = iota
	Right
)

// Table is rows under a head, which is repeated on every page. Rows and Foot
// have as many cells as Head; Foot may be empty. Cells too long for their
// column are wrapped.
type Table struct {
	Head  []string
	Rows  [][]string
	Align []Align
	Foot  []string
}

// KeyValue is a name and what stands behind it.
type KeyValue struct{ Key, Value string }

// KeyValues is a list of names with their values in one column. Right sets the values, figures, below each other at the right.
type KeyValues struct {
	Pairs []KeyValue
	Right bool
}

// QRCode is a code with the text under it. Payload is what is encoded; see EPC.
type QRCode struct {
	Payload string
	Caption string
}

// QRCodes are codes side by side, as many in a row as there is room for, under
// a line that says what they are.
type QRCodes struct {
	Title string
	Codes []QRCode
}

// SignatureBox is the place where one party signs.
type SignatureBox struct {
	Title    string // "Le créancier"
	Name     string
	Capacity string
	Mention  string // what the party writes above the signature
}

// Signatures are the places to sign, two in a row.
type Signatures struct{ Boxes []SignatureBox }

// Rule is a line across the page.
type Rule struct{}

// PageBreak ends the page.
type PageBreak struct{}

func (Heading) block()    {}
func (Paragraph) block()  {}
func (Table) block()      {}
func (KeyValues) block()  {}
func (QRCodes) block()    {}
func (Signatures) block() {}
func (Rule) block()       {}
func (PageBreak) block()  {}

// columns is how many cells every row of the table has.
func (t Table) columns() int { return len(t.Head) }

// cell gives one cell of a row, nothing where the row is too short.
func cell(row []string, i int) string {
	if i < len(row) {
		return row[i]
	}
	return ""
}

func (t Table) align(i int) Align {
	if i < len(t.Align) {
		return t.Align[i]
	}
	return Left
}

// oneLine is a text with its line breaks made spaces.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }
