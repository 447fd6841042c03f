package desk

import (
	"slices"
	"sync"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
)

// New opens the desk on a ledger and a journal. It refuses a day that lies
// before the last recorded one, unless only the past is looked at.
func New(cfg Config) (*Session, error) {
	s := &Session{cfg: cfg, state: state{seq: cfg.LastSeq, stamp: cfg.LastStamp}}
	s.material = newMaterial(cfg.Book, cfg.Events, cfg.Rules)
	s.lastDay = lastDay(cfg.Events)
	if !cfg.ReadOnly && cfg.AsOf == 0 && cfg.Day < s.lastDay {
		return nil, &Error{Code: ErrPast, Detail: s.lastDay.String()}
	}
	s.own = ownActs(cfg.Events, cfg.Author)
	if cfg.AsOf != 0 {
		v := s.material.build(cfg.AsOf, -1)
		v.AsOf, v.Day = cfg.AsOf, cfg.Day
		s.publish(v)
		return s, nil
	}
	s.publish(s.material.build(cfg.Day, s.minute()))
	return s, nil
}

func lastDay(events []journal.Event) calendar.Date {
	var d calendar.Date
	for i := range events {
		d = max(d, events[i].Day)
	}
	return d
}

// ownActs lists the acts of one author in order: what u walks back. The device
// does not count, it changes when a backup is restored.
func ownActs(events []journal.Event, author string) []ownAct {
	var out []ownAct
	for i := range events {
		e := &events[i]
		if e.ID == e.Act && e.Author == author {
			out = noteOwn(out, e)
		}
	}
	return out
}

type ownAct struct {
	id     journal.ID
	client ledger.ClientKey
}

// noteOwn keeps the list of one's own acts that can be taken back: undoing is
// no act of its own there, and an import is taken back by importing again.
func noteOwn(acts []ownAct, e *journal.Event) []ownAct {
	switch c := e.Content.(type) {
	case journal.ActUndone:
		return slices.DeleteFunc(acts, func(a ownAct) bool { return a.id == c.Act })
	case journal.ActRestored:
		return append(acts, ownAct{c.Act, e.Client})
	case journal.LedgerImported, journal.NoteErased:
		return acts
	}
	return append(acts, ownAct{e.ID, e.Client})
}

func (s *Session) minute() int16 {
	if s.cfg.Minute == nil {
		return -1
	}
	return s.cfg.Minute()
}

// publish makes a view the current one.
func (s *Session) publish(v *View) *View {
	s.serial++
	v.Serial = s.serial
	v.Header.Session = s.tally
	s.view.Store(v)
	return v
}

// View gives the current view. It is safe from any goroutine.
func (s *Session) View() *View { return s.view.Load() }

// At builds a read-only view as of a past day; zero gives the current view.
func (s *Session) At(day calendar.Date) *View {
	if day == 0 {
		return s.View()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	v := s.material.build(day, -1)
	v.AsOf, v.Day = day, s.cfg.Day
	v.Serial = s.serial
	return v
}

// Do decides a command, makes its events durable, folds them and publishes the
// new view. When it returns an error nothing was recorded.
func (s *Session) Do(cmd act.Command) (Done, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cfg.Store == nil || s.cfg.ReadOnly || s.cfg.AsOf != 0 {
		return Done{}, &Error{Code: ErrReadOnly, Detail: "read-only"}
	}
	key := cmd.Subject()
	a := s.View().account(key)
	if a == nil {
		return Done{}, &Error{Code: ErrNoClient, Detail: key.Account}
	}
	contents, err := s.decide(a, cmd)
	if err != nil {
		return Done{}, err
	}
	events := s.record(key, contents)
	if err := s.cfg.Store.Append(events); err != nil {
		return Done{}, &Error{Code: ErrStore, Detail: "append", Err: err}
	}
	return s.fold(key, events), nil
}

// decided is the content of one event to come and the events that it names.
type decided struct {
	content journal.Content
	builds  []journal.ID
}

// record gives the events of one act their identity, stamp and day.
func (s *Session) record(key ledger.ClientKey, contents []decided) []journal.Event {
	events := make([]journal.Event, len(contents))
	seq, stamp := s.seq, s.stamp
	for i, c := range contents {
		seq++
		stamp = stamp.Next(s.cfg.Millis())
		events[i] = journal.Event{
			ID: journal.ID{Device: s.cfg.Device, Seq: seq}, Stamp: stamp, Day: s.cfg.Day,
			Author: s.cfg.Author, Client: key, Builds: c.builds, Content: c.content,
		}
		events[i].Act = events[0].ID
	}
	return events
}

// fold takes durable events into memory: the client's account is folded anew,
// the list is sorted again, the view is published.
func (s *Session) fold(key ledger.ClientKey, events []journal.Event) Done {
	last := &events[len(events)-1]
	s.seq, s.stamp, s.lastDay = last.ID.Seq, last.Stamp, max(s.lastDay, last.Day)
	s.own = noteOwn(s.own, &events[0])
	s.tally.count(events)
	list := slices.Clone(s.material.events[key])
	for i := range events {
		list = append(list, &events[i])
	}
	s.material.events[key] = list
	v := s.View().with(key, list, s.minute())
	s.publish(v)
	return Done{Act: events[0].ID, Client: key, Events: events, View: v}
}

// with gives the view in which one client's events have changed.
func (v *View) with(key ledger.ClientKey, events []*journal.Event, minute int16) *View {
	next := *v
	next.minute = minute
	at := v.shared.index[key]
	old := v.accounts[at]
	a := foldAccount(old.book, v.shared, events, old.day)
	a.rank(v.shared)
	next.accounts = slices.Clone(v.accounts)
	next.accounts[at] = a
	next.replace(old, a)
	next.Header.Overdue = slices.Clone(v.Header.Overdue)
	next.count(old, -1)
	next.count(a, 1)
	next.Header.Left = len(next.Worklist)
	return &next
}

func (t *Tally) count(events []journal.Event) {
	for i := range events {
		switch c := events[i].Content.(type) {
		case journal.CallLogged:
			t.Calls++
			if c.Outcome.Reached() {
				t.Reached++
			}
		case journal.PromiseMade:
			t.Promises++
			t.Promised = addTo(slices.Clone(t.Promised), c.Amount)
		}
	}
}

// LastAct gives one's own last live act and its client.
func (s *Session) LastAct() (TimelineRow, ledger.ClientKey, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.own) == 0 {
		return TimelineRow{}, ledger.ClientKey{}, false
	}
	last := s.own[len(s.own)-1]
	for _, e := range s.material.events[last.client] {
		if e.ID == last.id {
			return TimelineRow{Event: e}, last.client, true
		}
	}
	return TimelineRow{}, ledger.ClientKey{}, false
}

// state is the writer's own, under mu.
type state struct {
	mu       sync.Mutex
	material *material
	seq      uint64
	stamp    journal.Stamp
	serial   uint64
	lastDay  calendar.Date
	own      []ownAct
	tally    Tally
}
