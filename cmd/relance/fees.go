package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"relance/domain/desk"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/paper"
	"relance/store/sheet"
)

// feesOptions are the flags of fees.
type feesOptions struct {
	client, currency, to, paperLang string
	order                           string
	items                           []string
	paid, provisional               bool
	out                             string
	force                           bool
}

func (p *program) feesCommand() *cobra.Command {
	var opt feesOptions
	c := p.command("fees --client ID", wording.CmdFees, p.noSuchCommand, func(*cobra.Command, []string) error {
		return p.fees(opt)
	})
	c.Long = p.say(wording.CmdFees) + "\n\n" + p.say(wording.CmdFeesLong)
	f := c.Flags()
	f.StringVar(&opt.client, "client", "", p.say(wording.FlagClient))
	f.StringSliceVar(&opt.items, "items", nil, p.say(wording.FlagFeeItems))
	f.StringVar(&opt.to, "to", "", p.say(wording.FlagFeesTo))
	f.BoolVar(&opt.paid, "paid", false, p.say(wording.FlagFeesPaid))
	f.StringVar(&opt.order, "order", latefee.PrincipalFirst.Key(), p.say(wording.FlagFeesOrder))
	f.BoolVar(&opt.provisional, "provisional", false, p.say(wording.FlagProvisional))
	f.StringVar(&opt.currency, "currency", "", p.say(wording.FlagCurrency))
	f.StringVar(&opt.out, "out", "", p.say(wording.FlagOut))
	f.BoolVar(&opt.force, "force", false, p.say(wording.FlagForce))
	f.StringVar(&opt.paperLang, "paper-lang", "", p.say(wording.FlagPaperLang))
	c.AddCommand(p.feesWaiveCommand(), p.feesRestoreCommand())
	return c
}

// feesReport is what the documents of a client bear up to a day, and of what
// they bear nothing: at the same index, claims and lines.
type feesReport struct {
	file     *desk.File
	currency money.Currency
	view     *desk.View
	terms    latefee.Terms
	rates    latefee.Rates
	claims   []latefee.Claim
	lines    []latefee.Line
	sum      latefee.Statement // its own lines hold what is not shown too
}

func (p *program) fees(opt feesOptions) error {
	format, err := p.format(formatOf(opt.out, sheet.Aligned))
	if err != nil {
		return err
	}
	if _, ok := paper.ParseLang(opt.paperLang); opt.paperLang != "" && !ok {
		return p.choice("paper-lang", opt.paperLang, "fr", "nl", "en")
	}
	write := p.writeFees
	if opt.out != "" {
		if write, err = p.feesFile(opt); err != nil {
			return err
		}
	}
	o, err := p.openToRead()
	if err != nil {
		return err
	}
	defer o.close()
	r, err := p.feesOf(o.view(), opt)
	if err != nil {
		return err
	}
	return write(r, format)
}

func (p *program) feesOf(v *desk.View, opt feesOptions) (*feesReport, error) {
	key, err := p.who(v, opt.client)
	if err != nil {
		return nil, err
	}
	cur, err := p.currency(v, key, opt.currency)
	if err != nil {
		return nil, err
	}
	upTo := shownDay(v)
	if opt.to != "" {
		if upTo, err = p.dateFlag("to", opt.to); err != nil {
			return nil, err
		}
	}
	order, ok := latefee.ParseOrder(opt.order)
	if !ok {
		return nil, p.choice("order", opt.order, latefee.PrincipalFirst.Key(), latefee.InterestFirst.Key())
	}
	r := &feesReport{file: v.File(key, cur), currency: cur, view: v, terms: v.FeeTerms(key), rates: v.Rates()}
	named, err := p.itemsNamed(r.file, opt.items)
	if err != nil {
		return nil, err
	}
	if r.currency, err = p.feesCurrency(r.file, named, cur); err != nil {
		return nil, err
	}
	claims, st, err := v.LateFees(key, r.currency, desk.FeeScope{Items: named, Paid: opt.paid}, upTo, opt.provisional, order)
	if missing := (*latefee.MissingRate)(nil); errors.As(err, &missing) {
		return nil, p.rateFault(missing, v.Rates())
	}
	if err != nil {
		return nil, err
	}
	r.sum = st
	for i, l := range st.Lines {
		if len(named) == 0 && l.InterestReason == latefee.NotLate && l.Fee == 0 {
			continue // not overdue
		}
		r.claims, r.lines = append(r.claims, claims[i]), append(r.lines, l)
	}
	return r, nil
}

// partPaid reports whether something was paid of a document shown, so that the
// order in which payments are read counts.
func (r *feesReport) partPaid() bool {
	for i := range r.lines {
		if r.lines[i].InterestPaid != 0 || r.lines[i].FeePaid != 0 {
			return true
		}
		for _, m := range r.claims[i].Movements {
			if !m.Credit && m.On <= r.sum.UpTo {
				return true
			}
		}
	}
	return false
}

// paid sums what part payments paid of interest and of indemnities.
func (r *feesReport) paid() (interest, fees int64) {
	for i := range r.lines {
		interest, fees = interest+r.lines[i].InterestPaid, fees+r.lines[i].FeePaid
	}
	return interest, fees
}

// itemsNamed finds documents of a client by the numbers typed.
func (p *program) itemsNamed(file *desk.File, names []string) ([]ledger.ItemKey, error) {
	var out []ledger.ItemKey
	for _, name := range names {
		key, err := p.itemNamed(file, strings.TrimSpace(name))
		if err != nil {
			return nil, err
		}
		if !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	return out, nil
}

// feesCurrency is the currency asked for, else that of the documents named,
// else the client's first.
func (p *program) feesCurrency(file *desk.File, named []ledger.ItemKey, asked money.Currency) (money.Currency, error) {
	for i := range file.Items {
		it := &file.Items[i]
		if !slices.Contains(named, it.Key) {
			continue
		}
		if asked != (money.Currency{}) && it.Currency != asked {
			return asked, p.usage(wording.FaultTwoMoneys)
		}
		asked = it.Currency
	}
	switch {
	case asked != money.Currency{}:
		return asked, nil
	case len(file.Sums) > 0:
		return file.Sums[0].Currency, nil
	}
	return file.Creditor.Currency, nil
}

// rateFault says which rate is missing and what to do: enter it, or, where one
// of an earlier period is known, accept that.
func (p *program) rateFault(m *latefee.MissingRate, rates latefee.Rates) error {
	or := "."
	if _, provisional, _ := rates.At(m.Basis, m.From); provisional {
		or = p.say(wording.FaultOrProvision)
	}
	return p.fail(exitRefused, wording.FaultRateMissing,
		p.say(wording.Bases[m.Basis]), p.shortDay(m.From), p.shortDay(m.To), m.Basis.Key(), m.From, or)
}

// yearlyRate writes a rate as the format has it: a decimal figure in files,
// words for people.
func (p *program) yearlyRate(f sheet.Format, ppm int64) sheet.Cell {
	s := money.FormatRate(ppm)
	switch {
	case f == sheet.Aligned:
		s = wording.YearlyRate(p.lang, ppm)
	case f == sheet.CSV && p.frenchCSV():
		s = strings.Replace(s, ".", ",", 1)
	}
	return sheet.Text(s)
}
