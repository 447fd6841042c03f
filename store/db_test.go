package store

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.etcd.io/bbolt"
	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
)

func TestNewDatabase(t *testing.T) {
	db := openNew(t)
	l := load(t, db)
	if l.Device == 0 || l.ID == [16]byte{} || l.Created.IsZero() {
		t.Errorf("identity %v %x %v", l.Device, l.ID, l.Created)
	}
	if len(l.Events) != 0 || len(l.Book.Accounts) != 0 || l.LastSeq != 0 {
		t.Error("not empty")
	}
	sound(t, db)
	if runtime.GOOS == "windows" {
		return
	}
	for path, want := range map[string]os.FileMode{
		db.Path(): 0o600, db.Path() + ".owner": 0o600, filepath.Dir(db.Path()): 0o700,
	} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, want %v", path, info.Mode().Perm(), want)
		}
	}
}

func TestReloadGivesWhatWasWritten(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		path := filepath.Join(dir, fmt.Sprint(n))
		db, err := Open(path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = db.Close() }()
		ch := portfolio(rapid.IntRange(0, 150).Draw(t, "clients"))
		for i := range ch.Accounts {
			if rapid.IntRange(0, 9).Draw(t, "shape") == 0 {
				ch.Accounts[i].Client = nil // items alone
			}
		}
		events := []journal.Event{event(db, 1, journal.LedgerImported{Name: "x.txt"})}
		if err := db.CommitImport(ch, events); err != nil {
			t.Fatal(err)
		}
		seq := uint64(1)
		for range rapid.IntRange(0, 10).Draw(t, "acts") {
			var act []journal.Event
			for range rapid.IntRange(1, 3).Draw(t, "events") {
				seq++
				e := note(db, seq, rapid.String().Draw(t, "note"))
				e.Stamp.Millis = rapid.Int64Range(0, 1<<41).Draw(t, "stamp")
				act = append(act, e)
			}
			if err := db.Append(act); err != nil {
				t.Fatal(err)
			}
			events = append(events, act...)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		if db, err = Open(path, Options{}); err != nil {
			t.Fatal(err)
		}
		l, err := db.LoadItems()
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(events, func(a, b journal.Event) int {
			if a.Before(&b) {
				return -1
			}
			return 1
		})
		if d := cmp.Diff(events, l.Events); d != "" {
			t.Fatal(d)
		}
		if d := cmp.Diff(book(ch).Creditors, l.Book.Creditors); d != "" {
			t.Fatal(d)
		}
		if want := book(ch).Accounts; len(want) > 0 && !cmp.Equal(want, l.Book.Accounts) {
			t.Fatal(cmp.Diff(want, l.Book.Accounts))
		}
		if l.LastSeq != seq || l.LastStamp != events[len(events)-1].Stamp {
			t.Fatalf("last number %d, stamp %v", l.LastSeq, l.LastStamp)
		}
		if r, err := db.Check(true); err != nil || !r.Sound() || r.Events != len(events) || r.Items != 10*len(ch.Accounts) {
			t.Fatalf("%v %+v", err, r)
		}
	})
}

func TestLoadKinds(t *testing.T) {
	db := openNew(t)
	commit(t, db, portfolio(3))
	appendAll(t, db, note(db, 1, "a"), event(db, 2, journal.ActUndone{}), note(db, 3, "b"))
	l, err := db.LoadKinds(journal.KindActUndone)
	if err != nil || len(l.Events) != 1 || l.Events[0].ID.Seq != 2 || len(l.Book.Accounts) != 3 {
		t.Fatalf("%v %+v", err, l)
	}
	if l, err = db.LoadBook(); err != nil || len(l.Events) != 0 || len(l.Book.Accounts) != 3 {
		t.Fatalf("%v %+v", err, l)
	}
	if l, err = db.LoadKinds(journal.KindNoteWritten); err != nil || len(l.Events) != 2 ||
		l.Events[1].Content.(journal.NoteWritten).Text.Body != "b" {
		t.Fatalf("%v %+v", err, l)
	}
}

func TestAppendWantsTheNextNumber(t *testing.T) {
	db := openNew(t)
	appendAll(t, db, note(db, 1, "a"))
	before, _ := db.Digest()
	for _, seq := range []uint64{0, 1, 3} {
		wantCode(t, db.Append([]journal.Event{note(db, seq, "b")}), Sequence)
	}
	wantCode(t, db.Append([]journal.Event{note(db, 2, "b"), note(db, 4, "c")}), Sequence)
	wantCode(t, db.Append([]journal.Event{event(db, 2, nil)}), Invalid)
	if after, _ := db.Digest(); after != before {
		t.Error("a refused act left something behind")
	}
	appendAll(t, db, note(db, 2, "b"))
}

func TestImportReplacesAndDrops(t *testing.T) {
	db := openNew(t)
	ch := portfolio(5)
	commit(t, db, ch)
	next := ledger.Change{Creditor: ch.Creditor, Gone: []uint32{1}}
	second := itemsOf(2, 3)
	for i := range second {
		second[i].Scope = 2
	}
	next.Accounts = []ledger.AccountChange{{Key: ch.Accounts[2].Key, Scopes: []ledger.ScopeItems{{Scope: 2, Items: second}}}}
	commit(t, db, next)
	l := load(t, db)
	if len(l.Book.Accounts) != 5 || len(l.Book.Accounts[1].Items) != 0 {
		t.Fatal("particulars stay, items of the dropped scope go")
	}
	if d := cmp.Diff(second, l.Book.Accounts[2].Items); d != "" {
		t.Error(d)
	}
	next = ledger.Change{Creditor: ch.Creditor, Accounts: []ledger.AccountChange{
		{Key: ch.Accounts[2].Key, Scopes: []ledger.ScopeItems{{Scope: 2}}},
	}}
	commit(t, db, next)
	if l = load(t, db); len(l.Book.Accounts[2].Items) != 0 {
		t.Error("an empty scope deletes its value")
	}
	sound(t, db)
}

func TestImportRefusesWhatCannotBeStored(t *testing.T) {
	db := openNew(t)
	good := portfolio(1)
	for name, spoil := range map[string]func(*ledger.Change){
		"no creditor":       func(c *ledger.Change) { c.Creditor.ID = "" },
		"another creditor":  func(c *ledger.Change) { c.Accounts[0].Key.Creditor = "x" },
		"zero byte":         func(c *ledger.Change) { c.Accounts[0].Key.Account = "a\x00b" },
		"another scope":     func(c *ledger.Change) { c.Accounts[0].Scopes[0].Scope = 7 },
		"no kind of item":   func(c *ledger.Change) { c.Accounts[0].Scopes[0].Items[0].Kind = ledger.KindCount },
		"no kind of nature": func(c *ledger.Change) { c.Accounts[0].Client.Nature = ledger.NatureCount },
	} {
		ch := portfolio(1)
		spoil(&ch)
		if code, _ := CodeOf(db.CommitImport(ch, nil)); code != Invalid {
			t.Errorf("%s: code %v", name, code)
		}
	}
	if err := db.CommitImport(good, []journal.Event{note(db, 9, "x")}); err == nil || len(load(t, db).Book.Accounts) != 0 {
		t.Error("an import whose event is refused must leave nothing")
	}
}

// Importing the same again leaves every value's page where it was.
func TestSameImportWritesNoValue(t *testing.T) {
	db := openNew(t)
	commit(t, db, portfolio(500))
	before := rootsOf(t, db)
	free := func() int { return sound(t, db).FreePages }
	commit(t, db, portfolio(500))
	f := free()
	for range 20 {
		commit(t, db, portfolio(500))
	}
	if d := cmp.Diff(before, rootsOf(t, db)); d != "" {
		t.Error("pages moved:", d)
	}
	if got := free(); got != f {
		t.Errorf("free pages went from %d to %d", f, got)
	}
}

func rootsOf(t *testing.T, db *DB) map[string]uint64 {
	t.Helper()
	roots := map[string]uint64{}
	err := db.view(func(tx *bbolt.Tx) error {
		for _, name := range [][]byte{bucketClients, bucketItems} {
			roots[string(name)] = uint64(tx.Bucket(name).Root())
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return roots
}

func TestProgress(t *testing.T) {
	var last, total int
	db, err := Open(filepath.Join(t.TempDir(), "x.db"), Options{Progress: func(d, n int) { last, total = d, n }})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	commit(t, db, portfolio(300))
	if last != 600 || total != 600 {
		t.Errorf("progress ended at %d of %d", last, total)
	}
}

func TestSettings(t *testing.T) {
	db := openNew(t)
	if _, ok, err := db.Setting("lang"); ok || err != nil {
		t.Fatal(ok, err)
	}
	if err := db.SetSetting("lang", "fr"); err != nil {
		t.Fatal(err)
	}
	if v, ok, err := db.Setting("lang"); v != "fr" || !ok || err != nil {
		t.Fatal(v, ok, err)
	}
	if load(t, db).Settings["lang"] != "fr" {
		t.Error("settings are part of what is loaded")
	}
	if err := db.DeleteSetting("lang"); err != nil {
		t.Fatal(err)
	}
	if _, ok, _ := db.Setting("lang"); ok {
		t.Error("still there")
	}
}

func TestEventsOfOtherDevices(t *testing.T) {
	db := openNew(t)
	theirs := note(db, 1, "d'un collègue")
	theirs.ID.Device, theirs.Act.Device = 7, 7
	theirs.Stamp.Millis++
	mine := note(db, 1, "x")
	appendAll(t, db, mine, theirs)
	l := load(t, db)
	if len(l.Heads) != 2 || l.LastSeq != 1 || l.Events[1].ID.Device != 7 || l.LastStamp != theirs.Stamp {
		t.Errorf("%+v", l)
	}
	if r := sound(t, db); r.Devices != 2 {
		t.Errorf("%d devices", r.Devices)
	}
}

func TestLedgerDatesAreKept(t *testing.T) {
	db := openNew(t)
	ch := portfolio(0)
	ch.Creditor.Cutoff = calendar.MaxDate
	commit(t, db, ch)
	if got := load(t, db).Book.Creditors[0].Cutoff; got != calendar.MaxDate {
		t.Error(got)
	}
}

// Packed or not, an account has the same items.
func TestPackedItemsAreTheItems(t *testing.T) {
	db := openNew(t)
	ch := portfolio(333)
	ch.Accounts[7].Client, ch.Accounts[9].Scopes = nil, nil
	commit(t, db, ch)
	l, err := db.Load()
	if err != nil {
		t.Fatal(err)
	}
	want := load(t, db).Book.Accounts
	if len(l.Book.Accounts) != 333 || len(want) != 333 {
		t.Fatalf("%d and %d accounts", len(l.Book.Accounts), len(want))
	}
	for i, a := range l.Book.Accounts {
		got, err := a.Unpacked()
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Items) != 0 || len(want[i].Items) == 0 != (i == 9) {
			t.Fatalf("%s: %d items beside the packed ones, want %d", a.Client.Key.Account, len(a.Items), len(want[i].Items))
		}
		if d := cmp.Diff(want[i], got); d != "" {
			t.Fatal(d)
		}
		bare, _ := a.Lines(nil, false)
		for k, it := range bare {
			w := want[i].Items[k]
			w.Account, w.Label, w.Order = "", "", ""
			if it != w {
				t.Fatalf("%+v, want %+v", it, w)
			}
		}
	}
}

// A journal with a hole still opens: what is there is read.
func TestLoadWithoutAnEvent(t *testing.T) {
	db := openNew(t)
	appendAll(t, db, note(db, 1, "a"), note(db, 2, "b"), note(db, 3, "c"))
	err := db.update(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketEvents).Delete(eventKey(journal.ID{Device: db.Device(), Seq: 2}))
	})
	if err != nil {
		t.Fatal(err)
	}
	if l := load(t, db); len(l.Events) != 2 || l.Events[1].ID.Seq != 3 {
		t.Errorf("%+v", l.Events)
	}
}
