package directdebit

import (
	"slices"

	"relance/domain/calendar"
	"relance/domain/ident"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// Propose says which of the candidates a file made today can hold. A
// collection's day is the instalment's date moved to the next TARGET day, or the
// first day that the bank still takes where that is later; it is never
// before the pre-notification's end: such an instalment is left for a later
// file. Every candidate comes out once, collected or skipped. The order of the
// arguments does not matter.
//
// The first collection of a mandate is FRST, the others RCUR, that of a one-off
// mandate OOFF. A collection is FNAL when nothing can follow it: all other
// candidates of the client are collected before it under the same mandate or
// stand in files for days between today and its own, and every plan among them
// ends.
func Propose(candidates []Candidate, mandates []Mandate, creditor Creditor, o Options) Batch {
	r := newRun(mandates, creditor, o)
	candidates = slices.Clone(candidates)
	slices.SortFunc(candidates, compareCandidates)
	r.used(candidates)
	fault := CheckCreditor(creditor)
	for len(candidates) > 0 {
		n := 1
		for n < len(candidates) && candidates[n].Client == candidates[0].Client {
			n++
		}
		r.client(candidates[:n], fault)
		candidates = candidates[n:]
	}
	slices.SortFunc(r.batch.Collections, compareCollections)
	return r.batch
}

// run is one call of Propose.
type run struct {
	Options
	creditor string
	mandates map[ledger.ClientKey][]Mandate // in order of preference; use is noted as collections are added
	shared   map[string]bool                // references that several clients' mandates bear
	seen     map[Key]bool
	batch    Batch
}

func newRun(mandates []Mandate, creditor Creditor, o Options) *run {
	if o.CollectBy.IsZero() {
		o.CollectBy = o.Today.AddDays(DefaultHorizon)
	}
	o.LeadCORE = orDefault(o.LeadCORE, DefaultLead)
	o.LeadB2B = orDefault(o.LeadB2B, DefaultLead)
	o.Notice = orDefault(o.Notice, DefaultNotice)
	r := &run{
		Options:  o,
		creditor: creditor.ID,
		mandates: make(map[ledger.ClientKey][]Mandate),
		shared:   make(map[string]bool),
		seen:     make(map[Key]bool),
		batch:    Batch{Creditor: creditor.normal()},
	}
	mandates = slices.Clone(mandates)
	slices.SortFunc(mandates, compareMandates)
	owner := make(map[string]ledger.ClientKey)
	for _, m := range mandates {
		m.IBAN, m.BIC = ident.NormalIBAN(m.IBAN), ident.NormalBIC(m.BIC)
		if first, ok := owner[m.Reference]; ok && first != m.Client && first.Creditor == m.Client.Creditor {
			r.shared[m.Reference] = true
		}
		owner[m.Reference] = m.Client
		if !slices.ContainsFunc(r.mandates[m.Client], func(o Mandate) bool { return o.Reference == m.Reference }) {
			r.mandates[m.Client] = append(r.mandates[m.Client], m)
		}
	}
	return r
}

func orDefault(n, otherwise int) int {
	if n < 1 {
		return otherwise
	}
	return n
}

// used notes on the mandates what the candidates' earlier files say of them.
func (r *run) used(candidates []Candidate) {
	for i := range candidates {
		for _, is := range candidates[i].Already {
			for j := range r.mandates[candidates[i].Client] {
				if m := &r.mandates[candidates[i].Client][j]; m.Reference == is.Mandate {
					m.LastUsed = max(m.LastUsed, is.CollectOn)
					m.Ended = m.Ended || is.Sequence == Final
				}
			}
		}
	}
}

// client takes the candidates of one client, in order of their dates.
func (r *run) client(candidates []Candidate, fault Reason) {
	from := len(r.batch.Collections)
	open := false // a candidate is left that a later file may collect
	for _, c := range candidates {
		skipped := Skipped{Candidate: c, Reason: fault}
		if fault == NoReason {
			skipped = r.one(c)
		}
		if skipped.Reason == NoReason {
			continue
		}
		r.batch.Skipped = append(r.batch.Skipped, skipped)
		// What a file had for a day gone by and is not paid may be asked for again.
		pending := skipped.Reason == AlreadyIssued && skipped.Issue.CollectOn >= r.Today
		if !pending && skipped.Reason != Duplicate {
			open = true
		}
	}
	if !open && allEnd(candidates) {
		markFinal(r.batch.Collections[from:], candidates)
	}
}

// one takes a candidate into the batch, or says why not.
func (r *run) one(c Candidate) Skipped {
	skip := Skipped{Candidate: c}
	if skip.Reason = r.checkCandidate(c); skip.Reason != NoReason {
		return skip
	}
	issue, repeat := r.earlier(c)
	if repeat && !slices.Contains(r.Again, c.Key) {
		skip.Reason, skip.Issue = AlreadyIssued, issue
		return skip
	}
	endToEnd, ok := EndToEnd(c.Key, len(c.Already)+1)
	if !ok {
		skip.Reason = BadReference
		return skip
	}
	m, skip := r.choose(c)
	if m == nil {
		return skip
	}
	on := r.collectOn(c.Due, m.Scheme)
	out := Collection{
		Candidate: c, Mandate: *m, CollectOn: on, Sequence: Recurrent,
		EndToEnd: endToEnd, Debtor: debtor(c, *m), Repeat: repeat,
		Late: on > calendar.Target.NextBusinessDay(c.Due),
	}
	out.Structured, out.Text = remittance(c)
	switch {
	case m.OneOff:
		out.Sequence = OneOff
	case m.Ended: // by this very instalment
		out.Sequence = Final
	case m.LastUsed.IsZero():
		out.Sequence = First
	}
	m.LastUsed = max(m.LastUsed, on)
	r.batch.Collections = append(r.batch.Collections, out)
	return skip
}

// checkCandidate checks what needs no mandate.
func (r *run) checkCandidate(c Candidate) Reason {
	if r.seen[c.Key] {
		return Duplicate
	}
	r.seen[c.Key] = true
	switch {
	case c.Client.Creditor != r.creditor:
		return OtherCreditor
	case c.Amount.Currency != money.EUR:
		return NotEuro
	case c.Amount.Minor < MinAmount || c.Amount.Minor > MaxAmount:
		return AmountOutOfRange
	}
	return NoReason
}

// earlier gives the latest file that had the instalment. A file that had that
// number under another date, before the plan was drawn up anew, counts while
// its collection is still to come.
func (r *run) earlier(c Candidate) (Issue, bool) {
	var latest Issue
	found := false
	for _, is := range c.Already {
		same := is.Due.IsZero() || is.Due == c.Due || is.CollectOn >= r.Today
		if same && (!found || compareIssues(latest, is) < 0) {
			latest, found = is, true
		}
	}
	return latest, found
}

// collectOn gives the day of collection of a date in the plan. A file made on a
// day when the banks are closed reaches them on the next open one.
func (r *run) collectOn(due calendar.Date, s journal.Scheme) calendar.Date {
	lead := r.LeadCORE
	if s == journal.B2B {
		lead = r.LeadB2B
	}
	earliest := calendar.Target.AddBusinessDays(calendar.Target.NextBusinessDay(r.Today), lead)
	return max(calendar.Target.NextBusinessDay(due), earliest)
}

// debtor gives the account holder's name as the file can write it.
func debtor(c Candidate, m Mandate) string {
	if name := Text(m.Holder, MaxName); name != "" {
		return name
	}
	return Text(c.Name, MaxName)
}

// remittance gives the structured reference, or else the text, of a collection.
func remittance(c Candidate) (structured, text string) {
	switch {
	case c.Reference == "":
		return "", Text(c.Label, MaxText)
	case ident.CheckRF(c.Reference) == nil:
		return ident.NormalRF(c.Reference), ""
	case ident.CheckOGM(c.Reference) == nil:
		return ident.NormalOGM(c.Reference), ""
	}
	return "", Text(c.Reference+" "+c.Label, MaxText)
}

// allEnd reports whether of every plan among the candidates the last
// instalment is there.
func allEnd(candidates []Candidate) bool {
	ends := make(map[journal.ID]bool)
	for i := range candidates {
		ends[candidates[i].Plan] = ends[candidates[i].Plan] || candidates[i].End
	}
	for _, end := range ends {
		if !end {
			return false
		}
	}
	return true
}

// markFinal makes the last collection of a client FNAL where it is a recurrent
// one, all are under one mandate, and no other is on its day or later.
func markFinal(collections []Collection, candidates []Candidate) {
	if len(collections) == 0 {
		return
	}
	last := &collections[len(collections)-1]
	for i := range collections[:len(collections)-1] {
		if collections[i].CollectOn >= last.CollectOn || collections[i].Mandate.Reference != last.Mandate.Reference {
			return
		}
	}
	for i := range candidates {
		for _, is := range candidates[i].Already {
			if is.CollectOn >= last.CollectOn {
				return
			}
		}
	}
	if last.Sequence == Recurrent {
		last.Sequence = Final
	}
}
