package desk

import (
	"slices"
	"testing"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
)

// Only an invoice that was not due yet when the plan was made has a cap on its
// terms: of France, 60 days or 45 days end of month, of Belgium, 60 days. A
// consumer has none. 31 January 2026 + 60 days is 1 April, 45 days end of month
// 31 March.
func TestTheLegalCapOnTerms(t *testing.T) {
	issued := calendar.Of(2026, 1, 31)
	made := issued.AddDays(20)
	for _, c := range []struct {
		name    string
		country string
		nature  ledger.Nature
		due     calendar.Date
		last    calendar.Date
		want    calendar.Date
	}{
		{"on the last day", "FR", ledger.Business, issued.AddDays(30), calendar.Of(2026, 4, 1), 0},
		{"a day later", "FR", ledger.Business, issued.AddDays(30), calendar.Of(2026, 4, 2), calendar.Of(2026, 4, 1)},
		{"overdue", "FR", ledger.Business, made - 1, calendar.Of(2026, 9, 1), 0},
		{"due on the day", "FR", ledger.Business, made, calendar.Of(2026, 9, 1), 0},
		{"Belgium", "BE", ledger.Business, issued.AddDays(30), calendar.Of(2026, 4, 2), calendar.Of(2026, 4, 1)},
		{"a consumer", "FR", ledger.Consumer, issued.AddDays(30), calendar.Of(2026, 9, 1), 0},
		{"a public body", "FR", ledger.Public, issued.AddDays(30), calendar.Of(2026, 9, 1), 0},
	} {
		debt := invoice("F1", issued, c.due, 900_00)
		b := book(made-1, debt)
		b.Creditors[0].Country, b.Accounts[0].Client.Nature = c.country, c.nature
		s, _ := open(t, b, nil, made)
		p := schedule(c.last.AddMonths(-1), 2, journal.Part{Item: debt.ItemKey, Amount: 900_00})
		want := []plan.Warning{{Code: plan.BeyondLegalCap, Line: 1, Count: 1, On: c.want}}
		if c.want.IsZero() {
			want = nil
		}
		only := func(list []plan.Warning) (out []plan.Warning) {
			for _, w := range list {
				if w.Code == plan.BeyondLegalCap {
					out = append(out, w)
				}
			}
			return out
		}
		if got := only(s.View().PlanWarnings(s.View().File(key, money.EUR), p)); !slices.Equal(got, want) {
			t.Errorf("%s, before it is saved: %+v", c.name, got)
		}
		do(t, s, savePlan(act.Proposed, p))
		if got := only(s.View().File(key, money.EUR).Plans[0].Warnings); !slices.Equal(got, want) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}
