package survival

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestWithoutHistory(t *testing.T) {
	var b Builder
	c := b.Curve()
	// Seven days at 6 % each.
	if got, want := c.PayWithin(0, 7), int64((1-math.Pow(0.94, 7))*1e6); math.Abs(float64(got-want)) > 2 {
		t.Errorf("just due: %d, want %d", got, want)
	}
	if got, want := c.PayWithin(1000, 7), int64((1-math.Pow(0.998, 7))*1e6); math.Abs(float64(got-want)) > 10 {
		t.Errorf("very old: %d, want %d", got, want)
	}
	for _, pair := range [][2]int{{10, 40}, {40, 100}, {100, 400}} {
		if younger, older := c.PayWithin(pair[0], 7), c.PayWithin(pair[1], 7); younger <= older {
			t.Errorf("%d days: %d, %d days: %d", pair[0], younger, pair[1], older)
		}
	}
}

// With much history the curve is the empirical share: of 100 000 invoices half
// are paid 10 days late, half 30.
func TestWithHistory(t *testing.T) {
	var b Builder
	for range 50_000 {
		b.Add(10, true)
		b.Add(30, true)
	}
	c := b.Curve()
	for _, x := range []struct {
		age, horizon int
		want         float64
	}{{5, 7, 0.5}, {12, 7, 0}, {25, 7, 1}, {5, 30, 1}} {
		if got := float64(c.PayWithin(x.age, x.horizon)) / 1e6; math.Abs(got-x.want) > 0.01 {
			t.Errorf("age %d, %d days: %.4f, want %.2f", x.age, x.horizon, got, x.want)
		}
	}
}

// Kaplan and Meier by hand: open invoices are at risk up to their age only. Of
// 4 000, 1 000 are paid at 1, 1 000 are open at 2, 1 000 are paid at 3, 1 000
// are open at 9: S(3) = 3/4 × 1/2.
func TestOpenInvoicesAreAtRisk(t *testing.T) {
	var b Builder
	for range 100_000 {
		b.Add(1, true)
		b.Add(2, false)
		b.Add(3, true)
		b.Add(9, false)
	}
	if got := float64(b.Curve().PayWithin(0, 3)) / 1e6; math.Abs(got-(1-3.0/8)) > 0.002 {
		t.Errorf("paid within 3 days: %.4f, want 0.625", got)
	}
}

func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type observation struct {
			late    int
			settled bool
		}
		all := rapid.SliceOf(rapid.Custom(func(t *rapid.T) observation {
			return observation{rapid.IntRange(-200, 1500).Draw(t, "late"), rapid.Bool().Draw(t, "settled")}
		})).Draw(t, "observed")
		cut := rapid.IntRange(0, len(all)).Draw(t, "cut")
		var whole, left, right Builder
		for i, o := range all {
			whole.Add(o.late, o.settled)
			if i < cut {
				left.Add(o.late, o.settled)
			} else {
				right.Add(o.late, o.settled)
			}
		}
		right.Merge(&left)
		if whole != right {
			t.Fatal("merged builders differ from one")
		}
		c := whole.Curve()
		age := rapid.IntRange(-400, 3000).Draw(t, "age")
		before := int64(0)
		for _, horizon := range []int{-1, 0, 1, 7, 30, 1000, 1 << 40} {
			p := c.PayWithin(age, horizon)
			if p < before || p > 1_000_000 {
				t.Fatalf("age %d, horizon %d: %d after %d", age, horizon, p, before)
			}
			before = p
		}
	})
}
