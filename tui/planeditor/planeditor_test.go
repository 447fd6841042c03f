package planeditor

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
)

// TestCharges: interest asked is in the lines; a rate that is not known is said,
// not guessed, accepted as provisional or asked for.
func TestCharges(t *testing.T) {
	b := newBench(60, 30, wording.French)
	b.until = today.AddDays(40)
	b.open(2, 3)
	b.press("m<end><up><up><up><right><right>")
	if b.Missing() == nil || !strings.Contains(b.text(), "taux inconnu") {
		t.Fatalf("%v\n%s", b.cur.fault(), b.text())
	}
	b.press("<enter>")
	if _, ok := b.last().(msg.Refuse); !ok {
		t.Errorf("saved without a rate: %#v", b.last())
	}
	b.press("t")
	if r, ok := b.last().(msg.EnterRate); !ok || r.Basis != latefee.FRDefault || r.From != today.AddDays(41) {
		t.Errorf("asked %#v", b.last())
	}
	b.press("y")
	if b.Missing() != nil || !b.plan.Provisional || b.plan.Instalments[0].Interest == 0 {
		t.Fatalf("not accepted: %+v", b.plan)
	}
	if !strings.Contains(b.text(), "taux provisoire") {
		t.Errorf("provisional is not said:\n%s", b.text())
	}
	b.press("u")
	if b.Missing() == nil {
		t.Error("taken back, the rate is known")
	}
	b.until = today.AddDays(4000) // the rate was entered
	b.Reprice()
	if b.Missing() != nil || b.plan.Provisional || b.plan.Instalments[0].Interest == 0 {
		t.Errorf("with the rate: %+v", b.plan)
	}
	b.press("<down><right><right>") // indemnities asked
	before := b.plan.Instalments[1].Amount()
	b.press("<tab>500<enter>")
	if got := b.plan.Instalments[0].Amount(); got > 50000 || got < 49900 || before == 0 {
		t.Errorf("a line of 500,00 asks for %d", got)
	}
	b.sums(t)
}

// TestCompare keeps a draft, edits another, and swaps them.
func TestCompare(t *testing.T) {
	for _, w := range []int{40, 60, 80} {
		b := newBench(w, 30, wording.French)
		b.open(2, 3)
		b.press("w")
		if _, ok := b.last().(msg.Refuse); !ok {
			t.Error("swapped with nothing")
		}
		b.press("=12<enter>")
		if got := b.text(); !strings.Contains(got, "durée") || !strings.Contains(got, "12 mois") || !strings.Contains(got, "3 mois") {
			t.Errorf("at %d:\n%s", w, got)
		}
		b.press("w")
		if b.cur.sheet.Len() != 3 || b.other.sheet.Len() != 12 {
			t.Errorf("swapped: %d, %d", b.cur.sheet.Len(), b.other.sheet.Len())
		}
		b.press("o<enter>")
		if cmd, ok := b.last().(msg.Do); !ok || len(cmd.Command.(act.Plan).Plan.Instalments) != 3 || b.Compares() {
			t.Errorf("chosen: %#v", b.last())
		}
	}
}

// TestMovedDatesSayWhy at every width.
func TestMovedDatesSayWhy(t *testing.T) {
	for _, w := range []int{40, 50, 61, 80} {
		b := newBench(w, 32, wording.French)
		b.open(2, 6)
		b.press("<down><down>01/05/2027<enter>")
		if got := b.text(); !strings.Contains(got, "→ lun.") {
			t.Errorf("at %d:\n%s", w, got)
		}
	}
	b := newBench(61, 32, wording.French)
	b.open(2, 2)
	b.press("<down><down>25/12/2026<enter>")
	if got := b.text(); !strings.Contains(got, "25/12 férié → lun.") {
		t.Errorf("a holiday:\n%s", got)
	}
}

// TestWarningsInWords: what is unusual is said beside the plan.
func TestWarningsInWords(t *testing.T) {
	b := newBench(61, 40, wording.French)
	b.open(2, 6)
	file := desk.File{LimitUntil: today.AddDays(50)}
	for _, it := range b.facts.Items {
		file.Items = append(file.Items, desk.ItemRow{Key: it.Key, Due: it.Due, LimitationOn: today.AddDays(400)})
	}
	b.SetFile(client, &file)
	b.press("30<enter>")
	got := strings.Join(strings.Fields(b.text()), " ")
	for _, want := range []string{"plus de 24 mois", "prescription", "plafond"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, b.text())
		}
	}
}

// TestBreach shows clause, balance and next step, the versions below, and offers
// another version.
func TestBreach(t *testing.T) {
	b := newBench(60, 30, wording.French)
	b.SetClient(client)
	id := func(n uint64) journal.ID { return journal.ID{Device: 1, Seq: n} }
	row := func(n uint64, state plan.State) desk.PlanRow {
		r := desk.PlanRow{MadeOn: today.AddDays(-60), Version: int(n), Standing: plan.Standing{State: state}}
		r.Plan = journal.Plan{ID: id(n), Currency: money.EUR, Items: []journal.Part{{Item: facts(1).Items[0].Key, Amount: 100000}}}
		for i := range 2 {
			r.Plan.Instalments = append(r.Plan.Instalments, journal.Instalment{Due: today.AddDays(-30 + 40*i), Principal: 50000})
			r.Standing.Instalments = append(r.Standing.Instalments, plan.InstalmentStanding{State: plan.Missed, Missing: 50000})
		}
		r.Standing.BreachedOn = today.AddDays(-20)
		r.Accelerated = plan.Accelerate(r.Plan, r.Standing, 0, today)
		return r
	}
	broken, old := row(2, plan.Breached), row(1, plan.Superseded)
	broken.Plan.Supersedes, old.ReplacedBy = []journal.ID{id(1)}, id(2)
	b.SetFile(client, &desk.File{Plans: []desk.PlanRow{broken, old}})
	got := strings.Join(strings.Fields(b.text()), " ")
	for _, want := range []string{"✗ rompu", "mise en demeure", "1 000,00 € exigibles", "version 2", "version 1 du", "nouvelle version"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, b.text())
		}
	}
	if !b.OnBroken() || b.OnSaved() {
		t.Fatal("the cursor does not stand on the breached plan")
	}
	req, _ := b.HandleIntent(keys.Renew)
	r, ok := req.(msg.RenewPlan)
	if !ok {
		t.Fatalf("asked %#v", req)
	}
	f := facts(1)
	f.Plans = []act.StandingPlan{{ID: id(2), Breached: true, Parts: broken.Plan.Items}}
	f.Items[0].Planned = 100000
	if !b.Renew(r.Row, f, true) {
		t.Fatal("nothing to renegotiate")
	}
	if got := b.text(); !strings.Contains(got, "version 1 du") || !strings.Contains(got, "version 2 du") {
		t.Errorf("the history is not shown:\n%s", got)
	}
	b.press("4<enter><enter>")
	cmd, _ := b.last().(msg.Do)
	p, ok := cmd.Command.(act.Plan)
	if !ok || !p.LogCall || len(p.Plan.Supersedes) != 1 || p.Plan.Supersedes[0] != id(2) || !p.Plan.ID.IsZero() || len(p.Plan.Instalments) != 4 {
		t.Errorf("asked %#v", b.last())
	}
}

// TestDrawingKeepsItsBox: whatever is pressed, at every size, each line is as
// wide as the pane and there are as many as it is high.
func TestDrawingKeepsItsBox(t *testing.T) {
	all := []string{
		"1", "6", "0", ",", "<down>", "<up>", "<left>", "<right>", "<tab>", "<shift+tab>", "<enter>", "<esc>", " ", "+", "x",
		"u", "U", "=", "w", "m", "y", "<end>", "<home>", "<pgdown>", "<pgup>", "J", "K", "s", "f", "<backspace>", "è",
	}
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.SampledFrom([]int{40, 45, 50, 51, 56, 61, 76, 80, 99}).Draw(t, "w"), rapid.IntRange(10, 40).Draw(t, "h")
		b := newBench(w, h, wording.Lang(rapid.IntRange(0, 1).Draw(t, "lang")))
		b.until = today.AddDays(rapid.SampledFrom([]int{100, 4000}).Draw(t, "until"))
		b.open(rapid.IntRange(1, 8).Draw(t, "n"), rapid.IntRange(1, 40).Draw(t, "months"))
		for _, k := range rapid.SliceOfN(rapid.SampledFrom(all), 0, 25).Draw(t, "keys") {
			b.press(k)
			lines := b.Draw(nil)
			if len(lines) != h {
				t.Fatalf("%d lines of %d", len(lines), h)
			}
			for i, l := range lines {
				if got := ansi.StringWidth(l); got != w {
					t.Fatalf("line %d is %d wide of %d: %q", i, got, w, ansi.Strip(l))
				}
			}
			if b.cur.sheet.Difference() == 0 && b.cur.sheet.Len() > 0 && b.plan.Total() != b.cur.sheet.Debt() {
				t.Fatalf("%d of %d", b.plan.Total(), b.cur.sheet.Debt())
			}
		}
	})
}

// BenchmarkReplan writes another amount for a line of 120 over 300 documents,
// with interest and indemnities, and draws the pane.
func BenchmarkReplan(b *testing.B) {
	for _, charged := range []bool{false, true} {
		b.Run(map[bool]string{false: "plain", true: "charged"}[charged], func(b *testing.B) {
			p := newBench(50, 32, wording.French)
			p.open(300, 120)
			if charged {
				p.press("m<end><up><up><right><right><up><right><right>m")
			}
			p.press("<tab><down>")
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if i%2 == 0 {
					p.press("4")
				} else {
					p.press("<backspace>")
				}
				_ = p.Draw(nil)
			}
		})
	}
}

// TestRefitForgets: what another act took cannot come back by undo, nor be
// covered anew; the draft itself stays where it is not concerned.
func TestRefitForgets(t *testing.T) {
	b := newBench(60, 30, wording.French)
	b.open(3, 3)
	b.press("=<tab><tab> ")
	now := facts(3)
	b.Refit(now)
	if len(b.past) != 1 || b.other == nil {
		t.Fatal("forgotten though nothing changed")
	}
	now.Items[0].Promised = now.Items[0].Open
	b.Refit(now)
	if !b.Editing() || len(b.past) != 0 || b.other != nil || b.plan.Total() != 230000 {
		t.Fatalf("%d steps, %d to pay", len(b.past), b.plan.Total())
	}
	if rows := b.rowsOfItems(); len(rows) != 2 {
		t.Errorf("%d documents can be covered", len(rows))
	}
	now.Items[1].Promised = 60000
	b.Refit(now)
	if b.plan.Total() != 170000 || b.cur.sheet.Len() != 3 {
		t.Errorf("then %d to pay in %d lines", b.plan.Total(), b.cur.sheet.Len())
	}
	b.sums(t)
}
