package store

import (
	"encoding/binary"
	"errors"
	"slices"
	"time"

	"go.etcd.io/bbolt"

	"relance/domain/calendar"
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
	LastDay   calendar.Date   // of the events read
	LastSeq   uint64          // of Device
	Heads     map[journal.Device]Head
	Settings  map[string]string
}

// Load reads everything, the items packed (ledger.Packed).
func (db *DB) Load() (*Loaded, error) { return db.load(packed, choice{all: true}) }

// LoadItems reads everything, each item unpacked.
func (db *DB) LoadItems() (*Loaded, error) { return db.load(unpacked, choice{all: true}) }

// LoadBook reads the ledger, packed, and no event.
func (db *DB) LoadBook() (*Loaded, error) { return db.load(packed, choice{}) }

// LoadKinds reads the ledger, packed, and the events of these kinds alone; the
// others are told by their first bytes and not decoded.
func (db *DB) LoadKinds(kinds ...journal.Kind) (*Loaded, error) {
	return db.load(packed, choice{kinds: kinds})
}

// form is how items are read.
type form uint8

const (
	packed form = iota
	unpacked
)

// choice says which events are read.
type choice struct {
	all   bool
	kinds []journal.Kind
}

func (c choice) has(record []byte) bool {
	return c.all || slices.Contains(c.kinds, wire.PeekKind(record))
}

func (db *DB) load(f form, want choice) (*Loaded, error) {
	readAhead(db.path)
	db.write.Lock() // all workers read the same state
	defer db.write.Unlock()
	l, err := db.read(f, want, want.all)
	if errors.Is(err, errGap) {
		l, err = db.read(f, want, false)
	}
	return l, err
}

// read reads what the file holds now. Chained, it takes the number of each
// device's events from its head, and gives errGap when one is missing; else it
// counts them first.
func (db *DB) read(f form, want choice, chained bool) (*Loaded, error) {
	out := &Loaded{}
	var accounts, events []span
	err := db.view(func(tx *bbolt.Tx) (err error) {
		if err := out.small(tx); err != nil {
			return err
		}
		accounts = accountSpans(tx)
		out.Book.Accounts = make([]*ledger.Account, total(accounts))
		switch {
		case chained:
			if events, err = chainSpans(out.Heads, tx.Size()); err != nil {
				return err
			}
		case len(want.kinds) > 0 || want.all:
			events = eventSpans(tx, want)
		}
		out.Events = make([]journal.Event, total(events))
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = db.parallel(len(accounts)+len(events), func(tx *bbolt.Tx) func(int) error {
		var s wire.Strings
		return func(i int) error {
			if i < len(accounts) {
				return loadAccounts(tx, &s, accounts[i], f, out.Book.Accounts)
			}
			return loadEvents(tx, &s, events[i-len(accounts)], want, out.Events)
		}
	})
	if err != nil {
		return nil, err
	}
	if len(out.Events) == 0 {
		out.Events = nil
	}
	out.order()
	return out, nil
}

func loadAccounts(tx *bbolt.Tx, s *wire.Strings, part span, f form, out []*ledger.Account) error {
	m := mergeFrom(tx, part.first)
	accounts := make([]ledger.Account, part.n)
	for i := range accounts {
		a := &accounts[i]
		m.next()
		if err := m.particulars(s, a); err != nil {
			return err
		}
		if err := m.lines(a, f); err != nil {
			return err
		}
		out[part.at+i] = a
	}
	return nil
}

func loadEvents(tx *bbolt.Tx, s *wire.Strings, part span, want choice, out []journal.Event) error {
	c := tx.Bucket(bucketEvents).Cursor()
	k, v := c.Seek(part.first)
	var texts [][]byte
	for n := 0; n < part.n; {
		switch {
		case part.chained && !part.holds(k, n):
			return errGap
		case k == nil:
			return &Error{Code: Damaged, Detail: "events are missing"}
		case len(k) != eventKeySize || !want.has(v):
			k, v = c.Next()
			continue
		}
		record := openRecord(v)
		if record == nil {
			return &Error{Code: Damaged, Detail: "checksum of an event"}
		}
		texts = texts[:0]
		for k, v = c.Next(); len(k) == textKeySize; k, v = c.Next() {
			for len(texts) < int(k[eventKeySize]) {
				texts = append(texts, nil) // one is missing
			}
			texts = append(texts, v)
		}
		if err := s.ReadEvent(&out[part.at+n], record, texts); err != nil {
			return err
		}
		n++
	}
	return nil
}

// order sorts the events, which mostly are in order, and notes their last day.
func (o *Loaded) order() {
	sorted := true
	for i := range o.Events {
		e := &o.Events[i]
		o.LastDay = max(o.LastDay, e.Day)
		sorted = sorted && (i == 0 || !e.Before(&o.Events[i-1]))
	}
	if !sorted {
		slices.SortFunc(o.Events, func(a, b journal.Event) int {
			if a.Before(&b) {
				return -1
			}
			return 1
		})
	}
}

// small reads what is small.
func (o *Loaded) small(tx *bbolt.Tx) error {
	m, ok := readIdentity(tx)
	if !ok {
		return &Error{Code: Foreign, Detail: "no identity"}
	}
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
