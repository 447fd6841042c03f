package desk

// slab hands out small slices from large ones: a rebuild makes tens of
// thousands of them. A large one stays in memory as long as any of its parts,
// so that the zero value, for single accounts, makes each by itself.
type slab[T any] struct {
	size int // of the large slices
	rest []T
}

// take gives an empty slice with room for n.
func (s *slab[T]) take(n int) []T {
	if n > len(s.rest) {
		if n > s.size/4 {
			return make([]T, 0, n)
		}
		s.rest = make([]T, s.size)
	}
	out := s.rest[:0:n]
	s.rest = s.rest[n:]
	return out
}

// one gives a zero value.
func (s *slab[T]) one() *T { return &s.take(1)[:1][0] }
