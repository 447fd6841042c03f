// Package limitation says until when a debt can be claimed in court
// [prescription], what started its time anew, and when to act.
package limitation

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
)

// Law names the rule that gives the period.
type Law uint8

// Laws.
const (
	FRTrade     Law = iota // 5 years (code de commerce, art. L110-4; C. civ. art. 2224)
	FRConsumer             // 2 years against a consumer (code de la consommation, art. L218-2)
	FRTransport            // 1 year (code de commerce, art. L133-6)
	BEContract             // 10 years (old civil code, art. 2262bis)
	LawCount
)

var lawKeys = [...]string{"fr-trade", "fr-consumer", "fr-transport", "be-contract"}

var _ = [1]struct{}{}[len(lawKeys)-int(LawCount)]

// Key is the law's name in files and commands.
func (l Law) Key() string {
	if l >= LawCount {
		return ""
	}
	return lawKeys[l]
}

// Term is a period of limitation.
type Term struct {
	Law   Law
	Years int
}

// Period gives the period of a debt by country (BE, or anything else for FR)
// and nature of the debtor, and for contracts of transport. A consumer's two
// years come before the year of transport. Belgium has shorter ones for
// periodic debts (5 years) and for goods sold to private persons (1 year, a
// presumption of payment), which nothing here can tell.
func Period(country string, nature ledger.Nature, transport bool) Term {
	switch {
	case country == "BE":
		return Term{BEContract, 10}
	case transport:
		return Term{FRTransport, 1}
	case nature == ledger.Consumer:
		return Term{FRConsumer, 2}
	}
	return Term{FRTrade, 5}
}

// Cause is what starts limitation anew. A formal notice of the creditor does
// not, even registered (Cass. com., 18 May 2022, n° 20-23.204).
type Cause uint8

// Causes. In the first three the debtor acknowledges the debt (C. civ. art.
// 2240), for the whole of it even where he pays a part.
const (
	AckWritten Cause = iota
	PartPayment
	PlanSigned
	OrderServed   // an order to pay, when served; the petition does nothing
	ClaimFiled    // a claim in court, summary proceedings included (art. 2241)
	Enforcement   // protective measure or enforcement (art. 2244)
	ClaimDeclared // in insolvency: until the proceedings end (code de commerce, art. L622-25-1)
	LawyerNotice  // Belgium: of a lawyer or bailiff, one year, once (old civil code, art. 2244 § 2)
	CauseCount
)

var causeKeys = [...]string{
	"ack_written", "part_payment", "plan_signed", "order_served", "claim_filed", "enforcement", "claim_declared", "lawyer_notice",
}

var _ = [1]struct{}{}[len(causeKeys)-int(CauseCount)]

// Key is the cause's name in files and commands.
func (c Cause) Key() string {
	if c >= CauseCount {
		return ""
	}
	return causeKeys[c]
}

var recorded = [...]Cause{
	journal.AcknowledgedInWriting: AckWritten,
	journal.OrderServed:           OrderServed,
	journal.ClaimFiled:            ClaimFiled,
	journal.Enforcement:           Enforcement,
	journal.ClaimDeclared:         ClaimDeclared,
	journal.LawyersNotice:         LawyerNotice,
}

var _ = [1]struct{}{}[len(recorded)-int(journal.InterruptionCount)]

// CauseOf gives the cause that was recorded in the journal; false for one that
// this version does not know.
func CauseOf(i journal.Interruption) (Cause, bool) {
	if int(i) >= len(recorded) {
		return 0, false
	}
	return recorded[i], true
}

// Interruption is something that started limitation anew.
type Interruption struct {
	On    calendar.Date
	Cause Cause
	Items []ledger.ItemKey // empty = the whole debt of the client
	Until calendar.Date    // last day of the proceedings that it opened; zero = not ended, or none
}

// covers reports whether the interruption concerns a document.
func (i Interruption) covers(item ledger.ItemKey) bool {
	return len(i.Items) == 0 || slices.Contains(i.Items, item)
}

// LeadMonths is how long before the last day it is time to act.
const LeadMonths = 6

// Result is until when a debt can be claimed, and why.
type Result struct {
	Base        calendar.Date // the period ran from here at first
	Term        Term
	On          calendar.Date // last day to claim; zero while Suspended, or without a base
	Warn        calendar.Date // LeadMonths earlier: time to act; zero with On
	Interrupted bool          // Cause and Since hold
	Cause       Cause         // the last one that counted
	Since       calendar.Date // its day; or the last of its proceedings
	Suspended   bool          // in an insolvency that has not ended
}

// Date gives the last day to claim a document: the base (its due date, as a
// rule) and the period, anew from each interruption that concerns it (C. civ.
// art. 2231). Give only what happened by the day asked. After the last day only
// an acknowledgement in writing or a signed plan brings the debt back, since
// the debtor then gives up the defence; a part payment found in the ledger does
// not say as much. Without a base there is no result.
func Date(base calendar.Date, term Term, item ledger.ItemKey, interruptions []Interruption) Result {
	r := Result{Base: base, Term: term}
	if base < calendar.MinDate || base > calendar.MaxDate {
		return r
	}
	r.On = after(base, term.Years)
	sorted := slices.Clone(interruptions)
	slices.SortStableFunc(sorted, func(a, b Interruption) int { return cmp.Compare(a.On, b.On) })
	noticed := false
	for _, i := range sorted {
		if !i.covers(item) || i.On < calendar.MinDate || i.On > calendar.MaxDate {
			continue
		}
		if i.Cause == LawyerNotice {
			if term.Law != BEContract || noticed || r.Suspended || i.On > r.On {
				continue
			}
			noticed = true
		}
		r.interrupt(i)
	}
	if r.Suspended {
		r.On = 0
	} else {
		r.Warn = r.On.AddMonths(-LeadMonths)
	}
	return r
}

// interrupt starts the period anew where the interruption counts.
func (r *Result) interrupt(i Interruption) {
	revives := i.Cause == AckWritten || i.Cause == PlanSigned
	if r.Suspended || i.On > r.On && !revives || i.Cause >= CauseCount {
		return
	}
	since := i.On
	if i.Cause == ClaimFiled || i.Cause == ClaimDeclared {
		since = max(since, min(i.Until, calendar.MaxDate))
	}
	next := after(since, r.Term.Years)
	if i.Cause == LawyerNotice {
		next = after(since, 1)
	}
	r.Suspended = i.Cause == ClaimDeclared && i.Until.IsZero()
	if next > r.On || r.Suspended {
		r.On = next
		r.Interrupted, r.Cause, r.Since = true, i.Cause, since
	}
}

func after(d calendar.Date, years int) calendar.Date { return d.AddMonths(12 * years) }

// State is where a debt stands on a day.
type State uint8

// States.
const (
	Running   State = iota
	Near            // in the last LeadMonths
	Expired         // the debtor can refuse for good
	Suspended       // in insolvency
	Unknown         // no base
	StateCount
)

var stateKeys = [...]string{"running", "near", "expired", "suspended", "unknown"}

var _ = [1]struct{}{}[len(stateKeys)-int(StateCount)]

// Key is the state's name in files and commands.
func (s State) Key() string {
	if s >= StateCount {
		return ""
	}
	return stateKeys[s]
}

// State says where the debt stands on a day.
func (r Result) State(day calendar.Date) State {
	switch {
	case r.Suspended:
		return Suspended
	case r.On.IsZero():
		return Unknown
	case day > r.On:
		return Expired
	case day >= r.Warn:
		return Near
	}
	return Running
}
