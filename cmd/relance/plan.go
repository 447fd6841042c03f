package main

import (
	"slices"

	"github.com/spf13/cobra"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/store/sheet"
)

func (p *program) planCommand() *cobra.Command {
	c := p.command("plan", wording.CmdPlan, p.noSuchCommand, func(c *cobra.Command, _ []string) error { return c.Help() })
	c.AddCommand(
		p.planDraftCommand(), p.planShowCommand(), p.planListCommand(), p.planCompareCommand(), p.planPaperCommand(),
		p.planExportCommand(),
	)
	return c
}

// draftOptions are the flags of plan draft.
type draftOptions struct {
	client, currency, save                     string
	months, grace                              int
	amount, until, capacity, every, first, day string
	down, downOn, last, season, roll           string
	interest, fees, clause, order              string
	items, lines, replaces                     []string
	provisional, yes                           bool
}

func (p *program) planDraftCommand() *cobra.Command {
	var opt draftOptions
	c := p.command("draft --client ID --months N", wording.CmdPlanDraft, p.exactly(0), func(*cobra.Command, []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		return p.planDraft(opt, format)
	})
	c.Long = p.say(wording.CmdPlanDraft) + "\n\n" + p.say(wording.CmdPlanDraftLong)
	f := c.Flags()
	f.StringVar(&opt.client, "client", "", p.say(wording.FlagClient))
	f.StringVar(&opt.currency, "currency", "", p.say(wording.FlagCurrency))
	f.IntVar(&opt.months, "months", 0, p.say(wording.FlagMonths))
	f.StringVar(&opt.amount, "amount", "", p.say(wording.FlagAmount))
	f.StringVar(&opt.amount, "monthly", "", p.say(wording.FlagMonthlyToo))
	f.StringVar(&opt.until, "until", "", p.say(wording.FlagUntil))
	f.StringVar(&opt.capacity, "capacity", "", p.say(wording.FlagCapacity))
	f.StringVar(&opt.every, "every", "month", p.say(wording.FlagEvery))
	f.StringVar(&opt.first, "first", "", p.say(wording.FlagFirst))
	f.StringVar(&opt.day, "day", "", p.say(wording.FlagDayOrLast))
	f.StringVar(&opt.down, "down", "", p.say(wording.FlagDown))
	f.StringVar(&opt.downOn, "down-on", "", p.say(wording.FlagDownOn))
	f.IntVar(&opt.grace, "grace", 0, p.say(wording.FlagGrace))
	f.StringVar(&opt.last, "last", "", p.say(wording.FlagLast))
	f.StringVar(&opt.season, "season", "", p.say(wording.FlagSeason))
	f.StringVar(&opt.roll, "roll", "following", p.say(wording.FlagRoll))
	f.StringArrayVar(&opt.lines, "line", nil, p.say(wording.FlagLine))
	f.StringVar(&opt.interest, "interest", "reserved", p.say(wording.FlagPlanInterest))
	f.StringVar(&opt.fees, "fees", "reserved", p.say(wording.FlagPlanFees))
	f.StringVar(&opt.clause, "clause", "", p.say(wording.FlagClause))
	f.StringVar(&opt.order, "order", "due", p.say(wording.FlagOrder))
	f.BoolVar(&opt.provisional, "provisional", false, p.say(wording.FlagProvisional))
	f.StringSliceVar(&opt.items, "items", nil, p.say(wording.FlagItems))
	f.StringSliceVar(&opt.replaces, "replaces", nil, p.say(wording.FlagReplaces))
	f.StringVar(&opt.save, "save", "", p.say(wording.FlagSave))
	f.BoolVar(&opt.yes, "yes", false, p.say(wording.FlagReplaceYes))
	return c
}

var saveStates = []string{"draft", "proposed", "signed"}

func (p *program) planDraft(opt draftOptions, f sheet.Format) error {
	state := slices.Index(saveStates, opt.save)
	if opt.save != "" && state < 0 {
		return p.choice("save", opt.save, saveStates...)
	}
	o, err := p.openToDraft(opt)
	if err != nil {
		return err
	}
	defer o.close()
	facts, err := p.facts(o, logOptions{client: opt.client, currency: opt.currency})
	if err != nil {
		return err
	}
	drawn, missed, err := p.drawPlan(o.view(), facts, opt)
	if err != nil {
		return err
	}
	file := o.view().File(facts.Client, facts.Currency)
	d := draftedPlan{
		file: file, plan: drawn, state: plan.Draft, saved: opt.save != "", today: facts.Today,
		warnings: append(o.view().PlanWarnings(file, drawn), missed...),
	}
	d.over = replacedPlans(file, drawn.Supersedes)
	if d.saved {
		if err := p.mayReplace(&d, opt); err != nil {
			return err
		}
		cmd := act.Plan{Base: act.Base{Client: facts.Client}, Contact: act.Contact{Minute: -1}, State: act.PlanState(state), Plan: drawn}
		done, err := o.session.Do(cmd)
		if err != nil {
			return err
		}
		d.replaced = p.voice(facts.Today).Replaces(cmd, facts)
		d.plan.ID, d.state = savedPlan(done), plan.State(state)
	}
	return p.writeDraft(&d, f)
}

// replacedPlans gives the plans of a file that a new one takes the place of.
func replacedPlans(file *desk.File, ids []journal.ID) []*desk.PlanRow {
	var out []*desk.PlanRow
	for _, id := range ids {
		if row := file.Plan(id); row != nil {
			out = append(out, row)
		}
	}
	return out
}

// mayReplace asks before a plan takes the place of a signed one that nobody named.
// A draft takes nobody's place.
func (p *program) mayReplace(d *draftedPlan, opt draftOptions) error {
	if opt.yes || opt.save == saveStates[act.Draft] || len(opt.replaces) > 0 {
		return nil
	}
	for _, row := range d.over {
		if s := row.Standing.State; s != plan.Signed && s != plan.Breached {
			continue
		}
		if !p.interactive() {
			return p.fail(exitRefused, wording.FaultReplaces, row.Plan.ID, p.shortDay(row.MadeOn), row.Plan.ID)
		}
		if !p.confirm(false, wording.AskReplace, row.Plan.ID, p.shortDay(row.MadeOn)) {
			return p.fail(exitFailed, wording.FaultDeclined)
		}
	}
	return nil
}

// openToDraft opens for looking only where nothing is saved.
func (p *program) openToDraft(opt draftOptions) (*office, error) {
	if opt.save == "" {
		return p.openToRead()
	}
	return p.openToWrite("plan draft --save")
}

// savedPlan gives the identity of the plan that an act recorded.
func savedPlan(done desk.Done) journal.ID {
	for i := range done.Events {
		switch done.Events[i].Content.(type) {
		case journal.PlanDrafted, journal.PlanProposed, journal.PlanSigned:
			return done.Events[i].ID
		}
	}
	return done.Act
}

func (p *program) planShowCommand() *cobra.Command {
	var client string
	c := p.command("show --client ID", wording.CmdPlanShow, p.exactly(0), func(*cobra.Command, []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		o, err := p.openToRead()
		if err != nil {
			return err
		}
		defer o.close()
		file, err := p.clientFile(o.view(), client, "")
		if err != nil {
			return err
		}
		return p.writePlans([]*desk.File{file}, format)
	})
	c.Flags().StringVar(&client, "client", "", p.say(wording.FlagClient))
	return c
}

func (p *program) planExportCommand() *cobra.Command {
	var out exportOptions
	c := p.command("export", wording.CmdPlanExport, p.exactly(0), func(*cobra.Command, []string) error { return p.export("plans", out) })
	out.flags(p, c.Flags())
	return c
}

func (p *program) writePlans(files []*desk.File, f sheet.Format) error {
	if f == sheet.JSON {
		return sheet.WriteValue(p.out, p.plansOut(files))
	}
	return p.write(p.plansTable(files, f), f, wording.SaidNoPlan)
}
