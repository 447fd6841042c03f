package main

import (
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"relance/domain/wording"
	"relance/store/paper"
	"relance/store/sheet"
)

// planPaperOptions are the flags of plan paper.
type planPaperOptions struct {
	client, plan, lang, out string
	force                   bool
}

func (p *program) planPaperCommand() *cobra.Command {
	var opt planPaperOptions
	c := p.command("paper --client ID", wording.CmdPlanPaper, p.exactly(0), func(*cobra.Command, []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		return p.planPaper(opt, format)
	})
	c.Long = p.say(wording.CmdPlanPaper) + "\n\n" + p.say(wording.CmdPlanPaperFor)
	f := c.Flags()
	f.StringVar(&opt.client, "client", "", p.say(wording.FlagClient))
	f.StringVar(&opt.plan, "plan", "", p.say(wording.FlagPlan))
	f.StringVar(&opt.lang, "paper-lang", "", p.say(wording.FlagPaperLang))
	f.StringVar(&opt.out, "out", "", p.say(wording.FlagOutFolder))
	f.BoolVar(&opt.force, "force", false, p.say(wording.FlagForceAll))
	return c
}

func (p *program) planPaper(opt planPaperOptions, format sheet.Format) error {
	o, err := p.openToRead()
	if err != nil {
		return err
	}
	defer o.close()
	file, err := p.clientFile(o.view(), opt.client, "")
	if err != nil {
		return err
	}
	row, err := p.planNamed(file, opt.plan)
	if err != nil {
		return err
	}
	c, err := p.paperCase(o.view(), file, opt.lang)
	if err != nil {
		return err
	}
	folder := opt.out
	if folder == "" {
		if folder, err = p.papersFolder(); err != nil {
			return err
		}
	}
	papers, err := c.planPapers(row, "")
	if err != nil {
		return err
	}
	written, err := p.writePapers(folder, "plan-"+safeName(planTitle(file, row)), papers.files, opt.force)
	for _, f := range papers.mind {
		p.note(wording.SaidPaperMind, p.paperFinding(f))
	}
	if c.stale {
		p.note(wording.SaidPaperStale)
	}
	if err != nil {
		return err
	}
	return p.writeWritten(written, format)
}

// paperFinding says what to look at before a paper leaves.
func (p *program) paperFinding(f paper.Finding) string {
	switch f.Code {
	case paper.CodeMissing:
		return p.say(wording.PaperFindings[string(f.Code)], f.Line)
	case paper.SumDiffers, paper.IdentityMissing, paper.SignatoryMissing:
		return p.say(wording.PaperFindings[string(f.Code)], f.Text)
	}
	return p.say(wording.PaperFindings[string(f.Code)])
}

// writeWritten says which files were written.
func (p *program) writeWritten(paths []string, f sheet.Format) error {
	if f == sheet.Aligned {
		for _, path := range paths {
			p.tell(wording.SaidWritten, path)
		}
		return nil
	}
	t := sheet.Table{Columns: p.columns(column{key: "file"})}
	for _, path := range paths {
		t.Rows = append(t.Rows, []sheet.Cell{sheet.Text(path)})
	}
	return sheet.Write(p.out, t, f, p.sheetStyle())
}

func (p *program) paperCommand() *cobra.Command {
	c := p.command("paper", wording.CmdPaper, p.noSuchCommand, func(c *cobra.Command, _ []string) error { return c.Help() })
	var out string
	write := p.command("templates", wording.CmdPaperTemplates, p.exactly(0), func(*cobra.Command, []string) error { return p.paperTemplates(out) })
	write.Flags().StringVar(&out, "out", "", p.say(wording.FlagOutFolder))
	c.AddCommand(write)
	return c
}

// paperTemplates writes the templates that are not there yet, for editing.
func (p *program) paperTemplates(out string) error {
	if err := p.writes("paper templates"); err != nil {
		return err
	}
	folder := out
	if folder == "" {
		folder = p.templates()
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	written, err := paper.WriteDefaults(folder)
	if err != nil {
		return err
	}
	shown := folder
	if whole, err := filepath.Abs(folder); err == nil {
		shown = whole
	}
	for _, l := range []paper.Lang{paper.French, paper.Dutch, paper.English} {
		for _, name := range paper.Names() {
			if file := paper.FileName(l, name); !slices.Contains(written, file) {
				p.note(wording.FaultPaperCopy, filepath.Join(shown, file))
			}
		}
	}
	words := wording.SaidPaperCount[1]
	if len(written) == 1 {
		words = wording.SaidPaperCount[0]
	}
	p.tell(words, p.count(len(written)), shown)
	if shown == p.templates() {
		p.tell(wording.SaidPaperUsed)
	} else {
		p.tell(wording.SaidPaperElse, p.templates())
	}
	return nil
}
