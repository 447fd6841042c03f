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
	{"intérêts de retard et indemnités", "late-payment interest and indemnities"},
	{"intérêts de retard", "late-payment interest"},
	{"indemnité forfaitaire de recouvrement", "lump sum for recovery costs"},
	{"intérêts de la période", "interest of the period"},
	{"base TTC restant due", "base including VAT, still open"},
	{"taux annuel", "rate a year"},
	{"jours, premier et dernier comptés", "days, first and last counted"},
	{
		"intérêts = base TTC × taux annuel × jours ÷ 365, du lendemain de l'échéance au jour du paiement, un seul arrondi par pièce",
		"interest = base including VAT × rate a year × days ÷ 365, from the day after the due date to the day of payment, rounded once an item",
	},
	{"40 € par facture payée en retard, une seule fois, sans TVA", "€40 for each invoice paid late, once, without VAT"},
	{"conditions convenues", "terms agreed"},
	{"code de commerce, art. L441-10 et D441-5", "French code de commerce, art. L441-10 and D441-5"},
	{"code civil, art. 1231-6 ; code monétaire et financier, art. L313-2", "French code civil, art. 1231-6; code monétaire et financier, art. L313-2"},
	{"intérêts moratoires de la commande publique", "French rules of interest on public contracts"},
	{"loi belge du 2 août 2002", "Belgian law of 2 August 2002"},
	{"code belge de droit économique, livre XIX", "Belgian code of economic law, book XIX"},
	{"prescription", "limitation"},
	{"court depuis l'échéance de", "runs from the due date of"},
	{"délai en années", "period in years"},
	{"repart de zéro : dette reconnue par écrit", "starts anew: debt acknowledged in writing"},
	{"repart de zéro : paiement partiel", "starts anew: part payment"},
	{"repart de zéro : échéancier signé", "starts anew: plan signed"},
	{"repart de zéro : injonction de payer signifiée", "starts anew: order to pay served"},
	{"repart de zéro : assignation ou référé", "starts anew: claim filed in court"},
	{"repart de zéro : mesure conservatoire ou d'exécution", "starts anew: protective measure or enforcement"},
	{"repart de zéro : créance déclarée à la procédure", "starts anew: claim lodged in the insolvency"},
	{"mise en demeure d'avocat ou d'huissier", "lawyer's or bailiff's notice"},
	{
		"prescription = échéance + délai, à nouveau entier après chaque reconnaissance de dette ou acte de justice (C. civ. art. 2231, 2240 à 2244)",
		"limitation = due date + period, which starts anew after each acknowledgment or act of justice (French C. civ. art. 2231, 2240 to 2244)",
	},
	{"code de commerce, art. L110-4", "French code de commerce, art. L110-4"},
	{"code de la consommation, art. L218-2", "French code de la consommation, art. L218-2"},
	{"code de commerce, art. L133-6", "French code de commerce, art. L133-6"},
	{"ancien code civil belge, art. 2262bis", "Belgian old civil code, art. 2262bis"},
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
