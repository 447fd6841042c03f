package money_test

import (
	"strconv"
	"strings"
	"testing"

	"relance/domain/money"
)

func TestNumbersInWords(t *testing.T) {
	for lang, table := range map[string]string{
		"fr": frenchNumbers, "fr-FR": frenchNumbers, "fr-BE": belgianNumbers,
		"nl": dutchNumbers, "nl-BE": dutchNumbers, "en": englishNumbers, "en-GB": englishNumbers,
	} {
		lines := strings.Split(strings.TrimSpace(table), "\n")
		if len(lines) < 60 {
			t.Errorf("%s: %d lines", lang, len(lines))
		}
		for _, line := range lines {
			figures, want, _ := strings.Cut(line, " ")
			n, err := strconv.ParseInt(figures, 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			for amount, want := range map[money.Amount]string{
				money.Of(n*100, money.USD):                 want + " USD",
				money.Of(n, money.Currency{'J', 'P', 'Y'}): want + " JPY",
			} {
				if got, ok := money.InWords(amount, lang); got != want || !ok {
					t.Errorf("%s %d: %q, %v; want %q", lang, n, got, ok, want)
				}
			}
		}
	}
}

func TestAmountsInWords(t *testing.T) {
	tnd := money.Currency{'T', 'N', 'D'}
	for _, c := range []struct {
		amount money.Amount
		lang   string
		want   string
	}{
		{money.Of(1_245_034, money.EUR), "fr", "douze mille quatre cent cinquante euros et trente-quatre centimes"},
		{money.Of(0, money.EUR), "fr", "zéro euro"},
		{money.Of(1, money.EUR), "fr", "un centime"},
		{money.Of(80, money.EUR), "fr", "quatre-vingts centimes"},
		{money.Of(100, money.EUR), "fr", "un euro"},
		{money.Of(101, money.EUR), "fr", "un euro et un centime"},
		{money.Of(199, money.EUR), "fr", "un euro et quatre-vingt-dix-neuf centimes"},
		{money.Of(199, money.EUR), "fr-BE", "un euro et nonante-neuf centimes"},
		{money.Of(200, money.EUR), "fr", "deux euros"},
		{money.Of(8000, money.EUR), "fr", "quatre-vingts euros"},
		{money.Of(8080, money.EUR), "fr", "quatre-vingts euros et quatre-vingts centimes"},
		{money.Of(100_000_000, money.EUR), "fr", "un million d'euros"},
		{money.Of(100_000_050, money.EUR), "fr", "un million d'euros et cinquante centimes"},
		{money.Of(100_000_100, money.EUR), "fr", "un million un euros"},
		{money.Of(120_000_000_000, money.EUR), "fr", "un milliard deux cents millions d'euros"},
		{money.Of(200_000_000, money.USD), "fr", "deux millions USD"},
		{money.Of(1_245_034, money.GBP), "fr", "douze mille quatre cent cinquante GBP et trente-quatre centièmes"},
		{money.Of(1_001, money.CHF), "fr", "dix CHF et un centième"},
		{money.Of(1_500, tnd), "fr", "un TND et cinq cents millièmes"},
		{money.Of(1_245_034, money.EUR), "nl", "twaalfduizend vierhonderdvijftig euro en vierendertig cent"},
		{money.Of(0, money.EUR), "nl", "nul euro"},
		{money.Of(101, money.EUR), "nl", "één euro en één cent"},
		{money.Of(200, money.EUR), "nl", "twee euro"},
		{money.Of(22, money.EUR), "nl", "tweeëntwintig cent"},
		{money.Of(1_001, money.CHF), "nl", "tien CHF en één honderdste"},
		{money.Of(1_500, tnd), "nl", "één TND en vijfhonderd duizendsten"},
		{money.Of(1_245_034, money.EUR), "en", "twelve thousand four hundred and fifty euros and thirty-four cents"},
		{money.Of(0, money.EUR), "en", "zero euros"},
		{money.Of(1, money.EUR), "en", "one cent"},
		{money.Of(101, money.EUR), "en", "one euro and one cent"},
		{money.Of(200, money.EUR), "en", "two euros"},
		{money.Of(1_001, money.CHF), "en", "ten CHF and one hundredth"},
		{money.Of(1_500, tnd), "en", "one TND and five hundred thousandths"},
	} {
		if got, ok := money.InWords(c.amount, c.lang); got != c.want || !ok {
			t.Errorf("%v in %s: %q, %v; want %q", c.amount, c.lang, got, ok, c.want)
		}
	}
	for _, c := range []struct {
		amount money.Amount
		lang   string
	}{
		{money.Of(-1, money.EUR), "fr"},
		{money.Of(-1<<63, money.EUR), "fr"},
		{money.Of(100_000_000_000_000, money.EUR), "fr"},
		{money.Of(1<<63-1, money.EUR), "nl"},
		{money.Of(100, money.Currency{}), "fr"},
		{money.Of(100, money.EUR), ""},
		{money.Of(100, money.EUR), "de"},
		{money.Of(100, money.EUR), "FR"},
	} {
		if got, ok := money.InWords(c.amount, c.lang); got != "" || ok {
			t.Errorf("%v in %q: %q, %v; want a refusal", c.amount, c.lang, got, ok)
		}
	}
	if got, ok := money.InWords(money.Of(99_999_999_999_999, money.EUR), "en"); !ok || !strings.HasSuffix(got, " euros and ninety-nine cents") {
		t.Errorf("the highest amount: %q, %v", got, ok)
	}
}
