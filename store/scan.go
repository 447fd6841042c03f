package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"maps"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"go.etcd.io/bbolt"

	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/store/wire"
)

// span is a run of accounts or events that one worker reads: n of them from the
// key first on, whose places in the result start at index at.
type span struct {
	first   []byte
	n, at   int
	chained bool // events of one device, numbered without a gap
}

// errGap: an event is missing from a device's chain.
var errGap = errors.New("store: events of a device are missing")

// holds reports whether k is the key of the i-th event of a chained span.
func (s *span) holds(k []byte, i int) bool {
	return len(k) == eventKeySize && bytes.Equal(k[:8], s.first[:8]) &&
		binary.BigEndian.Uint64(k[8:]) == binary.BigEndian.Uint64(s.first[8:])+uint64(i)
}

const (
	accountsPerSpan = 64
	eventsPerSpan   = 2048
	maxWorkers      = 4
)

func total(spans []span) int {
	if len(spans) == 0 {
		return 0
	}
	last := spans[len(spans)-1]
	return last.at + last.n
}

// grow counts one more; size is that of a full span.
func grow(spans []span, key []byte, size int) []span {
	if len(spans) == 0 || spans[len(spans)-1].n == size {
		spans = append(spans, span{first: bytes.Clone(key), at: total(spans)})
	}
	spans[len(spans)-1].n++
	return spans
}

func accountSpans(tx *bbolt.Tx) []span {
	var spans []span
	for m := mergeFrom(tx, nil); m.next(); {
		spans = grow(spans, m.key, accountsPerSpan)
	}
	return spans
}

// chainSpans trusts the heads, which is faster than counting; not beyond what a
// file of that size can hold.
func chainSpans(heads map[journal.Device]Head, size int64) ([]span, error) {
	const least = 32 // bytes of an event with its key
	var spans []span
	for _, d := range slices.Sorted(maps.Keys(heads)) {
		if heads[d].Seq > uint64(size/least) {
			return nil, errGap
		}
		for seq := uint64(1); seq <= heads[d].Seq; seq += eventsPerSpan {
			n := int(min(eventsPerSpan, heads[d].Seq-seq+1))
			spans = append(spans, span{first: eventKey(journal.ID{Device: d, Seq: seq}), n: n, at: total(spans), chained: true})
		}
	}
	return spans, nil
}

func eventSpans(tx *bbolt.Tx, want choice) []span {
	var spans []span
	c := tx.Bucket(bucketEvents).Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		if len(k) == eventKeySize && want.has(v) {
			spans = grow(spans, k, eventsPerSpan)
		}
	}
	return spans
}

// parallel does the tasks 0 … n-1 on several goroutines, each in a read
// transaction of its own, for bbolt's are not to be shared. The caller keeps
// writers away, so that all see the same state. worker gives the function that
// does the tasks of one goroutine.
func (db *DB) parallel(n int, worker func(*bbolt.Tx) func(int) error) error {
	var next atomic.Int64
	errs := make([]error, min(runtime.GOMAXPROCS(0), maxWorkers, n))
	var wg sync.WaitGroup
	for w := range errs {
		wg.Go(func() {
			errs[w] = db.view(func(tx *bbolt.Tx) error {
				do := worker(tx)
				for {
					i := int(next.Add(1)) - 1
					if i >= n {
						return nil
					}
					if err := do(i); err != nil {
						return err
					}
				}
			})
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

// merger walks clients and items, which are in the same order, together.
type merger struct {
	clients, values *bbolt.Cursor
	ck, cv, ik, iv  []byte // where the cursors stand

	key    []byte   // of the account at hand
	client []byte   // its particulars, nil = none stored
	items  [][]byte // its item values, by scope
}

func mergeFrom(tx *bbolt.Tx, first []byte) *merger {
	m := &merger{clients: tx.Bucket(bucketClients).Cursor(), values: tx.Bucket(bucketItems).Cursor()}
	m.ck, m.cv = m.clients.Seek(first)
	m.ik, m.iv = m.values.Seek(first)
	return m
}

// next goes to the next account and reports whether there is one.
func (m *merger) next() bool {
	m.key, m.client, m.items = nil, nil, m.items[:0]
	if m.ck == nil && m.ik == nil {
		return false
	}
	owner, _, _ := splitItemsKey(m.ik)
	if m.ck != nil && (m.ik == nil || bytes.Compare(m.ck, owner) <= 0) {
		m.key, m.client = m.ck, m.cv
		m.ck, m.cv = m.clients.Next()
	} else {
		m.key = owner
	}
	for m.ik != nil && bytes.Equal(owner, m.key) {
		m.items = append(m.items, m.iv)
		m.ik, m.iv = m.values.Next()
		owner, _, _ = splitItemsKey(m.ik)
	}
	return true
}

// particulars fills in the client.
func (m *merger) particulars(s *wire.Strings, a *ledger.Account) error {
	creditor, account, ok := splitClientKey(m.key)
	if !ok {
		return &Error{Code: Damaged, Detail: "key of a client"}
	}
	a.Client.Key = ledger.ClientKey{Creditor: s.Intern(creditor), Account: s.Text(account)}
	var err error
	if m.client != nil {
		a.Client, err = s.DecodeClient(a.Client.Key, m.client)
	}
	return err
}

// lines fills in the items, in one form or the other.
func (m *merger) lines(a *ledger.Account, f form) error {
	if len(m.items) == 0 {
		return nil
	}
	if f == packed {
		p := &wire.PackedItems{}
		for _, v := range m.items {
			if err := p.Add(v); err != nil {
				return err
			}
		}
		a.Packed = p
		return nil
	}
	n := 0
	for _, v := range m.items {
		n += wire.CountItems(v)
	}
	a.Items = slices.Grow(a.Items, n)
	for _, v := range m.items {
		var err error
		if a.Items, err = wire.DecodeItems(a.Items, v); err != nil {
			return err
		}
	}
	return nil
}
