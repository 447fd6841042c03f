package act

import (
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
)

// SetRate enters a rate of late-payment interest. It concerns no client.
type SetRate struct {
	Base
	Basis  string
	From   calendar.Date
	PPM    int64
	Source string
}

// WaiveFees gives up interest, indemnity or both of some documents; with
// neither they are asked again.
type WaiveFees struct {
	Base
	Items     []ledger.ItemKey
	Interest  bool
	Indemnity bool
	Reason    string
}

// Interrupt notes what starts limitation [prescription] anew. No item means all
// that is open.
type Interrupt struct {
	Base
	Cause journal.Interruption
	On    calendar.Date
	Items []ledger.ItemKey
}

// SetMandate writes or, with Revoked, ends a direct-debit mandate.
type SetMandate struct {
	Base
	Reference string
	IBAN      string
	BIC       string
	Holder    string
	SignedOn  calendar.Date
	Scheme    journal.Scheme
	OneOff    bool
	Revoked   bool
}

// IssueDebits notes the instalments that went into a direct-debit file. It
// concerns all clients named, in one act.
type IssueDebits struct {
	Base
	Debits []Debit
}

// Debit is one instalment in a direct-debit file.
type Debit struct {
	Client ledger.ClientKey
	Issued journal.DebitIssued
}
