package wording

import (
	"testing"
	"time"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/limitation"
	"relance/domain/money"
	"relance/domain/plan"
)

func TestEveryWordOfTheFollowUp(t *testing.T) {
	today := calendar.Of(2026, time.November, 23)
	complete(t, "risk", 1, int(plan.RiskCount), func(l Lang, i int) string { return PlanRisk(l, plan.Risk(i)) })
	complete(t, "step", 1, int(plan.StepCount), func(l Lang, i int) string { return PlanStep(l, plan.Step(i)) })
	complete(t, "breach", 1, int(plan.StepCount), func(l Lang, i int) string {
		return PlanBreach(l, journal.Clause{}, plan.Acceleration{
			Breached: today - 20, NoticedOn: today - 9, By: today - 1, Principal: 4_200_00, Step: plan.Step(i),
		}, money.EUR, today)
	})
	complete(t, "limitation", 0, int(limitation.CauseCount), func(l Lang, i int) string {
		if i == int(limitation.CauseCount) {
			return ""
		}
		r := limitation.Date(today-500, limitation.Period("BE", ledger.Business, false), ledger.ItemKey{}, nil)
		r.Interrupted, r.Cause, r.Since = true, limitation.Cause(i), today-100
		return Limitation(l, "F1", r, today)
	})
}

func TestFollowUpInWords(t *testing.T) {
	today := calendar.Of(2026, time.November, 23)
	base := calendar.Of(2022, time.March, 12)
	r := limitation.Date(base, limitation.Period("FR", ledger.Business, false), ledger.ItemKey{}, nil)
	notice := plan.Acceleration{Breached: today - 3, Principal: 4_200_00, By: today + 5, Step: plan.SendNotice}
	for _, c := range []struct{ got, want string }{
		{Limitation(French, "F1", r, today), "F1 : prescription le 12/03/27, 5 ans depuis l'échéance du 12/03/22"},
		{Limitation(English, "F1", r, today), "F1: time-barred after 12/03/27, 5 years from the due date 12/03/22"},
		{PromiseLevel(French, 0), "1re promesse"},
		{PromiseLevel(French, 2), "3e promesse"},
		{PromiseLevel(English, 1), "2nd promise"},
		{PromiseLevel(English, 11), "12th promise"},
		{PromiseLevel(English, 20), "21st promise"},
		{PlanVersion(French, 1), ""},
		{PlanVersion(English, 2), "version 2"},
		{
			PlanBreach(French, journal.Clause{}, notice, money.EUR, today),
			"rompu le 20/11, mise en demeure de 8 jours à envoyer : 4\u202f200,00\u00a0€ exigibles le 02/12 si elle part aujourd'hui",
		},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
