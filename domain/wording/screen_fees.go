package wording

import (
	"relance/domain/calendar"
	"relance/domain/latefee"
	"relance/domain/money"
	"relance/domain/plan"
)

// The sheet of late fees.
var (
	SheetFees          = Text{"Intérêts et indemnités", "Interest and indemnities"}
	SheetFeesTo        = Text{"au %s", "to %s"}
	SheetFeesPrincipal = Text{"paiements imputés d'abord sur le principal (usage commercial)", "payments pay the principal first (the trade's usage)"}
	SheetFeesSum       = Text{"intérêts %s, indemnités %s, ensemble %s", "interest %s, indemnities %s, together %s"}
	SheetFeesNone      = Text{"Rien d'échu à ce jour : ni intérêts ni indemnité.", "Nothing is overdue on that day: neither interest nor indemnity."}
	SheetFeesNoRate    = Text{"Taux inconnu du %s au %s : %s. Rien n'est calculé.", "No rate is known from %s to %s: %s. Nothing is computed."}
	SheetFeesAskRate   = Text{"t saisit ce taux pour tous les clients.", "t enters that rate, for all clients."}
	SheetFeesOrBefore  = Text{"y prend à titre provisoire le dernier connu, %s (depuis le %s).", "y takes the last one known as provisional, %s (since %s)."}
	SheetFeesStands    = Text{"* Taux provisoire : %s, le dernier connu, tient lieu de celui du %s au %s (t le saisit).", "* Provisional rate: %s, the last one known, stands for that from %s to %s (t enters it)."}
	SheetFeesCannot    = Text{"Ces pièces ne se calculent pas : montant, taux ou date hors de toute mesure.", "These documents cannot be computed: amount, rate or date out of range."}
	SheetFeesSegment   = Text{"%s – %s", "%s – %s"}
	SheetFeesInterest  = Text{"intérêts : %s", "interest: %s"}
	SheetFeesFee       = Text{"indemnité : %s", "indemnity: %s"}
	SheetFeesBoth      = Text{"intérêts et indemnité : %s", "interest and indemnity: %s"}
	SheetFeesDay       = Text{"intérêts jusqu'au", "interest up to"}
	SheetFeesDayHow    = Text{"un jour : 15, 15/12 ou 15/12/2026, passé ou à venir", "a day: 15, 15/12 or 15/12/2026, past or to come"}
	SheetFeesWaive     = Text{"abandonner les intérêts de %s, motif", "waive the interest of %s, reason"}
	SheetFeesWaiveFee  = Text{"abandonner l'indemnité de %s, motif", "waive the indemnity of %s, reason"}
	SheetFeesWhy       = Text{"Un abandon se motive : il reste dans l'historique. Échap renonce.", "A waiver needs its reason: it stays in the history. Esc leaves it."}
	SheetFeesAgain     = Text{"intérêts de nouveau demandés sur %s", "interest asked for again on %s"}
	SheetFeesFeeAgain  = Text{"indemnité de nouveau demandée sur %s", "indemnity asked for again on %s"}
	SheetFeesPick      = Text{"Mettre le curseur sur une pièce d'abord.", "Put the cursor on a document first."}
	SheetFeesAllKnown  = Text{"Tous les taux de ce calcul sont connus.", "All rates of this computation are known."}
	SheetFeesNoPaper   = Text{"Ici rien ne s'écrit dans un fichier : c copie le texte.", "Nothing is written to a file here: c copies the text."}
	SheetFeesNothing   = Text{"Rien n'est dû : il n'y a pas de décompte à écrire.", "Nothing is owed: there is no statement to write."}
	SheetFeesWorking   = Text{"Calcul…", "Computing…"}
	SheetWritten       = Text{"Écrit : %s", "Written: %s"}
	SheetWrittenCopied = Text{"Texte copié ; écrit : %s. Rien n'est envoyé.", "Text copied; written: %s. Nothing is sent."}
	SheetFiles         = Text{"%d fichiers, nommés ci-dessus", "%d files, named above"}
	SheetCopiedOnly    = Text{"Texte copié, aucun fichier écrit : %s", "Text copied, no file was written: %s"}

	SheetFeesColumns = [...]Text{
		{"Pièce", "Document"},
		{"Échéance", "Due"},
		{"Ouvert", "Open"},
		{"Intérêts", "Interest"},
		{"Indemnité", "Indemnity"},
		{"Ensemble", "Together"},
	}
)

// The list of plans.
var (
	SheetPlans         = Text{"Échéanciers", "Plans"}
	SheetPlansNone     = Text{"Aucun échéancier. Sur un client, %s 6 ⏎ en propose un.", "No plan yet. On a client, %s 6 ⏎ proposes one."}
	SheetPlansEmpty    = Text{"aucun", "none"}
	SheetPlansExpected = Text{"Attendu par semaine", "Expected by week"}
	SheetPlansLegend   = Text{"█ signé  ░ proposé, promis", "█ signed  ░ proposed, promised"}
	SheetPlansOverdue  = Text{"en retard %s", "overdue %s"}
	SheetPlansMissing  = Text{"manque %s depuis le %s (%s)", "%s missing since %s (%s)"}
	SheetPlansAwaited  = Text{"%s le %s", "%s on %s"}
	SheetPlansSignBy   = Text{"à signer avant le %s", "to be signed by %s"}
	SheetPlansLate     = Text{"non signé depuis le %s", "not signed since %s"}
	SheetPlansPaid     = Text{"soldé le %s", "paid on %s"}
	SheetPlansOf       = Text{"%s payées", "%s paid"}
)

// SheetPlansRisks are plan.Risk in few words.
var SheetPlansRisks = [plan.RiskCount]Text{
	{"", ""},
	{"due, pas encore payée", "due, not paid yet"},
	{"dernière en retard", "the last one late"},
	{"dernière en partie", "the last one in part"},
	{"promesses souvent non tenues", "promises often broken"},
}

// What the client file says of charges, mandates and limitation.
var (
	LabelMandate        = Text{"prélèvement", "direct debit"}
	LabelMandateB2B     = Text{"B2B", "B2B"}
	LabelMandateCore    = Text{"Core", "Core"}
	LabelMandateOneOff  = Text{"ponctuel", "one-off"}
	LabelMandateRevoked = Text{"révoqué le %s", "revoked on %s"}
	LabelMandateSigned  = Text{"signé le %s", "signed on %s"}
	LabelMandateEnded   = Text{"épuisé", "used up"}
	LabelFeesToDay      = Text{"intérêts %s, indemnités %s au jour", "interest %s, indemnities %s to date"}
	LabelFeesRate       = Text{"intérêts : taux inconnu à partir du %s", "interest: no rate known from %s"}
	LabelFeesDetail     = Text{" · F pour le détail", " · F for details"}
	LabelFeesEnter      = Text{" · F pour le saisir", " · F to enter it"}
	LabelFeesKey        = Text{"intérêts et indemnités : F pour les calculer", "interest and indemnities: F computes them"}
	LabelFeesStand      = Text{"provisoire", "provisional"}
	LabelExpired        = [2]Text{{"%d pièce prescrite", "%d document time-barred"}, {"%d pièces prescrites", "%d documents time-barred"}}
	LabelReplacedBy     = Text{" le %s", " on %s"}
	LabelReplacedByPlan = Text{" : échéancier", ": plan"}
)

// The keys of these sheets, for help, palette and manual.
var (
	KeyFees            = Text{"frais de retard : intérêts et indemnités, période par période", "late fees: interest and indemnities, period by period"}
	KeyPlans           = Text{"plans de tous les clients : échéanciers de la semaine, à risque, rompus", "plans of all clients: due this week, at risk, broken, not signed"}
	KeyFold            = Text{"ouvrir ou fermer le calcul de la pièce", "open or close the document's computation"}
	KeyFeesAll         = Text{"une pièce, ou toutes celles du client", "one document, or all of the client's"}
	KeyFeesDay         = Text{"calculer jusqu'à un autre jour (ou taper la date)", "compute up to another day (or type the date)"}
	KeyWaiveInterest   = Text{"abandonner les intérêts de la pièce, ou les redemander", "waive the document's interest, or ask for it again"}
	KeyWaiveFee        = Text{"abandonner l'indemnité de la pièce, ou la redemander", "waive the document's indemnity, or ask for it again"}
	KeyFeesExport      = Text{"écrire le décompte en PDF", "write the statement as a PDF"}
	KeyShortFees       = Text{"frais", "late fees"}
	KeyShortPlans      = Text{"plans", "plans"}
	KeyShortFold       = Text{"détail", "detail"}
	KeyShortFeesAll    = Text{"tout", "all"}
	KeyShortFeesDay    = Text{"jour", "day"}
	KeyShortWaiver     = Text{"abandon", "waive"}
	KeyShortWaive      = Text{"intérêts", "interest"}
	KeyShortWaiveFee   = Text{"indemnité", "indemnity"}
	KeyShortFeesExport = Text{"écrire", "write"}
	KeyShortCopy       = Text{"copier", "copy"}
	DeskScopeFees      = Text{"Intérêts et indemnités", "Interest and indemnities"}
)

// FeeFloor says that the rate agreed is under the law's floor.
func FeeFloor(l Lang, b latefee.FloorBreach, today calendar.Date) string {
	return FeesFloor.sprintf(l, ShortDay(b.From, today), ShortDay(b.To, today), YearlyRate(l, b.ContractPPM), YearlyRate(l, b.FloorPPM))
}

// FeeCap says that the rate agreed is above what the law allows a consumer.
func FeeCap(l Lang, b latefee.CapBreach, today calendar.Date) string {
	return FeesCap.sprintf(l, ShortDay(b.From, today), ShortDay(b.To, today), YearlyRate(l, b.ContractPPM), YearlyRate(l, b.CapPPM))
}

// FeeRemark says why a document bears no interest or no indemnity; nothing where
// it bears both.
func FeeRemark(l Lang, line *latefee.Line) string {
	word := func(r latefee.Reason) string {
		if r >= latefee.ReasonCount {
			return ""
		}
		return FeeReasons[r].In(l)
	}
	interest, fee := SheetFeesInterest.sprintf(l, word(line.InterestReason)), SheetFeesFee.sprintf(l, word(line.FeeReason))
	if line.InterestReason == latefee.Waived {
		interest = FeesWaivedWord.In(l)
	}
	if line.FeeReason == latefee.Waived {
		fee = IndemnityWaived.In(l)
	}
	switch i, f := line.InterestReason, line.FeeReason; {
	case i == latefee.Due && f == latefee.Due:
		return ""
	case i == f && i != latefee.Waived:
		return SheetFeesBoth.sprintf(l, word(i))
	case f == latefee.Due:
		return interest
	case i == latefee.Due:
		return fee
	default:
		return interest + " · " + fee
	}
}

// FeeSegment writes the product that a run of days makes: "75 j × 12 450,00 € ×
// 12,15 % = 310,83 €", the interest being the share of the document's that it is
// shown with.
func FeeSegment(l Lang, g *latefee.Segment, interest int64, cur money.Currency) string {
	s := Text{"%d j × %s × %s", "%d d × %s × %s"}.sprintf(l, g.Days, Amount(l, money.Of(g.Base, cur)), YearlyRate(l, g.PPM))
	if g.Provisional {
		s += "*"
	}
	return s + " = " + Amount(l, money.Of(interest, cur))
}

// Decimal joins whole and decimals: "12,4", "12.4".
func Decimal(l Lang, whole, decimals string) string {
	if l == English {
		return whole + "." + decimals
	}
	return whole + "," + decimals
}

// IBANEnd writes the last four characters of an account number, the rest hidden.
func IBANEnd(iban string) string {
	if len(iban) < 8 {
		return ""
	}
	return iban[:2] + "…" + iban[len(iban)-4:]
}
