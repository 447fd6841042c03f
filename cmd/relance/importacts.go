package main

import (
	"fmt"

	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/plan"
	"relance/domain/promise"
	"relance/domain/wording"
	"relance/store/sheet"
	"relance/tui/say"
)

// strandedAct is something agreed on an item that an import takes away.
type strandedAct struct {
	client ledger.ClientKey
	name   string
	item   ledger.ItemKey
	kind   string // promise, plan or dispute
	id     journal.ID
	text   string
}

// actOut is what scripts get of it.
type actOut struct {
	Client   string  `json:"client"`
	Creditor string  `json:"creditor"`
	Name     string  `json:"name"`
	Number   string  `json:"number"`
	Date     *string `json:"date"`
	Kind     string  `json:"kind"`
	ID       string  `json:"id"`
	Text     string  `json:"text"`
}

func actsOut(acts []strandedAct) []actOut {
	out := make([]actOut, len(acts))
	for i, a := range acts {
		out[i] = actOut{a.client.Account, a.client.Creditor, a.name, a.item.Number, dateOut(a.item.Date), a.kind, a.id.String(), a.text}
	}
	return out
}

// findStranded lists what was agreed and still stands on items that are no
// longer in the ledger, in the order of the clients.
func (r *importRun) findStranded() {
	if r.office == nil {
		return
	}
	gone := map[ledger.ClientKey]map[ledger.ItemKey]bool{}
	var keys []ledger.ClientKey
	for _, f := range r.reads {
		for _, g := range f.change.Diff.VanishedItems {
			if gone[g.Client] == nil {
				gone[g.Client] = map[ledger.ItemKey]bool{}
				keys = append(keys, g.Client)
			}
			gone[g.Client][g.Item] = true
		}
	}
	for _, key := range keys {
		if f := r.office.view().File(key, [3]byte{}); f != nil {
			r.stranded = append(r.stranded, r.p.strandedOf(f, gone[key])...)
		}
	}
}

// findEdited lists the values of clients files that replace words typed by hand.
func (r *importRun) findEdited() {
	if r.office == nil {
		return
	}
	for _, f := range r.reads {
		f.edited = r.office.view().Edited(f.creditor.ID, f.batch.Changed)
	}
}

// edited counts them.
func (r *importRun) edited() (n int) {
	for _, f := range r.reads {
		n += len(f.edited)
	}
	return n
}

// strandedOf joins what stands in a client's file with the items that go.
func (p *program) strandedOf(f *desk.File, gone map[ledger.ItemKey]bool) (out []strandedAct) {
	find := say.FindIn(f.Timeline)
	add := func(kind string, id journal.ID, parts []journal.Part) {
		for i := range parts {
			if !gone[parts[i].Item] {
				continue
			}
			a := strandedAct{client: f.Client.Key, name: f.Client.Name, item: parts[i].Item, kind: kind, id: id}
			if e := find(id); e != nil {
				a.text = p.eventText(e, f)
			}
			out = append(out, a)
		}
	}
	for i := range f.Promises {
		switch r := &f.Promises[i]; r.State {
		case promise.Open, promise.ToVerify, promise.PartiallyKept, promise.Broken:
			add("promise", r.ID, r.Parts)
		case promise.Kept, promise.Withdrawn, promise.Superseded:
		}
	}
	for i := range f.Plans {
		switch r := &f.Plans[i]; r.Standing.State {
		case plan.Draft, plan.Proposed, plan.Signed, plan.Breached:
			add("plan", r.Plan.ID, r.Plan.Items)
		case plan.Completed, plan.Cancelled, plan.Superseded:
		}
	}
	for i := range f.Disputes {
		if r := &f.Disputes[i]; r.State == desk.DisputeOpen {
			add("dispute", r.ID, r.Items)
		}
	}
	return out
}

const strandedShown = 20

// showStranded names them: client, item, act.
func (r *importRun) showStranded() {
	n := len(r.stranded)
	if n == 0 {
		return
	}
	p := r.p
	fmt.Fprintln(p.out, p.counted(n, wording.ImportStranded))
	for _, a := range r.stranded[:min(n, strandedShown)] {
		fmt.Fprintln(p.out, "  "+sheet.Clean(joined(" · ", a.client.Account+" "+a.name, a.item.Number, a.text)))
	}
	if n > strandedShown {
		fmt.Fprintln(p.out, "  "+p.counted(n-strandedShown, wording.ImportMoreActs))
	}
}
