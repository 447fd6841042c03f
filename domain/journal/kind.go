package journal

// The kind of each content.

// Kind implements Content.
func (CallLogged) Kind() Kind { return KindCallLogged }

// Kind implements Content.
func (PromiseMade) Kind() Kind { return KindPromiseMade }

// Kind implements Content.
func (PromiseWithdrawn) Kind() Kind { return KindPromiseWithdrawn }

// Kind implements Content.
func (PlanDrafted) Kind() Kind { return KindPlanDrafted }

// Kind implements Content.
func (PlanProposed) Kind() Kind { return KindPlanProposed }

// Kind implements Content.
func (PlanSigned) Kind() Kind { return KindPlanSigned }

// Kind implements Content.
func (PlanCancelled) Kind() Kind { return KindPlanCancelled }

// Kind implements Content.
func (DisputeOpened) Kind() Kind { return KindDisputeOpened }

// Kind implements Content.
func (DisputeUpdated) Kind() Kind { return KindDisputeUpdated }

// Kind implements Content.
func (DisputeResolved) Kind() Kind { return KindDisputeResolved }

// Kind implements Content.
func (NoteWritten) Kind() Kind { return KindNoteWritten }

// Kind implements Content.
func (NoteAmended) Kind() Kind { return KindNoteAmended }

// Kind implements Content.
func (NoteErased) Kind() Kind { return KindNoteErased }

// Kind implements Content.
func (CallbackSet) Kind() Kind { return KindCallbackSet }

// Kind implements Content.
func (CallbackDone) Kind() Kind { return KindCallbackDone }

// Kind implements Content.
func (ReceiptSeen) Kind() Kind { return KindReceiptSeen }

// Kind implements Content.
func (ParticularsChanged) Kind() Kind { return KindParticularsChanged }

// Kind implements Content.
func (ContactSet) Kind() Kind { return KindContactSet }

// Kind implements Content.
func (StatusChanged) Kind() Kind { return KindStatusChanged }

// Kind implements Content.
func (LimitDecided) Kind() Kind { return KindLimitDecided }

// Kind implements Content.
func (ReviewRecorded) Kind() Kind { return KindReviewRecorded }

// Kind implements Content.
func (ReminderIssued) Kind() Kind { return KindReminderIssued }

// Kind implements Content.
func (WriteOffProposed) Kind() Kind { return KindWriteOffProposed }

// Kind implements Content.
func (WriteOffApproved) Kind() Kind { return KindWriteOffApproved }

// Kind implements Content.
func (LedgerImported) Kind() Kind { return KindLedgerImported }

// Kind implements Content.
func (ActUndone) Kind() Kind { return KindActUndone }

// Kind implements Content.
func (ActRestored) Kind() Kind { return KindActRestored }

// Kind implements Content.
func (u Unknown) Kind() Kind { return u.Number }

// Kind implements Content.
func (RateSet) Kind() Kind { return KindRateSet }

// Kind implements Content.
func (FeesWaived) Kind() Kind { return KindFeesWaived }

// Kind implements Content.
func (LimitationInterrupted) Kind() Kind { return KindLimitationInterrupted }

// Kind implements Content.
func (MandateSet) Kind() Kind { return KindMandateSet }

// Kind implements Content.
func (DebitIssued) Kind() Kind { return KindDebitIssued }
