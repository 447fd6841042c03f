package calendar

import (
	"fmt"
	"strings"
)

// ParseFEC reads AAAAMMJJ, the date form of the FEC (livre des procédures
// fiscales, art. A47 A-1), with spaces around it or none. An empty or blank
// field is no date (zero) without error; anything else is ErrDate. It does not
// allocate.
func ParseFEC(b []byte) (Date, error) {
	for len(b) > 0 && isBlank(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && isBlank(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	if len(b) == 0 {
		return 0, nil
	}
	if len(b) != 8 {
		return 0, ErrDate
	}
	var n int
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, ErrDate
		}
		n = n*10 + int(c-'0')
	}
	d, ok := exact(n/10000, n/100%100, n%100)
	if !ok {
		return 0, ErrDate
	}
	return d, nil
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == 0 }

// Forms says which date forms ParseAny accepts beyond the usual ones.
type Forms uint8

// The forms that a caller must ask for, because they look like plain numbers.
const (
	UsualForms  Forms = 0
	SixDigits   Forms = 1 << iota // JJMMAA
	ExcelSerial                   // days since 1899-12-30
)

// ParseAny reads the date forms of French and Belgian accounting files:
// JJ/MM/AAAA, JJ/MM/AA, JJ.MM.AAAA, JJ-MM-AAAA (day and month with one digit
// or two), AAAAMMJJ, AAAA-MM-JJ and AAAA/MM/JJ, each with a time of day after
// it or none, which is left out; JJMMAA and Excel serial numbers when forms
// asks for them (six digits are then JJMMAA first). Two-digit years run from
// 1980 to 2079. Day always comes before month. Other texts, and the empty one,
// are ErrDate.
func ParseAny(text string, forms Forms) (Date, error) {
	s := withoutTime(strings.TrimFunc(text, isSpace))
	if d, ok := parseAny(s, forms); ok {
		return d, nil
	}
	return 0, fmt.Errorf("%w: %q", ErrDate, text)
}

func parseAny(s string, forms Forms) (Date, bool) {
	if n, ok := number(s); ok {
		switch {
		case len(s) == 8:
			return exact(n/10000, n/100%100, n%100)
		case len(s) == 6 && forms&SixDigits != 0:
			return exact(fullYear(n%100), n/100%100, n/10000)
		case forms&ExcelSerial != 0:
			d, err := FromExcel(n)
			return d, err == nil
		}
		return 0, false
	}
	mark := strings.IndexAny(s, "/.-")
	if mark < 0 {
		return 0, false
	}
	parts := strings.Split(s, s[mark:mark+1])
	if len(parts) != 3 {
		return excelWithFraction(s, forms)
	}
	return fromParts(parts, s[mark])
}

func fromParts(parts []string, mark byte) (Date, bool) {
	a, okA := number(parts[0])
	m, okM := number(parts[1])
	b, okB := number(parts[2])
	if !okA || !okM || !okB || len(parts[1]) > 2 {
		return 0, false
	}
	switch {
	case len(parts[0]) == 4 && len(parts[2]) <= 2 && mark != '.':
		return exact(a, m, b)
	case len(parts[0]) <= 2 && len(parts[2]) == 4:
		return exact(b, m, a)
	case len(parts[0]) <= 2 && len(parts[2]) == 2:
		return exact(fullYear(b), m, a)
	}
	return 0, false
}

// FromExcel gives the day of a serial number of the 1900 date system: 1 is
// 1900-01-01, 60 the 29 February 1900 that never was (ErrDate), 61 the 1 March.
func FromExcel(serial int) (Date, error) {
	const before = 693594 // 1899-12-30
	switch {
	case serial < 1 || serial == 60 || serial > int(MaxDate)-before:
		return 0, ErrDate
	case serial < 60:
		return Date(before + 1 + serial), nil
	}
	return Date(before + serial), nil
}

// excelWithFraction reads 45321.75: the fraction is the time of day.
func excelWithFraction(s string, forms Forms) (Date, bool) {
	whole, fraction, found := strings.Cut(s, ".")
	n, ok := number(whole)
	if forms&ExcelSerial == 0 || !found || !ok || strings.Trim(fraction, "0123456789") != "" {
		return 0, false
	}
	d, err := FromExcel(n)
	return d, err == nil
}

// withoutTime drops " 00:00:00", "T00:00:00.000Z" and the like.
func withoutTime(s string) string {
	at := strings.IndexAny(s, " Tt")
	if at < 0 || !strings.Contains(s[at:], ":") || strings.Trim(s[at+1:], "0123456789:.+-Z") != "" {
		return s
	}
	return s[:at]
}

// number reads one to eight digits and nothing else.
func number(s string) (int, bool) {
	if s == "" || len(s) > 8 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

func fullYear(yy int) int {
	if yy < 80 {
		return 2000 + yy
	}
	return 1900 + yy
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == '\r' || r == '\n' || r == 0xA0 || r == 0x202F || r == 0x2009
}
