package planeditor

import (
	"strings"
	"testing"

	"relance/domain/act"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/wording"
	"relance/tui/msg"
)

// TestNoSignIsLost: a date written where an amount belongs is refused in words,
// whatever follows; so are signs that no number has.
func TestNoSignIsLost(t *testing.T) {
	for _, text := range []string{"20/01/27", "20=5", "2+3"} {
		b := newBench(80, 30, wording.French)
		b.open(2, 3)
		b.press("<tab>" + text)
		was := b.now.sheet.Line(0).Amount()
		if b.bad == "" || strings.Contains(text, "/") && !strings.Contains(b.bad, "colonne date") {
			t.Errorf("%s: %q", text, b.bad)
		}
		b.press("<enter>")
		if _, ok := b.last().(msg.Refuse); !ok || b.now.sheet.Line(0).Amount() != was {
			t.Errorf("%s was taken: %#v", text, b.last())
		}
	}
}

// TestChargesAlwaysShown: interest and indemnity have their columns at every
// width that a pane has, and a mark says how many lines are below.
func TestChargesAlwaysShown(t *testing.T) {
	for _, w := range []int{50, 61, 80, 100} {
		b := newBench(w, 22, wording.French)
		b.open(3, 24)
		b.press("m<end><up><up><right><right><up><right><right>m")
		if b.plan.Interest != journal.ChargesAsked || b.plan.Fees != journal.ChargesAsked {
			t.Fatalf("at %d: %v %v", w, b.plan.Interest, b.plan.Fees)
		}
		b.press("<tab>")
		got := b.text()
		for _, want := range []string{"intérêts", "indemn.", "↓"} {
			if !strings.Contains(got, want) {
				t.Errorf("at %d without %q:\n%s", w, want, got)
			}
		}
	}
}

// TestWaivedNeedsNoRate: interest that is given up raises no alarm about a rate
// that is not known, and the plan can be saved.
func TestWaivedNeedsNoRate(t *testing.T) {
	b := newBench(80, 40, wording.French)
	b.until = today.AddDays(-1)
	b.open(2, 3)
	b.press("m<end><up><up><up><right>")
	if b.plan.Interest != journal.ChargesWaived {
		t.Fatalf("interest %v", b.plan.Interest)
	}
	if got := b.text(); b.cur.missing() != nil || !strings.Contains(got, "chiffrés") {
		t.Errorf("alarm:\n%s", got)
	}
	b.press("<enter>")
	if _, ok := b.last().(msg.Do); !ok {
		t.Errorf("not saved: %#v", b.last())
	}
}

// TestWaivedAndSuspendedApart: each has its own figure.
func TestWaivedAndSuspendedApart(t *testing.T) {
	b := newBench(80, 44, wording.French)
	b.open(2, 3)
	b.press("m<end><up><up><right>") // indemnities waived
	b.press("<up><left>")            // interest suspended
	got := strings.Join(strings.Fields(b.text()), " ")
	if b.plan.Interest != journal.ChargesSuspended || b.plan.Fees != journal.ChargesWaived {
		t.Fatalf("%v %v", b.plan.Interest, b.plan.Fees)
	}
	if !strings.Contains(got, "abandonné au") || !strings.Contains(got, "suspendu, calculé") {
		t.Errorf("%s", got)
	}
}

// TestOneCent: a debt that cannot be split gets the one instalment that it can.
func TestOneCent(t *testing.T) {
	b := newBench(80, 30, wording.French)
	f := facts(1)
	f.Items[0].Open, f.Items[0].Collectible = 1, 1
	b.SetClient(client)
	b.Open(act.Plan{Base: act.Base{Client: client.Key}, Plan: journal.Plan{Items: []journal.Part{{Item: f.Items[0].Key, Amount: 1}}}}, entry.PlanTerms{Months: 3}, f)
	if b.cur.sheet.Len() != 1 || !strings.Contains(b.bad, "ramené") {
		t.Errorf("%d lines, said %q", b.cur.sheet.Len(), b.bad)
	}
}

// TestOrdinaryAmount: the field shows an ordinary instalment, not one that was
// fixed.
func TestOrdinaryAmount(t *testing.T) {
	b := newBench(80, 30, wording.French)
	b.open(2, 4)
	b.press("<tab>500<enter>")
	if got := b.ordinary(); got != b.plan.Instalments[1].Amount() || got == 50000 {
		t.Errorf("shows %d", got)
	}
}
