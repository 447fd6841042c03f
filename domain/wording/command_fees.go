package wording

import (
	"fmt"
	"strings"

	"relance/domain/calendar"
	"relance/domain/directdebit"
	"relance/domain/latefee"
	"relance/domain/money"
)

// Texts of the command fees.
var (
	CmdFees     = Text{"intérêts de retard et indemnités d'un client, période par période", "a client's late-payment interest and indemnities, period by period"}
	CmdFeesLong = Text{
		"Sur chaque pièce échue et ouverte (ou celles de --items), jusqu'au jour du bureau ou à --to, ce jour compris.\nLes paiements connus réduisent la base dès le lendemain ; --paid ajoute les pièces payées en retard.\nUn semestre sans taux connu arrête le calcul (code 3) : le saisir avec « relance rates set », ou --provisional\npour le dernier taux connu, marqué sur tous les documents.\n--out écrit le décompte en .pdf ou .txt, dans la langue du client (--paper-lang fr, nl, en), ou le calcul en .csv.",
		"On every overdue open document (or those of --items), up to the desk's day or --to, that day counted.\nKnown payments lower the base from the next day on; --paid adds documents that were paid late.\nA half-year without a known rate stops the computation (code 3): enter it with \"relance rates set\", or --provisional\nfor the last known rate, marked on every document.\n--out writes the statement as .pdf or .txt, in the client's language (--paper-lang fr, nl, en), or the computation as .csv.",
	}
	CmdFeesWaive   = Text{"abandonne intérêts ou indemnités de pièces, avec le motif", "waive interest or indemnities of documents, with the reason"}
	CmdFeesRestore = Text{"redemande ce qui était abandonné", "ask again for what was waived"}

	FlagFeeItems       = Text{"pièces (sinon toutes celles qui sont échues)", "documents (else all that are overdue)"}
	FlagTheItems       = Text{"pièces, séparées par des virgules", "documents, separated by commas"}
	FlagFeesTo         = Text{"dernier jour compté (sinon le jour du bureau)", "last day counted (else the desk's day)"}
	FlagFeesPaid       = Text{"aussi les pièces payées en retard", "also documents that were paid late"}
	FlagFeesOrder      = Text{"ce qu'un paiement partiel règle d'abord : principal-first, l'usage commercial, ou interest-first, la loi (C. civ. art. 1343-1)", "what a part payment pays first: principal-first, the trade's usage, or interest-first, the law (C. civ. art. 1343-1)"}
	FlagProvisional    = Text{"là où un taux n'est pas connu, prend le dernier connu et le marque", "where a rate is not known, take the last known one and mark it"}
	FlagPaperLang      = Text{"langue du document : fr, nl ou en (sinon celle du client)", "language of the paper: fr, nl or en (else the client's)"}
	FlagWaiveInterest  = Text{"les intérêts seulement", "interest only"}
	FlagWaiveIndemnity = Text{"l'indemnité seulement", "the indemnity only"}
	FlagWhy            = Text{"motif, gardé dans l'historique", "reason, kept in the history"}

	FeesTitle       = Text{"Intérêts de retard et indemnités au %s : %s", "Late-payment interest and indemnities to %s: %s"}
	FeesComputation = Text{"Calcul, période par période (365 jours par an)", "Computation, period by period (365 days a year)"}
	FeesProvisional = Text{"* Taux provisoire, le dernier connu : celui de %s du %s au %s n'est pas saisi.", "* Provisional rate, the last one known: that of %s from %s to %s is not entered."}
	FeesUnconfirmed = Text{"? Taux déduit ou repris de mémoire, à confirmer : « relance rates » dit d'où il vient.", "? Rate deduced or not read at its source, to be confirmed: \"relance rates\" says where it comes from."}
	FeesFloor       = Text{"Attention : du %s au %s, le taux du contrat (%s) est sous trois fois l'intérêt légal (%s) ; la clause n'est alors pas opposable (C. com. art. L441-10 II).", "Mind: from %s to %s the contract's rate (%s) is under three times the legal rate (%s); the clause cannot then be relied on (C. com. art. L441-10 II)."}
	FeesCap         = Text{"Du %s au %s, le taux du contrat (%s) dépasse celui que la loi permet envers un consommateur : %s est appliqué (CDE art. XIX.4).", "From %s to %s the contract's rate (%s) is above what the law allows towards a consumer: %s was applied (CDE art. XIX.4)."}
	FeesNone        = Text{"Aucune pièce échue de %s ne porte d'intérêts ni d'indemnité au %s.", "No overdue document of %s bears interest or an indemnity on %s."}
	FeesPrincipal   = Text{"Les paiements sont imputés d'abord sur le principal (usage commercial ; --order interest-first pour l'art. 1343-1 du Code civil).", "Payments pay the principal first (the trade's usage; --order interest-first for article 1343-1 of the French Civil Code)."}
	FeesInterest    = Text{"Les paiements sont imputés d'abord sur les intérêts puis sur l'indemnité (C. civ. art. 1343-1) : ils ont réglé %s et %s ; l'ouvert est le principal qui reste.", "Payments pay interest first, then the indemnity (C. civ. art. 1343-1): they paid %s and %s; what is open is the principal left."}
	FeesTotal       = Text{"Intérêts %s, indemnités %s, ensemble %s.", "Interest %s, indemnities %s, together %s."}
	FeesWaivedWord  = Text{"intérêts abandonnés", "interest waived"}
	IndemnityWaived = Text{"indemnité abandonnée", "indemnity waived"}
	FeesRateOf      = Text{"taux du %s", "rate of %s"}
	FeesInterestIs  = Text{"intérêts : %s", "interest: %s"}
	FeesIndemnityIs = Text{"indemnité : %s", "indemnity: %s"}

	ColIndemnity  = Text{"Indemnité", "Indemnity"}
	ColRemark     = Text{"Remarque", "Remark"}
	ColDays       = Text{"Jours", "Days"}
	ColBase       = Text{"Base", "Base"}
	ColRate       = Text{"Taux", "Rate"}
	ColSource     = Text{"Source", "Source"}
	ColSince      = Text{"Du", "From"}
	ColUntil      = Text{"Au", "To"}
	ColBasis      = Text{"Barème", "Table"}
	ColConfirmed  = Text{"Confirmé", "Confirmed"}
	ColEnteredBy  = Text{"Saisi par", "Entered by"}
	ColEnteredOn  = Text{"Saisi le", "Entered on"}
	ColTotalOwed  = Text{"Ensemble", "Together"}
	ColReasonCode = Text{"Motif", "Reason"}

	FaultRateMissing  = Text{"Pas de taux connu pour %s du %s au %s. Rien n'a été calculé. Le saisir : relance rates set %s %s POUR-CENT --source « où il est publié »%s", "No rate is known for %s from %s to %s. Nothing was computed. Enter it: relance rates set %s %s PERCENT --source \"where it is published\"%s"}
	FaultOrProvision  = Text{" ; ou continuer avec le dernier taux connu, marqué provisoire : --provisional.", "; or go on with the last known rate, marked as provisional: --provisional."}
	FaultNoItemsFlag  = Text{"--items manque : nommer les pièces. Exemple : --items F26-001,F26-002.", "--items is missing: name the documents. Example: --items F26-001,F26-002."}
	FaultNoReason     = Text{"--reason manque : un abandon se motive. Rien n'a été enregistré.", "--reason is missing: a waiver needs its reason. Nothing was recorded."}
	FaultNoClaim      = Text{"%s ne porte ni intérêts ni indemnité : ce n'est pas une créance. Rien n'a été enregistré.", "%s bears neither interest nor indemnity: it is no debt. Nothing was recorded."}
	FaultTwoMoneys    = Text{"Les pièces nommées sont en plusieurs devises : les prendre une devise à la fois.", "The documents named are in several currencies: take one currency at a time."}
	FaultPaperEnding  = Text{"--out %s : finir par .pdf, .txt, .csv ou .json.", "--out %s: end with .pdf, .txt, .csv or .json."}
	FaultNoFolder     = Text{"Le dossier %s n'existe pas. Rien n'a été écrit.", "There is no folder %s. Nothing was written."}
	FaultTemplate     = Text{"Le modèle de document n'est pas juste : %s. Rien n'a été écrit.", "The paper's template is not right: %s. Nothing was written."}
	FaultNothingOwed  = Text{"%s ne doit ni intérêts ni indemnité au %s : il n'y a rien à écrire.", "%s owes no interest and no indemnity on %s: there is nothing to write."}
	SaidFeesUnchanged = Text{"Rien ne change : c'est déjà ainsi.", "Nothing changes: it is so already."}
)

// Texts of the command rates.
var (
	CmdRates     = Text{"les taux d'intérêt de retard, avec leur source ; set en saisit un", "the rates of late-payment interest, with their source; set enters one"}
	CmdRatesLong = Text{
		"Barèmes : fr-default (BCE + 10), fr-legal-pro et fr-legal-individual (intérêt légal français), fr-public (BCE + 8),\nbe-business (loi du 2 août 2002), be-civil (intérêt légal belge, par année).\nUn taux saisi remplace celui du programme pour tous les clients.",
		"Tables: fr-default (ECB + 10), fr-legal-pro and fr-legal-individual (French legal rate), fr-public (ECB + 8),\nbe-business (law of 2 August 2002), be-civil (Belgian legal rate, by year).\nA rate entered takes the place of the program's for all clients.",
	}
	CmdRatesSet     = Text{"saisit le taux d'un semestre", "enter the rate of a half-year"}
	CmdRatesSetLong = Text{
		"DEPUIS est un 1er janvier ou un 1er juillet (ou 2026-H2) ; pour be-civil un 1er janvier. POUR-CENT par an : 12,15.\nExemple : relance rates set fr-default 2026-07-01 12,15 --source banque-france.fr",
		"FROM is a 1 January or a 1 July (or 2026-H2); for be-civil a 1 January. PERCENT a year: 12.15.\nExample: relance rates set fr-default 2026-07-01 12.15 --source banque-france.fr",
	}
	FlagBasis      = Text{"un seul barème", "one table only"}
	FlagRateSource = Text{"où le taux est publié", "where the rate is published"}

	FaultRateBasis  = Text{"« %s » n'est pas un barème qui se saisit. Possibles : %s.", "\"%s\" is no table that is entered. Possible: %s."}
	FaultRateFrom   = Text{"« %s » ne commence pas une période : écrire le 1er janvier ou le 1er juillet (AAAA-01-01, AAAA-07-01, AAAA-H2).", "\"%s\" begins no period: write 1 January or 1 July (YYYY-01-01, YYYY-07-01, YYYY-H2)."}
	FaultRateYear   = Text{"« %s » ne commence pas une année : be-civil change le 1er janvier (AAAA-01-01).", "\"%s\" begins no year: be-civil changes on 1 January (YYYY-01-01)."}
	FaultRateAhead  = Text{"Le taux du %s ne peut pas encore être publié. Rien n'a été enregistré.", "The rate of %s cannot have been published yet. Nothing was recorded."}
	FaultRateOld    = Text{"Le %s est avant l'euro : ce barème n'existe pas. Rien n'a été enregistré.", "%s is before the euro: there is no such table. Nothing was recorded."}
	FaultRateValue  = Text{"« %s » n'est pas un taux. Écrire en pour cent par an : 12,15.", "\"%s\" is no rate. Write percent a year: 12.15."}
	FaultRateSource = Text{"--source manque : dire où le taux est publié. Rien n'a été enregistré.", "--source is missing: say where the rate is published. Nothing was recorded."}
	FaultRateDoubt  = Text{"%s est à plus de 5 points du taux voisin (%s, du %s). Vérifier ; --yes l'enregistre tel quel. Rien n'a été enregistré.", "%s is more than 5 points off the neighbouring rate (%s, of %s). Check; --yes records it as it is. Nothing was recorded."}
	AskRateDoubt    = Text{"%s est à plus de 5 points du taux voisin (%s, du %s). Enregistrer malgré tout ? [o/N] ", "%s is more than 5 points off the neighbouring rate (%s, of %s). Record all the same? [y/N] "}

	SaidRateSet     = Text{"Enregistré : %s, %s à partir du %s (%s).", "Recorded: %s, %s from %s (%s)."}
	SaidRateBefore  = Text{"Avant : %s (%s).", "Before: %s (%s)."}
	SaidRateNone    = Text{"Avant : aucun taux pour cette période.", "Before: no rate for this period."}
	SaidRateSame    = Text{"Ce taux est déjà connu, de la même source. Rien ne change.", "This rate is known already, from the same source. Nothing changes."}
	SaidRateUnknown = Text{"Pas de taux connu après le %s : %s (%s).", "No rate is known after %s: %s (%s)."}
)

// Texts of the command mandate.
var (
	CmdMandate        = Text{"mandats de prélèvement SEPA d'un client", "a client's SEPA direct-debit mandates"}
	CmdMandateSet     = Text{"note un mandat signé", "note a signed mandate"}
	CmdMandateSetLong = Text{
		"Le mandat est celui que le débiteur a signé : sa référence unique (RUM), son compte, le jour.\nUn mandat B2B doit aussi être enregistré à la banque du débiteur avant le premier prélèvement.",
		"The mandate is the one that the debtor signed: its unique reference (UMR), the account, the day.\nA B2B mandate must also be registered at the debtor's bank before the first collection.",
	}
	CmdMandateRevoke = Text{"note qu'un mandat est révoqué", "note that a mandate is revoked"}
	FlagRUM          = Text{"référence unique du mandat (RUM), 35 caractères au plus ; pas de nom : elle ne s'efface pas", "unique mandate reference (UMR), at most 35 characters; no name: it cannot be erased"}
	FlagIBAN         = Text{"compte du débiteur", "the debtor's account"}
	FlagBIC          = Text{"code de sa banque (hors Espace économique européen)", "its bank's code (outside the European Economic Area)"}
	FlagHolder       = Text{"titulaire du compte, s'il n'est pas le client", "account holder, where it is not the client"}
	FlagSigned       = Text{"jour de la signature", "day of signature"}
	FlagB2B          = Text{"mandat interentreprises (B2B), sans droit au remboursement", "business-to-business mandate (B2B), without right of refund"}
	FlagOneOff       = Text{"mandat pour un seul prélèvement", "mandate for one collection only"}

	ColMandate   = Text{"RUM", "UMR"}
	ColIBAN      = Text{"IBAN", "IBAN"}
	ColBIC       = Text{"BIC", "BIC"}
	ColHolder    = Text{"Titulaire", "Holder"}
	ColScheme    = Text{"Schéma", "Scheme"}
	ColSignedOn  = Text{"Signé le", "Signed on"}
	ColLastUsed  = Text{"Dernier prélèv.", "Last used"}
	ColOneOff    = Text{"Ponctuel", "One-off"}
	ColRevokedOn = Text{"Révoqué le", "Revoked on"}
	ColLapsesOn  = Text{"Caduc le", "Lapses on"}

	MandateInForce     = Text{"en vigueur", "in force"}
	FaultNeedsFlag     = Text{"--%s manque. Rien n'a été enregistré.", "--%s is missing. Nothing was recorded."}
	FaultMandate       = Text{"Ce mandat ne peut pas servir : %s. Rien n'a été enregistré.", "This mandate cannot be used: %s. Nothing was recorded."}
	FaultMandateHolder = Text{"La RUM %s est déjà celle d'un mandat de %s : chaque mandat a la sienne. Rien n'a été enregistré.", "The UMR %s is already that of a mandate of %s: each mandate has its own. Nothing was recorded."}
	FaultMandateFuture = Text{"Un mandat signé le %s n'existe pas encore. Rien n'a été enregistré.", "A mandate signed on %s does not exist yet. Nothing was recorded."}
	CollectNoAddress   = Text{"Attention : %s paie d'un compte hors de l'Espace économique européen, et la banque demande alors son adresse, qui manque (relance set --client %s address=… country=…).", "Mind: %s pays from an account outside the European Economic Area, for which the bank asks the address, and it is missing (relance set --client %s address=… country=…)."}
	FaultMandateNamed  = Text{"%s n'a pas de mandat %s. Rien n'a été changé.", "%s has no mandate %s. Nothing was changed."}
	FaultNoMandate     = Text{"%s n'a pas de mandat %s en vigueur. Rien n'a été changé.", "%s has no mandate %s in force. Nothing was changed."}
	SaidNoMandate      = Text{"Aucun mandat de prélèvement.", "No direct-debit mandate."}
	SaidMandateSet     = Text{"Enregistré : mandat %s de %s, %s, signé le %s, compte %s.", "Recorded: mandate %s of %s, %s, signed on %s, account %s."}
	SaidMandateRevoked = Text{"Enregistré : mandat %s révoqué.", "Recorded: mandate %s revoked."}
	SaidMandateInPlace = Text{"Il prend la place de celui de même RUM, signé le %s.", "It takes the place of the one of the same UMR, signed on %s."}
	SaidMandateAccount = Text{"Attention : ce mandat a déjà servi sur un autre compte (%s). Beaucoup de banques demandent alors une nouvelle RUM.", "Mind: this mandate was already used on another account (%s). Many banks then ask for a new UMR."}
	SaidMandateAtBank  = Text{"Attention : un mandat B2B se fait aussi enregistrer par le débiteur à sa banque, avant le premier prélèvement.", "Mind: the debtor must also register a B2B mandate at his bank before the first collection."}
)

// MandateStates say how a mandate stands, by the reason for which it cannot be
// collected under; blank where there is none.
var MandateStates = map[directdebit.Reason]Text{
	directdebit.NoReason:         MandateInForce,
	directdebit.Revoked:          {"révoqué", "revoked"},
	directdebit.MandateNotSigned: {"pas encore signé", "not signed yet"},
	directdebit.Lapsed:           {"caduc (36 mois)", "lapsed (36 months)"},
	directdebit.UsedUp:           {"épuisé", "used up"},
}

// Texts of the command collect.
var (
	CmdCollect     = Text{"prélèvement SEPA des échéances : proposition et fichier pain.008", "SEPA direct debit of instalments: proposal and pain.008 file"}
	CmdCollectLong = Text{
		"Propose les échéances des échéanciers signés, chez les clients qui ont donné mandat, et dit de chaque autre pourquoi non.\nSans --out, rien n'est écrit. Avec --out, le fichier est écrit, puis l'envoi est enregistré : la même échéance n'est plus\nproposée. Un prélèvement rejeté se redemande par --again ÉCHÉANCIER:N°. Le fichier se remet ensuite à la banque, à la main.",
		"Proposes the instalments of signed plans, of clients that gave a mandate, and says of every other one why not.\nWithout --out nothing is written. With --out the file is written, then recorded: the same instalment is no longer\nproposed. A collection that was returned is asked for again with --again PLAN:NO. The file is then handed to the bank by hand.",
	}
	FlagOwnCompany = Text{"votre société, quand il y en a plusieurs", "your company, where there are several"}
	FlagCollectTo  = Text{"dernier jour de prélèvement (sinon dans 14 jours)", "last day of collection (else 14 days ahead)"}
	FlagScheme     = Text{"un seul schéma : core ou b2b", "one scheme only: core or b2b"}
	FlagPain       = Text{"version du fichier : 02 (2009) ou 08 (2019) ; votre banque dit laquelle", "version of the file: 02 (2009) or 08 (2019); your bank says which"}
	FlagAgain      = Text{"échéance à prélever de nouveau, ÉCHÉANCIER:N° (répétable)", "instalment to collect again, PLAN:NO (repeatable)"}
	FlagCollectOut = Text{"fichier XML à écrire pour la banque", "XML file to write for the bank"}
	FlagCollectDry = Text{"montre seulement, même avec --out", "show only, even with --out"}
	FlagCollectYes = Text{"écrit sans demander", "write without asking"}

	CollectTitle      = Text{"Prélèvements pour %s, à remettre le %s, prélevés d'ici le %s", "Direct debits for %s, to hand in on %s, collected by %s"}
	CollectNone       = Text{"Rien à prélever d'ici le %s.", "Nothing to collect by %s."}
	CollectCount      = [2]Text{{"%s prélèvement", "%s collection"}, {"%s prélèvements", "%s collections"}}
	CollectTotal      = Text{"Ensemble : %s.", "Together: %s."}
	CollectSkipped    = Text{"Non proposées :", "Not proposed:"}
	CollectLaterCount = [2]Text{{"%s échéance", "%s instalment"}, {"%s échéances", "%s instalments"}}
	CollectLater      = Text{"Plus tard : %s, la première prélevée le %s.", "Later: %s, the first collected on %s."}
	CollectNoMandate  = Text{"Aucun client avec un mandat et un échéancier signé.", "No client with a mandate and a signed plan."}
	CollectOther      = Text{"Hors de ce fichier, dans l'autre schéma : %s.", "Not in this file, of the other scheme: %s."}
	CollectBoth       = Text{"Le fichier tient les deux schémas ; beaucoup de banques les veulent séparés : --scheme core, puis --scheme b2b.", "The file holds both schemes; many banks want them apart: --scheme core, then --scheme b2b."}
	CollectOverPaid   = Text{"Attention : %s, %s est déjà en prélèvement le %s (message %s) ; c'est plus que ce qui manque à l'échéance : %s.", "Mind: %s, %s is being collected on %s already (message %s); that is more than what is missing of the instalment: %s."}
	CollectPending    = Text{"Attention : %s, %s est déjà en prélèvement le %s (message %s), d'un échéancier qui n'est plus en vigueur.", "Mind: %s, %s is being collected on %s already (message %s), from a plan that is no longer in force."}
	CollectHow        = Text{"Pour écrire le fichier : --out FICHIER.xml.", "To write the file: --out FILE.xml."}
	CollectRepeat     = Text{"de nouveau", "again"}
	CollectLate       = Text{"en retard", "late"}
	CollectWritten    = Text{"Écrit : %s, message %s, %s.", "Written: %s, message %s, %s."}
	CollectRecorded   = Text{"Enregistré. Remettre ce fichier à la banque une seule fois ; en cas de rejet, --again.", "Recorded. Hand this file to the bank once only; if it is returned, --again."}
	CollectReplaces   = Text{"Il remplace le fichier du message %s.", "It takes the place of the file of message %s."}
	CollectUnderWay   = Text{"Attention : un prélèvement est déjà en route pour %s ; le débiteur paierait deux fois.", "Mind: a collection is under way already for %s; the debtor would pay twice."}
	FaultUnderWay     = Text{"Un prélèvement est déjà en route pour %s : le débiteur paierait deux fois. Rien n'a été écrit. Si la banque l'a rejeté, --yes.", "A collection is under way already for %s: the debtor would pay twice. Nothing was written. If the bank returned it, --yes."}
	AskCollect        = Text{"Écrire %s (%s) et enregistrer ? [O/n] ", "Write %s (%s) and record? [Y/n] "}

	ColCollectOn = Text{"Prélevé le", "Collected on"}
	ColSequence  = Text{"Séquence", "Sequence"}
	ColPlan      = Text{"Échéancier", "Plan"}

	FaultAgain        = Text{"--again : « %s » ne nomme pas une échéance. Écrire ÉCHÉANCIER:N°, comme la proposition le montre.", "--again: \"%s\" names no instalment. Write PLAN:NO, as the proposal shows it."}
	FaultAgainUnknown = Text{"--again : %s n'est pas une échéance impayée d'un client avec mandat. Rien n'a été écrit.", "--again: %s is no unpaid instalment of a client with a mandate. Nothing was written."}
	FaultCollectTo    = Text{"--to %s est avant le jour de la remise, %s.", "--to %s is before the day on which the file is handed in, %s."}
	FaultCollector    = Text{"Rien ne peut être prélevé pour %s : %s. Le changer : relance creditor %s %s.", "Nothing can be collected for %s: %s. Change it: relance creditor %s %s."}
	FaultNotRecorded  = Text{"L'envoi n'a pas pu être enregistré (%s). Aucun fichier n'a été écrit : rien n'est à remettre à la banque. Corriger, puis recommencer.", "The file could not be recorded (%s). No file was written: there is nothing to hand to the bank. Put it right, then try again."}
	FaultOutcomeOpen  = Text{"L'enregistrement de l'envoi n'est pas sûr (%s). Le fichier est gardé : %s (message %s). Rouvrir la base, puis relance collect --dry-run : si ces échéances y sont dites déjà remises, le remettre à la banque ; sinon le supprimer et recommencer.", "It is not certain that the file was recorded (%s). The file is kept: %s (message %s). Open the database again, then relance collect --dry-run: if it says that these instalments were handed in, hand it to the bank; else delete it and try again."}
	FaultNotPlaced    = Text{"L'envoi est enregistré, mais le fichier n'a pas pu prendre son nom (%s). Il est là, complet : %s. C'est lui qui est à remettre à la banque ; le renommer en %s.", "The file is recorded but could not be given its name (%s). It is there, whole: %s. That is the one to hand to the bank; rename it to %s."}
	FaultFileOrphan   = Text{"%s est là (message %s), mais rien n'en est enregistré : l'enregistrement a été interrompu ou repris. Ne pas le remettre à la banque ; --force le remplace.", "%s is there (message %s), but nothing of it is recorded: recording was interrupted or taken back. Do not hand it to the bank; --force replaces it."}
	FaultFileRecorded = Text{"%s est le fichier du message %s, enregistré le %s (%s). Il n'a pas été touché. Choisir un autre nom.", "%s is the file of message %s, recorded on %s (%s). It was left as it is. Choose another name."}
)

// DebitReasons say why an instalment is not collected.
var DebitReasons = [directdebit.ReasonCount]Text{
	directdebit.NoReason:         {"", ""},
	directdebit.NoCreditorName:   {"le nom de votre société manque", "your company's name is missing"},
	directdebit.BadICS:           {"l'identifiant créancier (ICS) manque ou est faux", "the creditor identifier (ICS) is missing or wrong"},
	directdebit.BadCreditorIBAN:  {"l'IBAN de votre société manque ou est faux", "your company's IBAN is missing or wrong"},
	directdebit.BadCreditorBIC:   {"le BIC de votre société est faux", "your company's BIC is wrong"},
	directdebit.OtherCreditor:    {"due à une autre société", "owed to another company"},
	directdebit.Duplicate:        {"nommée deux fois", "named twice"},
	directdebit.NotEuro:          {"pas en euros", "not in euros"},
	directdebit.AmountOutOfRange: {"montant hors des limites du prélèvement", "amount outside the limits of direct debits"},
	directdebit.BadReference:     {"numéro d'échéancier trop long", "the plan's number is too long"},
	directdebit.AlreadyIssued:    {"déjà remise", "already put into a file"},
	directdebit.NotDueInHorizon:  {"prélevée plus tard", "collected later"},
	directdebit.NoMandate:        {"pas de mandat", "no mandate"},
	directdebit.Revoked:          {"mandat révoqué", "mandate revoked"},
	directdebit.MandateNotSigned: {"mandat sans date de signature", "mandate without day of signature"},
	directdebit.BadMandateRef:    {"référence du mandat (RUM) impossible dans un fichier SEPA", "mandate reference (UMR) that no SEPA file can hold"},
	directdebit.SharedMandateRef: {"un autre client a la même référence de mandat", "another client has the same mandate reference"},
	directdebit.Lapsed:           {"mandat caduc : 36 mois sans prélèvement", "mandate lapsed: 36 months without collection"},
	directdebit.UsedUp:           {"mandat terminé par un prélèvement final ou unique : en faire signer un nouveau (relance mandate set)", "mandate ended by a final or one-off collection: have a new one signed (relance mandate set)"},
	directdebit.ConsumerOnB2B:    {"un particulier ne peut pas donner de mandat B2B", "a consumer cannot give a B2B mandate"},
	directdebit.BadIBAN:          {"l'IBAN du débiteur est faux", "the debtor's IBAN is wrong"},
	directdebit.OutsideSEPA:      {"compte hors de la zone SEPA", "account outside SEPA"},
	directdebit.BadBIC:           {"le BIC du débiteur est faux", "the debtor's BIC is wrong"},
	directdebit.MissingBIC:       {"compte hors Espace économique européen : le BIC manque", "account outside the European Economic Area: its BIC is missing"},
	directdebit.NoName:           {"le nom du débiteur manque", "the debtor's name is missing"},
	directdebit.TooSoon:          {"préavis de 14 jours", "14 days of pre-notification"},
}

// debitReasonDays are the reasons that have a date.
var debitReasonDays = map[directdebit.Reason]Text{
	directdebit.NotDueInHorizon:  {"prélevée le %s", "collected on %s"},
	directdebit.Revoked:          {"mandat révoqué le %s", "mandate revoked on %s"},
	directdebit.MandateNotSigned: {"mandat signé le %s seulement", "mandate signed on %s only"},
	directdebit.Lapsed:           {"mandat caduc depuis le %s : 36 mois sans prélèvement", "mandate lapsed on %s: 36 months without collection"},
	directdebit.TooSoon:          {"préavis de 14 jours : pas avant le %s", "14 days of pre-notification: not before %s"},
}

var debitIssued = Text{"déjà remise, prélevée le %s (%s, message %s) ; de nouveau : --again %s", "already in a file, collected on %s (%s, message %s); again: --again %s"}

// DebitReason says why an instalment is not collected, with the date or the file
// concerned. Again is how the command line names the instalment.
func DebitReason(l Lang, s directdebit.Skipped, again string) string {
	if s.Reason >= directdebit.ReasonCount {
		return ""
	}
	if s.Reason == directdebit.AlreadyIssued {
		return debitIssued.sprintf(l, dayInFull(s.Issue.CollectOn), Short(l, s.Issue.Amount), s.Issue.Message, again)
	}
	if t, ok := debitReasonDays[s.Reason]; ok && !s.From.IsZero() {
		return t.sprintf(l, dayInFull(s.From))
	}
	return DebitReasons[s.Reason].In(l)
}

// dayInFull writes a date in figures with its year.
func dayInFull(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	y, m, day := d.YMD()
	return fmt.Sprintf("%02d/%02d/%d", day, int(m), y)
}

// debitLabels are what the debtor reads on his bank statement, by language.
var debitLabels = map[string]string{"fr": "Échéance %d/%d", "en": "Instalment %d/%d", "nl": "Termijn %d/%d"}

// DebitLabel is what the debtor reads on his bank statement of an instalment: its
// place in the plan and the documents that the plan pays, in his own language
// (fr, en or nl; others read French).
func DebitLabel(language string, no, of int, items []string) string {
	t, ok := debitLabels[language]
	if !ok {
		t = debitLabels["fr"]
	}
	return strings.Join(append([]string{fmt.Sprintf(t, no, of)}, items...), " ")
}

// YearlyRate writes a rate in percent of a year: "12,15 %", "12.15%".
func YearlyRate(l Lang, ppm int64) string {
	s := money.FormatRate(ppm)
	if l == English {
		return s + "%"
	}
	return strings.Replace(s, ".", ",", 1) + "\u00a0%"
}

// paperBases name the tables of rates on papers in Dutch.
var paperBases = [latefee.BasisCount]string{
	latefee.FRDefault:         "Frankrijk, tussen ondernemingen (ECB + 10 punten, C. com. art. L441-10)",
	latefee.FRLegalPro:        "Franse wettelijke rentevoet, professionele schuldeiser",
	latefee.FRLegalIndividual: "Franse wettelijke rentevoet, particuliere schuldeiser",
	latefee.FRPublic:          "Frankrijk, overheidsinstanties (ECB + 8 punten)",
	latefee.BEBusiness:        "wet van 2 augustus 2002 (handelstransacties)",
	latefee.BECivil:           "Belgische wettelijke rentevoet in burgerlijke zaken",
	latefee.Contract:          "contractuele rentevoet",
}

// PaperBasis names a table of rates on a paper in French, Dutch or English, by
// the code of the language.
func PaperBasis(language string, b latefee.Basis) string {
	switch {
	case b >= latefee.BasisCount:
		return ""
	case language == "nl":
		return paperBases[b]
	case language == "en":
		return Bases[b].EN
	}
	return Bases[b].FR
}

// paperWaived says on papers what was given up: interest, indemnity, both.
var paperWaived = map[string][3]string{
	"fr": {"intérêts abandonnés", "indemnité abandonnée", "intérêts et indemnité abandonnés"},
	"nl": {"interest kwijtgescholden", "vergoeding kwijtgescholden", "interest en vergoeding kwijtgescholden"},
	"en": {"interest waived", "indemnity waived", "interest and indemnity waived"},
}

// PaperWaived says on a paper what was given up of a document; nothing where
// nothing was.
func PaperWaived(language string, interest, indemnity bool) string {
	t, ok := paperWaived[language]
	if !ok {
		t = paperWaived["fr"]
	}
	switch {
	case interest && indemnity:
		return t[2]
	case indemnity:
		return t[1]
	case interest:
		return t[0]
	}
	return ""
}
