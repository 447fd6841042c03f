package store

import (
	"encoding/binary"
	"fmt"
	"io"
)

// page is a page of a bbolt file with its overflow, read without mapping it.
type page struct {
	id    uint64
	flags uint16
	count int
	data  []byte // with the header
}

func badPage(id uint64, what string) error {
	return &Error{Code: Damaged, Detail: fmt.Sprintf("page %d: %s", id, what)}
}

func readPage(f io.ReaderAt, m boltMeta, id uint64) (page, error) {
	if id < 2 || id >= m.end {
		return page{}, badPage(id, "outside the file")
	}
	size := int64(m.pageSize)
	data := make([]byte, size)
	if _, err := f.ReadAt(data, int64(id)*size); err != nil {
		return page{}, badPage(id, "cannot be read")
	}
	p := page{
		id:    id,
		flags: binary.NativeEndian.Uint16(data[8:]),
		count: int(binary.NativeEndian.Uint16(data[10:])),
		data:  data,
	}
	overflow := uint64(binary.NativeEndian.Uint32(data[12:]))
	if binary.NativeEndian.Uint64(data) != id {
		return page{}, badPage(id, "bears another number")
	}
	if id+overflow >= m.end {
		return page{}, badPage(id, "runs over the end of the file")
	}
	if overflow > 0 {
		p.data = make([]byte, size*int64(overflow+1))
		copy(p.data, data)
		if _, err := f.ReadAt(p.data[size:], (int64(id)+1)*size); err != nil {
			return page{}, badPage(id, "cannot be read")
		}
	}
	return p, nil
}

// span is the number of pages that p takes.
func (p page) span(m boltMeta) uint64 { return uint64(len(p.data)) / uint64(m.pageSize) }

// freePages gives the numbers that a free list holds.
func (p page) freePages(m boltMeta) ([]uint64, error) {
	if p.flags != flagFreelist {
		return nil, badPage(p.id, "not a free list")
	}
	at, n := pageHead, uint64(p.count)
	if p.count == manyFreePages {
		n, at = binary.NativeEndian.Uint64(p.data[pageHead:]), pageHead+8
	}
	if n > uint64(len(p.data)-at)/8 {
		return nil, badPage(p.id, "free list longer than its page")
	}
	ids := make([]uint64, n)
	for i := range ids {
		ids[i] = binary.NativeEndian.Uint64(p.data[at+8*i:])
		if ids[i] < 2 || ids[i] >= m.end || i > 0 && ids[i] <= ids[i-1] {
			return nil, badPage(p.id, "free list with impossible entries")
		}
	}
	return ids, nil
}

// walker visits every page of a file and notes what does not fit. It reads
// with plain reads, so that no damage can make it fault.
type walker struct {
	f     io.ReaderAt
	m     boltMeta
	owner []bool // pages seen
	found []string
}

const (
	elementSize   = 16 // of a branch: pos 4, key 4, page 8; of a leaf: flags 4, pos 4, key 4, value 4
	bucketElement = 1
	bucketHead    = 16 // root 8, sequence 8
	maxDepth      = 64
	maxFindings   = 100
)

// checkPages gives what is wrong with the structure of the file, nothing for a
// sound one, and how many pages are free. In a file without a free list all
// that nothing uses is free.
func checkPages(f io.ReaderAt, m boltMeta) (found []string, free int) {
	w := &walker{f: f, m: m, owner: make([]bool, m.end)}
	w.owner[0], w.owner[1] = true, true
	if m.freelist != noFreelist {
		free = w.freelist()
	}
	w.tree(m.root, 0, nil)
	for id, seen := range w.owner {
		switch {
		case seen:
		case m.freelist == noFreelist:
			free++
		default:
			w.note(uint64(id), "neither used nor free")
		}
	}
	return w.found, free
}

func (w *walker) note(id uint64, what string) {
	if len(w.found) < maxFindings {
		w.found = append(w.found, fmt.Sprintf("page %d: %s", id, what))
	}
}

func (w *walker) take(id, span uint64) bool {
	for i := id; i < id+span; i++ {
		if w.owner[i] {
			w.note(i, "used twice")
			return false
		}
		w.owner[i] = true
	}
	return true
}

// freelist gives the number of pages on the free list.
func (w *walker) freelist() int {
	p, err := readPage(w.f, w.m, w.m.freelist)
	if err != nil {
		w.found = append(w.found, err.Error())
		return 0
	}
	w.take(p.id, p.span(w.m))
	ids, err := p.freePages(w.m)
	if err != nil {
		w.found = append(w.found, err.Error())
	}
	for _, id := range ids {
		w.take(id, 1)
	}
	return len(ids)
}

// tree visits the pages below id. Keys must rise and none may stand before low.
func (w *walker) tree(id uint64, depth int, low []byte) {
	if depth > maxDepth {
		w.note(id, "too deep")
		return
	}
	p, err := readPage(w.f, w.m, id)
	if err != nil {
		w.found = append(w.found, err.Error())
		return
	}
	if w.take(id, p.span(w.m)) {
		w.elements(id, p.flags, p.count, p.data, depth, low)
	}
}

// elements visits what a page holds, whether it stands alone or inside a
// bucket's value.
func (w *walker) elements(id uint64, flags uint16, count int, data []byte, depth int, low []byte) {
	if len(data) < pageHead+count*elementSize || flags != flagLeaf && flags != flagBranch {
		w.note(id, "no branch or leaf")
		return
	}
	last := low
	for i := range count {
		at := pageHead + i*elementSize
		e := data[at : at+elementSize]
		u32 := binary.NativeEndian.Uint32
		pos, ksize, vsize := uint64(u32(e)), uint64(u32(e[4:])), uint64(0)
		if flags == flagLeaf {
			pos, ksize, vsize = uint64(u32(e[4:])), uint64(u32(e[8:])), uint64(u32(e[12:]))
		}
		start := uint64(at) + pos
		if start+ksize+vsize > uint64(len(data)) {
			w.note(id, "an element outside its page")
			return
		}
		key, value := data[start:start+ksize], data[start+ksize:start+ksize+vsize]
		if i > 0 && string(key) <= string(last) || i == 0 && string(key) < string(last) {
			w.note(id, "keys out of order")
		}
		last = key
		switch {
		case flags == flagBranch:
			w.tree(binary.NativeEndian.Uint64(e[8:]), depth+1, key)
		case u32(e)&bucketElement != 0:
			w.bucket(id, value, depth+1)
		}
	}
}

func (w *walker) bucket(id uint64, value []byte, depth int) {
	if len(value) < bucketHead {
		w.note(id, "a bucket without its head")
		return
	}
	if root := binary.NativeEndian.Uint64(value); root != 0 {
		w.tree(root, depth, nil)
		return
	}
	inline := value[bucketHead:]
	if len(inline) < pageHead {
		w.note(id, "a bucket without its page")
		return
	}
	w.elements(id, binary.NativeEndian.Uint16(inline[8:]), int(binary.NativeEndian.Uint16(inline[10:])), inline, depth, nil)
}
