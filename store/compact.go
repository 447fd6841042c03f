package store

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"

	"go.etcd.io/bbolt"
)

const compactTx = 64 << 20 // bytes per transaction while copying

// Compact rewrites the file without its free pages, and without the words that
// were erased. The copy is verified, then renamed into place: a kill at any
// instant leaves the old file or the new one.
func (db *DB) Compact() error {
	if db.opts.ReadOnly {
		return &Error{Code: ReadOnly, Path: db.path}
	}
	db.write.Lock()
	defer db.write.Unlock()
	db.handle.Lock()
	defer db.handle.Unlock()
	switch {
	case db.broken != nil:
		return &Error{Code: Broken, Path: db.path, Err: db.broken}
	case db.bolt == nil:
		return &Error{Code: Failed, Path: db.path, Detail: "closed"}
	}
	temp, err := tempBeside(db.path)
	if err != nil {
		return classify(db.path, err)
	}
	defer func() { _ = os.Remove(temp) }()
	dst, err := compactInto(temp, db.bolt)
	if err != nil {
		return db.located(err)
	}
	return db.swap(temp, dst)
}

// compactInto writes the compacted copy and gives it back open, hence locked.
func compactInto(temp string, src *bbolt.DB) (dst *bbolt.DB, err error) {
	dst, err = bbolt.Open(temp, fileMode, &bbolt.Options{
		FreelistType: bbolt.FreelistMapType, NoSync: true, NoGrowSync: true, NoStatistics: true,
	})
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_ = dst.Close()
		}
	}()
	dst.AllocSize = os.Getpagesize() // no larger than needed
	err = guard(temp, func() error {
		if err := bbolt.Compact(dst, src, compactTx); err != nil {
			return err
		}
		err := dst.Update(func(tx *bbolt.Tx) error { return tx.Bucket(bucketMeta).Delete(keyScrub) })
		return errors.Join(err, dst.Sync())
	})
	if err != nil {
		return nil, err
	}
	return dst, sameState(temp, dst, src)
}

// sameState verifies a copy: sound pages and the digest of the original.
func sameState(path string, dst, src *bbolt.DB) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	m, err := examineFile(f)
	if err != nil {
		return err
	}
	if found, _ := checkPages(f, m); len(found) > 0 {
		return &Error{Code: Damaged, Detail: "copy: " + found[0]}
	}
	a, err := digestOf(dst)
	if err != nil {
		return err
	}
	b, err := digestOf(src)
	if err != nil {
		return err
	}
	if a != b {
		return &Error{Code: Damaged, Detail: "the copy is not what was copied"}
	}
	return nil
}

func digestOf(b *bbolt.DB) (d Digest, err error) {
	err = guard("", func() error {
		return b.View(func(tx *bbolt.Tx) error {
			d = digest(tx)
			return nil
		})
	})
	return d, err
}

// swap renames the copy into place and opens it. Both files are locked until
// the name points to the new one, so that no other process can take the old one
// for the database; Windows renames closed files only.
func (db *DB) swap(temp string, dst *bbolt.DB) error {
	if runtime.GOOS == "windows" {
		_, _ = dst.Close(), db.bolt.Close()
	}
	renamed := os.Rename(temp, db.path)
	_, _ = dst.Close(), db.bolt.Close()
	synced := syncDir(filepath.Dir(db.path))
	if err := db.openBolt(db.path, false); err != nil {
		db.bolt, db.broken = nil, err
		return err
	}
	return classify(db.path, errors.Join(renamed, synced))
}
