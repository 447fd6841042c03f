package latefee

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Three thirds of a cent make one: the first run, at equal loss, has it.
func TestSharesSumToTheLine(t *testing.T) {
	third := Segment{Exact: exact(1, 1_000_000, 365).third()}
	if got := Shares([]Segment{third, third, third}, 1); !slices.Equal(got, []int64{1, 0, 0}) {
		t.Errorf("got %v", got)
	}
	// 0.6 + 0.6 = 1.2: one cent in all, where each alone would round to one.
	some := Segment{Exact: exact(6, 100_000, 365)}
	if got := Shares([]Segment{some, some}, 1); !slices.Equal(got, []int64{1, 0}) {
		t.Errorf("got %v", got)
	}
}

// third is a third of an Exact, rounded down.
func (e Exact) third() Exact { return Exact{lo: e.lo / 3} }

func TestSharesProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sum Exact
		runs := make([]Segment, rapid.IntRange(1, 40).Draw(t, "runs"))
		for i := range runs {
			runs[i].Exact = exact(rapid.Int64Range(0, 1e9).Draw(t, "base"), rapid.Int64Range(0, 300_000).Draw(t, "ppm"), rapid.IntRange(1, 366).Draw(t, "days"))
			sum = sum.Add(runs[i].Exact)
		}
		total := sum.Round() + rapid.Int64Range(-3, 3).Draw(t, "rounded elsewhere")
		if total < 0 {
			return
		}
		var got int64
		for i, share := range Shares(runs, total) {
			got += share
			near := share - runs[i].Exact.Round()
			if total == sum.Round() && (near < -1 || near > 1) {
				t.Fatalf("share %d of %d is %d, alone it is %d", i, total, share, runs[i].Exact.Round())
			}
		}
		if got != total {
			t.Fatalf("shares sum to %d, the line is %d", got, total)
		}
	})
}
