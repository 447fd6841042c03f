package ledger

import "relance/domain/calendar"

// CompareOptions are what Compare needs beyond the file.
type CompareOptions struct {
	ListDate calendar.Date // of an open-item list that does not bear its own; zero = Batch.To
}

// Compare computes what an import writes, and the difference to show first. It
// changes neither book nor batch.
func Compare(book *Book, creditor Creditor, batch *Batch, opt CompareOptions) (Change, error) {
	return Change{Creditor: creditor}, nil
}

// Apply gives the book as it stands after the change. Accounts that do not
// change are shared with b, which is left as it was.
func (c *Change) Apply(b *Book) *Book { return b }
