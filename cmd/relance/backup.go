package main

import (
	"github.com/spf13/cobra"

	"relance/domain/wording"
)

func (p *program) backupCommand() *cobra.Command {
	var force bool
	c := p.command("backup FILE", wording.CmdBackup, p.exactly(1), func(_ *cobra.Command, args []string) error {
		if err := p.keepsOff(args[0]); err != nil {
			return err
		}
		db, err := p.openStore(true)
		if err != nil {
			return err
		}
		defer func() { _ = db.Close() }()
		db.SweepBackups("")
		if err := db.Backup(args[0], force); err != nil {
			return err
		}
		p.tell(wording.SaidBackup, args[0])
		return nil
	})
	c.Flags().BoolVar(&force, "force", false, p.say(wording.FlagForce))
	return c
}
