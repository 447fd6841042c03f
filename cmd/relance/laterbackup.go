package main

import (
	"time"

	"relance/domain/wording"
)

// calm is how long after the start the day's backup begins: the first screen
// has been painted by then, and the first keys have been answered.
const calm = 3 * time.Second

// backUpLater makes the day's backup while the desk is in use, for copying and
// checking a large database takes longer than opening it. Who leaves before
// waits for it. That it failed is no reason to keep anyone from working: it is
// said in the end.
func (p *program) backUpLater(o *office) {
	leave, done := make(chan struct{}), make(chan error, 1)
	go func() {
		select {
		case <-leave:
		case <-time.After(calm):
		}
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
