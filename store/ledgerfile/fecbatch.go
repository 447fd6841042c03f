package ledgerfile

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"relance/domain/calendar"
	"relance/domain/ident"
	"relance/domain/ledger"
)

// batch makes the result once all parts are collected.
func (c *collector) batch() (*ledger.Batch, error) {
	if c.records == 0 {
		return nil, refuse(c.opt.Name, ledger.Finding{Code: ledger.RefuseEmpty})
	}
	c.close(c.pending)
	c.closeStrays()
	c.noteFile()
	b := &ledger.Batch{
		Kind: ledger.BatchEntries, Source: ledger.Source{Format: FormatFEC, Rows: c.records}, From: c.begin(), To: c.to,
		Opens: !c.opened.first.IsZero(),
	}
	b.Identifier, b.Closing = c.fromName()
	if b.Closing.IsZero() {
		b.Closing = c.closing
	}
	if err := c.accounts(b); err != nil {
		return nil, err
	}
	b.Findings = c.tally.findings()
	return b, nil
}

// begin is the first day of the period that the file tells of. Opening lines
// often bear the dates of the items that they stand for [à-nouveaux détaillés]
// or the last day of the year before: these say nothing of that time, and only
// opening lines in the month of the first entry count.
func (c *collector) begin() calendar.Date {
	if c.from.IsZero() {
		return c.opened.last
	}
	y, m, _ := c.from.YMD()
	month := calendar.Of(y, m, 1)
	switch {
	case c.opened.first >= month:
		return min(c.opened.first, c.from)
	case c.opened.last >= month:
		return min(c.opened.last, c.from)
	}
	return c.from
}

// first is the earliest day of any line.
func (c *collector) first() calendar.Date {
	if c.from.IsZero() || !c.opened.first.IsZero() && c.opened.first < c.from {
		return c.opened.first
	}
	return c.from
}

// closeStrays notes the entries that do not balance in the whole file.
func (c *collector) closeStrays() {
	left := make([]*run, 0, len(c.strays))
	for _, r := range c.strays {
		left = append(left, r)
	}
	slices.SortFunc(left, func(a, b *run) int { return cmp.Or(cmp.Compare(a.line, b.line), strings.Compare(a.key, b.key)) })
	exponent := c.opt.currency().Exponent()
	from := c.census.charset()
	// Opening lines often bear the dates of the items that they stand for, and
	// balance only as a whole.
	var opened int64
	for _, r := range left {
		if r.flags&isOpening != 0 {
			opened += r.sum
		}
	}
	for _, r := range left {
		r.finish()
		if r.flags&isOpening != 0 && opened == 0 {
			continue
		}
		journal, num, _ := strings.Cut(r.key, "\x1f")
		if _, date, ok := strings.Cut(num, "\x1f"); ok { // the number tells nothing
			num = date
		}
		c.tally.each(ledger.FindingUnbalanced, r.line, decode(journal+" "+num, from)+" "+decimal(r.sum, exponent))
	}
	if c.unmatched > 0 {
		c.tally.noteCount(ledger.FindingUnbalanced, 0, fecNames[fNum], "", c.unmatched)
	}
	c.strays = nil
}

// noteFile notes what is unusual about the file as a whole.
func (c *collector) noteFile() {
	if from := c.census.charset(); from != inUTF8 && from != inLatin9 {
		c.tally.note(ledger.FindingEncoding, 0, "", from.String())
	}
	if c.runs > 1 && c.sameNum {
		c.tally.note(ledger.FindingEntryZero, 0, fecNames[fNum], c.num)
	}
}

// fromName reads SIRENFECAAAAMMJJ, with _1, _2 behind and any extension.
func (c *collector) fromName() (siren string, closing calendar.Date) {
	name, _, _ := strings.Cut(c.opt.Name, ".")
	name, _, _ = strings.Cut(name, "_")
	if c.opt.Name == "" {
		return "", 0
	}
	if len(name) != 20 || !strings.EqualFold(name[9:12], "FEC") || !digits(name[:9]) || !digits(name[12:]) {
		c.tally.note(ledger.FindingFileName, 0, "", c.opt.Name)
		return "", 0
	}
	closing, err := calendar.ParseFEC([]byte(name[12:]))
	if err != nil || closing.IsZero() {
		c.tally.note(ledger.FindingFileName, 0, "", c.opt.Name)
		return "", 0
	}
	siren = name[:9]
	if ident.CheckSIREN(siren) != nil {
		c.tally.note(ledger.FindingIdentifier, 0, "", siren)
	}
	// A financial year lasts at most two calendar years.
	if c.to > closing || c.to <= closing.AddMonths(-24) {
		c.tally.note(ledger.FindingClosing, 0, "", closing.String()+" "+c.from.String()+" "+c.to.String())
	}
	return siren, closing
}

// accounts sorts the rows by client and makes the items.
func (c *collector) accounts(b *ledger.Batch) error {
	s := &sorter{c: c, from: c.census.charset()}
	if line := s.unify(); line > 0 {
		return refuse(c.opt.Name, ledger.Finding{Code: ledger.RefuseAccount, Line: line, Column: fecNames[fAux]})
	}
	n := len(c.workers)
	finishers := make([]*finisher, n)
	shares := make([][]*part, n)
	for i := range n {
		finishers[i] = &finisher{s: s}
		shares[i] = c.parts[len(c.parts)*i/n : len(c.parts)*(i+1)/n]
	}
	total := s.arrange(finishers, shares)
	if total == 0 {
		c.tally.note(ledger.FindingNoReceivables, 0, "", strings.Join(c.opt.prefixes(), ", "))
		return nil
	}
	s.block, s.asides = make([]ledger.Item, total), make([]aside, total)
	b.Accounts = make([]*ledger.Account, len(s.clients))
	inParallel(finishers, func(i int, f *finisher) { f.place(shares[i]) })
	inParallel(finishers, func(i int, f *finisher) { f.finish(b.Accounts, s.cut(i, n), s.cut(i+1, n)) })
	s.conclude(finishers)
	b.Groups = s.groups
	return nil
}

func inParallel(finishers []*finisher, do func(i int, f *finisher)) {
	var wg sync.WaitGroup
	for i, f := range finishers {
		wg.Go(func() { do(i, f) })
	}
	wg.Wait()
}

// clientRef is a client of the whole file.
type clientRef struct {
	key   string
	label named
	from  int // first item in sorter.block
	n     int
}

// sorter brings the rows of all parts together by client.
type sorter struct {
	c       *collector
	from    charset
	clients []clientRef // by key
	client  map[*worker][]uint32
	account map[*worker][]string
	block   []ledger.Item // by client, then line; in the end as ledger.SortItems has them
	asides  []aside       // of the items
	groups  []ledger.MatchGroup
}

// text gives a text of the file in clean UTF-8.
func (s *sorter) text(raw string) string {
	if s.from == inUTF8 && isSimple(raw) {
		return raw
	}
	return clean(decode(raw, s.from))
}

// unify gives the clients that each worker numbered one number for the file. It
// returns the line of a client whose account holds no character, else 0.
func (s *sorter) unify() int {
	known := map[string]int{}
	s.client, s.account = map[*worker][]uint32{}, map[*worker][]string{}
	for _, w := range s.c.workers {
		numbers := make([]uint32, len(w.clients.list))
		for i, local := range w.clients.list {
			key := s.text(local.text)
			if key == "" {
				return s.c.parts[local.chunk].base + local.line
			}
			at, ok := known[key]
			if !ok {
				at = len(s.clients)
				known[key] = at
				s.clients = append(s.clients, clientRef{key: key, label: local})
			} else if better(local, s.clients[at].label) {
				s.clients[at].label = local
			}
			numbers[i] = uint32(at)
		}
		s.client[w] = numbers
		for _, a := range w.accounts.list {
			s.account[w] = append(s.account[w], s.text(a.text))
		}
	}
	s.sortClients()
	return 0
}

// better prefers the client's own label, then the first one of the file.
func better(a, b named) bool {
	switch {
	case (a.label == "") != (b.label == ""):
		return a.label != ""
	case a.own != b.own:
		return a.own
	case a.chunk != b.chunk:
		return a.chunk < b.chunk
	}
	return a.line < b.line
}

func (s *sorter) sortClients() {
	order := make([]uint32, len(s.clients))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return strings.Compare(s.clients[a].key, s.clients[b].key) })
	sorted := make([]clientRef, len(order))
	rank := make([]uint32, len(order))
	for i, at := range order {
		sorted[i] = s.clients[at]
		rank[at] = uint32(i)
	}
	s.clients = sorted
	for _, numbers := range s.client {
		for i := range numbers {
			numbers[i] = rank[numbers[i]]
		}
	}
}

// arrange gives each client its place in s.block and each finisher the place of
// the first row that its share of the parts has of the client. It returns the
// number of items.
func (s *sorter) arrange(finishers []*finisher, shares [][]*part) int {
	for i, f := range finishers {
		f.next = make([]int, len(s.clients))
		for _, p := range shares[i] {
			numbers := s.client[p.w]
			for k := range p.rows {
				f.next[numbers[p.rows[k].client]]++
			}
		}
	}
	at := 0
	for i := range s.clients {
		s.clients[i].from = at
		for _, f := range finishers {
			f.next[i], at = at, at+f.next[i]
		}
		s.clients[i].n = at - s.clients[i].from
	}
	return at
}

// cut gives the first client of the i-th of n shares of about equal rows.
func (s *sorter) cut(i, n int) int {
	if i == n {
		return len(s.clients)
	}
	at, _ := slices.BinarySearchFunc(s.clients, len(s.block)*i/n, func(c clientRef, row int) int { return cmp.Compare(c.from, row) })
	return at
}

func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// decimal writes minor units with a dot, for details.
func decimal(minor int64, exponent int) string {
	b := strconv.AppendInt(nil, magnitude(minor), 10)
	if pad := exponent + 1 - len(b); pad > 0 {
		b = append(bytes.Repeat([]byte{'0'}, pad), b...)
	}
	out := string(b)
	if exponent > 0 {
		out = out[:len(out)-exponent] + "." + out[len(out)-exponent:]
	}
	if minor < 0 {
		return "-" + out
	}
	return out
}
