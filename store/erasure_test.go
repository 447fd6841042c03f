package store

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"relance/domain/journal"
)

func TestErasure(t *testing.T) {
	const secret = "lumbago du gérant"
	db := openNew(t)
	id := func(n uint64) journal.ID { return journal.ID{Device: db.Device(), Seq: n} }
	text := func(s string) journal.Text { return journal.Text{Body: s, Salt: [16]byte{5}} }
	appendAll(t, db,
		note(db, 1, secret),
		event(db, 2, journal.NoteAmended{Note: id(1), Text: text(secret + " encore")}),
		note(db, 3, "reste"))
	before := load(t, db)
	appendAll(t, db, event(db, 4, journal.NoteErased{Note: id(1)}, id(1)))
	check := func() {
		t.Helper()
		l := load(t, db)
		gone := journal.Text{Erased: true}
		if l.Events[0].Content != (journal.NoteWritten{Text: gone}) ||
			l.Events[1].Content != (journal.NoteAmended{Note: id(1), Text: gone}) {
			t.Errorf("words remain: %+v %+v", l.Events[0].Content, l.Events[1].Content)
		}
		if d := cmp.Diff(before.Events[2], l.Events[2]); d != "" {
			t.Error("another note suffered", d)
		}
		if r := sound(t, db); r.Erased != 2 || r.Texts != 3 {
			t.Errorf("%d of %d erased", r.Erased, r.Texts)
		}
	}
	check()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	bytes, err := os.ReadFile(db.Path())
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(bytes), secret) {
		t.Error("the words are still in the file")
	}
	db = openAt(t, db.Path())
	check()
}
