package main

import (
	"github.com/spf13/cobra"

	"relance/domain/wording"
	"relance/store"
)

func (p *program) restoreCommand() *cobra.Command {
	return p.command("restore FILE", wording.CmdRestore, p.exactly(1), func(_ *cobra.Command, args []string) error {
		if err := p.writes("restore"); err != nil {
			return err
		}
		path, err := p.databasePath()
		if err != nil {
			return err
		}
		aside, err := store.Restore(args[0], path, p.now())
		if err != nil {
			return p.restoreFault(err, args[0])
		}
		p.tell(wording.SaidRestored, args[0])
		if aside != "" {
			p.tell(wording.SaidOldKept, aside)
		}
		return nil
	})
}

// restoreFault tells a copy that is no good, which is input refused, from what
// is wrong with the place that it should go to.
func (p *program) restoreFault(err error, backup string) error {
	code, _ := store.CodeOf(err)
	switch code {
	case store.NotFound:
		return p.fail(exitRefused, wording.FaultNotFound, backup)
	case store.Empty, store.Foreign, store.Newer, store.Truncated, store.Damaged:
		return &fault{code: exitRefused, words: p.say(wording.FaultBadCopy, backup), err: err}
	}
	return err
}
