package store

import (
	"encoding/binary"
	"fmt"

	"go.etcd.io/bbolt"

	"relance/domain/journal"
	"relance/store/wire"
)

// Append records the events of one act, durably: when it returns nil they
// survive a power cut. Each event follows the last one of its device, and the
// events come in that order. On an error nothing was recorded, except where
// Broken says that the outcome is open.
func (db *DB) Append(events []journal.Event) error {
	if len(events) == 0 {
		return nil
	}
	return db.update(func(tx *bbolt.Tx) error { return appendEvents(tx, events) })
}

func appendEvents(tx *bbolt.Tx, events []journal.Event) error {
	b, heads := tx.Bucket(bucketEvents), tx.Bucket(bucketHeads)
	b.FillPercent = fillPercent
	var head Head
	var device journal.Device
	for i := range events {
		e := &events[i]
		if i == 0 || e.ID.Device != device {
			if err := putHead(heads, device, head); err != nil {
				return err
			}
			device = e.ID.Device
			var err error
			if head, err = headOf(heads, device); err != nil {
				return err
			}
		}
		if err := appendEvent(b, e, &head); err != nil {
			return err
		}
		if erased, ok := e.Content.(journal.NoteErased); ok {
			if err := eraseTexts(tx, append([]journal.ID{erased.Note}, e.Builds...)); err != nil {
				return err
			}
		}
	}
	return putHead(heads, device, head)
}

func appendEvent(b *bbolt.Bucket, e *journal.Event, head *Head) error {
	if e.ID.Seq != head.Seq+1 || e.ID.Device == 0 {
		return &Error{Code: Sequence, Detail: fmt.Sprintf("event %v after number %d", e.ID, head.Seq)}
	}
	rec, err := wire.EncodeEvent(e, head.Hash)
	if err != nil {
		return err
	}
	key := eventKey(e.ID)
	if err := b.Put(key, sumRecord(rec.Bytes)); err != nil {
		return err
	}
	for _, t := range rec.Texts {
		if err := b.Put(append(key[:eventKeySize:eventKeySize], byte(t.Index)), t.Value); err != nil {
			return err
		}
	}
	head.Seq, head.Hash = e.ID.Seq, rec.Hash
	if e.Stamp.Compare(head.Stamp) > 0 {
		head.Stamp = e.Stamp
	}
	return nil
}

func headOf(heads *bbolt.Bucket, d journal.Device) (Head, error) {
	v := heads.Get(headKey(d))
	if v == nil {
		return Head{Hash: wire.Genesis(d)}, nil
	}
	h, ok := decodeHead(v)
	if !ok {
		return Head{}, &Error{Code: Damaged, Detail: "head of a device"}
	}
	return h, nil
}

func putHead(heads *bbolt.Bucket, d journal.Device, h Head) error {
	if h.Seq == 0 {
		return nil
	}
	return heads.Put(headKey(d), h.encode())
}

// eraseTexts replaces every personal text of those events, and of the notes
// that amend them, by the mark of an erasure. The old words stay on pages that
// bbolt has freed until Close rewrites the file; the scrub mark makes it do so.
func eraseTexts(tx *bbolt.Tx, ids []journal.ID) error {
	b := tx.Bucket(bucketEvents)
	doomed := map[journal.ID]bool{}
	for _, id := range ids {
		doomed[id] = !id.IsZero()
	}
	amendments(b, doomed)
	var keys [][]byte
	for id, yes := range doomed {
		if !yes {
			continue
		}
		prefix := eventKey(id)
		c := b.Cursor()
		c.Seek(prefix)
		for k, _ := c.Next(); isTextOf(k, prefix); k, _ = c.Next() {
			keys = append(keys, append([]byte(nil), k...))
		}
	}
	for _, k := range keys {
		if err := b.Put(k, wire.ErasedText()); err != nil {
			return err
		}
	}
	if len(keys) == 0 {
		return nil
	}
	return tx.Bucket(bucketMeta).Put(keyScrub, []byte{1})
}

func isTextOf(key, prefix []byte) bool {
	return len(key) == textKeySize && string(key[:eventKeySize]) == string(prefix)
}

// amendments adds to ids the notes that amend one of them.
func amendments(b *bbolt.Bucket, ids map[journal.ID]bool) {
	c := b.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		if len(k) != eventKeySize || wire.PeekKind(v) != journal.KindNoteAmended {
			continue
		}
		e, err := wire.DecodeEvent(openRecord(v), nil)
		if err != nil {
			continue // a check of the journal names it
		}
		if amended, ok := e.Content.(journal.NoteAmended); ok && ids[amended.Note] {
			ids[e.ID] = true
		}
	}
}

// LastSeq gives the number of the last event that a device recorded here, 0 for
// none.
func (db *DB) LastSeq(d journal.Device) (uint64, error) {
	var seq uint64
	err := db.view(func(tx *bbolt.Tx) error {
		v := tx.Bucket(bucketHeads).Get(headKey(d))
		if len(v) == headSize {
			seq = binary.BigEndian.Uint64(v)
		}
		return nil
	})
	return seq, err
}
