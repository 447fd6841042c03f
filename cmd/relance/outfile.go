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
	return p.noFolder(path, store.WriteFileAtomic(path, 0o600, force, write))
}

// prepareFile is writeFile up to the last step: the caller puts the file in its
// place, or drops it.
func (p *program) prepareFile(path string, force bool, write func(io.Writer) error) (*store.Beside, error) {
	if err := p.keepsOff(path); err != nil {
		return nil, err
	}
	f, err := store.WriteBeside(path, 0o600, force, write)
	return f, p.noFolder(path, err)
}

// noFolder words the error that would else read as if a database were missing.
func (p *program) noFolder(path string, err error) error {
	if e := (*store.Error)(nil); errors.As(err, &e) && e.Code == store.NotFound {
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
