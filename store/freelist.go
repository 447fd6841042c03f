package store

import (
	"os"
	"time"

	"go.etcd.io/bbolt"
)

// The list of free pages is as long as past imports have left many of them, and
// bbolt would write it anew with every act. It is left out of commits and
// written once, by Close. After a kill it is missing: the next Open finds the
// free pages by visiting all that are used.

// writeFreelist ends a session. What was acknowledged is on the disk already:
// on an error the file stays without a free list.
func (db *DB) writeFreelist() {
	if !db.unlisted || db.broken != nil {
		return
	}
	db.bolt.NoFreelistSync = false
	err := guard(db.path, func() error { return db.bolt.Update(func(*bbolt.Tx) error { return nil }) })
	db.unlisted = err != nil
}

// checkUnlisted reports whether the file has no free list. If so it has looked
// at every page: bbolt does the same in a goroutine of its own, where a damaged
// page would bring the process down.
func checkUnlisted(path string, timeout time.Duration) (unlisted bool, err error) {
	m, err := examineMeta(path)
	if err != nil || m.freelist != noFreelist {
		return false, err
	}
	var held *bbolt.DB // against a writer
	err = guard(path, func() error {
		held, err = bbolt.Open(path, fileMode, &bbolt.Options{Timeout: timeout, ReadOnly: true, NoStatistics: true})
		return err
	})
	if err != nil {
		return true, classify(path, err)
	}
	defer func() { _ = held.Close() }()
	f, err := os.Open(path)
	if err != nil {
		return true, classify(path, err)
	}
	defer func() { _ = f.Close() }()
	if m, err = examineFile(f); err != nil {
		return true, classify(path, err)
	}
	if found, _ := checkPages(f, m); len(found) > 0 {
		return true, &Error{Code: Damaged, Path: path, Detail: found[0]}
	}
	return m.freelist == noFreelist, nil
}
