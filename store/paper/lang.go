package paper

import (
	"strconv"
	"strings"
	"time"

	"relance/domain/calendar"
	"relance/domain/money"
)

// Lang is the language of a paper.
type Lang uint8

// The languages. Dutch is that of Belgium.
const (
	French Lang = iota
	Dutch
	English
	langCount
)

var langNames = [langCount]string{"fr", "nl", "en"}

// String gives the code of the language: fr, nl, en.
func (l Lang) String() string {
	if l < langCount {
		return langNames[l]
	}
	return ""
}

// ParseLang reads a language code, with or without a country: "fr", "fr-BE",
// "nl_BE". False for a language that papers are not written in.
func ParseLang(s string) (Lang, bool) {
	s, _, _ = strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), "_", "-"), "-")
	for l, name := range langNames {
		if s == name {
			return Lang(l), true
		}
	}
	return French, false
}

// words is a text in the three languages, in the order of Lang.
type words [langCount]string

func (w words) in(l Lang) string {
	if l < langCount {
		return w[l]
	}
	return w[French]
}

const (
	nbsp  = "\u00A0" // no-break space
	nnbsp = "\u202F" // narrow no-break space
)

// Amount writes an amount with its currency: "12 450,00 €", "€ 12.450,00",
// "€12,450.00". Spaces inside are no-break spaces. Other currencies than the
// euro stand as their code.
func Amount(l Lang, a money.Amount) string {
	if l != Dutch {
		return money.Format(a, style(l))
	}
	unit := a.Currency.String()
	switch {
	case unit == "":
		return Number(l, a)
	case a.Currency == money.EUR:
		unit = "€"
	}
	return unit + nbsp + Number(l, a)
}

// Number writes an amount without its currency: "12 450,00", "12.450,00",
// "12,450.00".
func Number(l Lang, a money.Amount) string {
	bare := money.FormatPlain(a)
	sign := ""
	if strings.HasPrefix(bare, "-") {
		sign, bare = "-", bare[1:]
	}
	group, mark := nnbsp, ","
	switch l {
	case Dutch:
		group = "."
	case English:
		group, mark = ",", "."
	}
	whole, decimals, found := strings.Cut(bare, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(group)
		}
		b.WriteRune(c)
	}
	if found {
		b.WriteString(mark + decimals)
	}
	return b.String()
}

func style(l Lang) money.Style {
	if l == English {
		return money.English
	}
	return money.French
}

// Rate writes parts per million as percent: "12,15 %", "12,15%" in Dutch,
// "12.15%" in English.
func Rate(l Lang, ppm int64) string {
	s := money.FormatRate(ppm)
	switch l {
	case English:
		return s + "%"
	case Dutch:
		return strings.Replace(s, ".", ",", 1) + "%"
	}
	return strings.Replace(s, ".", ",", 1) + nbsp + "%"
}

var months = [12]words{
	{"janvier", "januari", "January"},
	{"février", "februari", "February"},
	{"mars", "maart", "March"},
	{"avril", "april", "April"},
	{"mai", "mei", "May"},
	{"juin", "juni", "June"},
	{"juillet", "juli", "July"},
	{"août", "augustus", "August"},
	{"septembre", "september", "September"},
	{"octobre", "oktober", "October"},
	{"novembre", "november", "November"},
	{"décembre", "december", "December"},
}

var weekdays = [7]words{
	{"dimanche", "zondag", "Sunday"},
	{"lundi", "maandag", "Monday"},
	{"mardi", "dinsdag", "Tuesday"},
	{"mercredi", "woensdag", "Wednesday"},
	{"jeudi", "donderdag", "Thursday"},
	{"vendredi", "vrijdag", "Friday"},
	{"samedi", "zaterdag", "Saturday"},
}

var weekdaysShort = [7]words{
	{"dim.", "zo", "Sun"},
	{"lun.", "ma", "Mon"},
	{"mar.", "di", "Tue"},
	{"mer.", "wo", "Wed"},
	{"jeu.", "do", "Thu"},
	{"ven.", "vr", "Fri"},
	{"sam.", "za", "Sat"},
}

// Date writes a date with its month in words: "15 décembre 2026", "1er mai
// 2026"; nothing for no date.
func Date(l Lang, d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	y, m, day := d.YMD()
	n := strconv.Itoa(day)
	if l == French && day == 1 {
		n = "1er"
	}
	return n + nbsp + months[m-time.January].in(l) + nbsp + strconv.Itoa(y)
}

// Day is Date with the day of the week: "mardi 15 décembre 2026".
func Day(l Lang, d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return weekdays[d.Weekday()].in(l) + nbsp + Date(l, d)
}

// ShortDate writes a date in figures, for tables: "15/12/2026"; in English
// "15 Dec 2026", which nobody reads as another day.
func ShortDate(l Lang, d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	y, m, day := d.YMD()
	if l == English {
		return two(day) + nbsp + months[m-time.January].in(l)[:3] + nbsp + strconv.Itoa(y)
	}
	return two(day) + "/" + two(int(m)) + "/" + strconv.Itoa(y)
}

// ShortDay is ShortDate with the day of the week, abbreviated.
func ShortDay(l Lang, d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return weekdaysShort[d.Weekday()].in(l) + " " + ShortDate(l, d)
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// The words of tables and boxes that no template holds.
var (
	wordNumber      = words{"N°", "Nr.", "No."}
	wordDate        = words{"Date", "Datum", "Date"}
	wordDue         = words{"Échéance", "Vervaldag", "Due date"}
	wordInvoice     = words{"Facture", "Factuur", "Invoice"}
	wordDocument    = words{"Pièce", "Stuk", "Document"}
	wordOriginal    = words{"Montant TTC", "Bedrag incl. btw", "Amount incl. VAT"}
	wordRemaining   = words{"Reste dû", "Nog te betalen", "Outstanding"}
	wordDisputed    = words{"Contesté", "Betwist", "Disputed"}
	wordRemark      = words{"Observation", "Opmerking", "Remark"}
	wordDaysLate    = words{"Retard (j)", "Dagen te laat", "Days late"}
	wordPrincipal   = words{"Principal", "Hoofdsom", "Principal"}
	wordInterest    = words{"Intérêts", "Interest", "Interest"}
	wordIndemnity   = words{"Indemnité", "Vergoeding", "Indemnity"}
	wordIndemnities = words{"Indemnités", "Vergoedingen", "Indemnities"}
	wordAmount      = words{"À payer", "Te betalen", "To pay"}
	wordCumulated   = words{"Cumul", "Cumulatief", "Cumulated"}
	wordLeft        = words{"Solde", "Saldo", "Balance"}
	wordReference   = words{"Référence", "Referentie", "Reference"}
	wordTotal       = words{"Total", "Totaal", "Total"}
	wordPeriod      = words{"Période", "Periode", "Period"}
	wordDays        = words{"Jours", "Dagen", "Days"}
	wordRate        = words{"Taux", "Rente", "Rate"}
	wordBase        = words{"Base", "Basis", "Base"}
	wordSource      = words{"Source du taux", "Bron van de rente", "Source of the rate"}
	wordState       = words{"État", "Stand", "State"}
	wordCreditor    = words{"Le créancier", "De schuldeiser", "The creditor"}
	wordDebtor      = words{"Le débiteur", "De schuldenaar", "The debtor"}
	wordGuarantor   = words{"La caution", "De borg", "The guarantor"}
	wordHolder      = words{"Titulaire du compte", "Rekeninghouder", "Account holder"}
	wordMandate     = words{"Mandat de prélèvement", "Domiciliëringsmandaat", "Direct-debit mandate"}
	wordQuote       = words{"Référence à rappeler", "Te vermelden referentie", "Reference to quote"}
	wordNotDue      = words{"Non échu", "Niet vervallen", "Not due"}
	wordOverdue     = words{"Échu", "Vervallen", "Overdue"}
	wordUnapplied   = words{"Versements et avoirs non affectés", "Niet-toegewezen betalingen en creditnota's", "Unapplied payments and credits"}
	wordWaived      = words{"Abandon", "Kwijtschelding", "Waiver"}
	wordInitials    = words{"Paraphes", "Parafen", "Initials"}
	wordSignature   = words{"Date et signature", "Datum en handtekening", "Date and signature"}
	wordReadAgreed  = words{
		"Mention à écrire par le signataire : « Lu et approuvé »",
		"Door de ondertekenaar te schrijven: “Gelezen en goedgekeurd”", "To be written by the signatory: “Read and approved”",
	}
	wordGoodFor = words{
		"Mention à écrire par le débiteur lui-même : « Lu et approuvé, bon pour la somme de %s (%s) »",
		"Door de schuldenaar zelf te schrijven: “Gelezen en goedgekeurd, goed voor de som van %s (%s)”",
		"To be written by the debtor personally: “Read and approved, good for the sum of %s (%s)”",
	}
	wordInstalment = words{"Échéance", "Termijn", "Instalment"}
	wordCodes      = words{
		"Codes QR de virement, à lire avec l'application de votre banque" + nbsp + ":",
		"QR-codes voor overschrijving, te lezen met de app van uw bank:", "QR codes for transfers, to be read with your bank's application:",
	}
	wordColon    = words{nbsp + ": ", ": ", ": "}
	wordColonEnd = words{nbsp + ":", ":", ":"}
	wordPlaced   = words{", le ", ", ", ", "}
	wordOn       = words{"Le %s", "%s", "%s"}
	wordInstead  = words{"au lieu du", "in plaats van", "instead of"}
)
