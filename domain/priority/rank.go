package priority

import (
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/why"
)

// Dated is an amount that turns on a day.
type Dated struct {
	Amount int64         // still missing
	Of     int64         // what was agreed; 0 = Amount
	Date   calendar.Date // the day it was due
	Since  calendar.Date // the day it turned bad

	Instalment bool // of a plan; else a promise
}

// Deadline is a legal or contractual clock that runs against the creditor.
type Deadline struct {
	Code   Code
	Date   calendar.Date
	Amount int64
}

// Input is what the rank of one client and currency rests on.
type Input struct {
	Day         calendar.Date
	Collectible int64
	Overdue     int64
	Disputed    int64
	Planned     int64
	Promised    int64
	DaysLate    int

	Status      journal.StatusChanged
	Judgment    calendar.Date // opened the debtor's insolvency, zero = none; outlives the status
	WrongNumber bool

	Agreed      calendar.Date // earliest agreed callback, zero = none
	AgreedAt    int16         // its time, -1 = none
	Retry       calendar.Date // earliest automatic callback
	Broken      *Dated        // the worst promise broken since the last contact
	Missed      *Dated        // the worst instalment missed since the last contact
	DueToday    int64         // promised for today
	ToVerify    *Dated        // promise or instalment whose day has passed while the ledger is not yet there
	NotSigned   *Dated        // plan proposed more than ten days ago
	Courtesy    *Dated        // first instalment of a signed plan, near, of which the debtor was not reminded
	Deadlines   []Deadline
	BrokenYear  int           // promises broken within a year
	LimitExcess int64         // over the credit limit
	Drift       int           // days later than usual, 0 = no significant drift
	PayPPM      int64         // chance that it comes by itself within the horizon
	Attempts    int           // calls ever, and those that reached somebody
	Reached     int           //
	LastContact calendar.Date // last contact of any kind
	LastOutcome journal.Outcome
	Today       Contacts // contacts of the day and of the last seven days
	Week        Contacts
}

// Contacts counts attempts and conversations.
type Contacts struct{ Attempts, Conversations int }

// Score is the place of a client and why.
type Score struct {
	Class   Class
	Value   int64 // minor units: expected gain and points; orders the class
	Gain    int64 // the expected gain alone
	Minute  int16 // agreed time of a callback, -1 = none
	Reasons []Reason
}

// Rank places one client. A row of class Off is held back; its reasons say why.
func Rank(in Input, r Rules) Score {
	s := Score{Class: Off, Minute: -1}
	s.Gain, s.Value, s.Reasons = value(in, r)
	if held, ok := barred(in); ok {
		if d, declare := in.toDeclare(); declare {
			return s.pin(LegalClock, Reason{Code: d.Code, Amount: d.Amount, Date: d.Date})
		}
		return s.off(held)
	}
	if in.Agreed != 0 && in.Agreed <= in.Day {
		s.Minute = in.AgreedAt
		return s.pin(Callback, Reason{Code: CallbackNow, Date: in.Agreed, Minute: in.AgreedAt})
	}
	class, reason, ok := pinned(in)
	if ok && !class.calls() {
		return s.pin(class, reason)
	}
	if in.WrongNumber {
		return s.off(Reason{Code: HeldWrongNumber})
	}
	limit, full := capped(in, r)
	if ok {
		if full {
			return s.off(limit)
		}
		return s.pin(class, reason)
	}
	if held, ok := waiting(in); ok {
		return s.off(held)
	}
	if full {
		return s.off(limit)
	}
	s.Class = Gain
	return s
}

// calls reports whether the class asks for a call. To look at the bank or to
// declare a claim is no contact with the debtor: no limit on contacts holds it.
func (c Class) calls() bool { return c != LegalClock && c != PromiseDue }

func (s Score) pin(c Class, r Reason) Score {
	s.Class = c
	s.Reasons = append([]Reason{r}, s.Reasons...)
	return s
}

func (s Score) off(r Reason) Score {
	s.Class = Off
	s.Reasons = append([]Reason{r}, s.Reasons...)
	return s
}

// toDeclare gives the deadline to declare the claim in insolvency proceedings:
// it runs whatever was decided of the client, and a claim not declared is lost.
func (in *Input) toDeclare() (Deadline, bool) {
	for _, d := range in.Deadlines {
		if d.Code == ClaimDeadline {
			return d, true
		}
	}
	return Deadline{}, false
}

// barred finds the standing decisions that take a client off the list. An
// insolvent one stays while a deadline runs.
func barred(in Input) (Reason, bool) {
	switch in.Status.Status {
	case journal.NeverDun:
		return Reason{Code: HeldNeverDun, Date: in.Status.Since}, true
	case journal.Legal:
		return Reason{Code: HeldLegal, Date: in.Status.Since}, true
	case journal.OnHold:
		if in.Status.Until > in.Day {
			return Reason{Code: HeldOnHold, Date: in.Status.Until}, true
		}
	}
	if !in.Judgment.IsZero() && len(in.Deadlines) == 0 && in.Collectible == 0 {
		return Reason{Code: HeldInsolvency, Date: in.Judgment}, true
	}
	return Reason{}, false
}

// capped applies the limits on contacts (fairness to the debtor, and the
// caution of art. 222-16 of the Code pénal against repeated calls).
func capped(in Input, r Rules) (Reason, bool) {
	if in.Today.Conversations >= r.ConversationsPerDay || in.Week.Conversations >= r.ConversationsPerWeek {
		return Reason{Code: HeldCapConversations, Count: in.Week.Conversations}, true
	}
	if in.Today.Attempts >= r.AttemptsPerDay || in.Week.Attempts >= r.AttemptsPerWeek {
		return Reason{Code: HeldCapAttempts, Count: in.Week.Attempts}, true
	}
	return Reason{}, false
}

// pinned finds what cannot wait.
func pinned(in Input) (Class, Reason, bool) {
	if c := in.Courtesy; c != nil && in.Retry <= in.Day && (in.Agreed == 0 || in.Agreed >= c.Date) {
		return Callback, Reason{Code: PlanCourtesy, Amount: c.Amount, Date: c.Date}, true
	}
	if in.Broken != nil {
		return BrokenPromise, Reason{Code: PromiseBroken, Amount: in.Broken.Amount, Of: in.Broken.Of, Date: in.Broken.Date}, true
	}
	if in.Missed != nil {
		return MissedInstalment, Reason{Code: InstalmentMissed, Amount: in.Missed.Amount, Of: in.Missed.Of, Date: in.Missed.Date}, true
	}
	for _, d := range in.Deadlines {
		return LegalClock, Reason{Code: d.Code, Amount: d.Amount, Date: d.Date}, true
	}
	if in.ToVerify != nil {
		code := PromiseToVerify
		if in.ToVerify.Instalment {
			code = InstalmentToVerify
		}
		return PromiseDue, Reason{Code: code, Amount: in.ToVerify.Amount, Of: in.ToVerify.Of, Date: in.ToVerify.Date}, true
	}
	if in.DueToday > 0 {
		return PromiseDue, Reason{Code: PromiseDueToday, Amount: in.DueToday, Date: in.Day}, true
	}
	return Off, Reason{}, false
}

// waiting finds what keeps a client out of the class of gain.
func waiting(in Input) (Reason, bool) {
	if in.Agreed > in.Day {
		return Reason{Code: HeldCallback, Date: in.Agreed, Minute: in.AgreedAt}, true
	}
	if in.Retry > in.Day {
		return Reason{Code: HeldRetry, Date: in.Retry}, true
	}
	if in.Collectible > 0 {
		return Reason{}, false
	}
	switch {
	case in.Overdue == 0:
		return Reason{Code: HeldNothingDue}, true
	case in.Promised > 0 && in.Planned > 0 && in.Disputed == 0:
		return Reason{Code: HeldAllAgreed, Amount: in.Promised + in.Planned}, true
	case in.Promised > 0 && in.Promised >= max(in.Disputed, in.Planned):
		return Reason{Code: HeldAllPromised, Amount: in.Promised}, true
	case in.Planned > 0 && in.Planned >= in.Disputed:
		return Reason{Code: HeldInPlan, Amount: in.Planned}, true
	case in.Disputed > 0:
		return Reason{Code: HeldAllDisputed, Amount: in.Disputed}, true
	}
	return Reason{Code: HeldNothingDue}, true
}

// value is the expected gain of a call and the points, with the strongest
// reason first.
func value(in Input, r Rules) (gain, total int64, reasons []Reason) {
	late, reach := 1_000_000-in.PayPPM, reachPPM(in, r)
	gain = money.MulDiv(money.MulDiv(money.MulDiv(in.Collectible, late, 1_000_000), reach, 1_000_000), r.UpliftPPM, 1_000_000)
	ppm := money.MulDiv(money.MulDiv(late, reach, 1_000_000), r.UpliftPPM, 1_000_000)
	points := pointReasons(in, r)
	total = gain
	for _, p := range points {
		total += p.Points * 100
	}
	reasons = make([]Reason, 0, len(points)+3)
	if o, ok := outcomeReason(in); ok {
		reasons = append(reasons, o)
	}
	if in.Collectible <= 0 {
		return gain, total, append(reasons, points...)
	}
	lead := leadReason(in, r)
	if len(points) > 0 && points[0].Points > 0 && points[0].Points*100 >= gain {
		reasons = append(append(reasons, points...), lead)
	} else {
		reasons = append(append(reasons, lead), points...)
	}
	return gain, total, append(reasons, Reason{Code: ExpectedGain, Amount: in.Collectible, PPM: ppm, Points: gain / 100})
}

// leadReason says in one word what makes the gain.
func leadReason(in Input, r Rules) Reason {
	switch {
	case in.NotSigned != nil:
		return Reason{Code: PlanNotSigned, Amount: in.NotSigned.Amount, Date: in.NotSigned.Date}
	case in.DaysLate >= r.OldDays:
		return Reason{Code: OldDebt, Days: in.DaysLate}
	}
	return Reason{Code: LargeAmount, Amount: in.Collectible}
}

// pointReasons are the fixed points in euros, strongest first.
func pointReasons(in Input, r Rules) []Reason {
	var out []Reason
	if in.Drift > 0 {
		out = append(out, Reason{Code: Drifting, Days: in.Drift, Points: min(int64(in.Drift)*r.PointsDriftPerDay, r.PointsDriftMax)})
	}
	if in.LimitExcess > 0 {
		out = append(out, Reason{
			Code: LimitExceeded, Amount: in.LimitExcess,
			Points: min(money.MulDiv(in.LimitExcess, r.PointsLimitPPM, 1_000_000)/100, r.PointsLimitMax),
		})
	}
	if in.BrokenYear > 0 {
		out = append(out, Reason{Code: BrokenBefore, Count: in.BrokenYear, Points: int64(min(in.BrokenYear, 3)) * r.PointsBroken})
	}
	for i := 1; i < len(out); i++ {
		for k := i; k > 0 && out[k].Points > out[k-1].Points; k-- {
			out[k], out[k-1] = out[k-1], out[k]
		}
	}
	if in.LastContact != 0 && in.Day.Sub(in.LastContact) < r.RecentDays {
		out = append(out, Reason{Code: RecentContact, Days: in.Day.Sub(in.LastContact), Points: -r.PointsRecent})
	}
	return out
}

// outcomeReason recalls what the last conversation left to do.
func outcomeReason(in Input) (Reason, bool) {
	if in.LastContact == 0 {
		return Reason{}, false
	}
	switch in.LastOutcome {
	case journal.Refusal:
		return Reason{Code: EscalationAsked, Date: in.LastContact}, true
	case journal.Hardship:
		return Reason{Code: HardshipHeard, Date: in.LastContact}, true
	case journal.Documents:
		return Reason{Code: DocumentsWanted, Date: in.LastContact}, true
	}
	return Reason{}, false
}

// reachPPM is the chance of reaching somebody: the client's own calls on top of
// the prior.
func reachPPM(in Input, r Rules) int64 {
	return int64(in.Reached+r.ReachedPrior) * 1_000_000 / int64(max(in.Attempts+r.AttemptsOf, 1))
}

// Why is the addition behind the expected gain.
func Why(in Input, r Rules) why.Figure {
	gain, total, _ := value(in, r)
	f := why.Figure{Of: why.Gain, Value: total, Rule: why.RuleGain, Source: why.SourceRules}
	f.Terms = []why.Term{
		{Of: why.Collectible, Value: in.Collectible},
		{Of: why.NotPaidAnyway, Value: 1_000_000 - in.PayPPM, Unit: why.PPM, Factor: true},
		{Of: why.ReachRate, Value: reachPPM(in, r), Unit: why.PPM, Factor: true},
		{Of: why.Uplift, Value: r.UpliftPPM, Unit: why.PPM, Factor: true},
		{Of: why.ExpectedGain, Value: gain},
	}
	codes := map[Code]why.Code{
		Drifting: why.PointsDrift, LimitExceeded: why.PointsLimit,
		BrokenBefore: why.PointsBrokenPromise, RecentContact: why.PointsRecentContact,
	}
	for _, p := range pointReasons(in, r) {
		f.Terms = append(f.Terms, why.Term{Of: codes[p.Code], Value: p.Points, Unit: why.Points})
	}
	return f
}
