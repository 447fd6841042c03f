package plan

import (
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/promise"
)

// SignWithin is how many days a proposed plan waits for its signed copy.
const SignWithin = 10

// State is how a plan stands.
type State uint8

// States of a plan.
const (
	Draft      State = iota // drawn up, nothing agreed
	Proposed                // sent or read out, not signed
	Signed                  // agreed, no instalment missed
	Completed               // signed or not, every instalment is paid
	Breached                // signed, and an instalment was missed and is not made up for
	Cancelled               // ended by a person
	Superseded              // replaced by another plan
	StateCount
)

var stateKeys = [StateCount]string{"draft", "proposed", "signed", "completed", "breached", "cancelled", "superseded"}

// String is the state's key in files.
func (s State) String() string {
	if s < StateCount {
		return stateKeys[s]
	}
	return ""
}

// InstalmentState is how one instalment stands.
type InstalmentState uint8

// States of an instalment. Each lives like a promise: see package promise.
const (
	Upcoming      InstalmentState = iota // its date lies ahead
	Due                                  // its date has come, the tolerance runs
	ToVerify                             // the tolerance is over, the ledger does not reach that far
	Kept                                 // paid, to the tolerances of a promise
	PartiallyKept                        // something was paid in time
	Missed                               // nothing was paid in time
	InstalmentStateCount
)

var instalmentKeys = [InstalmentStateCount]string{"upcoming", "due", "to_verify", "kept", "partially_kept", "missed"}

// String is the state's key in files.
func (s InstalmentState) String() string {
	if s < InstalmentStateCount {
		return instalmentKeys[s]
	}
	return ""
}

// Life is what was done with a plan: the day of each step, zero = not done. A
// plan neither proposed nor signed is a draft.
type Life struct {
	ID           journal.ID // tells its lines from other plans' when judged together
	ProposedOn   calendar.Date
	SignedOn     calendar.Date
	CancelledOn  calendar.Date
	SupersededOn calendar.Date
	Since        calendar.Date // the cutoff when it was agreed: see promise.Promise
	Handed       calendar.Date // the cutoff when another replaced it: see promise.Promise
}

// state gives the plan's state on a day before payments are looked at.
func (l Life) state(day calendar.Date) State {
	done := func(d calendar.Date) bool { return !d.IsZero() && d <= day }
	switch {
	case done(l.CancelledOn) && (!done(l.SupersededOn) || l.CancelledOn < l.SupersededOn):
		return Cancelled
	case done(l.SupersededOn):
		return Superseded
	case done(l.SignedOn):
		return Signed
	case done(l.ProposedOn):
		return Proposed
	}
	return Draft
}

// agreedOn is the day from which payments count for the plan; zero for a draft.
func (l Life) agreedOn() calendar.Date {
	switch {
	case l.ProposedOn.IsZero():
		return l.SignedOn
	case l.SignedOn.IsZero():
		return l.ProposedOn
	}
	return min(l.ProposedOn, l.SignedOn)
}

// InstalmentStanding is how one instalment stands, in minor units.
type InstalmentStanding struct {
	State    InstalmentState
	Paid     int64         // what came in for it, late or not
	Reduced  int64         // taken off by credit notes
	Missing  int64         // asked, not reduced, not paid
	PaidOn   calendar.Date // of the last payment counted
	Deadline calendar.Date // last day on which a payment counts
	MissedOn calendar.Date // first day on which it reads missed or partially kept
	settled  bool          // paid, late or not, to the tolerances of a promise
}

// Standing is how a plan stands, in minor units.
type Standing struct {
	State       State
	Instalments []InstalmentStanding // at the index of the plan's
	Paid        int64
	Missing     int64         // of the instalments missed
	NextDue     calendar.Date // of the first instalment still awaited; zero = none
	NextAmount  int64         // what is missing of it
	NotSigned   bool          // proposed more than SignWithin days ago and never signed
	SignBy      calendar.Date // last day on which a proposed plan waits for its signature
	BreachedOn  calendar.Date // first day on which an instalment reads missed that is still not paid
}

// Claims gives the instalments of a plan as promises, to be judged by
// promise.Evaluate together with the client's promises and other plans, so that
// each euro counts once. A draft claims nothing.
func Claims(p journal.Plan, life Life) []promise.Promise {
	made := life.agreedOn()
	if made.IsZero() {
		return nil
	}
	out := make([]promise.Promise, len(p.Instalments))
	for i, line := range p.Instalments {
		out[i] = promise.Promise{
			ID: life.ID, Amount: line.Amount(), Currency: p.Currency, Made: made, Due: line.Due, Parts: p.Items,
			Since: life.Since, WithdrawnOn: life.CancelledOn, SupersededOn: life.SupersededOn, Handed: life.Handed, Instalment: true,
		}
	}
	return out
}

// Judge judges a plan as of a day, with the standings of Claims at hand; a draft
// has none. Payments from the day on which it was proposed (or signed, if never
// proposed) pay the instalments in order, whatever their date: money that comes
// late fills the oldest gap, the instalment stays missed but the plan is breached
// only as long as the gap is open. Credit notes on its items lower the last
// instalments.
func Judge(p journal.Plan, life Life, claims []promise.Standing, day calendar.Date) Standing {
	s := Standing{State: life.state(day), Instalments: make([]InstalmentStanding, len(p.Instalments))}
	if s.State == Proposed {
		s.SignBy = life.ProposedOn.AddDays(SignWithin)
		s.NotSigned = day > s.SignBy
	}
	if s.State == Draft || len(claims) != len(p.Instalments) {
		for i, line := range p.Instalments {
			s.Instalments[i].Missing = line.Amount()
		}
		return s
	}
	complete := len(claims) > 0
	for i, c := range claims {
		line := instalment(p, life, i, c, day)
		s.Instalments[i] = line
		s.Paid += line.Paid
		switch {
		case line.settled:
		case line.failed():
			complete = false
			s.Missing += line.Missing
			if s.BreachedOn.IsZero() || line.MissedOn < s.BreachedOn {
				s.BreachedOn = line.MissedOn
			}
		default:
			complete = false
			if s.NextDue.IsZero() {
				s.NextDue, s.NextAmount = p.Instalments[i].Due, line.Missing
			}
		}
	}
	s.conclude(complete)
	return s
}

// conclude turns the state of a plan that was agreed into what payments make of it.
func (s *Standing) conclude(complete bool) {
	switch s.State {
	case Cancelled, Superseded:
		s.NextDue, s.NextAmount, s.Missing, s.BreachedOn = 0, 0, 0, 0
	case Signed, Proposed:
		switch {
		case complete:
			s.State, s.NotSigned, s.SignBy = Completed, false, 0
		case s.State == Signed && !s.BreachedOn.IsZero():
			s.State = Breached
		}
	}
}

func instalment(p journal.Plan, life Life, i int, c promise.Standing, day calendar.Date) InstalmentStanding {
	owed := p.Instalments[i].Amount() - c.Reduced
	line := InstalmentStanding{
		Paid: c.Paid, Reduced: c.Reduced, Missing: c.Missing, PaidOn: c.PaidOn, Deadline: c.Deadline, MissedOn: c.BrokenOn,
	}
	over := day > c.Deadline
	line.settled = c.Missing == 0 || over && promise.Enough(c.Paid, owed, p.Currency)
	switch c.State {
	case promise.Kept:
		line.State = Kept
	case promise.PartiallyKept:
		line.State = PartiallyKept
	case promise.Broken:
		line.State = Missed
	case promise.ToVerify:
		line.State = ToVerify
	case promise.Withdrawn, promise.Superseded:
		line.ended(life, p.Instalments[i].Due, c.Paid-c.Late, owed, p.Currency)
	default:
		if p.Instalments[i].Due <= day && !over {
			line.State = Due
		}
	}
	return line
}

// ended leaves an instalment of a plan that has ended as it stood on that day.
func (s *InstalmentStanding) ended(life Life, due calendar.Date, timely, owed int64, cur money.Currency) {
	end := life.endedOn()
	switch {
	case end < due:
		return // upcoming
	case end <= s.Deadline:
		s.State = Due
		return
	case !life.Handed.IsZero() && life.Handed < s.Deadline && life.CancelledOn != end:
		s.State = ToVerify
		return
	case promise.Enough(timely, owed, cur):
		s.State = Kept
		return
	case timely > 0:
		s.State = PartiallyKept
	default:
		s.State = Missed
	}
	s.MissedOn = s.Deadline + 1
}

// endedOn is the first day on which the plan no longer stands; zero = it does.
func (l Life) endedOn() calendar.Date {
	if l.CancelledOn.IsZero() || !l.SupersededOn.IsZero() && l.SupersededOn < l.CancelledOn {
		return l.SupersededOn
	}
	return l.CancelledOn
}

func (s *InstalmentStanding) failed() bool { return s.State == Missed || s.State == PartiallyKept }

// Suspended is what the plan holds back from collecting on a day: of a plan
// proposed, for SignWithin days, all that is not paid; of a signed one, what is
// not paid of the instalments that are not missed (until its tolerance is over
// an instalment may still be paid, as with a promise); of any other, nothing.
// Interest and indemnities are not part of the items and are left out.
func Suspended(p journal.Plan, s Standing, day calendar.Date) int64 {
	switch {
	case s.State == Proposed && day <= s.SignBy:
	case s.State == Signed, s.State == Breached:
	default:
		return 0
	}
	var sum int64
	for i, line := range s.Instalments {
		if i < len(p.Instalments) && !line.failed() && !line.settled {
			sum += Unpaid(&p.Instalments[i], &s.Instalments[i]).Principal
		}
	}
	return sum
}

// Cover spreads a suspended amount over the plan's items: result i is the share
// of p.Items[i], at most its part and what is open of it (open[i]; a short list
// counts as nothing open). Instalments pay the items in their order, so what
// lies ahead is the last items': the spreading starts there. dst is reused.
func Cover(p journal.Plan, suspended int64, open []int64, dst []int64) []int64 {
	dst = append(dst[:0], make([]int64, len(p.Items))...)
	for i := len(p.Items) - 1; i >= 0; i-- {
		if i < len(open) {
			dst[i] = max(min(suspended, p.Items[i].Amount, open[i]), 0)
			suspended -= dst[i]
		}
	}
	return dst
}
