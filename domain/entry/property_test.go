package entry

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
)

// hold checks what must be true of every reading, whatever the line.
func hold(t interface {
	Errorf(format string, args ...any)
}, line string, f act.Facts, r Reading,
) {
	if r.Question.Open() && (r.Command != nil || r.Immediate || r.Ready()) {
		t.Errorf("%q: a question and a command", line)
	}
	for _, tok := range r.Tokens {
		if tok.Start < 0 || tok.End < tok.Start || tok.End > len(line) {
			t.Errorf("%q: token %+v", line, tok)
		}
	}
	switch c := r.Command.(type) {
	case act.Promise:
		if c.Amount.Minor <= 0 || c.Due <= f.Today || !f.Zone.IsBusinessDay(c.Due) || c.Asked >= c.Due {
			t.Errorf("%q: %+v", line, c)
		}
		within(t, line, c.Items, c.Amount.Minor, f)
	case act.Plan:
		if len(c.Plan.Instalments) == 0 || c.Plan.Total() != partsSum(c.Plan.Items) {
			t.Errorf("%q: plan of %d over %d", line, c.Plan.Total(), partsSum(c.Plan.Items))
		}
		within(t, line, c.Plan.Items, c.Plan.Total(), f)
		for _, part := range c.Plan.Items {
			for i := range f.Items {
				if it := &f.Items[i]; it.Key == part.Item && part.Amount > it.Open-it.Disputed {
					t.Errorf("%q: %+v of %d open, %d disputed", line, part, it.Open, it.Disputed)
				}
			}
		}
		for _, i := range c.Plan.Instalments {
			if i.Principal <= 0 || i.Due <= f.Today || !f.Zone.IsBusinessDay(i.Due) {
				t.Errorf("%q: instalment %+v", line, i)
			}
		}
	case act.Dispute:
		if partsSum(c.Items) <= 0 {
			t.Errorf("%q: %+v", line, c)
		}
		within(t, line, c.Items, partsSum(c.Items), f)
	case act.Callback:
		if c.Callback.Day < f.Today || c.Callback.Minute >= 24*60 || c.Callback.Minute < -1 {
			t.Errorf("%q: %+v", line, c)
		}
	case act.Call:
		if d := c.FollowUp.Day; !d.IsZero() && (d <= f.Today || !f.Zone.IsBusinessDay(d)) {
			t.Errorf("%q: %+v", line, c)
		}
	case act.Receipt:
		if c.Amount.Minor <= 0 || c.On > f.Today {
			t.Errorf("%q: %+v", line, c)
		}
		within(t, line, c.Items, c.Amount.Minor, f)
	case act.SetStatus:
		if s := c.Status; s.Since > f.Today || s.Published > f.Today || !s.Until.IsZero() && s.Until <= f.Today {
			t.Errorf("%q: %+v", line, s)
		}
	case act.Note:
		if c.Text == "" || !utf8.ValidString(c.Text) {
			t.Errorf("%q: note %q", line, c.Text)
		}
	}
}

func partsSum(items []journal.Part) int64 {
	var n int64
	for _, p := range items {
		n += p.Amount
	}
	return n
}

// within checks that parts are positive, of items that there are, none more
// than is open, and together no more than the amount.
func within(t interface {
	Errorf(format string, args ...any)
}, line string, items []journal.Part, amount int64, f act.Facts,
) {
	if partsSum(items) > amount {
		t.Errorf("%q: parts of %d for %d", line, partsSum(items), amount)
	}
	for _, p := range items {
		i := slices.IndexFunc(f.Items, func(it act.Item) bool { return it.Key == p.Item })
		if i < 0 || p.Amount <= 0 || p.Amount > f.Items[i].Open {
			t.Errorf("%q: part %+v", line, p)
		}
	}
}

// someFacts draws a client whose figures agree with one another.
func someFacts(t *rapid.T) act.Facts {
	f := desk()
	f.Today = calendar.Of(2026, 1, 1).AddDays(rapid.IntRange(0, 1500).Draw(t, "today"))
	f.Zone = rapid.SampledFrom([]calendar.Zone{calendar.France, calendar.AlsaceMoselle, calendar.Belgium}).Draw(t, "zone")
	f.Minute = int16(rapid.IntRange(-1, 24*60-1).Draw(t, "minute"))
	f.Items, f.Collectible, f.Promised = nil, 0, 0
	n := rapid.IntRange(0, 6).Draw(t, "items")
	due := f.Today.AddDays(-200)
	for i := range n {
		due = due.AddDays(rapid.IntRange(0, 100).Draw(t, "due"))
		it := act.Item{Key: key("F" + itoa(i)), Due: due, Open: rapid.Int64Range(1, 5_000_000).Draw(t, "open")}
		it.Disputed = rapid.Int64Range(0, it.Open).Draw(t, "disputed")
		it.Promised = rapid.Int64Range(0, it.Open-it.Disputed).Draw(t, "promised")
		if due < f.Today {
			it.Collectible = it.Open - it.Disputed - it.Promised
		}
		it.Ticked = rapid.IntRange(0, 5).Draw(t, "ticked") == 0
		f.Collectible += it.Collectible
		f.Promised += it.Promised
		f.Items = append(f.Items, it)
	}
	if f.Promised > 0 {
		f.Promises = []journal.ID{{Device: 1, Seq: 1}}
	}
	f.Current = rapid.IntRange(-1, n).Draw(t, "current")
	return f
}

var pieces = []string{
	"a", "p", "l", "e", "i", "r", "b", "n", "o", "f", "c", "u", "m", "t", "v", "x", "h", "d", "s", "j", "ma", "me", "fm", "aj",
	"1", "15", "31", "45", "80,", "500", "1500", "000", "0", "12/11", "15/12", "3j", "2s", "30%", "+10", "9h", "14h30", "a1000",
	",", "é", "&", "1500,50", "%", "/", " ",
}

// Lines made of the grammar's own pieces.
func TestReadingsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := someFacts(t)
		var b strings.Builder
		for _, p := range rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 7).Draw(t, "pieces") {
			b.WriteString(p)
			if rapid.Bool().Draw(t, "space") {
				b.WriteByte(' ')
			}
		}
		k := rapid.SampledFrom([]Keys{French, English}).Draw(t, "keys")
		r := Read(b.String(), f, k)
		hold(t, b.String(), f, r)
	})
}

// Tokens may stand in any order, in either case.
func TestOrderIsFree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := someFacts(t)
		words := []string{
			rapid.SampledFrom([]string{"m", "t", "30%", "1500", "80,", "12,50"}).Draw(t, "amount"),
			rapid.SampledFrom([]string{"v", "ma", "15", "15/12", "3j", "2s", "fm", "+10", "d"}).Draw(t, "date"),
		}
		a, b := Read("p "+words[0]+" "+words[1], f, French), Read("P "+strings.ToUpper(words[1]+"  "+words[0]), f, French)
		if render(a) != render(b) {
			t.Errorf("%v: %s, other way round %s", words, render(a), render(b))
		}
	})
}

// A promise of what is due covers exactly what is collectible, to the cent, and
// a share of it is what the amount says.
func TestPromiseCoversAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := someFacts(t)
		for i := range f.Items {
			f.Items[i].Ticked = false
		}
		r := Read("p", f, French)
		c, ok := r.Command.(act.Promise)
		switch {
		case f.Collectible > 0 && (!ok || c.Amount.Minor != f.Collectible || partsSum(c.Items) != f.Collectible):
			t.Errorf("%+v of %d", r, f.Collectible)
		case f.Collectible == 0 && f.Promised > 0 && (!ok || c.Amount.Minor != f.Promised || len(c.Supersedes) != 1):
			t.Errorf("%+v instead of %d", r, f.Promised)
		case f.Collectible == 0 && f.Promised == 0 && r.Question.Code != act.AskNothingDue:
			t.Errorf("%+v", r)
		}
		cents := rapid.Int64Range(1, 10_000_000).Draw(t, "cents")
		line := "p " + money.FormatComma(money.Of(cents, money.EUR)) + " v"
		if c, ok := Read(line, f, French).Command.(act.Promise); ok && (c.Amount.Minor != cents || partsSum(c.Items) != cents) {
			t.Errorf("%q: %+v", line, c)
		}
	})
}

// Day numbers: the next such day, or the month's last, moved to a business day.
func TestDayNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := someFacts(t)
		n := rapid.IntRange(1, 31).Draw(t, "n")
		want := f.Today.AddDays(1)
		for {
			_, _, dom := want.YMD()
			if dom == n || want == want.EndOfMonth() && dom < n {
				break
			}
			want++
		}
		r := Read("r "+itoa(n), f, French)
		if c, ok := r.Command.(act.Callback); !ok || c.Callback.Day != f.Zone.NextBusinessDay(want) {
			t.Errorf("%d after %s: %s, want %s moved", n, f.Today, r.Date, want)
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, line := range []string{
		"a n", "p m v", "p1500 15", "l p 320", "e 6 a1000", "r v 14h30", "b1500 12/11", "n Mme Petit compta 0143221109",
		"o i 12/11 20/11", "f f", "p 1 500", "p&(àà &(", "i x", ",", "p 12\u202f450 v", "p 30 %", "\xff\xfe", "p \x00",
		"e 1 000 000 000 000", "c e p f", "p 31/12/9999",
	} {
		f.Add(line, int32(day(2026, 11, 23)), int16(600), true)
	}
	f.Fuzz(func(t *testing.T, line string, today int32, minute int16, french bool) {
		facts := desk()
		facts.Minute = minute
		facts.Today = calendar.Date(today)
		if facts.Today < calendar.Of(1900, 1, 1) || facts.Today > calendar.Of(2900, 1, 1) {
			facts.Today = day(2026, 11, 23)
		}
		facts.Targets = []act.Target{{Kind: act.CloseDispute}, {Kind: act.ClosePlan}}
		k := English
		if french {
			k = French
		}
		hold(t, line, facts, Read(line, facts, k))
	})
}
