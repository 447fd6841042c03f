package desk

import (
	"errors"
	"testing"

	"relance/domain/act"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/priority"
)

// moody is a store that refuses while it is told to.
type moody struct {
	memory
	refuses bool
}

func (m *moody) Append(events []journal.Event) error {
	if m.refuses {
		return errors.New("full")
	}
	return m.memory.Append(events)
}

// TestRefusedByStore: what was worked out while the disk was at work is
// forgotten when the disk refuses, and does not show in what comes after.
func TestRefusedByStore(t *testing.T) {
	store := &moody{}
	book := bigBook(3, 2, 0)
	s, err := New(Config{
		Book: book, Device: 7, Author: "md", Day: monday, Rules: priority.DefaultRules(), Store: store,
		Millis: func() int64 { return 1 }, Salt: func() [16]byte { return [16]byte{} },
	})
	if err != nil {
		t.Fatal(err)
	}
	key := book.Accounts[1].Client.Key
	call := func(o journal.Outcome) error {
		_, err := s.Do(act.Call{Base: act.Base{Client: key}, Contact: act.Contact{Minute: 600}, Outcome: o})
		return err
	}
	told := func(v *View) int { return len(v.File(key, money.Currency{}).Timeline) }
	if err := call(journal.NoAnswer); err != nil {
		t.Fatal(err)
	}
	before := s.View()
	n := told(before)
	store.refuses = true
	if err := call(journal.MessageLeft); !IsCode(err, ErrStore) {
		t.Fatalf("got %v", err)
	}
	if s.View() != before || told(before) != n {
		t.Error("a refused act shows")
	}
	store.refuses = false
	if err := call(journal.WrongNumber); err != nil {
		t.Fatal(err)
	}
	f := s.View().File(key, money.Currency{})
	if len(f.Timeline) <= n || told(before) != n || s.View().Header.Session.Calls != 2 {
		t.Errorf("%d entries after %d, earlier view %d, %d calls", len(f.Timeline), n, told(before), s.View().Header.Session.Calls)
	}
	for _, row := range f.Timeline {
		if c, ok := row.Event.Content.(journal.CallLogged); ok && c.Outcome == journal.MessageLeft {
			t.Error("the refused call is in the file")
		}
	}
}

// TestAheadPanics: a panic of the work done ahead comes up where it is waited
// for, not in a goroutine that nobody guards.
func TestAheadPanics(t *testing.T) {
	wait := ahead(func() int { panic("raised") })
	defer func() {
		if r := recover(); r != "raised" {
			t.Errorf("recovered %v", r)
		}
	}()
	wait()
}
