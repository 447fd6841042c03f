package store

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"go.etcd.io/bbolt"

	"relance/domain/journal"
	"relance/store/wire"
)

// journalCheck follows the chains of all devices.
type journalCheck struct {
	r       *Report
	head    Head
	device  journal.Device
	heads   map[journal.Device]Head
	texts   map[int][]byte // stored texts of the event at hand
	last    journal.ID     // the event at hand
	digests []wire.Hash
	lost    map[journal.ID]bool // events with a text that is gone
	erased  map[journal.ID]bool // events named by an erasure
	amends  map[journal.ID]journal.ID
}

func (r *Report) journal(tx *bbolt.Tx) {
	j := &journalCheck{
		r:      r,
		heads:  map[journal.Device]Head{},
		lost:   map[journal.ID]bool{},
		erased: map[journal.ID]bool{},
		amends: map[journal.ID]journal.ID{},
	}
	c := tx.Bucket(bucketHeads).Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		h, ok := decodeHead(v)
		if !ok || len(k) != 8 {
			r.add(BadHead, fmt.Sprintf("heads %x", k), "no head")
			continue
		}
		j.heads[journal.Device(binary.BigEndian.Uint64(k))] = h
	}
	r.Devices = len(j.heads)
	c = tx.Bucket(bucketEvents).Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		switch len(k) {
		case eventKeySize:
			j.finishTexts()
			j.event(splitEventKey(k), v)
		case textKeySize:
			j.text(splitEventKey(k), int(k[eventKeySize]), v)
		default:
			r.add(BadKey, fmt.Sprintf("events %x", k), "no event")
		}
	}
	j.finishTexts()
	j.finishDevice()
	for device := range j.heads {
		r.add(BadHead, fmt.Sprintf("device %016x", uint64(device)), "a head without events")
	}
	j.finishErasures()
}

func (j *journalCheck) event(id journal.ID, value []byte) {
	if id.Device != j.device {
		j.finishDevice()
		j.device, j.head = id.Device, Head{Hash: wire.Genesis(id.Device)}
	}
	j.r.Events++
	j.last, j.digests = id, nil
	where := id.String()
	if id.Seq != j.head.Seq+1 {
		j.r.add(BadChain, where, "follows number %d", j.head.Seq)
	}
	j.head.Seq = id.Seq
	record := openRecord(value)
	if record == nil {
		j.r.add(BadValue, where, "checksum")
		return
	}
	j.head.Hash = wire.Chain(j.head.Hash, record)
	e, err := wire.DecodeEvent(record, nil)
	if err != nil {
		j.r.add(BadValue, where, "%v", err)
		return
	}
	if e.ID != id {
		j.r.add(BadChain, where, "holds event %v", e.ID)
	}
	if e.Stamp.Compare(j.head.Stamp) > 0 {
		j.head.Stamp = e.Stamp
	}
	j.digests, _ = wire.Digests(record)
	switch c := e.Content.(type) {
	case journal.NoteErased:
		j.erased[c.Note] = true
		for _, b := range e.Builds {
			j.erased[b] = true
		}
	case journal.NoteAmended:
		j.amends[e.ID] = c.Note
	case journal.Unknown:
		j.r.Unknown++
	}
}

func (j *journalCheck) text(id journal.ID, n int, value []byte) {
	if id != j.last || n >= len(j.digests) {
		j.r.add(BadText, fmt.Sprintf("%v text %d", id, n), "belongs to no event")
		return
	}
	if j.texts == nil {
		j.texts = map[int][]byte{}
	}
	j.texts[n] = value
}

// finishTexts compares the texts of the last event with its digests.
func (j *journalCheck) finishTexts() {
	for n, digest := range j.digests {
		j.r.Texts++
		stored, there := j.texts[n]
		if !there || wire.IsErased(stored) {
			j.r.Erased++
			if !digest.IsZero() || !there {
				j.lost[j.last] = true
			}
			continue
		}
		t, err := wire.DecodeText(stored)
		switch {
		case err != nil:
			j.r.add(BadText, fmt.Sprintf("%v text %d", j.last, n), "%v", err)
		case wire.Digest(t) != digest:
			j.r.add(BadText, fmt.Sprintf("%v text %d", j.last, n), "is not the text that was recorded")
		}
	}
	j.digests, j.texts = nil, nil
}

func (j *journalCheck) finishDevice() {
	if j.device == 0 {
		return
	}
	h, ok := j.heads[j.device]
	where := fmt.Sprintf("device %016x", uint64(j.device))
	switch {
	case !ok:
		j.r.add(BadHead, where, "no head")
	case h.Seq != j.head.Seq:
		j.r.add(BadHead, where, "ends at number %d, the chain at %d", h.Seq, j.head.Seq)
	case !bytes.Equal(h.Hash[:], j.head.Hash[:]):
		j.r.add(BadChain, where, "the hashes do not lead to the head")
	case h.Stamp != j.head.Stamp:
		j.r.add(BadHead, where, "stamp of another event")
	}
	delete(j.heads, j.device)
}

// finishErasures tells texts that are gone on purpose from texts that are lost.
func (j *journalCheck) finishErasures() {
	for id := range j.lost {
		if !j.erased[id] && !j.erased[j.amends[id]] {
			j.r.add(BadText, id.String(), "a text is missing without an erasure")
		}
	}
}
