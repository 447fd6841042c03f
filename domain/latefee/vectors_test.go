package latefee

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
)

func day(s string) calendar.Date {
	d, err := calendar.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// invoice is a claim dated thirty days before it is due.
func invoice(due string, amount int64, moves ...Movement) Claim {
	d := day(due)
	return Claim{
		Item: ledger.ItemKey{Date: d - 30, Number: "F1"}, Number: "F1", Due: d,
		Amount: amount, Currency: money.EUR, Kind: ledger.Invoice, Movements: moves,
	}
}

func one(t *testing.T, terms Terms, c Claim, upTo string) (Line, Statement) {
	t.Helper()
	s, err := Compute(Shipped(), terms, []Claim{c}, day(upTo))
	if err != nil {
		t.Fatal(err)
	}
	return s.Lines[0], s
}

// The worked example of a delay over two changes of the rate.
func TestDelayOverThreeHalfYears(t *testing.T) {
	l, s := one(t, Terms{}, invoice("2025-05-31", 12_000_00), "2026-02-15")
	want := []struct {
		from, to string
		days     int
		ppm      int64
		milli    int64 // interest in thousandths of a cent
	}{
		{"2025-06-01", "2025-06-30", 30, 131_500, 12_969_863},
		{"2025-07-01", "2025-12-31", 184, 121_500, 73_499_178},
		{"2026-01-01", "2026-02-15", 46, 121_500, 18_374_795},
	}
	if len(l.Segments) != len(want) {
		t.Fatalf("segments %+v", l.Segments)
	}
	for i, w := range want {
		g := l.Segments[i]
		if g.From != day(w.from) || g.To != day(w.to) || g.Days != w.days || g.PPM != w.ppm || g.Base != 12_000_00 ||
			g.Basis != FRDefault || g.Rate.PPM != w.ppm || g.Rate.Source == "" {
			t.Errorf("segment %d is %+v", i, g)
		}
		thousandfold := Exact{}
		for range 1000 {
			thousandfold = thousandfold.Add(g.Exact)
		}
		if got := thousandfold.Round(); got != w.milli {
			t.Errorf("segment %d bears %d thousandths, not %d", i, got, w.milli)
		}
	}
	if l.Interest != 1_048_44 || l.Fee != 40_00 || s.Total != 1_088_44 || s.Provisional {
		t.Errorf("interest %d, fee %d, total %d", l.Interest, l.Fee, s.Total)
	}
	if l.InterestReason != Due || l.FeeReason != Due {
		t.Error(l.InterestReason.Key(), l.FeeReason.Key())
	}
}

// Forty-five days at 12.15 % and the imputation of a part payment, interest first.
func TestPartPayment(t *testing.T) {
	c := invoice("2026-01-31", 10_000_00)
	if l, _ := one(t, Terms{}, c, "2026-03-17"); l.Interest != 149_79 || l.Segments[0].Days != 45 {
		t.Errorf("45 days bear %d", l.Interest)
	}
	payments := []Movement{{On: day("2026-03-17"), Amount: 4_000_00}, {On: day("2026-04-30"), Amount: 0}}
	for _, v := range []struct {
		name   string
		waived bool
		order  Order
		want   []Imputed
	}{
		{"interest only", true, InterestFirst, []Imputed{
			{On: day("2026-03-17"), Paid: 4_000_00, Interest: 149_79, Principal: 3_850_21, PrincipalLeft: 6_149_79},
			{On: day("2026-04-30"), InterestLeft: 90_07, PrincipalLeft: 6_149_79},
		}},
		{"and the indemnity", false, InterestFirst, []Imputed{
			{On: day("2026-03-17"), Paid: 4_000_00, Interest: 149_79, Fee: 40_00, Principal: 3_810_21, PrincipalLeft: 6_189_79},
			{On: day("2026-04-30"), InterestLeft: 90_66, PrincipalLeft: 6_189_79},
		}},
		{"principal first", false, PrincipalFirst, []Imputed{
			{On: day("2026-03-17"), Paid: 4_000_00, Principal: 4_000_00, PrincipalLeft: 6_000_00, InterestLeft: 149_79, FeeLeft: 40_00},
			{On: day("2026-04-30"), InterestLeft: 237_67, FeeLeft: 40_00, PrincipalLeft: 6_000_00},
		}},
	} {
		c.FeeWaived = v.waived
		got, err := Impute(Shipped(), Terms{}, c, payments, v.order)
		if err != nil || !reflect.DeepEqual(got, v.want) {
			t.Errorf("%s: %+v, %v", v.name, got, err)
		}
	}
	// the same by way of the statement: what is open falls on the day after the payment
	c.FeeWaived = false
	c.Movements = payments[:1]
	if l, _ := one(t, Terms{}, c, "2026-04-30"); l.Interest != 237_67 || len(l.Segments) != 2 || l.Segments[1].From != day("2026-03-18") {
		t.Errorf("principal first: %+v", l)
	}
	a, err := Accrue(Shipped(), Terms{}, c, 6_149_79, day("2026-03-17"), day("2026-04-30"))
	if err != nil || a.Exact.Round() != 90_07 {
		t.Errorf("44 days on the rest bear %d, %v", a.Exact.Round(), err)
	}
}

// An overpaid part settles interest to the cent and leaves no trace of it.
func TestPaymentsInPieces(t *testing.T) {
	c := invoice("2026-01-31", 10_000_00)
	got, err := Impute(Shipped(), Terms{}, c, []Movement{
		{On: day("2026-03-20"), Amount: 20_000_00}, {On: day("2026-03-17"), Amount: 100_00}, {On: day("2026-03-17"), Amount: 60_00}, {On: day("2026-01-15"), Amount: 1_00},
	}, InterestFirst)
	if err != nil {
		t.Fatal(err)
	}
	want := []Imputed{
		{On: day("2026-01-15"), Paid: 1_00, Principal: 1_00, PrincipalLeft: 9_999_00},
		{On: day("2026-03-17"), Paid: 100_00, Interest: 100_00, InterestLeft: 49_78, FeeLeft: 40_00, PrincipalLeft: 9_999_00},
		{On: day("2026-03-17"), Paid: 60_00, Interest: 49_78, Fee: 10_22, FeeLeft: 29_78, PrincipalLeft: 9_999_00},
		{On: day("2026-03-20"), Paid: 20_000_00, Interest: 9_99, Fee: 29_78, Principal: 9_999_00, Surplus: 9_961_23},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

func TestMissingRate(t *testing.T) {
	c := invoice("2026-06-20", 1_000_00)
	s, err := Compute(Shipped(), Terms{}, []Claim{c}, day("2026-07-31"))
	var missing *MissingRate
	if !errors.As(err, &missing) || *missing != (MissingRate{FRDefault, day("2026-07-01"), day("2026-12-31")}) {
		t.Fatalf("%v", err)
	}
	if len(s.Missing) != 1 || s.Lines != nil || s.Total != 0 {
		t.Errorf("%+v", s)
	}
	// several documents without a rate name it alike
	s, err = Compute(Shipped(), Terms{}, []Claim{c, c, c}, day("2026-07-31"))
	if !errors.As(err, &missing) || missing.From != day("2026-07-01") || len(s.Missing) != 1 {
		t.Errorf("%v %+v", err, s.Missing)
	}
	s, err = Compute(Shipped(), Terms{Provisional: true}, []Claim{c}, day("2026-07-31"))
	if err != nil || !s.Provisional || len(s.Missing) != 1 || !s.Lines[0].Segments[1].Provisional || s.Lines[0].Segments[1].PPM != 121_500 {
		t.Errorf("%+v %v", s, err)
	}
	entered := Shipped().With(Rate{Basis: FRDefault, From: day("2026-07-01"), PPM: 124_000, Source: "BCE", EnteredBy: "dupont"})
	s, err = Compute(entered, Terms{}, []Claim{c}, day("2026-07-31"))
	if err != nil || s.Provisional || len(s.Missing) != 0 || s.Lines[0].Segments[1].PPM != 124_000 {
		t.Errorf("%+v %v", s, err)
	}
	// nothing earlier is known: accepting the last known rate does not help
	if _, err = Compute(Shipped(), Terms{Provisional: true}, []Claim{invoice("2008-12-20", 100)}, day("2009-01-31")); !errors.As(err, &missing) ||
		missing.To != day("2008-12-31") {
		t.Error(err)
	}
	if _, err = Accrue(Shipped(), Terms{}, c, 100, c.Due, day("2026-07-01")); !errors.As(err, &missing) {
		t.Error(err)
	}
	// what is waived or not late asks for no rate
	c.InterestWaived = true
	if _, err = Compute(Shipped(), Terms{}, []Claim{c, invoice("2026-08-01", 1)}, day("2026-07-31")); err != nil {
		t.Error(err)
	}
}

func TestContractAndFloor(t *testing.T) {
	terms := Terms{ContractPPM: 145_000}
	l, s := one(t, terms, invoice("2023-11-30", 10_000_00), "2024-09-30")
	if len(l.Segments) != 1 || l.Segments[0].Days != 305 || l.Segments[0].Basis != Contract || l.Interest != 1_211_64 {
		t.Errorf("%+v", l)
	}
	want := []FloorBreach{
		{From: day("2024-01-01"), To: day("2024-06-30"), ContractPPM: 145_000, FloorPPM: 152_100},
		{From: day("2024-07-01"), To: day("2024-12-31"), ContractPPM: 145_000, FloorPPM: 147_600},
	}
	if !reflect.DeepEqual(s.Floor, want) {
		t.Errorf("%+v", s.Floor)
	}
	// a contract needs no table; the floor of a half-year to come is that of the last one known
	_, s = one(t, Terms{ContractPPM: 50_000}, invoice("2026-06-30", 100_00), "2026-07-31")
	if len(s.Floor) != 1 || !s.Floor[0].Provisional || s.Floor[0].FloorPPM != 78_600 || s.Provisional {
		t.Errorf("%+v", s)
	}
	if _, s = one(t, Terms{ContractPPM: 50_000, Country: "BE"}, invoice("2026-01-30", 100_00), "2026-03-31"); len(s.Floor) != 0 {
		t.Errorf("%+v", s.Floor)
	}
}

func TestWhoOwesWhat(t *testing.T) {
	late := invoice("2025-07-31", 1_000_00)
	paid := invoice("2025-07-31", 1_000_00, Movement{On: day("2025-07-31"), Amount: 1_000_00})
	paidLate := invoice("2025-07-31", 1_000_00, Movement{On: day("2025-08-01"), Amount: 1_000_00})
	old := late
	old.Item.Date = day("2013-01-01")
	bill, credit, dollars, waived, after := late, late, late, late, late
	bill.Kind, credit.Kind, credit.Amount = ledger.Bill, ledger.CreditNote, -100_00
	dollars.Currency = money.USD
	waived.InterestWaived, waived.FeeWaived = true, true
	after.Item.Date = day("2025-09-10")
	after.Due = day("2025-09-30")
	for _, v := range []struct {
		name          string
		terms         Terms
		claim         Claim
		upTo          string
		interest, fee int64
		why, whyFee   Reason
	}{
		{"31 days", Terms{}, late, "2025-08-31", 10_32, 40_00, Due, Due},
		{"due day", Terms{}, late, "2025-07-31", 0, 0, NotLate, NotLate},
		{"day after", Terms{}, late, "2025-08-01", 33, 40_00, Due, Due},
		{"paid in time", Terms{}, paid, "2025-08-31", 0, 0, NotLate, NotLate},
		{"paid a day late", Terms{}, paidLate, "2025-08-31", 33, 40_00, Due, Due},
		{"before the decree", Terms{}, old, "2025-08-31", 10_32, 0, Due, BeforeLaw},
		{"bill", Terms{}, bill, "2025-08-31", 10_32, 0, Due, NotInvoice},
		{"credit note", Terms{}, credit, "2025-08-31", 0, 0, NotDebt, NotDebt},
		{"dollars", Terms{}, dollars, "2025-08-31", 10_32, 0, Due, NotEuro},
		{"waived", Terms{}, waived, "2025-08-31", 0, 0, Waived, Waived},
		{"consumer without notice", Terms{Nature: ledger.Consumer, ContractPPM: 200_000}, late, "2025-08-31", 0, 0, NoNotice, ConsumerNone},
		{"consumer, notice on the 10th", Terms{Nature: ledger.Consumer, Notices: []calendar.Date{day("2025-08-10")}}, late, "2025-08-31", 1_59, 0, Due, ConsumerNone},
		{"consumer, notice to come", Terms{Nature: ledger.Consumer, Notices: []calendar.Date{day("2025-09-10")}}, late, "2025-08-31", 0, 0, NoNotice, ConsumerNone},
		{"consumer, notice before the due date", Terms{Nature: ledger.Consumer, Notices: []calendar.Date{day("2025-07-10")}}, late, "2025-08-31", 0, 0, NoNotice, ConsumerNone},
		{"public body", Terms{Nature: ledger.Public, ContractPPM: 1}, late, "2025-08-31", 8_62, 40_00, Due, Due},
		{"judgment", Terms{StopOn: day("2025-08-15")}, late, "2025-08-31", 4_99, 40_00, Stopped, Due},
		{"judgment on the due date", Terms{StopOn: day("2025-07-31")}, late, "2025-08-31", 0, 0, Stopped, InsolvencyNone},
		{"judgment on the day after", Terms{StopOn: day("2025-08-01")}, late, "2025-08-31", 33, 40_00, Stopped, Due},
		{"before the judgment", Terms{StopOn: day("2025-08-15")}, late, "2025-08-10", 3_33, 40_00, Due, Due},
		{"judgment before the due date", Terms{StopOn: day("2025-07-15")}, late, "2025-08-31", 0, 0, Stopped, InsolvencyNone},
		{"invoice after the judgment", Terms{StopOn: day("2025-08-15")}, after, "2025-10-31", 10_32, 40_00, Due, Due},
		{"Belgian business", Terms{Country: "BE"}, late, "2025-08-31", 8_92, 40_00, Due, Due},
		{"Belgian, of before the law", Terms{Country: "BE"}, old, "2025-08-31", 8_92, 0, Due, BeforeLaw},
	} {
		l, s := one(t, v.terms, v.claim, v.upTo)
		if l.Interest != v.interest || l.Fee != v.fee || l.InterestReason != v.why || l.FeeReason != v.whyFee ||
			s.Total != v.interest+v.fee {
			t.Errorf("%s: interest %d (%s), fee %d (%s)", v.name, l.Interest, l.InterestReason.Key(), l.Fee, l.FeeReason.Key())
		}
	}
}

// A public body's rate stays that of the half-year in which interest began.
func TestPublicBodyKeepsItsRate(t *testing.T) {
	terms := Terms{Nature: ledger.Public}
	l, _ := one(t, terms, invoice("2025-06-29", 36_500_00), "2026-12-31")
	if len(l.Segments) != 1 || l.Segments[0].PPM != 111_500 || l.Segments[0].Rate.From != day("2025-01-01") || l.Segments[0].Days != 550 {
		t.Errorf("%+v", l)
	}
	if l, _ = one(t, terms, invoice("2025-06-30", 36_500_00), "2026-12-31"); l.Segments[0].PPM != 101_500 {
		t.Errorf("%+v", l)
	}
}

func TestBelgianConsumer(t *testing.T) {
	due := invoice("2025-07-31", 1_000_00)
	base := Terms{Country: "BE", Nature: ledger.Consumer}
	// Wednesday 20 August by post: the third working day is Monday 25, the 14 days
	// are 25 August to 7 September.
	post := base
	post.Reminders = []calendar.Date{day("2025-08-20")}
	agreed := post
	agreed.ContractPPM = 120_000
	paid, settled := due, due
	paid.Movements = []Movement{{On: day("2025-09-03"), Amount: 600_00}}
	settled.Movements = []Movement{{On: day("2025-09-03"), Amount: 1_000_00}}
	for _, v := range []struct {
		name     string
		terms    Terms
		claim    Claim
		upTo     string
		interest int64
		why      Reason
	}{
		{"no reminder", base, due, "2025-09-30", 0, NoReminder},
		{"last of 14 days", post, due, "2025-09-07", 0, ReminderRunning},
		{"first day after", post, due, "2025-09-08", 12, Due},
		{"rate above the cap", agreed, due, "2025-09-17", 2_88, Due},
		{"part paid in the 14 days", post, paid, "2025-09-17", 49, Due},
		{"paid in the 14 days", post, settled, "2025-09-17", 0, NotLate},
		{"due after the reminder", post, invoice("2025-08-31", 1_000_00), "2026-03-31", 0, NoReminder},
		{"due on the day of the reminder", post, invoice("2025-08-20", 1_000_00), "2026-03-31", 0, NoReminder},
	} {
		l, s := one(t, v.terms, v.claim, v.upTo)
		if l.Interest != v.interest || l.InterestReason != v.why || l.Fee != 0 || l.FeeReason != NoClause {
			t.Errorf("%s: interest %d (%s), fee %d (%s)", v.name, l.Interest, l.InterestReason.Key(), l.Fee, l.FeeReason.Key())
		}
		if v.terms.ContractPPM > 0 && !reflect.DeepEqual(s.Cap, []CapBreach{{day("2025-07-01"), day("2025-12-31"), 120_000, 105_000}}) {
			t.Errorf("%s: %+v", v.name, s.Cap)
		}
	}
	agreed.ContractPPM = 100_000
	if l, s := one(t, agreed, due, "2025-09-17"); l.Segments[0].Basis != Contract || l.Interest != 2_74 || s.Cap != nil {
		t.Errorf("%+v", l)
	}
}

// Of several notices each document has its own: the first since it was due.
// Neither an earlier nor a later one moves the day from which its interest runs.
func TestEachDebtHasItsNotice(t *testing.T) {
	terms := Terms{Nature: ledger.Consumer, Notices: []calendar.Date{day("2026-03-10"), day("2026-01-15"), day("2026-02-10")}}
	for due, first := range map[string]string{
		"2025-12-31": "2026-01-16", "2026-01-14": "2026-01-16", "2026-01-15": "2026-02-11", "2026-01-31": "2026-02-11", "2026-03-01": "2026-03-11",
	} {
		l, _ := one(t, terms, invoice(due, 1_000_00), "2026-04-30")
		if len(l.Segments) == 0 || l.Segments[0].From != day(first) {
			t.Errorf("due %s: %+v", due, l)
		}
	}
	if l, _ := one(t, terms, invoice("2026-03-10", 1_000_00), "2026-04-30"); l.InterestReason != NoNotice || l.Interest != 0 {
		t.Errorf("%+v", l)
	}
}

// A plan spares what it is over, not the rest.
func TestPlansSpareTheirPart(t *testing.T) {
	agreed := day("2025-08-15")
	c := invoice("2025-07-31", 1_000_00, Movement{On: day("2025-08-10"), Amount: 400_00}, Movement{On: day("2025-09-10"), Amount: 300_00})
	with := func(part int64, interest, fee Reason) Claim {
		c := c
		c.Plans = []Held{{Part: part, From: agreed, Interest: interest, Fee: fee}}
		return c
	}
	// 10 days on 1 000 at 12.15 % are 3.3287…; 31 on 600 6.1915…, 20 on 300 1.9972…
	for _, v := range []struct {
		name          string
		claim         Claim
		interest, fee int64
		why, whyFee   Reason
	}{
		{"none", c, 11_52, 40_00, Due, Due},
		{"reserved", with(600_00, Due, Due), 11_52, 40_00, Due, Due},
		{"all of it", with(600_00, PlanWaived, PlanWaived), 0, 0, PlanWaived, PlanWaived},
		{"interest alone", with(600_00, InPlan, Due), 0, 40_00, InPlan, Due},
		{"the indemnity alone", with(600_00, Due, PlanSuspended), 11_52, 0, Due, PlanSuspended},
		// 500 of the 600: interest on 1 000 for 10 days less 500, on 100 later on,
		// for 31 days and, as the payment paid the plan, for 20 more
		{"a part", with(500_00, PlanWaived, Due), 1_66 + 1_03 + 67, 40_00, Due, Due},
	} {
		l, _ := one(t, Terms{}, v.claim, "2025-09-30")
		if l.Interest != v.interest || l.Fee != v.fee || l.InterestReason != v.why || l.FeeReason != v.whyFee {
			t.Errorf("%s: interest %d (%s), fee %d (%s)", v.name, l.Interest, l.InterestReason.Key(), l.Fee, l.FeeReason.Key())
		}
	}
}

// The vector of a part payment as a statement, in both orders.
func TestStatementByOrder(t *testing.T) {
	c := invoice("2026-01-31", 10_000_00, Movement{On: day("2026-03-17"), Amount: 4_000_00})
	waived := c
	waived.FeeWaived = true
	credited := c
	credited.Movements = []Movement{{On: day("2026-01-31"), Amount: 4_000_00, Credit: true}}
	for _, v := range []struct {
		name                                    string
		order                                   Order
		claim                                   Claim
		open, interest, fee, interestPaid, fees int64
	}{
		{"interest first", InterestFirst, waived, 6_149_79, 90_07, 0, 149_79, 0},
		{"and the indemnity", InterestFirst, c, 6_189_79, 90_66, 0, 149_79, 40_00},
		{"principal first", PrincipalFirst, c, 6_000_00, 237_67, 40_00, 0, 0},
		{"a credit note pays nothing", InterestFirst, credited, 6_000_00, 177_76, 40_00, 0, 0},
	} {
		claims, s, err := ComputeBy(v.order, Shipped(), Terms{}, []Claim{v.claim}, day("2026-04-30"))
		l := s.Lines[0]
		if err != nil || s.Order != v.order || claims[0].Open(s.UpTo) != v.open || l.Interest != v.interest || l.Fee != v.fee ||
			l.InterestPaid != v.interestPaid || l.FeePaid != v.fees || s.Total != l.Interest+l.Fee {
			t.Errorf("%s: open %d, %+v, %v", v.name, claims[0].Open(s.UpTo), s, err)
		}
		var told int64
		for _, term := range l.Why(Terms{}).Terms {
			told += term.Value
		}
		if told != l.Interest {
			t.Errorf("%s: explained %d of %d", v.name, told, l.Interest)
		}
	}
	if len(c.Movements) != 1 || c.Movements[0].Amount != 4_000_00 {
		t.Error("the claims given were changed")
	}
	var missing *MissingRate
	if _, s, err := ComputeBy(InterestFirst, Shipped(), Terms{}, []Claim{c}, day("2026-07-31")); !errors.As(err, &missing) || len(s.Missing) != 1 {
		t.Errorf("%+v %v", s, err)
	}
	if _, s, err := ComputeBy(InterestFirst, Shipped(), Terms{Provisional: true}, []Claim{c}, day("2026-07-31")); err != nil || !s.Provisional {
		t.Errorf("%+v %v", s, err)
	}
}

func TestRefusals(t *testing.T) {
	a := invoice("2025-07-31", 1_000_00)
	b := a
	b.Currency = money.USD
	for name, v := range map[string]struct {
		terms  Terms
		claims []Claim
		want   error
	}{
		"two currencies": {Terms{}, []Claim{a, b}, ErrCurrency},
		"amount":         {Terms{}, []Claim{{Due: 700_000, Amount: money.MaxMinor + 1}}, ErrRange},
		"movement":       {Terms{}, []Claim{{Due: 700_000, Amount: 1, Movements: []Movement{{On: 1, Amount: -money.MaxMinor - 1}}}}, ErrRange},
		"date":           {Terms{}, []Claim{{Due: -1, Amount: 1}}, ErrRange},
		"late date":      {Terms{StopOn: calendar.MaxDate + 1}, []Claim{a}, ErrRange},
		"rate":           {Terms{ContractPPM: MaxPPM + 1}, []Claim{a}, ErrRange},
		"negative rate":  {Terms{ContractPPM: -1}, []Claim{a}, ErrRange},
	} {
		if _, err := Compute(Shipped(), v.terms, v.claims, day("2025-08-31")); !errors.Is(err, v.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Accrue(Shipped(), Terms{}, a, -1, a.Due, a.Due+1); !errors.Is(err, ErrRange) {
		t.Error(err)
	}
	if _, err := Impute(Shipped(), Terms{}, a, []Movement{{On: a.Due, Amount: -1}}, InterestFirst); !errors.Is(err, ErrRange) {
		t.Error(err)
	}
	if s, err := Compute(Shipped(), Terms{}, nil, day("2025-08-31")); err != nil || s.Total != 0 {
		t.Error(s, err)
	}
	none := a
	none.Due = 0
	if l, _ := one(t, Terms{}, none, "2025-08-31"); l.InterestReason != NotLate || l.FeeReason != NotLate {
		t.Errorf("%+v", l)
	}
	far := calendar.Of(12_000, time.January, 1)
	if s, err := Compute(Shipped(), Terms{ContractPPM: 100_000}, []Claim{a}, far); err != nil || s.UpTo != calendar.MaxDate {
		t.Error(s.UpTo, err)
	}
}

func TestKeys(t *testing.T) {
	for b := range BasisCount {
		if got, ok := ParseBasis(b.Key()); !ok || got != b {
			t.Error(b)
		}
	}
	for o := range OrderCount {
		if got, ok := ParseOrder(o.Key()); !ok || got != o {
			t.Error(o)
		}
	}
	for r := range ReasonCount {
		if r.Key() == "" {
			t.Error(r)
		}
	}
	if _, ok := ParseBasis(""); ok || BasisCount.Key() != "" || ReasonCount.Key() != "" || OrderCount.Key() != "" {
		t.Error("a key for nothing")
	}
}
