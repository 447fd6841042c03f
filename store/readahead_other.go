//go:build !linux

package store

// readAhead is of use on Linux alone.
func readAhead(string) {}
