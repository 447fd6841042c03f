package money

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Parse reads an amount as people and spreadsheets write it, French or
// English: "1 234,50" (with any kind of space), "1234.5", "1,234.50",
// "1.234,50", "1'234.50", "80,"; a sign in front or behind, or parentheses for
// a negative; the currency's sign or code in front or behind, or none. With no
// currency given it is the one written, if any.
//
// Of two different marks the last is the decimal one; a mark used twice parts
// thousands. A single comma or dot with one to three digits before it (no
// leading zero) and exactly three behind parts thousands, where nothing else
// in the number does: "1.234" is 1234 euros, "0,500" half a euro, "1 234,500"
// is 1234.50. (In a currency of three decimals it is the decimal mark.)
// ParseWith removes the doubt where the mark is known.
//
// Decimals beyond the currency's own must be zeros. Other texts are ErrSyntax,
// another currency than c is ErrCurrency, and more than MaxMinor is ErrRange.
func Parse(text string, c Currency) (Amount, error) {
	return parse(text, c, 0)
}

// ParseWith reads the same forms as Parse where the decimal mark is known, ','
// or '.'; the other one parts thousands.
func ParseWith(text string, c Currency, decimal byte) (Amount, error) {
	if decimal != ',' && decimal != '.' {
		return Amount{}, fmt.Errorf("%w: decimal mark %q", ErrSyntax, decimal)
	}
	return parse(text, c, decimal)
}

func parse(text string, c Currency, decimal byte) (Amount, error) {
	cell, err := strip(text)
	if err == nil && cell.currency != (Currency{}) {
		switch c {
		case Currency{}:
			c = cell.currency
		case cell.currency:
		default:
			err = ErrCurrency
		}
	}
	var minor int64
	if err == nil {
		minor, err = parseNumber(cell.number, c.Exponent(), decimal)
	}
	if err != nil {
		return Amount{}, fmt.Errorf("%w: %q", err, text)
	}
	if cell.negative {
		minor = -minor
	}
	return Amount{Minor: minor, Currency: c}, nil
}

// cell is a text taken apart: what is left of it is digits and separators.
type cell struct {
	number   string
	currency Currency
	negative bool
}

// strip takes currency, sign and parentheses off a text, from the outside in;
// each may occur once.
func strip(text string) (cell, error) {
	var c cell
	signed := false
	s := strings.TrimFunc(text, isSpace)
	for s != "" {
		first, nFirst := utf8.DecodeRuneInString(s)
		last, nLast := utf8.DecodeLastRuneInString(s)
		switch {
		case isDigitOrMark(first) && isDigitOrMark(last):
			c.number = s
			return c, nil
		case first == '(' && last == ')' && !signed:
			signed, c.negative = true, true
			s = s[1 : len(s)-1]
		case isSign(first) && !signed:
			signed, c.negative = true, first != '+'
			s = s[nFirst:]
		case isSign(last) && !signed:
			signed, c.negative = true, last != '+'
			s = s[:len(s)-nLast]
		default:
			rest, cur, ok := cutCurrency(s)
			if !ok || c.currency != (Currency{}) {
				return c, ErrSyntax
			}
			s, c.currency = rest, cur
		}
		s = strings.TrimFunc(s, isSpace)
	}
	return c, ErrSyntax
}

// cutCurrency takes a currency sign or code off either end.
func cutCurrency(s string) (rest string, c Currency, ok bool) {
	for _, n := range []int{len("€"), len("$"), len("£")} {
		if n > len(s) {
			continue
		}
		if c, ok := currencyOf(s[:n]); ok {
			return s[n:], c, true
		}
		if c, ok := currencyOf(s[len(s)-n:]); ok {
			return s[:len(s)-n], c, true
		}
	}
	return s, Currency{}, false
}

func isSign(r rune) bool { return r == '-' || r == '+' || r == '−' || r == '–' }

func isDigitOrMark(r rune) bool { return r >= '0' && r <= '9' || r == ',' || r == '.' }

// parseNumber reads digits and separators; decimal is the known decimal mark,
// or 0.
func parseNumber(s string, exponent int, decimal byte) (int64, error) {
	at, err := decimalAt(s, exponent, decimal)
	if err != nil {
		return 0, err
	}
	whole, fraction := s, ""
	if at >= 0 {
		whole, fraction = s[:at], s[at+1:]
	}
	digits, err := ungroup(whole)
	if err != nil || digits == "" && fraction == "" {
		return 0, ErrSyntax
	}
	return scale(digits, fraction, exponent)
}

// decimalAt finds the decimal mark, -1 for none.
func decimalAt(s string, exponent int, decimal byte) (int, error) {
	if decimal != 0 {
		if strings.Count(s, string(rune(decimal))) > 1 {
			return 0, ErrSyntax
		}
		return strings.IndexByte(s, decimal), nil
	}
	comma, dot := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	at := max(comma, dot)
	switch {
	case at < 0:
		return -1, nil
	case strings.Count(s, s[at:at+1]) > 1:
		return -1, nil
	case min(comma, dot) < 0 && exponent != 3 && partsThousands(s, at):
		return -1, nil
	}
	return at, nil
}

// partsThousands reports whether the only mark of s reads as a separator of
// thousands: 1.234, but not 0.123, 1234.567 or 1 234.567.
func partsThousands(s string, at int) bool {
	return at >= 1 && at <= 3 && s[0] != '0' && len(s)-at-1 == 3 && allDigits(s[:at]) && allDigits(s[at+1:])
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// ungroup drops separators of thousands: one kind in a number, one to three
// digits before the first, three after each.
func ungroup(s string) (string, error) {
	if allDigits(s) {
		return s, nil
	}
	var out strings.Builder
	var mark rune
	inGroup, groups := 0, 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			out.WriteRune(r)
			inGroup++
			continue
		}
		kind, ok := groupMark(r)
		if !ok || mark != 0 && kind != mark || !fullGroup(inGroup, groups) {
			return "", ErrSyntax
		}
		mark = kind
		groups++
		inGroup = 0
	}
	if !fullGroup(inGroup, groups) {
		return "", ErrSyntax
	}
	return out.String(), nil
}

func fullGroup(digits, groupsBefore int) bool {
	return digits == 3 || groupsBefore == 0 && digits >= 1 && digits <= 3
}

// groupMark tells the kinds of separators apart; all spaces are one kind.
func groupMark(r rune) (kind rune, ok bool) {
	switch {
	case isSpace(r):
		return ' ', true
	case r == '\'' || r == '’':
		return '\'', true
	case r == ',' || r == '.':
		return r, true
	}
	return 0, false
}

// scale gives the minor units of a whole part and decimals.
func scale(whole, fraction string, exponent int) (int64, error) {
	var v int64
	for i := range len(whole) {
		v = v*10 + int64(whole[i]-'0')
		if v > MaxMinor {
			return 0, ErrRange
		}
	}
	for i := range max(len(fraction), exponent) {
		var digit byte
		if i < len(fraction) {
			digit = fraction[i] - '0'
		}
		switch {
		case digit > 9, i >= exponent && digit != 0:
			return 0, ErrSyntax
		case i < exponent:
			v = v*10 + int64(digit)
		}
		if v > MaxMinor {
			return 0, ErrRange
		}
	}
	return v, nil
}
