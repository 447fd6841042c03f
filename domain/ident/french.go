package ident

import "strings"

// NormalSIREN gives the digits of a French company number without spaces.
func NormalSIREN(s string) string { return compact(s) }

// CheckSIREN checks a French company number: nine digits that pass Luhn. Nine
// zeros, a placeholder, are ErrChecksum.
func CheckSIREN(s string) error {
	s = NormalSIREN(s)
	if err := digits(s, 9); err != nil {
		return err
	}
	if !luhn(s) || s == "000000000" {
		return ErrChecksum
	}
	return nil
}

// FormatSIREN gives the form 732 829 320.
func FormatSIREN(s string) string { return groups(NormalSIREN(s), " ", 3, 3) }

const (
	laPoste     = "356000000"
	laPosteSeat = "35600000000048"
)

// NormalSIRET gives the digits of a French establishment number.
func NormalSIRET(s string) string { return compact(s) }

// CheckSIRET checks a French establishment number: a SIREN and five digits that
// together pass Luhn, or for the establishments of La Poste (356000000) digits
// whose sum is a multiple of five; its head office passes Luhn.
func CheckSIRET(s string) error {
	s = NormalSIRET(s)
	if err := digits(s, 14); err != nil {
		return err
	}
	if err := CheckSIREN(s[:9]); err != nil {
		return err
	}
	ok := luhn(s)
	if s[:9] == laPoste && s != laPosteSeat {
		ok = digitSum(s)%5 == 0
	}
	if !ok {
		return ErrChecksum
	}
	return nil
}

// FormatSIRET gives the form 732 829 320 00074.
func FormatSIRET(s string) string { return groups(NormalSIRET(s), " ", 3, 3, 3) }

// SIRETToSIREN gives the company of an establishment.
func SIRETToSIREN(s string) (string, error) {
	if err := CheckSIRET(s); err != nil {
		return "", err
	}
	return NormalSIRET(s)[:9], nil
}

func digitSum(s string) int {
	sum := 0
	for i := range len(s) {
		sum += int(s[i] - '0')
	}
	return sum
}

// NormalFRVAT gives FR, the two characters of the key and nine digits, whether
// or not the text bears the country.
func NormalFRVAT(s string) string {
	s = compact(s)
	if len(s) == 11 && !strings.HasPrefix(s, "FR") {
		return "FR" + s
	}
	return s
}

// CheckFRVAT checks a French VAT number: the SIREN, and a key that is
// (12 + 3 · (SIREN mod 97)) mod 97, or one with a letter (new style, neither I
// nor O). Numbers of Monaco bear 000 in the place of a SIREN's start, and no
// SIREN.
func CheckFRVAT(s string) error {
	s = NormalFRVAT(s)
	switch {
	case !all(s, isAlnum):
		return ErrCharacters
	case len(s) != 13:
		return ErrLength
	case s[:2] != "FR":
		return ErrStructure
	case !all(s[4:], isDigit) || strings.ContainsAny(s[2:4], "IO"):
		return ErrCharacters
	}
	key, number := s[2:4], s[4:]
	if number[:3] != "000" {
		if err := CheckSIREN(number); err != nil {
			return err
		}
	}
	if !frVATKey(key, number) {
		return ErrChecksum
	}
	return nil
}

// frVATKey verifies the key, in either style.
func frVATKey(key, number string) bool {
	if all(key, isDigit) {
		return key == twoDigits(mod97(number, "12"))
	}
	const alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
	first, second := strings.IndexByte(alphabet, key[0]), strings.IndexByte(alphabet, key[1])
	check := first*34 + second - 100
	if isDigit(key[0]) {
		check = first*24 + second - 10
	}
	n := 0
	for i := range len(number) {
		n = n*10 + int(number[i]-'0')
	}
	return (n+1+check/11)%11 == check%11
}

// FormatFRVAT gives the form FR 83 404 833 048.
func FormatFRVAT(s string) string { return groups(NormalFRVAT(s), " ", 2, 2, 3, 3) }

// SIRENToFRVAT gives the VAT number of a company, with the numeric key.
func SIRENToFRVAT(siren string) (string, error) {
	if err := CheckSIREN(siren); err != nil {
		return "", err
	}
	s := NormalSIREN(siren)
	return "FR" + twoDigits(mod97(s, "12")) + s, nil
}

// FRVATToSIREN gives the company of a VAT number; ErrStructure for Monaco,
// whose numbers hold none.
func FRVATToSIREN(s string) (string, error) {
	if err := CheckFRVAT(s); err != nil {
		return "", err
	}
	number := NormalFRVAT(s)[4:]
	if number[:3] == "000" {
		return "", ErrStructure
	}
	return number, nil
}
