package wording

import (
	"strings"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// EventContext is what a line of the timeline needs beside the event.
type EventContext struct {
	Today    calendar.Date
	Currency money.Currency // of the client, for parts
	// Find gives the event that another names, nil when it is not known. It may
	// be nil itself.
	Find func(journal.ID) *journal.Event
}

func (c EventContext) find(id journal.ID) journal.Content {
	if c.Find == nil {
		return nil
	}
	e := c.Find(id)
	if e == nil {
		return nil
	}
	return e.Content
}

// Event says in a line what was recorded, in small letters and without a full
// stop: "appel · Mme Petit · promesse". Personal texts that were erased are
// named as such.
func Event(l Lang, e journal.Event, ctx EventContext) string {
	switch c := e.Content.(type) {
	case journal.CallLogged:
		return callEvent(l, c)
	case journal.PromiseMade:
		return promiseEvent(l, c, ctx)
	case journal.PromiseWithdrawn:
		return named(l, Text{"promesse annulée", "promise withdrawn"}, promiseName(l, ctx.find(c.Promise), ctx))
	case journal.PlanDrafted:
		return planEvent(l, Text{"échéancier en brouillon : ", "plan drafted: "}, c.Plan, ctx)
	case journal.PlanProposed:
		return planEvent(l, Text{"échéancier proposé : ", "plan proposed: "}, c.Plan, ctx)
	case journal.PlanSigned:
		return planEvent(l, Text{"échéancier signé : ", "plan signed: "}, c.Plan, ctx)
	case journal.PlanCancelled:
		return Text{"échéancier annulé", "plan cancelled"}.In(l)
	case journal.DisputeOpened:
		s := Text{"litige : %s", "dispute: %s"}.sprintf(l, DisputeReason(l, c.Reason))
		return s + " " + partsEvent(l, c.Items, ctx) + quoted(l, c.Note)
	case journal.DisputeUpdated:
		s := Text{"litige mis à jour", "dispute updated"}.In(l)
		if len(c.Items) > 0 {
			s += Text{" : ", ": "}.In(l) + partsEvent(l, c.Items, ctx)
		}
		return s + owner(l, c.Owner) + quoted(l, c.Note)
	case journal.DisputeResolved:
		return disputeEnd(l, c, ctx)
	case journal.CallbackSet:
		if c.Automatic {
			return Text{"à rappeler %s", "to be called back %s"}.sprintf(l, callbackShort(l, c, ctx.Today))
		}
		return Text{"rappel convenu %s", "callback agreed %s"}.sprintf(l, callbackShort(l, c, ctx.Today))
	case journal.CallbackDone:
		if c.Cancelled {
			return Text{"rappel annulé", "callback cancelled"}.In(l)
		}
		return Text{"rappel fait", "callback made"}.In(l)
	case journal.ReceiptSeen:
		return Text{"règlement de %s vu en banque le %s", "receipt of %s seen at the bank on %s"}.
			sprintf(l, Short(l, c.Amount), ShortDay(c.On, ctx.Today)) + on(l, c.Items)
	}
	return fileEvent(l, e.Content, ctx)
}

// fileEvent is for the events about the client's file and the desk itself.
func fileEvent(l Lang, content journal.Content, ctx EventContext) string {
	switch c := content.(type) {
	case journal.NoteWritten:
		return Text{"note", "note"}.In(l) + quoted(l, c.Text)
	case journal.NoteAmended:
		return Text{"note corrigée", "note amended"}.In(l) + quoted(l, c.Text)
	case journal.NoteErased:
		return Text{"note effacée pour toujours", "note erased for good"}.In(l)
	case journal.ParticularsChanged:
		return fieldWords(l, c.Field, c.Item, c.Value, SentenceContext{Today: ctx.Today, Currency: ctx.Currency})
	case journal.ContactSet:
		return contactEvent(l, c)
	case journal.StatusChanged:
		return statusEvent(l, c, ctx)
	case journal.LimitDecided:
		return limitEvent(l, c, ctx)
	case journal.ReviewRecorded:
		s := Text{"revue du client", "client reviewed"}.In(l)
		if !c.Next.IsZero() {
			s += Text{", prochaine le %s", ", next on %s"}.sprintf(l, ShortDay(c.Next, ctx.Today))
		}
		return s + quoted(l, c.Note)
	case journal.ReminderIssued:
		return Text{"relance écrite de niveau %d", "written reminder, level %d"}.sprintf(l, c.Level)
	case journal.WriteOffProposed:
		return Text{"passage en perte proposé : ", "write-off proposed: "}.In(l) + partsEvent(l, c.Items, ctx)
	case journal.WriteOffApproved:
		return Text{"passage en perte approuvé", "write-off approved"}.In(l)
	case journal.LedgerImported:
		return importEvent(l, c)
	case journal.ActUndone:
		return undoEvent(l, Text{"acte annulé", "act undone"}, c.Act, ctx)
	case journal.ActRestored:
		return undoEvent(l, Text{"acte rétabli", "act restored"}, c.Act, ctx)
	case journal.Unknown:
		return Text{"acte d'une version plus récente (type %d)", "act of a newer version (kind %d)"}.sprintf(l, uint16(c.Number))
	}
	return chargeEvent(l, content, ctx)
}

func callEvent(l Lang, c journal.CallLogged) string {
	s := Channel(l, c.Channel)
	if c.Person.Body != "" {
		s += " · " + c.Person.Body
	}
	if o := Outcome(l, c.Outcome); o != "" {
		s += " · " + o
	}
	return s
}

var promiseOrigins = [...]Text{
	{"promesse de %s pour le %s", "promise of %s for %s"},
	{"promesse écrite de %s pour le %s", "written promise of %s for %s"},
	{"virement annoncé de %s, attendu le %s", "transfer of %s announced, expected on %s"},
}

var _ = [1]struct{}{}[len(promiseOrigins)-int(journal.OriginCount)]

func promiseEvent(l Lang, c journal.PromiseMade, ctx EventContext) string {
	if c.Origin >= journal.OriginCount {
		return ""
	}
	s := promiseOrigins[c.Origin].sprintf(l, Short(l, c.Amount), ShortDay(c.Due, ctx.Today)) + on(l, c.Items)
	if c.Person.Body != "" {
		s += " · " + c.Person.Body
	}
	return s
}

// promiseName names a promise that another event is about.
func promiseName(l Lang, c journal.Content, ctx EventContext) string {
	p, ok := c.(journal.PromiseMade)
	if !ok {
		return ""
	}
	return Text{"%s pour le %s", "%s for %s"}.sprintf(l, Short(l, p.Amount), ShortDay(p.Due, ctx.Today))
}

func named(l Lang, t Text, name string) string {
	if name == "" {
		return t.In(l)
	}
	return t.In(l) + Text{" : ", ": "}.In(l) + name
}

func planEvent(l Lang, head Text, p journal.Plan, ctx EventContext) string {
	n := len(p.Instalments)
	if n == 0 {
		return head.In(l) + Text{"sans échéance", "without instalments"}.In(l)
	}
	s := SentenceContext{Today: ctx.Today}
	for _, id := range p.Supersedes {
		if ctx.Find == nil {
			break
		}
		if e := ctx.Find(id); e != nil {
			s.Replaced = append(s.Replaced, Replaced{Plan: true, Day: e.Day})
		}
	}
	return head.In(l) + Text{"%s en %d fois, du %s au %s", "%s in %d instalments, from %s to %s"}.sprintf(l,
		Short(l, money.Of(p.Total(), p.Currency)), n,
		ShortDay(p.Instalments[0].Due, ctx.Today), ShortDay(p.Instalments[n-1].Due, ctx.Today)) + replacing(l, p, s)
}

// partsEvent writes the sum of parts and what they are parts of.
func partsEvent(l Lang, parts []journal.Part, ctx EventContext) string {
	var total int64
	for _, p := range parts {
		total += p.Amount
	}
	return Short(l, money.Of(total, ctx.Currency)) + on(l, parts)
}

func disputeEnd(l Lang, c journal.DisputeResolved, ctx EventContext) string {
	s := Text{"litige clos", "dispute settled"}.In(l)
	if d, ok := ctx.find(c.Dispute).(journal.DisputeOpened); ok {
		s += " (" + DisputeReason(l, d.Reason) + ")"
	}
	if c.How < journal.SettlementCount {
		s += Text{" : ", ": "}.In(l) + settlements[c.How].In(l)
	}
	return s
}

func callbackShort(l Lang, c journal.CallbackSet, today calendar.Date) string {
	s := Text{"le %s", "on %s"}.sprintf(l, ShortDay(c.Day, today))
	switch {
	case c.Minute >= 0:
		s += saidAt.sprintf(l, Hour(l, c.Minute))
	case c.Half == journal.Morning:
		s += saidMorning.In(l)
	case c.Half == journal.Afternoon:
		s += saidNoon.In(l)
	}
	return s
}

// quoted writes a personal text after what it belongs to.
func quoted(l Lang, t journal.Text) string {
	switch {
	case t.Erased && t.Body == "":
		return " · " + Text{"(effacé)", "(erased)"}.In(l)
	case t.Body == "":
		return ""
	}
	return " · " + Text{"« %s »", "“%s”"}.sprintf(l, t.Body)
}

func owner(l Lang, who string) string {
	if who == "" {
		return ""
	}
	return Text{", chez %s", ", with %s"}.sprintf(l, who)
}

func contactEvent(l Lang, c journal.ContactSet) string {
	who := contactWords(contactOf(c))
	switch {
	case c.Removed:
		return named(l, Text{"contact retiré", "contact removed"}, who)
	case who == "" && (c.Name.Erased || c.Phone.Erased || c.Email.Erased || c.Role.Erased):
		return named(l, Text{"contact", "contact"}, Text{"(effacé)", "(erased)"}.In(l))
	}
	return named(l, Text{"contact", "contact"}, who)
}

func contactWords(p ledger.Contact) string {
	var parts []string
	for _, s := range []string{p.Name, p.Role, p.Phone, p.Email} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

func contactOf(c journal.ContactSet) ledger.Contact {
	return ledger.Contact{Name: c.Name.Body, Role: c.Role.Body, Phone: c.Phone.Body, Email: c.Email.Body}
}

func statusEvent(l Lang, c journal.StatusChanged, ctx EventContext) string {
	s := Status(l, c.Status)
	switch {
	case c.Status == journal.Insolvency && !c.Since.IsZero():
		s += Text{", jugement du %s", ", judgment of %s"}.sprintf(l, ShortDay(c.Since, ctx.Today))
		if !c.Published.IsZero() {
			s += Text{", publié le %s", ", published on %s"}.sprintf(l, ShortDay(c.Published, ctx.Today))
		}
	case c.Status == journal.OnHold && !c.Until.IsZero():
		s += Text{" jusqu'au %s", " until %s"}.sprintf(l, ShortDay(c.Until, ctx.Today))
	}
	return s
}

func limitEvent(l Lang, c journal.LimitDecided, ctx EventContext) string {
	s := Text{"plafond fixé à %s", "limit set to %s"}.sprintf(l, Short(l, c.Limit))
	if !c.Until.IsZero() {
		s += Text{" jusqu'au %s", " until %s"}.sprintf(l, ShortDay(c.Until, ctx.Today))
	}
	return s + quoted(l, c.Reason)
}

func importEvent(l Lang, c journal.LedgerImported) string {
	if c.Format == journal.FormatCreditor {
		return Text{"société : %s", "own company: %s"}.sprintf(l, c.Name)
	}
	s := Text{"import de %s : %d nouvelles, %d soldées, %d changées", "import of %s: %d new, %d settled, %d changed"}.
		sprintf(l, c.Name, c.New, c.Settled, c.Changed)
	if c.Collected.Minor == 0 {
		return s
	}
	return s + Text{", %s rentrés", ", %s came in"}.sprintf(l, Short(l, c.Collected))
}

func undoEvent(l Lang, t Text, id journal.ID, ctx EventContext) string {
	if ctx.Find == nil {
		return t.In(l)
	}
	e := ctx.Find(id)
	if e == nil {
		return t.In(l)
	}
	inner := ctx
	inner.Find = nil // an undo of an undo is named, not followed further
	return named(l, t, Event(l, *e, inner))
}

// CloseKind names the kind of thing that a closing act ends.
func CloseKind(l Lang, k act.CloseKind) string {
	if k > act.CloseCallback {
		return ""
	}
	return strings.ToLower(closedThings[k].In(l))
}
