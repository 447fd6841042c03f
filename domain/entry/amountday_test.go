package entry

import (
	"testing"

	"relance/domain/act"
	"relance/domain/journal"
)

// An amount a month and then a number that can be a day: the day. Two numbers
// after it are instalments and day, as before it.
func TestAmountThenDay(t *testing.T) {
	for _, c := range []struct {
		line        string
		ask         act.QuestionCode
		months, day int
	}{
		{"e 5000 15", act.NoQuestion, 4, 15},
		{"e 5000 31", act.NoQuestion, 4, 31},
		{"e 3000 6 15", act.NoQuestion, 6, 15},
		{"e 5000 6 15", act.AskAbove, 0, 0}, // more than the debt
		{"e 6 2000", act.NoQuestion, 6, 0},
		{"e 5000 15 v", act.AskTwoDates, 0, 0},
		{"e a1000 6", act.NoQuestion, 6, 0},
		{"e 5000 a1000", act.NoQuestion, 4, 0},
	} {
		r := Read(c.line, desk(), French)
		if r.Question.Code != c.ask || c.ask == act.NoQuestion && (r.Terms.Months != c.months || r.Terms.Day != c.day) {
			t.Errorf("%q: %d months, day %d, asked %v", c.line, r.Terms.Months, r.Terms.Day, r.Question)
		}
	}
	small := with(func(f *act.Facts) {
		f.Open, f.Collectible = 3_000_00, 3_000_00
		f.Items = f.Items[:1]
		f.Items[0].Open, f.Items[0].Collectible = 3_000_00, 3_000_00
	})
	if r := Read("e 6 500", small, French); r.Question.Open() || r.Terms.Months != 6 || r.Terms.Monthly.Minor != 500_00 {
		t.Errorf("6 500 on a debt of 3 000: %+v, asked %v", r.Terms, r.Question)
	}
}

// What is left over after equal instalments is no instalment of its own where it
// is next to nothing.
func TestNoCrumbInstalment(t *testing.T) {
	for total, want := range map[int64]int{3_500_01: 7, 3_524_99: 7, 3_525_00: 8, 3_500_00: 7, 500_01: 1} {
		f := with(func(f *act.Facts) {
			f.Open, f.Collectible = total, total
			f.Items = f.Items[:1]
			f.Items[0].Open, f.Items[0].Collectible = total, total
		})
		p, ok := Read("e 500", f, French).Command.(act.Plan)
		if !ok {
			t.Errorf("%d: not read", total)
			continue
		}
		var sum int64
		for _, i := range p.Plan.Instalments {
			sum += i.Principal
		}
		if len(p.Plan.Instalments) != want || sum != total {
			t.Errorf("%d: %d instalments, %d in all", total, len(p.Plan.Instalments), sum)
		}
	}
}

// f names the letters that fit, and the thing where a letter fits two.
func TestClosingLetters(t *testing.T) {
	f := with(func(f *act.Facts) {
		f.Targets = []act.Target{
			{Kind: act.ClosePromise, ID: journal.ID{Device: 1, Seq: 1}},
			{Kind: act.ClosePlan, ID: journal.ID{Device: 1, Seq: 2}, Signed: true},
		}
	})
	want := act.Endings{EndWithdrawn: "a p", EndPlanCancelled: "a e"}
	if q := Read("f", f, French).Question; q.Endings != want {
		t.Errorf("f: %+v", q)
	}
	if q := Read("f a", f, French).Question; q.Code != act.AskWhich || q.Endings != want {
		t.Errorf("f a: %+v", q)
	}
	for line, kind := range map[string]act.CloseKind{"f a p": act.ClosePromise, "f a e": act.ClosePlan, "fap": act.ClosePromise} {
		if c, ok := Read(line, f, French).Command.(act.Close); !ok || c.What != kind {
			t.Errorf("%q: %+v", line, c)
		}
	}
	if q := Read("f s", f, French).Question; !q.Open() {
		t.Error("a signed plan is signed again")
	}
	m := FrenchKeys()
	var offered []string
	for _, n := range m.Next("f ", f) {
		offered = append(offered, n.Text)
	}
	if len(offered) != 2 || offered[0] != "a p" || offered[1] != "a e" {
		t.Errorf("offered %q", offered)
	}
	f.Targets = f.Targets[1:]
	if q := Read("f", f, French).Question; q.Code != act.AskEnding || q.Endings != (act.Endings{EndPlanCancelled: "a"}) {
		t.Errorf("one plan: %+v", q)
	}
}
