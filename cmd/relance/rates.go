package main

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/latefee"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/sheet"
)

func (p *program) ratesCommand() *cobra.Command {
	var basis string
	var history bool
	c := p.command("rates", wording.CmdRates, p.noSuchCommand, func(*cobra.Command, []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		return p.rates(basis, history, format)
	})
	c.Long = p.say(wording.CmdRates) + "\n\n" + p.say(wording.CmdRatesLong)
	c.Flags().StringVar(&basis, "basis", "", p.say(wording.FlagBasis))
	c.Flags().BoolVar(&history, "history", false, p.say(wording.FlagRateHistory))
	c.AddCommand(p.ratesSetCommand(), p.ratesUnsetCommand())
	return c
}

// basisNames are the tables that have rates of their own.
func basisNames() []string {
	var out []string
	for b := range latefee.Contract {
		out = append(out, b.Key())
	}
	return out
}

// basesAll are the tables that have rates of their own.
func basesAll() []latefee.Basis {
	bases := make([]latefee.Basis, 0, latefee.Contract)
	for b := range latefee.Contract {
		bases = append(bases, b)
	}
	return bases
}

func (p *program) basis(name string) (latefee.Basis, error) {
	b, ok := latefee.ParseBasis(name)
	if !ok || b == latefee.Contract {
		return 0, p.usage(wording.FaultRateBasis, name, strings.Join(basisNames(), ", "))
	}
	return b, nil
}

func (p *program) rates(only string, history bool, f sheet.Format) error {
	bases := basesAll()
	if only != "" {
		b, err := p.basis(only)
		if err != nil {
			return err
		}
		bases = []latefee.Basis{b}
	}
	o, err := p.openToRead()
	if err != nil {
		return err
	}
	defer o.close()
	if history {
		return p.write(p.rateHistory(o.view().RateHistory(), bases, f), f, wording.SaidNoRateEntered)
	}
	rates, day := o.view().Rates(), shownDay(o.view())
	if err := sheet.Write(p.out, p.ratesTable(rates, bases, f), f, p.sheetStyle()); err != nil || f != sheet.Aligned {
		return err
	}
	for _, b := range bases {
		if until := rates.Until(b); until < day {
			p.tell(wording.SaidRateUnknown, p.shortDay(until), p.say(wording.Bases[b]), b.Key())
		}
	}
	return nil
}

func (p *program) ratesTable(rates latefee.Rates, bases []latefee.Basis, f sheet.Format) sheet.Table {
	t := sheet.Table{Columns: p.columns(
		column{key: "basis", title: wording.ColBasis}, column{key: "from", title: wording.ColSince},
		column{key: "rate", title: wording.ColRate, right: true}, column{key: "source", title: wording.ColSource, most: 48},
		column{key: "confirmed", title: wording.ColConfirmed}, column{key: "entered_by", title: wording.ColEnteredBy},
		column{key: "entered_on", title: wording.ColEnteredOn},
	)}
	for _, r := range rates.Lines() {
		if !slices.Contains(bases, r.Basis) {
			continue
		}
		t.Rows = append(t.Rows, []sheet.Cell{
			sheet.Text(r.Basis.Key()), sheet.Day(r.From), p.yearlyRate(f, r.PPM), sheet.Text(r.Source),
			sheet.Truth(r.Confirmed), sheet.Text(r.EnteredBy), sheet.Day(r.EnteredOn),
		})
	}
	return t
}

// rateHistory lists the rates that were entered, the latest first, and what
// became of them.
func (p *program) rateHistory(rows []desk.RateRow, bases []latefee.Basis, f sheet.Format) sheet.Table {
	t := sheet.Table{Columns: p.columns(
		column{key: "basis", title: wording.ColBasis}, column{key: "from", title: wording.ColSince},
		column{key: "rate", title: wording.ColRate, right: true}, column{key: "source", title: wording.ColSource, most: 48},
		column{key: "entered_by", title: wording.ColEnteredBy}, column{key: "entered_on", title: wording.ColEnteredOn},
		column{key: "state", title: wording.ColState}, column{key: "undone_by", title: wording.ColUndoneBy},
		column{key: "undone_on", title: wording.ColUndoneOn}, column{key: "act", title: wording.ColAct},
	)}
	for _, r := range rows {
		if !slices.Contains(bases, r.Basis) {
			continue
		}
		state, by, on := "live", "", calendar.Date(0)
		switch {
		case r.Undoer != nil:
			state, by, on = "undone", r.Undoer.Author, r.Undoer.Day
		case r.Later:
			state = "replaced"
		}
		t.Rows = append(t.Rows, []sheet.Cell{
			sheet.Text(r.Basis.Key()), sheet.Day(r.From), p.yearlyRate(f, r.PPM), sheet.Text(r.Source),
			sheet.Text(r.EnteredBy), sheet.Day(r.EnteredOn), word(f, state, p.say(wording.RateStates[state])),
			sheet.Text(by), sheet.Day(on), sheet.Text(r.Act.String()),
		})
	}
	if f == sheet.Aligned {
		t = dropped(t, "act")
	}
	return t
}

func (p *program) ratesUnsetCommand() *cobra.Command {
	return p.command("unset BASIS FROM", wording.CmdRatesUnset, p.exactly(2), func(_ *cobra.Command, args []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		return p.unsetRate(args, format)
	})
}

// unsetRate takes back the rate that was entered last for a table and a day:
// the one before it counts again, or the shipped one, or none.
func (p *program) unsetRate(args []string, f sheet.Format) error {
	basis, err := p.basis(args[0])
	if err != nil {
		return err
	}
	from, ok := periodStart(args[1])
	if !ok {
		return p.usage(wording.FaultRateFrom, args[1])
	}
	o, err := p.openToWrite("rates")
	if err != nil {
		return err
	}
	defer o.close()
	for _, r := range o.view().RateHistory() {
		if r.Basis != basis || r.From != from || r.Undoer != nil {
			continue
		}
		done, err := o.session.Do(act.Undo{Act: r.Act})
		if err != nil {
			return err
		}
		if f != sheet.Aligned {
			return p.writeActs(done.Events, sheet.JSON, wording.Text{})
		}
		p.tell(wording.SaidRateUnset, p.say(wording.Bases[basis]), wording.YearlyRate(p.lang, r.PPM), p.shortDay(from), r.Source)
		if line, ok := lineAt(done.View.Rates(), r.Rate); ok {
			p.tell(wording.SaidRateAgain, wording.YearlyRate(p.lang, line.PPM), joined(", ", line.Source, line.EnteredBy))
		} else {
			p.tell(wording.SaidRateUnknownAgain)
		}
		return nil
	}
	return p.fail(exitFailed, wording.FaultNoRateEntered, p.say(wording.Bases[basis]), p.shortDay(from))
}

func (p *program) ratesSetCommand() *cobra.Command {
	var source string
	var yes bool
	c := p.command("set BASIS FROM PERCENT --source TEXT", wording.CmdRatesSet, p.exactly(3), func(_ *cobra.Command, args []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		return p.setRate(args, source, yes, format)
	})
	c.Long = p.say(wording.CmdRatesSet) + "\n\n" + p.say(wording.CmdRatesLong) + "\n" + p.say(wording.CmdRatesSetLong)
	c.Flags().StringVar(&source, "source", "", p.say(wording.FlagRateSource))
	c.Flags().BoolVar(&yes, "yes", false, p.say(wording.FlagYes))
	return c
}

func (p *program) setRate(args []string, source string, yes bool, f sheet.Format) error {
	r, err := p.readRate(args, source)
	if err != nil {
		return err
	}
	o, err := p.openToWrite("rates")
	if err != nil {
		return err
	}
	defer o.close()
	day := o.view().Day
	if r.From > calendar.HalfYearOf(day).Next().First() {
		return p.usage(wording.FaultRateAhead, p.shortDay(r.From))
	}
	known := o.view().Rates()
	before, had := lineAt(known, r)
	if had && before.PPM == r.PPM && before.Source == r.Source {
		p.tell(wording.SaidRateSame)
		return nil
	}
	if err := p.doubtRate(r, known, yes); err != nil {
		return err
	}
	done, err := o.session.SetRate(act.SetRate{Basis: r.Basis.Key(), From: r.From, PPM: r.PPM, Source: r.Source})
	if err != nil {
		return err
	}
	if f != sheet.Aligned {
		return sheet.Write(p.out, p.ratesTable(latefee.Rates{}.With(mustLine(done.View.Rates(), r)), []latefee.Basis{r.Basis}, f), f, p.sheetStyle())
	}
	p.tell(wording.SaidRateSet, p.say(wording.Bases[r.Basis]), wording.YearlyRate(p.lang, r.PPM), p.shortDay(r.From), r.Source)
	if had {
		p.tell(wording.SaidRateBefore, wording.YearlyRate(p.lang, before.PPM), joined(", ", before.Source, before.EnteredBy))
	} else {
		p.tell(wording.SaidRateNone)
	}
	return nil
}

// readRate reads the line that was typed.
func (p *program) readRate(args []string, source string) (r latefee.Rate, err error) {
	if r.Basis, err = p.basis(args[0]); err != nil {
		return r, err
	}
	var ok bool
	switch r.From, ok = periodStart(args[1]); {
	case ok && r.From < calendar.Of(1999, time.January, 1):
		return r, p.usage(wording.FaultRateOld, p.shortDay(r.From))
	case ok && r.Basis.Starts(r.From):
	case r.Basis == latefee.BECivil:
		return r, p.usage(wording.FaultRateYear, args[1])
	default:
		return r, p.usage(wording.FaultRateFrom, args[1])
	}
	if r.PPM, ok = money.ParseRate(args[2]); !ok {
		return r, p.usage(wording.FaultRateValue, args[2])
	}
	if r.Source = strings.TrimSpace(source); r.Source == "" {
		return r, p.usage(wording.FaultRateSource)
	}
	return r, nil
}

// periodStart reads a day, or a half-year written 2026-H2 or 2026-S2, or for a
// whole year 2026.
func periodStart(s string) (calendar.Date, bool) {
	year, half, dashed := strings.Cut(strings.ToUpper(strings.TrimSpace(s)), "-")
	if y, err := strconv.Atoi(year); err == nil && len(year) == 4 && y >= 1900 {
		switch {
		case !dashed, half == "H1", half == "S1":
			return calendar.Of(y, time.January, 1), true
		case half == "H2", half == "S2":
			return calendar.Of(y, time.July, 1), true
		}
	}
	d, err := calendar.ParseAny(s, calendar.UsualForms)
	return d, err == nil
}

// lineAt gives the line of the same table and day, if there is one.
func lineAt(rates latefee.Rates, r latefee.Rate) (latefee.Rate, bool) {
	lines := rates.Lines()
	i := slices.IndexFunc(lines, func(l latefee.Rate) bool { return l.Basis == r.Basis && l.From == r.From })
	if i < 0 {
		return latefee.Rate{}, false
	}
	return lines[i], true
}

// mustLine is lineAt for a line that was just entered.
func mustLine(rates latefee.Rates, r latefee.Rate) latefee.Rate {
	line, _ := lineAt(rates, r)
	return line
}

// jump is how far a rate may be from its neighbour before a person is asked:
// the rates of the law moved by at most 2.5 points in a half-year.
const jump = 50_000

// doubtRate asks about a rate that is far from the one before it, or where there
// is none, from the one after it: a slip of the finger would stand on every
// statement.
func (p *program) doubtRate(r latefee.Rate, known latefee.Rates, yes bool) error {
	near, _, _ := known.At(r.Basis, r.From-1)
	for _, l := range known.Lines() {
		if near.From.IsZero() && l.Basis == r.Basis && l.From > r.From {
			near = l
		}
	}
	far := max(r.PPM, near.PPM)-min(r.PPM, near.PPM) > jump
	if near.From.IsZero() || !far || yes {
		return nil
	}
	args := []any{wording.YearlyRate(p.lang, r.PPM), wording.YearlyRate(p.lang, near.PPM), p.shortDay(near.From)}
	if !p.interactive() {
		return p.fail(exitRefused, wording.FaultRateDoubt, args...)
	}
	if !p.confirm(false, wording.AskRateDoubt, args...) {
		return p.fail(exitFailed, wording.FaultDeclined)
	}
	return nil
}
