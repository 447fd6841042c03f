// Package journal holds what collectors did: every act, its events, who made
// them, when, and what they build on. The journal only grows. What follows from
// it (a promise kept, a plan broken) is never stored, it is computed on the day
// asked.
package journal

import (
	"fmt"
	"strconv"
	"strings"

	"relance/domain/calendar"
	"relance/domain/ledger"
)

// Device names the installation that recorded an event.
type Device uint64

// ID names an event for ever: the device that recorded it and the event's
// number in that device's chain, from 1. The zero value names nothing.
type ID struct {
	Device Device
	Seq    uint64
}

// IsZero reports whether id names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// String gives the form 00c0ffee00c0ffee-42.
func (id ID) String() string {
	if id.IsZero() {
		return ""
	}
	return fmt.Sprintf("%016x-%d", uint64(id.Device), id.Seq)
}

// ParseID reads what String gives.
func ParseID(s string) (ID, error) {
	dev, seq, ok := strings.Cut(s, "-")
	d, err := strconv.ParseUint(dev, 16, 64)
	n, err2 := strconv.ParseUint(seq, 10, 64)
	if !ok || err != nil || err2 != nil || n == 0 || len(dev) != 16 {
		return ID{}, fmt.Errorf("journal: not an event id: %q", s)
	}
	return ID{Device(d), n}, nil
}

// Stamp is a hybrid logical clock: milliseconds since 1970 UTC as far as the
// device knew, never behind any stamp it had seen, and a counter within the
// millisecond. Stamps only order events.
type Stamp struct {
	Millis  int64
	Counter uint16
}

// Compare orders two stamps: -1, 0 or 1.
func (s Stamp) Compare(o Stamp) int {
	switch {
	case s.Millis != o.Millis:
		return sign(s.Millis < o.Millis)
	case s.Counter != o.Counter:
		return sign(s.Counter < o.Counter)
	}
	return 0
}

func sign(less bool) int {
	if less {
		return -1
	}
	return 1
}

// Next gives the stamp of a new event: the wall clock if it is ahead of the
// last stamp seen, else the last stamp counted on.
func (s Stamp) Next(wallMillis int64) Stamp {
	if wallMillis > s.Millis {
		return Stamp{Millis: wallMillis}
	}
	if s.Counter == 1<<16-1 {
		return Stamp{Millis: s.Millis + 1}
	}
	return Stamp{Millis: s.Millis, Counter: s.Counter + 1}
}

// Event is one recorded fact. One key press is one act; its events share Act,
// the ID of the first of them.
type Event struct {
	ID      ID
	Act     ID
	Stamp   Stamp
	Day     calendar.Date    // the desk's day when it was recorded
	Author  string           // login or initials of the collector
	Client  ledger.ClientKey // zero for acts that concern no client
	Builds  []ID             // events it names: they must live for it to live
	Content Content
}

// Before orders events the same way on every device: by stamp, then device,
// then number.
func (e *Event) Before(o *Event) bool {
	if c := e.Stamp.Compare(o.Stamp); c != 0 {
		return c < 0
	}
	if e.ID.Device != o.ID.Device {
		return e.ID.Device < o.ID.Device
	}
	return e.ID.Seq < o.ID.Seq
}

// Text is a personal text: what may have to be erased. The chain of events
// covers its salted digest only; Body and Salt lie beside the chain. A text
// without Body and with Erased set was erased on purpose.
type Text struct {
	Body   string
	Salt   [16]byte
	Erased bool
}

// IsZero reports whether there was never a text.
func (t Text) IsZero() bool { return t == Text{} }
