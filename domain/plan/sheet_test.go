package plan

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/journal"
)

func sheet(t *testing.T, in Input, terms journal.PlanTerms) Sheet {
	t.Helper()
	s, err := NewSheet(in, terms)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// done gives the sheet after an edit that must do.
func done(t *testing.T) func(Sheet, error) Sheet {
	return func(s Sheet, err error) Sheet {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
}

func expect(t *testing.T, s Sheet, want ...string) {
	t.Helper()
	if got := lines(s.Draft()); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func refused(t *testing.T, err error, want Error) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || *e != want {
		t.Errorf("got %v, want %v", err, &want)
	}
}

func fourMonths(t *testing.T) Sheet {
	return sheet(t, over("2026-11-23", 1000_00), journal.PlanTerms{Count: 4, First: d("2026-12-01")})
}

func TestSetAmount(t *testing.T) {
	do := done(t)
	s := do(fourMonths(t).SetAmount(1, 100_00))
	expect(t, s, "2026-12-01 300.00", "2027-01-04 (2027-01-01) 100.00", "2027-02-01 300.00", "2027-03-01 300.00")
	s = do(s.SetAmount(0, 400_00))
	expect(t, s, "2026-12-01 400.00", "2027-01-04 (2027-01-01) 100.00", "2027-02-01 250.00", "2027-03-01 250.00")
	s = do(s.Unpin(1, journal.PinAmount))
	expect(t, s, "2026-12-01 400.00", "2027-01-04 (2027-01-01) 200.00", "2027-02-01 200.00", "2027-03-01 200.00")
	back, _ := s.Undo()
	expect(t, back, "2026-12-01 400.00", "2027-01-04 (2027-01-01) 100.00", "2027-02-01 250.00", "2027-03-01 250.00")
	_, err := s.SetAmount(4, 1)
	refused(t, err, Error{Code: NoSuchLine})
	_, err = s.SetAmount(0, 0)
	refused(t, err, Error{Code: NotPositive})
}

// A plan by amount gets longer or shorter, its amount stays.
func TestSetAmountOfAPlanByAmount(t *testing.T) {
	do := done(t)
	s := sheet(t, over("2026-11-23", 1000_00), journal.PlanTerms{By: journal.ByAmount, Amount: 250_00, First: d("2026-12-01")})
	s = do(s.SetAmount(1, 500_00))
	expect(t, s, "2026-12-01 250.00", "2027-01-04 (2027-01-01) 500.00", "2027-02-01 250.00")
	s = do(s.SetAmount(1, 100_00))
	expect(t, s, "2026-12-01 250.00", "2027-01-04 (2027-01-01) 100.00", "2027-02-01 250.00", "2027-03-01 250.00", "2027-04-01 150.00")
	s = do(s.Remove(4)) // the rest goes with the line before
	expect(t, s, "2026-12-01 250.00", "2027-01-04 (2027-01-01) 100.00", "2027-02-01 250.00", "2027-03-01 400.00")
	s = do(s.Remove(2)) // that month is left out
	expect(t, s, "2026-12-01 250.00", "2027-01-04 (2027-01-01) 100.00", "2027-03-01 250.00", "2027-04-01 400.00")
}

func TestUnbalanced(t *testing.T) {
	do := done(t)
	s := do(fourMonths(t).SetAmount(0, 998_00))
	refusedSheet := func(want Error, difference int64) {
		t.Helper()
		refused(t, s.Err(), want)
		if _, err := s.Plan(); err == nil || s.Difference() != difference {
			t.Errorf("saved, or a difference of %d", s.Difference())
		}
	}
	if s.Err() != nil || s.Line(3).Principal != 68 {
		t.Errorf("%v, %v", s.Err(), lines(s.Draft()))
	}
	s = do(s.SetAmount(0, 999_98))
	refusedSheet(Error{Code: PinnedTooHigh, Limit: 999_97}, 2)
	s = do(s.SetAmount(0, 1200_00))
	refusedSheet(Error{Code: PinnedTooHigh, Limit: 999_97}, -200_00)
	s = do(fourMonths(t).SetAmount(3, 100_00))
	for i := range 3 {
		s = do(s.SetAmount(i, 200_00))
	}
	refusedSheet(Error{Code: Unbalanced, Limit: 300_00}, 300_00)
	s = do(s.InsertAfter(3, 0, 0))
	if s.Err() != nil || s.Line(4).Principal != 300_00 || s.Terms().Count != 5 {
		t.Errorf("a line for the rest: %v", lines(s.Draft()))
	}
	_, err := s.SetAmount(0, 2000_01)
	refused(t, err, Error{Code: PinnedTooHigh, Limit: 1000_00})
}

func TestSetDate(t *testing.T) {
	do := done(t)
	s := do(fourMonths(t).SetDate(1, d("2027-01-10")))
	expect(t, s, "2026-12-01 250.00", "2027-01-10 250.00", "2027-02-01 250.00", "2027-03-01 250.00")
	_, err := s.SetDate(1, d("2027-02-01"))
	refused(t, err, Error{Code: OutOfOrder, On: d("2027-02-01")})
	_, err = s.SetDate(1, d("2026-12-01"))
	refused(t, err, Error{Code: OutOfOrder, On: d("2026-12-01")})
	_, err = s.SetDate(0, d("2026-11-22"))
	refused(t, err, Error{Code: FirstTooEarly})
	terms := s.Terms()
	terms.Day = 20
	s = do(s.SetTerms(terms)) // the line fixed stays, the others follow
	expect(t, s, "2026-12-01 250.00", "2027-01-10 250.00", "2027-02-22 (2027-02-20) 250.00", "2027-03-22 (2027-03-20) 250.00")
	s = do(s.Unpin(1, journal.PinDate))
	expect(t, s, "2026-12-01 250.00", "2027-01-20 250.00", "2027-02-22 (2027-02-20) 250.00", "2027-03-22 (2027-03-20) 250.00")
}

func TestSetTermsKeepsWhatIsFixed(t *testing.T) {
	do := done(t)
	s := do(fourMonths(t).SetAmount(3, 400_00))
	terms := s.Terms()
	terms.Count = 2
	s = do(s.SetTerms(terms))
	expect(t, s, "2026-12-01 600.00", "2027-01-04 (2027-01-01) 400.00")
	terms.Count, terms.Down, terms.DownOn = 3, 300_00, d("2026-11-24")
	s = do(s.SetTerms(terms))
	expect(t, s, "2026-11-24 300.00", "2026-12-01 150.00", "2027-01-04 (2027-01-01) 400.00", "2027-02-01 150.00")
	s = do(s.SetAmount(0, 200_00))
	if s.Terms().Down != 200_00 {
		t.Errorf("the down payment is the terms': %d", s.Terms().Down)
	}
	s = do(s.SetDate(0, d("2026-11-25")))
	s = do(s.Remove(0))
	expect(t, s, "2026-12-01 300.00", "2027-01-04 (2027-01-01) 400.00", "2027-02-01 300.00")
}

func TestByHandKeepsTheLines(t *testing.T) {
	do := done(t)
	s := sheet(t, over("2026-11-23", 1000_00), journal.PlanTerms{By: journal.ByAmount, Amount: 400_00, First: d("2026-12-01")})
	terms := s.Terms()
	terms.By = journal.ByHand
	s = do(s.SetTerms(terms))
	expect(t, s, "2026-12-01 400.00", "2027-01-04 (2027-01-01) 400.00", "2027-02-01 200.00")
	s = do(s.SetAmount(0, 100_00))
	expect(t, s, "2026-12-01 100.00", "2027-01-04 (2027-01-01) 400.00", "2027-02-01 500.00")
	s = do(s.InsertAfter(0, 0, 50_00))
	expect(t, s, "2026-12-01 100.00", "2026-12-18 50.00", "2027-01-04 (2027-01-01) 400.00", "2027-02-01 450.00")
}

func TestInsertAndRemove(t *testing.T) {
	do := done(t)
	s := do(fourMonths(t).InsertAfter(3, 0, 0))
	expect(t, s, "2026-12-01 200.00", "2027-01-04 (2027-01-01) 200.00", "2027-02-01 200.00", "2027-03-01 200.00", "2027-04-01 200.00")
	s = do(s.InsertAfter(-1, d("2026-11-27"), 100_00))
	expect(t, s, "2026-11-27 100.00", "2026-12-01 180.00", "2027-01-04 (2027-01-01) 180.00", "2027-02-01 180.00", "2027-03-01 180.00", "2027-04-01 180.00")
	for s.Len() > 1 {
		s = do(s.Remove(0))
	}
	expect(t, s, "2027-04-01 1000.00")
	_, err := s.Remove(0)
	refused(t, err, Error{Code: OnlyLine})
	for s.CanUndo() {
		s, _ = s.Undo()
	}
	expect(t, s, lines(fourMonths(t).Draft())...)
	for s.CanRedo() {
		s, _ = s.Redo()
	}
	expect(t, s, "2027-04-01 1000.00")
	byAmount := sheet(t, over("2026-11-23", 1000_00), journal.PlanTerms{By: journal.ByAmount, Amount: 400_00})
	_, err = byAmount.InsertAfter(2, 0, 0)
	refused(t, err, Error{Code: NothingLeft})
}

// What a debtor can pay stays the bound around a line that was fixed, charges
// included; the total of a line can be fixed too.
func TestCapacityAroundAFixedLine(t *testing.T) {
	do := done(t)
	in := over("2026-11-23", 1000_00)
	in.Items[0].Due = d("2026-11-01")
	in.Charger, in.Interest, in.Fees = &flat{due: []calendar.Date{d("2026-11-01")}, ppm: 120_000, fee: []int64{40_00}}, journal.ChargesAsked, journal.ChargesAsked
	s := sheet(t, in, journal.PlanTerms{By: journal.ByCapacity, Amount: 400_00, First: d("2026-12-01")})
	// 40.00 of indemnity, and 30 days at 12 % of 356.48 are 3.516…
	if l := s.Line(0); l.Fee != 40_00 || l.Principal != 356_48 || l.Interest != 3_52 {
		t.Errorf("%+v", l)
	}
	s = do(s.SetTotal(0, 200_00))
	if l := s.Line(0); l.Amount() != 200_00 || l.Principal != 158_44 {
		t.Errorf("%+v", l)
	}
	for i := range s.Len() {
		if s.Line(i).Amount() > 400_00 {
			t.Errorf("line %d asks %d", i, s.Line(i).Amount())
		}
	}
	if s.Len() != 4 || s.Err() != nil {
		t.Errorf("%v", lines(s.Draft()))
	}
	s = do(s.SetCharges(journal.ChargesWaived, journal.ChargesWaived))
	if p := s.Draft(); p.Charged == 0 || p.ChargedFee != 40_00 || p.ChargedTo != in.Today || p.Instalments[1].Principal != 400_00 {
		t.Errorf("%+v", p)
	}
}

// A draft taken up another day keeps its dates when its number changes.
func TestReopenedAnotherDay(t *testing.T) {
	do := done(t)
	p, err := sheet(t, over("2026-11-30", 300_00), journal.PlanTerms{Count: 3, Roll: journal.RollNone}).Plan()
	if err != nil {
		t.Fatal(err)
	}
	s, err := Reopen(over("2026-12-03", 300_00), p)
	if err != nil {
		t.Fatal(err)
	}
	terms := s.Terms()
	terms.Count = 4
	expect(t, do(s.SetTerms(terms)), "2026-12-30 75.00", "2027-01-30 75.00", "2027-02-28 75.00", "2027-03-30 75.00")
}

// A plan saved before there were terms can be taken up.
func TestReopenWithoutTerms(t *testing.T) {
	for _, terms := range []journal.PlanTerms{
		{Count: 7, Day: 15},
		{By: journal.ByAmount, Amount: 300_00},
		{Count: 3, Down: 400_00},
	} {
		p, err := Draw(debtsOf(d("2026-11-23"), parts(1000_00)), terms)
		if err != nil {
			t.Fatal(err)
		}
		p.Terms = journal.PlanTerms{}
		for i := range p.Instalments {
			p.Instalments[i].Asked = 0
		}
		s, err := Reopen(over("2026-11-23", 1000_00), p)
		if err != nil || !slices.Equal(s.Draft().Instalments, p.Instalments) {
			t.Fatalf("%v %v", err, s.Draft())
		}
		again, err := s.SetTerms(s.Terms())
		if err != nil || again.Len() != s.Len() || again.Line(0).Principal != s.Line(0).Principal {
			t.Errorf("%+v: %v\n%v\n%v", terms, err, lines(p), lines(again.Draft()))
		}
	}
}

func TestRefit(t *testing.T) {
	do := done(t)
	s := do(fourMonths(t).SetAmount(0, 100_00))
	s = do(s.Refit(over("2026-11-23", 700_00, 60_00)))
	expect(t, s, "2026-12-01 100.00", "2027-01-04 (2027-01-01) 220.00", "2027-02-01 220.00", "2027-03-01 220.00")
	if len(s.Draft().Items) != 2 || s.Debt() != 760_00 {
		t.Errorf("%+v", s.Draft().Items)
	}
	_, err := s.Refit(over("2026-11-23"))
	refused(t, err, Error{Code: NothingToPay})
}

// Undo takes back any number of edits, one by one, and redo does them again.
func TestUndoAnyDepth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := over("2026-11-23", rapid.SliceOfN(rapid.Int64Range(1, 1_000_000), 1, 4).Draw(t, "items")...)
		s, err := NewSheet(in, journal.PlanTerms{Count: 5})
		if err != nil {
			return
		}
		versions := []*state{s.now.clone()}
		for range rapid.IntRange(1, 12).Draw(t, "edits") {
			line := rapid.IntRange(0, s.Len()-1).Draw(t, "line")
			var next Sheet
			switch rapid.IntRange(0, 4).Draw(t, "what") {
			case 0:
				next, err = s.SetAmount(line, rapid.Int64Range(1, 1_000_000).Draw(t, "amount"))
			case 1:
				next, err = s.SetDate(line, s.Line(line).Due.AddDays(rapid.IntRange(-20, 20).Draw(t, "days")))
			case 2:
				next, err = s.InsertAfter(line, 0, 0)
			case 3:
				next, err = s.Remove(line)
			default:
				next, err = s.Unpin(line, journal.PinAmount|journal.PinDate)
			}
			if err != nil {
				continue
			}
			if err := sound(next, &in); err != nil {
				t.Fatal(err)
			}
			s, versions = next, append(versions, next.now.clone())
		}
		for i := len(versions) - 1; ; i-- {
			if !alike(s.now, versions[i]) {
				t.Fatalf("version %d", i)
			}
			back, ok := s.Undo()
			if !ok {
				if i != 0 {
					t.Fatalf("%d versions lost", i)
				}
				break
			}
			s = back
		}
		for i := range versions {
			if !alike(s.now, versions[i]) {
				t.Fatalf("version %d done again", i)
			}
			s, _ = s.Redo()
		}
	})
}
