package ledger

// Packed is a client's items in the form in which the store keeps them. It
// takes a fraction of the memory of the items and is opened each time they are
// looked at. It never changes.
type Packed interface {
	// Append adds the items to dst in the order of SortItems, and gives as many
	// as it can read. Without texts, Account, Label and Order are left empty,
	// which is much faster. Strings of the items may be kept.
	Append(dst []Item, texts bool) ([]Item, error)
}

// Lines gives the items of an account, packed or not, over buffer or as they
// are: they are lent and not to be changed. Without texts, Account, Label and
// Order may be empty. An error means that the store gave what it cannot read
// itself.
func (a *Account) Lines(buffer []Item, texts bool) ([]Item, error) {
	if a.Packed == nil {
		return a.Items, nil
	}
	return a.Packed.Append(buffer[:0], texts)
}

// Unpacked gives the account with its items in Items; one without packed items
// is given back as it is.
func (a *Account) Unpacked() (*Account, error) {
	if a.Packed == nil {
		return a, nil
	}
	items, err := a.Packed.Append(nil, true)
	return &Account{Client: a.Client, Items: items}, err
}

// unpacked is Unpacked where the items were read before: opening a book folds
// every account once, which says what is damaged.
func (a *Account) unpacked() *Account {
	u, _ := a.Unpacked()
	return u
}
