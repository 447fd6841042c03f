package planeditor

import (
	"fmt"
	"strings"
	"testing"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
)

// TestFourWays: number, amount, end and capacity each draw the plan up.
func TestFourWays(t *testing.T) {
	for _, c := range []struct {
		name, keys string
		lines      int
		want       string
	}{
		{"number", "4<enter>", 4, ""},
		{"amount", "<down>500<enter>", 5, ""},
		{"end", "m<down><down><down><down><down><down><down>01/04/2027<enter>", 4, ""},
		{"capacity", "m<down><down><down><down><down><down>600<enter>", 4, ""},
		{"weekly", "<down><down><down><down><down><right><right>", 6, ""},
		{"down payment", "<down><down><down><down>500<enter>", 7, ""},
		{"last day", "<down><down><down>fm<enter>", 6, ""},
		{"grace", "m<down><down><down><down><down><down><down><down><down>2<enter>", 6, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(40, 30, wording.French)
			b.open(2, 6)
			b.press(c.keys)
			if b.Typing() || b.bad != "" || b.cur.sheet.Len() != c.lines {
				t.Fatalf("%d lines, bad %q, want %d:\n%s", b.cur.sheet.Len(), b.bad, c.lines, b.text())
			}
			b.sums(t)
			b.press("<enter>")
			cmd, ok := b.last().(msg.Do)
			if !ok || cmd.Command.(act.Plan).Plan.Total() != 210000 {
				t.Errorf("asked %#v", b.last())
			}
		})
	}
}

// TestLiveWhileTyping: the schedule follows every key and Esc brings it back.
func TestLiveWhileTyping(t *testing.T) {
	b := newBench(60, 30, wording.French)
	b.open(2, 6)
	b.press("1")
	if b.cur.sheet.Len() != 1 || b.now.sheet.Len() != 6 {
		t.Fatalf("while typing: %d lines on show, %d kept", b.cur.sheet.Len(), b.now.sheet.Len())
	}
	b.press("2")
	if b.cur.sheet.Len() != 12 {
		t.Fatalf("12 typed: %d lines", b.cur.sheet.Len())
	}
	b.press("<esc>")
	if b.cur.sheet.Len() != 6 || len(b.past) != 0 || !b.Editing() {
		t.Errorf("after Esc: %d lines, %d steps", b.cur.sheet.Len(), len(b.past))
	}
}

// TestLinesEdited: a line's amount and date are written, pinned, freed, added
// and removed; every step is taken back and brought back.
func TestLinesEdited(t *testing.T) {
	b := newBench(60, 30, wording.French)
	b.open(2, 3) // 700,00 each
	b.press("<tab><down>500<enter>")
	if got := fmt.Sprint(b.amounts()); got != "[80000 50000 80000]" {
		t.Fatalf("amounts %s", got)
	}
	if !strings.Contains(b.text(), "500,00 €•") {
		t.Errorf("the pinned amount is not marked:\n%s", b.text())
	}
	b.press("<left>05/02/2027<enter>")
	if b.plan.Instalments[1].Due != calendar.Of(2027, 2, 5) || b.plan.Instalments[1].Pinned != journal.PinAmount|journal.PinDate {
		t.Fatalf("line %+v", b.plan.Instalments[1])
	}
	b.press("<right>+")
	if b.cur.sheet.Len() != 4 || b.plan.Instalments[1].Principal != 50000 {
		t.Fatalf("added: %v", b.amounts())
	}
	b.sums(t)
	b.press("x")
	if b.cur.sheet.Len() != 3 {
		t.Fatalf("removed: %v", b.amounts())
	}
	b.press("<up> ")
	if b.plan.Instalments[1].Pinned&journal.PinAmount != 0 || fmt.Sprint(b.amounts()) != "[70000 70000 70000]" {
		t.Fatalf("freed: %v", b.plan.Instalments)
	}
	b.press("uuuuu")
	if fmt.Sprint(b.amounts()) != "[70000 70000 70000]" || b.plan.Instalments[1].Pinned != 0 || len(b.past) != 0 {
		t.Fatalf("all taken back: %+v", b.plan.Instalments)
	}
	b.press("u")
	if _, ok := b.last().(msg.Refuse); !ok {
		t.Error("nothing to take back is not said")
	}
	b.press("UU")
	if got := fmt.Sprint(b.amounts()); got != "[80000 50000 80000]" || b.plan.Instalments[1].Pinned != journal.PinAmount|journal.PinDate {
		t.Errorf("brought back: %s", got)
	}
}

// TestUnbalanced: lines that do not make the debt are said, and not saved.
func TestUnbalanced(t *testing.T) {
	for _, w := range []int{40, 60, 80} {
		b := newBench(w, 30, wording.French)
		b.open(2, 2)
		b.press("<tab>100<enter><down>100<enter>")
		if b.cur.sheet.Difference() != 190000 || !strings.Contains(b.text(), "! reste à placer 1 900,00 €") {
			t.Fatalf("at %d, difference %d:\n%s", w, b.cur.sheet.Difference(), b.text())
		}
		for _, k := range []string{"<enter>", "s", "d"} {
			b.asked = nil
			b.press(k)
			if r, ok := b.last().(msg.Refuse); !ok || !strings.Contains(r.Why, "dette") {
				t.Errorf("%s: %#v", k, b.last())
			}
		}
		b.press("u<enter>")
		if _, ok := b.last().(msg.Do); !ok {
			t.Errorf("mended: %#v", b.last())
		}
	}
}

// TestInvoices: documents are left out, taken in, and put in another order.
func TestInvoices(t *testing.T) {
	b := newBench(60, 30, wording.French)
	b.open(3, 3)
	b.press("<tab><tab> ")
	if len(b.plan.Items) != 2 || b.plan.Total() != 230000 || b.plan.Items[0].Item.Number != "F001" {
		t.Fatalf("left out: %+v", b.plan.Items)
	}
	b.press(" ")
	if len(b.plan.Items) != 3 || b.plan.Total() != 330000 || b.plan.Items[0].Item.Number != "F000" {
		t.Fatalf("taken in: %+v", b.plan.Items)
	}
	b.press("<home>J")
	if got := b.plan.Items[1].Item.Number; got != "F000" {
		t.Fatalf("order: %+v", b.plan.Items)
	}
	b.press("u")
	b.press("<home> <home> <home> ")
	if _, ok := b.last().(msg.Refuse); !ok || len(b.plan.Items) != 1 {
		t.Errorf("the last one was left out: %+v", b.plan.Items)
	}
	b.sums(t)
	b.press("<esc><esc>")
	if b.Part() != keys.Plan || !b.Editing() {
		t.Error("Esc does not lead back to the form")
	}
}
