package ledgerfile

import (
	"os"
	"testing"
)

func BenchmarkBig(b *testing.B) {
	for _, w := range []int{1, 2} {
		b.Run("", func(b *testing.B) {
			b.SetBytes(187195219)
			for b.Loop() {
				f, _ := os.Open("/tmp/ledgerfile/1m.txt")
				_, err := read(f, Options{Name: "123456789FEC20251231.txt"}, w)
				f.Close()
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
