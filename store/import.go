package store

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"go.etcd.io/bbolt"

	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/store/wire"
)

// CommitImport writes a change of the ledger and the events that record it in
// one transaction: all or nothing, durably. Values that stay as they are are
// left alone.
func (db *DB) CommitImport(change ledger.Change, events []journal.Event) error {
	puts, err := encodeChange(&change)
	if err != nil {
		return classify(db.path, err)
	}
	return db.update(func(tx *bbolt.Tx) error {
		if err := putCreditor(tx, &change.Creditor); err != nil {
			return err
		}
		if err := dropScopes(tx, change.Creditor.ID, change.Gone); err != nil {
			return err
		}
		if err := db.putAll(tx, puts); err != nil {
			return err
		}
		return appendEvents(tx, events)
	})
}

// put is one value to write; a nil value deletes the key.
type put struct {
	bucket     []byte
	key, value []byte
}

// encodeChange gives what to write, clients before items, each in the order of
// keys.
func encodeChange(change *ledger.Change) ([]put, error) {
	if bad := change.Creditor.ID; bad == "" || strings.Contains(bad, "\x00") {
		return nil, &Error{Code: Invalid, Detail: "creditor without a usable identifier"}
	}
	accounts := change.Accounts
	byKey := func(a, b ledger.AccountChange) int { return strings.Compare(a.Key.Account, b.Key.Account) }
	if !slices.IsSortedFunc(accounts, byKey) {
		accounts = slices.Clone(accounts)
		slices.SortStableFunc(accounts, byKey)
	}
	half := len(accounts) / 2
	var clients, items [2][]put
	var errs [2]error
	var wg sync.WaitGroup
	for i, part := range [2][]ledger.AccountChange{accounts[:half], accounts[half:]} {
		wg.Go(func() { clients[i], items[i], errs[i] = encodeAccounts(change.Creditor.ID, part) })
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return slices.Concat(clients[0], clients[1], items[0], items[1]), nil
}

func encodeAccounts(creditor string, accounts []ledger.AccountChange) (clients, items []put, err error) {
	items = make([]put, 0, len(accounts))
	for i := range accounts {
		a := &accounts[i]
		if a.Key.Creditor != creditor || strings.Contains(a.Key.Account, "\x00") {
			return nil, nil, &Error{Code: Invalid, Detail: "account of another creditor, or with a zero byte"}
		}
		if a.Client != nil {
			v, err := wire.EncodeClient(a.Client)
			if err != nil {
				return nil, nil, err
			}
			clients = append(clients, put{bucketClients, clientKey(a.Key), v})
		}
		for _, s := range sortedScopes(a.Scopes) {
			p := put{bucket: bucketItems, key: itemsKey(a.Key, s.Scope)}
			if len(s.Items) > 0 {
				if p.value, err = encodeScope(s); err != nil {
					return nil, nil, err
				}
			}
			items = append(items, p)
		}
	}
	return clients, items, nil
}

func sortedScopes(scopes []ledger.ScopeItems) []ledger.ScopeItems {
	byScope := func(a, b ledger.ScopeItems) int { return int(int64(a.Scope) - int64(b.Scope)) }
	if slices.IsSortedFunc(scopes, byScope) {
		return scopes
	}
	scopes = slices.Clone(scopes)
	slices.SortStableFunc(scopes, byScope)
	return scopes
}

// encodeScope encodes items in the store's order.
func encodeScope(s ledger.ScopeItems) ([]byte, error) {
	sorted := true
	for i := range s.Items {
		it := &s.Items[i]
		if it.Scope != s.Scope || it.Kind >= ledger.KindCount {
			return nil, &Error{Code: Invalid, Detail: "item of another scope or of no kind"}
		}
		sorted = sorted && (i == 0 || !before(it, &s.Items[i-1]))
	}
	items := s.Items
	if !sorted {
		items = slices.Clone(items)
		ledger.SortItems(items)
	}
	return wire.EncodeItems(items), nil
}

// before is the order of ledger.SortItems within one scope.
func before(a, b *ledger.Item) bool {
	switch {
	case a.Matching != b.Matching:
		return a.Matching < b.Matching
	case a.Booked != b.Booked:
		return a.Booked < b.Booked
	}
	return a.Line < b.Line
}

func putCreditor(tx *bbolt.Tx, c *ledger.Creditor) error {
	v, err := wire.EncodeCreditor(c)
	if err != nil {
		return err
	}
	return putValue(tx.Bucket(bucketCreditors), []byte(c.ID), v)
}

// putValue leaves a value alone that is there already, so that its page is not
// written again.
func putValue(b *bbolt.Bucket, key, value []byte) error {
	old := b.Get(key)
	switch {
	case value == nil && old == nil, old != nil && bytes.Equal(old, value):
		return nil
	case value == nil:
		return b.Delete(key)
	}
	return b.Put(key, value)
}

const progressEvery = 256

func (db *DB) putAll(tx *bbolt.Tx, puts []put) error {
	for i, p := range puts {
		b := tx.Bucket(p.bucket)
		b.FillPercent = fillPercent
		if err := putValue(b, p.key, p.value); err != nil {
			return err
		}
		if db.opts.Progress != nil && (i%progressEvery == 0 || i == len(puts)-1) {
			db.opts.Progress(i+1, len(puts))
		}
	}
	return nil
}

// dropScopes deletes every value of the creditor's scopes that disappear.
func dropScopes(tx *bbolt.Tx, creditor string, gone []uint32) error {
	if len(gone) == 0 {
		return nil
	}
	b := tx.Bucket(bucketItems)
	prefix := append([]byte(creditor), 0)
	var keys [][]byte
	c := b.Cursor()
	for k, _ := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, _ = c.Next() {
		if _, scope, ok := splitItemsKey(k); ok && slices.Contains(gone, scope) {
			keys = append(keys, bytes.Clone(k))
		}
	}
	for _, k := range keys {
		if err := b.Delete(k); err != nil {
			return err
		}
	}
	return nil
}
