package desk

import (
	"slices"

	"relance/domain/calendar"
	"relance/domain/directdebit"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/promise"
)

// DebitLine is an instalment that could be collected, with what the debtor's
// bank statement can say of it.
type DebitLine struct {
	directdebit.Candidate
	Of       int      // instalments of the plan
	Items    []string // documents that it pays, by number
	Language string   // that the client reads: fr, en or nl
}

// Mandates gives a client's direct-debit mandates, in the order in which they
// were first recorded.
func (v *View) Mandates(key ledger.ClientKey) []MandateRow {
	a := v.account(key)
	if a == nil {
		return nil
	}
	return slices.Clone(a.charges.mandates)
}

// MandateHolder finds the client of a creditor that has a mandate of that
// reference: the pair of creditor and reference is unique in the scheme.
func (v *View) MandateHolder(creditor, reference string) (ledger.ClientKey, bool) {
	for _, a := range v.accounts.all() {
		if a.client.Key.Creditor != creditor {
			continue
		}
		if slices.ContainsFunc(a.charges.mandates, func(m MandateRow) bool { return m.Reference == reference }) {
			return a.client.Key, true
		}
	}
	return ledger.ClientKey{}, false
}

// Debit is the mandate as the rules of direct debits read it.
func (m *MandateRow) Debit(client ledger.ClientKey) directdebit.Mandate {
	return directdebit.Mandate{
		Client: client, Reference: m.Reference, IBAN: m.IBAN, BIC: m.BIC, Holder: m.Holder, SignedOn: m.SignedOn,
		Scheme: m.Scheme, OneOff: m.OneOff, RevokedOn: m.RevokedOn, LastUsed: m.LastUsed, Ended: m.Ended,
	}
}

// Collectable gives what direct debits of a creditor can be proposed from: every
// unpaid instalment of the signed plans of clients that gave a mandate, be it
// revoked, with every file that it was in; and these mandates. Clients without
// a mandate pay in another way and are left out, and so are debts that an
// insolvency judgment bars.
func (v *View) Collectable(creditor string) ([]DebitLine, []directdebit.Mandate) {
	var lines []DebitLine
	var mandates []directdebit.Mandate
	for _, a := range v.accounts.all() {
		key := a.client.Key
		if key.Creditor != creditor || len(a.charges.mandates) == 0 {
			continue
		}
		for i := range a.charges.mandates {
			mandates = append(mandates, a.charges.mandates[i].Debit(key))
		}
		for i := range a.plans {
			if a.collects(&a.plans[i]) {
				lines = a.debitLines(lines, &a.plans[i])
			}
		}
	}
	return lines, mandates
}

// collects reports whether a plan's instalments can be debited: it is signed, and
// no judgment forbids to pay what it covers. Such a plan may have been signed by
// a colleague who did not know of the judgment.
func (a *account) collects(row *PlanRow) bool {
	s := row.Standing.State
	_, barred := a.judgment.barred(row.Plan.Items)
	return (s == plan.Signed || s == plan.Breached) && !barred
}

// debitLines appends what is unpaid of a plan.
func (a *account) debitLines(lines []DebitLine, row *PlanRow) []DebitLine {
	p := &row.Plan
	language := (&File{Client: a.client, Creditor: *a.creditor}).Language()
	items := make([]string, len(p.Items))
	for i := range p.Items {
		items[i] = p.Items[i].Item.Number
	}
	for i := range p.Instalments {
		if i >= len(row.Standing.Instalments) {
			break
		}
		line, s := &p.Instalments[i], &row.Standing.Instalments[i]
		if s.Missing <= 0 || a.day > s.Deadline && promise.Enough(s.Paid, line.Amount()-s.Reduced, p.Currency) {
			continue
		}
		key := directdebit.Key{Plan: p.ID, No: i + 1}
		lines = append(lines, DebitLine{
			Candidate: directdebit.Candidate{
				Key: key, Client: a.client.Key, Name: a.client.Name, Nature: a.client.Nature,
				Due: line.Due, Amount: money.Of(s.Missing, p.Currency),
				Announced: max(row.Life.SignedOn, row.Life.ProposedOn), // of the schedule as it stands
				End:       i == len(p.Instalments)-1, Already: a.issues(key),
			},
			Of: len(p.Instalments), Items: items, Language: language,
		})
	}
	return lines
}

// issues gives the files that an instalment was in.
func (a *account) issues(key directdebit.Key) []directdebit.Issue {
	var out []directdebit.Issue
	for i := range a.charges.debits {
		d := &a.charges.debits[i]
		if d.Plan == key.Plan && int(d.Number) == key.No {
			out = append(out, directdebit.Issue{
				Due: d.Due, CollectOn: d.CollectOn, Amount: d.Amount, Mandate: d.Mandate,
				Sequence: directdebit.Sequence(d.Sequence), Message: d.Message,
			})
		}
	}
	return out
}

// Pending is a collection that a file asked for, on its day or later, and that
// nothing asks for any more: the bank takes the money all the same.
type Pending struct {
	Client ledger.ClientKey
	Name   string
	journal.DebitIssued
	InForce bool         // its plan is, but the files ask for more than is missing of the instalment
	Missing money.Amount // of the instalment, where the plan is in force
}

// PendingDebits gives a creditor's collections that are still to come although
// their plan is no longer in force, or less than they take is missing of their
// instalment, in order of client and file.
func (v *View) PendingDebits(creditor string) []Pending {
	var out []Pending
	for _, a := range v.accounts.all() {
		if a.client.Key.Creditor != creditor {
			continue
		}
		asked := map[directdebit.Key]int64{}
		for i := range a.charges.debits {
			d := &a.charges.debits[i]
			if d.CollectOn < a.day {
				continue
			}
			key := directdebit.Key{Plan: d.Plan, No: int(d.Number)}
			asked[key] += d.Amount.Minor
			p := Pending{Client: a.client.Key, Name: a.client.Name, DebitIssued: d.DebitIssued}
			line := a.debited(d)
			if line != nil {
				p.InForce, p.Missing = true, money.Of(line.Missing, d.Amount.Currency)
				// What came in on the day itself may be the debit.
				if line.Missing >= asked[key] || d.CollectOn == a.day && line.PaidOn == a.day {
					continue
				}
			}
			out = append(out, p)
		}
	}
	return out
}

// debited is the instalment that a debit collects, under a plan that was signed
// and has not ended before it was paid; nil = none.
func (a *account) debited(d *DebitRow) *plan.InstalmentStanding {
	row, n := a.planRow(d.Plan), int(d.Number)-1
	switch {
	case row == nil, n < 0, n >= len(row.Standing.Instalments):
	case a.collects(row), row.Standing.State == plan.Completed && !row.Life.SignedOn.IsZero():
		return &row.Standing.Instalments[n]
	}
	return nil
}

// Message is what is recorded of a direct-debit file.
type Message struct {
	On    calendar.Date // day on which it was made
	Count int           // collections that still count: not taken back
	Sum   int64         // in euro cents
}

// DebitMessage tells what is recorded of the direct-debit file of that
// identification; false when nothing is, or all of it was taken back.
func (v *View) DebitMessage(id string) (Message, bool) {
	var m Message
	for _, a := range v.accounts.all() {
		for i := range a.charges.debits {
			if d := &a.charges.debits[i]; d.Message == id {
				m.On = d.On
				m.Count++
				m.Sum += d.Amount.Minor
			}
		}
	}
	return m, m.Count > 0
}
