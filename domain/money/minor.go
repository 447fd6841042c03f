package money

// ParseMinor reads an amount field of an accounting file (FEC, Factur-X, bank
// statements): digits, padded with zeros or not, a comma or a dot as the
// decimal mark and any number of decimals of which those beyond exponent are
// zeros; one sign, in front or behind; blanks around. A blank field is 0.
// usedDot tells that the decimal mark was a dot. Separated thousands are
// ErrSyntax: Parse reads those. More than MaxMinor is ErrRange. It does not
// allocate.
func ParseMinor(b []byte, exponent int) (minor int64, usedDot bool, err error) {
	b = trimBlanks(b)
	if len(b) == 0 {
		return 0, false, nil
	}
	b, negative := cutSign(b)
	digits, decimals := 0, -1 // decimals: -1 before the mark
	for _, c := range b {
		if c == ',' || c == '.' {
			if decimals >= 0 {
				return 0, false, ErrSyntax
			}
			decimals, usedDot = 0, c == '.'
			continue
		}
		digit := c - '0'
		if digit > 9 {
			return 0, false, ErrSyntax
		}
		digits++
		if decimals >= 0 {
			decimals++
			if decimals > exponent {
				if digit != 0 {
					return 0, false, ErrSyntax
				}
				continue
			}
		}
		minor = minor*10 + int64(digit)
		if minor > MaxMinor {
			return 0, false, ErrRange
		}
	}
	if digits == 0 {
		return 0, false, ErrSyntax
	}
	for i := max(decimals, 0); i < exponent; i++ {
		minor *= 10
		if minor > MaxMinor {
			return 0, false, ErrRange
		}
	}
	if negative {
		minor = -minor
	}
	return minor, usedDot, nil
}

// cutSign takes one sign off either end, and the blanks beside it.
func cutSign(b []byte) (rest []byte, negative bool) {
	switch first, last := b[0], b[len(b)-1]; {
	case first == '-' || first == '+':
		return trimBlanks(b[1:]), first == '-'
	case last == '-' || last == '+':
		return trimBlanks(b[:len(b)-1]), last == '-'
	}
	return b, false
}

func trimBlanks(b []byte) []byte {
	for len(b) > 0 && isBlank(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && isBlank(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == 0 }
