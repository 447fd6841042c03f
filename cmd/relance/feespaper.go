package main

import (
	"io"
	"path/filepath"
	"strings"
	"time"

	"relance/domain/latefee"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/paper"
	"relance/store/sheet"
)

// feesFile gives what writes the report into the file asked for, by its ending.
func (p *program) feesFile(opt feesOptions) (func(*feesReport, sheet.Format) error, error) {
	var form func(io.Writer, paper.Doc, time.Time) error
	switch strings.ToLower(filepath.Ext(opt.out)) {
	case ".pdf":
		form = paper.WritePDF
	case ".txt":
		form = func(w io.Writer, d paper.Doc, _ time.Time) error { return paper.WriteText(w, d, paper.TextOptions{}) }
	case ".csv", ".json":
		return func(r *feesReport, f sheet.Format) error {
			return p.feesWritten(opt, func(w io.Writer) error {
				if f == sheet.JSON {
					return sheet.WriteValue(w, feesValue(r))
				}
				return sheet.Write(w, p.feesRows(r), sheet.CSV, p.sheetStyle())
			})
		}, nil
	default:
		return nil, p.usage(wording.FaultPaperEnding, opt.out)
	}
	return func(r *feesReport, _ sheet.Format) error {
		doc, err := p.feesDoc(r, opt.paperLang)
		if err != nil {
			return err
		}
		if strings.EqualFold(filepath.Ext(opt.out), ".pdf") {
			for _, f := range paper.CheckPDF(doc) {
				p.note(wording.SaidPaperMind, p.paperFinding(f))
			}
		}
		y, m, d := shownDay(r.view).YMD()
		return p.feesWritten(opt, func(w io.Writer) error {
			return form(w, doc, time.Date(y, m, d, 0, 0, 0, 0, time.UTC))
		})
	}, nil
}

func (p *program) feesWritten(opt feesOptions, write func(io.Writer) error) error {
	if err := p.writeFile(opt.out, opt.force, write); err != nil {
		return err
	}
	p.note(wording.SaidWritten, opt.out)
	return nil
}

// feesDoc fills the statement of late fees, in the language asked for or the
// client's.
func (p *program) feesDoc(r *feesReport, language string) (paper.Doc, error) {
	c, err := p.paperCase(r.view, r.file, language)
	if err != nil {
		return paper.Doc{}, err
	}
	data := c.fees(r)
	if len(data.Charges) == 0 {
		return paper.Doc{}, p.fail(exitFailed, wording.FaultNothingOwed, r.file.Client.Name, p.shortDay(r.sum.UpTo))
	}
	return c.doc(paper.NameFees, data)
}

// fees puts the report into the form of the statement. The periods sum to the
// document's interest, which is rounded once.
func (c *paperCase) fees(r *feesReport) paper.Fees {
	lang := c.lang.String()
	in := func(minor int64) money.Amount { return money.Of(minor, r.currency) }
	out := paper.Fees{
		Head: c.head(), UpTo: r.sum.UpTo, Provisional: r.sum.Provisional,
		Basis: wording.PaperBasis(lang, r.terms.Basis()),
	}
	if r.partPaid() {
		interest, fees := r.paid()
		out.Order, out.PaidInterest, out.PaidIndemnity = r.sum.Order.Key(), in(interest), in(fees)
	}
	var principal int64
	for i := range r.lines {
		l, claim := &r.lines[i], &r.claims[i]
		waived := wording.PaperWaived(lang, l.InterestReason == latefee.Waived, l.FeeReason == latefee.Waived)
		if l.Interest == 0 && l.Fee == 0 && waived == "" {
			continue
		}
		open := claim.Open(r.sum.UpTo)
		principal += open
		charge := paper.Charge{
			Number: l.Number, Due: claim.Due, Principal: in(open), Interest: in(l.Interest), Indemnity: in(l.Fee),
			Waived: waived, Total: in(open + l.Interest + l.Fee),
		}
		shares := l.Shares()
		for n, s := range l.Segments {
			source := s.Rate.Source
			if s.Basis == latefee.Contract {
				source = wording.PaperBasis(lang, latefee.Contract)
			}
			charge.Segments = append(charge.Segments, paper.Segment{
				From: s.From, To: s.To, Days: s.Days, RatePPM: s.PPM, Base: in(s.Base), Interest: in(shares[n]),
				Source: source, Provisional: s.Provisional,
			})
		}
		out.Charges = append(out.Charges, charge)
	}
	out.Principal, out.Interest, out.Indemnity = in(principal), in(r.sum.Interest), in(r.sum.Fees)
	out.Due, out.Total = in(r.sum.Total), in(principal+r.sum.Total)
	return out
}
