package wording

// What the commands say of what they did.
var (
	SaidCopyRead    = Text{"La base est ouverte ailleurs : lu sur une copie de %s.", "The database is open elsewhere: read from a copy of %s."}
	SaidAsOf        = Text{"Vu au %s.", "As of %s."}
	SaidBackup      = Text{"Copie écrite : %s.", "Copy written: %s."}
	SaidRestored    = Text{"Base remise en place depuis %s.", "Database put back from %s."}
	SaidOldKept     = Text{"L'ancienne est gardée : %s.", "The old one is kept: %s."}
	SaidCompacted   = Text{"Base réécrite : %s → %s.", "Database rewritten: %s → %s."}
	SaidSound       = Text{"La base est saine.", "The database is sound."}
	SaidDigest      = Text{"empreinte de l'état", "digest of the state"}
	SaidExported    = Text{"%d ligne(s) écrites dans %s.", "%d row(s) written to %s."}
	SaidNothingDue  = Text{"Rien à relancer aujourd'hui.", "Nobody to call today."}
	SaidNothingOpen = Text{"Rien d'ouvert.", "Nothing open."}
	SaidWouldRecord = Text{"Serait enregistré : %s", "Would be recorded: %s"}
	SaidRecorded    = Text{"Enregistré : %s", "Recorded: %s"}
	SaidFieldSet    = Text{"%s = %s", "%s = %s"}
	SaidPlanDrawn   = Text{"Projet d'échéancier (rien n'est enregistré sans --save)", "Draft plan (nothing is recorded without --save)"}
	SaidPlanSaved   = Text{"Échéancier enregistré (%s).", "Plan recorded (%s)."}
	SaidNoPlan      = Text{"Aucun échéancier.", "No plan."}
	SaidMoved       = Text{"%s reporté au %s (jour non ouvré)", "%s moved to %s (no business day)"}
	SaidDemoDay     = Text{"Portefeuille fictif, liste du %s.", "Fictional portfolio, list of %s."}
	SaidRulesPath   = Text{"fichier : %s", "file: %s"}
	SaidRulesNone   = Text{"(pas encore écrit : « relance rules init »)", "(not written yet: \"relance rules init\")"}
	SaidRulesSame   = Text{"Le fichier dit la même chose que les règles en vigueur.", "The file says the same as the rules in force."}
	SaidRulesDiffer = Text{"Le fichier diffère des règles en vigueur : « relance rules check » montre l'effet, « relance rules adopt » l'adopte.", "The file differs from the rules in force: \"relance rules check\" shows the effect, \"relance rules adopt\" adopts it."}
	SaidNoMove      = Text{"La liste du jour ne bougerait pas.", "Today's list would not move."}
	SaidMoves       = Text{"%d client(s) changeraient de place.", "%d client(s) would change places."}
	SaidAdopted     = Text{"Règles adoptées.", "Rules adopted."}
	SaidWritten     = Text{"Écrit : %s.", "Written: %s."}
)

// The import, in the order in which it speaks.
var (
	ImportReading      = Text{"lecture de %s", "reading %s"}
	ImportWriting      = Text{"écriture", "writing"}
	ImportFile         = Text{"%s : %s, %s lignes.", "%s: %s, %s lines."}
	ImportFormats      = [3]Text{{"fichier des écritures comptables", "ledger file (FEC)"}, {"liste de postes ouverts", "open-item list"}, {"liste de clients", "clients list"}}
	ImportNewCreditor  = Text{"Nouveau créancier %s (%s), %s, comptes %s, délai %s. Changer avec --creditor, --creditor-name, --country, --accounts, --terms.", "New creditor %s (%s), %s, accounts %s, terms %s. Change with --creditor, --creditor-name, --country, --accounts, --terms."}
	ImportDiff         = Text{"%s nouvelles, %s soldées, %s montants changés, %s inchangées.", "%s new, %s settled, %s amounts changed, %s unchanged."}
	ImportVanished     = Text{"%s pièces ne sont plus au grand livre.", "%s items are no longer in the ledger."}
	ImportVanishedActs = Text{"Des actes nomment des pièces disparues : %s.", "Acts name items that are gone: %s."}
	ImportClientsNew   = Text{"%s clients nouveaux.", "%s new clients."}
	ImportNewAmount    = Text{"Facturé : %s.", "Invoiced: %s."}
	ImportCameIn       = Text{"%s soldées, %s rentrés.", "%s settled, %s came in."}
	ImportNothing      = Text{"Rien ne change.", "Nothing changes."}
	ImportDone         = Text{"Importé dans %s.", "Imported into %s."}
	ImportDry          = Text{"Essai : rien n'a été écrit.", "Dry run: nothing was written."}
	ImportDoubt        = Text{"Doute : %s", "Doubt: %s"}
	ImportNote         = Text{"À savoir : %s", "Note: %s"}
	ImportWarnings     = Text{"%d écart(s) toléré(s) :", "%d deviation(s) tolerated:"}
	ImportMore         = Text{"… et %d autre(s).", "… and %d more."}
	ImportLine         = Text{"ligne %d", "line %d"}
	ImportColumn       = Text{"colonne %s", "column %s"}
	ImportTimes        = Text{"%d fois", "%d times"}
	ImportBackup       = Text{"Copie d'avant l'import : %s.", "Copy from before the import: %s."}
	ImportExcluded     = Text{"Jamais relancés : %s.", "Never dunned: %s."}
	AskImport          = Text{"Importer ? [O/n] ", "Import? [Y/n] "}
	AskImportDoubt     = Text{"Importer malgré tout ? [o/N] ", "Import all the same? [y/N] "}
	AskCreditorID      = Text{"Clé du créancier [%s] : ", "The creditor's key [%s]: "}
	AskCreditorName    = Text{"Raison sociale [%s] : ", "Name of the company [%s]: "}
	AskCountry         = Text{"Pays, FR ou BE [%s] : ", "Country, FR or BE [%s]: "}
	AskAccounts        = Text{"Comptes clients [%s] : ", "Receivable accounts [%s]: "}
	AskTerms           = Text{"Délai de paiement par défaut [%s] : ", "Default payment terms [%s]: "}
	AskExclude         = Text{"Parmi ces grands comptes, lesquels ne sont pas des clients à relancer ? (numéros, Entrée = aucun) ", "Of these large accounts, which are no clients to chase? (numbers, Enter = none) "}
	AskAgain           = Text{"Pas compris : %s", "Not understood: %s"}
)

// The day's report.
var (
	DayTitle     = Text{"Journée du %s", "Day of %s"}
	DayCalls     = Text{"%d appels, %d personnes jointes", "%d calls, %d people reached"}
	DayPromises  = Text{"%d promesses", "%d promises"}
	DayPlans     = Text{"%d échéanciers", "%d plans"}
	DayDisputes  = Text{"%d litiges", "%d disputes"}
	DayNotes     = Text{"%d notes", "%d notes"}
	DayReceipts  = Text{"%d règlements vus en banque", "%d receipts seen at the bank"}
	DayCollected = Text{"Rentré aux imports : %s", "Came in with imports: %s"}
	DayNothing   = Text{"Rien d'enregistré ce jour.", "Nothing recorded on this day."}
)
