package wording

import (
	"strconv"
	"strings"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/money"
	"relance/domain/plan"
)

// EditorFields are the fields of the plan editor, in the order in which the
// cursor goes through them. The first EditorUsual are always on show.
var EditorFields = [...]Text{
	{"échéances", "instalments"},
	{"montant", "amount"},
	{"première date", "first date"},
	{"jour du mois", "day of month"},
	{"acompte", "down payment"},
	{"tous les", "every"},
	{"capacité/mois", "can pay/month"},
	{"au plus tard", "at the latest"},
	{"date d'acompte", "down paid on"},
	{"différé", "grace months"},
	{"dernière ligne", "last line"},
	{"saison", "season"},
	{"jour non ouvré", "day off"},
	{"intérêts", "interest"},
	{"indemnités", "indemnities"},
	{"clause", "clause"},
	{"imputation", "pays first"},
}

// EditorUsual is how many of the fields are always on show.
const EditorUsual = 6

// EditorHints say what each field takes, in the footer.
var EditorHints = [len(EditorFields)]Text{
	{"un nombre, de 1 à 120", "a number, 1 to 120"},
	{"le montant de chaque échéance, la dernière prend le reste", "the amount of each instalment, the last takes the rest"},
	{"15, 15/12, v, 2s", "15, 15/12, f, 2w"},
	{"1 à 31 ; → après 31, ou fm : le dernier jour", "1 to 31; → after 31, or em: the last day"},
	{"un montant, 0 = aucun", "an amount, 0 = none"},
	{"← → change", "← → changes"},
	{"ce que le débiteur peut payer par mois, frais compris", "what the debtor can pay a month, charges included"},
	{"la dernière date possible", "the last possible date"},
	{"le jour de l'acompte", "the day of the down payment"},
	{"un nombre de mois sans échéance", "a number of months without instalment"},
	{"le montant de la dernière ligne, 0 = le reste", "the amount of the last line, 0 = the rest"},
	{"8 = rien en août ; 12=50 = moitié en décembre ; 0 = aucune", "8 = nothing in August; 12=50 = half in December; 0 = none"},
	{"← → change", "← → changes"},
	{"← → change", "← → changes"},
	{"← → change", "← → changes"},
	{"← → change ; un nombre = jours de mise en demeure", "← → changes; a number = days of formal notice"},
	{"← → change", "← → changes"},
}

// EditorBad say why a field does not take what was written, by its kind.
var (
	EditorBadCount  = Text{"%s : de 1 à 120 échéances ; un montant se met à la ligne suivante", "%s: 1 to 120 instalments; an amount goes on the next line"}
	EditorBadSeason = Text{"%s : des mois, 8 ou 12=50, séparés d'un espace", "%s: months, 8 or 12=50, with spaces between"}
	EditorBadGrace  = Text{"%s : de 0 à 24 mois", "%s: 0 to 24 months"}
	EditorBadNotice = Text{"%s : de 1 à 90 jours, 0 = sans mise en demeure", "%s: 1 to 90 days, 0 = without notice"}
	EditorNoDown    = Text{"Il n'y a pas d'acompte : son montant d'abord.", "There is no down payment: give its amount first."}
)

// What the plan editor writes beside the fields.
var (
	EditorMore        = Text{"autres conditions", "other terms"}
	EditorRolling     = [journal.RollingCount]Text{{"jour suivant", "next day"}, {"jour précédent", "day before"}, {"même mois", "same month"}, {"inchangé", "not moved"}}
	EditorOrder       = [plan.OrderCount]Text{{"par échéance", "by due date"}, {"les plus grosses", "largest first"}, {"choisie", "as chosen"}}
	EditorModes       = [journal.ChargeModeCount]Text{{"réservés", "reserved"}, {"abandonnés", "waived"}, {"demandés", "asked"}, {"suspendus", "suspended"}}
	EditorFeeModes    = [journal.ChargeModeCount]Text{{"réservées", "reserved"}, {"abandonnées", "waived"}, {"demandées", "asked"}, {"suspendues", "suspended"}}
	EditorAutomatic   = Text{"de plein droit", "automatic"}
	EditorNotice      = Text{"préavis %d j", "notice %d d"}
	EditorLastDay     = Text{"dernier", "last"}
	EditorNone        = Text{"—", "—"}
	EditorRest        = Text{"le reste", "the rest"}
	EditorMonths      = Text{"%d mois", "%d mo"}
	EditorDays        = Text{"%d j", "%d d"}
	EditorColDate     = Text{"date", "date"}
	EditorColAmount   = Text{"montant", "amount"}
	EditorColInterest = Text{"intérêts", "interest"}
	EditorColFee      = Text{"indemn.", "indemn."}
	EditorColLeft     = Text{"reste dû", "left"}
	EditorColSum      = Text{"cumulé", "so far"}
	EditorColMoved    = Text{"déplacée", "moved"}
	EditorDown        = Text{"ac.", "dn."}
	EditorHoliday     = Text{"%s férié → %s", "holiday %s → %s"}
	EditorMovedLines  = Text{"dates déplacées", "dates moved"}
	EditorMovedOf     = Text{"n° %s : %s", "no. %s: %s"}
	EditorMovedOver   = Text{"%s, %s férié → %s", "%s, holiday %s → %s"}
	EditorUnpriced    = Text{"intérêts abandonnés, non chiffrés (taux inconnu)", "interest waived, not computed (no rate known)"}
	EditorDateColumn  = Text{"%s : une date se tape dans la colonne date (←)", "%s: a date is typed in the date column (←)"}
	EditorDateField   = Text{"%s : une date se tape dans un champ de date", "%s: a date is typed in a field of dates"}
	EditorNoMonthDay  = Text{"Par semaine ou par quinzaine, le jour est celui de la première date.", "By week or fortnight the day is that of the first date."}
	EditorDraftKept   = Text{"Brouillon gardé, rien d'enregistré : 3 le reprend, x l'oublie.", "Draft kept, nothing recorded: 3 takes it up again, x forgets it."}
	EditorDraftBack   = Text{"Brouillon repris.", "Draft taken up again."}
	EditorDraftGone   = Text{"Brouillon oublié.", "Draft forgotten."}
	EditorNoDraft     = Text{"Aucun brouillon n'est gardé pour ce client.", "No draft is kept for this client."}
	EditorSaveFirst   = Text{"Enregistrer d'abord l'échéancier : ⏎ le propose, puis c écrit la confirmation.", "Save the plan first: Enter proposes it, then c writes the confirmation."}
	EditorBelow       = Text{"↓ %d", "↓ %d"}
	EditorFewer       = Text{"ramené à ce que la somme permet", "brought down to what the sum allows"}
	EditorToPlace     = Text{"reste à placer %s", "%s still to be placed"}
	EditorTooMuch     = Text{"%s de trop", "%s too much"}
	EditorBalance     = Text{"Les lignes ne font pas la dette : %s. Libérer ou changer une ligne.", "The lines do not make the debt: %s. Free or change a line."}
	EditorEnd         = Text{"fin %s · %s", "ends %s · %s"}
	EditorCost        = Text{"coût %s : int. %s, ind. %s", "cost %s: int. %s, ind. %s"}
	EditorWaived      = Text{"abandonné au %s : %s", "waived to %s: %s"}
	EditorSuspended   = Text{"suspendu, calculé au %s : %s", "suspended, computed to %s: %s"}
	EditorExposure    = Text{"encours", "exposure"}
	EditorAverage     = Text{"moyen %d j", "avg. %d d"}
	EditorInvoices    = Text{"Factures couvertes, dans l'ordre payé", "Invoices covered, in the order paid"}
	EditorKeepOne     = Text{"Un échéancier couvre au moins une facture.", "A plan covers at least one invoice."}
	EditorNothingDone = Text{"Rien à annuler dans cet échéancier : Échap le quitte, puis u annule le dernier acte.", "Nothing to take back in this plan: Esc leaves it, then u takes back the last act."}
	EditorNothingGone = Text{"Rien à rétablir dans cet échéancier.", "Nothing to bring back in this plan."}
	EditorKept        = Text{"Projet A gardé : on continue sur B, w échange, o ne garde que celui en cours.", "Draft A is kept: B goes on, w swaps, o keeps the present one alone."}
	EditorSwapped     = Text{"Projets échangés : l'autre est en cours.", "Drafts swapped: the other one is under way."}
	EditorNoA         = Text{"Aucun projet A : = garde celui-ci pour comparer.", "There is no draft A: = keeps this one to compare."}
	EditorNoRate      = Text{"taux inconnu du %s au %s : %s", "no rate known from %s to %s: %s"}
	EditorNoRateKeys  = Text{"t le saisir · y dernier taux connu, provisoire", "t enter it · y last known rate, provisional"}
	EditorRatesKnown  = Text{"Tous les taux nécessaires sont connus.", "All rates needed are known."}
	EditorRateAsk     = Text{"taux en %% à partir du %s", "rate in %% from %s"}
	EditorRateBad     = Text{"« %s » n'est pas un taux : 12,15 par exemple", "\"%s\" is no rate: 12.15 for example"}
	EditorRateSource  = Text{"source de ce taux", "source of that rate"}
	EditorSourceBad   = Text{"Dire où ce taux a été lu : Journal officiel, site de la Banque de France…", "Say where the rate was read: official journal, the central bank's site…"}
	EditorRateSaid    = Text{"taux de retard %s à partir du %s", "late rate %s from %s"}
	EditorProvisional = Text{"taux provisoire", "provisional rate"}
)

// The comparison of two drafts: the words at the left of its rows.
var EditorCompare = [...]Text{
	{"échéances", "lines"},
	{"durée", "length"},
	{"premier", "first"},
	{"fin", "end"},
	{"maximum", "highest"},
	{"coût", "cost"},
	{"encours", "exposure"},
}

// A saved plan in the editor: its versions, and what a breach makes due.
var (
	EditorOldVersion = Text{"version %d du %s : %s", "version %d of %s: %s"}
	EditorOfWhich    = Text{"dont intérêts %s, indemnités %s", "of which interest %s, indemnities %s"}
	EditorRenew      = Text{"⏎ ou %s : nouvelle version, sur ce qui reste dû", "⏎ or %s: new version, over what is still due"}
	EditorRenewing   = Text{"remplace l'échéancier du %s", "replaces the plan of %s"}
)

// PlanBound says, beside PlanError, what would still do; nothing where the error
// names nothing.
func PlanBound(l Lang, e *plan.Error, cur money.Currency, today calendar.Date) string {
	sum := func(t Text) string { return t.sprintf(l, Amount(l, money.Of(e.Limit, cur))) }
	most, least := Text{"au plus %s", "at most %s"}, Text{"au moins %s", "at least %s"}
	switch e.Code {
	case plan.DownTooLarge: // the bound leaves one unit to the instalments
		if e.Limit > 1 {
			return most.sprintf(l, Amount(l, money.Of(e.Limit-1, cur)))
		}
	case plan.MonthlyTooHigh, plan.LastTooLarge, plan.PinnedTooHigh:
		if e.Limit > 0 {
			return sum(most)
		}
	case plan.CapacityTooLow, plan.CapacityTooSlow:
		if e.Limit > 0 {
			return sum(least)
		}
	case plan.TooMany:
		if e.Least > 0 {
			return least.sprintf(l, Amount(l, money.Of(e.Least, cur)))
		}
	case plan.EndTooEarly, plan.OutOfOrder, plan.DownAfterFirst, plan.TooLate:
		if !e.On.IsZero() {
			return ShortDay(e.On, today)
		}
	}
	return ""
}

// MissingRate says which rate is not known.
func MissingRate(l Lang, m *latefee.MissingRate, today calendar.Date) string {
	name := ""
	if m.Basis < latefee.BasisCount {
		name = Bases[m.Basis].In(l)
	}
	return EditorNoRate.sprintf(l, ShortDay(m.From, today), ShortDay(m.To, today), name)
}

// Season writes the shares of the months that are not ordinary, as they are
// typed: "8=0 12=50".
func Season(shares [12]uint8) string {
	var out []string
	for i, s := range shares {
		if s != 0 && s != 101 {
			out = append(out, strconv.Itoa(i+1)+"="+strconv.Itoa(int(s)-1))
		}
	}
	return strings.Join(out, " ")
}

// The keys of the plan editor, for help, palette and manual.
var (
	KeyMoreFields       = Text{"montrer ou cacher les autres conditions", "show or hide the other terms"}
	KeyNextPart         = Text{"champs, échéances, factures, puis volet suivant", "fields, lines, invoices, then the next pane"}
	KeyPrevPart         = Text{"partie précédente de l'éditeur", "part of the editor before"}
	KeyUndoEdit         = Text{"défaire le dernier changement de cet échéancier", "take back the last change of this plan"}
	KeyRedoEdit         = Text{"refaire ce qui vient d'être défait", "make again what was just taken back"}
	KeyKeepDraft        = Text{"garder ce projet comme A et continuer sur B", "keep this draft as A and go on with B"}
	KeySwapDrafts       = Text{"échanger les projets A et B", "swap the drafts A and B"}
	KeyDropDraft        = Text{"oublier le projet A", "forget draft A"}
	KeyEnterRate        = Text{"saisir le taux qui manque", "enter the rate that is missing"}
	KeyProvisional      = Text{"accepter le dernier taux connu, à titre provisoire", "accept the last known rate, as provisional"}
	KeyPinLine          = Text{"fixer ou libérer le montant ou la date de la ligne", "pin or free the line's amount or date"}
	KeyAddLine          = Text{"ajouter une ligne après celle-ci", "add a line after this one"}
	KeyRemoveLine       = Text{"supprimer la ligne", "remove the line"}
	KeyColumn           = Text{"aller de la date au montant", "go between date and amount"}
	KeyCover            = Text{"couvrir ou non la facture", "cover the invoice or not"}
	KeyPayEarlier       = Text{"payer la facture plus tôt", "pay the invoice earlier"}
	KeyPayLater         = Text{"payer la facture plus tard", "pay the invoice later"}
	KeyRenew            = Text{"renégocier : nouvelle version de l'échéancier rompu", "renegotiate: a new version of the breached plan"}
	KeyShortMore        = Text{"plus", "more"}
	KeyShortPart        = Text{"lignes", "lines"}
	KeyShortInvoices    = Text{"factures", "invoices"}
	KeyShortCompare     = Text{"comparer", "compare"}
	KeyShortSwap        = Text{"échanger", "swap"}
	KeyShortDrop        = Text{"oublier", "forget"}
	KeyDropHeld         = Text{"oublier le brouillon d'échéancier gardé", "forget the draft of a plan that is kept"}
	KeyShortPin         = Text{"fixer", "pin"}
	KeyShortAdd         = Text{"ajouter", "add"}
	KeyShortRemove      = Text{"ôter", "remove"}
	KeyShortCover       = Text{"couvrir", "cover"}
	KeyShortOrder       = Text{"ordre", "order"}
	KeyShortRenew       = Text{"renégocier", "renegotiate"}
	KeyShortColumn      = Text{"date/montant", "date/amount"}
	KeyShortUndoEdit    = Text{"défaire", "undo"}
	KeyShortRate        = Text{"taux", "rate"}
	KeyShortProvisional = Text{"provisoire", "provisional"}
	DeskScopeLines      = Text{"Échéancier, sur une ligne", "Payment plan, on a line"}
	DeskScopeCovered    = Text{"Échéancier, sur les factures", "Payment plan, on the invoices"}
	DeskScopeBroken     = Text{"Échéancier rompu", "Breached plan"}
)

// PlanWarning says what is unusual about a plan.
func PlanWarning(l Lang, w plan.Warning, cur money.Currency, today calendar.Date) string {
	on := ShortDay(w.On, today)
	sum := func(n int64) string { return Short(l, money.Of(n, cur)) }
	switch w.Code {
	case plan.LongerThan:
		return Text{"plus de %d mois : un juge n'en accorderait pas plus (fin le %s)", "longer than %d months, the most that a judge would grant (ends on %s)"}.sprintf(l, w.Bound, on)
	case plan.PastLimitation:
		return linesFall(l, w.Count, Text{"après la prescription du %s : faire signer, le délai repart", "after limitation on %s: have it signed, the time starts anew"}.sprintf(l, on))
	case plan.PastInsurer:
		return linesFall(l, w.Count, Text{"après la date limite de l'assureur-crédit, le %s : demander son accord", "after the credit insurer's last day, %s: ask for its consent"}.sprintf(l, on))
	case plan.PastCredit:
		return linesFall(l, w.Count, Text{"après la fin du plafond ou de la couverture, le %s", "after the limit or the cover ends on %s"}.sprintf(l, on))
	case plan.BeyondLegalCap:
		if w.Count == 1 {
			return Text{"une facture non échue payée au-delà du délai légal (%s)", "an invoice not yet due paid beyond the legal term (%s)"}.sprintf(l, on)
		}
		return Text{"%d factures non échues payées au-delà du délai légal (dès le %s)", "%d invoices not yet due paid beyond the legal term (from %s)"}.sprintf(l, w.Count, on)
	case plan.FirstFar:
		return Text{"premier paiement dans %d jours seulement, le %s", "first payment only in %d days, on %s"}.sprintf(l, w.Count, on)
	case plan.BelowMinimum:
		return Text{"échéance de %s, sous le minimum de %s", "instalment of %s, below the minimum of %s"}.sprintf(l, sum(w.Amount), sum(w.Bound))
	case plan.LastMuchLarger:
		return Text{"dernière échéance de %s, bien plus que la précédente (%s)", "last instalment of %s, much more than the one before (%s)"}.sprintf(l, sum(w.Amount), sum(w.Bound))
	case plan.ConsumerDebtor:
		return Text{"consommateur : une déchéance du terme sans préavis raisonnable peut être abusive", "consumer: acceleration without reasonable notice may be unfair"}.In(l)
	case plan.PinnedClosed:
		if w.Count == 1 {
			return Text{"une date choisie n'est pas un jour ouvré : le %s", "a date chosen is no business day: %s"}.sprintf(l, on)
		}
		return Text{"%d dates choisies ne sont pas des jours ouvrés (dès le %s)", "%d dates chosen are no business days (from %s)"}.sprintf(l, w.Count, on)
	case plan.PinMissed:
		return Text{
			"ligne %d : %s demandés, %s ici ; aucun principal n'y amène au centime, frais compris",
			"line %d: %s asked for, %s here; no principal comes to it with charges",
		}.sprintf(l, w.Line+1, Amount(l, money.Of(w.Bound, cur)), Amount(l, money.Of(w.Amount, cur)))
	case plan.ProvisionalRate:
		return Text{"intérêts à un taux provisoire : celui du semestre n'est pas encore publié", "interest at a provisional rate: that of the half-year is not published yet"}.In(l)
	case plan.ChangedElsewhere:
		return Text{"un autre calendrier a été enregistré le %s, après la signature : vérifier celui qui est signé", "another schedule was recorded on %s, after the signature: check which one is signed"}.sprintf(l, on)
	}
	return ""
}

func linesFall(l Lang, n int, rest string) string {
	if n == 1 {
		return Text{"une échéance tombe %s", "one instalment falls %s"}.sprintf(l, rest)
	}
	return Text{"%d échéances tombent %s", "%d instalments fall %s"}.sprintf(l, n, rest)
}
