package money_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/money"
)

var (
	jpy = money.Currency{'J', 'P', 'Y'}
	tnd = money.Currency{'T', 'N', 'D'}
)

func TestParse(t *testing.T) {
	tests := []struct {
		text string
		c    money.Currency
		want int64
	}{
		{"1 234,50", money.EUR, 123450},
		{"1\u00a0234,50", money.EUR, 123450},
		{"1\u202f234,50 €", money.EUR, 123450},
		{"1234.5", money.EUR, 123450},
		{"1,234.50", money.EUR, 123450},
		{"1.234,50", money.EUR, 123450},
		{"1'234.50", money.EUR, 123450},
		{"1’234.50", money.CHF, 123450},
		{"1.234.567", money.EUR, 123456700},
		{"1,234,567.89", money.EUR, 123456789},
		{"-12", money.EUR, -1200},
		{"12-", money.EUR, -1200},
		{"12,00 -", money.EUR, -1200},
		{"−12", money.EUR, -1200},
		{"+12", money.EUR, 1200},
		{"12+", money.EUR, 1200},
		{"(1 234,50)", money.EUR, -123450},
		{"(1 234,50 €)", money.EUR, -123450},
		{"(1 234,50) EUR", money.EUR, -123450},
		{"€12,450.00", money.EUR, 1245000},
		{"-€12,450.00", money.EUR, -1245000},
		{"€ -12", money.EUR, -1200},
		{"EUR 12", money.EUR, 1200},
		{"12eur", money.EUR, 1200},
		{"$5", money.USD, 500},
		{"£5.05", money.GBP, 505},
		{"80,", money.EUR, 8000},
		{",5", money.EUR, 50},
		{"0", money.EUR, 0},
		{"-0,00", money.EUR, 0},
		{"12,5000", money.EUR, 1250},
		{"0,500", money.EUR, 50},
		{"1234,500", money.EUR, 123450},
		{"1 234,500", money.EUR, 123450},
		{"000012,00", money.EUR, 1200},
		{"1.234", money.EUR, 123400},
		{"1,234", money.EUR, 123400},
		{"1,234", jpy, 1234},
		{"1,234", tnd, 1234},
		{"1 234,567", tnd, 1234567},
		{"10 000 000 000 000,00", money.EUR, money.MaxMinor},
	}
	for _, tt := range tests {
		got, err := money.Parse(tt.text, tt.c)
		if err != nil || got != money.Of(tt.want, tt.c) {
			t.Errorf("Parse(%q, %s) = %v, %v; want %d", tt.text, tt.c, got, err, tt.want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	tests := []struct {
		text string
		want error
	}{
		{"", money.ErrSyntax},
		{"-", money.ErrSyntax},
		{"€", money.ErrSyntax},
		{",", money.ErrSyntax},
		{"()", money.ErrSyntax},
		{"(5", money.ErrSyntax},
		{"(-5)", money.ErrSyntax},
		{"--5", money.ErrSyntax},
		{"-5-", money.ErrSyntax},
		{"EUR 5 €", money.ErrSyntax},
		{"abc", money.ErrSyntax},
		{"1e5", money.ErrSyntax},
		{"0x10", money.ErrSyntax},
		{"１２", money.ErrSyntax},
		{"12 34", money.ErrSyntax},
		{"1 2345,00", money.ErrSyntax},
		{"1,23.4", money.ErrSyntax},
		{"1,234 567.00", money.ErrSyntax},
		{"1.234,567.00", money.ErrSyntax},
		{"1,234.567", money.ErrSyntax},
		{"0,005", money.ErrSyntax},
		{"1234.567", money.ErrSyntax},
		{"1,23 4", money.ErrSyntax},
		{"5 $", money.ErrCurrency},
		{"5 USD", money.ErrCurrency},
		{"10 000 000 000 000,01", money.ErrRange},
		{"99999999999999999999999999", money.ErrRange},
	}
	for _, tt := range tests {
		if got, err := money.Parse(tt.text, money.EUR); !errors.Is(err, tt.want) {
			t.Errorf("Parse(%q) = %v, %v; want %v", tt.text, got, err, tt.want)
		}
	}
}

func TestParseTakesTheCurrencyWritten(t *testing.T) {
	got, err := money.Parse("1 234 JPY", money.Currency{})
	if err != nil || got != money.Of(1234, jpy) {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestParseWith(t *testing.T) {
	tests := []struct {
		text    string
		decimal byte
		want    int64
		err     error
	}{
		{"1,234", ',', 0, money.ErrSyntax},
		{"1,230", ',', 123, nil},
		{"1.234", ',', 123400, nil},
		{"1.234", '.', 0, money.ErrSyntax},
		{"1,234", '.', 123400, nil},
		{"1.234,50", ',', 123450, nil},
		{"1234.50", ',', 0, money.ErrSyntax},
		{"1,2,3", ',', 0, money.ErrSyntax},
		{"12", ';', 0, money.ErrSyntax},
	}
	for _, tt := range tests {
		got, err := money.ParseWith(tt.text, money.EUR, tt.decimal)
		if !errors.Is(err, tt.err) || got.Minor != tt.want {
			t.Errorf("ParseWith(%q, %q) = %v, %v; want %d, %v", tt.text, tt.decimal, got, err, tt.want, tt.err)
		}
	}
}

func TestParseCurrency(t *testing.T) {
	for text, want := range map[string]money.Currency{
		"eur": money.EUR, " EUR ": money.EUR, "€": money.EUR, "$": money.USD, "£": money.GBP, "chf": money.CHF,
	} {
		if got, err := money.ParseCurrency(text); err != nil || got != want {
			t.Errorf("ParseCurrency(%q) = %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "EU", "EURO", "E1R", "12€", "é1", "[[["} {
		if got, err := money.ParseCurrency(text); !errors.Is(err, money.ErrCurrency) {
			t.Errorf("ParseCurrency(%q) = %v, %v", text, got, err)
		}
	}
}

func TestParseMinor(t *testing.T) {
	tests := []struct {
		text     string
		exponent int
		want     int64
		dot      bool
		err      error
	}{
		{"", 2, 0, false, nil},
		{"   ", 2, 0, false, nil},
		{"0,00", 2, 0, false, nil},
		{"1234,50", 2, 123450, false, nil},
		{"1234.50", 2, 123450, true, nil},
		{"0000001234,50", 2, 123450, false, nil},
		{" 12 ", 2, 1200, false, nil},
		{"-12,5", 2, -1250, false, nil},
		{"12,5-", 2, -1250, false, nil},
		{"- 12,5", 2, -1250, false, nil},
		{"12,5 +", 2, 1250, false, nil},
		{"12,", 2, 1200, false, nil},
		{",5", 2, 50, false, nil},
		{"12,34000", 2, 1234, false, nil},
		{"12,34001", 2, 0, false, money.ErrSyntax},
		{"12", 0, 12, false, nil},
		{"12,0", 0, 12, false, nil},
		{"1,234", 3, 1234, false, nil},
		{"10000000000000,00", 2, money.MaxMinor, false, nil},
		{"10000000000000,01", 2, 0, false, money.ErrRange},
		{"99999999999999999999", 2, 0, false, money.ErrRange},
		{"1 234,50", 2, 0, false, money.ErrSyntax},
		{"1.234,50", 2, 0, false, money.ErrSyntax},
		{"-", 2, 0, false, money.ErrSyntax},
		{",", 2, 0, false, money.ErrSyntax},
		{"-5-", 2, 0, false, money.ErrSyntax},
		{"12€", 2, 0, false, money.ErrSyntax},
	}
	for _, tt := range tests {
		got, dot, err := money.ParseMinor([]byte(tt.text), tt.exponent)
		if got != tt.want || dot != tt.dot || !errors.Is(err, tt.err) {
			t.Errorf("ParseMinor(%q, %d) = %d, %v, %v", tt.text, tt.exponent, got, dot, err)
		}
	}
}

func TestParseMinorDoesNotAllocate(t *testing.T) {
	field := []byte(" 0000012450,00 ")
	if n := testing.AllocsPerRun(100, func() {
		if _, _, err := money.ParseMinor(field, 2); err != nil {
			t.Error(err)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// amounts draws amounts that the readers accept, in currencies of 0, 2 and 3
// decimals.
func amounts(t *rapid.T) money.Amount {
	return money.Of(
		rapid.Int64Range(-money.MaxMinor, money.MaxMinor).Draw(t, "minor"),
		rapid.SampledFrom([]money.Currency{money.EUR, money.USD, jpy, tnd}).Draw(t, "currency"),
	)
}

func TestParseReadsWhatFormatWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := amounts(t)
		for _, s := range []money.Style{money.French, money.English} {
			text := money.Format(a, s)
			if got, err := money.Parse(text, a.Currency); err != nil || got != a {
				t.Fatalf("Parse(%q) = %v, %v; want %v", text, got, err, a)
			}
		}
		for _, text := range []string{money.FormatPlain(a), money.FormatComma(a)} {
			if got, _, err := money.ParseMinor([]byte(text), a.Currency.Exponent()); err != nil || got != a.Minor {
				t.Fatalf("ParseMinor(%q) = %v, %v; want %v", text, got, err, a.Minor)
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1 234,50", "1\u202f234,50 €", "(1,234.50)", "1.234.567,8-", "EUR -12", "€", "$1'000", "80,"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, c := range []money.Currency{{}, money.EUR, jpy, tnd} {
			a, err := money.Parse(text, c)
			if err != nil {
				if a != (money.Amount{}) {
					t.Errorf("Parse(%q) gives %v with an error", text, a)
				}
				continue
			}
			if a.Minor > money.MaxMinor || a.Minor < -money.MaxMinor {
				t.Errorf("Parse(%q) = %v is out of range", text, a)
			}
			if again, err := money.Parse(money.Format(a, money.French), a.Currency); err != nil || again != a {
				t.Errorf("Parse(%q) = %v, written and read again %v, %v", text, a, again, err)
			}
		}
		_, _, _ = money.ParseMinor([]byte(text), 2)
	})
}
