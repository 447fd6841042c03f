package ui

// Size is how much of a row or column of boxes one box takes.
type Size struct {
	kind   sizeKind
	n      int
	lo, hi int // bounds of Percent, 0 = none
}

type sizeKind uint8

const (
	fixed sizeKind = iota
	percent
	fill
)

// Fixed takes n cells.
func Fixed(n int) Size { return Size{kind: fixed, n: n} }

// Percent takes n hundredths of the whole, between lo and hi cells (0 = no bound).
func Percent(n, lo, hi int) Size { return Size{kind: percent, n: n, lo: lo, hi: hi} }

// Fill shares what the others leave, by weight.
func Fill(weight int) Size { return Size{kind: fill, n: weight} }

// Split divides total among the sizes. The parts are never negative and sum to
// total whenever one of them is a Fill.
func Split(total int, sizes ...Size) []int {
	out := make([]int, len(sizes))
	left, weights := max(total, 0), 0
	for i, s := range sizes {
		switch s.kind {
		case fill:
			weights += s.n
			continue
		case fixed:
			out[i] = s.n
		case percent:
			out[i] = max(total*s.n/100, s.lo)
			if s.hi > 0 {
				out[i] = min(out[i], s.hi)
			}
		}
		out[i] = min(out[i], left)
		left -= out[i]
	}
	for i, s := range sizes {
		if s.kind != fill || weights == 0 {
			continue
		}
		out[i] = left * s.n / weights
		left -= out[i]
		weights -= s.n
	}
	return out
}
