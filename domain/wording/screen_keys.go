package wording

// What the keys do, for help, palette and manual; the short ones stand in the
// footer.
var (
	KeyDown        = Text{"ligne suivante, compte suivant", "next line, next account"}
	KeyUp          = Text{"ligne précédente ; revient au compte quitté", "previous line; back to the account just left"}
	KeyPageDown    = Text{"page suivante", "next page"}
	KeyPageUp      = Text{"page précédente", "previous page"}
	KeyFirst       = Text{"début de la liste", "top of the list"}
	KeyLast        = Text{"fin de la liste", "end of the list"}
	KeyNextPane    = Text{"volet suivant", "next pane"}
	KeyPrevPane    = Text{"volet précédent", "previous pane"}
	KeyPane1       = Text{"liste d'appels", "call list"}
	KeyPane2       = Text{"fiche client", "client file"}
	KeyPane3       = Text{"échéancier", "payment plan"}
	KeyPane4       = Text{"notes et historique", "notes and history"}
	KeyNextClient  = Text{"compte suivant", "next account"}
	KeyBack        = Text{"revenir à la liste", "back to the list"}
	KeyWhy         = Text{"pourquoi ce compte, à cette place", "why this account, in this place"}
	KeyConfirm     = Text{"brouillon de confirmation du dernier acte", "draft confirmation of the last act"}
	KeyUndo        = Text{"annuler le dernier acte", "take back the last act"}
	KeySearch      = Text{"chercher un nom, un compte, une facture, un montant, un téléphone", "search a name, an account, an invoice, an amount, a telephone"}
	KeyHelp        = Text{"aide complète", "full help"}
	KeyPalette     = Text{"toutes les commandes, par leur nom", "every command, by name"}
	KeyAsOf        = Text{"voir le bureau à une date passée", "show the desk as of a past day"}
	KeyImport      = Text{"importer un fichier", "import a file"}
	KeyRedraw      = Text{"redessiner l'écran", "redraw the screen"}
	KeyQuit        = Text{"quitter (tout est déjà enregistré)", "quit (everything is saved already)"}
	KeyTick        = Text{"cocher ou décocher la facture", "tick or untick the invoice"}
	KeyEdit        = Text{"modifier le champ", "edit the field"}
	KeyLess        = Text{"moins : une mensualité, un jour de moins", "less: one instalment, one day less"}
	KeyMore        = Text{"plus : une mensualité, un jour de plus", "more: one instalment, one day more"}
	KeyPropose     = Text{"enregistrer l'échéancier comme proposé", "save the plan as proposed"}
	KeySign        = Text{"enregistrer l'échéancier comme signé", "save the plan as signed"}
	KeyDraft       = Text{"enregistrer l'échéancier en brouillon", "save the plan as a draft"}
	KeyAmend       = Text{"corriger la note", "amend the note"}
	KeyErase       = Text{"effacer la note pour toujours (demande)", "erase the note for good (asks)"}
	KeyDayBefore   = Text{"un jour plus tôt", "one day earlier"}
	KeyDayAfter    = Text{"un jour plus tard", "one day later"}
	KeyWeekBefore  = Text{"une semaine plus tôt", "one week earlier"}
	KeyWeekAfter   = Text{"une semaine plus tard", "one week later"}
	KeyToday       = Text{"revenir à aujourd'hui", "back to today"}
	KeyTake        = Text{"valider", "accept"}
	KeyItems       = Text{"choisir les factures, garder la ligne", "choose the invoices, keep the line"}
	KeyLeave       = Text{"quitter la ligne sans rien enregistrer", "leave the line, record nothing"}
	KeyToLine      = Text{"revenir à la ligne", "back to the line"}
	KeyTickAccount = Text{"ne pas relancer ce compte", "do not dun this account"}
	KeyYes         = Text{"oui", "yes"}
	KeyCopy        = Text{"copier le texte", "copy the text"}
	KeyClose       = Text{"fermer", "close"}

	KeyShortPane    = Text{"volet", "pane"}
	KeyShortNext    = Text{"suivant", "next"}
	KeyShortWhy     = Text{"pourquoi", "why"}
	KeyShortUndo    = Text{"annuler", "undo"}
	KeyShortSearch  = Text{"chercher", "search"}
	KeyShortHelp    = Text{"aide", "help"}
	KeyShortQuit    = Text{"quitter", "quit"}
	KeyShortTick    = Text{"cocher", "tick"}
	KeyShortEdit    = Text{"modifier", "edit"}
	KeyShortPropose = Text{"proposé", "proposed"}
	KeyShortSign    = Text{"signé", "signed"}
	KeyShortDraft   = Text{"brouillon", "draft"}
	KeyShortAmend   = Text{"corriger", "amend"}
	KeyShortErase   = Text{"effacer", "erase"}
	KeyShortDays    = Text{"jour", "day"}
	KeyShortWeeks   = Text{"semaine", "week"}
	KeyShortToday   = Text{"aujourd'hui", "today"}
	KeyShortTake    = Text{"valider", "accept"}
	KeyShortItems   = Text{"factures", "invoices"}
	KeyShortPath    = Text{"compléter", "complete"}
	KeyShortLeave   = Text{"quitter", "leave"}
	KeyShortLine    = Text{"ligne", "line"}
	KeyShortClose   = Text{"fermer", "close"}
)
