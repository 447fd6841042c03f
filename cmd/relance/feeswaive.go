package main

import (
	"strings"

	"github.com/spf13/cobra"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/sheet"
)

// waiveOptions are the flags of fees waive and fees restore.
type waiveOptions struct {
	client, reason      string
	items               []string
	interest, indemnity bool
	waive               bool
}

func (p *program) feesWaiveCommand() *cobra.Command {
	return p.waiveCommand("waive --client ID --items N1,N2 --reason TEXT", wording.CmdFeesWaive, true)
}

func (p *program) feesRestoreCommand() *cobra.Command {
	return p.waiveCommand("restore --client ID --items N1,N2", wording.CmdFeesRestore, false)
}

func (p *program) waiveCommand(use string, short wording.Text, waive bool) *cobra.Command {
	opt := waiveOptions{waive: waive}
	c := p.command(use, short, p.exactly(0), func(*cobra.Command, []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		return p.waive(opt, format)
	})
	f := c.Flags()
	f.StringVar(&opt.client, "client", "", p.say(wording.FlagClient))
	f.StringSliceVar(&opt.items, "items", nil, p.say(wording.FlagTheItems))
	f.BoolVar(&opt.interest, "interest", false, p.say(wording.FlagWaiveInterest))
	f.BoolVar(&opt.indemnity, "indemnity", false, p.say(wording.FlagWaiveIndemnity))
	f.StringVar(&opt.reason, "reason", "", p.say(wording.FlagWhy))
	return c
}

// waiver is what is given up of a document.
type waiver struct{ interest, indemnity bool }

// after is the waiver once what was asked for is done; neither flag means both.
func (w waiver) after(opt waiveOptions) waiver {
	both := opt.interest == opt.indemnity
	if opt.interest || both {
		w.interest = opt.waive
	}
	if opt.indemnity || both {
		w.indemnity = opt.waive
	}
	return w
}

// waive gives up, or asks again for, what documents bear. Documents that end
// with the same waiver go into one act.
func (p *program) waive(opt waiveOptions, f sheet.Format) error {
	switch {
	case len(opt.items) == 0:
		return p.usage(wording.FaultNoItemsFlag)
	case opt.waive && strings.TrimSpace(opt.reason) == "":
		return p.usage(wording.FaultNoReason)
	}
	o, err := p.openToWrite("fees")
	if err != nil {
		return err
	}
	defer o.close()
	key, err := p.who(o.view(), opt.client)
	if err != nil {
		return err
	}
	file := o.view().File(key, money.Currency{})
	items, err := p.itemsNamed(file, opt.items)
	if err != nil {
		return err
	}
	acts, err := p.waivers(o.view(), file, items, opt)
	if err != nil {
		return err
	}
	var events []journal.Event
	for _, a := range acts {
		done, err := o.session.Do(a)
		if err != nil {
			return err
		}
		events = append(events, done.Events...)
	}
	return p.writeActs(events, f, wording.SaidFeesUnchanged)
}

// waivers gives the acts that bring about what was asked for; none where it is
// so already.
func (p *program) waivers(v *desk.View, file *desk.File, items []ledger.ItemKey, opt waiveOptions) ([]act.WaiveFees, error) {
	key := file.Client.Key
	groups := map[waiver][]ledger.ItemKey{}
	for _, it := range items {
		claim, ok := claimOf(v, file, it)
		if !ok {
			return nil, p.usage(wording.FaultNoClaim, it.Number)
		}
		now := waiver{claim.InterestWaived, claim.FeeWaived}
		if then := now.after(opt); then != now {
			groups[then] = append(groups[then], it)
		}
	}
	var out []act.WaiveFees
	for _, w := range []waiver{{true, true}, {true, false}, {false, true}, {false, false}} {
		if len(groups[w]) > 0 {
			out = append(out, act.WaiveFees{
				Base: act.Base{Client: key}, Items: groups[w], Interest: w.interest, Indemnity: w.indemnity,
				Reason: strings.TrimSpace(opt.reason),
			})
		}
	}
	return out, nil
}

// claimOf finds a document among those that can bear late fees.
func claimOf(v *desk.View, file *desk.File, item ledger.ItemKey) (latefee.Claim, bool) {
	for i := range file.Items {
		if file.Items[i].Key != item {
			continue
		}
		for _, c := range v.FeeClaims(file.Client.Key, file.Items[i].Currency, desk.FeeScope{Items: []ledger.ItemKey{item}, Paid: true}) {
			if c.Kind != ledger.CreditNote && c.Kind != ledger.Receipt {
				return c, true
			}
		}
	}
	return latefee.Claim{}, false
}

// writeActs says what was recorded; none is said where nothing was.
func (p *program) writeActs(events []journal.Event, f sheet.Format, none wording.Text) error {
	switch f {
	case sheet.JSON:
		out := eventsOut(events, "")
		for i := range out {
			out[i].Sentence = p.eventText(&events[i], nil)
		}
		return sheet.WriteValue(p.out, out)
	}
	if len(events) == 0 {
		p.tell(none)
	}
	for i := range events {
		p.tell(wording.SaidRecorded, p.eventText(&events[i], nil))
	}
	return nil
}
