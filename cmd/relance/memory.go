package main

import (
	"math"
	"runtime/debug"
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
	time.AfterFunc(time.Second, func() {
		debug.SetMemoryLimit(math.MaxInt64)
		debug.SetGCPercent(50)
	})
}
