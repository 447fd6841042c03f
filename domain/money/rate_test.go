package money

import (
	"testing"

	"pgregory.net/rapid"
)

func TestParseRate(t *testing.T) {
	for _, c := range []struct {
		text string
		ppm  int64
		ok   bool
	}{
		{"12.15", 121_500, true},
		{"12,15 %", 121_500, true},
		{"8", 80_000, true},
		{" 0,04% ", 400, true},
		{"100", 1_000_000, true},
		{"2.6234", 26_234, true},
		{"100.0001", 0, false},
		{"1000", 0, false},
		{"-3", 0, false},
		{"", 0, false},
		{",5", 0, false},
		{"1.23456", 0, false},
		{"1.2.3", 0, false},
		{"douze", 0, false},
	} {
		ppm, ok := ParseRate(c.text)
		if ok != c.ok || ok && ppm != c.ppm {
			t.Errorf("%q: %d %v, want %d %v", c.text, ppm, ok, c.ppm, c.ok)
		}
	}
}

func TestFormatRate(t *testing.T) {
	for ppm, want := range map[int64]string{121_500: "12.15", 80_000: "8.00", 400: "0.04", 26_234: "2.6234", 1_000_000: "100.00", 100: "0.01", 5: "0.0005"} {
		if got := FormatRate(ppm); got != want {
			t.Errorf("%d: %s, want %s", ppm, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		ppm := rapid.Int64Range(0, MaxRate).Draw(t, "ppm")
		if back, ok := ParseRate(FormatRate(ppm)); !ok || back != ppm {
			t.Fatal(ppm, FormatRate(ppm), back, ok)
		}
	})
}
