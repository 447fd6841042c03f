package tui

import (
	"fmt"
	"testing"

	"relance/domain/priority"
	"relance/domain/wording"
)

// bigDesk is a portfolio of 5,000 clients; the first has 2,000 open items.
func bigDesk() *fake {
	f := sampleDesk()
	f.view.Worklist = nil
	for i := range 5000 {
		account := fmt.Sprintf("C%05d", i)
		r := row(account, fmt.Sprintf("Établissements Lefèvre & Fils n° %d", i), int64(5_000_000-i*900), i%200, priority.Gain,
			priority.Reason{Code: priority.LargeAmount, Amount: int64(5_000_000 - i*900)})
		f.view.Worklist = append(f.view.Worklist, r)
		file := plainFile(r)
		n := 10
		if i == 0 {
			n = 2000
		}
		for k := range n {
			it := file.Items[0]
			it.Key.Number = fmt.Sprintf("F26-%06d", k)
			file.Items = append(file.Items, it)
		}
		file.OpenItems = len(file.Items)
		f.files[r.Client] = file
	}
	return f
}

// BenchmarkView composes a frame in which the cursor has moved.
func BenchmarkView(b *testing.B) {
	s := newSim(bigDesk(), 200, 50, wording.French)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		s.frame.dirty = true
		_ = s.compose()
	}
}

// BenchmarkKey goes from a key to the frame that shows its effect.
func BenchmarkKey(b *testing.B) {
	for _, c := range []struct{ name, before, there, back string }{
		{"list", "", "j", "k"},
		{"page", "", "<pgdown>", "<pgup>"},
		{"items", "2", "j", "k"},
		{"line", "p", "1", "<backspace>"},
		{"plan", "e6<enter>", "<right>", "<left>"},
	} {
		b.Run(c.name, func(b *testing.B) {
			s := newSim(bigDesk(), 200, 50, wording.French)
			s.press(c.before)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if i%2 == 0 {
					s.press(c.there)
				} else {
					s.press(c.back)
				}
				_ = s.View()
			}
		})
	}
}

// BenchmarkNewView shows a new view of the whole portfolio, as after an act.
func BenchmarkNewView(b *testing.B) {
	f := bigDesk()
	s := newSim(f, 200, 50, wording.French)
	b.ReportAllocs()
	for b.Loop() {
		v := *f.view
		s.setView(&v)
		_ = s.draw()
	}
}
