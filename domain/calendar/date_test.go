package calendar_test

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"relance/domain/calendar"
)

func day(t *testing.T, s string) calendar.Date {
	t.Helper()
	d, err := calendar.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func timeDate(y int, m time.Month, d int) time.Time {
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// The standard library is the independent source of the calendar.
func TestArithmeticAgreesWithTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.IntRange(-1000, 12000).Draw(t, "year")
		m := time.Month(rapid.IntRange(-40, 60).Draw(t, "month"))
		n := rapid.IntRange(-1000, 1000).Draw(t, "day")
		want := timeDate(y, m, n)
		d := calendar.Of(y, m, n)
		if !d.Time().Equal(want) {
			t.Fatalf("Of(%d, %d, %d) = %v, want %v", y, m, n, d.Time(), want)
		}
		wy, wm, wd := want.Date()
		if gy, gm, gd := d.YMD(); gy != wy || gm != wm || gd != wd || d.Year() != wy {
			t.Fatalf("YMD of %v = %d, %d, %d", want, gy, gm, gd)
		}
		if d.Weekday() != want.Weekday() {
			t.Fatalf("weekday of %v = %v", want, d.Weekday())
		}
		if wy >= 1 && wy <= 9999 && d.String() != want.Format(time.DateOnly) {
			t.Fatalf("String of %v = %s", want, d)
		}
	})
}

func TestEveryDayOfFourCenturies(t *testing.T) {
	d := calendar.Of(1800, time.January, 1)
	for at := timeDate(1800, time.January, 1); at.Year() < 2200; at = at.AddDate(0, 0, 1) {
		y, m, n := d.YMD()
		if wy, wm, wd := at.Date(); y != wy || m != wm || n != wd {
			t.Fatalf("%v read as %d-%d-%d", at, y, m, n)
		}
		if calendar.Of(y, m, n) != d {
			t.Fatalf("%v does not come back", at)
		}
		d++
	}
}

func TestBounds(t *testing.T) {
	if calendar.MinDate.String() != "0001-01-01" || calendar.MaxDate.String() != "9999-12-31" {
		t.Errorf("bounds are %v, %v", calendar.MinDate, calendar.MaxDate)
	}
	if s := calendar.Date(0).String(); s != "" {
		t.Errorf("no date is written %q", s)
	}
}

func TestMonths(t *testing.T) {
	tests := []struct {
		from string
		n    int
		want string
	}{
		{"2026-01-31", 1, "2026-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2026-01-31", 2, "2026-03-31"},
		{"2026-12-15", 1, "2027-01-15"},
		{"2026-03-31", -1, "2026-02-28"},
		{"2026-01-10", -13, "2024-12-10"},
	}
	for _, tt := range tests {
		if got := day(t, tt.from).AddMonths(tt.n); got != day(t, tt.want) {
			t.Errorf("%s %+d months = %v, want %s", tt.from, tt.n, got, tt.want)
		}
	}
}

func TestParseFEC(t *testing.T) {
	for text, want := range map[string]string{
		"20260131": "2026-01-31", " 20240229 ": "2024-02-29", "": "", "        ": "", "00010101": "0001-01-01",
	} {
		if got, err := calendar.ParseFEC([]byte(text)); err != nil || got.String() != want {
			t.Errorf("ParseFEC(%q) = %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"20260229", "20261301", "20260100", "2026-01-31", "00000000", "2026013", "202601311", "2026o131"} {
		if got, err := calendar.ParseFEC([]byte(text)); !errors.Is(err, calendar.ErrDate) || got != 0 {
			t.Errorf("ParseFEC(%q) = %v, %v", text, got, err)
		}
	}
}

func TestParseFECReadsEveryDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := calendar.Date(rapid.Int32Range(int32(calendar.MinDate), int32(calendar.MaxDate)).Draw(t, "day"))
		text := []byte(d.Time().Format("20060102"))
		if got, err := calendar.ParseFEC(text); err != nil || got != d {
			t.Fatalf("ParseFEC(%s) = %v, %v", text, got, err)
		}
		if got, err := calendar.Parse(d.String()); err != nil || got != d {
			t.Fatalf("Parse(%s) = %v, %v", d, got, err)
		}
	})
}

func TestParseFECDoesNotAllocate(t *testing.T) {
	field := []byte("20260131")
	if n := testing.AllocsPerRun(100, func() {
		if _, err := calendar.ParseFEC(field); err != nil {
			t.Error(err)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestParseAny(t *testing.T) {
	tests := []struct {
		text  string
		forms calendar.Forms
		want  string // "" is ErrDate
	}{
		{"31/01/2026", 0, "2026-01-31"},
		{"1/2/2026", 0, "2026-02-01"},
		{"31/01/26", 0, "2026-01-31"},
		{"31/12/79", 0, "2079-12-31"},
		{"31/12/80", 0, "1980-12-31"},
		{"31.01.2026", 0, "2026-01-31"},
		{"31-01-2026", 0, "2026-01-31"},
		{"20260131", 0, "2026-01-31"},
		{"2026-01-31", 0, "2026-01-31"},
		{"2026/01/31", 0, "2026-01-31"},
		{" 31/01/2026\u00a0", 0, "2026-01-31"},
		{"31/01/2026 00:00:00", 0, "2026-01-31"},
		{"2026-01-31T12:30:00.000Z", 0, "2026-01-31"},
		{"310126", 0, ""},
		{"310126", calendar.SixDigits, "2026-01-31"},
		{"46053", 0, ""},
		{"46053", calendar.ExcelSerial, "2026-01-31"},
		{"46053.5", calendar.ExcelSerial, "2026-01-31"},
		{"1", calendar.ExcelSerial, "1900-01-01"},
		{"59", calendar.ExcelSerial, "1900-02-28"},
		{"60", calendar.ExcelSerial, ""},
		{"61", calendar.ExcelSerial, "1900-03-01"},
		{"2958465", calendar.ExcelSerial, "9999-12-31"},
		{"2958466", calendar.ExcelSerial, ""},
		{"0", calendar.ExcelSerial, ""},
		{"310126", calendar.SixDigits | calendar.ExcelSerial, "2026-01-31"},
		{"", 0, ""},
		{"31/02/2026", 0, ""},
		{"01/31/2026", 0, ""},
		{"31/01", 0, ""},
		{"31/01-2026", 0, ""},
		{"0000-00-00", 0, ""},
		{"2026.01.31", 0, ""},
		{"31//2026", 0, ""},
		{"lundi 31", 0, ""},
	}
	for _, tt := range tests {
		got, err := calendar.ParseAny(tt.text, tt.forms)
		if got.String() != tt.want || errors.Is(err, calendar.ErrDate) != (tt.want == "") {
			t.Errorf("ParseAny(%q, %d) = %v, %v; want %q", tt.text, tt.forms, got, err, tt.want)
		}
	}
}

func FuzzParseAny(f *testing.F) {
	for _, s := range []string{"31/01/2026", "2026-01-31T00:00:00Z", "46053.5", "310126", "1.2.26"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := calendar.ParseAny(s, calendar.SixDigits|calendar.ExcelSerial)
		if err == nil && (d < calendar.MinDate || d > calendar.MaxDate) || err != nil && d != 0 {
			t.Errorf("ParseAny(%q) = %d, %v", s, d, err)
		}
	})
}

func TestHalfYear(t *testing.T) {
	tests := []struct{ day, first, last string }{
		{"2026-01-01", "2026-01-01", "2026-06-30"},
		{"2026-06-30", "2026-01-01", "2026-06-30"},
		{"2026-07-01", "2026-07-01", "2026-12-31"},
		{"2026-12-31", "2026-07-01", "2026-12-31"},
	}
	for _, tt := range tests {
		h := calendar.HalfYearOf(day(t, tt.day))
		if h.First() != day(t, tt.first) || h.Last() != day(t, tt.last) {
			t.Errorf("%s: %v from %v to %v", tt.day, h, h.First(), h.Last())
		}
		if next := h.Next(); next.First() != h.Last()+1 {
			t.Errorf("after %v comes %v", h, next)
		}
	}
}
