package desk

import (
	"testing"

	"relance/domain/act"
	"relance/domain/journal"
	"relance/domain/ledger"
)

// A bank transfer shows the client's total, as it is or as the list shows it.
func TestSearchFindsTotals(t *testing.T) {
	s, _ := open(t, book(monday-1,
		invoice("F1", monday-90, monday-60, 1_000_30), invoice("F2", monday-80, monday-50, 500_40), invoice("F3", monday-5, monday+25, 200_00),
	), nil, monday)
	f1 := ledger.ItemKey{Kind: ledger.Invoice, Number: "F1", Date: monday - 90}
	v := do(t, s, act.Dispute{
		Base: act.Base{Client: key}, Contact: act.Contact{Minute: -1}, Reason: journal.Price,
		Items: []journal.Part{{Item: f1, Amount: 300_30}},
	}).View
	for _, c := range []struct {
		query string
		what  HitKind
		minor int64
	}{
		{"1 500,70", HitOverdue, 1_500_70},
		{"1500,70", HitOverdue, 1_500_70},
		{"1500", HitOverdue, 1_500_70}, // cut
		{"1501", HitOverdue, 1_500_70}, // rounded, as the list shows it
		{"1 200,40", HitCollectible, 1_200_40},
		{"1700,70", HitExposure, 1_700_70},
		{"500,40", HitAmount, 500_40},
		{"500", HitAmount, 500_40},
	} {
		hits := v.Search(c.query, 10)
		if len(hits) != 1 || hits[0].What != c.what || hits[0].Sum.Minor != c.minor {
			t.Errorf("%q: %+v", c.query, hits)
		}
	}
	for _, query := range []string{"1502", "1500,71", "0", "-1500,70"} {
		if hits := v.Search(query, 10); len(hits) > 0 {
			t.Errorf("%q: %+v", query, hits)
		}
	}
}
