package store

import (
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"relance/domain/journal"
)

// Options of Open. The zero value opens for writing.
type Options struct {
	// ReadOnly opens an existing database for reading. Where another process
	// holds it, a verified copy of the file is read instead: see CopyTime.
	ReadOnly bool
	// Now is the clock for owner notes and the names of kept files; nil = time.Now.
	Now func() time.Time
	// Timeout is how long to wait for the lock; 0 = 200 ms.
	Timeout time.Duration
	// Owner is what the note beside the file says of the holder; zero = this process.
	Owner Owner
	// Progress is called now and then while an import is written; may be nil.
	Progress func(done, total int)

	maxSize int // of the file, for tests of a full disk
}

const (
	defaultTimeout  = 200 * time.Millisecond
	initialMmapSize = 64 << 20
	allocSize       = 4 << 20 // the file grows by that much
	fileMode        = 0o600
	folderMode      = 0o700
)

// DB is an open database. Its methods may be called by several goroutines.
type DB struct {
	path string // as asked for, whatever copy is read
	opts Options
	id   identity

	copied time.Time // when a copy is read
	temp   string    // that copy

	rotate sync.Mutex   // one rotation of backups at a time
	write  sync.Mutex   // one writer at a time
	handle sync.RWMutex // held for writing while bolt is replaced
	bolt   *bbolt.DB
	broken error

	unlisted bool // the file has no free list: see freelist.go
}

// Open opens the database at path, and makes one, readable by its owner only,
// where there is no file and writing is meant. The file is examined before it
// is mapped into memory. Errors are *Error: NotFound, Empty, Foreign, Newer,
// Truncated, Damaged, InUse with its Owner, Permission, ReadOnlyDisk, DiskFull.
func Open(path string, opts Options) (*DB, error) {
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.Timeout <= 0 {
		opts.Timeout = defaultTimeout
	}
	if opts.Owner == (Owner{}) {
		opts.Owner = thisProcess(opts.Now())
	}
	db := &DB{path: path, opts: opts}
	err := examine(path)
	if code, _ := CodeOf(err); code == NotFound && !opts.ReadOnly {
		if err = create(path, opts); err == nil {
			err = examine(path)
		}
	}
	if err != nil {
		return nil, err
	}
	if opts.ReadOnly {
		err = db.openForReading()
	} else {
		err = db.openForWriting()
	}
	if err != nil {
		return nil, err
	}
	return db, nil
}

func (db *DB) openForWriting() error {
	if err := db.openBolt(db.path, false); err != nil {
		return err
	}
	if err := db.opts.Owner.leave(db.path); err != nil {
		removeOwner(db.path) // a full disk must not keep anyone from the data; no note rather than an old one
	}
	return nil
}

func (db *DB) openForReading() error {
	err := db.openBolt(db.path, true)
	if code, _ := CodeOf(err); code != InUse {
		return err
	}
	temp, at, err := copyInUse(db.path, db.opts.Now)
	if err != nil {
		return err
	}
	db.temp, db.copied = temp, at
	if err := db.openBolt(temp, true); err != nil {
		_ = os.Remove(temp)
		return err
	}
	return nil
}

// openBolt maps the file at path and reads its identity.
func (db *DB) openBolt(path string, readOnly bool) error {
	const attempts = 3 // another process may be renaming a compacted file into place
	for range attempts {
		same, err := db.tryBolt(path, readOnly)
		if err != nil {
			if code, _ := CodeOf(err); code == InUse {
				return &Error{Code: InUse, Path: db.path, Owner: readOwner(db.path), Err: err}
			}
			return err
		}
		if same {
			return nil
		}
	}
	return &Error{Code: InUse, Path: db.path, Owner: readOwner(db.path), Detail: "the file is being replaced"}
}

// tryBolt reports whether the file it opened is still the one at path.
func (db *DB) tryBolt(path string, readOnly bool) (same bool, err error) {
	unlisted := false
	if !readOnly {
		if unlisted, err = checkUnlisted(path, db.opts.Timeout); err != nil {
			return false, err
		}
	}
	var file *os.File
	o := &bbolt.Options{
		Timeout:      db.opts.Timeout,
		FreelistType: bbolt.FreelistMapType,
		ReadOnly:     readOnly,
		MaxSize:      db.opts.maxSize,
		NoStatistics: true,

		NoFreelistSync: !readOnly,
		OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
			f, err := os.OpenFile(name, flag&^os.O_CREATE, mode)
			if file == nil {
				file = f
			}
			return f, err
		},
	}
	if runtime.GOOS != "windows" { // there the file itself would become that large
		o.InitialMmapSize = initialMmapSize
	}
	var bolt *bbolt.DB
	err = guard(path, func() error {
		bolt, err = bbolt.Open(path, fileMode, o)
		return err
	})
	if err != nil {
		return false, classify(path, err)
	}
	if !isAt(file, path) {
		_ = bolt.Close()
		return false, nil
	}
	err = guard(path, func() error { return bolt.View(func(tx *bbolt.Tx) error { return db.identify(tx) }) })
	if err != nil {
		_ = bolt.Close()
		return false, classify(db.path, err)
	}
	bolt.AllocSize = allocSize
	db.bolt, db.unlisted = bolt, unlisted
	return true, nil
}

func isAt(f *os.File, path string) bool {
	mine, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(path)
	return err == nil && os.SameFile(mine, there)
}

// identify reads the meta bucket and sees that the schema is this version's.
func (db *DB) identify(tx *bbolt.Tx) error {
	m, ok := readIdentity(tx)
	switch {
	case !ok:
		return &Error{Code: Foreign, Path: db.path, Detail: "a bbolt file of another program"}
	case m.format > formatVersion:
		return &Error{Code: Newer, Path: db.path, Detail: fmt.Sprintf("format %d", m.format)}
	}
	for _, name := range buckets() {
		if tx.Bucket(name) == nil {
			return &Error{Code: Damaged, Path: db.path, Detail: fmt.Sprintf("bucket %s is missing", name)}
		}
	}
	db.id = m
	return nil
}

// create makes an empty database beside path and links it into place, so that a
// kill at any instant leaves either none or a whole one.
func create(path string, opts Options) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, folderMode); err != nil {
		return classify(path, err)
	}
	temp, err := tempBeside(path)
	if err != nil {
		return classify(path, err)
	}
	defer func() { _ = os.Remove(temp) }()
	m := identity{format: formatVersion, created: opts.Now(), device: newDevice()}
	_, _ = rand.Read(m.id[:]) // never fails
	err = guard(path, func() error { return fill(temp, m, opts) })
	if err != nil {
		return classify(path, err)
	}
	err = linkOrRename(temp, path)
	if errors.Is(err, os.ErrExist) {
		return nil // somebody else was faster: theirs is opened
	}
	if err != nil {
		return classify(path, err)
	}
	return classify(path, syncDir(dir))
}

func fill(path string, m identity, opts Options) error {
	bolt, err := bbolt.Open(path, fileMode, &bbolt.Options{Timeout: opts.Timeout, MaxSize: opts.maxSize})
	if err != nil {
		return err
	}
	err = bolt.Update(func(tx *bbolt.Tx) error {
		for _, name := range buckets() {
			if _, err := tx.CreateBucket(name); err != nil {
				return err
			}
		}
		return writeIdentity(tx, m)
	})
	return errors.Join(err, bolt.Close())
}

func newDevice() journal.Device {
	for {
		var b [8]byte
		_, _ = rand.Read(b[:]) // never fails
		if d := journal.Device(binary.BigEndian.Uint64(b[:])); d != 0 {
			return d
		}
	}
}

// Path gives the path asked for.
func (db *DB) Path() string { return db.path }

// Device gives the device that records here.
func (db *DB) Device() journal.Device { return db.id.device }

// ReadOnly reports whether the database takes no writes.
func (db *DB) ReadOnly() bool { return db.opts.ReadOnly }

// CopyTime tells when the copy was taken that is read because another process
// holds the database; the zero time where the database itself is open.
func (db *DB) CopyTime() time.Time { return db.copied }

// Broken gives the error that made the database take no more writes: a commit
// failed and left open whether it reached the disk. nil while all is well.
func (db *DB) Broken() error {
	db.handle.RLock()
	defer db.handle.RUnlock()
	return db.broken
}

// Close gives the file back. Where words were erased, it first rewrites the
// file so that they no longer linger on pages no longer in use.
func (db *DB) Close() error {
	var scrub error
	if !db.opts.ReadOnly && db.Broken() == nil && db.mustScrub() {
		scrub = db.Compact()
	}
	db.write.Lock()
	defer db.write.Unlock()
	db.handle.Lock()
	defer db.handle.Unlock()
	if db.bolt == nil {
		return nil
	}
	if !db.opts.ReadOnly {
		db.writeFreelist()
		removeOwner(db.path)
	}
	err := db.bolt.Close()
	db.bolt = nil
	if db.temp != "" {
		_ = os.Remove(db.temp)
	}
	return classify(db.path, errors.Join(scrub, err))
}

func (db *DB) mustScrub() bool {
	must := false
	_ = db.view(func(tx *bbolt.Tx) error {
		must = tx.Bucket(bucketMeta).Get(keyScrub) != nil
		return nil
	})
	return must
}
