package wording

import (
	"strings"
	"testing"
	"time"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/priority"
)

func on2026(m time.Month, d int) calendar.Date { return calendar.Of(2026, m, d) }

func euros(cents int64) money.Amount { return money.Of(cents, money.EUR) }

func invoices(amounts ...int64) []journal.Part {
	var out []journal.Part
	for i, n := range amounts {
		out = append(out, journal.Part{Item: ledger.ItemKey{Number: "F" + string(rune('1'+i))}, Amount: n})
	}
	return out
}

// plain shows the special spaces of French amounts as plain ones.
func plain(s string) string { return strings.NewReplacer("\u00A0", " ", "\u202F", " ").Replace(s) }

func TestCommandSentences(t *testing.T) {
	today := on2026(time.November, 23)
	at := func(d calendar.Date) SentenceContext {
		return SentenceContext{Today: today, Currency: money.EUR, Date: d}
	}
	ctx := at(0)
	friday, monday := on2026(time.November, 27), on2026(time.November, 30)
	person := ledger.Contact{Name: "Mme Petit", Role: "compta", Phone: "01 43 22 11 09"}
	schedule := journal.Plan{Currency: money.EUR, Items: invoices(1245000, 530300)}
	for i := range 6 {
		n := int64(295883)
		if i == 5 {
			n = 295885
		}
		schedule.Instalments = append(schedule.Instalments, journal.Instalment{
			Due: calendar.France.NextBusinessDay(on2026(time.December, 23).AddMonths(i)), Principal: n,
		})
	}
	down := schedule
	down.Instalments = append([]journal.Instalment{{Due: on2026(time.November, 26), Principal: 100000}}, schedule.Instalments...)
	for _, c := range []struct {
		cmd    act.Command
		ctx    SentenceContext
		fr, en string
	}{
		{
			act.Promise{Amount: euros(1245000), Due: friday, Items: invoices(1, 2, 3)},
			ctx,
			"Promesse de 12 450,00 € pour le vendredi 27 novembre, sur 3 factures",
			"Promise of €12,450.00 for Friday 27 November, on 3 invoices",
		},
		{
			act.Promise{Amount: euros(1245000), Due: monday, Asked: on2026(time.November, 29), Items: invoices(1245000)},
			ctx,
			"Promesse de 12 450,00 € pour le lundi 30 novembre, sur la facture F1 (le dimanche 29 reporté au lundi 30)",
			"Promise of €12,450.00 for Monday 30 November, on invoice F1 (Sunday 29 moved to Monday 30)",
		},
		{
			act.Promise{
				Contact: act.Contact{Channel: journal.InWriting}, Origin: journal.OriginWritten, Amount: euros(150050),
				Due: calendar.Of(2027, time.January, 4), Asked: calendar.Of(2027, time.January, 1), Supersedes: make([]journal.ID, 1),
			},
			ctx,
			"Promesse écrite de 1 500,50 € pour le lundi 4 janvier 2027, remplace la promesse en cours (le vendredi 1er, jour de l'An, reporté au lundi 4)",
			"Written promise of €1,500.50 for Monday 4 January 2027, replaces the open promise (Friday 1, New Year's Day, moved to Monday 4)",
		},
		{
			act.Promise{Contact: act.Contact{Channel: journal.RangUs}, Origin: journal.OriginAnnounced, Amount: euros(150000), Due: friday, Supersedes: make([]journal.ID, 2)},
			ctx,
			"Virement annoncé de 1 500,00 €, attendu le vendredi 27 novembre, le client a appelé, remplace 2 promesses en cours",
			"Transfer announced of €1,500.00, expected on Friday 27 November, the debtor rang, replaces 2 open promises",
		},
		{
			act.Promise{Amount: money.Of(1245000, money.USD), Due: on2026(time.December, 1), Asked: 0},
			ctx,
			"Promesse de 12 450,00 USD pour le mardi 1er décembre", "Promise of 12,450.00 USD for Tuesday 1 December",
		},
		{
			act.Call{Outcome: journal.NoAnswer, FollowUp: journal.CallbackSet{Day: on2026(time.November, 25), Minute: -1, Half: journal.Afternoon}},
			ctx,
			"Pas de réponse, rappel mercredi 25 novembre après-midi", "No answer, call back Wednesday 25 November in the afternoon",
		},
		{
			act.Call{Outcome: journal.WrongNumber},
			ctx,
			"Faux numéro : hors de la liste jusqu'à un nouveau numéro", "Wrong number: off the list until a number is entered",
		},
		{
			act.Call{Outcome: journal.Documents, FollowUp: journal.CallbackSet{Day: monday, Minute: 9 * 60}},
			SentenceContext{Today: today, Asked: on2026(time.November, 28)},
			"Documents demandés, rappel lundi 30 novembre à 9h (le samedi 28 reporté au lundi 30)",
			"Documents wanted, call back Monday 30 November at 9:00 (Saturday 28 moved to Monday 30)",
		},
		{
			act.Callback{Callback: journal.CallbackSet{Day: today, Minute: 14*60 + 30}},
			ctx,
			"Rappel convenu : aujourd'hui à 14h30", "Callback agreed: today at 14:30",
		},
		{
			act.Dispute{Reason: journal.Price, Items: invoices(32000)},
			ctx,
			"Litige de 320,00 € (prix), sur la facture F1", "Dispute of €320.00 (price), on invoice F1",
		},
		{
			act.Dispute{Reason: journal.OrderNumberMissing, Items: []journal.Part{
				{Item: ledger.ItemKey{Number: "E7", Kind: ledger.Bill}, Amount: 100}, {Item: ledger.ItemKey{Number: "F1"}, Amount: 100},
			}},
			ctx,
			"Litige de 2,00 € (numéro de commande manquant), sur 2 pièces", "Dispute of €2.00 (order number missing), on 2 items",
		},
		{
			act.Receipt{Amount: euros(150000), On: on2026(time.November, 12), Items: invoices(150000)},
			ctx,
			"Règlement de 1 500,00 € vu en banque le jeudi 12 novembre, sur la facture F1",
			"Receipt of €1,500.00 seen at the bank on Thursday 12 November, on invoice F1",
		},
		{
			act.Plan{State: act.Proposed, Plan: schedule},
			ctx,
			"Échéancier proposé : 6 × 2 958,83 €, la dernière de 2 958,85 €, du mercredi 23 décembre au lundi 24 mai 2027, sur 2 factures",
			"Plan proposed: 6 × €2,958.83, the last of €2,958.85, from Wednesday 23 December to Monday 24 May 2027, on 2 invoices",
		},
		{
			act.Plan{State: act.Draft, Plan: down},
			ctx,
			"Échéancier en brouillon : acompte de 1 000,00 € le jeudi 26 novembre, puis 6 × 2 958,83 €, la dernière de 2 958,85 €, du mercredi 23 décembre au lundi 24 mai 2027, sur 2 factures",
			"Draft plan: €1,000.00 down on Thursday 26 November, then 6 × €2,958.83, the last of €2,958.85, from Wednesday 23 December to Monday 24 May 2027, on 2 invoices",
		},
		{act.SetStatus{Status: journal.StatusChanged{Status: journal.NeverDun}}, ctx, "À ne jamais relancer", "Never to be dunned"},
		{
			act.SetStatus{Status: journal.StatusChanged{Status: journal.Insolvency, Since: on2026(time.November, 12), Published: on2026(time.November, 20)}},
			ctx,
			"Procédure collective, jugement du jeudi 12 novembre, publié le vendredi 20 novembre",
			"Insolvency, judgment of Thursday 12 November, published on Friday 20 November",
		},
		{
			act.SetStatus{Status: journal.StatusChanged{Status: journal.OnHold, Until: on2026(time.December, 15)}},
			ctx,
			"En attente jusqu'au mardi 15 décembre", "On hold until Tuesday 15 December",
		},
		{
			act.Close{What: act.ClosePromise},
			SentenceContext{Today: today, Amount: euros(1245000), Date: on2026(time.November, 18)},
			"Promesse de 12 450,00 € (18/11) annulée : elle n'est plus attendue", "Promise of €12,450.00 (18/11) withdrawn: no longer expected",
		},
		{
			act.Close{What: act.CloseDispute, Founded: journal.Unfounded},
			ctx,
			"Litige non fondé : le montant est dû", "Dispute unfounded: the amount is due",
		},
		{act.Close{What: act.ClosePlan, Sign: true}, ctx, "Échéancier signé", "Plan signed"},
		{act.Close{What: act.ClosePlan}, ctx, "Échéancier annulé", "Plan cancelled"},
		{act.Close{What: act.CloseCallback}, ctx, "Rappel fait", "Callback made"},
		{act.Close{What: act.CloseCallback, Cancelled: true}, ctx, "Rappel annulé", "Callback cancelled"},
		{act.Note{Text: "signe mardi"}, ctx, "Note : « signe mardi »", "Note: “signe mardi”"},
		{act.SetContact{Person: person}, ctx, "Contact : Mme Petit, compta, 01 43 22 11 09", "Contact: Mme Petit, compta, 01 43 22 11 09"},
		{act.SetField{Field: ledger.FieldTerms, Value: "45fm"}, ctx, LabelFields[ledger.FieldTerms].FR + " : 45fm", LabelFields[ledger.FieldTerms].EN + ": 45fm"},
	} {
		if got := plain(CommandSentence(French, c.cmd, c.ctx)); got != c.fr {
			t.Errorf("\n got %s\nwant %s", got, c.fr)
		}
		if got := plain(CommandSentence(English, c.cmd, c.ctx)); got != c.en {
			t.Errorf("\n got %s\nwant %s", got, c.en)
		}
	}
}

func TestEvents(t *testing.T) {
	today := on2026(time.November, 23)
	made := journal.PromiseMade{Amount: euros(1245000), Due: on2026(time.November, 18)}
	ctx := EventContext{Today: today, Currency: money.EUR, Find: func(journal.ID) *journal.Event { return &journal.Event{Content: made} }}
	for _, c := range []struct {
		content journal.Content
		fr, en  string
	}{
		{journal.CallLogged{Person: journal.Text{Body: "Mme Petit"}, Outcome: journal.Promised}, "appel · Mme Petit · promesse", "call · Mme Petit · promise"},
		{journal.CallLogged{Channel: journal.RangUs}, "appel reçu · joint", "incoming call · reached"},
		{made, "promesse de 12 450 € pour le 18/11", "promise of €12,450 for 18/11"},
		{journal.PromiseWithdrawn{}, "promesse annulée : 12 450 € pour le 18/11", "promise withdrawn: €12,450 for 18/11"},
		{journal.DisputeOpened{Reason: journal.Price, Items: invoices(32050)}, "litige : prix 320,50 €, sur la facture F1", "dispute: price €320.50, on invoice F1"},
		{journal.NoteWritten{Text: journal.Text{Body: "attend la signature"}}, "note · « attend la signature »", "note · “attend la signature”"},
		{journal.NoteWritten{Text: journal.Text{Erased: true}}, "note · (effacé)", "note · (erased)"},
		{journal.ContactSet{Name: journal.Text{Erased: true}}, "contact : (effacé)", "contact: (erased)"},
		{journal.CallbackSet{Day: calendar.Of(2027, time.January, 4), Minute: 540}, "rappel convenu le 04/01/27 à 9h", "callback agreed on 04/01/27 at 9:00"},
		{journal.ReceiptSeen{Amount: euros(150000), On: on2026(time.November, 12)}, "règlement de 1 500 € vu en banque le 12/11", "receipt of €1,500 seen at the bank on 12/11"},
		{journal.ActUndone{}, "acte annulé : promesse de 12 450 € pour le 18/11", "act undone: promise of €12,450 for 18/11"},
		{journal.StatusChanged{Status: journal.OnHold, Until: on2026(time.December, 15)}, "en attente jusqu'au 15/12", "on hold until 15/12"},
		{journal.LedgerImported{Name: "fec.txt", New: 12, Settled: 3, Changed: 2, Collected: euros(4120000)}, "import de fec.txt : 12 nouvelles, 3 soldées, 2 changées, 41 200 € rentrés", "import of fec.txt: 12 new, 3 settled, 2 changed, €41,200 came in"},
	} {
		if got := plain(Event(French, journal.Event{Content: c.content}, ctx)); got != c.fr {
			t.Errorf("\n got %s\nwant %s", got, c.fr)
		}
		if got := plain(Event(English, journal.Event{Content: c.content}, ctx)); got != c.en {
			t.Errorf("\n got %s\nwant %s", got, c.en)
		}
	}
	loop := EventContext{Find: func(journal.ID) *journal.Event { return &journal.Event{Content: journal.ActUndone{}} }}
	if got := Event(French, journal.Event{Content: journal.ActRestored{}}, loop); got != "acte rétabli : acte annulé" {
		t.Errorf("an undo of an undo: %q", got)
	}
}

func TestReasons(t *testing.T) {
	today := on2026(time.November, 23)
	for _, c := range []struct {
		r             priority.Reason
		short, fr, en string
	}{
		{
			priority.Reason{Code: priority.PromiseBroken, Amount: 1245000, Date: on2026(time.November, 18)},
			"promesse ✗", "promesse de 12 450 € du 18/11 non tenue", "promise of €12,450 for 18/11 not kept",
		},
		{priority.Reason{Code: priority.CallbackNow, Minute: 540, Date: today}, "rappel 9h", "rappel convenu à 9h", "agreed callback at 9:00"},
		{priority.Reason{Code: priority.CallbackNow, Minute: -1, Date: on2026(time.November, 20)}, "rappel 20/11", "rappel convenu le 20/11", "agreed callback on 20/11"},
		{
			priority.Reason{Code: priority.ExpectedGain, Amount: 1245000, PPM: 74_999},
			"gain", "12 450 € recouvrables, 7 % de chances qu'un appel y change quelque chose", "€12,450 collectible, 7% chance that a call changes something",
		},
	} {
		if got := plain(ReasonShort(French, c.r, today)); got != c.short {
			t.Errorf("got %q, want %q", got, c.short)
		}
		if got := plain(Reason(French, c.r, money.EUR, today)); got != c.fr {
			t.Errorf("got %q, want %q", got, c.fr)
		}
		if got := plain(Reason(English, c.r, money.EUR, today)); got != c.en {
			t.Errorf("got %q, want %q", got, c.en)
		}
	}
}

func TestQuestionWords(t *testing.T) {
	today := on2026(time.November, 23)
	for _, c := range []struct {
		q  act.Question
		fr string
	}{
		{act.Question{Code: act.AskDayOrAmount, Number: 45}, "45 : un jour ou un montant ? Pour un montant, écrire « 45, »"},
		{
			act.Question{Code: act.AskThousands, Text: "1 500", Amount: euros(150000)},
			"« 1 500 » : 1 500,00 €, ou deux nombres ? Écrire sans espace, ou le grand nombre d'abord",
		},
		{act.Question{Code: act.AskPast, Day: on2026(time.October, 15)}, "Le jeudi 15 octobre est déjà là ou passé : il faut un jour à venir"},
		{act.Question{Code: act.AskAbove, Amount: euros(2000000), Other: euros(1775300)}, "20 000,00 €, c'est trop : 17 753,00 € au plus"},
		{act.Question{Code: act.AskHourPast, Number: 540}, "9h est déjà passé aujourd'hui"},
		{act.Question{Code: act.AskOutcome}, "Quelle issue ? Une lettre"},
		{act.Question{}, ""},
	} {
		if got := plain(Question(French, c.q, today)); got != c.fr {
			t.Errorf("\n got %s\nwant %s", got, c.fr)
		}
	}
}

func TestDetails(t *testing.T) {
	for _, c := range []struct {
		f    ledger.Finding
		want string
	}{
		{ledger.Finding{Code: ledger.RefuseDate, Detail: "32/13"}, "date illisible : « 32/13 »"},
		{ledger.Finding{Code: ledger.RefuseDate}, "date illisible"},
		{ledger.Finding{Code: ledger.RefuseHeader, Detail: "Debit"}, "colonne absente : Debit"},
		{ledger.Finding{Code: ledger.FindingBOM, Detail: "UTF-16"}, "marque d'ordre d'octets en tête du fichier (UTF-16)"},
		{ledger.Finding{Code: ledger.RefuseAmount, Detail: "12%d"}, "montant illisible : « 12%d »"},
		{ledger.Finding{Code: ledger.FindingUnbalanced, Detail: "VE 12 -1250.50"}, "écriture non équilibrée : VE 12 -1 250,50"},
		{ledger.Finding{Code: ledger.FindingGroupOpen, Detail: "C001 AB 0.05"}, "lettrage qui ne solde pas : C001 AB 0,05"},
		{ledger.Finding{Code: ledger.FindingGroupOpen, Detail: "C001 A.B"}, "lettrage qui ne solde pas : C001 A.B"},
	} {
		if got := plain(Finding(French, c.f)); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestSmallWords(t *testing.T) {
	one, many := Text{"facture", "invoice"}, Text{"factures", "invoices"}
	for n, want := range map[int][2]string{0: {"0 facture", "0 invoices"}, 1: {"1 facture", "1 invoice"}, 2: {"2 factures", "2 invoices"}} {
		if f, e := Counted(French, n, one, many), Counted(English, n, one, many); f != want[0] || e != want[1] {
			t.Errorf("%d: %q %q", n, f, e)
		}
	}
	for _, c := range []struct {
		a      money.Amount
		fr, en string
	}{
		{euros(1245000), "12 450 €", "€12,450"},
		{euros(-1245000), "-12 450 €", "-€12,450"},
		{euros(150050), "1 500,50 €", "€1,500.50"},
		{money.Of(100, money.USD), "1 USD", "1 USD"},
		{money.Amount{}, "0", "0"},
	} {
		if f, e := plain(Short(French, c.a)), plain(Short(English, c.a)); f != c.fr || e != c.en {
			t.Errorf("%q %q, want %q %q", f, e, c.fr, c.en)
		}
	}
	sat, mon := on2026(time.October, 31), on2026(time.November, 2)
	if got := Moved(French, sat, mon, calendar.France); got != "le samedi 31 octobre reporté au lundi 2 novembre" {
		t.Errorf("%q", got)
	}
	if Moved(French, 0, mon, calendar.France) != "" || Day(French, 0, 0) != "" || ShortDay(0, 0) != "" || Hour(French, -1) != "" {
		t.Error("no date, no words")
	}
	if got := LongDay(English, mon); got != "Monday 2 November 2026" {
		t.Errorf("%q", got)
	}
}
