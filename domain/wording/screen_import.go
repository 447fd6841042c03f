package wording

// Texts of the form that a first import shows: what is to be known of the
// company whose file it is.
var (
	ImportNewCompany  = Text{"Votre société est nouvelle ici. À vérifier avant d'importer :", "Your company is new here. To check before importing:"}
	ImportDueExample  = Text{"facture du %s → échéance %s", "invoice of %s → due %s"}
	ImportReread      = Text{"relire", "read again"}
	ImportChange      = Text{"modifier", "change"}
	ImportOther       = Text{"Espace : %s", "Space: %s"}
	ImportRefused     = Text{"Avec ces réponses, le fichier ne peut pas être importé :", "With these answers the file cannot be imported:"}
	ImportNameHow     = Text{"le nom de votre société, tel que les clients doivent le lire", "your company's name, as clients are to read it"}
	ImportBadName     = Text{"Il faut un nom : celui que les clients doivent lire.", "A name is needed: the one that clients are to read."}
	ImportBadCountry  = Text{"« %s » n'est pas un pays possible ici : écrire FR ou BE.", "\"%s\" is not a possible country here: write FR or BE."}
	ImportBadAccounts = Text{"« %s » n'est pas un début de compte : écrire par exemple 411, 413.", "\"%s\" is not the beginning of an account: write 411, 413 for instance."}
	ImportBadTerms    = Text{"« %s » n'est pas un délai : écrire 30, 30fm, 45 jours fin de mois, fm+45, comptant.", "\"%s\" are no terms: write 30, 30fm, 45 days eom, fm+45, comptant."}
)

// ImportAnswers are the lines of the form, in their order.
var ImportAnswers = [4]Text{
	{"votre société", "your company"},
	{"pays", "country"},
	{"comptes clients", "receivable accounts"},
	{"délai usuel", "usual terms"},
}

// ImportCountries are the countries of one's own company, by their codes.
var ImportCountries = map[string]Text{
	"FR": {"France", "France"},
	"BE": {"Belgique", "Belgium"},
}
