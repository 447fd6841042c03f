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
