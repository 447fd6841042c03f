package desk

import (
	"strings"

	"relance/domain/calendar"
	"relance/domain/directdebit"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
)

// Law is the country whose law the papers of a client follow, FR or BE.
func (f *File) Law() string { return lawOf(&f.Creditor, &f.Client) }

// Language is the language of a client's papers, fr, nl or en: his own (Dutch in
// Belgium alone, whose law the Dutch papers know), else that of his country;
// nothing where neither tells.
func (f *File) Language() string {
	country := f.Client.Country
	if country == "" {
		country = f.Creditor.Country
	}
	switch l := f.Client.Language; {
	case l == "fr", l == "en", l == "nl" && country == "BE":
		return l
	case l != "" && l != "nl":
		return "en"
	}
	switch country {
	case "FR", "LU", "MC":
		return "fr"
	case "BE":
		return belgianLanguage(f.Client.Address)
	case "":
		return ""
	}
	return "en"
}

// belgianLanguage is that of the postal code in an address: Dutch in the
// provinces of Flanders, French elsewhere and where there is none.
func belgianLanguage(address string) string {
	words := strings.FieldsFunc(address, func(r rune) bool { return r < '0' || r > '9' })
	for i := len(words) - 1; i >= 0; i-- {
		if code := words[i]; len(code) == 4 {
			if code >= "1500" && code < "4000" || code >= "8000" {
				return "nl"
			}
			return "fr"
		}
	}
	return "fr"
}

// Plan finds a plan of the file. Without an identity it is the one that counts:
// the latest that stands, signed or not, a draft only where there is no other;
// nil = none.
func (f *File) Plan(id journal.ID) *PlanRow {
	var draft *PlanRow
	for i := range f.Plans {
		r := &f.Plans[i]
		switch {
		case !id.IsZero():
			if r.Plan.ID == id {
				return r
			}
		case r.Standing.State == plan.Draft && draft == nil:
			draft = r
		case r.Standing.State != plan.Draft && liveState(r.Standing.State):
			return r
		}
	}
	return draft
}

// ItemOf finds a document of the file, nil = none.
func (f *File) ItemOf(key ledger.ItemKey) *ItemRow {
	for i := range f.Items {
		if f.Items[i].Key == key {
			return &f.Items[i]
		}
	}
	return nil
}

// MandateInForce is the client's mandate that direct debits can use on the day
// shown, the last one recorded; nil = none.
func (v *View) MandateInForce(key ledger.ClientKey) *MandateRow {
	rows := v.Mandates(key)
	for i := len(rows) - 1; i >= 0; i-- {
		if why, _ := rows[i].Debit(key).Standing(v.shown()); why == directdebit.NoReason {
			return &rows[i]
		}
	}
	return nil
}

// PlanCharge is what a document of a plan bears for being late, as the plan has
// it: asked with the instalments, given up, or suspended.
type PlanCharge struct {
	Item      ledger.ItemKey
	Due       calendar.Date
	Principal int64 // what the plan pays of it
	Interest  int64 // asked: as in the instalments; else to the plan's ChargedTo
	Fee       int64
	Segments  []latefee.Segment // behind Interest, of which latefee.Shares gives each its part
}

// PlanCharges opens the interest and the indemnities of a plan: those of each
// document, which sum to those of the instalments where they are asked, and to
// Charged and ChargedFee where they are not. Nothing is given where the plan
// reserves both. Of a plan whose interest is not what the rates known now come
// to, the sums are the plan's, and there are no Segments behind them: same is
// false. A rate that is not known any more is a *latefee.MissingRate.
func (v *View) PlanCharges(key ledger.ClientKey, p *journal.Plan) (list []PlanCharge, same bool, err error) {
	c := planCharges{plan: p, rates: v.Rates(), terms: v.FeeTerms(key), paid: plan.Slices(*p)}
	c.terms.Provisional = p.Provisional
	c.find(v.planned(key, p.Currency, p.Items, p.ID))
	if err := c.interest(); err != nil {
		return nil, false, err
	}
	if err := c.fees(); err != nil {
		return nil, false, err
	}
	for _, line := range c.out {
		if line.Interest == 0 && line.Fee == 0 {
			continue
		}
		if c.differs {
			line.Segments = nil
		}
		list = append(list, line)
	}
	return list, !c.differs, nil
}

type planCharges struct {
	plan   *journal.Plan
	rates  latefee.Rates
	terms  latefee.Terms
	paid   [][]plan.Slice // by instalment
	claims []latefee.Claim
	before [][]latefee.Movement // what was paid before the plan, whose interest it takes
	out    []PlanCharge         // these three at the index of the plan's items

	differs bool // from what the plan says
}

// find takes the claims of the plan's documents, each of the part planned.
func (c *planCharges) find(claims []latefee.Claim, before [][]latefee.Movement) {
	c.claims, c.before, c.out = claims, before, make([]PlanCharge, len(claims))
	for i, part := range c.plan.Items {
		c.out[i] = PlanCharge{Item: part.Item, Principal: part.Amount, Due: claims[i].Due}
		if claims[i].Amount != 0 {
			c.claims[i].Amount, c.claims[i].Movements = part.Amount, nil
		}
	}
}

func (c *planCharges) interest() error {
	p := c.plan
	switch {
	case p.Interest == journal.ChargesAsked:
		if err := c.asked(); err != nil {
			return err
		}
	case p.Interest == journal.ChargesReserved || p.ChargedTo.IsZero(),
		p.Interest == journal.ChargesWaived && p.Charged == 0: // perhaps for want of a rate
		return nil
	}
	left := p.Charged
	for i := range c.claims {
		claim, upTo := c.claims[i], p.ChargedTo
		if claim.Amount == 0 {
			continue
		}
		for _, m := range c.before[i] {
			if !m.Credit && m.Amount > 0 {
				claim.Amount += m.Amount
				claim.Movements = append(claim.Movements, m)
			}
		}
		if p.Interest == journal.ChargesAsked {
			for n, parts := range c.paid {
				for _, s := range parts {
					if s.Item == i {
						upTo = max(upTo, p.Instalments[n].Due)
						claim.Movements = append(claim.Movements, latefee.Movement{On: p.Instalments[n].Due, Amount: s.Amount})
					}
				}
			}
		}
		st, err := latefee.Compute(c.rates, c.terms, []latefee.Claim{claim}, upTo)
		if err != nil {
			return err
		}
		c.out[i].Segments = st.Lines[0].Segments
		if p.Interest != journal.ChargesAsked {
			c.out[i].Interest = min(st.Lines[0].Interest, left)
			c.differs = c.differs || st.Lines[0].Interest > left
			left -= c.out[i].Interest
		}
	}
	if p.Interest != journal.ChargesAsked && left > 0 && len(c.out) > 0 {
		c.out[len(c.out)-1].Interest += left
		c.differs = true
	}
	return nil
}

// asked shares the interest of each instalment among the documents that it
// pays, by what each bears; they sum to it whatever was rounded.
func (c *planCharges) asked() error {
	begun := make([]bool, len(c.claims))
	for n, parts := range c.paid {
		line := &c.plan.Instalments[n]
		var sum latefee.Exact
		given := int64(0)
		for k, s := range parts {
			share := line.Interest - given
			if claim := c.claims[s.Item]; claim.Amount > 0 {
				a, err := latefee.Accrue(c.rates, c.terms, claim, s.Amount, claim.Due, line.Due)
				if err != nil {
					return err
				}
				sum = sum.Add(a.Exact)
				if !begun[s.Item] {
					if sum, err = c.opening(sum, s.Item); err != nil {
						return err
					}
				}
				begun[s.Item] = true
			}
			if k < len(parts)-1 {
				share = min(sum.Round(), line.Interest) - given
			}
			given += share
			c.out[s.Item].Interest += share
		}
		c.differs = c.differs || sum.Round() != line.Interest
	}
	return nil
}

// opening adds the interest that ran on a document before the plan.
func (c *planCharges) opening(sum latefee.Exact, item int) (latefee.Exact, error) {
	claim := c.claims[item]
	for _, m := range c.before[item] {
		if m.Credit || m.Amount <= 0 {
			continue
		}
		a, err := latefee.Accrue(c.rates, c.terms, claim, m.Amount, claim.Due, m.On)
		if err != nil {
			return sum, err
		}
		sum = sum.Add(a.Exact)
	}
	return sum, nil
}

// fees gives each document its indemnity: asked, that of the instalment which
// begins to pay it.
func (c *planCharges) fees() error {
	p := c.plan
	if p.Fees == journal.ChargesReserved || p.Fees != journal.ChargesAsked && p.ChargedTo.IsZero() {
		return nil
	}
	if p.Fees != journal.ChargesAsked {
		left := p.ChargedFee
		for i := range c.claims {
			if err := c.fee(i, p.ChargedTo, &left); err != nil {
				return err
			}
		}
		return nil
	}
	begun := make([]bool, len(c.claims))
	for n, parts := range c.paid {
		left := p.Instalments[n].Fee
		for _, s := range parts {
			if begun[s.Item] {
				continue
			}
			begun[s.Item] = true
			if err := c.fee(s.Item, p.Instalments[n].Due, &left); err != nil {
				return err
			}
		}
		if left > 0 && len(parts) > 0 {
			c.out[parts[len(parts)-1].Item].Fee += left
		}
	}
	return nil
}

func (c *planCharges) fee(item int, on calendar.Date, left *int64) error {
	claim := c.claims[item]
	if claim.Amount == 0 || *left == 0 {
		return nil
	}
	claim.InterestWaived = true // no rate decides on an indemnity
	st, err := latefee.Compute(c.rates, c.terms, []latefee.Claim{claim}, on)
	if err != nil {
		return err
	}
	fee := min(st.Fees, *left)
	c.out[item].Fee += fee
	*left -= fee
	return nil
}

// AccountState is what a statement of account says of a client in one currency,
// in minor units.
type AccountState struct {
	Items     []*ItemRow // open, credits among them, by due date
	Overdue   int64
	NotDue    int64
	Unapplied int64 // credits not set against anything, positive
}

// Total is what the client owes.
func (s *AccountState) Total() int64 { return s.Overdue + s.NotDue - s.Unapplied }

// Account states what is open in a currency.
func (f *File) Account(cur money.Currency) AccountState {
	var s AccountState
	for i := range f.Items[:f.OpenItems] {
		r := &f.Items[i]
		if r.Currency != cur {
			continue
		}
		s.Items = append(s.Items, r)
		switch {
		case r.Open < 0:
			s.Unapplied -= r.Open
		case r.DaysLate > 0:
			s.Overdue += r.Open
		default:
			s.NotDue += r.Open
		}
	}
	return s
}

// PlanWarnings tells what is unusual about a plan that is about to be saved for
// the client of a file.
func (v *View) PlanWarnings(f *File, p journal.Plan) []plan.Warning {
	a := v.account(f.Client.Key)
	if a == nil {
		return nil
	}
	due, limits := map[ledger.ItemKey]calendar.Date{}, map[ledger.ItemKey]calendar.Date{}
	for i := range f.Items {
		due[f.Items[i].Key], limits[f.Items[i].Key] = f.Items[i].Due, f.Items[i].LimitationOn
	}
	return a.warnings(f, &PlanRow{Plan: p, MadeOn: v.shown()}, due, limits, v.shared)
}
