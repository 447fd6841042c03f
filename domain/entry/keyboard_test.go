package entry

import (
	"strings"
	"testing"
	"unicode/utf8"

	"relance/domain/act"
	"relance/domain/journal"
)

// The unshifted top rows from 1 to 0, as the layouts of France (AFNOR's older
// one, on every keyboard sold) and of Belgium have them.
const (
	rowFrance  = `&é"'(-è_çà`
	rowBelgium = `&é"'(§è!çà`
)

// onRow types the digits of a line on a row without Shift.
func onRow(line, row string) string {
	keys := []rune(row)
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return keys[(r-'1'+10)%10]
		}
		return r
	}, line)
}

func TestAZERTY(t *testing.T) {
	if got := Digits(rowFrance); got != "1234567890" {
		t.Errorf("France: %s", got)
	}
	if got := Digits(rowBelgium); got != "1234567890" {
		t.Errorf("Belgium: %s", got)
	}
	for _, line := range []string{
		"p1500 15", "p 15/12", "p 1234567,89 v", "p80,", "p 45", "p30%v", "p 3j", "p2s", "p+10", "p 1 500", "p 12 450 v",
		"p 16", "p 6, v", "e6", "e 6 15", "e6 a1000", "e 1800", "lp 320", "l p 68", "rv10h", "r 14h30", "r aj 18h",
		"b1500 12/11", "b 678 9", "o i 12/11", "o 26", "a v 1500", "a d 3j", "p 0,", "p 31/11",
	} {
		want := render(Read(line, desk(), French))
		for name, row := range map[string]string{"France": rowFrance, "Belgium": rowBelgium} {
			if got := render(Read(onRow(line, row), desk(), French)); got != want {
				t.Errorf("%s %q: %s, want %s", name, onRow(line, row), got, want)
			}
		}
	}
	check(t, desk(), French, []lineCase{
		{"p&(àà &(", "promise 1500 15/12 F1=1500"},
		{"p-, v", "promise 6 27/11 F1=6"}, // never a sign
		{"p §!, v", "promise 68 27/11 F1=68"},
		{"p &É v", "? two dates"},
		{"p-", "promise 17753 7/12<6/12 F1=12450 F2=5303"},
		{"p&5àà v", "promise 1500 27/11 F1=1500"},
	})
}

// The counts of the table of acts: keys until the act is recorded, Enter
// included where it is needed.
func TestKeyCounts(t *testing.T) {
	dispute := with(func(f *act.Facts) {
		f.Targets = []act.Target{{Kind: act.CloseDispute, ID: journal.ID{Device: 1, Seq: 1}, Selected: true}}
	})
	for _, c := range []struct {
		line string
		f    act.Facts
		keys int
	}{
		{"an", desk(), 2},
		{"pv", desk(), 3},
		{"pmv", desk(), 4},
		{"p1500 15", desk(), 9},
		{"lb", desk(), 3},
		{"e6", desk(), 3}, // and one more Enter in the plan editor
		{"i", desk(), 2},  // and the text
		{"rd", desk(), 3},
		{"b1500 12/11", desk(), 12},
		{"n", desk(), 2}, // and the text
		{"on", desk(), 3},
		{"od", desk(), 3},
		{"oc", desk(), 3},
		{"ff", dispute, 3},
		{",", desk(), 1},
		{"c", desk(), 1},
		{"u", desk(), 1},
	} {
		typed := c.line
		if c.line == "i" || c.line == "n" {
			typed += "Mme Petit"
		}
		r := Read(typed, c.f, French)
		keys := utf8.RuneCountInString(c.line)
		if !r.Immediate {
			keys++ // Enter
		}
		if !r.Ready() || keys != c.keys {
			t.Errorf("%q: %d keys, ready %v, want %d", c.line, keys, r.Ready(), c.keys)
		}
	}
}

// Nothing takes effect at a first part of what could be typed on: immediate
// readings have no meaningful continuation.
func TestImmediateIsFinal(t *testing.T) {
	for _, k := range []Keys{French, English} {
		m := k.Mnemonics()
		for _, first := range "abcdefghijklmnopqrstuvwxyz," {
			for _, second := range " abcdefghijklmnopqrstuvwxyz" {
				line := strings.TrimSpace(string(first) + string(second))
				if !m.readsImmediately(line) {
					continue
				}
				for _, more := range "abcdefghijklmnopqrstuvwxyz0123456789" {
					if r := m.Read(line+string(more), desk()); r.Ready() {
						t.Errorf("%q is immediate, but %q means something too", line, line+string(more))
					}
				}
			}
		}
	}
}

func (m *Mnemonics) readsImmediately(line string) bool { return m.Read(line, desk()).Immediate }

func TestMnemonics(t *testing.T) {
	for _, k := range []Keys{French, English} {
		m := k.Mnemonics()
		if err := m.Check(); err != nil {
			t.Errorf("%d: %v", k, err)
		}
	}
	for name, spoil := range map[string]func(m *Mnemonics){
		"two acts":      func(m *Mnemonics) { m.Acts[Promise] = m.Acts[Call] },
		"screen key":    func(m *Mnemonics) { m.Acts[Promise] = "j" },
		"no letter":     func(m *Mnemonics) { m.Acts[Promise] = "" },
		"digit":         func(m *Mnemonics) { m.Half = "2" },
		"upper case":    func(m *Mnemonics) { m.Tomorrow = "D" },
		"half is a day": func(m *Mnemonics) { m.Half = "v" },
		"two reasons":   func(m *Mnemonics) { m.Reasons[0] = "p" },
		"long outcome":  func(m *Mnemonics) { m.Outcomes[1] = "nr" },
	} {
		m := FrenchKeys()
		spoil(&m)
		if m.Check() == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	own := FrenchKeys()
	own.Acts[Promise] = "y"
	if got := render(own.Read("y v", desk())); got != "promise 17753 27/11"+both {
		t.Errorf("own letters: %s", got)
	}
}

func TestTokens(t *testing.T) {
	for line, want := range map[string]string{
		"p m v":        "p:0 m:3 v:4",
		"pmv":          "p:0 m:3 v:4",
		"p 12 450 v":   "p:0 12 450:3 v:4",
		"p 1 500":      "p:0 1 500:10",
		"l p 320":      "l:0 p:7 320:3",
		"r v 10h":      "r:0 v:4 10h:5",
		"e6 a1000":     "e:0 6:6 a:3 1000:3",
		"a t p v":      "a:0 t:1 p:2 v:4",
		"p v zz":       "p:0 v:4 zz:10",
		"o i 12/11":    "o:0 i:8 12/11:4",
		"i deux mots ": "i:0  deux mots :9",
	} {
		var got []string
		for _, tok := range Read(line, desk(), French).Tokens {
			got = append(got, line[tok.Start:tok.End]+":"+itoa(int(tok.Kind)))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %s, want %s", line, s, want)
		}
	}
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}
