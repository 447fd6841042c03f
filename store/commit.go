package store

import (
	"errors"
	"fmt"
	"runtime/debug"

	"go.etcd.io/bbolt"
)

// guard turns a panic of bbolt over a damaged file, and a fault of the memory
// that the file is mapped to, into an error.
func guard(path string, f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = &Error{Code: Damaged, Path: path, Detail: fmt.Sprint(r)}
		}
	}()
	return f()
}

func (db *DB) view(f func(*bbolt.Tx) error) error {
	db.handle.RLock()
	defer db.handle.RUnlock()
	if db.bolt == nil {
		return &Error{Code: Failed, Path: db.path, Detail: "closed"}
	}
	return db.located(guard(db.path, func() error { return db.bolt.View(f) }))
}

// located gives an error of this package the path it lacks.
func (db *DB) located(err error) error {
	err = classify(db.path, err)
	var e *Error
	if errors.As(err, &e) && e.Path == "" {
		e.Path = db.path
	}
	return err
}

// update runs f in one durable transaction.
func (db *DB) update(f func(*bbolt.Tx) error) error {
	if db.opts.ReadOnly {
		return &Error{Code: ReadOnly, Path: db.path}
	}
	db.write.Lock()
	defer db.write.Unlock()
	var before int
	var inside error
	err := func() error {
		db.handle.RLock()
		defer db.handle.RUnlock()
		switch {
		case db.broken != nil:
			return &Error{Code: Broken, Path: db.path, Err: db.broken}
		case db.bolt == nil:
			return &Error{Code: Failed, Path: db.path, Detail: "closed"}
		}
		inside = errUnfinished
		err := guard(db.path, func() error {
			return db.bolt.Update(func(tx *bbolt.Tx) error {
				before = tx.ID() - 1
				inside = f(tx)
				return inside
			})
		})
		return err
	}()
	if err == nil {
		db.unlisted = true
		return nil
	}
	if inside == nil { // the commit itself
		return db.afterFailedCommit(before, db.located(err))
	}
	return db.located(err)
}

var errUnfinished = errors.New("store: not begun")

// afterFailedCommit opens the file anew and looks whether it still stands where
// it stood before the commit. If so, nothing was recorded and work can go on;
// if not, or if it cannot be told, the database takes no more writes.
func (db *DB) afterFailedCommit(before int, cause error) error {
	db.handle.Lock()
	defer db.handle.Unlock()
	_ = db.bolt.Close()
	if err := db.openBolt(db.path, false); err != nil {
		db.bolt = nil
		db.broken = errors.Join(cause, err)
		return cause
	}
	now := -1
	err := guard(db.path, func() error {
		return db.bolt.View(func(tx *bbolt.Tx) error {
			now = tx.ID()
			return nil
		})
	})
	if err != nil || now != before {
		db.broken = cause
	}
	return cause
}
