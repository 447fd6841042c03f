package wording

import "relance/domain/why"

// figures are why.Code in words.
var figures = [...]Text{
	{"", ""},
	{"recouvrable", "collectible"},
	{"échu", "overdue"},
	{"non échu", "not due"},
	{"débits ouverts", "open debits"},
	{"crédits non affectés", "unapplied credits"},
	{"part en litige", "disputed part"},
	{"part promise", "promised part"},
	{"part en échéancier", "part in a plan"},
	{"part cédée au factor", "part financed by a factor"},
	{"part antérieure au jugement", "part from before the judgment"},
	{"effets à recevoir", "bills receivable"},
	{"gain d'un appel", "gain of a call"},
	{"gain attendu", "expected gain"},
	{"chance de ne pas être payé sans appel sous 7 jours", "chance of not being paid anyway within 7 days"},
	{"chance de joindre quelqu'un", "chance of reaching someone"},
	{"effet d'une conversation", "effect of a conversation"},
	{"points : promesses non tenues", "points: broken promises"},
	{"points : plafond dépassé", "points: limit exceeded"},
	{"points : dérive du délai de paiement", "points: drift of the payment delay"},
	{"points : contact récent", "points: recent contact"},
	{"encours", "exposure"},
	{"plafond", "limit"},
	{"dépassement du plafond", "excess over the limit"},
	{"couverture de l'assureur", "insurer's cover"},
	{"jours de retard", "days late"},
	{"chance qu'une promesse soit tenue", "chance that a promise is kept"},
	{"promesses tenues", "promises kept"},
	{"promesses échues", "promises fallen due"},
	{"part des factures payées en retard", "share of invoices paid late"},
	{"non échu (balance âgée)", "not due (aged balance)"},
	{"1 à 30 jours", "1 to 30 days"},
	{"31 à 60 jours", "31 to 60 days"},
	{"61 à 90 jours", "61 to 90 days"},
	{"91 à 120 jours", "91 to 120 days"},
	{"121 à 180 jours", "121 to 180 days"},
	{"plus de 180 jours", "more than 180 days"},
	{"pièce", "item"},
	{
		"recouvrable = échu − effets − factor − litiges − échéanciers − promesses − créances gelées − crédits non affectés",
		"collectible = overdue − bills − factor − disputes − plans − promises − frozen claims − unapplied credits",
	},
	{
		"gain = recouvrable × chance de ne pas être payé sans appel × chance de joindre × effet, plus ou moins les points (1 point = 1 €)",
		"gain = collectible × chance of not being paid anyway × chance of reaching × effect, plus or minus points (1 point = €1)",
	},
	{"jours de calendrier après l'échéance, pièces ouvertes au jour dit", "calendar days past the due date, items open on the day"},
	{"d'abord ce qui ne peut attendre, puis le gain attendu", "first what cannot wait, then the expected gain"},
	{"tenue = payée à 98 %, ou à 50 € près, dans les 2 jours ouvrés", "kept = paid to 98 %, or within €50, in 2 business days"},
	{"encours = débits ouverts − crédits non affectés", "exposure = open debits − unapplied credits"},
	{"règle du programme", "the program's rule"},
	{"fichier de règles", "rules file"},
	{"comptabilité", "accounting"},
	{"journal des actes", "journal of acts"},
	{"estimé sur l'historique du portefeuille", "estimated from the portfolio's history"},
}

var _ = [1]struct{}{}[len(figures)-int(why.CodeCount)]

// FigureSource says where a rule or a figure comes from.
func FigureSource(l Lang, c why.Code) string {
	return whySource.sprintf(l, Figure(l, c))
}

// SourceOf says the same of a source that has no code.
func SourceOf(l Lang, source Text) string { return whySource.sprintf(l, source.In(l)) }

// Words of the addition behind a document, and of a particular's history.
var (
	whySource  = Text{"source : %s", "source: %s"}
	WhyOpen    = Text{"= ouvert", "= open"}
	WhyLate    = Text{"en retard de %s", "%s late"}
	WhySettled = Text{"réglé ou imputé", "paid or applied"}
	WhyOther   = Text{"effets, factor, crédits et autres parts retenues", "bills, factor, credits and other parts held back"}
	WhyBefore  = Text{"avant", "before"}
)

// Figure names a figure, a term, a formula, a rule or a source of the addition
// behind a number.
func Figure(l Lang, c why.Code) string {
	if c >= why.CodeCount {
		return ""
	}
	return figures[c].In(l)
}
