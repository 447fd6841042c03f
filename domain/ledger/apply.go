package ledger

import (
	"slices"
	"strings"
)

// Apply gives the book as it stands after the change. Accounts that do not
// change are shared with b, which is left as it was.
func (c *Change) Apply(b *Book) *Book {
	out := &Book{Creditors: slices.Clone(b.Creditors)}
	at, found := slices.BinarySearchFunc(out.Creditors, c.Creditor.ID, func(k Creditor, id string) int { return strings.Compare(k.ID, id) })
	if found {
		out.Creditors[at] = c.Creditor
	} else {
		out.Creditors = slices.Insert(out.Creditors, at, c.Creditor)
	}
	out.Accounts = make([]*Account, 0, len(b.Accounts)+len(c.Accounts))
	old, changes := b.Accounts, c.Accounts
	for len(old) > 0 || len(changes) > 0 {
		switch {
		case len(changes) == 0 || len(old) > 0 && old[0].Client.Key.Less(changes[0].Key):
			out.Accounts = append(out.Accounts, old[0])
			old = old[1:]
		case len(old) == 0 || changes[0].Key.Less(old[0].Client.Key):
			out.Accounts = append(out.Accounts, changes[0].apply(&Account{Client: Client{Key: changes[0].Key}}))
			changes = changes[1:]
		default:
			out.Accounts = append(out.Accounts, changes[0].apply(old[0]))
			old, changes = old[1:], changes[1:]
		}
	}
	return out
}

func (a *AccountChange) apply(old *Account) *Account {
	out := &Account{Client: old.Client, Items: old.Items, Packed: old.Packed}
	if a.Client != nil {
		out.Client = *a.Client
	}
	if len(a.Scopes) > 0 {
		old = old.unpacked()
		out.Items, out.Packed = old.Items, nil
	}
	switch {
	case len(a.Scopes) == 0:
	case len(old.Items) == 0 && len(a.Scopes) == 1:
		out.Items = a.Scopes[0].Items
	default:
		changed := func(scope uint32) bool {
			return slices.ContainsFunc(a.Scopes, func(s ScopeItems) bool { return s.Scope == scope })
		}
		out.Items = make([]Item, 0, len(old.Items))
		for _, it := range old.Items {
			if !changed(it.Scope) {
				out.Items = append(out.Items, it)
			}
		}
		for _, s := range a.Scopes {
			out.Items = append(out.Items, s.Items...)
		}
		SortItems(out.Items)
	}
	return out
}
