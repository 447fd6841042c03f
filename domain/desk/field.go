package desk

import (
	"strings"

	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/terms"
)

// normalField checks a value typed for a field and gives it in the form in
// which it is stored. An empty value clears the field: what accounting says
// shows again. Identifiers are taken as typed; their checks are warnings.
func normalField(f ledger.Field, value string, home money.Currency) (string, bool) {
	value = strings.TrimSpace(value)
	if value == "" {
		return "", f != ledger.FieldName
	}
	switch f {
	case ledger.FieldCountry:
		v := strings.ToUpper(value)
		return v, len(v) == 2
	case ledger.FieldLanguage:
		v := strings.ToLower(value)
		return v, v == "fr" || v == "en" || v == "nl"
	case ledger.FieldNature:
		n, ok := natureByKey(value)
		return natureKeys[n], ok
	case ledger.FieldTerms:
		t, err := terms.Parse(value)
		return t.String(), err == nil
	case ledger.FieldLimit, ledger.FieldCover:
		a, err := money.Parse(value, home)
		return money.FormatPlain(a), err == nil && a.Minor >= 0
	case ledger.FieldFactored:
		b, ok := boolByKey(value)
		return map[bool]string{true: "1", false: "0"}[b], ok
	}
	return value, true
}

// fieldValue gives a client's particular in the form in which it is stored.
func fieldValue(c *ledger.Client, f ledger.Field) string {
	switch f {
	case ledger.FieldName:
		return c.Name
	case ledger.FieldIdentifier:
		return c.Identifier
	case ledger.FieldVAT:
		return c.VAT
	case ledger.FieldAddress:
		return c.Address
	case ledger.FieldCountry:
		return c.Country
	case ledger.FieldLanguage:
		return c.Language
	case ledger.FieldNature:
		return natureKeys[c.Nature]
	case ledger.FieldSegment:
		return c.Segment
	case ledger.FieldSector:
		return c.Sector
	case ledger.FieldSalesRep:
		return c.SalesRep
	case ledger.FieldCollector:
		return c.Collector
	case ledger.FieldTerms:
		return c.Terms
	case ledger.FieldPaymentMethod:
		return c.PaymentMethod
	case ledger.FieldLimit:
		return plainOrNone(c.Limit)
	case ledger.FieldCover:
		return plainOrNone(c.Cover)
	case ledger.FieldFactored:
		if c.Factored {
			return "1"
		}
	}
	return ""
}

func plainOrNone(a money.Amount) string {
	if a.Currency == (money.Currency{}) {
		return ""
	}
	return money.FormatPlain(a)
}
