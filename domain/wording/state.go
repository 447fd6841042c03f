package wording

import (
	"relance/domain/journal"
	"relance/domain/plan"
	"relance/domain/promise"
)

// disputeReasons are journal.DisputeReason in words.
var disputeReasons = [...]Text{
	{"numéro de commande manquant", "order number missing"},
	{"prix", "price"},
	{"quantité", "quantity"},
	{"livraison", "delivery"},
	{"qualité ou retour", "quality or return"},
	{"facture en double", "duplicate invoice"},
	{"facture non reçue", "invoice not received"},
	{"avoir attendu", "credit note awaited"},
	{"TVA ou mentions", "VAT or wording"},
	{"retenue de garantie", "retention"},
	{"déduction", "deduction"},
	{"autre raison", "other reason"},
}

var _ = [1]struct{}{}[len(disputeReasons)-int(journal.ReasonCount)]

// DisputeReason says why an invoice is contested.
func DisputeReason(l Lang, r journal.DisputeReason) string {
	if r >= journal.ReasonCount {
		return ""
	}
	return disputeReasons[r].In(l)
}

var promiseStates = [...]Text{
	{"en cours", "open"},
	{"à vérifier", "to be verified"},
	{"tenue", "kept"},
	{"tenue en partie", "partially kept"},
	{"non tenue", "broken"},
	{"annulée", "withdrawn"},
	{"remplacée", "superseded"},
}

var _ = [1]struct{}{}[len(promiseStates)-int(promise.StateCount)]

// PromiseState says how a promise stands.
func PromiseState(l Lang, s promise.State) string {
	if s >= promise.StateCount {
		return ""
	}
	return promiseStates[s].In(l)
}

var planStates = [...]Text{
	{"brouillon", "draft"},
	{"proposé", "proposed"},
	{"signé", "signed"},
	{"soldé", "completed"},
	{"rompu", "breached"},
	{"annulé", "cancelled"},
	{"remplacé", "superseded"},
}

var _ = [1]struct{}{}[len(planStates)-int(plan.StateCount)]

// PlanState says how a plan stands.
func PlanState(l Lang, s plan.State) string {
	if s >= plan.StateCount {
		return ""
	}
	return planStates[s].In(l)
}

var instalmentStates = [...]Text{
	{"à venir", "upcoming"},
	{"échue", "due"},
	{"à vérifier", "to be verified"},
	{"payée", "paid"},
	{"payée en partie", "partially paid"},
	{"manquée", "missed"},
}

var _ = [1]struct{}{}[len(instalmentStates)-int(plan.InstalmentStateCount)]

// InstalmentState says how an instalment stands.
func InstalmentState(l Lang, s plan.InstalmentState) string {
	if s >= plan.InstalmentStateCount {
		return ""
	}
	return instalmentStates[s].In(l)
}

// outcomes are journal.Outcome in a timeline's words.
var outcomes = [...]Text{
	{"joint", "reached"},
	{"pas de réponse", "no answer"},
	{"message laissé", "message left"},
	{"barrage au standard", "stopped at the switchboard"},
	{"faux numéro", "wrong number"},
	{"documents demandés", "documents wanted"},
	{"refus de payer", "refuses to pay"},
	{"difficultés de paiement", "hardship"},
	{"virement annoncé", "transfer announced"},
	{"promesse", "promise"},
	{"échéancier demandé", "plan asked for"},
	{"litige", "dispute"},
	{"rappel convenu", "callback agreed"},
}

var _ = [1]struct{}{}[len(outcomes)-int(journal.OutcomeCount)]

// Outcome says how a call ended.
func Outcome(l Lang, o journal.Outcome) string {
	if o >= journal.OutcomeCount {
		return ""
	}
	return outcomes[o].In(l)
}

var channels = [...]Text{{"appel", "call"}, {"appel reçu", "incoming call"}, {"écrit", "letter or e-mail"}}

var _ = [1]struct{}{}[len(channels)-int(journal.ChannelCount)]

// Channel says how a contact came about.
func Channel(l Lang, c journal.Channel) string {
	if c >= journal.ChannelCount {
		return ""
	}
	return channels[c].In(l)
}

// statusWords are the standings in a timeline's words.
var statusWords = [...]Text{
	{"situation normale", "normal"},
	{"ne jamais relancer", "never to be dunned"},
	{"procédure collective", "insolvency"},
	{"douteux", "doubtful"},
	{"contentieux", "legal action"},
	{"en attente", "on hold"},
}

var _ = [1]struct{}{}[len(statusWords)-int(journal.StatusCount)]

// Status names a client's standing.
func Status(l Lang, s journal.Status) string {
	if s >= journal.StatusCount {
		return ""
	}
	return statusWords[s].In(l)
}
