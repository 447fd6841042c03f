package wording

// What the desk says to the person at it.
var (
	DeskTooSmall         = Text{"relance demande un écran d'au moins", "relance needs a screen of at least"}
	DeskNoClient         = Text{"Aucun compte choisi.", "No account chosen."}
	DeskPastReadOnly     = Text{"Jour passé, en lecture seule : rien n'a été enregistré. Ctrl+T ou Échap pour revenir à aujourd'hui.", "A past day, read-only: nothing was recorded. Esc goes back to today."}
	DeskNotUnderstood    = Text{"la ligne n'est pas complète", "the line is not complete"}
	DeskNotDone          = Text{"Rien n'a été changé.", "Nothing was changed."}
	DeskBuiltOn          = Text{"D'autres actes s'appuient sur celui-ci et seront suspendus. Annuler quand même ?", "Other acts build on this one and will be suspended. Undo all the same?"}
	DeskUndone           = Text{"✓ Annulé :", "✓ Undone:"}
	DeskNothingToUndo    = Text{"Rien à annuler.", "Nothing to undo."}
	DeskNothingToConfirm = Text{"Rien à confirmer : le dernier acte n'engage personne.", "Nothing to confirm: the last act commits nobody."}
	DeskNoActToConfirm   = Text{"Rien à confirmer : aucun acte n'a encore été enregistré.", "Nothing to confirm: no act was recorded yet."}
	DeskContactRemoved   = Text{"Le contact sera retiré.", "The contact will be removed."}
	DeskNote             = Text{"note", "note"}
	DeskNoteEmpty        = Text{"une note demande des mots ; x l'efface", "a note needs words; x erases it"}
	DeskNotANote         = Text{"Cette ligne n'est pas une note ; %s en écrit une.", "This line is no note; %s writes one."}
	DeskErase            = Text{"Effacer les mots de cette note pour toujours ? Cela ne s'annule pas.", "Erase the words of this note for good? This cannot be undone."}
	DeskYesNo            = Text{"[o]ui  [N]on", "[y]es  [N]o"}
	DeskAbove            = Text{"pour passer devant", "to pass"}
	DeskHelpActs         = Text{"La ligne de saisie : une lettre, puis des mots dans n'importe quel ordre", "The entry line: a letter, then words in any order"}
	DeskCommand          = Text{"commande", "command"}
	DeskNoHit            = Text{"Rien de tel : essayer un début de nom, un n° de facture, un montant ou un téléphone ; Échap revient à la liste.", "Nothing found: try the start of a name, an invoice number, an amount or a telephone; Esc goes back to the list."}
	DeskNoCommand        = Text{"Aucune commande de ce nom : essayer un autre mot, ou l'aide (h) ; Échap revient.", "No command of that name: try another word, or help (h); Esc goes back."}
	DeskDraft            = Text{"Confirmation", "Confirmation"}
	DeskDraftOnly        = Text{"Un brouillon : rien n'est envoyé. c copie le texte.", "A draft: nothing is sent. c copies the text."}
	DeskCopied           = Text{"Texte copié.", "Text copied."}
	DeskNoImport         = Text{"L'import n'est pas possible ici.", "No import is possible here."}
	DeskFile             = Text{"fichier", "file"}
	DeskFileHow          = Text{"chemin d'un grand livre (FEC), d'une liste de postes ouverts ou de clients", "path of a ledger (FEC), an open-item list or a clients list"}
	DeskNoSuchFile       = Text{"aucun fichier de ce nom ici", "no file of that name here"}
	DeskReading          = Text{"Lecture et comparaison…", "Reading and comparing…"}
	DeskWriting          = Text{"Écriture…", "Writing…"}
	DeskImportIt         = Text{"importer", "import"}
	DeskImportNot        = Text{"ne rien changer", "change nothing"}
	DeskCollected        = Text{"rentré", "came in"}
	DeskCameIn           = Text{"rentrés", "came in"}
	DeskDoubts           = Text{"À vérifier avant de valider (Espace : ne pas relancer ce compte)", "To check before accepting (Space: do not dun this account)"}
	DeskFindings         = Text{"Écarts tolérés", "Deviations tolerated"}
	DeskEmpty            = Text{"Le bureau est vide. Pour commencer :", "The desk is empty. To begin:"}
	DeskEmptyImport      = Text{"importer un grand livre (FEC) ou une liste de postes ouverts", "import a ledger (FEC) or an open-item list"}
	DeskEmptySample      = Text{"essayer avec un portefeuille fictif, dans une base temporaire", "try a fictional portfolio, in a temporary database"}
	DeskEmptyNote        = Text{"Rien ne quitte cette machine.", "Nothing leaves this machine."}
	DeskNoSample         = Text{"Le portefeuille fictif n'a pas pu être ouvert ; rien n'a été changé.", "The fictional portfolio could not be opened; nothing was changed."}
	DeskDay              = Text{"voir au", "show as of"}
	DeskOutOfHours       = Text{"hors heures d'appel", "outside calling hours"}
	DeskOutOfHoursBrief  = Text{"hors heures", "out of hours"}
	LabelCutoffBrief     = Text{"compta", "ledger"}
	DeskOpenedReadOnly   = Text{"Le bureau est ouvert à une date passée (--as-of), en lecture seule : rien n'a été enregistré. q quitte ; le rouvrir sans --as-of pour agir.", "The desk was opened on a past day (--as-of), read-only: nothing was recorded. q leaves; open it without --as-of to act."}
	DeskBackReadOnly     = Text{"Jour passé, en lecture seule : rien n'a été enregistré. Échap revient au jour d'ouverture.", "A past day, read-only: nothing was recorded. Esc goes back to the day opened on."}
	DeskDayHow           = Text{"une date passée : 15, 15/11 ou 15/11/2026", "a past date: 15, 15/11 or 15/11/2026"}
)

// Words of the entry line's help.
var (
	DeskTomorrow     = Text{"demain", "tomorrow"}
	DeskYesterday    = Text{"hier", "yesterday"}
	DeskHours        = Text{"heures, après un nombre", "hours, after a number"}
	DeskBusinessDays = Text{"dans 3 jours ouvrés", "in 3 business days"}
	DeskWeeks        = Text{"dans 2 semaines", "in 2 weeks"}
	DeskEndOfMonth   = Text{"fin de mois", "end of the month"}
	DeskBefore       = Text{"devant le résultat", "before the outcome"}
	DeskInWriting    = Text{"par écrit", "in writing"}
	DeskRangUs       = Text{"le client a appelé", "the debtor rang"}
	DeskMade         = Text{"fait", "made"}
	DeskCalledOff    = Text{"annulé", "called off"}
	DeskHalf         = Text{"moitié", "half"}
	DeskThird        = Text{"tiers", "a third"}
	DeskDates        = Text{"dates", "dates"}
	DeskAmounts      = Text{"montants", "amounts"}
)

// Names of keys.
var (
	KeyNameEsc      = Text{"Échap", "Esc"}
	KeyNameDelete   = Text{"Suppr", "Del"}
	KeyNameSpace    = Text{"Espace", "Space"}
	KeyNameShift    = Text{"Maj", "Shift"}
	KeyNamePageUp   = Text{"PgPréc", "PgUp"}
	KeyNamePageDown = Text{"PgSuiv", "PgDn"}
	KeyNameHome     = Text{"Début", "Home"}
	KeyNameEnd      = Text{"Fin", "End"}
)

// DeskActs are the names of the entry line's acts, in the order of entry.Act.
var DeskActs = [14]Text{
	{"", ""},
	{"appel", "call"},
	{"promesse", "promise"},
	{"échéancier", "plan"},
	{"litige", "dispute"},
	{"note", "note"},
	{"rappel", "callback"},
	{"reçu en banque", "receipt"},
	{"contact", "contact"},
	{"mettre de côté", "set aside"},
	{"clore", "close"},
	{"pourquoi", "why"},
	{"confirmation", "confirmation"},
	{"annuler", "undo"},
}

// DeskActForms say what may follow the letter of each act.
var DeskActForms = [14]Text{
	{"", ""},
	{"résultat, heure de rappel", "outcome, callback time"},
	{"montant, date", "amount, date"},
	{"nombre d'échéances, jour du mois ou montant mensuel, acompte", "instalments, day of the month or monthly amount, down payment"},
	{"motif, montant", "reason, amount"},
	{"texte", "text"},
	{"date, heure", "date, time"},
	{"montant, date", "amount, date"},
	{"nom, fonction, téléphone, courriel", "name, role, telephone, e-mail"},
	{"décision, ou une date pour attendre", "decision, or a date to hold until"},
	{"le litige, la promesse, l'échéancier ou le rappel choisi", "the dispute, promise, plan or callback chosen"},
	{"", ""},
	{"", ""},
	{"", ""},
}

// DeskHelpGrammar sums up the rest of the entry line's grammar.
var DeskHelpGrammar = [5]Text{
	{"une date aussi : 15 le prochain 15, 15/12, +10 jours ; tombée un jour chômé, elle passe au jour ouvré suivant", "a date also: 15 the next 15th, 15/12, +10 days; one on a holiday goes to the next business day"},
	{"un montant aussi : rien = tout l'exigible, 30%, 1500, 1500,50 ; 80, (la virgule fait un montant)", "an amount also: nothing = all that is collectible, 30%, 1500, 1500.50; 80, (the comma makes an amount)"},
	{"la rangée &é\"'(-è_çà, sans majuscule, se lit 1234567890", "the row &é\"'(-è_çà, unshifted, reads 1234567890"},
	{"après un appel sans personne au bout, le compte suivant s'ouvre ; après les autres, quand plus rien n'est à recouvrer, sinon ⏎", "after a call that reached nobody the next account opens; after others when nothing is left, else Enter"},
	{"une échéance suivie de * n'est pas dans le fichier : elle vient des conditions ou de la main", "a due date followed by * is not in the file: it comes from terms or by hand"},
}

// DeskScopes are the headings of help, in the order of the scopes.
var DeskScopes = [14]Text{
	{"Partout", "Everywhere"},
	{"Liste d'appels", "Call list"},
	{"Fiche client", "Client file"},
	{"Échéancier", "Payment plan"},
	{"Notes et historique", "Notes and history"},
	{"Pendant la saisie", "While writing a line"},
	{"Choix des factures pour la ligne", "Choosing invoices for the line"},
	{"Aide, recherche, pourquoi", "Help, search, why"},
	{"Un jour passé", "A past day"},
	DeskScopeSaved,
	DeskScopeLines,
	DeskScopeCovered,
	DeskScopeBroken,
	DeskScopeFees,
}

// DeskHits say what a search found, in the order of the kinds of hit.
var DeskHits = [10]Text{
	{"", ""},
	{"compte", "account"},
	{"facture", "invoice"},
	{"montant", "amount"},
	{"tél.", "tel."},
	{"contact", "contact"},
	{"échu en tout", "overdue in all"},
	{"ouvert en tout", "open in all"},
	{"encours", "exposure"},
	{"recouvrable", "collectible"},
}

// DeskDiffRows are the lines of an import's difference where each stands alone.
var DeskDiffRows = [6]Text{
	{"pièces nouvelles", "new items"},
	{"pièces soldées", "items settled"},
	{"pièces changées", "items changed"},
	{"pièces inchangées", "items unchanged"},
	{"pièces disparues", "items vanished"},
	{"nouveaux clients", "new clients"},
}

// DeskDiff are the same in a sentence, after the number.
var DeskDiff = [6]Text{
	{"pièces nouvelles", "new items"},
	{"soldées", "settled"},
	{"changées", "changed"},
	{"inchangées", "unchanged"},
	{"disparues", "vanished"},
	{"nouveaux clients", "new clients"},
}
