package directdebit

import (
	"strings"

	"relance/domain/ident"
)

// Countries, by the letters that begin their account numbers, whose banks
// belong to the schemes (EPC409-09, list of SEPA scheme countries). Accounts of
// the European Economic Area need no bank code (Regulation (EU) 260/2012, art.
// 5(7)); the others do. The French overseas departments, and Guernsey, Jersey
// and Man, bear the letters FR and GB.
const (
	inEEA     = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK "
	beyondEEA = "AD AL CH GB GI MC MD ME MK RS SM VA "
)

func listed(list, country string) bool { return strings.Contains(list, country+" ") }

// NeedsAddress reports whether a collection from an account names the debtor's
// address: it does where the account is held outside the European Economic Area
// (EPC130-08, usage rule of the debtor's postal address).
func NeedsAddress(iban string) bool { return len(iban) >= 2 && listed(beyondEEA, iban[:2]) }

// checkAccount checks a debtor's account and bank code in their electronic form.
func checkAccount(iban, bic string) Reason {
	switch {
	case ident.CheckIBAN(iban) != nil:
		return BadIBAN
	case !listed(inEEA, iban[:2]) && !listed(beyondEEA, iban[:2]):
		return OutsideSEPA
	case bic != "" && !IsBIC(bic):
		return BadBIC
	case bic == "" && !listed(inEEA, iban[:2]):
		return MissingBIC
	}
	return NoReason
}

// IsBIC reports whether a bank code can stand in a file: the form of ISO 9362
// in the narrower pattern of pain.008.001.02, which leaves out the codes of
// test institutions.
func IsBIC(bic string) bool {
	return ident.CheckBIC(bic) == nil && bic == ident.NormalBIC(bic) &&
		bic[6] != '0' && bic[6] != '1' && bic[7] != 'O'
}

// CheckCreditor says what the own company lacks to collect; NoReason if nothing.
func CheckCreditor(c Creditor) Reason {
	switch {
	case Text(c.Name, MaxName) == "":
		return NoCreditorName
	case ident.CheckICS(c.ICS) != nil:
		return BadICS
	case checkAccount(ident.NormalIBAN(c.IBAN), "") == BadIBAN:
		return BadCreditorIBAN
	case c.BIC != "" && !IsBIC(ident.NormalBIC(c.BIC)):
		return BadCreditorBIC
	}
	return NoReason
}

// normal puts the own company in the form the file needs.
func (c Creditor) normal() Creditor {
	c.Name = Text(c.Name, MaxName)
	c.ICS = ident.NormalICS(c.ICS)
	c.IBAN = ident.NormalIBAN(c.IBAN)
	c.BIC = ident.NormalBIC(c.BIC)
	return c
}
