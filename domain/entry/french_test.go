package entry

import (
	"testing"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
)

const both = " F1=12450 F2=5303"

func TestFrenchCalls(t *testing.T) {
	check(t, desk(), French, []lineCase{
		{"a n", "call 1 25/11 afternoon auto ! >"},
		{"an", "call 1 25/11 afternoon auto ! >"},
		{"A N", "call 1 25/11 afternoon auto ! >"},
		{"  a   n  ", "call 1 25/11 afternoon auto ! >"},
		{"a m", "call 2 24/11 auto >"},
		{"am", "call 2 24/11 auto >"},
		{"a b", "call 3 24/11 auto ! >"},
		{"a f", "call 4 ! >"},
		{"a d", "call 5 25/11 auto"},
		{"a x", "call 6 24/11 auto escalate"},
		{"a h", "call 7 30/11 auto plan?"},
		{"a", "call 0"},
		{"a t", "call 0 rang"},
		{"a t d", "call 5 rang 25/11 auto"},
		{"a m d", "call 5 writing 25/11 auto"},
		{"amx", "call 6 writing 24/11 auto escalate"},
		{"ath", "call 7 rang 30/11 auto plan?"},
		{"a d v", "call 5 27/11"},
		{"a d d", "call 5 24/11"},
		{"a x 15", "call 6 15/12 escalate"},
		{"a h 3j 9h", "call 7 26/11 9h00 plan?"},
		{"a d 14h30", "call 5 25/11 14h30"},
		{"a d apm", "call 5 25/11 afternoon"},
		{"a v", "promise announced 17753 26/11" + both},
		{"a v 1500", "promise announced 1500 26/11 F1=1500"},
		{"a v v", "promise announced 17753 27/11" + both},
		{"a t v m", "promise announced rang 8876.50 26/11 F1=8876.50"},
		{"a m v", "promise announced writing 17753 26/11" + both},
		{"a p v", "promise 17753 27/11" + both},
		{"a p m v", "promise 8876.50 27/11 F1=8876.50"},
		{"a t p v", "promise rang 17753 27/11" + both},
		{"a m p v", "promise written writing 17753 27/11" + both},
		{"m p v", "promise written writing 17753 27/11" + both},
		{"tpv", "promise rang 17753 27/11" + both},
		{"a e 6", "plan 6 months from 23/12" + both},
		{"a l b", "dispute b F1=12450"},
		{"t l b", "dispute rang b F1=12450"},
		{"a r d", "callback 24/11"},
		{"m d", "call 5 writing 25/11 auto"},
		{"m", "? outcome"},
		{"t", "? outcome"},
		{"t n", "? outcome"},
		{"a q", "? outcome"},
		{"a n v", "? token"},
		{"a m n", "? token"},
		{"a b 15", "? token"},
		{"a é", "? outcome"},
		{"a d 500", "? day of month"},
	})
	afternoon := with(func(f *act.Facts) { f.Minute = 15 * 60 })
	check(t, afternoon, French, []lineCase{{"a n", "call 1 25/11 morning auto ! >"}})
	unknown := with(func(f *act.Facts) { f.Minute = -1 })
	check(t, unknown, French, []lineCase{{"a n", "call 1 25/11 auto ! >"}})
	friday := with(func(f *act.Facts) { f.Today = day(2026, 11, 27) })
	check(t, friday, French, []lineCase{
		{"a m", "call 2 30/11 auto >"}, {"a n", "call 1 1/12 afternoon auto ! >"}, {"a h", "call 7 4/12 auto plan?"},
	})
}

func TestFrenchPromises(t *testing.T) {
	check(t, desk(), French, []lineCase{
		{"p", "promise 17753 27/11" + both},
		{"p v", "promise 17753 27/11" + both},
		{"pv", "promise 17753 27/11" + both},
		{"PV", "promise 17753 27/11" + both},
		{"p m v", "promise 8876.50 27/11 F1=8876.50"},
		{"pmv", "promise 8876.50 27/11 F1=8876.50"},
		{"pv m", "promise 8876.50 27/11 F1=8876.50"},
		{"pvm", "promise 8876.50 27/11 F1=8876.50"},
		{"p t v", "promise 5917.67 27/11 F1=5917.67"},
		{"pt", "promise 5917.67 27/11 F1=5917.67"},
		{"p l", "promise 17753 30/11" + both},
		{"p ma", "promise 17753 24/11" + both},
		{"pma", "promise 17753 24/11" + both},
		{"pmma", "promise 8876.50 24/11 F1=8876.50"},
		{"pmam", "promise 8876.50 24/11 F1=8876.50"},
		{"p me", "promise 17753 25/11" + both},
		{"pmme", "promise 8876.50 25/11 F1=8876.50"},
		{"p j", "promise 17753 26/11" + both},
		{"p s", "promise 17753 30/11<28/11" + both},
		{"p d", "promise 17753 24/11" + both},
		{"p fm", "promise 17753 30/11" + both},
		{"p m fm", "promise 8876.50 30/11 F1=8876.50"},
		{"p +10", "promise 17753 3/12" + both},
		{"p+12", "promise 17753 7/12<5/12" + both},
		{"p 3j", "promise 17753 26/11" + both},
		{"p5j", "promise 17753 30/11" + both},
		{"p10j", "promise 17753 7/12" + both},
		{"p 2s", "promise 17753 7/12" + both},
		{"p2sm", "promise 8876.50 7/12 F1=8876.50"},
		{"p1s", "promise 17753 30/11" + both},
		{"p1500 15", "promise 1500 15/12 F1=1500"},
		{"p 15 1500", "promise 1500 15/12 F1=1500"},
		{"p1500v", "promise 1500 27/11 F1=1500"},
		{"p1500j", "promise 1500 26/11 F1=1500"},
		{"p100j", "promise 100 26/11 F1=100"},
		{"pv1500", "promise 1500 27/11 F1=1500"},
		{"p15m", "promise 8876.50 15/12 F1=8876.50"},
		{"pm15", "promise 8876.50 15/12 F1=8876.50"},
		{"p1500,50 v", "promise 1500.50 27/11 F1=1500.50"},
		{"p1500.50 v", "promise 1500.50 27/11 F1=1500.50"},
		{"p1500,5", "promise 1500.50 27/11 F1=1500.50"},
		{"p80,", "promise 80 27/11 F1=80"},
		{"p80, v", "promise 80 27/11 F1=80"},
		{"p80,v", "promise 80 27/11 F1=80"},
		{"p 15, 15", "promise 15 15/12 F1=15"},
		{"p 15,50", "promise 15.50 27/11 F1=15.50"},
		{"p 0,50", "promise 0.50 27/11 F1=0.50"},
		{"p 30%", "promise 5325.90 27/11 F1=5325.90"},
		{"p30%v", "promise 5325.90 27/11 F1=5325.90"},
		{"p 30 % v", "promise 5325.90 27/11 F1=5325.90"},
		{"p 12,5%", "promise 2219.13 27/11 F1=2219.13"},
		{"p 100%", "promise 17753 27/11" + both},
		{"p 12450", "promise 12450 27/11 F1=12450"},
		{"p 15000", "promise 15000 27/11 F1=12450 F2=2550"},
		{"p 20000", "promise 20000 27/11" + both + " F3=2247"},
		{"p 25929", "promise 25929 27/11" + both + " F3=8176"},
		{"p 25929,01", "? above"},
		{"p 15/12", "promise 17753 15/12" + both},
		{"p 15/1", "promise 17753 15/1/2027" + both},
		{"p 15/12/26", "promise 17753 15/12" + both},
		{"p 15/12/2026 m", "promise 8876.50 15/12 F1=8876.50"},
		{"p 15/12m", "promise 8876.50 15/12 F1=8876.50"},
		{"p 25/12", "promise 17753 28/12<25/12" + both},
		{"p 1/1", "promise 17753 4/1/2027<1/1/2027" + both},
		{"p 1500 15/12", "promise 1500 15/12 F1=1500"},
	})
}

func TestFrenchPromiseQuestions(t *testing.T) {
	check(t, desk(), French, []lineCase{
		{"p 32", "? day or amount"},
		{"p 45", "? day or amount"},
		{"p 99 v", "? day or amount"},
		{"p 80", "? day or amount"},
		{"p 0", "? zero"},
		{"p 0,", "? zero"},
		{"p 0%", "? zero"},
		{"p 101%", "? number"},
		{"p 1,500", "? number"},
		{"p 1.500", "? number"},
		{"p 99999999999999999", "? number"},
		{"p 15 20", "? two dates"},
		{"p 15 v", "? two dates"},
		{"p v l", "? two dates"},
		{"p 3 j", "? two dates"},
		{"p m t", "? two amounts"},
		{"p m 1500", "? two amounts"},
		{"p 1500 2000", "? two amounts"},
		{"p 30% m", "? two amounts"},
		{"p 31/11", "? no such day"},
		{"p 15/13", "? no such day"},
		{"p 0/5", "? no such day"},
		{"p 15/", "? no such day"},
		{"p 115/12", "? no such day"},
		{"p 15/12/3026", "? no such day"},
		{"p 15/10", "? past"},
		{"p 23/11", "? past"},
		{"p 22/11/26", "? past"},
		{"p aj", "? past"},
		{"p +0", "? past"},
		{"p 0j", "? past"},
		{"p 0s", "? past"},
		{"p q", "? token"},
		{"p vx", "? token"},
		{"p +", "? token"},
		{"p m e", "? token"},
		{"p ,", "? token"},
		{"p €", "? token"},
		{"p 9h", "? token"},
		{"p 50000", "? above"},
		{"p 0 500", "? two amounts"},
	})
}

// Every day of the month: the next such day strictly after Monday 23 November,
// moved off weekends; the 31st is November's last day.
func TestFrenchDayNumbers(t *testing.T) {
	check(t, desk(), French, []lineCase{
		{"p 1", "promise 17753 1/12" + both}, {"p 2", "promise 17753 2/12" + both}, {"p 3", "promise 17753 3/12" + both},
		{"p 4", "promise 17753 4/12" + both}, {"p 5", "promise 17753 7/12<5/12" + both}, {"p 6", "promise 17753 7/12<6/12" + both},
		{"p 7", "promise 17753 7/12" + both}, {"p 8", "promise 17753 8/12" + both}, {"p 9", "promise 17753 9/12" + both},
		{"p 10", "promise 17753 10/12" + both}, {"p 11", "promise 17753 11/12" + both}, {"p 12", "promise 17753 14/12<12/12" + both},
		{"p 13", "promise 17753 14/12<13/12" + both}, {"p 14", "promise 17753 14/12" + both}, {"p 15", "promise 17753 15/12" + both},
		{"p 19", "promise 17753 21/12<19/12" + both}, {"p 20", "promise 17753 21/12<20/12" + both}, {"p 22", "promise 17753 22/12" + both},
		{"p 23", "promise 17753 23/12" + both}, {"p 24", "promise 17753 24/11" + both}, {"p 25", "promise 17753 25/11" + both},
		{"p 27", "promise 17753 27/11" + both}, {"p 28", "promise 17753 30/11<28/11" + both}, {"p 29", "promise 17753 30/11<29/11" + both},
		{"p 30", "promise 17753 30/11" + both}, {"p 31", "promise 17753 30/11" + both}, {"p 05", "promise 17753 7/12<5/12" + both},
	})
}

func TestFrenchThousands(t *testing.T) {
	check(t, desk(), French, []lineCase{
		{"p 1 500", "? thousands"},
		{"p 1\u00a0500", "? thousands"},
		{"p 1\u202f500", "? thousands"},
		{"p 1  500", "? thousands"},
		{"p 12 450", "? thousands"},
		{"p 1 500,50", "? thousands"},
		{"p 12 450 v", "promise 12450 27/11 F1=12450"},
		{"p v 12 450", "promise 12450 27/11 F1=12450"},
		{"p 12\u202f450,00 v", "promise 12450 27/11 F1=12450"},
		{"p 1 500 15", "promise 1500 15/12 F1=1500"},
		{"p 15 1 500", "promise 1500 15/12 F1=1500"},
		{"p 1 500 15/12", "promise 1500 15/12 F1=1500"},
		{"p 500 1", "promise 500 1/12 F1=500"},
		{"p 45 300", "? above"},
		{"p 32 000 v", "? above"},
		{"p 100 v", "promise 100 27/11 F1=100"},
		{"p 1500 500", "? two amounts"},
		{"p 10 000 m", "? two amounts"},
		{"b 1 500", "? thousands"},
		{"b 1 500 12/11", "receipt 1500 12/11 F1=1500"},
		{"l p 1 500", "dispute p F1=1500"},
		{"l p 1 500,25", "dispute p F1=1500.25"},
		{"e 1 500", "? thousands"},
		{"e 6 150", "? thousands"},
		{"p 12 450 000 v", "? above"},
		{"p 1 000 000 000 000 000 000 000 v", "? number"},
	})
	r := Read("p 1 500", desk(), French)
	q := r.Question
	if q.Text != "1 500" || q.Number != 1 || q.Amount != money.Of(150000, money.EUR) || q.Other != money.Of(50000, money.EUR) {
		t.Errorf("question %+v", q)
	}
}

func TestFrenchPlans(t *testing.T) {
	check(t, desk(), French, []lineCase{
		{"e", "plan 3 months from 23/12" + both},
		{"e 6", "plan 6 months from 23/12" + both},
		{"e6", "plan 6 months from 23/12" + both},
		{"e 1", "plan 1 months from 23/12" + both},
		{"e 60", "plan 60 months from 23/12" + both},
		{"e 6 15", "plan 6 months day 15 from 15/12" + both},
		{"e 6 31", "plan 6 months day 31 from 31/12" + both},
		{"e 6 5", "plan 6 months day 5 from 7/12<5/12" + both},
		{"e 1500", "plan 12 months monthly 1500 from 23/12" + both},
		{"e 80,", "? instalments"},
		{"e 6 a1000", "plan 6 months down 1000 from 23/12" + both},
		{"e6a1000", "plan 6 months down 1000 from 23/12" + both},
		{"e a1000 6", "plan 6 months down 1000 from 23/12" + both},
		{"e a 1000", "plan 3 months down 1000 from 23/12" + both},
		{"e 4 a50", "plan 4 months down 50 from 23/12" + both},
		{"e 6 15 a500,50", "plan 6 months day 15 down 500.50 from 15/12" + both},
		{"e 6 2000", "plan 6 months monthly 2000 from 23/12" + both},
		{"e 6 4000", "? above"},
		{"e 6 15/12", "plan 6 months from 15/12" + both},
		{"e 6 s", "plan 6 months from 30/11<28/11" + both},
		{"e 61", "? day or amount"},
		{"e 99", "? day or amount"},
		{"e 0", "? instalments"},
		{"e 6 45", "? day of month"},
		{"e 6 15 20", "? two dates"},
		{"e 6 a", "? amount"},
		{"e a v", "? amount"},
		{"e a1000 a500", "? two amounts"},
		{"e 2000 3000", "? two amounts"},
		{"e a20000", "? above"},
		{"e m", "? token"},
		{"e 30%", "? token"},
		{"e x", "? token"},
		{"e 15/10", "? past"},
	})
}

func TestFrenchDisputes(t *testing.T) {
	check(t, desk(), French, []lineCase{
		{"l b", "dispute b F1=12450"},
		{"lb", "dispute b F1=12450"},
		{"l p", "dispute p F1=12450"},
		{"l q", "dispute q F1=12450"},
		{"l l", "dispute l F1=12450"},
		{"ll", "dispute l F1=12450"},
		{"l r", "dispute r F1=12450"},
		{"l d", "dispute d F1=12450"},
		{"l f", "dispute f F1=12450"},
		{"l a", "dispute a F1=12450"},
		{"l v", "dispute v F1=12450"},
		{"l g", "dispute g F1=12450"},
		{"l e", "dispute e F1=12450"},
		{"l x", "dispute x F1=12450"},
		{"l p 320", "dispute p F1=320"},
		{"lp 320", "dispute p F1=320"},
		{"lp320", "dispute p F1=320"},
		{"l 320 p", "dispute p F1=320"},
		{"l p 15", "dispute p F1=15"},
		{"l p 45", "dispute p F1=45"},
		{"l p 80,50", "dispute p F1=80.50"},
		{"l p m", "dispute p F1=6225"},
		{"l p t", "dispute p F1=4150"},
		{"l p 10%", "dispute p F1=1245"},
		{"l", "? reason"},
		{"l 320", "? reason"},
		{"l b p", "? two letters"},
		{"l p 320 15", "? two amounts"},
		{"l p 12451", "? above"},
		{"l p 0", "? zero"},
		{"l z", "? token"},
		{"l p 15/12", "? token"},
	})
	current := with(func(f *act.Facts) { f.Current = 1 })
	check(t, current, French, []lineCase{{"l b", "dispute b F2=5303"}, {"l p 6000", "? above"}})
	early := with(func(f *act.Facts) { f.Current = 2 })
	check(t, early, French, []lineCase{{"l f", "dispute f F3=8176"}})
	ticked := with(func(f *act.Facts) { f.Items[1].Ticked, f.Items[2].Ticked = true, true })
	check(t, ticked, French, []lineCase{{"l d", "dispute d F2=5303 F3=8176"}, {"l p 6000", "dispute p F2=5303 F3=697"}})
	contested := with(func(f *act.Facts) { f.Current = 0; f.Items[0].Disputed = 1245000 })
	check(t, contested, French, []lineCase{{"l b", "? nothing open"}})
	none := with(func(f *act.Facts) { f.Items = nil; f.Collectible = 0 })
	check(t, none, French, []lineCase{{"l b", "? nothing open"}})
}

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
		{"p v", "promise 5303 27/11 F2=5303"}, {"p m v", "promise 2651.50 27/11 F2=2651.50"}, {"p 6000", "? above"},
		{"e 6", "plan 6 months from 23/12 F2=5303"}, {"b", "receipt 5303 23/11 F2=5303"}, {"b 6000", "receipt 6000 23/11 F2=5303"},
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
		{"e 6", "? nothing due"},
	})
	one := promised
	one.Targets = []act.Target{one.Targets[0]}
	one.Targets[0].Selected = true
	check(t, one, French, []lineCase{{"p v", "promise 5303 27/11 F1=5303 instead of 1"}})

	nothing := with(func(f *act.Facts) {
		f.Collectible = 0
		f.Items = f.Items[2:]
	})
	check(t, nothing, French, []lineCase{
		{"p v", "? nothing due"}, {"p m v", "? nothing due"}, {"p 500 v", "promise 500 27/11 F3=500"},
		{"a v", "? nothing due"}, {"e", "? nothing due"}, {"l f", "dispute f F3=8176"},
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
