package ledgerfile

import (
	"errors"
	"io"
	"strings"

	"relance/domain/ledger"
	"relance/store/sheet"
)

// readClients reads a file of clients' particulars: one row per client, one
// column per field, as the export of clients writes it or under French titles.
// Every cell that is not blank is one particular, in the order of the lines
// and, in a line, of the fields.
func readClients(src *source, head []byte, opt Options) (*ledger.Batch, error) {
	var t tally
	head, bom := cutBOM(head)
	if bom {
		t.note(ledger.FindingBOM, 1, "", "")
	}
	if src.utf16 {
		t.note(ledger.FindingEncoding, 0, "", inUTF16)
	}
	d, ok := findDialect(head, scoreClients)
	if !ok {
		return nil, refuse(opt.Name, ledger.Finding{Code: ledger.RefuseHeader, Line: 1, Column: "client", Detail: "client"})
	}
	cols := mapClients(d.names)
	var unknown []string
	for _, i := range cols.unknown {
		unknown = append(unknown, strings.TrimSpace(d.titles[i]))
	}
	if len(unknown) > 0 {
		t.noteCount(ledger.FindingExtraColumns, d.header+1, "", strings.Join(unknown, ", "), len(unknown))
	}
	rows := newTable(src, head, d)
	records, lines, err := allRecords(rows, opt.Name)
	if err != nil {
		return nil, err
	}
	b := &ledger.Batch{Kind: ledger.BatchParticulars, Source: ledger.Source{Format: FormatClients}}
	from := rows.census.charset()
	noteTable(&t, rows, from)
	for i, record := range records {
		b.Source.Rows += readClient(b, &t, cols, record, lines[i], from, d)
	}
	if err := t.err(opt.Name); err != nil {
		return nil, err
	}
	if b.Source.Rows == 0 {
		return nil, refuse(opt.Name, ledger.Finding{Code: ledger.RefuseEmpty})
	}
	b.Findings = t.findings()
	return b, nil
}

// readClient reads one row; it returns the number of rows that it counts for.
func readClient(b *ledger.Batch, t *tally, cols clientColumns, record []string, line int, from charset, d dialect) int {
	cell := func(i int) string {
		if i < 0 || i >= len(record) {
			return ""
		}
		raw := decode(record[i], from)
		if hasControl(raw) {
			t.note(ledger.FindingControl, line, "", "")
		}
		return sheet.Undefuse(clean(raw))
	}
	if repeatsHeader(record, d, from) {
		t.note(ledger.FindingTotalLine, line, "", "")
		return 0
	}
	account := cell(cols.client)
	if account == "" {
		if strings.Join(record, "") != "" {
			t.refuse(ledger.RefuseClient, line, "client", "")
		}
		return 0
	}
	if len(record) > len(d.names) && strings.TrimSpace(strings.Join(record[len(d.names):], "")) != "" {
		t.refuse(ledger.RefuseFields, line, "", fieldCounts(len(record), len(d.names)))
		return 0
	}
	for f, at := range cols.fields {
		value := cell(at)
		if value == "" || at == cols.client {
			continue
		}
		if isFormula(value) && ledger.Field(f) != ledger.FieldContactPhone {
			t.note(ledger.FindingFormula, line, ledger.Field(f).Key(), value)
		}
		b.Changed = append(b.Changed, ledger.Particular{Account: account, Field: ledger.Field(f), Value: value, Line: line})
	}
	return 1
}

// allRecords reads a table to its end.
func allRecords(t *table, name string) (records [][]string, lines []int, err error) {
	for {
		record, err := t.next(nil)
		if errors.Is(err, io.EOF) {
			return records, lines, nil
		}
		if err != nil {
			return nil, nil, t.failed(err, name)
		}
		records, lines = append(records, record), append(lines, t.line)
	}
}

// noteTable notes what is unusual about a table as a whole.
func noteTable(t *tally, rows *table, from charset) {
	if rows.nuls > 0 {
		t.noteCount(ledger.FindingNUL, 0, "", "", rows.nuls)
	}
	if from == inCP850 {
		t.note(ledger.FindingEncoding, 0, "", from.String())
	}
}

// repeatsHeader reports whether a record is the header again, as page breaks
// of print-like exports have it.
func repeatsHeader(record []string, d dialect, from charset) bool {
	if len(record) != len(d.titles) {
		return false
	}
	for i, cell := range record {
		if fold(decode(cell, from)) != d.names[i] {
			return false
		}
	}
	return true
}
