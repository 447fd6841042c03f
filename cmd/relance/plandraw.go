package main

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/wording"
)

// drawPlan draws up the plan that the flags ask for, and says which lines do not
// ask for what the flags fix.
func (p *program) drawPlan(v *desk.View, f act.Facts, opt draftOptions) (journal.Plan, []plan.Warning, error) {
	terms, err := p.planTerms(f, opt)
	if err != nil {
		return journal.Plan{}, nil, err
	}
	in := plan.Input{Today: f.Today, Currency: f.Currency, Zone: f.Zone}
	if err := p.planModes(&in, opt); err != nil {
		return journal.Plan{}, nil, err
	}
	pins, err := p.linePins(f.Currency, opt.lines)
	if err != nil {
		return journal.Plan{}, nil, err
	}
	parts, replaces, err := p.planParts(v, f, opt)
	if err != nil {
		return journal.Plan{}, nil, err
	}
	in.Items = plan.Parts(parts)
	for i := range in.Items {
		if at := slices.IndexFunc(f.Items, func(it act.Item) bool { return it.Key == in.Items[i].Item }); at >= 0 {
			in.Items[i].Due = f.Items[at].Due
		}
	}
	if in.Interest != journal.ChargesReserved || in.Fees != journal.ChargesReserved {
		in.Charger = v.Charger(f.Client, f.Currency, parts, opt.provisional)
	}
	drawn, missed, err := p.pinned(in, terms, pins)
	if missing := (*latefee.MissingRate)(nil); errors.As(err, &missing) {
		return drawn, nil, p.rateFault(missing, v.Rates())
	}
	drawn.Supersedes = replaces
	return drawn, missed, p.planFault(err, f)
}

// pinned draws up a plan and fixes lines of it one after another.
func (p *program) pinned(in plan.Input, terms journal.PlanTerms, pins []linePin) (journal.Plan, []plan.Warning, error) {
	s, err := plan.NewSheet(in, terms)
	for _, pin := range pins {
		if err != nil {
			break
		}
		if pin.on != 0 {
			s, err = s.SetDate(pin.no-1, pin.on)
		}
		if err == nil && pin.amount != 0 {
			s, err = s.SetTotal(pin.no-1, pin.amount)
		}
		if e := (*plan.Error)(nil); errors.As(err, &e) {
			return journal.Plan{}, nil, p.usage(wording.FaultPlanAtLine, pin.no, p.planWords(e, in.Currency, in.Today))
		}
	}
	if err != nil {
		return journal.Plan{}, nil, err
	}
	drawn, err := s.Plan()
	var missed []plan.Warning
	for _, w := range s.Warnings(plan.Limits{Today: in.Today}) {
		if w.Code == plan.PinMissed {
			missed = append(missed, w)
		}
	}
	return drawn, missed, err
}

// planTerms reads the flags that shape the schedule.
func (p *program) planTerms(f act.Facts, opt draftOptions) (journal.PlanTerms, error) {
	shapes := 0
	for _, asked := range []bool{opt.months != 0 || opt.amount != "", opt.until != "", opt.capacity != ""} {
		if asked {
			shapes++
		}
	}
	if shapes != 1 || opt.months < 0 {
		return journal.PlanTerms{}, p.usage(wording.FaultPlanOneShape)
	}
	t := journal.PlanTerms{Count: uint16(min(opt.months, math.MaxUint16))}
	for _, one := range []struct {
		name, value string
		to          *int64
		by          journal.PlanBy
	}{
		{"amount", opt.amount, &t.Amount, journal.ByAmount},
		{"capacity", opt.capacity, &t.Amount, journal.ByCapacity},
		{"down", opt.down, &t.Down, t.By},
		{"last", opt.last, &t.Last, t.By},
	} {
		if one.value == "" {
			continue
		}
		minor, err := p.amountFlag(one.name, one.value, f.Currency)
		if err != nil {
			return t, err
		}
		if *one.to = minor; one.to == &t.Amount {
			t.By = one.by
		}
	}
	for _, one := range []struct {
		name, value string
		to          *calendar.Date
	}{{"until", opt.until, &t.Until}, {"first", opt.first, &t.First}, {"down-on", opt.downOn, &t.DownOn}} {
		if one.value == "" {
			continue
		}
		on, err := p.dateFlag(one.name, one.value)
		if err != nil {
			return t, err
		}
		*one.to = on
	}
	if opt.until != "" {
		t.By = journal.ByEnd
	}
	return t, p.planRhythm(&t, opt)
}

// The words of flags, in the order of what they stand for.
var (
	everyKeys = []string{"month", "fortnight", "week", "quarter"}
	rollKeys  = []string{"following", "preceding", "modified", "none"}
	modeKeys  = []string{"reserved", "waived", "asked", "suspended"}
	orderKeys = []string{"due", "largest", "given"}
	byKeys    = []string{"count", "amount", "end", "capacity", "hand"}
)

// planRhythm reads the flags that say when instalments fall.
func (p *program) planRhythm(t *journal.PlanTerms, opt draftOptions) error {
	every, err := p.chosen("every", opt.every, everyKeys)
	if err != nil {
		return err
	}
	roll, err := p.chosen("roll", opt.roll, rollKeys)
	if err != nil {
		return err
	}
	t.Every, t.Roll = journal.Every(every), journal.Rolling(roll)
	if opt.grace < 0 || opt.grace > plan.MaxInstalments {
		return p.usage(wording.FaultPlanGrace)
	}
	t.Grace = uint8(opt.grace)
	switch day, err := strconv.ParseUint(opt.day, 10, 8); {
	case opt.day == "":
	case opt.day == "last":
		t.Day = journal.LastDay
	case err != nil || day < 1 || day > 31:
		return p.usage(wording.FaultPlanDay, opt.day)
	default:
		t.Day = uint8(day)
	}
	return p.planSeason(t, opt.season)
}

// mostShare is the highest share of a month, in percent of an ordinary one.
const mostShare = 200

func (p *program) planSeason(t *journal.PlanTerms, season string) error {
	if season == "" {
		return nil
	}
	for part := range strings.SplitSeq(season, ",") {
		left, right, ok := strings.Cut(strings.TrimSpace(part), ":")
		month, err := strconv.ParseUint(left, 10, 8)
		share, err2 := strconv.ParseUint(strings.TrimSuffix(right, "%"), 10, 8)
		if !ok || err != nil || err2 != nil || month < 1 || month > 12 || share > mostShare {
			return p.usage(wording.FaultPlanSeason, season)
		}
		t.Season[month-1] = uint8(share + 1)
	}
	return nil
}

// chosen finds a value among those possible.
func (p *program) chosen(flag, value string, possible []string) (int, error) {
	at := slices.Index(possible, value)
	if at < 0 {
		return 0, p.choice(flag, value, possible...)
	}
	return at, nil
}

// planModes reads what becomes of charges, the clause and the order of payment.
func (p *program) planModes(in *plan.Input, opt draftOptions) error {
	interest, err := p.chosen("interest", opt.interest, modeKeys)
	if err != nil {
		return err
	}
	fees, err := p.chosen("fees", opt.fees, modeKeys)
	if err != nil {
		return err
	}
	order, err := p.chosen("order", opt.order, orderKeys)
	if err != nil {
		return err
	}
	in.Interest, in.Fees, in.Order = journal.ChargeMode(interest), journal.ChargeMode(fees), plan.Order(order)
	switch days, err := strconv.ParseUint(opt.clause, 10, 8); {
	case opt.clause == "":
	case opt.clause == "automatic":
		in.Clause.Automatic = true
	case err != nil || days == 0:
		return p.usage(wording.FaultPlanClause, opt.clause)
	default:
		in.Clause.Notice = uint8(days)
	}
	return nil
}

// linePin fixes a line: no amount or no date leaves that as it is.
type linePin struct {
	no     int
	amount int64
	on     calendar.Date
}

func (p *program) linePins(cur money.Currency, lines []string) ([]linePin, error) {
	out := make([]linePin, len(lines))
	for i, line := range lines {
		left, right, ok := strings.Cut(line, "=")
		no, err := strconv.Atoi(strings.TrimSpace(left))
		if !ok || err != nil || no < 1 || strings.TrimSpace(right) == "" {
			return nil, p.usage(wording.FaultPlanLine, line)
		}
		out[i].no = no
		amount, on, dated := strings.Cut(right, "@")
		if amount = strings.TrimSpace(amount); amount != "" {
			if out[i].amount, err = p.amountFlag("line", amount, cur); err != nil {
				return nil, err
			}
		}
		if dated {
			if out[i].on, err = p.dateFlag("line", strings.TrimSpace(on)); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

func (p *program) amountFlag(name, value string, c money.Currency) (int64, error) {
	if value == "" {
		return 0, nil
	}
	a, err := money.Parse(value, c)
	if err != nil || a.Minor <= 0 {
		return 0, p.usage(wording.FaultAmount, name, value)
	}
	return a.Minor, nil
}

// planParts are what the entry line draws a plan over: all that is collectible,
// or else what is promised or planned; what is left of the plans replaced by
// name; or what is open of the documents named. With them go the plans that
// stand over the same documents and are replaced.
func (p *program) planParts(v *desk.View, f act.Facts, opt draftOptions) ([]journal.Part, []journal.ID, error) {
	left, named, err := p.partsLeft(v, f, opt.replaces)
	switch {
	case err != nil:
		return nil, nil, err
	case len(opt.items) == 0 && len(named) > 0:
		return left, named, nil
	case len(opt.items) == 0:
		parts, replaces, q := entry.PlanClaim(f)
		if q.Open() {
			return nil, nil, p.fail(exitFailed, wording.FaultNothingDue, f.Client.Account)
		}
		return parts, replaces, nil
	}
	keys, err := p.itemsNamed(v.File(f.Client, f.Currency), opt.items)
	if err != nil {
		return nil, nil, err
	}
	var parts []journal.Part
	for _, key := range keys {
		for i := range f.Items {
			if f.Items[i].Key == key && f.Items[i].Open > 0 {
				parts = append(parts, journal.Part{Item: key, Amount: f.Items[i].Open})
			}
		}
	}
	if len(parts) == 0 {
		return nil, nil, p.fail(exitFailed, wording.FaultNothingDue, f.Client.Account)
	}
	replaces, q := entry.PlansOver(f, parts)
	if q.Open() {
		return nil, nil, p.usage(wording.FaultQuestion, wording.Question(p.lang, q, f.Today)+".")
	}
	for _, id := range named {
		if !slices.Contains(replaces, id) {
			replaces = append(replaces, id)
		}
	}
	return parts, replaces, nil
}

// partsLeft gives what is left of the plans named, which a new one replaces.
func (p *program) partsLeft(v *desk.View, f act.Facts, names []string) (parts []journal.Part, ids []journal.ID, err error) {
	file := v.File(f.Client, f.Currency)
	for _, name := range names {
		row, err := p.planNamed(file, name)
		if err != nil {
			return nil, nil, err
		}
		at := slices.IndexFunc(f.Plans, func(s act.StandingPlan) bool { return s.ID == row.Plan.ID })
		if at < 0 || len(f.Plans[at].Parts) == 0 {
			return nil, nil, p.usage(wording.FaultPlanEnded, row.Plan.ID)
		}
		if !slices.Contains(ids, row.Plan.ID) {
			ids = append(ids, row.Plan.ID)
			parts = append(parts, f.Plans[at].Parts...)
		}
	}
	return parts, ids, nil
}

// planNamed finds a plan of a client: by its identity, or by the end of it that
// only one has. No name means the one that stands.
func (p *program) planNamed(file *desk.File, name string) (*desk.PlanRow, error) {
	if len(file.Plans) == 0 {
		return nil, p.usage(wording.FaultNoPlanAtAll, file.Client.Key.Account)
	}
	if name == "" {
		if row := file.Plan(journal.ID{}); row != nil {
			return row, nil
		}
	}
	var found []*desk.PlanRow
	known := make([]string, len(file.Plans))
	for i := range file.Plans {
		id := file.Plans[i].Plan.ID.String()
		_, seq, _ := strings.Cut(id, "-")
		if known[i] = id; id == name || seq == strings.TrimPrefix(name, "-") {
			found = append(found, &file.Plans[i])
		}
	}
	if len(found) != 1 {
		return nil, p.usage(wording.FaultNoPlan, file.Client.Key.Account, name, strings.Join(known, ", "))
	}
	return found[0], nil
}

// planFault words why no plan can be drawn up.
func (p *program) planFault(err error, f act.Facts) error {
	var e *plan.Error
	if !errors.As(err, &e) {
		return err
	}
	return p.usage(wording.FaultPlan, p.planWords(e, f.Currency, f.Today))
}

// planWords says why, and what would still do.
func (p *program) planWords(e *plan.Error, cur money.Currency, today calendar.Date) string {
	words := wording.PlanError(p.lang, e)
	if bound := wording.PlanBound(p.lang, e, cur, today); bound != "" {
		words += " (" + bound + ")"
	}
	return words
}
