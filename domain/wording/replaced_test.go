package wording

import (
	"strings"
	"testing"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/priority"
)

// What an act takes the place of is named in its sentence.
func TestSentencesNameWhatTheyReplace(t *testing.T) {
	day := calendar.Of(2026, 11, 23)
	friday := Replaced{Day: day + 4}
	plain, signed := Replaced{Plan: true, Day: day}, Replaced{Plan: true, Signed: true, Day: day}
	part := []journal.Part{{Item: ledger.ItemKey{Number: "G1"}, Amount: 100_00}}
	promise := act.Promise{Amount: money.Of(100_00, money.EUR), Due: day + 4, Items: part}
	plan := act.Plan{State: act.Proposed, Plan: journal.Plan{
		Currency: money.EUR, Items: part, Instalments: []journal.Instalment{{Due: day + 30, Principal: 100_00}},
	}}
	dispute := act.Dispute{Items: part}
	three := []journal.Part{{Item: ledger.ItemKey{Number: "F1"}}, {Item: ledger.ItemKey{Number: "F2"}}, part[0]}
	sign := act.Close{What: act.ClosePlan, Sign: true}
	for _, c := range []struct {
		cmd     act.Command
		ctx     SentenceContext
		fr, eng string
	}{
		{plan, SentenceContext{Replaced: []Replaced{friday}}, ", remplace la promesse du 27/11", ", replaces the promise for 27/11"},
		{plan, SentenceContext{Replaced: []Replaced{friday, {Day: day + 7}}}, ", remplace les promesses du 27/11 et du 30/11", ", replaces the promises for 27/11 and 30/11"},
		{plan, SentenceContext{Replaced: []Replaced{signed}}, ", remplace l'échéancier signé du 23/11", ", replaces the signed plan of 23/11"},
		{plan, SentenceContext{Replaced: []Replaced{plain}}, ", remplace l'échéancier du 23/11", ", replaces the plan of 23/11"},
		{plan, SentenceContext{Replaced: []Replaced{plain, signed}}, ", remplace 2 échéanciers, dont 1 signé", ", replaces 2 plans, 1 of them signed"},
		{promise, SentenceContext{Replaced: []Replaced{plain}}, ", remplace l'échéancier du 23/11, non signé", ", replaces the plan of 23/11, not signed"},
		{promise, SentenceContext{Replaced: []Replaced{friday, plain}}, ", remplace la promesse du 27/11 et l'échéancier du 23/11, non signé", ", replaces the promise for 27/11 and the plan of 23/11, not signed"},
		{sign, SentenceContext{Replaced: []Replaced{friday}}, "signé, remplace la promesse du 27/11", "signed, replaces the promise for 27/11"},
		{dispute, SentenceContext{Currency: money.EUR, Replaced: []Replaced{friday}, Touched: []Replaced{signed}}, ", annule la promesse du 27/11, l'échéancier signé du 23/11 reste en cours", ", ends the promise for 27/11, the signed plan of 23/11 goes on"},
		{
			promise,
			SentenceContext{Ticked: Ticked{Sum: 300_00, Unapplied: 200_00, Items: three}},
			", sur F1, F2 et G1, après 200,00\u00a0€ de crédits non affectés", ", on F1, F2 and G1, after €200.00 of unapplied credits",
		},
		{act.Receipt{Amount: money.Of(150_00, money.EUR), On: day, Items: part}, SentenceContext{Advance: 50_00}, ", dont 50,00\u00a0€ d'avance", ", of which €50.00 in advance"},
	} {
		c.ctx.Today = day
		if got := CommandSentence(French, c.cmd, c.ctx); !strings.HasSuffix(got, c.fr) {
			t.Errorf("%s\nends not in %s", got, c.fr)
		}
		if got := CommandSentence(English, c.cmd, c.ctx); !strings.HasSuffix(got, c.eng) {
			t.Errorf("%s\nends not in %s", got, c.eng)
		}
	}
}

// A reason names what was promised and what is missing, in every form.
func TestReasonsOfWhatIsMissing(t *testing.T) {
	day := calendar.Of(2026, 11, 23)
	r := priority.Reason{Code: priority.PromiseBroken, Amount: 10_00, Of: 1_000_00, Date: day - 5}
	if got := Reason(French, r, money.EUR, day); got != "1\u202f000\u00a0€ promis pour le 18/11, il manque 10\u00a0€" {
		t.Error(got)
	}
	if got := Reason(English, r, money.EUR, day); got != "€1,000 promised for 18/11, €10 missing" {
		t.Error(got)
	}
	forms := ReasonForms(French, r, money.EUR, day)
	for i, f := range forms[:len(forms)-1] {
		if !strings.Contains(f, "10\u00a0€") {
			t.Errorf("form %d: %s", i, f)
		}
	}
	r.Amount = r.Of
	if got := Reason(French, r, money.EUR, day); !strings.HasSuffix(got, "non tenue") {
		t.Error(got)
	}
}

// The letters that close a thing are named where they are asked for.
func TestClosingNamesItsLetters(t *testing.T) {
	q := act.Question{Code: act.AskEnding, Endings: act.Endings{3: "s", 4: "a"}}
	if got := Question(French, q, 0); got != "Clore comment ? s échéancier signé, a annuler l'échéancier" {
		t.Error(got)
	}
}

// An import that brought nothing in says nothing of money.
func TestImportWithoutMoney(t *testing.T) {
	e := journal.Event{Content: journal.LedgerImported{Name: "a.csv", Settled: 2}}
	if got := Event(French, e, EventContext{}); got != "import de a.csv : 0 nouvelles, 2 soldées, 0 changées" {
		t.Error(got)
	}
}
