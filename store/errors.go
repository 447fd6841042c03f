package store

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"syscall"

	berrors "go.etcd.io/bbolt/errors"

	"relance/store/wire"
)

// Code says what is wrong with a database file, or with what was asked of it.
// The words for the user stand in the catalogue.
type Code uint8

// What can be wrong.
const (
	Failed       Code = iota // anything else; Err says what
	NotFound                 // no such file
	Empty                    // the file has no bytes
	Foreign                  // the file is something else than a relance database
	Newer                    // written by a newer version of the program
	Truncated                // shorter than its own account of itself
	Damaged                  // pages, values or events do not bear their own checks
	InUse                    // another process holds it; Owner says which, where known
	Permission               // the system refuses access
	ReadOnlyDisk             // the file system takes no writes
	DiskFull                 // no room left, or the size limit is reached
	Exists                   // a file of that name is there and was not to be replaced
	ReadOnly                 // a write was asked of a database opened for reading
	Broken                   // an earlier commit failed and left the outcome open
	Sequence                 // events do not follow the last one recorded by their device
	Invalid                  // events or a change that cannot be stored
	CodeCount
)

var codeNames = [...]string{
	"failed", "not found", "empty file", "not a relance database", "written by a newer version",
	"truncated", "damaged", "in use", "permission denied", "read-only disk", "disk full",
	"file exists", "opened read-only", "turned read-only after a failed commit",
	"events out of sequence", "cannot be stored",
}

// Every code has a name: a missing one does not compile.
var _ = [1]struct{}{}[len(codeNames)-int(CodeCount)]

// String gives the code in English, for logs and wrapped errors.
func (c Code) String() string {
	if int(c) < len(codeNames) {
		return codeNames[c]
	}
	return codeNames[Failed]
}

// Error is every error of this package: what is wrong, with which file, and the
// cause. Detail never holds client data.
type Error struct {
	Code   Code
	Path   string
	Detail string
	Owner  Owner // for InUse, zero where the holder left no note
	Err    error
}

// Error implements error.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("store: ")
	b.WriteString(e.Code.String())
	if e.Path != "" {
		b.WriteString(": ")
		b.WriteString(e.Path)
	}
	if e.Detail != "" {
		b.WriteString(": ")
		b.WriteString(e.Detail)
	}
	if e.Owner.PID != 0 {
		fmt.Fprintf(&b, ": held by process %d on %s", e.Owner.PID, e.Owner.Host)
	}
	if e.Err != nil {
		b.WriteString(": ")
		b.WriteString(e.Err.Error())
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// CodeOf gives the code of an error of this package; Failed for any other, and
// ok tells whether there was one.
func CodeOf(err error) (code Code, ok bool) {
	var e *Error
	if errors.As(err, &e) {
		return e.Code, true
	}
	return Failed, false
}

// classify turns a cause into an *Error; one that already is, stays.
func classify(path string, err error) error {
	if err == nil {
		return nil
	}
	var e *Error
	if errors.As(err, &e) {
		return err
	}
	return &Error{Code: codeFor(err), Path: path, Err: err}
}

const windowsDiskFull = syscall.Errno(112)

func codeFor(err error) Code {
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return InUse
	case errors.Is(err, fs.ErrNotExist):
		return NotFound
	case errors.Is(err, fs.ErrExist):
		return Exists
	case errors.Is(err, syscall.EROFS):
		return ReadOnlyDisk
	case errors.Is(err, fs.ErrPermission):
		return Permission
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG),
		errors.Is(err, berrors.ErrMaxSizeReached),
		runtime.GOOS == "windows" && errors.Is(err, windowsDiskFull):
		return DiskFull
	case errors.Is(err, wire.ErrNewer):
		return Newer
	case errors.Is(err, wire.ErrContent):
		return Invalid
	case errors.Is(err, wire.ErrDamaged), errors.Is(err, berrors.ErrInvalid),
		errors.Is(err, berrors.ErrChecksum), errors.Is(err, berrors.ErrInvalidMapping):
		return Damaged
	}
	return Failed
}
