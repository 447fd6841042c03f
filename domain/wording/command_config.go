package wording

// The configuration file: its command, what is wrong with it, its template.
var (
	CmdConfig     = Text{"réglages : fichier et valeurs en vigueur", "settings: the file and the values in force"}
	CmdConfigLong = Text{
		"Le fichier est --config, sinon RELANCE_CONFIG, sinon relance/config.toml dans le dossier de configuration.\nSans fichier, les valeurs d'usage ; les options et l'environnement l'emportent sur le fichier.",
		"The file is --config, else RELANCE_CONFIG, else relance/config.toml in the configuration folder.\nWithout a file, the usual values; flags and the environment win over the file.",
	}
	CmdConfigInit  = Text{"écrit un fichier commenté, où rien n'est encore changé", "write a commented file in which nothing is changed yet"}
	CmdConfigCheck = Text{"contrôle le fichier", "check the file"}
	FlagConfig     = Text{"fichier de configuration (sinon RELANCE_CONFIG, sinon le dossier de configuration)", "configuration file (else RELANCE_CONFIG, else the configuration folder)"}

	ColSetting = Text{"Réglage", "Setting"}
	ColValue   = Text{"Valeur", "Value"}
	ColOrigins = Text{"D'où", "From"}

	SaidConfigNone  = Text{"Pas encore de fichier : « relance config init » l'écrit. Valeurs d'usage.", "There is no file yet: \"relance config init\" writes it. Usual values."}
	SaidConfigGood  = Text{"La configuration est bonne : %s.", "The configuration is good: %s."}
	SaidConfigPlain = Text{"Pas de fichier de configuration (%s) : valeurs d'usage.", "There is no configuration file (%s): usual values."}
)

// ConfigOrigins say where a setting comes from: flag, environment, file,
// system, usual.
var ConfigOrigins = [5]Text{
	{"option", "flag"},
	{"environnement", "environment"},
	{"fichier", "file"},
	{"système", "system"},
	{"usage", "usual"},
}

// What is wrong with a configuration file, and what to do.
var (
	FaultConfigAt   = Text{"Configuration refusée, rien n'a été fait. %s, ligne %d, %s : %s", "Configuration refused, nothing was done. %s, line %d, %s: %s"}
	FaultConfigLine = Text{"Configuration refusée, rien n'a été fait. %s, ligne %d : %s", "Configuration refused, nothing was done. %s, line %d: %s"}
	FaultConfigFile = Text{"Configuration refusée, rien n'a été fait. %s : %s", "Configuration refused, nothing was done. %s: %s"}

	ConfigNone       = Text{"ce fichier n'existe pas. « relance config init » l'écrit.", "there is no such file. \"relance config init\" writes it."}
	ConfigUnreadable = Text{"ce fichier ne se lit pas (%s). Vérifier le chemin et les droits.", "this file cannot be read (%s). Check its path and its permissions."}
	ConfigSyntax     = Text{"ce n'est pas du TOML (%s). Une ligne s'écrit clé = \"valeur\".", "this is not TOML (%s). A line is written key = \"value\"."}
	ConfigUnknown    = Text{"réglage inconnu. Écrire un de ceux-ci : %s.", "no such setting. Write one of these: %s."}
	ConfigKind       = Text{"valeur d'un autre genre. Écrire %s.", "a value of another kind. Write %s."}
	ConfigValue      = Text{"« %s » n'est pas possible. Écrire %s.", "\"%s\" is not possible. Write %s."}
	ConfigNeedsKeys  = Text{"des lettres changent sans que le jeu soit dit. Ajouter keys = \"fr\" ou keys = \"en\" au début du fichier.", "letters change in a set that is not named. Add keys = \"fr\" or keys = \"en\" at the head of the file."}
	ConfigHours      = Text{"la fin (%s) ne suit pas le début (%s). Changer from ou to.", "the end (%s) does not follow the beginning (%s). Change from or to."}
)

// ConfigLetters say why a set of letters is refused, in the order of
// entry.KeysFault. They take the letter and the group.
var ConfigLetters = [5]Text{
	{"« %s » (%s) n'est pas une lettre minuscule, de a à z. En choisir une autre.", "\"%s\" (%s) is no lower-case letter from a to z. Choose another."},
	{"« %s » (%s) a plusieurs lettres. En écrire une seule.", "\"%s\" (%s) is several letters. Write a single one."},
	{"« %s » sert deux fois (%s). Choisir une autre lettre, ou changer l'autre aussi.", "\"%s\" stands twice (%s). Choose another letter, or change the other one too."},
	{"« %s » (%s) : il faut une lettre.", "\"%s\" (%s): a letter is needed."},
	{"« %s » (%s) est une touche de l'écran (j, k, h, q, z). Choisir une autre lettre.", "\"%s\" (%s) is a key of the screen (j, k, h, q, z). Choose another letter."},
}

// ConfigGroups name the letters that must differ, in the order of
// entry.KeyGroup.
var ConfigGroups = [13]Text{
	{"actes", "acts"},
	{"résultats d'appel", "call outcomes"},
	{"devant le résultat", "before the outcome"},
	{"mots d'une promesse", "words of a promise"},
	{"mots d'un reçu en banque", "words of a receipt"},
	{"mots d'un rappel", "words of a callback"},
	{"mots d'un échéancier", "words of a plan"},
	{"motifs de litige", "reasons of a dispute"},
	{"décisions de mise de côté", "decisions to set aside"},
	{"unités après un nombre", "units after a number"},
	{"fins d'un litige", "endings of a dispute"},
	{"fins d'un échéancier", "endings of a plan"},
	{"fins d'un rappel", "endings of a callback"},
}

// What a setting takes, after "write".
var (
	ConfigTakesLang    = Text{"\"fr\" ou \"en\"", "\"fr\" or \"en\""}
	ConfigTakesAuthor  = Text{"vos initiales entre guillemets, 40 signes au plus", "your initials in quotes, 40 characters at most"}
	ConfigTakesPath    = Text{"un chemin entre guillemets (~/ et les chemins relatifs au fichier vont aussi)", "a path in quotes (~/ and paths relative to this file will do)"}
	ConfigTakesDialect = Text{"\"standard\" ou \"fr\"", "\"standard\" or \"fr\""}
	ConfigTakesHour    = Text{"une heure entre guillemets : \"8:00\", \"20:00\" ; \"24:00\" pour minuit", "an hour in quotes: \"8:00\", \"20:00\"; \"24:00\" for midnight"}
	ConfigTakesDays    = Text{"une liste de jours : [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]", "a list of days: [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]"}
	ConfigTakesLetter  = Text{"une lettre entre guillemets (ou un mot court, pour une date ou un montant)", "a letter in quotes (or a short word, for a date or an amount)"}
	ConfigTakesTable   = Text{"une section, comme [calls]", "a section, such as [calls]"}
)

// The template's comments.
var (
	ConfigTemplateHead = Text{
		"Réglages de relance. Chaque ligne donne la valeur d'usage : ôter le # du début pour la changer.\n« relance config check » contrôle le fichier, « relance config » montre ce qui vaut et d'où.\nLes options (--lang, --db…) et l'environnement (RELANCE_DB, RELANCE_AUTHOR) l'emportent.",
		"Settings of relance. Each line gives the usual value: take the # in front away to change it.\n\"relance config check\" checks the file, \"relance config\" shows what is in force and from where.\nFlags (--lang, --db…) and the environment (RELANCE_DB, RELANCE_AUTHOR) win.",
	}
	ConfigAboutLang    = Text{"langue de l'écran et des commandes : fr ou en (sinon celle du système)", "language of the screen and the commands: fr or en (else the system's)"}
	ConfigAboutAuthor  = Text{"initiales qui signent les actes (sinon le nom d'utilisateur)", "initials that sign the acts (else the login name)"}
	ConfigAboutDB      = Text{"fichier de la base (sinon le dossier de données)", "database file (else the data folder)"}
	ConfigAboutKeys    = Text{"lettres de la ligne de saisie : fr ou en (sinon la langue de l'écran ; pour « relance log », fr)", "letters of the entry line: fr or en (else the language on screen; for \"relance log\", fr)"}
	ConfigAboutDialect = Text{"CSV écrit : standard, ou fr (points-virgules, virgule décimale, BOM)", "CSV that is written: standard, or fr (semicolons, decimal comma, BOM)"}
	ConfigAboutBackup  = Text{"dossier des copies de sauvegarde (sinon à côté de la base) ; chaque base y a son propre dossier", "folder of the backups (else beside the database); each database has its own folder in it"}
	ConfigAboutCalls   = Text{"heures d'appel : en dehors, et les jours fériés du client, l'écran avertit ; rien n'est interdit", "calling hours: outside them, and on the debtor's holidays, the screen warns; nothing is forbidden"}
	ConfigAboutDays    = Text{"jours : mon, tue, wed, thu, fri, sat, sun (ou lun, mar, mer, jeu, ven, sam, dim)", "days: mon, tue, wed, thu, fri, sat, sun"}
	ConfigAboutLetters = Text{
		"Lettres de la ligne de saisie. En changer demande keys, plus haut ; l'aide (h) montre les vôtres.\nLes touches j, k, h, q et z restent à l'écran.",
		"Letters of the entry line. Changing them needs keys, above; help (h) shows yours.\nThe keys j, k, h, q and z remain the screen's.",
	}
)
