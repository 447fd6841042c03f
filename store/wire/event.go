package wire

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"relance/domain/journal"
)

// recordVersion is the version of the part of a record that is the same for
// every kind.
const recordVersion = 1

// Flags of a record.
const (
	flagOwnAct   = 1 << iota // the event is the first of its act
	flagClient               // concerns a client
	flagBuilds               // names other events
	flagsUnknown = ^byte(flagOwnAct | flagClient | flagBuilds)
)

// Record is an event as it is stored and exchanged. Hash is the event's place
// in the chain of its device: SHA-256(hash of the event before ‖ Bytes).
type Record struct {
	Bytes []byte
	Texts []TextRecord
	Hash  Hash
}

// Genesis is the hash that stands before the first event of a device.
func Genesis(d journal.Device) Hash {
	return sha256.Sum256(binary.BigEndian.AppendUint64([]byte("relance journal\x00"), uint64(d)))
}

// Chain gives the hash of the event whose record follows one with hash prev.
func Chain(prev Hash, record []byte) Hash {
	h := sha256.New()
	h.Write(prev[:])
	h.Write(record)
	return Hash(h.Sum(nil))
}

// EncodeEvent gives an event's record; prev is the hash of the event before it
// in its device's chain. A text that is already erased leaves a zero digest.
// ErrContent: the content is missing, or holds a value that no reader would accept.
func EncodeEvent(e *journal.Event, prev Hash) (Record, error) {
	if e.Content == nil {
		return Record{}, fmt.Errorf("%w: no content", ErrContent)
	}
	kind := e.Content.Kind()
	c := coder{writing: true, b: make([]byte, 0, 128)}
	c.header(e, kind)
	unknown, isUnknown := e.Content.(journal.Unknown)
	if isUnknown {
		c.b = append(c.b, unknown.Raw...)
	} else {
		c.body(kind, e.Content)
	}
	if c.bad {
		return Record{}, fmt.Errorf("%w: kind %d", ErrContent, kind)
	}
	r := Record{Bytes: c.b, Hash: Chain(prev, c.b)}
	for i, t := range c.texts {
		r.Texts = append(r.Texts, TextRecord{Index: i, Value: EncodeText(t)})
	}
	return r, nil
}

// body writes digests, content version and content of a known kind.
func (c *coder) body(kind journal.Kind, in journal.Content) {
	version := versionOf(in)
	part := coder{writing: true, version: version, b: []byte{version}}
	if part.content(kind, in) == nil || part.bad {
		c.bad = true
		return
	}
	c.texts = part.texts
	c.b = binary.AppendUvarint(c.b, uint64(len(c.texts)))
	for _, t := range c.texts {
		var d Hash
		if !t.Erased {
			d = Digest(t)
		}
		c.b = append(c.b, d[:]...)
	}
	c.b = append(c.b, part.b...)
}

// header codes what every event has. Version and kind come first, so that
// PeekKind can read them alone.
func (c *coder) header(e *journal.Event, kind journal.Kind) journal.Kind {
	version := byte(recordVersion)
	c.byte(&version)
	k := uint16(kind)
	c.uint16(&k)
	var flags byte
	if c.writing {
		flags = flagsOf(e)
	}
	c.byte(&flags)
	if flags&flagsUnknown != 0 {
		c.fail()
		return 0
	}
	c.device(&e.ID.Device)
	c.uint(&e.ID.Seq)
	if flags&flagOwnAct == 0 {
		c.id(&e.Act)
	} else if !c.writing {
		e.Act = e.ID
	}
	c.int(&e.Stamp.Millis)
	c.uint16(&e.Stamp.Counter)
	c.date(&e.Day)
	c.name(&e.Author)
	if flags&flagClient != 0 {
		c.name(&e.Client.Creditor)
		c.name(&e.Client.Account)
	}
	if flags&flagBuilds != 0 {
		c.ids(&e.Builds)
	}
	return journal.Kind(k)
}

func flagsOf(e *journal.Event) byte {
	var f byte
	if e.Act == e.ID {
		f |= flagOwnAct
	}
	if !e.Client.IsZero() {
		f |= flagClient
	}
	if len(e.Builds) > 0 {
		f |= flagBuilds
	}
	return f
}

// DecodeEvent reads a record and the stored texts that lie beside it, by index;
// a missing or empty one gives a text marked Erased, whether that is right is
// for a check of the whole journal to say. Kinds and contents of a newer
// version come back as journal.Unknown.
func DecodeEvent(record []byte, texts [][]byte) (journal.Event, error) {
	var s Strings
	return s.DecodeEvent(record, texts)
}

// DecodeEvent is the function DecodeEvent with strings shared among events.
func (s *Strings) DecodeEvent(record []byte, texts [][]byte) (journal.Event, error) {
	var e journal.Event
	err := s.ReadEvent(&e, record, texts)
	return e, err
}

// ReadEvent is DecodeEvent into an event of the caller's, which is zero before
// and of no use after an error.
func (s *Strings) ReadEvent(e *journal.Event, record []byte, texts [][]byte) error {
	if len(record) > 0 && record[0] > recordVersion {
		return fmt.Errorf("%w: record version %d", ErrNewer, record[0])
	}
	c := coder{b: record, strs: s}
	kind := c.header(e, 0)
	if c.bad || record[0] == 0 || e.ID.Seq == 0 {
		return fmt.Errorf("%w: head of an event", ErrDamaged)
	}
	raw := c.b
	c.takeDigests()
	c.stored = texts
	var version byte
	c.byte(&version)
	if c.bad {
		return fmt.Errorf("%w: event %v", ErrDamaged, e.ID)
	}
	if version > contentVersion {
		e.Content = journal.Unknown{Number: kind, Raw: bytes.Clone(raw)}
		return nil
	}
	c.version = version
	e.Content = c.content(kind, nil)
	switch {
	case e.Content == nil && !c.bad:
		e.Content = journal.Unknown{Number: kind, Raw: bytes.Clone(raw)}
	case c.bad, version == 0, len(c.b) > 0, len(c.digests) > 0:
		return fmt.Errorf("%w: content of event %v", ErrDamaged, e.ID)
	}
	return nil
}

func (c *coder) takeDigests() {
	n := c.readUint()
	if n > uint64(len(c.b)/sha256.Size) {
		c.fail()
		return
	}
	c.digests = c.b[:n*sha256.Size]
	c.b = c.b[n*sha256.Size:]
}

// Digests gives the digests of a record's personal texts, by index, for every
// kind, known or not. A zero digest is a text that was erased before it was
// recorded here.
func Digests(record []byte) ([]Hash, error) {
	if len(record) > 0 && record[0] > recordVersion {
		return nil, fmt.Errorf("%w: record version %d", ErrNewer, record[0])
	}
	var e journal.Event
	c := coder{b: record, strs: &Strings{}}
	c.header(&e, 0)
	c.takeDigests()
	if c.bad {
		return nil, fmt.Errorf("%w: event", ErrDamaged)
	}
	var out []Hash
	for d := c.digests; len(d) > 0; d = d[sha256.Size:] {
		out = append(out, Hash(d[:sha256.Size]))
	}
	return out, nil
}

// PeekKind gives the kind of an event without decoding it, 0 for a record that
// cannot be read.
func PeekKind(record []byte) journal.Kind {
	if len(record) < 2 || record[0] != recordVersion {
		return 0
	}
	k, n := binary.Uvarint(record[1:])
	if n <= 0 || k > 1<<16-1 {
		return 0
	}
	return journal.Kind(k)
}
