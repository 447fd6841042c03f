package ledger

import (
	"slices"
	"strings"

	"relance/domain/money"
)

// Bounds beyond which a new account may be no client but a till: by its name
// and a twentieth of all debits, or by a fifth of them in very many lines.
const (
	tillLines, tillShare   = 30, 20
	largeLines, largeShare = 500, 5
)

// large looks for accounts that collect cash sales or card receipts instead of
// one client's debts. Only accounts that are new are looked at: who was asked
// once is not asked again.
type large struct {
	total int64 // all debits of the file
	found []Doubt
}

func newLarge(b *Batch) *large {
	l := &large{}
	for _, a := range b.Accounts {
		l.total += debits(a.Items)
	}
	return l
}

func debits(items []Item) int64 {
	var sum int64
	for i := range items {
		sum += max(items[i].Amount, 0)
	}
	return sum
}

func (l *large) look(key ClientKey, a *Account) {
	n := len(a.Items)
	if n < tillLines {
		return
	}
	sum := debits(a.Items)
	till := soundsLikeTill(a.Client.Name) && sum > l.total/tillShare
	if till || n >= largeLines && sum > l.total/largeShare {
		l.found = append(l.found, Doubt{Code: DoubtLarge, Client: key, Name: a.Client.Name, Count: n, Amount: money.Of(sum, a.Items[0].Currency)})
	}
}

func (l *large) doubts(c *comparison) { c.change.Doubts = append(c.change.Doubts, l.found...) }

var tillWords = []string{
	"comptoir", "caisse", "divers", "carte", "cartes", "cb", "tpe", "especes", "espèces", "comptant",
	"web", "internet", "site", "boutique", "magasin", "passage", "cash", "counter", "kas", "bancontact",
}

// soundsLikeTill reports whether a word of the name is one of a till.
func soundsLikeTill(name string) bool {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return r == ' ' || r == '-' || r == '/' || r == '.' || r == ',' || r == '_' || r == '\'' || r == '’' || r == '(' || r == ')'
	})
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(tillWords, w) })
}
