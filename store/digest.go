package store

import (
	"crypto/sha256"
	"encoding/binary"

	"go.etcd.io/bbolt"

	"relance/store/wire"
)

// Digest names a state. Two databases with the same digest hold the same ledger
// and the same acts; words erased in one of them make no difference.
type Digest struct {
	State   wire.Hash // of the two below
	Ledger  wire.Hash // over the ledger's keys and values, in the order of keys
	Journal wire.Hash // over the end of every device's chain, in the order of devices
}

// Digest computes the digest of what is committed.
func (db *DB) Digest() (Digest, error) {
	var d Digest
	err := db.view(func(tx *bbolt.Tx) error {
		d = digest(tx)
		return nil
	})
	return d, err
}

func digest(tx *bbolt.Tx) Digest {
	var d Digest
	h := sha256.New()
	var size [8]byte
	field := func(b []byte) {
		binary.BigEndian.PutUint64(size[:], uint64(len(b)))
		h.Write(size[:])
		h.Write(b)
	}
	for _, name := range [][]byte{bucketCreditors, bucketClients, bucketItems} {
		field(name)
		c := tx.Bucket(name).Cursor()
		for k, v := c.First(); k != nil; k, v = c.Next() {
			field(k)
			field(v)
		}
	}
	d.Ledger = wire.Hash(h.Sum(nil))
	h.Reset()
	c := tx.Bucket(bucketHeads).Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		field(k)
		field(v[:min(len(v), 8+sha256.Size)]) // number and hash
	}
	d.Journal = wire.Hash(h.Sum(nil))
	d.State = sha256.Sum256(append(d.Ledger[:], d.Journal[:]...))
	return d
}
