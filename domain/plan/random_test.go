package plan

import (
	"math/rand/v2"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// flat charges one yearly rate from the due date on and a fee for some items.
type flat struct {
	due []calendar.Date
	ppm int64
	fee []int64
}

func (f *flat) Weight(i int, day calendar.Date) (Weight, error) {
	return Weight{PPMDays: f.ppm * int64(max(day.Sub(f.due[i]), 0)), Provisional: day > 739_000}, nil
}

func (f *flat) Openings(int) []Opening { return nil }

func (f *flat) Fee(i int, _ calendar.Date) (int64, error) { return f.fee[i], nil }

type draw struct{ *rand.Rand }

func (r draw) chance(percent int) bool { return r.IntN(100) < percent }

func (r draw) amount() int64 {
	switch r.IntN(10) {
	case 0:
		return 1 + r.Int64N(20)
	case 1:
		return 1 + r.Int64N(100_000_000_00)
	}
	return 100 + r.Int64N(20_000_00)
}

// input draws what a plan is drawn over.
func (r draw) input() Input {
	in := Input{
		Today: 738_000 + calendar.Date(r.IntN(2500)), Currency: money.EUR, Order: Order(r.IntN(int(OrderCount))),
		Zone: calendar.Zone(r.IntN(4)), Interest: journal.ChargeMode(r.IntN(int(journal.ChargeModeCount))),
		Fees: journal.ChargeMode(r.IntN(int(journal.ChargeModeCount))), Clause: journal.Clause{Notice: uint8(r.IntN(20))},
	}
	f := &flat{ppm: 20_000 + r.Int64N(150_000)}
	for i := range 1 + r.IntN(8) {
		due := in.Today - 400 + calendar.Date(r.IntN(450))
		in.Items = append(in.Items, Debt{journal.Part{Item: ledger.ItemKey{Number: "F", Ordinal: uint16(i), Date: due - 30}, Amount: r.amount()}, due})
		f.due = append(f.due, due)
		f.fee = append(f.fee, int64(r.IntN(2))*40_00)
	}
	if r.chance(50) {
		in.Charger = f
	}
	return in
}

// terms draws terms that mostly do.
func (r draw) terms(in *Input) journal.PlanTerms {
	var total int64
	for _, d := range in.Items {
		total += d.Amount
	}
	t := journal.PlanTerms{
		By: journal.PlanBy(r.IntN(int(journal.PlanByCount))), Every: journal.Every(r.IntN(int(journal.EveryCount))), Roll: journal.Rolling(r.IntN(int(journal.RollingCount))),
	}
	lines := 1 + r.IntN(18)
	if r.chance(5) {
		lines = 1 + r.IntN(130)
	}
	switch t.By {
	case journal.ByAmount:
		t.Amount = total/int64(lines) + r.Int64N(100) + 1
		if r.chance(10) {
			t.Count = uint16(1 + r.IntN(12))
		}
	case journal.ByCapacity:
		t.Amount = total/int64(lines)*[]int64{1, 2, 4, 1}[t.Every] + 60_00 + r.Int64N(1000)
	case journal.ByEnd:
		t.Until = in.Today + 100 + calendar.Date(r.IntN(700))
	default:
		t.Count = uint16(lines)
	}
	if r.chance(50) {
		t.First = in.Today + calendar.Date(r.IntN(90))
	}
	if r.chance(50) {
		t.Day = uint8(r.IntN(33))
	}
	if r.chance(25) {
		t.Down = 1 + r.Int64N(total)/3
		if r.chance(30) {
			t.DownOn = in.Today + calendar.Date(r.IntN(10))
		}
	}
	if r.chance(20) {
		t.Grace = uint8(r.IntN(7))
	}
	if r.chance(20) {
		t.Last = 1 + r.Int64N(total)/4
	}
	if r.chance(25) {
		for m := range t.Season {
			t.Season[m] = []uint8{0, 0, 1, 51, 151}[r.IntN(5)]
		}
	}
	return t
}

// edit draws one edit.
func (r draw) edit(s Sheet, in *Input) (Sheet, error) {
	line := r.IntN(s.Len() + 1)
	switch r.IntN(13) {
	case 0, 1:
		return s.SetAmount(line, s.Line(line).Principal*int64(r.IntN(250))/100+r.Int64N(3))
	case 2:
		return s.SetDate(line, s.Line(line).Due-10+calendar.Date(r.IntN(30)))
	case 3:
		return s.Pin(line, journal.Pin(r.IntN(4)))
	case 4:
		return s.Unpin(line, journal.Pin(r.IntN(4)))
	case 5:
		return s.InsertAfter(line-1, 0, r.Int64N(2)*r.Int64N(500_00))
	case 6:
		return s.Remove(line)
	case 7:
		return s.MoveItem(r.IntN(len(in.Items)), r.IntN(3)-1)
	case 8:
		return s.SetCharges(journal.ChargeMode(r.IntN(4)), journal.ChargeMode(r.IntN(4)))
	case 9:
		return s.Arrange(Order(r.IntN(3)))
	case 10:
		return s.SetTotal(line, s.Line(line).Amount()*int64(50+r.IntN(100))/100)
	case 11:
		t := s.Terms()
		t.Every, t.Day, t.Roll = journal.Every(r.IntN(4)), uint8(r.IntN(33)), journal.Rolling(r.IntN(4))
		return s.SetTerms(t)
	}
	return s.SetTerms(r.terms(in))
}
