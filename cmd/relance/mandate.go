package main

import (
	"github.com/spf13/cobra"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/directdebit"
	"relance/domain/ident"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/wording"
	"relance/store/sheet"
)

var schemeKeys = [journal.SchemeCount]string{journal.CORE: "core", journal.B2B: "b2b"}

func (p *program) mandateCommand() *cobra.Command {
	var client string
	c := p.command("mandate --client ID", wording.CmdMandate, p.noSuchCommand, func(*cobra.Command, []string) error {
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
		return p.writeMandates(o.view(), key, format)
	})
	c.Flags().StringVar(&client, "client", "", p.say(wording.FlagClient))
	c.AddCommand(p.mandateSetCommand(), p.mandateRevokeCommand())
	return c
}

// mandateStates are the keys of what MandateStates says in words.
var mandateStates = map[directdebit.Reason]string{
	directdebit.NoReason: "in_force", directdebit.Revoked: "revoked", directdebit.MandateNotSigned: "not_signed",
	directdebit.Lapsed: "lapsed", directdebit.UsedUp: "used_up",
}

func (p *program) writeMandates(v *desk.View, key ledger.ClientKey, f sheet.Format) error {
	t := sheet.Table{Columns: p.owned(
		column{key: "rum", title: wording.ColMandate}, column{key: "state", title: wording.ColState},
		column{key: "scheme", title: wording.ColScheme}, column{key: "iban", title: wording.ColIBAN},
		column{key: "bic", title: wording.ColBIC}, column{key: "holder", title: wording.ColHolder, most: 32},
		column{key: "signed_on", title: wording.ColSignedOn}, column{key: "one_off", title: wording.ColOneOff},
		column{key: "last_used", title: wording.ColLastUsed}, column{key: "revoked_on", title: wording.ColRevokedOn},
		column{key: "lapses_on", title: wording.ColLapsesOn},
	)}
	for _, m := range v.Mandates(key) {
		state, on := m.Debit(key).Standing(shownDay(v))
		if state != directdebit.NoReason && state != directdebit.Lapsed {
			on = 0
		}
		iban := m.IBAN
		if f == sheet.Aligned {
			iban = ident.FormatIBAN(iban)
		}
		t.Rows = append(t.Rows, ownedBy(key,
			sheet.Text(m.Reference), word(f, mandateStates[state], p.say(wording.MandateStates[state])),
			word(f, schemeKeys[m.Scheme], schemeName(m.Scheme)), sheet.Text(iban), sheet.Text(m.BIC), sheet.Text(m.Holder),
			sheet.Day(m.SignedOn), sheet.Truth(m.OneOff), sheet.Day(m.LastUsed), sheet.Day(m.RevokedOn), sheet.Day(on)))
	}
	if f == sheet.Aligned {
		t = withoutOwner(t)
	}
	return p.write(t, f, wording.SaidNoMandate)
}

// schemeName is the name that banks give a scheme, in every language.
func schemeName(s journal.Scheme) string { return [journal.SchemeCount]string{"CORE", "B2B"}[s] }

// mandateOptions are the flags of mandate set.
type mandateOptions struct {
	client, rum, iban, bic, holder, signed string
	b2b, oneOff                            bool
}

func (p *program) mandateSetCommand() *cobra.Command {
	var opt mandateOptions
	c := p.command("set --client ID --rum R --iban I --signed DATE", wording.CmdMandateSet, p.exactly(0), func(*cobra.Command, []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		return p.setMandate(opt, format)
	})
	c.Long = p.say(wording.CmdMandateSet) + "\n\n" + p.say(wording.CmdMandateSetLong)
	f := c.Flags()
	f.StringVar(&opt.client, "client", "", p.say(wording.FlagClient))
	f.StringVar(&opt.rum, "rum", "", p.say(wording.FlagRUM))
	f.StringVar(&opt.iban, "iban", "", p.say(wording.FlagIBAN))
	f.StringVar(&opt.bic, "bic", "", p.say(wording.FlagBIC))
	f.StringVar(&opt.holder, "holder", "", p.say(wording.FlagHolder))
	f.StringVar(&opt.signed, "signed", "", p.say(wording.FlagSigned))
	f.BoolVar(&opt.b2b, "b2b", false, p.say(wording.FlagB2B))
	f.BoolVar(&opt.oneOff, "one-off", false, p.say(wording.FlagOneOff))
	return c
}

// readMandate reads what was typed into the mandate's own form.
func (p *program) readMandate(opt mandateOptions) (directdebit.Mandate, error) {
	m := directdebit.Mandate{
		Reference: opt.rum, IBAN: ident.NormalIBAN(opt.iban), BIC: ident.NormalBIC(opt.bic), Holder: opt.holder, OneOff: opt.oneOff,
	}
	if opt.b2b {
		m.Scheme = journal.B2B
	}
	if m.BIC == "" && opt.bic != "" { // nothing but signs: it would be as if none were given
		return m, p.usage(wording.FaultFlagValue, "bic", p.quoted(opt.bic))
	}
	for _, f := range []struct{ name, value string }{{"rum", opt.rum}, {"iban", opt.iban}, {"signed", opt.signed}} {
		if f.value == "" {
			return m, p.usage(wording.FaultNeedsFlag, f.name)
		}
	}
	var err error
	m.SignedOn, err = p.dateFlag("signed", opt.signed)
	return m, err
}

func (p *program) setMandate(opt mandateOptions, f sheet.Format) error {
	m, err := p.readMandate(opt)
	if err != nil {
		return err
	}
	o, err := p.openToWrite("mandate")
	if err != nil {
		return err
	}
	defer o.close()
	v := o.view()
	if m.Client, err = p.who(v, opt.client); err != nil {
		return err
	}
	file := v.File(m.Client, [3]byte{})
	if why := directdebit.CheckMandate(m, file.Client.Nature); why != directdebit.NoReason {
		return p.usage(wording.FaultMandate, p.say(wording.DebitReasons[why]))
	}
	if m.SignedOn > v.Day {
		return p.usage(wording.FaultMandateFuture, p.shortDay(m.SignedOn))
	}
	if holder, ok := v.MandateHolder(m.Client.Creditor, m.Reference); ok && holder != m.Client {
		return p.usage(wording.FaultMandateHolder, m.Reference, holder.Account)
	}
	before, had := mandateNamed(v, m.Client, m.Reference)
	done, err := o.session.Do(act.SetMandate{
		Base: act.Base{Client: m.Client}, Reference: m.Reference, IBAN: m.IBAN, BIC: m.BIC, Holder: m.Holder,
		SignedOn: m.SignedOn, Scheme: m.Scheme, OneOff: m.OneOff,
	})
	if err != nil {
		return err
	}
	if had && !before.LastUsed.IsZero() && before.IBAN != m.IBAN {
		p.note(wording.SaidMandateAccount, ident.FormatIBAN(before.IBAN))
	}
	if m.Scheme == journal.B2B {
		p.note(wording.SaidMandateAtBank)
	}
	if f != sheet.Aligned {
		return p.writeActs(done.Events, sheet.JSON, wording.Text{})
	}
	p.tell(wording.SaidMandateSet, m.Reference, file.Client.Name, schemeName(m.Scheme), p.shortDay(m.SignedOn), ident.FormatIBAN(m.IBAN))
	if had {
		p.tell(wording.SaidMandateInPlace, p.shortDay(before.SignedOn))
	}
	return nil
}

// mandateNamed finds a client's mandate by its reference.
func mandateNamed(v *desk.View, key ledger.ClientKey, reference string) (desk.MandateRow, bool) {
	for _, m := range v.Mandates(key) {
		if m.Reference == reference {
			return m, true
		}
	}
	return desk.MandateRow{}, false
}

func (p *program) mandateRevokeCommand() *cobra.Command {
	var client, rum string
	c := p.command("revoke --client ID --rum R", wording.CmdMandateRevoke, p.exactly(0), func(*cobra.Command, []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		return p.revokeMandate(client, rum, format)
	})
	c.Flags().StringVar(&client, "client", "", p.say(wording.FlagClient))
	c.Flags().StringVar(&rum, "rum", "", p.say(wording.FlagRUM))
	return c
}

func (p *program) revokeMandate(client, rum string, f sheet.Format) error {
	if rum == "" {
		return p.usage(wording.FaultNeedsFlag, "rum")
	}
	o, err := p.openToWrite("mandate")
	if err != nil {
		return err
	}
	defer o.close()
	key, err := p.who(o.view(), client)
	if err != nil {
		return err
	}
	done, err := o.session.Do(act.SetMandate{Base: act.Base{Client: key}, Reference: rum, Revoked: true})
	if desk.IsCode(err, desk.ErrNothing) || desk.IsCode(err, desk.ErrInvalid) {
		if _, known := mandateNamed(o.view(), key, rum); !known {
			return p.usage(wording.FaultMandateNamed, key.Account, rum)
		}
		return p.fail(exitFailed, wording.FaultNoMandate, key.Account, rum)
	}
	if err != nil {
		return err
	}
	if f != sheet.Aligned {
		return p.writeActs(done.Events, sheet.JSON, wording.Text{})
	}
	p.tell(wording.SaidMandateRevoked, rum)
	return nil
}
