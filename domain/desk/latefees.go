package desk

import (
	"slices"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
)

// FeeScope says which documents late fees are computed on.
type FeeScope struct {
	Items []ledger.ItemKey // only these; none = all
	Paid  bool             // with those that were paid late
	UpTo  calendar.Date    // what counts as paid was by then; zero = now
}

// FeeTerms gives what of a client decides rate and indemnity.
func (v *View) FeeTerms(key ledger.ClientKey) latefee.Terms {
	a := v.account(key)
	if a == nil {
		return latefee.Terms{}
	}
	t := latefee.Terms{
		Country: lawOf(a.creditor, &a.client), Nature: a.client.Nature, ContractPPM: a.client.LateRate, StopOn: a.judgment.since,
		Notices:   a.told(ledger.FieldNoticeOn, a.book.Client.NoticeOn),
		Reminders: a.told(ledger.FieldReminderOn, a.book.Client.ReminderOn),
	}
	if t.ContractPPM == 0 && t.Nature == ledger.Business {
		t.ContractPPM = a.creditor.LateRate
	}
	return t
}

// told gives the days that a field held one after the other, the file's first: a
// later notice comes beside those before it and does not undo what they began.
// A day typed over one of the same day of work, or by an earlier one, corrects
// it; an empty field takes back all that was typed.
func (a *account) told(f ledger.Field, file calendar.Date) []calendar.Date {
	var days []calendar.Date
	var typed calendar.Date // day of work on which the last one was
	begin := func() {
		if days, typed = days[:0], 0; !file.IsZero() {
			days = append(days, file)
		}
	}
	begin()
	for _, e := range a.fields[f] {
		c, _ := e.Content.(journal.ParticularsChanged)
		on, err := calendar.Parse(c.Value)
		switch {
		case c.Value == "":
			begin()
			continue
		case err != nil:
			continue
		case typed == e.Day:
			days = days[:len(days)-1]
		}
		for len(days) > 0 && days[len(days)-1] >= on {
			days = days[:len(days)-1]
		}
		days, typed = append(days, on), e.Day
	}
	return days
}

// FeeClaims gives the documents of a client in one currency that may bear late
// fees on the view's day, in order of due date, each with the payments and
// credits that its matching says, and after those what is not applied yet: money
// on account pays the oldest document first (C. civ. art. 1342-10), so that no
// interest runs on what the creditor holds already. Plans that stand say what
// becomes of the charges of their documents.
func (v *View) FeeClaims(key ledger.ClientKey, cur money.Currency, scope FeeScope) []latefee.Claim {
	a := v.account(key)
	if a == nil {
		return nil
	}
	l := a.lines(v.shared, true)
	out := a.feeClaims(l, cur)
	a.onAccount(l, cur, out)
	upTo := scope.UpTo
	if upTo.IsZero() {
		upTo = calendar.MaxDate
	}
	return slices.DeleteFunc(out, func(c latefee.Claim) bool {
		named := slices.Contains(scope.Items, c.Item)
		if len(scope.Items) > 0 && !named {
			return true
		}
		return !scope.Paid && !named && c.Open(upTo) == 0
	})
}

// feeClaims gives the documents with what is matched against them.
func (a *account) feeClaims(l *lines, cur money.Currency) []latefee.Claim {
	var out []latefee.Claim
	at := map[int32]int{}
	for _, i := range l.owing(cur) {
		at[i] = len(out)
		it := &l.items[i]
		w := a.charges.waived[it.ItemKey]
		out = append(out, latefee.Claim{
			Item: it.ItemKey, Number: it.Number, Due: l.due[i], Amount: it.Amount, Currency: cur, Kind: it.Kind,
			InterestWaived: w.Interest, FeeWaived: w.Indemnity, Plans: a.heldBy(it.ItemKey, cur),
		})
	}
	for _, al := range l.allocs {
		if n, ok := at[al.Debit]; ok {
			out[n].Movements = append(out[n].Movements, a.movement(&l.items[al.Credit], out[n].Due, al.Amount))
		}
	}
	return out
}

// movement is what a credit takes off a document. A credit note says that less
// was owed from the start: it reduces the debt as of its due date, whenever it
// was written. Money counts from the first day on which it can have been paid.
func (a *account) movement(credit *ledger.Item, due calendar.Date, amount int64) latefee.Movement {
	if credit.Kind == ledger.CreditNote {
		return latefee.Movement{On: min(credit.Booked, due), Amount: amount, Credit: true}
	}
	return latefee.Movement{On: a.paidFrom(credit), Amount: amount}
}

// heldBy says what the plans that stand, or were carried out, make of a
// document's charges. What a plan reserves is asked beside it.
func (a *account) heldBy(item ledger.ItemKey, cur money.Currency) []latefee.Held {
	var out []latefee.Held
	for i := range a.plans {
		p := &a.plans[i]
		if p.Plan.Currency != cur {
			continue
		}
		h := latefee.Held{
			From: firstOf(p.Life.ProposedOn, p.Life.SignedOn), Interest: p.holds(p.Plan.Interest), Fee: p.holds(p.Plan.Fees),
		}
		if h.Interest == latefee.Due && h.Fee == latefee.Due {
			continue
		}
		for _, part := range p.Plan.Items {
			if part.Item == item {
				h.Part = part.Amount
				out = append(out, h)
			}
		}
	}
	return out
}

// holds gives why a charge that a plan treats in some mode is not asked beside
// it; Due where it is. What is suspended is due again from the breach on, and
// given up for good where every instalment was paid in time.
func (p *PlanRow) holds(m journal.ChargeMode) latefee.Reason {
	state := p.Standing.State
	if state != plan.Signed && state != plan.Breached && state != plan.Completed {
		return latefee.Due
	}
	switch m {
	case journal.ChargesWaived:
		return latefee.PlanWaived
	case journal.ChargesAsked:
		return latefee.InPlan
	case journal.ChargesSuspended:
		switch late := slices.ContainsFunc(p.Standing.Instalments, func(s plan.InstalmentStanding) bool { return !s.MissedOn.IsZero() }); {
		case state == plan.Signed:
			return latefee.PlanSuspended
		case state == plan.Completed && !late:
			return latefee.PlanWaived
		}
	}
	return latefee.Due
}

// owing lists the debits of a currency that are known, by due date.
func (l *lines) owing(cur money.Currency) []int32 {
	var out []int32
	for i := range l.items {
		if it := &l.items[i]; it.Currency == cur && it.Amount > 0 && l.standings[i].Known {
			out = append(out, int32(i))
		}
	}
	slices.SortStableFunc(out, func(x, y int32) int {
		if l.due[x] != l.due[y] {
			return int(l.due[x] - l.due[y])
		}
		return int(x - y)
	})
	return out
}

// onAccount sets open credits, and receipts seen that accounting has not booked,
// against the claims, oldest money and oldest claim first.
func (a *account) onAccount(l *lines, cur money.Currency, claims []latefee.Claim) {
	type credit struct {
		on    calendar.Date
		left  int64
		note  bool // a credit note
		items []journal.Part
	}
	var credits []credit
	for i := range l.items {
		if it := &l.items[i]; it.Currency == cur && l.standings[i].Open < 0 {
			credits = append(credits, credit{on: it.Booked, left: -l.standings[i].Open, note: it.Kind == ledger.CreditNote})
		}
	}
	for _, s := range a.seen {
		if s.amount.Currency == cur && !s.absorbed && s.on <= a.day {
			credits = append(credits, credit{on: s.on, left: s.amount.Minor, items: s.items})
		}
	}
	slices.SortStableFunc(credits, func(x, y credit) int { return int(x.on - y.on) })
	pay := func(c *latefee.Claim, from *credit, most int64) {
		if take := min(c.Open(calendar.MaxDate), from.left, most); take > 0 {
			m := latefee.Movement{On: from.on, Amount: take, Credit: from.note}
			if from.note {
				m.On = min(m.On, c.Due)
			}
			c.Movements = append(c.Movements, m)
			from.left -= take
		}
	}
	for i := range credits {
		from := &credits[i]
		for _, part := range from.items {
			for n := range claims {
				if claims[n].Item == part.Item {
					pay(&claims[n], from, part.Amount)
				}
			}
		}
		for n := range claims {
			pay(&claims[n], from, from.left)
		}
	}
}

// LateFees computes the interest and the indemnities of a client's documents up
// to a day, with the rates known on the view's day, part payments read in an
// order: see latefee.ComputeBy, whose claims are given. A rate that is not known
// is a *latefee.MissingRate, unless provisional accepts the last one known.
func (v *View) LateFees(
	key ledger.ClientKey, cur money.Currency, scope FeeScope, upTo calendar.Date, provisional bool, order latefee.Order,
) ([]latefee.Claim, latefee.Statement, error) {
	scope.UpTo = upTo
	t := v.FeeTerms(key)
	t.Provisional = provisional
	return latefee.ComputeBy(order, v.Rates(), t, v.FeeClaims(key, cur, scope), upTo)
}
