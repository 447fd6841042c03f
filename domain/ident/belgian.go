package ident

import "strings"

// NormalKBO gives the ten digits of a Belgian enterprise number (KBO, BCE),
// without BE in front; an old number of nine digits gets its leading zero.
func NormalKBO(s string) string {
	s = strings.TrimPrefix(compact(s), "BE")
	if len(s) == 9 && all(s, isDigit) {
		return "0" + s
	}
	return s
}

// CheckKBO checks a Belgian enterprise number: ten digits that start with 0 or
// 1, of which the last two are 97 − (the first eight mod 97).
func CheckKBO(s string) error {
	s = NormalKBO(s)
	if err := digits(s, 10); err != nil {
		return err
	}
	switch {
	case s[0] > '1':
		return ErrStructure
	case s[8:] != twoDigits(97-mod97(s[:8])):
		return ErrChecksum
	}
	return nil
}

// FormatKBO gives the form 0403.019.261.
func FormatKBO(s string) string { return groups(NormalKBO(s), ".", 4, 3) }

// NormalBEVAT gives BE and ten digits.
func NormalBEVAT(s string) string { return "BE" + NormalKBO(s) }

// CheckBEVAT checks a Belgian VAT number: the enterprise number, with BE in
// front or without.
func CheckBEVAT(s string) error { return CheckKBO(s) }

// FormatBEVAT gives the form BE 0403.019.261.
func FormatBEVAT(s string) string { return "BE " + FormatKBO(s) }
