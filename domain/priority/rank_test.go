package priority

import (
	"testing"

	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/journal"
)

var today = calendar.Of(2026, 11, 23)

func due() Input {
	return Input{Day: today, Collectible: 1_000_00, Overdue: 1_000_00, DaysLate: 30, AgreedAt: -1, PayPPM: 200_000}
}

func TestClasses(t *testing.T) {
	rules := DefaultRules()
	broken := &Dated{Amount: 500_00, Date: today - 5, Since: today - 1}
	for _, c := range []struct {
		name   string
		change func(*Input)
		class  Class
		reason Code
	}{
		{"nothing special", func(*Input) {}, Gain, LargeAmount},
		{"old", func(in *Input) { in.DaysLate = 90 }, Gain, OldDebt},
		{"agreed callback today", func(in *Input) { in.Agreed, in.AgreedAt = today, 9*60 }, Callback, CallbackNow},
		{"agreed callback missed", func(in *Input) { in.Agreed = today - 3 }, Callback, CallbackNow},
		{"agreed callback ahead", func(in *Input) { in.Agreed = today + 1 }, Off, HeldCallback},
		{"callback ahead, promise broken", func(in *Input) { in.Agreed, in.Broken = today+1, broken }, BrokenPromise, PromiseBroken},
		{"callback due before broken promise", func(in *Input) { in.Agreed, in.Broken = today, broken }, Callback, CallbackNow},
		{"unanswered call", func(in *Input) { in.Retry = today + 2 }, Off, HeldRetry},
		{"unanswered call, its day", func(in *Input) { in.Retry = today }, Gain, LargeAmount},
		{"instalment", func(in *Input) { in.Missed = broken }, MissedInstalment, InstalmentMissed},
		{"promise before instalment", func(in *Input) { in.Missed, in.Broken = broken, broken }, BrokenPromise, PromiseBroken},
		{"clock", func(in *Input) { in.Deadlines = []Deadline{{Code: LimitationNear, Date: today + 9}} }, LegalClock, LimitationNear},
		{"to verify", func(in *Input) { in.ToVerify = broken }, PromiseDue, PromiseToVerify},
		{"promised for today", func(in *Input) { in.DueToday, in.Collectible = 100, 0 }, PromiseDue, PromiseDueToday},
		{"all promised", func(in *Input) { in.Collectible, in.Promised = 0, 1_000_00 }, Off, HeldAllPromised},
		{"all disputed", func(in *Input) { in.Collectible, in.Disputed = 0, 1_000_00 }, Off, HeldAllDisputed},
		{"all in a plan", func(in *Input) { in.Collectible, in.Planned = 0, 1_000_00 }, Off, HeldInPlan},
		{"nothing overdue", func(in *Input) { in.Collectible, in.Overdue = 0, 0 }, Off, HeldNothingDue},
		{"never", func(in *Input) { in.Status.Status = journal.NeverDun; in.Broken = broken }, Off, HeldNeverDun},
		{"legal", func(in *Input) { in.Status.Status = journal.Legal }, Off, HeldLegal},
		{"on hold", func(in *Input) { in.Status = journal.StatusChanged{Status: journal.OnHold, Until: today + 1} }, Off, HeldOnHold},
		{"hold over", func(in *Input) { in.Status = journal.StatusChanged{Status: journal.OnHold, Until: today} }, Gain, LargeAmount},
		{"doubtful stays", func(in *Input) { in.Status.Status = journal.Doubtful }, Gain, LargeAmount},
		{"insolvent, nothing left", func(in *Input) { in.Judgment, in.Collectible = today-5, 0 }, Off, HeldInsolvency},
		{"insolvent, then doubtful", func(in *Input) {
			in.Status.Status, in.Judgment, in.Collectible = journal.Doubtful, today-5, 0
		}, Off, HeldInsolvency},
		{"insolvent, claim to declare", func(in *Input) {
			in.Judgment, in.Collectible, in.Deadlines = today-5, 0, []Deadline{{Code: ClaimDeadline, Date: today + 20}}
		}, LegalClock, ClaimDeadline},
		{"insolvent, with a lawyer, claim to declare", func(in *Input) {
			in.Status.Status, in.Judgment, in.Deadlines = journal.Legal, today-5, []Deadline{{Code: ClaimDeadline, Date: today + 20}}
		}, LegalClock, ClaimDeadline},
		{"with a lawyer, another deadline", func(in *Input) {
			in.Status.Status, in.Deadlines = journal.Legal, []Deadline{{Code: LimitationNear, Date: today + 20}}
		}, Off, HeldLegal},
		{"wrong number", func(in *Input) { in.WrongNumber = true }, Off, HeldWrongNumber},
		{"spoken to today", func(in *Input) { in.Today.Conversations = 1 }, Off, HeldCapConversations},
		{"spoken to three times this week", func(in *Input) { in.Week.Conversations = 3 }, Off, HeldCapConversations},
		{"three attempts today", func(in *Input) { in.Today.Attempts, in.Broken = 3, broken }, Off, HeldCapAttempts},
		{"caps do not hold a look at the bank", func(in *Input) { in.Week.Conversations, in.DueToday = 3, 100 }, PromiseDue, PromiseDueToday},
		{"a wrong number does not hide a deadline", func(in *Input) {
			in.WrongNumber, in.Week.Attempts, in.Deadlines = true, 9, []Deadline{{Code: ClaimDeadline, Date: today}}
		}, LegalClock, ClaimDeadline},
		{"caps do not hold an agreed callback", func(in *Input) { in.Today.Attempts, in.Agreed = 3, today }, Callback, CallbackNow},
		{"spoken to today and all promised", func(in *Input) {
			in.Today.Conversations, in.Collectible, in.Promised = 1, 0, 1_000_00
		}, Off, HeldAllPromised},
	} {
		in := due()
		c.change(&in)
		got := Rank(in, rules)
		if got.Class != c.class || got.Reasons[0].Code != c.reason {
			t.Errorf("%s: %s %s, want %s %s", c.name, got.Class.Key(), got.Reasons[0].Code.Key(), c.class.Key(), c.reason.Key())
		}
	}
}

// 1 000 € × (1 − 20 %) × 3/10 × 25 % = 60 €.
func TestGain(t *testing.T) {
	if got := Rank(due(), DefaultRules()); got.Gain != 60_00 || got.Value != 60_00 {
		t.Fatalf("gain %d, value %d", got.Gain, got.Value)
	}
	in := due()
	in.Attempts, in.Reached = 10, 7 // (7+3)/(10+10) = 50 %
	in.BrokenYear = 5               // three count: 90 points
	in.LimitExcess = 5_000_00       // 1 % of 5 000 € = 50 points
	in.LastContact = today - 1      // −50 points
	if got := Rank(in, DefaultRules()); got.Gain != 100_00 || got.Value != 190_00 {
		t.Fatalf("gain %d, value %d", got.Gain, got.Value)
	}
}

func TestWhyAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := due()
		in.Collectible = rapid.Int64Range(0, 1_000_000_00).Draw(t, "collectible")
		in.PayPPM = rapid.Int64Range(0, 1_000_000).Draw(t, "pay")
		in.Drift = rapid.IntRange(0, 60).Draw(t, "drift")
		in.BrokenYear = rapid.IntRange(0, 9).Draw(t, "broken")
		in.LimitExcess = rapid.Int64Range(0, 1_000_000_00).Draw(t, "excess")
		f := Why(in, DefaultRules())
		s := Rank(in, DefaultRules())
		sum := f.Terms[4].Value
		for _, p := range f.Terms[5:] {
			sum += p.Value * 100
		}
		if sum != f.Value || f.Value != s.Value || f.Terms[4].Value != s.Gain {
			t.Fatalf("terms give %d, figure %d, score %d", sum, f.Value, s.Value)
		}
		if s.Gain < 0 || s.Gain > in.Collectible {
			t.Fatalf("gain %d of %d", s.Gain, in.Collectible)
		}
	})
}
