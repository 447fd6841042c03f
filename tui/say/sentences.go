package say

import (
	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/priority"
)

// Reason says why a client stands where it stands, in a few words.
func (v Voice) Reason(r priority.Reason, cur money.Currency) string {
	return r.Code.Key()
}

// Event says what happened.
func (v Voice) Event(e *journal.Event) string { return "event " }

// Reading says what a line will record, or the question that it leaves open.
func (v Voice) Reading(r entry.Reading, f act.Facts) (sentence string, question bool) {
	if r.Question.Open() {
		return "?", true
	}
	return r.Act.Key(), false
}

// Question says what to ask the debtor.
func (v Voice) Question(b desk.Brief, cur money.Currency) string { return "" }
