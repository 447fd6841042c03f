package desk

import (
	"iter"
	"slices"
)

// rosterChunk is how many accounts a chunk of a roster holds: an act copies one
// chunk and the list of chunks, which weigh about the same in a portfolio of
// tens of thousands of clients.
const rosterChunk = 128

// roster is the accounts of a view by key. It never changes; views that differ
// in one account share the chunks of all others.
type roster struct {
	chunks []*[rosterChunk]*account
	n      int
}

// newRoster takes the accounts in order.
func newRoster(accounts []*account) roster {
	r := roster{n: len(accounts)}
	for part := range slices.Chunk(accounts, rosterChunk) {
		chunk := new([rosterChunk]*account)
		copy(chunk[:], part)
		r.chunks = append(r.chunks, chunk)
	}
	return r
}

// len is the number of accounts.
func (r roster) len() int { return r.n }

// at gives the account at a place, from 0 up to len.
func (r roster) at(i int) *account { return r.chunks[i/rosterChunk][i%rosterChunk] }

// with gives the roster in which a stands at place i.
func (r roster) with(i int, a *account) roster {
	chunk := *r.chunks[i/rosterChunk]
	chunk[i%rosterChunk] = a
	r.chunks = slices.Clone(r.chunks)
	r.chunks[i/rosterChunk] = &chunk
	return r
}

// all gives the accounts with their places, in order.
func (r roster) all() iter.Seq2[int, *account] {
	return func(yield func(int, *account) bool) {
		for i := range r.n {
			if !yield(i, r.at(i)) {
				return
			}
		}
	}
}
