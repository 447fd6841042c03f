package store

import (
	"encoding/binary"
	"slices"
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

// Load reads everything, the items packed (ledger.Packed).
func (db *DB) Load() (*Loaded, error) { return db.load(packed, all) }

// LoadItems reads everything, each item unpacked.
func (db *DB) LoadItems() (*Loaded, error) { return db.load(unpacked, all) }

// LoadBook reads the ledger, packed, and no event.
func (db *DB) LoadBook() (*Loaded, error) { return db.load(packed, nil) }

// LoadKinds reads the ledger, packed, and the events of these kinds alone; the
// others are told by their first bytes and not decoded.
func (db *DB) LoadKinds(kinds ...journal.Kind) (*Loaded, error) {
	return db.load(packed, among(kinds))
}

// LoadEvents reads the events of these kinds and, of the ledger, the creditors
// alone: for ScanAccounts.
func (db *DB) LoadEvents(kinds ...journal.Kind) (*Loaded, error) {
	return db.load(none, among(kinds))
}

// form is how accounts are read.
type form uint8

const (
	none form = iota
	packed
	unpacked
)

func all(journal.Kind) bool { return true }

func among(kinds []journal.Kind) func(journal.Kind) bool {
	if len(kinds) == 0 {
		return nil
	}
	return func(k journal.Kind) bool { return slices.Contains(kinds, k) }
}

func (db *DB) load(book form, want func(journal.Kind) bool) (*Loaded, error) {
	readAhead(db.path)
	db.write.Lock() // all workers read the same state
	defer db.write.Unlock()
	out := &Loaded{}
	var accounts, events []span
	err := db.view(func(tx *bbolt.Tx) error {
		if err := out.small(tx); err != nil {
			return err
		}
		if book != none {
			accounts = accountSpans(tx)
			out.Book.Accounts = make([]*ledger.Account, total(accounts))
		}
		if want != nil {
			events = eventSpans(tx, want)
			out.Events = make([]journal.Event, total(events))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = db.parallel(len(accounts)+len(events), func(tx *bbolt.Tx) func(int) error {
		var s wire.Strings
		return func(i int) error {
			if i < len(accounts) {
				return loadAccounts(tx, &s, accounts[i], book, out.Book.Accounts)
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
	sortEvents(out.Events)
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

func loadEvents(tx *bbolt.Tx, s *wire.Strings, part span, want func(journal.Kind) bool, out []journal.Event) error {
	c := tx.Bucket(bucketEvents).Cursor()
	k, v := c.Seek(part.first)
	var texts [][]byte
	for n := 0; n < part.n; {
		if k == nil {
			return &Error{Code: Damaged, Detail: "events are missing"}
		}
		if len(k) != eventKeySize || !want(wire.PeekKind(v)) {
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
