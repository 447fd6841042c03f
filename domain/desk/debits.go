package desk

import (
	"cmp"
	"slices"
	"strings"

	"relance/domain/act"
	"relance/domain/ledger"
)

// IssueDebits notes, durably and all together, the instalments that go into a
// direct-debit file. Each client has an act of its own, so that each can be
// taken back. It builds on nothing: what the bank was handed it collects, whatever
// becomes of the plan here. A debit whose plan the client does not have is refused, and with
// it the whole.
func (s *Session) IssueDebits(c act.IssueDebits) (Done, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cfg.Store == nil || s.cfg.ReadOnly || s.cfg.AsOf != 0 {
		return Done{}, refuse(ErrReadOnly, "read-only")
	}
	if len(c.Debits) == 0 {
		return Done{}, refuse(ErrNothing, "debits")
	}
	list := slices.Clone(c.Debits)
	slices.SortStableFunc(list, func(x, y act.Debit) int {
		return cmp.Or(strings.Compare(x.Client.Creditor, y.Client.Creditor), strings.Compare(x.Client.Account, y.Client.Account))
	})
	var contents []decided
	for _, d := range list {
		a := s.View().account(d.Client)
		if a == nil {
			return Done{}, &Error{Code: ErrNoClient, Detail: d.Client.Account}
		}
		row := a.planRow(d.Issued.Plan)
		if row == nil || int(d.Issued.Number) < 1 || int(d.Issued.Number) > len(row.Plan.Instalments) {
			return Done{}, refuse(ErrStale, d.Issued.Plan.String())
		}
		if item, barred := a.judgment.barred(row.Plan.Items); barred {
			return Done{}, refuse(ErrBarred, item.Number)
		}
		contents = append(contents, decided{content: d.Issued})
	}
	events := s.record(ledger.ClientKey{}, contents)
	for i := range events {
		events[i].Client = list[i].Client
		if i > 0 && list[i].Client == list[i-1].Client {
			events[i].Act = events[i-1].Act
		} else {
			events[i].Act = events[i].ID
		}
	}
	if err := s.cfg.Store.Append(events); err != nil {
		return Done{}, &Error{Code: ErrStore, Detail: "append", Err: err}
	}
	var done Done
	for from := 0; from < len(events); {
		to := from + 1
		for to < len(events) && events[to].Client == events[from].Client {
			to++
		}
		done = s.fold(events[from].Client, events[from:to])
		from = to
	}
	return Done{Act: events[0].Act, Events: events, View: done.View}, nil
}
