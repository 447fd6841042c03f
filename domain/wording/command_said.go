package wording

// What the commands say of what they did.
var (
	SaidCopyRead    = Text{"La base est ouverte ailleurs : lu sur une copie de %s.", "The database is open elsewhere: read from a copy of %s."}
	SaidBackup      = Text{"Copie écrite : %s.", "Copy written: %s."}
	SaidRestored    = Text{"Base remise en place depuis %s.", "Database put back from %s."}
	SaidOldKept     = Text{"L'ancienne est gardée : %s.", "The old one is kept: %s."}
	SaidCompacted   = Text{"Base réécrite : %s → %s.", "Database rewritten: %s → %s."}
	SaidSound       = Text{"La base est saine.", "The database is sound."}
	SaidDigest      = Text{"empreinte de l'état : %s", "digest of the state: %s"}
	SaidNothingDue  = Text{"Rien à relancer aujourd'hui.", "Nobody to call today."}
	SaidNothingOpen = Text{"Rien d'ouvert.", "Nothing open."}
	SaidWouldRecord = Text{"Serait enregistré : %s", "Would be recorded: %s"}
	SaidRecorded    = Text{"Enregistré : %s", "Recorded: %s"}
	SaidUndone      = Text{"Annulé : %s · %s", "Undone: %s · %s"}
	SaidRedone      = Text{"Rétabli : %s · %s", "Redone: %s · %s"}
	SaidWouldUndo   = Text{"Essai, rien n'est enregistré. %s", "Dry run, nothing is recorded. %s"}
	SaidAsItIs      = Text{"%s", "%s"}
	SaidFieldBack   = Text{"%s : de nouveau celle du fichier ou des conditions", "%s: the file's or that of the terms again"}
	SaidFieldSet    = Text{"%s = %s", "%s = %s"}
	SaidWarning     = Text{"Attention, %s : %s. La valeur est enregistrée telle quelle.", "Mind %s: %s. The value is recorded as it is."}
	SaidPlanDrawn   = Text{"Projet d'échéancier (rien n'est enregistré sans --save)", "Draft plan (nothing is recorded without --save)"}
	SaidPlanSaved   = Text{"Échéancier enregistré (%s).", "Plan recorded (%s)."}
	SaidNoPlan      = Text{"Aucun échéancier.", "No plan."}
	SaidDemoDay     = Text{"Portefeuille fictif, liste du %s.", "Fictional portfolio, list of %s."}
	SaidRulesPath   = Text{"fichier : %s", "file: %s"}
	SaidRulesNone   = Text{"(pas encore écrit : « relance rules init »)", "(not written yet: \"relance rules init\")"}
	SaidRulesSame   = Text{"Le fichier dit la même chose que les règles en vigueur.", "The file says the same as the rules in force."}
	SaidRulesDiffer = Text{"Le fichier diffère des règles en vigueur : « relance rules check » montre l'effet, « relance rules adopt » l'adopte.", "The file differs from the rules in force: \"relance rules check\" shows the effect, \"relance rules adopt\" adopts it."}
	SaidNoMove      = Text{"La liste du jour ne bougerait pas.", "Today's list would not move."}
	SaidMoves       = Text{"Clients qui changent de place : %d.", "Clients that change places: %d."}
	SaidAdopted     = Text{"Règles adoptées.", "Rules adopted."}
	SaidWritten     = Text{"Écrit : %s.", "Written: %s."}
	SaidHead        = Text{"tête du journal : %s", "head of the journal: %s"}
	SaidLedger      = Text{"empreinte du grand livre : %s", "digest of the ledger: %s"}
)

// The import, in the order in which it speaks.
var (
	ImportReading        = Text{"lecture de %s", "reading %s"}
	ImportFile           = Text{"%s : %s, %s.", "%s: %s, %s."}
	ImportRows           = [2]Text{{"%s ligne", "%s line"}, {"%s lignes", "%s lines"}}
	ImportFormats        = [3]Text{{"fichier des écritures comptables", "ledger file (FEC)"}, {"liste de postes ouverts", "open-item list"}, {"liste de clients", "clients list"}}
	ImportNewCreditor    = Text{"Nouveau créancier %s (%s), %s, comptes %s, délai %s. Changer avec --creditor, --creditor-name, --country, --accounts, --terms.", "New creditor %s (%s), %s, accounts %s, terms %s. Change with --creditor, --creditor-name, --country, --accounts, --terms."}
	ImportNew            = [2]Text{{"%s nouvelle", "%s new"}, {"%s nouvelles", "%s new"}}
	ImportSettled        = [2]Text{{"%s soldée", "%s settled"}, {"%s soldées", "%s settled"}}
	ImportChanged        = [2]Text{{"%s montant changé", "%s amount changed"}, {"%s montants changés", "%s amounts changed"}}
	ImportUnchanged      = [2]Text{{"%s inchangée", "%s unchanged"}, {"%s inchangées", "%s unchanged"}}
	ImportVanished       = [2]Text{{"%s pièce n'est plus au grand livre.", "%s item is no longer in the ledger."}, {"%s pièces ne sont plus au grand livre.", "%s items are no longer in the ledger."}}
	ImportClientsNew     = [2]Text{{"%s client nouveau.", "%s new client."}, {"%s clients nouveaux.", "%s new clients."}}
	ImportFields         = Text{"%s : %s.", "%s: %s."}
	ImportEdited         = [2]Text{{"%s valeur saisie à la main est remplacée", "%s value typed by hand is replaced"}, {"%s valeurs saisies à la main sont remplacées", "%s values typed by hand are replaced"}}
	ImportClientsChanged = [2]Text{{"%s client changé", "%s client changed"}, {"%s clients changés", "%s clients changed"}}
	ImportStranded       = [2]Text{{"%s acte porte sur une pièce qui disparaît :", "%s act concerns an item that goes:"}, {"%s actes portent sur des pièces qui disparaissent :", "%s acts concern items that go:"}}
	ImportMoreActs       = [2]Text{{"et %s autre (--json les donne tous)", "and %s more (--json gives them all)"}, {"et %s autres (--json les donne tous)", "and %s more (--json gives them all)"}}
	ImportNewAmount      = Text{"Montant nouveau : %s.", "New amount: %s."}
	ImportCameIn         = Text{"%s, %s rentrés.", "%s, %s came in."}
	ImportNothing        = Text{"Rien ne change.", "Nothing changes."}
	ImportDone           = Text{"Importé dans %s.", "Imported into %s."}
	ImportDry            = Text{"Essai : rien n'a été écrit.", "Dry run: nothing was written."}
	ImportDoubt          = Text{"Doute : %s", "Doubt: %s"}
	ImportNote           = Text{"À savoir : %s", "Note: %s"}
	ImportWarnings       = [2]Text{{"%s écart toléré :", "%s deviation tolerated:"}, {"%s écarts tolérés :", "%s deviations tolerated:"}}
	ImportMore           = [2]Text{{"… et %s autre.", "… and %s more."}, {"… et %s autres.", "… and %s more."}}
	ImportLine           = Text{"ligne %d", "line %d"}
	ImportColumn         = Text{"colonne %s", "column %s"}
	ImportTimes          = Text{"%d fois", "%d times"}
	ImportBackup         = Text{"Copie d'avant l'import : %s.", "Copy from before the import: %s."}
	AskImport            = Text{"Importer ? [O/n] ", "Import? [Y/n] "}
	AskImportDoubt       = Text{"Importer malgré tout ? [o/N] ", "Import all the same? [y/N] "}
	AskCreditorID        = Text{"Clé du créancier [%s] : ", "The creditor's key [%s]: "}
	AskCreditorName      = Text{"Raison sociale [%s] : ", "Name of the company [%s]: "}
	AskCountry           = Text{"Pays, FR ou BE [%s] : ", "Country, FR or BE [%s]: "}
	AskAccounts          = Text{"Comptes clients [%s] : ", "Receivable accounts [%s]: "}
	AskTerms             = Text{"Délai de paiement par défaut [%s] : ", "Default payment terms [%s]: "}
	AskExclude           = Text{"Parmi ces grands comptes, lesquels ne sont pas des clients à relancer ? (numéros, Entrée = aucun) ", "Of these large accounts, which are no clients to chase? (numbers, Enter = none) "}
	AskAgain             = Text{"Pas compris : %s", "Not understood: %s"}
)

// The day's report.
var (
	DayTitle     = Text{"Journée du %s", "Day of %s"}
	DayCalls     = [2]Text{{"%s appel", "%s call"}, {"%s appels", "%s calls"}}
	DayReached   = [2]Text{{"%s personne jointe", "%s person reached"}, {"%s personnes jointes", "%s people reached"}}
	DayPromises  = [2]Text{{"%s promesse", "%s promise"}, {"%s promesses", "%s promises"}}
	DayPlans     = [2]Text{{"%s échéancier", "%s plan"}, {"%s échéanciers", "%s plans"}}
	DayDisputes  = [2]Text{{"%s litige", "%s dispute"}, {"%s litiges", "%s disputes"}}
	DayNotes     = [2]Text{{"%s note", "%s note"}, {"%s notes", "%s notes"}}
	DayReceipts  = [2]Text{{"%s règlement vu en banque", "%s receipt seen at the bank"}, {"%s règlements vus en banque", "%s receipts seen at the bank"}}
	DayKept      = [2]Text{{"%s promesse tenue", "%s promise kept"}, {"%s promesses tenues", "%s promises kept"}}
	DayBroken    = [2]Text{{"%s promesse ou échéance non tenue", "%s promise or instalment broken"}, {"%s promesses ou échéances non tenues", "%s promises or instalments broken"}}
	DayCollected = Text{"Rentré aux imports : %s", "Came in with imports: %s"}
	DayNothing   = Text{"Rien d'enregistré ce jour.", "Nothing recorded on this day."}
)
