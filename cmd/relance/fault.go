package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/pflag"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/ledger"
	"relance/domain/wording"
	"relance/store"
	"relance/store/ledgerfile"
	"relance/store/sheet"
)

// The exit codes.
const (
	exitDone = iota
	exitFailed
	exitUsage
	exitRefused
	exitInUse
)

// fault is what ends a command: the words for the person, the exit code, the
// cause. Without words everything has been said already.
type fault struct {
	code  int
	words string
	err   error
}

func (f *fault) Error() string {
	if f.words == "" && f.err != nil {
		return f.err.Error()
	}
	return f.words
}

func (f *fault) Unwrap() error { return f.err }

func (p *program) usage(t wording.Text, args ...any) error {
	return &fault{code: exitUsage, words: p.say(t, args...)}
}

func (p *program) fail(code int, t wording.Text, args ...any) error {
	return &fault{code: code, words: p.say(t, args...)}
}

// report words an error on the error stream and gives the exit code.
func (p *program) report(err error) int {
	if err == nil {
		return exitDone
	}
	f := p.fault(err)
	if f.words != "" {
		fmt.Fprintln(p.err, p.say(wording.FaultPrefix)+sheet.Clean(f.words))
	}
	return f.code
}

// fault finds the words and the exit code of any error.
func (p *program) fault(err error) *fault {
	var f *fault
	var stored *store.Error
	var refused *ledgerfile.Refused
	var uncompared *ledger.CompareError
	var seated *desk.Error
	switch {
	case errors.As(err, &f):
		return f
	case errors.As(err, &stored):
		return p.storeFault(stored)
	case errors.As(err, &refused):
		return &fault{code: exitRefused, words: p.say(wording.FaultRefusedFile, refused.File), err: err}
	case errors.As(err, &uncompared):
		return &fault{code: exitRefused, words: p.say(wording.FaultCompare, p.compareReason(uncompared)), err: err}
	case errors.As(err, &seated):
		return p.deskFault(seated)
	}
	if pathErr := (*fs.PathError)(nil); errors.As(err, &pathErr) {
		return &fault{code: exitFailed, words: p.say(wording.FaultWrite, pathErr.Error()), err: err}
	}
	return &fault{code: exitFailed, words: p.say(wording.FaultStore, err.Error()), err: err}
}

// storeTexts are the words for what can be wrong with a database file. Each
// takes what it concerns.
var storeTexts = map[store.Code]wording.Text{
	store.NotFound:     wording.FaultNoDatabase,
	store.Empty:        wording.FaultEmptyFile,
	store.Foreign:      wording.FaultForeign,
	store.Newer:        wording.FaultNewer,
	store.Permission:   wording.FaultPermission,
	store.ReadOnlyDisk: wording.FaultReadOnlyDisk,
	store.DiskFull:     wording.FaultDiskFull,
	store.Exists:       wording.FaultExists,
	store.Broken:       wording.FaultBroken,
	store.Sequence:     wording.FaultSequence,
	store.Invalid:      wording.FaultStoreInvalid,
}

func (p *program) storeFault(e *store.Error) *fault {
	out := &fault{code: exitFailed, err: e}
	what := e.Path
	if what == "" {
		what = e.Detail
	}
	switch e.Code {
	case store.InUse:
		out.code = exitInUse
		out.words = p.say(wording.FaultInUse, what)
		if o := e.Owner; o.PID != 0 {
			out.words = p.say(wording.FaultInUseBy, o.PID, o.Host, o.Start.Local().Format("2006-01-02 15:04"), what)
		}
		return out
	case store.Truncated, store.Damaged:
		out.words = p.say(wording.FaultDamaged, what, p.latestCopy(e.Path))
		return out
	case store.ReadOnly:
		out.words = p.say(wording.FaultReadOnly)
		return out
	}
	if path, err := p.databasePath(); e.Code == store.DiskFull && err == nil && what != path {
		out.words = p.say(wording.FaultFileFull, what)
		return out
	}
	if t, ok := storeTexts[e.Code]; ok {
		out.words = p.say(t, what)
		return out
	}
	out.words = p.say(wording.FaultStore, e.Error())
	return out
}

// latestCopy names the newest backup of a database, for the sentence that
// advises to put it back.
func (p *program) latestCopy(path string) string {
	if path == "" {
		return p.say(wording.FaultNoCopy)
	}
	names, err := store.Backups(p.backupFolder(path))
	if err != nil || len(names) == 0 {
		return p.say(wording.FaultNoCopy)
	}
	return p.say(wording.FaultLatestCopy, names[0])
}

func (p *program) deskFault(e *desk.Error) *fault {
	out := &fault{code: exitFailed, err: e}
	switch e.Code {
	case desk.ErrStore:
		if inner := errors.Unwrap(e); inner != nil {
			return p.fault(inner)
		}
	case desk.ErrReadOnly:
		out.code, out.words = exitUsage, p.say(wording.FaultReadOnly)
	case desk.ErrNoClient:
		out.code, out.words = exitUsage, p.say(wording.FaultNoClient, e.Detail)
	case desk.ErrNothing:
		out.words = p.say(wording.FaultNothing)
	case desk.ErrBuiltOn:
		out.words = p.say(wording.FaultBuiltOn)
	case desk.ErrNotOwn:
		out.words = p.say(wording.FaultNotOwn)
	case desk.ErrInvalid:
		out.code, out.words = exitUsage, p.say(wording.FaultInvalid, e.Detail)
	case desk.ErrStale:
		out.words = p.say(wording.FaultStale)
	case desk.ErrBarred:
		out.words = p.say(wording.FaultBarred, e.Detail)
	}
	if out.words == "" {
		out.words = p.say(wording.FaultStore, e.Error())
	}
	return out
}

// pastFault says that the desk's day lies before the last act.
func (p *program) pastFault(day, last calendar.Date) error {
	return p.usage(wording.FaultPast, wording.LongDay(p.lang, day), wording.LongDay(p.lang, last))
}

// flagFault words what the flag parser found.
func (p *program) flagFault(command string, err error) error {
	var unknown *pflag.NotExistError
	var needs *pflag.ValueRequiredError
	var value *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		return p.usage(wording.FaultUnknownFlag, name, command)
	case errors.As(err, &needs):
		return p.usage(wording.FaultFlagNeeds, needs.GetSpecifiedName())
	case errors.As(err, &value):
		return p.usage(wording.FaultFlagValue, value.GetFlag().Name, p.quoted(value.GetValue()))
	}
	return p.usage(wording.FaultUsage, command+" ("+err.Error()+")")
}

// quoted puts a text in the language's quotation marks.
func (p *program) quoted(s string) string { return p.voice(0).Quote(s) }

// choice refuses a value that is none of those possible.
func (p *program) choice(flag, value string, possible ...string) error {
	return p.usage(wording.FaultChoice, flag, value, strings.Join(possible, ", "))
}
