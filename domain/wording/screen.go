package wording

import "relance/domain/ledger"

// Days and months as headers and columns write them.
var (
	LabelWeekdays = [7]Text{
		{"dimanche", "Sunday"},
		{"lundi", "Monday"},
		{"mardi", "Tuesday"},
		{"mercredi", "Wednesday"},
		{"jeudi", "Thursday"},
		{"vendredi", "Friday"},
		{"samedi", "Saturday"},
	}
	LabelShortWeekdays = [7]Text{
		{"dim.", "Sun"},
		{"lun.", "Mon"},
		{"mar.", "Tue"},
		{"mer.", "Wed"},
		{"jeu.", "Thu"},
		{"ven.", "Fri"},
		{"sam.", "Sat"},
	}
	LabelMonths = [12]Text{
		{"janvier", "January"},
		{"février", "February"},
		{"mars", "March"},
		{"avril", "April"},
		{"mai", "May"},
		{"juin", "June"},
		{"juillet", "July"},
		{"août", "August"},
		{"septembre", "September"},
		{"octobre", "October"},
		{"novembre", "November"},
		{"décembre", "December"},
	}
	LabelDayUnit = Text{"j", "d"}
	LabelColon   = Text{" : ", ": "}
)

// The header.
var (
	LabelCutoff             = Text{"compta au", "ledger to"}
	LabelLeft               = Text{"à traiter", "to work"}
	LabelOverdue            = Text{"échus", "overdue"}
	LabelPromiseToday       = Text{"promesse du jour", "promise due today"}
	LabelPromisesDay        = Text{"promesses du jour", "promises due today"}
	LabelCall               = Text{"appel", "call"}
	LabelCalls              = Text{"appels", "calls"}
	LabelReached            = Text{"joint", "reached"}
	LabelReachedMany        = Text{"joints", "reached"}
	LabelPromise            = Text{"promesse", "promise"}
	LabelPromiseShort       = Text{"prom.", "prom."}
	LabelCredit             = Text{"crédit", "credit"}
	LabelOldGain            = Text{"ancien, gain %s", "old, gain %s"}
	LabelGain               = Text{"gain %s", "gain %s"}
	LabelPromises           = Text{"promesses", "promises"}
	LabelAsOf               = Text{"VU AU", "AS OF"}
	LabelReadOnly           = Text{"lecture seule", "read-only"}
	LabelPromisesTodayShort = Text{"prom. du jour", "due today"}
	LabelCallShort          = Text{"app.", "call"}
	LabelCallsShort         = Text{"app.", "calls"}
	LabelPromisesShort      = Text{"prom.", "prom."}
	LabelCreditors          = Text{"créanciers", "creditors"}
)

// The panes.
var (
	LabelWorklist   = Text{"Liste d'appels", "Call list"}
	LabelClientFile = Text{"Fiche client", "Client file"}
	LabelPlan       = Text{"Échéancier", "Payment plan"}
	LabelNotes      = Text{"Notes et historique", "Notes and history"}

	LabelNotesShort = Text{"Notes", "Notes"}

	LabelClient  = Text{"Client", "Client"}
	LabelAmount  = Text{"Échu", "Overdue"}
	LabelLate    = Text{"Retard", "Late"}
	LabelWhy     = Text{"Pourquoi", "Why"}
	LabelInvoice = Text{"Pièce", "Document"}
	LabelDue     = Text{"Échéance", "Due"}
	LabelOpen    = Text{"Ouvert", "Open"}
	LabelState   = Text{"État", "State"}
)

// LabelClasses are the headings of the worklist, in the order of the classes.
var LabelClasses = [7]Text{
	{"Rappels convenus", "Callbacks agreed"},
	{"Promesses non tenues", "Broken promises"},
	{"Échéances manquées", "Missed instalments"},
	{"Délais légaux", "Legal deadlines"},
	{"Attendus du jour : voir la banque", "Due today: check the bank"},
	{"Par gain attendu", "By expected gain"},
	{"Retenus aujourd'hui", "Held back today"},
}

// The client file.
var (
	LabelExposure       = Text{"encours", "exposure"}
	LabelLimit          = Text{"plafond", "limit"}
	LabelNoLimit        = Text{"sans plafond", "no limit"}
	LabelExcess         = Text{"dépassé de", "exceeded by"}
	LabelCover          = Text{"couvert", "covered"}
	LabelPaysLate       = Text{"paie à", "pays at"}
	LabelPaysEarly      = Text{"paie en avance de", "pays early by"}
	LabelPaysOnTime     = Text{"paie à l'échéance", "pays on time"}
	LabelNoHabit        = Text{"pas encore d'habitude de paiement connue", "no payment habit known yet"}
	LabelKeptOf         = Text{"promesses tenues", "promises kept"}
	LabelOf             = Text{"sur", "of"}
	LabelProbable       = Text{"probable", "likely"}
	LabelDrift          = Text{"dérive", "drift"}
	LabelCollectible    = Text{"recouvrable", "collectible"}
	LabelDisputed       = Text{"en litige", "disputed"}
	LabelPromised       = Text{"promis", "promised"}
	LabelPlanned        = Text{"en échéancier", "in a plan"}
	LabelFinanced       = Text{"cédé au factor", "financed"}
	LabelUnapplied      = Text{"non affecté", "unapplied"}
	LabelSeen           = Text{"vu en banque", "seen at the bank"}
	LabelOverdueSum     = Text{"échu", "overdue"}
	LabelNoContact      = Text{"aucun contact connu : %s puis nom et téléphone", "no contact known: %s then name and telephone"}
	LabelPromisesHead   = Text{"Promesses", "Promises"}
	LabelPlansHead      = Text{"Échéanciers", "Plans"}
	LabelDisputesHead   = Text{"Litiges", "Disputes"}
	LabelCallbacksHead  = Text{"Rappels", "Callbacks"}
	LabelFieldsHead     = Text{"Renseignements", "Particulars"}
	LabelSettledHead    = Text{"Soldées", "Settled"}
	LabelByHand         = Text{"à la main", "by hand"}
	LabelEmptyField     = Text{"—", "—"}
	LabelOpenPromise    = Text{"promesse en cours", "open promise"}
	LabelNobody         = Text{"Choisissez un compte dans la liste.", "Choose an account in the list."}
	LabelLoading        = Text{"Lecture du compte…", "Reading the account…"}
	LabelNothingOpen    = Text{"rien d'ouvert", "nothing open"}
	LabelFor            = Text{"pour le", "for"}
	LabelAutomatic      = Text{"automatique", "automatic"}
	LabelMorning        = Text{"matin", "morning"}
	LabelAfternoon      = Text{"après-midi", "afternoon"}
	LabelTicked         = Text{"cochée", "ticked"}
	LabelTickedMany     = Text{"cochées", "ticked"}
	LabelOfWhich        = Text{"dont", "of which"}
	LabelNotSigned      = Text{"non signé", "not signed"}
	LabelUntil          = Text{"jusqu'au", "until"}
	LabelInstalments    = Text{"échéances", "instalments"}
	LabelReceived       = Text{"reçu", "received"}
	LabelExpectedAnswer = Text{"réponse attendue le", "answer expected on"}
)

// LabelBuckets are the buckets of the aged balance.
var LabelBuckets = [7]Text{
	{"non échu", "not due"},
	{"1-30", "1-30"},
	{"31-60", "31-60"},
	{"61-90", "61-90"},
	{"91-120", "91-120"},
	{"121-180", "121-180"},
	{"> 180", "> 180"},
}

// LabelItemStates are the states of an item, in their order.
var LabelItemStates = [6]Text{
	{"à échoir", "not due"},
	{"échue", "overdue"},
	{"litige", "disputed"},
	{"promise", "promised"},
	{"échéancier", "in a plan"},
	{"soldée", "settled"},
}

// LabelPromiseStates are the states of a promise, in their order, with a mark
// that needs no colour.
var LabelPromiseStates = [7]Text{
	{"en cours", "open"},
	{"à vérifier", "to verify"},
	{"✓ tenue", "✓ kept"},
	{"tenue en partie", "partly kept"},
	{"✗ non tenue", "✗ broken"},
	{"annulée", "withdrawn"},
	{"remplacée", "superseded"},
}

// LabelPlanStates are the states of a plan, in their order.
var LabelPlanStates = [7]Text{
	{"brouillon", "draft"},
	{"proposé", "proposed"},
	{"signé", "signed"},
	{"✓ achevé", "✓ completed"},
	{"✗ rompu", "✗ breached"},
	{"annulé", "cancelled"},
	{"remplacé", "superseded"},
}

// LabelInstalmentStates are the states of an instalment, in their order.
var LabelInstalmentStates = [6]Text{
	{"à venir", "upcoming"},
	{"échue", "due"},
	{"à vérifier", "to verify"},
	{"✓ tenue", "✓ kept"},
	{"tenue en partie", "partly kept"},
	{"✗ manquée", "✗ missed"},
}

// LabelDisputeStates are the states of a dispute, in their order.
var LabelDisputeStates = [3]Text{
	{"ouvert", "open"},
	{"fondé", "founded"},
	{"non fondé", "unfounded"},
}

// LabelDisputeReasons are the reasons of a dispute, short, in their order.
var LabelDisputeReasons = [12]Text{
	{"n° de commande", "order number"},
	{"prix", "price"},
	{"quantité", "quantity"},
	{"livraison", "delivery"},
	{"qualité, retour", "quality, return"},
	{"doublon", "duplicate"},
	{"non reçue", "not received"},
	{"avoir attendu", "credit note"},
	{"TVA, mentions", "VAT, wording"},
	{"retenue", "retention"},
	{"déduction", "deduction"},
	{"autre", "other"},
}

// LabelStatuses are the standings of a client, in their order.
var LabelStatuses = [6]Text{
	{"", ""},
	{"NE PAS RELANCER", "NEVER DUN"},
	{"PROCÉDURE COLLECTIVE", "INSOLVENCY"},
	{"DOUTEUX", "DOUBTFUL"},
	{"CONTENTIEUX", "LEGAL"},
	{"EN ATTENTE", "ON HOLD"},
}

// LabelFields are the particulars of a client, in their order.
var LabelFields = [ledger.FieldCount]Text{
	{"nom", "name"},
	{"SIREN ou n° d'entreprise", "company number"},
	{"TVA", "VAT"},
	{"adresse", "address"},
	{"pays", "country"},
	{"langue", "language"},
	{"nature", "nature"},
	{"segment", "segment"},
	{"secteur", "sector"},
	{"commercial", "sales rep."},
	{"chargé de recouvrement", "collector"},
	{"conditions", "terms"},
	{"mode de paiement", "payment method"},
	{"plafond", "limit"},
	{"couverture", "cover"},
	{"factor", "factored"},
	{"contact", "contact"},
	{"fonction", "role"},
	{"téléphone", "telephone"},
	{"courriel", "e-mail"},
	{"échéance", "due date"},
	{"taux de retard", "late rate"},
	{"mise en demeure", "formal notice"},
	{"premier rappel", "first reminder"},
	{"signataire", "signatory"},
}

// The plan editor.
var (
	LabelPlanHow     = Text{"%s 6 propose six échéances.", "%s 6 proposes six instalments."}
	LabelOver        = Text{"sur", "over"}
	LabelInvoiceOne  = Text{"facture", "invoice"}
	LabelInvoiceMany = Text{"factures", "invoices"}
	LabelDownShort   = Text{"acompte", "down"}
	LabelTotal       = Text{"total", "total"}
	LabelInterest    = Text{"dont intérêts", "of which interest"}
	LabelPlanRefused = Text{"ces valeurs ne font pas un échéancier", "these values do not make a plan"}
)

// LabelPlanFields are the fields of the plan editor, in order.
var LabelPlanFields = [5]Text{
	{"échéances", "instalments"},
	{"montant mensuel", "monthly amount"},
	{"première date", "first date"},
	{"jour du mois", "day of the month"},
	{"acompte", "down payment"},
}

// The timeline.
var (
	LabelNoHistory = Text{"Rien encore. %s puis le texte écrit une note.", "Nothing yet. %s then the text writes a note."}
	LabelUndone    = Text{"annulé :", "undone:"}
	LabelHanging   = Text{"suspendu :", "suspended:"}
)
