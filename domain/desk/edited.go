package desk

import (
	"relance/domain/act"
	"relance/domain/journal"
	"relance/domain/ledger"
)

// Edited gives the commands that carry an edited clients file over what persons
// typed before: a clients file is typed by a person too, and an import alone
// would stay hidden under their words. Values that already stand, and fields
// that nobody typed (the import itself changes those), need none.
func (v *View) Edited(creditor string, rows []ledger.Particular) []act.SetField {
	var out []act.SetField
	for i := range rows {
		r := &rows[i]
		a := v.account(ledger.ClientKey{Creditor: creditor, Account: r.Account})
		if a != nil && a.typedOtherwise(r.Field, r.Value) {
			out = append(out, act.SetField{Base: act.Base{Client: a.client.Key}, Field: r.Field, Value: r.Value})
		}
	}
	return out
}

// typedOtherwise reports whether a person typed another value for the field.
func (a *account) typedOtherwise(f ledger.Field, value string) bool {
	switch f {
	case ledger.FieldContactName, ledger.FieldContactRole, ledger.FieldContactPhone, ledger.FieldContactEmail:
		return len(a.contacts) > 0 && *contactField(&a.contacts[0].Contact, f) != value
	}
	typed := a.fields[f]
	if len(typed) == 0 {
		return false
	}
	last := typed[len(typed)-1].Content.(journal.ParticularsChanged).Value
	want, ok := normalField(f, value, a.creditor.Currency)
	return ok && last != "" && last != want
}

// contactField points to one particular of a contact person.
func contactField(c *ledger.Contact, f ledger.Field) *string {
	switch f {
	case ledger.FieldContactRole:
		return &c.Role
	case ledger.FieldContactPhone:
		return &c.Phone
	case ledger.FieldContactEmail:
		return &c.Email
	}
	return &c.Name
}
