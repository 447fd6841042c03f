package ledgerfile

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strconv"
	"strings"

	"relance/domain/calendar"
	"relance/domain/ledger"
)

// finisher makes the items of a range of clients.
type finisher struct {
	s       *sorter
	numbers []string
	ordinal []uint16
	keys    []sortKey
	equals  equals

	groups   []openGroup
	openings []opening
	control  int // texts that lost control characters
	formula  int
	ctlLine  int
	fmlLine  int
}

// openGroup is a matching group that does not sum to zero.
type openGroup struct {
	client, code string
	rest         int64
	line         int
}

// opening is the only line carried forward on an account.
type opening struct {
	client, number string
	line           int
}

// sortKey is what ledger.SortItems compares, and where the row is.
type sortKey struct {
	matching string
	booked   calendar.Date
	line     uint32
	at       uint32
}

func (f *finisher) finishRange(out []*ledger.Account, from, to int) {
	accounts := make([]ledger.Account, to-from)
	for i := from; i < to; i++ {
		c := &f.s.clients[i]
		a := &accounts[i-from]
		a.Client.Key.Account = c.key
		a.Client.Name = f.text(c.label.label, f.s.c.parts[c.label.chunk].base+c.label.line)
		a.Items = f.s.block[c.from : c.from+c.n : c.from+c.n]
		f.items(a, f.s.refs[c.from:c.from+c.n])
		f.matched(a)
		out[i] = a
	}
}

// text is sorter.text, which notes what it met.
func (f *finisher) text(raw string, line int) string {
	if f.s.from == inUTF8 && isSimple(raw) {
		if raw != "" && raw[0] < '0' {
			f.noteFormula(raw, line)
		}
		return raw
	}
	t := decode(raw, f.s.from)
	if hasControl(t) {
		if f.control++; f.ctlLine == 0 || line < f.ctlLine {
			f.ctlLine = line
		}
	}
	t = clean(t)
	f.noteFormula(t, line)
	return t
}

func (f *finisher) noteFormula(t string, line int) {
	if !isFormula(t) {
		return
	}
	if f.formula++; f.fmlLine == 0 || line < f.fmlLine {
		f.fmlLine = line
	}
}

// isFormula reports whether a spreadsheet would compute a text: the signs that
// begin a formula, unless only a number follows.
func isFormula(t string) bool {
	if t == "" {
		return false
	}
	switch t[0] {
	case '=', '@':
		return true
	case '+', '-':
		return strings.Trim(t[1:], "0123456789,. -/") != ""
	}
	return false
}

// items fills a.Items, which has room for the rows, in the order of SortItems.
func (f *finisher) items(a *ledger.Account, refs []rowRef) {
	f.number(refs)
	slices.SortFunc(f.keys, func(a, b sortKey) int {
		return cmp.Or(strings.Compare(a.matching, b.matching), cmp.Compare(a.booked, b.booked), cmp.Compare(a.line, b.line))
	})
	currency := f.s.c.opt.currency()
	lastLabel, lastText := "", ""
	carried := 0
	var only opening
	for i, k := range f.keys {
		p := f.s.c.parts[refs[k.at].part]
		r := &p.rows[refs[k.at].row]
		if raw := p.text[r.label : r.label+uint32(r.nLabel)]; raw != lastLabel || lastLabel == "" {
			lastLabel, lastText = raw, f.text(raw, int(k.line))
		}
		a.Items[i] = ledger.Item{
			ItemKey: ledger.ItemKey{Kind: r.kind, Ordinal: f.ordinal[k.at], Date: r.date, Number: f.numbers[k.at]},
			Booked:  r.booked, Amount: r.amount, VAT: r.vat, Currency: currency, Matching: k.matching, Line: k.line,
			Account: f.s.account[p.w][r.account], Label: lastText, Opening: r.flags&inOpening != 0,
		}
		if r.flags&inOpening != 0 {
			carried++
			only = opening{client: a.Client.Key.Account, number: f.numbers[k.at], line: int(k.line)}
		}
	}
	if carried == 1 {
		f.openings = append(f.openings, only)
	}
}

// number goes through the rows in the order of the file: it settles what is
// carried forward and counts the ordinals among equal keys.
func (f *finisher) number(refs []rowRef) {
	n := len(refs)
	f.numbers, f.ordinal, f.keys = f.numbers[:0], f.ordinal[:0], f.keys[:0]
	f.equals.reset(n)
	for i, ref := range refs {
		p := f.s.c.parts[ref.part]
		r := &p.rows[ref.row]
		if r.flags&inMaybeOpening != 0 && r.booked == f.s.c.from {
			r.flags |= inOpening
			r.kind = kindOf(r.amount > 0, r.flags, 0)
		}
		line := p.base + int(r.line)
		number := f.text(p.text[r.text:r.text+uint32(r.nNum)], line)
		let := f.text(p.text[r.text+uint32(r.nNum):r.text+uint32(r.nNum)+uint32(r.nLet)], line)
		f.numbers = append(f.numbers, number)
		same := f.equals.count(ledger.ItemKey{Kind: r.kind, Date: r.date, Number: number})
		if same > 0xFFFF {
			f.numbers[i] = number + "~" + strconv.Itoa(int(same>>16))
		}
		f.ordinal = append(f.ordinal, uint16(same))
		f.keys = append(f.keys, sortKey{matching: let, booked: r.booked, line: uint32(line), at: uint32(i)})
	}
}

// matched finds the matching groups that do not sum to zero.
func (f *finisher) matched(a *ledger.Account) {
	for i := 0; i < len(a.Items); {
		code := a.Items[i].Matching
		var sum int64
		first := a.Items[i].Line
		j := i
		for ; j < len(a.Items) && a.Items[j].Matching == code; j++ {
			sum += a.Items[j].Amount
			first = min(first, a.Items[j].Line)
		}
		if code != "" && sum != 0 {
			f.groups = append(f.groups, openGroup{client: a.Client.Key.Account, code: code, rest: sum, line: int(first)})
		}
		i = j
	}
}

// equals counts equal item keys of one client: an open-addressing table whose
// slots of earlier clients are known by their round.
type equals struct {
	seed  maphash.Seed
	slots []equalSlot
	round uint32
	mask  uint64
}

type equalSlot struct {
	key   ledger.ItemKey
	round uint32
	seen  uint32
}

func (e *equals) reset(n int) {
	size := 16
	for size < 2*n {
		size *= 2
	}
	if size > len(e.slots) {
		e.slots, e.round, e.seed = make([]equalSlot, size), 0, maphash.MakeSeed()
	}
	e.mask = uint64(size - 1)
	e.round++
}

// count gives how many times the key came before.
func (e *equals) count(k ledger.ItemKey) uint32 {
	h := maphash.String(e.seed, k.Number) + uint64(k.Date)*0x9E3779B97F4A7C15 + uint64(k.Kind)<<32
	for h ^= h >> 29; ; h++ {
		s := &e.slots[h&e.mask]
		if s.round != e.round {
			*s = equalSlot{key: k, round: e.round, seen: 1}
			return 0
		}
		if s.key == k {
			s.seen++
			return s.seen - 1
		}
	}
}

// conclude turns what the finishers met into findings, in the order of the
// accounts.
func (s *sorter) conclude(finishers []*finisher, b *ledger.Batch) {
	t := &s.c.tally
	var openings []opening
	for _, f := range finishers {
		for _, g := range f.groups {
			t.each(ledger.FindingGroupOpen, g.line, g.client+" "+g.code+" "+decimal(g.rest, s.exponent))
		}
		if f.control > 0 {
			t.noteFirst(ledger.FindingControl, f.ctlLine, f.control)
		}
		if f.formula > 0 {
			t.noteFirst(ledger.FindingFormula, f.fmlLine, f.formula)
		}
		openings = append(openings, f.openings...)
	}
	s.noteOpenings(openings)
}

// noteOpenings notes balances carried forward in one line per account: the
// piece is blank, says so itself, or is the same for several clients.
func (s *sorter) noteOpenings(openings []opening) {
	clients := map[string]int{}
	for _, o := range openings {
		clients[o.number]++
	}
	for _, o := range openings {
		if isCarried(o.number) || clients[o.number] >= 3 {
			s.c.tally.note(ledger.FindingOpening, o.line, "", o.client)
		}
	}
}

func isCarried(number string) bool {
	letters := strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, strings.ToUpper(strings.ReplaceAll(number, "à", "a")))
	switch letters {
	case "":
		return number == ""
	case "AN", "RAN", "ANO", "ANOUV", "ANOUVEAU", "ANOUVEAUX", "OUV", "OUVERTURE", "REPORT", "REPORTANOUVEAU", "SOLDE", "BILAN":
		return true
	}
	return false
}
