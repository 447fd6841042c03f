package ui

import "strings"

// Bar gives a horizontal bar of at most w cells for part of whole; a part that
// is not zero shows at least half a cell's worth.
func Bar(part, whole int64, w int) string {
	if part <= 0 || whole <= 0 || w <= 0 {
		return ""
	}
	n := int(part / max(whole/int64(w), 1))
	return strings.Repeat("▇", min(max(n, 1), w))
}

var sparks = []rune("▁▂▃▄▅▆▇█")

// Spark gives one cell per value, the highest value filling its cell.
func Spark(values []int64) string {
	var top int64
	for _, v := range values {
		top = max(top, v)
	}
	var b strings.Builder
	for _, v := range values {
		switch {
		case v <= 0 || top == 0:
			b.WriteRune(' ')
		default:
			b.WriteRune(sparks[min(int(v/max(top/int64(len(sparks)), 1)), len(sparks)-1)])
		}
	}
	return b.String()
}
