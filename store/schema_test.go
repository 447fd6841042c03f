package store

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.etcd.io/bbolt"

	"relance/domain/journal"
)

// The schema in the package comment is the one that a database has.
func TestSchemaComment(t *testing.T) {
	source, err := os.ReadFile("schema.go")
	if err != nil {
		t.Fatal(err)
	}
	comment, _, _ := strings.Cut(string(source), "\npackage store")
	drawn := map[string][]string{}
	bucket := ""
	for line := range strings.Lines(comment) {
		line = strings.TrimSpace(strings.TrimPrefix(line, "//"))
		name, entry := strings.CutPrefix(line, "├── ")
		if !entry {
			name, entry = strings.CutPrefix(line, "└── ")
		}
		switch {
		case entry:
			drawn[bucket] = append(drawn[bucket], strings.TrimSpace(strings.Split(name, "  ")[0]))
		case line != "" && !strings.ContainsAny(line, " ."):
			bucket = line
			drawn[bucket] = nil
		}
	}

	db := openNew(t)
	commit(t, db, portfolio(3), note(db, 1, "x"))
	appendAll(t, db, event(db, 2, journal.NoteErased{Note: journal.ID{Device: db.Device(), Seq: 1}}))
	if err := db.SetSetting("lang", "fr"); err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	err = db.view(func(tx *bbolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bbolt.Bucket) error {
			found[string(name)] = nil
			return b.ForEach(func(k, v []byte) error {
				if v == nil {
					t.Errorf("a bucket inside %s", name)
				}
				form := keyForm(string(name), k)
				if !slices.Contains(found[string(name)], form) {
					found[string(name)] = append(found[string(name)], form)
				}
				return nil
			})
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range []map[string][]string{drawn, found} {
		for name := range m {
			slices.Sort(m[name])
		}
	}
	if d := cmp.Diff(drawn, found); d != "" {
		t.Errorf("drawn and found differ:\n%s", d)
	}
}

// keyForm gives the form of a key as the package comment draws it.
func keyForm(bucket string, k []byte) string {
	zeros := strings.Count(string(k[:max(0, len(k)-4)]), "\x00")
	switch {
	case bucket == "meta":
		return string(k)
	case bucket == "creditors" && zeros == 0:
		return "<creditor>"
	case bucket == "clients" && zeros == 1:
		return "<creditor> 00 <account>"
	case bucket == "items" && zeros == 2:
		return "<creditor> 00 <account> 00 <scope: 4 bytes>"
	case bucket == "events" && len(k) == 16:
		return "<device: 8> <seq: 8>"
	case bucket == "events" && len(k) == 17:
		return "<device: 8> <seq: 8> <n>"
	case bucket == "heads" && len(k) == 8:
		return "<device: 8>"
	case bucket == "settings":
		return "<key>"
	}
	return fmt.Sprintf("? %x", k)
}
