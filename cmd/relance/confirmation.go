package main

import (
	"fmt"
	"path/filepath"

	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/paper"
	"relance/tui/ports"
)

// confirmation is what confirms an act to the debtor: the template and its data,
// or the plan whose papers do.
type confirmation struct {
	name   string // of the template
	kind   string // what its files are called
	data   paper.Data
	plan   journal.ID // a plan's own; zero = none
	person string
}

// Draft implements ports.Confirmations: the text of what Prepare writes. Where a
// template of the user is not right the program's own is taken; Prepare says so.
func (s *seated) Draft(last journal.ID, client ledger.ClientKey) (string, bool) {
	c, n, err := s.confirm(s.p, last, client)
	if err != nil || n == nil {
		return "", false
	}
	doc, err := c.doc(n.name, n.data)
	if err != nil {
		c.shipped = true
		doc, err = c.doc(n.name, n.data)
	}
	return paper.Text(doc), err == nil
}

// Prepare implements ports.Confirmations.
func (s *seated) Prepare(last journal.ID, client ledger.ClientKey, lang wording.Lang) (ports.Prepared, error) {
	p := *s.p // errors are said in the screen's language
	p.lang = lang
	out, err := s.prepare(&p, last, client)
	if err != nil {
		return out, p.fault(err)
	}
	return out, nil
}

func (s *seated) prepare(p *program, last journal.ID, client ledger.ClientKey) (ports.Prepared, error) {
	c, n, err := s.confirm(p, last, client)
	if err != nil || n == nil {
		return ports.Prepared{}, err
	}
	folder := filepath.Join(filepath.Dir(s.office.db.Path()), "papers")
	if !s.office.temporary { // papers of a fictional client go with the fictional portfolio
		if folder, err = p.papersFolder(); err != nil {
			return ports.Prepared{}, err
		}
	}
	var out ports.Prepared
	var files []paperFile
	base := dayName(n.kind, c, c.day)
	if row := c.file.Plan(n.plan); !n.plan.IsZero() && row != nil {
		papers, err := c.planPapers(row, n.person)
		if err != nil {
			return out, err
		}
		base = "plan-" + safeName(planTitle(c.file, row))
		out.Text, files = papers.text, papers.files
	} else {
		doc, err := c.doc(n.name, n.data)
		if err != nil {
			return out, err
		}
		message, err := c.message(doc)
		if err != nil {
			return out, err
		}
		out.Text, files = paper.Text(doc), []paperFile{message}
	}
	out.Files, err = p.writeBeside(folder, base, files)
	return out, err
}

// confirm finds what confirms an act of a client; nil where nothing is to be
// confirmed.
func (s *seated) confirm(p *program, last journal.ID, client ledger.ClientKey) (*paperCase, *confirmation, error) {
	v := s.office.view()
	file := v.File(client, money.Currency{})
	if file == nil {
		return nil, nil, nil
	}
	c, err := p.paperCase(v, file, "")
	if err != nil {
		return nil, nil, err
	}
	n, err := c.confirmation(v.Act(client, last))
	return c, n, err
}

// confirmation finds the last thing that the events of an act agreed.
func (c *paperCase) confirmation(events []*journal.Event) (*confirmation, error) {
	var n *confirmation
	person := ""
	for _, e := range events {
		var found *confirmation
		switch x := e.Content.(type) {
		case journal.CallLogged:
			person = x.Person.Body
			if x.Outcome == journal.Documents {
				found = c.callNote(e, wording.PaperDocuments.In(c.lang.String()))
			}
		case journal.PromiseMade:
			found = c.promised(e, &x)
			if person == "" {
				person = x.Person.Body
			}
		case journal.PlanDrafted:
			found = c.planned(e, x.Plan.ID)
		case journal.PlanProposed:
			found = c.planned(e, x.Plan.ID)
		case journal.PlanSigned:
			found = c.planned(e, x.Plan.ID)
		case journal.DisputeOpened:
			found = c.disputed(e, &x)
		case journal.CallbackSet:
			found = c.callback(e, &x)
		case journal.ReceiptSeen:
			found = c.received(e, &x)
		}
		if found != nil {
			n = found
		}
	}
	if n == nil {
		return nil, nil
	}
	return n, c.addressed(n, person)
}

// addressed completes a confirmation with the person whom it addresses.
func (c *paperCase) addressed(n *confirmation, person string) error {
	n.person = person
	switch d := n.data.(type) {
	case paper.PromiseNote:
		d.Person, n.data = person, d
	case paper.DisputeNote:
		d.Person, n.data = person, d
	case paper.CallNote:
		d.Person, n.data = person, d
	case nil:
		row := c.file.Plan(n.plan)
		if row == nil {
			return nil
		}
		a, err := c.agreement(row)
		n.data = c.planNote(row, &a, person)
		return err
	}
	return nil
}

func (c *paperCase) promised(e *journal.Event, x *journal.PromiseMade) *confirmation {
	return &confirmation{name: paper.NamePromise, kind: "promise", data: paper.PromiseNote{
		Head: c.head(), MadeOn: e.Day, Amount: x.Amount, Due: x.Due, Items: c.items(x.Items),
	}}
}

func (c *paperCase) planned(e *journal.Event, id journal.ID) *confirmation {
	if id.IsZero() {
		id = e.ID
	}
	return &confirmation{name: paper.NamePlan, kind: "plan", plan: id}
}

func (c *paperCase) disputed(e *journal.Event, x *journal.DisputeOpened) *confirmation {
	cur := c.file.Creditor.Currency
	items := c.items(x.Items)
	var sum, rest int64
	dueNow := true // of what is not disputed, all
	for i, part := range x.Items {
		sum += part.Amount
		if row := c.file.ItemOf(part.Item); row != nil {
			cur = row.Currency
			rest += max(row.Open-part.Amount, 0)
			dueNow = dueNow && (row.DaysLate > 0 || row.Open <= part.Amount)
			items[i].Remaining = in(cur, row.Open)
		}
		items[i].Disputed = in(cur, part.Amount)
	}
	return &confirmation{name: paper.NameDispute, kind: "dispute", data: paper.DisputeNote{
		Head: c.head(), MadeOn: e.Day, Items: items, Amount: in(cur, sum), Undisputed: in(cur, rest), DueNow: dueNow,
		Reason: wording.PaperDispute(c.lang.String(), x.Reason), AnswerBy: x.Due,
	}}
}

func (c *paperCase) callback(e *journal.Event, x *journal.CallbackSet) *confirmation {
	if x.Automatic {
		return nil
	}
	n := c.callNote(e, wording.PaperCallback.In(c.lang.String()))
	note := n.data.(paper.CallNote)
	note.NextOn = x.Day
	if x.Minute >= 0 {
		note.At = *hourOut(x.Minute)
	}
	note.Items, n.data = nil, note
	return n
}

func (c *paperCase) received(e *journal.Event, x *journal.ReceiptSeen) *confirmation {
	what := fmt.Sprintf(wording.PaperReceipt.In(c.lang.String()), paper.Amount(c.lang, x.Amount), paper.Date(c.lang, x.On))
	n := c.callNote(e, what)
	note := n.data.(paper.CallNote)
	note.Items, n.kind, n.data = c.items(x.Items), "receipt", note
	return n
}

// callNote confirms what a call agreed beside; what is overdue goes with it.
func (c *paperCase) callNote(e *journal.Event, what string) *confirmation {
	var late []journal.Part
	for i := range c.file.Items[:c.file.OpenItems] {
		if it := &c.file.Items[i]; it.DaysLate > 0 && it.Currency == c.file.Creditor.Currency {
			late = append(late, journal.Part{Item: it.Key, Amount: it.Open})
		}
	}
	return &confirmation{name: paper.NameCall, kind: "call", data: paper.CallNote{Head: c.head(), MadeOn: e.Day, What: what, Items: c.items(late)}}
}
