// Package aging sorts what is open by how late it is.
package aging

// Bucket is a span of days past the due date.
type Bucket uint8

// The buckets of the aged balance [balance âgée], in calendar days past the
// due date.
const (
	NotDue Bucket = iota // due today or later
	D1_30
	D31_60
	D61_90
	D91_120
	D121_180
	D181Plus
	BucketCount
)

var keys = [BucketCount]string{"not_due", "d1_30", "d31_60", "d61_90", "d91_120", "d121_180", "d181_plus"}

// Key is the bucket's column in files.
func (b Bucket) Key() string {
	if b < BucketCount {
		return keys[b]
	}
	return ""
}

// Of gives the bucket of an item that is so many days past its due date;
// zero and below are not due.
func Of(daysLate int) Bucket {
	switch {
	case daysLate <= 0:
		return NotDue
	case daysLate <= 90:
		return D1_30 + Bucket((daysLate-1)/30)
	case daysLate <= 120:
		return D91_120
	case daysLate <= 180:
		return D121_180
	}
	return D181Plus
}

// Balance is an aged balance in minor units of one currency.
type Balance struct {
	Buckets   [BucketCount]int64 // open debits
	Unapplied int64              // open credits, negative
}

// Add counts what is open of one item: a debit in the bucket of its lateness,
// a credit as unapplied whatever its date.
func (b *Balance) Add(open int64, daysLate int) {
	if open < 0 {
		b.Unapplied += open
		return
	}
	b.Buckets[Of(daysLate)] += open
}

// Merge adds another balance of the same currency.
func (b *Balance) Merge(o Balance) {
	for i, v := range o.Buckets {
		b.Buckets[i] += v
	}
	b.Unapplied += o.Unapplied
}

// Debits is what is open before credits.
func (b Balance) Debits() int64 {
	var t int64
	for _, v := range b.Buckets {
		t += v
	}
	return t
}

// Total is the balance: debits and unapplied credits.
func (b Balance) Total() int64 { return b.Debits() + b.Unapplied }

// Overdue is what is at least one day past its due date, before credits.
func (b Balance) Overdue() int64 { return b.Debits() - b.Buckets[NotDue] }

// IsZero reports whether nothing is open.
func (b Balance) IsZero() bool { return b == Balance{} }
