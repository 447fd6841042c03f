package store

import (
	"errors"
	"io"
	"os"
	"strings"
	"time"
)

const (
	copyAttempts = 40
	copyPause    = 10 * time.Millisecond
)

// copyInUse copies a database that another process is writing to. bbolt never
// overwrites a page that the last commit uses, so that a copy whose last commit
// is the same after the copying as before holds that commit whole. The copy's
// structure is verified. The caller removes the file.
func copyInUse(path string, now func() time.Time) (temp string, at time.Time, err error) {
	f, err := os.CreateTemp("", "relance-*.db") // readable by its owner only
	if err != nil {
		return "", at, classify(path, err)
	}
	defer func() {
		err = classify(path, errors.Join(err, f.Close()))
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	for range copyAttempts {
		at = now()
		done, err := copyOnce(f, path)
		if err != nil {
			return "", at, err
		}
		if done {
			return f.Name(), at, nil
		}
		time.Sleep(copyPause)
	}
	if err := examine(path); err != nil { // damaged rather than busy
		return "", at, err
	}
	return "", at, &Error{Code: InUse, Path: path, Owner: readOwner(path), Detail: "no quiet moment to copy it"}
}

// copyOnce reports whether no commit came in between.
func copyOnce(dst *os.File, path string) (bool, error) {
	src, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer func() { _ = src.Close() }()
	before, err := examineFile(src)
	if err != nil {
		code, _ := CodeOf(err)
		if code == Damaged || code == Truncated {
			return false, nil // perhaps in the middle of a write
		}
		return false, err
	}
	size := int64(before.end) * int64(before.pageSize)
	if err := dst.Truncate(0); err != nil {
		return false, err
	}
	if _, err := dst.Seek(0, io.SeekStart); err != nil {
		return false, err
	}
	if _, err := io.Copy(dst, io.LimitReader(src, size)); err != nil {
		return false, err
	}
	after, err := examineFile(src)
	if err != nil || after.tx != before.tx {
		return false, nil
	}
	if same, err := examineFile(dst); err != nil || same.tx != before.tx {
		return false, nil
	}
	if found, _ := checkPages(dst, before); len(found) > 0 {
		return false, &Error{Code: Damaged, Path: path, Detail: strings.Join(found[:1], "")}
	}
	return true, nil
}
