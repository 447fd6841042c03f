package wording

import (
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
)

// The commands of plans and papers, as their help says them.
var (
	CmdPlanDraftLong = Text{
		"Par nombre (--months 6), par montant (--amount 500), jusqu'à une date (--until), ou par ce que le débiteur peut\npayer par mois, intérêts compris (--capacity 900). --line NO=MONTANT@DATE fixe une ligne, le reste se répartit.\n--season '7:0,8:50' : rien en juillet, moitié en août. Sans --save, rien n'est écrit.",
		"By number (--months 6), by amount (--amount 500), up to a date (--until), or by what the debtor can pay a month,\ninterest included (--capacity 900). --line NO=AMOUNT@DATE pins a line, the rest is shared out anew.\n--season '7:0,8:50': nothing in July, half in August. Without --save nothing is written.",
	}
	CmdPlanList    = Text{"liste des échéanciers, et ce qu'ils font rentrer par semaine", "list of plans, and the cash that they bring by week"}
	CmdPlanCompare = Text{"deux échéanciers côte à côte : durée, coût, encours, fin", "two plans side by side: length, cost, exposure, end"}
	CmdPlanPaper   = Text{
		"écrit l'accord (PDF, texte), le message à envoyer, les rappels et le tableau ; ou une lettre sur l'échéancier",
		"write the agreement (PDF, text), the message to send, the reminders and the schedule; or a letter about the plan",
	}
	CmdPlanPaperFor = Text{
		"Rien n'est envoyé : le message s'ouvre dans la messagerie, l'accord et le relevé de compte y sont joints.\n--what courtesy rappelle l'échéance à venir, breach met en demeure après une échéance manquée (ou réclame le solde),\nacknowledgment est la reconnaissance de dette seule. Sans --what : l'accord, ou la mise en demeure si l'échéancier est rompu ;\nd'un échéancier qui ne court plus, --what agreement n'écrit que l'accord et le tableau. Sans --plan, l'échéancier en cours.\nLes fichiers vont dans --out, sinon dans le dossier des papiers (relance config).",
		"Nothing is sent: the message opens in the mail program, with the agreement and the statement of account attached.\n--what courtesy reminds of the next instalment, breach gives formal notice after a missed one (or asks for the balance),\nacknowledgment is the acknowledgment of debt alone. Without --what: the agreement, or the notice once the plan is breached;\nof a plan that no longer runs, --what agreement writes the agreement and the schedule only. Without --plan, the plan that stands.\nThe files go to --out, else to the papers folder (relance config).",
	}
	CmdPaper          = Text{"les modèles des papiers", "the templates of the papers"}
	CmdPaperTemplates = Text{"écrit les modèles à modifier ; le programme prend les vôtres là où ils sont", "write the templates for editing; the program takes yours where they are"}

	FlagPaperWhat    = Text{"agreement, courtesy, breach ou acknowledgment (sinon selon l'état de l'échéancier)", "agreement, courtesy, breach or acknowledgment (else by the state of the plan)"}
	FlagAmount       = Text{"montant de chaque échéance ; avec --months, la dernière prend le reste", "amount of each instalment; with --months, the last takes the rest"}
	FlagMonthlyToo   = Text{"comme --amount", "the same as --amount"}
	FlagUntil        = Text{"dernière date possible", "the latest end"}
	FlagCapacity     = Text{"ce que le débiteur peut payer par mois", "what the debtor can pay a month"}
	FlagEvery        = Text{"month, fortnight, week ou quarter", "month, fortnight, week or quarter"}
	FlagDayOrLast    = Text{"jour du mois, 1 à 31, ou last", "day of the month, 1 to 31, or last"}
	FlagDownOn       = Text{"date de l'acompte", "date of the down payment"}
	FlagGrace        = Text{"mois sans échéance avant la première", "months without instalment before the first"}
	FlagLast         = Text{"montant de la dernière échéance", "amount of the last instalment"}
	FlagSeason       = Text{"part des mois, en pour cent : '7:0,8:50'", "shares of months, in percent: '7:0,8:50'"}
	FlagRoll         = Text{"jour non ouvré : following, preceding, modified ou none", "no business day: following, preceding, modified or none"}
	FlagLine         = Text{"fixe une ligne : NO=MONTANT, NO=@DATE ou NO=MONTANT@DATE (plusieurs fois)", "pin a line: NO=AMOUNT, NO=@DATE or NO=AMOUNT@DATE (repeatable)"}
	FlagPlanInterest = Text{"intérêts de retard : reserved, waived, asked ou suspended", "late-payment interest: reserved, waived, asked or suspended"}
	FlagPlanFees     = Text{"indemnités de recouvrement : reserved, waived, asked ou suspended", "recovery indemnities: reserved, waived, asked or suspended"}
	FlagClause       = Text{"déchéance du terme : automatic, ou jours de mise en demeure", "acceleration: automatic, or days of formal notice"}
	FlagOrder        = Text{"ordre de paiement des factures : due, largest ou given", "order in which invoices are paid: due, largest or given"}
	FlagReplaceYes   = Text{"sans poser de question avant de remplacer un échéancier signé", "ask nothing before a signed plan is replaced"}
	FlagReplaces     = Text{"échéancier remplacé : le nouveau porte sur ce qui en reste", "plan replaced: the new one is over what is left of it"}
	FlagDueThisWeek  = Text{"attendus cette semaine", "due this week"}
	FlagAtRisk       = Text{"à risque", "at risk"}
	FlagBroken       = Text{"rompus", "broken"}
	FlagCompleted    = Text{"soldés", "completed"}
	FlagNotSigned    = Text{"proposés, pas encore signés", "proposed, not signed yet"}
	FlagRunning      = Text{"signés, pas encore soldés", "signed, not all paid yet"}
	FlagExpected     = Text{"seulement l'argent attendu par semaine", "only the cash expected by week"}
	FlagPlan         = Text{"échéancier (sinon celui en cours)", "plan (else the one that stands)"}
	FlagOutFolder    = Text{"dossier où écrire", "folder to write to"}
	FlagForceAll     = Text{"remplace les fichiers qui existent", "replace files that are there"}
	ConfigAboutPaper = Text{"dossier des papiers : accords, confirmations (sinon relance dans vos documents)", "folder of the papers: agreements, confirmations (else relance in your documents)"}
)

// What plan and paper commands say.
var (
	FaultPlanOneShape = Text{"Donner une seule forme : --months N et --amount MONTANT (l'un ou les deux), --until DATE, ou --capacity MONTANT.", "Give one shape: --months N and --amount AMOUNT (one or both), --until DATE, or --capacity AMOUNT."}
	FaultPlanLine     = Text{"--line : « %s » ne se lit pas. Écrire NO=MONTANT, NO=@DATE ou NO=MONTANT@DATE.", "--line: \"%s\" cannot be read. Write NO=AMOUNT, NO=@DATE or NO=AMOUNT@DATE."}
	FaultPlanSeason   = Text{"--season : « %s » ne se lit pas. Écrire MOIS:POUR-CENT, de 0 à 200, par exemple '7:0,8:50'.", "--season: \"%s\" cannot be read. Write MONTH:PERCENT, from 0 to 200, for example '7:0,8:50'."}
	FaultPlanDay      = Text{"--day : « %s » n'est pas un jour du mois. Écrire 1 à 31, ou last.", "--day: \"%s\" is no day of the month. Write 1 to 31, or last."}
	FaultPlanClause   = Text{"--clause : « %s » ne se lit pas. Écrire automatic, ou 1 à 255 jours de mise en demeure.", "--clause: \"%s\" cannot be read. Write automatic, or 1 to 255 days of formal notice."}
	FaultPlanGrace    = Text{"--grace : de 0 à 120 mois.", "--grace: from 0 to 120 months."}
	FaultPlanAtLine   = Text{"--line %d : %s.", "--line %d: %s."}
	FaultNoPlan       = Text{"%s n'a pas d'échéancier « %s ». Il y a : %s.", "%s has no plan \"%s\". There is: %s."}
	FaultNoPlanAtAll  = Text{"%s n'a pas d'échéancier.", "%s has no plan."}
	FaultPlanEnded    = Text{"L'échéancier %s est terminé : rien n'en reste à remplacer.", "Plan %s has ended: nothing of it is left to be replaced."}
	FaultPlanMoneys   = Text{"Les deux échéanciers ne sont pas dans la même devise.", "The two plans are not in the same currency."}
	FaultOneList      = Text{"Une seule liste à la fois.", "One list at a time."}
	FaultPaperThere   = Text{"%s est déjà là. Rien n'a été écrit ; --force remplace.", "%s is there already. Nothing was written; --force replaces it."}
	FaultPaperFolder  = Text{"Aucun dossier pour les papiers : --out DOSSIER, ou papers dans la configuration.", "No folder for the papers: --out FOLDER, or papers in the configuration."}
	FaultNoNextLine   = Text{"L'échéancier de %s n'attend plus d'échéance à venir, ou n'a pas été convenu.", "The plan of %s awaits no instalment to come, or was not agreed."}
	FaultNotBroken    = Text{"L'échéancier de %s n'est pas rompu : il n'y a pas de mise en demeure à écrire.", "The plan of %s is not breached: there is no notice to write."}
	FaultPlanOver     = Text{"L'échéancier %s est %s : il n'y a rien à confirmer. --what agreement réécrit l'accord et le tableau, sans message.", "Plan %s is %s: there is nothing to confirm. --what agreement writes the agreement and the schedule again, without a message."}
	FaultPaperField   = Text{"Le papier « %s » ne peut pas être écrit : %s.", "The paper \"%s\" cannot be written: %s."}
	FaultPaperCopy    = Text{"%s est déjà là et n'a pas été touché.", "%s is there already and was left alone."}

	PlanTotals      = Text{"Total %s, du %s au %s.", "Total %s, from %s to %s."}
	PlanTotalsAsked = Text{"Total %s, dont intérêts %s et indemnités %s, du %s au %s.", "Total %s, of which interest %s and indemnities %s, from %s to %s."}
	PlanWaivedTo    = Text{"Abandonné, calculé au %s : intérêts %s, indemnités %s.", "Waived, computed to %s: interest %s, indemnities %s."}
	PlanSuspendedTo = Text{"Suspendu, calculé au %s : intérêts %s, indemnités %s.", "Suspended, computed to %s: interest %s, indemnities %s."}
	PlanAsideTo     = Text{"Non demandé, calculé au %s : intérêts %s (%s), indemnités %s (%s).", "Not asked, computed to %s: interest %s (%s), indemnities %s (%s)."}
	SaidReplaces    = Text{"Prendra, une fois convenu, la place de l'échéancier %s du %s (%s).", "Once agreed, it takes the place of plan %s of %s (%s)."}
	AskReplace      = Text{"Prendre la place de l'échéancier signé %s du %s ? [o/N] ", "Take the place of the signed plan %s of %s? [y/N] "}
	FaultReplaces   = Text{
		"L'échéancier signé %s du %s serait remplacé. Rien n'est enregistré : le nommer (--replaces %s) ou ajouter --yes.",
		"The signed plan %s of %s would be replaced. Nothing is recorded: name it (--replaces %s) or add --yes.",
	}
	PlanMind         = Text{"À savoir : %s.", "Mind: %s."}
	PlanProvisional  = Text{"Un taux n'est pas encore publié : le dernier connu a été pris, l'échéancier le dit provisoire.", "A rate is not published yet: the last known one was taken, and the plan says it is provisional."}
	PlanPinned       = Text{"fixé", "pinned"}
	SaidNoPlanList   = Text{"Aucun échéancier : %s.", "No plan: %s."}
	SaidCash         = Text{"Attendu par semaine (%s), promesses comprises :", "Expected by week (%s), promises included:"}
	SaidNoCash       = Text{"Rien d'attendu dans les 13 semaines.", "Nothing expected in the next 13 weeks."}
	CashOverdue      = Text{"en retard", "overdue"}
	CashWeek         = Text{"S%02d", "W%02d"}
	CashParts        = Text{"dont à signer %s", "of which not signed %s"}
	SaidPaperCount   = [2]Text{{"%s modèle écrit dans %s.", "%s template written to %s."}, {"%s modèles écrits dans %s.", "%s templates written to %s."}}
	SaidPaperUsed    = Text{"Le programme les prend là : les modifier suffit.", "The program takes them from there: edit them."}
	SaidPaperElse    = Text{"Pour qu'ils servent, les mettre dans %s.", "To have them used, put them into %s."}
	SaidPaperStale   = Text{"Un taux a changé depuis que l'échéancier a été dressé : ses intérêts restent ceux convenus, sans leur calcul.", "A rate has changed since the plan was drawn up: its interest stays as agreed, without the computation."}
	SaidNoticeToSend = Text{
		"Une fois la lettre envoyée : relance set --client %s notice_on=%s (le jour de l'envoi), et son délai est suivi.",
		"Once the letter is sent: relance set --client %s notice_on=%s (the day on which it left), and its days are followed.",
	}
	SaidNoticeSent = Text{"Une mise en demeure est déjà partie le %s ; son délai court jusqu'au %s.", "A formal notice already left on %s; its days run until %s."}
	ClientFees     = Text{"intérêts et indemnités au %s : %s (intérêts %s, indemnités %s)", "interest and indemnities to %s: %s (interest %s, indemnities %s)"}

	ClientFeesProvisional = Text{
		"intérêts et indemnités au %s : %s (intérêts %s, indemnités %s), provisoire : un taux n'est pas encore connu",
		"interest and indemnities to %s: %s (interest %s, indemnities %s), provisional: a rate is not known yet",
	}

	SaidPaperMind = Text{"À vérifier avant de l'envoyer : %s.", "Check before it leaves: %s."}

	ColSignBy   = Text{"Signer avant le", "Sign by"}
	ColNextDue  = Text{"Prochaine", "Next"}
	ColMissing  = Text{"Manque", "Missing"}
	ColAsked    = Text{"Au lieu du", "Instead of"}
	ColWeek     = Text{"Semaine", "Week"}
	ColMonday   = Text{"Lundi", "Monday"}
	ColSigned   = Text{"Signé", "Signed"}
	ColProposed = Text{"À signer", "Not signed"}
	ColPromised = Text{"Promis", "Promised"}
	ColGap      = Text{"Écart", "Difference"}
	ColMeasure  = Text{"Mesure", "Measure"}
)

// PlanMeasures name the rows of a comparison of two plans.
var PlanMeasures = map[string]Text{
	"lines":        {"échéances", "instalments"},
	"first":        {"premier paiement", "first payment"},
	"end":          {"dernier paiement", "last payment"},
	"length":       {"durée, jours", "length, days"},
	"principal":    {"principal", "principal"},
	"interest":     {"intérêts", "interest"},
	"fees":         {"indemnités", "indemnities"},
	"cost":         {"coût", "cost"},
	"highest":      {"plus forte échéance", "highest instalment"},
	"average_life": {"encours moyen, jours", "average exposure, days"},
	"open":         {"encours fin %s", "exposure, end of %s"},
}

// MovedReason says why a date was moved: "samedi", "8 mai".
func MovedReason(l Lang, asked calendar.Date, z calendar.Zone) string {
	if h, ok := z.HolidayName(asked); ok {
		return Holiday(l, h)
	}
	return Weekday(l, asked)
}

// MovedKey is MovedReason in files: "weekend", or "holiday" and its English name.
func MovedKey(asked calendar.Date, z calendar.Zone) string {
	if h, ok := z.HolidayName(asked); ok {
		return "holiday " + Holiday(English, h)
	}
	return "weekend"
}

// Trilingual is a text of the papers, in French, Dutch and English.
type Trilingual [3]string

// In gives the text in a language by its code; French for any other.
func (t Trilingual) In(language string) string {
	switch language {
	case "nl":
		return t[1]
	case "en":
		return t[2]
	}
	return t[0]
}

// Words of the papers.
var (
	PaperVAT       = Trilingual{"TVA", "btw", "VAT"}
	PaperKBO       = Trilingual{"BCE", "KBO", "CBE"}
	PaperNumber    = Trilingual{"n°", "nr.", "no."}
	PaperDocuments = Trilingual{
		"nous vous adressons les documents que vous avez demandés ; s'il vous manque encore une pièce, dites-le-nous",
		"wij bezorgen u de gevraagde documenten; ontbreekt er nog een stuk, laat het ons dan weten",
		"we are sending you the documents that you asked for; if you still lack one, please tell us",
	}
	PaperCallback = Trilingual{
		"nous reprenons contact comme convenu",
		"wij nemen opnieuw contact op, zoals afgesproken",
		"we will be in touch again as agreed",
	}
	PaperReceipt = Trilingual{
		"nous avons bien reçu votre paiement de %s du %s, et vous en remercions",
		"wij hebben uw betaling van %s van %s goed ontvangen, waarvoor dank",
		"we have received your payment of %s of %s, thank you",
	}
	PaperDisputed = Trilingual{"litige", "betwist", "in dispute"}
)

// PaperKinds name documents on papers; invoices have no word.
var PaperKinds = [ledger.KindCount]Trilingual{
	ledger.CreditNote: {"avoir", "creditnota", "credit note"},
	ledger.Receipt:    {"paiement", "betaling", "payment"},
	ledger.Bill:       {"effet", "wissel", "bill"},
	ledger.Other:      {"écriture", "boeking", "entry"},
}

// PaperDispute says on a paper why an invoice is contested.
func PaperDispute(language string, r journal.DisputeReason) string {
	switch {
	case r >= journal.ReasonCount:
		return ""
	case language == "nl":
		return dutchReasons[r]
	case language == "en":
		return DisputeReason(English, r)
	}
	return DisputeReason(French, r)
}

var dutchReasons = [...]string{
	"ontbrekend bestelnummer", "prijs", "hoeveelheid", "levering", "kwaliteit of retour", "dubbele factuur",
	"factuur niet ontvangen", "creditnota verwacht", "btw of vermeldingen", "inhouding als waarborg", "aftrek", "andere reden",
}

var _ = [1]struct{}{}[len(dutchReasons)-int(journal.ReasonCount)]

// PaperFindings say what to look at before a paper leaves, by its code; some
// take what it concerns.
var PaperFindings = map[string]Text{
	"sum_differs":         {"l'échéancier ne paie pas le total reconnu (il paie %s)", "the schedule does not pay the total acknowledged (it pays %s)"},
	"principal_differs":   {"le principal de l'échéancier n'est pas celui des pièces", "the principal of the schedule is not that of the documents"},
	"currencies_mixed":    {"plusieurs devises sur un même papier", "several currencies on one paper"},
	"words_missing":       {"la somme n'est pas écrite en toutes lettres", "the sum is not written in words"},
	"identity_missing":    {"adresse ou numéro d'entreprise absent : %s", "address or company number missing: %s"},
	"signatory_missing":   {"qui signe pour %s n'est pas dit (representative)", "who signs for %s is not said (representative)"},
	"consumer_automatic":  {"débiteur consommateur : une déchéance du terme sans mise en demeure peut être abusive", "the debtor is a consumer: acceleration without notice may be unfair"},
	"consumer_indemnity":  {"un consommateur ne doit pas l'indemnité forfaitaire", "a consumer owes no lump-sum indemnity"},
	"notice_missing":      {"la mise en demeure ne laisse aucun jour", "the formal notice gives no days"},
	"account_missing":     {"ni IBAN ni mandat : le débiteur ne sait pas où payer (relance creditor iban=…)", "neither IBAN nor mandate: the debtor does not know where to pay (relance creditor iban=…)"},
	"code_missing":        {"pas de code QR pour l'échéance %d", "no QR code for instalment %d"},
	"provisional_rate":    {"un taux d'intérêt est provisoire", "a rate of interest is provisional"},
	"guarantors_to_sign":  {"des sûretés sont nommées et aucune caution ne signe", "securities are named and no guarantor signs"},
	"characters_left_out": {"le PDF ne sait pas dessiner, et laisse de côté : %s", "the PDF cannot draw, and leaves out: %s"},
	"data_contact_absent": {"personne à qui s'adresser pour les données personnelles", "nobody to ask about personal data"},
}
