package desk

import (
	"slices"
	"strings"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/promise"
)

// apply folds one live event into the account. Events come in order.
func (a *account) apply(e *journal.Event) {
	switch c := e.Content.(type) {
	case journal.CallLogged:
		a.contact.log(e, c, a.day)
	case journal.PromiseMade:
		a.applyPromise(e, c)
	case journal.PromiseWithdrawn:
		for i := range a.promises {
			if a.promises[i].ID == c.Promise {
				a.promises[i].WithdrawnOn, a.promises[i].endedBy = e.Day, e.Act
			}
		}
	case journal.PlanDrafted:
		a.applyPlan(e, c.Plan, plan.Draft)
	case journal.PlanProposed:
		a.applyPlan(e, c.Plan, plan.Proposed)
	case journal.PlanSigned:
		a.applyPlan(e, c.Plan, plan.Signed)
	case journal.PlanCancelled:
		for i := range a.plans {
			if l := &a.plans[i].Life; a.plans[i].Plan.ID == c.Plan {
				l.CancelledOn = e.Day
				if a.promisedIn(e.Act) {
					l.Handed = a.knownUpTo(e)
				}
			}
		}
	case journal.DisputeOpened, journal.DisputeUpdated, journal.DisputeResolved:
		a.applyDispute(e)
	case journal.CallbackSet:
		// The latest callback says when to call and replaces those before it, but
		// trying again never cancels an hour agreed with the debtor.
		a.callbacks = slices.DeleteFunc(slices.Clone(a.callbacks), func(r CallbackRow) bool { return r.Automatic || !c.Automatic })
		a.callbacks = append(a.callbacks, CallbackRow{CallbackSet: c, ID: e.ID, Act: e.Act})
	case journal.CallbackDone:
		a.dropCallback(c.Callback)
	case journal.ReceiptSeen:
		a.seen = append(a.seen, seenReceipt{id: e.ID, amount: c.Amount, on: c.On, items: c.Items})
	case journal.ParticularsChanged:
		a.applyField(e, c)
	case journal.ContactSet:
		a.applyContact(e, c)
	case journal.StatusChanged:
		a.status, a.statusOn = c, e.Day
		a.judgment.told(c, e.Day)
		if c.Status == journal.Insolvency {
			a.endAgreements(e.Day)
		}
	case journal.LimitDecided:
		a.client.Limit, a.limitTo = c.Limit, c.Until
	case journal.FeesWaived, journal.LimitationInterrupted, journal.MandateSet, journal.DebitIssued:
		a.applyCharge(e)
	}
}

func (l *contactLog) log(e *journal.Event, c journal.CallLogged, day calendar.Date) {
	l.attempts++
	if c.Outcome.Reached() {
		l.reached++
		l.lastReached = e.Day
	}
	l.last, l.lastOutcome, l.lastEvent = e.Day, c.Outcome, e
	l.wrongNumber = c.Outcome == journal.WrongNumber
	if c.Channel != journal.CalledOut {
		return // caps count the calls that we make
	}
	for _, w := range []struct {
		days int
		n    *int
		conv *int
	}{{1, &l.today.Attempts, &l.today.Conversations}, {7, &l.week.Attempts, &l.week.Conversations}} {
		if day.Sub(e.Day) < w.days {
			*w.n++
			if c.Outcome.Reached() {
				*w.conv++
			}
		}
	}
}

func (a *account) applyPromise(e *journal.Event, c journal.PromiseMade) {
	level := 0
	for _, id := range c.Supersedes {
		for i := range a.promises {
			if p := &a.promises[i]; p.ID == id {
				p.SupersededOn, p.Handed = e.Day, a.knownUpTo(e)
				level = max(level, p.Level+1)
			}
		}
	}
	a.promises = append(a.promises, PromiseRow{
		Promise: promise.Promise{
			ID: e.ID, Amount: c.Amount.Minor, Currency: c.Amount.Currency, Made: e.Day, Due: c.Due,
			Parts: c.Items, Origin: c.Origin, Level: level, Since: a.knownUpTo(e),
		},
		Person: c.Person.Body, Act: e.Act,
	})
}

// promisedIn reports whether a promise was given in an act.
func (a *account) promisedIn(id journal.ID) bool {
	return slices.ContainsFunc(a.promises, func(p PromiseRow) bool { return p.Act == id })
}

func (a *account) applyPlan(e *journal.Event, p journal.Plan, state plan.State) {
	if p.ID.IsZero() {
		p.ID = e.ID
	}
	at := slices.IndexFunc(a.plans, func(r PlanRow) bool { return r.Plan.ID == p.ID })
	if at < 0 {
		at = len(a.plans)
		a.plans = append(a.plans, PlanRow{MadeOn: e.Day, Life: plan.Life{ID: p.ID}})
	}
	r := &a.plans[at]
	if !r.Life.SignedOn.IsZero() {
		if !sameSchedule(&r.Plan, &p) {
			r.Conflicts = append(r.Conflicts, PlanConflict{On: e.Day, Author: e.Author, Signed: state == plan.Signed})
		}
		if state != plan.Signed { // of somebody who had not seen the signature
			return
		}
	}
	if state != plan.Draft { // a draft takes nobody's place
		a.endPlans(p.Supersedes, e)
	}
	agreed := !r.Life.ProposedOn.IsZero() || !r.Life.SignedOn.IsZero()
	if agreed && sumParts(p.Items) != sumParts(r.Plan.Items) { // agreed anew, over what was left
		r.Life.ProposedOn, r.Life.SignedOn, agreed = 0, 0, false
	}
	if !agreed {
		r.Life.Since = a.knownUpTo(e)
	}
	r.Plan, r.Act = p, e.Act
	switch state {
	case plan.Proposed:
		r.Life.ProposedOn = e.Day
	case plan.Signed:
		r.Life.SignedOn = e.Day
	}
}

// sameSchedule reports whether two versions of a plan ask for the same: what the
// debtor signed is what he owes.
func sameSchedule(x, y *journal.Plan) bool {
	same := func(i, k journal.Instalment) bool {
		return i.Due == k.Due && i.Principal == k.Principal && i.Interest == k.Interest && i.Fee == k.Fee
	}
	return x.Currency == y.Currency && slices.EqualFunc(x.Instalments, y.Instalments, same) && slices.Equal(x.Items, y.Items) &&
		x.Interest == y.Interest && x.Fees == y.Fees && x.Charged == y.Charged && x.ChargedFee == y.ChargedFee && x.Clause == y.Clause
}

// endPlans marks plans as replaced, from the first time that it is said, and
// hands what was not known yet over from the promises whose place the plan took.
func (a *account) endPlans(ids []journal.ID, e *journal.Event) {
	for i := range a.plans {
		if p := &a.plans[i]; p.Life.SupersededOn == 0 && slices.Contains(ids, p.Plan.ID) {
			p.Life.SupersededOn, p.Life.Handed = e.Day, a.knownUpTo(e)
		}
	}
	for i := range a.promises {
		if p := &a.promises[i]; p.WithdrawnOn != 0 && p.endedBy == e.Act {
			p.Handed = a.knownUpTo(e)
		}
	}
}

func (a *account) applyDispute(e *journal.Event) {
	switch c := e.Content.(type) {
	case journal.DisputeOpened:
		a.disputes = append(a.disputes, DisputeRow{
			ID: e.ID, Act: e.Act, Reason: c.Reason, Items: c.Items, Amount: sumParts(c.Items),
			OpenedOn: e.Day, Due: c.Due, Owner: c.Owner,
		})
	case journal.DisputeUpdated:
		for i := range a.disputes {
			if d := &a.disputes[i]; d.ID == c.Dispute {
				d.Items, d.Amount, d.Due, d.Owner = c.Items, sumParts(c.Items), c.Due, c.Owner
			}
		}
	case journal.DisputeResolved:
		for i := range a.disputes {
			if d := &a.disputes[i]; d.ID == c.Dispute {
				d.State, d.ResolvedOn = DisputeUnfounded, e.Day
				if c.How == journal.Founded {
					d.State = DisputeFounded
				}
			}
		}
	}
}

// endAgreements cancels promises and plans when proceedings open: payment of
// earlier debts is forbidden from then on (C. com. art. L622-7).
func (a *account) endAgreements(on calendar.Date) {
	for i := range a.promises {
		if p := &a.promises[i]; p.WithdrawnOn == 0 && p.SupersededOn == 0 {
			p.WithdrawnOn = on
		}
	}
	for i := range a.plans {
		if l := &a.plans[i].Life; l.SupersededOn == 0 && l.CancelledOn == 0 {
			l.CancelledOn = on
		}
	}
}

func (a *account) dropCallback(id journal.ID) {
	for i := range a.callbacks {
		if a.callbacks[i].ID == id {
			a.callbacks = append(a.callbacks[:i:i], a.callbacks[i+1:]...)
			return
		}
	}
}

func (a *account) applyField(e *journal.Event, c journal.ParticularsChanged) {
	if a.fields == nil {
		a.fields = map[ledger.Field][]*journal.Event{}
	}
	a.fields[c.Field] = append(a.fields[c.Field], e)
	if c.Field == ledger.FieldDue && c.Value == "" { // the computed date holds again
		a.fields[c.Field] = slices.DeleteFunc(a.fields[c.Field], func(e *journal.Event) bool {
			return e.Content.(journal.ParticularsChanged).Item == c.Item
		})
		return
	}
	value := c.Value
	if value == "" {
		value = fieldValue(&a.book.Client, c.Field)
	}
	setField(&a.client, c.Field, value, a.creditor.Currency)
}

func (a *account) applyContact(e *journal.Event, c journal.ContactSet) {
	if !c.Role.IsZero() || !c.Phone.IsZero() || !c.Name.IsZero() {
		a.contact.wrongNumber = a.contact.wrongNumber && c.Phone.Body == ""
	}
	row := ContactRow{
		Contact: ledger.Contact{Name: c.Name.Body, Role: c.Role.Body, Phone: c.Phone.Body, Email: c.Email.Body},
		ID:      e.ID, ByHand: true,
	}
	for i := range a.contacts {
		if !c.Contact.IsZero() && a.contacts[i].ID == c.Contact {
			row.ID = c.Contact
			if c.Removed {
				a.contacts = append(a.contacts[:i:i], a.contacts[i+1:]...)
			} else {
				a.contacts[i] = row
			}
			return
		}
	}
	if !c.Removed {
		a.contacts = append(a.contacts, row)
	}
}

// setField writes one particular; a value that the field does not take is left
// out (commands are checked before they are recorded).
func setField(c *ledger.Client, f ledger.Field, value string, home money.Currency) {
	text := map[ledger.Field]*string{
		ledger.FieldName: &c.Name, ledger.FieldIdentifier: &c.Identifier, ledger.FieldVAT: &c.VAT,
		ledger.FieldAddress: &c.Address, ledger.FieldCountry: &c.Country, ledger.FieldLanguage: &c.Language,
		ledger.FieldSegment: &c.Segment, ledger.FieldSector: &c.Sector, ledger.FieldSalesRep: &c.SalesRep,
		ledger.FieldCollector: &c.Collector, ledger.FieldTerms: &c.Terms, ledger.FieldPaymentMethod: &c.PaymentMethod,
		ledger.FieldRepresentative: &c.Representative,
	}
	if p, ok := text[f]; ok {
		*p = value
		return
	}
	switch f {
	case ledger.FieldNature:
		c.Nature, _ = natureByKey(value)
	case ledger.FieldLimit:
		c.Limit = amountOrNone(value, home)
	case ledger.FieldCover:
		c.Cover = amountOrNone(value, home)
	case ledger.FieldFactored:
		c.Factored, _ = boolByKey(value)
	case ledger.FieldLateRate:
		c.LateRate, _ = money.ParseRate(value)
	case ledger.FieldNoticeOn:
		c.NoticeOn, _ = calendar.Parse(value)
	case ledger.FieldReminderOn:
		c.ReminderOn, _ = calendar.Parse(value)
	}
}

func amountOrNone(value string, home money.Currency) money.Amount {
	if strings.TrimSpace(value) == "" {
		return money.Amount{}
	}
	a, err := money.ParseWith(value, home, '.')
	if err != nil {
		return money.Amount{}
	}
	return a
}

var natureKeys = [...]string{"b2b", "b2c", "public"}

var _ = [1]struct{}{}[len(natureKeys)-int(ledger.NatureCount)]

func natureByKey(key string) (ledger.Nature, bool) {
	for i, k := range natureKeys {
		if strings.EqualFold(k, strings.TrimSpace(key)) {
			return ledger.Nature(i), true
		}
	}
	switch strings.ToLower(strings.TrimSpace(key)) { // as files have it
	case "business", "entreprise", "professionnel":
		return ledger.Business, true
	case "consumer", "consommateur", "particulier":
		return ledger.Consumer, true
	case "b2g":
		return ledger.Public, true
	}
	return ledger.Business, false
}

func boolByKey(key string) (value, ok bool) {
	switch strings.ToLower(strings.TrimSpace(key)) {
	case "1", "true", "yes", "oui", "o", "y", "vrai", "x":
		return true, true
	case "", "0", "false", "no", "non", "n", "faux":
		return false, true
	}
	return false, false
}

func sumParts(parts []journal.Part) int64 {
	var t int64
	for _, p := range parts {
		t += p.Amount
	}
	return t
}
