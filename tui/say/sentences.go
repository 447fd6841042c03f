package say

import (
	"errors"
	"strconv"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
	"relance/domain/why"
	"relance/domain/wording"
	"relance/tui/ui"
)

// Reason says why a client stands where it stands.
func (v Voice) Reason(r priority.Reason, cur money.Currency) string {
	return wording.Reason(v.Lang, r, cur, v.Today)
}

// ReasonIn says it in w cells: in a sentence where one fits, else in ever fewer
// words.
func (v Voice) ReasonIn(r priority.Reason, cur money.Currency, w int) string {
	forms := wording.ReasonForms(v.Lang, r, cur, v.Today)
	for _, s := range forms {
		if ui.Width(s) <= w {
			return s
		}
	}
	return forms[len(forms)-1]
}

// Event says what happened. Find gives the event of an id that it names, nil
// when it is not known.
func (v Voice) Event(e *journal.Event, cur money.Currency, find func(journal.ID) *journal.Event) string {
	return wording.Event(v.Lang, *e, wording.EventContext{Today: v.Today, Currency: cur, Find: find})
}

// FindIn gives the events of a timeline by their ids.
func FindIn(rows []desk.TimelineRow) func(journal.ID) *journal.Event {
	return func(id journal.ID) *journal.Event {
		for i := range rows {
			if rows[i].Event.ID == id {
				return rows[i].Event
			}
		}
		return nil
	}
}

// Reading says what a line will record, or the question that it leaves open. An
// empty line says nothing.
func (v Voice) Reading(r entry.Reading, f act.Facts) (sentence string, question bool) {
	if r.Question.Open() {
		return wording.Question(v.Lang, r.Question, f.Today), true
	}
	if r.Command == nil {
		return "", false
	}
	c := wording.SentenceContext{Today: f.Today, Currency: f.Currency, Zone: f.Zone, Asked: r.Asked}
	if cl, ok := r.Command.(act.Close); ok {
		for _, t := range f.Targets {
			if t.ID == cl.Target && t.Kind == cl.What {
				c.Amount, c.Date = t.Amount, t.Date
			}
		}
	}
	promises, plans := f.Replaced(r.Command)
	c.Replaced = replaced(promises, plans)
	switch cmd := r.Command.(type) {
	case act.Promise:
		c.Ticked = ticked(f, cmd.Items)
	case act.Plan:
		c.Ticked = ticked(f, cmd.Plan.Items)
	case act.Dispute:
		c.Touched = replaced(f.Touched(cmd))
	case act.Receipt:
		c.Advance = min(max(cmd.Amount.Minor-max(f.Open-f.Unapplied, 0), 0), cmd.Amount.Minor)
	}
	return wording.CommandSentence(v.Lang, r.Command, c), false
}

// Replaces names the agreements whose place a command takes, empty where it takes
// none.
func (v Voice) Replaces(cmd act.Command, f act.Facts) string {
	return wording.Replaces(v.Lang, replaced(f.Replaced(cmd)), v.Today)
}

// replaced names agreements for a sentence.
func replaced(promises []act.StandingPromise, plans []act.StandingPlan) []wording.Replaced {
	var out []wording.Replaced
	for i := range promises {
		out = append(out, wording.Replaced{Day: promises[i].Due})
	}
	for i := range plans {
		out = append(out, wording.Replaced{Plan: true, Signed: plans[i].State == act.Signed, Day: plans[i].MadeOn})
	}
	return out
}

// ticked sums up the items that were chosen, and what of them an act over those
// parts leaves out, with what is not due yet. Credits were taken off where the
// act is over all that is left of them.
func ticked(f act.Facts, parts []journal.Part) wording.Ticked {
	var t wording.Ticked
	var said, left int64
	for i := range parts {
		said += parts[i].Amount
	}
	for i := range f.Items {
		it := &f.Items[i]
		if !it.Ticked {
			continue
		}
		out := it.Open // what the act leaves out
		for _, p := range parts {
			if p.Item == it.Key {
				out -= p.Amount
			}
		}
		t.Sum += it.Open
		t.Items = append(t.Items, journal.Part{Item: it.Key, Amount: it.Open})
		if free := it.Open - it.Disputed - it.Promised - it.Planned; it.Due >= f.Today {
			left += free
		} else {
			left += it.Collectible
			t.Unapplied += max(free-it.Collectible, 0)
		}
		for _, part := range []struct {
			sum *int64
			n   int64
		}{{&t.Disputed, it.Disputed}, {&t.Promised, it.Promised}, {&t.Planned, it.Planned}} {
			n := max(min(part.n, out), 0)
			*part.sum += n
			out -= n
		}
		if it.Due >= f.Today {
			t.NotDue += it.Open
		}
	}
	if t.Unapplied = min(t.Unapplied, f.Unapplied); said != left {
		t.Unapplied = 0
	}
	return t
}

// Command says what a command will record.
func (v Voice) Command(cmd act.Command) string {
	return wording.CommandSentence(v.Lang, cmd, wording.SentenceContext{Today: v.Today})
}

// Question says what to ask the debtor.
func (v Voice) Question(b desk.Brief) string {
	if b.Question >= desk.BriefQuestionCount {
		return ""
	}
	if b.Question == desk.AskWhyBroken && b.QuestionOf.Minor > b.QuestionSum.Minor {
		return wording.BriefMissing(v.Lang, b.QuestionSum, b.QuestionOf, b.QuestionDate, v.Today)
	}
	return wording.BriefQuestion(v.Lang, wording.Brief(b.Question), b.QuestionSum, b.QuestionDate, b.QuestionItem, v.Today)
}

// PlanError says why no plan can be drawn up.
func (v Voice) PlanError(err error) string {
	var e *plan.Error
	if errors.As(err, &e) {
		return wording.PlanError(v.Lang, e)
	}
	return v.T(wording.LabelPlanRefused)
}

// Points writes points: "+30".
func (v Voice) Points(n int64) string {
	if n > 0 {
		return "+" + strconv.FormatInt(n, 10)
	}
	return strconv.FormatInt(n, 10)
}

// Figure names a figure, a term, a rule or a source.
func (v Voice) Figure(c why.Code) string { return wording.Figure(v.Lang, c) }

// Value writes a figure's value in its unit.
func (v Voice) Value(n int64, u why.Unit, cur money.Currency) string {
	switch u {
	case why.Days:
		return v.Late(int(n))
	case why.PPM:
		return v.Percent(n)
	case why.Count:
		return strconv.FormatInt(n, 10)
	case why.Points:
		return v.Points(n)
	case why.Day:
		return wording.ShortDay(calendar.Date(n), 0)
	}
	return v.Exact(n, cur)
}

// Doubt says what to check before an import.
func (v Voice) Doubt(d ledger.Doubt) string { return wording.Doubt(v.Lang, d) }

// Finding says a deviation met in a file, and where.
func (v Voice) Finding(f ledger.Finding) string {
	s := wording.Finding(v.Lang, f)
	if f.Line > 0 {
		s = wording.ImportLine.Fill(v.Lang, f.Line) + v.T(wording.LabelColon) + s
	}
	if f.Count > 1 {
		s += " (" + wording.ImportTimes.Fill(v.Lang, f.Count) + ")"
	}
	return s
}

// refusals are the desk's refusals in words, in the order of their codes.
var refusals = [desk.CodeCount]wording.Message{
	wording.RefusedReadOnly, wording.RefusedNoClient, wording.RefusedNothing, wording.RefusedBuiltOn,
	wording.RefusedNotOwn, wording.RefusedPast, wording.RefusedInvalid, wording.RefusedStore, wording.RefusedStale, wording.RefusedBarred,
}

// Error says what went wrong; then that nothing was lost, and what to do.
func (v Voice) Error(err error) (what, rest string) {
	m := wording.RefusedStore
	var e *desk.Error
	if errors.As(err, &e) && e.Code < desk.CodeCount {
		m = refusals[e.Code]
	}
	rest = m.Safe.In(v.Lang)
	if do := m.Do.In(v.Lang); do != "" {
		rest += " " + do
	}
	return m.What.In(v.Lang), rest
}
