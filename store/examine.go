package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"time"
)

// What bbolt writes at the head of a file (bbolt's internal/common: page,
// meta). Numbers are in the machine's own byte order.
const (
	boltMagic     = 0xED0CDAED
	boltVersion   = 2
	pageHead      = 16 // id 8, flags 2, count 2, overflow 4
	metaSize      = 64 // magic 4, version 4, page size 4, flags 4, root 8 + 8, free list 8, end 8, transaction 8, checksum 8
	minPageSize   = 1 << 10
	maxPageSize   = 1 << 16
	flagBranch    = 0x01
	flagLeaf      = 0x02
	flagMeta      = 0x04
	flagFreelist  = 0x10
	noFreelist    = 1<<64 - 1
	manyFreePages = 0xFFFF // count that says: the true one is the first number
)

// boltMeta is one of the two pages that say where everything else is.
type boltMeta struct {
	version  uint32
	pageSize uint32
	root     uint64
	freelist uint64
	end      uint64 // high-water mark: pages in the file
	tx       uint64
	magic    bool
	valid    bool
}

func parseMeta(page []byte) boltMeta {
	var m boltMeta
	if len(page) < pageHead+metaSize {
		return m
	}
	b := page[pageHead : pageHead+metaSize]
	u32, u64 := binary.NativeEndian.Uint32, binary.NativeEndian.Uint64
	m = boltMeta{
		version: u32(b[4:]), pageSize: u32(b[8:]), root: u64(b[16:]), freelist: u64(b[32:]),
		end: u64(b[40:]), tx: u64(b[48:]), magic: u32(b) == boltMagic,
	}
	sum := fnv.New64a()
	sum.Write(b[:metaSize-8])
	m.valid = m.magic && m.version == boltVersion && sum.Sum64() == u64(b[56:]) &&
		m.pageSize >= minPageSize && m.pageSize <= maxPageSize && m.pageSize&(m.pageSize-1) == 0
	return m
}

// examine looks at a file before it is mapped into memory: a file that is not
// what it says would fault there. A writer may be at work on it, so that a bad
// finding counts only when it comes again.
func examine(path string) error {
	_, err := examineMeta(path)
	for range 2 {
		code, _ := CodeOf(err)
		if code != Damaged && code != Truncated {
			return err
		}
		time.Sleep(5 * time.Millisecond)
		_, err = examineMeta(path)
	}
	return err
}

func examineMeta(path string) (boltMeta, error) {
	f, err := os.Open(path)
	if err != nil {
		return boltMeta{}, classify(path, err)
	}
	defer func() { _ = f.Close() }()
	m, err := examineFile(f)
	if err != nil {
		err = classify(path, err)
		var e *Error
		if errors.As(err, &e) {
			e.Path = path
		}
	}
	return m, err
}

func examineFile(f *os.File) (boltMeta, error) {
	info, err := f.Stat()
	switch {
	case err != nil:
		return boltMeta{}, err
	case !info.Mode().IsRegular():
		return boltMeta{}, &Error{Code: Foreign, Detail: "not a file"}
	case info.Size() == 0:
		return boltMeta{}, &Error{Code: Empty}
	}
	head := make([]byte, min(info.Size(), 2*maxPageSize))
	if _, err := f.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return boltMeta{}, err
	}
	m, err := newestMeta(head)
	if err != nil {
		return m, err
	}
	if need := m.end * uint64(m.pageSize); m.end < 4 || m.end > 1<<40 || uint64(info.Size()) < need {
		return m, &Error{Code: Truncated, Detail: fmt.Sprintf("%d bytes, %d expected", info.Size(), need)}
	}
	return m, examineRoots(f, m)
}

// newestMeta finds the two meta pages at the head of the file and gives the
// valid one that was written last. One torn page is what a power cut leaves.
func newestMeta(head []byte) (boltMeta, error) {
	first := parseMeta(head)
	best := first
	for size := minPageSize; size <= maxPageSize; size *= 2 {
		if first.valid && size != int(first.pageSize) || size >= len(head) {
			continue
		}
		m := parseMeta(head[size:])
		if m.valid && int(m.pageSize) == size && (!best.valid || m.tx > best.tx) {
			best = m
		}
	}
	switch {
	case best.valid:
		return best, nil
	case first.magic && first.version > boltVersion:
		return best, &Error{Code: Newer, Detail: fmt.Sprintf("bbolt format %d", first.version)}
	case first.magic, looksTorn(head):
		return best, &Error{Code: Damaged, Detail: "both meta pages fail their check"}
	}
	return best, &Error{Code: Foreign}
}

// looksTorn reports whether bbolt's mark stands where a second meta page would.
func looksTorn(head []byte) bool {
	for size := minPageSize; size < len(head); size *= 2 {
		if parseMeta(head[size:]).magic {
			return true
		}
	}
	return len(head) < pageHead+metaSize && bytes.HasPrefix(head, make([]byte, 8))
}

// examineRoots looks at the pages that bbolt reads while it opens a file: it
// panics over bad ones.
func examineRoots(f io.ReaderAt, m boltMeta) error {
	p, err := readPage(f, m, m.root)
	if err != nil {
		return err
	}
	if p.flags != flagLeaf && p.flags != flagBranch {
		return &Error{Code: Damaged, Detail: "root page"}
	}
	if m.freelist == noFreelist {
		return nil
	}
	if p, err = readPage(f, m, m.freelist); err != nil {
		return err
	}
	_, err = p.freePages(m)
	return err
}
