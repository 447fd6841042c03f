package plan

import (
	"relance/domain/calendar"
	"relance/domain/journal"
)

// CourtesyDays is how many business days before the first instalment the debtor
// is reminded of it.
const CourtesyDays = 3

// Courtesy is the day of the courtesy call before the first line of a plan that
// was agreed, days business days ahead; no date where that was before the plan
// was agreed or nothing is awaited of that line any more.
func Courtesy(p journal.Plan, life Life, s Standing, days int, zone calendar.Zone) calendar.Date {
	if len(p.Instalments) == 0 || len(s.Instalments) == 0 || !s.lives() || s.Instalments[0].settled {
		return 0
	}
	on := zone.AddBusinessDays(p.Instalments[0].Due, -days)
	if on <= life.agreedOn() {
		return 0
	}
	return on
}

// lives reports whether instalments are still awaited.
func (s *Standing) lives() bool {
	return s.State == Proposed || s.State == Signed || s.State == Breached
}

// Step is what comes next after a breach.
type Step uint8

// Steps, in their order.
const (
	NoStep      Step = iota // the plan holds
	SendNotice              // the formal notice that the clause asks for is to be sent
	AwaitNotice             // it was sent, its days run
	CallBalance             // the whole balance is due: ask for it
	StepCount
)

var stepKeys = [StepCount]string{"none", "send_notice", "await_notice", "call_balance"}

// Key is the step's name in files.
func (s Step) Key() string {
	if s < StepCount {
		return stepKeys[s]
	}
	return ""
}

// Acceleration is what a breach makes due [déchéance du terme].
type Acceleration struct {
	Breached  calendar.Date // first day on which an instalment read missed
	Automatic bool          // the clause asks for no notice
	NoticedOn calendar.Date // formal notice after the breach; zero = none yet
	// By is the day up to which the debtor can make up for it: the notice's days
	// after it, zero while none was sent; the breach where the clause is automatic.
	By        calendar.Date
	Principal int64 // all that is not paid, due or not, to the cent: the tolerances of a promise are not a remission
	Interest  int64 // asked and not paid, and what was suspended
	Fees      int64
	Step      Step
}

// Total is the accelerated balance.
func (a Acceleration) Total() int64 { return a.Principal + a.Interest + a.Fees }

// Accelerate gives what the breach of a signed plan makes due as of a day;
// nothing (NoStep) while the plan holds. noticed is the day of the last formal
// notice; one from before the breach does not count. Payments went to the
// accessories of their instalment first. Interest asked runs to the instalments'
// dates; what runs since is not part of the plan.
func Accelerate(p journal.Plan, s Standing, noticed, day calendar.Date) Acceleration {
	if s.State != Breached || len(s.Instalments) != len(p.Instalments) {
		return Acceleration{}
	}
	a := Acceleration{Breached: s.BreachedOn, Automatic: p.Clause.Automatic}
	for i := range s.Instalments {
		if s.Instalments[i].Missing == 0 {
			continue
		}
		left := Unpaid(&p.Instalments[i], &s.Instalments[i])
		a.Principal += left.Principal
		a.Interest += left.Interest
		a.Fees += left.Fee
	}
	if p.Interest == journal.ChargesSuspended {
		a.Interest += p.Charged
	}
	if p.Fees == journal.ChargesSuspended {
		a.Fees += p.ChargedFee
	}
	if noticed >= a.Breached && noticed <= day {
		a.NoticedOn = noticed
	}
	if !a.NoticedOn.IsZero() {
		a.By = a.NoticedOn.AddDays(p.Clause.NoticeDays())
	}
	switch {
	case a.Automatic:
		a.By, a.Step = a.Breached, CallBalance
	case a.NoticedOn.IsZero():
		a.Step = SendNotice
	case day <= a.By:
		a.Step = AwaitNotice
	default:
		a.Step = CallBalance
	}
	return a
}

// Unpaid splits what is missing of a line. What was paid went to interest, then
// to the indemnity, then to the principal (C. civ. art. 1343-1); credit notes
// lowered the principal, and beyond it the rest.
func Unpaid(l *journal.Instalment, s *InstalmentStanding) journal.Instalment {
	left := journal.Instalment{Due: l.Due}
	principal := max(l.Principal-s.Reduced, 0)
	left.Principal = min(s.Missing, principal)
	rest := s.Missing - left.Principal
	left.Fee = min(rest, l.Fee)
	left.Interest = min(rest-left.Fee, l.Interest)
	return left
}

// DueLine is an instalment that is awaited.
type DueLine struct {
	Index   int
	Due     calendar.Date
	Missing int64
	State   InstalmentState
}

// DueBetween lists the lines of a plan that fall due from a day to another,
// both counted, and are not paid. A plan that has ended has none.
func DueBetween(p journal.Plan, s Standing, from, to calendar.Date) []DueLine {
	if !s.lives() {
		return nil
	}
	var out []DueLine
	for i := range min(len(p.Instalments), len(s.Instalments)) {
		due, line := p.Instalments[i].Due, &s.Instalments[i]
		if due >= from && due <= to && !line.settled && line.Missing > 0 {
			out = append(out, DueLine{Index: i, Due: due, Missing: line.Missing, State: line.State})
		}
	}
	return out
}

// Risk says why a plan may not hold.
type Risk uint8

// Risks, the strongest first but for NoRisk.
const (
	NoRisk         Risk = iota
	DueUnpaid           // an instalment is due and unpaid, its tolerance runs
	PaidLate            // the last one that was paid came late
	PaidInPart          // the last one was paid in part
	BrokenPromises      // the debtor broke promises before
	RiskCount
)

var riskKeys = [RiskCount]string{"none", "due_unpaid", "paid_late", "paid_in_part", "broken_promises"}

// Key is the risk's name in files.
func (r Risk) Key() string {
	if r < RiskCount {
		return riskKeys[r]
	}
	return ""
}

// BrokenOften is the share of promises broken, in parts per million, from which
// a plan of that debtor is at risk.
const BrokenOften = 400_000

// AtRisk tells why a signed plan that holds may not go on doing so. brokenPPM
// is the share of the debtor's earlier promises that were broken, in parts per
// million, negative = not known.
func AtRisk(p journal.Plan, s Standing, brokenPPM int64) Risk {
	if s.State != Signed || len(s.Instalments) != len(p.Instalments) {
		return NoRisk
	}
	last := -1
	for i := range s.Instalments {
		switch line := &s.Instalments[i]; {
		case line.State == Due && line.Missing > 0, line.State == ToVerify && line.Missing > 0:
			return DueUnpaid
		case line.State == Kept, line.State == Missed, line.State == PartiallyKept:
			last = i
		}
	}
	switch {
	case last >= 0 && s.Instalments[last].State == PartiallyKept:
		return PaidInPart
	case last >= 0 && s.Instalments[last].State == Missed:
		return PaidLate
	case brokenPPM >= BrokenOften:
		return BrokenPromises
	}
	return NoRisk
}
