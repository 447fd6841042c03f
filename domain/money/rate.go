package money

import (
	"strconv"
	"strings"
)

// MaxRate is the highest rate that is taken for one: 100 % a year.
const MaxRate = 1_000_000

// ParseRate reads a yearly rate in percent ("12.15", "12,15 %", "8") and gives
// parts per million: 12.15 % is 121 500. At most four decimals; false for what
// is no rate, is negative or above MaxRate.
func ParseRate(s string) (ppm int64, ok bool) {
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), "%"))
	whole, rest, _ := strings.Cut(strings.Replace(s, ",", ".", 1), ".")
	if whole == "" || len(whole) > 3 || len(rest) > 4 || strings.Trim(whole+rest, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.ParseInt(whole+(rest + "0000")[:4], 10, 64)
	return n, err == nil && n <= MaxRate
}

// FormatRate writes a rate in percent with a decimal point, two decimals or as
// many as it takes: 121 500 is "12.15".
func FormatRate(ppm int64) string {
	s := strconv.FormatInt(ppm+MaxRate, 10)
	whole, rest := ppm/10_000, s[len(s)-4:]
	rest = rest[:2] + strings.TrimRight(rest[2:], "0")
	return strconv.FormatInt(whole, 10) + "." + rest
}
