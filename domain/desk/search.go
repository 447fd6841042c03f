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
// or telephone, best first, one hit a client.
func (v *View) Search(query string, limit int) []Hit {
	q := plain(query)
	if q == "" || limit <= 0 {
		return nil
	}
	var first, rest []Hit
	for _, a := range v.accounts {
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
	return a.matchItem(hit, q)
}

// matchItem looks for an invoice number or an open amount.
func (a *account) matchItem(hit Hit, q string) (Hit, bool, bool) {
	if len(q) < 3 {
		return hit, false, false
	}
	want := int64(-1)
	if x, err := money.Parse(q, a.creditor.Currency); err == nil {
		want = x.Minor
	}
	for i := range a.open {
		it := &a.open[i]
		if strings.Contains(strings.ToLower(it.number), q) {
			hit.What, hit.Text = HitInvoice, it.number
			return hit, false, true
		}
		if want > 0 && (it.open == want || it.amount == want) {
			hit.What, hit.Text = HitAmount, it.number
			return hit, false, true
		}
	}
	return hit, false, false
}
