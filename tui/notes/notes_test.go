package notes

import (
	"testing"

	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/tui/msg"
	"relance/tui/say"
	"relance/tui/ui"
)

// A note that was taken back is one line, marked as such; its undoing is told only
// where what it undid is no longer marked.
func TestAnUndoneNoteIsShownOnce(t *testing.T) {
	id := func(n uint64) journal.ID { return journal.ID{Device: 1, Seq: n} }
	note := &journal.Event{ID: id(1), Act: id(1), Content: journal.NoteWritten{Text: journal.Text{Body: "mot"}}}
	undo := &journal.Event{ID: id(2), Act: id(2), Content: journal.ActUndone{Act: id(1)}}
	again := &journal.Event{ID: id(3), Act: id(3), Content: journal.ActRestored{Act: id(1)}}
	p := New(say.Voice{}, ui.Theme{})
	c := msg.Client{Key: ledger.ClientKey{Account: "C1"}}
	p.SetFile(c, &desk.File{Timeline: []desk.TimelineRow{{Event: undo}, {Event: note, Undone: true, Undoer: undo}}})
	if len(p.rows) != 1 || p.rows[0].Event != note {
		t.Errorf("%d rows", len(p.rows))
	}
	p.SetFile(c, &desk.File{Timeline: []desk.TimelineRow{{Event: again}, {Event: undo}, {Event: note}}})
	if len(p.rows) != 3 {
		t.Errorf("%d rows after it was brought back", len(p.rows))
	}
}
