package main

import (
	"io"
	"path/filepath"

	"relance/domain/desk"
	"relance/domain/latefee"
	"relance/domain/wording"
	"relance/store/paper"
	"relance/tui/ports"
)

// FeesPaper implements ports.Papers: the statement as PDF and as text.
func (s *seated) FeesPaper(v *desk.View, asked ports.FeesAsked, lang wording.Lang) (ports.Prepared, error) {
	p := *s.p // errors are said in the screen's language
	p.lang = lang
	out, err := s.feesPaper(&p, v, asked)
	if err != nil {
		return out, p.fault(err)
	}
	return out, nil
}

func (s *seated) feesPaper(p *program, v *desk.View, asked ports.FeesAsked) (ports.Prepared, error) {
	r := &feesReport{
		file: v.File(asked.Client, asked.Currency), currency: asked.Currency, view: v, terms: v.FeeTerms(asked.Client), rates: v.Rates(),
	}
	if r.file == nil {
		return ports.Prepared{}, &desk.Error{Code: desk.ErrNoClient, Detail: asked.Client.Account}
	}
	claims, st, err := v.LateFees(asked.Client, asked.Currency, desk.FeeScope{Items: asked.Items}, asked.UpTo, asked.Provisional, latefee.PrincipalFirst)
	if err != nil {
		return ports.Prepared{}, err
	}
	r.sum = st
	for i, l := range st.Lines {
		if l.InterestReason != latefee.NotLate || l.Fee != 0 {
			r.claims, r.lines = append(r.claims, claims[i]), append(r.lines, l)
		}
	}
	doc, err := p.feesDoc(r, "")
	if err != nil {
		return ports.Prepared{}, err
	}
	c, err := p.paperCase(v, r.file, "")
	if err != nil {
		return ports.Prepared{}, err
	}
	pdf, err := c.pdf(doc)
	if err != nil {
		return ports.Prepared{}, err
	}
	text, err := c.made(".txt", func(w io.Writer) error { return paper.WriteText(w, doc, paper.TextOptions{}) })
	if err != nil {
		return ports.Prepared{}, err
	}
	folder := filepath.Join(filepath.Dir(s.office.db.Path()), "papers")
	if !s.office.temporary { // papers of a fictional client go with the fictional portfolio
		if folder, err = p.papersFolder(); err != nil {
			return ports.Prepared{}, err
		}
	}
	out := ports.Prepared{Text: paper.Text(doc)}
	out.Files, err = p.writeBeside(folder, dayName("fees", c, asked.UpTo), []paperFile{pdf, text})
	return out, err
}
