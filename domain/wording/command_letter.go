package wording

import (
	"strings"

	"relance/domain/calendar"
	"relance/domain/ident"
	"relance/domain/journal"
	"relance/domain/money"
)

// Letter is what the written confirmation of an act to the debtor says. It
// confirms what was agreed, in a friendly tone; it threatens nothing and claims
// nothing that was not said.
type Letter struct {
	Today     calendar.Date
	Spoken    bool   // agreed in a conversation, else in writing
	Person    string // who was spoken to, empty = not known
	Author    string
	Creditor  string
	IBAN      string
	Currency  money.Currency
	Reference string         // the account to quote with the payment
	Open      []journal.Part // what is overdue, for documents that were asked for
}

var (
	letterHello    = Text{"Bonjour", "Hello"}
	letterSpoken   = Text{"Comme convenu au téléphone ce %s, ", "As agreed on the telephone on %s, "}
	letterWritten  = Text{"Suite à votre message, ", "Following your message, "}
	letterPromise  = Text{"nous notons votre règlement de %s pour le %s", "we have noted your payment of %s by %s"}
	letterPlan     = Text{"voici l'échéancier de %s dont nous avons parlé :", "here is the payment plan for %s that we spoke of:"}
	letterDocs     = Text{"voici les documents que vous avez demandés", "here are the documents that you asked for"}
	letterDocs2    = Text{"S'il vous manque encore une pièce, dites-le-nous simplement : nous vous l'enverrons aussitôt.", "If you still lack a document, simply tell us: we will send it at once."}
	letterDispute  = Text{"nous avons bien noté votre remarque sur %s (%s)", "we have noted your remark on %s (%s)"}
	letterDispute2 = Text{"Nous vérifions et revenons vers vous. Cette part ne vous sera pas réclamée entre-temps.", "We are looking into it and will come back to you. This part will not be asked for meanwhile."}
	letterCallback = Text{"nous vous rappellerons le %s", "we will call you again on %s"}
	letterOn       = Text{", pour :", ", for:"}
	letterItem     = Text{"- %s du %s : %s", "- %s of %s: %s"}
	letterLine     = Text{"- le %s : %s", "- %s: %s"}
	letterIBAN     = Text{"Par virement sur l'IBAN %s, en rappelant la référence %s.", "By transfer to IBAN %s, quoting reference %s."}
	letterSign     = Text{"Merci de nous le renvoyer signé pour accord.", "Please send it back signed for agreement."}
	letterSubject  = [5]Text{{"Objet : votre règlement", "Subject: your payment"}, {"Objet : votre échéancier", "Subject: your payment plan"}, {"Objet : votre remarque", "Subject: your query"}, {"Objet : notre prochain appel", "Subject: our next call"}, {"Objet : les documents demandés", "Subject: the documents you asked for"}}
	letterUnless   = Text{"Si quelque chose vous en empêche, dites-le-nous simplement : nous chercherons une solution ensemble.", "If anything stands in the way, simply tell us: we will find a solution together."}
	letterGoodbye  = Text{"Bien cordialement,", "Kind regards,"}
)

// letterLacks open a letter about a dispute in which the debtor only lacks
// something; the others had a remark to make.
var letterLacks = map[journal.DisputeReason]Text{
	journal.OrderNumberMissing: {"nous avons bien noté qu'il vous manque le numéro de commande pour %s", "we have noted that you lack the order number for %s"},
	journal.NotReceived:        {"nous avons bien noté que vous n'avez pas reçu la facture pour %s", "we have noted that you did not receive the invoice for %s"},
	journal.CreditNoteAwaited:  {"nous avons bien noté que vous attendez un avoir pour %s", "we have noted that you await a credit note for %s"},
}

// ConfirmationLetter drafts the confirmation of what an event agreed: a promise,
// a plan, a dispute, an agreed callback, documents to send. Other events are nothing to confirm.
func ConfirmationLetter(l Lang, c journal.Content, x Letter) (text string, ok bool) {
	var subject int
	var body []string
	opening := letterWritten.In(l)
	if x.Spoken {
		opening = letterSpoken.sprintf(l, LongDay(l, x.Today))
	}
	switch c := c.(type) {
	case journal.PromiseMade:
		body = append(x.list(l, opening+letterPromise.sprintf(l, Amount(l, c.Amount), LongDay(l, c.Due)), c.Items), "", x.howToPay(l), letterUnless.In(l))
	case journal.PlanDrafted:
		subject, body = 1, x.plan(l, opening, c.Plan, false)
	case journal.PlanProposed:
		subject, body = 1, x.plan(l, opening, c.Plan, true)
	case journal.PlanSigned:
		subject, body = 1, x.plan(l, opening, c.Plan, false)
	case journal.DisputeOpened:
		var sum int64
		for _, part := range c.Items {
			sum += part.Amount
		}
		amount := Amount(l, money.Of(sum, x.Currency))
		head := opening + letterDispute.sprintf(l, amount, DisputeReason(l, c.Reason))
		if lacks, ok := letterLacks[c.Reason]; ok {
			head = opening + lacks.sprintf(l, amount)
		}
		subject, body = 2, append(x.list(l, head, c.Items), "", letterDispute2.In(l))
	case journal.CallbackSet:
		if c.Automatic {
			return "", false
		}
		subject, body = 3, []string{opening + letterCallback.sprintf(l, LongDay(l, c.Day)) + "."}
	case journal.CallLogged:
		if c.Outcome != journal.Documents {
			return "", false
		}
		subject, body = 4, append(x.list(l, opening+letterDocs.In(l), x.Open), "", letterDocs2.In(l))
	default:
		return "", false
	}
	return x.around(l, subject, body), true
}

// around puts the greeting before a letter's body and the signature after it.
func (x Letter) around(l Lang, subject int, body []string) string {
	hello := letterHello.In(l)
	if x.Person != "" {
		hello += " " + x.Person
	}
	lines := append([]string{letterSubject[subject].In(l), "", hello + ",", ""}, body...)
	lines = append(lines, "", letterGoodbye.In(l), x.Author, x.Creditor)
	var kept []string
	for _, line := range lines {
		if line != "" || len(kept) == 0 || kept[len(kept)-1] != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n") + "\n"
}

// list names the documents that an agreement covers.
func (x Letter) list(l Lang, head string, parts []journal.Part) []string {
	if len(parts) == 0 {
		return []string{head + "."}
	}
	lines := []string{head + letterOn.In(l)}
	for _, part := range parts {
		lines = append(lines, letterItem.sprintf(l, part.Item.Number, LongDay(l, part.Item.Date), Amount(l, money.Of(part.Amount, x.Currency))))
	}
	return lines
}

func (x Letter) plan(l Lang, opening string, p journal.Plan, unsigned bool) []string {
	lines := []string{opening + letterPlan.sprintf(l, Amount(l, money.Of(p.Total(), p.Currency)))}
	for _, i := range p.Instalments {
		lines = append(lines, letterLine.sprintf(l, LongDay(l, i.Due), Amount(l, money.Of(i.Amount(), p.Currency))))
	}
	lines = append(lines, "", x.howToPay(l))
	if unsigned {
		lines = append(lines, letterSign.In(l))
	}
	return append(lines, letterUnless.In(l))
}

func (x Letter) howToPay(l Lang) string {
	if x.IBAN == "" {
		return ""
	}
	return letterIBAN.sprintf(l, ident.FormatIBAN(x.IBAN), x.Reference)
}
