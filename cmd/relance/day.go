package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/sheet"
)

func (p *program) dayCommand() *cobra.Command {
	return p.command("day", wording.CmdDay, p.exactly(0), func(*cobra.Command, []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		o, err := p.openToRead()
		if err != nil {
			return err
		}
		defer o.close()
		report := o.view().DayReport()
		switch format {
		case sheet.JSON:
			return sheet.WriteValue(p.out, dayOf(&report))
		case sheet.CSV:
			t := p.dayTable(dayParts(&report)...)
			for _, l := range report.Rates { // in percent a year
				t.Rows = append(t.Rows, ownedBy(ledger.ClientKey{},
					sheet.Text(l.Basis.Key()), sheet.Text("rate"), sheet.Text("%"), p.yearlyRate(format, l.PPM), sheet.Day(l.From)))
			}
			return sheet.Write(p.out, t, format, p.sheetStyle())
		}
		return p.printDay(&report)
	})
}

type (
	dayOut struct {
		Day       *string     `json:"day"`
		Calls     int         `json:"calls"`
		Reached   int         `json:"reached"`
		Clients   int         `json:"clients"`
		Notes     int         `json:"notes"`
		Callbacks int         `json:"callbacks"`
		Promises  []dayLine   `json:"promises"`
		Plans     []dayLine   `json:"plans"`
		Signed    []dayLine   `json:"signed"`
		Disputes  []dayLine   `json:"disputes"`
		Receipts  []dayLine   `json:"receipts"`
		Kept      []dayLine   `json:"kept"`
		Broken    []dayLine   `json:"broken"`
		Missed    []dayLine   `json:"missed"`
		Rates     []dayRate   `json:"rates"`
		Imports   []dayImport `json:"imports"`
		Collected []dayAmount `json:"collected"`
		Authors   []dayAuthor `json:"authors"`
	}
	dayLine struct {
		owner
		Name     string  `json:"name"`
		Amount   string  `json:"amount"`
		Currency string  `json:"currency"`
		Date     *string `json:"date"`
	}
	dayRate struct {
		Basis  string  `json:"basis"`
		From   *string `json:"from"`
		Rate   string  `json:"rate"`
		Source string  `json:"source"`
		Author string  `json:"author"`
	}
	dayImport struct {
		Creditor  string  `json:"creditor"`
		Name      string  `json:"name"`
		Format    string  `json:"format"`
		To        *string `json:"to"`
		New       uint32  `json:"new"`
		Settled   uint32  `json:"settled"`
		Changed   uint32  `json:"changed"`
		Vanished  uint32  `json:"vanished"`
		Collected string  `json:"collected"`
	}
	dayAmount struct {
		Amount   string `json:"amount"`
		Currency string `json:"currency"`
	}
	dayAuthor struct {
		Author   string `json:"author"`
		Calls    int    `json:"calls"`
		Reached  int    `json:"reached"`
		Promises int    `json:"promises"`
	}
)

func dayOf(r *desk.DayReport) dayOut {
	out := dayOut{
		Day: dateOut(r.Day), Calls: r.Calls, Reached: r.Reached, Clients: r.Clients, Notes: r.Notes, Callbacks: r.Callbacks,
		Promises: dayLines(r.Promises), Plans: dayLines(r.Plans), Disputes: dayLines(r.Disputes), Receipts: dayLines(r.Receipts),
		Kept: dayLines(r.Kept), Broken: dayLines(r.Broken), Signed: dayLines(r.Signed), Missed: dayLines(r.Missed),
		Rates: []dayRate{}, Imports: []dayImport{}, Collected: []dayAmount{}, Authors: []dayAuthor{},
	}
	for _, l := range r.Rates {
		out.Rates = append(out.Rates, dayRate{l.Basis.Key(), dateOut(l.From), money.FormatRate(l.PPM), l.Source, l.EnteredBy})
	}
	for _, i := range r.Imports {
		out.Imports = append(out.Imports, dayImport{
			i.Creditor, i.Name, i.Format, dateOut(i.To), i.New, i.Settled, i.Changed, i.Vanished, money.FormatPlain(i.Collected),
		})
	}
	for _, a := range r.Collected {
		out.Collected = append(out.Collected, dayAmount{money.FormatPlain(a), a.Currency.String()})
	}
	for _, a := range r.ByAuthor {
		out.Authors = append(out.Authors, dayAuthor{a.Author, a.Calls, a.Reached, a.Promises})
	}
	return out
}

func dayLines(lines []desk.DayLine) []dayLine {
	out := make([]dayLine, len(lines))
	for i, l := range lines {
		out[i] = dayLine{
			owner{l.Client.Account, l.Client.Creditor}, l.Name, money.FormatPlain(l.Amount), l.Amount.Currency.String(), dateOut(l.Date),
		}
	}
	return out
}

// dayPart is one list of the report, with its name in files.
type dayPart struct {
	key   string
	title [2]wording.Text
	lines []desk.DayLine
}

func dayParts(r *desk.DayReport) []dayPart {
	return []dayPart{
		{"promise", wording.DayPromises, r.Promises},
		{"plan", wording.DayDrawn, r.Plans},
		{"signed", wording.DaySigned, r.Signed},
		{"dispute", wording.DayDisputes, r.Disputes},
		{"receipt", wording.DayReceipts, r.Receipts},
		{"kept", wording.DayKept, r.Kept},
		{"broken", wording.DayBrokenPromise, r.Broken},
		{"missed", wording.DayMissed, r.Missed},
	}
}

func (p *program) dayTable(parts ...dayPart) sheet.Table {
	t := sheet.Table{Columns: p.owned(
		column{key: "name", title: wording.ColName, most: 32}, column{key: "kind", title: wording.ColKind},
		column{key: "currency", title: wording.ColCurrency}, column{key: "amount", title: wording.ColAmount, right: true},
		column{key: "date", title: wording.ColDate},
	)}
	for _, part := range parts {
		for _, l := range part.lines {
			t.Rows = append(t.Rows, ownedBy(l.Client,
				sheet.Text(l.Name), sheet.Text(part.key), sheet.Text(l.Amount.Currency.String()),
				sheet.Minor(l.Amount.Minor, l.Amount.Currency), sheet.Day(l.Date)))
		}
	}
	return t
}

// printDay writes the report for people.
func (p *program) printDay(r *desk.DayReport) error {
	p.tell(wording.DayTitle, p.longDay(r.Day))
	said := false
	if r.Calls > 0 {
		fmt.Fprintf(p.out, "%s, %s\n", p.counted(r.Calls, wording.DayCalls), p.counted(r.Reached, wording.DayReached))
		said = true
	}
	if r.Notes > 0 {
		fmt.Fprintln(p.out, p.counted(r.Notes, wording.DayNotes))
		said = true
	}
	for _, a := range r.Collected {
		p.tell(wording.DayCollected, money.Format(a, p.style()))
		said = true
	}
	for _, part := range dayParts(r) {
		if len(part.lines) == 0 {
			continue
		}
		said = true
		fmt.Fprintf(p.out, "\n%s\n", p.counted(len(part.lines), part.title))
		one := dropped(withoutOwner(p.dayTable(part)), "kind")
		if err := sheet.WriteAligned(p.out, one, p.sheetStyle()); err != nil {
			return err
		}
	}
	if len(r.Rates) > 0 {
		said = true
		fmt.Fprintf(p.out, "\n%s\n", p.counted(len(r.Rates), wording.DayRates))
		t := p.ratesTable(latefee.Rates{}.With(r.Rates...), basesAll(), sheet.Aligned)
		if err := sheet.WriteAligned(p.out, dropped(t, "confirmed", "entered_on"), p.sheetStyle()); err != nil {
			return err
		}
	}
	if !said {
		p.tell(wording.DayNothing)
	}
	return nil
}

// longDay writes "mardi 1er septembre 2026" or "Tuesday 1 September 2026".
func (p *program) longDay(d calendar.Date) string { return wording.LongDay(p.lang, d) }
