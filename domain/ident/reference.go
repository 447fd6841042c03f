package ident

import "strings"

// NormalRF gives a creditor reference without spaces, in capital letters.
func NormalRF(s string) string { return compact(s) }

// CheckRF checks a creditor reference (ISO 11649): RF, two check digits and 1
// to 21 letters and digits.
func CheckRF(s string) error {
	s = NormalRF(s)
	switch {
	case !all(s, isAlnum):
		return ErrCharacters
	case len(s) < 5 || len(s) > 25:
		return ErrLength
	case s[:2] != "RF" || !all(s[2:4], isDigit):
		return ErrStructure
	case mod97(s[4:], s[:4]) != 1:
		return ErrChecksum
	}
	return nil
}

// MakeRF gives the creditor reference of a text such as an invoice number,
// whose characters other than ASCII letters and digits are dropped. Nothing
// left, or more than 21, is ErrLength.
func MakeRF(text string) (string, error) {
	var b strings.Builder
	for _, r := range compact(text) {
		if r < 0x80 && isAlnum(byte(r)) {
			b.WriteRune(r)
		}
	}
	reference := b.String()
	if reference == "" || len(reference) > 21 {
		return "", ErrLength
	}
	return "RF" + twoDigits(98-mod97(reference, "RF00")) + reference, nil
}

// FormatRF gives the printed form, groups of four.
func FormatRF(s string) string { return groups(NormalRF(s), " ", 4, 4, 4, 4, 4, 4) }

// NormalOGM gives the twelve digits of a Belgian structured communication (OGM,
// VCS): slashes, and the plus signs or asterisks around it, are dropped.
func NormalOGM(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '+' || r == '*' || r == '/' {
			return -1
		}
		return r
	}, compact(s))
}

// CheckOGM checks a Belgian structured communication: twelve digits of which
// the last two are the first ten mod 97, 97 in the place of 0.
func CheckOGM(s string) error {
	s = NormalOGM(s)
	if err := digits(s, 12); err != nil {
		return err
	}
	if s[10:] != mod97Or97(s[:10]) {
		return ErrChecksum
	}
	return nil
}

// MakeOGM gives the twelve digits of a structured communication with that
// base, which has ten digits or fewer (zeros are put in front). A base without
// digits or with more than ten is ErrLength.
func MakeOGM(base string) (string, error) {
	base = NormalOGM(base)
	if !all(base, isDigit) {
		return "", ErrCharacters
	}
	if base == "" || len(base) > 10 {
		return "", ErrLength
	}
	base = strings.Repeat("0", 10-len(base)) + base
	return base + mod97Or97(base), nil
}

// FormatOGM gives the form +++123/4567/89002+++. A text that has not twelve
// digits comes back in its normal form.
func FormatOGM(s string) string {
	s = NormalOGM(s)
	if digits(s, 12) != nil {
		return s
	}
	return "+++" + groups(s, "/", 3, 4) + "+++"
}

// NormalICS gives a SEPA creditor identifier without spaces, in capitals.
func NormalICS(s string) string { return compact(s) }

// CheckICS checks a SEPA creditor identifier (EPC 262-08): country, two check
// digits, a business code of three characters that the check leaves out, and
// the national part; 13 characters in France, 8 to 35 in general.
func CheckICS(s string) error {
	s = NormalICS(s)
	switch {
	case !all(s, isAlnum):
		return ErrCharacters
	case len(s) < 8 || len(s) > 35 || s[:2] == "FR" && len(s) != 13:
		return ErrLength
	case !all(s[:2], isLetter) || !all(s[2:4], isDigit):
		return ErrStructure
	case mod97(s[7:], s[:4]) != 1:
		return ErrChecksum
	}
	return nil
}
