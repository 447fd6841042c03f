package ledgerfile

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"

	"relance/domain/calendar"
	"relance/domain/ledger"
)

// finisher makes items: first of a share of the parts, then of a share of the
// clients.
type finisher struct {
	s       *sorter
	next    []int // by client: where the item of its next row goes
	keys    []sortKey
	sorted  []ledger.Item
	equals  equals
	control seen // texts that lost control characters
	formula seen

	groups   []ledger.MatchGroup
	openings []opening
}

// seen counts texts and keeps the least line.
type seen struct{ count, line int }

func (s *seen) at(line int) {
	if s.count++; s.count == 1 || line < s.line {
		s.line = line
	}
}

// opening is the only line carried forward on an account.
type opening struct {
	client, number string
	line           int
}

// aside is what finishing needs of an item besides the item, so that it does
// not have to go and look at its texts.
type aside struct {
	matching uint64 // its first eight bytes
	hash     uint32 // of the number
}

// place makes the items of some parts where s.block has room for them: behind
// each other by client, in the order of the file.
func (f *finisher) place(parts []*part) {
	s := f.s
	currency, first := s.c.opt.currency(), s.c.first()
	for _, p := range parts {
		clients, accounts := s.client[p.w], s.account[p.w]
		for i := range p.rows {
			r := &p.rows[i]
			line := p.base + int(r.line)
			if r.flags&inMaybeOpening != 0 && r.booked == first {
				r.flags |= inOpening
				r.kind = kindOf(r.amount > 0, r.flags, 0)
			}
			endNum := r.text + uint32(r.nNum)
			number, changed := f.partText(p, p.text[r.text:endNum], line)
			matching, _ := f.partText(p, p.text[endNum:endNum+uint32(r.nLet)], line)
			label, _ := f.partText(p, p.text[r.label:r.label+uint32(r.nLabel)], line)
			at := f.next[clients[r.client]]
			f.next[clients[r.client]]++
			s.asides[at] = aside{matching: headOf(matching), hash: r.hash}
			if changed {
				s.asides[at].hash = hashOf([]byte(number))
			}
			s.block[at] = ledger.Item{
				ItemKey: ledger.ItemKey{Kind: r.kind, Date: r.date, Number: number},
				Booked:  r.booked, Amount: r.amount, VAT: r.vat, Currency: currency, Matching: matching, Line: uint32(line),
				Account: accounts[r.account], Label: label, Opening: r.flags&inOpening != 0,
			}
		}
	}
}

// partText is text for the texts of a part's rows.
func (f *finisher) partText(p *part, raw string, line int) (text string, changed bool) {
	if p.simple && f.s.from == inUTF8 {
		if raw != "" && raw[0] < 'A' {
			f.noteFormula(raw, line)
		}
		return raw, false
	}
	return f.text(raw, line), true
}

// headOf gives the first eight bytes of a text as a number that sorts alike.
func headOf(s string) uint64 {
	var b [8]byte
	copy(b[:], s)
	return binary.BigEndian.Uint64(b[:])
}

// sortKey is what ledger.SortItems compares, and where the item is.
type sortKey struct {
	matching uint64
	booked   calendar.Date
	line     uint32
	at       uint32
}

// finish orders and counts the items of some clients.
func (f *finisher) finish(out []*ledger.Account, from, to int) {
	accounts := make([]ledger.Account, to-from)
	for i := from; i < to; i++ {
		c := &f.s.clients[i]
		a := &accounts[i-from]
		a.Client.Key.Account = c.key
		a.Client.Name = f.text(c.label.label, f.s.c.parts[c.label.chunk].base+c.label.line)
		a.Items = f.s.block[c.from : c.from+c.n : c.from+c.n]
		asides := f.s.asides[c.from : c.from+c.n]
		f.number(a.Items, asides)
		f.sort(a.Items, asides)
		f.matched(a)
		f.carried(a)
		out[i] = a
	}
}

// text is sorter.text, which notes what it met.
func (f *finisher) text(raw string, line int) string {
	if f.s.from == inUTF8 && isSimple(raw) {
		f.noteFormula(raw, line)
		return raw
	}
	t := decode(raw, f.s.from)
	if hasControl(t) {
		f.control.at(line)
	}
	t = clean(t)
	f.noteFormula(t, line)
	return t
}

func (f *finisher) noteFormula(t string, line int) {
	if isFormula(t) {
		f.formula.at(line)
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

// number counts the ordinals of equal keys, in the order of the file. Beyond
// what an ordinal holds, the number is told apart by a suffix.
func (f *finisher) number(items []ledger.Item, asides []aside) {
	f.equals.reset(len(items))
	for i := range items {
		n := f.equals.count(items, uint32(i), asides[i].hash)
		items[i].Ordinal = uint16(n)
		if n > 0xFFFF {
			items[i].Number += "~" + strconv.Itoa(int(n>>16))
		}
	}
}

// sort brings the items of one client into the order of ledger.SortItems.
func (f *finisher) sort(items []ledger.Item, asides []aside) {
	f.keys = f.keys[:0]
	for i := range items {
		it := &items[i]
		f.keys = append(f.keys, sortKey{matching: asides[i].matching, booked: it.Booked, line: it.Line, at: uint32(i)})
	}
	slices.SortFunc(f.keys, func(a, b sortKey) int {
		switch {
		case a.matching != b.matching:
			return cmp.Compare(a.matching, b.matching)
		case a.matching&0xFF != 0: // eight bytes or more
			if c := strings.Compare(items[a.at].Matching, items[b.at].Matching); c != 0 {
				return c
			}
		}
		if a.booked != b.booked {
			return cmp.Compare(a.booked, b.booked)
		}
		return cmp.Compare(a.line, b.line)
	})
	f.sorted = append(f.sorted[:0], items...)
	for i, k := range f.keys {
		items[i] = f.sorted[k.at]
	}
}

// carried finds the accounts with one line carried forward.
func (f *finisher) carried(a *ledger.Account) {
	n, at := 0, 0
	for i := range a.Items {
		if a.Items[i].Opening {
			n, at = n+1, i
		}
	}
	if n == 1 {
		it := &a.Items[at]
		f.openings = append(f.openings, opening{client: a.Client.Key.Account, number: it.Number, line: int(it.Line)})
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
			f.groups = append(f.groups, ledger.MatchGroup{Account: a.Client.Key.Account, Code: code, Rest: sum, Line: int(first)})
		}
		i = j
	}
}

// equals counts equal item keys of one client: an open-addressing table whose
// slots of earlier clients are known by their round.
type equals struct {
	slots []equalSlot
	round uint32
	mask  uint32
}

type equalSlot struct {
	round uint32
	hash  uint32
	first uint32 // item
	seen  uint32
}

func (e *equals) reset(n int) {
	size := 16
	for size < 2*n {
		size *= 2
	}
	if size > len(e.slots) {
		e.slots, e.round = make([]equalSlot, size), 0
	}
	e.mask = uint32(size - 1)
	e.round++
}

// count gives how many items before item i have its key, whose number has that
// hash.
func (e *equals) count(items []ledger.Item, i, hash uint32) uint32 {
	it := &items[i]
	hash ^= uint32(it.Date)*0x9E3779B1 ^ uint32(it.Kind)<<28
	for h := hash ^ hash>>15; ; h++ {
		s := &e.slots[h&e.mask]
		if s.round != e.round {
			*s = equalSlot{round: e.round, hash: hash, first: i, seen: 1}
			return 0
		}
		if s.hash != hash {
			continue
		}
		if o := &items[s.first]; o.Kind == it.Kind && o.Date == it.Date && o.Number == it.Number {
			s.seen++
			return s.seen - 1
		}
	}
}

// conclude turns what the finishers met into findings, in the order of the
// accounts.
func (s *sorter) conclude(finishers []*finisher) {
	t := &s.c.tally
	var openings []opening
	for _, f := range finishers {
		s.groups = append(s.groups, f.groups...)
		if f.control.count > 0 {
			t.noteFirst(ledger.FindingControl, f.control.line, f.control.count)
		}
		if f.formula.count > 0 {
			t.noteFirst(ledger.FindingFormula, f.formula.line, f.formula.count)
		}
		openings = append(openings, f.openings...)
	}
	t.found = append(t.found, ledger.GroupFindings(s.groups, s.c.opt.currency())...)
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
