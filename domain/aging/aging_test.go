package aging

import (
	"testing"

	"pgregory.net/rapid"
)

func TestBucketBounds(t *testing.T) {
	bounds := []struct {
		first, last int
		bucket      Bucket
		key         string
	}{
		{-400, 0, NotDue, "not_due"},
		{1, 30, D1_30, "d1_30"},
		{31, 60, D31_60, "d31_60"},
		{61, 90, D61_90, "d61_90"},
		{91, 120, D91_120, "d91_120"},
		{121, 180, D121_180, "d121_180"},
		{181, 4000, D181Plus, "d181_plus"},
	}
	for _, b := range bounds {
		if Of(b.first) != b.bucket || Of(b.last) != b.bucket {
			t.Errorf("%d to %d: %s, %s, want %s", b.first, b.last, Of(b.first).Key(), Of(b.last).Key(), b.key)
		}
		if b.bucket.Key() != b.key {
			t.Errorf("key %q, want %q", b.bucket.Key(), b.key)
		}
	}
	if BucketCount.Key() != "" {
		t.Error("a bucket without key")
	}
}

func TestBalance(t *testing.T) {
	var b Balance
	b.Add(10_000, -5)
	b.Add(4_000, 0)
	b.Add(2_500, 30)
	b.Add(700, 181)
	b.Add(-3_000, 200) // a credit is unapplied, however old
	b.Add(0, 50)
	want := Balance{Buckets: [BucketCount]int64{14_000, 2_500, 0, 0, 0, 0, 700}, Unapplied: -3_000}
	if b != want {
		t.Errorf("got %+v, want %+v", b, want)
	}
	if b.Total() != 14_200 || b.Overdue() != 3_200 || b.Debits() != 17_200 {
		t.Errorf("total %d, overdue %d, debits %d", b.Total(), b.Overdue(), b.Debits())
	}
}

// The total is the sum of what was added, in whatever order and however merged.
func TestBalanceProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		opens := rapid.SliceOf(rapid.Int64Range(-1e9, 1e9)).Draw(t, "open")
		cut := rapid.IntRange(0, len(opens)).Draw(t, "cut")
		var all, a, b Balance
		var sum int64
		for i, open := range opens {
			late := int(open%400) - 100
			all.Add(open, late)
			if i < cut {
				a.Add(open, late)
			} else {
				b.Add(open, late)
			}
			sum += open
		}
		b.Merge(a)
		if all.Total() != sum || all != b || all.IsZero() != (all == Balance{}) {
			t.Fatalf("sum %d, total %d, merged %+v", sum, all.Total(), b)
		}
	})
}
