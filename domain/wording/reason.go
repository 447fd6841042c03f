package wording

import (
	"relance/domain/calendar"
	"relance/domain/money"
	"relance/domain/priority"
)

// reasonWords are a reason in a word or two for the worklist's column, and in
// full with its figures.
type reasonWords struct{ Short, Long Text }

var reasons = [...]reasonWords{
	{Text{"rappel", "call back"}, Text{"rappel convenu", "agreed call back"}},
	{Text{"prom. ✗", "promise ✗"}, Text{"promesse de %s du %s non tenue", "promise of %s for %s not kept"}},
	{Text{"échéance ✗", "instalment ✗"}, Text{"échéance de %s du %s manquée", "instalment of %s on %s missed"}},
	{Text{"créance à déclarer", "claim to file"}, Text{"procédure collective : déclarer la créance avant le %s", "insolvency: file the claim before %s"}},
	{Text{"assureur", "insurer"}, Text{"déclarer à l'assureur-crédit avant le %s", "declare to the credit insurer before %s"}},
	{Text{"prescription", "limitation"}, Text{"prescription le %s", "time-barred on %s"}},
	{Text{"prom. du jour", "promise today"}, Text{"promesse de %s due aujourd'hui : regarder la banque", "promise of %s due today: look at the bank"}},
	{Text{"à vérifier", "to verify"}, Text{"promesse de %s du %s à vérifier : la compta ne va pas jusque-là", "promise of %s for %s to be verified: the ledger is not that far"}},
	{Text{"non signé", "not signed"}, Text{"échéancier proposé le %s, non signé", "plan proposed on %s, not signed"}},
	{Text{"gain", "gain"}, Text{"%s recouvrables, %s de chances qu'un appel y change quelque chose", "%s collectible, %s chance that a call changes something"}},
	{Text{"montant", "amount"}, Text{"gros montant : %s", "large amount: %s"}},
	{Text{"ancien", "old"}, Text{"dette ancienne : %d jours", "old debt: %d days"}},
	{Text{"dérive", "drift"}, Text{"paie %d jours plus tard que d'habitude", "pays %d days later than usual"}},
	{Text{"plafond", "limit"}, Text{"plafond dépassé de %s", "limit exceeded by %s"}},
	{Text{"récidive", "repeat"}, Text{"%d promesse(s) non tenue(s) en un an", "%d promise(s) broken within a year"}},
	{Text{"difficultés", "hardship"}, Text{"difficultés de paiement : proposer un échéancier", "hardship: offer a plan"}},
	{Text{"refus", "refusal"}, Text{"refus de payer : à escalader", "refuses to pay: to be escalated"}},
	{Text{"documents", "documents"}, Text{"documents demandés : les envoyer, puis rappeler", "documents wanted: send them, then call back"}},
	{Text{"vu il y a peu", "recent contact"}, Text{"contact il y a %d jour(s)", "contact %d day(s) ago"}},
	{Text{"rappel le", "call back on"}, Text{"rappel convenu le %s", "call back agreed for %s"}},
	{Text{"nouvel essai le", "retry on"}, Text{"sans réponse, nouvel essai le %s", "no answer, retry on %s"}},
	{Text{"essais épuisés", "attempts used up"}, Text{"nombre d'essais atteint", "number of attempts reached"}},
	{Text{"assez parlé", "talked enough"}, Text{"nombre de conversations atteint", "number of conversations reached"}},
	{Text{"hors horaires", "out of hours"}, Text{"hors des heures d'appel", "outside calling hours"}},
	{Text{"rien d'exigible", "nothing due"}, Text{"rien à recouvrer aujourd'hui", "nothing to collect today"}},
	{Text{"jamais relancer", "never dun"}, Text{"à ne jamais relancer", "never to be dunned"}},
	{Text{"procédure", "insolvency"}, Text{"procédure collective", "insolvency proceedings"}},
	{Text{"contentieux", "legal"}, Text{"dossier au contentieux", "handed over for legal action"}},
	{Text{"en attente", "on hold"}, Text{"en attente jusqu'au %s", "on hold until %s"}},
	{Text{"faux numéro", "wrong number"}, Text{"faux numéro : en trouver un autre", "wrong number: find another one"}},
	{Text{"tout promis", "all promised"}, Text{"tout est promis", "all is promised"}},
	{Text{"tout en litige", "all disputed"}, Text{"tout est en litige", "all is disputed"}},
	{Text{"échéancier", "in a plan"}, Text{"tout est dans un échéancier", "all is in a plan"}},
}

var _ = [1]struct{}{}[len(reasons)-int(priority.CodeCount)]

// ReasonShort says a reason in a word or two, with the hour or day that it
// turns on.
func ReasonShort(l Lang, r priority.Reason, today calendar.Date) string {
	if r.Code >= priority.CodeCount {
		return ""
	}
	s := reasons[r.Code].Short.In(l)
	switch r.Code {
	case priority.CallbackNow:
		if r.Minute >= 0 {
			s += " " + Hour(l, r.Minute)
		}
	case priority.HeldCallback, priority.HeldRetry:
		s += " " + ShortDay(r.Date, today)
	}
	return s
}

// Reason says why a client stands where it stands.
func Reason(l Lang, r priority.Reason, cur money.Currency, today calendar.Date) string {
	if r.Code >= priority.CodeCount {
		return ""
	}
	t := reasons[r.Code].Long
	amount, day := Short(l, money.Of(r.Amount, cur)), ShortDay(r.Date, today)
	switch r.Code {
	case priority.CallbackNow:
		s := t.In(l)
		if !r.Date.IsZero() && r.Date != today {
			s += Text{" le %s", " on %s"}.sprintf(l, day)
		}
		if r.Minute >= 0 {
			s += saidAt.sprintf(l, Hour(l, r.Minute))
		}
		return s
	case priority.PromiseBroken, priority.InstalmentMissed, priority.PromiseToVerify:
		return t.sprintf(l, amount, day)
	case priority.ClaimDeadline, priority.InsurerDeadline, priority.LimitationNear, priority.PlanNotSigned,
		priority.HeldCallback, priority.HeldRetry, priority.HeldOnHold:
		return t.sprintf(l, day)
	case priority.PromiseDueToday, priority.LargeAmount, priority.LimitExceeded:
		return t.sprintf(l, amount)
	case priority.ExpectedGain:
		return t.sprintf(l, amount, Percent(l, r.PPM))
	case priority.OldDebt, priority.Drifting, priority.RecentContact:
		return t.sprintf(l, r.Days)
	case priority.BrokenBefore:
		return t.sprintf(l, r.Count)
	}
	return t.In(l)
}

var classes = [...]Text{
	{"rappels convenus", "agreed call backs"},
	{"promesses non tenues", "broken promises"},
	{"échéances manquées", "missed instalments"},
	{"délais légaux", "legal deadlines"},
	{"promesses du jour", "promises due"},
	{"gain attendu", "expected gain"},
	{"hors liste", "off the list"},
}

var _ = [1]struct{}{}[len(classes)-int(priority.ClassCount)]

// Class names a group of the worklist.
func Class(l Lang, c priority.Class) string {
	if c >= priority.ClassCount {
		return ""
	}
	return classes[c].In(l)
}
