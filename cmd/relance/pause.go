package main

import (
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// pauses tells when the person at the screen does nothing, and collects memory
// then.
type pauses struct {
	mu    sync.Mutex
	timer *time.Timer
	last  time.Time
}

// breath is how long after the last message a pause begins. Two frames have
// passed by then, and the next key of a fast typist has not come yet.
const breath = 25 * time.Millisecond

// filter notes that a message came; it changes none.
func (p *pauses) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last = time.Now()
	if p.timer == nil {
		p.timer = time.AfterFunc(breath, collectInPause)
	} else {
		p.timer.Reset(breath)
	}
	return msg
}

// since is how long nothing has happened; very long where nothing ever did.
func (p *pauses) since() time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	return time.Since(p.last)
}
