package wording

import (
	"fmt"
	"strings"

	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
)

// findings are ledger.FindingCode in words; those with %s take the detail.
var findings = [...]Text{
	{"marque d'ordre d'octets en tête du fichier", "byte order mark at the head of the file"},
	{"caractères nuls retirés", "NUL characters removed"},
	{"encodage lu comme %s", "encoding read as %s"},
	{"séparateur que la norme n'admet pas : « %s »", "separator that the standard does not allow: \"%s\""},
	{"séparateur en trop en fin de ligne", "one separator too many at the end of the line"},
	{"en-tête écrit autrement : %s", "header spelled otherwise: %s"},
	{"colonnes en plus : %s", "extra columns: %s"},
	{"colonnes facultatives absentes : %s", "optional columns missing: %s"},
	{"champs vides absents en fin de ligne", "blank fields missing at the end of the line"},
	{"champs complétés par des espaces", "fields padded with spaces"},
	{"point décimal au lieu de la virgule", "decimal dot instead of the comma"},
	{"montant vide, lu comme zéro", "empty amount, read as zero"},
	{"débit ou crédit négatif", "negative debit or credit"},
	{"champ obligatoire vide : %s", "compulsory field is blank: %s"},
	{"écriture sans date de validation (brouillard)", "entry without a validation date (draft)"},
	{"débit et crédit tous deux à zéro", "debit and credit both zero"},
	{"écriture non équilibrée : %s", "entry does not balance: %s"},
	{"numéros d'écriture tous égaux : écritures séparées par journal, date et pièce", "entry numbers all equal: entries told apart by journal, date and document"},
	{"nom de fichier qui n'est pas de la forme SIRENFECAAAAMMJJ", "file name not of the form SIRENFECYYYYMMDD"},
	{"la date de clôture du nom contredit les écritures : %s", "the closing date in the name disagrees with the entries: %s"},
	{"lettrage qui ne solde pas : %s", "matching group that does not balance: %s"},
	{"à-nouveaux en une ligne par compte : le fichier de l'exercice précédent est nécessaire", "opening balances in one line per account: last year's file is needed"},
	{"ligne présente deux fois", "the same line twice"},
	{"texte qu'un tableur calculerait", "text that a spreadsheet would compute"},
	{"caractères de contrôle retirés", "control characters removed"},
	{"ligne de total ou d'en-tête répétée, passée", "total or repeated header line, skipped"},
	{"devise étrangère notée, montants gardés dans celle du grand livre", "foreign currency noted, amounts kept in the ledger's"},
	{"pas d'échéance : calculée d'après le délai de paiement", "no due date: derived from the payment terms"},
	{"identifiant dont la clé est fausse : %s", "identifier that fails its check: %s"},
	{"reste dû plus grand que le montant", "open amount larger than the amount"},
	{"ce n'est pas une adresse électronique : « %s »", "not an e-mail address: \"%s\""},
	{"date hors de tout usage : %s", "date out of any use: %s"},
	{"aucune écriture sur les comptes clients : rien à reprendre de ce fichier", "no entry on the receivable accounts: nothing to take from this file"},
	{"colonne lue comme devise : %s", "column read as the currency: %s"},
	{"client nommé sur la première ligne de son bloc seulement : repris de la ligne au-dessus", "client named on the first row of a block only: taken from the row above"},
	{"montant pris dans la tranche d'âge remplie : %s", "amount taken from the one age band filled in: %s"},
	{"fichier vide", "empty file"},
	{"fichier que relance ne lit pas : %s", "not a file that relance reads: %s"},
	{"colonne absente : %s", "column missing: %s"},
	{"nombre de champs : %s", "number of fields: %s"},
	{"date illisible : « %s »", "unreadable date: \"%s\""},
	{"montant illisible : « %s »", "unreadable amount: \"%s\""},
	{"compte vide ou mal formé : « %s »", "blank or malformed account: \"%s\""},
	{"sens inconnu, ni D, ni C, ni +1, ni -1 : « %s »", "unknown direction, neither D, C, +1 nor -1: \"%s\""},
	{"séparateur à l'intérieur d'un texte", "separator inside a text"},
	{"encodage illisible", "unreadable encoding"},
	{"ligne trop longue pour être vraie", "line too long to be real"},
	{"aucun compte client dans le fichier", "no receivable account in the file"},
	{"date obligatoire vide", "compulsory date is blank"},
	{"champ inconnu : %s", "unknown field: %s"},
	{"valeur qui ne convient pas : « %s »", "value that does not do: \"%s\""},
	{"client inconnu : %s", "unknown client: %s"},
	{"fichier illisible : %s", "the file cannot be read: %s"},
	{"fichier introuvable", "no such file"},
	{"ce n'est pas un fichier mais un dossier, ou autre chose", "this is no file but a folder, or something else"},
	{"le système refuse l'accès au fichier", "the system refuses access to the file"},
	{"balance âgée sans les pièces : exportez l'échéancier, une ligne par pièce, ou le FEC", "aged balance without the documents: export the open items, one row each, or the FEC"},
	{"XML mal formé, ou qui ne suit pas le schéma du FEC : %s", "malformed XML, or not of the schema of the FEC: %s"},
	{"plusieurs exercices dans un même fichier : exportez-en un par exercice", "several financial years in one file: export one file for each"},
	{"pièce répartie sur plusieurs tranches d'âge : exportez la liste avec une colonne de solde", "item spread over several age bands: export the list with a column of balances"},
}

var _ = [1]struct{}{}[len(findings)-int(ledger.FindingCodeCount)]

// Finding says what was met in a file, without its place: line, column and
// count stand beside it.
func Finding(l Lang, f ledger.Finding) string {
	if f.Code >= ledger.FindingCodeCount {
		return ""
	}
	detail := f.Detail
	switch f.Code {
	case ledger.FindingUnbalanced:
		detail = daysIn(sumAtEnd(l, detail))
	case ledger.FindingGroupOpen:
		detail = sumAtEnd(l, detail)
	case ledger.FindingDate:
		detail = daysIn(detail)
	case ledger.FindingClosing:
		if days := strings.Fields(daysIn(detail)); len(days) == 3 {
			detail = closingAgainst.sprintf(l, days[0], days[1], days[2])
		}
	}
	return findings[f.Code].detail(l, detail)
}

// closingAgainst names a closing date, and the first and last entry.
var closingAgainst = Text{"%s, écritures du %s au %s", "%s, entries from %s to %s"}

// daysIn writes the days of a detail ("2026-11-23") as people do, the year in
// full: it may be what is wrong with them.
func daysIn(detail string) string {
	words := strings.Split(detail, " ")
	for i, w := range words {
		if d, err := calendar.Parse(w); err == nil && w != "" {
			y, m, day := d.YMD()
			words[i] = fmt.Sprintf("%02d/%02d/%04d", day, int(m), y)
		}
	}
	return strings.Join(words, " ")
}

// sumAtEnd writes the sum that ends a detail ("C001 AB -1250.50") as the language
// has it. The sum bears no currency: it is the ledger's.
func sumAtEnd(l Lang, detail string) string {
	at := strings.LastIndexByte(detail, ' ') + 1
	if at == 0 || !strings.Contains(detail[at:], ".") {
		return detail
	}
	sum, err := money.ParseWith(detail[at:], money.Currency{}, '.')
	if err != nil {
		return detail
	}
	return detail[:at] + Amount(l, sum)
}

// detail fills in a detail, and drops its place where there is none.
func (t Text) detail(l Lang, d string) string {
	format := t.In(l)
	for i := 0; i+1 < len(format); i++ {
		if format[i:i+2] != "%s" {
			continue
		}
		if d != "" {
			return format[:i] + d + format[i+2:]
		}
		return trimMark(format[:i])
	}
	if d != "" {
		return format + " (" + d + ")"
	}
	return format
}

// trimMark takes off what led to a detail that is missing: " : « ", ": \"".
func trimMark(s string) string {
	for s != "" {
		switch {
		case s[len(s)-1] == ' ', s[len(s)-1] == ':', s[len(s)-1] == '"':
			s = s[:len(s)-1]
		case len(s) >= 2 && s[len(s)-2:] == "«":
			s = s[:len(s)-2]
		case len(s) >= 2 && s[len(s)-2:] == "\u00A0":
			s = s[:len(s)-2]
		default:
			return s
		}
	}
	return s
}

// doubts are ledger.DoubtCode in words.
var doubts = [...]Text{
	{"%d pièces sur %d disparaîtraient", "%d of %d open items would vanish"},
	{"le fichier est plus ancien (%s) que ce qui est connu (%s)", "the file is older (%s) than what is known (%s)"},
	{"à-nouveaux sans l'exercice précédent : les échéances anciennes manquent", "opening balances without the year before: older due dates are missing"},
	{"les à-nouveaux ne reprennent pas le solde de l'exercice précédent : écart de %s", "opening balances disagree with the year before by %s"},
	{"le fichier nomme un autre créancier : %s", "the file names another creditor: %s"},
	{"compte de %s qui n'est peut-être pas un client : %s", "account of %s that may be no client: %s"},
	{"la liste paraît partielle : %d clients au lieu de %d", "the list looks partial: %d clients instead of %d"},
	{"le fichier n'a aucune écriture de client : %d écritures connues de sa période disparaîtraient", "the file has no entry of any client: %d known entries of its period would vanish"},
	{"la colonne %s porte d'autres devises (%s), que rien ne rattache aux montants : titrez-la Devise si c'est leur devise", "the column %s holds other currencies (%s) that nothing ties to the amounts: title it Currency if it is theirs"},
}

var _ = [1]struct{}{}[len(doubts)-int(ledger.DoubtCount)]

// untitled stands for the title of a column that has none.
var untitled = Text{"sans titre", "without a title"}

// oneDoubted are the doubts about a number when it is one.
var oneDoubted = map[ledger.DoubtCode]Text{
	ledger.DoubtVanished:    {"%d pièce sur %d disparaîtrait", "%d of %d open items would vanish"},
	ledger.DoubtListPartial: {"la liste paraît partielle : %d client au lieu de %d", "the list looks partial: %d client instead of %d"},
	ledger.DoubtNoEntries:   {"le fichier n'a aucune écriture de client : %d écriture connue de sa période disparaîtrait", "the file has no entry of any client: %d known entry of its period would vanish"},
}

// Doubt says why a person should look before an import goes ahead.
func Doubt(l Lang, d ledger.Doubt) string {
	if d.Code >= ledger.DoubtCount {
		return ""
	}
	t := doubts[d.Code]
	name := d.Name
	if name == "" {
		name = d.Client.Account
	}
	switch d.Code {
	case ledger.DoubtVanished, ledger.DoubtListPartial:
		if d.Count == 1 {
			t = oneDoubted[d.Code]
		}
		return t.sprintf(l, d.Count, d.Of)
	case ledger.DoubtNoEntries:
		if d.Count == 1 {
			t = oneDoubted[d.Code]
		}
		return t.sprintf(l, d.Count)
	case ledger.DoubtOlder:
		return t.sprintf(l, ShortDay(d.Day, 0), ShortDay(d.Known, 0))
	case ledger.DoubtBalances:
		s := t.sprintf(l, Short(l, d.Amount))
		if name != "" {
			s += " (" + name + ")"
		}
		return s
	case ledger.DoubtCreditor:
		if d.Details != "" {
			name = d.Details
		}
		return t.sprintf(l, name)
	case ledger.DoubtLarge:
		return t.sprintf(l, Short(l, d.Amount), name)
	case ledger.DoubtCurrency:
		if name == "" {
			name = untitled.In(l)
		}
		return t.sprintf(l, name, d.Details)
	}
	return t.In(l)
}
