package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/store/sheet"
)

func (p *program) planCommand() *cobra.Command {
	c := p.command("plan", wording.CmdPlan, p.noSuchCommand, func(c *cobra.Command, _ []string) error { return c.Help() })
	c.AddCommand(p.planDraftCommand(), p.planShowCommand(), p.planExportCommand())
	return c
}

// draftOptions are the flags of plan draft.
type draftOptions struct {
	client, currency, monthly, first, down, save string
	months, day                                  int
	items                                        []string
}

func (p *program) planDraftCommand() *cobra.Command {
	var opt draftOptions
	c := p.command("draft --client ID --months N [--monthly AMOUNT]", wording.CmdPlanDraft, p.exactly(0), func(*cobra.Command, []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		return p.planDraft(opt, format)
	})
	f := c.Flags()
	f.StringVar(&opt.client, "client", "", p.say(wording.FlagClient))
	f.StringVar(&opt.currency, "currency", "", p.say(wording.FlagCurrency))
	f.IntVar(&opt.months, "months", 0, p.say(wording.FlagMonths))
	f.StringVar(&opt.monthly, "monthly", "", p.say(wording.FlagMonthly))
	f.StringVar(&opt.first, "first", "", p.say(wording.FlagFirst))
	f.IntVar(&opt.day, "day", 0, p.say(wording.FlagDayOfMonth))
	f.StringVar(&opt.down, "down", "", p.say(wording.FlagDown))
	f.StringSliceVar(&opt.items, "items", nil, p.say(wording.FlagItems))
	f.StringVar(&opt.save, "save", "", p.say(wording.FlagSave))
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
	drawn, moves, err := p.draw(o, facts, opt)
	if err != nil {
		return err
	}
	shown := plan.Draft
	if opt.save != "" {
		done, err := o.session.Do(act.Plan{
			Base: act.Base{Client: facts.Client}, Contact: act.Contact{Minute: -1}, State: act.PlanState(state), Plan: drawn,
		})
		if err != nil {
			return err
		}
		drawn.ID, shown = savedPlan(done), plan.State(state)
	}
	return p.writeDraft(facts, &drawn, moves, shown, opt.save, f)
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

// draw draws up the plan that the flags ask for.
func (p *program) draw(o *office, f act.Facts, opt draftOptions) (journal.Plan, []plan.Move, error) {
	if opt.months <= 0 && opt.monthly == "" || opt.months < 0 {
		return journal.Plan{}, nil, p.usage(wording.FaultPlanShape)
	}
	how := plan.Options{Today: f.Today, Zone: f.Zone, Count: opt.months, Day: opt.day}
	var err error
	if how.Monthly, err = p.amountFlag("monthly", opt.monthly, f.Currency); err != nil {
		return journal.Plan{}, nil, err
	}
	if how.Down, err = p.amountFlag("down", opt.down, f.Currency); err != nil {
		return journal.Plan{}, nil, err
	}
	if opt.first != "" {
		if how.First, err = p.dateFlag("first", opt.first); err != nil {
			return journal.Plan{}, nil, err
		}
	}
	parts, err := p.planParts(o, f, opt.items)
	if err != nil {
		return journal.Plan{}, nil, err
	}
	drawn, err := plan.Build(parts, f.Currency, how)
	if err != nil {
		return drawn, nil, p.planFault(err)
	}
	return drawn, plan.Moves(drawn, how), nil
}

func (p *program) amountFlag(name, value string, c money.Currency) (int64, error) {
	if value == "" {
		return 0, nil
	}
	a, err := money.Parse(value, c)
	if err != nil || a.Minor <= 0 {
		return 0, p.usage(wording.FaultAmount, name, value)
	}
	return a.Minor, nil
}

// planParts are all that is collectible, or what is open of the documents named.
func (p *program) planParts(o *office, f act.Facts, names []string) ([]journal.Part, error) {
	var parts []journal.Part
	if len(names) == 0 {
		for i := range f.Items {
			if f.Items[i].Collectible > 0 {
				parts = append(parts, journal.Part{Item: f.Items[i].Key, Amount: f.Items[i].Collectible})
			}
		}
		if len(parts) == 0 {
			return nil, p.fail(exitFailed, wording.FaultNothingDue, f.Client.Account)
		}
		return parts, nil
	}
	file := o.view().File(f.Client, f.Currency)
	for _, name := range names {
		key, err := p.itemNamed(file, strings.TrimSpace(name))
		if err != nil {
			return nil, err
		}
		for i := range f.Items {
			if f.Items[i].Key == key && f.Items[i].Open > 0 {
				parts = append(parts, journal.Part{Item: key, Amount: f.Items[i].Open})
			}
		}
	}
	if len(parts) == 0 {
		return nil, p.fail(exitFailed, wording.FaultNothingDue, f.Client.Account)
	}
	return parts, nil
}

// planFault words why no plan can be drawn up.
func (p *program) planFault(err error) error {
	var e *plan.Error
	if !errors.As(err, &e) {
		return err
	}
	return p.usage(wording.FaultPlan, wording.PlanError(p.lang, e))
}

func (p *program) writeDraft(f act.Facts, drawn *journal.Plan, moves []plan.Move, state plan.State, saved string, format sheet.Format) error {
	switch format {
	case sheet.JSON:
		out := planOfPlan(drawn, state)
		out.owner = owner{f.Client.Account, f.Client.Creditor}
		return sheet.WriteValue(p.out, out)
	case sheet.Aligned:
		if saved == "" {
			p.tell(wording.SaidPlanDrawn)
		}
	}
	t := p.planColumns()
	for n := range drawn.Instalments {
		t.Rows = append(t.Rows, ownedBy(f.Client, p.planCells(drawn, state, n, plan.InstalmentStanding{}, format)...))
	}
	if format == sheet.Aligned {
		t = dropped(withoutOwner(t), "id", "plan_state", "paid", "state", "total")
	}
	if err := sheet.Write(p.out, t, format, p.sheetStyle()); err != nil || format != sheet.Aligned {
		return err
	}
	for _, m := range moves {
		p.tell(wording.SaidMoved, p.shortDay(m.From), p.shortDay(m.To))
	}
	if saved != "" {
		p.tell(wording.SaidPlanSaved, wording.PlanState(p.lang, state))
	}
	return nil
}

// shortDay writes a date for people.
func (p *program) shortDay(d calendar.Date) string {
	y, m, day := d.YMD()
	return fmt.Sprintf("%02d/%02d/%d", day, int(m), y)
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
