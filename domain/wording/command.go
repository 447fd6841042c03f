package wording

// What the program and its commands are, as their help says it.
var (
	CmdRoot = Text{
		"relance : la relance clients au terminal",
		"relance: collecting trade receivables at the terminal",
	}
	CmdRootLong = Text{
		"Sans commande, relance ouvre le bureau : qui appeler, pourquoi, ce qui s'est dit.\nChaque écran est aussi une commande, avec --format table, csv ou json.",
		"Without a command, relance opens the desk: whom to call, why, what was said.\nEvery screen is a command too, with --format table, csv or json.",
	}
	CmdDemo     = Text{"ouvre le bureau sur un portefeuille fictif", "open the desk on a fictional portfolio"}
	CmdDemoLong = Text{
		"La base est temporaire : elle disparaît à la sortie, et la vôtre n'est jamais touchée.\nHors d'un terminal (ou avec --format), la liste du jour est écrite.",
		"The database is temporary: it is gone at the end, and yours is never touched.\nWithout a terminal (or with --format), today's list is written.",
	}
	CmdImport     = Text{"lit un FEC, une liste de postes ouverts ou une liste de clients", "read a FEC, a list of open items or a list of clients"}
	CmdImportLong = Text{
		"Montre ce qui change, puis demande (au terminal) ou continue.\nSans terminal, un doute qui demande une personne arrête tout (code 3), sauf avec --yes.\n--format force le format d'entrée (fec, items, clients) ; table, csv et json, eux, choisissent la sortie, comme --output et --json.",
		"Shows what changes, then asks (on a terminal) or goes ahead.\nWithout a terminal, a doubt that needs a person stops everything (code 3), unless --yes.\n--format forces the input format (fec, items, clients); table, csv and json choose the output, as --output and --json do.",
	}
	CmdAged     = Text{"balance âgée", "aged balance"}
	CmdWorklist = Text{"liste d'appels du jour", "today's call list"}
	CmdClient   = Text{"fiche d'un client", "one client's file"}
	CmdLog      = Text{"enregistre un acte, avec la ligne de saisie du bureau", "record one act, in the words of the entry line"}
	CmdLogLong  = Text{
		"Exemples : 'p m v' promesse de la moitié pour vendredi ; 'a n' appel sans réponse ;\n'l b' litige, numéro de commande absent ; 'r d' rappel demain ; 'i texte' note.\n--dry-run dit ce que la ligne veut dire, sans rien enregistrer ; une ligne qui laisse une question sort avec le code 2.",
		"Examples: 'p m v' promise of half for Friday; 'a n' call without answer;\n'l b' dispute, order number missing; 'r d' call back tomorrow; 'i text' note (--keys fr).\n--dry-run says what the line means and records nothing; a line that leaves a question ends with code 2.",
	}
	CmdSet     = Text{"change un renseignement d'un client", "change a particular of a client"}
	CmdSetLong = Text{
		"Champs : name, identifier, vat, address, country, language, nature (b2b, b2c, public), segment, sector,\nsalesrep, collector, terms (45fm, 30fm10…), payment_method, limit, cover, factored,\ncontact, role, phone, email, representative (signataire), late_rate (taux de retard du contrat, pour cent l'an),\nnotice_on (mise en demeure), reminder_on (premier rappel), et due:NUMÉRO pour l'échéance d'une pièce.\nCe qu'une personne écrit l'emporte sur les imports.",
		"Fields: name, identifier, vat, address, country, language, nature (b2b, b2c, public), segment, sector,\nsalesrep, collector, terms (45fm, 30fm10…), payment_method, limit, cover, factored,\ncontact, role, phone, email, representative (signatory), late_rate (contractual late rate, percent a year),\nnotice_on (formal notice), reminder_on (first reminder), and due:NUMBER for the due date of a document.\nWhat a person writes wins over imports.",
	}
	CmdPlan       = Text{"échéanciers : projet, affichage, export", "instalment plans: draft, show, export"}
	CmdPlanDraft  = Text{"dresse un échéancier ; n'écrit rien sans --save", "draw up a plan; writes nothing without --save"}
	CmdPlanShow   = Text{"montre les échéanciers d'un client", "show a client's plans"}
	CmdPlanExport = Text{"exporte tous les échéanciers", "export every plan"}
	CmdExport     = Text{"exporte actions, promises, plans, disputes, notes, clients ou items", "export actions, promises, plans, disputes, notes, clients or items"}
	CmdDay        = Text{"compte rendu de la journée", "end-of-day report"}
	CmdBackup     = Text{"copie fidèle de la base, même en cours d'usage", "consistent copy of the database, even while in use"}
	CmdRestore    = Text{"remet en place une copie ; l'ancienne base est gardée à côté", "put a copy back; the old database is kept beside it"}
	CmdCheck      = Text{"contrôle la base et la chaîne du journal", "check the database and the journal's chain"}
	CmdCompact    = Text{"réécrit la base au plus court", "rewrite the database without waste"}
	CmdRules      = Text{"règles du classement : fichier, essai, adoption", "the worklist's rules: file, trial, adoption"}
	CmdRulesCheck = Text{"montre comment la liste du jour bougerait", "show how today's list would move"}
	CmdRulesAdopt = Text{"adopte les règles du fichier", "adopt the file's rules"}
	CmdRulesInit  = Text{"écrit le fichier avec les règles en vigueur", "write the file with the rules in force"}
	CmdVersion    = Text{"version du programme", "version of the program"}
	CmdHelp       = Text{"aide d'une commande", "help on a command"}
)

// Headings of the help.
var (
	HelpUsage    = Text{"Usage :", "Usage:"}
	HelpCommands = Text{"Commandes :", "Commands:"}
	HelpFlags    = Text{"Options :", "Flags:"}
	HelpGlobal   = Text{"Options communes :", "Global flags:"}
	HelpMore     = Text{"« %s COMMANDE --help » dit tout d'une commande.", "\"%s COMMAND --help\" tells all about a command."}
	HelpOptions  = Text{"[options]", "[flags]"}
	HelpCommand  = Text{"[commande]", "[command]"}
	HelpCodes    = Text{
		"Codes de sortie : 0 fait, 1 échec, 2 mauvais usage, 3 entrée refusée, 4 base occupée.",
		"Exit codes: 0 done, 1 failed, 2 wrong usage, 3 input refused, 4 database in use.",
	}
)

// What the flags mean.
var (
	FlagDB          = Text{"fichier de la base (sinon RELANCE_DB, sinon le dossier de données)", "database file (else RELANCE_DB, else the data folder)"}
	FlagToday       = Text{"jour du bureau, AAAA-MM-JJ", "the desk's day, YYYY-MM-DD"}
	FlagAsOf        = Text{"montre tout à une date passée, sans rien écrire", "show everything as of a past day; writes nothing"}
	FlagLang        = Text{"langue : fr ou en (sinon celle du système)", "language: fr or en (else the system's)"}
	FlagReadOnly    = Text{"n'écrit rien", "write nothing"}
	FlagFormat      = Text{"sortie : table, csv ou json", "output: table, csv or json"}
	FlagFormatIn    = Text{"format d'entrée : fec, items ou clients (ou de sortie : table, csv, json)", "input format: fec, items or clients (or of the output: table, csv, json)"}
	FlagOutput      = Text{"comme --format, partout", "the same as --format, everywhere"}
	FlagJSON        = Text{"sortie en JSON", "output as JSON"}
	FlagDialect     = Text{"fr : points-virgules, virgule décimale, BOM", "fr: semicolons, decimal comma, BOM"}
	FlagBy          = Text{"client, segment, collector ou salesrep", "client, segment, collector or salesrep"}
	FlagExplain     = Text{"avec toutes les raisons", "with all the reasons"}
	FlagHeld        = Text{"aussi les clients retenus aujourd'hui", "also the clients held back today"}
	FlagClient      = Text{"compte du client (C00231, ou créancier/compte)", "the client's account (C00231, or creditor/account)"}
	FlagDryRun      = Text{"montre, n'écrit rien", "show, write nothing"}
	FlagKeys        = Text{"lettres de la ligne : fr ou en (sinon celles de la configuration, sinon fr)", "letters of the line: fr or en (else the configuration's, else fr)"}
	FlagYes         = Text{"répond oui aux doutes", "answer yes to doubts"}
	FlagCreditor    = Text{"clé du créancier (sinon le SIREN du nom du fichier)", "the creditor's key (else the SIREN in the file's name)"}
	FlagCredName    = Text{"raison sociale du créancier", "the creditor's name"}
	FlagCountry     = Text{"pays du créancier : FR ou BE", "the creditor's country: FR or BE"}
	FlagTerms       = Text{"délai par défaut : NET30, 45fm…", "default terms: NET30, 45fm…"}
	FlagAccounts    = Text{"comptes clients : 411,413,416 (Belgique 400,407)", "receivable accounts: 411,413,416 (Belgium 400,407)"}
	FlagListDate    = Text{"date de la liste de postes ouverts", "date of the open-item list"}
	FlagExclude     = Text{"comptes à ne jamais relancer", "accounts never to be dunned"}
	FlagOut         = Text{"fichier à écrire", "file to write"}
	FlagForce       = Text{"remplace le fichier s'il existe", "replace the file if it is there"}
	FlagMonths      = Text{"nombre d'échéances", "number of instalments"}
	FlagFirst       = Text{"date de la première échéance", "date of the first instalment"}
	FlagDown        = Text{"acompte", "down payment"}
	FlagSave        = Text{"enregistre : draft, proposed ou signed", "save: draft, proposed or signed"}
	FlagItem        = Text{"pièce dont due=DATE fixe l'échéance (due= la rend)", "document whose due date due=DATE sets (due= gives it back)"}
	FlagItems       = Text{"pièces concernées (sinon tout ce qui est exigible)", "documents meant (else all that is collectible)"}
	FlagCurrency    = Text{"devise, quand le client en a plusieurs", "currency, where the client has several"}
	FlagHelp        = Text{"cette aide", "this help"}
	FlagRuleFile    = Text{"fichier de règles", "rules file"}
	FlagConfirm     = Text{"reprend l'acte même si d'autres s'appuient dessus", "take the act back even when others build on it"}
	FlagLimitOfRows = Text{"au plus tant de lignes", "at most so many rows"}
)

// Titles of the columns of tables.
var (
	ColClient     = Text{"Compte", "Account"}
	ColCreditor   = Text{"Créancier", "Creditor"}
	ColName       = Text{"Client", "Client"}
	ColCurrency   = Text{"Devise", "Cur."}
	ColRank       = Text{"N°", "No"}
	ColOverdue    = Text{"Échu", "Overdue"}
	ColToCollect  = Text{"Exigible", "Collectible"}
	ColLate       = Text{"Retard", "Late"}
	ColClass      = Text{"Classe", "Class"}
	ColScore      = Text{"Gain", "Gain"}
	ColReasons    = Text{"Pourquoi", "Why"}
	ColNotDue     = Text{"Non échu", "Not due"}
	ColOver180    = Text{"> 180", "> 180"}
	ColUnapplied  = Text{"Non affecté", "Unapplied"}
	ColTotal      = Text{"Total", "Total"}
	ColNumber     = Text{"Pièce", "Document"}
	ColKind       = Text{"Nature", "Kind"}
	ColDate       = Text{"Date", "Date"}
	ColDue        = Text{"Échéance", "Due"}
	ColDueSource  = Text{"Source", "Source"}
	ColAmount     = Text{"Montant", "Amount"}
	ColOpen       = Text{"Ouvert", "Open"}
	ColState      = Text{"État", "State"}
	ColID         = Text{"Acte", "Act"}
	ColPaid       = Text{"Payé", "Paid"}
	ColPaidOn     = Text{"Payé le", "Paid on"}
	ColOrigin     = Text{"Origine", "Origin"}
	ColItems      = Text{"Pièces", "Documents"}
	ColMadeOn     = Text{"Donnée le", "Made on"}
	ColPerson     = Text{"Par", "By"}
	ColReason     = Text{"Motif", "Reason"}
	ColOpenedOn   = Text{"Ouvert le", "Opened on"}
	ColInstalment = Text{"Éch.", "Inst."}
	ColPrincipal  = Text{"Principal", "Principal"}
	ColInterest   = Text{"Intérêts", "Interest"}
	ColDay        = Text{"Jour", "Day"}
	ColAuthor     = Text{"Auteur", "Author"}
	ColText       = Text{"Texte", "Text"}
	ColSegment    = Text{"Segment", "Segment"}
	ColCollector  = Text{"Chargé", "Collector"}
	ColSalesRep   = Text{"Commercial", "Sales rep"}
	ColFrom       = Text{"De", "From"}
	ColTo         = Text{"À", "To"}
)

// Yes and no in tables.
var (
	WordYes = Text{"oui", "yes"}
	WordNo  = Text{"non", "no"}
)
