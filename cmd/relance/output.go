package main

import (
	"strings"

	"relance/domain/wording"
	"relance/store/sheet"
)

// format gives the output format asked for, or the one that is usual.
func (p *program) format(usual sheet.Format) (sheet.Format, error) {
	name, flag := p.flags.output, "output"
	if name == "" {
		name, flag = p.flags.format, "format"
	}
	if p.flags.json && name == "" {
		name = "json"
	}
	if name == "" {
		return usual, nil
	}
	f, ok := sheet.ParseFormat(name)
	if !ok {
		return usual, p.choice(flag, name, "table", "csv", "json")
	}
	return f, nil
}

func (p *program) sheetStyle() sheet.Style {
	return sheet.Style{
		Money: p.style(), French: p.frenchCSV(),
		Yes: p.say(wording.WordYes), No: p.say(wording.WordNo),
	}
}

// write writes a table to the standard output; empty is said instead of a
// table of nothing.
func (p *program) write(t sheet.Table, f sheet.Format, empty wording.Text) error {
	if f == sheet.Aligned && len(t.Rows) == 0 {
		p.tell(empty)
		return nil
	}
	return sheet.Write(p.out, t, f, p.sheetStyle())
}

// formatOf reads the format from a file's ending, where none was asked for.
func formatOf(path string, usual sheet.Format) sheet.Format {
	switch {
	case strings.HasSuffix(path, ".json"):
		return sheet.JSON
	case strings.HasSuffix(path, ".csv"):
		return sheet.CSV
	case strings.HasSuffix(path, ".txt"):
		return sheet.Aligned
	}
	return usual
}
