package store

import (
	"os"
	"path/filepath"
	"strings"
)

// Reserved reports whether a file written at path would take the place of what
// belongs to the database at db: the database itself, under whatever name, the
// note of its holder, a database that Restore set aside, or anything in one of
// its folders of backups: BackupFolder and those named, "" for none.
func Reserved(db, path string, folders ...string) bool {
	db, path = settled(db), settled(path)
	if sameFile(path, db) || sameFile(path, db+ownerSuffix) || strings.HasPrefix(path, db+asideSuffix) {
		return true
	}
	for _, folder := range append(folders, BackupFolder(db)) {
		if folder != "" && isWithin(path, settled(folder)) {
			return true
		}
	}
	return false
}

// settled gives a path from the root, with the links on the way to its last
// name followed as far as there are any.
func settled(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(dir, filepath.Base(path))
	}
	return path
}

// sameFile reports whether two paths are or would be the same file.
func sameFile(a, b string) bool {
	if a == b {
		return true
	}
	infoA, err := os.Stat(a)
	if err != nil {
		return false
	}
	infoB, err := os.Stat(b)
	return err == nil && os.SameFile(infoA, infoB)
}

// isWithin reports whether path lies in the folder, or is one of its files under
// another name.
func isWithin(path, folder string) bool {
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		if sameFile(dir, folder) {
			return true
		}
		if dir == filepath.Dir(dir) {
			break
		}
	}
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if e.Type().IsRegular() && sameFile(path, filepath.Join(folder, e.Name())) {
			return true
		}
	}
	return false
}
