package main

import (
	"fmt"
	"slices"
	"strconv"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/store/sheet"
)

// draftedPlan is a plan that was drawn up, saved or not.
type draftedPlan struct {
	file     *desk.File
	plan     journal.Plan
	state    plan.State
	replaced string // whose place it took, in words
	saved    bool
	warnings []plan.Warning
	over     []*desk.PlanRow // whose place it takes once it is agreed
	today    calendar.Date
}

// What scripts get of the terms of a plan, beside planOut.
type (
	planTermsOut struct {
		By     string         `json:"by"`
		Every  string         `json:"every"`
		Count  int            `json:"count"`
		Amount string         `json:"amount"`
		Until  *string        `json:"until"`
		First  *string        `json:"first"`
		Day    string         `json:"day"`
		Down   string         `json:"down"`
		DownOn *string        `json:"down_on"`
		Grace  int            `json:"grace"`
		Last   string         `json:"last"`
		Season map[string]int `json:"season"`
		Roll   string         `json:"roll"`
	}
	planChargedOut struct {
		To       *string `json:"to"`
		Interest string  `json:"interest"`
		Fees     string  `json:"fees"`
	}
	planClauseOut struct {
		Automatic  bool `json:"automatic"`
		NoticeDays int  `json:"notice_days"`
	}
	planWarningOut struct {
		Code string `json:"code"`
		Text string `json:"text"`
	}
	planMoreOut struct {
		Asked        string           `json:"asked"` // total with charges
		Terms        planTermsOut     `json:"terms"`
		InterestMode string           `json:"interest_mode"`
		FeesMode     string           `json:"fees_mode"`
		Clause       planClauseOut    `json:"clause"`
		Charged      *planChargedOut  `json:"charged"`
		Provisional  bool             `json:"provisional"`
		Warnings     []planWarningOut `json:"warnings"`
	}
	instalmentMoreOut struct {
		Fee     string  `json:"fee"`
		AskedOn *string `json:"asked_on,omitempty"` // where the date was moved
		Reason  string  `json:"reason,omitempty"`   // weekend, or holiday and its name
		Pinned  string  `json:"pinned,omitempty"`   // amount, date or both
	}
)

var pinKeys = [...]string{"", "amount", "date", "both"}

// planMore gives what DESIGN's entry of a plan does not have.
func (p *program) planMore(pl *journal.Plan, warnings []plan.Warning) planMoreOut {
	cur, t := pl.Currency, &pl.Terms
	out := planMoreOut{
		Asked: plain(pl.Asked(), cur),
		Terms: planTermsOut{
			By: keyAt(byKeys, int(t.By)), Every: keyAt(everyKeys, int(t.Every)), Count: int(t.Count), Amount: plain(t.Amount, cur),
			Until: dateOut(t.Until), First: dateOut(t.First), Down: plain(t.Down, cur), DownOn: dateOut(t.DownOn),
			Grace: int(t.Grace), Last: plain(t.Last, cur), Season: map[string]int{}, Roll: keyAt(rollKeys, int(t.Roll)),
		},
		InterestMode: keyAt(modeKeys, int(pl.Interest)), FeesMode: keyAt(modeKeys, int(pl.Fees)),
		Clause:      planClauseOut{pl.Clause.Automatic, pl.Clause.NoticeDays()},
		Provisional: pl.Provisional, Warnings: []planWarningOut{},
	}
	switch {
	case t.Day == journal.LastDay:
		out.Terms.Day = "last"
	case t.Day != 0:
		out.Terms.Day = strconv.Itoa(int(t.Day))
	}
	for month, share := range t.Season {
		if share != 0 {
			out.Terms.Season[strconv.Itoa(month+1)] = int(share) - 1
		}
	}
	if !pl.ChargedTo.IsZero() {
		out.Charged = &planChargedOut{dateOut(pl.ChargedTo), plain(pl.Charged, cur), plain(pl.ChargedFee, cur)}
	}
	for _, w := range warnings {
		out.Warnings = append(out.Warnings, planWarningOut{w.Code.Key(), wording.PlanWarning(p.lang, w, cur, 0)})
	}
	return out
}

func keyAt(keys []string, i int) string {
	if i < 0 || i >= len(keys) {
		return ""
	}
	return keys[i]
}

func instalmentMore(line *journal.Instalment, cur money.Currency, z calendar.Zone) instalmentMoreOut {
	out := instalmentMoreOut{Fee: plain(line.Fee, cur), Pinned: pinKeys[line.Pinned&(journal.PinAmount|journal.PinDate)]}
	if !line.Asked.IsZero() && line.Asked != line.Due {
		out.AskedOn, out.Reason = dateOut(line.Asked), wording.MovedKey(line.Asked, z)
	}
	return out
}

// planOfFile is a plan of a client's file in full.
func (p *program) planOfFile(f *desk.File, r *desk.PlanRow) planOut {
	return p.planWhole(planOf(r), &r.Plan, r.Warnings, f.Zone)
}

// planWhole adds the terms and what else DESIGN's entry does not have.
func (p *program) planWhole(out planOut, pl *journal.Plan, warnings []plan.Warning, z calendar.Zone) planOut {
	more := p.planMore(pl, warnings)
	out.planMoreOut = &more
	for i := range out.Instalments {
		out.Instalments[i].instalmentMoreOut = instalmentMore(&pl.Instalments[i], pl.Currency, z)
	}
	return out
}

func (p *program) writeDraft(d *draftedPlan, format sheet.Format) error {
	if format == sheet.JSON {
		out := p.planWhole(planOfPlan(&d.plan, d.state), &d.plan, d.warnings, d.file.Zone)
		out.owner = ownerOf(d.file)
		for _, row := range d.over {
			out.Version = max(out.Version, row.Version+1)
		}
		return sheet.WriteValue(p.out, out)
	}
	if format == sheet.Aligned && !d.saved {
		p.tell(wording.SaidPlanDrawn)
	}
	t := p.planColumns()
	for n := range d.plan.Instalments {
		cells := p.planCells(&d.plan, d.state, n, plan.InstalmentStanding{}, d.file.Zone, format)
		t.Rows = append(t.Rows, ownedBy(d.file.Client.Key, cells...))
	}
	if format == sheet.Aligned {
		t = dropped(withFee(withoutOwner(t)), append(bareColumns(&d.plan), "id", "plan_state", "paid", "state", "total")...)
	}
	if err := sheet.Write(p.out, t, format, p.sheetStyle()); err != nil || format != sheet.Aligned {
		return err
	}
	p.planNotes(d)
	return nil
}

// planNotes says under the schedule what to know of it.
func (p *program) planNotes(d *draftedPlan) {
	pl, cur := &d.plan, d.plan.Currency
	first, end := p.shortDay(pl.Instalments[0].Due), p.shortDay(pl.Instalments[len(pl.Instalments)-1].Due)
	var interest, fees int64
	for i := range pl.Instalments {
		interest, fees = interest+pl.Instalments[i].Interest, fees+pl.Instalments[i].Fee
	}
	if interest+fees > 0 {
		p.tell(wording.PlanTotalsAsked, p.sum(pl.Asked(), cur), p.sum(interest, cur), p.sum(fees, cur), first, end)
	} else {
		p.tell(wording.PlanTotals, p.sum(pl.Asked(), cur), first, end)
	}
	p.planAside(pl)
	if pl.Provisional {
		p.tell(wording.PlanProvisional)
	}
	for _, w := range d.warnings {
		if w.Code != plan.ProvisionalRate {
			p.tell(wording.PlanMind, wording.PlanWarning(p.lang, w, cur, d.today))
		}
	}
	for _, row := range d.over {
		if d.replaced != "" {
			break // said below
		}
		p.tell(wording.SaidReplaces, row.Plan.ID, p.shortDay(row.MadeOn), wording.PlanState(p.lang, row.Standing.State))
	}
	if d.saved {
		p.tell(wording.SaidPlanSaved, wording.PlanState(p.lang, d.state))
	}
	if d.replaced != "" {
		fmt.Fprintln(p.out, d.replaced)
	}
}

// planAside says what is given up or suspended.
func (p *program) planAside(pl *journal.Plan) {
	if pl.ChargedTo.IsZero() {
		return
	}
	on, interest, fees := p.shortDay(pl.ChargedTo), p.sum(pl.Charged, pl.Currency), p.sum(pl.ChargedFee, pl.Currency)
	switch {
	case pl.Interest == pl.Fees && pl.Interest == journal.ChargesWaived:
		p.tell(wording.PlanWaivedTo, on, interest, fees)
	case pl.Interest == pl.Fees && pl.Interest == journal.ChargesSuspended:
		p.tell(wording.PlanSuspendedTo, on, interest, fees)
	default:
		p.tell(wording.PlanAsideTo, on, interest, p.say(wording.ChargeModes[pl.Interest]), fees, p.say(wording.ChargeModes[pl.Fees]))
	}
}

// bareColumns are the columns in which none of the plans has anything to show.
func bareColumns(plans ...*journal.Plan) []string {
	var interest, fee, moved, noted bool
	for _, pl := range plans {
		for i := range pl.Instalments {
			l := &pl.Instalments[i]
			interest, fee = interest || l.Interest != 0, fee || l.Fee != 0
			moved = moved || !movedFrom(l).IsZero()
			noted = noted || moved || l.Pinned != journal.PinNone
		}
	}
	var out []string
	for key, shown := range map[string]bool{"interest": interest || fee, "fee": fee, "asked_on": moved, "moved": noted} {
		if !shown {
			out = append(out, key)
		}
	}
	if !interest && !fee {
		out = append(out, "principal")
	}
	return out
}

// withFee puts the indemnity of a line beside its interest, as people read it.
func withFee(t sheet.Table) sheet.Table {
	at := func(key string) int {
		return slices.IndexFunc(t.Columns, func(c sheet.Column) bool { return c.Key == key })
	}
	fee, to := at("fee"), at("interest")+1
	if fee < 0 || to < 1 || fee < to {
		return t
	}
	t.Columns = slices.Insert(slices.Delete(slices.Clone(t.Columns), fee, fee+1), to, t.Columns[fee])
	for i, row := range t.Rows {
		t.Rows[i] = slices.Insert(slices.Delete(slices.Clone(row), fee, fee+1), to, row[fee])
	}
	return t
}

// movedFrom is the date by the calendar of a line that was moved.
func movedFrom(l *journal.Instalment) calendar.Date {
	if l.Asked == l.Due {
		return 0
	}
	return l.Asked
}

// moved says why a line was moved, and for people what of it is fixed.
func (p *program) moved(l *journal.Instalment, z calendar.Zone, f sheet.Format) sheet.Cell {
	on := movedFrom(l)
	if f != sheet.Aligned {
		if on.IsZero() {
			return sheet.Text("")
		}
		return sheet.Text(wording.MovedKey(on, z))
	}
	var why, fixed string
	if !on.IsZero() {
		why = wording.MovedReason(p.lang, on, z)
	}
	if l.Pinned != journal.PinNone {
		fixed = p.say(wording.PlanPinned)
	}
	return sheet.Text(joined(", ", why, fixed))
}

// shortDay writes a date for people.
func (p *program) shortDay(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	y, m, day := d.YMD()
	return fmt.Sprintf("%02d/%02d/%d", day, int(m), y)
}
