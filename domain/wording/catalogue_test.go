package wording

import (
	"strings"
	"testing"
	"time"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
	"relance/domain/promise"
	"relance/domain/why"
)

// complete checks that every text of an enum is there, in both languages, and
// differs from the others of the enum.
func complete(t *testing.T, name string, first, count int, text func(l Lang, i int) string) {
	t.Helper()
	for l := French; l < LangCount; l++ {
		seen := map[string]int{}
		for i := first; i < count; i++ {
			s := text(l, i)
			if strings.TrimSpace(s) == "" || strings.Contains(s, "%!") {
				t.Errorf("%s %d in language %d: %q", name, i, l, s)
			}
			if j, twice := seen[s]; twice {
				t.Errorf("%s %d and %d in language %d: both %q", name, i, j, l, s)
			}
			seen[s] = i
		}
		if s := text(l, count); s != "" {
			t.Errorf("%s beyond its last value: %q", name, s)
		}
	}
}

func TestEveryValueHasItsWords(t *testing.T) {
	today := calendar.Of(2026, time.November, 23)
	q := act.Question{Text: "x", Number: 540, Amount: money.Of(150000, money.EUR), Other: money.Of(100000, money.EUR), Day: today}
	complete(t, "question", 1, int(act.QuestionCount), func(l Lang, i int) string {
		q.Code = act.QuestionCode(i)
		return Question(l, q, today)
	})
	complete(t, "bare question", 1, int(act.QuestionCount), func(l Lang, i int) string {
		return Question(l, act.Question{Code: act.QuestionCode(i), Day: today}, today)
	})
	complete(t, "finding", 0, int(ledger.FindingCodeCount), func(l Lang, i int) string {
		return Finding(l, ledger.Finding{Code: ledger.FindingCode(i), Detail: "D"})
	})
	complete(t, "bare finding", 0, int(ledger.FindingCodeCount), func(l Lang, i int) string {
		return Finding(l, ledger.Finding{Code: ledger.FindingCode(i)})
	})
	complete(t, "doubt", 0, int(ledger.DoubtCount), func(l Lang, i int) string {
		return Doubt(l, ledger.Doubt{Code: ledger.DoubtCode(i), Name: "N", Count: 3, Of: 4, Day: today})
	})
	r := priority.Reason{Amount: 12450_00, PPM: 310_000, Days: 4, Count: 2, Minute: 540, Date: today}
	complete(t, "reason", 0, int(priority.CodeCount), func(l Lang, i int) string {
		r.Code = priority.Code(i)
		return Reason(l, r, money.EUR, today)
	})
	complete(t, "short reason", 0, int(priority.CodeCount), func(l Lang, i int) string {
		r.Code = priority.Code(i)
		return ReasonShort(l, r, today)
	})
	complete(t, "class", 0, int(priority.ClassCount), func(l Lang, i int) string { return Class(l, priority.Class(i)) })
	complete(t, "figure", 1, int(why.CodeCount), func(l Lang, i int) string { return Figure(l, why.Code(i)) })
	complete(t, "plan error", 0, int(plan.CodeCount), func(l Lang, i int) string {
		return PlanError(l, &plan.Error{Code: plan.Code(i), Limit: 120})
	})
	complete(t, "brief", 0, int(BriefCount), func(l Lang, i int) string {
		return BriefQuestion(l, Brief(i), money.Of(100, money.EUR), today, "F1", today)
	})
	complete(t, "holiday", 1, int(calendar.SaintStephen)+1, func(l Lang, i int) string { return Holiday(l, calendar.Holiday(i)) })
	complete(t, "outcome", 0, int(journal.OutcomeCount), func(l Lang, i int) string { return Outcome(l, journal.Outcome(i)) })
	complete(t, "channel", 0, int(journal.ChannelCount), func(l Lang, i int) string { return Channel(l, journal.Channel(i)) })
	complete(t, "status", 0, int(journal.StatusCount), func(l Lang, i int) string { return Status(l, journal.Status(i)) })
	complete(t, "dispute reason", 0, int(journal.ReasonCount), func(l Lang, i int) string {
		return DisputeReason(l, journal.DisputeReason(i))
	})
	complete(t, "promise state", 0, int(promise.StateCount), func(l Lang, i int) string { return PromiseState(l, promise.State(i)) })
	complete(t, "plan state", 0, int(plan.StateCount), func(l Lang, i int) string { return PlanState(l, plan.State(i)) })
	complete(t, "instalment state", 0, int(plan.InstalmentStateCount), func(l Lang, i int) string {
		return InstalmentState(l, plan.InstalmentState(i))
	})
	complete(t, "closing", 0, int(act.CloseCallback)+1, func(l Lang, i int) string { return CloseKind(l, act.CloseKind(i)) })
	complete(t, "call", 0, int(journal.OutcomeCount), func(l Lang, i int) string {
		return CommandSentence(l, act.Call{Outcome: journal.Outcome(i)}, SentenceContext{Today: today})
	})
	complete(t, "standing", 0, int(journal.StatusCount), func(l Lang, i int) string {
		return CommandSentence(l, act.SetStatus{Status: journal.StatusChanged{Status: journal.Status(i), Until: today}}, SentenceContext{Today: today})
	})
	complete(t, "field", 0, int(ledger.FieldCount), func(l Lang, i int) string {
		return CommandSentence(l, act.SetField{Field: ledger.Field(i), Value: "v"}, SentenceContext{})
	})
}

func TestEveryEventHasItsWords(t *testing.T) {
	contents := []journal.Content{
		journal.CallLogged{},
		journal.PromiseMade{},
		journal.PromiseWithdrawn{},
		journal.PlanDrafted{},
		journal.PlanProposed{},
		journal.PlanSigned{},
		journal.PlanCancelled{},
		journal.DisputeOpened{},
		journal.DisputeUpdated{},
		journal.DisputeResolved{},
		journal.NoteWritten{},
		journal.NoteAmended{},
		journal.NoteErased{},
		journal.CallbackSet{},
		journal.CallbackDone{},
		journal.ReceiptSeen{},
		journal.ParticularsChanged{},
		journal.ContactSet{},
		journal.StatusChanged{},
		journal.LimitDecided{},
		journal.ReviewRecorded{},
		journal.ReminderIssued{},
		journal.WriteOffProposed{},
		journal.WriteOffApproved{},
		journal.LedgerImported{},
		journal.ActUndone{},
		journal.ActRestored{},
		journal.RateSet{},
		journal.FeesWaived{},
		journal.LimitationInterrupted{},
		journal.MandateSet{},
		journal.DebitIssued{},
	}
	for k := journal.KindCallLogged; int(k) <= len(contents); k++ {
		if contents[k-1].Kind() != k {
			t.Fatalf("kind %d is missing here", k)
		}
	}
	complete(t, "event", 0, len(contents), func(l Lang, i int) string {
		if i == len(contents) {
			return Event(l, journal.Event{}, EventContext{})
		}
		return Event(l, journal.Event{Content: contents[i]}, EventContext{})
	})
	if s := Event(French, journal.Event{Content: journal.Unknown{Number: 99}}, EventContext{}); !strings.Contains(s, "99") {
		t.Errorf("unknown kind: %q", s)
	}
}

func TestMessages(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range []Message{
		RefusedReadOnly, RefusedNoClient, RefusedNothing, RefusedBuiltOn, RefusedNotOwn, RefusedPast,
		RefusedInvalid, RefusedStore, RefusedStale, RefusedBarred,
	} {
		for l := French; l < LangCount; l++ {
			s := m.In(l)
			if m.What.In(l) == "" || m.Safe.In(l) == "" || seen[s] || strings.Contains(s, "  ") {
				t.Errorf("%q", s)
			}
			seen[s] = true
		}
	}
}

// A format takes the same values in both languages.
func TestFormatsAgree(t *testing.T) {
	verbs := func(s string) string {
		var b strings.Builder
		for i := 0; i+1 < len(s); i++ {
			if s[i] == '%' && strings.IndexByte("sdq", s[i+1]) >= 0 {
				b.WriteByte(s[i+1])
			}
		}
		return b.String()
	}
	var all []Text
	for _, g := range [][]Text{
		questions[:], findings[:], doubts[:], calls[:], promiseMade[:], planSaved[:], statuses[:], settlements[:],
		promiseOrigins[:], planErrors[:], briefs[:],
	} {
		all = append(all, g...)
	}
	for _, r := range reasons {
		all = append(all, r.Short, r.Long)
	}
	for _, x := range all {
		if verbs(x.FR) != verbs(x.EN) {
			t.Errorf("%q and %q take other values", x.FR, x.EN)
		}
	}
}
