package desk

import (
	"strings"

	"relance/domain/calendar"
	"relance/domain/ident"
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
	case ledger.FieldLateRate:
		ppm, ok := money.ParseRate(value)
		return money.FormatRate(ppm), ok
	case ledger.FieldNoticeOn, ledger.FieldReminderOn:
		d, err := calendar.ParseAny(value, calendar.UsualForms)
		return d.String(), err == nil
	}
	return value, true
}

// CheckField checks a value that a file gives for a field as Do checks one that
// a person typed, and gives it in the form in which it is stored. Amounts are in
// home where they name no currency. A blank value says nothing and is good.
func CheckField(f ledger.Field, value string, home money.Currency) (string, bool) {
	if strings.TrimSpace(value) == "" {
		return "", true
	}
	return normalField(f, value, home)
}

// Suspect reports whether a value that is taken all the same looks wrong: an
// identifier or a VAT number whose key is false, an e-mail address that is none.
// The country, as ISO 3166 has it, says whose numbers are meant; only French and
// Belgian ones are known.
func Suspect(f ledger.Field, value, country string) bool {
	value = strings.TrimSpace(value)
	known := country == "FR" || country == "BE"
	switch {
	case value == "":
		return false
	case f == ledger.FieldIdentifier:
		return known && ident.CheckSIREN(value) != nil && ident.CheckSIRET(value) != nil && ident.CheckKBO(value) != nil
	case f == ledger.FieldVAT:
		prefix := strings.ToUpper(value[:min(2, len(value))])
		known = known && strings.Trim(prefix, "0123456789") == "" || prefix == "FR" || prefix == "BE"
		return known && ident.CheckFRVAT(value) != nil && ident.CheckBEVAT(value) != nil
	case f == ledger.FieldContactEmail:
		local, domain, ok := strings.Cut(value, "@")
		dot := strings.LastIndexByte(domain, '.')
		return !ok || local == "" || dot < 1 || dot == len(domain)-1 || strings.ContainsAny(value, " \t,;<>()") || strings.Contains(domain, "@")
	}
	return false
}

// ChangedFields lists the fields, in their order, in which two states of a
// client differ. Contacts are compared place by place.
func ChangedFields(was, is *ledger.Client) []ledger.Field {
	var out []ledger.Field
	for f := range ledger.FieldCount {
		if f.OfClient() && fieldValue(was, f) != fieldValue(is, f) {
			out = append(out, f)
		}
	}
	var differs [4]bool
	for i, c := range is.Contacts {
		var old ledger.Contact
		if i < len(was.Contacts) {
			old = was.Contacts[i]
		}
		for n, same := range [...]bool{c.Name == old.Name, c.Role == old.Role, c.Phone == old.Phone, c.Email == old.Email} {
			differs[n] = differs[n] || !same
		}
	}
	for n, yes := range differs {
		if yes {
			out = append(out, ledger.FieldContactName+ledger.Field(n))
		}
	}
	return out
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
	case ledger.FieldLateRate:
		if c.LateRate != 0 {
			return money.FormatRate(c.LateRate)
		}
	case ledger.FieldNoticeOn:
		return c.NoticeOn.String()
	case ledger.FieldReminderOn:
		return c.ReminderOn.String()
	case ledger.FieldRepresentative:
		return c.Representative
	}
	return ""
}

func plainOrNone(a money.Amount) string {
	if a.Currency == (money.Currency{}) {
		return ""
	}
	return money.FormatPlain(a)
}
