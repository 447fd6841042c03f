package sample

// random is a small generator of numbers (SplitMix64, Steele, Lea and Flood
// 2014). Each client and the diary have their own, so that a change in one
// leaves the others as they were.
type random uint64

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below gives a number from 0 to n-1.
func (r *random) below(n int) int { return int(r.next() % uint64(n)) }

// between gives a number from a to b, both included.
func (r *random) between(a, b int) int { return a + r.below(b-a+1) }

// one is true once in n times.
func (r *random) one(n int) bool { return r.below(n) == 0 }

func pick[T any](r *random, list []T) T { return list[r.below(len(list))] }

// salt gives the bytes that a personal text's digest is salted with.
func (r *random) salt() (s [16]byte) {
	for i := 0; i < len(s); i += 8 {
		n := r.next()
		for k := range 8 {
			s[i+k] = byte(n >> (8 * k))
		}
	}
	return s
}
