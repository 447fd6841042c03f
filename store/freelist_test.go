package store

import (
	"os"
	"path/filepath"
	"testing"
)

// killed gives the path of a database as a kill leaves it: a copy of a file at
// which somebody is working.
func killed(t *testing.T) string {
	t.Helper()
	db := openNew(t)
	commit(t, db, portfolio(300))
	appendAll(t, db, acts(db, 400)...)
	whole, err := os.ReadFile(db.Path())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "killed.db")
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if m, err := examineMeta(path); err != nil || m.freelist != noFreelist {
		t.Fatalf("%v, free list %d", err, m.freelist)
	}
	return path
}

// TestKilledWithoutFreeList: a database that was not closed has no free list.
// It opens, holds everything, takes more, and has the list once it was closed.
func TestKilledWithoutFreeList(t *testing.T) {
	path := killed(t)
	db := openAt(t, path)
	if r := sound(t, db); r.Events != 400 || r.Clients != 300 || r.FreePages == 0 {
		t.Errorf("%d events, %d clients, %d free pages", r.Events, r.Clients, r.FreePages)
	}
	appendAll(t, db, acts(db, 410)[400:]...)
	sound(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	m, err := examineMeta(path)
	if err != nil || m.freelist == noFreelist {
		t.Fatalf("%v, free list %d", err, m.freelist)
	}
	db = openAt(t, path)
	if r := sound(t, db); r.Events != 410 || r.FreePages == 0 {
		t.Errorf("%d events, %d free pages", r.Events, r.FreePages)
	}
}

// TestCloseWritesNothing: who only looked leaves the file as it was.
func TestCloseWritesNothing(t *testing.T) {
	path := closed(t)
	before, err := examineMeta(path)
	if err != nil {
		t.Fatal(err)
	}
	db := openAt(t, path)
	load(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if after, err := examineMeta(path); err != nil || after != before {
		t.Errorf("%v, %+v after %+v", err, after, before)
	}
}

// TestKilledAndDamaged: a page that bbolt would look at in a goroutine of its
// own, while it gathers the free pages, is found before.
func TestKilledAndDamaged(t *testing.T) {
	path := killed(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m, err := examineMeta(path)
	if err != nil {
		t.Fatal(err)
	}
	size := int(m.pageSize)
	for id := 2; id < int(m.end); id++ {
		if uint64(id) == m.root {
			continue
		}
		bad := append([]byte(nil), whole...)
		for i := range pageHead {
			bad[id*size+i] = 0xFF
		}
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		db, err := Open(path, Options{})
		if err != nil {
			wantCode(t, err, Damaged)
			continue
		}
		if r := sound(t, db); r.Events != 400 { // the page was free
			t.Errorf("page %d: %d events", id, r.Events)
		}
		_ = db.Close()
	}
}
