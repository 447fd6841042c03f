package wording

import (
	"strconv"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/limitation"
	"relance/domain/money"
	"relance/domain/plan"
)

// PlanLists name the lists of plans, in the order of desk.PlanFilter.
var PlanLists = [...]Text{
	{"tous les échéanciers", "all plans"},
	{"attendus cette semaine", "due this week"},
	{"à risque", "at risk"},
	{"rompus", "broken"},
	{"soldés", "completed"},
	{"non signés", "not signed"},
	{"en cours", "running"},
}

// Words of the follow-up.
var (
	TitleLimitation  = Text{"Prescription", "Limitation"}
	TitleFollowUp    = Text{"Suivi", "Follow-up"}
	ColLevel         = Text{"Niveau", "Level"}
	ColVersion       = Text{"Version", "Version"}
	ColLimitation    = Text{"Prescription", "Limitation"}
	ColReplacedBy    = Text{"Remplacée par", "Replaced by"}
	PromiseOfDay     = Text{"promesse du %s", "promise of %s"}
	FollowUpOf       = Text{"%s : %s", "%s: %s"}
	PlanOfDay        = Text{"échéancier du %s", "plan of %s"}
	DaySigned        = [2]Text{{"%s échéancier signé", "%s plan signed"}, {"%s échéanciers signés", "%s plans signed"}}
	DayDrawn         = [2]Text{{"%s échéancier préparé ou proposé", "%s plan drawn up or proposed"}, {"%s échéanciers préparés ou proposés", "%s plans drawn up or proposed"}}
	DayMissed        = [2]Text{{"%s échéance manquée", "%s instalment missed"}, {"%s échéances manquées", "%s instalments missed"}}
	DayBrokenPromise = [2]Text{{"%s promesse non tenue", "%s promise broken"}, {"%s promesses non tenues", "%s promises broken"}}
)

// LimitationExpired says how many documents can no longer be claimed in court.
var LimitationExpired = [2]Text{
	{"%s pièce ouverte est prescrite : le débiteur peut refuser de payer", "%s open document is time-barred: the debtor may refuse to pay"},
	{"%s pièces ouvertes sont prescrites : le débiteur peut refuser de payer", "%s open documents are time-barred: the debtor may refuse to pay"},
}

// risks are plan.Risk in words.
var risks = [...]Text{
	{"", ""},
	{"échéance due, pas encore payée", "instalment due, not paid yet"},
	{"la dernière échéance a été payée en retard", "the last instalment was paid late"},
	{"la dernière échéance a été payée en partie", "the last instalment was paid in part"},
	{"promesses souvent non tenues", "promises often broken"},
}

var _ = [1]struct{}{}[len(risks)-int(plan.RiskCount)]

// PlanRisk says why a plan may not hold; nothing for one that is not at risk.
func PlanRisk(l Lang, r plan.Risk) string {
	if r >= plan.RiskCount {
		return ""
	}
	return risks[r].In(l)
}

// steps are plan.Step in words.
var steps = [...]Text{
	{"", ""},
	{"envoyer la mise en demeure", "send the formal notice"},
	{"attendre la fin de la mise en demeure", "wait until the notice is over"},
	{"réclamer tout le solde", "ask for the whole balance"},
}

var _ = [1]struct{}{}[len(steps)-int(plan.StepCount)]

// PlanStep says what comes next after a breach.
func PlanStep(l Lang, s plan.Step) string {
	if s >= plan.StepCount {
		return ""
	}
	return steps[s].In(l)
}

// PlanBreach says what a breach makes due by the plan's clause, and what comes
// next: nothing where the plan holds.
func PlanBreach(l Lang, clause journal.Clause, a plan.Acceleration, cur money.Currency, today calendar.Date) string {
	balance, days := Amount(l, money.Of(a.Total(), cur)), clause.NoticeDays()
	switch {
	case a.Step == plan.NoStep || a.Step >= plan.StepCount:
		return ""
	case a.Automatic:
		return Text{
			"rompu le %s, déchéance du terme de plein droit : %s exigibles, réclamer tout le solde",
			"breached on %s, balance due without notice: %s due, ask for the whole balance",
		}.sprintf(l, ShortDay(a.Breached, today), balance)
	case a.Step == plan.SendNotice:
		return Text{
			"rompu le %s, mise en demeure de %s à envoyer : %s exigibles le %s si elle part aujourd'hui",
			"breached on %s, formal notice of %s to be sent: %s due on %s if it leaves today",
		}.sprintf(l, ShortDay(a.Breached, today), Days(l, days), balance, ShortDay(today.AddDays(days+1), today))
	case a.Step == plan.AwaitNotice:
		return Text{
			"rompu le %s, mise en demeure de %s du %s : %s exigibles le %s",
			"breached on %s, formal notice of %s of %s: %s due on %s",
		}.sprintf(l, ShortDay(a.Breached, today), Days(l, days), ShortDay(a.NoticedOn, today), balance, ShortDay(a.By+1, today))
	}
	return Text{
		"rompu le %s, mise en demeure du %s sans effet : %s exigibles depuis le %s, réclamer tout le solde",
		"breached on %s, formal notice of %s without effect: %s due since %s, ask for the whole balance",
	}.sprintf(l, ShortDay(a.Breached, today), ShortDay(a.NoticedOn, today), balance, ShortDay(a.By+1, today))
}

// Days counts days: "8 jours".
func Days(l Lang, n int) string {
	if n == 1 || n == 0 && l == French {
		return Text{"%d jour", "%d day"}.sprintf(l, n)
	}
	return Text{"%d jours", "%d days"}.sprintf(l, n)
}

// PlanVersion names a version of a plan: nothing for the first.
func PlanVersion(l Lang, n int) string {
	if n < 2 {
		return ""
	}
	return Text{"version %d", "version %d"}.sprintf(l, n)
}

// PromiseLevel names a promise by how many on the same debt came before it:
// "1re promesse" for none.
func PromiseLevel(l Lang, before int) string {
	return Text{"%s promesse", "%s promise"}.sprintf(l, Ordinal(l, before+1))
}

// Ordinal writes a number in order, feminine in French: "1re", "2e", "3rd".
func Ordinal(l Lang, n int) string {
	s := strconv.Itoa(n)
	if l == French {
		if n == 1 {
			return s + "re"
		}
		return s + "e"
	}
	switch {
	case n%100 >= 11 && n%100 <= 13:
	case n%10 == 1:
		return s + "st"
	case n%10 == 2:
		return s + "nd"
	case n%10 == 3:
		return s + "rd"
	}
	return s + "th"
}

// causes say from what limitation runs anew.
var causes = [...]Text{
	{"la reconnaissance écrite du %s", "the acknowledgment in writing of %s"},
	{"le paiement partiel du %s", "the part payment of %s"},
	{"l'échéancier signé le %s", "the plan signed on %s"},
	{"l'injonction de payer signifiée le %s", "the order to pay served on %s"},
	{"l'assignation du %s", "the claim in court of %s"},
	{"la mesure d'exécution du %s", "the enforcement of %s"},
	{"la fin de la procédure collective le %s", "the end of the insolvency on %s"},
	{"la mise en demeure d'avocat ou d'huissier du %s", "the lawyer's or bailiff's notice of %s"},
}

var _ = [1]struct{}{}[len(causes)-int(limitation.CauseCount)]

// Limitation says until when a document can be claimed in court and why:
// "F-1043 : prescription le 12/03/27, 5 ans depuis le paiement partiel du
// 12/03/22".
func Limitation(l Lang, number string, r limitation.Result, today calendar.Date) string {
	if r.On.IsZero() {
		return ""
	}
	from := Text{"l'échéance du %s", "the due date %s"}.sprintf(l, ShortDay(r.Base, today))
	years := r.Term.Years
	if r.Interrupted && r.Cause < limitation.CauseCount {
		from = causes[r.Cause].sprintf(l, ShortDay(r.Since, today))
		if r.Cause == limitation.LawyerNotice {
			years = 1
		}
	}
	period := Text{"%d ans", "%d years"}.sprintf(l, years)
	if years == 1 {
		period = Text{"1 an", "1 year"}.In(l)
	}
	return Text{"%s : prescription le %s, %s depuis %s", "%s: time-barred after %s, %s from %s"}.
		sprintf(l, number, ShortDay(r.On, today), period, from)
}
