package main

import (
	"os"

	"github.com/spf13/cobra"

	"relance/domain/wording"
)

func (p *program) compactCommand() *cobra.Command {
	return p.command("compact", wording.CmdCompact, p.exactly(0), func(*cobra.Command, []string) error {
		if err := p.writes("compact"); err != nil {
			return err
		}
		path, err := p.databasePath()
		if err != nil {
			return err
		}
		if !exists(path) {
			return p.fail(exitFailed, wording.FaultNoDatabase, path)
		}
		db, err := p.openStore(false)
		if err != nil {
			return err
		}
		defer func() { _ = db.Close() }()
		before := size(path)
		if err := db.Compact(); err != nil {
			return err
		}
		p.tell(wording.SaidCompacted, p.bytes(before), p.bytes(size(path)))
		return nil
	})
}

func size(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}
