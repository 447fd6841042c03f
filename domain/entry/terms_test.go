package entry

import (
	"testing"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
)

// A plan keeps what the line said of it, and the dates by the calendar of the
// lines that weekends and holidays moved. The desk's day is Monday 23 November
// 2026.
func TestAPlanKeepsItsTerms(t *testing.T) {
	sunday := calendar.Of(2026, 12, 6)
	for _, c := range []struct {
		line  string
		want  journal.PlanTerms
		asked calendar.Date // of the first line
	}{
		{"e 6", journal.PlanTerms{Count: 6}, 0},
		{"e", journal.PlanTerms{Count: defaultMonths}, 0},
		{"e 6 15", journal.PlanTerms{Count: 6, Day: 15}, 0},
		{"e 6 5", journal.PlanTerms{Count: 6, Day: 5}, calendar.Of(2026, 12, 5)},
		{"e 6 a1000", journal.PlanTerms{Count: 6, Down: 1000_00}, 0},
		{"e 1500", journal.PlanTerms{By: journal.ByAmount, Amount: 1500_00}, 0},
		{"e 6 2000", journal.PlanTerms{By: journal.ByAmount, Count: 6, Amount: 2000_00}, 0},
		{"e 6 6/12", journal.PlanTerms{Count: 6, First: sunday}, sunday},
	} {
		r := Read(c.line, desk(), French)
		cmd, ok := r.Command.(act.Plan)
		if !ok {
			t.Errorf("%q: %v", c.line, r.Question)
			continue
		}
		first := 0
		if c.want.Down > 0 {
			first = 1
		}
		if cmd.Plan.Terms != c.want || cmd.Plan.Instalments[first].Asked != c.asked {
			t.Errorf("%q: terms %+v, first line %+v", c.line, cmd.Plan.Terms, cmd.Plan.Instalments[first])
		}
		if c.want.By == journal.ByAmount && c.want.Count > 0 {
			lines := cmd.Plan.Instalments
			if len(lines) != int(c.want.Count) || lines[0].Principal != c.want.Amount || cmd.Plan.Total() != r.Terms.Total.Minor {
				t.Errorf("%q: %+v", c.line, lines)
			}
		}
	}
}
