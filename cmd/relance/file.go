package main

import (
	"strconv"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/plan"
)

// What scripts get of a client file. Amounts are decimal strings, dates
// YYYY-MM-DD and null where there is none.
type (
	clientOut struct {
		Client      string            `json:"client"`
		Creditor    string            `json:"creditor"`
		Name        string            `json:"name"`
		Currency    string            `json:"currency"`
		Identifiers map[string]string `json:"identifiers"`
		Contacts    []contactOut      `json:"contacts"`
		Terms       string            `json:"terms"`
		Limit       *string           `json:"limit"`
		Exposure    string            `json:"exposure"`
		Overdue     string            `json:"overdue"`
		Collectible string            `json:"collectible"`
		Behaviour   behaviourOut      `json:"behaviour"`
		Status      string            `json:"status"`
		Fields      map[string]string `json:"fields"`
	}
	fileOut struct {
		clientOut
		Limitation *limitationOut `json:"limitation"` // of the document whose time runs out first
		Expired    int            `json:"expired"`    // documents that can no longer be claimed in court
		Items      []itemOut      `json:"items"`
		Promises   []promiseOut   `json:"promises"`
		Plans      []planOut      `json:"plans"`
		Disputes   []disputeOut   `json:"disputes"`
		Callbacks  []callbackOut  `json:"callbacks"`
		Timeline   []timelineOut  `json:"timeline"`
	}
	contactOut struct {
		Name  string `json:"name"`
		Role  string `json:"role"`
		Phone string `json:"phone"`
		Email string `json:"email"`
	}
	behaviourOut struct {
		MedianDaysLate  int   `json:"median_days_late"`
		LateRatePPM     int64 `json:"late_rate_ppm"`
		PromisesKept    int   `json:"promises_kept"`
		PromisesDue     int   `json:"promises_due"`
		KeptEstimatePPM int64 `json:"kept_estimate_ppm"`
	}
	owner struct {
		Client   string `json:"client,omitempty"`
		Creditor string `json:"creditor,omitempty"`
	}
	itemOut struct {
		owner
		Number       string  `json:"number"`
		Kind         string  `json:"kind"`
		Date         *string `json:"date"`
		Due          *string `json:"due"`
		DueSource    string  `json:"due_source"`
		Currency     string  `json:"currency"`
		Amount       string  `json:"amount"`
		Open         string  `json:"open"`
		DaysLate     int     `json:"days_late"`
		State        string  `json:"state"`
		LimitationOn *string `json:"limitation_on"`
	}
	promiseOut struct {
		owner
		ID         string    `json:"id"`
		Currency   string    `json:"currency"`
		Amount     string    `json:"amount"`
		Due        *string   `json:"due"`
		State      string    `json:"state"`
		Paid       string    `json:"paid"`
		PaidOn     *string   `json:"paid_on"`
		Origin     string    `json:"origin"`
		Items      []string  `json:"items"`
		MadeOn     *string   `json:"made_on"`
		Person     string    `json:"person"`
		Level      int       `json:"level"` // 1 = the first on its debt
		Replaces   []string  `json:"replaces"`
		ReplacedBy *string   `json:"replaced_by"`
		Parts      []partOut `json:"parts"`
	}
	planOut struct {
		owner
		ID          string          `json:"id"`
		State       string          `json:"state"`
		Currency    string          `json:"currency"`
		Total       string          `json:"total"`
		Items       []string        `json:"items"`
		Instalments []instalmentOut `json:"instalments"`
		Version     int             `json:"version"`
		Replaces    []string        `json:"replaces"`
		ReplacedBy  *string         `json:"replaced_by"`
		Accelerated *acceleratedOut `json:"accelerated"` // what its breach makes due
		Risk        string          `json:"risk"`        // empty = not at risk
		*planMoreOut
	}
	instalmentOut struct {
		No        int     `json:"no"`
		Due       *string `json:"due"`
		Principal string  `json:"principal"`
		Interest  string  `json:"interest"`
		Amount    string  `json:"amount"`
		Paid      string  `json:"paid"`
		State     string  `json:"state"`
		instalmentMoreOut
	}
	disputeOut struct {
		owner
		ID       string   `json:"id"`
		Reason   string   `json:"reason"`
		Currency string   `json:"currency"`
		Amount   string   `json:"amount"`
		Items    []string `json:"items"`
		State    string   `json:"state"`
		OpenedOn *string  `json:"opened_on"`
		Due      *string  `json:"due"`
	}
	callbackOut struct {
		ID        string  `json:"id"`
		Day       *string `json:"day"`
		Hour      *string `json:"hour"`
		Half      string  `json:"half"`
		Automatic bool    `json:"automatic"`
	}
	timelineOut struct {
		owner
		ID     string  `json:"id"`
		Act    string  `json:"act"`
		Day    *string `json:"day"`
		Kind   string  `json:"kind"`
		Author string  `json:"author"`
		Text   string  `json:"text"`
		State  string  `json:"state"` // live, undone or suspended
	}
)

// dateOut is null for no date.
func dateOut(d calendar.Date) *string {
	if d.IsZero() {
		return nil
	}
	s := d.String()
	return &s
}

// hourOut writes minutes since midnight as 09:30, null for none.
func hourOut(minute int16) *string {
	if minute < 0 {
		return nil
	}
	two := func(n int16) string { return strconv.Itoa(int(n/10)) + strconv.Itoa(int(n%10)) }
	s := two(minute/60) + ":" + two(minute%60)
	return &s
}

// clientOf puts the particulars and sums of a client into the form that scripts
// get.
func (p *program) clientOf(f *desk.File) clientOut {
	home := f.Creditor.Currency
	out := clientOut{
		Client: f.Client.Key.Account, Creditor: f.Client.Key.Creditor, Name: f.Client.Name, Currency: home.String(),
		Identifiers: map[string]string{}, Contacts: []contactOut{}, Terms: f.Client.Terms,
		Exposure: plain(0, home), Overdue: plain(0, home), Collectible: plain(0, home),
		Behaviour: behaviourOut{
			f.Behaviour.MedianDaysLate, f.Behaviour.LateRatePPM, f.Behaviour.PromisesKept, f.Behaviour.PromisesDue,
			f.Behaviour.KeptEstimatePPM,
		},
		Status: statusKeys[p.standingOf(f)], Fields: map[string]string{},
	}
	if f.Client.Identifier != "" {
		out.Identifiers["identifier"] = f.Client.Identifier
	}
	if f.Client.VAT != "" {
		out.Identifiers["vat"] = f.Client.VAT
	}
	if f.Limit.Currency != (money.Currency{}) {
		limit := money.FormatPlain(f.Limit)
		out.Limit = &limit
	}
	if len(f.Sums) > 0 {
		s := &f.Sums[0]
		out.Currency = s.Currency.String()
		out.Exposure, out.Overdue, out.Collectible = plain(s.Exposure, s.Currency), plain(s.Overdue, s.Currency), plain(s.Collectible, s.Currency)
	}
	for _, r := range f.Fields {
		out.Fields[r.Field.Key()] = r.Value
	}
	for _, c := range f.Contacts {
		out.Contacts = append(out.Contacts, contactOut{c.Name, c.Role, c.Phone, c.Email})
	}
	return out
}

// standingOf is the status of a client on the day shown: on hold ends by itself.
func (p *program) standingOf(f *desk.File) journal.Status {
	if f.Status.Status != journal.OnHold {
		return f.Status.Status
	}
	day, err := p.asOf()
	if err == nil && day.IsZero() {
		day, err = p.day()
	}
	if err == nil && f.Status.Until <= day {
		return journal.Normal
	}
	return journal.OnHold
}

// fileOf puts a client file into the form that scripts get.
func (p *program) fileOf(f *desk.File) fileOut {
	out := fileOut{
		clientOut: p.clientOf(f), Items: []itemOut{}, Promises: []promiseOut{}, Plans: []planOut{}, Disputes: []disputeOut{},
		Callbacks: []callbackOut{}, Timeline: []timelineOut{},
	}
	if l := f.Limitation; l != nil {
		out.Limitation = p.limitationOf(l)
	}
	out.Expired = f.Expired
	for i := range f.Items {
		out.Items = append(out.Items, itemOf(&f.Items[i]))
	}
	for i := range f.Promises {
		out.Promises = append(out.Promises, promiseOf(&f.Promises[i]))
	}
	for i := range f.Plans {
		out.Plans = append(out.Plans, p.planOfFile(f, &f.Plans[i]))
	}
	for i := range f.Disputes {
		out.Disputes = append(out.Disputes, disputeOf(&f.Disputes[i], f.Creditor.Currency))
	}
	for i := range f.Callbacks {
		c := &f.Callbacks[i]
		out.Callbacks = append(out.Callbacks, callbackOut{c.ID.String(), dateOut(c.Day), hourOut(c.Minute), halfKeys[c.Half], c.Automatic})
	}
	for i := range f.Timeline {
		out.Timeline = append(out.Timeline, p.timelineOf(&f.Timeline[i], f))
	}
	return out
}

func itemOf(r *desk.ItemRow) itemOut {
	return itemOut{
		Number: r.Key.Number, Kind: itemKindKeys[r.Key.Kind], Date: dateOut(r.Key.Date), Due: dateOut(r.Due),
		DueSource: r.DueSource.Key(), Currency: r.Currency.String(), Amount: plain(r.Amount, r.Currency),
		Open: plain(r.Open, r.Currency), DaysLate: r.DaysLate, State: r.State.Key(),
		LimitationOn: dateOut(r.LimitationOn),
	}
}

func promiseOf(r *desk.PromiseRow) promiseOut {
	out := promiseOut{
		ID: r.ID.String(), Currency: r.Currency.String(), Amount: plain(r.Amount, r.Currency), Due: dateOut(r.Due),
		State: r.State.String(), Paid: plain(r.Paid, r.Currency), PaidOn: dateOut(r.PaidOn), Origin: originKeys[r.Origin],
		Items: numbers(r.Parts), MadeOn: dateOut(r.Made), Person: r.Person,
		Level: r.Level + 1, Replaces: ids(r.Replaces), ReplacedBy: idOut(r.ReplacedBy), Parts: []partOut{},
	}
	for i, part := range r.Parts {
		paid := r.Paid // of the only one
		if len(r.Parts) > 1 {
			paid = 0
			if i < len(r.PartsPaid) {
				paid = r.PartsPaid[i]
			}
		}
		out.Parts = append(out.Parts, partOut{part.Item.Number, plain(part.Amount, r.Currency), plain(paid, r.Currency)})
	}
	return out
}

// numbers names the items of an act by their document numbers.
func numbers(parts []journal.Part) []string {
	out := make([]string, len(parts))
	for i := range parts {
		out[i] = parts[i].Item.Number
	}
	return out
}

func planOf(r *desk.PlanRow) planOut {
	out := planOfPlan(&r.Plan, r.Standing.State)
	out.Version, out.ReplacedBy = max(r.Version, 1), idOut(r.ReplacedBy)
	if r.Risk != plan.NoRisk {
		out.Risk = r.Risk.Key()
	}
	out.Accelerated = acceleratedOf(&r.Accelerated, r.Plan.Currency)
	for i, s := range r.Standing.Instalments {
		if i < len(out.Instalments) {
			out.Instalments[i].Paid, out.Instalments[i].State = plain(s.Paid, r.Plan.Currency), s.State.String()
		}
	}
	return out
}

// planOfPlan is a plan of which nothing is paid yet.
func planOfPlan(p *journal.Plan, state plan.State) planOut {
	out := planOut{
		ID: p.ID.String(), State: state.String(), Currency: p.Currency.String(), Total: plain(p.Total(), p.Currency),
		Items: numbers(p.Items), Version: 1, Replaces: ids(p.Supersedes), Instalments: make([]instalmentOut, len(p.Instalments)),
	}
	for i, line := range p.Instalments {
		out.Instalments[i] = instalmentOut{
			No: i + 1, Due: dateOut(line.Due), Principal: plain(line.Principal, p.Currency),
			Interest: plain(line.Interest, p.Currency), Amount: plain(line.Amount(), p.Currency),
			Paid: plain(0, p.Currency), State: plan.Upcoming.String(),
		}
	}
	return out
}

func disputeOf(r *desk.DisputeRow, home money.Currency) disputeOut {
	return disputeOut{
		ID: r.ID.String(), Reason: reasonKeys[r.Reason], Currency: home.String(), Amount: plain(r.Amount, home),
		Items: numbers(r.Items), State: r.State.Key(), OpenedOn: dateOut(r.OpenedOn), Due: dateOut(r.Due),
	}
}

func (p *program) timelineOf(r *desk.TimelineRow, f *desk.File) timelineOut {
	state := "live"
	switch {
	case r.Undone:
		state = "undone"
	case r.Hanging:
		state = "suspended"
	}
	e := r.Event
	return timelineOut{
		ID: e.ID.String(), Act: e.Act.String(), Day: dateOut(e.Day), Kind: kindKey(e.Content.Kind()), Author: e.Author,
		Text: p.eventText(e, f), State: state,
	}
}
