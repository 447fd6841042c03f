package main

import (
	"slices"
	"strings"
	"testing"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/store/paper"
)

// proposedPlan proposes a plan of three instalments and gives its row.
func proposedPlan(t *testing.T, account string) (*paperCase, *desk.PlanRow) {
	t.Helper()
	s := seatedOnSample(t)
	f := s.office.view().Facts(s.client(t, account), money.EUR, desk.Selection{})
	drawn, _, err := s.p.drawPlan(s.office.view(), f, draftOptions{
		months: 3, every: "month", roll: "following", order: "due", interest: "reserved", fees: "reserved",
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.office.session.Do(act.Plan{Base: act.Base{Client: f.Client}, Contact: act.Contact{Minute: -1}, State: act.Proposed, Plan: drawn}); err != nil {
		t.Fatal(err)
	}
	file := s.office.view().File(f.Client, money.EUR)
	c, err := s.p.paperCase(s.office.view(), file, "fr")
	if err != nil {
		t.Fatal(err)
	}
	return c, file.Plan(journal.ID{})
}

// Which paper a plan asks for without one named, and with what the agreement
// comes: only a plan that stands is confirmed and reminded of.
func TestPaperByState(t *testing.T) {
	c, found := proposedPlan(t, "C00058")
	for _, want := range []struct {
		state plan.State
		step  plan.Step
		what  string
		files string
	}{
		{plan.Draft, plan.NoStep, paper.NameAgreement, ".eml .pdf .txt .ics .csv"},
		{plan.Proposed, plan.NoStep, paper.NameAgreement, ".eml .pdf .txt .ics .csv"},
		{plan.Signed, plan.NoStep, paper.NameAgreement, ".eml .pdf .txt .ics .csv"},
		{plan.Breached, plan.SendNotice, paper.NameBreach, ".pdf .txt .csv"},
		{plan.Breached, plan.CallBalance, paper.NameBreach, ".pdf .txt .csv"},
		{plan.Completed, plan.NoStep, "", ".pdf .txt .csv"},
		{plan.Cancelled, plan.NoStep, "", ".pdf .txt .csv"},
		{plan.Superseded, plan.NoStep, "", ".pdf .txt .csv"},
	} {
		row := *found
		row.Standing.State, row.Accelerated.Step = want.state, want.step
		what, err := c.usualPaper(&row)
		if what != want.what || (err == nil) != (want.what != "") || err != nil && c.p.fault(err).code != exitUsage {
			t.Errorf("%s: %q, %v", want.state, what, err)
		}
		papers, err := c.planPapers(&row, "")
		if err != nil {
			t.Fatal(err)
		}
		var endings []string
		for _, f := range papers.files {
			endings = append(endings, f.ending)
		}
		if got := strings.Join(endings, " "); got != want.files {
			t.Errorf("%s: %s", want.state, got)
		}
	}
}

// What is past or paid is not reminded of; the schedule says how each stands.
func TestPaperOfARunningPlan(t *testing.T) {
	c, found := proposedPlan(t, "C00058")
	row := *found
	row.Plan.Instalments = slices.Clone(row.Plan.Instalments)
	row.Plan.Instalments[0].Due = c.day - 1
	row.Standing.State = plan.Signed
	row.Standing.Instalments = []plan.InstalmentStanding{{State: plan.Missed}, {State: plan.Kept}, {State: plan.Upcoming}}
	papers, err := c.planPapers(&row, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range papers.files {
		switch f.ending {
		case ".ics":
			if n := strings.Count(string(f.data), "BEGIN:VEVENT"); n != 1 || !strings.Contains(string(f.data), "3/3") {
				t.Errorf("%d entries:\n%s", n, f.data)
			}
		case ".csv":
			rows := strings.Split(strings.TrimSpace(string(f.data)), "\n")
			for i, state := range []string{"state", "missed", "kept", "upcoming"} {
				if !strings.HasSuffix(strings.TrimSpace(rows[i]), state) {
					t.Errorf("line %d: %q, want %s", i, rows[i], state)
				}
			}
		}
	}
}
