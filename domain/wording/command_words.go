package wording

// ItemKinds are ledger.Kind, DueSources desk.DueSource, PromiseOrigins
// journal.PromiseOrigin and DisputeStates desk.DisputeState in words, in their
// order; ActStates say what became of an act.
var (
	ItemKinds      = [...]Text{{"facture", "invoice"}, {"avoir", "credit note"}, {"règlement", "receipt"}, {"effet", "bill"}, {"autre", "other"}}
	DueSources     = [...]Text{{"fichier", "file"}, {"délai du client", "client's terms"}, {"délai par défaut", "default terms"}, {"à la main", "by hand"}}
	PromiseOrigins = [...]Text{{"au téléphone", "spoken"}, {"par écrit", "in writing"}, {"virement annoncé", "transfer announced"}}
	DisputeStates  = [...]Text{{"ouvert", "open"}, {"fondé", "founded"}, {"non fondé", "unfounded"}}
	ActStates      = map[string]Text{"live": {"", ""}, "undone": {"annulé", "undone"}, "suspended": {"suspendu", "suspended"}}
)

// Titles of the parts of a client file.
var (
	TitlePromises = Text{"Promesses", "Promises"}
	TitlePlans    = Text{"Échéanciers", "Plans"}
	TitleDisputes = Text{"Litiges", "Disputes"}
	TitleTimeline = Text{"Historique", "History"}
	ColAct        = Text{"Acte", "Act"}
)

// More words of the commands.
var (
	FaultBadCopy = Text{"%s n'est pas une copie saine ; la base n'a pas été touchée. En choisir une autre.", "%s is no sound copy; the database was left as it is. Choose another."}
	SaidClients  = [2]Text{{"%s client", "%s client"}, {"%s clients", "%s clients"}}
	SaidItems    = [2]Text{{"%s pièce", "%s item"}, {"%s pièces", "%s items"}}
	SaidEvents   = [2]Text{{"%s acte", "%s event"}, {"%s actes", "%s events"}}
	SaidBytes    = [2]Text{{"%s octet", "%s byte"}, {"%s octets", "%s bytes"}}
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
