package entry

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/act"
	"relance/domain/journal"
)

func nextTexts(m Mnemonics, line string, f act.Facts) string {
	var out []string
	for _, n := range m.Next(line, f) {
		out = append(out, n.Text)
	}
	return strings.Join(out, " ")
}

func TestNext(t *testing.T) {
	closing := with(func(f *act.Facts) {
		f.Targets = []act.Target{{Kind: act.CloseDispute, ID: journal.ID{Seq: 1}}, {Kind: act.ClosePromise, ID: journal.ID{Seq: 2}}}
	})
	for _, c := range []struct {
		keys       Keys
		line, want string
		facts      act.Facts
	}{
		{French, "", "", desk()},
		{French, "a", "n m b f d x h v t p e l r", desk()},
		{French, "at", "d x h v p e l r", desk()}, // nobody who rings gives no answer
		{French, "m", "d x h v p e l r", desk()},
		{French, "an", "", desk()},
		{French, "az", "", desk()},
		{French, "ad", "d l ma me j v s 15 fm 9h mat apm", desk()},
		{French, "p", "m t 1500 d l ma me j v s 15 fm", desk()},
		{French, "ap", "m t 1500 d l ma me j v s 15 fm", desk()},
		{French, "pm", "d l ma me j v s 15 fm", desk()},
		{French, "pv", "m t 1500", desk()},
		{French, "pf", "fm", desk()},
		{French, "p3", "j s m t", desk()},
		{French, "p1500", "d l ma me j v s fm", desk()},
		{French, "p1500 ", "d l ma me j v s 15 fm", desk()},
		{French, "l", "b p q l r d f a v g e x m t 1500", desk()},
		{French, "lb", "m t 1500", desk()},
		{French, "e", "6 1500 a d l ma me j v s fm", desk()},
		{French, "e ", "6 1500 a d l ma me j v s fm", desk()},
		{French, "e6", " 15 a d l ma me v fm", desk()},
		{French, "ae6", " 15 a d l ma me v fm", desk()},
		{French, "e6 ", "15 1500 a d l ma me j v s fm", desk()},
		{French, "e6 15", "a", desk()},
		{French, "e1500", "a d l ma me j v s fm", desk()},
		{French, "r", "aj d l ma me j v s 15 fm 9h mat apm", desk()},
		{French, "o", "r n i d c l ma me j v s 15 fm", desk()},
		{French, "on", "", desk()},
		{French, "f", "f i a", closing},
		{French, "f", "", desk()},
		{French, "i", "", desk()},
		{English, "c", "n m s w c x h t r e p i d b", desk()},
		{English, "d", "o p q d r a n c v g s x h t 1500", desk()},
		{English, "p3", "d w h t", desk()},
	} {
		m := c.keys.Mnemonics()
		if got := nextTexts(m, c.line, c.facts); got != c.want {
			t.Errorf("%q: got %q, want %q", c.line, got, c.want)
		}
	}
}

// TestNextIsRead: whatever the line and the facts, what is proposed is read as
// what it is said to be.
func TestNextIsRead(t *testing.T) {
	letters := rapid.StringOfN(rapid.SampledFrom([]rune("apelirbofmtnvdhxjs 13.5,/")), 0, 7, -1)
	rapid.Check(t, func(t *rapid.T) {
		f := someFacts(t)
		m := rapid.SampledFrom([]Keys{French, English}).Draw(t, "keys").Mnemonics()
		line := letters.Draw(t, "line")
		for _, n := range m.Next(line, f) {
			r := m.Read(line+n.Text, f)
			if last := len(r.Tokens) - 1; last >= 0 && r.Tokens[last].Kind == TokenDoubtful && n.Kind != NextDown {
				if r = m.Read(line, f); len(r.Tokens) == 0 || r.Tokens[len(r.Tokens)-1].Kind != TokenDoubtful {
					t.Errorf("%q: %q is not read", line, n.Text)
				}
				continue
			}
			switch n.Kind {
			case NextOutcome:
				if r.Outcome != journal.Outcome(n.N) {
					t.Errorf("%q: %q is outcome %d, not %d", line, n.Text, r.Outcome, n.N)
				}
			case NextReason:
				if r.Reason != journal.DisputeReason(n.N) {
					t.Errorf("%q: %q is reason %d, not %d", line, n.Text, r.Reason, n.N)
				}
			case NextStatus:
				if cmd, ok := r.Command.(act.SetStatus); ok && cmd.Status.Status != journal.Status(n.N) {
					t.Errorf("%q: %q is standing %d, not %d", line, n.Text, cmd.Status.Status, n.N)
				}
			}
		}
	})
}

// TestNextOfManyItems: the proposals do not depend on how many items there are.
func TestNextOfManyItems(t *testing.T) {
	one := desk()
	many := desk()
	many.Items = nil
	for range 500 {
		many.Items = append(many.Items, one.Items...)
	}
	m := FrenchKeys()
	for _, line := range []string{"a", "p", "pm", "l", "e", "b", "o", "r"} {
		if got, want := nextTexts(m, line, many), nextTexts(m, line, one); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}
