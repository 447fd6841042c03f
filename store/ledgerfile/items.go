package ledgerfile

import (
	"errors"
	"io"
	"strings"

	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/store/sheet"
)

// itemRow is one row of an open-item list: the cells of the columns that are
// understood, as they stand in the file until listReader.decode.
type itemRow struct {
	line  int
	cells []string // by listReader.slot
}

// listReader reads an open-item list: first all rows, since the encoding and
// the decimal marks show only in the whole, then their meaning.
type listReader struct {
	opt      Options
	d        dialect
	at       [itemColumnCount]int
	slot     [itemColumnCount]int // place in itemRow.cells, -1 = no such column
	slab     []string             // where the next rows' cells come from
	from     charset
	tally    tally
	rows     []itemRow
	marks    [itemColumnCount]byte // decimal mark of each amount column, 0 = by the cell
	negative bool                  // credits are written with a sign
	listDate calendar.Date
	noDue    int
	noDueAt  int
	others   []otherColumn // that may be a currency
	bands    []int         // columns by age, where the amounts stand in these
	split    map[int]bool  // lines on which several of them are filled
}

// amountColumns are those whose decimal marks are decided over the file.
var amountColumns = []itemColumn{colAmount, colOpen, colDebit, colCredit, colVAT}

// readItems reads a list of open items, one per row. See listReader.accounts
// for what a row becomes.
func readItems(src *source, head []byte, opt Options) (*ledger.Batch, error) {
	l := &listReader{opt: opt}
	head, bom := cutBOM(head)
	if bom {
		l.tally.note(ledger.FindingBOM, 1, "", "")
	}
	if src.utf16 {
		l.tally.note(ledger.FindingEncoding, 0, "", inUTF16)
	}
	var ok bool
	l.d, ok = findDialect(head, scoreItems)
	if !ok {
		l.d, ok = findDialect(head, scoreBands)
		if l.at = mapColumns(l.d.names); ok {
			l.bands = bandsOf(l.d.names, l.at)
		}
	}
	if !ok {
		if d, aged := findDialect(head, scoreAged); aged {
			return nil, refuse(opt.Name, ledger.Finding{Code: ledger.RefuseAged, Line: d.header + 1})
		}
		return nil, refuse(opt.Name, ledger.Finding{Code: ledger.RefuseHeader, Line: 1, Column: "client", Detail: missingTitle(head)})
	}
	columns := l.columns()
	t := newTable(src, head, l.d)
	if err := l.load(t, columns); err != nil {
		return nil, err
	}
	l.from = t.census.charset()
	noteTable(&l.tally, t, l.from)
	l.listDate = opt.ListDate
	if l.listDate.IsZero() {
		l.listDate = dateInName(opt.Name)
	}
	l.decode()
	l.inherit()
	doubts := l.doubtfulCurrency()
	l.learn()
	if l.runs() {
		l.at[colOpen], l.slot[colOpen] = -1, -1
	}
	l.noteColumns()
	b, err := l.batch()
	if b != nil {
		b.Doubts = doubts
	}
	return b, err
}

// columns lays out the cells that are kept of each row, and gives their number:
// those of the columns understood, and one for a currency that only the cells
// may show.
func (l *listReader) columns() int {
	l.at = mapColumns(l.d.names)
	if len(l.bands) > 0 {
		l.at[colOpen] = l.bands[0]
		l.tally.note(ledger.FindingBuckets, l.d.header+1, "", l.bandTitles())
	}
	l.others = l.otherColumns()
	n := 0
	for c, at := range l.at {
		if l.slot[c] = -1; at >= 0 || itemColumn(c) == colCurrency && len(l.others) > 0 {
			l.slot[c] = n
			n++
		}
	}
	return n
}

// missingTitle says which of the columns that a list needs the first line lacks.
func missingTitle(head []byte) string {
	var names []string
	if d, ok := findDialect(head, func(names []string) int { return len(names) }); ok {
		names = d.names
	}
	at := mapColumns(names)
	switch {
	case at[colClient] < 0:
		return "client"
	case at[colAmount] < 0 && at[colOpen] < 0 && (at[colDebit] < 0 || at[colCredit] < 0):
		return "amount"
	}
	return "invoice"
}

// load keeps the cells of the columns understood. Rows cut off at the end are
// read; longer ones are refused unless what is too much is blank.
func (l *listReader) load(t *table, columns int) error {
	var record []string
	for {
		var err error
		record, err = t.next(record[:0])
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return t.failed(err, l.opt.Name)
		}
		if n := len(l.d.names); len(record) > n && strings.TrimSpace(strings.Join(record[n:], "")) != "" {
			l.tally.refuse(ledger.RefuseFields, t.line, "", fieldCounts(len(record), n))
			continue
		}
		if repeatsHeader(record, l.d, l.d.charset) {
			l.tally.note(ledger.FindingTotalLine, t.line, "", "")
			continue
		}
		if len(l.slab) < columns {
			l.slab = make([]string, 512*columns)
		}
		row := itemRow{line: t.line, cells: l.slab[:columns:columns]}
		l.slab = l.slab[columns:]
		for c, at := range l.at {
			if at >= 0 && at < len(record) {
				row.cells[l.slot[c]] = record[at]
			}
		}
		if len(l.bands) > 0 {
			row.cells[l.slot[colOpen]] = l.band(record, t.line)
		}
		l.watch(record)
		l.rows = append(l.rows, row)
	}
}

// noteColumns notes columns that are not understood, and a list without due
// dates.
func (l *listReader) noteColumns() {
	taken := l.taken()
	var extra []string
	for i, n := range l.d.names {
		if n != "" && !taken[i] {
			extra = append(extra, strings.TrimSpace(l.d.titles[i]))
		}
	}
	if len(extra) > 0 {
		l.tally.noteCount(ledger.FindingExtraColumns, l.d.header+1, "", strings.Join(extra, ", "), len(extra))
	}
	if l.at[colDue] < 0 {
		l.tally.note(ledger.FindingNoDue, 0, "", "")
	}
}

// decode brings all cells into clean UTF-8.
func (l *listReader) decode() {
	for i := range l.rows {
		r := &l.rows[i]
		for c, slot := range l.slot {
			if slot >= 0 {
				r.cells[slot] = l.decodeCell(r.cells[slot], r.line, itemColumn(c))
			}
		}
	}
}

func (l *listReader) decodeCell(raw string, line int, c itemColumn) string {
	raw = decode(raw, l.from)
	if isSimple(raw) && !isFormula(raw) && sheet.Undefuse(raw) == raw {
		return raw
	}
	if hasControl(raw) {
		l.tally.note(ledger.FindingControl, line, "", "")
	}
	text := sheet.Undefuse(clean(raw))
	if isFormula(text) && !isAmountColumn(c) && c != colSens && c != colPhone {
		l.tally.note(ledger.FindingFormula, line, "", text)
	}
	return text
}

// text gives a cell, empty where the list has no such column.
func (l *listReader) text(r *itemRow, c itemColumn) string {
	if slot := l.slot[c]; slot >= 0 {
		return r.cells[slot]
	}
	return ""
}

func isAmountColumn(c itemColumn) bool { return c >= colAmount && c <= colCredit || c == colVAT }

// learn decides what only the whole file shows: decimal marks, and whether
// credits bear a sign.
func (l *listReader) learn() {
	for _, c := range amountColumns {
		if l.at[c] >= 0 {
			l.marks[c] = l.decimalMark(c)
		}
	}
	for i := range l.rows {
		r := &l.rows[i]
		if kind, ok := kindNamed(fold(l.text(r, colKind))); !ok || kind != ledger.CreditNote && kind != ledger.Receipt {
			continue
		}
		for _, c := range []itemColumn{colAmount, colOpen} {
			l.negative = l.negative || strings.ContainsAny(l.text(r, c), "-(−–")
		}
	}
}

// decimalMark decides for a column: the last of two different marks, or a mark
// not followed by exactly three digits, is decimal; a mark used twice in a cell
// is not. Without a telling cell it is 0, each cell is read for itself.
func (l *listReader) decimalMark(c itemColumn) byte {
	var comma, dot int
	for i := range l.rows {
		switch markOf(l.text(&l.rows[i], c)) {
		case ',':
			comma++
		case '.':
			dot++
		}
	}
	switch {
	case comma > dot:
		return ','
	case dot > comma:
		return '.'
	}
	return 0
}

// markOf gives the decimal mark that a cell proves, 0 for none.
func markOf(s string) byte {
	at := strings.LastIndexAny(s, ",.")
	if at < 0 {
		return 0
	}
	mark, other := s[at], byte(',')
	if mark == ',' {
		other = '.'
	}
	behind := 0
	for _, c := range []byte(s[at+1:]) {
		if c >= '0' && c <= '9' {
			behind++
		}
	}
	switch {
	case strings.IndexByte(s[:at], mark) >= 0:
		return other
	case strings.IndexByte(s[:at], other) >= 0, behind != 3:
		return mark
	}
	return 0
}

// amount reads a cell in the row's currency; currency is that of the cell when
// it names one.
func (l *listReader) amount(r *itemRow, c itemColumn, currency money.Currency) (a money.Amount, blank bool) {
	s := l.text(r, c)
	if s == "" {
		return money.Amount{Currency: currency}, true
	}
	a, err := parseCell(s, currency, l.marks[c])
	if errors.Is(err, money.ErrCurrency) {
		a, err = parseCell(s, money.Currency{}, l.marks[c])
	}
	if err != nil {
		l.tally.refuse(ledger.RefuseAmount, r.line, l.title(c), s)
	}
	return a, false
}

func parseCell(s string, currency money.Currency, mark byte) (money.Amount, error) {
	if mark == 0 {
		return money.Parse(s, currency)
	}
	return money.ParseWith(s, currency, mark)
}

func (l *listReader) title(c itemColumn) string {
	if c == colOpen && len(l.bands) > 0 {
		return excerpt(l.bandTitles())
	}
	if at := l.at[c]; at >= 0 {
		return excerpt(l.d.titles[at])
	}
	return ""
}

// date reads a date cell; a blank one is no date. Days beyond any ledger's are
// refused: a small number would pass for a day of 1900 in a spreadsheet.
func (l *listReader) date(r *itemRow, c itemColumn) (calendar.Date, bool) {
	s := l.text(r, c)
	if s == "" {
		return 0, true
	}
	d, err := parseDate(s)
	if err != nil || d.Year() < 1950 || d.Year() > 2199 {
		l.tally.refuse(ledger.RefuseDate, r.line, l.title(c), s)
		return 0, false
	}
	if unusual(d) {
		l.tally.note(ledger.FindingDate, r.line, l.title(c), d.String())
	}
	return d, true
}

// Days outside of which a date is rather a slip of the pen.
var (
	firstUsual = calendar.Of(1990, 1, 1)
	lastUsual  = calendar.Of(2100, 12, 31)
)

func unusual(d calendar.Date) bool { return !d.IsZero() && (d < firstUsual || d > lastUsual) }

// dateInName finds a day in a file name: AAAAMMJJ, AAAA-MM-JJ or JJ-MM-AAAA,
// with dashes, dots or underscores.
func dateInName(name string) calendar.Date {
	for i := range len(name) {
		if i > 0 && name[i-1] >= '0' && name[i-1] <= '9' {
			continue
		}
		for _, n := range []int{10, 8} {
			if i+n > len(name) || i+n < len(name) && name[i+n] >= '0' && name[i+n] <= '9' {
				continue
			}
			text := strings.ReplaceAll(name[i:i+n], "_", "-")
			if n == 8 && !digits(text) {
				continue
			}
			if d, err := calendar.ParseAny(text, calendar.UsualForms); err == nil && d.Year() > 1990 && d.Year() < 2200 {
				return d
			}
		}
	}
	return 0
}
