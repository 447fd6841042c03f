package ledger

import (
	"slices"

	"relance/domain/money"
)

// MatchGroup is a matching group that does not sum to zero.
type MatchGroup struct {
	Account string
	Code    string
	Rest    int64  // minor units of the ledger's currency
	Line    int    // the first of its lines in the file
	Scope   uint32 // that the file's items bear; zero before Compare
}

// groupsOwn is how many open groups are named one by one; more are counted.
const groupsOwn = 10

// GroupFindings words groups that do not balance: each by itself while they are
// few, else all of them as one finding.
func GroupFindings(groups []MatchGroup, currency money.Currency) []Finding {
	if len(groups) > groupsOwn {
		all := Finding{Code: FindingGroupOpen, Line: groups[0].Line, Count: len(groups)}
		for _, g := range groups {
			all.Line = min(all.Line, g.Line)
		}
		return []Finding{all}
	}
	out := make([]Finding, 0, len(groups))
	for _, g := range groups {
		out = append(out, Finding{
			Code: FindingGroupOpen, Line: g.Line, Count: 1,
			Detail: g.Account + " " + g.Code + " " + money.FormatPlain(money.Of(g.Rest, currency)),
		})
	}
	slices.SortStableFunc(out, func(a, b Finding) int { return a.Line - b.Line })
	return out
}

// Regroup judges the open groups of a file that was compared again, by a book
// that other files of the same import have come into since.
func Regroup(book *Book, creditor Creditor, b *Batch) {
	if len(b.Groups) == 0 {
		return
	}
	known := map[string]*Account{}
	for _, a := range book.of(creditor.ID) {
		known[a.Client.Key.Account] = a
	}
	for i := range b.Groups {
		g := &b.Groups[i]
		if a := known[g.Account]; a != nil {
			g.weigh(a.Items)
		}
	}
	b.regrouped(creditor.Currency)
}

// weigh sums the group over all items of its account, where any is of it.
func (g *MatchGroup) weigh(items []Item) {
	var rest int64
	found := false
	for i := range items {
		if it := &items[i]; it.Scope == g.Scope && it.Code() == g.Code {
			rest += it.Amount
			found = true
		}
	}
	if found {
		g.Rest = rest
	}
}

// regrouped drops the groups that balance after all, and their findings.
func (b *Batch) regrouped(currency money.Currency) {
	left := slices.DeleteFunc(b.Groups, func(g MatchGroup) bool { return g.Rest == 0 })
	b.Groups = left
	b.Findings = slices.DeleteFunc(b.Findings, func(f Finding) bool { return f.Code == FindingGroupOpen })
	b.Findings = append(b.Findings, GroupFindings(left, currency)...)
	slices.SortStableFunc(b.Findings, func(x, y Finding) int {
		if x.Code != y.Code {
			return int(x.Code) - int(y.Code)
		}
		return x.Line - y.Line
	})
}

// regroup weighs the open groups of one account over all its items as they will
// stand, of which those of the file bear the scope.
func (c *comparison) regroup(account string, items []Item, scope uint32) {
	if c.groupsOf == nil {
		c.groupsOf = map[string][]int{}
		for i := range c.batch.Groups {
			g := &c.batch.Groups[i]
			g.Scope = scope
			c.groupsOf[g.Account] = append(c.groupsOf[g.Account], i)
		}
	}
	for _, i := range c.groupsOf[account] {
		c.batch.Groups[i].weigh(items)
	}
}
