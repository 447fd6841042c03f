package ident

import "strings"

// NormalIBAN gives the electronic form: no spaces, capital letters, without
// the word IBAN in front.
func NormalIBAN(s string) string {
	return strings.TrimPrefix(compact(s), "IBAN")
}

// CheckIBAN checks an account number by ISO 13616: country, check digits
// (modulus 97), and for the countries of the registry the length and the kind
// of character at each place. French and Monegasque keys (clé RIB), Belgian and
// Spanish check digits are verified too. Other countries pass with 15 to 34
// characters.
func CheckIBAN(s string) error {
	s = NormalIBAN(s)
	switch {
	case !all(s, isAlnum):
		return ErrCharacters
	case len(s) < 5 || len(s) > 34:
		return ErrLength
	case !all(s[:2], isLetter) || !all(s[2:4], isDigit):
		return ErrStructure
	}
	if err := checkBBAN(s[:2], s[4:]); err != nil {
		return err
	}
	if mod97(s[4:], s[:4]) != 1 || !nationalKey(s[:2], s[4:]) {
		return ErrChecksum
	}
	return nil
}

// FormatIBAN gives the printed form, groups of four.
func FormatIBAN(s string) string {
	s = NormalIBAN(s)
	var out strings.Builder
	for i := 0; i < len(s); i += 4 {
		if i > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(s[i:min(i+4, len(s))])
	}
	return out.String()
}

// MakeIBAN gives the IBAN of a country's own account number (BBAN), with its
// check digits: 98 − (BBAN‖country‖00 mod 97). What would not pass CheckIBAN gives
// its error.
func MakeIBAN(country, bban string) (string, error) {
	country, bban = compact(country), compact(bban)
	if len(country) != 2 || !all(country, isLetter) {
		return "", ErrStructure
	}
	s := country + twoDigits(98-mod97(bban, country, "00")) + bban
	if err := CheckIBAN(s); err != nil {
		return "", err
	}
	return s, nil
}

// checkBBAN checks length and characters of the part after the check digits.
func checkBBAN(country, bban string) error {
	layout, known := bbanLayout(country)
	if !known {
		if len(bban) < 11 {
			return ErrLength
		}
		return nil
	}
	if len(bban) != layoutLength(layout) {
		return ErrLength
	}
	for layout != "" {
		n, kind, rest := cutLayout(layout)
		part := bban[:n]
		if kind == 'n' && !all(part, isDigit) || kind == 'a' && !all(part, isLetter) {
			return ErrStructure
		}
		bban, layout = bban[n:], rest
	}
	return nil
}

// cutLayout reads one element such as 12n.
func cutLayout(layout string) (n int, kind byte, rest string) {
	i := 0
	for isDigit(layout[i]) {
		n = n*10 + int(layout[i]-'0')
		i++
	}
	return n, layout[i], layout[i+1:]
}

func layoutLength(layout string) int {
	total := 0
	for layout != "" {
		n, _, rest := cutLayout(layout)
		total += n
		layout = rest
	}
	return total
}

// nationalKey verifies the check digits inside the BBAN, where they are ours
// to know.
func nationalKey(country, bban string) bool {
	switch country {
	case "FR", "MC":
		return ribKey(bban[:21]) == bban[21:]
	case "BE":
		return bban[10:] == mod97Or97(bban[:10])
	case "ES":
		return bban[8:10] == spanishKey("00"+bban[:8])+spanishKey(bban[10:])
	}
	return true
}

// mod97Or97 is the Belgian key: ten digits modulo 97, with 97 for 0.
func mod97Or97(ten string) string {
	r := mod97(ten)
	if r == 0 {
		r = 97
	}
	return twoDigits(r)
}

// spanishKey gives one control digit (dígito de control) of ten digits.
func spanishKey(ten string) string {
	weights := [...]int{1, 2, 4, 8, 5, 10, 9, 7, 3, 6}
	sum := 0
	for i, w := range weights {
		sum += int(ten[i]-'0') * w
	}
	key := 11 - sum%11
	if key >= 10 {
		key = 11 - key
	}
	return string(byte('0' + key))
}
