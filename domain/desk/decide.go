package desk

import (
	"slices"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/promise"
)

// decide turns a command into the contents of its events, or refuses it.
func (s *Session) decide(a *account, cmd act.Command) ([]decided, error) {
	if item, barred := a.barred(cmd); barred {
		return nil, refuse(ErrBarred, item.Number)
	}
	switch c := cmd.(type) {
	case act.Call:
		return s.decideCall(a, c)
	case act.Promise:
		return s.decidePromise(a, c)
	case act.Plan:
		return s.decidePlan(a, c)
	case act.Dispute:
		if sumParts(c.Items) <= 0 {
			return nil, refuse(ErrInvalid, "amount")
		}
		out := s.contact(a, c.Contact, journal.Disputed)
		out = append(out, decided{content: journal.DisputeOpened{Reason: c.Reason, Items: c.Items}})
		return append(out, s.replaced(a, cmd, a.currencyOf(c.Items))...), nil
	case act.Callback:
		if c.Callback.Day < s.cfg.Day {
			return nil, refuse(ErrInvalid, c.Callback.Day.String())
		}
		out := s.contact(a, c.Contact, journal.CallAgreed)
		return append(out, decided{content: c.Callback}), nil
	case act.Receipt:
		if c.Amount.Minor <= 0 || c.On > s.cfg.Day {
			return nil, refuse(ErrInvalid, c.On.String())
		}
		return one(journal.ReceiptSeen{Amount: c.Amount, On: c.On, Items: c.Items}), nil
	case act.SetStatus:
		return one(c.Status), nil
	case act.Close:
		return s.decideClose(a, c)
	case act.Undo:
		return undo(a.known(), &a.live, c)
	case act.Restore:
		return restore(&a.live, c)
	case act.WaiveFees, act.Interrupt, act.SetMandate:
		return s.decideCharge(a, cmd)
	}
	return s.decideWords(a, cmd)
}

func refuse(code Code, detail string) error { return &Error{Code: code, Detail: detail} }

func one(c journal.Content, builds ...journal.ID) []decided {
	return []decided{{content: c, builds: builds}}
}

// text salts a personal text.
func (s *Session) text(body string) journal.Text {
	if body == "" {
		return journal.Text{}
	}
	return journal.Text{Body: body, Salt: s.cfg.Salt()}
}

// contact logs a conversation or an attempt and ends the callbacks that it
// answers: those due, and automatic ones whatever their day.
func (s *Session) contact(a *account, c act.Contact, o journal.Outcome) []decided {
	minute := c.Minute
	if minute < 0 {
		minute = s.minute()
	}
	out := one(journal.CallLogged{Outcome: o, Channel: c.Channel, Minute: minute, Person: s.text(c.Person)})
	for _, cb := range a.callbacks {
		if cb.Automatic || cb.Day <= s.cfg.Day {
			out = append(out, decided{content: journal.CallbackDone{Callback: cb.ID}, builds: []journal.ID{cb.ID}})
		}
	}
	return out
}

func (s *Session) decideCall(a *account, c act.Call) ([]decided, error) {
	out := s.contact(a, c.Contact, c.Outcome)
	if c.FollowUp.Day != 0 {
		out = append(out, decided{content: c.FollowUp})
	}
	return out, nil
}

func (s *Session) decidePromise(a *account, c act.Promise) ([]decided, error) {
	if c.Amount.Minor <= 0 || c.Due < s.cfg.Day {
		return nil, refuse(ErrInvalid, c.Due.String())
	}
	for _, id := range c.Supersedes {
		if !a.openPromise(id) {
			return nil, refuse(ErrStale, id.String())
		}
	}
	for _, id := range c.Cancels {
		if old := a.planRow(id); old == nil || old.Standing.State != plan.Proposed {
			return nil, refuse(ErrStale, id.String())
		}
	}
	outcome := journal.Promised
	if c.Origin == journal.OriginAnnounced {
		outcome = journal.Transfer
	}
	out := s.contact(a, c.Contact, outcome)
	out = append(out, decided{content: journal.PromiseMade{
		Amount: c.Amount, Due: c.Due, Items: c.Items, Origin: c.Origin, Person: s.text(c.Person), Supersedes: c.Supersedes,
	}, builds: c.Supersedes})
	for _, id := range c.Cancels {
		out = append(out, decided{content: journal.PlanCancelled{Plan: id}, builds: []journal.ID{id}})
	}
	return out, nil
}

func (a *account) openPromise(id journal.ID) bool {
	for i := range a.promises {
		if a.promises[i].ID == id {
			return a.promises[i].State == promise.Open || a.promises[i].State == promise.ToVerify
		}
	}
	return false
}

func (a *account) planRow(id journal.ID) *PlanRow {
	for i := range a.plans {
		if a.plans[i].Plan.ID == id {
			return &a.plans[i]
		}
	}
	return nil
}

func (s *Session) decidePlan(a *account, c act.Plan) ([]decided, error) {
	p := c.Plan
	if len(p.Instalments) == 0 || p.Total() != sumParts(p.Items) || p.Total() <= 0 {
		return nil, refuse(ErrInvalid, "plan")
	}
	for _, id := range p.Supersedes {
		if old := a.planRow(id); old == nil || !liveState(old.Standing.State) || id == p.ID {
			return nil, refuse(ErrStale, id.String())
		}
	}
	builds := append([]journal.ID(nil), p.Supersedes...)
	if !p.ID.IsZero() {
		// What was signed stays as it was signed: another plan replaces it.
		if old := a.planRow(p.ID); old == nil || !liveState(old.Standing.State) || !old.Life.SignedOn.IsZero() {
			return nil, refuse(ErrStale, p.ID.String())
		}
		builds = append(builds, p.ID)
	}
	var out []decided
	if c.LogCall {
		out = s.contact(a, c.Contact, journal.PlanAsked)
	}
	out = append(out, s.replaced(a, c, p.Currency)...)
	return append(out, decided{content: planContent(c.State, p), builds: builds}), nil
}

// replaced withdraws the open promises whose place an act takes: the same euro
// is not expected twice.
func (s *Session) replaced(a *account, cmd act.Command, cur money.Currency) []decided {
	promises, _ := s.takenOver(a, cmd, cur)
	return withdrawn(promises)
}

// takenOver gives the agreements whose place an act takes.
func (s *Session) takenOver(a *account, cmd act.Command, cur money.Currency) ([]act.StandingPromise, []act.StandingPlan) {
	if a.state(cur) == nil {
		return nil, nil
	}
	f := act.Facts{Today: s.cfg.Day, Minute: -1, Current: -1}
	a.facts(&f, cur, Selection{})
	return f.Replaced(cmd)
}

func withdrawn(promises []act.StandingPromise) []decided {
	var out []decided
	for i := range promises {
		out = append(out, decided{content: journal.PromiseWithdrawn{Promise: promises[i].ID}, builds: []journal.ID{promises[i].ID}})
	}
	return out
}

// currencyOf is the currency of the items that an act is about.
func (a *account) currencyOf(parts []journal.Part) money.Currency {
	for i := range a.currs {
		for k := range a.currs[i].items {
			if len(parts) > 0 && a.currs[i].items[k].Key == parts[0].Item {
				return a.currs[i].currency
			}
		}
	}
	return a.creditor.Currency
}

func planContent(state act.PlanState, p journal.Plan) journal.Content {
	switch state {
	case act.Signed:
		return journal.PlanSigned{Plan: p}
	case act.Proposed:
		return journal.PlanProposed{Plan: p}
	}
	return journal.PlanDrafted{Plan: p}
}

func (s *Session) decideClose(a *account, c act.Close) ([]decided, error) {
	switch c.What {
	case act.CloseDispute:
		for i := range a.disputes {
			if d := &a.disputes[i]; d.ID == c.Target && d.State == DisputeOpen {
				return one(journal.DisputeResolved{Dispute: d.ID, How: c.Founded}, d.ID), nil
			}
		}
	case act.ClosePromise:
		if a.openPromise(c.Target) {
			return one(journal.PromiseWithdrawn{Promise: c.Target}, c.Target), nil
		}
	case act.ClosePlan:
		p := a.planRow(c.Target)
		switch {
		case p == nil, p.Standing.State == plan.Cancelled, p.Standing.State == plan.Superseded, p.Standing.State == plan.Completed:
		case c.Sign:
			return s.decideSigned(a, c, p.Plan), nil
		default:
			return one(journal.PlanCancelled{Plan: c.Target}, c.Target), nil
		}
	case act.CloseCallback:
		for _, cb := range a.callbacks {
			if cb.ID == c.Target {
				return one(journal.CallbackDone{Callback: cb.ID, Cancelled: c.Cancelled}, cb.ID), nil
			}
		}
	}
	return nil, refuse(ErrStale, c.Target.String())
}

// decideSigned signs a plan as it was saved. What has no room beside it any more
// gives way: agreements that were made since it was drawn up.
func (s *Session) decideSigned(a *account, c act.Close, p journal.Plan) []decided {
	promises, plans := s.takenOver(a, c, p.Currency)
	builds := []journal.ID{c.Target}
	for i := range plans {
		builds = append(builds, plans[i].ID)
		if !slices.Contains(p.Supersedes, plans[i].ID) {
			p.Supersedes = append(slices.Clone(p.Supersedes), plans[i].ID)
		}
	}
	return append(withdrawn(promises), decided{content: journal.PlanSigned{Plan: p}, builds: builds})
}

// decideWords turns notes, contacts and particulars into contents.
func (s *Session) decideWords(a *account, cmd act.Command) ([]decided, error) {
	switch c := cmd.(type) {
	case act.Note:
		if c.Text == "" {
			return nil, refuse(ErrInvalid, "note")
		}
		if c.Amends.IsZero() {
			return one(journal.NoteWritten{Text: s.text(c.Text)}), nil
		}
		return one(journal.NoteAmended{Note: c.Amends, Text: s.text(c.Text)}, c.Amends), nil
	case act.EraseNote:
		for _, e := range a.effective() {
			if _, ok := e.Content.(journal.NoteWritten); ok && e.ID == c.Note {
				return one(journal.NoteErased{Note: c.Note}, c.Note), nil
			}
		}
		return nil, refuse(ErrStale, c.Note.String())
	case act.SetContact:
		return s.decideContact(c.Contact, c.Person, c.Remove)
	case act.SetField:
		return s.decideField(a, c)
	}
	return nil, refuse(ErrInvalid, "command")
}

func (s *Session) decideContact(id journal.ID, p ledger.Contact, remove bool) ([]decided, error) {
	if !remove && p == (ledger.Contact{}) {
		return nil, refuse(ErrInvalid, "contact")
	}
	var builds []journal.ID
	if !id.IsZero() {
		builds = []journal.ID{id}
	}
	return one(journal.ContactSet{
		Contact: id, Name: s.text(p.Name), Role: s.text(p.Role), Phone: s.text(p.Phone), Email: s.text(p.Email), Removed: remove,
	}, builds...), nil
}

// decideField checks a particular before it is recorded. The fields of a
// contact go to the first contact person.
func (s *Session) decideField(a *account, c act.SetField) ([]decided, error) {
	switch c.Field {
	case ledger.FieldContactName, ledger.FieldContactRole, ledger.FieldContactPhone, ledger.FieldContactEmail:
		return s.decideContactField(a, c)
	case ledger.FieldDue:
		if _, err := calendar.Parse(c.Value); err != nil && c.Value != "" || !a.hasItem(c.Item) {
			return nil, refuse(ErrInvalid, c.Value)
		}
		if c.Value == "" && !a.dueByHand(c.Item) {
			return nil, refuse(ErrNothing, c.Item.Number)
		}
		return one(journal.ParticularsChanged{Field: c.Field, Item: c.Item, Value: c.Value}), nil
	}
	value, ok := normalField(c.Field, c.Value, a.creditor.Currency)
	if !ok {
		return nil, refuse(ErrInvalid, c.Value)
	}
	return one(journal.ParticularsChanged{Field: c.Field, Value: value}), nil
}

func (s *Session) decideContactField(a *account, c act.SetField) ([]decided, error) {
	var id journal.ID
	var p ledger.Contact
	switch {
	case len(a.contacts) > 0:
		id, p = a.contacts[0].ID, a.contacts[0].Contact
	case len(a.client.Contacts) > 0:
		p = a.client.Contacts[0]
	}
	*contactField(&p, c.Field) = c.Value
	return s.decideContact(id, p, p == (ledger.Contact{}))
}

// dueByHand reports whether a person set the due date of a document.
func (a *account) dueByHand(k ledger.ItemKey) bool {
	return slices.ContainsFunc(a.fields[ledger.FieldDue], func(e *journal.Event) bool {
		return e.Content.(journal.ParticularsChanged).Item == k
	})
}

func (a *account) hasItem(k ledger.ItemKey) bool {
	items, _ := a.book.Lines(nil, false)
	return slices.ContainsFunc(items, func(it ledger.Item) bool { return it.ItemKey == k })
}
