package main

import (
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"relance/domain/desk"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/store/paper"
	"relance/store/sheet"
)

// planPaperOptions are the flags of plan paper.
type planPaperOptions struct {
	client, plan, what, lang, out string
	force                         bool
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
	f.StringVar(&opt.what, "what", "", p.say(wording.FlagPaperWhat))
	f.StringVar(&opt.lang, "paper-lang", "", p.say(wording.FlagPaperLang))
	f.StringVar(&opt.out, "out", "", p.say(wording.FlagOutFolder))
	f.BoolVar(&opt.force, "force", false, p.say(wording.FlagForceAll))
	return c
}

func (p *program) planPaper(opt planPaperOptions, format sheet.Format) error {
	if opt.what != "" && !slices.Contains(planLetters, opt.what) {
		return p.choice("what", opt.what, planLetters...)
	}
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
	if opt.what == "" {
		if opt.what, err = c.usualPaper(row); err != nil {
			return err
		}
	}
	papers, base, err := c.planPaper(opt.what, row)
	if err != nil {
		return err
	}
	written, err := p.writePapers(folder, base, papers.files, opt.force)
	for _, f := range papers.mind {
		p.note(wording.SaidPaperMind, p.paperFinding(f))
	}
	if c.stale {
		p.note(wording.SaidPaperStale)
	}
	if err != nil {
		return err
	}
	c.letterSteps(opt.what, row)
	return p.writeWritten(written, format)
}

// usualPaper is the paper that a plan asks for as it stands: the agreement while
// it is kept, the notice once it is breached. Of one that no longer runs nothing
// is to be confirmed.
func (c *paperCase) usualPaper(row *desk.PlanRow) (string, error) {
	switch {
	case running(row):
		return paper.NameAgreement, nil
	case row.Standing.State == plan.Breached && row.Accelerated.Step != plan.NoStep:
		return paper.NameBreach, nil
	}
	return "", c.p.usage(wording.FaultPlanOver, row.Plan.ID, wording.PlanState(c.p.lang, row.Standing.State))
}

// running reports whether a plan is agreed, or may be, and nothing of it missed.
func running(row *desk.PlanRow) bool {
	return row.Standing.State == plan.Draft || row.Standing.State == plan.Proposed || row.Standing.State == plan.Signed
}

// planPaper makes a paper about a plan, and the name that its files bear.
func (c *paperCase) planPaper(what string, row *desk.PlanRow) (papers *planPapers, base string, err error) {
	if what == paper.NameAgreement {
		papers, err = c.planPapers(row, "")
		return papers, "plan-" + safeName(planTitle(c.file, row)), err
	}
	papers, err = c.planLetter(what, row)
	return papers, dayName(what, c, c.day), err
}

// paperFinding says what to look at before a paper leaves.
func (p *program) paperFinding(f paper.Finding) string {
	switch f.Code {
	case paper.CodeMissing:
		return p.say(wording.PaperFindings[string(f.Code)], f.Line)
	case paper.SumDiffers, paper.IdentityMissing, paper.SignatoryMissing, paper.CharactersLeftOut:
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
