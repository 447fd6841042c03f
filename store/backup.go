package store

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"go.etcd.io/bbolt"
)

// Backup writes a consistent copy to path while the database stays in use,
// opens that copy and checks it before it gets its name. Without force a file
// that is there is left alone (code Exists).
func (db *DB) Backup(path string, force bool) error {
	if !force {
		if _, err := os.Lstat(path); err == nil {
			return &Error{Code: Exists, Path: path}
		}
	}
	temp, err := tempBeside(path)
	if err != nil {
		return classify(path, err)
	}
	defer func() { _ = os.Remove(temp) }()
	var want Digest
	err = writeSynced(temp, fileMode, func(w io.Writer) (err error) {
		want, err = db.copyTo(w)
		return err
	})
	if err != nil {
		return classify(path, err)
	}
	report, err := verify(temp)
	if err != nil {
		return err
	}
	if !report.Sound() || report.Digest != want {
		return &Error{Code: Damaged, Path: db.path, Detail: "the copy fails its check: " + firstProblem(report)}
	}
	if force {
		err = os.Rename(temp, path)
	} else {
		err = linkOrRename(temp, path)
	}
	if err != nil {
		return classify(path, err)
	}
	return classify(path, syncDir(filepath.Dir(path)))
}

// copyTo writes a consistent copy, and gives the digest of what it holds.
func (db *DB) copyTo(w io.Writer) (d Digest, err error) {
	to := &keepError{w: w}
	err = db.view(func(tx *bbolt.Tx) error {
		d = digest(tx)
		_, err := tx.WriteTo(to)
		return err
	})
	if to.err != nil { // of the copy, not of the database
		err = to.err
	}
	return d, err
}

// keepError remembers why a write failed: bbolt gives the words alone, of which
// no full disk can be told.
type keepError struct {
	w   io.Writer
	err error
}

func (k *keepError) Write(b []byte) (int, error) {
	n, err := k.w.Write(b)
	if err != nil {
		k.err = err
	}
	return n, err
}

// verify checks a file that nobody writes to, deeply.
func verify(path string) (Report, error) {
	db, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		return Report{Path: path}, err
	}
	defer func() { _ = db.Close() }()
	return db.Check(true)
}

func firstProblem(r Report) string {
	if r.Sound() {
		return "another digest"
	}
	return r.Problems[0].Where + " " + r.Problems[0].Detail
}

// How many backups are kept by RotateBackups.
const (
	DailyBackups  = 7
	WeeklyBackups = 4
)

// BackupFolder is where the backups of the database at path are kept when no
// other folder is named.
func BackupFolder(path string) string { return path + ".backups" }

// RotateBackups makes the backup of now's day in the folder ("" = BackupFolder)
// unless it is there, then removes those that are neither among the seven
// newest nor the newest of one of the four weeks before them. It gives the path
// of the backup made, "" for none.
func (db *DB) RotateBackups(dir string, now time.Time) (string, error) {
	db.rotate.Lock()
	defer db.rotate.Unlock()
	if dir == "" {
		dir = BackupFolder(db.path)
	}
	if err := os.MkdirAll(dir, folderMode); err != nil {
		return "", classify(dir, err)
	}
	path := filepath.Join(dir, backupName(now))
	made := ""
	if _, err := os.Stat(path); err != nil {
		if err := db.Backup(path, false); err != nil {
			return "", err
		}
		made = path
	}
	names, err := backupsIn(dir)
	if err != nil {
		return made, err
	}
	for _, name := range spareBackups(names) {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			return made, classify(dir, err)
		}
	}
	return made, nil
}

// SweepBackups removes what copies that were killed half way left in the folder
// ("" = BackupFolder). Only who holds the database writes there; where a copy of
// it is read, nothing is touched.
func (db *DB) SweepBackups(dir string) {
	if !db.copied.IsZero() {
		return
	}
	if dir == "" {
		dir = BackupFolder(db.path)
	}
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		name, temp := strings.CutSuffix(e.Name(), ".tmp")
		if temp && (strings.HasPrefix(name, "."+backupPrefix) || strings.HasPrefix(name, "."+BeforeImport)) {
			_ = os.Remove(filepath.Join(dir, e.Name())) // at worst it stays
		}
	}
}

// Backups gives the paths of the backups that RotateBackups keeps in the folder,
// newest first.
func Backups(dir string) ([]string, error) {
	names, err := backupsIn(dir)
	for i := range names {
		names[i] = filepath.Join(dir, names[i])
	}
	return names, err
}

// BeforeImport is the name of the copy made before an import when the day's
// backup is there already.
const BeforeImport = "before-import.db"

const (
	backupPrefix = "relance-"
	backupSuffix = ".db"
)

func backupName(day time.Time) string {
	return backupPrefix + day.Format(time.DateOnly) + backupSuffix
}

func backupDay(name string) (time.Time, bool) {
	day, ok := strings.CutPrefix(name, backupPrefix)
	day, ok2 := strings.CutSuffix(day, backupSuffix)
	t, err := time.Parse(time.DateOnly, day)
	return t, ok && ok2 && err == nil
}

// backupsIn gives the names of the rotation's files, newest first.
func backupsIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, classify(dir, err)
	}
	var names []string
	for _, e := range entries {
		if _, ok := backupDay(e.Name()); ok && e.Type().IsRegular() {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	slices.Reverse(names)
	return names, nil
}

// spareBackups gives those of the names, newest first, that need not be kept.
func spareBackups(names []string) []string {
	var spare []string
	weeks := map[string]bool{}
	for i, name := range names {
		if i < DailyBackups {
			continue
		}
		day, _ := backupDay(name)
		year, week := day.ISOWeek()
		key := fmt.Sprintf("%d-%d", year, week)
		if weeks[key] || len(weeks) == WeeklyBackups {
			spare = append(spare, name)
			continue
		}
		weeks[key] = true
	}
	return spare
}

// Restore puts a backup in the place of the database at target, which nobody
// may hold. The backup is checked first; the file replaced is kept beside it
// under a dated name, which Restore gives ("" when there was none). The restored
// database records as a new device: colleagues may hold later events of the old
// one, whose numbers must not be given twice.
func Restore(backup, target string, now time.Time) (aside string, err error) {
	report, err := verify(backup)
	if err != nil {
		return "", err
	}
	if !report.Sound() {
		return "", &Error{Code: Damaged, Path: backup, Detail: firstProblem(report)}
	}
	if err := os.MkdirAll(filepath.Dir(target), folderMode); err != nil {
		return "", classify(target, err)
	}
	unlock, err := lockFile(target)
	if err != nil {
		return "", err
	}
	defer unlock()
	temp, err := tempBeside(target)
	if err != nil {
		return "", classify(target, err)
	}
	defer func() { _ = os.Remove(temp) }()
	if err := copyAsNewDevice(backup, temp); err != nil {
		return "", classify(target, err)
	}
	if aside, err = setAside(target, now); err != nil {
		return "", classify(target, err)
	}
	if err := os.Rename(temp, target); err != nil {
		return aside, classify(target, err)
	}
	return aside, classify(target, syncDir(filepath.Dir(target)))
}

func copyAsNewDevice(from, to string) error {
	err := writeSynced(to, fileMode, func(w io.Writer) error {
		f, err := os.Open(from)
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }()
		_, err = io.Copy(w, f)
		return err
	})
	if err != nil {
		return err
	}
	db, err := Open(to, Options{})
	if err != nil {
		return err
	}
	m := db.id
	m.device = newDevice()
	err = db.update(func(tx *bbolt.Tx) error { return writeIdentity(tx, m) })
	if closed := db.Close(); err == nil {
		err = closed
	}
	return err
}

// asideSuffix and a time end the name of a database that another replaced.
const asideSuffix = ".replaced-"

// setAside gives the file at path a second, dated name beside the first.
func setAside(path string, now time.Time) (string, error) {
	if _, err := os.Lstat(path); err != nil {
		return "", nil
	}
	base := path + asideSuffix + now.Format("20060102-150405")
	for n := 1; ; n++ {
		aside := base
		if n > 1 {
			aside = fmt.Sprintf("%s-%d", base, n)
		}
		if _, err := os.Lstat(aside); err == nil {
			continue
		}
		if err := os.Link(path, aside); err != nil {
			err = os.Rename(path, aside)
			return aside, err
		}
		return aside, nil
	}
}
