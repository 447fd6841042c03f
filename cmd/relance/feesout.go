package main

import (
	"fmt"
	"slices"
	"strings"

	"relance/domain/latefee"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/sheet"
)

// What scripts get of late fees. Amounts are decimal strings, rates decimal
// strings in percent of a year.
type (
	feesOut struct {
		Client      string       `json:"client"`
		Creditor    string       `json:"creditor"`
		Name        string       `json:"name"`
		Currency    string       `json:"currency"`
		UpTo        *string      `json:"up_to"`
		Basis       string       `json:"basis"`
		Order       string       `json:"order"`
		Provisional bool         `json:"provisional"`
		Interest    string       `json:"interest"`
		Indemnities string       `json:"indemnities"`
		Total       string       `json:"total"`
		Lines       []feeLineOut `json:"lines"`
		Missing     []missingOut `json:"missing"`
		Floor       []floorOut   `json:"floor"`
		Cap         []capOut     `json:"cap"`
	}
	feeLineOut struct {
		Number          string       `json:"number"`
		Due             *string      `json:"due"`
		Amount          string       `json:"amount"`
		Open            string       `json:"open"`
		Interest        string       `json:"interest"`
		Indemnity       string       `json:"indemnity"`
		InterestReason  string       `json:"interest_reason"`
		IndemnityReason string       `json:"indemnity_reason"`
		InterestPaid    string       `json:"interest_paid"`
		IndemnityPaid   string       `json:"indemnity_paid"`
		Segments        []segmentOut `json:"segments"`
	}
	segmentOut struct {
		From        *string `json:"from"`
		To          *string `json:"to"`
		Days        int     `json:"days"`
		Base        string  `json:"base"`
		Rate        string  `json:"rate"`
		Basis       string  `json:"basis"`
		Source      string  `json:"source"`
		Provisional bool    `json:"provisional"`
		Interest    string  `json:"interest"`
	}
	missingOut struct {
		Basis string  `json:"basis"`
		From  *string `json:"from"`
		To    *string `json:"to"`
	}
	floorOut struct {
		From        *string `json:"from"`
		To          *string `json:"to"`
		Contract    string  `json:"contract"`
		Floor       string  `json:"floor"`
		Provisional bool    `json:"provisional"`
	}
	capOut struct {
		From     *string `json:"from"`
		To       *string `json:"to"`
		Contract string  `json:"contract"`
		Cap      string  `json:"cap"`
	}
)

func feesValue(r *feesReport) feesOut {
	cur, st := r.currency, &r.sum
	out := feesOut{
		Client: r.file.Client.Key.Account, Creditor: r.file.Client.Key.Creditor, Name: r.file.Client.Name,
		Currency: cur.String(), UpTo: dateOut(st.UpTo), Basis: r.terms.Basis().Key(), Order: st.Order.Key(), Provisional: st.Provisional,
		Interest: plain(st.Interest, cur), Indemnities: plain(st.Fees, cur), Total: plain(st.Total, cur),
		Lines: make([]feeLineOut, len(r.lines)), Missing: []missingOut{}, Floor: []floorOut{}, Cap: []capOut{},
	}
	for i := range r.lines {
		l, c := &r.lines[i], &r.claims[i]
		line := feeLineOut{
			Number: l.Number, Due: dateOut(c.Due), Amount: plain(c.Amount, cur), Open: plain(c.Open(st.UpTo), cur),
			Interest: plain(l.Interest, cur), Indemnity: plain(l.Fee, cur),
			InterestReason: l.InterestReason.Key(), IndemnityReason: l.FeeReason.Key(),
			InterestPaid: plain(l.InterestPaid, cur), IndemnityPaid: plain(l.FeePaid, cur), Segments: make([]segmentOut, len(l.Segments)),
		}
		shares := l.Shares()
		for n, s := range l.Segments {
			line.Segments[n] = segmentOut{
				From: dateOut(s.From), To: dateOut(s.To), Days: s.Days, Base: plain(s.Base, cur), Rate: money.FormatRate(s.PPM),
				Basis: s.Basis.Key(), Source: s.Rate.Source, Provisional: s.Provisional, Interest: plain(shares[n], cur),
			}
		}
		out.Lines[i] = line
	}
	for _, m := range st.Missing {
		out.Missing = append(out.Missing, missingOut{m.Basis.Key(), dateOut(m.From), dateOut(m.To)})
	}
	for _, b := range st.Floor {
		out.Floor = append(out.Floor, floorOut{dateOut(b.From), dateOut(b.To), money.FormatRate(b.ContractPPM), money.FormatRate(b.FloorPPM), b.Provisional})
	}
	for _, b := range st.Cap {
		out.Cap = append(out.Cap, capOut{dateOut(b.From), dateOut(b.To), money.FormatRate(b.ContractPPM), money.FormatRate(b.CapPPM)})
	}
	return out
}

// writeFees writes the report to the standard output.
func (p *program) writeFees(r *feesReport, f sheet.Format) error {
	switch f {
	case sheet.JSON:
		return sheet.WriteValue(p.out, feesValue(r))
	case sheet.CSV:
		return sheet.Write(p.out, p.feesRows(r), f, p.sheetStyle())
	}
	if len(r.lines) == 0 {
		p.tell(wording.FeesNone, r.file.Client.Name, p.shortDay(r.sum.UpTo))
		return nil
	}
	fmt.Fprintf(p.out, "%s  %s\n", sheet.Clean(r.file.Client.Key.Account), sheet.Clean(r.file.Client.Name))
	p.tell(wording.FeesTitle, p.shortDay(r.sum.UpTo), p.say(wording.Bases[r.terms.Basis()]))
	if err := sheet.WriteAligned(p.out, p.feesTable(r), p.sheetStyle()); err != nil {
		return err
	}
	if t := p.segmentsTable(r); len(t.Rows) > 0 {
		fmt.Fprintf(p.out, "\n%s\n", p.say(wording.FeesComputation))
		if err := sheet.WriteAligned(p.out, t, p.sheetStyle()); err != nil {
			return err
		}
	}
	fmt.Fprintln(p.out)
	p.feesNotes(r)
	return nil
}

// feesTable has a line for each document, and their sum.
func (p *program) feesTable(r *feesReport) sheet.Table {
	t := sheet.Table{Columns: p.columns(
		column{key: "number", title: wording.ColNumber, most: 28}, column{key: "due", title: wording.ColDue},
		column{key: "amount", title: wording.ColAmount, right: true}, column{key: "open", title: wording.ColOpen, right: true},
		column{key: "interest", title: wording.ColInterest, right: true}, column{key: "indemnity", title: wording.ColIndemnity, right: true},
		column{key: "total", title: wording.ColTotalOwed, right: true}, column{key: "remark", title: wording.ColRemark},
	)}
	var amount, open int64
	for i := range r.lines {
		l, c := &r.lines[i], &r.claims[i]
		left := c.Open(r.sum.UpTo)
		amount, open = amount+c.Amount, open+left
		t.Rows = append(t.Rows, []sheet.Cell{
			sheet.Text(l.Number), sheet.Day(c.Due), sheet.Minor(c.Amount, r.currency), sheet.Minor(left, r.currency),
			sheet.Minor(l.Interest, r.currency), sheet.Minor(l.Fee, r.currency), sheet.Minor(l.Interest+l.Fee, r.currency),
			sheet.Text(p.feeRemark(l)),
		})
	}
	if len(r.lines) > 1 {
		t.Rows = append(t.Rows, []sheet.Cell{
			sheet.Text(p.say(wording.ColTotal)),
			{},
			sheet.Minor(amount, r.currency), sheet.Minor(open, r.currency),
			sheet.Minor(r.sum.Interest, r.currency), sheet.Minor(r.sum.Fees, r.currency), sheet.Minor(r.sum.Total, r.currency),
			{},
		})
	}
	return t
}

// feeRemark says why a document bears no interest or no indemnity.
func (p *program) feeRemark(l *latefee.Line) string {
	if l.InterestReason == l.FeeReason && l.InterestReason != latefee.Due {
		return p.say(wording.FeeReasons[l.InterestReason])
	}
	var parts []string
	if l.InterestReason != latefee.Due {
		parts = append(parts, p.say(wording.FeesInterestIs, p.say(wording.FeeReasons[l.InterestReason])))
	}
	if l.FeeReason != latefee.Due {
		parts = append(parts, p.say(wording.FeesIndemnityIs, p.say(wording.FeeReasons[l.FeeReason])))
	}
	return strings.Join(parts, ", ")
}

// segmentsTable shows every period of every document.
func (p *program) segmentsTable(r *feesReport) sheet.Table {
	t := sheet.Table{Columns: p.columns(
		column{key: "number", title: wording.ColNumber, most: 28}, column{key: "from", title: wording.ColSince},
		column{key: "to", title: wording.ColUntil}, column{key: "days", title: wording.ColDays, right: true},
		column{key: "base", title: wording.ColBase, right: true}, column{key: "rate", title: wording.ColRate},
		column{key: "interest", title: wording.ColInterest, right: true}, column{key: "source", title: wording.ColSource, most: 48},
	)}
	for i := range r.lines {
		shares := r.lines[i].Shares()
		for n := range r.lines[i].Segments {
			s := &r.lines[i].Segments[n]
			number := ""
			if n == 0 {
				number = r.lines[i].Number
			}
			t.Rows = append(t.Rows, []sheet.Cell{
				sheet.Text(number), sheet.Day(s.From), sheet.Day(s.To), sheet.Number(int64(s.Days)), sheet.Minor(s.Base, r.currency),
				sheet.Text(wording.YearlyRate(p.lang, s.PPM) + rateMark(s)), sheet.Minor(shares[n], r.currency), sheet.Text(p.rateSource(s)),
			})
		}
	}
	return t
}

// rateMark marks a rate that another period's stands for, or that was not read
// at its source.
func rateMark(s *latefee.Segment) string {
	switch {
	case s.Provisional:
		return " *"
	case unconfirmed(s):
		return " ?"
	}
	return ""
}

func unconfirmed(s *latefee.Segment) bool {
	return s.Basis != latefee.Contract && !s.Provisional && !s.Rate.Confirmed
}

// rateSource says where the rate of a period comes from.
func (p *program) rateSource(s *latefee.Segment) string {
	if s.Basis == latefee.Contract {
		return p.say(wording.Bases[latefee.Contract])
	}
	since := ""
	if s.Provisional {
		since = p.say(wording.FeesRateOf, p.shortDay(s.Rate.From))
	}
	return joined(", ", s.Rate.Source, s.Rate.EnteredBy, since)
}

// feesNotes says under the tables what to know of the figures.
func (p *program) feesNotes(r *feesReport) {
	st := &r.sum
	p.tell(wording.FeesTotal, p.sum(st.Interest, r.currency), p.sum(st.Fees, r.currency), p.sum(st.Total, r.currency))
	switch interest, fees := r.paid(); {
	case !r.partPaid():
	case st.Order == latefee.InterestFirst:
		p.tell(wording.FeesInterest, p.sum(interest, r.currency), p.sum(fees, r.currency))
	default:
		p.tell(wording.FeesPrincipal)
	}
	var doubtful bool
	for i := range r.lines {
		doubtful = doubtful || slices.ContainsFunc(r.lines[i].Segments, func(s latefee.Segment) bool { return unconfirmed(&s) })
	}
	for _, m := range st.Missing {
		p.tell(wording.FeesProvisional, p.say(wording.Bases[m.Basis]), p.shortDay(m.From), p.shortDay(m.To))
	}
	if doubtful {
		p.tell(wording.FeesUnconfirmed)
	}
	rate := func(ppm int64) string { return wording.YearlyRate(p.lang, ppm) }
	for _, b := range st.Floor {
		p.tell(wording.FeesFloor, p.shortDay(b.From), p.shortDay(b.To), rate(b.ContractPPM), rate(b.FloorPPM))
	}
	for _, b := range st.Cap {
		p.tell(wording.FeesCap, p.shortDay(b.From), p.shortDay(b.To), rate(b.ContractPPM), rate(b.CapPPM))
	}
}

// feesRows is the whole report as one table: a row for each period, the
// document's own sums on its first one alone, so that columns can be added up.
func (p *program) feesRows(r *feesReport) sheet.Table {
	t := sheet.Table{Columns: p.owned(
		column{key: "name", title: wording.ColName}, column{key: "currency", title: wording.ColCurrency},
		column{key: "number", title: wording.ColNumber}, column{key: "due", title: wording.ColDue},
		column{key: "amount", title: wording.ColAmount, right: true}, column{key: "open", title: wording.ColOpen, right: true},
		column{key: "interest", title: wording.ColInterest, right: true}, column{key: "indemnity", title: wording.ColIndemnity, right: true},
		column{key: "interest_reason", title: wording.ColReason}, column{key: "indemnity_reason", title: wording.ColReason},
		column{key: "from", title: wording.ColSince}, column{key: "to", title: wording.ColUntil},
		column{key: "days", title: wording.ColDays, right: true}, column{key: "base", title: wording.ColBase, right: true},
		column{key: "rate", title: wording.ColRate, right: true}, column{key: "basis", title: wording.ColBasis},
		column{key: "source", title: wording.ColSource}, column{key: "provisional", title: wording.ColRemark},
		column{key: "segment_interest", title: wording.ColInterest, right: true},
	)}
	cur := r.currency
	for i := range r.lines {
		l, c, shares := &r.lines[i], &r.claims[i], r.lines[i].Shares()
		sums := []sheet.Cell{
			sheet.Minor(c.Amount, cur), sheet.Minor(c.Open(r.sum.UpTo), cur), sheet.Minor(l.Interest, cur), sheet.Minor(l.Fee, cur),
			sheet.Text(l.InterestReason.Key()), sheet.Text(l.FeeReason.Key()),
		}
		for n := range max(len(l.Segments), 1) {
			row := ownedBy(r.file.Client.Key, sheet.Text(r.file.Client.Name), sheet.Text(cur.String()), sheet.Text(l.Number), sheet.Day(c.Due))
			if row = append(row, sums...); n == 0 {
				sums = make([]sheet.Cell, len(sums))
			}
			if n < len(l.Segments) {
				s := &l.Segments[n]
				row = append(row, sheet.Day(s.From), sheet.Day(s.To), sheet.Number(int64(s.Days)), sheet.Minor(s.Base, cur),
					p.yearlyRate(sheet.CSV, s.PPM), sheet.Text(s.Basis.Key()), sheet.Text(s.Rate.Source), sheet.Truth(s.Provisional),
					sheet.Minor(shares[n], cur))
			} else {
				row = append(row, make([]sheet.Cell, 9)...)
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}
