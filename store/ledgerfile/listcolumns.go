package ledgerfile

import (
	"slices"
	"strings"

	"relance/domain/ledger"
)

// otherColumn is a column of a list whose title says nothing, as long as all
// that it holds are codes of currencies.
type otherColumn struct {
	at    int
	cells []string // one for each row
}

// others lists the columns that are not understood, where none is that of the
// currency.
func (l *listReader) otherColumns() []otherColumn {
	if l.at[colCurrency] >= 0 {
		return nil
	}
	taken := l.taken()
	var out []otherColumn
	for i := range l.d.names {
		if !taken[i] {
			out = append(out, otherColumn{at: i})
		}
	}
	return out
}

// taken are the columns that are understood.
func (l *listReader) taken() map[int]bool {
	taken := map[int]bool{}
	for _, at := range l.at {
		taken[at] = true
	}
	for _, at := range l.bands {
		taken[at] = true
	}
	return taken
}

// watch keeps the cells of the columns that may be a currency; one that holds
// anything else is forgotten.
func (l *listReader) watch(record []string) {
	l.others = slices.DeleteFunc(l.others, func(o otherColumn) bool {
		return o.at < len(record) && strings.TrimSpace(record[o.at]) != "" && !isISOCode(strings.TrimSpace(record[o.at]))
	})
	for i := range l.others {
		o := &l.others[i]
		cell := ""
		if o.at < len(record) {
			cell = strings.TrimSpace(record[o.at])
		}
		o.cells = append(o.cells, cell)
	}
}

// doubtfulCurrency looks at the columns that hold nothing but codes of
// currencies, of which one at least is not the ledger's: a foreign amount must
// not pass for one in the ledger's currency. A title that begins like a word for
// currency settles it; else a person is asked.
func (l *listReader) doubtfulCurrency() []ledger.Doubt {
	var out []ledger.Doubt
	for _, o := range l.others {
		codes := l.foreign(o)
		if len(codes) == 0 {
			continue
		}
		title := excerpt(l.d.titles[o.at])
		if l.at[colCurrency] < 0 && currencyTitle(l.d.names[o.at]) {
			l.at[colCurrency] = o.at
			for i := range l.rows {
				l.rows[i].cells[l.slot[colCurrency]] = o.cells[i]
			}
			l.tally.note(ledger.FindingCurrencyTaken, l.d.header+1, "", title)
			continue
		}
		out = append(out, ledger.Doubt{Code: ledger.DoubtCurrency, Name: title, Details: strings.Join(codes[:min(len(codes), 5)], ", ")})
	}
	return out
}

// foreign gives the currencies of a column that are not the ledger's, sorted.
func (l *listReader) foreign(o otherColumn) []string {
	home := l.opt.currency().String()
	var codes []string
	for _, c := range o.cells {
		if c != "" && c != home && !slices.Contains(codes, c) {
			codes = append(codes, c)
		}
	}
	slices.Sort(codes)
	return codes
}

// currencyTitle reports whether a folded title begins as words for currency do.
func currencyTitle(name string) bool {
	for _, start := range []string{"dev", "cur", "mon", "ccy"} {
		if strings.HasPrefix(name, start) {
			return true
		}
	}
	return false
}

// scoreBands is 0 unless the titles make a list of open items whose amounts
// stand in columns by age alone: a client, a document, and at least two such
// columns.
func scoreBands(names []string) int {
	at := mapColumns(names)
	if at[colClient] < 0 || at[colInvoice] < 0 || at[colAmount] >= 0 || at[colOpen] >= 0 || at[colDebit] >= 0 || at[colCredit] >= 0 {
		return 0
	}
	bands := bandsOf(names, at)
	if len(bands) < 2 {
		return 0
	}
	return len(bands) + 2
}

// bandsOf gives the columns by age.
func bandsOf(names []string, at [itemColumnCount]int) []int {
	var out []int
	for i, n := range names {
		if isBucket(n) && !slices.Contains(at[:], i) {
			out = append(out, i)
		}
	}
	return out
}

// band gives the one amount of a row of a list by age; a row with several has
// none, and its line is noted.
func (l *listReader) band(record []string, line int) string {
	amount := ""
	for _, at := range l.bands {
		if at >= len(record) || !strings.ContainsAny(record[at], "123456789") {
			continue
		}
		if amount != "" {
			if l.split == nil {
				l.split = map[int]bool{}
			}
			l.split[line] = true
			return ""
		}
		amount = record[at]
	}
	return amount
}

// bandTitles are the titles of the columns by age.
func (l *listReader) bandTitles() string {
	titles := make([]string, len(l.bands))
	for i, at := range l.bands {
		titles[i] = strings.TrimSpace(l.d.titles[at])
	}
	return strings.Join(titles, ", ")
}

// inherit gives the rows of a block the client that only its first row names,
// in lists that never name a client twice in a row: rows with a document and
// without a client or a name, each directly below a row of the same block.
func (l *listReader) inherit() {
	var above *itemRow // the row directly above, when it is an item with a client
	for i := range l.rows {
		r := &l.rows[i]
		if above != nil && r.line == above.line+1 && l.text(r, colClient) != "" && l.text(r, colClient) == l.text(above, colClient) {
			return // clients are named on every row: a blank one is a gap
		}
		above = r
	}
	above = nil
	for i := range l.rows {
		r := &l.rows[i]
		switch {
		case l.isTotal(r):
			above = nil
			continue
		case l.text(r, colClient) != "":
			above = r
			continue
		case above == nil || r.line != above.line+1 || l.text(r, colName) != "" || !l.documented(r):
			above = nil
			continue
		}
		r.cells[l.slot[colClient]] = l.text(above, colClient)
		l.tally.note(ledger.FindingClientAbove, r.line, l.title(colClient), "")
		above = r
	}
}

// documented reports whether a row names a document, or is dated in a list that
// has no numbers.
func (l *listReader) documented(r *itemRow) bool {
	if l.at[colInvoice] >= 0 {
		return l.text(r, colInvoice) != ""
	}
	return l.text(r, colDate) != "" || l.text(r, colBooked) != ""
}
