package money

import (
	"fmt"
	"strings"
)

// ParseCurrency reads a currency: three letters in either case, or one of the
// signs €, $, £. It does not ask whether ISO 4217 lists the code. Anything
// else is ErrCurrency.
func ParseCurrency(text string) (Currency, error) {
	s := strings.TrimFunc(text, isSpace)
	if c, ok := currencyOf(s); ok {
		return c, nil
	}
	return Currency{}, fmt.Errorf("%w: %q", ErrCurrency, text)
}

func currencyOf(s string) (Currency, bool) {
	switch s {
	case "€":
		return EUR, true
	case "$":
		return USD, true
	case "£":
		return GBP, true
	}
	if len(s) != 3 {
		return Currency{}, false
	}
	var c Currency
	for i := range c {
		letter := s[i] &^ 0x20 // upper case
		if letter < 'A' || letter > 'Z' {
			return Currency{}, false
		}
		c[i] = letter
	}
	return c, true
}

// isSpace covers the spaces that part thousands in files and on screens.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\r', '\n', noBreak, narrowNoBreak, thinSpace:
		return true
	}
	return false
}

const (
	noBreak       = '\u00A0'
	narrowNoBreak = '\u202F'
	thinSpace     = '\u2009'
)
