package desk

import (
	"slices"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/position"
)

// judgment is what opened insolvency proceedings against the debtor. It stands
// whatever is decided of the client afterwards (doubtful, handed to a lawyer,
// on hold): only the client's return to the ordinary ends it.
type judgment struct {
	since, published calendar.Date   // zero since = no proceedings
	ended            []calendar.Date // days on which earlier proceedings were told to be over, in order
}

// told folds a standing decision.
func (j *judgment) told(c journal.StatusChanged, on calendar.Date) {
	switch {
	case c.Status == journal.Insolvency:
		j.since, j.published = c.Since, c.Published
		if j.since.IsZero() { // told without its day: it was there by then
			j.since = on
		}
	case c.Status == journal.Normal && j.stands():
		j.since, j.published = 0, 0
		j.ended = append(j.ended, on)
	}
}

// stands reports whether proceedings are open.
func (j *judgment) stands() bool { return !j.since.IsZero() }

// bars reports whether a document is older than the judgment: its payment is
// forbidden, by plan, promise or debit as well (C. com. art. L622-7), and it
// bears no interest from then on (art. L622-28). The judgment takes effect from
// the first hour of its day (art. R621-4), so what is dated on the day is not.
func (j *judgment) bars(item ledger.ItemKey) bool { return item.OlderThan(j.since) }

// over gives the day on which proceedings that a claim was declared in ended;
// zero while they have not.
func (j *judgment) over(declared calendar.Date) calendar.Date {
	for _, d := range j.ended {
		if d >= declared {
			return d
		}
	}
	return 0
}

// barred finds in an act a document whose payment it agrees on and the judgment
// forbids. A draft agrees on nothing.
func (a *account) barred(cmd act.Command) (ledger.ItemKey, bool) {
	var parts []journal.Part
	switch c := cmd.(type) {
	case act.Promise:
		if parts = c.Items; len(parts) == 0 { // of the whole debt
			parts = a.payable(c.Amount.Currency)
		}
	case act.Plan:
		if c.State != act.Draft {
			parts = c.Plan.Items
		}
	case act.Close:
		if p := a.planRow(c.Target); c.What == act.ClosePlan && c.Sign && p != nil {
			parts = p.Plan.Items
		}
	}
	return a.judgment.barred(parts)
}

// payable is an open debit that may be paid, or any where none may.
func (a *account) payable(cur money.Currency) []journal.Part {
	st := a.state(cur)
	if st == nil || len(st.items) == 0 {
		return nil
	}
	at := max(0, slices.IndexFunc(st.items, func(it position.Item) bool { return !it.Barred }))
	return []journal.Part{{Item: st.items[at].Key, Amount: st.items[at].Open}}
}

// barred finds a part of a debt that the judgment forbids to pay.
func (j *judgment) barred(parts []journal.Part) (ledger.ItemKey, bool) {
	for _, p := range parts {
		if j.bars(p.Item) {
			return p.Item, true
		}
	}
	return ledger.ItemKey{}, false
}
