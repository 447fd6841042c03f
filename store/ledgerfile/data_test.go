package ledgerfile

import (
	"bytes"
	"encoding/json"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"relance/domain/ledger"
)

const shared = "../../../shared/data"

func sharedFile(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(shared, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("real files not present: %s", name)
	}
	return path
}

// balances computes debit − credit of each client the slow way: lines and
// fields split by the standard library, amounts as rationals.
func balances(t *testing.T, path string) (all, open map[string]*big.Rat) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(string(raw), "\uFEFF"), "\r", ""), "\n")
	sep := "\t"
	for _, s := range []string{"|", ";"} {
		if strings.Count(lines[0], s) > strings.Count(lines[0], sep) {
			sep = s
		}
	}
	at := map[string]int{}
	for i, name := range strings.Split(lines[0], sep) {
		at[strings.ToLower(name)] = i
	}
	all, open = map[string]*big.Rat{}, map[string]*big.Rat{}
	for _, line := range lines[1:] {
		f := strings.Split(line, sep)
		if len(f) < 14 {
			continue
		}
		get := func(name string) string { return strings.TrimSpace(f[at[name]]) }
		account := get("comptenum")
		if !strings.HasPrefix(account, "411") && !strings.HasPrefix(account, "413") && !strings.HasPrefix(account, "416") {
			continue
		}
		key := get("compauxnum")
		if key == "" {
			key = account
		}
		v := new(big.Rat)
		if _, signed := at["montant"]; signed {
			v = rat(t, get("montant"))
			if get("sens") == "C" {
				v.Neg(v)
			}
		} else {
			v.Sub(rat(t, get("debit")), rat(t, get("credit")))
		}
		if v.Sign() == 0 {
			continue
		}
		if all[key] == nil {
			all[key], open[key] = new(big.Rat), new(big.Rat)
		}
		all[key].Add(all[key], v)
		if get("ecriturelet") == "" {
			open[key].Add(open[key], v)
		}
	}
	return all, open
}

func rat(t *testing.T, s string) *big.Rat {
	if s == "" {
		return new(big.Rat)
	}
	v, ok := new(big.Rat).SetString(strings.ReplaceAll(s, ",", "."))
	if !ok {
		t.Fatalf("amount %q", s)
	}
	return v
}

func TestRealFECs(t *testing.T) {
	tests := []struct {
		file     string
		clients  int
		rows     int
		findings []ledger.FindingCode
		absent   []ledger.FindingCode
	}{
		{
			"0000000001FEC20220831.txt", 17, 5422,
			[]ledger.FindingCode{ledger.FindingBOM, ledger.FindingFileName, ledger.FindingGroupOpen, ledger.FindingOpening, ledger.FindingPadding},
			[]ledger.FindingCode{ledger.FindingUnbalanced, ledger.FindingEntryZero, ledger.FindingValidDate},
		},
		{
			"000000000FEC20231231.txt", 4, 2102,
			[]ledger.FindingCode{ledger.FindingEntryZero, ledger.FindingValidDate},
			[]ledger.FindingCode{ledger.FindingExtraColumns, ledger.FindingFileName, ledger.FindingClosing, ledger.FindingUnbalanced},
		},
		{
			"111111111FEC20221231.TXT", 34, 934,
			[]ledger.FindingCode{ledger.FindingTrailingSeparator, ledger.FindingPadding, ledger.FindingClosing, ledger.FindingHeaderCase},
			[]ledger.FindingCode{ledger.FindingUnbalanced, ledger.FindingExtraColumns, ledger.FindingFileName},
		},
		{
			"clementsaas_test_fec_semicolon.txt", 1, 6,
			[]ledger.FindingCode{ledger.FindingSeparator, ledger.FindingEmptyAmount, ledger.FindingFileName, ledger.FindingValidDate},
			[]ledger.FindingCode{ledger.FindingUnbalanced},
		},
		{
			"lsn_sample_pipe_montant_sens.txt", 1, 4,
			[]ledger.FindingCode{ledger.FindingFileName},
			[]ledger.FindingCode{ledger.FindingUnbalanced, ledger.FindingMissingColumns},
		},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			path := sharedFile(t, "fec/"+tt.file)
			b, err := ReadFile(path, Options{})
			if err != nil {
				t.Fatalf("refused: %+v", err)
			}
			found := codes(b)
			for _, c := range tt.findings {
				if found[c].Count == 0 {
					t.Errorf("finding %d missing", c)
				}
			}
			for _, c := range tt.absent {
				if found[c].Count != 0 {
					t.Errorf("unexpected finding %+v", found[c])
				}
			}
			if len(b.Accounts) != tt.clients || b.Source.Rows != tt.rows {
				t.Errorf("%d clients, %d rows", len(b.Accounts), b.Source.Rows)
			}
			compareBalances(t, b, path)
		})
	}
}

func compareBalances(t *testing.T, b *ledger.Batch, path string) {
	t.Helper()
	all, open := balances(t, path)
	gotAll, gotOpen := map[string]*big.Rat{}, map[string]*big.Rat{}
	for _, a := range b.Accounts {
		sum, left := new(big.Rat), new(big.Rat)
		for _, it := range a.Items {
			v := big.NewRat(it.Amount, 100)
			sum.Add(sum, v)
			if it.Matching == "" {
				left.Add(left, v)
			}
		}
		gotAll[a.Client.Key.Account], gotOpen[a.Client.Key.Account] = sum, left
	}
	same := func(a, b *big.Rat) bool { return a.Cmp(b) == 0 }
	if !maps.EqualFunc(all, gotAll, same) {
		t.Errorf("balances by client: got %v, want %v", gotAll, all)
	}
	if !maps.EqualFunc(open, gotOpen, same) {
		t.Errorf("unmatched by client: got %v, want %v", gotOpen, open)
	}
}

// TestNaughtyTexts puts hostile strings where a file has texts: what comes out
// is one line of clean text, and the amounts are not touched.
func TestNaughtyTexts(t *testing.T) {
	raw, err := os.ReadFile(sharedFile(t, "hostile/blns.json"))
	if err != nil {
		t.Fatal(err)
	}
	var naughty []string
	if err := json.Unmarshal(raw, &naughty); err != nil {
		t.Fatal(err)
	}
	for _, s := range naughty {
		s = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ").Replace(s)
		text := fecHead + strings.ReplaceAll(sale("1", "20250105", "C1", "F1", ""), "Libelle F1", s)
		b, err := Read(strings.NewReader(text), Options{Name: fecName})
		if err != nil {
			t.Errorf("%q: %+v", s, err)
			continue
		}
		it := b.Accounts[0].Items[0]
		if it.Amount != 12000 || strings.ContainsFunc(it.Label, isControl) || it.Label != clean(s) {
			t.Errorf("%q came out as %q", s, it.Label)
		}
		list := "client;facture;libelle;solde\nC1;F1;\"" + strings.ReplaceAll(s, `"`, `""`) + "\";1,00\n"
		if b, err = Read(bytes.NewReader([]byte(list)), Options{}); err != nil || b.Accounts[0].Items[0].Amount != 100 {
			t.Errorf("list with %q: %+v", s, err)
		}
	}
}
