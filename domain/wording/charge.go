package wording

import (
	"strings"

	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
)

// Bases name the tables of rates of late-payment interest.
var Bases = [latefee.BasisCount]Text{
	latefee.FRDefault:         {"France, entre professionnels (BCE + 10 points, C. com. L441-10)", "France, between businesses (ECB + 10 points, C. com. L441-10)"},
	latefee.FRLegalPro:        {"France, intérêt légal, créancier professionnel", "France, legal rate, professional creditor"},
	latefee.FRLegalIndividual: {"France, intérêt légal, créancier particulier", "France, legal rate, private creditor"},
	latefee.FRPublic:          {"France, organismes publics (BCE + 8 points)", "France, public bodies (ECB + 8 points)"},
	latefee.BEBusiness:        {"Belgique, transactions commerciales (loi du 2 août 2002)", "Belgium, commercial transactions (law of 2 August 2002)"},
	latefee.BECivil:           {"Belgique, intérêt légal en matière civile", "Belgium, legal rate in civil matters"},
	latefee.Contract:          {"taux du contrat", "rate of the contract"},
}

// FeeReasons say why interest or an indemnity is due or not.
var FeeReasons = [latefee.ReasonCount]Text{
	latefee.Due:             {"dû", "due"},
	latefee.Waived:          {"abandonné", "waived"},
	latefee.NotLate:         {"pas en retard", "not late"},
	latefee.NotDebt:         {"rien n'est dû", "nothing is owed"},
	latefee.NotInvoice:      {"ce n'est pas une facture", "no invoice"},
	latefee.ConsumerNone:    {"pas d'indemnité d'un particulier", "none from a consumer"},
	latefee.InsolvencyNone:  {"pas d'indemnité, échue après le jugement d'ouverture", "none: due after the insolvency judgment"},
	latefee.Stopped:         {"arrêté au jugement d'ouverture", "stopped by the judgment"},
	latefee.BeforeLaw:       {"facture antérieure à la loi", "document older than the law"},
	latefee.NoNotice:        {"particulier : pas de mise en demeure depuis l'échéance", "consumer: no formal notice since it was due"},
	latefee.NoReminder:      {"consommateur : pas de premier rappel depuis l'échéance", "consumer: no first reminder since it was due"},
	latefee.ReminderRunning: {"consommateur : les 14 jours du premier rappel courent", "consumer: the 14 days of the first reminder run"},
	latefee.NoClause:        {"pas de clause d'indemnité", "no clause on an indemnity"},
	latefee.NotEuro:         {"document qui n'est pas en euros", "document not in euros"},
	latefee.PlanWaived:      {"abandonné dans l'échéancier", "waived in the plan"},
	latefee.PlanSuspended:   {"suspendu par l'échéancier", "suspended by the plan"},
	latefee.InPlan:          {"compris dans l'échéancier", "part of the plan"},
}

// Interruptions say what started limitation anew.
var Interruptions = [journal.InterruptionCount]Text{
	{"dette reconnue par écrit", "debt acknowledged in writing"},
	{"injonction de payer signifiée", "order to pay served"},
	{"assignation ou référé", "claim filed in court"},
	{"mesure conservatoire ou d'exécution", "protective measure or enforcement"},
	{"créance déclarée à la procédure collective", "claim lodged in the insolvency"},
	{"mise en demeure d'avocat ou d'huissier (Belgique)", "lawyer's or bailiff's notice (Belgium)"},
}

// ChargeModes say what a plan makes of interest and indemnities.
var ChargeModes = [journal.ChargeModeCount]Text{
	{"réservés", "reserved"},
	{"abandonnés", "waived"},
	{"demandés", "asked"},
	{"suspendus", "suspended"},
}

// Periods name the time between two instalments.
var Periods = [journal.EveryCount]Text{
	{"mois", "month"},
	{"quinzaine", "fortnight"},
	{"semaine", "week"},
	{"trimestre", "quarter"},
}

// chargeEvent says what was recorded about charges, limitation or direct debits.
func chargeEvent(l Lang, content journal.Content, ctx EventContext) string {
	switch c := content.(type) {
	case journal.RateSet:
		s := Text{"taux de retard saisi : %s à partir du %s", "late rate entered: %s from %s"}.
			sprintf(l, YearlyRate(l, c.PPM), ShortDay(c.From, ctx.Today))
		if c.Source != "" {
			s += ", " + c.Source
		}
		return s
	case journal.FeesWaived:
		return waivedEvent(l, c)
	case journal.LimitationInterrupted:
		if c.Cause >= journal.InterruptionCount {
			return ""
		}
		return Text{"prescription interrompue le %s : %s", "limitation interrupted on %s: %s"}.
			sprintf(l, ShortDay(c.On, ctx.Today), Interruptions[c.Cause].In(l)) + onKeys(l, c.Items)
	case journal.MandateSet:
		if c.Revoked {
			return Text{"mandat de prélèvement %s révoqué", "direct-debit mandate %s revoked"}.sprintf(l, c.Reference)
		}
		return Text{"mandat de prélèvement %s%s, signé le %s", "direct-debit mandate %s%s, signed on %s"}.
			sprintf(l, c.Reference, mandateAccount(l, c), ShortDay(c.SignedOn, ctx.Today))
	case journal.DebitIssued:
		return Text{"prélèvement préparé : %s le %s, échéance %d, mandat %s", "direct debit prepared: %s on %s, instalment %d, mandate %s"}.
			sprintf(l, Short(l, c.Amount), ShortDay(c.CollectOn, ctx.Today), c.Number, c.Mandate)
	}
	return ""
}

// mandateAccount names the scheme between businesses and the end of the account.
func mandateAccount(l Lang, c journal.MandateSet) string {
	s := ""
	if c.Scheme == journal.B2B {
		s = " (B2B)"
	}
	switch end := IBANEnd(c.IBAN.Body); {
	case c.IBAN.Erased && c.IBAN.Body == "":
		s += Text{", compte (effacé)", ", account (erased)"}.In(l)
	case end != "":
		s += Text{", compte ", ", account "}.In(l) + end
	}
	return s
}

// waivings say what becomes of interest and indemnity, by the change of each.
var waivings = [journal.WaivingCount][journal.WaivingCount]Text{
	journal.WaivingUnchanged: {
		journal.WaivingUnchanged: {"intérêts et indemnité inchangés", "interest and indemnity unchanged"},
		journal.WaivingGiven:     {"indemnité abandonnée", "indemnity waived"},
		journal.WaivingAsked:     {"indemnité de nouveau demandée", "indemnity asked again"},
	},
	journal.WaivingGiven: {
		journal.WaivingUnchanged: {"intérêts abandonnés", "interest waived"},
		journal.WaivingGiven:     {"intérêts et indemnité abandonnés", "interest and indemnity waived"},
		journal.WaivingAsked:     {"intérêts abandonnés, indemnité de nouveau demandée", "interest waived, indemnity asked again"},
	},
	journal.WaivingAsked: {
		journal.WaivingUnchanged: {"intérêts de nouveau demandés", "interest asked again"},
		journal.WaivingGiven:     {"intérêts de nouveau demandés, indemnité abandonnée", "interest asked again, indemnity waived"},
		journal.WaivingAsked:     {"intérêts et indemnité de nouveau demandés", "interest and indemnity asked again"},
	},
}

// waivedEvent says what is given up or asked again.
func waivedEvent(l Lang, c journal.FeesWaived) string {
	if c.Interest >= journal.WaivingCount || c.Indemnity >= journal.WaivingCount {
		return ""
	}
	return waivings[c.Interest][c.Indemnity].In(l) + onKeys(l, c.Items) + quoted(l, c.Reason)
}

// onKeys names documents, at most three by their number.
func onKeys(l Lang, keys []ledger.ItemKey) string {
	if len(keys) == 0 {
		return ""
	}
	if len(keys) > 3 {
		return Text{" sur %d documents", " on %d documents"}.sprintf(l, len(keys))
	}
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.Number
	}
	return Text{" sur ", " on "}.In(l) + strings.Join(names, ", ")
}
