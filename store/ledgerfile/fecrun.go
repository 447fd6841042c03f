package ledgerfile

import (
	"bytes"
	"strings"

	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
)

// runFlags is what the lines of an entry did, as bits.
type runFlags uint8

const (
	debitsIncome runFlags = 1 << iota
	creditsIncome
	debitsCash
	creditsCash
	touchesCapital
	touchesResult
	isOpening // the journal is one of opening entries
)

// openRun is the entry being read: consecutive lines of one journal, number
// and date; and of one piece where the number tells nothing.
type openRun struct {
	begun        bool
	journal, num []byte
	piece        []byte
	sameNum      bool
	date         calendar.Date
	sum, vat     int64
	flags        runFlags
	line         int
	from         int // first row
}

// run is an entry that is not known to be complete.
type run struct {
	key      string // journal and number, and the date where the number tells nothing
	piece    string // only where the number tells nothing
	date     calendar.Date
	sum, vat int64
	flags    runFlags
	line     int // of the file once collected
	spans    []span
}

// span names rows of one part.
type span struct {
	p        *part
	from, to int
}

// join adds the line to the current entry or begins another one.
func (w *worker) join() {
	l, r := &w.line, &w.run
	if !r.begun || l.date != r.date || !bytes.Equal(l.num, r.num) || !bytes.Equal(l.journal, r.journal) ||
		r.sameNum && !bytes.Equal(l.piece, r.piece) {
		w.closeRun(false)
		w.beginRun()
	}
	r.sum += l.amount
	class := l.class
	switch {
	case class&(isIncome|isCash|isCapital|isResult) == 0:
		return
	case class&isIncome != 0 && l.amount > 0:
		r.flags |= debitsIncome
	case class&isIncome != 0 && l.amount < 0:
		r.flags |= creditsIncome
	case class&isCash != 0 && l.amount > 0:
		r.flags |= debitsCash
	case class&isCash != 0 && l.amount < 0:
		r.flags |= creditsCash
	}
	if class&isVAT != 0 && class&isIncome != 0 {
		r.vat -= l.amount
	}
	if class&isCapital != 0 {
		r.flags |= touchesCapital
	}
	if class&isResult != 0 {
		r.flags |= touchesResult
	}
}

func (w *worker) beginRun() {
	l, p := &w.line, w.p
	w.run = openRun{
		begun: true, journal: l.journal, num: l.num, piece: l.piece, date: l.date, line: p.lines, from: len(w.rows),
		sameNum: len(bytes.Trim(l.num, "0")) == 0 || w.sameNum != nil && bytes.Equal(l.num, w.sameNum),
	}
	if w.opensJournal(l.journal, l.journalLib) {
		w.run.flags = isOpening
	}
	if p.runs++; p.runs == 1 {
		p.num = string(l.num)
	}
	p.sameNum = p.sameNum && p.num == string(l.num)
}

// opensJournal reports whether a journal is one of opening entries, and
// remembers the answer.
func (w *worker) opensJournal(code, name []byte) bool {
	w.key = append(append(append(w.key[:0], code...), 0x1F), name...)
	opens, known := w.journals[string(w.key)]
	if known {
		return opens
	}
	opens = isOpeningJournal(code, name)
	if w.journals == nil {
		w.journals = map[string]bool{}
	}
	if len(w.journals) < 4096 {
		w.journals[string(w.key)] = opens
	}
	return opens
}

// closeRun ends the current entry. Those at the edges of the chunk and those
// that do not balance are handed on; the others are complete.
func (w *worker) closeRun(end bool) {
	r, p := &w.run, w.p
	if !r.begun {
		return
	}
	rows := w.rows[r.from:]
	if p.runs > 1 && !end && r.sum == 0 {
		if len(rows) > 0 {
			classify(rows, r.flags, r.vat)
		}
		return
	}
	out := run{key: string(r.journal) + "\x1f" + string(r.num), date: r.date, sum: r.sum, vat: r.vat, flags: r.flags, line: r.line}
	if r.sameNum {
		out.key += "\x1f" + r.date.String()
		out.piece = string(r.piece)
	}
	if len(rows) > 0 {
		out.spans = []span{{p: p, from: r.from, to: len(w.rows)}}
	}
	switch {
	case p.runs == 1:
		p.first = &out
	case end:
		p.last = &out
	default:
		p.strays = append(p.strays, out)
	}
}

// goesOn reports whether b is the continuation of a in the next chunk.
func (a *run) goesOn(b *run) bool { return a.key == b.key && a.piece == b.piece && a.date == b.date }

func (a *run) add(b *run) {
	a.sum += b.sum
	a.vat += b.vat
	a.flags |= b.flags
	a.spans = append(a.spans, b.spans...)
}

// finish gives the rows of a complete entry their kinds and VAT.
func (a *run) finish() {
	switch len(a.spans) {
	case 0:
		return
	case 1:
		s := a.spans[0]
		classify(s.p.rows[s.from:s.to], a.flags, a.vat)
		return
	}
	var rows []row
	for _, s := range a.spans {
		rows = append(rows, s.p.rows[s.from:s.to]...)
	}
	classify(rows, a.flags, a.vat)
	for _, s := range a.spans {
		n := copy(s.p.rows[s.from:s.to], rows)
		rows = rows[n:]
	}
}

// classify says what the receivable lines of an entry are, from what its other
// lines did, and shares out its VAT.
func classify(rows []row, flags runFlags, vat int64) {
	opening := rowFlags(0)
	if flags&isOpening != 0 {
		opening = inOpening
	} else if flags&touchesCapital != 0 && flags&touchesResult == 0 {
		opening = inMaybeOpening
	}
	for i := range rows {
		r := &rows[i]
		r.flags |= opening
		r.kind = kindOf(r.amount > 0, r.flags, flags)
	}
	if vat != 0 && opening == 0 {
		shareVAT(rows, vat)
	}
}

// kindOf: an invoice is a debit whose entry credits income, a credit note the
// reverse; a receipt is a credit whose entry debits cash, or the debit that
// reverses one; a line on the bills account is a bill. Where an entry does
// both, a credit is what was paid and a debit what was sold. Lines carried
// forward are invoices when debits and receipts when credits: their entry no
// longer tells a credit note from a payment on account.
func kindOf(debit bool, own rowFlags, entry runFlags) ledger.Kind {
	switch {
	case own&onBillAccount != 0:
		return ledger.Bill
	case own&inOpening != 0:
		return openingKind(debit)
	case debit && entry&creditsIncome != 0:
		return ledger.Invoice
	case debit && entry&creditsCash != 0, !debit && entry&debitsCash != 0:
		return ledger.Receipt
	case !debit && entry&debitsIncome != 0:
		return ledger.CreditNote
	}
	return ledger.Other
}

func openingKind(debit bool) ledger.Kind {
	if debit {
		return ledger.Invoice
	}
	return ledger.Receipt
}

// shareVAT gives the VAT collected in an entry to its invoice and credit note
// lines in proportion to their amounts (several instalments, several clients).
// Where these have not all the sign of the VAT, or are less than it, nobody
// knows whose it is and the lines keep none.
func shareVAT(rows []row, vat int64) {
	var total int64
	n := 0
	for i := range rows {
		if !taxed(&rows[i]) {
			continue
		}
		if (rows[i].amount > 0) != (vat > 0) {
			return
		}
		total += rows[i].amount
		n++
	}
	if n == 0 || magnitude(total) < magnitude(vat) {
		return
	}
	rest := vat
	for i := range rows {
		if !taxed(&rows[i]) {
			continue
		}
		if n--; n == 0 {
			rows[i].vat = rest
			return
		}
		rows[i].vat = money.MulDiv(vat, rows[i].amount, total)
		rest -= rows[i].vat
	}
}

func taxed(r *row) bool { return r.kind == ledger.Invoice || r.kind == ledger.CreditNote }

func magnitude(v int64) int64 { return max(v, -v) }

// isOpeningJournal knows the journals of opening entries by code (AN, RAN, ANO,
// OUV and the like) and by name (à nouveaux, report à nouveau, ouverture).
func isOpeningJournal(code, name []byte) bool {
	switch strings.ToUpper(strings.Trim(string(code), " .-_0123456789")) {
	case "AN", "RAN", "ANO", "OUV", "ANOUV", "ANX", "A.N", "A-N", "ROUV":
		return true
	}
	lower := strings.ToLower(string(name))
	plain := strings.NewReplacer("\u00e0", "a", "\xe0", "a", "\x85", "a", "-", " ").Replace(lower)
	return strings.HasPrefix(plain, "a nouveau") || strings.Contains(plain, "report a nouveau") ||
		strings.Contains(plain, "reports a nouveau") || strings.Contains(plain, "ouverture")
}
