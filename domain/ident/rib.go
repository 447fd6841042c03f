package ident

// NormalRIB gives a French account number (relevé d'identité bancaire) without
// spaces: 5 digits of bank, 5 of branch, 11 characters of account, 2 of key.
func NormalRIB(s string) string { return compact(s) }

// CheckRIB checks length, characters and key of a French account number.
func CheckRIB(s string) error {
	s = NormalRIB(s)
	switch {
	case !all(s, isAlnum):
		return ErrCharacters
	case len(s) != 23:
		return ErrLength
	case !all(s[:10], isDigit) || !all(s[21:], isDigit):
		return ErrStructure
	case ribKey(s[:21]) != s[21:]:
		return ErrChecksum
	}
	return nil
}

// FormatRIB gives bank, branch, account and key parted by spaces.
func FormatRIB(s string) string { return groups(NormalRIB(s), " ", 5, 5, 11) }

// RIBToIBAN gives the IBAN of a French account number.
func RIBToIBAN(rib string) (string, error) {
	if err := CheckRIB(rib); err != nil {
		return "", err
	}
	return MakeIBAN("FR", rib)
}

// IBANToRIB gives the account number inside a French or Monegasque IBAN; other
// countries are ErrStructure.
func IBANToRIB(iban string) (string, error) {
	if err := CheckIBAN(iban); err != nil {
		return "", err
	}
	s := NormalIBAN(iban)
	if s[:2] != "FR" && s[:2] != "MC" {
		return "", ErrStructure
	}
	return s[4:], nil
}

// ribKey gives 97 − (bank‖branch‖account‖00 mod 97), which equals the key of
// 89·bank + 15·branch + 3·account, with letters read A-I = 1-9, J-R = 1-9,
// S-Z = 2-9.
func ribKey(s string) string {
	r := 0
	for i := range len(s) {
		r = (r*10 + ribDigit(s[i])) % 97
	}
	return twoDigits(97 - r*100%97)
}

func ribDigit(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case c <= 'I':
		return int(c-'A') + 1
	case c <= 'R':
		return int(c-'J') + 1
	}
	return int(c-'S') + 2
}
