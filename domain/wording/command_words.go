package wording

// StateWords are the codes of files in the words of people: states of items,
// promises, plans and disputes, kinds of documents, sources and origins.
var StateWords = map[string]Text{
	"open":                 {"ouvert", "open"},
	"overdue":              {"échu", "overdue"},
	"disputed":             {"en litige", "disputed"},
	"promised":             {"promis", "promised"},
	"planned":              {"échelonné", "in a plan"},
	"settled":              {"soldé", "settled"},
	"to_verify":            {"à vérifier", "to verify"},
	"kept":                 {"tenu", "kept"},
	"partially_kept":       {"tenu en partie", "partly kept"},
	"broken":               {"non tenu", "broken"},
	"withdrawn":            {"retiré", "withdrawn"},
	"superseded":           {"remplacé", "superseded"},
	"draft":                {"projet", "draft"},
	"proposed":             {"proposé", "proposed"},
	"signed":               {"signé", "signed"},
	"completed":            {"soldé", "completed"},
	"breached":             {"rompu", "breached"},
	"cancelled":            {"annulé", "cancelled"},
	"upcoming":             {"à venir", "upcoming"},
	"due":                  {"dû", "due"},
	"missed":               {"manqué", "missed"},
	"founded":              {"fondé", "founded"},
	"unfounded":            {"non fondé", "unfounded"},
	"file":                 {"fichier", "file"},
	"client_terms":         {"délai du client", "client's terms"},
	"default_terms":        {"délai par défaut", "default terms"},
	"by_hand":              {"à la main", "by hand"},
	"invoice":              {"facture", "invoice"},
	"credit_note":          {"avoir", "credit note"},
	"receipt":              {"règlement", "receipt"},
	"bill":                 {"effet", "bill"},
	"other":                {"autre", "other"},
	"spoken":               {"au téléphone", "spoken"},
	"written":              {"par écrit", "in writing"},
	"announced":            {"virement annoncé", "transfer announced"},
	"order_number_missing": {"numéro de commande absent", "order number missing"},
	"price":                {"prix", "price"},
	"quantity":             {"quantité", "quantity"},
	"delivery":             {"livraison", "delivery"},
	"quality":              {"qualité ou retour", "quality or return"},
	"duplicate":            {"doublon", "duplicate"},
	"not_received":         {"facture non reçue", "invoice not received"},
	"credit_note_awaited":  {"avoir attendu", "credit note awaited"},
	"vat_or_wording":       {"TVA ou libellé", "VAT or wording"},
	"retention":            {"retenue de garantie", "retention"},
	"deduction":            {"déduction", "deduction"},
	"live":                 {"", ""},
	"undone":               {"repris", "undone"},
	"suspended":            {"suspendu", "suspended"},
}

// FieldNames are the particulars of a client, in the order of their codes.
var FieldNames = [...]Text{
	{"nom", "name"}, {"SIREN ou n° d'entreprise", "company number"}, {"TVA", "VAT"}, {"adresse", "address"},
	{"pays", "country"}, {"langue", "language"}, {"nature", "nature"}, {"segment", "segment"}, {"secteur", "sector"},
	{"commercial", "sales rep"}, {"chargé", "collector"}, {"délai", "terms"}, {"mode de paiement", "payment method"},
	{"plafond", "limit"}, {"garantie", "cover"}, {"affacturé", "factored"}, {"contact", "contact"}, {"fonction", "role"},
	{"téléphone", "telephone"}, {"courriel", "e-mail"}, {"échéance", "due date"},
}

// Titles of the parts of a client file.
var (
	TitlePromises = Text{"Promesses", "Promises"}
	TitlePlans    = Text{"Échéanciers", "Plans"}
	TitleDisputes = Text{"Litiges", "Disputes"}
	TitleTimeline = Text{"Historique", "History"}
	ColAct        = Text{"Acte", "Act"}
)

// PlanFaults say why no plan can be drawn up, in the order of package plan's
// codes; each may use the limit.
var PlanFaults = [...]Text{
	{"il n'y a rien à payer", "there is nothing to pay"},
	{"donner un nombre d'échéances ou un montant, pas les deux", "give a number of instalments or an amount, not both"},
	{"pas plus de %d échéances", "no more than %d instalments"},
	{"moins d'un centime par échéance (%d au plus)", "less than a cent per instalment (%d at most)"},
	{"l'acompte ne laisse rien à échelonner", "the down payment leaves nothing to spread"},
	{"la première date est déjà passée", "the first date is over already"},
	{"le jour du mois va de 1 à 31", "the day of the month is 1 to 31"},
}

// More words of the commands.
var (
	DayKept      = Text{"%d promesses tenues", "%d promises kept"}
	DayBroken    = Text{"%d promesses ou échéances non tenues", "%d promises or instalments broken"}
	FaultBadCopy = Text{"%s n'est pas une copie saine ; la base n'a pas été touchée. En choisir une autre.", "%s is no sound copy; the database was left as it is. Choose another."}
	SaidCounted  = Text{"%d clients, %d pièces, %d actes, %d octets.", "%d clients, %d items, %d events, %d bytes."}
	Kilobytes    = Text{"Ko", "KB"}
	Megabytes    = Text{"Mo", "MB"}
)

// FaultCompare says why a file cannot be compared with the ledger; the reasons
// are in the order of package ledger's codes.
var (
	FaultCompare   = Text{"Le fichier ne peut pas être repris : %s. Rien n'a été changé.", "The file cannot be taken over: %s. Nothing was changed."}
	CompareReasons = [...]Text{
		{"aucune date : donner --list-date", "there is no date: give --list-date"},
		{"ligne %d : « %s » ne convient pas au champ %s", "line %d: \"%s\" does not suit the field %s"},
		{"format inconnu", "unknown format"},
		{"trop de lignes de même numéro et de même date sur un compte", "too many lines of one number and date on an account"},
	}
)
