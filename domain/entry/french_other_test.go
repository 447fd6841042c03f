package entry

import (
	"slices"
	"testing"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
)

func TestFrenchCallbacks(t *testing.T) {
	check(t, desk(), French, []lineCase{
		{"r", "callback 24/11"},
		{"r d", "callback 24/11"},
		{"rd", "callback 24/11"},
		{"r v", "callback 27/11"},
		{"rv10h", "callback 27/11 10h00"},
		{"r v 14h30", "callback 27/11 14h30"},
		{"r 14h30 v", "callback 27/11 14h30"},
		{"r 9h", "callback 24/11 9h00"},
		{"r aj 14h", "callback 23/11 14h00"},
		{"r aj", "callback 23/11"},
		{"r aj 9h", "? hour past"},
		{"r aj 10h", "? hour past"},
		{"r aj 10h01", "callback 23/11 10h01"},
		{"r 3j", "callback 26/11"},
		{"r 2s", "callback 7/12"},
		{"r 15", "callback 15/12"},
		{"r 28", "callback 30/11<28/11"},
		{"r s", "callback 30/11<28/11"},
		{"r ma mat", "callback 24/11 morning"},
		{"r ma apm", "callback 24/11 afternoon"},
		{"r fm", "callback 30/11"},
		{"r 25h", "? hour"},
		{"r 9h75", "? hour"},
		{"r 9h5", "? hour"},
		{"r 9h 10h", "? two dates"},
		{"r 45", "? day of month"},
		{"r 1500", "? day of month"},
		{"r m", "? token"},
		{"r 30%", "? token"},
	})
}

func TestFrenchReceipts(t *testing.T) {
	check(t, desk(), French, []lineCase{
		{"b1500 12/11", "receipt 1500 12/11 F1=1500"},
		{"b 1500", "receipt 1500 23/11 F1=1500"},
		{"b", "receipt 17753 23/11" + both},
		{"b v", "receipt 17753 20/11" + both},
		{"b l", "receipt 17753 23/11" + both},
		{"b s", "receipt 17753 21/11" + both},
		{"b h", "receipt 17753 22/11" + both},
		{"b aj", "receipt 17753 23/11" + both},
		{"b 23", "receipt 17753 23/11" + both},
		{"b 24", "receipt 17753 24/10" + both},
		{"b 31", "receipt 17753 31/10" + both},
		{"b 12/11/26", "receipt 17753 12/11" + both},
		{"b m", "receipt 8876.50 23/11 F1=8876.50"},
		{"b 5303", "receipt 5303 23/11 F2=5303"},
		{"b 8176 20", "receipt 8176 20/11 F3=8176"},
		{"b 20000", "receipt 20000 23/11 F1=12450 F2=5303 F3=2247"},
		{"b 30000", "receipt 30000 23/11 F1=12450 F2=5303 F3=8176"},
		{"b 3j", "receipt 17753 18/11" + both},
		{"b 1s", "receipt 17753 16/11" + both},
		{"b fm", "receipt 17753 31/10" + both},
		{"b d", "? future"},
		{"b 15/12", "? future"},
		{"b 24/11", "? future"},
		{"b 24/11/26", "? future"},
		{"b +3", "? future"},
		{"b 45", "? day or amount"},
		{"b 0,", "? zero"},
	})
	january := with(func(f *act.Facts) { f.Today = day(2027, 1, 5) })
	check(t, january, French, []lineCase{{"b 1500 28/12", "receipt 1500 28/12 F1=1500"}})
	promised := with(func(f *act.Facts) {
		f.Collectible, f.Promised, f.Promises = 0, 530300, []journal.ID{{Device: 1, Seq: 1}}
		f.Items[0].Collectible, f.Items[0].Disputed = 0, 1245000
		f.Items[1].Collectible, f.Items[1].Promised = 0, 530300
	})
	check(t, promised, French, []lineCase{{"b", "receipt 5303 23/11 F2=5303"}, {"b 6000", "receipt 6000 23/11 F1=697 F2=5303"}})
	nothing := with(func(f *act.Facts) { f.Collectible = 0; f.Items = nil })
	check(t, nothing, French, []lineCase{{"b", "? amount"}, {"b m", "? amount"}, {"b 500", "receipt 500 23/11"}})
}

func TestFrenchStatuses(t *testing.T) {
	check(t, desk(), French, []lineCase{
		{"o n", "status 1"},
		{"on", "status 1"},
		{"o i 12/11", "status 2 12/11"},
		{"oi12", "status 2 12/11"},
		{"o i 12/11 20/11", "status 2 12/11 20/11"},
		{"o i 20/11 12/11", "status 2 12/11 20/11"},
		{"o i h", "status 2 22/11"},
		{"o d", "status 3"},
		{"o c", "status 4"},
		{"o r", "status 0"},
		{"o 15", "status 5 15/12"},
		{"o 15/12", "status 5 15/12"},
		{"o 3j", "status 5 26/11"},
		{"o 2s", "status 5 7/12"},
		{"o fm", "status 5 30/11"},
		{"o 28", "status 5 30/11<28/11"},
		{"o v", "status 5 27/11"},
		{"o", "? status"},
		{"o i", "? judgment"},
		{"o i 24/11", "? future"},
		{"o n d", "? two letters"},
		{"o n 15", "? token"},
		{"o 15 20", "? two dates"},
		{"o 1500", "? day of month"},
		{"o 20/11", "? past"},
		{"o x", "? token"},
	})
}

func TestFrenchOthers(t *testing.T) {
	check(t, desk(), French, []lineCase{
		{"", ""},
		{"   ", ""},
		{",", "why !"},
		{"c", "confirm !"},
		{"u", "undo !"},
		{"U", "undo !"},
		{"u 3", "? token"},
		{",x", "? token"},
		{"w", "? act"},
		{"1500", "? act"},
		{"é", "? act"},
		{"i", "? text"},
		{"i   ", "? text"},
		{"i virement mercredi, attend la signature", "note virement mercredi, attend la signature"},
		{"irappeler", "note rappeler"},
		{"i 1 500 & plus", "note 1 500 & plus"},
		{"i \x1b[31mrouge\x07", "note [31mrouge"},
		{"n", "? contact"},
		{"n Mme Petit compta 0143221109", "contact Mme Petit|compta|01 43 22 11 09|"},
		{"n Mme Petit, comptabilité fournisseurs, 01 43 22 11 09", "contact Mme Petit|comptabilité fournisseurs|01 43 22 11 09|"},
		{"n 01.43.22.11.09", "contact ||01 43 22 11 09|"},
		{"n M. Durand DAF +33 1 43 22 11 09 durand@lefevre.fr", "contact M. Durand|DAF|+33 1 43 22 11 09|durand@lefevre.fr"},
		{"n Jean de la Tour 0033143221109", "contact Jean de la Tour||+33 1 43 22 11 09|"},
		{"n Mme Petit compta à&'\"éé&&àç", "contact Mme Petit|compta|01 43 22 11 09|"},
		{"n petit@lefevre.fr", "contact |||petit@lefevre.fr"},
		{"n Petit <petit@lefevre.fr>, compta", "contact Petit|compta||petit@lefevre.fr"},
		{"n Vanden Bossche +32 475 12 34 56", "contact Vanden Bossche||+32 475 12 34 56|"},
		{"n Ms Lee accounts +44 20 7946 0958", "contact Ms Lee|accounts|+442079460958|"},
		{"n Petit poste 12", "contact Petit poste 12|||"},
	})
	belgian := with(func(f *act.Facts) { f.Zone = calendar.Belgium })
	check(t, belgian, French, []lineCase{
		{"n Peeters 0475 12 34 56", "contact Peeters||0475 12 34 56|"},
		{"n Peeters 02/123.45.67", "contact Peeters||02 123 45 67|"},
		{"n Peeters 081 12 34 56", "contact Peeters||081 12 34 56|"},
		{"p 21/7/27", "promise 17753 22/7/2027<21/7/2027" + both},
	})
}

func TestFrenchClosing(t *testing.T) {
	id := func(n uint64) journal.ID { return journal.ID{Device: 1, Seq: n} }
	dispute := act.Target{Kind: act.CloseDispute, ID: id(1)}
	promise := act.Target{Kind: act.ClosePromise, ID: id(2)}
	plan := act.Target{Kind: act.ClosePlan, ID: id(3)}
	callback := act.Target{Kind: act.CloseCallback, ID: id(4)}
	only := func(ts ...act.Target) act.Facts { return with(func(f *act.Facts) { f.Targets = ts }) }
	check(t, only(), French, []lineCase{{"f", "? nothing to close"}, {"f f", "? nothing to close"}})
	check(t, only(dispute), French, []lineCase{
		{"f f", "close 0 1 founded"}, {"f i", "close 0 1 unfounded"}, {"f", "? ending"}, {"f s", "? nothing to close"}, {"f f f", "? token"},
	})
	check(t, only(promise), French, []lineCase{{"f", "close 1 2"}, {"f a", "close 1 2"}, {"ff", "? nothing to close"}})
	check(t, only(plan), French, []lineCase{{"f s", "close 2 3 signed"}, {"fa", "close 2 3"}, {"f", "? ending"}})
	check(t, only(callback), French, []lineCase{{"f", "close 3 4"}, {"f f", "close 3 4"}, {"f a", "close 3 4 off"}})
	check(t, only(dispute, promise, plan, callback), French, []lineCase{
		{"f", "? which"}, {"f f", "? which"}, {"f a", "? which"}, {"f i", "close 0 1 unfounded"}, {"f s", "close 2 3 signed"},
	})
	plan.Selected = true
	check(t, only(dispute, promise, plan, callback), French, []lineCase{{"f a", "close 2 3"}, {"f i", "? nothing to close"}})
}

// Ticked items, promises in the way, nothing due.
func TestFrenchFacts(t *testing.T) {
	ticked := with(func(f *act.Facts) { f.Items[1].Ticked = true })
	check(t, ticked, French, []lineCase{
		{"p v", "promise 5303 27/11 F2=5303"},
		{"p m v", "promise 2651.50 27/11 F2=2651.50"},
		{"p 6000", "? above"},
		{"e 6", "plan 6 months from 23/12 F2=5303"},
		{"b", "receipt 5303 23/11 F2=5303"},
		{"b 6000", "receipt 6000 23/11 F2=5303"},
	})
	early := with(func(f *act.Facts) { f.Items[2].Ticked = true })
	check(t, early, French, []lineCase{{"p fm", "promise 8176 30/11 F3=8176"}, {"e 2", "plan 2 months from 23/12 F3=8176"}})

	promised := with(func(f *act.Facts) {
		f.Collectible, f.Promised, f.Promises = 0, 1775300, []journal.ID{{Device: 1, Seq: 1}, {Device: 1, Seq: 2}}
		for i := range 2 {
			f.Items[i].Promised, f.Items[i].Collectible = f.Items[i].Open, 0
		}
		f.Targets = []act.Target{{Kind: act.ClosePromise, ID: journal.ID{Device: 1, Seq: 2}, Amount: money.Of(530300, money.EUR)}}
	})
	check(t, promised, French, []lineCase{
		{"p v", "promise 17753 27/11" + both + " instead of 2"},
		{"p m v", "promise 8876.50 27/11 F1=8876.50 instead of 2"},
		{"p 1500 15", "promise 1500 15/12 F1=1500 instead of 2"},
		{"p 20000", "promise 20000 27/11" + both + " F3=2247 instead of 2"},
		{"p 30000", "? above"},
		{"a v", "promise announced 17753 26/11" + both + " instead of 2"},
		{"e 6", "plan 6 months from 23/12" + both},
		{"a e6", "plan 6 months from 23/12" + both},
		{"e 1800", "plan 10 months monthly 1800 from 23/12" + both},
	})
	partly := promised // neither what is disputed nor what is not yet due
	partly.Items = slices.Clone(promised.Items)
	partly.Items[0].Disputed, partly.Items[0].Promised = 1000000, 245000
	partly.Items[2].Promised = 817600
	check(t, partly, French, []lineCase{{"e 6", "plan 6 months from 23/12 F1=2450 F2=5303"}})
	partly.Items[1].Ticked = true
	check(t, partly, French, []lineCase{{"e 6", "plan 6 months from 23/12 F2=5303"}})
	one := promised
	one.Targets = []act.Target{one.Targets[0]}
	one.Targets[0].Selected = true
	check(t, one, French, []lineCase{{"p v", "promise 5303 27/11 F1=5303 instead of 1"}})

	nothing := with(func(f *act.Facts) {
		f.Collectible = 0
		f.Items = f.Items[2:]
	})
	check(t, nothing, French, []lineCase{
		{"p v", "? nothing due"},
		{"p m v", "? nothing due"},
		{"p 500 v", "promise 500 27/11 F3=500"},
		{"a v", "? nothing due"},
		{"e", "? nothing due"},
		{"l f", "dispute f F3=8176"},
	})
	credits := with(func(f *act.Facts) { // a credit of 2 450 stands against the oldest
		f.Collectible, f.Unapplied, f.Items[0].Collectible = 1530300, 245000, 1000000
	})
	check(t, credits, French, []lineCase{{"p", "promise 15303 27/11 F1=10000 F2=5303"}, {"p m", "promise 7651.50 27/11 F1=7651.50"}})

	check(t, act.Facts{}, French, []lineCase{{"p v", "? client"}, {"a n", "? client"}, {"i x", "? client"}, {"u", "undo !"}})
	yen := with(func(f *act.Facts) { f.Currency = money.Currency{'J', 'P', 'Y'} })
	check(t, yen, French, []lineCase{{"p 1500,5", "? number"}})
}

// The default day of a promise is the Friday at least two business days away.
func TestFrenchDefaultFriday(t *testing.T) {
	on := func(y, m, d int) act.Facts { return with(func(f *act.Facts) { f.Today = day(y, m, d) }) }
	check(t, on(2026, 11, 25), French, []lineCase{{"p", "promise 17753 27/11" + both}})
	check(t, on(2026, 11, 26), French, []lineCase{{"p", "promise 17753 4/12" + both}})
	check(t, on(2026, 11, 27), French, []lineCase{{"p", "promise 17753 4/12" + both}, {"p v", "promise 17753 4/12" + both}, {"p d", "promise 17753 30/11<28/11" + both}, {"r d", "callback 30/11<28/11"}})
	check(t, on(2026, 11, 30), French, []lineCase{{"p fm", "promise 17753 31/12" + both}})
	check(t, on(2026, 12, 22), French, []lineCase{{"p", "promise 17753 28/12<25/12 F1=12450 F2=5303"}})
}
