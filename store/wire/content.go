package wire

import (
	"relance/domain/journal"
	"relance/domain/ledger"
)

// contentVersion is the highest version of a content that is known here. What
// the first version can say is written in the first, so that older programs read
// it; versionOf tells which takes more.
const contentVersion = 2

// versionOf gives the version in which a content is written.
func versionOf(in journal.Content) byte {
	switch v := in.(type) {
	case journal.PlanDrafted:
		return planVersion(v.Plan)
	case journal.PlanProposed:
		return planVersion(v.Plan)
	case journal.PlanSigned:
		return planVersion(v.Plan)
	case journal.ParticularsChanged:
		if v.Field > ledger.FieldDue {
			return 2
		}
	}
	return 1
}

// planVersion is 1 for a plan of dates, principal and interest alone.
func planVersion(p journal.Plan) byte {
	if p.Terms != (journal.PlanTerms{}) || p.Interest != 0 || p.Fees != 0 || !p.ChargedTo.IsZero() ||
		p.Charged != 0 || p.ChargedFee != 0 || p.Provisional || p.Clause != (journal.Clause{}) {
		return 2
	}
	for _, i := range p.Instalments {
		if i.Fee != 0 || !i.Asked.IsZero() || i.Pinned != 0 {
			return 2
		}
	}
	return 1
}

// take gives the content to write, or the zero one to read into.
func take[T journal.Content](c *coder, in journal.Content) T {
	v, ok := in.(T)
	if c.writing && !ok {
		c.bad = true
	}
	return v
}

// content codes what an event of that kind says. It gives nil for a kind that
// this version does not know.
func (c *coder) content(kind journal.Kind, in journal.Content) journal.Content {
	switch kind {
	case journal.KindCallLogged:
		v := take[journal.CallLogged](c, in)
		enum(c, &v.Outcome, journal.OutcomeCount)
		enum(c, &v.Channel, journal.ChannelCount)
		c.int16(&v.Minute)
		c.text(&v.Person)
		return v
	case journal.KindPromiseMade:
		v := take[journal.PromiseMade](c, in)
		c.amount(&v.Amount)
		c.date(&v.Due)
		c.parts(&v.Items)
		enum(c, &v.Origin, journal.OriginCount)
		c.text(&v.Person)
		c.ids(&v.Supersedes)
		return v
	case journal.KindPromiseWithdrawn:
		v := take[journal.PromiseWithdrawn](c, in)
		c.id(&v.Promise)
		return v
	case journal.KindPlanDrafted:
		v := take[journal.PlanDrafted](c, in)
		c.plan(&v.Plan)
		return v
	case journal.KindPlanProposed:
		v := take[journal.PlanProposed](c, in)
		c.plan(&v.Plan)
		return v
	case journal.KindPlanSigned:
		v := take[journal.PlanSigned](c, in)
		c.plan(&v.Plan)
		return v
	case journal.KindPlanCancelled:
		v := take[journal.PlanCancelled](c, in)
		c.id(&v.Plan)
		return v
	case journal.KindDisputeOpened, journal.KindDisputeUpdated, journal.KindDisputeResolved:
		return c.dispute(kind, in)
	case journal.KindNoteWritten, journal.KindNoteAmended, journal.KindNoteErased:
		return c.note(kind, in)
	case journal.KindCallbackSet:
		v := take[journal.CallbackSet](c, in)
		c.date(&v.Day)
		c.int16(&v.Minute)
		enum(c, &v.Half, journal.Afternoon+1)
		c.bool(&v.Automatic)
		return v
	case journal.KindCallbackDone:
		v := take[journal.CallbackDone](c, in)
		c.id(&v.Callback)
		c.bool(&v.Cancelled)
		return v
	case journal.KindReceiptSeen:
		v := take[journal.ReceiptSeen](c, in)
		c.amount(&v.Amount)
		c.date(&v.On)
		c.parts(&v.Items)
		return v
	}
	return c.decision(kind, in)
}

func (c *coder) plan(v *journal.Plan) {
	c.id(&v.ID)
	c.currency(&v.Currency)
	list(c, &v.Instalments, 3)
	for i := range v.Instalments {
		c.date(&v.Instalments[i].Due)
		c.int(&v.Instalments[i].Principal)
		c.int(&v.Instalments[i].Interest)
	}
	c.parts(&v.Items)
	c.ids(&v.Supersedes)
	if c.version > 1 {
		c.planTerms(v)
	}
}

// planTerms is what the second version of a plan says besides.
func (c *coder) planTerms(v *journal.Plan) {
	for i := range v.Instalments {
		line := &v.Instalments[i]
		c.int(&line.Fee)
		c.date(&line.Asked)
		enum(c, &line.Pinned, journal.PinAmount|journal.PinDate+1)
	}
	t := &v.Terms
	enum(c, &t.By, journal.PlanByCount)
	enum(c, &t.Every, journal.EveryCount)
	c.uint16(&t.Count)
	c.int(&t.Amount)
	c.date(&t.Until)
	c.date(&t.First)
	c.byte(&t.Day)
	c.int(&t.Down)
	c.date(&t.DownOn)
	c.byte(&t.Grace)
	c.int(&t.Last)
	for i := range t.Season {
		c.byte(&t.Season[i])
	}
	enum(c, &t.Roll, journal.RollingCount)
	enum(c, &v.Interest, journal.ChargeModeCount)
	enum(c, &v.Fees, journal.ChargeModeCount)
	c.date(&v.ChargedTo)
	c.int(&v.Charged)
	c.int(&v.ChargedFee)
	c.bool(&v.Provisional)
	c.bool(&v.Clause.Automatic)
	c.byte(&v.Clause.Notice)
}

func (c *coder) dispute(kind journal.Kind, in journal.Content) journal.Content {
	switch kind {
	case journal.KindDisputeOpened:
		v := take[journal.DisputeOpened](c, in)
		enum(c, &v.Reason, journal.ReasonCount)
		c.parts(&v.Items)
		c.date(&v.Due)
		c.name(&v.Owner)
		c.text(&v.Note)
		return v
	case journal.KindDisputeUpdated:
		v := take[journal.DisputeUpdated](c, in)
		c.id(&v.Dispute)
		c.parts(&v.Items)
		c.date(&v.Due)
		c.name(&v.Owner)
		c.text(&v.Note)
		return v
	default:
		v := take[journal.DisputeResolved](c, in)
		c.id(&v.Dispute)
		enum(c, &v.How, journal.SettlementCount)
		return v
	}
}

func (c *coder) note(kind journal.Kind, in journal.Content) journal.Content {
	switch kind {
	case journal.KindNoteWritten:
		v := take[journal.NoteWritten](c, in)
		c.text(&v.Text)
		return v
	case journal.KindNoteAmended:
		v := take[journal.NoteAmended](c, in)
		c.id(&v.Note)
		c.text(&v.Text)
		return v
	default:
		v := take[journal.NoteErased](c, in)
		c.id(&v.Note)
		return v
	}
}

// decision codes standing decisions about a client, imports and undo.
func (c *coder) decision(kind journal.Kind, in journal.Content) journal.Content {
	switch kind {
	case journal.KindParticularsChanged:
		v := take[journal.ParticularsChanged](c, in)
		fields := ledger.FieldDue + 1 // those of the first version
		if c.version > 1 {
			fields = ledger.FieldCount
		}
		enum(c, &v.Field, fields)
		c.itemKey(&v.Item)
		c.string(&v.Value)
		return v
	case journal.KindContactSet:
		v := take[journal.ContactSet](c, in)
		c.id(&v.Contact)
		c.text(&v.Name)
		c.text(&v.Role)
		c.text(&v.Phone)
		c.text(&v.Email)
		c.bool(&v.Removed)
		return v
	case journal.KindStatusChanged:
		v := take[journal.StatusChanged](c, in)
		enum(c, &v.Status, journal.StatusCount)
		c.date(&v.Since)
		c.date(&v.Published)
		c.date(&v.Until)
		return v
	case journal.KindLimitDecided:
		v := take[journal.LimitDecided](c, in)
		c.amount(&v.Limit)
		c.date(&v.Until)
		c.text(&v.Reason)
		return v
	case journal.KindReviewRecorded:
		v := take[journal.ReviewRecorded](c, in)
		c.date(&v.Next)
		c.text(&v.Note)
		return v
	case journal.KindReminderIssued:
		v := take[journal.ReminderIssued](c, in)
		c.byte(&v.Level)
		c.itemKeys(&v.Items)
		return v
	case journal.KindWriteOffProposed:
		v := take[journal.WriteOffProposed](c, in)
		c.parts(&v.Items)
		return v
	case journal.KindWriteOffApproved:
		v := take[journal.WriteOffApproved](c, in)
		c.id(&v.Proposal)
		return v
	case journal.KindLedgerImported:
		v := take[journal.LedgerImported](c, in)
		c.imported(&v)
		return v
	case journal.KindActUndone:
		v := take[journal.ActUndone](c, in)
		c.id(&v.Act)
		return v
	case journal.KindActRestored:
		v := take[journal.ActRestored](c, in)
		c.id(&v.Act)
		return v
	}
	return c.charge(kind, in)
}

// charge codes what concerns late fees, limitation and direct debits.
func (c *coder) charge(kind journal.Kind, in journal.Content) journal.Content {
	switch kind {
	case journal.KindRateSet:
		v := take[journal.RateSet](c, in)
		c.name(&v.Basis)
		c.date(&v.From)
		c.int(&v.PPM)
		c.string(&v.Source)
		return v
	case journal.KindFeesWaived:
		v := take[journal.FeesWaived](c, in)
		c.itemKeys(&v.Items)
		enum(c, &v.Interest, journal.WaivingCount)
		enum(c, &v.Indemnity, journal.WaivingCount)
		c.text(&v.Reason)
		return v
	case journal.KindLimitationInterrupted:
		v := take[journal.LimitationInterrupted](c, in)
		enum(c, &v.Cause, journal.InterruptionCount)
		c.date(&v.On)
		c.itemKeys(&v.Items)
		return v
	case journal.KindMandateSet:
		v := take[journal.MandateSet](c, in)
		c.string(&v.Reference)
		c.text(&v.IBAN)
		c.text(&v.Holder)
		c.name(&v.BIC)
		c.date(&v.SignedOn)
		enum(c, &v.Scheme, journal.SchemeCount)
		c.bool(&v.OneOff)
		c.bool(&v.Revoked)
		return v
	case journal.KindDebitIssued:
		v := take[journal.DebitIssued](c, in)
		c.id(&v.Plan)
		c.uint16(&v.Number)
		c.date(&v.Due)
		c.amount(&v.Amount)
		c.string(&v.Mandate)
		c.date(&v.CollectOn)
		c.name(&v.Sequence)
		c.string(&v.Message)
		return v
	}
	return nil
}

func (c *coder) itemKeys(v *[]ledger.ItemKey) {
	list(c, v, 4)
	for i := range *v {
		c.itemKey(&(*v)[i])
	}
}

func (c *coder) imported(v *journal.LedgerImported) {
	c.name(&v.Creditor)
	c.string(&v.Name)
	c.name(&v.Format)
	for i := range v.Digest {
		c.byte(&v.Digest[i])
	}
	c.date(&v.To)
	c.uint32(&v.New)
	c.uint32(&v.Settled)
	c.uint32(&v.Changed)
	c.uint32(&v.Vanished)
	c.amount(&v.Collected)
}
