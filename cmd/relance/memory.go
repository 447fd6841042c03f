package main

import "runtime/debug"

// short sets the garbage collector for a command that ends before collecting
// would pay: it runs only when memory grows well beyond a large portfolio.
func short() {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(1 << 30)
}

// frugal sets it for reading a large file: half as much again as what lives is
// allowed, and collecting works harder from the limit on.
func frugal() {
	debug.SetGCPercent(50)
	debug.SetMemoryLimit(160 << 20)
}
