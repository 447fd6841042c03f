package main

import (
	"slices"

	"github.com/spf13/cobra"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/limitation"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/sheet"
)

func (p *program) limitationCommand() *cobra.Command {
	var client string
	c := p.command("limitation --client ID", wording.CmdLimitation, p.noSuchCommand, func(*cobra.Command, []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		o, err := p.openToRead()
		if err != nil {
			return err
		}
		defer o.close()
		key, err := p.who(o.view(), client)
		if err != nil {
			return err
		}
		return p.writeLimitations(o.view(), key, format)
	})
	c.Long = p.say(wording.CmdLimitation) + "\n\n" + p.say(wording.CmdLimitationLong)
	c.Flags().StringVar(&client, "client", "", p.say(wording.FlagClient))
	c.AddCommand(p.interruptCommand())
	return c
}

func (p *program) writeLimitations(v *desk.View, key ledger.ClientKey, f sheet.Format) error {
	t := sheet.Table{Columns: p.owned(
		column{key: "number", title: wording.ColNumber}, column{key: "currency", title: wording.ColCurrency},
		column{key: "open", title: wording.ColOpen, right: true}, column{key: "base", title: wording.ColDue},
		column{key: "law", title: wording.ColLaw}, column{key: "years", title: wording.ColYears, right: true},
		column{key: "cause", title: wording.ColAnew}, column{key: "since", title: wording.ColSince},
		column{key: "on", title: wording.ColLimitation}, column{key: "warn", title: wording.ColWarn},
		column{key: "state", title: wording.ColState},
	)}
	day := shownDay(v)
	for _, l := range v.Limitations(key) {
		cause, since := "", l.Since
		if l.Interrupted {
			cause = l.Cause.Key()
		} else {
			since = 0
		}
		t.Rows = append(t.Rows, ownedBy(key,
			sheet.Text(l.Item.Number), sheet.Text(l.Currency.String()), sheet.Minor(l.Open, l.Currency), sheet.Day(l.Base),
			sheet.Text(l.Term.Law.Key()), sheet.Number(int64(l.Term.Years)),
			word(f, cause, wording.LimitationCause(p.lang, l.Result, day)), sheet.Day(since), sheet.Day(l.On), sheet.Day(l.Warn),
			word(f, l.State.Key(), p.say(wording.LimitationStates[l.State]))))
	}
	if f == sheet.Aligned {
		t = dropped(withoutOwner(t), "law", "since", "warn")
	}
	return p.write(t, f, wording.SaidNoLimitation)
}

// interruptOptions are the flags of limitation interrupt.
type interruptOptions struct {
	client, cause, on string
	items             []string
}

func (p *program) interruptCommand() *cobra.Command {
	var opt interruptOptions
	c := p.command("interrupt --client ID --cause KEY --on DATE", wording.CmdInterrupt, p.exactly(0), func(*cobra.Command, []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		return p.interrupt(opt, format)
	})
	c.Long = p.say(wording.CmdInterrupt) + "\n\n" + p.say(wording.CmdInterruptLong)
	f := c.Flags()
	f.StringVar(&opt.client, "client", "", p.say(wording.FlagClient))
	f.StringVar(&opt.cause, "cause", "", p.say(wording.FlagCause))
	f.StringVar(&opt.on, "on", "", p.say(wording.FlagInterruptOn))
	f.StringSliceVar(&opt.items, "items", nil, p.say(wording.FlagInterruptItems))
	return c
}

// causeNamed reads the key of a cause that a person can note.
func (p *program) causeNamed(key string) (journal.Interruption, error) {
	var keys []string
	for i := range journal.InterruptionCount {
		cause, _ := limitation.CauseOf(i)
		if cause.Key() == key {
			return i, nil
		}
		keys = append(keys, cause.Key())
	}
	return 0, p.choice("cause", key, keys...)
}

// interrupt notes what started limitation anew, and says of which documents it
// does not put it off: what came too late, or what the law of the contract does
// not know.
func (p *program) interrupt(opt interruptOptions, f sheet.Format) error {
	for _, flag := range []struct{ name, value string }{{"cause", opt.cause}, {"on", opt.on}} {
		if flag.value == "" {
			return p.usage(wording.FaultNeedsFlag, flag.name)
		}
	}
	cause, err := p.causeNamed(opt.cause)
	if err != nil {
		return err
	}
	on, err := p.dateFlag("on", opt.on)
	if err != nil {
		return err
	}
	o, err := p.openToWrite("limitation")
	if err != nil {
		return err
	}
	defer o.close()
	v := o.view()
	key, err := p.who(v, opt.client)
	if err != nil {
		return err
	}
	if on > v.Day {
		return p.usage(wording.FaultInterruptOn, p.shortDay(on))
	}
	items, err := p.itemsNamed(v.File(key, money.Currency{}), opt.items)
	if err != nil {
		return err
	}
	before := v.Limitations(key)
	done, err := o.session.Do(act.Interrupt{Base: act.Base{Client: key}, Cause: cause, On: on, Items: items})
	if err != nil {
		return err
	}
	if err := p.writeActs(done.Events, f, wording.Text{}); err != nil || f != sheet.Aligned {
		return err
	}
	p.notPutOff(before, done.View.Limitations(key), items)
	return nil
}

// notPutOff names the documents meant whose last day is as it was.
func (p *program) notPutOff(before, after []desk.OpenLimitation, items []ledger.ItemKey) {
	was := make(map[ledger.ItemKey]desk.OpenLimitation, len(before))
	for _, l := range before {
		was[l.Item] = l
	}
	for _, l := range after {
		if old := was[l.Item]; meant(items, l.Item) && old.On == l.On && old.Suspended == l.Suspended {
			p.tell(wording.SaidNotPutOff, l.Item.Number, p.limitationWords(l))
		}
	}
}

func (p *program) limitationWords(l desk.OpenLimitation) string {
	if l.On.IsZero() {
		return p.say(wording.LimitationStates[l.State])
	}
	return p.shortDay(l.On)
}

// meant reports whether a document is among those named; no name means all.
func meant(items []ledger.ItemKey, item ledger.ItemKey) bool {
	return len(items) == 0 || slices.Contains(items, item)
}
