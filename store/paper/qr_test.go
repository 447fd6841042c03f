package paper

import (
	"bytes"
	"encoding/json"
	"errors"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"relance/domain/calendar"
	"relance/domain/ident"
	"relance/domain/money"
)

const vectors = "../../../shared/data/vectors/epc_qr.json"

// parseEPC reads a payload apart, for tests.
func parseEPC(t *testing.T, payload string) EPC {
	t.Helper()
	f := append(strings.Split(strings.TrimRight(payload, "\n"), "\n"), make([]string, 12)...)
	e := EPC{Version: f[1], BIC: f[4], Name: f[5], IBAN: f[6], Purpose: f[8], Reference: f[9], Text: f[10], Info: f[11]}
	if f[0] != "BCD" || f[2] != "1" || f[3] != "SCT" {
		t.Fatalf("%q", payload)
	}
	if f[7] != "" {
		a, err := money.ParseWith(strings.TrimPrefix(f[7], "EUR"), money.EUR, '.')
		if err != nil {
			t.Fatal(err)
		}
		e.Amount = a
	}
	return e
}

func TestEPCVectors(t *testing.T) {
	raw, err := os.ReadFile(vectors)
	if err != nil {
		t.Skip("shared vectors not present: " + vectors)
	}
	var v struct {
		Valid []struct {
			Payload string
			Fields  map[string]string
		}
		Refused struct {
			Amount       []string
			Name         int      `json:"beneficiary_longer_than"`
			Unstructured int      `json:"unstructured_longer_than"`
			Version      []string `json:"version"`
			IBAN         []string `json:"iban"`
		} `json:"must_be_refused"`
	}
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	if len(v.Valid) < 5 || len(v.Refused.Amount) < 5 {
		t.Fatal("too few vectors")
	}
	for _, each := range v.Valid {
		e := parseEPC(t, each.Payload)
		got, err := e.Payload()
		if err != nil || got != strings.TrimRight(each.Payload, "\n") {
			t.Errorf("%v\n%q\n%q", err, got, each.Payload)
		}
	}
	good := parseEPC(t, v.Valid[0].Payload)
	refuse := func(what string, change func(*EPC)) {
		e := good
		change(&e)
		if _, err := e.Payload(); err == nil || !errors.Is(err, ErrField) {
			t.Errorf("%s: %v", what, err)
		}
	}
	for _, s := range v.Refused.Amount {
		a, err := money.ParseWith(s, money.EUR, '.')
		if err != nil || s == "0" { // nothing is a code without an amount, which the payer fills in
			continue
		}
		refuse("amount "+s, func(e *EPC) { e.Amount = a })
	}
	refuse("name", func(e *EPC) { e.Name = strings.Repeat("é", v.Refused.Name+1) })
	refuse("text", func(e *EPC) { e.Text = strings.Repeat("a", v.Refused.Unstructured+1) })
	for _, s := range v.Refused.Version {
		refuse("version "+s, func(e *EPC) { e.Version = s })
	}
	for _, s := range v.Refused.IBAN {
		refuse("IBAN "+s, func(e *EPC) { e.IBAN = s })
	}
	refuse("version 001 without BIC", func(e *EPC) { e.Version, e.BIC = "001", "" })
}

func TestEPCRules(t *testing.T) {
	good := EPC{Name: "Atelier du Nord", IBAN: "BE68 5390 0754 7034", Amount: euros(12345)}
	for _, c := range []struct {
		name   string
		change func(*EPC)
		want   error
	}{
		{"good", func(*EPC) {}, nil},
		{"smallest", func(e *EPC) { e.Amount = euros(1) }, nil},
		{"largest", func(e *EPC) { e.Amount = euros(99_999_999_999) }, nil},
		{"too much", func(e *EPC) { e.Amount = euros(100_000_000_000) }, ErrAmount},
		{"negative", func(e *EPC) { e.Amount = euros(-1) }, ErrAmount},
		{"dollars", func(e *EPC) { e.Amount = money.Of(100, money.Currency{'U', 'S', 'D'}) }, ErrAmount},
		{"no amount", func(e *EPC) { e.Amount = money.Amount{} }, nil},
		{"no name", func(e *EPC) { e.Name = " " }, ErrName},
		{"70 characters", func(e *EPC) { e.Name = strings.Repeat("é", 70) }, nil},
		{"line break in name", func(e *EPC) { e.Name = "a\nb" }, ErrName},
		{"line break in text", func(e *EPC) { e.Text = "a\nb" }, ErrText},
		{"info", func(e *EPC) { e.Info = strings.Repeat("a", 71) }, ErrText},
		{"purpose", func(e *EPC) { e.Purpose = "GDDSX" }, ErrPurpose},
		{"purpose sign", func(e *EPC) { e.Purpose = "G S" }, ErrPurpose},
		{"both", func(e *EPC) { e.Reference, e.Text = "RF18539007547034", "a" }, ErrReference},
		{"reference", func(e *EPC) { e.Reference = "RF19539007547034" }, ErrReference},
		{"IBAN", func(e *EPC) { e.IBAN = "BE68539007547035" }, ErrIBAN},
		{"BIC", func(e *EPC) { e.BIC = "XX" }, ErrBIC},
		{"Swiss without BIC", func(e *EPC) { e.IBAN = "CH9300762011623852957" }, ErrBIC},
		{"Swiss with BIC", func(e *EPC) { e.IBAN, e.BIC = "CH9300762011623852957", "POFICHBE" }, nil},
		{"too long in all", func(e *EPC) {
			e.Name, e.Text, e.Info = strings.Repeat("é", 70), strings.Repeat("é", 140), strings.Repeat("é", 70)
		}, ErrTooLong},
	} {
		e := good
		c.change(&e)
		payload, err := e.Payload()
		if !errors.Is(err, c.want) || (c.want == nil) != (err == nil) {
			t.Errorf("%s: %v", c.name, err)
		}
		if len(payload) > 331 || strings.HasSuffix(payload, "\n") {
			t.Errorf("%s: %q", c.name, payload)
		}
	}
	// The longest payload that is allowed fits version 13.
	if m, err := encode(strings.Repeat("a", 331)); err != nil || m.size != 69 {
		t.Error(m.size, err)
	}
	if _, err := encode(strings.Repeat("a", 332)); !errors.Is(err, ErrTooLong) {
		t.Error(err)
	}
}

// References go where banks look for them.
func TestHeadEPC(t *testing.T) {
	h := Head{Creditor: Party{Name: strings.Repeat("x", 80)}, IBAN: "BE68539007547034", Reference: "D-1"}
	rf, err := ident.MakeRF("FA20260123")
	if err != nil {
		t.Fatal(err)
	}
	if e := h.EPC(euros(1), rf); e.Reference != "RF30FA20260123" || e.Text != "" || len(e.Name) != 70 {
		t.Errorf("%+v", e)
	}
	ogm, err := ident.MakeOGM("0000000097")
	if err != nil {
		t.Fatal(err)
	}
	if e := h.EPC(euros(1), ogm); e.Text != "+++000/0000/09797+++" || e.Reference != "" {
		t.Errorf("%+v", e)
	}
	if e := h.EPC(euros(1), ""); e.Text != "D-1" {
		t.Errorf("%+v", e)
	}
}

var cdata = regexp.MustCompile(`(?s)<data><!\[CDATA\[(.*?)\]\]></data>`)

// readOne gives what an independent decoder reads from an image of one code.
func readOne(t *testing.T, data []byte) string {
	t.Helper()
	bin := tool(t, "zbarimg", "zbar-tools")
	file := filepath.Join(t.TempDir(), "code.png")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(bin, "--quiet", "--raw", "--oneshot", "-Sbinary", file).Output()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return string(out)
}

// readAll gives all codes of an image; they hold ASCII only.
func readAll(t *testing.T, data []byte) []string {
	t.Helper()
	bin := tool(t, "zbarimg", "zbar-tools")
	file := filepath.Join(t.TempDir(), "code.png")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(bin, "--quiet", "--xml", "-Sqr.binary", file).Output()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var got []string
	for _, m := range cdata.FindAllStringSubmatch(string(out), -1) {
		got = append(got, m[1])
	}
	return got
}

func payloads(t *testing.T) []string {
	var out []string
	for _, e := range []EPC{
		{Name: "Atelier du Nord", IBAN: "FR1420041010050500013M02606", Amount: euros(755_000), Reference: "RF18539007547034"},
		{Name: "Noordatelier", IBAN: "BE68539007547034", Amount: euros(1), Text: "+++010/8068/17183+++"},
		{Name: "Société de l'Œuvre à Liège", IBAN: "BE68539007547034", Amount: euros(99_999_999_999), Text: strings.Repeat("facture ", 17), Info: "merci"},
	} {
		payload, err := e.Payload()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, payload)
	}
	return append(out, strings.Repeat("abcdefghij ", 30))
}

func TestPNGReadsBack(t *testing.T) {
	for _, payload := range payloads(t) {
		data, err := PNG(payload, 6)
		if err != nil {
			t.Fatal(err)
		}
		if got := readOne(t, data); got != payload {
			t.Errorf("%q\n%q", got, payload)
		}
	}
}

// The code drawn with half blocks reads back from its own characters.
func TestBlocksReadBack(t *testing.T) {
	for _, payload := range payloads(t) {
		for _, dark := range []bool{false, true} {
			lines, err := Blocks(payload, dark)
			if err != nil {
				t.Fatal(err)
			}
			const scale = 6
			width := 0
			for _, line := range lines {
				width = max(width, cells(line))
			}
			if width > Width {
				t.Errorf("%d columns", width)
			}
			ink, ground := color.Color(color.White), color.Color(color.Black)
			if dark {
				ink, ground = ground, ink
			}
			img := image.NewRGBA(image.Rect(0, 0, (width+4)*scale, (2*len(lines)+4)*scale))
			fill := func(x, y int, c color.Color) {
				for i := range scale * scale {
					img.Set(x*scale+i%scale, y*scale+i/scale, c)
				}
			}
			for y := range 2*len(lines) + 4 {
				for x := range width + 4 {
					fill(x, y, color.White) // the ground around a code on paper
				}
			}
			for y, line := range lines {
				for x, r := range []rune(line) {
					upper, lower := ground, ground
					if r == '█' || r == '▀' {
						upper = ink
					}
					if r == '█' || r == '▄' {
						lower = ink
					}
					fill(x+2, 2*y+2, upper)
					fill(x+2, 2*y+3, lower)
				}
			}
			var b bytes.Buffer
			if err := png.Encode(&b, img); err != nil {
				t.Fatal(err)
			}
			if got := readOne(t, b.Bytes()); got != payload {
				t.Errorf("dark %v: %q\n%q", dark, got, payload)
			}
		}
	}
}

// Every code of a page of the PDF reads back, and pays its instalment.
func TestPDFCodesReadBack(t *testing.T) {
	bin := tool(t, "pdftoppm", "poppler-utils")
	tool(t, "zbarimg", "zbar-tools")
	a := Examples(NameAgreement, French)[0].(Agreement)
	a.Schedule = longSchedule(8)
	for i := range a.Schedule {
		a.Schedule[i].Date = calendar.Of(2027, 1, 15).AddMonths(i)
	}
	var want []string
	blocks := a.codes(French, a.Schedule)
	for _, c := range blocks[0].(QRCodes).Codes {
		want = append(want, c.Payload)
	}
	if len(want) != 8 || !strings.Contains(want[0], "EUR1000.00") || !strings.Contains(want[0], a.Schedule[0].Reference) {
		t.Fatalf("%q", want)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "paper.pdf")
	if err := os.WriteFile(file, pdf(t, Doc{Lang: French, Title: "x", Blocks: blocks}), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(bin, "-r", "200", "-gray", "-png", file, filepath.Join(dir, "page")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	pages, _ := filepath.Glob(filepath.Join(dir, "page*.png"))
	var got []string
	for _, page := range pages {
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, readAll(t, data)...)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%q\n%q", got, want)
	}
}
