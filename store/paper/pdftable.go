package paper

import "slices"

// The look of a table in the PDF, in millimetres.
const (
	tableGap   = 3.0
	rowPadding = 0.7
	leastWords = 18.0 // a column of words is not pressed below this
)

// table writes a table over as many pages as it takes, its head on each. One
// that is too wide is set smaller, then its columns of words are wrapped; where
// the figures alone are too wide each row becomes a list of names and values.
func (p *page) table(t Table) {
	if t.columns() == 0 {
		return
	}
	shown := make([]int, t.columns())
	for i := range shown {
		shown[i] = i
	}
	room := inside - tableGap*float64(len(shown)-1)
	for _, size := range []float64{8.5, 8, 7.5, 7, 6.5, 6} {
		p.font("B", size) // the wider of the two
		if widths, ok := fit(t, shown, room, 0.5, leastWords, p.width); ok {
			p.rows(t, spread(widths, room), size)
			p.font("", bodySize)
			return
		}
	}
	p.font("", bodySize)
	p.records(t)
}

// spread gives the room that is left over to all columns alike.
func spread(widths []float64, room float64) []float64 {
	total := 0.0
	for _, w := range widths {
		total += w
	}
	more := max(0, room-total) / float64(len(widths))
	for i := range widths {
		widths[i] += more
	}
	return widths
}

func (p *page) rows(t Table, widths []float64, size float64) {
	p.font("B", size)
	head := p.cells(t.Head, widths)
	headHeight := p.height(head)
	p.need(headHeight + 3*p.step())
	p.row(t, head, widths, true)
	for i, row := range t.Rows {
		p.font("", size)
		parts := p.cells(row, widths)
		height := p.height(parts)
		// The sum does not stand alone on a page.
		if i == len(t.Rows)-1 && t.Foot != nil {
			height += p.step() + 2*rowPadding
		}
		if p.y+height > lowest && p.y > marginTop+headHeight {
			p.newPage()
			p.font("B", size)
			p.row(t, head, widths, true)
			p.font("", size)
		}
		p.row(t, parts, widths, false)
	}
	if t.Foot != nil {
		p.font("B", size)
		foot := p.cells(t.Foot, widths)
		p.need(p.height(foot))
		p.f.Line(marginSide, p.y, marginSide+inside, p.y)
		p.row(t, foot, widths, false)
	}
	p.y += 3
}

func (p *page) cells(row []string, widths []float64) [][]string {
	parts := make([][]string, len(widths))
	for i, w := range widths {
		parts[i] = wrap(cell(row, i), w+0.01, p.width)
	}
	return parts
}

func (p *page) height(parts [][]string) float64 {
	n := 1
	for _, lines := range parts {
		n = max(n, len(lines))
	}
	return float64(n)*p.step() + 2*rowPadding
}

// row writes the cells of a row; one higher than a page goes on over the next.
func (p *page) row(t Table, parts [][]string, widths []float64, head bool) {
	height := p.height(parts)
	if head {
		p.f.SetFillColor(232, 232, 232)
		p.f.Rect(marginSide, p.y, inside, height, "F")
	}
	p.y += rowPadding
	lines := 1
	for _, each := range parts {
		lines = max(lines, len(each))
	}
	for n := range lines {
		p.need(p.step())
		x := marginSide
		for i, w := range widths {
			p.text(x, p.y, w, t.align(i), at(parts[i], n))
			x += w + tableGap
		}
		p.y += p.step()
	}
	p.y += rowPadding
	if !head {
		p.f.SetDrawColor(200, 200, 200)
		p.f.Line(marginSide, p.y, marginSide+inside, p.y)
		p.f.SetDrawColor(0, 0, 0)
	}
}

// records writes each row as names with their values.
func (p *page) records(t Table) {
	rows := t.Rows
	if t.Foot != nil {
		rows = append(slices.Clone(rows), t.Foot)
	}
	for _, row := range rows {
		var list []KeyValue
		for c, head := range t.Head {
			if value := cell(row, c); value != "" {
				list = append(list, KeyValue{Key: head, Value: value})
			}
		}
		p.keyValues(KeyValues{Pairs: list})
	}
}
