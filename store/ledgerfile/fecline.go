package ledgerfile

import (
	"bytes"
	"encoding/binary"
	"math/bits"

	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
)

// fecLine is one line of a FEC, checked. The texts are slices of the chunk.
type fecLine struct {
	journal, journalLib, num  []byte
	account, accountLib       []byte
	aux, auxLib, piece, label []byte
	let, currency             []byte
	date, pieceDate           calendar.Date
	amount                    int64 // debit − credit
	class                     accountClass
}

// worker parses chunks. What it keeps from chunk to chunk are the clients and
// accounts met, and caches.
type worker struct {
	layout   *layout
	chart    *chart
	currency money.Currency
	exponent int
	sameNum  []byte // an entry number that tells no entries apart, like 0

	clients  names
	accounts names
	dates    [4]dateCache
	text     []byte                 // the line, or its fields without quotation marks
	fields   int                    // in text
	bounds   [maxColumns + 3]uint32 // where the fields of text begin; each ends one byte before the next
	unquoted []byte
	scratch  []byte
	rows     []row
	labels   [256]labelSpan

	journals map[string]bool // by code and name: whether they are of opening entries
	key      []byte

	p    *part
	line fecLine
	run  openRun
}

type dateCache struct {
	text uint64
	day  calendar.Date
}

// split cuts a line into w.text and w.bounds and gives the number of fields;
// those beyond the layout's columns and one are counted only.
func (w *worker) split(line []byte) int {
	if w.layout.quoted && bytes.IndexByte(line, '"') >= 0 {
		w.unquote(line)
		return w.fields
	}
	w.text = line
	w.splitPlain(line)
	return w.fields
}

const (
	lowBits  = 0x7F7F7F7F7F7F7F7F
	highBits = 0x8080808080808080
	eachByte = 0x0101010101010101
)

// splitPlain finds the separators eight bytes at a time: a byte of x is zero
// where the separator stands, and the high bit of a byte of m is set there.
func (w *worker) splitPlain(line []byte) {
	sep, bounds := w.layout.sep, &w.bounds
	pattern := uint64(sep) * eachByte
	n, i := 1, 0
	for ; i+8 <= len(line); i += 8 {
		x := binary.LittleEndian.Uint64(line[i:]) ^ pattern
		m := ^((x&lowBits + lowBits) | x) & highBits
		for ; m != 0; m &= m - 1 {
			if n < len(bounds) {
				bounds[n] = uint32(i + bits.TrailingZeros64(m)>>3 + 1)
			}
			n++
		}
	}
	for ; i < len(line); i++ {
		if line[i] == sep {
			if n < len(bounds) {
				bounds[n] = uint32(i + 1)
			}
			n++
		}
	}
	if n < len(bounds) {
		bounds[n] = uint32(len(line) + 1)
	}
	w.fields = n
}

// unquote reads fields in quotation marks, doubled inside, and sets w.text to
// them one behind the other, with one byte between.
func (w *worker) unquote(rest []byte) {
	l := w.layout
	w.unquoted, w.fields = w.unquoted[:0], 0
	for {
		if len(rest) > 0 && rest[0] == '"' {
			w.unquoted, rest = appendUnquoted(w.unquoted, rest[1:])
		}
		at := bytes.IndexByte(rest, l.sep)
		last := at < 0
		if last {
			at = len(rest)
		}
		w.unquoted = append(w.unquoted, rest[:at]...)
		if w.fields++; w.fields < len(w.bounds) {
			w.bounds[w.fields] = uint32(len(w.unquoted) + 1)
		}
		if last {
			w.text = w.unquoted
			return
		}
		w.unquoted = append(w.unquoted, l.sep)
		rest = rest[at+1:]
	}
}

// appendUnquoted adds the text up to the closing quotation mark, and gives what
// follows that.
func appendUnquoted(out, b []byte) (text, rest []byte) {
	for {
		at := bytes.IndexByte(b, '"')
		if at < 0 {
			return append(out, b...), nil
		}
		out = append(out, b[:at]...)
		if at+1 >= len(b) || b[at+1] != '"' {
			return out, b[at+1:]
		}
		out = append(out, '"')
		b = b[at+2:]
	}
}

// cut finds the fields of a line; it is false where their number refuses the
// line.
func (w *worker) cut(text []byte) bool {
	l, p := w.layout, w.p
	n := w.split(text)
	switch {
	case n == l.columns:
		return true
	case n == l.columns+1 && (l.trailing || l.rowTrailing) && len(bytes.TrimSpace(w.column(l.columns))) == 0:
		return true
	case n > l.columns:
		code := ledger.RefuseSeparatorText
		if l.otherMark == 0 {
			code = ledger.RefuseFields
		}
		p.tally.refuse(code, p.lines, "", fieldCounts(n, l.columns))
		return false
	case n < l.least:
		p.tally.refuse(ledger.RefuseFields, p.lines, "", fieldCounts(n, l.columns))
		return false
	}
	p.tally.note(ledger.FindingShortRow, p.lines, "", fieldCounts(n, l.columns))
	return true
}

// column gives a field as it stands, nil where the row has no such one.
func (w *worker) column(at int) []byte {
	if uint(at) >= uint(w.fields) {
		return nil
	}
	return w.text[w.bounds[at] : w.bounds[at+1]-1]
}

// field gives a column without the spaces around it.
func (w *worker) field(f fecField) []byte {
	b := w.column(w.layout.at[f])
	if len(b) == 0 || b[0] != ' ' && b[len(b)-1] != ' ' {
		return b
	}
	w.p.padded = true
	return bytes.Trim(b, " ")
}

// need is field for columns that the standard wants filled.
func (w *worker) need(f fecField) []byte {
	b := w.field(f)
	if len(b) == 0 && w.layout.has(f) {
		w.p.tally.note(ledger.FindingBlankField, w.p.lines, fecNames[f], fecNames[f])
	}
	return b
}

// day reads a date field; blank and all zeros are no date.
func (w *worker) day(f fecField, cache *dateCache) (calendar.Date, bool) {
	b := w.field(f)
	if len(b) == 0 {
		return 0, true
	}
	if len(b) == 8 {
		text := binary.LittleEndian.Uint64(b)
		if text == cache.text {
			return cache.day, true
		}
		if d, err := calendar.ParseFEC(b); err == nil {
			cache.text, cache.day = text, d
			return d, true
		}
	}
	if len(bytes.Trim(b, "0")) == 0 {
		return 0, true
	}
	w.p.tally.refuse(ledger.RefuseDate, w.p.lines, fecNames[f], string(b))
	return 0, false
}

// minor reads an amount field.
func (w *worker) minor(f fecField) (v int64, blank, ok bool) {
	b := w.field(f)
	if len(b) == 0 {
		return 0, true, true
	}
	if w.exponent == 2 {
		if v, ok := plainCents(b); ok {
			return v, false, true
		}
	}
	v, dot, err := money.ParseMinor(b, w.exponent)
	if err != nil {
		w.p.tally.refuse(ledger.RefuseAmount, w.p.lines, fecNames[f], string(b))
		return 0, false, false
	}
	if dot {
		w.p.tally.note(ledger.FindingDecimalDot, w.p.lines, fecNames[f], string(b))
	}
	return v, false, true
}

// plainCents reads the usual form, digits, comma, two digits; money.ParseMinor
// reads the others.
func plainCents(b []byte) (int64, bool) {
	n := len(b)
	if n < 4 || n > 15 || b[n-3] != ',' {
		return 0, false
	}
	var v int64
	for _, c := range b[:n-3] {
		if c -= '0'; c > 9 {
			return 0, false
		}
		v = v*10 + int64(c)
	}
	tens, units := b[n-2]-'0', b[n-1]-'0'
	if tens > 9 || units > 9 {
		return 0, false
	}
	return v*100 + int64(tens)*10 + int64(units), true
}

// amount reads the two amount columns into debit − credit.
func (w *worker) amount() (int64, bool) {
	if w.layout.signed || w.layout.placed && len(w.field(fMontant))+len(w.field(fSens)) > 0 {
		return w.signedAmount()
	}
	debit, noDebit, ok1 := w.minor(fDebit)
	credit, noCredit, ok2 := w.minor(fCredit)
	if !ok1 || !ok2 {
		return 0, false
	}
	if noDebit || noCredit {
		w.p.tally.note(ledger.FindingEmptyAmount, w.p.lines, "", "")
		if noDebit && noCredit && w.line.class&isReceivable != 0 {
			w.p.tally.refuse(ledger.RefuseAmount, w.p.lines, fecNames[fDebit], "")
			return 0, false
		}
	}
	if debit < 0 || credit < 0 {
		w.p.tally.note(ledger.FindingNegativeDebit, w.p.lines, "", "")
	}
	if debit == 0 && credit == 0 {
		w.p.tally.note(ledger.FindingZeroLine, w.p.lines, "", "")
	}
	return debit - credit, true
}

func (w *worker) signedAmount() (int64, bool) {
	v, blank, ok := w.minor(fMontant)
	sens := w.field(fSens)
	switch {
	case !ok:
		return 0, false
	case blank:
		w.p.tally.note(ledger.FindingEmptyAmount, w.p.lines, "", "")
		if w.line.class&isReceivable != 0 {
			w.p.tally.refuse(ledger.RefuseAmount, w.p.lines, fecNames[fMontant], "")
			return 0, false
		}
	case v < 0:
		w.p.tally.note(ledger.FindingNegativeDebit, w.p.lines, "", "")
	case v == 0:
		w.p.tally.note(ledger.FindingZeroLine, w.p.lines, "", "")
	}
	switch string(sens) {
	case "D", "d", "+1":
		return v, true
	case "C", "c", "-1":
		return -v, true
	}
	w.p.tally.refuse(ledger.RefuseSens, w.p.lines, fecNames[fSens], string(sens))
	return 0, false
}

// read checks all fields of a line and brings them into w.line.
func (w *worker) read(text []byte) bool {
	if !w.cut(text) {
		return false
	}
	l := &w.line
	l.journal, l.journalLib = w.need(fJournal), w.need(fJournalLib)
	l.num = w.need(fNum)
	l.account, l.accountLib = w.field(fAccount), w.need(fAccountLib)
	l.aux, l.auxLib = w.field(fAux), w.field(fAuxLib)
	l.piece, l.label = w.need(fPiece), w.need(fLabel)
	l.let, l.currency = w.field(fLet), w.field(fCurrency)
	okAccount := w.readAccount()
	okDates := w.readDates()
	amount, okAmount := w.amount()
	l.amount = amount
	w.readForeign()
	return okAccount && okDates && okAmount
}

func (w *worker) readAccount() bool {
	l, p := &w.line, w.p
	if len(l.account) == 0 && w.layout.cash {
		p.tally.note(ledger.FindingBlankField, p.lines, fecNames[fAccount], fecNames[fAccount])
		l.class = 0
		return true
	}
	class, ok := w.chart.class(l.account)
	l.class = class
	if !ok {
		p.tally.refuse(ledger.RefuseAccount, p.lines, fecNames[fAccount], string(l.account))
	}
	return ok
}

func (w *worker) readDates() bool {
	l, p := &w.line, w.p
	var ok [4]bool
	l.date, ok[0] = w.day(fDate, &w.dates[0])
	l.pieceDate, ok[1] = w.day(fPieceDate, &w.dates[1])
	_, ok[2] = w.day(fDateLet, &w.dates[2])
	valid, okValid := w.day(fValidDate, &w.dates[3])
	ok[3] = okValid
	if ok[0] && l.date.IsZero() {
		p.tally.refuse(ledger.RefuseDate0, p.lines, fecNames[fDate], "")
		return false
	}
	if l.pieceDate.IsZero() {
		if w.layout.has(fPieceDate) && ok[1] {
			p.tally.note(ledger.FindingBlankField, p.lines, fecNames[fPieceDate], fecNames[fPieceDate])
		}
		l.pieceDate = l.date
	}
	if unusual(l.date) && ok[0] {
		p.tally.note(ledger.FindingDate, p.lines, fecNames[fDate], l.date.String())
	}
	if l.class&isReceivable != 0 && unusual(l.pieceDate) && ok[1] {
		p.tally.note(ledger.FindingDate, p.lines, fecNames[fPieceDate], l.pieceDate.String())
	}
	if valid.IsZero() && okValid && w.layout.has(fValidDate) {
		p.tally.note(ledger.FindingValidDate, p.lines, "", "")
	}
	return ok[0] && ok[1] && ok[2] && ok[3]
}

// readForeign looks at the amount in foreign currency, which is information
// alone: what cannot be read of it is noted.
func (w *worker) readForeign() {
	l, p := &w.line, w.p
	if b := w.field(fForeign); len(b) > 0 {
		if _, _, err := money.ParseMinor(b, 3); err != nil {
			p.tally.note(ledger.FindingCurrency, p.lines, fecNames[fForeign], string(b))
		}
	}
	if len(l.currency) > 0 && l.class&isReceivable != 0 && string(l.currency) != string(w.currency[:]) {
		p.tally.note(ledger.FindingCurrency, p.lines, fecNames[fCurrency], string(l.currency))
	}
}
