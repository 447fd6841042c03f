package ident_test

import (
	"errors"
	"testing"

	"relance/domain/ident"
)

// Creditor identifiers of the countries that the product serves, and of one
// beside them: the examples that their banks publish, and changes of them.
func TestCreditorIdentifiersByCountry(t *testing.T) {
	for s, want := range map[string]error{
		"FR72ZZZ123456":             nil,
		"FR72ZZY123456":             nil, // the business code is not checked
		"BE69ZZZ050D000000008":      nil,
		"be69 zzz 050d 0000 0000 8": nil,
		"DE98ZZZ09999999999":        nil,
		"BE69ZZZ050D000000009":      ident.ErrChecksum,
		"BE96ZZZ050D000000008":      ident.ErrChecksum,
		"BE69ZZZ":                   ident.ErrLength,
		"BE69ZZZ050D00000000/":      ident.ErrCharacters,
		"":                          ident.ErrLength,
	} {
		if err := ident.CheckICS(s); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", s, err, want)
		}
	}
}
