package ledgerfile

import (
	"fmt"
	"os"
	"path/filepath"
	"relance/domain/ledger"
	"runtime"
	"testing"
	"time"
)

func TestQuick(t *testing.T) {
	for _, w := range []int{1, 2, 2} {
		t0 := time.Now()
		b, err := ReadFileW("/tmp/ledgerfile/1m.txt", w)
		el := time.Since(t0)
		if err != nil {
			t.Fatal(err)
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		n := 0
		for _, a := range b.Accounts {
			n += len(a.Items)
		}
		fmt.Println(w, el, len(b.Accounts), n, b.From, b.To, m.HeapAlloc>>20, m.Sys>>20, b.Findings)
		fmt.Printf("%+v\n", b.Accounts[5].Items[:3])
		runtime.KeepAlive(b)
	}
	fs, _ := filepath.Glob("/work/shared/data/fec/*")
	for _, f := range fs {
		b, err := ReadFile(f, Options{})
		if err != nil {
			fmt.Printf("%s %v %+v\n", f, err, err.(*Refused).Findings)
			continue
		}
		fmt.Println(f, len(b.Accounts), b.From, b.To, b.Identifier, b.Closing, b.Source.Rows)
		for _, x := range b.Findings {
			fmt.Printf("   %+v\n", x)
		}
		ks := map[string]int{}
		for _, a := range b.Accounts {
			for _, it := range a.Items {
				ks[fmt.Sprint(it.Kind, it.Opening)]++
			}
		}
		fmt.Println(ks)
	}
}
func ReadFileW(p string, w int) (*ledger.Batch, error) {
	f, _ := os.Open(p)
	defer f.Close()
	return read(f, Options{Name: "123456789FEC20251231.txt"}, w)
}
