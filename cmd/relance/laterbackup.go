package main

import (
	"time"

	"relance/domain/wording"
)

// When the day's backup begins: some time after the start, for the first screen
// has been painted then and the first keys have been answered; in a pause, for
// it keeps the machine busy; but in the end even where there is none.
const (
	calm   = 3 * time.Second
	quiet  = 2 * time.Second
	latest = 5 * time.Minute
)

// backUpLater makes the day's backup while the desk is in use, for copying and
// checking a large database takes longer than opening it. Who leaves before
// waits for it. That it failed is no reason to keep anyone from working: it is
// said in the end.
func (p *program) backUpLater(o *office) {
	leave, done := make(chan struct{}), make(chan error, 1)
	go func() {
		o.waitForPause(leave)
		_, err := p.backUp(o.db)
		done <- err
	}()
	o.beforeClose = func() {
		close(leave)
		if err := <-done; err != nil {
			p.note(wording.FaultStore, err.Error())
		}
	}
}

// waitForPause waits for a moment to make the backup, or until leave is closed.
func (o *office) waitForPause(leave <-chan struct{}) {
	start := time.Now()
	for wait := calm; ; wait = quiet - o.rest.since() {
		select {
		case <-leave:
			return
		case <-time.After(wait):
		}
		if o.rest.since() >= quiet || time.Since(start) >= latest {
			return
		}
	}
}
