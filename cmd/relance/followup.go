package main

import (
	"fmt"
	"slices"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/store/sheet"
)

type (
	limitationOut struct {
		Item  string  `json:"item"`
		On    *string `json:"on"`
		Base  *string `json:"base"`
		Years int     `json:"years"`
		Law   string  `json:"law"`
		Cause string  `json:"cause"` // of the last interruption, empty = none
		Since *string `json:"since"`
		Text  string  `json:"text"`
	}
	partOut struct {
		Item   string `json:"item"`
		Amount string `json:"amount"`
		Paid   string `json:"paid"`
	}
	acceleratedOut struct {
		Breached  *string `json:"breached"`
		Automatic bool    `json:"automatic"`
		NoticedOn *string `json:"noticed_on"`
		By        *string `json:"by"` // last day to make up for it
		Principal string  `json:"principal"`
		Interest  string  `json:"interest"`
		Fees      string  `json:"fees"`
		Total     string  `json:"total"`
		Step      string  `json:"step"`
	}
)

func (p *program) limitationOf(l *desk.Limitation) *limitationOut {
	out := &limitationOut{
		Item: l.Item.Number, On: dateOut(l.On), Base: dateOut(l.Base), Years: l.Term.Years, Law: l.Term.Law.Key(),
		Text: wording.Limitation(p.lang, l.Item.Number, l.Result, 0),
	}
	if l.Interrupted {
		out.Cause, out.Since = l.Cause.Key(), dateOut(l.Since)
	}
	return out
}

// acceleratedOf is null while the plan holds.
func acceleratedOf(a *plan.Acceleration, cur money.Currency) *acceleratedOut {
	if a.Step == plan.NoStep {
		return nil
	}
	return &acceleratedOut{
		Breached: dateOut(a.Breached), Automatic: a.Automatic, NoticedOn: dateOut(a.NoticedOn), By: dateOut(a.By),
		Principal: plain(a.Principal, cur), Interest: plain(a.Interest, cur), Fees: plain(a.Fees, cur),
		Total: plain(a.Total(), cur), Step: a.Step.Key(),
	}
}

// ids names acts that others replace.
func ids(list []journal.ID) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = list[i].String()
	}
	return out
}

// idOut is null for no act.
func idOut(id journal.ID) *string {
	if id.IsZero() {
		return nil
	}
	s := id.String()
	return &s
}

// promiseLevel says which promise on its debt it is.
func (p *program) promiseLevel(f sheet.Format, before int) sheet.Cell {
	if f == sheet.Aligned {
		return sheet.Text(wording.PromiseLevel(p.lang, before))
	}
	return sheet.Number(int64(before + 1))
}

// replacedBy names what took the place of a promise: in files by its identity.
func (p *program) replacedBy(f sheet.Format, file *desk.File, id journal.ID) sheet.Cell {
	if id.IsZero() {
		return sheet.Text("")
	}
	if f != sheet.Aligned {
		return sheet.Text(id.String())
	}
	for i := range file.Promises {
		if r := &file.Promises[i]; r.ID == id {
			return sheet.Text(p.say(wording.PromiseOfDay, p.shortDay(r.Made)))
		}
	}
	for i := range file.Plans {
		if r := &file.Plans[i]; r.Plan.ID == id {
			return sheet.Text(p.say(wording.PlanOfDay, p.shortDay(r.MadeOn)))
		}
	}
	return sheet.Text(id.String())
}

// promisesHere is the table of a client's promises, without what none says.
func (p *program) promisesHere(f *desk.File) sheet.Table {
	t := p.promisesTable([]*desk.File{f}, sheet.Aligned)
	if slices.ContainsFunc(f.Promises, func(r desk.PromiseRow) bool { return !r.ReplacedBy.IsZero() }) {
		return t
	}
	return dropped(t, "replaced_by")
}

// printLimitation says until when the oldest debt can be claimed in court, and why.
func (p *program) printLimitation(f *desk.File) {
	if l := f.Limitation; l != nil {
		fmt.Fprintf(p.out, "  %s\n", sheet.Clean(wording.Limitation(p.lang, l.Item.Number, l.Result, 0)))
	}
	if f.Expired > 0 {
		fmt.Fprintf(p.out, "  %s\n", p.counted(f.Expired, wording.LimitationExpired))
	}
}

// printFees says what the open documents bear for being late, as of the day
// shown. Where a rate is not known the last one before it is taken and the line
// says so; where there is none at all nothing is said: relance fees asks for it.
func (p *program) printFees(f *desk.File, v *desk.View) {
	day := shownDay(v)
	for i := range f.Sums {
		cur := f.Sums[i].Currency
		_, st, err := v.LateFees(f.Client.Key, cur, desk.FeeScope{}, day, true, latefee.PrincipalFirst)
		if err != nil || st.Interest+st.Fees == 0 {
			continue
		}
		t := wording.ClientFees
		if st.Provisional {
			t = wording.ClientFeesProvisional
		}
		fmt.Fprintf(p.out, "  %s\n", sheet.Clean(p.say(t, p.shortDay(day), p.sum(st.Interest+st.Fees, cur), p.sum(st.Interest, cur), p.sum(st.Fees, cur))))
	}
}

// printFollowUp says of each plan that stands what its breach makes due, why it
// may not hold, and what is unusual about it.
func (p *program) printFollowUp(f *desk.File, today calendar.Date) {
	said := false
	say := func(r *desk.PlanRow, text string) {
		if text == "" {
			return
		}
		if !said {
			fmt.Fprintf(p.out, "\n%s\n", p.say(wording.TitleFollowUp))
			said = true
		}
		name := p.say(wording.PlanOfDay, p.shortDay(r.MadeOn))
		if v := wording.PlanVersion(p.lang, r.Version); v != "" {
			name += ", " + v
		}
		fmt.Fprintf(p.out, "  %s\n", sheet.Clean(p.say(wording.FollowUpOf, name, text)))
	}
	for i := range f.Plans {
		r := &f.Plans[i]
		say(r, wording.PlanBreach(p.lang, r.Plan.Clause, r.Accelerated, r.Plan.Currency, today))
		if r.Risk != plan.NoRisk {
			say(r, wording.PlanRisk(p.lang, r.Risk))
		}
		for _, w := range r.Warnings {
			say(r, wording.PlanWarning(p.lang, w, r.Plan.Currency, today))
		}
	}
}
