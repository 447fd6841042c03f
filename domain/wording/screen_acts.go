package wording

import "relance/domain/ledger"

// What the desk says around an act: redoing, the end of the list, a value that
// a field does not take, a plan that waits.
var (
	DeskRedone        = Text{"✓ Rétabli :", "✓ Redone:"}
	DeskNothingToRedo = Text{"Rien à rétablir : aucun acte n'est annulé.", "Nothing to redo: no act is undone."}
	DeskAllRedone     = Text{"plus rien à rétablir", "nothing more to redo"}
	DeskListDone      = Text{"Liste finie.", "End of the list."}
	DeskLeftOver      = Text{"Liste finie, %d déjà tentés aujourd'hui restent : %s", "End of the list, %d tried today are left: %s"}
	DeskLeftOverOne   = Text{"Liste finie, un compte déjà tenté aujourd'hui reste : %s", "End of the list, one account tried today is left: %s"}
	DeskLeftWaiting   = Text{"Rien à appeler avant %s, %d restent : %s", "Nothing to call before %s, %d are left: %s"}
	DeskOfferPlan     = Text{"%s pour proposer un échéancier", "%s to propose a plan"}
	DeskCallsOfDay    = Text{"%de appel du jour, plafond %d", "call no. %d today, cap %d"}
	DeskPlanKept      = Text{"L'échéancier en cours pour %s est gardé : y revenir, puis 3.", "The plan under way for %s is kept: go back there, then 3."}
	DeskOpenedPast    = Text{"Le bureau est ouvert à cette date (--as-of) : q quitte.", "The desk was opened on this day (--as-of): q leaves."}
	DeskToOpenedDay   = Text{"jour d'ouverture", "day opened on"}
	DeskDoubtfulID    = Text{"la clé de contrôle n'est pas bonne : à vérifier", "the check digits are wrong: to be verified"}
	DeskFieldCleared  = Text{"vide : ce que dit la comptabilité revient", "empty: what accounting says shows again"}
	DeskDueCleared    = Text{"vide : l'échéance du fichier ou des conditions revient", "empty: the due date of the file or the terms shows again"}
	DeskNotAccepted   = Text{"« %s » ne convient pas ; il faut %s", "\"%s\" does not do; give %s"}
	DeskNoSuchKey     = Text{"« %s » ne fait rien ici : h montre les touches.", "\"%s\" does nothing here: h shows the keys."}
	DeskAccepted      = Text{"il faut %s", "give %s"}
)

// The saved plans in the plan editor.
var (
	KeyRedo          = Text{"rétablir le dernier acte annulé", "bring back the act undone last"}
	KeyShortRedo     = Text{"rétablir", "redo"}
	KeyOpenPlan      = Text{"reprendre l'échéancier enregistré pour le modifier", "open the saved plan to change it"}
	KeySignPlan      = Text{"noter l'échéancier enregistré comme signé", "record that the saved plan is signed"}
	DeskScopeSaved   = Text{"Échéancier enregistré", "Saved plan"}
	PlanFieldOpen    = Text{"Champ en cours de saisie : ⏎ le valide, Échap le rend.", "A field is being written: Enter accepts it, Esc restores it."}
	KeyShortDay      = Text{"date", "date"}
	KeyShortField    = Text{"champ", "field"}
	PlanBadCount     = Text{"%s : de 1 à 60 échéances ; un montant se met à la ligne suivante", "%s: 1 to 60 instalments; an amount goes on the next line"}
	PlanBadAmount    = Text{"%s ne se lit pas comme un montant", "%s does not read as an amount"}
	PlanBadFirst     = Text{"%s : une date à venir, 15, 15/12 ou 15/12/2026", "%s: a day to come, 15, 15/12 or 15/12/2026"}
	PlanBadDay       = Text{"%s n'est pas un jour du mois : de 1 à 31", "%s is no day of the month: 1 to 31"}
	PlanNotEditable  = Text{"Signé : il ne se modifie plus. %s le clôt, un nouveau le remplace.", "Signed: it no longer changes. %s ends it, a new one replaces it."}
	PlanProposedOnce = Text{"Déjà proposé : ⏎ le propose à nouveau, s le signe.", "Proposed already: Enter proposes it again, s signs it."}
	PlanNoneOpen     = Text{"Plus rien à étaler : les factures de cet échéancier sont soldées, en litige ou dans un autre.", "Nothing left to spread: the invoices of this plan are settled, disputed or in another one."}
)

// NotAsked says why a client who stands apart is not to be asked for money, in
// the order of the statuses.
var NotAsked = [6]Text{
	{"", ""},
	{"Ne rien demander : ce client ne se relance pas.", "Ask for nothing: this client is not to be dunned."},
	{"Ne pas demander de paiement : procédure collective, la créance se déclare.", "Do not ask for payment: insolvency, the claim is to be lodged."},
	{"", ""},
	{"Ne rien demander : le dossier est au contentieux.", "Ask for nothing: the case is with the lawyers."},
	{"Ne rien demander : relances en attente.", "Ask for nothing: reminders are on hold."},
}

// acceptedValues say what a field takes, where it does not take any text.
var acceptedValues = [ledger.FieldCount]Text{
	ledger.FieldName:       {"un nom", "a name"},
	ledger.FieldCountry:    {"deux lettres : FR, BE…", "two letters: FR, BE…"},
	ledger.FieldLanguage:   {"fr, en ou nl", "fr, en or nl"},
	ledger.FieldNature:     {"b2b (entreprise), b2c (particulier) ou public", "b2b (business), b2c (consumer) or public"},
	ledger.FieldTerms:      {"30, 30net, 45fm, 30fm10", "30, 30net, 45fm, 30fm10"},
	ledger.FieldLimit:      {"un montant : 30000 ou 30 000,50", "an amount: 30000 or 30,000.50"},
	ledger.FieldCover:      {"un montant : 30000 ou 30 000,50", "an amount: 30000 or 30,000.50"},
	ledger.FieldFactored:   {"oui ou non", "yes or no"},
	ledger.FieldLateRate:   {"un taux annuel en % : 12,15", "a yearly rate in %: 12.15"},
	ledger.FieldNoticeOn:   {"une date passée : 12/11/2026", "a day in the past: 12/11/2026"},
	ledger.FieldReminderOn: {"une date passée : 12/11/2026", "a day in the past: 12/11/2026"},
	ledger.FieldDue:        {"une date : 15, 15/11, 15/11/2026, fm, +10", "a date: 15, 15/11, 15/11/2026, em, +10"},
}

// Accepted names the values that a field takes; empty = any text.
func Accepted(l Lang, f ledger.Field) string {
	if f >= ledger.FieldCount {
		return ""
	}
	return acceptedValues[f].In(l)
}

// Fill puts values into a text.
func (t Text) Fill(l Lang, values ...any) string { return t.sprintf(l, values...) }
