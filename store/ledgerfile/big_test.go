package ledgerfile
import ("testing";"os";"time";"fmt";"runtime";"syscall")
func TestBigMin(t *testing.T) { 
 for _, w := range []int{1,2} { best := time.Hour; cpu := time.Hour; var last any
 for range 12 { var r0,r1 syscall.Rusage; runtime.GC(); syscall.Getrusage(0,&r0); t0:=time.Now(); f,_:=os.Open("/tmp/ledgerfile/1m.txt"); b,err:=read(f, Options{Name:"123456789FEC20251231.txt"}, w); f.Close(); if err!=nil {t.Fatal(err)}; best=min(best,time.Since(t0)); syscall.Getrusage(0,&r1)
 cpu = min(cpu, time.Duration(r1.Utime.Nano()+r1.Stime.Nano()-r0.Utime.Nano()-r0.Stime.Nano())); last = b }
 runtime.GC(); var m runtime.MemStats; runtime.ReadMemStats(&m)
 var ru syscall.Rusage; syscall.Getrusage(0,&ru)
 fmt.Println(w, "wall", best, "cpu", cpu, "heap MB", m.HeapAlloc>>20, "maxrss MB", ru.Maxrss>>10); runtime.KeepAlive(last) } }
