package desk

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"relance/domain/money"
)

// plain gives a text without accents, case and spaces at its ends, as people
// type when they search.
func plain(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if isASCII(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
	return strings.ReplaceAll(s, "œ", "oe")
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// digits keeps the digits of a text.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// Search finds clients by name, account, invoice number, open amount, contact
// or telephone, or by their total overdue, open or collectible, best first, one
// hit a client. A number without decimals also finds the amounts that are shown
// as that number.
func (v *View) Search(query string, limit int) []Hit {
	q := plain(query)
	if q == "" || limit <= 0 {
		return nil
	}
	var first, rest []Hit
	for _, a := range v.accounts.all() {
		hit, strong, ok := a.match(q)
		switch {
		case !ok:
		case strong:
			first = append(first, hit)
		default:
			rest = append(rest, hit)
		}
		if len(first) >= limit {
			break
		}
	}
	out := append(first, rest...)
	return out[:min(limit, len(out))]
}

// match tries one client; a strong match is at the start of its name or account.
func (a *account) match(q string) (hit Hit, strong, ok bool) {
	hit = Hit{Client: a.client.Key, Name: a.client.Name}
	name, code := plain(a.client.Name), plain(a.client.Key.Account)
	switch {
	case strings.HasPrefix(code, q):
		hit.What, hit.Text = HitAccount, a.client.Key.Account
		return hit, true, true
	case strings.HasPrefix(name, q), strings.Contains(name, " "+q):
		hit.What = HitName
		return hit, true, true
	case strings.Contains(name, q):
		hit.What = HitName
		return hit, false, true
	}
	want := wanted(q, a.creditor.Currency)
	if sum, what, ok := a.matchTotal(want); ok {
		hit.What, hit.Sum = what, sum
		return hit, true, true
	}
	for _, c := range a.contactRows() {
		if d := digits(q); len(d) >= 4 && strings.Contains(digits(c.Phone), d) {
			hit.What, hit.Text = HitPhone, c.Phone
			return hit, false, true
		}
		if len(q) >= 3 && strings.Contains(plain(c.Name), q) {
			hit.What, hit.Text = HitContact, c.Name
			return hit, false, true
		}
	}
	return a.matchItem(hit, q, want)
}

// amountQuery is an amount that is looked for. The zero value finds nothing.
type amountQuery struct {
	minor int64
	unit  int64 // minor units of one, 0 where decimals were given
}

// wanted reads a query as an amount. Fewer than three characters are none.
func wanted(q string, cur money.Currency) amountQuery {
	if len(q) < 3 || digits(q) == "" {
		return amountQuery{}
	}
	x, err := money.Parse(q, cur)
	if err != nil || x.Minor <= 0 {
		return amountQuery{}
	}
	unit := int64(1)
	for range cur.Exponent() {
		unit *= 10
	}
	if x.Minor%unit != 0 {
		unit = 0
	}
	return amountQuery{x.Minor, unit}
}

// finds reports whether an amount is meant: it is the same, or it is shown as
// the same where whole units were asked for, rounded or cut.
func (w amountQuery) finds(minor int64) bool {
	if w.minor == 0 || minor <= 0 {
		return false
	}
	return minor == w.minor || w.unit > 0 && (minor-minor%w.unit == w.minor || (minor+w.unit/2)/w.unit*w.unit == w.minor)
}

// matchTotal looks for a total of the client.
func (a *account) matchTotal(want amountQuery) (money.Amount, HitKind, bool) {
	for i := range a.currs {
		st := &a.currs[i]
		for _, t := range [...]struct {
			minor int64
			what  HitKind
		}{
			{st.sums.Overdue, HitOverdue},
			{st.sums.Collectible, HitCollectible},
			{st.sums.Exposure, HitExposure},
			{st.sums.Exposure - st.sums.Unapplied, HitOpen}, // what is unapplied counts below zero
		} {
			if want.finds(t.minor) {
				return money.Of(t.minor, st.currency), t.what, true
			}
		}
	}
	return money.Amount{}, 0, false
}

// matchItem looks for an invoice number or an open amount.
func (a *account) matchItem(hit Hit, q string, want amountQuery) (Hit, bool, bool) {
	if len(q) < 3 {
		return hit, false, false
	}
	for i := range a.open {
		it := &a.open[i]
		if strings.Contains(strings.ToLower(it.number), q) {
			hit.What, hit.Text = HitInvoice, it.number
			return hit, false, true
		}
		if want.finds(it.open) || want.finds(it.amount) {
			hit.What, hit.Text = HitAmount, it.number
			if len(a.currs) == 1 {
				hit.Sum = money.Of(it.open, a.currs[0].currency)
			}
			return hit, false, true
		}
	}
	return hit, false, false
}
