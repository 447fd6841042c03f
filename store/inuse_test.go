package store

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"relance/domain/journal"
)

func TestSecondWriterLearnsWhoHoldsIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	me := Owner{PID: 4711, Host: "poste-12", Start: time.Date(2026, 11, 23, 8, 30, 0, 0, time.UTC)}
	db, err := Open(path, Options{Owner: me})
	if err != nil {
		t.Fatal(err)
	}
	_, err = Open(path, Options{})
	wantCode(t, err, InUse)
	var e *Error
	if !errors.As(err, &e) || !cmp.Equal(e.Owner, me) {
		t.Errorf("owner %+v, want %+v", e.Owner, me)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path + ".owner"); err == nil {
		t.Error("the owner's note outlives Close")
	}
	if err := os.WriteFile(path+".owner", []byte(`{"pid":1}`), 0o600); err != nil { // left by a killed process
		t.Fatal(err)
	}
	openAt(t, path)
}

func TestReadersReadACopyWhileAWriterWorks(t *testing.T) {
	db := openNew(t)
	commit(t, db, portfolio(300))
	appendAll(t, db, note(db, 1, "a"))
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for n := uint64(2); ; n++ {
			select {
			case <-stop:
				return
			default:
				if err := db.Append([]journal.Event{note(db, n, "pendant")}); err != nil {
					t.Error(err)
					return
				}
				time.Sleep(time.Millisecond)
			}
		}
	})
	for range 5 {
		r, err := Open(db.Path(), Options{ReadOnly: true, Timeout: 10 * time.Millisecond})
		if err != nil {
			t.Fatal(err)
		}
		if r.CopyTime().IsZero() {
			t.Error("not a copy")
		}
		if l := load(t, r); len(l.Book.Accounts) != 300 || len(l.Events) < 1 {
			t.Error("an incomplete copy")
		}
		sound(t, r)
		wantCode(t, r.Append([]journal.Event{note(db, 99, "x")}), ReadOnly)
		temp := r.temp
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(temp); err == nil {
			t.Error("the copy outlives Close")
		}
	}
	close(stop)
	wg.Wait()
}

func TestTwoReaders(t *testing.T) {
	path := closed(t)
	for range 2 {
		r, err := Open(path, Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = r.Close() }()
		if !r.CopyTime().IsZero() {
			t.Error("readers share the file itself")
		}
	}
}

func TestPermission(t *testing.T) {
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("needs an ordinary user of a Unix system")
	}
	path := closed(t)
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	wantCode(t, opens(path), Permission)
}

func TestBackupWhileWriting(t *testing.T) {
	db := openNew(t)
	commit(t, db, portfolio(300))
	appendAll(t, db, note(db, 1, "a"))
	var wg sync.WaitGroup
	wg.Go(func() {
		for n := uint64(2); n < 60; n++ {
			if err := db.Append([]journal.Event{note(db, n, "pendant")}); err != nil {
				t.Error(err)
			}
		}
	})
	path := filepath.Join(t.TempDir(), "copie.db")
	if err := db.Backup(path, false); err != nil {
		t.Fatal(err)
	}
	wg.Wait()
	wantCode(t, db.Backup(path, false), Exists)
	if err := db.Backup(path, true); err != nil {
		t.Fatal(err)
	}
	a, _ := db.Digest()
	r, err := CheckFile(path, true)
	if err != nil || !r.Sound() || r.Digest != a {
		t.Errorf("%v %+v", err, r)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Error(err, info.Mode())
	}
}

func TestRestore(t *testing.T) {
	db := openNew(t)
	commit(t, db, portfolio(20))
	appendAll(t, db, note(db, 1, "sauvegardé"))
	copied := filepath.Join(t.TempDir(), "copie.db")
	if err := db.Backup(copied, false); err != nil {
		t.Fatal(err)
	}
	want, _ := db.Digest()
	appendAll(t, db, note(db, 2, "depuis"))
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	if _, err := Restore(copied, db.Path(), now); err == nil {
		t.Fatal("restored over a database in use")
	}
	old := db.Device()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	aside, err := Restore(copied, db.Path(), now)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(aside, ".replaced-20261123-090000") {
		t.Error(aside)
	}
	if r, err := CheckFile(aside, false); err != nil || r.Events != 2 {
		t.Errorf("the file replaced: %v %+v", err, r)
	}
	db = openAt(t, db.Path())
	if got, _ := db.Digest(); got != want {
		t.Error("another state than the backup's")
	}
	if db.Device() == old {
		t.Error("numbers of the old device would be given twice")
	}
	appendAll(t, db, note(db, 1, "repris"))
	sound(t, db)
	_ = db.Close()
	again, err := Restore(copied, db.Path(), now)
	if err != nil || again == aside {
		t.Errorf("%v: the file set aside before was %s, now %s", err, aside, again)
	}
	if _, err := Restore(write(t, []byte("rien")), db.Path(), now); err == nil {
		t.Error("restored a file that is no backup")
	}
}

func TestRestoreOverDamage(t *testing.T) {
	good := closed(t)
	bad := closed(t)
	if err := os.Truncate(bad, 5000); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(good, bad, time.Now()); err != nil {
		t.Fatal(err)
	}
	if err := opens(bad); err != nil {
		t.Error(err)
	}
}

func TestRotation(t *testing.T) {
	db := openNew(t)
	day := time.Date(2026, 1, 1, 7, 0, 0, 0, time.UTC)
	for n := range 70 {
		made, err := db.RotateBackups("", day.AddDate(0, 0, n))
		if err != nil || made == "" {
			t.Fatal(err, made)
		}
		if again, err := db.RotateBackups("", day.AddDate(0, 0, n)); err != nil || again != "" {
			t.Fatal("a second one on one day", err, again)
		}
	}
	got, err := Backups(BackupFolder(db.Path()))
	if err != nil {
		t.Fatal(err)
	}
	for i := range got {
		got[i] = filepath.Base(got[i])
	}
	// 2026-03-11 is a Wednesday: seven days, then the Sundays of the weeks before
	// (the week of the 4th has its newest other day on the 4th itself).
	want := []string{
		"relance-2026-03-11.db", "relance-2026-03-10.db", "relance-2026-03-09.db", "relance-2026-03-08.db",
		"relance-2026-03-07.db", "relance-2026-03-06.db", "relance-2026-03-05.db", "relance-2026-03-04.db",
		"relance-2026-03-01.db", "relance-2026-02-22.db", "relance-2026-02-15.db",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestCompact(t *testing.T) {
	db := openNew(t)
	commit(t, db, portfolio(3000))
	gone := portfolio(0)
	gone.Gone = []uint32{1}
	commit(t, db, gone)
	appendAll(t, db, note(db, 1, "a"))
	before, _ := db.Digest()
	big := sound(t, db)
	if err := db.Compact(); err != nil {
		t.Fatal(err)
	}
	small := sound(t, db)
	if small.Size > big.Size/2 {
		t.Errorf("%d bytes became %d", big.Size, small.Size)
	}
	if after, _ := db.Digest(); after != before {
		t.Error("another state")
	}
	appendAll(t, db, note(db, 2, "b"))
	_, err := Open(db.Path(), Options{})
	wantCode(t, err, InUse)
	if err := db.Backup(filepath.Join(t.TempDir(), "copie.db"), false); err != nil {
		t.Error(err)
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(db.Path()), ".*.tmp"))
	if err != nil || len(left) > 0 {
		t.Error("left behind:", left)
	}
}

func TestWriteFileAtomic(t *testing.T) {
	path := filepath.Join(t.TempDir(), "clients.csv")
	put := func(text string, force bool) error {
		return WriteFileAtomic(path, 0o600, force, func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		})
	}
	if err := put("un", false); err != nil {
		t.Fatal(err)
	}
	wantCode(t, put("deux", false), Exists)
	if err := put("trois", true); err != nil {
		t.Fatal(err)
	}
	failed := errors.New("failed")
	err := WriteFileAtomic(path, 0o600, true, func(w io.Writer) error {
		_, _ = io.WriteString(w, "quatre")
		return failed
	})
	if !errors.Is(err, failed) {
		t.Error(err)
	}
	if got, _ := os.ReadFile(path); string(got) != "trois" {
		t.Errorf("%q", got)
	}
	entries, _ := os.ReadDir(filepath.Dir(path))
	if len(entries) != 1 {
		t.Error("something was left behind:", entries)
	}
}

// killVariable tells the child process of TestKilledAfterAppend its database.
const killVariable = "RELANCE_STORE_TEST_KILL"

// A process killed right after Append returned has recorded the event.
func TestKilledAfterAppend(t *testing.T) {
	if path := os.Getenv(killVariable); path != "" {
		child(path)
	}
	exe, err := os.Executable()
	if err != nil {
		t.Skip("no test binary to run: ", err)
	}
	path := filepath.Join(t.TempDir(), "x.db")
	for n := range 3 {
		cmd := exec.Command(exe, "-test.run=^TestKilledAfterAppend$")
		cmd.Env = append(os.Environ(), killVariable+"="+path)
		var out bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &out
		if err := cmd.Run(); err == nil {
			t.Fatalf("the child was to be killed: %s", out.String())
		}
		if !strings.Contains(out.String(), "acknowledged") {
			t.Fatalf("the child did not get that far: %s", out.String())
		}
		db, err := Open(path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if l := load(t, db); len(l.Events) != n+1 {
			t.Errorf("%d events after %d kills", len(l.Events), n+1)
		}
		sound(t, db)
		_ = db.Close()
	}
}

func child(path string) {
	db, err := Open(path, Options{})
	if err != nil {
		_, _ = os.Stderr.WriteString(err.Error())
		os.Exit(3)
	}
	seq, err := db.LastSeq(db.Device())
	if err == nil {
		err = db.Append([]journal.Event{note(db, seq+1, "dernier mot")})
	}
	if err != nil {
		_, _ = os.Stderr.WriteString(err.Error())
		os.Exit(3)
	}
	_, _ = os.Stdout.WriteString("acknowledged\n")
	self, _ := os.FindProcess(os.Getpid())
	_ = self.Kill()
	time.Sleep(time.Minute)
}
