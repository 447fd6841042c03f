package ledger

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"relance/domain/calendar"
)

// CompareOptions are what Compare needs beyond the file.
type CompareOptions struct {
	ListDate calendar.Date // of an open-item list; zero = Batch.To

	// History says that nothing was known of the creditor before this import, of
	// which other files were compared before this one: what was settled within
	// them did not come in now.
	History bool
}

// CompareCode says why a file cannot be compared with the ledger.
type CompareCode uint8

// Reasons.
const (
	CompareNoDate  CompareCode = iota // no entry, or a list without a date
	CompareValue                      // Value cannot be Field of a client, line Line
	CompareKind                       // a batch of no known kind
	CompareNumbers                    // more than 65 536 lines of one number and date on an account
	CompareCodeCount
)

// CompareError is a file that cannot be compared. The words stand in the
// catalogue.
type CompareError struct {
	Code    CompareCode
	Line    int
	Field   Field
	Account string
	Value   string
}

// Error implements error.
func (e *CompareError) Error() string {
	return fmt.Sprintf("ledger: import refused: code %d, line %d, account %q, %s %q", e.Code, e.Line, e.Account, e.Field.Key(), e.Value)
}

// Compare computes what an import writes, and the difference to show first. The
// book is left as it was; the batch is taken over: its items get their scope and
// may become part of the change. The creditor is the one that the file belongs
// to, as the book has it or new.
//
// Ledger entries replace every stored line booked in their period, from the
// first day of the month of the first entry to the last entry; opening lines
// give way to the items they stand for where the year before is known (see
// opening.go). An open-item list settles on its date what it no longer names
// (see list.go). Clients' particulars change no item.
//
// The difference counts open items, debits and credits, at their items' currency;
// amounts are those in the creditor's. A file that changes nothing gives a
// change without accounts. Of the batch's findings, those about matching groups
// that do not balance are judged again with all that is known then. Errors are
// *CompareError.
func Compare(book *Book, creditor Creditor, batch *Batch, opt CompareOptions) (Change, error) {
	c := &comparison{creditor: creditor, batch: batch, before: creditor.Cutoff, known: book.of(creditor.ID), history: opt.History}
	c.change.Creditor = creditor
	c.change.Creditor.Scopes = slices.Clone(creditor.Scopes)
	var err error
	switch batch.Kind {
	case BatchEntries:
		err = c.entries()
	case BatchOpenList:
		err = c.list(opt)
	case BatchParticulars:
		err = c.particulars()
	default:
		err = &CompareError{Code: CompareKind}
	}
	if err != nil {
		return Change{}, err
	}
	if batch.Kind != BatchParticulars && batch.Identifier != "" && creditor.Identifier != "" && batch.Identifier != creditor.Identifier {
		c.doubt(Doubt{Code: DoubtCreditor, Details: batch.Identifier})
	}
	c.change.Doubts = append(c.change.Doubts, batch.Doubts...)
	if c.groupsOf != nil {
		batch.regrouped(creditor.Currency)
	}
	return c.change, nil
}

// comparison is one call of Compare.
type comparison struct {
	creditor Creditor
	batch    *Batch
	known    []*Account    // the creditor's, by account
	before   calendar.Date // cutoff before the import
	change   Change
	standing [2][]Standing // reused: before and after
	history  bool          // see CompareOptions

	groupsOf map[string][]int // by account: indices of batch.Groups
}

// of gives the accounts of a creditor, none of them packed.
func (b *Book) of(creditor string) []*Account {
	from := sort.Search(len(b.Accounts), func(i int) bool { return b.Accounts[i].Client.Key.Creditor >= creditor })
	end := from
	for end < len(b.Accounts) && b.Accounts[end].Client.Key.Creditor == creditor {
		end++
	}
	known := slices.Clone(b.Accounts[from:end])
	for i, a := range known {
		known[i] = a.unpacked()
	}
	return known
}

func (c *comparison) doubt(d Doubt) { c.change.Doubts = append(c.change.Doubts, d) }

// walk goes through the accounts known and read, in their order; either may be
// missing, not both.
func (c *comparison) walk(visit func(key ClientKey, old, in *Account) error) error {
	slices.SortStableFunc(c.batch.Accounts, func(a, b *Account) int {
		return strings.Compare(a.Client.Key.Account, b.Client.Key.Account)
	})
	known, read := c.known, c.batch.Accounts
	for len(known) > 0 || len(read) > 0 {
		var old, in *Account
		switch {
		case len(read) == 0 || len(known) > 0 && known[0].Client.Key.Account < read[0].Client.Key.Account:
			old, known = known[0], known[1:]
		case len(known) == 0 || known[0].Client.Key.Account > read[0].Client.Key.Account:
			in, read = read[0], read[1:]
		default:
			old, in, known, read = known[0], read[0], known[1:], read[1:]
		}
		key := ClientKey{Creditor: c.creditor.ID}
		if old != nil {
			key.Account = old.Client.Key.Account
		} else {
			key.Account = in.Client.Key.Account
		}
		if err := visit(key, old, in); err != nil {
			return err
		}
	}
	return nil
}

// accountOf writes what changes of one account: its client, and the scopes
// whose items are not as they were. Items are sorted.
func (c *comparison) accountOf(key ClientKey, old, in *Account, items []Item) {
	a := AccountChange{Key: key, New: old == nil}
	var was []Item
	if old != nil {
		was = old.Items
	}
	a.Scopes = changedScopes(was, items)
	switch {
	case old == nil:
		client := in.Client
		client.Key = key
		a.Client = &client
		c.change.Diff.ClientsNew++
	case in != nil:
		if client, changed := mergeClient(old.Client, in.Client); changed {
			a.Client = &client
		}
	}
	if a.Client != nil || len(a.Scopes) > 0 {
		c.change.Accounts = append(c.change.Accounts, a)
	}
}

// changedScopes compares two sorted lists scope by scope.
func changedScopes(was, is []Item) []ScopeItems {
	var out []ScopeItems
	for len(was) > 0 || len(is) > 0 {
		var scope uint32
		switch {
		case len(was) == 0:
			scope = is[0].Scope
		case len(is) == 0:
			scope = was[0].Scope
		default:
			scope = min(was[0].Scope, is[0].Scope)
		}
		a, b := cutScope(&was, scope), cutScope(&is, scope)
		if !slices.Equal(a, b) {
			out = append(out, ScopeItems{Scope: scope, Items: b})
		}
	}
	return out
}

// cutScope takes the items of a scope off the front of a sorted list.
func cutScope(items *[]Item, scope uint32) []Item {
	n := 0
	for n < len(*items) && (*items)[n].Scope == scope {
		n++
	}
	out := (*items)[:n:n]
	*items = (*items)[n:]
	return out
}

// nextScope is a number that no scope of the creditor bears.
func (c *comparison) nextScope() uint32 {
	var n uint32
	for _, s := range c.creditor.Scopes {
		n = max(n, s.ID)
	}
	return n + 1
}
