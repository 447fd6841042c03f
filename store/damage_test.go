package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"

	"relance/domain/journal"
	"relance/store/wire"
)

// closed writes a database of some size and gives its path.
func closed(t testing.TB) string {
	t.Helper()
	db := openNew(t)
	commit(t, db, portfolio(400))
	for n := range uint64(50) {
		appendAll(t, db, note(db, n+1, fmt.Sprintf("note %d", n)))
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return db.Path()
}

func opens(path string) error {
	db, err := Open(path, Options{ReadOnly: true})
	if err == nil {
		_ = db.Close()
	}
	return err
}

func write(t testing.TB, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFilesThatAreNoDatabase(t *testing.T) {
	for name, c := range map[string]struct {
		content []byte
		want    Code
	}{
		"empty":       {nil, Empty},
		"text":        {[]byte("JournalCode\tJournalLib\tEcritureNum\n"), Foreign},
		"long text":   {make([]byte, 1<<18), Foreign},
		"sqlite":      {append([]byte("SQLite format 3\x00"), make([]byte, 9000)...), Foreign},
		"a few zeros": {make([]byte, 40), Damaged},
	} {
		path := write(t, c.content)
		for _, readOnly := range []bool{true, false} {
			_, err := Open(path, Options{ReadOnly: readOnly})
			if got, _ := CodeOf(err); got != c.want {
				t.Errorf("%s: %v, want %q", name, err, c.want)
			}
		}
		if after, _ := os.ReadFile(path); string(after) != string(c.content) {
			t.Errorf("%s: the file was touched", name)
		}
	}
	wantCode(t, opens(filepath.Join(t.TempDir(), "none.db")), NotFound)
	wantCode(t, opens(t.TempDir()), Foreign)
}

func TestOtherBoltFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "other.db")
	b, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = b.Close()
	wantCode(t, opens(path), Foreign)
}

func TestNewerFormats(t *testing.T) {
	path := closed(t)
	db := openAt(t, path)
	m := db.id
	m.format = formatVersion + 1
	if err := db.update(func(tx *bbolt.Tx) error { return writeIdentity(tx, m) }); err != nil {
		t.Fatal(err)
	}
	_ = db.Close()
	wantCode(t, opens(path), Newer)

	b, _ := os.ReadFile(closed(t))
	for _, at := range []int{0, os.Getpagesize()} { // bbolt's own version
		binary.NativeEndian.PutUint32(b[at+pageHead+4:], boltVersion+1)
	}
	wantCode(t, opens(write(t, b)), Newer)
}

func TestTruncated(t *testing.T) {
	whole, err := os.ReadFile(closed(t))
	if err != nil {
		t.Fatal(err)
	}
	m, err := newestMeta(whole[:2*maxPageSize])
	if err != nil {
		t.Fatal(err)
	}
	size := int(m.pageSize)
	end := int(m.end) * size
	for _, n := range []int{1, 20, 100, size - 1, size, size + 1, 2 * size, 3 * size, 4 * size, end / 2, end - size, end - 1} {
		err := opens(write(t, whole[:n]))
		code, _ := CodeOf(err)
		if code != Truncated && code != Damaged && (n > 20 || code != Foreign) {
			t.Errorf("cut to %d bytes: %v", n, err)
		}
	}
	if err := opens(write(t, whole[:end])); err != nil {
		t.Errorf("cut after the last page in use: %v", err)
	}
}

func TestTornMeta(t *testing.T) {
	whole, err := os.ReadFile(closed(t))
	if err != nil {
		t.Fatal(err)
	}
	size := os.Getpagesize()
	for _, page := range []int{0, 1} {
		b := append([]byte(nil), whole...)
		b[page*size+pageHead+50] ^= 0x40
		if err := opens(write(t, b)); err != nil {
			t.Errorf("meta page %d torn, the other sound: %v", page, err)
		}
	}
	both := append([]byte(nil), whole...)
	both[pageHead+50] ^= 0x40
	both[size+pageHead+50] ^= 0x40
	wantCode(t, opens(write(t, both)), Damaged)
}

// A meta page with a right checksum that points nowhere must not reach bbolt,
// which would panic or fault.
func TestImpossibleMeta(t *testing.T) {
	whole, err := os.ReadFile(closed(t))
	if err != nil {
		t.Fatal(err)
	}
	size := os.Getpagesize()
	for name, at := range map[string]int{"root": 16, "free list": 32, "end": 40} {
		for _, value := range []uint64{0, 1, 3, 1 << 20, 1 << 50, 1<<64 - 2} {
			b := append([]byte(nil), whole...)
			for page := range 2 {
				meta := b[page*size+pageHead:]
				binary.NativeEndian.PutUint64(meta[at:], value)
				sum := fnv.New64a()
				sum.Write(meta[:metaSize-8])
				binary.NativeEndian.PutUint64(meta[metaSize-8:], sum.Sum64())
			}
			path := write(t, b)
			err := opens(path)
			if code, _ := CodeOf(err); err != nil && code != Damaged && code != Truncated && code != Foreign {
				t.Errorf("%s = %d: %v", name, value, err)
			}
			if err == nil {
				if r, _ := CheckFile(path, false); r.Sound() {
					t.Errorf("%s = %d: not noticed", name, value)
				}
			}
		}
	}
}

// Every flipped bit in a page that is in use is found by the check, and none
// brings the process down.
func TestFlippedBitsAreFound(t *testing.T) {
	path := closed(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m, err := newestMeta(whole)
	if err != nil {
		t.Fatal(err)
	}
	good, err := CheckFile(path, false)
	if err != nil || !good.Sound() {
		t.Fatal(err, good.Problems)
	}
	target := write(t, whole)
	size := int(m.pageSize)
	flip := func(at int) {
		t.Helper()
		f, err := os.OpenFile(target, os.O_RDWR, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = f.Close() }()
		if _, err := f.WriteAt([]byte{whole[at] ^ 0x10}, int64(at)); err != nil {
			t.Fatal(err)
		}
		r, err := CheckFile(target, false)
		l := Digest{}
		if err == nil && r.Sound() {
			l = r.Digest
		}
		if l == good.Digest && !harmless(whole, m, at) {
			t.Errorf("byte %d of page %d flipped without notice", at%size, at/size)
		}
		if db, err := Open(target, Options{ReadOnly: true}); err == nil {
			_, _ = db.Load() // whatever it gives, it comes back
			_ = db.Close()
		}
		if _, err := f.WriteAt(whole[at:at+1], int64(at)); err != nil {
			t.Fatal(err)
		}
	}
	for at := 2 * size; at < int(m.end)*size; at += 1511 {
		flip(at)
	}
	for page := 2; page < int(m.end); page += 7 { // heads of pages
		for at := range pageHead + 8 {
			flip(page*size + at)
		}
	}
}

// harmless tells bytes that mean nothing: free pages, room between elements, and
// what no checksum of ours covers (bbolt's sequence numbers, settings).
func harmless(whole []byte, m boltMeta, at int) bool {
	b := append([]byte(nil), whole...)
	b[at] ^= 0x10
	used := usedBytes(whole, m)
	return !used[at]
}

// usedBytes marks the bytes of keys and values, and the heads of pages.
func usedBytes(whole []byte, m boltMeta) map[int]bool {
	used := map[int]bool{}
	mark := func(from, n int) {
		for i := range n {
			used[from+i] = true
		}
	}
	var visit func(id uint64)
	visit = func(id uint64) {
		base := int(id) * int(m.pageSize)
		flags := binary.NativeEndian.Uint16(whole[base+8:])
		count := int(binary.NativeEndian.Uint16(whole[base+10:]))
		mark(base, 8)
		for i := range count {
			e := base + pageHead + i*elementSize
			u32 := binary.NativeEndian.Uint32
			if flags == flagBranch {
				visit(binary.NativeEndian.Uint64(whole[e+8:]))
				continue
			}
			pos, ksize, vsize := int(u32(whole[e+4:])), int(u32(whole[e+8:])), int(u32(whole[e+12:]))
			if u32(whole[e:])&bucketElement == 0 {
				mark(e+pos, ksize+vsize)
			} else if root := binary.NativeEndian.Uint64(whole[e+pos+ksize:]); root != 0 {
				visit(root)
			}
		}
	}
	visit(m.root)
	return used
}

// Damage that keeps every checksum right is found by the chain and the digests.
func TestAlteredJournalIsFound(t *testing.T) {
	for name, alter := range map[string]func(*bbolt.Tx, *DB) error{
		"another event": func(tx *bbolt.Tx, db *DB) error {
			e := note(db, 2, "autre")
			r, err := wire.EncodeEvent(&e, wire.Hash{})
			if err != nil {
				return err
			}
			return tx.Bucket(bucketEvents).Put(eventKey(e.ID), sumRecord(r.Bytes))
		},
		"an event gone": func(tx *bbolt.Tx, db *DB) error {
			return tx.Bucket(bucketEvents).Delete(eventKey(journal.ID{Device: db.Device(), Seq: 2}))
		},
		"another text": func(tx *bbolt.Tx, db *DB) error {
			key := append(eventKey(journal.ID{Device: db.Device(), Seq: 2}), 0)
			return tx.Bucket(bucketEvents).Put(key, wire.EncodeText(journal.Text{Body: "autre"}))
		},
		"a text gone": func(tx *bbolt.Tx, db *DB) error {
			return tx.Bucket(bucketEvents).Delete(append(eventKey(journal.ID{Device: db.Device(), Seq: 2}), 0))
		},
		"a text marked erased": func(tx *bbolt.Tx, db *DB) error {
			return tx.Bucket(bucketEvents).Put(append(eventKey(journal.ID{Device: db.Device(), Seq: 2}), 0), wire.ErasedText())
		},
		"a text too many": func(tx *bbolt.Tx, db *DB) error {
			return tx.Bucket(bucketEvents).Put(append(eventKey(journal.ID{Device: db.Device(), Seq: 2}), 1), wire.ErasedText())
		},
		"the last event gone": func(tx *bbolt.Tx, db *DB) error {
			key := eventKey(journal.ID{Device: db.Device(), Seq: 3})
			b := tx.Bucket(bucketEvents)
			if err := b.Delete(key); err != nil {
				return err
			}
			return b.Delete(append(key, 0))
		},
		"no head": func(tx *bbolt.Tx, db *DB) error { return tx.Bucket(bucketHeads).Delete(headKey(db.Device())) },
		"a foreign key": func(tx *bbolt.Tx, _ *DB) error {
			return tx.Bucket(bucketEvents).Put([]byte("x"), []byte("y"))
		},
	} {
		db := openNew(t)
		appendAll(t, db, note(db, 1, "a"), note(db, 2, "b"), note(db, 3, "c"))
		sound(t, db)
		if err := db.update(func(tx *bbolt.Tx) error { return alter(tx, db) }); err != nil {
			t.Fatal(err)
		}
		if r, err := db.Check(false); err != nil || r.Sound() {
			t.Errorf("%s: not noticed (%v)", name, err)
		}
	}
}

func TestDiskFull(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	db, err := Open(path, Options{maxSize: 6 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	appendAll(t, db, note(db, 1, "avant"))
	before, _ := db.Digest()
	wantCode(t, db.CommitImport(portfolio(60_000), nil), DiskFull)
	if err := db.Broken(); err != nil {
		t.Fatalf("nothing was written, yet: %v", err)
	}
	if after, _ := db.Digest(); after != before {
		t.Error("a failed commit left something behind")
	}
	appendAll(t, db, note(db, 2, "après"))
	if l := load(t, db); len(l.Events) != 2 {
		t.Errorf("%d events", len(l.Events))
	}
	sound(t, db)
}

// When it cannot be told whether a commit reached the disk, no more is written.
func TestUnclearCommitTurnsReadOnly(t *testing.T) {
	db := openNew(t)
	appendAll(t, db, note(db, 1, "a"))
	cause := &Error{Code: Failed, Detail: "flush"}
	if err := db.afterFailedCommit(0, cause); !errors.Is(err, cause) {
		t.Error(err)
	}
	if !errors.Is(db.Broken(), cause) {
		t.Error(db.Broken())
	}
	wantCode(t, db.Append([]journal.Event{note(db, 2, "b")}), Broken)
	wantCode(t, db.Compact(), Broken)
	if l := load(t, db); len(l.Events) != 1 {
		t.Error("reading goes on")
	}
}
