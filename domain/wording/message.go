package wording

import (
	"relance/domain/calendar"
	"relance/domain/money"
	"relance/domain/plan"
)

// Message is what the program says when a thing cannot be done: what happened,
// that nothing was lost, and what to do.
type Message struct{ What, Safe, Do Text }

// In gives the message as sentences.
func (m Message) In(l Lang) string {
	s := m.What.In(l)
	for _, t := range []Text{m.Safe, m.Do} {
		if t.In(l) != "" {
			s += " " + t.In(l)
		}
	}
	return s
}

var (
	nothingRecorded = Text{"Rien n'a été enregistré.", "Nothing was recorded."}
	nothingLost     = Text{"Rien n'est perdu.", "Nothing was lost."}
)

// The refusals of the desk.
var (
	RefusedReadOnly = Message{
		Text{"On ne peut rien enregistrer ici : la base est ouverte en lecture, ou montrée à une date passée.", "Nothing can be recorded here: the database is open for reading, or shown as of a past day."},
		nothingLost,
		Text{"Revenir à aujourd'hui, ou rouvrir sans --read-only.", "Go back to today, or open again without --read-only."},
	}
	RefusedNoClient = Message{
		Text{"Ce client n'existe pas.", "There is no such client."},
		nothingRecorded,
		Text{"Le chercher avec z.", "Search for it with z."},
	}
	RefusedNothing = Message{
		Text{"Il n'y a rien à quoi cela s'applique.", "There is nothing that this applies to."}, nothingRecorded, Text{"", ""},
	}
	RefusedBuiltOn = Message{
		Text{"D'autres actes reposent sur celui-ci : ils seraient suspendus.", "Other acts build on this one: they would be suspended."},
		nothingRecorded,
		Text{"Confirmer pour l'annuler quand même ; tout revient si on le rétablit.", "Confirm to undo it all the same; all returns when it is restored."},
	}
	RefusedNotOwn = Message{
		Text{"Cet acte est d'un collègue.", "This act is a colleague's."},
		nothingRecorded,
		Text{"Lui demander de l'annuler.", "Ask them to undo it."},
	}
	RefusedPast = Message{
		Text{"Ce jour précède le dernier acte de la base.", "That day lies before the database's last act."},
		nothingRecorded,
		Text{"Choisir un jour plus récent, ou regarder avec --as-of.", "Choose a later day, or look at it with --as-of."},
	}
	RefusedInvalid = Message{
		Text{"Cette valeur ne convient pas.", "That value does not do."},
		nothingRecorded,
		Text{"La corriger et recommencer.", "Correct it and try again."},
	}
	RefusedStore = Message{
		Text{"L'acte n'a pas pu être écrit sur le disque.", "The act could not be written to disk."},
		Text{"Il n'est pas enregistré ; tout ce qui l'était l'est toujours.", "It is not recorded; all that was recorded still is."},
		Text{"Vérifier la place et les droits, puis refaire l'acte.", "Check space and rights, then do it again."},
	}
	RefusedBarred = Message{
		Text{"La dette est antérieure au jugement d'ouverture : son paiement est interdit.", "The debt is older than the insolvency judgment: paying it is forbidden."},
		nothingRecorded,
		Text{"Déclarer la créance ; convenir seulement de ce qui est né après.", "Declare the claim; agree only on what arose since."},
	}
	RefusedStale = Message{
		Text{"Ce que l'acte nomme a changé entre-temps.", "What the act names has changed meanwhile."},
		nothingRecorded,
		Text{"Regarder la fiche et recommencer.", "Look at the file and try again."},
	}
)

// planErrors are plan.Code in words.
var planErrors = [...]Text{
	{"rien à étaler : aucune part positive", "nothing to spread: no positive part"},
	{"il faut soit un nombre d'échéances, soit un montant", "either a number of instalments or an amount is needed"},
	{"plus de %d échéances", "more than %d instalments"},
	{"moins d'un centime par échéance : %d échéances au plus", "less than one cent per instalment: %d instalments at most"},
	{"l'acompte ne laisse rien à payer par échéances", "the down payment leaves nothing to pay by instalments"},
	{"la première date est déjà passée", "the first date is already past"},
	{"ce n'est pas un jour du mois", "not a day of the month"},
	{"tant d'échéances de ce montant ne laissent rien à la dernière", "so many instalments of that amount leave nothing for the last"},
	{"la dernière échéance ne laisse rien aux autres", "the last instalment leaves nothing for the others"},
	{"aucune échéance avant cette fin", "no instalment before that end"},
	{"à ce rythme la dette ne s'éteint pas", "at that pace the debt is never paid off"},
	{"aucun mois ne porte d'échéance", "no month bears an instalment"},
	{"l'acompte vient après une échéance", "the down payment comes after an instalment"},
	{"la date est trop lointaine", "the date is too far ahead"},
	{"les montants fixés ne laissent rien aux autres lignes", "the amounts fixed leave nothing for the other lines"},
	{"les lignes fixées ne font pas le total de la dette", "the lines fixed do not sum to the debt"},
	{"pas de ligne à cet endroit", "no line there"},
	{"le montant doit être positif", "the amount must be positive"},
	{"la date n'est pas entre celles des lignes voisines", "the date is not between those of the lines around it"},
	{"c'est la seule ligne", "it is the only line"},
	{"il ne reste rien à payer pour une ligne de plus", "nothing is left to pay for another line"},
	{"pas de pièce à cet endroit", "no document there"},
	{"à ce rythme il faudrait plus de %d échéances", "at that pace it would take more than %d instalments"},
}

var _ = [1]struct{}{}[len(planErrors)-int(plan.CodeCount)]

// PlanError says why no plan can be drawn up.
func PlanError(l Lang, e *plan.Error) string {
	if e == nil || e.Code >= plan.CodeCount {
		return ""
	}
	t := planErrors[e.Code]
	switch {
	case e.Code == plan.TooSmall && e.Limit == 1:
		return Text{"moins d'un centime par échéance : une échéance au plus", "less than one cent per instalment: one instalment at most"}.In(l)
	case e.Code == plan.TooMany || e.Code == plan.TooSmall:
		return t.sprintf(l, e.Limit)
	case e.Code == plan.CapacityTooSlow:
		return t.sprintf(l, plan.MaxInstalments)
	}
	return t.In(l)
}

// Brief is the question that a call should answer, in the order in which the
// desk counts them.
type Brief uint8

// The questions.
const (
	BriefWhenPaid     Brief = iota // sum
	BriefWhyBroken                 // sum, day
	BriefInstalment                // sum, day
	BriefDispute                   // item
	BriefSigned                    //
	BriefWhoDecides                //
	BriefTransferDate              // sum, day
	BriefWhatChanged               //
	BriefNothing                   //
	BriefCourtesy                  // sum, day
	BriefCount
)

var briefs = [...]Text{
	{"Quand %s seront-ils payés ?", "When will %s be paid?"},
	{"Les %s promis pour le %s ne sont pas venus : que s'est-il passé, et quand maintenant ?", "The %s promised for %s did not come: what happened, and when now?"},
	{"L'échéance de %s du %s manque : quand arrive-t-elle ?", "The instalment of %s on %s is missing: when will it come?"},
	{"Que manque-t-il pour régler le litige sur %s ?", "What is missing to settle the dispute on %s?"},
	{"L'échéancier est-il signé ?", "Has the plan been signed?"},
	{"Qui décide des paiements ?", "Who decides on payments?"},
	{"Quel jour le virement de %s attendu le %s est-il parti ?", "Which day did the transfer of %s expected on %s leave?"},
	{"Vous payez plus tard que d'habitude : qu'est-ce qui a changé ?", "You pay later than usual: what has changed?"},
	{"Rien à demander aujourd'hui", "Nothing to ask for today"},
	{"La 1re échéance de %s, le %s : tout est prêt ?", "The first instalment of %s, on %s: is all ready?"},
}

var _ = [1]struct{}{}[len(briefs)-int(BriefCount)]

// BriefMissing asks about a promise of which only a part came.
func BriefMissing(l Lang, sum, of money.Amount, day, today calendar.Date) string {
	return Text{"Il manque %s sur les %s promis pour le %s : que s'est-il passé, et quand maintenant ?", "%s of the %s promised for %s did not come: what happened, and when now?"}.
		sprintf(l, Short(l, sum), Short(l, of), ShortDay(day, today))
}

// BriefQuestion says what to ask the debtor.
func BriefQuestion(l Lang, b Brief, sum money.Amount, day calendar.Date, item string, today calendar.Date) string {
	if b >= BriefCount {
		return ""
	}
	t := briefs[b]
	switch b {
	case BriefWhenPaid:
		return t.sprintf(l, Short(l, sum))
	case BriefWhyBroken, BriefInstalment, BriefTransferDate, BriefCourtesy:
		return t.sprintf(l, Short(l, sum), ShortDay(day, today))
	case BriefDispute:
		return t.sprintf(l, item)
	}
	return t.In(l)
}
