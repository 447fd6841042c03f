package tui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/priority"
	"relance/domain/wording"
	"relance/tui/keys"
)

const outOfHours = "hors heures"

// at sets the local time of day.
func at(hour, minute int16) func(*Options) {
	return func(o *Options) { o.Minute = func() int16 { return hour*60 + minute } }
}

func top(s *sim) string { return strings.Join(strings.Split(screen(s), "\n")[:2], "\n") }

func bottom(s *sim) string {
	lines := strings.Split(strings.TrimRight(screen(s), "\n"), "\n")
	return strings.Join(lines[len(lines)-2:], "\n")
}

// below is all but the header.
func below(s *sim) string { return strings.TrimPrefix(screen(s), top(s)) }

// zoned gives every debtor a calendar of its own.
type zoned struct {
	*fake
	zone calendar.Zone
}

func (z zoned) Facts(v *desk.View, key ledger.ClientKey, cur money.Currency, sel desk.Selection) act.Facts {
	f := z.fake.Facts(v, key, cur, sel)
	f.Zone = z.zone
	return f
}

func TestOutOfHours(t *testing.T) {
	for _, c := range []struct {
		what string
		day  calendar.Date
		set  func(*Options)
		zone calendar.Zone
		want bool
	}{
		{"no clock", today, func(*Options) {}, calendar.France, false},
		{"a Monday morning", today, at(9, 0), calendar.France, false},
		{"before eight", today, at(7, 59), calendar.France, true},
		{"in the evening", today, at(20, 0), calendar.France, true},
		{"a Sunday", today.AddDays(-1), at(12, 0), calendar.France, true},
		{"a French holiday", calendar.Of(2026, time.July, 14), at(12, 0), calendar.France, true},
		{"which Belgium has not", calendar.Of(2026, time.July, 14), at(12, 0), calendar.Belgium, false},
		{"own hours", today, func(o *Options) {
			at(9, 0)(o)
			o.Hours = calendar.Hours{From: 600, To: 1080, Days: [7]bool{time.Monday: true}}
		}, calendar.France, true},
	} {
		f := sampleDesk()
		f.view.Day = c.day
		for _, w := range []int{80, 120, 160, 200} {
			s := newSim(f, w, 40, wording.French, c.set, func(o *Options) { o.Reader = zoned{f, c.zone} })
			if got := strings.Contains(top(s), outOfHours); got != c.want {
				t.Errorf("%s, %d columns: %v\n%s", c.what, w, got, top(s))
			}
			if !strings.Contains(top(s), "du jour") || !strings.Contains(top(s), "150") {
				t.Errorf("%s, %d columns: the warning hides a figure\n%s", c.what, w, top(s))
			}
		}
	}
}

// A call begun outside the hours is warned of while it is written; what is
// recorded and how the list stands is the same at any hour.
func TestCallOutOfHours(t *testing.T) {
	for line, want := range map[string]bool{"a": true, "am": true, "at": false, "ap": true, "pv": false, "i mot": false} {
		s := newSim(sampleDesk(), 80, 24, wording.French, at(21, 0))
		s.press("j" + line)
		if got := strings.Contains(below(s), outOfHours); got != want {
			t.Errorf("%s: %v\n%s", line, got, below(s))
		}
	}
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French, at(21, 0))
	s.press("jam<enter>")
	if c, ok := f.commands[0].(act.Call); !ok || c.Outcome != journal.MessageLeft {
		t.Errorf("got %#v", f.commands)
	}
	if strings.Contains(s.message, outOfHours) {
		t.Errorf("recorded with the warning: %s", s.message)
	}
	agreed := sampleDesk()
	agreed.view.Worklist[0].Class = priority.Callback
	s = newSim(agreed, 120, 40, wording.French, at(21, 0))
	s.press("a")
	if strings.Contains(below(s), outOfHours) {
		t.Errorf("warned of an agreed callback: %s", below(s))
	}
}

func TestOwnLetters(t *testing.T) {
	letters := entry.FrenchKeys()
	letters.Acts[entry.Promise], letters.Acts[entry.Undo], letters.Acts[entry.Why] = "y", "t", "w"
	letters.Acts[entry.Contact] = "g"
	letters.Weekdays[time.Friday], letters.Outcomes[journal.Refusal] = "ve", "z"
	if err := letters.Check(); err != nil {
		t.Fatal(err)
	}
	f := sampleDesk()
	s := newSim(f, 200, 60, wording.French, func(o *Options) { o.Letters = &letters })
	s.press("jyve<enter>")
	if p, ok := f.commands[0].(act.Promise); !ok || p.Due != today.AddDays(4) {
		t.Errorf("got %#v", f.commands)
	}
	for _, key := range []string{"p", "u", ","} { // the letters that were given up
		s.press(key)
		if s.line.open() || s.sheet != nil || len(f.commands) > 1 {
			t.Errorf("%s still acts", key)
		}
	}
	if line := bottom(s); !strings.Contains(line, "y promesse") || !strings.Contains(line, "t annuler") || !strings.Contains(line, "w pourquoi") {
		t.Errorf("footer: %s", line)
	}
	s.press("h")
	help := ""
	for range 10 {
		help += screen(s)
		s.press("<pgdown>")
	}
	for _, want := range []string{"y                promesse", "ve vendredi", "z refus", "t                annuler", "w                pourquoi"} {
		if !strings.Contains(help, want) {
			t.Errorf("help lacks %q", want)
		}
	}
	for _, gone := range []string{"p                promesse", "u                annuler", " v vendredi"} {
		if strings.Contains(help, gone) {
			t.Errorf("help still says %q", gone)
		}
	}
	for _, b := range keys.Table() {
		if b.Scope == keys.Desk && b.Intent == keys.First && slices.Contains(s.keysOf(b), "g") {
			t.Error("g begins a contact and is said to go to the top")
		}
	}
	s.press("<esc>w")
	if s.sheet == nil {
		t.Error("w does not say why")
	}
}
