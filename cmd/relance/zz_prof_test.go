package main

import (
	"fmt"
	"io"
	"os"
	"runtime/pprof"
	"testing"
	"time"

	"relance/domain/desk"
	"relance/domain/wording"
	"relance/store"
)

func TestZZProf(t *testing.T) {
	short()
	t0 := time.Now()
	f, _ := os.Create("/tmp/cmd/cpu.prof")
	pprof.StartCPUProfile(f)
	p := &program{in: os.Stdin, out: io.Discard, err: os.Stderr, env: os.Getenv, now: time.Now}
	p.flags.db = "/tmp/cmd/big.db"
	p.flags.asOf = "2025-12-31"
	db, err := store.Open(p.flags.db, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t1 := time.Now()
	l, err := db.LoadBook()
	if err != nil {
		t.Fatal(err)
	}
	t2 := time.Now()
	s, err := p.session(db, l, true)
	if err != nil {
		t.Fatal(err)
	}
	t3 := time.Now()
	rows := s.View().Aged(desk.ByClient)
	t4 := time.Now()
	p.write(p.agedTable(rows, 0, false, 1), 1, wording.SaidNothingOpen)
	t5 := time.Now()
	pprof.StopCPUProfile()
	fmt.Println("open", t1.Sub(t0), "load", t2.Sub(t1), "session", t3.Sub(t2), "aged", t4.Sub(t3), "write", t5.Sub(t4))
}
