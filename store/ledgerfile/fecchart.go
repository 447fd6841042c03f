package ledgerfile

import "strings"

// accountClass is what an account means to the entries of receivables, as bits.
type accountClass uint16

const (
	isReceivable accountClass = 1 << iota
	isIncome                  // sales and what comes with an invoice: class 7, VAT collected, advances
	isCash                    // bank, post office, cash, values to be cashed
	isVAT                     // VAT collected
	isCapital                 // class 1: opening entries carry it, sales and banks do not
	isResult                  // classes 6 and 7: opening entries never carry it
	isBillAccount
	isLonger // some configured prefix is longer than three characters: compare in full
)

// chart tells accounts apart by their first digits.
type chart struct {
	first    [1000]accountClass // by the first three digits
	prefixes []string
	longer   []string // prefixes of other than three digits
	belgian  bool
	unbilled bool // 418 asked for by name
}

// newChart takes the prefixes of receivable accounts; any that begins with 40
// means the Belgian chart (plan comptable minimum normalisé), where 55 to 57
// are cash, 451 VAT due and 401 bills receivable; else the French plan comptable
// général, where 51 and 53 are cash, 4457 VAT collected and 413 bills.
func newChart(prefixes []string) *chart {
	c := &chart{prefixes: prefixes}
	for _, p := range prefixes {
		c.belgian = c.belgian || strings.HasPrefix(p, "40")
		c.unbilled = c.unbilled || strings.HasPrefix(p, "418")
	}
	for n := range c.first {
		c.first[n] = c.classOf(n)
	}
	for _, p := range prefixes {
		c.addPrefix(p)
	}
	return c
}

func (c *chart) classOf(n int) accountClass {
	var k accountClass
	switch n / 100 {
	case 1:
		k = isCapital
	case 6:
		k = isResult
	case 7:
		k = isResult | isIncome
	}
	bank, vat, bills := n/10 == 51 || n/10 == 53, n == 445, n == 413
	if c.belgian {
		bank, vat, bills = n >= 550 && n < 580, n == 451, n == 401
	}
	switch {
	case bank:
		k |= isCash
	case vat:
		k |= isVAT | isIncome
	case bills:
		k |= isBillAccount
	case n == 419 && !c.belgian:
		k |= isIncome
	}
	return k
}

func (c *chart) addPrefix(p string) {
	if p == "" || strings.Trim(p, "0123456789") != "" {
		return
	}
	low, high := 0, 0
	if len(p) >= 3 {
		low = int(p[0]-'0')*100 + int(p[1]-'0')*10 + int(p[2]-'0')
		high = low
	} else {
		for i := range 3 {
			d := 0
			if i < len(p) {
				d = int(p[i] - '0')
				high = high*10 + d
			} else {
				high = high*10 + 9
			}
			low = low*10 + d
		}
	}
	for n := low; n <= high; n++ {
		switch {
		case n == 418 && !c.unbilled && !c.belgian:
		case len(p) > 3:
			c.first[n] |= isLonger
		default:
			c.first[n] |= isReceivable
		}
	}
	if len(p) > 3 {
		c.longer = append(c.longer, p)
	}
}

// class reads an account; ok is false where it does not begin with three
// digits.
func (c *chart) class(account []byte) (k accountClass, ok bool) {
	if len(account) < 3 {
		return 0, false
	}
	a, b, d := account[0]-'0', account[1]-'0', account[2]-'0'
	if a > 9 || b > 9 || d > 9 {
		return 0, false
	}
	k = c.first[int(a)*100+int(b)*10+int(d)]
	if k&(isVAT|isLonger) != 0 {
		k = c.refine(k, account)
	}
	return k, true
}

// refine looks beyond three digits: of the French 445 only 4457 is VAT
// collected, and configured prefixes may be longer.
func (c *chart) refine(k accountClass, account []byte) accountClass {
	if k&isVAT != 0 && !c.belgian && (len(account) < 4 || account[3] != '7') {
		k &^= isVAT | isIncome
	}
	if k&isReceivable == 0 && k&isLonger != 0 {
		for _, p := range c.longer {
			if strings.HasPrefix(string(account[:min(len(p), len(account))]), p) {
				return k | isReceivable
			}
		}
	}
	return k
}
