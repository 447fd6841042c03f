package store

import (
	"fmt"
	"os"
	"time"

	"go.etcd.io/bbolt"

	"relance/domain/ledger"
	"relance/store/wire"
)

// ProblemCode is a kind of damage.
type ProblemCode uint8

// Kinds of damage.
const (
	BadPage  ProblemCode = iota // the structure of the file
	BadKey                      // a key of no known form
	BadValue                    // checksum or form of a value
	BadChain                    // an event that its device's chain does not continue with
	BadHead                     // a head that disagrees with the chain
	BadText                     // a personal text altered, or missing without an erasure
	ProblemCodeCount
)

// Problem is one damage found: what, where (bucket and key, event, page), and
// details in English.
type Problem struct {
	Code   ProblemCode
	Where  string
	Detail string
}

// Report is what a check found and counted.
type Report struct {
	Path      string
	Copied    time.Time // when a copy was read because the database was in use
	Digest    Digest
	Size      int64 // bytes of the file
	FreePages int
	Creditors int
	Clients   int
	Values    int // item values: one per client and scope
	Items     int
	Devices   int
	Events    int
	Unknown   int // events of a newer version
	Texts     int
	Erased    int // texts erased on purpose
	Problems  []Problem
}

// Sound reports whether nothing was found.
func (r *Report) Sound() bool { return len(r.Problems) == 0 }

const maxProblems = 1000

func (r *Report) add(code ProblemCode, where, format string, args ...any) {
	if len(r.Problems) < maxProblems {
		r.Problems = append(r.Problems, Problem{code, where, fmt.Sprintf(format, args...)})
	}
}

// Check verifies every value's checksum and form, every device's chain of
// hashes, and every personal text against its digest. With deep it also walks
// every page of the file. It reads the file itself, so that no damage can bring
// the process down.
func (db *DB) Check(deep bool) (Report, error) {
	db.write.Lock() // pages stand still
	defer db.write.Unlock()
	r := Report{Path: db.path, Copied: db.copied}
	file := db.path
	if db.temp != "" {
		file = db.temp
	}
	if info, err := os.Stat(file); err == nil {
		r.Size = info.Size()
	}
	if deep {
		if err := r.pages(file); err != nil {
			return r, err
		}
		if !r.Sound() {
			return r, nil // the values cannot be reached safely
		}
	}
	err := db.view(func(tx *bbolt.Tx) error {
		r.ledger(tx)
		r.journal(tx)
		r.Digest = digest(tx)
		return nil
	})
	if code, _ := CodeOf(err); code == Damaged {
		r.add(BadPage, "", "%v", err)
		err = nil
	}
	return r, err
}

func (r *Report) pages(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return classify(path, err)
	}
	defer func() { _ = f.Close() }()
	m, err := examineFile(f)
	if err != nil {
		r.add(BadPage, "", "%v", err)
		return nil
	}
	found, free := checkPages(f, m)
	for _, what := range found {
		r.add(BadPage, "", "%s", what)
	}
	r.FreePages = free
	return nil
}

func (r *Report) ledger(tx *bbolt.Tx) {
	c := tx.Bucket(bucketCreditors).Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		r.Creditors++
		if _, err := wire.DecodeCreditor(string(k), v); err != nil {
			r.add(BadValue, fmt.Sprintf("creditors %q", k), "%v", err)
		}
	}
	var s wire.Strings
	c = tx.Bucket(bucketClients).Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		r.Clients++
		if _, _, ok := splitClientKey(k); !ok {
			r.add(BadKey, fmt.Sprintf("clients %q", k), "no account")
		}
		if _, err := s.DecodeClient(ledger.ClientKey{}, v); err != nil {
			r.add(BadValue, fmt.Sprintf("clients %q", k), "%v", err)
		}
	}
	r.items(tx.Bucket(bucketItems).Cursor())
}

func (r *Report) items(c *bbolt.Cursor) {
	var buffer []ledger.Item
	for k, v := c.First(); k != nil; k, v = c.Next() {
		r.Values++
		where := fmt.Sprintf("items %q", k)
		client, scope, ok := splitItemsKey(k)
		if _, _, two := splitClientKey(client); !ok || !two {
			r.add(BadKey, where, "no account or scope")
			continue
		}
		items, err := wire.DecodeItems(buffer[:0], v)
		if err != nil {
			r.add(BadValue, where, "%v", err)
			continue
		}
		for i := range items {
			if items[i].Scope != scope {
				r.add(BadValue, where, "item %d is of scope %d", i, items[i].Scope)
				break
			}
		}
		r.Items += len(items)
		buffer = items
	}
}
