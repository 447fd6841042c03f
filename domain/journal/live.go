package journal

// Liveness tells which events of a journal count. An act is dead when the last
// of its undos and restores, by stamp, is an undo; an event that builds on a
// dead or unknown one is suspended, and returns with it.
type Liveness struct {
	dead      map[ID]*Event // act → the event that took it back
	suspended map[ID]bool   // event
}

// Live computes the liveness of events given in order of Before.
func Live(events []*Event) Liveness {
	l := Liveness{}
	for _, e := range events {
		switch c := e.Content.(type) {
		case ActUndone:
			if l.dead == nil {
				l.dead = map[ID]*Event{}
			}
			l.dead[c.Act] = e
		case ActRestored:
			delete(l.dead, c.Act)
		}
	}
	l.suspend(events)
	return l
}

func (l *Liveness) suspend(events []*Event) {
	builds := false
	for _, e := range events {
		if len(e.Builds) > 0 {
			builds = true
			break
		}
	}
	if !builds {
		return
	}
	known := make(map[ID]*Event, len(events))
	for _, e := range events {
		known[e.ID] = e
		for _, b := range e.Builds {
			on := known[b]
			if on == nil || l.dead[on.Act] != nil || l.suspended[b] {
				if l.suspended == nil {
					l.suspended = map[ID]bool{}
				}
				l.suspended[e.ID] = true
				break
			}
		}
	}
}

// Counts reports whether the event has effect.
func (l *Liveness) Counts(e *Event) bool {
	return l.dead[e.Act] == nil && !l.suspended[e.ID]
}

// All reports whether every event counts.
func (l *Liveness) All() bool { return len(l.dead) == 0 && len(l.suspended) == 0 }

// Undone gives the event that took the act back, or nil.
func (l *Liveness) Undone(act ID) *Event { return l.dead[act] }

// Suspended reports whether the event waits for something it builds on.
func (l *Liveness) Suspended(id ID) bool { return l.suspended[id] }
