package ledger

import (
	"slices"
	"strings"

	"relance/domain/calendar"
	"relance/domain/money"
)

// mergeClient lays what a file says of a client over what is known: blank
// fields say nothing.
func mergeClient(known, read Client) (Client, bool) {
	changed := false
	text := func(at *string, value string) {
		if value != "" && *at != value {
			*at, changed = value, true
		}
	}
	amount := func(at *money.Amount, value money.Amount) {
		if value.Currency != (money.Currency{}) && *at != value {
			*at, changed = value, true
		}
	}
	day := func(at *calendar.Date, value calendar.Date) {
		if !value.IsZero() && *at != value {
			*at, changed = value, true
		}
	}
	out := known
	text(&out.Name, read.Name)
	text(&out.Identifier, read.Identifier)
	text(&out.VAT, read.VAT)
	text(&out.Address, read.Address)
	text(&out.Country, read.Country)
	text(&out.Language, read.Language)
	text(&out.Segment, read.Segment)
	text(&out.Sector, read.Sector)
	text(&out.SalesRep, read.SalesRep)
	text(&out.Collector, read.Collector)
	text(&out.Terms, read.Terms)
	text(&out.PaymentMethod, read.PaymentMethod)
	text(&out.Representative, read.Representative)
	amount(&out.Limit, read.Limit)
	amount(&out.Cover, read.Cover)
	if read.Nature != Business && out.Nature != read.Nature {
		out.Nature, changed = read.Nature, true
	}
	if read.Factored && !out.Factored {
		out.Factored, changed = true, true
	}
	if read.LateRate != 0 && out.LateRate != read.LateRate {
		out.LateRate, changed = read.LateRate, true
	}
	day(&out.NoticeOn, read.NoticeOn)
	day(&out.ReminderOn, read.ReminderOn)
	if len(read.Contacts) > 0 && !slices.Equal(out.Contacts, read.Contacts) {
		out.Contacts, changed = slices.Clone(read.Contacts), true
	}
	return out, changed
}

// particulars changes the fields that a clients file names. A client that the
// ledger does not know yet is added without items. Due dates are items' and are
// left out.
func (c *comparison) particulars() error {
	rows := slices.Clone(c.batch.Changed)
	slices.SortStableFunc(rows, func(a, b Particular) int { return strings.Compare(a.Account, b.Account) })
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && rows[n].Account == rows[0].Account {
			n++
		}
		if err := c.client(rows[:n]); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// client applies the rows of one account.
func (c *comparison) client(rows []Particular) error {
	key := ClientKey{Creditor: c.creditor.ID, Account: rows[0].Account}
	at, found := slices.BinarySearchFunc(c.known, key.Account, func(a *Account, account string) int {
		return strings.Compare(a.Client.Key.Account, account)
	})
	was := Client{Key: key}
	if found {
		was = c.known[at].Client
	} else {
		c.change.Diff.ClientsNew++
	}
	is := was
	is.Contacts = slices.Clone(was.Contacts)
	for _, row := range rows {
		if !is.set(row, c.creditor.Currency, contactName(rows, row.Line)) {
			return &CompareError{Code: CompareValue, Line: row.Line, Field: row.Field, Account: row.Account, Value: row.Value}
		}
	}
	if !found || !sameClient(&was, &is) {
		c.change.Accounts = append(c.change.Accounts, AccountChange{Key: key, Client: &is, New: !found})
	}
	return nil
}

func sameClient(a, b *Client) bool {
	_, differs := mergeClient(*a, *b)
	return !differs && a.Nature == b.Nature && a.Factored == b.Factored && slices.Equal(a.Contacts, b.Contacts)
}

// contactName is the name of the person that a line of the file is about.
func contactName(rows []Particular, line int) string {
	for _, r := range rows {
		if r.Line == line && r.Field == FieldContactName {
			return strings.TrimSpace(r.Value)
		}
	}
	return ""
}

// set sets one field; false when the value cannot be the field's.
func (cl *Client) set(row Particular, home money.Currency, person string) bool {
	value := strings.TrimSpace(row.Value)
	if value == "" {
		return true
	}
	texts := map[Field]*string{
		FieldName: &cl.Name, FieldIdentifier: &cl.Identifier, FieldVAT: &cl.VAT, FieldAddress: &cl.Address,
		FieldSegment: &cl.Segment, FieldSector: &cl.Sector, FieldSalesRep: &cl.SalesRep, FieldCollector: &cl.Collector,
		FieldTerms: &cl.Terms, FieldPaymentMethod: &cl.PaymentMethod, FieldRepresentative: &cl.Representative,
	}
	if at, ok := texts[row.Field]; ok {
		*at = value
		return true
	}
	switch row.Field {
	case FieldCountry:
		cl.Country = strings.ToUpper(value)
		return len(value) == 2
	case FieldLanguage:
		cl.Language = strings.ToLower(value)
		return len(value) == 2
	case FieldNature:
		return cl.setNature(value)
	case FieldLimit:
		return setAmount(&cl.Limit, value, home)
	case FieldCover:
		return setAmount(&cl.Cover, value, home)
	case FieldFactored:
		return cl.setFactored(value)
	case FieldLateRate:
		return setRate(&cl.LateRate, value)
	case FieldNoticeOn:
		return setDay(&cl.NoticeOn, value)
	case FieldReminderOn:
		return setDay(&cl.ReminderOn, value)
	case FieldContactName, FieldContactRole, FieldContactPhone, FieldContactEmail:
		cl.setContact(row.Field, value, person)
	}
	return true
}

func setRate(at *int64, value string) bool {
	ppm, ok := money.ParseRate(value)
	if ok {
		*at = ppm
	}
	return ok
}

func setDay(at *calendar.Date, value string) bool {
	d, err := calendar.ParseAny(value, calendar.UsualForms)
	if err == nil {
		*at = d
	}
	return err == nil
}

func setAmount(at *money.Amount, value string, home money.Currency) bool {
	a, err := money.Parse(value, home)
	if err != nil || a.Minor < 0 {
		return false
	}
	*at = a
	return true
}

func (cl *Client) setNature(value string) bool {
	switch strings.ToLower(value) {
	case "business", "b2b", "entreprise", "professionnel":
		cl.Nature = Business
	case "consumer", "b2c", "consommateur", "particulier":
		cl.Nature = Consumer
	case "public", "b2g":
		cl.Nature = Public
	default:
		return false
	}
	return true
}

func (cl *Client) setFactored(value string) bool {
	switch strings.ToLower(value) {
	case "1", "true", "yes", "y", "oui", "o", "vrai", "x":
		cl.Factored = true
	case "0", "false", "no", "n", "non", "faux":
		cl.Factored = false
	default:
		return false
	}
	return true
}

// setContact changes the contact of that name, the first one where the line
// names nobody, or adds one.
func (cl *Client) setContact(f Field, value, person string) {
	at := slices.IndexFunc(cl.Contacts, func(k Contact) bool { return person == "" || k.Name == person })
	if at < 0 {
		at = len(cl.Contacts)
		cl.Contacts = append(cl.Contacts, Contact{Name: person})
	}
	k := &cl.Contacts[at]
	switch f {
	case FieldContactName:
		k.Name = value
	case FieldContactRole:
		k.Role = value
	case FieldContactPhone:
		k.Phone = value
	case FieldContactEmail:
		k.Email = value
	}
}
