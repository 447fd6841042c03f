package wire

import (
	"encoding/binary"
	"testing"

	"pgregory.net/rapid"
)

// Every number is read as package binary reads it, wherever it stands.
func TestUvarint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := rapid.OneOf(
			rapid.SliceOfN(rapid.Byte(), 0, 24),
			rapid.Map(rapid.Uint64(), func(v uint64) []byte { return append(binary.AppendUvarint(nil, v), 1, 2, 3, 4, 5, 6, 7, 8) }),
			rapid.Map(rapid.Uint64(), func(v uint64) []byte { return binary.AppendUvarint(nil, v) }),
		).Draw(t, "bytes")
		want, n := binary.Uvarint(b)
		got, at := uvarint(string(b), 0)
		switch {
		case n > 0 && (got != want || at != n):
			t.Fatalf("%d to %d, want %d to %d", got, at, want, n)
		case n <= 0 && at <= len(b):
			t.Fatalf("%d to %d, want nothing", got, at)
		}
		if _, at := uvarint(string(b), past); at != past {
			t.Fatal("read beyond the end")
		}
	})
}
