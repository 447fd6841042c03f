// Package money holds exact amounts: a whole number of minor units and the
// currency they are counted in. Nothing here, nor anywhere above, computes an
// amount in floating point.
package money

import "errors"

// Errors of this package. Callers compare with errors.Is.
var (
	ErrSyntax   = errors.New("money: not an amount")
	ErrRange    = errors.New("money: amount out of range")
	ErrCurrency = errors.New("money: not a currency")
)

// Currency is an ISO 4217 alphabetic code. The zero value is no currency.
type Currency [3]byte

// The currencies that the product names itself.
var (
	EUR = Currency{'E', 'U', 'R'}
	USD = Currency{'U', 'S', 'D'}
	GBP = Currency{'G', 'B', 'P'}
	CHF = Currency{'C', 'H', 'F'}
)

// String gives the three letters, or nothing for the zero value.
func (c Currency) String() string {
	if c == (Currency{}) {
		return ""
	}
	return string(c[:])
}

// Exponent is the number of decimals of the currency's minor unit: 2 for the
// euro, 0 for the yen, 3 for the Tunisian dinar.
func (c Currency) Exponent() int {
	switch string(c[:]) {
	case "JPY", "KRW", "XAF", "XOF", "XPF", "CLP", "VND", "ISK", "UGX", "RWF", "PYG", "KMF", "GNF", "DJF", "BIF", "VUV":
		return 0
	case "TND", "BHD", "IQD", "JOD", "KWD", "LYD", "OMR":
		return 3
	}
	return 2
}

// MaxMinor bounds the minor units that any reader accepts (ten thousand
// billion euros), so that sums of millions of items cannot overflow.
const MaxMinor = 1_000_000_000_000_000

// Amount is an exact sum of money. The zero value is nothing, in no currency.
type Amount struct {
	Minor    int64
	Currency Currency
}

// Of gives minor units of a currency.
func Of(minor int64, c Currency) Amount { return Amount{Minor: minor, Currency: c} }

// IsZero reports whether the sum is nothing, whatever the currency.
func (a Amount) IsZero() bool { return a.Minor == 0 }

// Add gives a + b. An amount without currency takes the other's. Amounts of
// two currencies are never added: that is a mistake of the program, and panics.
func (a Amount) Add(b Amount) Amount {
	return Amount{Minor: a.Minor + b.Minor, Currency: common(a.Currency, b.Currency)}
}

// Sub gives a - b under the same rule as Add.
func (a Amount) Sub(b Amount) Amount {
	return Amount{Minor: a.Minor - b.Minor, Currency: common(a.Currency, b.Currency)}
}

// Neg gives -a.
func (a Amount) Neg() Amount { return Amount{Minor: -a.Minor, Currency: a.Currency} }

// Cmp compares two amounts of one currency: -1, 0 or 1.
func (a Amount) Cmp(b Amount) int {
	common(a.Currency, b.Currency)
	switch {
	case a.Minor < b.Minor:
		return -1
	case a.Minor > b.Minor:
		return 1
	}
	return 0
}

func common(a, b Currency) Currency {
	switch {
	case a == b, b == (Currency{}):
		return a
	case a == (Currency{}):
		return b
	}
	panic("money: two currencies in one sum: " + a.String() + ", " + b.String())
}
