// Package ident checks, normalises and writes the identifiers that receivables
// bear: bank accounts, companies, VAT numbers and payment references.
//
// Every CheckX accepts the written forms that NormalX understands (spaces,
// dots, hyphens, small letters) and returns nil or one of the errors below.
// A check that fails is a warning to show, not a reason to refuse data. No
// function looks anything up: a number may be well formed and not exist.
package ident

import "errors"

// What may be wrong with an identifier. Callers compare with errors.Is.
var (
	ErrLength     = errors.New("ident: wrong length")
	ErrCharacters = errors.New("ident: unexpected characters")
	ErrStructure  = errors.New("ident: wrong structure")
	ErrChecksum   = errors.New("ident: wrong check digits")
)

// compact puts ASCII letters in upper case and drops spaces of every kind,
// dots and hyphens. Other characters stay, for the check to refuse.
func compact(s string) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		switch {
		case r == ' ', r == '\t', r == 0xA0, r == 0x202F, r == 0x2009, r == '.', r == '-', r == 0x2011:
		case r >= 'a' && r <= 'z':
			b = append(b, byte(r-'a'+'A'))
		default:
			b = append(b, string(r)...)
		}
	}
	return string(b)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c >= 'A' && c <= 'Z' }

func isAlnum(c byte) bool { return isDigit(c) || isLetter(c) }

// all reports whether every byte of s is of a class.
func all(s string, class func(byte) bool) bool {
	for i := range len(s) {
		if !class(s[i]) {
			return false
		}
	}
	return true
}

// digits checks a text of n digits.
func digits(s string, n int) error {
	if !all(s, isDigit) {
		return ErrCharacters
	}
	if len(s) != n {
		return ErrLength
	}
	return nil
}

// mod97 gives the remainder by 97 of digits and letters, letters read as two
// digits, A = 10 to Z = 35 (ISO 7064, MOD 97-10). Other bytes count as 0.
func mod97(parts ...string) int {
	r := 0
	for _, s := range parts {
		for i := range len(s) {
			switch c := s[i]; {
			case isDigit(c):
				r = (r*10 + int(c-'0')) % 97
			case isLetter(c):
				r = (r*100 + int(c-'A') + 10) % 97
			}
		}
	}
	return r
}

// luhn reports whether digits pass the Luhn check (ISO/IEC 7812-1).
func luhn(s string) bool {
	sum := 0
	for i := range len(s) {
		n := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}

// twoDigits writes 0 to 99 with a leading zero.
func twoDigits(n int) string { return string([]byte{byte('0' + n/10%10), byte('0' + n%10)}) }

// groups parts s into groups of the given sizes; what remains is the last.
func groups(s, mark string, sizes ...int) string {
	out := ""
	for _, n := range sizes {
		if len(s) <= n {
			break
		}
		out += s[:n] + mark
		s = s[n:]
	}
	return out + s
}
