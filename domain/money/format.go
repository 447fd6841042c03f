package money

import "strconv"

// Style is a way of writing amounts for people.
type Style uint8

// The two styles. French: "12 450,00 €", a narrow no-break space (U+202F)
// between thousands and a no-break space (U+00A0) before the sign or code.
// English: "€12,450.00".
const (
	French Style = iota
	English
)

// Format writes an amount with thousands, all its decimals and its currency:
// the sign of the euro, the code of others after a no-break space
// ("12,450.00 USD"), nothing for none. A negative starts with '-' (U+002D).
func Format(a Amount, s Style) string {
	b := make([]byte, 0, 32)
	if a.Minor < 0 {
		b = append(b, '-')
	}
	if s == English && a.Currency == EUR {
		b = append(b, "€"...)
	}
	unit := powerOf10(a.Currency.Exponent())
	m := magnitude(a.Minor)
	b = appendGrouped(b, m/unit, s)
	b = appendDecimals(b, m%unit, a.Currency.Exponent(), decimalMark(s))
	switch {
	case a.Currency == (Currency{}), s == English && a.Currency == EUR:
	case a.Currency == EUR:
		b = append(b, "\u00A0€"...)
	default:
		b = append(b, "\u00A0"...)
		b = append(b, a.Currency[:]...)
	}
	return string(b)
}

// FormatWhole writes an amount rounded half up (of its magnitude) to whole
// units, with thousands and without the currency, for dense tables: "12 450".
func FormatWhole(a Amount, s Style) string {
	unit := powerOf10(a.Currency.Exponent())
	whole := (magnitude(a.Minor) + unit/2) / unit
	b := make([]byte, 0, 24)
	if a.Minor < 0 && whole != 0 {
		b = append(b, '-')
	}
	return string(appendGrouped(b, whole, s))
}

// FormatPlain writes "-12450.00": a decimal point, no thousands, no currency,
// for JSON and plain CSV.
func FormatPlain(a Amount) string { return string(AppendPlain(nil, a)) }

// FormatComma writes "-12450,00", for CSV in the French dialect.
func FormatComma(a Amount) string { return string(AppendComma(nil, a)) }

// AppendPlain adds the form of FormatPlain to b.
func AppendPlain(b []byte, a Amount) []byte { return appendBare(b, a, '.') }

// AppendComma adds the form of FormatComma to b.
func AppendComma(b []byte, a Amount) []byte { return appendBare(b, a, ',') }

func appendBare(b []byte, a Amount, mark byte) []byte {
	if a.Minor < 0 {
		b = append(b, '-')
	}
	unit := powerOf10(a.Currency.Exponent())
	m := magnitude(a.Minor)
	b = strconv.AppendUint(b, m/unit, 10)
	return appendDecimals(b, m%unit, a.Currency.Exponent(), mark)
}

func appendGrouped(b []byte, n uint64, s Style) []byte {
	if n < 1000 {
		return strconv.AppendUint(b, n, 10)
	}
	b = appendGrouped(b, n/1000, s)
	if s == English {
		b = append(b, ',')
	} else {
		b = append(b, "\u202F"...)
	}
	r := n % 1000
	return append(b, byte('0'+r/100), byte('0'+r/10%10), byte('0'+r%10))
}

func appendDecimals(b []byte, n uint64, exponent int, mark byte) []byte {
	if exponent == 0 {
		return b
	}
	b = append(b, mark)
	for unit := powerOf10(exponent - 1); unit > 0; unit /= 10 {
		b = append(b, byte('0'+n/unit%10))
	}
	return b
}

func decimalMark(s Style) byte {
	if s == English {
		return '.'
	}
	return ','
}

func powerOf10(n int) uint64 {
	p := uint64(1)
	for range n {
		p *= 10
	}
	return p
}

// magnitude is exact for every int64, the smallest included.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}
