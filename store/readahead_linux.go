package store

import (
	"os"

	"golang.org/x/sys/unix"
)

// readAhead asks the system to read the file in sequence. bbolt tells it to
// expect random access, which makes a first scan of a large file slow. It is
// only advice: errors are of no consequence.
func readAhead(path string) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	defer func() { _ = f.Close() }()
	_ = unix.Fadvise(int(f.Fd()), 0, 0, unix.FADV_WILLNEED)
}
