// Package ledgerfile reads what accounting packages export about trade
// receivables: the French statutory ledger file (fichier des écritures
// comptables, FEC), flat or in XML, lists of open items and lists of clients'
// particulars, in UTF-8, UTF-16 or an eight-bit encoding. It turns a file into
// one ledger.Batch or refuses it as a whole, names where and why, and reports
// what it tolerated.
//
// A reader never panics, whatever the bytes, and holds no more than a few
// mebibytes beyond its result.
package ledgerfile

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
)

// The formats that Read knows, as Options.Format and ledger.Source name them.
const (
	FormatFEC     = "fec"
	FormatItems   = "items"
	FormatClients = "clients"
)

// Options says how to read a file. The zero value detects everything.
type Options struct {
	Format   string         // FormatFEC, FormatItems, FormatClients; empty = detected
	Prefixes []string       // receivable accounts; empty = 411, 413, 416
	ListDate calendar.Date  // day of an open-item list; zero = from the file's name, else unknown
	Currency money.Currency // of amounts that name none; zero = EUR
	Name     string         // file name, for its date and identifier and for messages
	Size     int64          // bytes to come, for Progress; 0 = unknown

	// Progress, when not nil, is told the bytes read so far and Size. It is
	// called from the goroutine that called Read, about once a mebibyte.
	Progress func(done, total int64)
}

func (o Options) prefixes() []string {
	if len(o.Prefixes) == 0 {
		return []string{"411", "413", "416"}
	}
	return o.Prefixes
}

func (o Options) currency() money.Currency {
	if o.Currency == (money.Currency{}) {
		return money.EUR
	}
	return o.Currency
}

// maxRefusals bounds the reasons that a refused file is given.
const maxRefusals = 20

// Refused says why a file was not read: at most 20 reasons, in the order of the
// lines. Nothing of the file was kept.
type Refused struct {
	File     string
	Findings []ledger.Finding
}

// Error gives the first reason in technical words; the words for a person come
// from the catalogue.
func (r *Refused) Error() string {
	if len(r.Findings) == 0 {
		return "ledgerfile: " + r.File + " refused"
	}
	f := r.Findings[0]
	return fmt.Sprintf("ledgerfile: %s refused: code %d at line %d, column %q: %q (%d reasons)",
		r.File, f.Code, f.Line, f.Column, f.Detail, len(r.Findings))
}

func refuse(name string, f ledger.Finding) error {
	f.Count = max(f.Count, 1)
	return &Refused{File: name, Findings: []ledger.Finding{f}}
}

// ReadFile reads the file of that path; its base name and size stand in for
// opt.Name and opt.Size where these are not given.
func ReadFile(path string, opt Options) (*ledger.Batch, error) {
	if opt.Name == "" {
		opt.Name = filepath.Base(path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, refuse(opt.Name, unopened(err))
	}
	defer func() { _ = f.Close() }() // only read from
	info, err := f.Stat()
	if err != nil || info.IsDir() {
		return nil, refuse(opt.Name, ledger.Finding{Code: ledger.RefuseNoFile})
	}
	if opt.Size == 0 {
		opt.Size = info.Size()
	}
	return Read(f, opt)
}

// unopened says why the system did not open a file.
func unopened(err error) ledger.Finding {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ledger.Finding{Code: ledger.RefuseMissing}
	case errors.Is(err, fs.ErrPermission):
		return ledger.Finding{Code: ledger.RefuseAccess}
	}
	return ledger.Finding{Code: ledger.RefuseRead, Detail: err.Error()}
}

// Read reads a whole file. Its errors are of type *Refused.
func Read(r io.Reader, opt Options) (*ledger.Batch, error) {
	return read(r, opt, 2)
}

// read is Read with the number of goroutines that parse a FEC.
func read(r io.Reader, opt Options, workers int) (*ledger.Batch, error) {
	opt.Name = filepath.Base(opt.Name)
	if opt.Name == "." {
		opt.Name = ""
	}
	src := newSource(r, opt)
	batch, err := readFrom(src, opt, workers)
	if err == nil {
		batch.Source.Name = opt.Name
		copy(batch.Source.Digest[:], src.raw.digest.Sum(nil))
		return batch, nil
	}
	var refused *Refused
	if errors.As(err, &refused) {
		return nil, refused
	}
	return nil, refuse(opt.Name, ledger.Finding{Code: ledger.RefuseRead, Detail: err.Error()})
}

func readFrom(src *source, opt Options, workers int) (*ledger.Batch, error) {
	start := src.sniff()
	if startsUTF32(start) {
		return nil, refuse(opt.Name, ledger.Finding{Code: ledger.RefuseEncoding, Detail: "UTF-32"})
	}
	if (opt.Format == "" || opt.Format == FormatFEC) && isXMLofFEC(start) {
		return readXML(src, start, opt, workers)
	}
	head, err := src.next(nil)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, src.refusal(err, opt.Name)
	}
	head, src.nuls = withoutNUL(head)
	format, refusal := Detect(head, opt.Name)
	if opt.Format != "" && !alwaysRefused(refusal) {
		format = opt.Format
	}
	switch format {
	case FormatFEC:
		return readFEC(src, head, opt, workers)
	case FormatItems:
		return readItems(src, head, opt)
	case FormatClients:
		return readClients(src, head, opt)
	case "":
		return nil, refuse(opt.Name, refusal)
	}
	return nil, refuse(opt.Name, ledger.Finding{Code: ledger.RefuseFormat, Detail: format})
}

// alwaysRefused reports whether a file is none of the text formats, whatever
// the person says it is.
func alwaysRefused(f ledger.Finding) bool {
	return f.Code == ledger.RefuseEmpty || f.Code == ledger.RefuseEncoding || f.Code == ledger.RefuseFormat && f.Line == binaryLine
}

// digestOf is the digest that Read gives a file's bytes.
func digestOf(b []byte) [sha256.Size]byte { return sha256.Sum256(b) }

var utf8BOM = []byte("\xEF\xBB\xBF")

func cutBOM(head []byte) ([]byte, bool) { return bytes.CutPrefix(head, utf8BOM) }
