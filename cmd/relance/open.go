package main

import (
	"crypto/rand"
	"os"
	"os/user"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"relance/domain/desk"
	"relance/domain/wording"
	"relance/store"
)

// office is the desk opened on a database.
type office struct {
	db        *store.DB
	session   *desk.Session
	loaded    *store.Loaded
	temporary bool     // the sample portfolio
	onClose   []func() // what has to end with it

	beforeClose func() // ends what uses the database; nil = nothing does

	rest pauses // of the person at the screen
}

func (o *office) close() {
	if o.beforeClose != nil {
		o.beforeClose()
	}
	_ = o.db.Close()
	for _, end := range o.onClose {
		end()
	}
}

// view is what the command shows: the current view.
func (o *office) view() *desk.View { return o.session.View() }

// databasePath is --db, else RELANCE_DB, else the configuration's, else the
// user's data folder.
func (p *program) databasePath() (string, error) {
	if p.flags.db != "" {
		return p.flags.db, nil
	}
	if path := p.env("RELANCE_DB"); path != "" {
		return path, nil
	}
	if p.config.db != "" {
		return p.config.db, nil
	}
	if xdg.DataHome == "" || !filepath.IsAbs(xdg.DataHome) {
		return "", p.usage(wording.FaultNoHome)
	}
	return filepath.Join(xdg.DataHome, "relance", "relance.db"), nil
}

// openStore opens the database; of a copy that is read because another process
// holds it, the time is said.
func (p *program) openStore(readOnly bool) (*store.DB, error) {
	path, err := p.databasePath()
	if err != nil {
		return nil, err
	}
	db, err := store.Open(path, store.Options{ReadOnly: readOnly, Now: p.now})
	if err != nil {
		return nil, err
	}
	if at := db.CopyTime(); !at.IsZero() {
		p.note(wording.SaidCopyRead, at.Local().Format("15:04:05"))
	}
	return db, nil
}

// openToRead opens the desk for looking only.
func (p *program) openToRead() (*office, error) {
	short()
	db, err := p.openStore(true)
	if err != nil {
		return nil, err
	}
	return p.seat(db, true)
}

// openToWrite opens the desk for recording.
func (p *program) openToWrite(command string) (*office, error) {
	if err := p.writes(command); err != nil {
		return nil, err
	}
	short()
	db, err := p.openStore(false)
	if err != nil {
		return nil, err
	}
	return p.seat(db, false)
}

// seat loads the database and opens a session on it. On an error the database
// is closed.
func (p *program) seat(db *store.DB, readOnly bool) (*office, error) {
	loaded, err := db.Load()
	if err != nil {
		_ = db.Close()
		return nil, err
	}
	o := &office{db: db, loaded: loaded}
	if o.session, err = p.session(db, loaded, readOnly); err != nil {
		_ = db.Close()
		return nil, err
	}
	return o, nil
}

// session opens the desk on what was loaded.
func (p *program) session(db *store.DB, loaded *store.Loaded, readOnly bool) (*desk.Session, error) {
	day, err := p.day()
	if err != nil {
		return nil, err
	}
	asOf, err := p.asOf()
	if err != nil {
		return nil, err
	}
	if last := loaded.LastDay; asOf.IsZero() && day < last && (!readOnly || p.flags.today != "") {
		return nil, p.pastFault(day, last)
	}
	rules, err := p.rulesInForce(loaded.Settings)
	if err != nil {
		return nil, err
	}
	cfg := desk.Config{
		Book: loaded.Book, Events: loaded.Events, Device: loaded.Device, LastSeq: loaded.LastSeq, LastStamp: loaded.LastStamp,
		Author: p.author(), Day: day, AsOf: asOf, ReadOnly: readOnly, Rules: rules,
		Millis: func() int64 { return p.now().UnixMilli() }, Salt: salt,
	}
	if !readOnly {
		cfg.Store = db
	}
	if p.flags.today == "" { // a day that is set has no time of day
		cfg.Minute = p.minute
	}
	return desk.New(cfg)
}

// minute is the local time of day.
func (p *program) minute() int16 {
	t := p.now()
	return int16(t.Hour()*60 + t.Minute())
}

func salt() (s [16]byte) {
	_, _ = rand.Read(s[:]) // never fails
	return s
}

// author signs the acts: RELANCE_AUTHOR, else the configuration's, else the
// login name.
func (p *program) author() string {
	if v := strings.TrimSpace(p.env("RELANCE_AUTHOR")); v != "" {
		return v
	}
	if p.config.author != "" {
		return p.config.author
	}
	for _, name := range []string{"USER", "USERNAME", "LOGNAME"} {
		if v := strings.TrimSpace(p.env(name)); v != "" {
			return v
		}
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "?"
}

// exists reports whether there is a database file.
func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// backUp makes the day's backup of a database that is not new, and gives its
// path where it was not there yet.
func (p *program) backUp(db *store.DB) (string, error) {
	return db.RotateBackups(p.backupFolder(db.Path()), p.now())
}

// backUpBeforeImport makes a backup of what an import is about to change: the
// day's, or where that was made already, one that the next import replaces.
func (p *program) backUpBeforeImport(db *store.DB) (string, error) {
	made, err := p.backUp(db)
	if err != nil || made != "" {
		return made, err
	}
	path := filepath.Join(p.backupFolder(db.Path()), store.BeforeImport)
	return path, db.Backup(path, true)
}
