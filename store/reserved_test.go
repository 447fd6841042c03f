package store

import (
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
)

func TestReserved(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "relance.db")
	other := filepath.Join(dir, "other")
	for _, name := range []string{db, BackupFolder(db) + "/relance-2026-11-23.db", other + "/kept.db", dir + "/free.csv"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	link := func(how func(old, name string) error, old, name string) string {
		name = filepath.Join(dir, name)
		if err := how(old, name); err != nil {
			t.Skip("no links here:", err)
		}
		return name
	}
	t.Chdir(dir)
	refused := []string{
		db, "relance.db", "./other/../relance.db",
		link(os.Symlink, db, "soft.db"),
		link(os.Link, db, "hard.db"),
		link(os.Symlink, dir, "d") + "/relance.db",
		db + ".owner",
		db + ".replaced-20261123-120000",
		db + ".backups/relance-2026-11-23.db",
		db + ".backups/new.csv",
		link(os.Link, db+".backups/relance-2026-11-23.db", "copy.db"),
		"other/kept.db", "other/new.csv",
	}
	for _, path := range append(refused, "free.csv", "new.csv", "relance.db.csv") {
		want := slices.Contains(refused, path)
		if got := Reserved(db, path, other, ""); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
	if Reserved(filepath.Join(dir, "none.db"), "free.csv") || !Reserved(filepath.Join(dir, "none.db"), "none.db") {
		t.Error("a database that is not there yet")
	}
}

type fullDisk struct{ left int }

func (f *fullDisk) Write(b []byte) (int, error) {
	if len(b) > f.left {
		return f.left, &os.PathError{Op: "write", Path: "copy.db", Err: syscall.ENOSPC}
	}
	f.left -= len(b)
	return len(b), nil
}

// A copy that finds no room says so, wherever it stopped.
func TestCopyToFullDisk(t *testing.T) {
	db, err := Open(filepath.Join(t.TempDir(), "relance.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	for _, left := range []int{0, 4096, 8192, 9000} {
		if _, err := db.copyTo(&fullDisk{left}); err == nil {
			t.Errorf("%d bytes were enough", left)
		} else if code, _ := CodeOf(classify("copy.db", err)); code != DiskFull {
			t.Errorf("after %d bytes: %v", left, err)
		}
	}
}

func TestSweepBackups(t *testing.T) {
	path := filepath.Join(t.TempDir(), "relance.db")
	db, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	dir := BackupFolder(path)
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	stays := map[string]bool{
		".before-import.db.123.tmp": false, ".relance-2026-11-23.db.9.tmp": false,
		"before-import.db": true, "relance-2026-11-23.db": true, ".mine.tmp": true,
	}
	for name := range stays {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	db.SweepBackups("")
	for name, want := range stays {
		if _, err := os.Stat(filepath.Join(dir, name)); (err == nil) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}
