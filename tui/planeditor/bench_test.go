package planeditor

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
	"relance/tui/say"
	"relance/tui/ui"
)

var today = calendar.Of(2026, time.November, 23)

// rate is a charger of 12 % a year, known up to a day.
type rate struct {
	until       calendar.Date
	provisional bool
}

func (r rate) Weight(_ int, day calendar.Date) (plan.Weight, error) {
	unknown := day > r.until
	if unknown && !r.provisional {
		return plan.Weight{}, &latefee.MissingRate{Basis: latefee.FRDefault, From: r.until + 1, To: r.until + 184}
	}
	return plan.Weight{PPMDays: int64(max(day.Sub(today.AddDays(-60)), 0)) * 120_000, Provisional: unknown}, nil
}

func (rate) Openings(int) []plan.Opening { return nil }

func (rate) Fee(int, calendar.Date) (int64, error) { return 4000, nil }

// bench is a pane and the keys that reach it, as the root sends them.
type bench struct {
	*Pane
	keymap *keys.Keymap
	asked  []msg.Request
	until  calendar.Date // rates are known up to it
}

func newBench(w, h int, lang wording.Lang) *bench {
	b := &bench{keymap: keys.New(), until: today.AddDays(4000)}
	days := func(s string, f act.Facts) (calendar.Date, bool) {
		d, err := calendar.ParseAny(s, calendar.UsualForms)
		return d, err == nil && d > f.Today
	}
	b.Pane = New(say.Voice{Lang: lang, Today: today, Letters: entry.French.Mnemonics().Acts}, ui.NewTheme(), Outside{
		Days: days, Begin: "+dfjlmsv", EndOfMonth: "fm", InsurerDays: 60,
		Charger: func(_ msg.Client, _ []journal.Part, provisional bool) plan.Charger {
			return rate{b.until, provisional}
		},
	})
	b.Resize(w, h)
	b.Focus(true)
	return b
}

var client = msg.Client{Key: ledger.ClientKey{Creditor: "404833048", Account: "C1"}, Currency: money.EUR}

// facts are n invoices of 1 000,00 and 100,00 more each.
func facts(n int) act.Facts {
	f := act.Facts{Client: client.Key, Today: today, Minute: -1, Zone: calendar.France, Currency: money.EUR}
	for i := range n {
		due := today.AddDays(-60 + i)
		open := int64(100000 + 10000*i)
		f.Items = append(f.Items, act.Item{
			Key: ledger.ItemKey{Kind: ledger.Invoice, Number: fmt.Sprintf("F%03d", i), Date: due.AddDays(-30)},
			Due: due, Open: open, Collectible: open,
		})
	}
	return f
}

func (b *bench) open(n, months int) {
	f := facts(n)
	base := act.Plan{Base: act.Base{Client: client.Key}}
	for i := range f.Items {
		base.Plan.Items = append(base.Plan.Items, journal.Part{Item: f.Items[i].Key, Amount: f.Items[i].Open})
	}
	b.SetClient(client)
	b.Open(base, entry.PlanTerms{Months: months}, f)
}

// press sends keys as the root does: text first, then the keys' meaning.
func (b *bench) press(text string) {
	for text != "" {
		key := string([]rune(text)[:1])
		if text[0] == '<' {
			key = text[1:strings.Index(text, ">")]
			text = text[len(key)+2:]
		} else {
			text = text[len(key):]
		}
		typed := key
		if len([]rune(key)) > 1 {
			typed = ""
		}
		if key == " " {
			key = "space"
		}
		if b.HandleText(typed) || b.HandleEdit(key) {
			continue
		}
		if key == "esc" {
			b.Back()
			continue
		}
		if b.Typing() && typed != "" {
			continue
		}
		scope := b.Part()
		if !b.Editing() {
			scope = keys.Saved
		}
		if req, _ := b.HandleIntent(b.keymap.Find(key, scope, keys.Desk)); req != nil {
			b.asked = append(b.asked, req)
		}
	}
}

func (b *bench) text() string {
	lines := b.Draw(nil)
	for i := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(lines[i]), " ")
	}
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(strings.Join(lines, "\n"))
}

// last is what was asked last.
func (b *bench) last() msg.Request {
	if len(b.asked) == 0 {
		return nil
	}
	return b.asked[len(b.asked)-1]
}

func (b *bench) amounts() []int64 {
	var out []int64
	for _, l := range b.plan.Instalments {
		out = append(out, l.Principal)
	}
	return out
}

func (b *bench) sums(t *testing.T) {
	t.Helper()
	if b.cur.sheet.Difference() == 0 && b.plan.Total() != b.cur.sheet.Debt() {
		t.Fatalf("the lines sum to %d of %d", b.plan.Total(), b.cur.sheet.Debt())
	}
}
