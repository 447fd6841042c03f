package wording

import (
	"relance/domain/calendar"
	"relance/domain/limitation"
)

// Limitation of debts, on the command line and on the screen.
var (
	CmdLimitation     = Text{"jusqu'à quand chaque pièce ouverte peut être réclamée en justice", "until when each open document can be claimed in court"}
	CmdLimitationLong = Text{
		"Le délai court de l'échéance, et repart de ce qui l'interrompt : reconnaissance écrite, échéancier signé, paiement\npartiel, injonction de payer signifiée, assignation, exécution, déclaration de créance. Une mise en demeure du\ncréancier, même recommandée, n'interrompt rien.",
		"The time runs from the due date, and starts anew from what interrupts it: acknowledgment in writing, signed plan,\npart payment, order to pay served, claim in court, enforcement, claim lodged in an insolvency. A formal notice of the\ncreditor, even registered, interrupts nothing.",
	}
	CmdInterrupt     = Text{"note ce qui interrompt la prescription", "note what interrupts limitation"}
	CmdInterruptLong = Text{
		"Causes :\n  ack_written     dette reconnue par écrit\n  order_served    injonction de payer, une fois signifiée\n  claim_filed     assignation ou référé\n  enforcement     mesure conservatoire ou d'exécution\n  claim_declared  créance déclarée à la procédure collective\n  lawyer_notice   mise en demeure d'avocat ou d'huissier (Belgique, un an, une seule fois)",
		"Causes:\n  ack_written     debt acknowledged in writing\n  order_served    order to pay, once served\n  claim_filed     claim in court, summary proceedings included\n  enforcement     protective measure or enforcement\n  claim_declared  claim lodged in the insolvency\n  lawyer_notice   lawyer's or bailiff's notice (Belgium, one year, once)",
	}
	FlagCause          = Text{"ce qui s'est passé", "what happened"}
	FlagInterruptOn    = Text{"son jour", "its day"}
	FlagInterruptItems = Text{"pièces concernées (sinon toute la dette)", "documents concerned (else the whole debt)"}
	FaultInterruptOn   = Text{"Le %s est à venir : noter l'interruption quand elle a eu lieu.", "%s lies ahead: note the interruption once it has happened."}
	SaidNoLimitation   = Text{"Rien n'est ouvert.", "Nothing is open."}
	SaidNotPutOff      = Text{"%s : la prescription n'en est pas reculée, %s.", "%s: this does not put limitation off, %s."}
	ColAnew            = Text{"Interrompue par", "Interrupted by"}
	ColWarn            = Text{"Agir dès", "Act from"}
	ColYears           = Text{"Ans", "Years"}
	ColLaw             = Text{"Loi", "Law"}

	KeyInterrupt    = Text{"noter ce qui interrompt la prescription", "note what interrupts limitation"}
	SheetInterrupt  = Text{"Qu'est-ce qui interrompt la prescription ?", "What interrupts limitation?"}
	SheetCauseHow   = Text{"pièces cochées : %d ; sans coche, toute la dette", "documents ticked: %d; without ticks, the whole debt"}
	SheetCauseDay   = Text{"Quel jour", "On which day"}
	SheetCauseAhead = Text{"Ce jour est à venir : noter l'interruption quand elle a eu lieu.", "That day lies ahead: note the interruption once it has happened."}
)

// LimitationStates say where the time of a document stands.
var LimitationStates = [limitation.StateCount]Text{
	{"court", "running"},
	{"bientôt", "near"},
	{"prescrite", "time-barred"},
	{"suspendue", "suspended"},
	{"sans échéance", "no due date"},
}

// LimitationCause says from what the time of a document runs anew; nothing where
// it runs from the due date.
func LimitationCause(l Lang, r limitation.Result, today calendar.Date) string {
	switch {
	case !r.Interrupted || r.Cause >= limitation.CauseCount:
		return ""
	case r.Suspended:
		return Text{"la déclaration de créance du %s", "the claim lodged on %s"}.sprintf(l, ShortDay(r.Since, today))
	}
	return causes[r.Cause].sprintf(l, ShortDay(r.Since, today))
}
