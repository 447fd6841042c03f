package ledgerfile

import (
	"bytes"
	"errors"
	"io"
	"sync"
	"sync/atomic"

	"relance/domain/calendar"
	"relance/domain/ledger"
)

// readFEC reads a FEC (livre des procédures fiscales, art. A47 A-1): chunks of
// whole lines are parsed by several workers and collected in order.
func readFEC(src *source, head []byte, opt Options, workers int) (*ledger.Batch, error) {
	c := &collector{opt: opt, strays: map[string]*run{}}
	head, bom := cutBOM(head)
	if bom {
		c.tally.note(ledger.FindingBOM, 1, "", "")
	}
	if src.nuls > 0 {
		c.tally.noteCount(ledger.FindingNUL, 1, "", "", src.nuls)
	}
	if src.utf16 {
		c.tally.note(ledger.FindingEncoding, 0, "", inUTF16)
	}
	first, rest, skipped := headerLine(head)
	l := readLayout(first, &c.tally)
	if err := c.tally.err(opt.Name); err != nil {
		return nil, err
	}
	if l.rowTrailing = !l.trailing && rowsTrail(rest, &l); l.rowTrailing {
		c.tally.note(ledger.FindingTrailingSeparator, skipped+1, "", "")
	}
	c.lines = skipped
	c.hire(&l, commonNumber(rest, &l), workers)
	if err := c.run(src, rest); err != nil {
		return nil, err
	}
	return c.batch()
}

// hire makes the workers.
func (c *collector) hire(l *layout, sameNum []byte, workers int) {
	c.layout = l
	currency, chart := c.opt.currency(), newChart(c.opt.prefixes())
	for range workers {
		c.workers = append(c.workers, &worker{layout: l, chart: chart, currency: currency, exponent: currency.Exponent(), sameNum: sameNum})
	}
}

// chunker gives the lines of a FEC by the chunk.
type chunker interface {
	next(buf []byte) ([]byte, error) // see source.next
	places() []uint32                // the line of the file on which each line of that chunk began, ascending; nil = they are counted
}

// headerLine gives the first line that is not blank, what follows, and the
// number of lines up to and including it.
func headerLine(head []byte) (line, rest []byte, lines int) {
	for rest = head; len(rest) > 0; {
		at := bytes.IndexAny(rest, "\r\n")
		if at < 0 {
			return rest, nil, lines + 1
		}
		line, lines = rest[:at], lines+1
		if rest[at] == '\r' && at+1 < len(rest) && rest[at+1] == '\n' {
			at++
		}
		rest = rest[at+1:]
		if len(bytes.TrimSpace(line)) > 0 {
			return line, rest, lines
		}
	}
	return nil, nil, lines
}

// rowsTrail reports whether all of the first rows end with a separator more
// than the header has.
func rowsTrail(b []byte, l *layout) bool {
	n := 0
	for ; n < 20 && len(b) > 0; n++ {
		var line []byte
		line, b, _ = headerLine(b)
		if len(line) == 0 {
			break
		}
		if bytes.Count(line, []byte{l.sep}) != l.columns || line[len(line)-1] != l.sep {
			return false
		}
	}
	return n > 0
}

// commonNumber finds an entry number that all of the first lines bear, though
// they are of several pieces or days: it tells no entries apart.
func commonNumber(b []byte, l *layout) []byte {
	const enough, most = 20, 400
	var num, other []byte
	several := false
	n := 0
	for ; n < most && len(b) > 0; n++ {
		var line []byte
		line, b, _ = headerLine(b)
		fields := bytes.Split(line, []byte{l.sep})
		if len(fields) < l.least {
			continue
		}
		this := bytes.Join([][]byte{bytes.TrimSpace(fields[l.at[fDate]]), bytes.TrimSpace(fields[l.at[fPiece]])}, nil)
		if got := bytes.TrimSpace(fields[l.at[fNum]]); num == nil {
			num, other = got, this
		} else if !bytes.Equal(got, num) {
			return nil
		}
		several = several || !bytes.Equal(this, other)
	}
	if n < enough || !several {
		return nil
	}
	return bytes.Clone(num)
}

// collector puts the parts of a file together, in the order of the file.
type collector struct {
	opt       Options
	layout    *layout
	workers   []*worker
	parts     []*part
	waiting   map[int]*part
	lines     int
	records   int
	runs      int
	num       string
	sameNum   bool
	pending   *run            // the entry that the next part may continue
	strays    map[string]*run // entries that do not balance so far
	from, to  calendar.Date   // see period
	opened    days
	closing   calendar.Date // that the file itself names
	tally     tally
	census    census
	stopped   atomic.Bool // refused for reasons enough
	unmatched int
}

type job struct {
	index  int
	chunk  []byte
	places []uint32
}

// run reads the chunks, the first of which is given, and has them parsed.
func (c *collector) run(src chunker, first []byte) error {
	n := len(c.workers)
	jobs, parts, free := make(chan job), make(chan *part, n), make(chan []byte, n+1)
	for range n + 1 {
		free <- nil
	}
	var parsing, collecting sync.WaitGroup
	for _, w := range c.workers {
		parsing.Go(func() {
			for j := range jobs {
				p := w.parse(j)
				free <- j.chunk
				parts <- p
			}
		})
	}
	collecting.Go(func() {
		c.waiting = map[int]*part{}
		for p := range parts {
			c.take(p)
		}
	})
	err := c.feed(src, first, jobs, free)
	close(jobs)
	parsing.Wait()
	close(parts)
	collecting.Wait()
	if refused := c.tally.err(c.opt.Name); refused != nil {
		return refused
	}
	if errors.Is(err, errLineTooLong) {
		return refuse(c.opt.Name, ledger.Finding{Code: ledger.RefuseTooLong, Line: c.lines + 1})
	}
	return err
}

func (c *collector) feed(src chunker, chunk []byte, jobs chan<- job, free <-chan []byte) error {
	<-free
	for i := 0; ; i++ {
		if c.stopped.Load() {
			return nil
		}
		jobs <- job{index: i, chunk: chunk, places: src.places()}
		var err error
		chunk, err = src.next(<-free)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// take collects a part, and those that waited for it.
func (c *collector) take(p *part) {
	c.waiting[p.index] = p
	for next := c.waiting[len(c.parts)]; next != nil; next = c.waiting[len(c.parts)] {
		delete(c.waiting, next.index)
		c.add(next)
	}
}

func (c *collector) add(p *part) {
	if c.layout.placed {
		c.lines = p.lines
	} else {
		p.base = c.lines
		c.lines += p.lines
	}
	c.records += p.records
	c.parts = append(c.parts, p)
	c.tally.add(&p.tally, p.base)
	if c.tally.full() {
		c.stopped.Store(true)
	}
	c.census.add(&p.census)
	if !p.from.IsZero() && (c.from.IsZero() || p.from < c.from) {
		c.from = p.from
	}
	c.to = max(c.to, p.to)
	c.opened.add(p.opened.first, p.opened.last)
	if p.runs == 0 {
		return
	}
	if c.runs == 0 {
		c.num, c.sameNum = p.num, true
	}
	c.sameNum = c.sameNum && p.sameNum && p.num == c.num
	c.runs += p.runs
	c.addRuns(p)
}

func (c *collector) addRuns(p *part) {
	for _, r := range []*run{p.first, p.last} {
		if r == nil {
			continue
		}
		r.line += p.base
		if c.pending != nil && r == p.first && c.pending.goesOn(r) {
			c.pending.add(r)
			continue
		}
		c.close(c.pending)
		c.pending = r
	}
	for i := range p.strays {
		r := &p.strays[i]
		r.line += p.base
		c.stray(r)
	}
	p.strays = nil
}

// close ends an entry that no further part continues.
func (c *collector) close(r *run) {
	switch {
	case r == nil:
	case r.sum == 0:
		r.finish()
	default:
		c.stray(r)
	}
}

// maxStrays bounds the entries that are remembered until their other lines come.
const maxStrays = 1 << 19

// stray joins the lines of an entry that stand apart from each other.
func (c *collector) stray(r *run) {
	known, ok := c.strays[r.key]
	switch {
	case ok:
		known.add(r)
		known.line = min(known.line, r.line)
		if known.sum == 0 {
			known.finish()
			delete(c.strays, r.key)
		}
	case len(c.strays) < maxStrays:
		kept := *r
		c.strays[r.key] = &kept
	default:
		r.finish()
		c.unmatched++
	}
}
