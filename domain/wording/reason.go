package wording

import (
	"strings"

	"relance/domain/calendar"
	"relance/domain/money"
	"relance/domain/priority"
)

// reasonWords are a reason in a word or two for the worklist's column, and in
// full with its figures.
type reasonWords struct{ Short, Long Text }

var reasons = [...]reasonWords{
	{Text{"rappel", "call"}, Text{"rappel convenu", "agreed callback"}},
	{Text{"promesse ✗", "promise ✗"}, Text{"promesse de %s du %s non tenue", "promise of %s for %s not kept"}},
	{Text{"échéance ✗", "instalment ✗"}, Text{"échéance de %s du %s manquée", "instalment of %s on %s missed"}},
	{Text{"à déclarer", "file claim"}, Text{"procédure collective : déclarer la créance avant le %s", "insolvency: file the claim before %s"}},
	{Text{"assureur", "insurer"}, Text{"déclarer à l'assureur-crédit avant le %s", "declare to the credit insurer before %s"}},
	{Text{"prescription", "limitation"}, Text{"prescription le %s", "time-barred on %s"}},
	{Text{"dû ce jour", "due today"}, Text{"%s attendus aujourd'hui : regarder la banque", "%s due today: look at the bank"}},
	{Text{"à vérifier", "to verify"}, Text{"promesse de %s du %s à vérifier : la compta ne va pas jusque-là", "promise of %s for %s to be verified: the ledger is not that far"}},
	{Text{"non signé", "not signed"}, Text{"échéancier proposé le %s, non signé", "plan proposed on %s, not signed"}},
	{Text{"gain", "gain"}, Text{"%s recouvrables, %s de chances qu'un appel y change quelque chose", "%s collectible, %s chance that a call changes something"}},
	{Text{"montant", "amount"}, Text{"gros montant : %s", "large amount: %s"}},
	{Text{"ancien", "old"}, Text{"dette ancienne : %d jours", "old debt: %d days"}},
	{Text{"dérive", "drift"}, Text{"paie %d jours plus tard que d'habitude", "pays %d days later than usual"}},
	{Text{"plafond", "limit"}, Text{"plafond dépassé de %s", "limit exceeded by %s"}},
	{Text{"récidive", "repeat"}, Text{"%d promesses non tenues en un an", "%d promises broken within a year"}},
	{Text{"difficultés", "hardship"}, Text{"difficultés de paiement : proposer un échéancier", "hardship: offer a plan"}},
	{Text{"refus", "refusal"}, Text{"refus de payer : à escalader", "refuses to pay: to be escalated"}},
	{Text{"documents", "documents"}, Text{"documents demandés : les envoyer, puis rappeler", "documents wanted: send them, then call back"}},
	{Text{"déjà contacté", "contacted"}, Text{"contact il y a %d jours", "contact %d days ago"}},
	{Text{"rappel", "call"}, Text{"rappel convenu le %s", "callback agreed for %s"}},
	{Text{"à rappeler", "again"}, Text{"à rappeler le %s", "to be called again on %s"}},
	{Text{"assez essayé", "tried enough"}, Text{"nombre d'essais atteint", "number of attempts reached"}},
	{Text{"déjà joint", "spoken to"}, Text{"déjà joint : nombre de conversations atteint", "already spoken to: number of conversations reached"}},
	{Text{"hors heures", "out of hours"}, Text{"hors des heures d'appel", "outside calling hours"}},
	{Text{"non exigible", "nothing due"}, Text{"rien à recouvrer aujourd'hui", "nothing to collect today"}},
	{Text{"ne pas relancer", "never dun"}, Text{"à ne jamais relancer", "never to be dunned"}},
	{Text{"procédure", "insolvency"}, Text{"procédure collective", "insolvency proceedings"}},
	{Text{"contentieux", "legal"}, Text{"dossier au contentieux", "handed over for legal action"}},
	{Text{"en attente", "on hold"}, Text{"en attente jusqu'au %s", "on hold until %s"}},
	{Text{"faux numéro", "wrong number"}, Text{"faux numéro : en trouver un autre", "wrong number: find another one"}},
	{Text{"tout promis", "all promised"}, Text{"tout est promis", "all is promised"}},
	{Text{"en litige", "all disputed"}, Text{"tout est en litige", "all is disputed"}},
	{Text{"échéancier", "in a plan"}, Text{"tout est dans un échéancier", "all is in a plan"}},
	{Text{"échéance à voir", "check instalment"}, Text{"échéance de %s du %s à vérifier : la compta ne va pas jusque-là", "instalment of %s on %s to be verified: the ledger is not that far"}},
	{Text{"courtoisie", "courtesy"}, Text{"appel de courtoisie avant la 1re échéance du %[2]s (%[1]s)", "courtesy call before the first instalment of %[2]s (%[1]s)"}},
	{Text{"tout convenu", "all agreed"}, Text{"tout est promis ou en échéancier", "all is promised or in a plan"}},
}

var _ = [1]struct{}{}[len(reasons)-int(priority.CodeCount)]

// ReasonShort says a reason in a word or two, with the hour or day that it
// turns on.
func ReasonShort(l Lang, r priority.Reason, today calendar.Date) string {
	if r.Code >= priority.CodeCount {
		return ""
	}
	s := reasons[r.Code].Short.In(l)
	if when := reasonWhen(l, r, today); when != "" {
		s += " " + when
	}
	return s
}

// reasonWhen is the hour or the day that a reason turns on.
func reasonWhen(l Lang, r priority.Reason, today calendar.Date) string {
	switch r.Code {
	case priority.CallbackNow:
		if !r.Date.IsZero() && r.Date != today {
			return ShortDay(r.Date, today)
		}
		return Hour(l, r.Minute)
	case priority.HeldCallback, priority.HeldRetry:
		return ShortDay(r.Date, today)
	}
	return ""
}

// reasonsBetween say the longer reasons in words where the sentence is too long;
// those with a day name it first.
func reasonsBetween(l Lang, r priority.Reason, today calendar.Date) []string {
	var dated, plain Text
	var short []Text // beside the group's name, which says what they are about
	switch r.Code {
	case priority.PromiseBroken:
		dated, plain = Text{"promesse du %s non tenue", "promise for %s not kept"}, Text{"promesse non tenue", "promise not kept"}
		short = []Text{{"non tenue le %s", "broken on %s"}, {"non tenue %s", "broken %s"}, {"non tenue", "broken"}}
	case priority.InstalmentMissed:
		dated, plain = Text{"échéance du %s manquée", "instalment of %s missed"}, Text{"échéance manquée", "instalment missed"}
		short = []Text{{"manquée le %s", "missed on %s"}, {"manquée %s", "missed %s"}, {"manquée", "missed"}}
	case priority.ClaimDeadline:
		dated, plain = Text{"créance à déclarer avant le %s", "claim to file before %s"}, Text{"créance à déclarer", "claim to file"}
	case priority.InsurerDeadline:
		dated, plain = Text{"assureur : avant le %s", "insurer: before %s"}, Text{"assureur à prévenir", "tell the insurer"}
	case priority.PromiseToVerify:
		dated, plain = Text{"promesse du %s à vérifier", "promise for %s to verify"}, Text{"promesse à vérifier", "promise to verify"}
	case priority.InstalmentToVerify:
		dated, plain = Text{"échéance du %s à vérifier", "instalment of %s to verify"}, Text{"échéance à vérifier", "instalment to verify"}
	case priority.PlanCourtesy:
		dated, plain = Text{"courtoisie avant le %s", "courtesy call before %s"}, Text{"appel de courtoisie", "courtesy call"}
	case priority.PlanNotSigned:
		dated, plain = Text{"échéancier du %s non signé", "plan of %s not signed"}, Text{"plan non signé", "plan not signed"}
	case priority.PromiseDueToday:
		plain = Text{"attendu aujourd'hui", "expected today"}
	case priority.DocumentsWanted:
		plain = Text{"documents à envoyer", "documents to send"}
	case priority.HardshipHeard:
		plain = Text{"difficultés de paiement", "hardship heard"}
	case priority.EscalationAsked:
		plain = Text{"refus de payer", "refuses to pay"}
	case priority.LimitExceeded:
		plain = Text{"plafond dépassé", "limit exceeded"}
	case priority.LargeAmount:
		return []string{Text{"gros montant", "large amount"}.In(l)}
	case priority.OldDebt:
		return []string{Text{"ancien : %d jours", "old: %d days"}.sprintf(l, r.Days)}
	case priority.Drifting:
		return []string{Text{"paie %d jours plus tard", "pays %d days later"}.sprintf(l, r.Days)}
	}
	var out []string
	if dated != (Text{}) && !r.Date.IsZero() {
		out = append(out, dated.sprintf(l, ShortDay(r.Date, today)))
	}
	if plain != (Text{}) {
		out = append(out, plain.In(l))
	}
	for _, t := range short {
		switch {
		case !strings.Contains(t.In(l), "%s"):
			out = append(out, t.In(l))
		case !r.Date.IsZero():
			out = append(out, t.sprintf(l, ShortDay(r.Date, today)))
		}
	}
	return out
}

// ReasonForms says a reason in ever fewer words, the longest first. The last
// puts the hour or the day first, so that it survives where the words are cut.
func ReasonForms(l Lang, r priority.Reason, cur money.Currency, today calendar.Date) []string {
	if partly(r) {
		return partForms(l, r, cur, today)
	}
	forms := append([]string{Reason(l, r, cur, today)}, reasonsBetween(l, r, today)...)
	forms = append(forms, ReasonShort(l, r, today))
	if when := reasonWhen(l, r, today); when != "" {
		forms = append(forms, when+" "+reasons[r.Code].Short.In(l))
	}
	return forms
}

// Reason says why a client stands where it stands.
func Reason(l Lang, r priority.Reason, cur money.Currency, today calendar.Date) string {
	if r.Code >= priority.CodeCount {
		return ""
	}
	if partly(r) {
		return partForms(l, r, cur, today)[0]
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
	case priority.PromiseBroken, priority.InstalmentMissed, priority.PromiseToVerify, priority.InstalmentToVerify, priority.PlanCourtesy:
		return t.sprintf(l, amount, day)
	case priority.ClaimDeadline, priority.InsurerDeadline, priority.LimitationNear, priority.PlanNotSigned,
		priority.HeldCallback, priority.HeldRetry, priority.HeldOnHold:
		return t.sprintf(l, day)
	case priority.PromiseDueToday, priority.LargeAmount, priority.LimitExceeded:
		return t.sprintf(l, amount)
	case priority.ExpectedGain:
		return t.sprintf(l, amount, Percent(l, r.PPM))
	case priority.OldDebt, priority.Drifting:
		return t.sprintf(l, r.Days)
	case priority.RecentContact:
		return contactAgo(l, r.Days)
	case priority.BrokenBefore:
		if r.Count == 1 {
			return Text{"une promesse non tenue en un an", "one promise broken within a year"}.In(l)
		}
		return t.sprintf(l, r.Count)
	}
	return t.In(l)
}

// partly reports whether only a part of what was agreed is missing.
func partly(r priority.Reason) bool {
	switch r.Code {
	case priority.PromiseBroken, priority.InstalmentMissed, priority.PromiseToVerify, priority.InstalmentToVerify:
		return r.Of > r.Amount
	}
	return false
}

// partForms say what is missing of what was agreed, in ever fewer words.
func partForms(l Lang, r priority.Reason, cur money.Currency, today calendar.Date) []string {
	day := ShortDay(r.Date, today)
	missing, of := Short(l, money.Of(r.Amount, cur)), Short(l, money.Of(r.Of, cur))
	long := Text{"%s promis pour le %s, il manque %s", "%s promised for %s, %s missing"}
	if r.Code == priority.InstalmentMissed || r.Code == priority.InstalmentToVerify {
		long = Text{"échéance de %s du %s, il manque %s", "instalment of %s on %s, %s missing"}
	}
	full := long.sprintf(l, of, day, missing)
	forms := []string{full}
	if r.Code == priority.PromiseToVerify || r.Code == priority.InstalmentToVerify {
		check := Text{" à vérifier", " to verify"}.In(l)
		forms = []string{full + Text{" : à vérifier", ": to be verified"}.In(l)}
		return append(forms, full, Text{"manque %s du %s", "%s missing, %s"}.sprintf(l, missing, day)+check,
			missing+check, Text{"à vérifier", "to verify"}.In(l))
	}
	return append(forms,
		Text{"manque %s sur %s, %s", "%s missing of %s, %s"}.sprintf(l, missing, of, day),
		Text{"manque %s du %s", "%s missing, %s"}.sprintf(l, missing, day),
		Text{"manque %s", "%s missing"}.sprintf(l, missing),
		reasons[r.Code].Short.In(l))
}

// contactAgo says how long ago the last contact was.
func contactAgo(l Lang, days int) string {
	switch days {
	case 0:
		return Text{"contact aujourd'hui", "contact today"}.In(l)
	case 1:
		return Text{"contact hier", "contact yesterday"}.In(l)
	}
	return reasons[priority.RecentContact].Long.sprintf(l, days)
}

var classes = [...]Text{
	{"rappels convenus", "agreed callbacks"},
	{"promesses non tenues", "broken promises"},
	{"échéances manquées", "missed instalments"},
	{"délais légaux", "legal deadlines"},
	{"attendus du jour", "due today"},
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
