package ui

// Column describes one column of a table.
type Column struct {
	Min  int // cells it needs to be of use
	Want int // cells it likes to have; what is left over goes to columns with Grow
	Grow int // weight in the sharing of what is left over
	Drop int // columns with a higher number leave first when the table is narrow; 0 never leaves
}

// Columns gives the widths in a table of total cells with gap cells between
// columns; a column that leaves has width 0. Columns that never leave are cut
// down, never below one cell, when nothing else helps.
func Columns(total, gap int, cols []Column) []int {
	w := make([]int, len(cols))
	for i, c := range cols {
		w[i] = c.Want
	}
	for over := used(w, gap) - total; over > 0; over = used(w, gap) - total {
		if shrink(w, cols, over) || leave(w, cols) {
			continue
		}
		if !squeeze(w, over) {
			break
		}
	}
	grow(w, cols, total-used(w, gap))
	return w
}

func used(w []int, gap int) int {
	sum, n := 0, 0
	for _, x := range w {
		if x > 0 {
			sum += x
			n++
		}
	}
	return sum + gap*max(n-1, 0)
}

// shrink takes cells from columns above their minimum, growing ones first.
func shrink(w []int, cols []Column, over int) bool {
	done := false
	for pass := range 2 {
		for i := len(cols) - 1; i >= 0 && over > 0; i-- {
			if w[i] == 0 || (pass == 0) != (cols[i].Grow > 0) {
				continue
			}
			if cut := min(over, w[i]-cols[i].Min); cut > 0 {
				w[i] -= cut
				over -= cut
				done = true
			}
		}
	}
	return done
}

func leave(w []int, cols []Column) bool {
	worst := -1
	for i, c := range cols {
		if w[i] > 0 && c.Drop > 0 && (worst < 0 || c.Drop > cols[worst].Drop) {
			worst = i
		}
	}
	if worst < 0 {
		return false
	}
	w[worst] = 0
	return true
}

func squeeze(w []int, over int) bool {
	widest := -1
	for i := range w {
		if w[i] > 1 && (widest < 0 || w[i] > w[widest]) {
			widest = i
		}
	}
	if widest < 0 {
		return false
	}
	w[widest] -= min(over, w[widest]-1)
	return true
}

func grow(w []int, cols []Column, rest int) {
	weights := 0
	for i, c := range cols {
		if w[i] > 0 {
			weights += c.Grow
		}
	}
	for i, c := range cols {
		if rest <= 0 || weights == 0 || w[i] == 0 || c.Grow == 0 {
			continue
		}
		part := rest * c.Grow / weights
		w[i] += part
		rest -= part
		weights -= c.Grow
	}
}
