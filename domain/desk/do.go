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
	s := &Session{cfg: cfg, state: state{seq: cfg.LastSeq, stamp: cfg.LastStamp, session: map[ledger.ClientKey][]*journal.Event{}}}
	s.material = newMaterial(cfg.Book, cfg.Events, cfg.Rules)
	s.lastDay = s.material.lastDay
	if !cfg.ReadOnly && cfg.AsOf == 0 && cfg.Day < s.lastDay {
		return nil, &Error{Code: ErrPast, Detail: s.lastDay.String()}
	}
	day, minute := cfg.Day, s.minute()
	if cfg.AsOf != 0 {
		day, minute = cfg.AsOf, -1
	}
	v, err := s.material.build(day, minute)
	if err != nil {
		return nil, &Error{Code: ErrStore, Detail: "items", Err: err}
	}
	v.AsOf, v.Day = cfg.AsOf, cfg.Day
	s.publish(v)
	return s, nil
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
	v, err := s.material.build(day, -1)
	if err != nil { // cannot be: the session folded the same items when it began
		return s.View()
	}
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
	if key.IsZero() {
		return s.doCommon(cmd)
	}
	a := s.View().account(key)
	if a == nil {
		return Done{}, &Error{Code: ErrNoClient, Detail: key.Account}
	}
	contents, err := s.decide(a, cmd)
	if err != nil {
		return Done{}, err
	}
	events := s.record(key, contents)
	next := ahead(func() outcome { return s.foresee(key, events) }) // while the disk is at work
	err = s.cfg.Store.Append(events)
	if f := next(); err == nil {
		return s.take(key, events, f), nil
	}
	return Done{}, &Error{Code: ErrStore, Detail: "append", Err: err}
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

// fold takes durable events of one client into memory and publishes the view.
func (s *Session) fold(key ledger.ClientKey, events []journal.Event) Done {
	return s.take(key, events, s.foresee(key, events))
}

// outcome is what an act comes to. It counts once the act is durable.
type outcome struct {
	at            int              // the client's place
	list, session []*journal.Event // the client's events, and those of the session
	view          *View
}

// foresee works out what events to come change: the client's account is folded
// anew, its rows are put in their places. The session itself does not change.
func (s *Session) foresee(key ledger.ClientKey, events []journal.Event) outcome {
	old := s.View()
	f := outcome{session: s.session[key]}
	f.at, _ = old.shared.index.find(key)
	f.list = s.material.events[f.at]
	was := old.tallyOf(key, f.session)
	for i := range events { // behind the ends of the lists that readers have
		f.list, f.session = append(f.list, &events[i]), append(f.session, &events[i])
	}
	f.list = withoutErased(f.list, events)
	f.view = old.with(key, f.list, s.minute(), &s.lines)
	f.view.Header.Session = old.Header.Session.plus(was, -1).plus(f.view.tallyOf(key, f.session), 1)
	return f
}

// take makes durable events part of the session and publishes their view.
func (s *Session) take(key ledger.ClientKey, events []journal.Event, f outcome) Done {
	last := &events[len(events)-1]
	s.seq, s.stamp, s.lastDay = last.ID.Seq, last.Stamp, max(s.lastDay, last.Day)
	s.done = append(s.done, &events[0])
	s.material.events[f.at], s.session[key] = f.list, f.session
	s.publish(f.view)
	return Done{Act: events[0].ID, Client: key, Events: events, View: f.view}
}

// ahead begins to work on f beside the caller, and gives what waits for its
// result. A panic of f comes up where it is waited for.
func ahead[T any](f func() T) (wait func() T) {
	var result T
	var raised any
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { raised = recover() }()
		result = f()
	}()
	return func() T {
		<-done
		if raised != nil {
			panic(raised)
		}
		return result
	}
}

// with gives the view in which one client's events have changed, folded on l.
func (v *View) with(key ledger.ClientKey, events []*journal.Event, minute int16, l *lines) *View {
	next := *v
	next.minute = minute
	at, _ := v.shared.index.find(key)
	old := v.accounts.at(at)
	a, err := foldAccount(old.book, v.shared, events, old.day, l)
	if err != nil { // cannot be: the same items were folded before
		return v
	}
	a.rank(v.shared, l)
	next.accounts = v.accounts.with(at, a)
	next.replace(old, a)
	next.Header.Overdue = slices.Clone(v.Header.Overdue)
	next.count(old, -1)
	next.count(a, 1)
	next.Header.Left = len(next.Worklist)
	return &next
}

// LastAct gives one's own last live act and its client: what u takes back. The
// device does not count, it changes when a backup is restored. Undoing is no act
// of its own there, and an import is taken back by importing again.
func (s *Session) LastAct() (TimelineRow, ledger.ClientKey, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	undone := map[journal.ID]bool{} // as the latest word on the act has it
	for i := len(s.cfg.Events) + len(s.done) - 1; i >= 0; i-- {
		e := s.own(i)
		if e.ID != e.Act || e.Author != s.cfg.Author {
			continue
		}
		id := e.ID
		switch c := e.Content.(type) {
		case journal.LedgerImported, journal.NoteErased:
			continue
		case journal.ActUndone:
			if _, told := undone[c.Act]; !told {
				undone[c.Act] = true
			}
			continue
		case journal.ActRestored:
			id = c.Act
		}
		if undone[id] {
			continue
		}
		undone[id] = false
		if found := s.find(e.Client, id); found != nil {
			return TimelineRow{Event: found}, e.Client, true
		}
	}
	return TimelineRow{}, ledger.ClientKey{}, false
}

// own gives the i-th event of those that were there at the start and the first
// ones of the session's acts.
func (s *Session) own(i int) *journal.Event {
	if n := len(s.cfg.Events); i >= n {
		return s.done[i-n]
	}
	return &s.cfg.Events[i]
}

// find gives the most telling event of an act, of a client or of none.
func (s *Session) find(key ledger.ClientKey, id journal.ID) *journal.Event {
	if key.IsZero() {
		return telling(s.View().shared.global, id)
	}
	if at, ok := s.View().shared.index.find(key); ok {
		return telling(s.material.events[at], id)
	}
	return nil
}

// telling gives the event that says most of an act: what was agreed rather than
// the call in which it was, or the callback that it ended.
func telling(events []*journal.Event, act journal.ID) *journal.Event {
	var found, withdrawn *journal.Event
	for _, e := range events {
		if e.Act != act {
			continue
		}
		switch c := e.Content.(type) {
		case journal.CallLogged, journal.CallbackDone:
			if found == nil {
				found = e
			}
		case journal.PromiseWithdrawn: // what took its place says more
			withdrawn = e
		case journal.CallbackSet:
			if found == nil || !c.Automatic {
				found = e
			}
		default:
			return e
		}
	}
	if withdrawn != nil {
		return withdrawn
	}
	return found
}

// state is the writer's own, under mu.
type state struct {
	mu       sync.Mutex
	material *material
	seq      uint64
	stamp    journal.Stamp
	serial   uint64
	lastDay  calendar.Date
	done     []*journal.Event                      // the first of each act of the session
	session  map[ledger.ClientKey][]*journal.Event // all of them
	lines    lines                                 // on which acts are folded
}
