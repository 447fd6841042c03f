package ui

// Spark draws values as a line of at most w small bars against a whole; more
// values than cells are thinned out. A value that is not zero shows.
func Spark(values []int64, whole int64, w int) string {
	if whole <= 0 || w <= 0 {
		return ""
	}
	n := min(len(values), w)
	out := make([]rune, n)
	for i := range n {
		v := max(min(values[i*len(values)/n], whole), 0)
		switch {
		case v == 0:
			out[i] = '▁'
		default:
			out[i] = sparks[1+min(int(v/max(whole/int64(len(sparks)-1), 1)), len(sparks)-2)]
		}
	}
	return string(out)
}

var sparks = []rune("▁▂▃▄▅▆▇")
