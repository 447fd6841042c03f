package wire

import (
	"fmt"
	"slices"

	"relance/domain/calendar"
	"relance/domain/ledger"
)

// EncodeClient gives the sealed value of a client's particulars. The key is not
// part of it. ErrContent: a value that no reader would accept.
func EncodeClient(v *ledger.Client) ([]byte, error) {
	c := coder{writing: true, b: []byte{sealVersion}}
	c.client(v)
	if c.bad {
		return nil, fmt.Errorf("%w: client %s", ErrContent, v.Key.Account)
	}
	return seal(c.b, 0), nil
}

// DecodeClient reads the particulars of the client with that key. s may be
// shared among many clients.
func (s *Strings) DecodeClient(key ledger.ClientKey, value []byte) (ledger.Client, error) {
	cl := ledger.Client{Key: key}
	payload, err := open(value)
	if err != nil {
		return cl, err
	}
	c := coder{b: payload, strs: s}
	c.client(&cl)
	if c.bad || len(c.b) > 0 {
		return ledger.Client{Key: key}, fmt.Errorf("%w: client", ErrDamaged)
	}
	return cl, nil
}

func (c *coder) client(v *ledger.Client) {
	c.string(&v.Name)
	c.string(&v.Identifier)
	c.string(&v.VAT)
	c.string(&v.Address)
	c.name(&v.Country)
	c.name(&v.Language)
	enum(c, &v.Nature, ledger.NatureCount)
	c.name(&v.Segment)
	c.name(&v.Sector)
	c.name(&v.SalesRep)
	c.name(&v.Collector)
	c.name(&v.Terms)
	c.name(&v.PaymentMethod)
	c.amount(&v.Limit)
	c.amount(&v.Cover)
	c.bool(&v.Factored)
	list(c, &v.Contacts, 4)
	for i := range v.Contacts {
		p := &v.Contacts[i]
		c.string(&p.Name)
		c.string(&p.Role)
		c.string(&p.Phone)
		c.string(&p.Email)
	}
	c.charges(v)
}

// charges is what a client's late fees and papers rest on. It was added at the
// end of the value: without any of it nothing is written.
func (c *coder) charges(v *ledger.Client) {
	said := v.LateRate != 0 || !v.NoticeOn.IsZero() || !v.ReminderOn.IsZero() || v.Representative != ""
	if c.writing && !said || !c.writing && len(c.b) == 0 {
		return
	}
	c.int(&v.LateRate)
	c.date(&v.NoticeOn)
	c.date(&v.ReminderOn)
	c.string(&v.Representative)
}

// EncodeCreditor gives the sealed value of a creditor, whose ID is not part of it.
// ErrContent: a value that no reader would accept.
func EncodeCreditor(v *ledger.Creditor) ([]byte, error) {
	c := coder{writing: true, b: []byte{sealVersion}}
	c.creditor(v)
	if c.bad {
		return nil, fmt.Errorf("%w: creditor %s", ErrContent, v.ID)
	}
	return seal(c.b, 0), nil
}

// DecodeCreditor reads the creditor with that ID.
func DecodeCreditor(id string, value []byte) (ledger.Creditor, error) {
	cr := ledger.Creditor{ID: id}
	payload, err := open(value)
	if err != nil {
		return cr, err
	}
	c := coder{b: payload, strs: &Strings{}}
	c.creditor(&cr)
	if c.bad || len(c.b) > 0 {
		return ledger.Creditor{ID: id}, fmt.Errorf("%w: creditor", ErrDamaged)
	}
	return cr, nil
}

func (c *coder) creditor(v *ledger.Creditor) {
	c.string(&v.Name)
	c.string(&v.Identifier)
	c.string(&v.IBAN)
	c.string(&v.BIC)
	c.string(&v.ICS)
	c.string(&v.Address)
	c.string(&v.Country)
	c.currency(&v.Currency)
	enum(c, &v.Zone, calendar.Target+1)
	c.string(&v.DefaultTerms)
	list(c, &v.Prefixes, 1)
	for i := range v.Prefixes {
		c.string(&v.Prefixes[i])
	}
	c.date(&v.Cutoff)
	list(c, &v.Scopes, 4)
	for i := range v.Scopes {
		s := &v.Scopes[i]
		c.uint32(&s.ID)
		enum(c, &s.Kind, ledger.OpenList+1)
		c.date(&s.From)
		c.date(&s.To)
	}
	papers := v.LateRate != 0 || v.Legal != "" || v.City != "" || v.Representative != "" || v.RetentionOfTitle
	c.years(v.Scopes, papers)
	if c.writing && !papers || !c.writing && len(c.b) == 0 {
		return
	}
	c.int(&v.LateRate)
	c.string(&v.Legal)
	c.string(&v.City)
	c.string(&v.Representative)
	c.bool(&v.RetentionOfTitle)
}

// years is what scopes say of their financial years. It was added at the end of
// the value: without it no scope says anything, and then it is not written,
// unless more follows.
func (c *coder) years(scopes []ledger.Scope, follows bool) {
	said := follows || slices.ContainsFunc(scopes, func(s ledger.Scope) bool { return s.Opens || s.Closing != 0 })
	if c.writing && !said || !c.writing && len(c.b) == 0 {
		return
	}
	for i := range scopes {
		c.date(&scopes[i].Closing)
		c.bool(&scopes[i].Opens)
	}
}
