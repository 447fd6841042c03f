package ledgerfile

import (
	"strings"

	"relance/domain/ledger"
)

// itemColumn is what a column of an open-item list means.
type itemColumn uint8

const (
	colClient itemColumn = iota
	colName
	colInvoice
	colDate
	colBooked
	colDue
	colAmount
	colOpen
	colDebit
	colCredit
	colSens
	colVAT
	colCurrency
	colKind
	colOrder
	colLabel
	colEmail
	colPhone
	colPayment
	colMatching
	colAccount
	colCreditor
	itemColumnCount
)

// itemTitles are the folded titles of each column, the surest first.
var itemTitles = [itemColumnCount]string{
	colClient: "client codeclient clientcode clientid idclient codetiers tiers comptetiers numerotiers notiers ntiers ntier compteauxiliaire compauxnum " +
		"numeroclient noclient nclient comptenum compteclient nocompte ncompte numerocompte compte code customercode customerid customerno customernumber " +
		"customeraccount accountcode accountno accountnumber account customer debtorcode debtorno debtor",
	colName: "nom nomclient nomdutiers nomtiers raisonsociale intitule intituletiers libellecompte compauxlib designation " +
		"customername clientname accountname debtorname companyname company name",
	colInvoice: "facture numerofacture nofacture nfacture numfacture numpiece numeropiece nopiece npiece piece pieceref refpiece referencepiece " +
		"document numerodocument nodocument ndocument reference ref numero " +
		"invoice invoicenumber invoiceno invoiceref documentnumber documentno docnumber docno number",
	colDate:   "datefacture datepiece datedocument datedefacture dateemission datedepiece piecedate date invoicedate documentdate docdate issuedate",
	colBooked: "dateecriture datecomptable ecrituredate datecompta entrydate postingdate bookingdate booked",
	colDue:    "echeance dateecheance datedecheance datedech dateech ech dateecheanc datelimite duedate due maturity maturitydate paymentduedate",
	colAmount: "montantttc montantfacture totalttc ttc montantinitial montantorigine montantdorigine montanttotal total montant " +
		"amount originalamount invoiceamount totalamount grossamount amountinclvat",
	colOpen: "solde soldedu restantdu restedu resteapayer resteaencaisser resteregler restearegler restant " +
		"montantdu montantouvert montantrestant ouvert nonregle impaye " +
		"open openamount outstanding outstandingamount balance balancedue amountdue amountopen remaining remainingamount unpaid residual",
	colDebit:    "debit montantdebit debitamount",
	colCredit:   "credit montantcredit creditamount",
	colSens:     "sens dc drcr side",
	colVAT:      "tva montanttva donttva vat vatamount taxamount",
	colCurrency: "devise codedevise monnaie currency currencycode ccy dev cur mon curr codemonnaie",
	colKind:     "type typepiece typedepiece typedocument typededocument nature genre kind documenttype doctype",
	colOrder: "commande numerocommande nocommande ncommande boncommande bondecommande boncde refcommande referencecommande votreref votrereference " +
		"order orderno ordernumber orderref po ponumber purchaseorder customerorder",
	colLabel:    "libelle libelleecriture ecriturelib description label text texte motif commentaire memo",
	colEmail:    "email courriel mail adressemail adresseemail",
	colPhone:    "telephone tel portable mobile phone phonenumber telephonenumber",
	colPayment:  "modepaiement modedepaiement modereglement modedereglement moyenpaiement moyendepaiement moyendereglement mr paymentmethod",
	colMatching: "lettrage lettre let codelettrage ecriturelet matching matchingcode",
	colAccount:  "comptegeneral comptecollectif generalaccount glaccount",
	colCreditor: "creditor creancier societe entite entity",
}

// mapColumns finds the columns of an open-item list among folded titles; -1 is
// none. A column called client or customer is the name where another one holds
// the code and none the name.
func mapColumns(names []string) [itemColumnCount]int {
	at := [itemColumnCount]int{}
	for c := range at {
		at[c] = bestTitle(names, itemTitles[c])
	}
	if at[colName] < 0 {
		if code := bestTitle(names, withoutWords(itemTitles[colClient], "client", "customer", "debtor")); code >= 0 {
			if called := bestTitle(names, "client customer debtor"); called >= 0 && called != code {
				at[colClient], at[colName] = code, called
			}
		}
	}
	if at[colClient] < 0 {
		at[colClient] = at[colName]
	}
	return at
}

func bestTitle(names []string, titles string) int {
	best, rank := -1, 0
	for i, n := range names {
		if n == "" {
			continue
		}
		for r, t := range strings.Fields(titles) {
			if t == n && (best < 0 || r < rank) {
				best, rank = i, r
			}
		}
	}
	return best
}

func withoutWords(list string, out ...string) string {
	kept := strings.Fields(list)
	n := 0
next:
	for _, w := range kept {
		for _, o := range out {
			if w == o {
				continue next
			}
		}
		kept[n] = w
		n++
	}
	return strings.Join(kept[:n], " ")
}

// scoreItems is 0 unless the titles make an open-item list: a client, an
// amount, and an invoice or a date; else the number of columns understood.
func scoreItems(names []string) int {
	at := mapColumns(names)
	amount := at[colAmount] >= 0 || at[colOpen] >= 0 || at[colDebit] >= 0 && at[colCredit] >= 0
	if at[colClient] < 0 || !amount || at[colInvoice] < 0 && at[colDate] < 0 && at[colBooked] < 0 {
		return 0
	}
	n := 0
	for _, i := range at {
		if i >= 0 {
			n++
		}
	}
	return n
}

// fieldTitles are the folded titles of the particulars of a client, besides
// their keys.
var fieldTitles = [ledger.FieldCount]string{
	ledger.FieldName:          "name nom nomclient raisonsociale intitule designation",
	ledger.FieldIdentifier:    "identifier siren siret identifiant bce kbo numeroentreprise",
	ledger.FieldVAT:           "vat tva numerotva notva ntva tvaintracom tvaintracommunautaire vatnumber",
	ledger.FieldAddress:       "address adresse adressepostale",
	ledger.FieldCountry:       "country pays codepays",
	ledger.FieldLanguage:      "language langue",
	ledger.FieldNature:        "nature typeclient",
	ledger.FieldSegment:       "segment categorie",
	ledger.FieldSector:        "sector secteur activite",
	ledger.FieldSalesRep:      "salesrep commercial representant vendeur",
	ledger.FieldCollector:     "collector gestionnaire chargederecouvrement recouvreur",
	ledger.FieldTerms:         "terms conditions conditionsdepaiement conditionspaiement echeance paymentterms",
	ledger.FieldPaymentMethod: "paymentmethod modereglement modedereglement modepaiement modedepaiement",
	ledger.FieldLimit:         "limit plafond plafonddecredit encoursautorise creditlimit",
	ledger.FieldCover:         "cover couverture assurance garantie",
	ledger.FieldFactored:      "factored affacturage factor",
	ledger.FieldContactName:   "contact nomcontact interlocuteur contactname",
	ledger.FieldContactRole:   "role fonction",
	ledger.FieldContactPhone:  "phone telephone tel portable mobile",
	ledger.FieldContactEmail:  "email courriel mail",

	ledger.FieldLateRate:       "laterate tauxpenalite tauxdepenalite tauxderetard",
	ledger.FieldNoticeOn:       "noticeon miseendemeure datemiseendemeure",
	ledger.FieldReminderOn:     "reminderon premierrappel datepremierrappel",
	ledger.FieldRepresentative: "representative signataire representantlegal",
}

const (
	clientTitles = "client codeclient clientcode clientid idclient compte comptetiers compteauxiliaire compauxnum " +
		"numeroclient noclient nclient code account customer customercode customerid"
	creditorTitles = "creditor creancier"
)

// clientColumns says which column of a clients file holds the account and which
// the fields.
type clientColumns struct {
	client, creditor int
	fields           [ledger.FieldCount]int
	unknown          []int
}

func mapClients(names []string) clientColumns {
	c := clientColumns{client: bestTitle(names, clientTitles), creditor: bestTitle(names, creditorTitles)}
	taken := map[int]bool{c.client: true, c.creditor: true}
	for f := range c.fields {
		c.fields[f] = bestTitle(names, fieldTitles[f])
		taken[c.fields[f]] = true
	}
	for i, n := range names {
		if n != "" && !taken[i] {
			c.unknown = append(c.unknown, i)
		}
	}
	return c
}

// scoreClients is 0 unless the titles hold a client and particulars, and not
// mostly other things (an aged balance is no clients file).
func scoreClients(names []string) int {
	c := mapClients(names)
	n := 0
	for _, at := range c.fields {
		if at >= 0 && at != c.client {
			n++
		}
	}
	if c.client < 0 || n == 0 || len(c.unknown) > n+1 {
		return 0
	}
	return n + 1
}

// detectTable tells open-item lists and clients files by their header: a list
// has amounts and documents. An aged balance is refused by name.
func detectTable(head []byte) (string, ledger.Finding) {
	if _, ok := findDialect(head, scoreItems); ok {
		return FormatItems, ledger.Finding{}
	}
	if _, ok := findDialect(head, scoreBands); ok {
		return FormatItems, ledger.Finding{}
	}
	if d, ok := findDialect(head, scoreAged); ok {
		return "", ledger.Finding{Code: ledger.RefuseAged, Line: d.header + 1}
	}
	if _, ok := findDialect(head, scoreClients); ok {
		return FormatClients, ledger.Finding{}
	}
	return "", ledger.Finding{}
}
