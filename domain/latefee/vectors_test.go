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
	payments := []Movement{{day("2026-03-17"), 4_000_00}, {day("2026-04-30"), 0}}
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
		{day("2026-03-20"), 20_000_00}, {day("2026-03-17"), 100_00}, {day("2026-03-17"), 60_00}, {day("2026-01-15"), 1_00},
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
	paid := invoice("2025-07-31", 1_000_00, Movement{day("2025-07-31"), 1_000_00})
	paidLate := invoice("2025-07-31", 1_000_00, Movement{day("2025-08-01"), 1_000_00})
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
		{"consumer, notice on the 10th", Terms{Nature: ledger.Consumer, NoticeOn: day("2025-08-10")}, late, "2025-08-31", 1_59, 0, Due, ConsumerNone},
		{"consumer, notice to come", Terms{Nature: ledger.Consumer, NoticeOn: day("2025-09-10")}, late, "2025-08-31", 0, 0, NoNotice, ConsumerNone},
		{"consumer, notice before the due date", Terms{Nature: ledger.Consumer, NoticeOn: day("2025-07-10")}, late, "2025-08-31", 2_34, 0, Due, ConsumerNone},
		{"public body", Terms{Nature: ledger.Public, ContractPPM: 1}, late, "2025-08-31", 8_62, 40_00, Due, Due},
		{"judgment", Terms{StopOn: day("2025-08-15")}, late, "2025-08-31", 4_99, 0, Stopped, InsolvencyNone},
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

func TestJudgmentRaisesTheLegalRate(t *testing.T) {
	terms := Terms{Nature: ledger.Consumer, NoticeOn: day("2025-07-31"), EnforceableOn: day("2025-08-31")}
	l, _ := one(t, terms, invoice("2025-07-31", 1_000_00), "2025-11-30")
	if len(l.Segments) != 2 || l.Segments[0].To != day("2025-10-31") || l.Segments[1].PPM != 77_600 || l.Segments[1].Raise != 50_000 ||
		l.Interest != 13_33 {
		t.Errorf("%+v", l)
	}
	if l, _ = one(t, Terms{EnforceableOn: day("2025-08-31")}, invoice("2025-07-31", 1_000_00), "2025-11-30"); len(l.Segments) != 1 {
		t.Errorf("%+v", l)
	}
}

func TestBelgianConsumer(t *testing.T) {
	due := invoice("2025-07-31", 1_000_00)
	base := Terms{Country: "BE", Nature: ledger.Consumer, IndemnityClause: true}
	// Wednesday 20 August by mail: the 14 days are 21 August to 3 September. By
	// post the third working day is Monday 25: they are 25 August to 7 September.
	mail, post := base, base
	mail.ReminderOn, mail.ReminderElectronic = day("2025-08-20"), true
	post.ReminderOn = day("2025-08-20")
	clause := mail
	clause.IndemnityClause, clause.ContractPPM = false, 120_000
	paid := due
	paid.Movements = []Movement{{day("2025-09-03"), 600_00}}
	settled := due
	settled.Movements = []Movement{{day("2025-09-03"), 1_000_00}}
	for _, v := range []struct {
		name          string
		terms         Terms
		claim         Claim
		upTo          string
		interest, fee int64
		why, whyFee   Reason
	}{
		{"no reminder", base, due, "2025-09-30", 0, 0, NoReminder, NoReminder},
		{"last of 14 days", mail, due, "2025-09-03", 0, 0, ReminderRunning, ReminderRunning},
		{"first day after", mail, due, "2025-09-04", 12, 90_00, Due, Due},
		{"by post, last", post, due, "2025-09-07", 0, 0, ReminderRunning, ReminderRunning},
		{"by post, first", post, due, "2025-09-08", 12, 90_00, Due, Due},
		{"rate above the cap, no clause", clause, due, "2025-09-13", 2_88, 0, Due, NoClause},
		{"part paid in the 14 days", mail, paid, "2025-09-13", 49, 55_00, Due, Due},
		{"paid in the 14 days", mail, settled, "2025-09-13", 0, 0, NotLate, NotLate},
	} {
		l, s := one(t, v.terms, v.claim, v.upTo)
		if l.Interest != v.interest || l.Fee != v.fee || l.InterestReason != v.why || l.FeeReason != v.whyFee {
			t.Errorf("%s: interest %d (%s), fee %d (%s)", v.name, l.Interest, l.InterestReason.Key(), l.Fee, l.FeeReason.Key())
		}
		if v.terms.ContractPPM > 0 && !reflect.DeepEqual(s.Cap, []CapBreach{{day("2025-07-01"), day("2025-12-31"), 120_000, 105_000}}) {
			t.Errorf("%s: %+v", v.name, s.Cap)
		}
	}
	clause.ContractPPM = 100_000
	if l, s := one(t, clause, due, "2025-09-13"); l.Segments[0].Basis != Contract || l.Interest != 2_74 || s.Cap != nil {
		t.Errorf("%+v", l)
	}
	for open, want := range map[int64]int64{
		0: 0, 1: 20_00, 150_00: 20_00, 150_01: 30_00, 150_05: 30_01, 500_00: 65_00, 500_10: 65_01, 1_000_00: 90_00,
		39_200_00: 2_000_00, 39_199_00: 1_999_95, 90_000_00: 2_000_00,
	} {
		if got := ConsumerCap(open); got != want {
			t.Errorf("cap on %d is %d, not %d", open, got, want)
		}
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
		"movement":       {Terms{}, []Claim{{Due: 700_000, Amount: 1, Movements: []Movement{{1, -money.MaxMinor - 1}}}}, ErrRange},
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
	if _, err := Impute(Shipped(), Terms{}, a, []Movement{{a.Due, -1}}, InterestFirst); !errors.Is(err, ErrRange) {
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
