package wording

// Texts of the command creditor.
var (
	CmdCreditor     = Text{"montre ou change les renseignements de votre société", "show or change your own company's particulars"}
	CmdCreditorLong = Text{
		"Sans CHAMP=VALEUR, montre toutes vos sociétés, ou celle qui est nommée.\nChamps : name, identifier (SIREN ou n° d'entreprise), iban, bic, ics, address, country (FR, BE),\nzone des jours fériés (FR, FR-AM pour l'Alsace-Moselle, BE), terms : délai usuel (30, 45fm, fm+45…),\nlate_rate : taux de retard du contrat (pour cent l'an), legal : forme, capital, registre, city : lieu de signature,\nrepresentative : signataire et qualité (« Claire Martin, gérante »), retention_of_title : réserve de propriété (oui, non).\nUne valeur vide efface le champ, sauf name, country, zone et terms.",
		"Without FIELD=VALUE, shows all your companies, or the one named.\nFields: name, identifier (SIREN or enterprise number), iban, bic, ics, address, country (FR, BE),\nzone of public holidays (FR, FR-AM for Alsace-Moselle, BE), terms: default terms (30, 45fm, fm+45…),\nlate_rate: contractual late rate (percent a year), legal: legal form, capital, register, city: place of signature,\nrepresentative: signatory and capacity (“Claire Martin, director”), retention_of_title: retention of title (yes, no).\nAn empty value clears the field, except name, country, zone and terms.",
	}
	FaultCreditorField = Text{"« %s » n'est pas un champ de votre société. Possibles : %s.", "\"%s\" is no field of your company. Possible: %s."}
	FaultCreditorValue = Text{"« %s » ne convient pas à %s. Rien n'a été changé.", "\"%s\" does not suit %s. Nothing was changed."}
	FaultCreditorNamed = Text{"Aucune société « %s » ici. Connues : %s.", "No company \"%s\" here. Known: %s."}
	FaultCreditorWhich = Text{"Il y a plusieurs sociétés : nommer celle qui change. Connues : %s.", "There are several companies: name the one to change. Known: %s."}
	FaultCreditorNone  = Text{"Aucune société encore : elle vient avec le premier import.", "No company yet: it comes with the first import."}
	SaidCreditorKept   = Text{"Rien ne change.", "Nothing changes."}
	CreditorCurrency   = Text{"devise", "currency"}
	CreditorAccounts   = Text{"comptes", "accounts"}
	CreditorCutoff     = Text{"compta au", "ledger to"}
)

// CreditorFields name the particulars of one's own company, by their keys.
var CreditorFields = map[string]Text{
	"name":       {"nom", "name"},
	"identifier": {"SIREN ou n° d'entreprise", "company number"},
	"iban":       {"IBAN", "IBAN"},
	"bic":        {"BIC", "BIC"},
	"ics":        {"ICS", "ICS"},
	"address":    {"adresse", "address"},
	"country":    {"pays", "country"},
	"zone":       {"jours fériés", "public holidays"},
	"terms":      {"délai usuel", "default terms"},

	"late_rate":          {"taux de retard du contrat, pour cent l'an", "contractual late rate, percent a year"},
	"legal":              {"forme, capital, registre", "legal form, capital, register"},
	"city":               {"lieu de signature", "place of signature"},
	"representative":     {"signataire", "signatory"},
	"retention_of_title": {"réserve de propriété", "retention of title"},
}
