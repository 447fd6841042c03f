package ident

// NormalBIC gives a bank identifier without spaces, in capital letters.
func NormalBIC(s string) string { return compact(s) }

// CheckBIC checks the shape of a bank identifier (ISO 9362): four letters,
// two letters of country, two characters of place, and three of branch or
// none. It has no check digit.
func CheckBIC(s string) error {
	s = NormalBIC(s)
	switch {
	case !all(s, isAlnum):
		return ErrCharacters
	case len(s) != 8 && len(s) != 11:
		return ErrLength
	case !all(s[:6], isLetter):
		return ErrStructure
	}
	return nil
}
