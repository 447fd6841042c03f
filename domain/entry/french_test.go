package entry

import (
	"testing"

	"relance/domain/act"
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
		{"p 0 500", "? zero"},
	})
}

// Every day of the month: the next such day strictly after Monday 23 November,
// moved off weekends; the 31st is November's last day.
func TestFrenchDayNumbers(t *testing.T) {
	check(t, desk(), French, []lineCase{
		{"p 1", "promise 17753 1/12" + both},
		{"p 2", "promise 17753 2/12" + both},
		{"p 3", "promise 17753 3/12" + both},
		{"p 4", "promise 17753 4/12" + both},
		{"p 5", "promise 17753 7/12<5/12" + both},
		{"p 6", "promise 17753 7/12<6/12" + both},
		{"p 7", "promise 17753 7/12" + both},
		{"p 8", "promise 17753 8/12" + both},
		{"p 9", "promise 17753 9/12" + both},
		{"p 10", "promise 17753 10/12" + both},
		{"p 11", "promise 17753 11/12" + both},
		{"p 12", "promise 17753 14/12<12/12" + both},
		{"p 13", "promise 17753 14/12<13/12" + both},
		{"p 14", "promise 17753 14/12" + both},
		{"p 15", "promise 17753 15/12" + both},
		{"p 19", "promise 17753 21/12<19/12" + both},
		{"p 20", "promise 17753 21/12<20/12" + both},
		{"p 22", "promise 17753 22/12" + both},
		{"p 23", "promise 17753 23/12" + both},
		{"p 24", "promise 17753 24/11" + both},
		{"p 25", "promise 17753 25/11" + both},
		{"p 27", "promise 17753 27/11" + both},
		{"p 28", "promise 17753 30/11<28/11" + both},
		{"p 29", "promise 17753 30/11<29/11" + both},
		{"p 30", "promise 17753 30/11" + both},
		{"p 31", "promise 17753 30/11" + both},
		{"p 05", "promise 17753 7/12<5/12" + both},
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
