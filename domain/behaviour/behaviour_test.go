package behaviour

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/calendar"
)

var today = calendar.Of(2026, 11, 23)

func paidLate(days ...int) []Observation {
	var out []Observation
	for i, n := range days {
		out = append(out, Observation{On: today.AddDays(i - len(days)), DaysLate: n, Settled: true})
	}
	return out
}

func TestLateRateAndMedian(t *testing.T) {
	overdue := Observation{On: today, DaysLate: 40}
	cases := []struct {
		name     string
		observed []Observation
		median   int
		settled  int
		rate     int64 // with a portfolio at 36 %
	}{
		{"nothing known: the portfolio", nil, 0, 0, 360_000},
		{"always late", paidLate(3, 9, 4, 8), 6, 4, 680_000},                      // (4 + 1.44) / 8
		{"never late", paidLate(-3, 0, -1, -8, 0, -2), -2, 6, 144_000},            // 1.44 / 10
		{"overdue counts as late", append(paidLate(-1), overdue), -1, 1, 406_666}, // (1 + 1.44) / 6
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			b := Of(c.observed, nil, Prior{LateRatePPM: 360_000}, today)
			if b.MedianDaysLate != c.median || b.Settled != c.settled || b.LateRatePPM != c.rate {
				t.Errorf("%+v", b)
			}
		})
	}
}

func TestWeightHalvesInAYear(t *testing.T) {
	for age := range 4000 {
		want := math.Pow(0.5, float64(age)/365) * 1e6
		if got := float64(weightPPM(age)); math.Abs(got-want) > 1 {
			t.Fatalf("age %d: %v, want %v", age, got, want)
		}
	}
	if weightPPM(-5) != 1_000_000 || weightPPM(1<<20) != 0 {
		t.Error("ages out of range")
	}
}

func TestKeptEstimate(t *testing.T) {
	kept := Word{Due: today, Promised: 100, Paid: 99, Kept: true}
	broken := Word{Due: today, Promised: 100}
	half := Word{Due: today, Promised: 100, Paid: 50}
	old := Word{Due: today.AddDays(-365), Promised: 100}
	cases := []struct {
		name      string
		words     []Word
		kept, due int
		estimate  int64 // with a portfolio at 50 %
	}{
		{"nothing known", nil, 0, 0, 500_000},
		{"kept twice", []Word{kept, kept}, 2, 2, 666_667},
		{"broken twice", []Word{broken, broken}, 0, 2, 333_333},
		{"half of it", []Word{half}, 0, 1, 500_000},
		{"a year ago counts half", []Word{old}, 0, 1, 444_444},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			b := Of(nil, c.words, Prior{KeptRatePPM: 500_000}, today)
			if b.PromisesKept != c.kept || b.PromisesDue != c.due || b.KeptEstimatePPM != c.estimate {
				t.Errorf("%+v", b)
			}
			if b.KeptLowPPM > b.KeptEstimatePPM || b.KeptHighPPM < b.KeptEstimatePPM {
				t.Errorf("bounds %d to %d", b.KeptLowPPM, b.KeptHighPPM)
			}
		})
	}
}

// The bounds lie within six points of the quantiles 0.1 and 0.9 of the Beta distribution
// that the estimate is the mean of.
func TestBoundsAgainstBeta(t *testing.T) {
	for _, c := range []struct{ a, b float64 }{{2, 2}, {8, 4}, {3, 9}, {20, 20}, {40, 8}, {5, 1}} {
		n := c.a + c.b
		low, high := wilson(int64(c.a/n*1e6), int64(n*1e6))
		if wantLow, wantHigh := betaQuantile(c.a, c.b, 0.1), betaQuantile(c.a, c.b, 0.9); math.Abs(float64(low)/1e6-wantLow) > 0.06 || math.Abs(float64(high)/1e6-wantHigh) > 0.06 {
			t.Errorf("Beta(%v, %v): %d to %d, quantiles %.3f to %.3f", c.a, c.b, low, high, wantLow, wantHigh)
		}
	}
}

// betaQuantile sums the density over a fine grid.
func betaQuantile(a, b, q float64) float64 {
	const steps = 20000
	density := func(i int) float64 {
		x := (float64(i) + 0.5) / steps
		return math.Pow(x, a-1) * math.Pow(1-x, b-1)
	}
	total, sum := 0.0, 0.0
	for i := range steps {
		total += density(i)
	}
	for i := range steps {
		if sum += density(i); sum >= q*total {
			return float64(i) / steps
		}
	}
	return 1
}

func TestDrift(t *testing.T) {
	steady := []int{2, 4, 3, 5, 1, 2, 4, 3, 5, 1}
	cases := []struct {
		name string
		days []int
		want Drift
	}{
		{"steady", append(append([]int{}, steady...), 2, 4, 3, 5, 1), Drift{}},
		{"too few", []int{0, 0, 0, 0, 30, 30, 30, 30, 30}, Drift{}},
		// mean of all 3 × 20 and 23 × 5 over 25 = 7, of the last five 23; σ = 8.1, z = 4.4
		{"slower", append(append(append([]int{}, steady...), steady...), 22, 24, 23, 25, 21), Drift{Days: 16, Significant: true}},
		{"faster is no warning", append(append(append([]int{}, 30, 31, 29, 30, 31), steady...), steady...), Drift{Days: -5}},
		// mean 3.4, last five 5: below five days
		{"a little slower", append(append(append([]int{}, steady...), steady...), 5, 5, 5, 5, 5), Drift{Days: 1}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := Of(paidLate(c.days...), nil, Prior{}, today).Drift; got != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		observed := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Observation {
			return Observation{On: today.AddDays(-rapid.IntRange(0, 30).Draw(t, "on")), DaysLate: rapid.IntRange(-40, 400).Draw(t, "late"), Settled: rapid.Bool().Draw(t, "settled")}
		}), 0, 40).Draw(t, "observed")
		prior := Prior{LateRatePPM: 360_000, KeptRatePPM: 500_000}
		b := Of(observed, nil, prior, today)
		if b.LateRatePPM < 0 || b.LateRatePPM > 1_000_000 {
			t.Fatalf("rate %d", b.LateRatePPM)
		}
		if again := Of(rapid.Permutation(observed).Draw(t, "order"), nil, prior, today); again != b {
			t.Fatalf("%+v, in another order %+v", b, again)
		}
	})
}

func TestPortfolioPrior(t *testing.T) {
	var totals Totals
	if got := totals.Prior(); got != (Prior{LateRatePPM: 360_000, KeptRatePPM: 500_000}) {
		t.Errorf("empty: %+v", got)
	}
	for range 20 {
		totals.AddObserved(paidLate(1, -1, -1, -1))
		totals.AddWords([]Word{{Promised: 100, Paid: 100, Kept: true}})
	}
	// (20 + 7.2) / 100, (20 + 10) / 40
	if got := totals.Prior(); got != (Prior{LateRatePPM: 272_000, KeptRatePPM: 750_000}) {
		t.Errorf("got %+v", got)
	}
}
