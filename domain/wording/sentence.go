package wording

import (
	"strings"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// SentenceContext is what a sentence needs beside the command.
type SentenceContext struct {
	Today    calendar.Date
	Currency money.Currency // of the client's row, for parts
	Zone     calendar.Zone  // the debtor's calendar, for the names of holidays
	// Asked is the day that was typed when it was moved and the command does
	// not say so itself: follow-ups, on hold until, a plan's first day.
	Asked  calendar.Date
	Amount money.Amount  // of the thing closed
	Date   calendar.Date // of the thing closed
	// Ticked is what is chosen by hand, where the act is not about all of it.
	Ticked Ticked
	// Replaced are the agreements whose place the act takes, Touched those that a
	// dispute leaves though it is about a part of them.
	Replaced, Touched []Replaced
	// Advance is how much of a receipt is more than the client owes, in minor units.
	Advance int64
}

// Words of several sentences.
var (
	onInvoices   = Text{", sur %d factures", ", on %d invoices"}
	onItems      = Text{", sur %d pièces", ", on %d items"}
	onInvoice    = Text{", sur la facture %s", ", on invoice %s"}
	onItem       = Text{", sur la pièce %s", ", on item %s"}
	saidRangUs   = Text{", le client a appelé", ", the debtor rang"}
	saidWriting  = Text{", par écrit", ", in writing"}
	saidMorning  = Text{" matin", " in the morning"}
	saidNoon     = Text{" après-midi", " in the afternoon"}
	saidAt       = Text{" à %s", " at %s"}
	saidReplaces = Text{", remplace la promesse en cours", ", replaces the open promise"}
	saidReplace2 = Text{", remplace %d promesses en cours", ", replaces %d open promises"}
	saidNewPlans = Text{", remplace %d échéanciers", ", replaces %d plans"}
	saidNewOne   = Text{", remplace un autre échéancier", ", replaces another plan"}
)

// CommandSentence says in words what a command will record, without a full stop.
func CommandSentence(l Lang, cmd act.Command, c SentenceContext) string {
	switch cmd := cmd.(type) {
	case act.Call:
		return callSentence(l, cmd, c)
	case act.Promise:
		return promiseSentence(l, cmd, c)
	case act.Plan:
		return planSentence(l, cmd, c)
	case act.Dispute:
		return disputeSentence(l, cmd, c)
	case act.Callback:
		s := Text{"Rappel convenu : %s", "Callback agreed: %s"}.sprintf(l, callbackWhen(l, cmd.Callback, c.Today))
		return s + channelWords(l, cmd.Channel) + moved(l, cmd.Asked, cmd.Callback.Day, c.Zone)
	case act.Receipt:
		return Text{"Règlement de %s vu en banque le %s", "Receipt of %s seen at the bank on %s"}.
			sprintf(l, Amount(l, cmd.Amount), Day(l, cmd.On, c.Today)) + on(l, cmd.Items) + advance(l, cmd, c)
	case act.SetStatus:
		return statusSentence(l, cmd.Status, c)
	case act.Close:
		return closeSentence(l, cmd, c)
	}
	return wordsSentence(l, cmd, c)
}

func on(l Lang, parts []journal.Part) string {
	invoices := true
	for _, p := range parts {
		invoices = invoices && p.Item.Kind == ledger.Invoice
	}
	switch n := len(parts); {
	case n == 0:
		return ""
	case n == 1 && parts[0].Item.Number != "" && invoices:
		return onInvoice.sprintf(l, parts[0].Item.Number)
	case n == 1 && parts[0].Item.Number != "":
		return onItem.sprintf(l, parts[0].Item.Number)
	case n == 1:
		return Text{", sur 1 pièce", ", on 1 item"}.In(l)
	case invoices:
		return onInvoices.sprintf(l, n)
	default:
		return onItems.sprintf(l, n)
	}
}

func moved(l Lang, asked, day calendar.Date, z calendar.Zone) string {
	if s := Moved(l, asked, day, z); s != "" {
		return " (" + s + ")"
	}
	return ""
}

func channelWords(l Lang, c journal.Channel) string {
	switch c {
	case journal.RangUs:
		return saidRangUs.In(l)
	case journal.InWriting:
		return saidWriting.In(l)
	}
	return ""
}

// callbackWhen writes the day of a callback with its hour or half-day.
func callbackWhen(l Lang, cb journal.CallbackSet, today calendar.Date) string {
	s := Day(l, cb.Day, today)
	if cb.Day == today {
		s = Text{"aujourd'hui", "today"}.In(l)
	}
	switch {
	case cb.Minute >= 0:
		s += saidAt.sprintf(l, Hour(l, cb.Minute))
	case cb.Half == journal.Morning:
		s += saidMorning.In(l)
	case cb.Half == journal.Afternoon:
		s += saidNoon.In(l)
	}
	return s
}

// calls are what a call's outcome records, with the follow-up.
var calls = [...]Text{
	{"Appel : interlocuteur joint", "Call: reached"},
	{"Pas de réponse", "No answer"},
	{"Message laissé", "Message left"},
	{"Barrage au standard", "Stopped at the switchboard"},
	{"Faux numéro : hors de la liste jusqu'à un nouveau numéro", "Wrong number: off the list until a number is entered"},
	{"Documents demandés", "Documents wanted"},
	{"Refus de payer : à escalader", "Refuses to pay: to be escalated"},
	{"Difficultés de paiement entendues : un échéancier sera proposé", "Hardship heard: a plan will be offered"},
	{"Virement annoncé", "Transfer announced"},
	{"Promesse", "Promise"},
	{"Échéancier demandé", "Plan asked for"},
	{"Litige", "Dispute"},
	{"Rappel convenu", "Callback agreed"},
}

var _ = [1]struct{}{}[len(calls)-int(journal.OutcomeCount)]

func callSentence(l Lang, c act.Call, ctx SentenceContext) string {
	if c.Outcome >= journal.OutcomeCount {
		return ""
	}
	s := calls[c.Outcome].In(l) + channelWords(l, c.Channel)
	if c.FollowUp.Day.IsZero() {
		return s
	}
	s += Text{", rappel %s", ", call back %s"}.sprintf(l, callbackWhen(l, c.FollowUp, ctx.Today))
	return s + moved(l, ctx.Asked, c.FollowUp.Day, ctx.Zone)
}

var promiseMade = [...]Text{
	{"Promesse de %s pour le %s", "Promise of %s for %s"},
	{"Promesse écrite de %s pour le %s", "Written promise of %s for %s"},
	{"Virement annoncé de %s, attendu le %s", "Transfer announced of %s, expected on %s"},
}

var _ = [1]struct{}{}[len(promiseMade)-int(journal.OriginCount)]

func promiseSentence(l Lang, c act.Promise, ctx SentenceContext) string {
	if c.Origin >= journal.OriginCount {
		return ""
	}
	var b strings.Builder
	b.WriteString(promiseMade[c.Origin].sprintf(l, Amount(l, c.Amount), Day(l, c.Due, ctx.Today)))
	b.WriteString(onTicked(l, c.Items, ctx.Ticked, c.Amount.Currency))
	if c.Origin != journal.OriginWritten {
		b.WriteString(channelWords(l, c.Channel))
	}
	b.WriteString(replacedWords(l, ctx, len(c.Supersedes), len(c.Cancels), true))
	b.WriteString(moved(l, c.Asked, c.Due, ctx.Zone))
	b.WriteString(tickedWords(l, ctx.Ticked, c.Amount.Currency))
	return b.String()
}

// planSaved are the ways of saving a plan.
var planSaved = [...]Text{
	{"Échéancier en brouillon", "Draft plan"},
	{"Échéancier proposé", "Plan proposed"},
	{"Échéancier signé", "Plan signed"},
}

var _ = [1]struct{}{}[len(planSaved)-1-int(act.Signed)]

func planSentence(l Lang, c act.Plan, ctx SentenceContext) string {
	if c.State > act.Signed {
		return ""
	}
	lines := planLines(l, c.Plan, ctx.Today)
	return planSaved[c.State].In(l) + Text{" : ", ": "}.In(l) + lines + onTicked(l, c.Plan.Items, ctx.Ticked, c.Plan.Currency) +
		channelWords(l, c.Channel) + replacedWords(l, ctx, 0, len(c.Plan.Supersedes), false) + planMoved(l, c.Plan, ctx) +
		tickedWords(l, ctx.Ticked, c.Plan.Currency)
}

func planMoved(l Lang, p journal.Plan, ctx SentenceContext) string {
	for _, i := range p.Instalments {
		if !ctx.Asked.IsZero() && i.Due == ctx.Zone.NextBusinessDay(ctx.Asked) {
			return moved(l, ctx.Asked, i.Due, ctx.Zone)
		}
	}
	return ""
}

// planLines sums a schedule up: "6 × 2 958,83 €, dernière 2 958,85 €, du
// mercredi 23 décembre au …, total 17 753,00 €".
func planLines(l Lang, p journal.Plan, today calendar.Date) string {
	lines := p.Instalments
	if len(lines) == 0 {
		return Text{"sans échéance", "without instalments"}.In(l)
	}
	amount := func(minor int64) string { return Amount(l, money.Of(minor, p.Currency)) }
	var b strings.Builder
	n := len(lines)
	if p.Terms.Down > 0 && n > 1 || p.Terms == (journal.PlanTerms{}) && n > 2 && lines[0].Amount() != lines[1].Amount() {
		b.WriteString(Text{"acompte de %s le %s, puis ", "%s down on %s, then "}.
			sprintf(l, amount(lines[0].Amount()), Day(l, lines[0].Due, today)))
		lines = lines[1:]
	}
	last := len(lines) - 1
	if low, high := between(lines[:last]); low != high {
		b.WriteString(Text{"%d échéances de %s à %s, la dernière de %s", "%d instalments of %s to %s, the last of %s"}.
			sprintf(l, len(lines), amount(low), amount(high), amount(lines[last].Amount())))
	} else {
		b.WriteString(Text{"%d × %s", "%d × %s"}.sprintf(l, len(lines), amount(lines[0].Amount())))
		if lines[last].Amount() != lines[0].Amount() {
			b.WriteString(Text{", la dernière de %s", ", the last of %s"}.sprintf(l, amount(lines[last].Amount())))
		}
	}
	if last > 0 {
		b.WriteString(Text{", du %s au %s", ", from %s to %s"}.
			sprintf(l, Day(l, lines[0].Due, today), Day(l, lines[last].Due, today)))
	} else {
		b.WriteString(Text{", le %s", ", on %s"}.sprintf(l, Day(l, lines[0].Due, today)))
	}
	return b.String()
}

// between gives the lowest and the highest amount of some instalments.
func between(lines []journal.Instalment) (low, high int64) {
	for i := range lines {
		a := lines[i].Amount()
		if i == 0 || a < low {
			low = a
		}
		high = max(high, a)
	}
	return low, high
}

func disputeSentence(l Lang, c act.Dispute, ctx SentenceContext) string {
	var total int64
	for _, p := range c.Items {
		total += p.Amount
	}
	return Text{"Litige de %s (%s)", "Dispute of %s (%s)"}.
		sprintf(l, Amount(l, money.Of(total, ctx.Currency)), DisputeReason(l, c.Reason)) +
		on(l, c.Items) + channelWords(l, c.Channel) + disputeEnds(l, ctx)
}

var statuses = [...]Text{
	{"Retour à la normale : le client peut être relancé", "Back to normal: the client may be chased"},
	{"À ne jamais relancer", "Never to be dunned"},
	{"Procédure collective", "Insolvency"},
	{"Client douteux", "Doubtful client"},
	{"Dossier transmis au contentieux", "Handed over for legal action"},
	{"En attente jusqu'au %s", "On hold until %s"},
}

var _ = [1]struct{}{}[len(statuses)-int(journal.StatusCount)]

func statusSentence(l Lang, s journal.StatusChanged, c SentenceContext) string {
	if s.Status >= journal.StatusCount {
		return ""
	}
	switch s.Status {
	case journal.OnHold:
		return statuses[s.Status].sprintf(l, Day(l, s.Until, c.Today)) + moved(l, c.Asked, s.Until, c.Zone)
	case journal.Insolvency:
		out := statuses[s.Status].In(l)
		if !s.Since.IsZero() {
			out += Text{", jugement du %s", ", judgment of %s"}.sprintf(l, Day(l, s.Since, c.Today))
		}
		if !s.Published.IsZero() {
			out += Text{", publié le %s", ", published on %s"}.sprintf(l, Day(l, s.Published, c.Today))
		}
		return out
	}
	return statuses[s.Status].In(l)
}

var (
	closedThings = [...]Text{{"Litige", "Dispute"}, {"Promesse", "Promise"}, {"Échéancier", "Plan"}, {"Rappel", "Callback"}}
	// settlements are the endings of a dispute.
	settlements = [...]Text{
		{"fondé : un avoir suit", "founded: a credit note follows"},
		{"non fondé : le montant est dû", "unfounded: the amount is due"},
	}
)

var (
	_ = [1]struct{}{}[len(closedThings)-1-int(act.CloseCallback)]
	_ = [1]struct{}{}[len(settlements)-int(journal.SettlementCount)]
)

func closeSentence(l Lang, c act.Close, ctx SentenceContext) string {
	if c.What > act.CloseCallback || c.Founded >= journal.SettlementCount {
		return ""
	}
	s := closedThings[c.What].In(l)
	if !ctx.Amount.IsZero() {
		s += Text{" de %s", " of %s"}.sprintf(l, Amount(l, ctx.Amount))
	}
	if !ctx.Date.IsZero() {
		s += Text{" (%s)", " (%s)"}.sprintf(l, ShortDay(ctx.Date, ctx.Today))
	}
	switch {
	case c.What == act.CloseDispute:
		return s + " " + settlements[c.Founded].In(l)
	case c.What == act.ClosePromise:
		return s + Text{" annulée : elle n'est plus attendue", " withdrawn: no longer expected"}.In(l)
	case c.What == act.ClosePlan && c.Sign:
		return s + Text{" signé", " signed"}.In(l) + replacedWords(l, ctx, 0, 0, false)
	case c.What == act.CloseCallback && !c.Cancelled:
		return s + Text{" fait", " made"}.In(l)
	}
	return s + Text{" annulé", " cancelled"}.In(l)
}

// wordsSentence is for the commands that carry words.
func wordsSentence(l Lang, cmd act.Command, ctx SentenceContext) string {
	switch c := cmd.(type) {
	case act.Note:
		if !c.Amends.IsZero() {
			return Text{"Note corrigée : « %s »", "Note amended: “%s”"}.sprintf(l, c.Text)
		}
		return Text{"Note : « %s »", "Note: “%s”"}.sprintf(l, c.Text)
	case act.EraseNote:
		return Text{"Note effacée pour toujours", "Note erased for good"}.In(l)
	case act.SetContact:
		who := contactWords(c.Person)
		if c.Remove {
			return Text{"Contact retiré : %s", "Contact removed: %s"}.sprintf(l, who)
		}
		return Text{"Contact : %s", "Contact: %s"}.sprintf(l, who)
	case act.SetField:
		return fieldWords(l, c.Field, c.Item, c.Value, ctx)
	case act.Undo:
		return Text{"Dernier acte annulé", "Last act undone"}.In(l)
	case act.Restore:
		return Text{"Acte rétabli", "Act restored"}.In(l)
	}
	return ""
}

func fieldWords(l Lang, f ledger.Field, item ledger.ItemKey, value string, ctx SentenceContext) string {
	if f >= ledger.FieldCount {
		return ""
	}
	name := LabelFields[f].In(l)
	if item.Number != "" {
		name += " " + item.Number
	}
	switch {
	case value == "" && f == ledger.FieldDue:
		return Text{"%s : de nouveau celle du fichier ou des conditions", "%s: the file's or that of the terms again"}.sprintf(l, name)
	case value == "":
		return Text{"%s : remis à ce que dit la comptabilité", "%s: back to what accounting says"}.sprintf(l, name)
	}
	switch f {
	case ledger.FieldLimit, ledger.FieldCover:
		if sum, err := money.Parse(value, ctx.Currency); err == nil {
			value = Short(l, sum)
		}
	case ledger.FieldLateRate:
		if ppm, ok := money.ParseRate(value); ok {
			value = YearlyRate(l, ppm)
		}
	case ledger.FieldDue, ledger.FieldNoticeOn, ledger.FieldReminderOn:
		if d, err := calendar.Parse(value); err == nil {
			value = ShortDay(d, ctx.Today)
		}
	}
	return Text{"%s : %s", "%s: %s"}.sprintf(l, name, value)
}
