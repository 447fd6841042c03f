// Package store keeps a portfolio in one bbolt file: the ledger, the journal,
// and little else. What it has acknowledged survives a power cut.
//
// The whole schema; every number is big-endian, every value marked "sealed"
// bears a version and a CRC-32C (package wire):
//
//	meta
//	├── format                     4 bytes, version of this schema
//	├── id                         16 random bytes, the database's name
//	├── device                     8 bytes, the device that records here
//	├── created                    8 bytes, milliseconds since 1970 UTC
//	└── scrub                      1 byte, only while erased words may linger on free pages
//	creditors
//	└── <creditor>                 sealed ledger.Creditor
//	clients
//	└── <creditor> 00 <account>    sealed ledger.Client
//	items
//	└── <creditor> 00 <account> 00 <scope: 4 bytes>
//	                               sealed items of that client and import scope, in the order of ledger.SortItems
//	events
//	├── <device: 8> <seq: 8>       record of an event and its CRC-32C, 4 bytes
//	└── <device: 8> <seq: 8> <n>   sealed personal text n of that event, or the sealed mark of its erasure
//	heads
//	└── <device: 8>                last seq: 8, its hash: 32, greatest stamp: 8 + 2
//	settings
//	└── <key>                      value, as the program gave it
//
// A text lies behind its event so that an act touches one leaf page. The small
// buckets are stored by bbolt inside its root page, which every commit writes
// anyway.
package store

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"time"

	"go.etcd.io/bbolt"

	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/store/wire"
)

// formatVersion is the version of the schema above.
const formatVersion = 1

var (
	bucketMeta      = []byte("meta")
	bucketCreditors = []byte("creditors")
	bucketClients   = []byte("clients")
	bucketItems     = []byte("items")
	bucketEvents    = []byte("events")
	bucketHeads     = []byte("heads")
	bucketSettings  = []byte("settings")

	keyFormat  = []byte("format")
	keyID      = []byte("id")
	keyDevice  = []byte("device")
	keyCreated = []byte("created")
	keyScrub   = []byte("scrub")
)

func buckets() [][]byte {
	return [][]byte{
		bucketMeta, bucketCreditors, bucketClients, bucketItems, bucketEvents, bucketHeads, bucketSettings,
	}
}

const (
	eventKeySize = 16
	textKeySize  = eventKeySize + 1
	headSize     = 8 + 32 + 8 + 2
	crcSize      = 4

	fillPercent = 0.95 // keys come sorted, or at the end
)

// identity is what the meta bucket says.
type identity struct {
	format  uint32
	id      [16]byte
	device  journal.Device
	created time.Time
}

func readIdentity(tx *bbolt.Tx) (identity, bool) {
	b := tx.Bucket(bucketMeta)
	if b == nil {
		return identity{}, false
	}
	format, id, device, created := b.Get(keyFormat), b.Get(keyID), b.Get(keyDevice), b.Get(keyCreated)
	if len(format) != 4 || len(id) != 16 || len(device) != 8 || len(created) != 8 {
		return identity{}, false
	}
	return identity{
		format:  binary.BigEndian.Uint32(format),
		id:      [16]byte(id),
		device:  journal.Device(binary.BigEndian.Uint64(device)),
		created: time.UnixMilli(int64(binary.BigEndian.Uint64(created))),
	}, true
}

func writeIdentity(tx *bbolt.Tx, m identity) error {
	b := tx.Bucket(bucketMeta)
	for _, kv := range [][2][]byte{
		{keyFormat, binary.BigEndian.AppendUint32(nil, m.format)},
		{keyID, m.id[:]},
		{keyDevice, binary.BigEndian.AppendUint64(nil, uint64(m.device))},
		{keyCreated, binary.BigEndian.AppendUint64(nil, uint64(m.created.UnixMilli()))},
	} {
		if err := b.Put(kv[0], kv[1]); err != nil {
			return err
		}
	}
	return nil
}

func clientKey(k ledger.ClientKey) []byte {
	b := make([]byte, 0, len(k.Creditor)+1+len(k.Account))
	b = append(b, k.Creditor...)
	b = append(b, 0)
	return append(b, k.Account...)
}

func itemsKey(k ledger.ClientKey, scope uint32) []byte {
	b := make([]byte, 0, len(k.Creditor)+1+len(k.Account)+5)
	b = append(b, k.Creditor...)
	b = append(b, 0)
	b = append(b, k.Account...)
	b = append(b, 0)
	return binary.BigEndian.AppendUint32(b, scope)
}

// splitItemsKey gives the client's key within an items key, and the scope.
func splitItemsKey(key []byte) (client []byte, scope uint32, ok bool) {
	n := len(key) - 5
	if n < 0 || key[n] != 0 {
		return nil, 0, false
	}
	return key[:n], binary.BigEndian.Uint32(key[n+1:]), true
}

func splitClientKey(key []byte) (creditor, account []byte, ok bool) {
	return bytes.Cut(key, []byte{0})
}

func eventKey(id journal.ID) []byte {
	b := make([]byte, 0, textKeySize)
	b = binary.BigEndian.AppendUint64(b, uint64(id.Device))
	return binary.BigEndian.AppendUint64(b, id.Seq)
}

func splitEventKey(key []byte) journal.ID {
	return journal.ID{
		Device: journal.Device(binary.BigEndian.Uint64(key)),
		Seq:    binary.BigEndian.Uint64(key[8:]),
	}
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func sumRecord(record []byte) []byte {
	return binary.BigEndian.AppendUint32(record, crc32.Checksum(record, castagnoli))
}

// openRecord gives the record of a stored event, nil where its checksum fails.
func openRecord(value []byte) []byte {
	if len(value) < crcSize {
		return nil
	}
	end := len(value) - crcSize
	if crc32.Checksum(value[:end], castagnoli) != binary.BigEndian.Uint32(value[end:]) {
		return nil
	}
	return value[:end:end]
}

// Head is the end of a device's chain.
type Head struct {
	Seq   uint64
	Hash  wire.Hash
	Stamp journal.Stamp // the greatest of the chain
}

func headKey(d journal.Device) []byte { return binary.BigEndian.AppendUint64(nil, uint64(d)) }

func (h Head) encode() []byte {
	b := make([]byte, 0, headSize)
	b = binary.BigEndian.AppendUint64(b, h.Seq)
	b = append(b, h.Hash[:]...)
	b = binary.BigEndian.AppendUint64(b, uint64(h.Stamp.Millis))
	return binary.BigEndian.AppendUint16(b, h.Stamp.Counter)
}

func decodeHead(b []byte) (Head, bool) {
	if len(b) != headSize {
		return Head{}, false
	}
	return Head{
		Seq:  binary.BigEndian.Uint64(b),
		Hash: wire.Hash(b[8:40]),
		Stamp: journal.Stamp{
			Millis:  int64(binary.BigEndian.Uint64(b[40:])),
			Counter: binary.BigEndian.Uint16(b[48:]),
		},
	}, true
}
