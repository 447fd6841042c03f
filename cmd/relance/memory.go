package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// short sets the garbage collector for a command that ends before collecting
// would pay: it runs only when memory grows beyond what a large portfolio takes.
func short() {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(2 << 30)
}

// frugal sets it for reading a large file: half as much again as what lives is
// allowed.
func frugal() {
	debug.SetGCPercent(50)
	debug.SetMemoryLimit(math.MaxInt64)
}

// steady sets it for a desk that stays open for the day, once the first screen
// has been painted: reading a database leaves little to collect, and collecting
// it would compete with that screen.
func steady() {
	time.AfterFunc(time.Second, daylong)
}

// daylong sets it for the day: half as much again as what lives is allowed. Most of
// the time collectInPause is there before.
func daylong() {
	debug.SetMemoryLimit(math.MaxInt64)
	debug.SetGCPercent(50)
}

// collectInPause collects when more than half of the room has been used that is
// left until the runtime would do so by itself, perhaps while somebody waits.
func collectInPause() {
	m := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/gc/heap/live:bytes"}, {Name: "/gc/heap/goal:bytes"}}
	metrics.Read(m)
	if used, live, goal := m[0].Value.Uint64(), m[1].Value.Uint64(), m[2].Value.Uint64(); used > live+(goal-min(live, goal))/2 {
		runtime.GC()
	}
}
