package ledgerfile

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strconv"

	"relance/domain/calendar"
	"relance/domain/ledger"
)

// row is a line on a client's account, as compact as a worker can leave it.
type row struct {
	amount, vat        int64
	line               uint32 // within the part
	client, account    uint32 // in the worker's tables
	text, label        uint32 // offsets in the part's text: number and matching code, label
	nNum, nLet, nLabel uint16
	kind               ledger.Kind
	flags              rowFlags
	date, booked       calendar.Date
	hash               uint32 // of the number
}

type rowFlags uint8

const (
	onBillAccount  rowFlags = 1 << iota
	inOpening               // carried forward, by the journal
	inMaybeOpening          // carried forward if on the first day
)

// part is what one chunk gave.
type part struct {
	index    int
	base     int // lines before the chunk
	lines    int
	records  int // lines with data
	rows     []row
	text     string
	w        *worker // whose tables the rows point into
	first    *run    // the entry at the start may have begun before
	last     *run    // the entry at the end may go on; nil when it is first
	strays   []run   // entries in between that do not balance
	runs     int
	num      string // the entry number of all lines, when sameNum
	sameNum  bool
	simple   bool // all of text is, see onlySimple
	padded   bool
	from, to calendar.Date // of the entries that carry nothing forward; to of all
	opened   days
	tally    tally
	census   census
}

// days is the span of some dates; the zero value has none.
type days struct{ first, last calendar.Date }

func (d *days) add(first, last calendar.Date) {
	if first.IsZero() {
		return
	}
	if d.first.IsZero() || first < d.first {
		d.first = first
	}
	d.last = max(d.last, last)
}

// names numbers texts in the order in which they come.
type names struct {
	byText map[string]uint32
	list   []named
}

// named is a client account or a general account, raw, and its label.
type named struct {
	text  string
	label string
	own   bool // the label is the client's own, not the collective account's
	chunk int  // where the label was found
	line  int

	account    uint32 // the general account that the client had last
	hasAccount bool
}

func (n *names) find(b []byte) (id uint32, fresh bool) {
	if id, ok := n.byText[string(b)]; ok {
		return id, false
	}
	if n.byText == nil {
		n.byText = map[string]uint32{}
	}
	id = uint32(len(n.list))
	text := string(b)
	n.byText[text] = id
	n.list = append(n.list, named{text: text})
	return id, true
}

// parse reads a chunk of whole lines.
func (w *worker) parse(j job) *part {
	b := j.chunk
	p := &part{index: j.index, w: w, sameNum: true}
	w.p, w.rows, w.scratch = p, w.rows[:0], w.scratch[:0]
	w.labels = [len(w.labels)]labelSpan{}
	w.run = openRun{}
	b, nuls := plainLines(b)
	if nuls > 0 {
		p.tally.noteCount(ledger.FindingNUL, 1, "", "", nuls)
	}
	p.census.count(b)
	if w.layout.otherMark == '|' {
		w.noteMarks(b)
	}
	var text, previous []byte
	for i := 0; len(b) > 0 && !p.tally.full(); i++ {
		text, b = cutLine(b)
		if p.lines++; j.places != nil {
			p.lines = int(j.places[i])
		}
		w.parseLine(text, previous)
		previous = text
	}
	for ; len(b) > 0; p.lines++ {
		_, b = cutLine(b)
	}
	w.closeRun(true)
	p.rows = slices.Clone(w.rows)
	p.text = string(w.scratch)
	p.simple = onlySimple(w.scratch)
	return p
}

// noteMarks notes the other separator of the standard inside texts, which the
// tax administration's checker does not accept.
func (w *worker) noteMarks(b []byte) {
	if at := bytes.IndexByte(b, w.layout.otherMark); at >= 0 {
		line := 1 + bytes.Count(b[:at], []byte{'\n'})
		w.p.tally.note(ledger.FindingSeparator, line, "text", string(rune(w.layout.otherMark)))
	}
}

func (w *worker) parseLine(text, previous []byte) {
	p := w.p
	if len(text) > maxLine {
		p.tally.refuse(ledger.RefuseTooLong, p.lines, "", "")
		return
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return
	}
	p.records++
	p.padded = false
	ok := w.read(text)
	if p.padded {
		p.tally.note(ledger.FindingPadding, p.lines, "", "")
	}
	if !ok {
		return
	}
	l := &w.line
	p.to = max(p.to, l.date)
	w.join()
	if w.run.flags&isOpening != 0 {
		p.opened.add(l.date, l.date)
	} else if p.from.IsZero() || l.date < p.from {
		p.from = l.date
	}
	if l.class&isReceivable == 0 || l.amount == 0 {
		return
	}
	if len(text) == len(previous) && bytes.Equal(text, previous) {
		p.tally.note(ledger.FindingDuplicate, p.lines, "", "")
	}
	w.keep()
}

// keep adds the line to the rows.
func (w *worker) keep() {
	l, p := &w.line, w.p
	if len(l.piece) > maxText || len(l.let) > maxText || len(l.label) > maxText {
		p.tally.refuse(ledger.RefuseTooLong, p.lines, "", "")
		return
	}
	r := row{
		amount: l.amount, line: uint32(p.lines), client: w.client(), text: uint32(len(w.scratch)),
		nNum: uint16(len(l.piece)), nLet: uint16(len(l.let)), nLabel: uint16(len(l.label)),
		date: l.pieceDate, booked: l.date, hash: hashOf(l.piece),
	}
	r.account = w.account(r.client)
	w.scratch = append(append(w.scratch, l.piece...), l.let...)
	r.label = w.keepLabel(l.label)
	if l.class&isBillAccount != 0 {
		r.flags |= onBillAccount
	}
	w.rows = append(w.rows, r)
}

// account finds the general account of the line, which is mostly the one that
// the client had last.
func (w *worker) account(client uint32) uint32 {
	c := &w.clients.list[client]
	if c.hasAccount && w.accounts.list[c.account].text == string(w.line.account) {
		return c.account
	}
	c.account, _ = w.accounts.find(w.line.account)
	c.hasAccount = true
	return c.account
}

// hashOf is FNV-1a by words of eight bytes.
func hashOf(b []byte) uint32 {
	h := uint64(14695981039346656037)
	for ; len(b) >= 8; b = b[8:] {
		h = (h ^ binary.LittleEndian.Uint64(b)) * 1099511628211
		h ^= h >> 32
	}
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return uint32(h ^ h>>32)
}

// maxText bounds the length of one text that is kept.
const maxText = 1<<16 - 1

type labelSpan struct{ at, n uint32 }

// keepLabel adds a label to the part's text, or finds it there when it was
// among the last ones.
func (w *worker) keepLabel(b []byte) uint32 {
	slot := &w.labels[hashOf(b[max(0, len(b)-16):])%uint32(len(w.labels))]
	if int(slot.n) == len(b) && bytes.Equal(w.scratch[slot.at:slot.at+slot.n], b) {
		return slot.at
	}
	*slot = labelSpan{at: uint32(len(w.scratch)), n: uint32(len(b))}
	w.scratch = append(w.scratch, b...)
	return slot.at
}

// client finds the client of the line: CompAuxNum if filled, else CompteNum.
func (w *worker) client() uint32 {
	l, p := &w.line, w.p
	key := l.aux
	if len(key) == 0 {
		key = l.account
	}
	id, fresh := w.clients.find(key)
	c := &w.clients.list[id]
	own := len(l.auxLib) > 0
	if fresh || own && !c.own || c.label == "" {
		label := l.auxLib
		if !own {
			label = l.accountLib
		}
		if fresh || len(label) > 0 {
			c.label, c.own, c.chunk, c.line = string(label), own, p.index, p.lines
		}
	}
	return id
}

func fieldCounts(found, expected int) string {
	return strconv.Itoa(found) + "/" + strconv.Itoa(expected)
}
