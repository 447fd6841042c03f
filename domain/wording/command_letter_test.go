package wording

import (
	"strings"
	"testing"
	"time"

	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

func TestConfirmationLetters(t *testing.T) {
	items := []journal.Part{{Item: ledger.ItemKey{Kind: ledger.Invoice, Number: "F25-1043", Date: on2026(time.September, 9)}, Amount: 1245000}}
	x := Letter{
		Today: on2026(time.November, 23), Spoken: true, Person: "Mme Petit", Author: "M. Durand", Creditor: "Atelier du Nord",
		IBAN: "FR7630006000011234567890189", Currency: money.EUR, Reference: "C00231", Open: items,
	}
	promise := journal.PromiseMade{Amount: money.Of(1245000, money.EUR), Due: on2026(time.November, 27), Items: items}
	for _, c := range []struct {
		lang    Lang
		content journal.Content
		has     []string
		not     string
	}{
		{French, promise, []string{"IBAN FR76 3000 6000 0112 3456 7890 189", "référence C00231", "Bonjour Mme Petit,"}, "FR763000"},
		{French, journal.CallLogged{Outcome: journal.Documents}, []string{
			"Objet : les documents demandés", "voici les documents que vous avez demandés, pour :", "- F25-1043 du mercredi 9 septembre 2026",
		}, "IBAN"},
		{English, journal.CallLogged{Outcome: journal.Documents}, []string{"here are the documents that you asked for"}, "contest"},
		{French, journal.DisputeOpened{Reason: journal.OrderNumberMissing, Items: items}, []string{
			"nous avons bien noté qu'il vous manque le numéro de commande pour 12 450,00 €",
		}, "contest"},
		{French, journal.DisputeOpened{Reason: journal.Price, Items: items}, []string{"votre remarque sur 12 450,00 € (prix)"}, "contest"},
	} {
		got, ok := ConfirmationLetter(c.lang, c.content, x)
		for _, want := range c.has {
			if !ok || !strings.Contains(plain(got), want) {
				t.Errorf("%q is not in\n%s", want, got)
			}
		}
		if strings.Contains(got, c.not) {
			t.Errorf("%q is in\n%s", c.not, got)
		}
	}
	for _, content := range []journal.Content{
		journal.CallLogged{Outcome: journal.NoAnswer}, journal.NoteWritten{}, journal.CallbackSet{Automatic: true},
	} {
		if text, ok := ConfirmationLetter(French, content, x); ok {
			t.Errorf("%T gives %q", content, text)
		}
	}
}
