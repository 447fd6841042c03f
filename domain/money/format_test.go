package money_test

import (
	"math"
	"testing"

	"relance/domain/money"
)

func TestFormat(t *testing.T) {
	tests := []struct {
		a               money.Amount
		french, english string
	}{
		{money.Of(1245000, money.EUR), "12\u202f450,00\u00a0€", "€12,450.00"},
		{money.Of(1245000, money.USD), "12\u202f450,00\u00a0USD", "12,450.00\u00a0USD"},
		{money.Of(-5, money.EUR), "-0,05\u00a0€", "-€0.05"},
		{money.Of(-123456789, money.USD), "-1\u202f234\u202f567,89\u00a0USD", "-1,234,567.89\u00a0USD"},
		{money.Of(0, money.EUR), "0,00\u00a0€", "€0.00"},
		{money.Of(100005, money.EUR), "1\u202f000,05\u00a0€", "€1,000.05"},
		{money.Of(1234, jpy), "1\u202f234\u00a0JPY", "1,234\u00a0JPY"},
		{money.Of(1234, tnd), "1,234\u00a0TND", "1.234\u00a0TND"},
		{money.Of(99999, money.Currency{}), "999,99", "999.99"},
		{money.Of(math.MinInt64, money.EUR), "-92\u202f233\u202f720\u202f368\u202f547\u202f758,08\u00a0€", "-€92,233,720,368,547,758.08"},
	}
	for _, tt := range tests {
		if got := money.Format(tt.a, money.French); got != tt.french {
			t.Errorf("French %v: %q, want %q", tt.a, got, tt.french)
		}
		if got := money.Format(tt.a, money.English); got != tt.english {
			t.Errorf("English %v: %q, want %q", tt.a, got, tt.english)
		}
	}
}

func TestFormatBare(t *testing.T) {
	tests := []struct {
		a            money.Amount
		plain, comma string
	}{
		{money.Of(1245000, money.EUR), "12450.00", "12450,00"},
		{money.Of(-7, money.EUR), "-0.07", "-0,07"},
		{money.Of(-7, jpy), "-7", "-7"},
		{money.Of(7, tnd), "0.007", "0,007"},
		{money.Of(math.MinInt64, money.EUR), "-92233720368547758.08", "-92233720368547758,08"},
	}
	for _, tt := range tests {
		if got := money.FormatPlain(tt.a); got != tt.plain {
			t.Errorf("plain %v: %q, want %q", tt.a, got, tt.plain)
		}
		if got := money.FormatComma(tt.a); got != tt.comma {
			t.Errorf("comma %v: %q, want %q", tt.a, got, tt.comma)
		}
	}
}

func TestFormatWhole(t *testing.T) {
	tests := []struct {
		minor           int64
		french, english string
	}{
		{1245000, "12\u202f450", "12,450"},
		{49, "0", "0"},
		{50, "1", "1"},
		{-49, "0", "0"},
		{-50, "-1", "-1"},
		{99950, "1\u202f000", "1,000"},
		{-99949, "-999", "-999"},
	}
	for _, tt := range tests {
		a := money.Of(tt.minor, money.EUR)
		if fr, en := money.FormatWhole(a, money.French), money.FormatWhole(a, money.English); fr != tt.french || en != tt.english {
			t.Errorf("FormatWhole(%d) = %q, %q; want %q, %q", tt.minor, fr, en, tt.french, tt.english)
		}
	}
	if got := money.FormatWhole(money.Of(1234, jpy), money.French); got != "1\u202f234" {
		t.Errorf("yen: %q", got)
	}
}
