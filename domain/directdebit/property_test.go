package directdebit_test

import (
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/directdebit"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

var accounts = []string{
	"FR1420041010050500013M02606", "BE68539007547034", "DE89370400440532013000", "CH9300762011623852957", "GB82WEST12345698765432", "wrong",
}

func someMandates(t *rapid.T) []directdebit.Mandate {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) directdebit.Mandate {
		m := directdebit.Mandate{
			Client:    client(fmt.Sprint("C", rapid.IntRange(0, 4).Draw(t, "client"))),
			Reference: fmt.Sprint("RUM", rapid.IntRange(0, 20).Draw(t, "reference")),
			IBAN:      rapid.SampledFrom(accounts).Draw(t, "account"),
			BIC:       rapid.SampledFrom([]string{"", "", "PSSTFRPPXXX", "x"}).Draw(t, "bank"),
			Holder:    rapid.SampledFrom([]string{"", "Hôtel Œuvré"}).Draw(t, "holder"),
			SignedOn:  today.AddDays(-rapid.IntRange(-5, 1200).Draw(t, "signed")),
			Scheme:    rapid.SampledFrom([]journal.Scheme{journal.CORE, journal.B2B}).Draw(t, "scheme"),
			OneOff:    rapid.Bool().Draw(t, "one-off"),
		}
		if rapid.IntRange(0, 3).Draw(t, "used") == 0 {
			m.LastUsed = today.AddDays(-rapid.IntRange(-10, 1500).Draw(t, "days ago"))
		}
		if rapid.IntRange(0, 9).Draw(t, "revoked") == 0 {
			m.RevokedOn = today
		}
		return m
	}), 0, 12).Draw(t, "mandates")
}

func someCandidates(t *rapid.T) []directdebit.Candidate {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) directdebit.Candidate {
		plan := rapid.Uint64Range(1, 6).Draw(t, "plan")
		c := directdebit.Candidate{
			Key:       key(plan, rapid.IntRange(1, 12).Draw(t, "no")),
			Client:    client(fmt.Sprint("C", plan%5)),
			Name:      rapid.SampledFrom([]string{"Société", "Café & Cie", "…"}).Draw(t, "name"),
			Nature:    rapid.SampledFrom([]ledger.Nature{ledger.Business, ledger.Consumer}).Draw(t, "nature"),
			Due:       today.AddDays(rapid.IntRange(-20, 40).Draw(t, "due")),
			Amount:    money.Of(rapid.SampledFrom([]int64{0, 1, 99, 12345, 99_999_999_999, 100_000_000_000}).Draw(t, "amount"), money.EUR),
			Announced: today.AddDays(-rapid.IntRange(0, 40).Draw(t, "announced")),
			Label:     rapid.StringN(0, 20, 100).Draw(t, "label"),
			End:       rapid.Bool().Draw(t, "end"),
		}
		if rapid.IntRange(0, 4).Draw(t, "issued") == 0 {
			c.Already = []directdebit.Issue{{CollectOn: today.AddDays(rapid.IntRange(-40, 5).Draw(t, "on")), Mandate: "RUM1", Sequence: directdebit.Final}}
		}
		return c
	}), 0, 25).Draw(t, "candidates")
}

// Whatever comes in: every candidate comes out once, the sum is that of what
// is collected, every collection keeps the rules, and the order of what came in
// does not matter.
func TestProposals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		candidates, mandates := someCandidates(t), someMandates(t)
		o := directdebit.Options{Today: today.AddDays(rapid.IntRange(0, 6).Draw(t, "today")), Again: []directdebit.Key{key(1, 1), key(2, 2)}}
		b := directdebit.Propose(candidates, mandates, us, o)

		left := make(map[string]int)
		for _, c := range candidates {
			left[fmt.Sprintf("%+v", c)]++
		}
		var sum int64
		for _, c := range b.Collections {
			left[fmt.Sprintf("%+v", c.Candidate)]--
			sum += c.Amount.Minor
			checkCollection(t, c, o)
		}
		for _, s := range b.Skipped {
			left[fmt.Sprintf("%+v", s.Candidate)]--
			if s.Reason == directdebit.NoReason || s.Reason >= directdebit.ReasonCount {
				t.Fatalf("skipped without reason: %+v", s)
			}
		}
		for c, n := range left {
			if n != 0 {
				t.Fatalf("%d too few: %s", n, c)
			}
		}
		if sum != b.Total() {
			t.Fatalf("total %d, sum %d", b.Total(), sum)
		}
		checkMandates(t, b)

		again := directdebit.Propose(rapid.Permutation(candidates).Draw(t, "p"), rapid.Permutation(mandates).Draw(t, "q"), us, o)
		if !reflect.DeepEqual(b, again) {
			t.Fatalf("the order matters:\n%+v\n%+v", b, again)
		}
	})
}

func checkCollection(t *rapid.T, c directdebit.Collection, o directdebit.Options) {
	_, attempt, ok := directdebit.ParseEndToEnd(c.EndToEnd)
	switch {
	case !ok, attempt != len(c.Already)+1,
		c.CollectOn < c.Due, c.CollectOn <= o.Today, c.CollectOn > o.Today.AddDays(14),
		!calendar.Target.IsBusinessDay(c.CollectOn),
		c.CollectOn.Sub(c.Announced) < 14,
		c.CollectOn.AddMonths(-36) > max(c.Mandate.SignedOn, c.Mandate.LastUsed).AddDays(3),
		c.Amount.Minor < 1 || c.Amount.Minor > 99_999_999_999,
		c.Mandate.Client != c.Client, !c.Mandate.RevokedOn.IsZero(), c.Mandate.SignedOn > o.Today,
		c.Mandate.Scheme == journal.B2B && c.Nature == ledger.Consumer,
		!directdebit.IsText(c.Debtor, 70), c.Text != "" && !directdebit.IsText(c.Text, 140),
		(c.Sequence == directdebit.OneOff) != c.Mandate.OneOff:
		t.Fatalf("%+v", c)
	}
}

// checkMandates: a reference is used by one client; FRST and OOFF come once
// and first, FNAL once and last.
func checkMandates(t *rapid.T, b directdebit.Batch) {
	owner := make(map[string]ledger.ClientKey)
	seen := make(map[string][]directdebit.Sequence)
	instalments := make(map[directdebit.Key]bool)
	identifiers := make(map[string]bool)
	for _, c := range b.Collections {
		ref := c.Mandate.Reference
		if o, ok := owner[ref]; ok && o != c.Client || instalments[c.Key] || identifiers[c.EndToEnd] {
			t.Fatalf("twice: %+v", c)
		}
		owner[ref], instalments[c.Key], identifiers[c.EndToEnd] = c.Client, true, true
		seen[ref] = append(seen[ref], c.Sequence)
	}
	for ref, list := range seen {
		firsts := 0
		for i, s := range list {
			if s == directdebit.First {
				firsts++
			}
			once := s == directdebit.Final && i != len(list)-1 || s == directdebit.OneOff && len(list) > 1
			if firsts > 1 || once && !anyRepeat(b, ref) {
				t.Fatalf("%s: %v", ref, list)
			}
		}
	}
}

func anyRepeat(b directdebit.Batch, reference string) bool {
	for _, c := range b.Collections {
		if c.Mandate.Reference == reference && len(c.Already) > 0 {
			return true
		}
	}
	return false
}
