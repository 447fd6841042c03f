// Command relance is a terminal application for the people who collect trade
// receivables. Without a subcommand it opens the desk; every screen is also a
// command. Here it is only put together: the rules of the trade are in domain.
package main

import (
	"os"
	"time"
)

func main() {
	os.Exit(run(os.Args[1:], &program{
		in: os.Stdin, out: os.Stdout, err: os.Stderr, env: os.Getenv, now: time.Now,
	}))
}
