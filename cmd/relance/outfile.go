package main

import (
	"errors"
	"io"
	"path/filepath"

	"relance/domain/wording"
	"relance/store"
)

// writeFile writes a file that the user asked for, whole or not at all. Without
// force a file that is there is left alone; with it, what belongs to the
// database still is.
func (p *program) writeFile(path string, force bool, write func(io.Writer) error) error {
	if err := p.keepsOff(path); err != nil {
		return err
	}
	err := store.WriteFileAtomic(path, 0o600, force, write)
	if e := (*store.Error)(nil); errors.As(err, &e) && e.Code == store.NotFound { // else it would read as if a database were missing
		return p.fail(exitFailed, wording.FaultNoFolder, filepath.Dir(path))
	}
	return err
}

// keepsOff refuses to write onto the database, its note or its backups.
func (p *program) keepsOff(path string) error {
	db, err := p.databasePath()
	if err != nil {
		return nil //nolint:nilerr // without a place for it there is no database to protect
	}
	if store.Reserved(db, path) {
		return p.usage(wording.FaultOwnFile, path)
	}
	return nil
}
