package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/directdebit"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/payfile"
	"relance/store/sheet"
)

// collectOptions are the flags of collect.
type collectOptions struct {
	creditor, to, scheme, pain, out string
	again                           []string
	force, dry, yes                 bool
}

func (p *program) collectCommand() *cobra.Command {
	var opt collectOptions
	c := p.command("collect", wording.CmdCollect, p.exactly(0), func(*cobra.Command, []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		return p.collect(opt, format)
	})
	c.Long = p.say(wording.CmdCollect) + "\n\n" + p.say(wording.CmdCollectLong)
	f := c.Flags()
	f.StringVar(&opt.creditor, "creditor", "", p.say(wording.FlagOwnCompany))
	f.StringVar(&opt.to, "to", "", p.say(wording.FlagCollectTo))
	f.StringVar(&opt.scheme, "scheme", "", p.say(wording.FlagScheme))
	f.StringVar(&opt.pain, "pain", painNames[payfile.V08], p.say(wording.FlagPain))
	f.StringVar(&opt.out, "out", "", p.say(wording.FlagCollectOut))
	f.BoolVar(&opt.force, "force", false, p.say(wording.FlagForce))
	f.StringArrayVar(&opt.again, "again", nil, p.say(wording.FlagAgain))
	f.BoolVar(&opt.dry, "dry-run", false, p.say(wording.FlagCollectDry))
	f.BoolVar(&opt.yes, "yes", false, p.say(wording.FlagCollectYes))
	return c
}

// painNames are the versions as banks call them.
var painNames = [payfile.VersionCount]string{payfile.V02: "02", payfile.V08: "08"}

// proposal is a batch with what was left out of it on request.
type proposal struct {
	creditor ledger.Creditor
	batch    directdebit.Batch
	options  directdebit.Options
	lines    map[directdebit.Key]desk.DebitLine
	other    int            // collections of the scheme that was not asked for
	pending  []desk.Pending // collections of plans no longer in force
	version  payfile.Version
	message  string // identification of the file written; empty = none was
	file     string
}

func (p *program) collect(opt collectOptions, f sheet.Format) error {
	version := slices.Index(painNames[:], opt.pain)
	if version < 0 {
		return p.choice("pain", opt.pain, painNames[:]...)
	}
	if opt.scheme != "" && !slices.Contains(schemeKeys[:], opt.scheme) {
		return p.choice("scheme", opt.scheme, schemeKeys[:]...)
	}
	open := p.openToRead
	writes := opt.out != "" && !opt.dry
	if writes {
		open = func() (*office, error) { return p.openToWrite("collect") }
	}
	o, err := open()
	if err != nil {
		return err
	}
	defer o.close()
	b, err := p.propose(o.view(), opt)
	if err != nil {
		return err
	}
	b.version = payfile.Version(version)
	if f == sheet.Aligned {
		if err := p.printProposal(b); err != nil {
			return err
		}
	}
	switch {
	case writes && len(b.batch.Collections) > 0:
		if err := p.issue(o, b, opt); err != nil {
			return err
		}
	case f == sheet.Aligned && len(b.batch.Collections) > 0 && opt.out == "":
		p.tell(wording.CollectHow)
	}
	return p.writeProposal(b, f)
}

// propose draws up the batch of one's own company.
func (p *program) propose(v *desk.View, opt collectOptions) (*proposal, error) {
	list := v.Header.Creditors
	i, err := p.creditorNamed(list, opt.creditor)
	if err != nil {
		return nil, err
	}
	b := &proposal{
		creditor: list[i], options: directdebit.Options{Today: shownDay(v)}, lines: map[directdebit.Key]desk.DebitLine{},
		pending: v.PendingDebits(list[i].ID),
	}
	b.options.CollectBy = b.options.Today.AddDays(directdebit.DefaultHorizon)
	if opt.to != "" {
		if b.options.CollectBy, err = p.dateFlag("to", opt.to); err != nil {
			return nil, err
		}
		if b.options.CollectBy < b.options.Today {
			return nil, p.usage(wording.FaultCollectTo, p.shortDay(b.options.CollectBy), p.shortDay(b.options.Today))
		}
	}
	own := directdebit.Creditor{ID: b.creditor.ID, Name: b.creditor.Name, ICS: b.creditor.ICS, IBAN: b.creditor.IBAN, BIC: b.creditor.BIC}
	lines, mandates := v.Collectable(b.creditor.ID)
	if why := directdebit.CheckCreditor(own); why != directdebit.NoReason && len(lines) > 0 {
		return nil, p.fail(exitRefused, wording.FaultCollector, b.creditor.Name, p.say(wording.DebitReasons[why]), b.creditor.ID, creditorFix[why])
	}
	candidates := make([]directdebit.Candidate, len(lines))
	for n, l := range lines {
		candidates[n] = l.Candidate
		candidates[n].Address = debtorAddress(v, l.Client)
		candidates[n].Label = wording.DebitLabel(l.Language, l.No, l.Of, l.Items)
		b.lines[l.Key] = l
	}
	if b.options.Again, err = p.againKeys(b, opt.again); err != nil {
		return nil, err
	}
	b.batch = directdebit.Propose(candidates, mandates, own, b.options)
	b.keep(opt.scheme)
	return b, nil
}

// debtorAddress is a client's address in the parts that a file for the bank has.
func debtorAddress(v *desk.View, key ledger.ClientKey) directdebit.Address {
	f := v.File(key, money.Currency{})
	if f == nil {
		return directdebit.Address{}
	}
	a := directdebit.Address{Country: f.Client.Country}
	for _, line := range postalLines(f.Client.Address) {
		code, town, _ := strings.Cut(line, " ")
		if postalCode(line) == "" || a.Town != "" {
			a.Lines = append(a.Lines, line)
			continue
		}
		a.PostalCode, a.Town = code, strings.TrimSpace(town)
	}
	return a
}

// creditorFix is what to change of one's own company, for each reason why
// nothing can be collected.
var creditorFix = map[directdebit.Reason]string{
	directdebit.NoCreditorName: "name=…", directdebit.BadICS: "ics=FR…ZZZ…", directdebit.BadCreditorIBAN: "iban=…",
	directdebit.BadCreditorBIC: "bic=…",
}

// againKeys reads the instalments that shall be collected once more.
func (p *program) againKeys(b *proposal, names []string) ([]directdebit.Key, error) {
	var out []directdebit.Key
	for _, name := range names {
		id, no, _ := strings.Cut(name, ":")
		plan, err := journal.ParseID(id)
		n, err2 := strconv.Atoi(no)
		key := directdebit.Key{Plan: plan, No: n}
		if err != nil || err2 != nil {
			var ok bool
			if key, _, ok = directdebit.ParseEndToEnd(name); !ok {
				return nil, p.usage(wording.FaultAgain, name)
			}
		}
		if _, known := b.lines[key]; !known {
			return nil, p.usage(wording.FaultAgainUnknown, name)
		}
		out = append(out, key)
	}
	return out, nil
}

// keep leaves the collections of one scheme in the batch.
func (b *proposal) keep(scheme string) {
	if scheme == "" {
		return
	}
	all := len(b.batch.Collections)
	b.batch.Collections = slices.DeleteFunc(b.batch.Collections, func(c directdebit.Collection) bool {
		return schemeKeys[c.Mandate.Scheme] != scheme
	})
	b.other = all - len(b.batch.Collections)
}

// bothSchemes reports whether the batch holds collections of either scheme.
func (b *proposal) bothSchemes() bool {
	var seen [journal.SchemeCount]bool
	for i := range b.batch.Collections {
		seen[b.batch.Collections[i].Mandate.Scheme] = true
	}
	return seen[journal.CORE] && seen[journal.B2B]
}

// againName is how the command line names an instalment.
func againName(k directdebit.Key) string { return k.Plan.String() + ":" + strconv.Itoa(k.No) }

// place writes which instalment of its plan one is: 3/6.
func (b *proposal) place(k directdebit.Key) string {
	return fmt.Sprintf("%d/%d", k.No, b.lines[k].Of)
}

// later are the instalments that only a later file can hold, and the first day.
func (b *proposal) later() (n int, first calendar.Date) {
	for _, s := range b.batch.Skipped {
		if s.Reason == directdebit.NotDueInHorizon {
			n++
			if first.IsZero() || s.From < first {
				first = s.From
			}
		}
	}
	return n, first
}
