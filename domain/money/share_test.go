package money_test

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"math"
	"math/big"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/money"
)

func TestMulDiv(t *testing.T) {
	tests := []struct{ a, num, den, want int64 }{
		{5, 1, 2, 3},
		{-5, 1, 2, -3},
		{5, -1, 2, -3},
		{-5, 1, -2, 3},
		{4, 1, 3, 1},
		{1, 1, 3, 0},
		{2, 1, 3, 1},
		{math.MaxInt64, math.MaxInt64, math.MaxInt64, math.MaxInt64},
		{math.MinInt64, math.MinInt64, math.MinInt64, math.MinInt64},
		{math.MaxInt64, 2, 1, math.MaxInt64},
		{math.MinInt64, 2, 1, math.MinInt64},
		{math.MaxInt64, math.MaxInt64, -1, math.MinInt64},
		{7, 1, 0, 0},
		{1, 1, math.MinInt64, 0},
	}
	for _, tt := range tests {
		if got := money.MulDiv(tt.a, tt.num, tt.den); got != tt.want {
			t.Errorf("MulDiv(%d, %d, %d) = %d, want %d", tt.a, tt.num, tt.den, got, tt.want)
		}
	}
}

// The independent value: floor(2·|a·num| + |den|) / 2·|den| in big integers.
func TestMulDivAgreesWithBigIntegers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, num := rapid.Int64().Draw(t, "a"), rapid.Int64().Draw(t, "num")
		den := rapid.Int64().Filter(func(n int64) bool { return n != 0 }).Draw(t, "den")
		product := new(big.Int).Mul(big.NewInt(a), big.NewInt(num))
		sign := product.Sign() * big.NewInt(den).Sign()
		d := new(big.Int).Abs(big.NewInt(den))
		q := product.Abs(product).Lsh(product, 1)
		q.Add(q, d).Quo(q, d.Lsh(d, 1))
		if sign < 0 {
			q.Neg(q)
		}
		want := q.Int64()
		switch {
		case q.Cmp(big.NewInt(math.MaxInt64)) > 0:
			want = math.MaxInt64
		case q.Cmp(big.NewInt(math.MinInt64)) < 0:
			want = math.MinInt64
		}
		if got := money.MulDiv(a, num, den); got != want {
			t.Fatalf("MulDiv(%d, %d, %d) = %d, want %d", a, num, den, got, want)
		}
	})
}

func TestPercent(t *testing.T) {
	for _, tt := range []struct{ minor, ppm, want int64 }{
		{100001, 500_000, 50001},
		{-100001, 500_000, -50001},
		{10000, 333_333, 3333},
		{1000000000000000, 1_000_000, 1000000000000000},
	} {
		if got := money.Of(tt.minor, money.EUR).Percent(tt.ppm); got != money.Of(tt.want, money.EUR) {
			t.Errorf("%d × %d ppm = %v, want %d", tt.minor, tt.ppm, got, tt.want)
		}
	}
}

func minors(parts []money.Amount) []int64 {
	out := make([]int64, len(parts))
	for i, p := range parts {
		out[i] = p.Minor
	}
	return out
}

func TestSplit(t *testing.T) {
	tests := []struct {
		total int64
		n     int
		want  []int64
	}{
		{1000000, 7, []int64{142857, 142857, 142857, 142857, 142857, 142857, 142858}},
		{-1000000, 3, []int64{-333333, -333333, -333334}},
		{2, 3, []int64{0, 0, 2}},
		{5, 1, []int64{5}},
		{5, 0, []int64{}},
		{5, -1, []int64{}},
	}
	for _, tt := range tests {
		if got := minors(money.Split(money.Of(tt.total, money.EUR), tt.n)); !slices.Equal(got, tt.want) {
			t.Errorf("Split(%d, %d) = %v, want %v", tt.total, tt.n, got, tt.want)
		}
	}
}

func TestSplitWeights(t *testing.T) {
	tests := []struct {
		total   int64
		weights []int64
		want    []int64
	}{
		{10000, []int64{30, 50, 20}, []int64{3000, 5000, 2000}},
		{100, []int64{1, 1, 1}, []int64{33, 33, 34}},
		{-100, []int64{1, 1, 1}, []int64{-33, -33, -34}},
		{100, []int64{1, 2, 0}, []int64{33, 67, 0}},
		{100, []int64{0, 0}, nil},
		{100, nil, nil},
		{100, []int64{1, -1, 3}, nil},
		{100, []int64{math.MaxInt64, 1}, nil},
		{math.MaxInt64, []int64{1, math.MaxInt64 - 1}, []int64{1, math.MaxInt64 - 1}},
	}
	for _, tt := range tests {
		if got := money.SplitWeights(tt.total, tt.weights); !slices.Equal(got, tt.want) {
			t.Errorf("SplitWeights(%d, %v) = %v, want %v", tt.total, tt.weights, got, tt.want)
		}
	}
}

func TestSplitsSumBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := money.Of(rapid.Int64().Draw(t, "total"), money.EUR)
		n := rapid.IntRange(1, 60).Draw(t, "n")
		sum := money.Amount{}
		parts := money.Split(a, n)
		for i, p := range parts {
			sum = sum.Add(p)
			if i < n-1 && p != parts[0] {
				t.Fatalf("parts differ: %v", parts)
			}
		}
		if sum != a || len(parts) != n {
			t.Fatalf("Split(%v, %d) sums to %v", a, n, sum)
		}
		weights := rapid.SliceOfN(rapid.Int64Range(0, 1_000_000_000), 1, 30).Draw(t, "weights")
		shares := money.SplitWeights(a.Minor, weights)
		if shares == nil {
			return // all weights were zero
		}
		var total int64
		for i, s := range shares {
			total += s
			if weights[i] == 0 && s != 0 {
				t.Fatalf("a share without weight: %v of %v", shares, weights)
			}
		}
		if total != a.Minor || len(shares) != len(weights) {
			t.Fatalf("SplitWeights(%d, %v) = %v sums to %d", a.Minor, weights, shares, total)
		}
	})
}

// instalmentRules says of every row of the published cases of other programs
// which weights give it here, or why it is another rule.
var instalmentRules = map[string]struct {
	weights []int64
	why     string
}{
	"1":  {weights: []int64{50, 50}},
	"2":  {why: "that program rounds the first part half up; here parts are truncated"},
	"4":  {why: "a fixed amount among shares: no such splits here"},
	"5":  {why: "a fixed amount among shares: no such splits here"},
	"7":  {why: "cash rounding in another currency"},
	"8":  {why: "a fixed amount among shares: no such splits here"},
	"10": {why: "shares without a total"},
	"11": {why: "the first part rounded to whole units"},
	"13": {weights: []int64{30, 50, 20}},
	"14": {weights: []int64{30, 50, 20}},
}

func TestSplitsOfOtherPrograms(t *testing.T) {
	const name = "../../../shared/data/cases/instalment_splits.csv"
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("published cases not present: " + name)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		rule, listed := instalmentRules[row[0]]
		if !listed {
			t.Errorf("row %s is not listed: %v", row[0], row)
			continue
		}
		if rule.why != "" {
			t.Logf("row %s does not apply: %s", row[0], rule.why)
			continue
		}
		total, err := money.ParseWith(row[1], money.EUR, '.')
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range money.SplitWeights(total.Minor, rule.weights) {
			got = append(got, money.FormatPlain(money.Of(m, money.EUR)))
		}
		if strings.Join(got, ";") != row[3] {
			t.Errorf("row %s: %s of %s = %v, want %s", row[0], row[2], row[1], got, row[3])
		}
	}
}
