package entry

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// The desk of most cases: Monday 23 November 2026 at ten, a French client with
// two overdue invoices, 12 450.00 and 5 303.00, and one of 8 176.00 that is due
// on 15 December.
func desk() act.Facts {
	return act.Facts{
		Client: ledger.ClientKey{Creditor: "732829320", Account: "C00231"}, Name: "Garage Lefèvre",
		Today: day(2026, 11, 23), Minute: 10 * 60, Zone: calendar.France, Currency: money.EUR,
		Collectible: 1775300, Open: 2592900, Current: -1,
		Items: []act.Item{
			{Key: key("F1"), Due: day(2026, 9, 9), Open: 1245000, Collectible: 1245000},
			{Key: key("F2"), Due: day(2026, 9, 30), Open: 530300, Collectible: 530300},
			{Key: key("F3"), Due: day(2026, 12, 15), Open: 817600},
		},
	}
}

func key(number string) ledger.ItemKey { return ledger.ItemKey{Number: number} }

func day(y, m, d int) calendar.Date { return calendar.Of(y, time.Month(m), d) }

// with changes the desk.
func with(change func(f *act.Facts)) act.Facts {
	f := desk()
	change(&f)
	return f
}

// A case is a line and what it should mean, in the short form of render.
type lineCase struct{ line, want string }

func check(t *testing.T, f act.Facts, k Keys, cases []lineCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.line, func(t *testing.T) {
			if got := render(Read(c.line, f, k)); got != c.want {
				t.Errorf("%q\n got %s\nwant %s", c.line, got, c.want)
			}
		})
	}
}

var questionNames = map[act.QuestionCode]string{
	act.AskAct: "act", act.AskOutcome: "outcome", act.AskToken: "token", act.AskDayOrAmount: "day or amount",
	act.AskThousands: "thousands", act.AskNumber: "number", act.AskTwoAmounts: "two amounts", act.AskTwoDates: "two dates",
	act.AskTwoLetters: "two letters", act.AskNoSuchDay: "no such day", act.AskPast: "past", act.AskFuture: "future",
	act.AskHour: "hour", act.AskHourPast: "hour past", act.AskZero: "zero", act.AskAbove: "above",
	act.AskNothingDue: "nothing due", act.AskNothingOpen: "nothing open", act.AskAmount: "amount", act.AskReason: "reason",
	act.AskStatus: "status", act.AskJudgment: "judgment", act.AskText: "text", act.AskContact: "contact",
	act.AskNothingToClose: "nothing to close", act.AskWhich: "which", act.AskEnding: "ending",
	act.AskInstalments: "instalments", act.AskDayOfMonth: "day of month", act.AskClient: "client",
}

// render writes a reading shortly: the command that would be recorded, not the
// reading's own fields, where there is one. Dates are d/m in 2026, else with
// the year; "<28/11" is the day asked for where it was moved. "!" = without
// Enter, ">" = next client, "auto" = automatic follow-up.
func render(r Reading) string {
	if r.Question.Open() {
		if r.Command != nil || r.Immediate {
			return "question with a command"
		}
		return "? " + questionNames[r.Question.Code]
	}
	var s string
	switch c := r.Command.(type) {
	case nil:
		s = r.Act.Key()
	case act.Call:
		s = fmt.Sprintf("call %d%s%s", c.Outcome, channel(c.Channel), followUp(c.FollowUp))
	case act.Promise:
		s = "promise" + [...]string{"", " written", " announced"}[c.Origin] + channel(c.Channel) + " " + sum(c.Amount) + " " + short(c.Due) + moved(c.Asked) + parts(c.Items)
		if len(c.Supersedes) > 0 {
			s += fmt.Sprintf(" instead of %d", len(c.Supersedes))
		}
	case act.Plan:
		s = fmt.Sprintf("plan%s %d months", channel(c.Channel), r.Months)
		if r.Terms.Day > 0 {
			s += fmt.Sprintf(" day %d", r.Terms.Day)
		}
		if r.Terms.Monthly.Minor > 0 {
			s += " monthly " + sum(r.Terms.Monthly)
		}
		if r.Terms.Down.Minor > 0 {
			s += " down " + sum(r.Terms.Down)
		}
		s += " from " + short(r.Terms.First) + moved(r.Asked) + parts(c.Plan.Items)
	case act.Dispute:
		s = "dispute" + channel(c.Channel) + " " + string("bpqlrdfavgex"[c.Reason]) + parts(c.Items)
	case act.Callback:
		s = "callback" + channel(c.Channel) + followUp(c.Callback) + moved(c.Asked)
	case act.Receipt:
		s = "receipt " + sum(c.Amount) + " " + short(c.On) + parts(c.Items)
	case act.SetStatus:
		st := c.Status
		s = fmt.Sprintf("status %d", st.Status)
		for _, d := range []calendar.Date{st.Since, st.Published, st.Until} {
			if !d.IsZero() {
				s += " " + short(d)
			}
		}
		s += moved(r.Asked)
	case act.Close:
		s = fmt.Sprintf("close %d %d", c.What, c.Target.Seq)
		if c.What == act.CloseDispute {
			s += [...]string{" founded", " unfounded"}[c.Founded]
		}
		if c.Cancelled {
			s += " off"
		}
		if c.Sign {
			s += " signed"
		}
	case act.Note:
		s = "note " + c.Text
	case act.SetContact:
		p := c.Person
		s = "contact " + strings.Join([]string{p.Name, p.Role, p.Phone, p.Email}, "|")
	}
	if r.Immediate {
		s += " !"
	}
	if r.NextClient {
		s += " >"
	}
	if r.OfferPlan {
		s += " plan?"
	}
	if r.Escalate {
		s += " escalate"
	}
	return s
}

func channel(c journal.Channel) string { return [...]string{"", " rang", " writing"}[c] }

func short(d calendar.Date) string {
	y, m, n := d.YMD()
	if y == 2026 {
		return fmt.Sprintf("%d/%d", n, int(m))
	}
	return fmt.Sprintf("%d/%d/%d", n, int(m), y)
}

func moved(asked calendar.Date) string {
	if asked.IsZero() {
		return ""
	}
	return "<" + short(asked)
}

func sum(a money.Amount) string {
	return strings.TrimSuffix(money.FormatPlain(a), ".00")
}

func parts(items []journal.Part) string {
	s := ""
	for _, p := range items {
		s += " " + p.Item.Number + "=" + sum(money.Of(p.Amount, money.EUR))
	}
	return s
}

func followUp(c journal.CallbackSet) string {
	if c.Day.IsZero() {
		return ""
	}
	s := " " + short(c.Day)
	if c.Minute >= 0 {
		s += fmt.Sprintf(" %dh%02d", c.Minute/60, c.Minute%60)
	}
	s += [...]string{"", " morning", " afternoon"}[c.Half]
	if c.Automatic {
		s += " auto"
	}
	return s
}
