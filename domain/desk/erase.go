package desk

import (
	"slices"

	"relance/domain/journal"
)

// withoutErased gives a client's events without the words that the new ones
// erase: what the store has let go of must not live on in memory.
func withoutErased(list []*journal.Event, fresh []journal.Event) []*journal.Event {
	for i := range fresh {
		c, ok := fresh[i].Content.(journal.NoteErased)
		if !ok {
			continue
		}
		list = slices.Clone(list)
		for n, e := range list {
			if bare, ok := erased(e, c.Note); ok {
				list[n] = bare
			}
		}
	}
	return list
}

// erased gives the event without the words of a note, if it holds any.
func erased(e *journal.Event, note journal.ID) (*journal.Event, bool) {
	bare := *e
	switch c := e.Content.(type) {
	case journal.NoteWritten:
		if e.ID != note {
			return e, false
		}
		c.Text = journal.Text{Erased: true}
		bare.Content = c
	case journal.NoteAmended:
		if c.Note != note {
			return e, false
		}
		c.Text = journal.Text{Erased: true}
		bare.Content = c
	default:
		return e, false
	}
	return &bare, true
}
