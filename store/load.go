package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"go.etcd.io/bbolt"

	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/store/wire"
)

// Loaded is what the database holds, copied out of it.
type Loaded struct {
	ID        [16]byte // the database's name
	Device    journal.Device
	Created   time.Time
	Book      ledger.Book
	Events    []journal.Event // in the order of Before
	LastStamp journal.Stamp   // the greatest of all devices
	LastSeq   uint64          // of Device
	Heads     map[journal.Device]Head
	Settings  map[string]string
}

// Load reads everything.
func (db *DB) Load() (*Loaded, error) {
	return db.load(func(journal.Kind) bool { return true })
}

// LoadBook reads the ledger and no event.
func (db *DB) LoadBook() (*Loaded, error) { return db.load(nil) }

// LoadKinds reads the ledger and the events of these kinds alone; the others
// are told by their first bytes and not decoded.
func (db *DB) LoadKinds(kinds ...journal.Kind) (*Loaded, error) {
	if len(kinds) == 0 {
		return db.load(nil)
	}
	return db.load(func(k journal.Kind) bool { return slices.Contains(kinds, k) })
}

func (db *DB) load(want func(journal.Kind) bool) (*Loaded, error) {
	readAhead(db.path)
	var out *Loaded
	err := db.view(func(tx *bbolt.Tx) error {
		l := &loader{out: &Loaded{}}
		if err := l.small(tx); err != nil {
			return err
		}
		l.accounts(tx)
		if want != nil {
			l.events(tx, want)
		}
		if err := l.decode(); err != nil {
			return err
		}
		out = l.out
		return nil
	})
	if err != nil {
		return nil, err
	}
	sortEvents(out.Events)
	return out, nil
}

func sortEvents(events []journal.Event) {
	for i := 1; i < len(events); i++ {
		if events[i].Before(&events[i-1]) {
			slices.SortFunc(events, func(a, b journal.Event) int {
				if a.Before(&b) {
					return -1
				}
				return 1
			})
			return
		}
	}
}

// loader gathers where the values lie, then decodes them on several cores while
// the transaction keeps them in place.
type loader struct {
	out    *Loaded
	acc    []accountRef
	values [][]byte // of items, account by account
	recs   []eventRef
	texts  [][]byte // stored texts, event by event
}

type accountRef struct {
	key      []byte
	client   []byte // nil = no particulars stored
	from, to int    // in values
}

type eventRef struct {
	record   []byte
	from, to int // in texts
}

// small reads what is small.
func (l *loader) small(tx *bbolt.Tx) error {
	m, ok := readIdentity(tx)
	if !ok {
		return &Error{Code: Foreign, Detail: "no identity"}
	}
	o := l.out
	o.ID, o.Device, o.Created = m.id, m.device, m.created
	o.Heads, o.Settings = map[journal.Device]Head{}, map[string]string{}
	err := tx.Bucket(bucketHeads).ForEach(func(k, v []byte) error {
		h, ok := decodeHead(v)
		if !ok || len(k) != 8 {
			return &Error{Code: Damaged, Detail: "head of a device"}
		}
		o.Heads[journal.Device(binary.BigEndian.Uint64(k))] = h
		if h.Stamp.Compare(o.LastStamp) > 0 {
			o.LastStamp = h.Stamp
		}
		return nil
	})
	if err != nil {
		return err
	}
	o.LastSeq = o.Heads[o.Device].Seq
	err = tx.Bucket(bucketSettings).ForEach(func(k, v []byte) error {
		o.Settings[string(k)] = string(v)
		return nil
	})
	if err != nil {
		return err
	}
	return tx.Bucket(bucketCreditors).ForEach(func(k, v []byte) error {
		c, err := wire.DecodeCreditor(string(k), v)
		o.Book.Creditors = append(o.Book.Creditors, c)
		return err
	})
}

// accounts merges clients and items, which are in the same order.
func (l *loader) accounts(tx *bbolt.Tx) {
	clients, items := tx.Bucket(bucketClients).Cursor(), tx.Bucket(bucketItems).Cursor()
	ck, cv := clients.First()
	ik, iv := items.First()
	for ck != nil || ik != nil {
		owner, _, _ := splitItemsKey(ik)
		ref := accountRef{from: len(l.values)}
		switch c := bytes.Compare(ck, owner); {
		case ik == nil, ck != nil && c <= 0:
			ref.key, ref.client = ck, cv
			ck, cv = clients.Next()
		default:
			ref.key = owner
		}
		for ik != nil && bytes.Equal(owner, ref.key) {
			l.values = append(l.values, iv)
			ik, iv = items.Next()
			owner, _, _ = splitItemsKey(ik)
		}
		ref.to = len(l.values)
		l.acc = append(l.acc, ref)
	}
}

func (l *loader) events(tx *bbolt.Tx, want func(journal.Kind) bool) {
	c := tx.Bucket(bucketEvents).Cursor()
	skip := true
	for k, v := c.First(); k != nil; k, v = c.Next() {
		switch len(k) {
		case eventKeySize:
			if skip = !want(wire.PeekKind(v)); !skip {
				l.recs = append(l.recs, eventRef{v, len(l.texts), len(l.texts)})
			}
		case textKeySize:
			if skip {
				continue
			}
			r := &l.recs[len(l.recs)-1]
			for r.to-r.from < int(k[eventKeySize]) {
				l.texts = append(l.texts, nil) // one is missing
				r.to++
			}
			l.texts = append(l.texts, v)
			r.to++
		}
	}
}

const (
	accountsPerTask = 64
	eventsPerTask   = 1024
	maxWorkers      = 4
)

// decode fills Book.Accounts and Events, each value at its place, so that the
// result does not depend on who did what.
func (l *loader) decode() error {
	l.out.Book.Accounts = make([]*ledger.Account, len(l.acc))
	if len(l.recs) > 0 {
		l.out.Events = make([]journal.Event, len(l.recs))
	}
	accountTasks := (len(l.acc) + accountsPerTask - 1) / accountsPerTask
	eventTasks := (len(l.recs) + eventsPerTask - 1) / eventsPerTask
	var next atomic.Int64
	workers := min(runtime.GOMAXPROCS(0), maxWorkers, accountTasks+eventTasks)
	errs := make([]error, workers)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			errs[w] = guard("", func() error {
				var s wire.Strings
				for {
					i := int(next.Add(1)) - 1
					switch {
					case i < accountTasks:
						if err := l.decodeAccounts(&s, i*accountsPerTask, min((i+1)*accountsPerTask, len(l.acc))); err != nil {
							return err
						}
					case i < accountTasks+eventTasks:
						i -= accountTasks
						if err := l.decodeEvents(&s, i*eventsPerTask, min((i+1)*eventsPerTask, len(l.recs))); err != nil {
							return err
						}
					default:
						return nil
					}
				}
			})
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

func (l *loader) decodeAccounts(s *wire.Strings, from, to int) error {
	n := 0
	for _, v := range l.values[l.acc[from].from:l.acc[to-1].to] {
		n += wire.CountItems(v)
	}
	items := make([]ledger.Item, 0, n)
	accounts := make([]ledger.Account, to-from)
	for i := from; i < to; i++ {
		ref, a := &l.acc[i], &accounts[i-from]
		creditor, account, ok := splitClientKey(ref.key)
		if !ok {
			return &Error{Code: Damaged, Detail: "key of a client"}
		}
		a.Client.Key = ledger.ClientKey{Creditor: s.Intern(creditor), Account: s.Intern(account)}
		if ref.client != nil {
			var err error
			if a.Client, err = s.DecodeClient(a.Client.Key, ref.client); err != nil {
				return err
			}
		}
		start := len(items)
		for _, v := range l.values[ref.from:ref.to] {
			var err error
			if items, err = wire.DecodeItems(items, v); err != nil {
				return err
			}
		}
		if len(items) > start {
			a.Items = items[start:len(items):len(items)]
		}
		l.out.Book.Accounts[i] = a
	}
	return nil
}

func (l *loader) decodeEvents(s *wire.Strings, from, to int) error {
	for i := from; i < to; i++ {
		ref := &l.recs[i]
		record := openRecord(ref.record)
		if record == nil {
			return &Error{Code: Damaged, Detail: "checksum of an event"}
		}
		e, err := s.DecodeEvent(record, l.texts[ref.from:ref.to])
		if err != nil {
			return err
		}
		l.out.Events[i] = e
	}
	return nil
}
