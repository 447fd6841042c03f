package paper

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/boombuler/barcode/qr"

	"relance/domain/ident"
	"relance/domain/money"
)

// What EPC refuses, with the field's name in the message. All are ErrField too.
var (
	ErrName      = fmt.Errorf("%w: beneficiary's name", ErrField)
	ErrIBAN      = fmt.Errorf("%w: IBAN", ErrField)
	ErrBIC       = fmt.Errorf("%w: BIC", ErrField)
	ErrAmount    = fmt.Errorf("%w: amount", ErrField)
	ErrVersion   = fmt.Errorf("%w: version", ErrField)
	ErrPurpose   = fmt.Errorf("%w: purpose code", ErrField)
	ErrReference = fmt.Errorf("%w: reference", ErrField)
	ErrText      = fmt.Errorf("%w: text", ErrField)
)

// Limits of EPC069-12, version 2.
const (
	maxEPCName   = 70
	maxEPCText   = 140
	maxEPCInfo   = 70
	maxEPCBytes  = 331
	maxEPCMinor  = 99_999_999_999 // EUR 999,999,999.99
	maxQRVersion = 13
)

// EPC is a credit transfer as a bank's telephone application reads it from a QR
// code (EPC069-12, "Quick Response Code: Guidelines to enable data capture for
// the initiation of a SEPA Credit Transfer").
type EPC struct {
	Version   string // "002", or "001", which needs a BIC; empty = "002"
	BIC       string // may be empty in version 002 inside the European Economic Area
	Name      string // of the beneficiary, at most 70 characters
	IBAN      string
	Amount    money.Amount // 0.01 to 999,999,999.99 euros; nothing = the payer fills it in
	Purpose   string       // at most 4 letters and digits
	Reference string       // structured: a creditor reference (ISO 11649); or
	Text      string       // unstructured, at most 140 characters; never both
	Info      string       // to the payer, at most 70 characters
}

// EPC gives the transfer that pays an amount to the creditor. An RF reference
// goes where structured references go. A Belgian structured communication, for
// which the standard has no place of its own, goes into the text in its printed
// form, where Belgian banks look for it; so does any other reference. A name
// longer than the standard allows is cut.
func (h Head) EPC(amount money.Amount, reference string) EPC {
	e := EPC{BIC: ident.NormalBIC(h.BIC), Name: cutRunes(cleanLine(h.holder()), maxEPCName), IBAN: h.IBAN, Amount: amount}
	reference = h.quoted(reference)
	if ident.CheckRF(reference) == nil {
		e.Reference = ident.NormalRF(reference)
	} else {
		e.Text = cutRunes(printedReference(reference), maxEPCText)
	}
	return e
}

func cutRunes(s string, n int) string {
	s = strings.TrimSpace(s)
	for i := range s {
		if n == 0 {
			return strings.TrimSpace(s[:i])
		}
		n--
	}
	return s
}

// Payload gives the text of the QR code: lines ended by LF, nothing after the
// last one that is used, at most 331 bytes of UTF-8.
func (e EPC) Payload() (string, error) {
	version := e.Version
	if version == "" {
		version = "002"
	}
	iban, bic := ident.NormalIBAN(e.IBAN), ident.NormalBIC(e.BIC)
	if err := e.check(version, iban, bic); err != nil {
		return "", err
	}
	amount := ""
	if !e.Amount.IsZero() {
		amount = "EUR" + money.FormatPlain(e.Amount)
	}
	lines := []string{
		"BCD", version, "1", "SCT", bic, strings.TrimSpace(e.Name), iban, amount,
		e.Purpose, ident.NormalRF(e.Reference), e.Text, e.Info,
	}
	for lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	payload := strings.Join(lines, "\n")
	if len(payload) > maxEPCBytes {
		return "", fmt.Errorf("%w: %d bytes, at most %d", ErrTooLong, len(payload), maxEPCBytes)
	}
	return payload, nil
}

func (e EPC) check(version, iban, bic string) error {
	for _, f := range []struct {
		text  string
		most  int
		fault error
	}{{e.Name, maxEPCName, ErrName}, {e.Text, maxEPCText, ErrText}, {e.Info, maxEPCInfo, ErrText}} {
		if cleanLine(f.text) != f.text {
			return fmt.Errorf("%w: control characters", f.fault)
		}
		if n := utf8.RuneCountInString(strings.TrimSpace(f.text)); n > f.most {
			return fmt.Errorf("%w: %w: %d characters, at most %d", f.fault, ErrTooLong, n, f.most)
		}
	}
	switch {
	case version != "001" && version != "002":
		return fmt.Errorf("%w %q", ErrVersion, version)
	case strings.TrimSpace(e.Name) == "":
		return fmt.Errorf("%w: missing", ErrName)
	case bic == "" && (version == "001" || len(iban) >= 2 && !inEEA(iban[:2])):
		return fmt.Errorf("%w: missing", ErrBIC)
	case e.Amount.Minor < 0, e.Amount.Minor > maxEPCMinor:
		return fmt.Errorf("%w: not from 0.01 to 999999999.99", ErrAmount)
	case !e.Amount.IsZero() && e.Amount.Currency != money.EUR:
		return fmt.Errorf("%w: not in euros", ErrAmount)
	case len(e.Purpose) > 4 || strings.Trim(e.Purpose, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "":
		return fmt.Errorf("%w %q", ErrPurpose, e.Purpose)
	case e.Reference != "" && e.Text != "":
		return fmt.Errorf("%w: both structured and text", ErrReference)
	}
	if err := ident.CheckIBAN(iban); err != nil {
		return fmt.Errorf("%w: %w", ErrIBAN, err)
	}
	if bic != "" {
		if err := ident.CheckBIC(bic); err != nil {
			return fmt.Errorf("%w: %w", ErrBIC, err)
		}
	}
	if e.Reference != "" {
		if err := ident.CheckRF(e.Reference); err != nil {
			return fmt.Errorf("%w: %w", ErrReference, err)
		}
	}
	return nil
}

// inEEA reports whether a country is of the European Economic Area.
func inEEA(country string) bool {
	return strings.Contains(" AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IS IT LI LV LT LU MT NL NO PL PT RO SK SI ES SE ",
		" "+country+" ")
}

// modules are the dark and light squares of a code, without its quiet zone.
type modules struct {
	size int
	dark []bool
}

func (m modules) at(x, y int) bool {
	return x >= 0 && y >= 0 && x < m.size && y < m.size && m.dark[y*m.size+x]
}

// encode makes a QR code (ISO 18004) with error correction level M, of version
// 13 at most, as EPC069-12 asks.
func encode(payload string) (modules, error) {
	code, err := qr.Encode(payload, qr.M, qr.Unicode)
	if err != nil {
		return modules{}, errors.Join(ErrTooLong, err)
	}
	size := code.Bounds().Dx()
	if size > 17+4*maxQRVersion {
		return modules{}, fmt.Errorf("%w: version %d, at most %d", ErrTooLong, (size-17)/4, maxQRVersion)
	}
	m := modules{size: size, dark: make([]bool, size*size)}
	for y := range size {
		for x := range size {
			r, _, _, _ := code.At(x, y).RGBA()
			m.dark[y*size+x] = r < 0x8000
		}
	}
	return m, nil
}

// quiet is the light margin around a code, in modules (ISO 18004).
const quiet = 4

// Blocks draws a payload with half blocks, two modules above each other in a
// character. The light modules are drawn, for a light text on a dark ground;
// dark draws the dark ones, for paper and dark text on a light ground. The
// quiet zone of a terminal's code is two modules, so that the largest code fits
// 78 columns.
func Blocks(payload string, dark bool) ([]string, error) {
	const margin = 2
	m, err := encode(payload)
	if err != nil {
		return nil, err
	}
	lines := make([]string, 0, (m.size+2*margin+1)/2)
	for y := -margin; y < m.size+margin; y += 2 {
		var b strings.Builder
		for x := -margin; x < m.size+margin; x++ {
			upper := m.at(x, y) == dark
			lower := m.at(x, y+1) == dark && (dark || y+1 < m.size+margin)
			switch {
			case upper && lower:
				b.WriteRune('█')
			case upper:
				b.WriteRune('▀')
			case lower:
				b.WriteRune('▄')
			default:
				b.WriteByte(' ')
			}
		}
		lines = append(lines, b.String())
	}
	return lines, nil
}
